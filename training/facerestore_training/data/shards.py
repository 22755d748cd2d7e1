"""Faces and labels from tar shards, decoded once into arrays on disk."""

import hashlib
import io
import json
import logging
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

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


def load_faces(shards: Sequence[Path], cache_dir: Path) -> FaceSet:
    """The faces of tar shards with members ``KEY.webp|jpg|png``, and ``KEY.png`` labels beside ``KEY.jpg``.

    The first call decodes them into ``cache_dir``; later ones map that file into memory.
    """
    name = fingerprint(shards)
    keys_file, pixels_file, labels_file = (cache_dir / f"{name}.{end}" for end in ("json", "npy", "labels.npy"))
    if not keys_file.exists():
        cache_dir.mkdir(parents=True, exist_ok=True)
        _decode(shards, keys_file, pixels_file, labels_file)
    keys = tuple(json.loads(keys_file.read_text()))
    labels = np.load(labels_file, mmap_mode="r", allow_pickle=False) if labels_file.exists() else None
    return FaceSet(keys, np.load(pixels_file, mmap_mode="r", allow_pickle=False), labels)


def read_members(shard: Path) -> Iterator[tuple[str, bytes]]:
    """(name, content) of each file of a tar, in order."""
    with tarfile.open(shard) as tar:
        for member in tar:
            stream = tar.extractfile(member) if member.isfile() else None
            if stream is not None:
                yield Path(member.name).name, stream.read()


def read_records(shard: Path) -> Iterator[tuple[str, dict[str, bytes]]]:
    """(key, {suffix: content}) of each sample of a tar whose members stand together."""
    key = ""
    record: dict[str, bytes] = {}
    for name, content in read_members(shard):
        stem, _, suffix = name.partition(".")
        if stem != key and record:
            yield key, record
            record = {}
        key = stem
        record[suffix] = content
    if record:
        yield key, record


def decode_rgb(content: bytes) -> NDArray[np.uint8]:
    """A picture file's pixels, uint8 (H, W, 3) RGB."""
    with Image.open(io.BytesIO(content)) as image:
        return np.asarray(image.convert("RGB"))


def _decode(shards: Sequence[Path], keys_file: Path, pixels_file: Path, labels_file: Path) -> None:
    log.info("decoding %s", ", ".join(s.name for s in shards))
    keys: list[str] = []
    pixels: list[NDArray[np.uint8]] = []
    labels: list[NDArray[np.uint8]] = []
    for shard in shards:
        for key, record in read_records(shard):
            picture = next(record[s] for s in ("webp", "jpg", "png") if s in record)
            keys.append(key)
            pixels.append(_sized(decode_rgb(picture)))
            if "jpg" in record and "png" in record:
                labels.append(_decoded_labels(record["png"]))
    np.save(pixels_file, np.stack(pixels))
    if labels:
        if len(labels) != len(pixels):
            raise ValueError("Either every face of a shard has labels or none.")
        np.save(labels_file, np.stack(labels))
    keys_file.write_text(json.dumps(keys))


def _sized(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    if pixels.shape[:2] == (FACE_PX, FACE_PX):
        return pixels
    return np.asarray(cv2.resize(pixels, (FACE_PX, FACE_PX), interpolation=cv2.INTER_AREA), np.uint8)


def _decoded_labels(content: bytes) -> NDArray[np.uint8]:
    with Image.open(io.BytesIO(content)) as image:
        if image.mode not in ("P", "L"):
            raise ValueError("A label map is an indexed or a grey PNG.")
        labels = np.asarray(image, np.uint8)
    return np.asarray(cv2.resize(labels, (FACE_PX, FACE_PX), interpolation=cv2.INTER_NEAREST), np.uint8)


def split_off(count: int, held_out: int, seed: int) -> tuple[list[int], list[int]]:
    """(training, held out) indices of a set, the same for the same arguments."""
    order: Any = np.random.default_rng(seed).permutation(count)
    return sorted(order[held_out:].tolist()), sorted(order[:held_out].tolist())


def fingerprint(files: Sequence[Path]) -> str:
    """A name for derived data that changes with the names, sizes and dates of its sources."""
    stats = [f"{file.name} {file.stat().st_size} {file.stat().st_mtime_ns}" for file in files]
    return f"{files[0].stem}-{hashlib.sha256(chr(10).join(stats).encode()).hexdigest()[:12]}"
