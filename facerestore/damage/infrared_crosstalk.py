"""Crosstalk: how much of the picture a scanner's infrared shows, and infrared without it.

The dyes of colour film let infrared through, but for a little: the cyan dye, which is dense where the picture lacks
red. Kodachrome's dyes stop much more of it, and the silver of black-and-white film as much as it stops of light.
Infrared's density is therefore fitted as a function of the densities of the colours and, for lamp and lens, of the
place. What is left of it is dirt.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.damage.densities import Samples, densities, grey_density

_PASSES: Final = 6
_TRIMMED: Final = 3.0
"""Residuals beyond so many standard deviations are dirt, and are left out of the next fit."""

_GRAIN: Final = 0.02
"""Noise of the colours, as a density."""

_COARSE_PX: Final = 3.0
"""What the background's reach is in the copy that it is worked in."""

_SPOT_PX: Final = 15
_SPOT_NOISE: Final = 8.0
_MOST_SAMPLES: Final = 50_000
NOISE_FLOOR: Final = 0.002
"""The least noise of infrared that is reckoned with, as a density: 16 bits can have none at all."""


@dataclass(frozen=True, eq=False)
class Crosstalk:
    """A fit of infrared's density. ``weights``: float64 (C,) of ``_colour_terms``; ``usual``: what they add to the
    density of most samples. ``picture``: the standard deviation of what the colours explain of the density; ``share``:
    the same over that of the colours' own density; ``explained``: the part of infrared's variance that it is, 0...1,
    after lamp and lens. ``noise``: the robust standard deviation of what is left, of the samples that were fitted."""

    weights: NDArray[np.float64]
    usual: float
    picture: float
    share: float
    explained: float
    noise: float

    def expected(self, pixels: Samples) -> NDArray[np.float32]:
        """What the colours of pixels (H, W) or (H, W, 3) add to infrared's density (H, W)."""
        return np.asarray(_colour_terms(pixels) @ self.weights.astype(np.float32), np.float32)


def crosstalk(pixels: Samples, infrared: Samples, valid: NDArray[np.bool_]) -> Crosstalk | None:
    """The fit of a reduced copy's colours (h, w) or (h, w, 3) to its infrared (h, w), by the ``valid`` pixels (h, w);
    None for too few of them."""
    rows, columns = np.nonzero(valid)
    step = max(1, len(rows) // _MOST_SAMPLES)
    rows, columns = rows[::step], columns[::step]
    samples = pixels[rows, columns]
    terms_of_colours = _colour_terms(samples[:, None]).astype(np.float64)[:, 0]
    y, x = (2 * rows + 1) / valid.shape[0] - 1, (2 * columns + 1) / valid.shape[1] - 1
    terms_of_place = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=1)
    wanted = densities(infrared[rows, columns]).astype(np.float64)
    # what of them the others explain comes back
    kept = ~_spots(densities(infrared))[rows, columns]
    least = 10 * (terms_of_colours.shape[1] + terms_of_place.shape[1])
    if kept.sum() < least:
        return None
    centred = terms_of_colours - np.median(terms_of_colours[kept], axis=0)
    terms = np.hstack([centred, terms_of_place])
    solution, noise = np.zeros(terms.shape[1]), 0.0
    for _ in range(_PASSES):
        if kept.sum() < least:
            return None
        solution = _solved(terms[kept], wanted[kept], centred.shape[1])
        left = wanted - terms @ solution
        noise = max(1.4826 * float(np.median(np.abs(left - np.median(left)))), NOISE_FLOOR)
        kept = np.abs(left - np.median(left)) < _TRIMMED * noise
    count = terms_of_colours.shape[1]
    shown = terms_of_colours[kept] @ solution[:count]
    own = float(grey_density(samples[kept][:, None]).std())
    left = wanted[kept] - terms[kept] @ solution
    return Crosstalk(
        solution[:count],
        usual=float(np.median(shown)),
        picture=float(shown.std()),
        share=float(shown.std()) / max(own, 0.05),
        explained=float(shown.var()) / max(float(shown.var() + left.var()), 1e-12),
        noise=noise,
    )


def _solved(terms: NDArray[np.float64], wanted: NDArray[np.float64], colour_count: int) -> NDArray[np.float64]:
    """The weights of terms (N, T) that give ``wanted`` (N,) best. Those of colours, which come first, are held back by
    the noise of scans: of a flat picture the best fit would be one to what is left of its dirt."""
    held = np.eye(terms.shape[1])[:colour_count] * _GRAIN * np.sqrt(len(terms))
    both = np.vstack([terms, held]), np.concatenate([wanted, np.zeros(colour_count)])
    return np.asarray(np.linalg.lstsq(*both, rcond=None)[0], np.float64)


def _colour_terms(pixels: Samples) -> NDArray[np.float32]:
    """(H, W, C) of samples (H, W) or (H, W, 3): their densities, and those of the film where the scanner's program made
    a positive of a negative. The square of their mean: programs bend the curve."""
    samples = pixels if pixels.ndim == 3 else pixels[..., None]
    density = densities(samples)
    mean = density.mean(axis=2, keepdims=True)
    return np.concatenate([density, densities(np.invert(samples)), mean * mean], axis=2)


def _spots(density: NDArray[np.float32]) -> NDArray[np.bool_]:
    """What is small and denser than its surroundings (h, w): mostly dirt, which is dark in the colours too, and would
    pass for crosstalk. A picture shows in its large shapes as well."""
    window = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_SPOT_PX, _SPOT_PX))
    raised = cv2.morphologyEx(density, cv2.MORPH_TOPHAT, window)
    fine = density - cv2.medianBlur(density, 5)
    noise = max(1.4826 * float(np.median(np.abs(fine))), NOISE_FLOOR)
    found = (raised > _SPOT_NOISE * noise).astype(np.uint8)
    return np.asarray(cv2.dilate(found, np.ones((5, 5), np.uint8)) > 0)


def background(density: NDArray[np.float32], valid: NDArray[np.bool_], reach_px: float) -> NDArray[np.float32]:
    """The smooth background of a density (h, w), of lamp and film, a float32 (H, W) of fewer pixels: its mean over
    ``reach_px``, without what is denser, and without what is not ``valid``."""
    size = tuple(max(1, round(side * _COARSE_PX / reach_px)) for side in density.shape[::-1])
    weight = valid.astype(np.float32)
    for _ in range(_PASSES):
        total, mean = (
            cv2.GaussianBlur(cv2.resize(one, size, interpolation=cv2.INTER_AREA), (0, 0), _COARSE_PX)
            for one in (weight, weight * density)
        )
        coarse = np.asarray(mean / np.maximum(total, 1e-3), np.float32)
        smooth = np.asarray(cv2.resize(coarse, density.shape[::-1], interpolation=cv2.INTER_LINEAR), np.float32)
        left = density - smooth
        noise = max(1.4826 * float(np.median(np.abs(left[valid]))), NOISE_FLOOR) if valid.any() else NOISE_FLOOR
        weight = (valid & (left < _TRIMMED * noise)).astype(np.float32)
    return coarse
