"""Stage 1's training: from crops with holes to layouts. With no hole it is a parser."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from facerestore_models.semantic_layout import LAYOUT_LATENT_CHS
from facerestore_resources.face_classes import CLASS_COUNT
from facerestore_training import metrics, sheets
from facerestore_training.data.batches import FaceBatches
from facerestore_training.data.shards import FaceSet
from facerestore_training.losses import equations
from facerestore_training.runs.loop import Batch, Losses
from facerestore_training.tasks.layout_posterior import LayoutPosterior, divergence, sampled

VISIBLE_WEIGHT = 0.25


@dataclass(eq=False)
class LayoutTask:
    """Cross-entropy (hole 1, visible 0.25) and soft Dice; validated on faces and holes that never change.

    ``varied_share`` of the samples know, by a latent from the posterior, which layout it was; the others learn the
    average over all layouts, which is what a latent of zero answers in use.
    """

    batches: FaceBatches
    validation: FaceSet
    validation_holes: NDArray[np.uint8]
    varied_share: float = 0.5
    divergence_weight: float = 0.004
    free_nats: float = 0.1
    discriminator: None = None

    def __post_init__(self) -> None:
        self.class_weight = _class_weights(self.batches.sets[0])
        self.posterior = LayoutPosterior()

    @property
    def auxiliary_modules(self) -> dict[str, nn.Module]:
        return {"posterior": self.posterior}

    def batch(self, size_px: int, count: int, rng: np.random.Generator) -> Batch:
        generator = torch.Generator().manual_seed(int(rng.integers(2**62)))
        return self.batches(size_px, count, rng) | {
            "latent_noise": torch.randn(count, LAYOUT_LATENT_CHS, generator=generator),
            "varied": (torch.rand(count, 1, generator=generator) < self.varied_share).float(),
        }

    def loss(self, network: nn.Module, batch: Batch) -> Losses:
        crop, holes, varied = batch["crop"], batch["hole"], batch["varied"]
        target = equations.label_probabilities(batch["labels"], crop.shape[-1] // 2, CLASS_COUNT)
        mean, log_variance = self.posterior(target, crop, holes)
        latent = varied * sampled(mean, log_variance, batch["latent_noise"])
        logits = network(crop, holes, latent)
        hole = torch.nn.functional.max_pool2d(batch["hole"], 2)[:, 0]
        weight = VISIBLE_WEIGHT + (1 - VISIBLE_WEIGHT) * hole
        entropy = equations.layout_cross_entropy(logits, target, weight, self.class_weight.to(logits.device))
        dice = equations.soft_dice(logits, target, weight)
        kl = divergence(mean, log_variance, free=self.free_nats)
        total = entropy + 0.5 * dice + self.divergence_weight * kl
        return Losses(total, {"ce": entropy, "dice": dice, "kl": kl})

    def validate(self, network: nn.Module) -> dict[str, float]:
        whole = metrics.layout_figures(network, self.validation, None)
        holed = metrics.layout_figures(network, self.validation, self.validation_holes)
        return {
            "miou_whole": whole.mean_iou,
            "f1_whole": whole.mean_f1,
            "miou_in_hole": holed.mean_iou,
            "accuracy_in_hole": holed.accuracy,
            "ece_in_hole": holed.calibration_error,
        }

    def contact_sheet(self, network: nn.Module, path: Path) -> None:
        sheets.layout_sheet(network, self.validation, self.validation_holes, path)


def _class_weights(faces: FaceSet) -> Tensor:
    """freq^-0.3, mean 1 over pixels: rare classes count more, without inventing earrings everywhere."""
    if faces.labels is None:
        raise ValueError("Stage 1 learns from faces with labels.")
    counts = np.bincount(np.asarray(faces.labels[:400, ::4, ::4]).ravel(), minlength=CLASS_COUNT) + 1.0
    frequency = counts / counts.sum()
    weight = np.clip(frequency, 1e-4, 1) ** -0.3
    return torch.tensor(weight / (weight * frequency).sum(), dtype=torch.float32)
