"""Figures: pixels (PSNR, SSIM, L1) and layouts (IoU, F1, calibration)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from skimage.metrics import structural_similarity
from torch import nn

from facerestore_resources.face_classes import CLASS_COUNT, FaceClass
from facerestore_training.batched_inference import layout_probabilities
from facerestore_training.data.shards import FaceSet

PSNR_CAP_DB = 60.0


def psnr(result: NDArray[np.uint8], truth: NDArray[np.uint8], where: NDArray[np.bool_] | None = None) -> float:
    """10 log10(255^2 / MSE) over RGB, capped at 60 dB; only over ``where`` (H, W) if given."""
    difference = result.astype(np.float64) - truth
    squared = np.square(difference if where is None else difference[where])
    mean = squared.mean() if squared.size else 0.0
    return PSNR_CAP_DB if mean <= 0 else float(min(PSNR_CAP_DB, 10 * np.log10(255.0**2 / mean)))


def l1(result: NDArray[np.uint8], truth: NDArray[np.uint8]) -> float:
    """The mean absolute difference over RGB, in percent of white."""
    return float(np.abs(result.astype(np.float64) - truth).mean() / 2.55)


def ssim(result: NDArray[np.uint8], truth: NDArray[np.uint8]) -> float:
    """SSIM over RGB, Gaussian window 11 with sigma 1.5, data range 255 (the setting of MAT)."""
    return float(
        structural_similarity(  # type: ignore[no-untyped-call]
            result,
            truth,
            channel_axis=-1,
            gaussian_weights=True,
            sigma=1.5,
            use_sample_covariance=False,
            data_range=255,
        )
    )


@dataclass(frozen=True, eq=False)
class LayoutFigures:
    """Pooled over a set: the means are over the 18 classes without background that occur.

    ``iou``, ``f1`` and ``share`` (of the judged pixels that truly are the class): (19,), by class id.
    """

    iou: NDArray[np.float64]
    mean_iou: float
    mean_f1: float
    accuracy: float
    calibration_error: float
    f1: NDArray[np.float64]
    share: NDArray[np.float64]


def layout_figures(
    network: nn.Module, faces: FaceSet, holes: NDArray[np.uint8] | None, *, batch: int = 16
) -> LayoutFigures:
    """Stage 1 against true labels: over whole pictures, or inside holes (N, 256, 256) only."""
    if faces.labels is None:
        raise ValueError("A layout is judged against labels.")
    confusion = np.zeros((CLASS_COUNT, CLASS_COUNT), np.int64)
    bins = np.zeros((3, 10))
    for start in range(0, len(faces), batch):
        stop = min(len(faces), start + batch)
        probabilities = layout_probabilities(
            network, faces.pixels[start:stop], None if holes is None else holes[start:stop]
        )
        truth = np.asarray(faces.labels[start:stop]).astype(np.int64)
        guess = probabilities.argmax(axis=1)
        where = np.ones(truth.shape, bool) if holes is None else holes[start:stop] > 0
        confusion += confusion_matrix(truth, guess, where)
        confidence = probabilities.max(axis=1)[where]
        index = np.minimum((confidence * 10).astype(int), 9)
        bins[0] += np.bincount(index, minlength=10)
        bins[1] += np.bincount(index, confidence, minlength=10)
        bins[2] += np.bincount(index, guess[where] == truth[where], minlength=10)
    return _figures(confusion, bins)


def confusion_matrix(
    truth: NDArray[np.integer], guess: NDArray[np.integer], where: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """(19, 19) counts of pixels, true class by guessed class, where ``where`` is true."""
    pairs = truth[where].astype(np.int64) * CLASS_COUNT + guess[where]
    return np.bincount(pairs, minlength=CLASS_COUNT**2).reshape(CLASS_COUNT, CLASS_COUNT)


def mean_iou(confusion_XKK: NDArray[np.number]) -> NDArray[np.float64]:
    """The mean IoU (...) of confusions (..., 19, 19), over the classes without background that truly occur.

    NaN where none does.
    """
    both = np.diagonal(confusion_XKK, axis1=-2, axis2=-1).astype(np.float64)
    truth, guess = confusion_XKK.sum(axis=-1), confusion_XKK.sum(axis=-2)
    iou = both / np.maximum(truth + guess - both, 1)
    occurs = (truth > 0) & (np.arange(CLASS_COUNT) != FaceClass.BACKGROUND)
    count = occurs.sum(axis=-1)
    return np.asarray(np.where(count > 0, (iou * occurs).sum(axis=-1) / np.maximum(count, 1), np.nan), np.float64)


def _figures(confusion: NDArray[np.int64], bins: NDArray[np.float64]) -> LayoutFigures:
    both = np.diag(confusion).astype(np.float64)
    truth, guess = confusion.sum(axis=1), confusion.sum(axis=0)
    iou = both / np.maximum(truth + guess - both, 1)
    f1 = 2 * both / np.maximum(truth + guess, 1)
    foreground = [c for c in FaceClass if c != FaceClass.BACKGROUND and truth[c] > 0]
    total = bins[0].sum()
    calibration = np.abs(bins[2] - bins[1]).sum() / max(total, 1)
    return LayoutFigures(
        iou=iou,
        mean_iou=float(mean_iou(confusion)),
        mean_f1=float(np.mean([f1[c] for c in foreground])) if foreground else float("nan"),
        accuracy=float(both.sum() / max(total, 1)),
        calibration_error=float(calibration),
        f1=f1,
        share=truth / max(total, 1),
    )
