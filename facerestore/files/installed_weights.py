"""Which networks a folder of weights lists, for those who must not wait for PyTorch. What its files hold is checked
where they are loaded."""

import json
import os
from pathlib import Path
from typing import Any, Final

import facerestore_resources

WEIGHTS_VARIABLE: Final = "FACERESTORE_WEIGHTS"
"""Environment variable that names another folder of weights."""

_MANIFEST: Final = "manifest.json"
_MOST_BYTES: Final = 4 * 2**20


def weights_folder(weights_dir: Path | None = None) -> Path:
    """The folder given, or the one FACERESTORE_WEIGHTS names, or the one that comes with the program."""
    if weights_dir is not None:
        return weights_dir
    named = os.environ.get(WEIGHTS_VARIABLE)
    return Path(named) if named else facerestore_resources.path("weights")


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
