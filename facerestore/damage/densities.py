"""Optical densities of samples: in them what lies on a film adds up, whatever the brightness below it."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

_BLACK: Final = 1 / 256
"""Of white: what every sample is raised by, so that the noise of black does not grow beyond all bounds."""


Samples = NDArray[np.uint8] | NDArray[np.uint16]


def densities(samples: Samples) -> NDArray[np.float32]:
    """The densities of samples of 8 or 16 bits, of their shape: the natural logarithm of white over each, near 0 for
    white and 5.5 for black."""
    white = np.iinfo(samples.dtype).max
    table = -np.log((np.arange(white + 1) / white + _BLACK) / (1 + _BLACK))
    return np.asarray(table.astype(np.float32)[samples], np.float32)


def grey_density(pixels: Samples) -> NDArray[np.float32]:
    """The mean density of the channels of (H, W) or (H, W, 3)."""
    density = densities(pixels)
    return density if density.ndim == 2 else np.asarray(density.mean(axis=2), np.float32)
