"""Scratch paths: the way of a scratch from one of its places to any other, and to its ends.

From one place the least cost to every other is calculated once, and the way to one of them is then read off at once, as
the pointer moves (E. Mortensen, W. Barrett, "Intelligent scissors", 1995). It costs little to follow what stands out
as the line at that place does: bright or dark, and about as wide.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d
from skimage.graph import MCP_Geometric

from facerestore.editing.ridge_levels import LEVEL_WIDTH_PX, RidgeLevels
from facerestore.editing.ridge_walk import walked
from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled

_CLEAR: Final = 1.5
"""How strong a line must be at the pressed place to be followed, and to say how wide the rest is."""
_HALF_SHARE: Final = 0.3
_HALF_COST: Final = (0.6, 6.0)
"""At that share of the strength of the pressed place, within these limits, a step costs half as much as beside the
line."""
_FLOOR: Final = 0.04
_LEAST_LOOK_CELLS: Final = 6.0
_SMOOTH_CELLS: Final = 1.0
"""A way on a grid goes by steps, which no scratch does."""
_PULL: Final = 0.5
"""How much of a strength is lost at the rim of where a line is looked for."""


@dataclass(frozen=True)
class Ridge:
    """What a line is like. ``level``: of the pyramid on which it stands out the most; ``is_bright``: None where nothing
    stands out."""

    level: int = 0
    is_bright: bool | None = None


class ScratchPaths:
    """The least costs from one place of a photo. ``ridge``: what the line is like there. Places are photo pixels (x,
    y), so are those of ways, float64 (N, 2).

    ``reach_px``: how far from the place a line may lie that is meant. Raises Cancelled.
    """

    def __init__(
        self, levels: RidgeLevels, x_px: float, y_px: float, *, reach_px: float, cancel: CancelToken = NEVER
    ) -> None:
        self._levels = levels
        self._place = (x_px, y_px)
        self.ridge, self._seed, strongest = _line_at(levels, x_px, y_px, reach_px)
        strength = _alike(levels, self.ridge)
        self._half = float(np.clip(_HALF_SHARE * strongest, *_HALF_COST))
        self._strength = strength
        cost = np.asarray(_FLOOR + 1 / (1 + (strength / self._half) ** 3), np.float64)
        raise_if_cancelled(cancel)
        self._search = MCP_Geometric(cost)
        self._search.find_costs([self._seed])
        raise_if_cancelled(cancel)
        self._followed = self._walked()

    @property
    def followed(self) -> NDArray[np.float64] | None:
        """The line through the pressed place from one of its ends to the other; None where no clear one is."""
        return self._followed

    def to(self, x_px: float, y_px: float, *, reach_px: float) -> NDArray[np.float64]:
        """The way from the pressed place to another, or to the line beside that."""
        target = _strongest_near(self._strength, self._levels, x_px, y_px, reach_px, self._half)
        way = self._places(self._search.traceback(target))
        way[0], way[-1] = self._place, (x_px, y_px)
        return way

    def _places(self, cells: list[tuple[int, ...]]) -> NDArray[np.float64]:
        places = self._to_photo(np.array(cells, np.float64)[:, ::-1] + 0.5)
        if len(places) < 2:
            return np.repeat(places, 2, axis=0)
        soft = np.asarray(gaussian_filter1d(places, _SMOOTH_CELLS, axis=0, mode="nearest"))
        soft[0], soft[-1] = places[0], places[-1]
        return soft

    def _to_photo(self, places_cells: NDArray[np.float64]) -> NDArray[np.float64]:
        limits = np.array([self._levels.extent.width, self._levels.extent.height]) - 0.5
        return np.minimum(places_cells * self._levels.cell_px, limits)

    def _walked(self) -> NDArray[np.float64] | None:
        if self.ridge.is_bright is None:
            return None
        look = max(_LEAST_LOOK_CELLS, LEVEL_WIDTH_PX * 2.0**self.ridge.level / self._levels.cell_px)
        line = walked(self._strength, *self._seed, look_cells=look)
        return None if line is None else self._to_photo(line)


def _line_at(levels: RidgeLevels, x_px: float, y_px: float, reach_px: float) -> tuple[Ridge, tuple[int, int], float]:
    """The line that stands out the most near a place, its cell and how strong it is there."""
    rows, columns, weight = _around(levels, x_px, y_px, reach_px)
    near = levels.strengths[:, :, rows, columns]
    level, polarity, row, column = np.unravel_index(int(np.argmax(near * weight)), near.shape)
    strongest = float(near[level, polarity, row, column])
    if strongest < 1:
        return Ridge(), levels.cell(x_px, y_px), 1.0
    is_clear = strongest >= _CLEAR
    cell = (int(rows.start + row), int(columns.start + column))
    return Ridge(int(level), bool(polarity == 0) if is_clear else None), cell, strongest


def _alike(levels: RidgeLevels, ridge: Ridge) -> NDArray[np.float32]:
    """How strong each cell is as a line like that one: as wide, or half or twice as wide."""
    if ridge.is_bright is None:
        return np.asarray(levels.strengths.max(axis=(0, 1)))
    widths = slice(max(0, ridge.level - 1), ridge.level + 2)
    return np.asarray(levels.strengths[widths, 0 if ridge.is_bright else 1].max(axis=0))


def _strongest_near(
    strength: NDArray[np.float32], levels: RidgeLevels, x_px: float, y_px: float, reach_px: float, least: float
) -> tuple[int, int]:
    """The cell of the line near a place, or of the place itself where there is none."""
    rows, columns, weight = _around(levels, x_px, y_px, reach_px)
    near = strength[rows, columns] * weight
    row, column = np.unravel_index(int(np.argmax(near)), near.shape)
    if near[row, column] < least:
        return levels.cell(x_px, y_px)
    return int(rows.start + row), int(columns.start + column)


def _around(levels: RidgeLevels, x_px: float, y_px: float, reach_px: float) -> tuple[slice, slice, NDArray[np.float32]]:
    """Rows and columns of the cells near a place, and how much each of them counts, 0...1."""
    row, column = levels.cell(x_px, y_px)
    height, width = levels.strengths.shape[2:]
    reach = max(1, round(reach_px / levels.cell_px))
    rows = slice(max(0, row - reach), min(height, row + reach + 1))
    columns = slice(max(0, column - reach), min(width, column + reach + 1))
    down = (np.arange(rows.start, rows.stop) - row)[:, None]
    right = (np.arange(columns.start, columns.stop) - column)[None]
    away = np.hypot(down, right) / (reach + 0.5)
    return rows, columns, np.where(away <= 1, 1 - _PULL * away, 0).astype(np.float32)
