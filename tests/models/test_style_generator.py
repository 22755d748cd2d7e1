"""The style generator: enlargement by phases, noise, and public weights that give the pictures they gave elsewhere."""

import math
from pathlib import Path

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor
from torch.nn import functional as F

from facerestore_models import create
from facerestore_models.blocks.style_layers import StyledConvolution, doubled
from facerestore_models.public_stylegan import UnknownLayout, converted
from facerestore_models.style_generator import StyleGenerator
from facerestore_models.weights import save_weights

CHS, WIDTH = (6, 5, 4), 8


@pytest.fixture
def generator() -> StyleGenerator:
    torch.manual_seed(3)
    return StyleGenerator(CHS, WIDTH, mapping_layers=2)


@given(st.integers(2, 9), st.integers(2, 9), st.integers(0, 2**31))
def test_that_enlarging_by_phases_is_enlarging_and_then_convolving(height: int, width: int, seed: int) -> None:
    torch.manual_seed(seed)
    layer = StyledConvolution(3, 2, 4, enlarges=True)
    x, style = torch.randn(1, 3, height, width), torch.randn(1, 4)
    answer = layer(x, style, torch.zeros(1, 1, 1, 1))
    expected = reference_layer(
        x, layer.affine(style), layer.weight.flip(2, 3), layer.bias, torch.zeros(1, 1, 1, 1), enlarges=True
    )
    torch.testing.assert_close(answer, expected, atol=1e-4, rtol=1e-4)


def test_that_a_doubled_map_is_the_filtered_one() -> None:
    x = torch.randn(2, 3, 5, 4)
    torch.testing.assert_close(doubled(x), filtered(zeros_between(x), 2, 1), atol=1e-5, rtol=1e-5)


def test_that_a_smaller_picture_is_a_block_of_the_larger_ones(generator: StyleGenerator) -> None:
    styles = torch.randn(2, generator.style_count, WIDTH)
    assert [generator(styles, None, side).shape[-1] for side in (4, 8, 16)] == [4, 8, 16]
    torch.testing.assert_close(generator(styles), generator(styles, None, 16))


@pytest.mark.parametrize("side", [4, 7, 16, 40])
def test_that_noise_of_any_size_is_taken_and_counts_only_by_its_strength(generator: StyleGenerator, side: int) -> None:
    styles, noise = torch.randn(1, generator.style_count, WIDTH), torch.randn(1, 3, side, side)
    torch.testing.assert_close(generator(styles, noise), generator(styles))
    for name, parameter in generator.named_parameters():
        if name.endswith("noise_strength"):
            torch.nn.init.constant_(parameter, 0.5)
    assert not torch.allclose(generator(styles, noise), generator(styles))


@pytest.mark.parametrize("layout", ["nvidia", "rosinality"])
@pytest.mark.parametrize("prefix", ["", "G_ema."])
def test_that_public_weights_give_the_public_networks_picture(
    generator: StyleGenerator, layout: str, prefix: str
) -> None:
    public = (nvidia_state if layout == "nvidia" else rosinality_state)()
    generator.load_state_dict(converted({prefix + key: value for key, value in public.items()}, generator))
    latent, noise = torch.randn(2, WIDTH), torch.randn(2, 3, 16, 16)
    picture = generator(generator.styles(latent), noise)
    torch.testing.assert_close(2 * picture - 1, reference_picture(nvidia_state(), latent, noise), atol=1e-4, rtol=1e-4)


def test_that_larger_sizes_of_public_weights_are_left_out(generator: StyleGenerator) -> None:
    small = StyleGenerator(CHS[:2], WIDTH, mapping_layers=2)
    small.load_state_dict(converted(nvidia_state(), small))
    generator.load_state_dict(converted(nvidia_state(), generator))
    styles = torch.randn(1, generator.style_count, WIDTH)
    torch.testing.assert_close(small(styles[:, :4]), generator(styles, None, 8))


def test_that_weights_that_do_not_fit_are_named(generator: StyleGenerator) -> None:
    with pytest.raises(UnknownLayout, match=r"neither synthesis.b4.const"):
        converted({"conv.weight": torch.zeros(1)}, generator)
    state = nvidia_state()
    with pytest.raises(UnknownLayout, match=r"synthesis.b8.conv1.weight is missing"):
        converted({key: value for key, value in state.items() if key != "synthesis.b8.conv1.weight"}, generator)
    state["mapping.fc0.weight"] = torch.zeros(4, 4)
    with pytest.raises(UnknownLayout, match=r"mapping.fc0.weight is 4 x 4, and mapping.layers.0.weight .* is 8 x 8"):
        converted(state, generator)


def nvidia_state() -> dict[str, Tensor]:
    """A generator of 16 px in NVIDIA's public layout."""
    generator = torch.Generator().manual_seed(5)

    def drawn(*size: int) -> Tensor:
        return torch.randn(*size, generator=generator)

    state = {"synthesis.b4.const": drawn(CHS[0], 4, 4), "mapping.w_avg": drawn(WIDTH)}
    for index in range(2):
        state |= {f"mapping.fc{index}.weight": 100 * drawn(WIDTH, WIDTH), f"mapping.fc{index}.bias": drawn(WIDTH)}
    for index, out in enumerate(CHS):
        block, before = f"synthesis.b{4 * 2**index}", CHS[max(0, index - 1)]
        for name, ins, outs, side in (("conv0", before, out, 3), ("conv1", out, out, 3), ("torgb", out, 3, 1)):
            if name == "conv0" and index == 0:
                continue
            state[f"{block}.{name}.weight"] = drawn(outs, ins, side, side)
            state[f"{block}.{name}.bias"] = drawn(outs)
            state[f"{block}.{name}.affine.weight"] = drawn(ins, WIDTH)
            state[f"{block}.{name}.affine.bias"] = 1 + drawn(ins)
            if name != "torgb":
                state[f"{block}.{name}.noise_strength"] = drawn(1)[0]
                state[f"{block}.{name}.noise_const"] = drawn(4 * 2**index, 4 * 2**index)
    return state


