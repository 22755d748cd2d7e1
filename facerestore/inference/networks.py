"""The installed networks: which there are, whether they are whole, and loading them."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import torch
from torch import nn

import facerestore_resources
from facerestore.values.errors import WeightsDamaged, WeightsMissing
from facerestore.values.translatable_text import TranslatableText
from facerestore_models import Task, spec_of
from facerestore_models.weights import WeightsProblem, load_weights, read_manifest, sha256_of

WEIGHTS_VARIABLE: Final = "FACERESTORE_WEIGHTS"
"""Environment variable that names another folder of weights."""

_REPAIR = "Install facerestore again, or choose another folder of weights."


@dataclass(frozen=True, kw_only=True, slots=True)
class InstalledWeights:
    """One entry of a weights folder's manifest."""

    name: str
    task: Task
    path: Path
    sha256: str
    size_bytes: int
    card: dict[str, Any]


def weights_folder(weights_dir: Path | None = None) -> Path:
    """The folder given, or the one FACERESTORE_WEIGHTS names, or the one that comes with the program."""
    if weights_dir is not None:
        return weights_dir
    named = os.environ.get(WEIGHTS_VARIABLE)
    return Path(named) if named else facerestore_resources.path("weights")


def list_weights(weights_dir: Path | None = None) -> tuple[InstalledWeights, ...]:
    """The weights that a folder's manifest lists. Raises WeightsMissing or WeightsDamaged."""
    folder = weights_folder(weights_dir)
    try:
        entries = read_manifest(folder)
    except OSError as error:
        raise WeightsMissing(
            TranslatableText("There is no manifest of weights in {folder}.", folder=str(folder)), advice=_REPAIR
        ) from error
    except WeightsProblem as error:
        raise WeightsDamaged(
            TranslatableText("In {folder}, {problem}.", folder=str(folder), problem=str(error)), advice=_REPAIR
        ) from error
    return tuple(
        InstalledWeights(
            name=entry["network"],
            task=spec_of(entry["network"]).task,
            path=folder / entry["file"],
            sha256=entry["sha256"],
            size_bytes=int(entry["size_bytes"]),
            card=dict(entry["card"]),
        )
        for entry in entries
    )


def verify_weights(weights_dir: Path | None = None) -> tuple[tuple[str, bool, str], ...]:
    """(file name, whole, what was found) for every file of the manifest."""
    return tuple((entry.path.name, *_verified(entry)) for entry in list_weights(weights_dir))


def load_network(task: Task, device: torch.device, weights_dir: Path | None = None) -> tuple[nn.Module, str]:
    """(network on its device in evaluation mode, SHA-256 of its file). Raises WeightsMissing, WeightsDamaged."""
    entry = next((e for e in list_weights(weights_dir) if e.task == task), None)
    if entry is None:
        raise WeightsMissing(
            TranslatableText(
                "There are no weights for the task {task!r} in {folder}.",
                task=task,
                folder=str(weights_folder(weights_dir)),
            ),
            advice=_REPAIR,
        )
    try:
        _, network = load_weights(entry.path, sha256=entry.sha256)
    except OSError as error:
        raise WeightsMissing(
            TranslatableText("The weights file {file} cannot be read.", file=entry.path.name), advice=_REPAIR
        ) from error
    except WeightsProblem as error:
        raise WeightsDamaged(
            TranslatableText(
                "The weights file {file} is damaged: {problem}.", file=entry.path.name, problem=str(error)
            ),
            advice=_REPAIR,
        ) from error
    return network.to(device, memory_format=torch.channels_last), entry.sha256  # type: ignore[call-overload]


def _verified(entry: InstalledWeights) -> tuple[bool, str]:
    try:
        found = sha256_of(entry.path)
    except OSError:
        return False, "missing or unreadable"
    if found != entry.sha256:
        return False, f"SHA-256 is {found[:12]}..., should be {entry.sha256[:12]}..."
    return True, "SHA-256 as listed"
