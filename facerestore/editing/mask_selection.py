"""Changes of a whole mask: grow, shrink, smooth, invert, remove specks, fill holes.

An array is uint8 (H, W): a mask, or a plane of damage classes of which one class is meant. ``value`` is what is meant,
255 by default; it spreads over 0 alone and leaves 0 behind, so other classes keep their places.

A mask is hard: the seam of compositing blends, not the mask. So feathering would blend twice, and has no place in it;
what it is used for, an outline without corners, is ``smoothed``.

Work is done tile by tile, only where something is selected and something is not: a mask of 100 megapixels has no
cheap copies.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.editing.painting import PixelDiff
from facerestore.values.damage_classes import DamageClass
from facerestore.values.geometry import Box, Extent

_TILE_PX: Final = 256
_LARGEST_DISC_PX: Final = 16
"""Up to here a dilation is faster than a map of distances."""

_NONE: Final = DamageClass.NONE

Selection = NDArray[np.uint8]
"""(h, w), 1 where selected and 0 elsewhere, as OpenCV wants it."""


def grown(array: NDArray[np.uint8], radius_px: float, *, value: int = DamageClass.DAMAGE) -> PixelDiff | None:
    """What lies within ``radius_px`` of the selection, between centres of pixels, is selected too."""

    def spread(selected: Selection) -> NDArray[np.bool_]:
        return _spread(selected, radius_px)

    return _changed(array, value, _margin(radius_px), spread)


def shrunk(array: NDArray[np.uint8], radius_px: float, *, value: int = DamageClass.DAMAGE) -> PixelDiff | None:
    """What lies within ``radius_px`` of a pixel that is not selected is selected no more. The photo's edge takes
    nothing away."""

    def reduced(selected: Selection) -> NDArray[np.bool_]:
        return ~_spread(1 - selected, radius_px)

    return _changed(array, value, _margin(radius_px), reduced)


def smoothed(array: NDArray[np.uint8], radius_px: float, *, value: int = DamageClass.DAMAGE) -> PixelDiff | None:
    """The outline without corners smaller than ``radius_px``: a pixel is selected when most around it, by a
    Gaussian of that standard deviation, are. Parts thinner than about twice the radius stay as they are: a scratch is
    not smoothed away."""

    def rounded(selected: Selection) -> NDArray[np.bool_]:
        blurred = cv2.GaussianBlur(selected * np.uint8(254), (0, 0), radius_px, borderType=cv2.BORDER_REPLICATE)
        core = ~_spread(1 - selected, radius_px)
        # farther back than away, so that the corners of a wide part belong to it
        wide = _spread(core.view(np.uint8), 1.5 * radius_px + 1)
        return np.asarray((blurred >= 127) | ((selected > 0) & ~wide))

    return _changed(array, value, _margin(4 * radius_px), rounded)


def inverted(array: NDArray[np.uint8], *, value: int = DamageClass.DAMAGE) -> PixelDiff | None:
    """What is selected is so no more, and the other way round; other classes stay."""
    table = np.zeros(256, np.uint8)
    table[[_NONE, value]] = 1
    changed = np.asarray(cv2.LUT(array, table), np.uint8)
    box = Extent.of(array).box
    if changed.all():
        return PixelDiff.of_all(box, value)
    return PixelDiff(box, np.packbits(changed), np.full(1, value, np.uint8)) if changed.any() else None


def without_specks(array: NDArray[np.uint8], least_px: int, *, value: int = DamageClass.DAMAGE) -> PixelDiff | None:
    """Connected parts (eight neighbours) of fewer than ``least_px`` pixels are selected no more."""

    def kept(selected: Selection) -> NDArray[np.bool_]:
        return (selected > 0) & ~_small_parts(selected, least_px, connectivity=8)

    return _changed(array, value, least_px, kept)


def without_holes(
    array: NDArray[np.uint8], most_px: int | None = None, *, value: int = DamageClass.DAMAGE
) -> PixelDiff | None:
    """What the selection encloses (four neighbours) is selected too: holes of ``most_px`` pixels at most, or all.
    What reaches the photo's edge is no hole."""
    if most_px is None:
        return _enclosed(array, value)

    def filled(selected: Selection) -> NDArray[np.bool_]:
        return (selected > 0) | _small_parts(1 - selected, most_px + 1, connectivity=4, is_open_at_edge=True)

    # the edge of a tile's surroundings is never reached by a hole of the tile that is small enough
    return _changed(array, value, most_px + 1, filled)