def rosinality_state() -> dict[str, Tensor]:
    """The same generator in rosinality's layout."""
    ours, state = nvidia_state(), {}
    for index in range(2):
        for part in ("weight", "bias"):
            state[f"style.{index + 1}.{part}"] = ours[f"mapping.fc{index}.{part}"]
    state["input.input"] = ours["synthesis.b4.const"][None]
    for index in range(len(CHS)):
        block = f"synthesis.b{4 * 2**index}"
        names = {"conv1": f"convs.{2 * index - 1}" if index else "conv1"}
        names["torgb"] = f"to_rgbs.{index - 1}" if index else "to_rgb1"
        if index:
            names["conv0"] = f"convs.{2 * index - 2}"
        for theirs, name in names.items():
            state[f"{name}.conv.weight"] = ours[f"{block}.{theirs}.weight"][None]
            for part in ("weight", "bias"):
                state[f"{name}.conv.modulation.{part}"] = ours[f"{block}.{theirs}.affine.{part}"]
            if theirs == "torgb":
                state[f"{name}.bias"] = ours[f"{block}.{theirs}.bias"].view(1, 3, 1, 1)
            else:
                state[f"{name}.activate.bias"] = ours[f"{block}.{theirs}.bias"]
                state[f"{name}.noise.weight"] = ours[f"{block}.{theirs}.noise_strength"].view(1)
    return state


def reference_picture(state: dict[str, Tensor], latent: Tensor, noise: Tensor) -> Tensor:
    """The picture -1 ... 1 by the equations of the paper, weights modulated for each picture, no step saved."""

    def linear(name: str, x: Tensor, rate: float = 1.0) -> Tensor:
        weight, bias = state[f"{name}.weight"], state[f"{name}.bias"]
        return F.linear(x, weight * rate / math.sqrt(weight.shape[1]), bias * rate)

    style = latent * torch.rsqrt(latent.square().mean(dim=1, keepdim=True) + 1e-8)
    for index in range(2):
        style = F.leaky_relu(linear(f"mapping.fc{index}", style, 0.01), 0.2) * math.sqrt(2)
    x = state["synthesis.b4.const"].expand(len(latent), -1, -1, -1)
    picture = torch.zeros(len(latent), 3, 2, 2)
    for index in range(len(CHS)):
        side, block = 4 * 2**index, f"synthesis.b{4 * 2**index}"
        for number, name in enumerate(("conv0", "conv1")):
            if f"{block}.{name}.weight" in state:
                step = 16 // side
                added = state[f"{block}.{name}.noise_strength"] * noise[:, number : number + 1, ::step, ::step]
                scale = linear(f"{block}.{name}.affine", style)
                weight, bias = state[f"{block}.{name}.weight"], state[f"{block}.{name}.bias"]
                x = reference_layer(x, scale, weight, bias, added, enlarges=name == "conv0")
        scale = linear(f"{block}.torgb.affine", style) / math.sqrt(x.shape[1])
        rgb = torch.einsum("bihw,oi,bi->bohw", x, state[f"{block}.torgb.weight"][..., 0, 0], scale)
        rgb = rgb + state[f"{block}.torgb.bias"].view(1, 3, 1, 1)
        picture = rgb if index == 0 else filtered(zeros_between(picture), 2, 1) + rgb
    return picture


def reference_layer(x: Tensor, scale: Tensor, weight: Tensor, bias: Tensor, noise: Tensor, *, enlarges: bool) -> Tensor:
    answers = []
    for one, style in zip(x, scale, strict=True):
        modulated = weight * style.view(1, -1, 1, 1)
        modulated = modulated * torch.rsqrt(modulated.square().sum(dim=(1, 2, 3), keepdim=True) + 1e-8)
        if enlarges:
            answers.append(F.conv2d(filtered(zeros_between(one[None]), 3, 2), modulated.flip(2, 3)))
        else:
            answers.append(F.conv2d(one[None], modulated, padding=1))
    return F.leaky_relu(torch.cat(answers) + noise + bias.view(1, -1, 1, 1), 0.2) * math.sqrt(2)


def zeros_between(x: Tensor) -> Tensor:
    wide = x.new_zeros(*x.shape[:2], 2 * x.shape[2], 2 * x.shape[3])
    wide[..., ::2, ::2] = x
    return wide


def filtered(x: Tensor, before: int, after: int) -> Tensor:
    """By (1, 3, 3, 1) / 4 in both directions, with zeros around."""
    taps = torch.tensor([1.0, 3.0, 3.0, 1.0]) / 4
    kernel = (taps[:, None] * taps).expand(x.shape[1], 1, 4, 4)
    return F.conv2d(F.pad(x, (before, after, before, after)), kernel, groups=x.shape[1])


def test_that_an_isfrnet_for_two_cores_fits_into_a_file_of_16_mb(tmp_path: Path) -> None:
    save_weights(create("isfrnet"), "isfrnet", tmp_path / "isfrnet.safetensors")
    assert (tmp_path / "isfrnet.safetensors").stat().st_size < 16_000_000
