"""Where grain is measured: small windows of the visible photo near the mask, and of paintings in the hole."""

from collections.abc import Callable
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.geometry import Box
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

LARGE_PX: Final = 32
SMALL_PX: Final = 16
"""Sides of windows, multiples of 8. Coarse grain shows in large ones only, flat places of small photos in small."""

ENOUGH: Final = 48
_MOST: Final = 600
_MOST_IN_HOLES: Final = 150
_REACH_WINDOWS: Final = 12


def visible_windows(photo: Photo, mask: Mask, side_px: int) -> list[Box]:
    """Boxes of that side in which every pixel is visible: the nearest to the mask, spread evenly."""

    def unusable(box: Box) -> NDArray[np.bool_]:
        covered = mask.coverage[box.slices] > 0
        return covered if photo.alpha is None else covered | (photo.alpha[box.slices] == 0)

    area = mask.box.grown(side_px * _REACH_WINDOWS).clipped(mask.extent)
    return _nearest(_free_blocks(unusable, area, side_px // 2), area, side_px)


def hole_windows(mask: Mask, side_px: int) -> list[Box]:
    """Boxes of that side in which every pixel is to be restored, spread evenly."""
    area = mask.box
    free = _free_blocks(lambda box: mask.coverage[box.slices] == 0, area, side_px // 2)
    rows, columns = np.nonzero(_windows_of_blocks(free))
    rows, columns = _spread(rows, columns, _MOST_IN_HOLES)
    return _boxes(rows, columns, area, side_px)


def read_windows(pixels: NDArray[np.generic], boxes: list[Box], white: int) -> NDArray[np.float32]:
    """The windows (N, n, n, C), 0...1."""
    cut = np.stack([pixels[box.slices] for box in boxes])
    return cut.reshape(*cut.shape[:3], -1).astype(np.float32) / np.float32(white)


def _nearest(free: NDArray[np.bool_], area: Box, side: int) -> list[Box]:
    usable = _windows_of_blocks(free)
    if not usable.any():
        return []
    # distance from the mask in blocks, at the window's first block
    distance = cv2.distanceTransform(free.astype(np.uint8), cv2.DIST_L2, 3)[: usable.shape[0], : usable.shape[1]]
    rows, columns = np.nonzero(usable)
    order = np.argsort(distance[rows, columns], kind="stable")[: 4 * _MOST]
    return _boxes(*_spread(rows[order], columns[order], _MOST), area, side)


def _free_blocks(unusable: Callable[[Box], NDArray[np.bool_]], area: Box, block_px: int) -> NDArray[np.bool_]:
    """True for each whole block (rows, columns) of an area in which no pixel is unusable."""
    rows, columns = area.height // block_px, area.width // block_px
    free = np.zeros((rows, columns), np.bool_)
    for row in range(rows):
        top = area.top + row * block_px
        strip = Box(area.left, top, area.left + columns * block_px, top + block_px)
        free[row] = ~unusable(strip).any(axis=0).reshape(columns, block_px).any(axis=1)
    return free


def _windows_of_blocks(free: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """True where a block and its neighbours right, below and diagonally are all free."""
    return np.asarray(free[:-1, :-1] & free[:-1, 1:] & free[1:, :-1] & free[1:, 1:])


def _boxes(rows: NDArray[np.intp], columns: NDArray[np.intp], area: Box, side: int) -> list[Box]:
    lefts, tops = area.left + columns * (side // 2), area.top + rows * (side // 2)
    return [Box(int(x), int(y), int(x) + side, int(y) + side) for x, y in zip(lefts, tops, strict=True)]


def _spread(rows: NDArray[np.intp], columns: NDArray[np.intp], most: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """At most so many of the places, evenly chosen."""
    step = max(1, -(-len(rows) // most))
    return rows[::step], columns[::step]
