"""Framing: how a scan is looked at: turned by quarters, straightened, cropped. Its own pixels stay where they are.

Places are named in two ways: those of the scan, and those of the turned picture, which is the scan after its quarter
turns and turned on about its middle by the straightening. Both count from a corner in pixels of one size.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from facerestore.values.geometry import Box, Extent

MOST_DEGREES: Final = 45.0
"""A larger straightening is a quarter turn and the rest."""
_ROUNDING_PX: Final = 1e-6
_HALVINGS: Final = 24
_DECIMALS: Final = 2
"""Of an angle that was drawn: what is typed has as many, and moves the corner of a large scan by a pixel."""


@dataclass(frozen=True)
class Framing:
    """``quarter_turns``: 0...3, clockwise. ``straightening_degrees``: -MOST_DEGREES...MOST_DEGREES, clockwise, after
    them. ``crop``: of the turned picture, in its pixels, and within it; None: as much as there is without an empty
    corner. Raises ValueError.

    >>> Framing(1).box(Extent(30, 20))
    Box(left=0, top=0, right=20, bottom=30)
    """

    quarter_turns: int = 0
    straightening_degrees: float = 0.0
    crop: Box | None = None

    def __post_init__(self) -> None:
        if self.quarter_turns not in range(4) or not abs(self.straightening_degrees) <= MOST_DEGREES:
            raise ValueError("A framing has 0 to 3 quarter turns, and is straightened by half of one at most.")
        if self.crop is not None and self.crop.is_empty:
            raise ValueError("A crop has pixels.")

    @property
    def is_plain(self) -> bool:
        """Whether the scan is shown as it is."""
        return self == UNFRAMED

    @property
    def is_lossless(self) -> bool:
        """Whether each of its pixels is one of the scan's, bit for bit."""
        return self.straightening_degrees == 0

    @property
    def degrees(self) -> float:
        """By how much the scan is turned in all, clockwise."""
        return 90 * self.quarter_turns + self.straightening_degrees

    def turned_extent(self, extent: Extent) -> Extent:
        """Of a scan of this extent after its quarter turns."""
        return Extent(extent.height, extent.width) if self.quarter_turns % 2 else extent

    def box(self, extent: Extent) -> Box:
        """What is shown of a scan of this extent, in pixels of the turned picture."""
        return self.crop or self._fitted(self.turned_extent(extent).box, extent)

    def shown_extent(self, extent: Extent) -> Extent:
        """The size of what is shown."""
        box = self.box(extent)
        return Extent(box.width, box.height)

    # --- places

    def to_turned(self, points_scan: NDArray[np.floating], extent: Extent) -> NDArray[np.float64]:
        """Places (N, 2) of the scan in the turned picture."""
        return np.asarray(points_scan @ self.linear.T + self._offset(extent), np.float64)

    def to_scan(self, points_turned: NDArray[np.floating], extent: Extent) -> NDArray[np.float64]:
        """Places (N, 2) of the turned picture in the scan."""
        return np.asarray((points_turned - self._offset(extent)) @ self.linear, np.float64)

    def corners_scan(self, box: Box, extent: Extent) -> NDArray[np.float64]:
        """The corners (4, 2) of a box of the turned picture, from its top left one clockwise, in the scan."""
        left, top, right, bottom = box.left, box.top, box.right, box.bottom
        return self.to_scan(np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float64), extent)

    @cached_property
    def linear(self) -> NDArray[np.float64]:
        """(2, 2), by which directions of the scan become those of the turned picture."""
        quarter = np.linalg.matrix_power(np.array([[0, -1], [1, 0]]), self.quarter_turns)
        if self.straightening_degrees == 0:
            return quarter.astype(np.float64)
        angle = np.deg2rad(self.straightening_degrees)
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        return np.asarray(turn @ quarter, np.float64)

    def _offset(self, extent: Extent) -> NDArray[np.float64]:
        turned = self.turned_extent(extent)
        middle_scan = np.array([extent.width, extent.height]) / 2
        return np.asarray(np.array([turned.width, turned.height]) / 2 - self.linear @ middle_scan, np.float64)

    # --- other framings

    def turned(self, quarter_turns: int, extent: Extent) -> Self:
        """Turned on, clockwise by positive quarter turns; the crop goes along. ``extent``: of the scan."""
        framing = self
        for _ in range(quarter_turns % 4):
            height, crop = framing.turned_extent(extent).height, framing.crop
            if crop is not None:
                crop = Box(height - crop.bottom, crop.left, height - crop.top, crop.right)
            framing = replace(framing, quarter_turns=(framing.quarter_turns + 1) % 4, crop=crop)
        return framing

    def straightened(self, degrees: float, extent: Extent) -> Self:
        """With another straightening; a crop that reaches beyond the picture then shrinks about its middle."""
        framing = replace(self, straightening_degrees=min(max(degrees, -MOST_DEGREES), MOST_DEGREES), crop=None)
        return framing.cropped(self.crop, extent)

    def levelled(self, start_scan: Sequence[float], end_scan: Sequence[float], extent: Extent) -> Self:
        """Straightened so that a line between two places of the scan lies level, or upright where it is nearer to that;
        turned by a quarter where straightening would be more than half of one."""
        along = np.subtract(end_scan, start_scan) @ self.linear.T
        off = float(np.rad2deg(np.arctan2(along[1], along[0])))
        degrees = self.straightening_degrees - (off - 90 * round(off / 90))
        turns = round(degrees / 90) if abs(degrees) > MOST_DEGREES else 0
        return self.turned(turns, extent).straightened(round(degrees - 90 * turns, _DECIMALS), extent)

    def cropped(self, crop: Box | None, extent: Extent) -> Self:
        """With another crop, as far as the picture goes; one that is all there is counts as none."""
        if crop is None:
            return replace(self, crop=None)
        kept = crop if self.holds(crop, extent) else self._fitted(crop, extent)
        return replace(self, crop=None if kept == replace(self, crop=None).box(extent) else kept)

    def holds(self, crop: Box, extent: Extent) -> bool:
        """Whether a box of the turned picture has no empty corner. ``extent``: of the scan."""
        corners = self.corners_scan(crop, extent)
        return bool(
            (corners >= -_ROUNDING_PX).all()
            and (corners <= np.array([extent.width, extent.height]) + _ROUNDING_PX).all()
        )

    def reached(self, start: Box, wanted: Box, extent: Extent) -> Box:
        """How far a crop can be changed from one that is within the picture towards another, first sideways and then
        up or down, so that it slides along the picture's border."""
        across = Box(wanted.left, start.top, wanted.right, start.bottom)
        half_way = self._reached(start, across, extent)
        return self._reached(half_way, Box(half_way.left, wanted.top, half_way.right, wanted.bottom), extent)

    def grown(self, start: Box, wanted: Box, extent: Extent) -> Box:
        """How far a new crop can grow from a place within the picture towards a box round that place: first sideways,
        or first up and down, whichever gives more."""
        upright = self._reached(start, Box(start.left, wanted.top, start.right, wanted.bottom), extent)
        upright_first = self._reached(upright, Box(wanted.left, upright.top, wanted.right, upright.bottom), extent)
        return max(self.reached(start, wanted, extent), upright_first, key=lambda box: box.width * box.height)

    def _reached(self, start: Box, wanted: Box, extent: Extent) -> Box:
        if self.holds(wanted, extent):
            return wanted
        low, high = 0.0, 1.0
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            low, high = (middle, high) if self.holds(_between(start, wanted, middle), extent) else (low, middle)
        return _between(start, wanted, low)

    def _fitted(self, crop: Box, extent: Extent) -> Box:
        """A crop of the same middle and sides' ratio, as large as the picture allows but not larger than it was; of one
        whose middle is not within the picture, all that there is."""
        size_scan = np.array([extent.width, extent.height], np.float64)
        middle = np.array([crop.left + crop.right, crop.top + crop.bottom]) / 2
        half = np.array([crop.width, crop.height]) / 2
        room = size_scan / 2 - np.abs(self.to_scan(middle[None], extent)[0] - size_scan / 2)
        scale = min(1.0, float((room / (np.abs(self.linear.T) @ half)).min()))
        low, high = np.ceil(middle - scale * half - _ROUNDING_PX), np.floor(middle + scale * half + _ROUNDING_PX)
        if (high - low).min() < 1:
            turned = self.turned_extent(extent).box
            return _middle_pixel(turned) if crop == turned else self._fitted(turned, extent)
        return Box(int(low[0]), int(low[1]), int(high[0]), int(high[1]))


UNFRAMED: Final = Framing()
"""The scan as it is."""


def _between(start: Box, wanted: Box, share: float) -> Box:
    left, top, right, bottom = (
        round(before + share * (after - before))
        for before, after in (
            (start.left, wanted.left),
            (start.top, wanted.top),
            (start.right, wanted.right),
            (start.bottom, wanted.bottom),
        )
    )
    return Box(left, top, right, bottom)


def _middle_pixel(turned: Box) -> Box:
    """Of a picture too narrow for a whole pixel on any side of its middle."""
    left, top = turned.width // 2, turned.height // 2
    return Box(left, top, left + 1, top + 1)
