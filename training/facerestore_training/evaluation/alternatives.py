"""How stage 1's alternatives differ, and whether they are as plausible as its best single guess."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from facerestore.inference.backends.torch.conditioning import layout_latent
from facerestore_resources.face_classes import CLASS_COUNT
from facerestore_training import metrics
from facerestore_training.batched_inference import layout_probabilities
from facerestore_training.data.shards import FaceSet


@dataclass(frozen=True, kw_only=True, slots=True)
class AlternativeFigures:
    """In holes, pooled. ``disagreement``: the share of pixels where two alternatives name different classes, mean over
    the pairs. ``miou``: against the true labels, mean over the alternatives; ``miou_best_guess`` of the answer without
    a latent. Alternatives that are as likely as the guess lose a little of it; implausible ones lose much."""

    disagreement: float
    miou: float
    miou_best_guess: float


def alternative_figures(
    network: nn.Module, faces: FaceSet, holes: NDArray[np.uint8], *, count: int = 4, batch: int = 16
) -> AlternativeFigures:
    """Alternatives 1 ... ``count``, the same that ``facerestore layout --alternative`` gives, on labelled faces."""
    if faces.labels is None:
        raise ValueError("Alternatives are judged against labels.")
    device = next(network.parameters()).device
    confusions = np.zeros((count + 1, CLASS_COUNT, CLASS_COUNT), np.int64)
    differing = 0.0
    total = 0
    for start in range(0, len(faces), batch):
        stop = min(len(faces), start + batch)
        where = holes[start:stop] > 0
        truth = np.asarray(faces.labels[start:stop])
        guesses = [
            _guess(network, faces.pixels[start:stop], holes[start:stop], layout_latent(n, device))
            for n in range(count + 1)
        ]
        for confusion, guess in zip(confusions, guesses, strict=True):
            confusion += metrics.confusion_matrix(truth, guess, where)
        pairs = list(combinations(guesses[1:], 2))
        differing += sum(float((one != other)[where].sum()) for one, other in pairs) / max(1, len(pairs))
        total += int(where.sum())
    ious = metrics.mean_iou(confusions)
    return AlternativeFigures(
        disagreement=differing / max(1, total), miou=float(ious[1:].mean()), miou_best_guess=float(ious[0])
    )


def _guess(
    network: nn.Module, pixels: NDArray[np.uint8], holes: NDArray[np.uint8], latent_1Z: torch.Tensor | None
) -> NDArray[np.intp]:
    latent = None if latent_1Z is None else latent_1Z.expand(len(pixels), -1)
    return np.asarray(layout_probabilities(network, pixels, holes, latent).argmax(axis=1), np.intp)
