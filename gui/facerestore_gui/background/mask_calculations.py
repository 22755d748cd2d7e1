"""What edits of a whole mask calculate in threads. Imported with the first of them, as ``file_calculations`` is."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.editing.magic_wand import wand_region
from facerestore.editing.mask_selection import grown, inverted, shrunk, smoothed, without_holes, without_specks
from facerestore.editing.mask_shapes import Combination, Region, combined
from facerestore.editing.painting import PixelDiff
from facerestore.editing.plane_editing import changed_repairs, differences, in_tiles, repaired_regions
from facerestore.values.geometry import Box
from facerestore.values.hand_layer import seen
from facerestore_gui.document.suggestions import traced

__all__ = [
    "changed",
    "cleared",
    "combined_shape",
    "imported",
    "renumbered",
    "repaired_regions",
    "replaced",
    "wand_outlines",
    "wand_region",
    "without_class",
]

_MOST_OUTLINED_PX: Final = 2**21
"""A larger region is outlined in a reduced copy."""
_MOST_POINTS: Final = 60_000
"""Of all outlines; the shortest are left out beyond that."""
_NEAREST_PX: Final = 64
"""How far from what it belongs to a filled hole or a grown part may lie."""


def wand_outlines(
    pixels: NDArray[np.uint8] | NDArray[np.uint16],
    x_photo: float,
    y_photo: float,
    *,
    tolerance: float,
    is_contiguous: bool,
) -> tuple[NDArray[np.float64], ...]:
    """Closed lines (N, 2) in pixels of the photo around what the wand takes at a place; none outside the photo."""
    region = wand_region(pixels, x_photo, y_photo, tolerance=tolerance, is_contiguous=is_contiguous)
    if region is None:
        return ()
    inside, box = region.inside.view(np.uint8), region.box
    step = int(np.ceil(np.sqrt(max(1.0, inside.size / _MOST_OUTLINED_PX))))
    if step > 1:
        small = (-(-box.width // step), -(-box.height // step))
        inside = (cv2.resize(inside * np.uint8(255), small, interpolation=cv2.INTER_AREA) > 0).view(np.uint8)
    whole = Box(0, 0, inside.shape[1], inside.shape[0])
    lines = [line * [box.width / inside.shape[1], box.height / inside.shape[0]] for line in traced(inside, whole)]
    lines.sort(key=len, reverse=True)
    counts = np.cumsum([len(line) for line in lines])
    corner = np.array([box.left, box.top])
    return tuple(line + corner for line, count in zip(lines, counts, strict=True) if count <= _MOST_POINTS)


def combined_shape(
    plane: NDArray[np.uint8],
    region: Region | None,
    combination: Combination,
    *,
    value: int,
    kept: Collection[int],
) -> Sequence[PixelDiff]:
    return in_tiles(combined(plane, region, combination, value=value, locked=kept))


def changed(
    plane: NDArray[np.uint8], name: str, radius_px: int, *, added: int, repaired: Collection[int]
) -> Sequence[PixelDiff]:
    """A change by its name: grow, shrink, smooth, remove_specks, fill_holes or invert."""
    changes: dict[str, Callable[[NDArray[np.uint8]], PixelDiff | None]] = {
        "grow": partial(grown, radius_px=radius_px),
        "shrink": partial(shrunk, radius_px=radius_px),
        "smooth": partial(smoothed, radius_px=radius_px),
        "remove_specks": partial(without_specks, least_px=radius_px**2),
        "fill_holes": without_holes,
        "invert": inverted,
    }
    # what an inverted mask adds lies beside no damage, and belongs to none
    reach_px = 0 if name == "invert" else _NEAREST_PX + radius_px
    return changed_repairs(plane, changes[name], added=added, repaired=repaired, reach_px=reach_px)


def cleared(plane: NDArray[np.uint8]) -> Sequence[PixelDiff]:
    """What is filled by hand is no mask, and stays."""
    return replaced(plane, np.where(seen(plane), plane, np.uint8(0)))


def imported(plane: NDArray[np.uint8], read: NDArray[np.uint8]) -> Sequence[PixelDiff]:
    """The plane of a file in place of the present one. What is filled by hand stays where the file marks nothing; what
    the file says was filled by hand has no pixels here, but for those."""
    wanted = np.where(seen(read), np.uint8(0), read)
    return replaced(plane, np.where((wanted == 0) & seen(plane), plane, wanted))


def without_class(plane: NDArray[np.uint8], number: int) -> Sequence[PixelDiff]:
    return replaced(plane, np.where(plane == number, np.uint8(0), plane))


def renumbered(plane: NDArray[np.uint8], numbers: Mapping[int, int]) -> NDArray[np.uint8]:
    """A plane with other numbers for some of its classes; the same array where all stay."""
    if all(old == new for old, new in numbers.items()):
        return plane
    table = np.arange(256, dtype=np.uint8)
    table[list(numbers)] = list(numbers.values())
    return np.asarray(cv2.LUT(plane, table), np.uint8)


def replaced(plane: NDArray[np.uint8], wanted: NDArray[np.uint8]) -> Sequence[PixelDiff]:
    return differences(plane, wanted)
