"""One body of tests for every registered network."""

import dataclasses
from typing import Any, get_args

import pytest
import torch
from torch import Tensor, nn

from facerestore_models import Input, TextureInputs, create, list_networks, spec_of, split_tag
from facerestore_models.blocks.borrowing import Lenders
from facerestore_models.face_detector import Detections
from facerestore_models.isfrnet import IsfrNet
from facerestore_models.semantic_layout import LAYOUT_LATENT_CHS
from facerestore_models.texture_generator import LATENT_CHS, NOISE_MAPS
from facerestore_resources.damage_groups import DamageGroup

WIDE = {"isfrnet_large": "isfrnet"}
"""Networks of another one's code with more numbers in each layer, half a minute a test: only shapes are their own."""

EVERY = [name for name in list_networks() if name not in WIDE]
THIRD = {"layout": "latent", "inpainting": "face_box"}
"""What some tasks read beside crop and hole, where it is no TextureInputs."""


def inputs(name: str, *, batch: int = 1, side: int | None = None, seed: int = 0) -> tuple[Any, ...]:
    """What a network is called with: one TextureInputs, or crop, hole and what THIRD says."""
    spec = spec_of(name)
    side = side or spec.minimum_px
    generator = torch.Generator().manual_seed(seed)
    hole = torch.zeros(batch, 1, side, side)
    hole[:, :, side // 4 : side // 2, side // 4 :] = 1
    crop = torch.rand(batch, 3, side, side, generator=generator) * (1 - hole)
    if spec.task == "layout":
        return crop, hole, torch.randn(batch, LAYOUT_LATENT_CHS, generator=generator)
    if spec.task == "inpainting":
        return crop, hole, torch.tensor([[side / 8, side / 8, side * 0.9, side * 0.9]]).expand(batch, -1)
    if spec.task != "texture":
        return crop, hole
    layout = torch.rand(batch, 19, side // 2, side // 2, generator=generator).softmax(dim=1)
    latent = torch.randn(batch, LATENT_CHS, generator=generator)
    noise = torch.randn(batch, NOISE_MAPS, side // 2, side // 2, generator=generator)
    references = Lenders.references(crop.flip(2), hole.flip(2), layout.flip(2)).arranged(torch.arange(batch)[:, None])
    return (
        TextureInputs(
            crop=crop,
            hole=hole,
            layout=layout,
            latent=latent,
            noise=noise,
            tone=torch.ones(batch),
            references=references,
        ),
    )


def texture_inputs(name: str, *, batch: int = 1, side: int | None = None, seed: int = 0) -> TextureInputs:
    (found,) = inputs(name, batch=batch, side=side, seed=seed)
    assert isinstance(found, TextureInputs)
    return found


def named(name: str, given: tuple[Any, ...]) -> dict[str, Any]:
    """What a call is given, by the names that a spec uses."""
    if isinstance(given[0], TextureInputs):
        fields = {field.name: getattr(given[0], field.name) for field in dataclasses.fields(TextureInputs)}
        return {name: value for name, value in fields.items() if value is not None}
    return dict(zip(("crop", "hole", THIRD.get(spec_of(name).task)), given, strict=False))


def called(network: nn.Module, given: dict[str, Any]) -> list[Tensor]:
    """The answer to inputs by name."""
    with torch.no_grad():
        return outputs(network(TextureInputs(**given)) if "layout" in given else network(*given.values()))


def outputs(answer: Tensor | Detections) -> list[Tensor]:
    return [answer.score, answer.box, answer.points] if isinstance(answer, Detections) else [answer]


def shaken(network: nn.Module) -> nn.Module:
    """The network with every weight moved: fresh ones have zeros that hide whole branches."""
    generator = torch.Generator().manual_seed(1)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter += 0.05 * torch.randn(parameter.shape, generator=generator)
    return network.eval()


def everything(network: nn.Module, name: str) -> tuple[Tensor, ...]:
    """All that a network can be asked for: a generator of faces also invents some, which no crop asks for."""
    if not isinstance(network, IsfrNet):
        return outputs(network(*inputs(name)))
    generator = network.prior.generator
    invented = generator(generator.styles(torch.randn(1, generator.width)))
    return *outputs(network(*inputs(name, side=generator.size_px))), invented


@pytest.mark.parametrize("name", EVERY)
def test_that_every_network_answers_in_the_shape_its_task_promises(name: str) -> None:
    spec = spec_of(name)
    side = spec.minimum_px
    answer = create(name).eval()(*inputs(name, batch=2))
    if isinstance(answer, Detections):
        cells = side // 8
        assert answer.score.shape == (2, cells, cells)
        assert answer.box.shape == (2, cells, cells, 4)
        assert answer.points.shape == (2, cells, cells, 5, 2)
    else:
        expected = {
            "layout": (2, 19, side // 2, side // 2),
            "texture": (2, 3, side, side),
            "points": (2, 5, side // 4, side // 4),
            "embedding": (2, 128),
            "damage": (2, len(DamageGroup), side, side),
            "inpainting": (2, 3, side, side),
        }[spec.task]
        assert answer.shape == expected
    assert all(torch.isfinite(value).all() for value in outputs(answer))


@pytest.mark.parametrize(("wide", "usual"), WIDE.items())
def test_that_a_wide_network_is_a_usual_one_with_more_numbers(wide: str, usual: str) -> None:
    torch.manual_seed(0)
    network, other = create(wide), create(usual)
    assert type(network) is type(other)
    assert {type(module) for module in network.modules()} == {type(module) for module in other.modules()}
    assert sum(map(Tensor.numel, network.parameters())) > 2 * sum(map(Tensor.numel, other.parameters()))
    side = spec_of(wide).minimum_px
    with torch.no_grad():
        (picture,) = outputs(network.eval()(*inputs(wide)))
    assert picture.shape == (1, 3, side, side)
    assert torch.isfinite(picture).all()


@pytest.mark.parametrize("name", EVERY)
def test_that_every_parameter_of_a_network_receives_a_gradient(name: str) -> None:
    network = shaken(create(name)).train()
    loss = sum(value.float().square().mean() for value in everything(network, name))
    assert isinstance(loss, Tensor)
    loss.backward()
    unused = [key for key, value in network.named_parameters() if value.grad is None or not value.grad.any()]
    assert unused == []


@pytest.mark.parametrize("name", EVERY)
def test_that_what_stands_under_the_hole_changes_no_answer(name: str) -> None:
    network = shaken(create(name))
    given = named(name, inputs(name))
    poisoned = torch.where(given["hole"].bool(), torch.full_like(given["crop"], 0.77), given["crop"])
    for clean, same in zip(called(network, given), called(network, given | {"crop": poisoned}), strict=True):
        torch.testing.assert_close(clean, same)


@pytest.mark.parametrize("name", EVERY)
def test_that_a_larger_input_of_the_right_multiple_is_accepted(name: str) -> None:
    spec = spec_of(name)
    side = spec.minimum_px + spec.multiple_of
    for value in outputs(create(name).eval()(*inputs(name, side=side))):
        assert torch.isfinite(value).all()


def another(key: str, value: Any, number: int) -> Any:
    """What an input may be too: holes are 0 or 1, a layout adds up to 1."""
    if key == "mirror":
        return not value
    if key == "references":
        return dataclasses.replace(value, crop_BR3HW=1 - value.crop_BR3HW)
    if key == "layout":
        return value.flip(1)
    if key in ("latent", "face_box"):
        return value + 1
    return 1 - value if key in ("hole", "tone") else value.roll(1 + number, -1)


@pytest.mark.parametrize("name", EVERY)
def test_that_a_network_answers_to_the_inputs_that_its_spec_names_and_to_no_other(name: str) -> None:
    network, given = shaken(create(name)), named(name, inputs(name))
    read = spec_of(name).inputs
    assert {"crop", "hole"} <= read
    base = called(network, given)
    for number, (key, value) in enumerate(given.items()):
        other = another(key, value, number)
        differs = any(
            not torch.allclose(a, b) for a, b in zip(base, called(network, given | {key: other}), strict=True)
        )
        assert differs is (key in read), key


def test_that_a_spec_can_name_every_field_of_texture_inputs_and_a_face_box() -> None:
    others = set(get_args(Input)) - {field.name for field in dataclasses.fields(TextureInputs)}
    assert others == {"face_box"}
    assert {field.name for field in dataclasses.fields(TextureInputs)} < set(get_args(Input))


@pytest.mark.parametrize(
    "name", [name for name in EVERY if spec_of(name).task == "layout" and "latent" in spec_of(name).inputs]
)
def test_that_a_layout_varies_with_the_latent_and_a_latent_of_zero_is_none(name: str) -> None:
    network = shaken(create(name))
    crop, hole, latent = inputs(name)
    average = network(crop, hole)
    torch.testing.assert_close(network(crop, hole, torch.zeros_like(latent)), average)
    assert not torch.allclose(network(crop, hole, latent), average)


def test_that_a_fresh_texture_generator_paints_the_membrane() -> None:
    from facerestore_models.blocks.membrane import membrane

    given = dataclasses.replace(texture_inputs("texture_generator_tiny"), mirror=False, references=None)
    painted = create("texture_generator_tiny").eval()(given)
    torch.testing.assert_close(painted, membrane(given.crop, given.hole))


def test_that_a_fresh_inpainting_network_paints_the_membrane() -> None:
    from facerestore_models.blocks.membrane import membrane

    crop, hole, face_box = inputs("in2_tiny")
    painted = create("in2_tiny").eval()(crop, hole, face_box)
    torch.testing.assert_close(painted, membrane(crop, hole))


def test_that_an_unknown_name_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        create("nobody")


@pytest.mark.parametrize("name", EVERY)
def test_that_a_network_is_the_same_by_its_name_and_with_a_tag(name: str) -> None:
    assert spec_of(f"{name}.mine") is spec_of(name)


@pytest.mark.parametrize("name", ["a.", "a.Base", "a.b.c", "a./b", "a." + "x" * 41])
def test_that_a_tag_of_other_characters_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="tag"):
        split_tag(name)


def test_that_joined_inputs_paint_what_each_paints_alone() -> None:
    network = shaken(create("texture_generator_tiny"))
    parts = [
        dataclasses.replace(texture_inputs("texture_generator_tiny", seed=seed), references=None) for seed in range(3)
    ]
    parts[1] = dataclasses.replace(parts[1], tone=None)
    joined = TextureInputs.joined(parts)
    assert len(joined) == 3
    with torch.no_grad():
        torch.testing.assert_close(network(joined), torch.cat([network(part) for part in parts]), rtol=1e-4, atol=1e-5)


def test_that_inputs_go_to_a_device_with_all_they_have() -> None:
    there = texture_inputs("texture_generator_tiny").to(torch.device("meta"))
    assert there.references is not None
    values = [*vars(there).values(), *vars(there.references).values()]
    assert {value.device.type for value in values if isinstance(value, Tensor)} == {"meta"}


def test_that_inputs_of_different_kinds_are_not_joined() -> None:
    given = texture_inputs("texture_generator_tiny")
    with pytest.raises(ValueError, match="references"):
        TextureInputs.joined([given, given])
    alone = dataclasses.replace(given, references=None)
    with pytest.raises(ValueError, match="mirror"):
        TextureInputs.joined([alone, dataclasses.replace(alone, mirror=False)])
