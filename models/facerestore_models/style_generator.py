"""StyleGenerator: faces from styles, a StyleGAN2-type generator, and the prior of ISFRNet."""

# B batch, D style length, H W pixels, L layers with a style, Z latent length

import math
from collections.abc import Sequence

import torch
from torch import Tensor, nn

from facerestore_models.blocks.style_layers import EqualLinear, StyledConvolution, ToPicture, doubled


class Mapping(nn.Module):
    """A latent N(0, 1) -> a style: fully connected layers that learn slowly, after the latent's length is made one."""

    def __init__(self, width: int, layers: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(*(EqualLinear(width, width, rate=0.01, is_activated=True) for _ in range(layers)))

    def forward(self, latent_BZ: Tensor) -> Tensor:
        """(B, D), D = Z."""
        length = latent_BZ.square().mean(dim=1, keepdim=True).add(1e-8).rsqrt()
        style: Tensor = self.layers(latent_BZ * length)
        return style


class SynthesisBlock(nn.Module):
    """One size of picture: one or two styled convolutions and what they add to the picture."""

    def __init__(self, in_chs: int, out_chs: int, width: int, *, is_first: bool) -> None:
        super().__init__()
        self.enlarge = None if is_first else StyledConvolution(in_chs, out_chs, width, enlarges=True)
        self.convolve = StyledConvolution(out_chs, out_chs, width)
        self.to_picture = ToPicture(out_chs, width)


class StyleGenerator(nn.Module):
    """Styles -> a face, from a learned 4 x 4 map up to ``size_px`` (Karras et al., Analyzing and Improving the Image
    Quality of StyleGAN, CVPR 2020; the generator with skips).

    ``chs``: channels at 4, 8, ... ``size_px`` = 4 * 2 ** (len(chs) - 1) pixels. W+ has a style for each of
    ``style_count`` layers: two for each size, of which a size's picture shares its own with the next size's first
    layer.
    """

    def __init__(self, chs: Sequence[int], width: int, mapping_layers: int) -> None:
        super().__init__()
        self.size_px = 4 * 2 ** (len(chs) - 1)
        self.width, self.style_count = width, 2 * len(chs)
        self.mapping = Mapping(width, mapping_layers)
        self.start = nn.Parameter(torch.randn(chs[0], 4, 4))
        self.blocks = nn.ModuleList(
            SynthesisBlock(chs[max(0, i - 1)], chs[i], width, is_first=i == 0) for i in range(len(chs))
        )

    def styles(self, latent_BZ: Tensor) -> Tensor:
        """(B, L, D): the same style for all layers, from latents N(0, 1) as long as a style."""
        style_BD: Tensor = self.mapping(latent_BZ)
        return style_BD[:, None].expand(-1, self.style_count, -1)

    @torch.no_grad()
    def mean_style(self, count: int = 4096, seed: int = 0) -> Tensor:
        """(D,): the mean over random latents, of whose face truncation is towards."""
        generator = torch.Generator().manual_seed(seed)
        latent = torch.randn(count, self.width, generator=generator).to(self.start.device)
        mean: Tensor = self.mapping(latent).mean(dim=0)
        return mean

    def forward(self, styles_BLD: Tensor, noise_BNHW: Tensor | None = None, size_px: int | None = None) -> Tensor:
        """Faces (B, 3, size, size), unclipped around 0...1. ``size_px``: a power of two from 4, at most the
        generator's own, which it is by default: every block's picture is one.

        ``noise``: N(0, 1) with two maps or more, of any size; layers take from them at their own sizes. None: no noise.
        """
        x = self.start.expand(len(styles_BLD), -1, -1, -1).contiguous(memory_format=torch.channels_last)
        picture: Tensor | None = None
        count = len(self.blocks) if size_px is None else (size_px // 4).bit_length()
        for index, block in enumerate(list(self.blocks)[:count]):
            assert isinstance(block, SynthesisBlock)
            first = max(0, 2 * index - 1)
            side = 4 * 2**index
            if block.enlarge is not None:
                x = block.enlarge(x, styles_BLD[:, first], _noise(noise_BNHW, 0, side, x))
                first += 1
            x = block.convolve(x, styles_BLD[:, first], _noise(noise_BNHW, 1, side, x))
            added = block.to_picture(x, styles_BLD[:, first + 1]).float()
            picture = added if picture is None else doubled(picture) + added
        assert picture is not None
        return picture / 2 + 0.5


def _noise(noise_BNHW: Tensor | None, number: int, side: int, like: Tensor) -> Tensor:
    """(B, 1, side, side) of one map: every n-th value, or each several times where the map is too small."""
    if noise_BNHW is None:
        return like.new_zeros(1, 1, 1, 1)
    noise = noise_BNHW[:, number : number + 1].to(like.dtype)
    given = min(noise.shape[-2:])
    if given < side:
        times = math.ceil(side / given)
        noise = noise.repeat_interleave(times, dim=-2).repeat_interleave(times, dim=-1)
        return noise[..., :side, :side]
    step = given // side
    return noise[..., : side * step : step, : side * step : step]