def _margin(radius_px: float) -> int:
    return int(np.ceil(radius_px)) + 2


def _changed(
    array: NDArray[np.uint8], value: int, margin_px: int, change: Callable[[Selection], NDArray[np.bool_]]
) -> PixelDiff | None:
    """The patch of a change whose result at a pixel depends on the selection within ``margin_px`` of it."""
    extent = Extent.of(array)
    reach = Box.of_nonzero(array == value).grown(margin_px).clipped(extent)
    if reach.is_empty:
        return None
    flips = np.zeros((reach.height, reach.width), np.uint8)
    side = max(_TILE_PX, 2 * margin_px)
    for top in range(reach.top, reach.bottom, side):
        for left in range(reach.left, reach.right, side):
            tile = Box(left, top, left + side, top + side).intersection(reach)
            around = tile.grown(margin_px).clipped(extent)
            selected = (array[around.slices] == value).view(np.uint8)
            # all selected is one large part, unless the photo itself is small
            if selected.any() and (around == extent.box or not selected.all()):
                inner = _moved(tile, around).slices
                flips[_moved(tile, reach).slices] = (change(selected) ^ selected.view(np.bool_))[inner] * np.uint8(
                    value
                )
    present = array[reach.slices]
    # what the change adds is put over nothing only, what it takes away is its own
    flips[(present != value) & (present != _NONE)] = 0
    touched = Box.of_nonzero(flips)
    if touched.is_empty:
        return None
    changed = flips[touched.slices] > 0
    box = _moved(touched, Box(-reach.left, -reach.top, 0, 0))
    return PixelDiff(box, np.packbits(changed), np.full(1, value, np.uint8))


def _moved(box: Box, frame: Box) -> Box:
    """The box in the pixels of a frame."""
    return replace(
        box,
        left=box.left - frame.left,
        top=box.top - frame.top,
        right=box.right - frame.left,
        bottom=box.bottom - frame.top,
    )


def _spread(where: Selection, radius_px: float) -> NDArray[np.bool_]:
    """What lies within ``radius_px`` of a true pixel (h, w), between centres."""
    if radius_px <= _LARGEST_DISC_PX:
        reach = int(radius_px)
        steps = np.arange(-reach, reach + 1) ** 2
        disc = (steps[:, None] + steps <= radius_px**2).astype(np.uint8)
        return np.asarray(cv2.dilate(where, disc), np.uint8).view(np.bool_)
    if not where.any():
        return np.zeros(where.shape, np.bool_)
    return np.asarray(cv2.distanceTransform(1 - where, cv2.DIST_L2, cv2.DIST_MASK_PRECISE) <= radius_px)


def _small_parts(
    where: Selection, less_than_px: int, *, connectivity: int, is_open_at_edge: bool = False
) -> NDArray[np.bool_]:
    """The connected parts of fewer pixels; open at the edge: without those that reach it."""
    _, labels, statistics, _ = cv2.connectedComponentsWithStats(where, connectivity=connectivity)
    small = statistics[:, cv2.CC_STAT_AREA] < less_than_px
    small[0] = False
    if is_open_at_edge:
        for edge in (labels[0], labels[-1], labels[:, 0], labels[:, -1]):
            small[edge] = False
    return np.asarray(small[labels], np.bool_)


def _enclosed(array: NDArray[np.uint8], value: int) -> PixelDiff | None:
    box = Box.of_nonzero(array == value)
    if box.is_empty:
        return None
    # a frame of one pixel around the box connects everything that is not enclosed
    selected = np.zeros((box.height + 2, box.width + 2), np.uint8)
    selected[1:-1, 1:-1] = array[box.slices] == value
    cv2.floodFill(selected, None, (0, 0), 1)
    holes = (selected[1:-1, 1:-1] == 0) & (array[box.slices] == _NONE)
    return PixelDiff.of_shape(array, box, holes, value)
