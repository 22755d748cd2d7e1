"""The sample portrait: a public-domain photo that comes with scikit-image, and damage drawn on it by code."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

_CRACK_PX: Final = 6
_MARGIN_PX: Final = 2
"""The mask reaches this far beyond the damage, as a careful hand would paint it."""
_PAPER: Final = (236, 230, 218)
_UNDER_THE_PAPER: Final = (92, 84, 74)
_CRACK_POINTS: Final = ((128, 0), (186, 62), (214, 104), (226, 128), (262, 214), (330, 330), (386, 530))
"""x, y: from the upper edge past the left eye, over nose and mouth, to the lower edge."""
_TORN_PX: Final = 104
"""Reach of the torn corner along both edges, at the top left."""


@dataclass(frozen=True, eq=False)
class Sample:
    """A damaged photo, 512 x 512 RGB at 8 bits, the mask of its damage, and the photo before the damage."""

    damaged: Photo
    mask: Mask
    original: Photo


def damaged_sample() -> Sample:
    """The same sample every time. Reads one file of scikit-image's, and needs no network."""
    import skimage.data

    original = np.asarray(skimage.data.astronaut(), np.uint8)  # type: ignore[no-untyped-call]
    shape = original.shape[:2]
    crack, torn, edge = _crack(shape), _torn_corner(shape, _TORN_PX), _torn_corner(shape, _TORN_PX + 7)
    damaged = original.copy()
    damaged[edge & ~torn] = _PAPER  # the paper's white fibres along the tear
    damaged[torn] = _UNDER_THE_PAPER
    damaged[crack] = _PAPER
    return Sample(
        damaged=Photo(_worn(damaged, crack | edge), format="png"),
        mask=Mask.from_bool(crack | edge).grown(_MARGIN_PX),
        original=Photo(original, format="png"),
    )


def _crack(shape: tuple[int, int]) -> NDArray[np.bool_]:
    """A jagged line through _CRACK_POINTS, of uneven width."""
    random = np.random.default_rng(3)
    points: list[NDArray[np.float64]] = []
    for start, end in pairwise(_CRACK_POINTS):
        steps = max(2, int(np.hypot(end[0] - start[0], end[1] - start[1]) / 9))
        line = np.linspace(start, end, steps, endpoint=False)
        points.append(line + random.normal(0, 1.6, line.shape))
    joined = np.concatenate(points)
    picture = np.zeros(shape, np.uint8)
    for start, end in pairwise(joined):
        width = int(random.integers(_CRACK_PX - 2, _CRACK_PX + 3))
        cv2.line(picture, _pixel(start), _pixel(end), 255, width)
    return picture > 0


def _torn_corner(shape: tuple[int, int], reach_px: int) -> NDArray[np.bool_]:
    """The corner at the top left, with a ragged edge."""
    random = np.random.default_rng(5)
    turns = np.linspace(0, 1, 24)
    ragged = random.normal(0, 3.0, (24, 2))
    edge = np.stack([reach_px * turns, reach_px * 1.1 * (1 - turns)], axis=1) + ragged
    outline = np.concatenate([[[-9, -9], [-9, reach_px * 1.1]], edge, [[reach_px, -9]]])
    picture = np.zeros(shape, np.uint8)
    cv2.fillPoly(picture, [np.round(outline).astype(np.int32)], (255,))
    return picture > 0


def _worn(pixels: NDArray[np.uint8], damage: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """The picture with a little dirt on what is damaged; the rest is not touched."""
    dirt = np.random.default_rng(7).normal(0, 6, pixels.shape[:2])[..., None]
    dirty = np.clip(pixels + dirt, 0, 255).astype(np.uint8)
    return np.where(damage[..., None], dirty, pixels)


def _pixel(point: NDArray[np.float64]) -> tuple[int, int]:
    return round(float(point[0])), round(float(point[1]))
