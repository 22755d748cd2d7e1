"""The installed networks: which there are, whether they are whole, and loading them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast, get_args

import torch
from torch import nn

from facerestore.files.installed_weights import OWN_NETWORKS, weights_folder
from facerestore.inference.lacking_networks import refuse_lacking_task
from facerestore.values.errors import WeightsDamaged, WeightsMissing
from facerestore.values.translatable_text import TranslatableText
from facerestore_models import Task, spec_of, split_tag, tagged
from facerestore_models.manifest import read_manifest
from facerestore_models.weights import WeightsProblem, load_weights, name_in, sha256_of

STANDARD: Final[Mapping[Task, str]] = {task: f"{OWN_NETWORKS[task]}.base" for task in get_args(Task)}
"""The program's own network for each task."""

_WITHOUT: Final = "Choose another way to restore, or train this network yourself (facerestore train {network})."
"""What to do where a network is not there that the program may come without."""

_OPTIONAL: Final = ("in2", "isfrnet")

_REPAIR = "Install facerestore again, or choose another folder of weights."


@dataclass(frozen=True, kw_only=True, slots=True)
class InstalledWeights:
    """One entry of a weights folder's manifest. ``name`` has its tag: ``texture_generator.base``."""

    name: str
    task: Task
    path: Path
    sha256: str
    size_bytes: int
    card: dict[str, Any]


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
            name=entry.name,
            task=spec_of(entry.name).task,
            path=folder / entry.file,
            sha256=entry.sha256,
            size_bytes=entry.size_bytes,
            card=entry.card,
        )
        for entry in entries
    )


def verify_weights(weights_dir: Path | None = None) -> tuple[tuple[str, bool, str], ...]:
    """(file name, whole, what was found) for every file of the manifest."""
    return tuple((entry.path.name, *_verified(entry)) for entry in list_weights(weights_dir))


def verified_task_hashes(tasks: Iterable[str], weights_dir: Path | None = None) -> dict[str, str]:
    """SHA-256 of the file of each task's network, or of one by its name, all of which are whole.

    Raises WeightsMissing, WeightsDamaged.
    """
    entries = {entry.name: entry for entry in list_weights(weights_dir)}
    found = {}
    for task in tasks:
        entry = entries[name_for(task, weights_dir)]
        is_whole, what = _verified(entry)
        if not is_whole:
            raise WeightsDamaged(
                TranslatableText("The weights file {file} is not whole ({found}).", file=entry.path.name, found=what),
                advice=_REPAIR,
            )
        found[task] = entry.sha256
    return found


def name_for(wanted: str, weights_dir: Path | None = None) -> str:
    """The name, with its tag, of the network that a folder has for a task, or by a network's own name: of that, or of
    its small twin for tests. Raises WeightsMissing, WeightsDamaged."""
    if wanted in get_args(Task):
        return network_for(cast(Task, wanted), weights_dir)
    names = [entry.name for entry in list_weights(weights_dir)]
    for name in _with_twin(wanted):
        if name in names:
            return name
    raise _missing(split_tag(wanted)[0], weights_dir)


def file_of(name: str, weights_dir: Path | None = None) -> Path:
    """The file of weights of a network that is installed, by its name with its tag."""
    return next(entry.path for entry in list_weights(weights_dir) if entry.name == name)


def own_task(entry: InstalledWeights) -> Task | None:
    """The task of the program for which a network may be taken; None for one that paints for one way to restore only
    and is asked for by its name."""
    return None if paints_for_one_way(entry.name, entry.task) else entry.task


def paints_for_one_way(name: str, task: Task) -> bool:
    """Whether a network of a task paints for one way to restore only, and is not the program's own of that task."""
    network = split_tag(name)[0].removesuffix("_tiny")
    return network in _OPTIONAL and split_tag(STANDARD.get(task, ""))[0] != network


def network_for(task: Task, weights_dir: Path | None = None) -> str:
    """The name of the network that a folder has for a task: the program's own or its small twin for tests, else the
    only one.

    Raises WeightsMissing, also where there are several and none is the program's own; WeightsDamaged.
    """
    names = [entry.name for entry in list_weights(weights_dir) if own_task(entry) == task]
    for own in _with_twin(STANDARD[task]) if task in STANDARD else ():
        if own in names:
            return own
    if len(names) == 1:
        return names[0]
    refuse_lacking_task(task, weights_folder(weights_dir))
    folder = str(weights_folder(weights_dir))
    if names:
        raise WeightsMissing(
            TranslatableText(
                "In {folder} there are {names} for the task {task!r}, but not {standard}: which is meant is not said.",
                folder=folder,
                names=", ".join(names),
                task=task,
                standard=STANDARD.get(task, task),
            ),
            advice="Choose a folder of weights with one network for each task.",
        )
    if split_tag(STANDARD[task])[0] in _OPTIONAL:
        raise _missing(split_tag(STANDARD[task])[0], weights_dir)
    raise WeightsMissing(
        TranslatableText("There are no weights for the task {task!r} in {folder}.", task=task, folder=folder),
        advice=_REPAIR,
    )


def _missing(network: str, weights_dir: Path | None) -> WeightsMissing:
    """What is said of a network that a way to restore needs."""
    return WeightsMissing(
        TranslatableText(
            "This way to restore needs the network {network}, which is not installed in {folder}.",
            network=network,
            folder=str(weights_folder(weights_dir)),
        ),
        advice=TranslatableText(_WITHOUT, network=network) if network in _OPTIONAL else _REPAIR,
    )


def load_network(name: str, device: torch.device, weights_dir: Path | None = None) -> tuple[nn.Module, str]:
    """(network on its device in evaluation mode, SHA-256 of its file) for a name such as ``texture_generator.base``.

    A name without a tag means ``base``. Raises WeightsMissing, WeightsDamaged.
    """
    wanted = ".".join(split_tag(name))
    entry = next((e for e in list_weights(weights_dir) if e.name == wanted), None)
    if entry is None:
        raise WeightsMissing(
            TranslatableText(
                "There are no weights of {name} in {folder}.", name=wanted, folder=str(weights_folder(weights_dir))
            ),
            advice=_REPAIR,
        )
    try:
        if not entry.path.is_file():
            raise FileNotFoundError(entry.path)
        found, network = load_weights(entry.path, sha256=entry.sha256)
        if found != entry.name:
            raise WeightsProblem(_another(found, entry))
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


def _with_twin(name: str) -> tuple[str, str]:
    """A network's name with its tag, and that of the small one that stands for it in tests."""
    network, tag = split_tag(name)
    return tagged(network, tag), tagged(f"{network}_tiny", tag)


def _another(found: str, entry: InstalledWeights) -> str:
    return f"it holds {found}, and the manifest says {entry.name}"


def _verified(entry: InstalledWeights) -> tuple[bool, str]:
    try:
        if not entry.path.is_file():
            return False, "missing or unreadable"
        sha256, name = sha256_of(entry.path), name_in(entry.path)
    except OSError:
        return False, "missing or unreadable"
    except WeightsProblem as problem:
        sha256, name = sha256_of(entry.path), str(problem)
    if sha256 != entry.sha256:
        return False, f"SHA-256 is {sha256[:12]}..., should be {entry.sha256[:12]}..."
    return (True, "SHA-256 as listed") if name == entry.name else (False, _another(name, entry))
