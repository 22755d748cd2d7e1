"""Which networks a folder of weights lists, for those who must not wait for PyTorch. What its files hold is checked
where they are loaded."""

import json
import os
from collections.abc import Collection, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import facerestore_resources

WEIGHTS_VARIABLE: Final = "FACERESTORE_WEIGHTS"
"""Environment variable that names a set of weights, or another folder of them."""

_PREFERRED_VARIABLE: Final = "FACERESTORE_PREFERRED_WEIGHTS"
"""The set that the window's preferences chose; a variable, because the processes that the window starts inherit it."""

SETS: Final[Mapping[str, str]] = MappingProxyType({"public-domain": "public_domain"})
"""Sets that come with the program besides its own weights, by the name that chooses them; the folder of each below
those."""

OWN_NETWORKS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "detection": "face_detector",
        "points": "face_points",
        "layout": "semantic_layout",
        "texture": "texture_generator",
        "embedding": "face_embedder",
        "damage": "damage_net",
        "inpainting": "in2",
    }
)
"""The program's own network for each task."""

_MANIFEST: Final = "manifest.json"
_MOST_BYTES: Final = 4 * 2**20


def weights_folder(weights_dir: Path | None = None) -> Path:
    """The folder given, or the one FACERESTORE_WEIGHTS names by its path or by that of a set, or that of the set that
    is preferred, or the one that comes with the program."""
    if weights_dir is not None:
        return weights_dir
    preferred = os.environ.get(_PREFERRED_VARIABLE, "")
    named = named_weights() or (preferred if preferred in SETS else "")
    return folder_of_set(named) if named in SETS else Path(named or facerestore_resources.path("weights"))


def named_weights() -> str:
    """What FACERESTORE_WEIGHTS names; empty where it names nothing."""
    return os.environ.get(WEIGHTS_VARIABLE, "")


def prefer_set(name: str) -> None:
    """Take the networks of one of SETS, or with "" the program's own, in this process and in those it starts from now
    on. What FACERESTORE_WEIGHTS names wins."""
    os.environ[_PREFERRED_VARIABLE] = name


def folder_of_set(name: str) -> Path:
    """Where the weights of a set are."""
    return facerestore_resources.path("weights") / SETS[name]


def set_of(folder: Path) -> str | None:
    """The name of the set that a folder is, or has exported networks of; None for the program's own weights and for a
    folder of somebody's own."""
    place = folder.resolve()
    return next((name for name in SETS if folder_of_set(name).resolve() in (place, place.parent)), None)


def set_used(sha256s: Collection[str]) -> str | None:
    """The name of the set that networks of these hashes are of; where there were none, of the one that is chosen."""
    if not sha256s:
        return set_of(weights_folder())
    return next((name for name in SETS if set(listed_hashes(folder_of_set(name)).values()).issuperset(sha256s)), None)


def lacking_tasks(weights_dir: Path | None = None) -> frozenset[str]:
    """The tasks for which a set has no network, because none could be trained that its terms allow; none for other
    folders, whose lack is a fault."""
    name = set_of(weights_folder(weights_dir))
    listed = set() if name is None else {one.partition(".")[0] for one in listed_hashes(folder_of_set(name))}
    # of a set that lists nothing, the file is damaged
    if not listed:
        return frozenset()
    return frozenset(task for task, network in OWN_NETWORKS.items() if network not in listed)


def is_installed(network: str, weights_dir: Path | None = None) -> bool:
    """Whether the manifest lists weights of a network, or of its small twin for tests. False where it is unreadable."""
    return any(name.partition(".")[0] in (network, f"{network}_tiny") for name in listed_hashes(weights_dir))


def listed_hashes(weights_dir: Path | None = None) -> dict[str, str]:
    """SHA-256 of each file of weights by the network's name with its tag, as the manifest says; empty where it is
    unreadable."""
    return {name: sha256 for name, (sha256, _) in listed_cards(weights_dir).items()}


def listed_cards(weights_dir: Path | None = None) -> dict[str, tuple[str, dict[str, Any]]]:
    """SHA-256 and card of each file of weights in the same way."""
    file = weights_folder(weights_dir) / _MANIFEST
    try:
        with file.open(encoding="utf-8") as stream:
            listed = json.loads(stream.read(_MOST_BYTES))["weights"]
        return {
            f"{entry['network']}.{entry.get('tag', 'base')}": (
                str(entry.get("sha256", "")),
                entry["card"] if isinstance(entry.get("card"), dict) else {},
            )
            for entry in listed
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
