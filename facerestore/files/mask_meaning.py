"""What a picture means as a mask: which of its pixels are to be restored.

White is restored. Where a picture has no white, as after a program that writes 1 for white, what was meant is told from
its values if they allow one reading only; if they do not, the picture is refused rather than taken for an empty mask.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from facerestore.files.stored_picture import StoredPicture, UnsupportedPicture
from facerestore.values.geometry import Box, Extent
from facerestore.values.mask import THRESHOLD
from facerestore.values.translatable_text import TranslatableText

_EIGHT_BITS: Final = 255
_COLOURLESS: Final = 24 / 255
"""Channels that differ by no more than this look grey: a colour JPEG or a managed colour space leaves as much."""
_BLACK: Final = 16 / 255
"""Lossy files do not hold black more exactly."""
_MOST_DRAWN: Final = 0.5
"""Black on a transparent ground is what was drawn up to this share; beyond it may be the ground."""
_BLACK_AND_WHITE: Final = "Save the mask in black and white: white is restored, black is kept."

ONES_NOTE: Final = "The mask has the values 0 and 1 only; 1 was taken for white."
SMALL_DEPTH_NOTE: Final = "The mask has 16 bits, but no value above 255; 255 was taken for white."
DRAWN_NOTE: Final = "The mask is black on a transparent ground; what is black was taken to be restored."


@dataclass(frozen=True, eq=False)
class MaskMeaning:
    """``coverage``: uint8 (H, W), 255 restore, 0 keep. ``notes``: how it was understood, where white was not white."""

    coverage: NDArray[np.uint8]
    notes: tuple[str, ...] = ()


def mask_meaning(picture: StoredPicture) -> MaskMeaning:
    """What a picture means as a mask. Raises UnsupportedPicture where it has colours, or more than one meaning."""
    _refuse_colours(picture)
    full = np.iinfo(picture.pixels.dtype).max
    largest = int(picture.pixels.max(initial=0))
    if picture.alpha is not None and largest <= _BLACK * full:
        return _of_black(picture)
    if largest == 1:
        return _covered(picture, white=1, notes=(ONES_NOTE,))
    if full > _EIGHT_BITS and THRESHOLD <= largest <= _EIGHT_BITS:
        return _covered(picture, white=_EIGHT_BITS, notes=(SMALL_DEPTH_NOTE,))
    if _BLACK * full < largest < THRESHOLD / 255 * full:
        raise UnsupportedPicture(
            TranslatableText(
                "The mask has no white: its lightest value is {largest}, and {threshold} to {full} is restored.",
                largest=largest,
                threshold=int(np.ceil(THRESHOLD / 255 * full)),
                full=full,
            ),
            _BLACK_AND_WHITE,
        )
    return _covered(picture, white=full)


def _of_black(picture: StoredPicture) -> MaskMeaning:
    """Of a picture that is black wherever it is not transparent."""
    assert picture.alpha is not None
    opaque = picture.alpha >= np.iinfo(picture.alpha.dtype).max * THRESHOLD / 255
    share = float(opaque.mean())
    if share == 1:
        return MaskMeaning(np.zeros(opaque.shape, np.uint8))
    if share == 0:
        raise UnsupportedPicture("The mask is transparent all over.", _BLACK_AND_WHITE)
    if share > _MOST_DRAWN:
        raise UnsupportedPicture(
            "The mask is black where it is not transparent, and which of the two is to be restored cannot be told.",
            _BLACK_AND_WHITE,
        )
    return MaskMeaning(np.multiply(opaque, np.uint8(255), dtype=np.uint8), (DRAWN_NOTE,))


def _covered(picture: StoredPicture, *, white: int, notes: tuple[str, ...] = ()) -> MaskMeaning:
    """Restored where the picture shows white over black, from THRESHOLD of 255 on."""
    coverage = np.empty(picture.pixels.shape[:2], np.uint8)
    # a large scan has no room for a float copy
    for strip in _strips(picture):
        whiteness = _lightness(picture.pixels[strip.slices]) / white
        if picture.alpha is not None:
            alpha = picture.alpha[strip.slices]
            whiteness = whiteness * (alpha / float(np.iinfo(alpha.dtype).max))
        coverage[strip.slices] = np.where(whiteness >= THRESHOLD / 255, 255, 0)
    return MaskMeaning(coverage, notes)


def _lightness(pixels: NDArray[Any]) -> NDArray[Any]:
    """(H, W) of (H, W) or of a nearly grey (H, W, 3)."""
    if pixels.ndim == 2:
        return pixels
    # the one in the middle: exact where all are equal
    return np.asarray(pixels.sum(axis=2, dtype=np.int32) - pixels.max(axis=2) - pixels.min(axis=2))


def _refuse_colours(picture: StoredPicture) -> None:
    if picture.pixels.ndim == 2:
        return
    most = int(_COLOURLESS * np.iinfo(picture.pixels.dtype).max)
    for strip in _strips(picture):
        pixels = picture.pixels[strip.slices]
        differs = pixels.max(axis=2) - pixels.min(axis=2) > most
        if picture.alpha is not None:
            differs &= picture.alpha[strip.slices] > 0
        if differs.any():
            raise UnsupportedPicture("The picture has colours, and a mask has none.", _BLACK_AND_WHITE)


def _strips(picture: StoredPicture) -> list[Box]:
    return list(Extent.of(picture.pixels).box.strips())
