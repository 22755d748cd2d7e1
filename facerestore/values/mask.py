"""Mask: what the person wants restored, over the whole photo."""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.geometry import Box, Extent

THRESHOLD = 127
"""A mask file's value at or above this restores; below it, the pixel is kept."""


@dataclass(frozen=True, eq=False)
class Mask:
    """``coverage``: uint8 (H, W) of the photo, 0 keep or 255 restore, read-only."""

    coverage: NDArray[np.uint8]

    def __post_init__(self) -> None:
        if self.coverage.ndim != 2 or self.coverage.dtype != np.uint8:
            raise ValueError("A mask is uint8 (H, W).")
        # 255 wraps round to 0: nothing but 0 and 255 stays at or below 1
        if any((self.coverage[strip.slices] + np.uint8(1)).max() > 1 for strip in self.extent.box.strips()):
            raise ValueError("A mask has the values 0 keep and 255 restore.")
        self.coverage.flags.writeable = False

    @classmethod
    def from_bool(cls, restore: NDArray[np.bool_]) -> Self:
        """A mask that restores where the array (H, W) is true."""
        return cls(np.multiply(restore, np.uint8(255), dtype=np.uint8))

    @classmethod
    def empty(cls, extent: Extent) -> Self:
        return cls(np.zeros((extent.height, extent.width), np.uint8))

    @property
    def extent(self) -> Extent:
        return Extent.of(self.coverage)

    @property
    def restore(self) -> NDArray[np.bool_]:
        """True where the photo is to be restored (H, W)."""
        return self.coverage > 0

    @property
    def is_empty(self) -> bool:
        return not self.coverage.any()

    @property
    def is_full(self) -> bool:
        return bool(self.coverage.all())

    @cached_property
    def box(self) -> Box:
        """The smallest box that holds all there is to restore; empty if there is nothing."""
        return Box.of_nonzero(self.coverage)

    def grown(self, radius_px: int) -> "Mask":
        """The mask with a round margin of ``radius_px`` added (negative: taken away)."""
        size = 2 * abs(radius_px) + 1
        disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
        change = cv2.dilate if radius_px >= 0 else cv2.erode
        return Mask(np.asarray(change(self.coverage, disc), np.uint8))

    def inverted(self) -> "Mask":
        return Mask(np.uint8(255) - self.coverage)
