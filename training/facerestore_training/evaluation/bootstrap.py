"""Is one restorer better than another? The paired bootstrap over pictures."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore_resources.face_classes import CLASS_COUNT
from facerestore_training import metrics

RESAMPLES: Final = 10_000
MARGINS: Final = {
    "psnr": 0.2,
    "hole_psnr": 0.2,
    "ssim": 0.005,
    "l1": 0.0,
    "lpips": 0.005,
    "hole_lpips": 0.005,
    "squeezenet": 0.0,
    "identity": 0.0,
    "miou": 0.0,
}
"""Figures that are compared, and the difference from which on it counts. Smaller is better for distances."""
SMALLER_IS_BETTER: Final = frozenset({"l1", "lpips", "hole_lpips", "squeezenet", "identity"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """Ours minus theirs on one figure: the mean difference and its 95 % interval over ``count`` pictures."""

    figure: str
    difference: float
    low: float
    high: float
    count: int

    @property
    def verdict(self) -> str:
        """``better`` or ``worse`` where the interval excludes zero and the difference is above the figure's margin."""
        if self.low <= 0 <= self.high or abs(self.difference) <= MARGINS[self.figure]:
            return "open"
        return "better" if (self.difference > 0) != (self.figure in SMALLER_IS_BETTER) else "worse"


def difference_interval(
    ours: NDArray[np.float64], theirs: NDArray[np.float64], *, resamples: int = RESAMPLES, seed: int = 0
) -> tuple[float, float]:
    """The 95 % interval of the mean difference, by a paired bootstrap over pictures (percentiles)."""
    difference = ours - theirs
    means = _weights(len(difference), resamples, seed) @ difference
    low, high = np.percentile(means, (2.5, 97.5))
    return float(low), float(high)


def compare_means(figure: str, ours_N: NDArray[np.float64], theirs_N: NDArray[np.float64]) -> Comparison:
    """Of figures that are one number per picture; pictures on which either has none (NaN) are left out."""
    has_both = np.isfinite(ours_N) & np.isfinite(theirs_N)
    ours, theirs = ours_N[has_both], theirs_N[has_both]
    if not len(ours):
        nothing = float("nan")
        return Comparison(figure=figure, difference=nothing, low=nothing, high=nothing, count=0)
    low, high = difference_interval(ours, theirs)
    return Comparison(
        figure=figure, difference=float((ours - theirs).mean()), low=low, high=high, count=int(has_both.sum())
    )


def share_won_back(
    clean_N: NDArray[np.float64], damaged_N: NDArray[np.float64], restored_N: NDArray[np.float64]
) -> tuple[float, float, float] | None:
    """(which share of what damage cost is there again, its 95 % interval), of the means of three figures per picture;
    1 is as good as clean, 0 as bad as damaged. None where damage cost nothing."""
    columns = np.stack([clean_N, damaged_N, restored_N], axis=1).astype(np.float64)
    clean, damaged, restored = columns.mean(axis=0)
    if clean <= damaged:
        return None
    means = _weights(len(columns), RESAMPLES, 0) @ columns
    # a resample that lost nothing has no share
    means = means[means[:, 0] > means[:, 1]]
    shares = (means[:, 2] - means[:, 1]) / (means[:, 0] - means[:, 1])
    low, high = np.percentile(shares, (2.5, 97.5))
    return float((restored - damaged) / (clean - damaged)), float(low), float(high)


def compare_mean_iou(ours_NKK: NDArray[np.integer], theirs_NKK: NDArray[np.integer]) -> Comparison:
    """Of the mean IoU pooled over pictures: pictures are resampled, then pooled."""
    count = len(ours_NKK)
    # a mean instead of a sum leaves IoU as it is
    weights = _weights(count, 2_000, 0)
    ours, theirs = (
        metrics.mean_iou((weights @ c.reshape(count, -1).astype(np.float64)).reshape(-1, CLASS_COUNT, CLASS_COUNT))
        for c in (ours_NKK, theirs_NKK)
    )
    low, high = np.nanpercentile(ours - theirs, (2.5, 97.5))
    difference = metrics.mean_iou(ours_NKK.sum(axis=0)) - metrics.mean_iou(theirs_NKK.sum(axis=0))
    return Comparison(figure="miou", difference=float(difference), low=float(low), high=float(high), count=count)


def _weights(count: int, resamples: int, seed: int) -> NDArray[np.float64]:
    """(resamples, count): how often a resample holds each picture, divided by ``count``."""
    rng = np.random.default_rng(seed)
    return rng.multinomial(count, np.full(count, 1 / count), size=resamples) / count


def resampled_auc(
    positive_N: NDArray[np.float64], negative_N: NDArray[np.float64], *, resamples: int = 2_000, seed: int = 0
) -> tuple[float, float, float]:
    """(chance that a positive is larger than a negative, its 95 % interval), ties by half. Both are of the same N
    persons, who are resampled together (percentiles)."""
    is_larger = (positive_N[:, None] > negative_N[None]) + 0.5 * (positive_N[:, None] == negative_N[None])
    weights = _weights(len(positive_N), resamples, seed)
    low, high = np.percentile(((weights @ is_larger) * weights).sum(axis=1), (2.5, 97.5))
    return float(is_larger.mean()), float(low), float(high)
