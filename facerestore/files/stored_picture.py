"""StoredPicture: what a picture file holds, before it is turned upright. And why a file cannot be one."""

from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from facerestore.files import exif_upright, xmp
from facerestore.files.inventory import Kind
from facerestore.values.geometry import Extent
from facerestore.values.photo import ExtraPlane, InventoryItem, PhotoMetadata
from facerestore.values.translatable_text import TranslatableText

MAX_PIXELS: Final = 200_000_000
"""More pixels than this are refused before anything is decoded: a small file can claim any size."""

MAX_SIDE_PX: Final = 1_000_000
"""The longest side that is read; it is also the longest that PNG's library reads."""

MAX_XMP_BYTES: Final = 4 * 2**20
"""An XMP packet larger than this is left out, and that is said."""

MAX_TEXT_BYTES: Final = 64 * 2**20
"""Packed metadata that grow larger than this are left out."""


class UnsupportedPicture(Exception):
    """Bytes that are not a picture we can read, or a picture that a format cannot hold: a sentence and an
    advice. The file modules turn it into the error of the file they work for."""

    def __init__(self, sentence: str, advice: str) -> None:
        super().__init__(sentence, advice)
        self.sentence = sentence
        self.advice = advice

    @classmethod
    def damaged(cls, what: str) -> "UnsupportedPicture":
        return cls(
            TranslatableText("The file is damaged: {what}.", what=what),
            "Use another copy of it, or scan the picture again.",
        )

    @classmethod
    def truncated(cls) -> "UnsupportedPicture":
        return cls("The file ends in the middle of the picture.", "Copy or download it again.")


@dataclass(frozen=True, eq=False)
class StoredPicture:
    """Pixels (H, W) or (H, W, 3), uint8 or uint16, and straight alpha (H, W), as the file stores them;
    ``orientation`` is 1 to 8 as EXIF counts. ``extras`` lie as the pixels do."""

    pixels: NDArray[Any]
    alpha: NDArray[Any] | None = None
    metadata: PhotoMetadata = field(default_factory=PhotoMetadata)
    orientation: int = 1
    extras: tuple[ExtraPlane, ...] = ()

    @classmethod
    def of_samples(cls, samples: NDArray[Any], metadata: PhotoMetadata, orientation: int) -> "StoredPicture":
        """From (H, W) or (H, W, 1 to 4), where an even number of samples means that the last is alpha."""
        if samples.ndim == 2:
            return cls(samples, None, metadata, orientation)
        colours = 1 if samples.shape[2] < 3 else 3
        pixels = samples[..., 0] if colours == 1 else samples[..., :3]
        alpha = samples[..., colours] if samples.shape[2] > colours else None
        return cls(pixels, alpha, metadata, orientation)

    def upright(self) -> "StoredPicture":
        """The picture as it is to be seen; its EXIF and XMP blocks say so, and have no preview of it."""
        pixels = turned_upright(self.pixels, self.orientation)
        turned = Extent.of(pixels) if self.orientation in (5, 6, 7, 8) else None
        metadata = replace(
            self.metadata,
            exif=None if self.metadata.exif is None else exif_upright.upright(self.metadata.exif, turned),
            xmp=None if self.metadata.xmp is None else xmp.upright(self.metadata.xmp, turned),
            dpi=turned_dpi(self.metadata.dpi, self.orientation),
            items=tuple(turned_item(item, self.orientation) for item in self.metadata.items),
        )
        alpha = None if self.alpha is None else turned_upright(self.alpha, self.orientation)
        extras = tuple(replace(plane, samples=turned_upright(plane.samples, self.orientation)) for plane in self.extras)
        return StoredPicture(pixels, alpha, metadata, extras=extras)


def turned_upright(stored: NDArray[Any], orientation: int) -> NDArray[Any]:
    """What a file stores (H, W, ...), contiguous, as its orientation tag says it is to be seen.

    EXIF 2.32, 4.6.4: 2 mirrored, 3 half a turn, 4 mirrored top to bottom, 5 to 8 with rows and columns
    exchanged, then as 1, 2, 3, 4. Other values mean 1.
    """
    if orientation in (5, 6, 7, 8):
        stored = stored.swapaxes(0, 1)
    if orientation in (2, 3, 6, 7):
        stored = stored[:, ::-1]
    if orientation in (3, 4, 7, 8):
        stored = stored[::-1]
    # a side of one pixel counts as contiguous even backwards, which encoders do not take
    return stored.copy() if min(stored.strides) < 0 else np.ascontiguousarray(stored)


def refuse_size(width: int, height: int, max_pixels: int) -> None:
    """Raises UnsupportedPicture for a picture without pixels or with too many."""
    if width < 1 or height < 1:
        raise UnsupportedPicture.damaged("it claims to have no pixels")
    if max(width, height) > MAX_SIDE_PX:
        raise UnsupportedPicture(
            TranslatableText(
                "The picture is too long: {width} x {height} pixels, {limit} a side are allowed.",
                width=width,
                height=height,
                limit=MAX_SIDE_PX,
            ),
            "Cut out the portrait, and open that.",
        )
    if width * height > max_pixels:
        raise UnsupportedPicture(
            TranslatableText(
                "The picture is too large: {width} x {height} pixels, {limit} million are allowed.",
                width=width,
                height=height,
                limit=f"{max_pixels / 1e6:g}",
            ),
            "Make a smaller copy of it, or cut out the portrait, and open that.",
        )


def turned_dpi(dpi: tuple[float, float] | None, orientation: int) -> tuple[float, float] | None:
    """The resolution of a picture after it was turned as its orientation, 1 to 8, says."""
    return (dpi[1], dpi[0]) if dpi is not None and orientation in (5, 6, 7, 8) else dpi


def turned_item(item: InventoryItem, orientation: int) -> InventoryItem:
    """What a file holds, of its picture after it was turned as its orientation, 1 to 8, says; without its data where
    they would be wrong."""
    if orientation != 1 and item.kind in (Kind.PNG_CHUNK, Kind.PHOTOSHOP):
        # what they say of places in the picture would be wrong
        return replace(item, data=None)
    if orientation not in (5, 6, 7, 8) or item.kind != Kind.RESOLUTION_WITHOUT_UNIT or item.data is None:
        return item
    return replace(item, data=b" ".join(reversed(item.data.split())))
