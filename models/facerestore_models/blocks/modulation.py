"""Region styles, and modulation by layout, style, noise and latent."""

# B batch, C channels, D style length or token width, H W pixels, K classes, N tokens, Z latent length

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore_resources.face_classes import CLASS_COUNT, FLIPPED

_FULL_CONFIDENCE_CELLS = 4.0


class RegionStyles(nn.Module):
    """One style per class, measured on the visible part of the class (after SEAN, Zhu et al., CVPR 2020).

    A class with little visible area borrows the style of its mirror partner (the other eye, the other brow), and
    without one falls back on a learned mean shifted by the latent.
    """

    partner: Tensor

    def __init__(self, in_chs: int, style_chs: int, latent_chs: int) -> None:
        super().__init__()
        self.style_chs = style_chs
        self.measure = nn.Conv2d(in_chs, style_chs, 1)
        self.mean = nn.Parameter(torch.zeros(CLASS_COUNT, style_chs))
        self.variation = nn.Linear(latent_chs, CLASS_COUNT * style_chs)
        self.register_buffer("partner", torch.tensor(FLIPPED), persistent=False)

    def forward(self, x_BCHW: Tensor, layout_BKHW: Tensor, hole_B1HW: Tensor, latent_BZ: Tensor) -> Tensor:
        """The styles (B, K, D). Layout and hole have the size of x."""
        seen_BKHW = layout_BKHW * (1 - hole_B1HW)
        mass_BK1 = seen_BKHW.sum(dim=(2, 3))[..., None]
        sums_BKD = torch.einsum("bkhw,bdhw->bkd", seen_BKHW.float(), self.measure(x_BCHW).float())
        measured = sums_BKD / mass_BK1.clamp(min=1e-3)
        confidence = (mass_BK1 / _FULL_CONFIDENCE_CELLS).clamp(max=1)
        borrowed = measured[:, self.partner]
        borrowed_confidence = confidence[:, self.partner]
        fallback = self.mean + self.variation(latent_BZ).view(-1, CLASS_COUNT, self.style_chs)
        fallback = borrowed_confidence * borrowed + (1 - borrowed_confidence) * fallback
        styles: Tensor = confidence * measured + (1 - confidence) * fallback
        return styles


class Modulation(nn.Module):
    """Scale and shift of a feature map by what should be where (SPADE, Park et al., CVPR 2019), plus noise.

    rms(x) * (1 + gamma) + beta, with gamma and beta from the layout, each pixel's region style and the hole.
    """

    def __init__(self, chs: int, style_chs: int, hidden_chs: int = 32) -> None:
        super().__init__()
        self.read = nn.Conv2d(CLASS_COUNT + style_chs + 1, hidden_chs, 3, padding=1)
        self.write = nn.Conv2d(hidden_chs, 2 * chs, 1)
        self.noise_gain = nn.Parameter(torch.zeros(1, chs, 1, 1))
        nn.init.zeros_(self.write.weight)
        nn.init.zeros_(self.write.bias)  # type: ignore[arg-type]

    def forward(
        self, x_BCHW: Tensor, layout_BKHW: Tensor, styles_BKD: Tensor, hole_B1HW: Tensor, noise_B1HW: Tensor
    ) -> Tensor:
        painted = torch.einsum("bkhw,bkd->bdhw", layout_BKHW, styles_BKD.to(layout_BKHW.dtype))
        hidden = self.read(torch.cat([layout_BKHW, painted, hole_B1HW], dim=1))
        gamma, beta = self.write(F.leaky_relu(hidden, 0.2)).chunk(2, dim=1)
        rms = x_BCHW.float().square().mean(dim=1, keepdim=True).add(1e-4).rsqrt().to(x_BCHW.dtype)
        modulated: Tensor = x_BCHW * rms * (1 + gamma) + beta + self.noise_gain * noise_B1HW * hole_B1HW
        return modulated


class LatentModulation(nn.Module):
    """Scale and shift of tokens by a latent (FiLM, Perez et al., AAAI 2018). A latent of zero changes nothing."""

    def __init__(self, width: int, latent_chs: int) -> None:
        super().__init__()
        self.write = nn.Linear(latent_chs, 2 * width, bias=False)
        nn.init.zeros_(self.write.weight)

    def forward(self, tokens_BND: Tensor, latent_BZ: Tensor) -> Tensor:
        scale, shift = self.write(latent_BZ)[:, None].chunk(2, dim=2)
        modulated: Tensor = tokens_BND * (1 + scale) + shift
        return modulated
