"""Weights on disk: safetensors only, with the network's name, tag and label order inside, verified by hash."""

import hashlib
from pathlib import Path
from typing import Final

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import nn

from facerestore_models.names import BASE_TAG, split_tag, tagged
from facerestore_models.registry import create, list_networks, spec_of
from facerestore_resources.face_classes import CLASS_COUNT

_FORMAT: Final = "facerestore-weights-1"


class WeightsProblem(Exception):
    """The file is not what it should be; the text says how."""


def sha256_of(path: Path) -> str:
    """The hexadecimal SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def save_weights(network: nn.Module, name: str, path: Path) -> None:
    """Write a network's weights as float16, with what identifies them. ``name`` may have a tag."""
    network_name, tag = split_tag(name)
    tensors = {
        key: (value.half() if value.is_floating_point() else value).detach().cpu().contiguous()
        for key, value in network.state_dict().items()
    }
    metadata = {
        "format": _FORMAT,
        "network": network_name,
        "tag": tag,
        "label_order": spec_of(network_name).label_order,
        "class_count": str(CLASS_COUNT),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    save_file(tensors, part, metadata=metadata)
    # safetensors writes for the owner only; an installed program is read by everybody
    part.chmod(0o644)
    part.replace(path)


def load_weights(path: Path, *, sha256: str | None = None) -> tuple[str, nn.Module]:
    """(name with its tag, network in evaluation mode, float32) from a file. Raises WeightsProblem, or OSError.

    The hash is compared before anything is read, the network's name and label order before anything is built, and
    every tensor must be there with its shape.
    """
    if sha256 is not None and (found := sha256_of(path)) != sha256:
        raise WeightsProblem(f"its SHA-256 is {found[:12]}... and should be {sha256[:12]}...")
    name = name_in(path)
    network = create(name)
    try:
        with safe_open(path, framework="pt") as stream:
            state = {key: stream.get_tensor(key).float() for key in stream.keys()}  # noqa: SIM118
    except SafetensorError as error:
        raise WeightsProblem(f"it is not a safetensors file ({error})") from error
    try:
        network.load_state_dict(state, strict=True)
    except RuntimeError as error:
        raise WeightsProblem(f"its tensors do not fit {name}") from error
    if not all(torch.isfinite(value).all() for value in state.values()):
        raise WeightsProblem("it holds numbers that are not finite")
    return name, network.eval().requires_grad_(requires_grad=False)


def name_in(path: Path) -> str:
    """The name, with its tag, of the network whose weights a file holds. Raises WeightsProblem, or OSError."""
    try:
        with safe_open(path, framework="pt") as stream:
            metadata = stream.metadata() or {}
    except SafetensorError as error:
        raise WeightsProblem(f"it is not a safetensors file ({error})") from error
    return _checked_name(metadata)


def _checked_name(metadata: dict[str, str]) -> str:
    if metadata.get("format") != _FORMAT:
        raise WeightsProblem("it is not a facerestore weights file")
    name = metadata.get("network", "")
    if name not in list_networks():
        raise WeightsProblem(f"it holds the weights of {name!r}, which this version does not know")
    order, count = metadata.get("label_order"), metadata.get("class_count")
    if order != spec_of(name).label_order or count != str(CLASS_COUNT):
        raise WeightsProblem(f"its label order is {order} with {count} classes")
    try:
        return tagged(name, metadata.get("tag", BASE_TAG))
    except ValueError as error:
        raise WeightsProblem(f"the tag of its name, {metadata['tag']!r}, is none") from error
