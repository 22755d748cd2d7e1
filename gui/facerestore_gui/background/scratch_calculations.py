"""What tracing scratches calculates in threads. Imported with the first of them."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from facerestore.editing.magic_wand import Samples
from facerestore.editing.mask_shapes import Region
from facerestore.editing.ridge_levels import RidgeLevels
from facerestore.editing.scratch_outline import scratch_line
from facerestore.editing.scratch_paths import Ridge, ScratchPaths
from facerestore.values.cancellation import CancelToken
from facerestore.values.geometry import Extent

__all__ = ["RidgeLevels", "ScratchPaths", "ScratchWay", "ridge_levels", "scratch_paths", "scratch_region"]


@dataclass(frozen=True, eq=False)
class ScratchWay:
    """A rough way along a scratch, float64 (N, 2) in pixels of the photo, exact to ``cell_px``."""

    places: NDArray[np.float64]
    ridge: Ridge
    cell_px: float

    def straightened(self) -> "ScratchWay":
        """The straight way between its ends."""
        return replace(self, places=self.places[[0, -1]])


def ridge_levels(pixels: Samples, cancel: CancelToken) -> RidgeLevels:
    return RidgeLevels.of(pixels, cancel=cancel)


def scratch_paths(
    levels: RidgeLevels, place: tuple[float, float], reach_px: float, cancel: CancelToken
) -> ScratchPaths:
    return ScratchPaths(levels, *place, reach_px=reach_px, cancel=cancel)


def scratch_region(pixels: Samples, way: ScratchWay, *, is_straight: bool) -> Region | None:
    line = scratch_line(pixels, way.places, way.ridge, cell_px=way.cell_px, is_straight=is_straight)
    return line.region(Extent.of(pixels))
