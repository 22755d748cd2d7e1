"""A smooth first fill of the hole, on which the texture network builds."""

# B batch, C channels, H W pixels

from typing import Final

import torch
from torch import Tensor
from torch.nn import functional as F

_RELAXATIONS: Final = 4


def membrane(crop_BCHW: Tensor, hole_B1HW: Tensor) -> Tensor:
    """The crop with its hole filled by a nearly harmonic surface through the visible pixels around it.

    Coarse to fine: visible pixels are averaged down to one (Gortler et al., The Lumigraph, 1996: push-pull), then
    every level starts from the enlarged coarser one and relaxes a few times towards the mean of its neighbours.
    Visible pixels come back unchanged. Differentiable; no parameters.
    """
    visible = 1 - hole_B1HW
    levels = [(crop_BCHW * visible, visible)]
    while max(levels[-1][0].shape[-2:]) > 1:
        mean, weight = levels[-1]
        pooled_weight = F.avg_pool2d(weight, 2, ceil_mode=True)
        pooled = F.avg_pool2d(mean * weight, 2, ceil_mode=True) / pooled_weight.clamp(min=1e-6)
        levels.append((pooled, (4 * pooled_weight).clamp(max=1)))
    mean, weight = levels.pop()
    surface = torch.where(weight > 0, mean, torch.full_like(mean, 0.5))
    for mean, weight in reversed(levels):
        start = F.interpolate(surface, size=mean.shape[-2:], mode="bilinear", align_corners=False)
        surface = weight * mean + (1 - weight) * start
        for _ in range(_RELAXATIONS):
            relaxed = F.avg_pool2d(F.pad(surface, (1, 1, 1, 1), mode="replicate"), 3, stride=1)
            surface = weight * mean + (1 - weight) * relaxed
    return surface
