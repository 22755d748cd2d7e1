"""Ridge levels: where a photo is brighter, or darker, than on both sides of a line, for lines of all widths.

A line of its own width is looked for on each level of a pyramid: 1 to 4 pixels wide at first, twice as wide on each
level after. A place is compared with both sides, so that an edge, which has one such side only, gives nothing. The
answers of all levels lie on one grid of about a megapixel. Of several pixels in a cell the strongest answer
counts, so a scratch of one pixel is on the grid of a large scan too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.editing.magic_wand import Samples
from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled
from facerestore.values.geometry import Extent

MOST_CELLS: Final = 3 * 2**19
WIDEST_SHARE: Final = 1 / 30
"""The widest line, as a share of the photo's shorter side."""
LEVEL_WIDTH_PX: Final = 4
"""The widest line of the first level."""

_STRIP_PIXELS: Final = 2**21
_HALO_PX: Final = 8
_SIDES: Final = ((3, 0), (0, 3), (2, 2), (2, -2))
"""Steps (right, down) to the side of a line, in pixels of a level."""
_ALONG: Final = 5
"""How long a piece of a line is averaged."""
_Rows = Callable[[int, int], NDArray[np.uint8]]
"""The rows of a grey picture (h, w) from one to another."""

_NEAR_CELLS: Final = 31
_LEAST: Final = 2.0
"""What stands out by less, in 255ths of white, is not seen."""
_LIVELY: Final = 3.0
"""How many times as strong as is common near by an answer of 1 is."""


