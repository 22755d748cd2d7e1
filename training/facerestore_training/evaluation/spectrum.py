"""Is a hole as sharp as the face around it? Radial spectra of regions of any shape.

A periodogram needs a rectangle; the window of a hole of any shape would leak the strong low frequencies of a face into
every band. So the picture is filtered first, in half-octave bands, and each band's energy (mean square) is averaged
over the pixels of the region. Result and truth are averaged over the very same pixels, so that their ratio owes nothing
to the hole's shape; the ratio to the surroundings also holds what a hole shows (an eye is not a cheek), for which
reason the truth's own ratio to the surroundings stands beside it.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from facerestore_resources.face_classes import FaceClass

CENTRES: Final = tuple(4 * 2 ** (k / 2 + 0.25) for k in range(10))
"""Centres of the bands in cycles per crop, half an octave apart, from 4 to 128 (Nyquist at 256 px)."""
CROP_BANDS: Final = slice(0, 8)
"""4 to 64 cycles per crop."""
BREADTH_BANDS: Final = slice(2, 10)
"""8 to 128 cycles per crop: about 4 to 64 per breadth of a face, which is half of the CelebA-HQ frame."""
TOLERANCE: Final = 0.2
_DEPTH: Final = 10 / 256
"""How far from the hole's border pixels count, as a share of the side. A flat patch with a hard seam, judged by the
pixels beyond 2 px, has three quarters of a face's energy at 76 cycles per crop; beyond 10 px it has 1 %."""
_LEAST_PIXELS: Final = 64
_NOT_FACE: Final = (
    FaceClass.BACKGROUND,
    FaceClass.HAT,
    FaceClass.EARRING,
    FaceClass.NECKLACE,
    FaceClass.NECK,
    FaceClass.CLOTH,
)


@dataclass(frozen=True, eq=False)
class SpectrumFigures:
    """Ratios of energy by band, (N, 10) or pooled (10,), NaN where a region has too few pixels."""

    to_truth: NDArray[np.float64]
    to_surroundings: NDArray[np.float64]
    truth_to_surroundings: NDArray[np.float64]

    def pooled(self) -> "SpectrumFigures":
        """Geometric means over pictures."""
        return SpectrumFigures(
            _geometric_mean(self.to_truth),
            _geometric_mean(self.to_surroundings),
            _geometric_mean(self.truth_to_surroundings),
        )


def share_within(ratios: NDArray[np.float64], bands: slice) -> float:
    """The share of bands whose ratio (10,) is 0.8 to 1.2; NaN where none could be judged."""
    judged = ratios[bands][np.isfinite(ratios[bands])]
    return float(np.mean(np.abs(judged - 1) <= TOLERANCE)) if len(judged) else float("nan")


def band_energies(pixels_HW3: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(10, H, W) squared answers of the luma (levels of 255) to the bands, mirrored at the borders.

    Each filter is isotropic, of zero phase and a cosine over one octave, so that the energies of neighbouring bands
    add up to the whole.
    """
    luma = cv2.cvtColor(pixels_HW3, cv2.COLOR_RGB2GRAY).astype(np.float32)
    height, width = luma.shape
    border = height // 4
    padded = torch.from_numpy(cv2.copyMakeBorder(luma, border, border, border, border, cv2.BORDER_REFLECT_101))
    answer = torch.fft.irfft2(torch.fft.rfft2(padded)[None] * _filters(height, len(padded)), s=padded.shape)
    energies: NDArray[np.float32] = answer[:, border : border + height, border : border + width].square().numpy()
    return energies


def compare_spectra(
    result_HW3: NDArray[np.uint8],
    truth_BHW: NDArray[np.float32],
    hole: NDArray[np.uint8],
    labels: NDArray[np.integer],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """By band: result / truth in the hole, result in the hole / true surroundings, truth in the hole / the same.

    ``truth``: its ``band_energies``. All inside the face by its true ``labels`` (H, W). Pixels count that lie deeper
    than 10 px (at 256) on their side of the hole's border, since a visible seam must not pass for sharpness; bands
    below about 25 cycles per crop see further than that and hold some of it. NaN where fewer than 64 pixels are left:
    the sharpness of a thin hole cannot be told from its border.
    """
    depth = _DEPTH * len(labels)
    is_face = ~np.isin(labels, _NOT_FACE)
    here = is_face & (cv2.distanceTransform((hole > 0).astype(np.uint8), cv2.DIST_L2, 3) >= depth)
    around = is_face & (cv2.distanceTransform((hole == 0).astype(np.uint8), cv2.DIST_L2, 3) >= depth)
    if min(here.sum(), around.sum()) < _LEAST_PIXELS:
        nothing = np.full(len(CENTRES), np.nan)
        return nothing, nothing, nothing
    result = band_energies(result_HW3)[:, here].mean(axis=1, dtype=np.float64)
    truth, surroundings = (truth_BHW[:, where].mean(axis=1, dtype=np.float64) for where in (here, around))
    # a flat patch has no energy at all: a ratio of a billionth instead of minus infinity decibels
    least = 1e-9 * np.maximum(np.maximum(truth, surroundings), 1e-6)
    result, truth, surroundings = (np.maximum(values, least) for values in (result, truth, surroundings))
    return result / truth, result / surroundings, truth / surroundings


@cache
def _filters(crop_px: int, padded_px: int) -> torch.Tensor:
    """(10, padded, padded / 2 + 1) gains; frequencies are cycles per crop."""
    y = torch.fft.fftfreq(padded_px)[:, None] * crop_px
    x = torch.fft.rfftfreq(padded_px) * crop_px
    octaves = torch.log2(torch.hypot(y, x).clamp(min=1e-3))
    distance = torch.stack([(octaves - float(np.log2(cycles))).abs() / 0.5 for cycles in CENTRES])
    return torch.cos(distance.clamp(max=1) * torch.pi / 2)


def _geometric_mean(ratios_NB: NDArray[np.float64]) -> NDArray[np.float64]:
    counts = np.isfinite(ratios_NB).sum(axis=0)
    total = np.nansum(np.log(ratios_NB), axis=0)
    return np.asarray(np.where(counts > 0, np.exp(total / np.maximum(counts, 1)), np.nan), np.float64)
