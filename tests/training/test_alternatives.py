"""Figures of stage 1's alternatives, with a network whose alternatives are known."""

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from facerestore_resources.face_classes import CLASS_COUNT, FaceClass
from facerestore_training.data.shards import FaceSet
from facerestore_training.evaluation.alternatives import alternative_figures

SIDE = 64


class Undecided(nn.Module):
    """Says skin everywhere; with a latent, hair where the latent's first number is positive."""

    def __init__(self) -> None:
        super().__init__()
        self.unused = nn.Parameter(torch.zeros(1))

    def forward(self, crop_B3HW: Tensor, hole_B1HW: Tensor, latent_BZ: Tensor | None = None) -> Tensor:
        logits = torch.zeros(len(crop_B3HW), CLASS_COUNT, SIDE // 2, SIDE // 2)
        logits[:, FaceClass.SKIN] = 5
        if latent_BZ is not None:
            logits[:, FaceClass.HAIR] = 10 * (latent_BZ[:, 0] > 0).float().view(-1, 1, 1)
        return logits


def skin(count: int) -> tuple[FaceSet, np.ndarray]:
    rng = np.random.default_rng(0)
    pixels = rng.integers(0, 256, (count, SIDE, SIDE, 3), dtype=np.uint8)
    labels = np.full((count, SIDE, SIDE), FaceClass.SKIN, np.uint8)
    holes = np.zeros((count, SIDE, SIDE), np.uint8)
    holes[:, 10:30, 10:30] = 1
    return FaceSet(tuple(str(i) for i in range(count)), pixels, labels), holes


def test_that_disagreement_counts_pairs_and_plausibility_is_judged_against_the_truth() -> None:
    faces, holes = skin(3)
    figures = alternative_figures(Undecided(), faces, holes, count=8, batch=2)
    hair = sum(bool(torch.randn(1, 32, generator=torch.Generator().manual_seed(n))[0, 0] > 0) for n in range(1, 9))
    assert 0 < hair < 8
    assert figures.disagreement == pytest.approx(hair * (8 - hair) / 28)
    assert figures.miou == pytest.approx((8 - hair) / 8)
    assert figures.miou_best_guess == 1


def test_that_faces_without_labels_are_refused() -> None:
    faces, holes = skin(1)
    with pytest.raises(ValueError, match="labels"):
        alternative_figures(Undecided(), FaceSet(faces.keys, faces.pixels), holes)