@dataclass(frozen=True, eq=False)
class RidgeLevels:
    """``strengths``: float32 (L, 2, h, w), how much each cell stands out as a bright line, or as a dark one, on each
    level: 0 is not at all, 1 is more than is common near by. ``cell_px``: photo pixels of a cell's side, a power of
    two. ``extent``: of the photo."""

    strengths: NDArray[np.float32]
    cell_px: int
    extent: Extent

    @classmethod
    def of(cls, pixels: Samples, *, cancel: CancelToken = NEVER) -> "RidgeLevels":
        """The levels of a photo (H, W) or (H, W, 3), 8 or 16 bits, in memory of about a third of a photo of 8 bits.

        Raises Cancelled.
        """
        extent = Extent.of(pixels)
        cell_px = 1
        while -(-extent.width // cell_px) * -(-extent.height // cell_px) > MOST_CELLS:
            cell_px *= 2
        grid = (-(-extent.height // cell_px), -(-extent.width // cell_px))
        widest_px = WIDEST_SHARE * min(extent.width, extent.height)
        count = 1 + max(0, int(np.ceil(np.log2(max(widest_px, 1) / LEVEL_WIDTH_PX))))
        levels: list[NDArray[np.float32]] = []

        def first_rows(top: int, bottom: int) -> NDArray[np.uint8]:
            return grey_of(pixels[top:bottom])

        rows: _Rows = first_rows
        height, width = extent.height, extent.width
        for level in range(count):
            if min(height, width) <= 2 * _HALO_PX:
                break
            answers, half = _answers(rows, height, width, max(1, cell_px >> level), cancel)
            levels.append(np.stack([_strength(one, grid, 2**level / cell_px) for one in answers]))
            height, width = half.shape
            rows = _rows_of(half)
        if not levels:
            levels = [np.zeros((2, *grid), np.float32)]
        return cls(np.stack(levels), cell_px, extent)

    def cell(self, x_px: float, y_px: float) -> tuple[int, int]:
        """(row, column) of a place of the photo, the nearest where it lies outside."""
        height, width = self.strengths.shape[2:]
        row, column = int(np.floor(y_px / self.cell_px)), int(np.floor(x_px / self.cell_px))
        return min(max(row, 0), height - 1), min(max(column, 0), width - 1)


def grey_of(pixels: Samples) -> NDArray[np.uint8]:
    """Grey (h, w) of 8 bits of samples (h, w) or (h, w, 3)."""
    eight = np.asarray(pixels if pixels.dtype == np.uint8 else pixels >> 8, np.uint8)
    return eight if eight.ndim == 2 else np.asarray(cv2.cvtColor(np.ascontiguousarray(eight), cv2.COLOR_RGB2GRAY))


def _rows_of(picture: NDArray[np.uint8]) -> _Rows:
    return lambda top, bottom: picture[top:bottom]


def _answers(
    rows: _Rows, height: int, width: int, pooled: int, cancel: CancelToken
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The answers (2, ceil(h / pooled), ceil(w / pooled)) of bright and dark lines of one level, the strongest of each
    cell, and the picture at half its size."""
    strip = max(pooled, 2, _STRIP_PIXELS // width // max(pooled, 2) * max(pooled, 2))
    answers, halves = [], []
    for top in range(0, height, strip):
        raise_if_cancelled(cancel)
        first, last = max(0, top - _HALO_PX), min(height, top + strip + _HALO_PX)
        grey = rows(first, last)
        own = slice(top - first, min(top + strip, height) - first)
        answers.append(np.stack([_pooled(one[own], pooled) for one in _lines(grey)]))
        even = grey[own][: (own.stop - own.start) // 2 * 2, : width // 2 * 2]
        if even.shape[0]:
            halves.append(np.asarray(cv2.resize(even, (width // 2, even.shape[0] // 2), interpolation=cv2.INTER_AREA)))
    return np.concatenate(answers, axis=1), np.concatenate(halves)


def _lines(grey: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """How much brighter, and how much darker, a line is at each pixel (h, w) than both sides of it."""
    bright, dark = np.zeros_like(grey), np.zeros_like(grey)
    soft = cv2.GaussianBlur(grey, (3, 3), 0)
    for kernel, (right, down) in zip(_KERNELS, _SIDES, strict=True):
        line = np.asarray(cv2.filter2D(soft, cv2.CV_8U, kernel, borderType=cv2.BORDER_REPLICATE))
        padded = cv2.copyMakeBorder(line, 3, 3, 3, 3, cv2.BORDER_REPLICATE)
        height, width = grey.shape
        one, other = (
            padded[3 + sign * down : 3 + sign * down + height, 3 + sign * right : 3 + sign * right + width]
            for sign in (1, -1)
        )
        bright = np.asarray(cv2.max(bright, cv2.subtract(line, cv2.max(one, other))), np.uint8)
        dark = np.asarray(cv2.max(dark, cv2.subtract(cv2.min(one, other), line)), np.uint8)
    return bright, dark


def _kernels() -> tuple[NDArray[np.float32], ...]:
    """What averages along the lines whose sides ``_SIDES`` names."""
    flat = np.full((1, _ALONG), 1 / _ALONG, np.float32)
    diagonal = np.diag(flat[0])
    return flat.T.copy(), flat, np.ascontiguousarray(diagonal[::-1], np.float32), np.asarray(diagonal, np.float32)


_KERNELS: Final = _kernels()


def _pooled(answer: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """The strongest of each square of ``side``; what is cut at the right and lower edge is a square too."""
    if side == 1:
        return answer
    height, width = answer.shape
    whole = np.pad(answer, ((0, -height % side), (0, -width % side)))
    of_rows = whole.reshape(-1, side, whole.shape[1]).max(axis=1)
    return np.asarray(of_rows.reshape(of_rows.shape[0], -1, side).max(axis=2))


def _strength(answer: NDArray[np.uint8], grid: tuple[int, int], cells: float) -> NDArray[np.float32]:
    """An answer (h, w) on the grid, measured by how large it commonly is near by. ``cells``: how many cells of the grid
    a pixel of a coarse level covers."""
    near = min(_NEAR_CELLS, (min(answer.shape) - 1) | 1)
    lively = cv2.medianBlur(np.ascontiguousarray(answer), near).astype(np.float32)
    strength = answer / (_LIVELY * lively + np.float32(_LEAST))
    if cells > 1:
        side = int(cells)
        large = (answer.shape[1] * side, answer.shape[0] * side)
        strength = np.asarray(cv2.resize(strength, large, interpolation=cv2.INTER_LINEAR))
    height, width = (min(have, wanted) for have, wanted in zip(strength.shape, grid, strict=True))
    whole = strength[:height, :width]
    missing = ((0, grid[0] - height), (0, grid[1] - width))
    return np.asarray(np.pad(whole, missing, mode="edge"), np.float32)
