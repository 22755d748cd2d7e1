"""Seam: values known on some pixels, carried smoothly over the others (a membrane), fast for any hole size.

The guided interpolation of P. Perez, M. Gangnet and A. Blake, "Poisson Image Editing" (SIGGRAPH 2003): the
difference between photo and painted picture, known just outside the hole, is carried into the hole as a
solution of Laplace's equation. It is computed coarse to fine, as the push-pull of S. J. Gortler et al.,
"The Lumigraph" (SIGGRAPH 1996), with a few Jacobi steps per level. A cell of a coarse level is the mean of
the known pixels below it, so deep inside a hole many border pixels are averaged: grain at the border dies
out within a few pixels and does not streak.

Pushing is strictly blockwise. So a picture may be pushed in pieces whose corners lie on multiples of
``2**levels``, solved at the coarse level as a whole, and pulled in pieces with a margin, with the same
result.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.geometry import Box, Extent

_SMOOTHING_STEPS: Final = 3
_SATURATION: Final = 2.0
"""A coarse cell with at least 1 / _SATURATION of its area known counts as known."""

_NEIGHBOURS: Final = np.array([[0, 1, 0], [1, 0, 1], [0, 1, 0]], np.float32) / 4


@dataclass(frozen=True, eq=False)
class Level:
    """``values`` float32 (H, W, C); ``weight`` float32 (H, W): 0 unknown ... 1 known."""

    values: NDArray[np.float32]
    weight: NDArray[np.float32]


def membrane(values: NDArray[np.float32], known: NDArray[np.bool_]) -> NDArray[np.float32]:
    """The values (H, W, C), unchanged where known (H, W), smoothly continued elsewhere; zero if none is."""
    return pulled([Level(values, known.astype(np.float32))])


def pushed(level: Level, levels: int) -> list[Level]:
    """The level and ``levels`` coarser ones, each half as large (rounded up)."""
    pyramid = [level]
    for _ in range(levels):
        pyramid.append(_coarser(pyramid[-1]))
    return pyramid


def pulled(
    pyramid: list[Level], coarse: NDArray[np.float32] | None = None, *, part: Box | None = None
) -> NDArray[np.float32]:
    """The cells of the finest level (H, W, C), or of a part of it (h, w, C), the same values in less time.

    ``coarse`` is a solution for the last level; without it the pyramid is continued to a single cell.
    """
    if coarse is None:
        pyramid = pyramid[:-1] + pushed(pyramid[-1], max(pyramid[-1].weight.shape).bit_length())
        coarse = pyramid[-1].values
    for level in reversed(pyramid[1:-1]):
        coarse = _finer(level, coarse)
    finest, wanted = pyramid[0], part or Extent.of(pyramid[0].weight).box
    return coarse[wanted.slices] if len(pyramid) == 1 else _finer_part(finest, coarse, wanted)


def reach_px(levels: int) -> int:
    """How far a piece must reach beyond the pixels wanted of it, to be pulled from ``levels`` above."""
    return (1 + _SMOOTHING_STEPS) << levels


def _coarser(level: Level) -> Level:
    height, width = level.weight.shape
    weight, values = level.weight, level.values
    if height % 2 or width % 2:
        odd = ((0, height % 2), (0, width % 2))
        weight, values = np.pad(weight, odd), np.pad(values, (*odd, (0, 0)))
    size = (weight.shape[1] // 2, weight.shape[0] // 2)
    # the mean of whole 2 x 2 blocks; OpenCV drops an axis of length one, and every step gives it back
    weighted = cv2.resize(values * weight[..., None], size, interpolation=cv2.INTER_AREA)
    mean_weight = cv2.resize(weight, size, interpolation=cv2.INTER_AREA)
    mean = weighted.reshape(*mean_weight.shape, -1) / np.maximum(mean_weight, 1e-6)[..., None]
    return Level(mean.astype(np.float32), np.minimum(mean_weight * np.float32(_SATURATION), 1).astype(np.float32))


def _finer_part(level: Level, coarse: NDArray[np.float32], part: Box) -> NDArray[np.float32]:
    """One pull of a part of a level alone."""
    reach = part.grown(reach_px(0))
    # whole cells of the coarse level
    whole = Box(reach.left // 2 * 2, reach.top // 2 * 2, -(-reach.right // 2) * 2, -(-reach.bottom // 2) * 2)
    read = whole.clipped(Extent.of(level.weight))
    cells = Box(read.left // 2, read.top // 2, -(-read.right // 2), -(-read.bottom // 2))
    pulled_there = _finer(Level(level.values[read.slices], level.weight[read.slices]), coarse[cells.slices])
    return pulled_there[part.moved(-read.left, -read.top).slices]


def _finer(level: Level, coarse: NDArray[np.float32]) -> NDArray[np.float32]:
    """One pull: the coarse solution interpolated, known cells put back, the others smoothed."""
    height, width = level.weight.shape
    shape = level.values.shape
    doubled = cv2.resize(coarse, (2 * coarse.shape[1], 2 * coarse.shape[0]), interpolation=cv2.INTER_LINEAR)
    solution = doubled.reshape(*doubled.shape[:2], shape[2])[:height, :width]
    unknown = (1 - level.weight)[..., None]
    fixed = level.values * level.weight[..., None]
    solution = solution * unknown + fixed
    for _ in range(_SMOOTHING_STEPS):
        spread = cv2.filter2D(solution, -1, _NEIGHBOURS, borderType=cv2.BORDER_REPLICATE)
        solution = np.asarray(spread, np.float32).reshape(shape) * unknown
        solution += fixed
    return np.asarray(solution, np.float32)
