"""Changes of all that a plane of damage classes marks for repair, whatever its class; what is protected stays.

``mask_selection`` knows one class at a time. Here the classes are taken together, and what is added gets the class of
the damage nearest to it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.editing.mask_shapes import Region
from facerestore.editing.painting import PixelDiff
from facerestore.values.damage_classes import DamageClass
from facerestore.values.damage_table import DEFAULT_TABLE
from facerestore.values.geometry import Box, Extent

_TILE_PX: Final = 1024
_REPAIRED: Final = int(DamageClass.DAMAGE)
_PAINTED: Final = frozenset(range(1, 256))


def changed_repairs(
    plane: NDArray[np.uint8],
    change: Callable[[NDArray[np.uint8]], PixelDiff | None],
    *,
    added: int,
    repaired: Collection[int] = DEFAULT_TABLE.repaired,
    reach_px: int = 0,
) -> tuple[PixelDiff, ...]:
    """The patches that a change makes of a plane (H, W) in which all classes that are ``repaired`` have the number of
    DAMAGE, and what has the number of a DAMAGE that is not repaired has that of ORIGINAL.

    What it takes away becomes nothing. What it adds gets the class that lies nearest, if one does within
    ``reach_px``, else ``added``. The patches do not overlap. Each is small where little changes: a mask of scratches is
    large and nearly empty.
    """
    table = _together(repaired)
    patch = change(_looked_up(plane, table))
    if patch is None:
        return ()
    made = (_replaced(plane, region, added, table, reach_px) for region in _tiles_of(patch))
    return tuple(one for one in made if one is not None)


def repaired_regions(
    plane: NDArray[np.uint8],
    regions: Iterable[tuple[Region, int]],
) -> tuple[PixelDiff, ...]:
    """The patches that put classes into regions where a plane (H, W) has none; the first of two that overlap counts.

    What is protected, and what a person has painted already, stays.
    """
    taken = plane.copy()
    made = []
    for region, kind in regions:
        patch = PixelDiff.of_shape(taken, region.box, region.inside, kind, locked=_PAINTED)
        if patch is not None:
            patch.flip(taken)
            made.append(patch)
    return tuple(made)


def differences(before: NDArray[np.uint8], after: NDArray[np.uint8]) -> tuple[PixelDiff, ...]:
    """The patches, tile by tile, that turn one plane (H, W) into another of its size."""
    extent = Extent.of(before)
    tiles = (
        Box(left, top, left + _TILE_PX, top + _TILE_PX).clipped(extent)
        for top in range(0, extent.height, _TILE_PX)
        for left in range(0, extent.width, _TILE_PX)
    )
    made = (_moved(PixelDiff.between(before[tile.slices], after[tile.slices]), tile) for tile in tiles)
    return tuple(one for one in made if one is not None)


def in_tiles(patch: PixelDiff | None) -> tuple[PixelDiff, ...]:
    """The same change in small patches, so that carrying it out looks only where something changes."""
    if patch is None:
        return ()
    if max(patch.box.width, patch.box.height) <= _TILE_PX or len(patch.flips) != 1:
        return (patch,)
    return tuple(PixelDiff(one.box, np.packbits(one.inside), patch.flips) for one in _tiles_of(patch))


def _tiles_of(patch: PixelDiff) -> Iterator[Region]:
    """What a patch changes, tile by tile."""
    changed, box = patch.changed(), patch.box
    for top in range(0, box.height, _TILE_PX):
        for left in range(0, box.width, _TILE_PX):
            tile = changed[top : top + _TILE_PX, left : left + _TILE_PX]
            region = Region.of(tile, left + box.left, top + box.top)
            if region is not None:
                yield region


def _together(repaired: Collection[int]) -> NDArray[np.uint8]:
    """For each number of a plane the one that it is taken for."""
    table = np.arange(256, dtype=np.uint8)
    table[_REPAIRED] = DamageClass.ORIGINAL
    table[list(repaired)] = _REPAIRED
    return table


def _looked_up(plane: NDArray[np.uint8], table: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.asarray(cv2.LUT(plane, table), np.uint8)


def _replaced(
    plane: NDArray[np.uint8], region: Region, added: int, table: NDArray[np.uint8], reach_px: int
) -> PixelDiff | None:
    """What is marked within the region becomes nothing, what is not becomes marked."""
    present = plane[region.box.slices]
    wanted = np.where(
        present == DamageClass.NONE, _nearest(plane, region.box, added, table, reach_px), DamageClass.NONE
    )
    after = np.where(region.inside, wanted, present).astype(np.uint8)
    return _moved(PixelDiff.between(present, after), region.box)


def _moved(patch: PixelDiff | None, frame: Box) -> PixelDiff | None:
    """A patch of a part of a plane, as one of the whole plane."""
    if patch is None:
        return None
    left, top = frame.left, frame.top
    box = Box(patch.box.left + left, patch.box.top + top, patch.box.right + left, patch.box.bottom + top)
    return PixelDiff(box, patch.changed_bits, patch.flips)


def _nearest(
    plane: NDArray[np.uint8], box: Box, added: int, table: NDArray[np.uint8], reach_px: int
) -> NDArray[np.uint8]:
    """For each pixel of a box the class of the repaired pixel nearest to it (h, w)."""
    classes = np.full((box.height, box.width), added, np.uint8)
    around = box.grown(reach_px).clipped(Extent.of(plane))
    part = plane[around.slices]
    marked = _looked_up(part, table) == _REPAIRED
    present = np.unique(part[marked])
    if reach_px == 0 or len(present) == 0:
        return classes
    if len(present) == 1:
        classes[:] = present[0]
        return classes
    _, labels = cv2.distanceTransformWithLabels(
        (~marked).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5, labelType=cv2.DIST_LABEL_PIXEL
    )
    by_label = np.zeros(int(labels.max()) + 1, np.uint8)
    by_label[labels[marked]] = part[marked]
    rows = slice(box.top - around.top, box.bottom - around.top)
    return np.asarray(by_label[labels[rows, box.left - around.left : box.right - around.left]], np.uint8)
