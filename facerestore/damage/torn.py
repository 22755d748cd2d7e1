"""Tears and missing corners by classical means: bright or dark areas without texture that reach the photo's edge."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.editing.mask_shapes import Region
from facerestore.values.photo import Photo

_TORN_PX: Final = 512
_TORN_LIMITS: Final = (0.07, 0.93)
_TORN_FLATNESS: Final = 0.02
_TORN_SHARES: Final = (0.002, 0.3)
_TORN_CONTRAST: Final = 0.15


def torn(photo: Photo, grey: NDArray[np.uint8]) -> list[tuple[Region, float]]:
    """(place, confidence) of what reaches one or two sides of the photo; on three or four it would be the paper around
    it, or a studio's backdrop. ``grey``: the reduced copy, uint8 (h, w)."""
    scale = min(1.0, _TORN_PX / max(grey.shape))
    size = (max(1, round(grey.shape[1] * scale)), max(1, round(grey.shape[0] * scale)))
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    mean = cv2.blur(small, (5, 5))
    spread = np.sqrt(np.maximum(cv2.blur(small**2, (5, 5)) - mean**2, 0))
    made = []
    for is_end in (mean <= _TORN_LIMITS[0], mean >= _TORN_LIMITS[1]):
        flat = (is_end & (spread <= _TORN_FLATNESS)).astype(np.uint8)
        count, parts = cv2.connectedComponents(flat, connectivity=4)
        for number in range(1, count):
            part = parts == number
            sides = sum(bool(edge.any()) for edge in (part[0], part[-1], part[:, 0], part[:, -1]))
            if not (_TORN_SHARES[0] <= part.mean() <= _TORN_SHARES[1]) or sides not in (1, 2):
                continue
            # the window of the mean ends two pixels before the area does
            whole = cv2.dilate(part.astype(np.uint8), np.ones((5, 5), np.uint8))
            ring = (cv2.dilate(whole, np.ones((7, 7), np.uint8)) > 0) & (whole == 0)
            contrast = float(np.median(np.abs(small[ring] - small[part].mean()))) if ring.any() else 0.0
            confidence = min(0.9, contrast)
            if contrast >= _TORN_CONTRAST:
                extent = photo.extent
                over = cv2.resize(whole, (extent.width, extent.height), interpolation=cv2.INTER_NEAREST) > 0
                region = Region.of(over)
                assert region is not None, "a part has pixels"
                made.append((region, confidence))
    return made
