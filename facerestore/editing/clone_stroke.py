"""One stroke of a clone brush: what it copies, from where, and how it fades into what is beside it."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.editing.painting import stroke_shape
from facerestore.values.geometry import Box, Extent
from facerestore.values.hand_layer import HandLayer
from facerestore.values.photo import Photo
from facerestore.values.raster import pixels_where

_MARGIN_PX = 256
"""How much farther than the stroke the memory of it reaches, so that it seldom grows."""


@dataclass(frozen=True, eq=False)
class Copied:
    """What a piece of a stroke paints: ``samples`` (N,) or (N, 3) in reading order, where true (h, w) in a box."""

    box: Box
    where: NDArray[np.bool_]
    samples: NDArray[Any]


class CloneStroke:
    """A stroke under way over a photo with what was painted on it by hand. ``plane``: the damage classes (H, W), which
    the stroke changes in place; ``layer``: as it was before the stroke. ``offset``: whole pixels x, y from where it
    paints to what it copies there. ``fading``: the share of the radius, 0...1, in which it fades away.

    All is copied as it was before the stroke, so that a stroke never copies itself. Pixels of the ``locked`` classes
    and transparent ones are not painted; those of ``unsound`` classes are not copied.
    """

    def __init__(
        self,
        photo: Photo,
        layer: HandLayer,
        plane: NDArray[np.uint8],
        offset: tuple[int, int],
        *,
        fading: float = 0.0,
        locked: Collection[int] = (),
        unsound: Collection[int] = (),
    ) -> None:
        self._photo, self._layer, self._plane, self.offset = photo, layer, plane, offset
        self._fading = fading
        self._is_locked, self._is_unsound = (_lookup(numbers) for numbers in (locked, unsound))
        self._box = Box(0, 0, 0, 0)
        self._area = np.zeros((0, 0), np.bool_)
        self._before = np.zeros((0, 0), np.uint8)
        """The plane as it was, in the box of the stroke so far."""

    def piece(self, points_px: NDArray[np.floating], radius_px: float) -> Copied | None:
        """Go on along points (N, 2); None where nothing is painted. What faded at the end of the piece before is
        painted anew."""
        found = stroke_shape(self._photo.extent, points_px, radius_px)
        if found is None:
            return None
        rim_px = max(1.0, self._fading * radius_px)
        box = found[0].grown(int(np.ceil(rim_px))).clipped(self._photo.extent)
        self._remember(box, *found)
        around = box.grown(int(np.ceil(rim_px)) + 1).intersection(self._box)
        inside = self._area[around.moved(-self._box.left, -self._box.top).slices]
        depth_px = cv2.distanceTransform(np.pad(inside, 1).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5)[1:-1, 1:-1]
        strength = np.clip(depth_px / rim_px, 0, 1)[box.moved(-around.left, -around.top).slices]
        source, is_sound = self._source(box)
        where = (strength > 0) & is_sound & ~self._is_locked[self._plane_before(box)]
        if self._photo.alpha is not None:
            where &= self._photo.alpha[box.slices] > 0
        if not where.any():
            return None
        return Copied(box, where, self._blended(box, where, pixels_where(source, where), strength[where]))

    def _blended(
        self, box: Box, where: NDArray[np.bool_], copied: NDArray[Any], strength: NDArray[np.floating]
    ) -> NDArray[Any]:
        if (strength >= 1).all():
            return copied
        own = pixels_where(self._worked(box), where)
        share = strength.astype(np.float32) if copied.ndim == 1 else strength.astype(np.float32)[:, None]
        mixed: NDArray[Any] = np.rint(share * copied + (1 - share) * own).astype(copied.dtype)
        return mixed

    def _source(self, box: Box) -> tuple[NDArray[Any], NDArray[np.bool_]]:
        """What is copied into a box, and where there is something to copy (h, w)."""
        there = box.moved(*self.offset)
        inside = there.clipped(self._photo.extent)
        pixels = np.zeros((box.height, box.width, *self._photo.pixels.shape[2:]), self._photo.pixels.dtype)
        is_sound = np.zeros((box.height, box.width), np.bool_)
        if not inside.is_empty:
            at = inside.moved(-there.left, -there.top).slices
            pixels[at] = self._worked(inside)
            is_sound[at] = ~self._is_unsound[self._plane_before(inside)]
        return pixels, is_sound

    def _worked(self, box: Box) -> NDArray[Any]:
        """The photo as it was filled by hand before the stroke."""
        return self._layer.over(self._photo.pixels[box.slices], self._plane_before(box), box)

    def _plane_before(self, box: Box) -> NDArray[np.uint8]:
        plane = self._plane[box.slices].copy()
        common = box.intersection(self._box)
        if not common.is_empty:
            kept = common.moved(-self._box.left, -self._box.top).slices
            part = plane[common.moved(-box.left, -box.top).slices]
            part[self._area[kept]] = self._before[kept][self._area[kept]]
        return plane

    def _remember(self, box: Box, painted: Box, shape: NDArray[np.bool_]) -> None:
        """Add a shape (h, w) of a painted box to the area; the memory reaches at least over ``box`` then."""
        if box.union(self._box) != self._box:
            wider = box.union(self._box).grown(_MARGIN_PX).clipped(Extent.of(self._plane))
            area = np.zeros((wider.height, wider.width), np.bool_)
            before = self._plane[wider.slices].copy()
            at = self._box.moved(-wider.left, -wider.top).slices
            if self._area.size:
                area[at] = self._area
                before[at] = self._before
            self._box, self._area, self._before = wider, area, before
        self._area[painted.moved(-self._box.left, -self._box.top).slices] |= shape


def _lookup(numbers: Collection[int]) -> NDArray[np.bool_]:
    """For each number of a plane whether it is among some."""
    table = np.zeros(256, np.bool_)
    table[list(numbers)] = True
    return table
