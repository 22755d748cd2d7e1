"""What a run's folder says of the run: ``config.json`` for people and cards, ``data.json`` for the gate."""

import hashlib
import json
import platform
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray

from facerestore.inference.backends.torch.devices import describe_device
from facerestore.inference.backends.torch.networks import list_weights
from facerestore.values.errors import WeightsMissing
from facerestore_models.manifest import MANIFEST
from facerestore_models.weights import sha256_of
from facerestore_training.data import shards
from facerestore_training.data.sources import terms_of
from facerestore_training.runs.config import RunConfig

CONFIG_FILE: Final = "config.json"
DATA_FILE: Final = "data.json"
_PACKAGES: Final = ("facerestore", "torchvision", "numpy", "opencv-python-headless", "safetensors")


@dataclass(frozen=True, eq=False)
class LearntFrom:
    """The data of a run: where it lies, the keys of what is trained on, and its pictures (H, W, 3).

    ``only``: the sources that it was taken from, where not all were.
    """

    paths: tuple[Path, ...]
    keys: tuple[str, ...]
    pictures: Iterable[NDArray[np.uint8]]
    only: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Start:
    """How a run was started. ``weights``: those it started from, which count only where it was not ``resumed``."""

    kind: str
    recipe: str
    config: RunConfig
    device: torch.device
    compiled: bool
    processes: int
    resumed: bool
    weights: Path | None


def write_run(run_dir: Path, start: Start, data: LearntFrom) -> None:
    """Both files, for a run that starts or goes on. What was learnt from in earlier starts stays in them.

    Raises ShardUnreadable where the data's sources cannot be read.
    """
    earlier = read_config(run_dir)
    taken = {"only": sorted(data.only)} if data.only else {}
    files = [{"name": path.name, "fingerprint": shards.fingerprint([path]), **taken} for path in data.paths]
    known = earlier.get("data", [])
    sources = dict(earlier.get("sources", {}))
    # hours of training need no second look at what has not changed
    if any(file not in known for file in files):
        sources |= terms_of(data.paths, data.only)
        _write_learnt(run_dir, data)
    values = {
        "kind": start.kind,
        "recipe": start.recipe,
        "values": asdict(start.config),
        "started_from": earlier.get("started_from") if start.resumed else _described(start.weights),
        "data": known + [file for file in files if file not in known],
        "sources": sources,
        "device": describe_device(start.device),
        "compiled": start.compiled,
        "processes": start.processes,
        "versions": {
            "python": platform.python_version(),
            "torch": torch.__version__,
            **{name: metadata.version(name) for name in _PACKAGES},
        },
    }
    _write(run_dir / CONFIG_FILE, values)


def read_config(run_dir: Path) -> dict[str, Any]:
    """What ``config.json`` says; empty where there is none."""
    file = run_dir / CONFIG_FILE
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else {}


def trained_on(run_dir: Path, keys: Iterable[str], pictures: Iterable[NDArray[np.uint8]]) -> list[str]:
    """Those of ``keys`` that the run was trained on, by their name or by their picture.

    Raises WeightsMissing where the run's folder does not say what it was trained on.
    """
    file = run_dir / DATA_FILE
    try:
        learnt = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise WeightsMissing(
            f"{file} is not there: nobody knows which faces the run was trained on.",
            advice="Start the run again with 'facerestore train'; it writes that file.",
        ) from error
    known_keys, known_pictures = set(learnt["keys"]), set(learnt["pictures"])
    return [
        key
        for key, picture in zip(keys, pictures, strict=True)
        if _key_digest(key) in known_keys or _picture_digest(picture) in known_pictures
    ]


def _write_learnt(run_dir: Path, data: LearntFrom) -> None:
    file = run_dir / DATA_FILE
    learnt = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {"keys": [], "pictures": []}
    keys = {*learnt["keys"], *map(_key_digest, data.keys)}
    pictures = {*learnt["pictures"], *map(_picture_digest, data.pictures)}
    _write(file, {"keys": sorted(keys), "pictures": sorted(pictures)})


def _key_digest(key: str) -> str:
    # a key comes from a file name, which need not be UTF-8
    return _digest(key.encode(errors="surrogateescape"))


def _picture_digest(picture: NDArray[np.uint8]) -> str:
    """Of three rows across the face: all pixels of tens of thousands of faces would take a minute to read."""
    height = picture.shape[0]
    return _digest(np.ascontiguousarray(picture[[3 * height // 8, height // 2, 5 * height // 8]]).tobytes())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _described(weights: Path | None) -> dict[str, Any] | None:
    """A weights file and, where a manifest beside it knows it, its card: its data and terms are the new run's too."""
    if weights is None:
        return None
    sha256 = sha256_of(weights)
    entries = list_weights(weights.parent) if (weights.parent / MANIFEST).exists() else ()
    card = next((entry.card for entry in entries if entry.sha256 == sha256), None)
    return {"file": weights.name, "sha256": sha256, "card": card}


def _write(file: Path, values: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(file.name + ".part")
    part.write_text(json.dumps(values, indent=2) + "\n", encoding="utf-8")
    part.replace(file)
