"""Exponential moving average of weights: what is shipped."""

import copy

import torch
from torch import nn


class MovingAverage:
    """A copy of a network whose weights follow with a half-life in images seen.

    Early in a run the half-life is cut to a tenth of the images seen, so that the start is forgotten (Karras et
    al., StyleGAN2-ADA, 2020: ramped average).
    """

    def __init__(self, network: nn.Module, half_life: int) -> None:
        self.half_life = half_life
        self.network = copy.deepcopy(network).eval().requires_grad_(requires_grad=False)

    @torch.no_grad()
    def update(self, network: nn.Module, *, batch: int, images_seen: int) -> None:
        half_life = max(1.0, min(self.half_life, 0.1 * images_seen))
        decay = 0.5 ** (batch / half_life)
        averages: list[torch.Tensor] = list(self.network.parameters())
        torch._foreach_lerp_(averages, [p.detach() for p in network.parameters()], 1 - decay)
        # the statistics of a normalisation are averages already, and counters have none
        for kept, now in zip(self.network.buffers(), network.buffers(), strict=True):
            kept.copy_(now)
