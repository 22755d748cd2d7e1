"""What every registered network must hold besides its shapes: range, determinism, files, half precision, devices."""

from pathlib import Path

import pytest
import torch
from torch import nn

from facerestore_models import create, spec_of
from facerestore_models.weights import load_weights, save_weights
from tests.models.test_networks import EVERY, inputs, outputs, shaken

DEVICES = ["cpu", pytest.param("cuda", marks=pytest.mark.skipif(not torch.cuda.is_available(), reason="no GPU"))]


def built(name: str, seed: int = 0) -> nn.Module:
    torch.manual_seed(seed)
    return create(name).eval()


def answers(network: nn.Module, name: str, device: str = "cpu") -> list[torch.Tensor]:
    with torch.no_grad():
        given = [value.to(torch.device(device)) for value in inputs(name)]
        return [value.float().cpu() for value in outputs(network.to(device)(*given))]


@pytest.mark.parametrize("name", [name for name in EVERY if spec_of(name).task in ("texture", "inpainting")])
def test_that_what_a_fresh_painter_paints_is_a_picture_around_0_to_1(name: str) -> None:
    (picture,) = answers(built(name), name)
    assert picture.min() > -1
    assert picture.max() < 2


@pytest.mark.parametrize("name", EVERY)
def test_that_one_seed_makes_one_network_and_equal_inputs_one_answer(name: str) -> None:
    one, same = built(name), built(name)
    assert all(torch.equal(value, same.state_dict()[key]) for key, value in one.state_dict().items())
    first = answers(one, name)
    assert all(torch.equal(value, again) for value, again in zip(first, answers(one, name), strict=True))
    assert all(torch.equal(value, other) for value, other in zip(first, answers(same, name), strict=True))


@pytest.mark.parametrize("name", EVERY)
def test_that_a_network_from_its_file_answers_as_the_one_that_was_saved(name: str, tmp_path: Path) -> None:
    network = shaken(built(name))
    save_weights(network, f"{name}.mine", tmp_path / "weights.safetensors")
    found, loaded = load_weights(tmp_path / "weights.safetensors")
    assert found == f"{name}.mine"
    # the file holds float16
    state = network.state_dict()
    network.load_state_dict({k: v.half().float() if v.is_floating_point() else v for k, v in state.items()})
    for kept, again in zip(answers(network, name), answers(loaded, name), strict=True):
        torch.testing.assert_close(again, kept)


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("name", EVERY)
def test_that_bf16_gives_nearly_the_same_answer(name: str, device: str) -> None:
    network = built(name)
    exact = answers(network, name)
    with torch.autocast(device, torch.bfloat16):
        rough = answers(network, name, device)
    for one, other in zip(rough, exact, strict=True):
        assert torch.isfinite(one).all()
        assert (one - other).abs().mean() <= 0.1 * other.abs().mean() + 0.01


@pytest.mark.parametrize("device", DEVICES[1:])
@pytest.mark.parametrize("name", EVERY)
def test_that_a_graphics_device_answers_as_the_processor(name: str, device: str) -> None:
    network = shaken(built(name))
    for there, here in zip(answers(network, name, device), answers(network.cpu(), name), strict=True):
        torch.testing.assert_close(there, here, rtol=0.01, atol=0.01)
