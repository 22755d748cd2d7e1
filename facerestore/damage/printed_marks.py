"""Printed marks: what lies at the same pixels of every scan and is no dirt, as the number of a frame, a stamp, a logo,
the lines of a border.

Shapes alone are looked at. Dirt lies about in any way; writing stands in rows of marks of one height, a logo has
strokes that close, and a border has lines in both directions, where a roller leaves them in one. Dirt that happens to
lie so is asked about in vain, which costs a person a look.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.editing.mask_shapes import Region

_LEAST_IN_ROW: Final = 3
_MOST_RATIO: Final = 2.0
"""Of the heights of two signs of a row; a dot and a comma are no signs by themselves."""
_LEAST_BESIDE: Final = 0.5
"""Of the lower sign's height, so much lies beside the other."""
_MOST_GAP: Final = 1.5
"""Between two signs, in heights."""
_LEAST_HOLE_SHARE: Final = 0.05
"""Of what a stroke encloses, in its own pixels; less is a gap of the search."""


@dataclass(frozen=True)
class _Sign:
    """Connected pixels of a place, ``index``: its number. Edges along a row and across it."""

    index: int
    begin: int
    end: int
    low: int
    high: int

    @property
    def height(self) -> int:
        return self.high - self.low


def printed_marks(regions: Sequence[Region]) -> frozenset[int]:
    """The indexes of those among the repeated places of scans of one size that may be printed: in a row with others,
    or with a stroke that encloses something."""
    upright = [sign for index, region in enumerate(regions) for sign in _signs(index, region)]
    # of a scan that lies on its side, the rows are columns
    lying = [_Sign(one.index, one.low, one.high, one.begin, one.end) for one in upright]
    closed = {index for index, region in enumerate(regions) if _encloses(region.inside)}
    return frozenset(closed | _in_rows(upright) | _in_rows(lying))


def marks_in_rows(regions: Sequence[Region]) -> frozenset[int]:
    """The indexes of those among the places of one scan that follow others of one height in a row or a column, as
    stars, beads and buttons do."""
    upright = [
        _Sign(index, one.box.left, one.box.right, one.box.top, one.box.bottom) for index, one in enumerate(regions)
    ]
    lying = [_Sign(one.index, one.low, one.high, one.begin, one.end) for one in upright]
    return frozenset(_in_rows(upright) | _in_rows(lying))


def crossing_lines(boxes: Sequence[tuple[int, int]]) -> bool:
    """Whether lines of these widths and heights run in both directions, as those of a border do."""
    return any(width > height for width, height in boxes) and any(height > width for width, height in boxes)


def _signs(index: int, region: Region) -> list[_Sign]:
    _, _, stats, _ = cv2.connectedComponentsWithStats(region.inside.astype(np.uint8), connectivity=8)
    box = region.box
    return [
        _Sign(index, box.left + left, box.left + left + width, box.top + top, box.top + top + height)
        for left, top, width, height, _ in stats[1:].tolist()
    ]


def _in_rows(signs: Sequence[_Sign]) -> set[int]:
    """The places of signs of which so many follow each other in one row."""
    ordered = sorted(signs, key=lambda one: one.begin)
    lengths = [1] * len(ordered)
    before: list[int | None] = [None] * len(ordered)
    for later, sign in enumerate(ordered):
        for earlier in range(later):
            if lengths[earlier] >= lengths[later] and _follow(ordered[earlier], sign):
                lengths[later], before[later] = lengths[earlier] + 1, earlier
    found: set[int] = set()
    for last, length in enumerate(lengths):
        place: int | None = last if length >= _LEAST_IN_ROW else None
        while place is not None:
            found.add(ordered[place].index)
            place = before[place]
    return found


def _follow(one: _Sign, other: _Sign) -> bool:
    lower, higher = sorted((one.height, other.height))
    beside = min(one.high, other.high) - max(one.low, other.low)
    gap = other.begin - one.end
    return higher <= _MOST_RATIO * lower and beside >= _LEAST_BESIDE * lower and 0 <= gap <= _MOST_GAP * higher


def _encloses(inside: NDArray[np.bool_]) -> bool:
    """Whether the pixels (h, w) go around some that are not theirs."""
    outside = np.pad(~inside, 1, constant_values=True).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(outside, connectivity=4)
    holes = np.sort(stats[1:, cv2.CC_STAT_AREA])[:-1]
    return bool(holes.sum() >= max(2.0, _LEAST_HOLE_SHARE * float(inside.sum())))
