"""Photo: the picture as the scan holds it, upright, at its own depth."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facerestore.values.geometry import Box, Extent
from facerestore.values.mask import Mask


@dataclass(frozen=True, slots=True)
class InventoryItem:
    """One thing that a photo's file holds, or that was found when it was read, and that no field of PhotoMetadata is
    for. ``kind``: one of ``files/inventory.Kind``, which says what ``data`` is; None: the reader could not take it
    along."""

    kind: str
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class PhotoMetadata:
    """What a file says about its picture, as raw blocks to be written back. None: the file has none.

    ``exif`` is a TIFF-structured block without the ``Exif\\0\\0`` prefix whose orientation is 1, because the
    pixels are upright. ``dpi`` is (x, y) in pixels per inch; ``is_metric``: the file counts per centimetre. ``items``:
    all else.
    """

    icc_profile: bytes | None = None
    exif: bytes | None = None
    xmp: bytes | None = None
    iptc: bytes | None = None
    dpi: tuple[float, float] | None = None
    is_metric: bool = False
    items: tuple[InventoryItem, ...] = ()


@dataclass(frozen=True, eq=False)
class ExtraPlane:
    """Samples (H, W) beside a photo's colours, uint8 or uint16, upright, kept as they are: infrared, a spot colour,
    another alpha.

    ``kind``: one of ``files/inventory.Kind``. ``page_kind``: of a plane that is a page of its own what TIFF calls
    NewSubfileType; None for one that is a further sample of each pixel, then of the photo's depth.
    """

    samples: NDArray[np.uint8] | NDArray[np.uint16]
    kind: str
    page_kind: int | None = None
    is_before_alpha: bool = False


@dataclass(frozen=True, eq=False)
class Photo:
    """Upright pixels, uint8 or uint16, (H, W) grey or (H, W, 3) RGB, read-only, with alpha (H, W) if any, and with what
    else the file has of each pixel.

    ``format`` is the file's format in lower case: ``"png"``, ``"tiff"``, ``"jpeg"`` or ``"webp"``; empty for a
    photo that does not come from a file.
    """

    pixels: NDArray[np.uint8] | NDArray[np.uint16]
    alpha: NDArray[np.uint8] | NDArray[np.uint16] | None = None
    metadata: PhotoMetadata = field(default_factory=PhotoMetadata)
    path: Path | None = None
    format: str = ""
    extras: tuple[ExtraPlane, ...] = ()

    def __post_init__(self) -> None:
        if self.pixels.dtype not in (np.uint8, np.uint16):
            raise ValueError("A photo has 8 or 16 bits per channel.")
        if not (self.pixels.ndim == 2 or (self.pixels.ndim == 3 and self.pixels.shape[2] == 3)):
            raise ValueError("A photo is (H, W) grey or (H, W, 3) RGB.")
        if self.alpha is not None and (
            self.alpha.shape != self.pixels.shape[:2] or self.alpha.dtype != self.pixels.dtype
        ):
            raise ValueError("Alpha has the photo's size and depth.")
        for plane in self.extras:
            if plane.samples.shape != self.pixels.shape[:2]:
                raise ValueError("An extra plane has the photo's size.")
            if plane.page_kind is None and plane.samples.dtype != self.pixels.dtype:
                raise ValueError("A further sample has the photo's depth.")
        for array in (self.pixels, self.alpha, *(plane.samples for plane in self.extras)):
            if array is not None:
                array.flags.writeable = False

    @property
    def extent(self) -> Extent:
        return Extent.of(self.pixels)

    @property
    def bits(self) -> int:
        """8 or 16."""
        return self.pixels.dtype.itemsize * 8

    @property
    def white(self) -> int:
        """The largest sample value: 255 or 65535."""
        return 255 if self.bits == 8 else 65535

    @cached_property
    def is_opaque(self) -> bool:
        """Whether nothing shines through: no alpha, or one that is full everywhere, as many programs write it."""
        return self.alpha is None or int(self.alpha.min()) == self.white

    @cached_property
    def is_grey(self) -> bool:
        """One channel, or three that are equal everywhere."""
        return self.pixels.ndim == 2 or not any(self._has_colour(strip).any() for strip in self.extent.box.strips())

    def is_grey_outside(self, mask: Mask) -> bool:
        """Whether what a mask leaves visible is grey, and it leaves something: a stain to be restored says nothing
        about a photo. The mask has the photo's size."""
        if self.is_grey:
            return True
        for strip in self.extent.box.strips():
            coloured = self._has_colour(strip)
            if coloured.any() and (coloured & (mask.coverage[strip.slices] == 0)).any():
                return False
        return not mask.is_full

    def _has_colour(self, box: Box) -> NDArray[np.bool_]:
        """Where the three channels of a box (h, w) are not equal."""
        red, green, blue = np.moveaxis(self.pixels[box.slices], 2, 0)
        return np.asarray((red != green) | (red != blue))

    def rgb_float(self) -> NDArray[np.float32]:
        """A new float32 (H, W, 3) array, 0...1; grey is repeated over three channels."""
        scaled = self.pixels.astype(np.float32) / np.float32(self.white)
        return np.repeat(scaled[..., None], 3, axis=2) if scaled.ndim == 2 else scaled

    def with_pixels(self, pixels: NDArray[np.uint8] | NDArray[np.uint16]) -> "Photo":
        """The same photo with other pixels of the same shape and depth."""
        if pixels.shape != self.pixels.shape or pixels.dtype != self.pixels.dtype:
            raise ValueError("Other pixels keep the photo's shape and depth.")
        return replace(self, pixels=pixels)
