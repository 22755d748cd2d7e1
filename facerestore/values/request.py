"""Requests: everything that determines a result, and nothing else. They travel to the worker process."""

from dataclasses import dataclass, replace
from typing import Final, Self

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import FaceCrop
from facerestore.values.damage_map import WORK_PX
from facerestore.values.geometry import Box
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.reference import Reference
from facerestore.values.region import PhotoRegion

DEFAULT_SEED: Final = 0
DEFAULT_DETAIL: Final = 1.0
"""How strong the detail is that a painting borrows from its scan, 0...1."""
DETECTION_PX: Final = 640
"""Longest side of the reduced copy in which faces are looked for."""


@dataclass(frozen=True, eq=False)
class DetectionRequest:
    """Find the faces of a copy of a photo, or of a window of it, be it turned.

    ``pixels`` float32 (h, w, 3) 0...1 and what is masked in it, as they are searched; ``scale`` is pixels of the copy
    per photo pixel. ``quarter_turns``: how often the copy was turned to the left, 0...3. ``left_photo``, ``top_photo``:
    where the window begins. ``sizes_px``: longest sides at which it is searched, None for the detector's own.
    """

    pixels: NDArray[np.float32]
    hole: NDArray[np.bool_]
    scale: float
    quarter_turns: int = 0
    left_photo: int = 0
    top_photo: int = 0
    sizes_px: tuple[int, ...] | None = None

    @classmethod
    def of(cls, photo: Photo, mask: Mask | None = None) -> Self:
        """The request for a photo; what the mask covers is left out of the reduced copy."""
        extent = photo.extent
        whole = Box(0, 0, extent.width, extent.height)
        return cls.of_window(photo, mask, whole, scale=min(1.0, DETECTION_PX / max(extent.width, extent.height)))

    @classmethod
    def of_window(
        cls,
        photo: Photo,
        mask: Mask | None,
        window: Box,
        *,
        scale: float,
        sizes_px: tuple[int, ...] | None = None,
    ) -> Self:
        """The request for a part of a photo, at ``scale`` copy pixels per photo pixel."""
        size = (max(1, round(window.width * scale)), max(1, round(window.height * scale)))
        interpolation = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        # reduced before it is made float: a 100-megapixel scan has no cheap float copy
        pixels = cv2.resize(photo.pixels[window.slices], size, interpolation=interpolation).astype(np.float32)
        pixels /= photo.white
        rgb = np.repeat(pixels[..., None], 3, axis=2) if pixels.ndim == 2 else pixels
        if mask is None:
            hole = np.zeros(rgb.shape[:2], np.bool_)
        else:
            hole = cv2.resize(mask.coverage[window.slices], size, interpolation=interpolation) > 0
        shown = np.ascontiguousarray(np.where(hole[..., None], 0, rgb), np.float32)
        return cls(shown, hole, scale, left_photo=window.left, top_photo=window.top, sizes_px=sizes_px)

    def turned(self, quarter_turns: int) -> "DetectionRequest":
        """The same copy turned to the left by further quarter turns."""
        return replace(
            self,
            pixels=np.ascontiguousarray(np.rot90(self.pixels, quarter_turns)),
            hole=np.ascontiguousarray(np.rot90(self.hole, quarter_turns)),
            quarter_turns=(self.quarter_turns + quarter_turns) % 4,
        )

    def to_photo(self, points: NDArray[np.floating]) -> NDArray[np.float64]:
        """Points (N, 2) of the copy as it is searched, in the photo."""
        height, width = self.hole.shape
        x, y = np.asarray(points, np.float64).reshape(-1, 2).T
        # back to the right, once for each turn to the left
        unturned = ((x, y), (height - y, x), (width - x, height - y), (y, width - x))[self.quarter_turns]
        return np.stack(unturned, axis=1) / self.scale + (self.left_photo, self.top_photo)


@dataclass(frozen=True, eq=False)
class LayoutRequest:
    """Stage 1: the layout of a crop. ``alternative`` 0 is the best single guess; 1, 2, ... are other layouts that the
    hole allows, the same for the same number."""

    crop: FaceCrop
    alternative: int = 0


@dataclass(frozen=True, eq=False)
class TextureRequest:
    """Stage 2: texture for the crop's hole, following the layout. ``network``: which one paints, by its name
    (``texture_generator.base``), or "texture" for the program's own. ``references``: what it may borrow from besides
    the crop's mirror image, each with its layout. Equal requests give equal pixels on one device."""

    crop: FaceCrop
    layout: Layout
    seed: int = DEFAULT_SEED
    network: str = "texture"
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, eq=False)
class InpaintingRequest:
    """A region of a photo, to be painted where it has a hole. ``network``: which one paints, by its name
    (``in2.base``), or "inpainting" for the program's own."""

    region: PhotoRegion
    network: str = "inpainting"


@dataclass(frozen=True, eq=False)
class EmbeddingRequest:
    """Who a crop shows, by what is visible in it. ``is_continued``: what is hidden is continued from its surroundings
    (Telea 2004) and not seen as the mean colour of faces."""

    crop: FaceCrop
    is_continued: bool = False


@dataclass(frozen=True, eq=False)
class DamageRequest:
    """Where a photo is damaged. ``pixels``: uint8 (h, w, 3), a copy of at most WORK_PX a side; ``scale``: its pixels
    per photo pixel."""

    pixels: NDArray[np.uint8]
    scale: float

    @classmethod
    def of(cls, photo: Photo) -> Self:
        """The request for a photo."""
        pixels, scale = reduced(photo)
        return cls(pixels if pixels.ndim == 3 else np.repeat(pixels[..., None], 3, axis=2), scale)


Request = DetectionRequest | LayoutRequest | TextureRequest | InpaintingRequest | EmbeddingRequest | DamageRequest


def reduced(photo: Photo) -> tuple[NDArray[np.uint8], float]:
    """(the copy, 8 bits, grey or RGB, in which damage is looked for; its pixels per photo pixel)."""
    extent = photo.extent
    scale = min(1.0, WORK_PX / max(extent.width, extent.height))
    pixels: NDArray[np.generic] = photo.pixels
    if scale < 1:
        size = (max(1, round(extent.width * scale)), max(1, round(extent.height * scale)))
        pixels = np.asarray(cv2.resize(photo.pixels, size, interpolation=cv2.INTER_AREA))
    return eight_bits(pixels), scale


def eight_bits(pixels: NDArray[np.generic]) -> NDArray[np.uint8]:
    """Samples of 8 or 16 bits with 8."""
    return np.ascontiguousarray(pixels if pixels.dtype == np.uint8 else np.asarray(pixels, np.uint16) >> 8, np.uint8)
