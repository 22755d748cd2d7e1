"""Holes that never change: from a folder, or drawn by seed and key.

The drawing is the protocol's own and not that of training (``data.masks``), whose holes may change with any recipe.
"""

import hashlib
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import TEMPLATE
from facerestore_training.data import masks
from facerestore_training.data.shards import FACE_PX

Hole = NDArray[np.uint8]
Draw = Callable[[np.random.Generator, int], Hole]
_Generator = np.random.Generator


def _free_form(rng: _Generator, size_px: int) -> Hole:
    """Thick strokes, often with boxes or a blotch: harder than the irregular masks of papers at the same area."""
    hole = _strokes(rng, size_px)
    if rng.random() < 0.5:
        hole |= _boxes(rng, size_px)
    if rng.random() < 0.4:
        cells = rng.normal(size=(9, 9)).astype(np.float32)
        noise = cv2.resize(cells, (size_px, size_px), interpolation=cv2.INTER_CUBIC)
        hole |= (noise > rng.uniform(0.4, 1.2)).astype(np.uint8)
    return hole


def _strokes(rng: _Generator, size_px: int) -> Hole:
    hole = np.zeros((size_px, size_px), np.uint8)
    for _ in range(int(rng.integers(1, 6))):
        x, y = rng.integers(0, size_px, 2)
        angle = rng.uniform(0, 2 * np.pi)
        for _ in range(rng.integers(3, 12)):
            angle += rng.uniform(-1.2, 1.2)
            reach = rng.uniform(0.05, 0.25) * size_px
            end_x, end_y = int(x + reach * np.cos(angle)), int(y + reach * np.sin(angle))
            width = max(1, int(rng.uniform(0.03, 0.14) * size_px))
            cv2.line(hole, (int(x), int(y)), (end_x, end_y), 1, width)
            cv2.circle(hole, (end_x, end_y), max(1, width // 2), 1, -1)
            x, y = np.clip([end_x, end_y], 0, size_px - 1)
    return hole


def _boxes(rng: _Generator, size_px: int) -> Hole:
    hole = np.zeros((size_px, size_px), np.uint8)
    for _ in range(int(rng.integers(1, 4))):
        width, height = rng.integers(size_px // 10, size_px // 2, 2)
        left, top = rng.integers(0, size_px - width // 2), rng.integers(0, size_px - height // 2)
        hole[top : top + height, left : left + width] = 1
    return hole


def _scratches(rng: _Generator, size_px: int) -> Hole:
    """Nearly straight lines of 2 to 5 px."""
    hole = np.zeros((size_px, size_px), np.uint8)
    for _ in range(rng.integers(4, 10)):
        x, y = rng.uniform(0, size_px, 2)
        angle = rng.uniform(0, np.pi)
        for _ in range(rng.integers(4, 14)):
            angle += rng.normal() * 0.15
            reach = rng.uniform(0.05, 0.15) * size_px
            end_x, end_y = x + reach * np.cos(angle), y + reach * np.sin(angle)
            cv2.line(hole, (int(x), int(y)), (int(end_x), int(end_y)), 1, int(rng.integers(2, 6)))
            x, y = end_x, end_y
    return hole


def _thin(low: float, high: float) -> Draw:
    """Many wandering lines of 2 to 8 px and small spots, until the share is reached: irregular masks after Liu et al.
    (Partial Convolutions, ECCV 2018), whose own files are not at hand."""

    def draw(rng: _Generator, size_px: int) -> Hole:
        hole = np.zeros((size_px, size_px), np.uint8)
        wanted = rng.uniform(low, high)
        while hole.mean() < wanted:
            point, angle = rng.uniform(0, size_px, 2), rng.uniform(0, 2 * np.pi)
            width = int(rng.integers(2, 9))
            for _ in range(rng.integers(4, 16)):
                angle += rng.normal() * 0.5
                end = point + rng.uniform(0.03, 0.12) * size_px * np.array([np.cos(angle), np.sin(angle)])
                cv2.line(hole, _pixel(point), _pixel(end), 1, width)
                if rng.random() < 0.15:
                    axes = (int(rng.integers(2, 9)), int(rng.integers(2, 9)))
                    cv2.ellipse(hole, _pixel(end), axes, float(rng.uniform(0, 180)), 0, 360, 1, -1)
                point = end
        return hole

    return draw


def _ellipses(which: Sequence[tuple[float, float, float, float]]) -> Draw:
    """Ellipses (x, y, half width, half height as shares of the side), moved and scaled a little."""

    def draw(rng: _Generator, size_px: int) -> Hole:
        hole = np.zeros((size_px, size_px), np.uint8)
        spread = rng.uniform(0.9, 1.3)
        for x, y, half_width, half_height in which:
            centre = (np.array([x, y]) + rng.normal(0, 0.01, 2)) * size_px
            axes = (int(half_width * spread * size_px), int(half_height * spread * size_px))
            cv2.ellipse(hole, _pixel(centre), axes, float(rng.uniform(-8, 8)), 0, 360, 1, -1)
        return hole

    return draw


def _one_eye(rng: _Generator, size_px: int) -> Hole:
    """The eye on the left or the one on the right."""
    return _ellipses(_EYES[:1] if rng.random() < 0.5 else _EYES[1:])(rng, size_px)


def _half_face(rng: _Generator, size_px: int) -> Hole:
    """The left or the right half from the brows' height or above to the chin or below."""
    hole = np.zeros((size_px, size_px), np.uint8)
    edge = int((TEMPLATE[2, 0] + rng.normal(0, 0.03)) * size_px)
    rows = slice(int(rng.uniform(0.1, 0.3) * size_px), int(rng.uniform(0.8, 1.0) * size_px))
    hole[rows, slice(0, edge) if rng.random() < 0.5 else slice(edge, size_px)] = 1
    return hole


_EYES: Final = tuple((float(x), float(y), 0.10, 0.075) for x, y in TEMPLATE[:2])
_MOUTH: Final = tuple((TEMPLATE[3] + TEMPLATE[4]) / 2)
KINDS: Final[dict[str, tuple[float, float, Draw]]] = {
    "r01_10": (0.01, 0.10, _free_form),
    "r10_20": (0.10, 0.20, _free_form),
    "r20_30": (0.20, 0.30, _free_form),
    "r30_40": (0.30, 0.40, _free_form),
    "r40_50": (0.40, 0.50, _free_form),
    "r50_60": (0.50, 0.60, _free_form),
    "r20_40": (0.20, 0.40, _free_form),
    "r40_60": (0.40, 0.60, _free_form),
    "thin20_40": (0.20, 0.40, _thin(0.20, 0.40)),
    "thin40_60": (0.40, 0.60, _thin(0.40, 0.60)),
    "scratch": (0.03, 0.15, _scratches),
    "eye": (0.01, 0.40, _one_eye),
    "eyes": (0.01, 0.40, _ellipses(_EYES)),
    "nose": (0.01, 0.40, _ellipses([(float(TEMPLATE[2, 0]), float(TEMPLATE[2, 1]) - 0.04, 0.08, 0.12)])),
    "mouth": (0.01, 0.40, _ellipses([(*_MOUTH, 0.15, 0.08)])),
    "half": (0.10, 0.60, _half_face),
}
"""Name of a bucket: (least share, share that is not reached, how a hole is drawn).

The six narrow ratio buckets, the two wide ones of published tables, thin irregular holes of the same shares, scratches,
and whole parts of the face.
"""


def frozen_hole(bucket: str, key: str, *, seed: int = 0, size_px: int = FACE_PX) -> Hole:
    """The hole (size, size), 1 = restore, of one face in one bucket: the same for the same arguments, for ever."""
    low, high, draw = KINDS[bucket]
    rng = np.random.default_rng([seed, zlib.crc32((bucket + key).encode(errors="surrogateescape"))])
    hole = draw(rng, size_px)
    while not low <= hole.mean() < high:
        hole = draw(rng, size_px)
    return hole


class FrozenBuckets(Mapping[str, NDArray[np.uint8]]):
    """{bucket: holes (N, 256, 256)} of the faces with these keys, drawn when asked for."""

    def __init__(self, keys: Sequence[str], *, seed: int = 0, names: Sequence[str] | None = None) -> None:
        self._keys, self._seed = tuple(keys), seed
        self._names = tuple(KINDS if names is None else names)

    def __getitem__(self, name: str) -> NDArray[np.uint8]:
        if name not in self._names:
            raise KeyError(name)
        return np.stack([frozen_hole(name, key, seed=self._seed) for key in self._keys])

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class FolderBuckets(Mapping[str, NDArray[np.uint8]]):
    """{sub-folder: holes (N, 256, 256)} of the faces with these keys, from ``SUBFOLDER/KEY.png``, read when asked for.

    Raises FileNotFoundError where there is no sub-folder, or a mask is missing.
    """

    def __init__(self, folder: Path, keys: Sequence[str], *, names: Sequence[str] | None = None) -> None:
        found = sorted(path.name for path in folder.iterdir() if path.is_dir())
        self._names = tuple(found if names is None else names)
        if not self._names:
            raise FileNotFoundError(folder)
        self._folder, self._keys = folder, tuple(keys)

    def __getitem__(self, name: str) -> NDArray[np.uint8]:
        if name not in self._names:
            raise KeyError(name)
        return np.stack([_read_hole(self._folder / name / f"{key}.png") for key in self._keys])

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def read_buckets(folder: Path, keys: Sequence[str]) -> dict[str, NDArray[np.uint8]]:
    """{name of sub-folder: holes (N, 256, 256)} from ``SUBFOLDER/KEY.png``. Raises FileNotFoundError."""
    return dict(FolderBuckets(folder, keys))


def own_buckets(count: int, *, seed: int) -> dict[str, NDArray[np.uint8]]:
    """Holes drawn as training draws them, for a validation during a run that is given no masks."""
    rng = np.random.default_rng(seed)

    def drawn(low: float, high: float, draw: Draw) -> Hole:
        hole = draw(rng, FACE_PX)
        while not low <= hole.mean() < high:
            hole = draw(rng, FACE_PX)
        return hole

    kinds = {
        "10-20": (0.1, 0.2, masks.free_form),
        "20-40": (0.2, 0.4, masks.free_form),
        "40-60": (0.4, 0.6, masks.free_form),
        "scratch": (0.02, 0.15, masks.scratches),
    }
    return {name: np.stack([drawn(*kind) for _ in range(count)]) for name, kind in kinds.items()}


def fingerprint_of_holes(holes_NHW: NDArray[np.uint8]) -> str:
    """SHA-256 of the holes' bits: two reports with the same one judged the same holes."""
    return hashlib.sha256(np.packbits(holes_NHW > 0).tobytes()).hexdigest()


def _read_hole(path: Path) -> Hole:
    hole = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    if hole is None or hole.shape != (FACE_PX, FACE_PX):
        raise FileNotFoundError(f"{path} is not a mask of {FACE_PX} x {FACE_PX} pixels")
    return (hole >= 127).astype(np.uint8)


def _pixel(point: NDArray[np.floating]) -> tuple[int, int]:
    return int(point[0]), int(point[1])
