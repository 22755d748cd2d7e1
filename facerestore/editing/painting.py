"""Painting on a mask or a label map: arrays in, patch out. Nothing here changes the array it is given.

A patch is the difference that one stroke piece makes. Points are continuous pixels of the array's own frame:
(0, 0) is the outer corner of the first pixel and (0.5, 0.5) its centre.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Self

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.geometry import Box, Extent

_FLATNESS_PX: Final = 0.2
"""How far the straight pieces that stand for a curve may be from it."""


@dataclass(frozen=True, eq=False)
class PixelDiff:
    """Which pixels of a box change, and by how much. Done and undone by the same step: it flips bits.

    ``changed_bits``: the box's changed pixels, row by row, eight to a byte. ``flips``: uint8, old value XOR new
    value, one per changed pixel in the same order, or a single one that all of them share, as in every mask.
    """

    box: Box
    changed_bits: NDArray[np.uint8]
    flips: NDArray[np.uint8]

    @classmethod
    def of_shape(
        cls,
        array: NDArray[np.uint8],
        box: Box,
        shape: NDArray[np.bool_],
        value: int,
        *,
        locked: Collection[int] = (),
    ) -> Self | None:
        """The patch that puts ``value`` where ``shape`` (h, w of the box) is true; None if nothing changes.

        Pixels whose present value is locked never change.
        """
        present = array[box.slices]
        changed = shape & (present != value) & _is_free(present, locked)
        return cls._from(box, changed, present ^ np.uint8(value))

    @classmethod
    def between(
        cls, before: NDArray[np.uint8], after: NDArray[np.uint8], *, locked: Collection[int] = ()
    ) -> Self | None:
        """The patch that turns one array into another of its size; None if they are equal."""
        flips = before ^ after
        changed = (flips != 0) & _is_free(before, locked)
        box = Box.of_nonzero(changed)
        return None if box.is_empty else cls._from(box, changed[box.slices], flips[box.slices])

    @classmethod
    def of_all(cls, box: Box, flip: int) -> Self:
        """The patch that changes every pixel of a box by the same bits: 255 inverts a mask. Looks at no pixel."""
        byte_count = (box.width * box.height + 7) // 8
        return cls(box, np.full(byte_count, 255, np.uint8), np.full(1, flip, np.uint8))

    @classmethod
    def _from(cls, box: Box, changed: NDArray[np.bool_], flips: NDArray[np.uint8]) -> Self | None:
        if not changed.any():
            return None
        first = flips.flat[changed.argmax()]
        is_shared = not ((flips != first) & changed).any()
        return cls(box, np.packbits(changed), np.full(1, first) if is_shared else flips[changed])

    @property
    def byte_count(self) -> int:
        return self.changed_bits.nbytes + self.flips.nbytes

    def changed(self) -> NDArray[np.bool_]:
        """The changed pixels of the box (h, w)."""
        count = self.box.width * self.box.height
        bits = np.unpackbits(self.changed_bits, count=count)
        return bits.view(np.bool_).reshape(self.box.height, self.box.width)

    def flip(self, array: NDArray[np.uint8]) -> None:
        """Old values become new ones in place; called again, new ones become old ones."""
        part = array[self.box.slices]
        if len(self.flips) != 1:
            part[self.changed()] ^= self.flips
        elif self._is_whole():
            part ^= self.flips
        else:
            part ^= self.changed().view(np.uint8) * self.flips

    def _is_whole(self) -> bool:
        """Whether every pixel of the box changes: most of a large area's do, and need no array of their own."""
        whole, rest = divmod(self.box.width * self.box.height, 8)
        last = 255 & ~(255 >> rest)
        return bool((self.changed_bits[:whole] == 255).all()) and (rest == 0 or int(self.changed_bits[whole]) == last)


def paint_stroke(
    array: NDArray[np.uint8],
    points_px: NDArray[np.floating],
    radius_px: float,
    value: int,
    *,
    locked: Collection[int] = (),
) -> PixelDiff | None:
    """A round brush drawn along straight lines through ``points_px`` (N, 2); one point is one dab.

    A pixel is painted when its centre is within ``radius_px`` of the line. The pixel under a point is always
    painted, so that the smallest brush still leaves a mark.
    """
    found = stroke_shape(Extent.of(array), points_px, radius_px)
    return None if found is None else PixelDiff.of_shape(array, *found, value, locked=locked)


def stroke_shape(
    extent: Extent, points_px: NDArray[np.floating], radius_px: float
) -> tuple[Box, NDArray[np.bool_]] | None:
    """What a stroke covers of an extent, as ``paint_stroke`` paints it: a box, and which of its pixels (h, w); None
    where the stroke lies beyond."""
    points = np.asarray(points_px, np.float64).reshape(-1, 2)
    box = Box.around(points).grown(int(np.ceil(radius_px)) + 1).clipped(extent)
    if box.is_empty:
        return None
    shape = np.zeros((box.height, box.width), np.bool_)
    origin = np.array([box.left, box.top], np.float64)
    ends = points[1:] if len(points) > 1 else points
    for start, end in zip(points, ends, strict=False):
        _add_capsule(shape, start - origin, end - origin, radius_px)
    for column, row in np.floor(points - origin).astype(int):
        if 0 <= row < box.height and 0 <= column < box.width:
            shape[row, column] = True
    return box, shape


