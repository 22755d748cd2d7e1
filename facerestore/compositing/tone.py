"""Tone: the one colour line of a sepia or toned photo, measured where it shows and given to painted pixels.

In a toned print the colour of a pixel follows from its brightness alone. So chroma is modelled as a function
of luma; where the visible chroma obeys it, painted chroma is replaced by it, and a network's natural skin
colour does not become a clean patch in a brown photo. A colour photo disobeys, and keeps the painted colours.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

LUMA: Final = np.array([0.299, 0.587, 0.114], np.float32)
"""Rec. 601: weights of red, green, blue."""

_SAMPLE_PX: Final = 256
_BINS: Final = 32
_MONOCHROME: Final = 0.035
_COLOURED: Final = 0.06
"""The 95th percentile of what the tone leaves unexplained: below the first a photo is monochrome, above the
second it has colours; in between, painted colour and tone are mixed."""
_FEWEST_SAMPLES: Final = 32


@dataclass(frozen=True, eq=False)
class Tone:
    """``chroma``: float32 (bins, 2), red minus luma and blue minus luma at evenly spaced lumas 0...1.
    ``strength``: 0 a colour photo ... 1 a monochrome one."""

    chroma: NDArray[np.float32]
    strength: float

    def applied(self, rgb: NDArray[np.float32]) -> NDArray[np.float32]:
        """The picture (H, W, 3) 0...1 in this tone, its luma kept."""
        if self.strength == 0.0:
            return rgb
        luma = rgb @ LUMA
        red, blue = (luma + part for part in self._chroma_of(luma))
        green = (luma - LUMA[0] * red - LUMA[2] * blue) / LUMA[1]
        toned = np.stack([red, green, blue], axis=-1)
        return np.asarray(rgb + np.float32(self.strength) * (toned - rgb), np.float32)

    def _chroma_of(self, luma: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        knots = np.linspace(0, 1, len(self.chroma))
        red, blue = (np.interp(luma, knots, self.chroma[:, part]).astype(np.float32) for part in (0, 1))
        return red, blue


def measured_tone(photo: Photo, mask: Mask) -> Tone:
    """The tone of an RGB photo's visible pixels around what the mask covers."""
    rgb = _visible_samples(photo, mask)
    if len(rgb) < _FEWEST_SAMPLES:
        return Tone(np.zeros((_BINS, 2), np.float32), 0.0)
    luma = rgb @ LUMA
    chroma = np.stack([rgb[:, 0] - luma, rgb[:, 2] - luma], axis=1)
    tone = Tone(_curve(luma, chroma), 1.0)
    expected = np.stack(tone._chroma_of(luma), axis=1)
    unexplained = float(np.percentile(np.linalg.norm(chroma - expected, axis=1), 95))
    strength = float(np.clip((_COLOURED - unexplained) / (_COLOURED - _MONOCHROME), 0, 1))
    return Tone(tone.chroma, strength)


def _visible_samples(photo: Photo, mask: Mask) -> NDArray[np.float32]:
    """Visible pixels (N, 3) 0...1 of the surroundings, averaged so that grain has no colour of its own."""
    box = mask.box
    near = box.grown(max(16, (box.width + box.height) // 2)).clipped(photo.extent)
    shrink = max(1.0, max(near.width, near.height) / _SAMPLE_PX)
    size = (max(1, round(near.width / shrink)), max(1, round(near.height / shrink)))
    pixels = cv2.resize(photo.pixels[near.slices], size, interpolation=cv2.INTER_AREA)
    covered = cv2.resize(mask.coverage[near.slices], size, interpolation=cv2.INTER_AREA)
    visible = covered == 0
    if photo.alpha is not None:
        visible &= cv2.resize(photo.alpha[near.slices], size, interpolation=cv2.INTER_AREA) > 0
    return np.asarray(pixels[visible], np.float32) / np.float32(photo.white)


def _curve(luma: NDArray[np.float32], chroma: NDArray[np.float32]) -> NDArray[np.float32]:
    """Chroma (bins, 2) by luma: the median of each bin, smoothed by how much each bin has seen."""
    bins = np.clip(np.rint(luma * (_BINS - 1)).astype(int), 0, _BINS - 1)
    counts = np.bincount(bins, minlength=_BINS).astype(np.float64)
    medians = np.zeros((_BINS, 2))
    for index in np.flatnonzero(counts):
        medians[index] = np.median(chroma[bins == index], axis=0)
    distance = np.arange(_BINS)[:, None] - np.arange(_BINS)
    # the faint wide part carries the curve on to lumas that nobody has seen
    weights = (np.exp(-0.5 * (distance / 1.0) ** 2) + 1e-4 * np.exp(-np.abs(distance) / 3.0)) * counts
    return np.asarray(weights @ medians / weights.sum(axis=1, keepdims=True), np.float32)
