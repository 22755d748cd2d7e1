"""What chose this layout among those that a hole allows: the encoder of stage 1's conditional VAE. Training only."""

# B batch, C channels, H W pixels, K classes, Z latent length

from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore_models.semantic_layout import LAYOUT_LATENT_CHS
from facerestore_resources.face_classes import CLASS_COUNT

_LOG_VARIANCE_LIMIT = 8.0


class LayoutPosterior(nn.Module):
    """q(z | layout, crop): mean and log-variance (B, 32) each, from the true layout and what is visible."""

    def __init__(self, base_chs: int = 32) -> None:
        super().__init__()
        widths = [CLASS_COUNT + 4, base_chs, 2 * base_chs, 4 * base_chs, 4 * base_chs, 4 * base_chs]
        self.steps = nn.ModuleList(nn.Conv2d(narrow, wide, 3, stride=2, padding=1) for narrow, wide in pairwise(widths))
        self.head = nn.Linear(widths[-1], 2 * LAYOUT_LATENT_CHS)
        nn.init.zeros_(self.head.weight)
        nn.init.zeros_(self.head.bias)

    def forward(self, layout_BKHW: Tensor, crop_B3HW: Tensor, hole_B1HW: Tensor) -> tuple[Tensor, Tensor]:
        """``layout``: probabilities at half the size of crop and hole."""
        seen = F.avg_pool2d(torch.cat([2 * crop_B3HW - 1, hole_B1HW], dim=1), 2)
        x = torch.cat([layout_BKHW, seen], dim=1)
        for step in self.steps:
            x = F.leaky_relu(step(x), 0.2)
        mean, log_variance = self.head(x.mean(dim=(2, 3))).float().chunk(2, dim=1)
        return mean, log_variance.clamp(-_LOG_VARIANCE_LIMIT, _LOG_VARIANCE_LIMIT)


def sampled(mean_BZ: Tensor, log_variance_BZ: Tensor, noise_BZ: Tensor) -> Tensor:
    """mean + sigma * noise (Kingma and Welling, ICLR 2014)."""
    return mean_BZ + (0.5 * log_variance_BZ).exp() * noise_BZ


def divergence(mean_BZ: Tensor, log_variance_BZ: Tensor, *, free: float) -> Tensor:
    """KL(q || N(0, 1)) in nats: mean over the batch, sum over the latent, each element at least ``free`` (free bits,
    Kingma et al., NeurIPS 2016), so that the latent is not switched off."""
    each = 0.5 * (mean_BZ.square() + log_variance_BZ.exp() - 1 - log_variance_BZ)
    return each.mean(dim=0).clamp(min=free).sum()
