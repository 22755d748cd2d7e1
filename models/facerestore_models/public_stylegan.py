"""Public StyleGAN2 weights in this project's generator: which of their tensors is which of ours.

Two layouts are known: NVIDIA's (stylegan2-ada-pytorch, also stylegan3's ``stylegan2`` configuration) and rosinality's
(stylegan2-pytorch). Both give pictures -1 ... 1, which ``StyleGenerator`` returns as 0 ... 1.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

import torch
from torch import Tensor

from facerestore_models.style_generator import StyleGenerator


class UnknownLayout(ValueError):
    """The tensors are not those of a StyleGAN2 generator that is known here; the text says what is wrong."""


class _Source(NamedTuple):
    """Where one of our tensors is from, and what must be done to it."""

    key: str
    convert: Callable[[Tensor], Tensor] = torch.clone


def converted(tensors: Mapping[str, Tensor], generator: StyleGenerator) -> dict[str, Tensor]:
    """The generator's state from a public state dictionary, whose larger sizes are left out.

    Its noise is not taken: layers get their noise from outside. Raises UnknownLayout where a tensor is missing or has
    another shape than the generator's.
    """
    sources = _sources(tensors, generator)
    state = {}
    for name, wanted in generator.state_dict().items():
        source = sources[name]
        if source.key not in tensors:
            raise UnknownLayout(f"{source.key} is missing")
        found = source.convert(tensors[source.key].float())
        if found.shape != wanted.shape:
            raise UnknownLayout(
                f"{source.key} is {_size(tensors[source.key])}, and {name} of this generator is {_size(wanted)}"
            )
        state[name] = found.contiguous()
    return state


def _sources(tensors: Mapping[str, Tensor], generator: StyleGenerator) -> dict[str, _Source]:
    """By our names."""
    for prefix in ("", "G_ema.", "g_ema."):
        if f"{prefix}synthesis.b4.const" in tensors:
            return _nvidia(prefix, generator)
        if f"{prefix}input.input" in tensors:
            return _rosinality(prefix, generator)
    raise UnknownLayout("there is neither synthesis.b4.const (NVIDIA's layout) nor input.input (rosinality's)")


def _nvidia(prefix: str, generator: StyleGenerator) -> dict[str, _Source]:
    found = {"start": _Source(f"{prefix}synthesis.b4.const")}
    for index in range(len(generator.mapping.layers)):
        for part in ("weight", "bias"):
            found[f"mapping.layers.{index}.{part}"] = _Source(f"{prefix}mapping.fc{index}.{part}")
    for index in range(len(generator.blocks)):
        block = f"{prefix}synthesis.b{4 * 2**index}"
        layers = {"convolve": "conv1", "to_picture": "torgb"} | ({"enlarge": "conv0"} if index else {})
        for ours, theirs in layers.items():
            parts = ["weight", "bias", "affine.weight", "affine.bias"]
            if ours != "to_picture":
                parts.append("noise_strength")
            for part in parts:
                # enlarging is a true convolution there, and a correlation here
                convert = _mirrored if (ours, part) == ("enlarge", "weight") else torch.clone
                found[f"blocks.{index}.{ours}.{part}"] = _Source(f"{block}.{theirs}.{part}", convert)
    return found


def _rosinality(prefix: str, generator: StyleGenerator) -> dict[str, _Source]:
    found = {"start": _Source(f"{prefix}input.input", lambda x: x[0])}
    for index in range(len(generator.mapping.layers)):
        for part in ("weight", "bias"):
            # the first of its layers makes the latent's length one
            found[f"mapping.layers.{index}.{part}"] = _Source(f"{prefix}style.{index + 1}.{part}")
    for index in range(len(generator.blocks)):
        layers = {
            "convolve": f"convs.{2 * index - 1}" if index else "conv1",
            "to_picture": f"to_rgbs.{index - 1}" if index else "to_rgb1",
        } | ({"enlarge": f"convs.{2 * index - 2}"} if index else {})
        for ours, theirs in layers.items():
            name, key = f"blocks.{index}.{ours}", f"{prefix}{theirs}"
            found[f"{name}.weight"] = _Source(f"{key}.conv.weight", _mirrored_first if ours == "enlarge" else _first)
            for part in ("weight", "bias"):
                found[f"{name}.affine.{part}"] = _Source(f"{key}.conv.modulation.{part}")
            if ours == "to_picture":
                found[f"{name}.bias"] = _Source(f"{key}.bias", torch.flatten)
            else:
                found[f"{name}.bias"] = _Source(f"{key}.activate.bias")
                found[f"{name}.noise_strength"] = _Source(f"{key}.noise.weight", torch.squeeze)
    return found


_STYLE_LAYER: Final = re.compile(r"(?:[Gg]_ema\.)?(?:mapping\.fc|style\.)\d+\.weight")


def described(tensors: Mapping[str, Tensor]) -> str:
    """Layers of the mapping and length of a style, for the person."""
    layers = [value for key, value in tensors.items() if _STYLE_LAYER.fullmatch(key)]
    return f"{len(layers)} mapping layers, styles of {layers[0].shape[0] if layers else 0} numbers"


def _first(weight_1OIHW: Tensor) -> Tensor:
    return weight_1OIHW[0]


def _mirrored(weight_OIHW: Tensor) -> Tensor:
    return weight_OIHW.flip(-2, -1)


def _mirrored_first(weight_1OIHW: Tensor) -> Tensor:
    return _mirrored(weight_1OIHW[0])


def _size(tensor: Tensor) -> str:
    return " x ".join(map(str, tensor.shape)) or "one number"
