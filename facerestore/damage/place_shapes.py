"""What a place looks like by its pixels: how long, how wide, how straight, and so a speck, a scratch or a crease."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.damage_classes import DamageClass

CREASE_LENGTH: Final = 0.4
CREASE_STRAIGHTNESS: Final = 0.8
LONG: Final = 4.0
"""What is so many times as long as it is wide is no speck."""


@dataclass(frozen=True)
class PlaceShape:
    """``length``, ``width``: in pixels, along a line however bent; ``straightness``: 0...1."""

    length: float
    width: float
    straightness: float

    @classmethod
    def of(cls, inside: NDArray[np.generic]) -> "PlaceShape":
        """The shape of the pixels (h, w) of a place that are not zero, at least one."""
        marked = np.pad(np.asarray(inside) > 0, 1).astype(np.uint8)
        depth = cv2.distanceTransform(marked, cv2.DIST_L2, 5)[marked > 0]
        # the mean depth of a line is a quarter of its width; single pixels have depth one
        width = max(4 * float(depth.mean()) - 2, 1.0)
        length = len(depth) / width
        rows, columns = np.nonzero(marked)
        spread = np.cov(np.stack([columns, rows])) if len(rows) > 1 else np.zeros((2, 2))
        major = float(np.sqrt(max(np.linalg.eigvalsh(spread)[-1], 0) + 1 / 12))
        return cls(length, width, float(min(np.sqrt(12) * major / max(length, 1.0), 1.0)))

    def thin_kind(self, shape: tuple[int, ...]) -> DamageClass:
        """DUST, SCRATCH or CREASE: what a thin or small place is in a picture (h, w) of that shape."""
        if self.length < LONG * self.width or self.length < 8:
            return DamageClass.DUST
        is_crease = self.length > CREASE_LENGTH * min(shape[:2]) and self.straightness > CREASE_STRAIGHTNESS
        return DamageClass.CREASE if is_crease else DamageClass.SCRATCH
