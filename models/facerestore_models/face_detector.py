"""Faces of a whole photo: boxes and five points, also where a mask covers part of the face."""

# B batch, C channels, H W pixels; h w cells of 8 px

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore_models.blocks.convolution import Downsample, Merge, stage
from facerestore_models.registry import register
from facerestore_models.spec import NetworkSpec

STRIDE: Final = 8


@dataclass(frozen=True, eq=False)
class Detections:
    """One answer per cell. ``score``: logits (B, h, w) of "a face has its centre here". ``box``: left, top, right,
    bottom in input pixels (B, h, w, 4). ``points``: five x, y in input pixels (B, h, w, 5, 2)."""

    score: Tensor
    box: Tensor
    points: Tensor


class FaceDetector(nn.Module):
    """An anchor-free detector (after CenterNet, Zhou et al., 2019) with one map of cells of 8 px.

    Boxes are exp of the distances to the four sides; points are offsets in units of the box, so that one map
    serves faces from 16 px to the whole picture.
    """

    def __init__(self, chs: Sequence[int] = (16, 32, 64, 96, 128, 160)) -> None:
        super().__init__()
        c0, c1, c2, c3, c4, c5 = chs
        self.stem = nn.Conv2d(16, c0, 3, padding=1)
        self.down1, self.encode1 = Downsample(c0, c1), stage(c1, 1)
        self.down2, self.encode2 = Downsample(c1, c2), stage(c2, 2)
        self.down3, self.encode3 = Downsample(c2, c3), stage(c3, 2)
        self.down4, self.encode4 = Downsample(c3, c4), stage(c4, 2)
        self.down5, self.encode5 = Downsample(c4, c5), stage(c5, 2)
        self.merge4, self.decode4 = Merge(c5, c4), stage(c4, 1)
        self.merge3, self.decode3 = Merge(c4, c3), stage(c3, 1)
        self.merge2, self.decode2 = Merge(c3, c2), stage(c2, 1)
        self.head = nn.Conv2d(c2, 1 + 4 + 10, 1)
        with torch.no_grad():
            self.head.bias[0] = -4.6  # type: ignore[index]  # one cell in a hundred is a face at first
            self.head.bias[1:5] = 1.5  # type: ignore[index]

    def forward(self, photo_B3HW: Tensor, hole_B1HW: Tensor) -> Detections:
        centred = (2 * photo_B3HW - 1) * (1 - hole_B1HW)
        x = self.stem(F.pixel_unshuffle(torch.cat([centred, hole_B1HW], dim=1), 2))
        x2 = self.encode2(self.down2(self.encode1(self.down1(x))))
        x3 = self.encode3(self.down3(x2))
        x4 = self.encode4(self.down4(x3))
        x = self.encode5(self.down5(x4))
        x = self.decode4(self.merge4(x, x4))
        x = self.decode3(self.merge3(x, x3))
        x = self.decode2(self.merge2(x, x2))
        return self._decoded(self.head(F.leaky_relu(x, 0.2)).float())

    def _decoded(self, raw_BCHW: Tensor) -> Detections:
        _, _, rows, columns = raw_BCHW.shape
        y = (torch.arange(rows, device=raw_BCHW.device) + 0.5) * STRIDE
        x = (torch.arange(columns, device=raw_BCHW.device) + 0.5) * STRIDE
        cell_x, cell_y = x.expand(rows, columns), y[:, None].expand(rows, columns)
        sides = STRIDE * raw_BCHW[:, 1:5].clamp(-3, 5).exp()
        box = torch.stack(
            [cell_x - sides[:, 0], cell_y - sides[:, 1], cell_x + sides[:, 2], cell_y + sides[:, 3]], dim=-1
        )
        # the box is a unit of length here, not something the points may change
        half_width = 0.5 * (sides[:, 0] + sides[:, 2]).detach()
        half_height = 0.5 * (sides[:, 1] + sides[:, 3]).detach()
        centre_x = cell_x + 0.5 * (sides[:, 2] - sides[:, 0]).detach()
        centre_y = cell_y + 0.5 * (sides[:, 3] - sides[:, 1]).detach()
        offsets = raw_BCHW[:, 5:].reshape(-1, 5, 2, rows, columns)
        points = torch.stack(
            [
                centre_x[:, None] + offsets[:, :, 0] * half_width[:, None],
                centre_y[:, None] + offsets[:, :, 1] * half_height[:, None],
            ],
            dim=-1,
        )
        return Detections(score=raw_BCHW[:, 0], box=box, points=points.permute(0, 2, 3, 1, 4))


@register(
    "face_detector",
    NetworkSpec(task="detection", multiple_of=64, minimum_px=64, native_px=320),
)
def face_detector() -> FaceDetector:
    """The product's detector."""
    return FaceDetector()


@register(
    "face_detector_tiny",
    NetworkSpec(task="detection", multiple_of=64, minimum_px=64, native_px=128),
)
def face_detector_tiny() -> FaceDetector:
    """A few thousand parameters, for tests of everything around it."""
    return FaceDetector((8, 8, 8, 8, 8, 8))
