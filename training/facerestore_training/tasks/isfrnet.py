"""ISFRNet's stages 2 and 3 in training, on the face that stage 1 found."""

# B batch, H W pixels

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from facerestore_models import TextureInputs
from facerestore_models.isfrnet import IsfrNet
from facerestore_training import metrics, sheets
from facerestore_training.batched_inference import paint
from facerestore_training.data.batches import FaceBatches
from facerestore_training.data.shards import FaceSet
from facerestore_training.losses.painting import JUDGED_SHARE, PaintingWeights, painting_losses
from facerestore_training.losses.perceptual import SqueezeNetDistance
from facerestore_training.runs.loop import Alone, Batch, Losses
from facerestore_training.tasks.face_prior import OneStage

_SHOWN: Final = 6


@dataclass(eq=False)
class IsfrPaintingTask(Alone):
    """L1, squared error, gradients and frequencies of what stage 3 paints in the hole, L1 of stage 2's whole face, and
    the distance of whole pictures as SqueezeNet sees them, which half of the steps ask, with twice the weight. The
    paper's own losses are not known. For one process.
    """

    batches: FaceBatches
    validation: FaceSet
    validation_holes: dict[str, NDArray[np.uint8]]
    features: SqueezeNetDistance | None = None
    weights: PaintingWeights = field(default_factory=PaintingWeights)
    refined: float = 3.0
    """Weight of stage 2's face."""

    def batch(self, size_px: int, count: int, rng: np.random.Generator) -> Batch:
        generator = torch.Generator().manual_seed(int(rng.integers(2**62)))
        return self.batches(size_px, count, rng) | {
            "noise": torch.randn(count, 3, size_px // 2, size_px // 2, generator=generator),
            "is_judged": torch.tensor(rng.random() < JUDGED_SHARE),
        }

    def loss(self, network: nn.Module, batch: Batch) -> Losses:
        assert isinstance(network, IsfrNet)
        hole, target = batch["hole"], batch["target"]
        _, refined, painted = network.stages(_inputs(batch))
        features = self.features if batch["is_judged"] else None
        total, parts = painting_losses(painted, target, hole, self.weights, features=features)
        parts["refined"] = (refined - target).abs().mean()
        return Losses(total + self.refined * parts["refined"], parts, painted)

    def validate(self, network: nn.Module) -> dict[str, float]:
        figures = {}
        for bucket, holes in self.validation_holes.items():
            results = paint(network, None, self.validation, holes, layouts="none")
            scores = [metrics.psnr(result, self.validation.pixels[i]) for i, result in enumerate(results)]
            figures[f"psnr_{bucket}"] = float(np.mean(scores))
        return figures

    def contact_sheet(self, network: nn.Module, path: Path) -> None:
        rows = []
        for holes in self.validation_holes.values():
            shown = holes[:_SHOWN]
            pixels = np.asarray(self.validation.pixels[:_SHOWN])
            rows.append([sheets.with_hole(one, hole) for one, hole in zip(pixels, shown, strict=False)])
            for stage in ("prior", "refined"):
                answers = OneStage(network, stage)
                rows.append(list(paint(answers, None, self.validation, shown, layouts="none", composited=False)))
            rows += [list(paint(network, None, self.validation, shown, layouts="none")), list(pixels)]
        sheets.save_sheet(rows, path)


def _inputs(batch: Batch) -> TextureInputs:
    """What ISFRNet reads; layout and latent are those of nobody."""
    crop = batch["crop"]
    no_layout, no_latent = crop.new_zeros(len(crop), 0, 0, 0), crop.new_zeros(len(crop), 0)
    return TextureInputs(crop=crop, hole=batch["hole"], layout=no_layout, latent=no_latent, noise=batch["noise"])
