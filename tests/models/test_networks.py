"""One body of tests for every registered network."""

import pytest
import torch
from torch import Tensor, nn

from facerestore_models import create, list_networks, spec_of
from facerestore_models.blocks.borrowing import Lenders
from facerestore_models.face_detector import Detections
from facerestore_models.semantic_layout import LAYOUT_LATENT_CHS
from facerestore_models.texture_generator import LATENT_CHS, NOISE_MAPS, TextureGenerator

EVERY = list_networks()
# the seed paper's networks have a single answer
VARYING = [name for name in EVERY if not name.startswith("seed_")]


def inputs(name: str, *, batch: int = 1, side: int | None = None, seed: int = 0) -> tuple[Tensor, ...]:
    spec = spec_of(name)
    side = side or spec.minimum_px
    generator = torch.Generator().manual_seed(seed)
    hole = torch.zeros(batch, 1, side, side)
    hole[:, :, side // 4 : side // 2, side // 4 :] = 1
    crop = torch.rand(batch, 3, side, side, generator=generator) * (1 - hole)
    if spec.task == "layout":
        return crop, hole, torch.randn(batch, LAYOUT_LATENT_CHS, generator=generator)
    if spec.task != "texture":
        return crop, hole
    layout = torch.rand(batch, 19, side // 2, side // 2, generator=generator).softmax(dim=1)
    latent = torch.randn(batch, LATENT_CHS, generator=generator)
    noise = torch.randn(batch, NOISE_MAPS, side // 2, side // 2, generator=generator)
    return crop, hole, layout, latent, noise, torch.ones(batch)


def outputs(answer: Tensor | Detections) -> list[Tensor]:
    return [answer.score, answer.box, answer.points] if isinstance(answer, Detections) else [answer]


def answered(network: nn.Module, given: tuple[Tensor, ...]) -> Tensor | Detections:
    """The network's answer, with the picture as its own reference where it reads any."""
    if isinstance(network, TextureGenerator):
        return network(*given, Lenders.references(*given[:3]))
    answer: Tensor | Detections = network(*given)
    return answer


def shaken(network: nn.Module) -> nn.Module:
    """The network with every weight moved: fresh ones have zeros that hide whole branches."""
    generator = torch.Generator().manual_seed(1)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter += 0.05 * torch.randn(parameter.shape, generator=generator)
    return network.eval()


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
        }[spec.task]
        assert answer.shape == expected
    assert all(torch.isfinite(value).all() for value in outputs(answer))


@pytest.mark.parametrize("name", EVERY)
def test_that_every_parameter_of_a_network_receives_a_gradient(name: str) -> None:
    network = shaken(create(name)).train()
    loss = sum(value.float().square().mean() for value in outputs(answered(network, inputs(name))))
    assert isinstance(loss, Tensor)
    loss.backward()
    unused = [key for key, value in network.named_parameters() if value.grad is None or not value.grad.any()]
    assert unused == []


@pytest.mark.parametrize("name", EVERY)
def test_that_what_stands_under_the_hole_changes_no_answer(name: str) -> None:
    network = shaken(create(name))
    crop, hole, *rest = inputs(name)
    poisoned = torch.where(hole.bool(), torch.full_like(crop, 0.77), crop)
    for clean, same in zip(outputs(network(crop, hole, *rest)), outputs(network(poisoned, hole, *rest)), strict=True):
        torch.testing.assert_close(clean, same)


@pytest.mark.parametrize("name", EVERY)
def test_that_a_larger_input_of_the_right_multiple_is_accepted(name: str) -> None:
    spec = spec_of(name)
    side = spec.minimum_px + spec.multiple_of
    for value in outputs(create(name).eval()(*inputs(name, side=side))):
        assert torch.isfinite(value).all()


@pytest.mark.parametrize("name", [name for name in VARYING if spec_of(name).task == "texture"])
def test_that_texture_depends_on_layout_latent_and_noise(name: str) -> None:
    network = shaken(create(name))
    crop, hole, layout, latent, noise, tone = inputs(name)
    base = network(crop, hole, layout, latent, noise, tone)
    for other in (
        (crop, hole, layout.flip(1), latent, noise, tone),
        (crop, hole, layout, latent + 1, noise, tone),
        (crop, hole, layout, latent, noise.flip(2), tone),
        (crop, hole, layout, latent, noise, 1 - tone),
    ):
        assert not torch.allclose(base, network(*other))


@pytest.mark.parametrize("name", [name for name in VARYING if spec_of(name).task == "layout"])
def test_that_a_layout_varies_with_the_latent_and_a_latent_of_zero_is_none(name: str) -> None:
    network = shaken(create(name))
    crop, hole, latent = inputs(name)
    average = network(crop, hole)
    torch.testing.assert_close(network(crop, hole, torch.zeros_like(latent)), average)
    assert not torch.allclose(network(crop, hole, latent), average)


def test_that_a_fresh_texture_generator_paints_the_membrane() -> None:
    from facerestore_models.blocks.membrane import membrane

    crop, hole, *rest = inputs("texture_generator_tiny")
    painted = create("texture_generator_tiny").eval()(crop, hole, *rest, mirror=False)
    torch.testing.assert_close(painted, membrane(crop, hole))


def test_that_an_unknown_name_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        create("nobody")