def fill_region(
    array: NDArray[np.uint8], x_px: float, y_px: float, value: int, *, locked: Collection[int] = ()
) -> PixelDiff | None:
    """``value`` in the connected region (four neighbours) of equal values around a point; None outside."""
    extent = Extent.of(array)
    seed = (int(np.floor(x_px)), int(np.floor(y_px)))
    if not (0 <= seed[0] < extent.width and 0 <= seed[1] < extent.height):
        return None
    region = np.zeros((extent.height + 2, extent.width + 2), np.uint8)
    flags = 4 | cv2.FLOODFILL_MASK_ONLY | (1 << 8)
    _, _, _, (left, top, width, height) = cv2.floodFill(array.copy(), region, seed, 0, 0, 0, flags)
    box = Box(left, top, left + width, top + height)
    shape = region[1:-1, 1:-1][box.slices].astype(np.bool_)
    return PixelDiff.of_shape(array, box, shape, value, locked=locked)


class StrokePath:
    """The smooth line through the places where the pointer was seen.

    Quadratic curves run between the midpoints of successive places, with the places as control points, so the
    line has no corners however sparse the events are.
    """

    def __init__(self, x_px: float, y_px: float) -> None:
        self._drawn_to = np.array([x_px, y_px], np.float64)
        self._last = self._drawn_to

    def start(self) -> NDArray[np.float64]:
        """The first dab (1, 2)."""
        return self._drawn_to[None]

    def extended(self, x_px: float, y_px: float) -> NDArray[np.float64]:
        """The piece (N, 2) that a new place adds to the line."""
        place = np.array([x_px, y_px], np.float64)
        middle = (self._last + place) / 2
        piece = _curve(self._drawn_to, self._last, middle)
        self._drawn_to, self._last = middle, place
        return piece

    def finished(self) -> NDArray[np.float64]:
        """The last piece (2, 2), up to the last place."""
        return np.stack([self._drawn_to, self._last])


def _is_free(values: NDArray[np.uint8], locked: Collection[int]) -> NDArray[np.bool_] | np.bool_:
    """Where the values are none of the locked ones."""
    return ~np.isin(values, list(locked)) if locked else np.True_


def _curve(start: NDArray[np.float64], control: NDArray[np.float64], end: NDArray[np.float64]) -> NDArray[np.float64]:
    # a quadratic curve in n pieces is nowhere farther from them than |start - 2 control + end| / (4 n^2)
    bend = float(np.linalg.norm(start - 2 * control + end))
    count = max(1, int(np.ceil(np.sqrt(bend / (4 * _FLATNESS_PX)))))
    t = np.linspace(0.0, 1.0, count + 1)[:, None]
    return np.asarray((1 - t) ** 2 * start + 2 * t * (1 - t) * control + t**2 * end, np.float64)


def _add_capsule(shape: NDArray[np.bool_], start: NDArray[np.float64], end: NDArray[np.float64], radius: float) -> None:
    """Set the pixels within ``radius`` of a line piece, in place.

    A capsule is convex, so it covers one interval of every row: that of its two discs and the rectangle
    between them. No array of distances is needed, and a brush of a thousand pixels stays fast.
    """
    top = max(0, int(np.floor(min(start[1], end[1]) - radius)))
    bottom = min(shape.shape[0], int(np.ceil(max(start[1], end[1]) + radius)) + 1)
    if bottom <= top:
        return
    rows = np.arange(top, bottom) + 0.5
    intervals = [_disc_interval(start, radius, rows), _disc_interval(end, radius, rows)]
    direction = end - start
    length = float(np.hypot(*direction))
    if length > 1e-9:
        normal = np.array([-direction[1], direction[0]]) / length * radius
        corners = np.array([start + normal, end + normal, end - normal, start - normal])
        intervals.append(_polygon_interval(corners, rows))
    left = np.min([interval[0] for interval in intervals], axis=0)
    right = np.max([interval[1] for interval in intervals], axis=0)
    covered = left <= right
    if not covered.any():
        return
    first = max(0, int(np.floor(left[covered].min())))
    last = min(shape.shape[1], int(np.ceil(right[covered].max())))
    if last <= first:
        return
    columns = np.arange(first, last) + 0.5
    shape[top:bottom, first:last] |= (columns >= left[:, None]) & (columns <= right[:, None])


def _disc_interval(
    centre: NDArray[np.float64], radius: float, rows: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    height = rows - centre[1]
    half = np.sqrt(np.maximum(radius**2 - height**2, 0))
    inside = np.abs(height) <= radius
    return np.where(inside, centre[0] - half, np.inf), np.where(inside, centre[0] + half, -np.inf)


def _polygon_interval(
    corners: NDArray[np.float64], rows: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    left, right = np.full(rows.shape, np.inf), np.full(rows.shape, -np.inf)
    for (x0, y0), (x1, y1) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        if abs(y1 - y0) < 1e-9:
            continue
        crosses = (rows >= min(y0, y1)) & (rows <= max(y0, y1))
        x = x0 + (rows - y0) * (x1 - x0) / (y1 - y0)
        left = np.where(crosses, np.minimum(left, x), left)
        right = np.where(crosses, np.maximum(right, x), right)
    return left, right
