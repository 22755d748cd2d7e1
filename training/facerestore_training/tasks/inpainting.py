"""The training of an inpainting of any shape."""

# B batch, H W pixels

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from facerestore_models.in2 import read_size
from facerestore_training import metrics, sheets
from facerestore_training.batched_inference import inpainted, inpainted_faces
from facerestore_training.data.shards import FACE_PX, FaceSet
from facerestore_training.data.windows import WindowBatches
from facerestore_training.losses.painting import JUDGED_SHARE, PaintingWeights, painting_losses
from facerestore_training.losses.perceptual import SqueezeNetDistance
from facerestore_training.runs.loop import Alone, Batch, Losses

_WINDOW_PX: Final = 192
_WINDOWS: Final = 24
_SHOWN: Final = 6


@dataclass(eq=False)
class InpaintingTask(Alone):
    """L1, squared error, gradients and frequencies in the hole, and the distance of whole windows as SqueezeNet sees
    them, which half of the steps ask, with twice the weight; not those on windows that are read at half their size, for
    which it takes too long.

    ``validation``: faces with ``validation_holes`` by bucket, and ``windows`` of photos, neither ever learnt from.
    """

    batches: WindowBatches
    validation: FaceSet
    validation_holes: Mapping[str, NDArray[np.uint8]]
    windows: WindowBatches | None = None
    features: SqueezeNetDistance | None = None
    weights: PaintingWeights = field(default_factory=PaintingWeights)

    def batch(self, size_px: int, count: int, rng: np.random.Generator) -> Batch:
        batch = self.batches(size_px, count, rng)
        is_judged = rng.random() < JUDGED_SHARE and read_size(*batch["hole"].shape[-2:]) is None
        return batch | {"is_judged": torch.tensor(is_judged)}

    def loss(self, network: nn.Module, batch: Batch) -> Losses:
        hole, target = batch["hole"], batch["target"]
        painted = network(batch["crop"], hole, batch["face_box"], None, read_size(*hole.shape[-2:]))
        features = self.features if batch["is_judged"] else None
        total, parts = painting_losses(painted, target, hole, self.weights, features=features)
        return Losses(total, parts, painted)

    def validate(self, network: nn.Module) -> dict[str, float]:
        figures = {}
        for bucket, holes in self.validation_holes.items():
            results = inpainted_faces(network, self.validation, holes)
            scores = [metrics.psnr(result, self.validation.pixels[i]) for i, result in enumerate(results)]
            figures[f"psnr_{bucket}"] = float(np.mean(scores))
        made = [metrics.psnr(result, truth) for _, result, truth in self._made_windows(network, _WINDOWS)]
        return figures | ({"psnr_windows": float(np.mean(made))} if made else {})

    def contact_sheet(self, network: nn.Module, path: Path) -> None:
        rows = []
        for holes in self.validation_holes.values():
            results = inpainted_faces(network, self.validation, holes[:_SHOWN])
            pixels = np.asarray(self.validation.pixels[:_SHOWN])
            row = [[sheets.with_hole(p, h), r, p] for p, h, r in zip(pixels, holes, results, strict=False)]
            rows += [[one for three in row[start : start + 3] for one in three] for start in range(0, len(row), 3)]
        made = [
            [_letterboxed(one) for one in (sheets.with_hole(truth, hole), result, truth)]
            for hole, result, truth in self._made_windows(network, _SHOWN)
        ]
        rows += [[one for three in made[start : start + 3] for one in three] for start in range(0, len(made), 3)]
        sheets.save_sheet(rows, path)

    def _made_windows(
        self, network: nn.Module, count: int
    ) -> list[tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]]:
        """(hole, result, truth) of the first held-out windows, each of another shape, the same at every call."""
        if self.windows is None:
            return []
        rng, made = np.random.default_rng(1), []
        for _ in range(count):
            batch = self.windows(_WINDOW_PX, 1, rng)
            read = read_size(*batch["hole"].shape[-2:])
            result = inpainted(network, batch["crop"], batch["hole"], batch["face_box"], read)
            composite = torch.where(batch["hole"] > 0, result, batch["target"])
            hole = batch["hole"][0, 0].byte().numpy()
            made.append((hole, _eight_bits(composite), _eight_bits(batch["target"])))
        return made


def _eight_bits(picture_13HW: Tensor) -> NDArray[np.uint8]:
    return np.asarray((picture_13HW[0].permute(1, 2, 0) * 255).round().byte().numpy())


def _letterboxed(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    square = np.zeros((FACE_PX, FACE_PX, 3), np.uint8)
    square[: picture.shape[0], : picture.shape[1]] = picture[:FACE_PX, :FACE_PX]
    return square
