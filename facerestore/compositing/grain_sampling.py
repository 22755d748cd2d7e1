"""Where grain is measured: small windows of the visible photo near the mask, and of paintings in the hole."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.geometry import Box
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

WINDOWS_PX: Final = (32, 16)
"""Sides of the windows tried, multiples of 8; the smaller one for photos that have no room for the larger."""

_ENOUGH: Final = 48
_MOST: Final = 600
_MOST_IN_HOLES: Final = 150
_REACH_WINDOWS: Final = 12


def visible_windows(photo: Photo, mask: Mask) -> list[Box]:
    """Boxes, all of one size, in which every pixel is visible: the nearest to the mask, spread evenly."""
    covered = mask.coverage
    if photo.alpha is not None:
        covered = np.where(photo.alpha == 0, np.uint8(255), covered)
    found: list[Box] = []
    for side in WINDOWS_PX:
        area = mask.box.grown(side * _REACH_WINDOWS).clipped(mask.extent)
        found = _nearest(covered[area.slices], area, side)
        if len(found) >= _ENOUGH:
            break
    return found


def hole_windows(mask: Mask, side_px: int) -> list[Box]:
    """Boxes of that side in which every pixel is to be restored, spread evenly."""
    area = mask.box
    free = _free_blocks(~mask.coverage[area.slices], side_px // 2)
    rows, columns = np.nonzero(_windows_of_blocks(free))
    return _spread(_boxes(rows, columns, area, side_px), _MOST_IN_HOLES)


def read_windows(pixels: NDArray[np.generic], boxes: list[Box], white: int) -> NDArray[np.float32]:
    """The windows (N, n, n, C), 0...1."""
    cut = np.stack([pixels[box.slices] for box in boxes])
    return cut.reshape(*cut.shape[:3], -1).astype(np.float32) / np.float32(white)


def _nearest(covered: NDArray[np.uint8], area: Box, side: int) -> list[Box]:
    free = _free_blocks(covered, side // 2)
    usable = _windows_of_blocks(free)
    if not usable.any():
        return []
    # distance from the mask in blocks, at the window's first block
    distance = cv2.distanceTransform(free.astype(np.uint8), cv2.DIST_L2, 3)[: usable.shape[0], : usable.shape[1]]
    rows, columns = np.nonzero(usable)
    order = np.argsort(distance[rows, columns], kind="stable")[: 4 * _MOST]
    return _spread(_boxes(rows[order], columns[order], area, side), _MOST)


def _free_blocks(covered: NDArray[np.uint8], block_px: int) -> NDArray[np.bool_]:
    """True for each whole block (rows, columns) in which nothing is covered."""
    rows, columns = covered.shape[0] // block_px, covered.shape[1] // block_px
    whole = covered[: rows * block_px, : columns * block_px].reshape(rows, block_px, columns, block_px)
    return np.asarray(~(whole > 0).any(axis=(1, 3)))


def _windows_of_blocks(free: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """True where a block and its neighbours right, below and diagonally are all free."""
    return np.asarray(free[:-1, :-1] & free[:-1, 1:] & free[1:, :-1] & free[1:, 1:])


def _boxes(rows: NDArray[np.intp], columns: NDArray[np.intp], area: Box, side: int) -> list[Box]:
    lefts, tops = area.left + columns * (side // 2), area.top + rows * (side // 2)
    return [Box(int(x), int(y), int(x) + side, int(y) + side) for x, y in zip(lefts, tops, strict=True)]


def _spread(boxes: list[Box], most: int) -> list[Box]:
    """At most so many of the boxes, evenly chosen from the list."""
    return boxes[:: max(1, -(-len(boxes) // most))]
