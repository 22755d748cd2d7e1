"""The five points of one face, from a close look at it."""

# B batch, C channels, H W pixels, P points; h w cells of 4 px

from collections.abc import Sequence
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore_models.blocks.convolution import Downsample, Merge, stage
from facerestore_models.registry import register
from facerestore_models.spec import NetworkSpec
from facerestore_resources.network_shapes import POINT_STRIDE

STRIDE: Final = POINT_STRIDE
POINT_COUNT: Final = 5


class FacePoints(nn.Module):
    """A face crop and its hole -> one map of 4-px cells for each point: logits (B, 5, H/4, W/4), float32.

    ``points_of`` reads a map by its mean (integral regression, Sun et al., ECCV 2018): finer than
    a cell, and a hidden point lies where the others say.
    """

    def __init__(self, chs: Sequence[int] = (24, 48, 64, 96, 128)) -> None:
        super().__init__()
        c0, c1, c2, c3, c4 = chs
        self.stem = nn.Conv2d(16, c0, 3, padding=1)
        self.encode0 = stage(c0, 1)
        self.down1, self.encode1 = Downsample(c0, c1), stage(c1, 1)
        self.down2, self.encode2 = Downsample(c1, c2), stage(c2, 2)
        self.down3, self.encode3 = Downsample(c2, c3), stage(c3, 2)
        self.down4, self.encode4 = Downsample(c3, c4), stage(c4, 2)
        self.merge3, self.decode3 = Merge(c4, c3), stage(c3, 1)
        self.merge2, self.decode2 = Merge(c3, c2), stage(c2, 1)
        self.merge1, self.decode1 = Merge(c2, c1), stage(c1, 1)
        self.head = nn.Conv2d(c1, POINT_COUNT, 1)

    def forward(self, crop_B3HW: Tensor, hole_B1HW: Tensor) -> Tensor:
        centred = (2 * crop_B3HW - 1) * (1 - hole_B1HW)
        x = self.encode0(self.stem(F.pixel_unshuffle(torch.cat([centred, hole_B1HW], dim=1), 2)))
        x1 = self.encode1(self.down1(x))
        x2 = self.encode2(self.down2(x1))
        x3 = self.encode3(self.down3(x2))
        x = self.encode4(self.down4(x3))
        x = self.decode3(self.merge3(x, x3))
        x = self.decode2(self.merge2(x, x2))
        x = self.decode1(self.merge1(x, x1))
        logits: Tensor = self.head(F.leaky_relu(x, 0.2))
        return logits.float()


def points_of(heat_BPhw: Tensor) -> Tensor:
    """The mean of each map in crop pixels (B, 5, 2)."""
    share_BPhw = heat_BPhw.flatten(2).softmax(dim=2).view_as(heat_BPhw)
    x_w, y_h = (cell_centres(n, heat_BPhw.device) for n in (heat_BPhw.shape[3], heat_BPhw.shape[2]))
    across = torch.einsum("bphw,w->bp", share_BPhw, x_w)
    down = torch.einsum("bphw,h->bp", share_BPhw, y_h)
    return torch.stack([across, down], dim=-1)


def spread_of(heat_BPhw: Tensor) -> float:
    """The mean entropy of the maps, in nats: 0 for points that lie in one cell each, log(h w) for ones that lie
    anywhere."""
    log_share = heat_BPhw.flatten(2).log_softmax(dim=2)
    return float(-(log_share.exp() * log_share).sum(dim=2).mean())


def cell_centres(count: int, device: torch.device) -> Tensor:
    """Where a map's cells lie along one side, in crop pixels (count,)."""
    return (torch.arange(count, device=device) + 0.5) * STRIDE


@register("face_points", NetworkSpec(task="points", multiple_of=32, minimum_px=64, native_px=128))
def face_points() -> FacePoints:
    """The product's five points."""
    return FacePoints()


@register("face_points_tiny", NetworkSpec(task="points", multiple_of=32, minimum_px=64, native_px=64))
def face_points_tiny() -> FacePoints:
    """A few thousand parameters, for tests of everything around it."""
    return FacePoints((8, 8, 8, 8, 8))
