"""The same small change of frame for a picture and its labels; left and right classes change places in a flip."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore_resources.face_classes import FLIPPED

_FLIPPED = np.asarray(FLIPPED, np.uint8)


@dataclass(frozen=True, kw_only=True, slots=True)
class FrameJitter:
    """How far a crop's frame may be off: standard deviations of shift (share of the side), log scale, degrees."""

    shift: float = 0.015
    log_scale: float = 0.04
    degrees: float = 3.0
    probability: float = 0.6


def sample(
    pixels: NDArray[np.uint8],
    labels: NDArray[np.uint8] | None,
    *,
    size_px: int,
    jitter: FrameJitter,
    rng: np.random.Generator,
) -> tuple[NDArray[np.uint8], NDArray[np.uint8] | None]:
    """A picture (H, W, 3) and its labels (H, W) at ``size_px``, flipped half of the time, slightly reframed."""
    if pixels.shape[0] != size_px:
        pixels = np.asarray(cv2.resize(pixels, (size_px, size_px), interpolation=cv2.INTER_AREA))
    # labels keep their resolution: they are averaged to probabilities later
    if rng.random() < jitter.probability:
        scale = float(np.exp(rng.normal(0, jitter.log_scale)))
        degrees, shift = rng.normal(0, jitter.degrees), rng.normal(0, jitter.shift, 2)
        pixels = _reframed(pixels, scale, degrees, shift, cv2.INTER_LINEAR)
        if labels is not None:
            labels = _reframed(labels, scale, degrees, shift, cv2.INTER_NEAREST)
    if rng.random() < 0.5:
        pixels = pixels[:, ::-1]
        labels = None if labels is None else _FLIPPED[labels[:, ::-1]]
    return np.ascontiguousarray(pixels), None if labels is None else np.ascontiguousarray(labels)


def _reframed(
    array: NDArray[np.uint8], scale: float, degrees: float, shift: NDArray[np.float64], interpolation: int
) -> NDArray[np.uint8]:
    side = array.shape[0]
    matrix = cv2.getRotationMatrix2D(((side - 1) / 2, (side - 1) / 2), float(degrees), scale)
    matrix[:, 2] += shift * side
    return np.asarray(
        cv2.warpAffine(array, matrix, (side, side), flags=interpolation, borderMode=cv2.BORDER_REFLECT_101),
        np.uint8,
    )
