"""Requests: everything that determines a result, and nothing else. They travel to the worker process."""

from dataclasses import dataclass
from typing import Final, Self

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import FaceCrop
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

DEFAULT_SEED: Final = 0
DETECTION_PX: Final = 640
"""Longest side of the reduced copy in which faces are looked for."""


@dataclass(frozen=True, eq=False)
class DetectionRequest:
    """Find the faces of a reduced copy: ``pixels`` float32 (h, w, 3) 0...1 and what is masked in it;
    ``scale`` is reduced pixels per photo pixel, so that points come back in photo pixels."""

    pixels: NDArray[np.float32]
    hole: NDArray[np.bool_]
    scale: float

    @classmethod
    def of(cls, photo: Photo, mask: Mask | None = None) -> Self:
        """The request for a photo; what the mask covers is left out of the reduced copy."""
        extent = photo.extent
        scale = min(1.0, DETECTION_PX / max(extent.width, extent.height))
        size = (max(1, round(extent.width * scale)), max(1, round(extent.height * scale)))
        # reduced before it is made float: a 100-megapixel scan has no cheap float copy
        pixels = cv2.resize(photo.pixels, size, interpolation=cv2.INTER_AREA).astype(np.float32) / photo.white
        rgb = np.repeat(pixels[..., None], 3, axis=2) if pixels.ndim == 2 else pixels
        if mask is None:
            hole = np.zeros(rgb.shape[:2], np.bool_)
        else:
            hole = cv2.resize(mask.coverage, size, interpolation=cv2.INTER_AREA) > 0
        return cls(np.ascontiguousarray(np.where(hole[..., None], 0, rgb), np.float32), hole, scale)


@dataclass(frozen=True, eq=False)
class LayoutRequest:
    """Stage 1: the layout of a crop. ``alternative`` 0 is the best single guess; 1, 2, ... are other layouts that the
    hole allows, the same for the same number."""

    crop: FaceCrop
    alternative: int = 0


@dataclass(frozen=True, eq=False)
class TextureRequest:
    """Stage 2: texture for the crop's hole, following the layout. ``network``: which one paints, by its name
    (``texture_generator.base``), or "texture" for the program's own. Equal requests give equal pixels on one device."""

    crop: FaceCrop
    layout: Layout
    seed: int = DEFAULT_SEED
    network: str = "texture"


Request = DetectionRequest | LayoutRequest | TextureRequest
