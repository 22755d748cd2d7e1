"""Faces and labels from tar shards and folders, decoded once into arrays on disk."""

import hashlib
import json
import logging
import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore_training.data.sources import open_source
from facerestore_training.data.tars import ShardUnreadable

log = logging.getLogger(__name__)

FACE_PX = 256


@dataclass(frozen=True, eq=False)
class FaceSet:
    """Aligned faces: ``pixels`` uint8 (N, 256, 256, 3); ``labels`` uint8 (N, 256, 256) or None; their keys."""

    keys: tuple[str, ...]
    pixels: NDArray[np.uint8]
    labels: NDArray[np.uint8] | None = None

    def __len__(self) -> int:
        return len(self.keys)

    def subset(self, indices: Sequence[int]) -> "FaceSet":
        chosen = list(indices)
        return FaceSet(
            tuple(self.keys[i] for i in chosen),
            self.pixels[chosen],
            None if self.labels is None else self.labels[chosen],
        )


def load_faces(paths: Sequence[Path], cache_dir: Path, only: Collection[str] = ()) -> FaceSet:
    """The aligned faces of tar shards or folders: members ``KEY.webp|jpg|png``, with labels ``KEY.png`` beside
    ``KEY.webp|jpg``; or the folders of CelebA-HQ and CelebAMask-HQ. ``only``: those of the
    sources named there.

    The first call decodes them into ``cache_dir``; later ones map that file into memory. Raises
    ShardUnreadable, also where only some of the faces have labels.
    """
    name = fingerprint(paths, only)
    keys_file, pixels_file, labels_file = (cache_dir / f"{name}.{end}" for end in ("json", "npy", "labels.npy"))
    if not keys_file.exists():
        cache_dir.mkdir(parents=True, exist_ok=True)
        _decode(paths, only, keys_file, pixels_file, labels_file)
    keys = tuple(json.loads(keys_file.read_text(encoding="utf-8")))
    labels = np.load(labels_file, mmap_mode="r", allow_pickle=False) if labels_file.exists() else None
    return FaceSet(keys, np.load(pixels_file, mmap_mode="r", allow_pickle=False), labels)


def split_off(count: int, held_out: int, seed: int) -> tuple[list[int], list[int]]:
    """(training, held out) indices of a set, the same for the same arguments."""
    order: Any = np.random.default_rng(seed).permutation(count)
    return sorted(order[held_out:].tolist()), sorted(order[:held_out].tolist())


def fingerprint(paths: Sequence[Path], only: Collection[str] = ()) -> str:
    """A name for derived data that changes with the names, sizes and dates of its sources, files or folders, and with
    what is taken from them."""
    stats = [f"only {name}" for name in sorted(only)]
    for path in paths:
        files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
        for file in files:
            name = file.relative_to(path).as_posix() if path.is_dir() else file.name
            found = file.stat()
            stats.append(f"{name} {found.st_size} {found.st_mtime_ns}")
    return f"{paths[0].stem}-{hashlib.sha256(chr(10).join(stats).encode(errors='surrogateescape')).hexdigest()[:12]}"


def _decode(
    paths: Sequence[Path], only: Collection[str], keys_file: Path, pixels_file: Path, labels_file: Path
) -> None:
    log.info("decoding %s", ", ".join(path.name for path in paths))
    count = sum(_counted(path, only) for path in paths)
    keys: list[str] = []
    is_labelled = False
    # on disk from the start: tens of thousands of faces do not fit into memory
    with _part(pixels_file) as pixels_part, _part(labels_file) as labels_part:
        pixels = np.lib.format.open_memmap(pixels_part, "w+", np.uint8, (count, FACE_PX, FACE_PX, 3))
        labels = np.lib.format.open_memmap(labels_part, "w+", np.uint8, (count, FACE_PX, FACE_PX))
        for path in paths:
            for face in open_source(path, only):
                if keys and is_labelled != (face.labels is not None):
                    raise ShardUnreadable(
                        path,
                        f"Of {face.key} and the faces before it, some have label maps and some have none.",
                        advice="Give only faces with labels, or only faces without.",
                    )
                is_labelled = face.labels is not None
                pixels[len(keys)] = _sized(face.pixels, cv2.INTER_AREA)
                if face.labels is not None:
                    labels[len(keys)] = _sized(face.labels, cv2.INTER_NEAREST)
                keys.append(face.key)
        pixels.flush()
        labels.flush()
        # Windows moves no file that is mapped
        del pixels, labels
        os.replace(pixels_part, pixels_file)
        if is_labelled:
            os.replace(labels_part, labels_file)
    with _part(keys_file) as keys_part:
        keys_part.write_text(json.dumps(keys), encoding="utf-8")
        os.replace(keys_part, keys_file)


def _counted(path: Path, only: Collection[str]) -> int:
    count = len(open_source(path, only))
    if count == 0:
        raise ShardUnreadable(
            path, "It holds no faces.", advice="A face is KEY.webp, KEY.jpg or KEY.png, in the CelebA-HQ frame."
        )
    return count


@contextmanager
def _part(file: Path) -> Iterator[Path]:
    """A name of this process's own to write to; whatever is left there is removed."""
    part = file.with_name(f".{os.getpid()}-{file.name}")
    try:
        yield part
    finally:
        with suppress(OSError):
            part.unlink()


def _sized(pixels: NDArray[np.uint8], interpolation: int) -> NDArray[np.uint8]:
    if pixels.shape[:2] == (FACE_PX, FACE_PX):
        return pixels
    return np.asarray(cv2.resize(pixels, (FACE_PX, FACE_PX), interpolation=interpolation), np.uint8)
