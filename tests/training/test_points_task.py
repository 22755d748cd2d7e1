"""The points' task: what a face from the side counts, and how often it is seen."""

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from facerestore.values.alignment import TEMPLATE
from facerestore_training.data.scenes import Scene
from facerestore_training.tasks.points import PointsTask

SIDE_PX = 96


def scene(key: str, breadth: float) -> Scene:
    """A face whose points are drawn together across to a share of their breadth."""
    points = SIDE_PX * (0.5 + (TEMPLATE - 0.5) * (breadth, 1.0))
    box = np.array([[0.2, 0.1, 0.8, 0.9]]) * SIDE_PX
    pixels = np.random.default_rng(0).integers(0, 255, (SIDE_PX, SIDE_PX, 3), np.uint8)
    return Scene(key, pixels, box.astype(np.float32), points[None].astype(np.float32))


class Answering(nn.Module):
    """Answers the same maps whatever it is shown."""

    def __init__(self, heat_BPhw: Tensor) -> None:
        super().__init__()
        self.heat_BPhw = heat_BPhw

    def forward(self, crop_B3HW: Tensor, hole_B1HW: Tensor) -> Tensor:
        return self.heat_BPhw


def test_that_an_error_counts_in_eye_distances() -> None:
    task = PointsTask([scene("front", 1.0)], [])
    points = 64 * (0.5 + (TEMPLATE - 0.5) * 1.25).astype(np.float32)
    narrow = points * (0.5, 1.0) + (16, 0)
    losses = []
    for one in (points, narrow):
        truth = torch.from_numpy(np.asarray(one, np.float32))[None]
        # two pixels off, whatever the face
        off = truth + torch.tensor([2.0, 2.0])
        batch = {"picture": torch.zeros(1, 3, 64, 64), "hole": torch.zeros(1, 1, 64, 64), "points": off}
        heat = _peaks_at(truth)
        losses.append(float(task.loss(Answering(heat), batch).parts["points"]))
    assert losses[1] / losses[0] == pytest.approx(2, rel=0.15)


def test_that_a_face_from_the_side_is_seen_more_often_but_not_more_than_three_times() -> None:
    faces = [scene(f"front {number}", 1.0) for number in range(4)] + [scene("side", 0.5), scene("profile", 0.01)]
    task = PointsTask(faces, [])
    rng = np.random.default_rng(1)
    seen = [task._chosen(rng)[0].key for _ in range(3000)]
    front, side, profile = (seen.count(key) for key in ("front 0", "side", "profile"))
    assert side / front == pytest.approx(2, rel=0.25)
    assert profile / front == pytest.approx(3, rel=0.25)


def _peaks_at(points_BP2: Tensor) -> Tensor:
    centres = (torch.arange(16) + 0.5) * 4
    across = (centres - points_BP2[..., :1]).square()[:, :, None, :]
    down = (centres - points_BP2[..., 1:]).square()[..., None]
    return -(across + down) / 32
