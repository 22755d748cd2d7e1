"""Drawn shapes on a mask or a label map: lasso, polygon, rectangle and ellipse, added, subtracted or intersected.

Points are continuous pixels, as in ``painting``: (0.5, 0.5) is the centre of the first pixel. A pixel belongs to a
shape when its centre does, so neighbouring shapes neither overlap nor leave a gap, and an outline may run anywhere
within a pixel. Only the box of the shape is looked at; an intersection looks at the box of the mask.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from facerestore.editing.painting import PixelDiff
from facerestore.values.damage_classes import DamageClass
from facerestore.values.geometry import Box, Extent


class Combination(StrEnum):
    """What a drawn shape does to what is there."""

    ADD = "add"
    SUBTRACT = "subtract"
    INTERSECT = "intersect"


@dataclass(frozen=True, eq=False)
class Region:
    """Pixels of an array: ``inside`` is bool (h, w) of ``box``."""

    box: Box
    inside: NDArray[np.bool_]

    def __post_init__(self) -> None:
        if self.inside.shape != (self.box.height, self.box.width) or self.inside.dtype != np.bool_:
            raise ValueError("A region is bool (h, w) of its box.")

    @classmethod
    def of(cls, inside: NDArray[np.bool_], left: int = 0, top: int = 0) -> "Region | None":
        """The true pixels of an array (h, w) whose first pixel is (left, top), in their smallest box; None if none."""
        box = Box.of_nonzero(inside)
        if box.is_empty:
            return None
        moved = Box(box.left + left, box.top + top, box.right + left, box.bottom + top)
        return cls(moved, np.ascontiguousarray(inside[box.slices]))

    def over(self, box: Box) -> NDArray[np.bool_]:
        """The region's pixels in another box (h, w)."""
        found = np.zeros((box.height, box.width), np.bool_)
        common = self.box.intersection(box)
        if not common.is_empty:
            found[_within(common, box)] = self.inside[_within(common, self.box)]
        return found


def lasso(points_px: NDArray[np.floating], extent: Extent) -> Region | None:
    """What a line drawn by hand through ``points_px`` (N, 2) goes round, closed by a straight piece.

    A loop that the line makes on its way belongs to it (non-zero winding). None if no pixel does.
    """
    return _filled(points_px, extent, is_even_odd=False)


def polygon(points_px: NDArray[np.floating], extent: Extent) -> Region | None:
    """The polygon with corners ``points_px`` (N, 2); where it crosses itself, an even overlap is outside."""
    return _filled(points_px, extent, is_even_odd=True)


def rectangle(corner_px: tuple[float, float], opposite_px: tuple[float, float], extent: Extent) -> Region | None:
    """The pixels whose centres lie between two corners, given in any order."""
    left, top, right, bottom = _centres_between(corner_px, opposite_px)
    box = Box(left, top, right, bottom).clipped(extent)
    return None if box.is_empty else Region(box, np.ones((box.height, box.width), np.bool_))


def ellipse(corner_px: tuple[float, float], opposite_px: tuple[float, float], extent: Extent) -> Region | None:
    """The ellipse that touches the sides of a rectangle, given by two of its corners in any order."""
    left, top, right, bottom = _centres_between(corner_px, opposite_px)
    box = Box(left, top, right, bottom).clipped(extent)
    if box.is_empty:
        return None
    corners = np.array([corner_px, opposite_px], np.float64)
    centre, half = corners.mean(axis=0), np.abs(corners[1] - corners[0]) / 2
    x = (np.arange(box.left, box.right) + 0.5 - centre[0]) / half[0]
    y = (np.arange(box.top, box.bottom) + 0.5 - centre[1]) / half[1]
    # a row of an ellipse is one interval: no array of distances as large as the shape
    reach = np.sqrt(np.maximum(1 - y * y, 0))
    return Region.of((x >= -reach[:, None]) & (x <= reach[:, None]), box.left, box.top)


def combined(
    array: NDArray[np.uint8],
    region: Region | None,
    combination: Combination,
    *,
    value: int = DamageClass.DAMAGE,
    locked: Collection[int] = (),
) -> PixelDiff | None:
    """The patch that a region makes of an array (H, W); None if nothing changes.

    Adding puts ``value`` into the region, subtracting puts 0 there, and intersecting puts 0 everywhere else.
    A region of None has no pixel. Pixels whose present value is locked never change.
    """
    if combination is Combination.INTERSECT:
        box = Box.of_nonzero(array)
        outside = np.ones((box.height, box.width), np.bool_) if region is None else ~region.over(box)
        return None if box.is_empty else PixelDiff.of_shape(array, box, outside, DamageClass.NONE, locked=locked)
    if region is None:
        return None
    put = value if combination is Combination.ADD else DamageClass.NONE
    return PixelDiff.of_shape(array, region.box, region.inside, put, locked=locked)


def _within(box: Box, frame: Box) -> tuple[slice, slice]:
    rows = slice(box.top - frame.top, box.bottom - frame.top)
    return rows, slice(box.left - frame.left, box.right - frame.left)


def _centres_between(one: tuple[float, float], other: tuple[float, float]) -> tuple[int, int, int, int]:
    corners = np.sort(np.array([one, other], np.float64), axis=0)
    (left, top), (right, bottom) = np.ceil(corners - 0.5).astype(int)
    return int(left), int(top), int(right), int(bottom)


def _filled(points_px: NDArray[np.floating], extent: Extent, *, is_even_odd: bool) -> Region | None:
    points = np.asarray(points_px, np.float64).reshape(-1, 2)
    if len(points) < 3:
        return None
    box = Box.around(points).clipped(extent)
    if box.is_empty:
        return None
    rows, columns, directions = _crossings(points, box)
    if not len(rows):
        return None
    order = np.lexsort((columns, rows))
    rows, columns, directions = rows[order], columns[order], directions[order]
    # between two crossings of a row that follow each other, all pixels are inside or all are outside; every row is
    # crossed as often upwards as downwards, so the sums start at zero in every row
    is_in = np.arange(len(rows)) % 2 == 0 if is_even_odd else np.cumsum(directions) != 0
    inside = np.zeros((box.height, box.width), np.bool_)
    for index in np.flatnonzero(is_in):
        inside[rows[index], columns[index] : columns[index + 1]] = True
    return Region.of(inside, box.left, box.top)


def _crossings(points: NDArray[np.float64], box: Box) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.int8]]:
    """Where the outline crosses the middle line of a row of the box: its row, the first column whose centre lies
    beyond, and 1 downwards or -1 upwards (N,)."""
    start, end = points, np.roll(points, -1, axis=0)
    first = np.ceil(np.minimum(start[:, 1], end[:, 1]) - 0.5).astype(int)
    last = np.ceil(np.maximum(start[:, 1], end[:, 1]) - 0.5).astype(int)
    first, last = np.maximum(first, box.top), np.minimum(last, box.bottom)
    counts = np.maximum(last - first, 0)
    edge = np.repeat(np.arange(len(points)), counts)
    rows = np.arange(len(edge)) - np.repeat(np.cumsum(counts) - counts, counts) + first[edge]
    step = (end - start)[edge]
    x = start[edge, 0] + (rows + 0.5 - start[edge, 1]) / step[:, 1] * step[:, 0]
    columns = np.clip(np.ceil(x - 0.5), box.left, box.right).astype(np.intp) - box.left
    return (rows - box.top).astype(np.intp), columns, np.sign(step[:, 1]).astype(np.int8)
