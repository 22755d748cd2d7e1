"""Where a photo is damaged, and by what group of damage."""

# B batch, C channels, G groups of damage and none, H W pixels

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore_models.registry import register
from facerestore_models.spec import NetworkSpec
from facerestore_resources.damage_groups import DamageGroup

_SLOPE = 0.1


class NormedConv(nn.Sequential):
    """A convolution and a batch normalisation, without an activation: (B, in, H, W) -> (B, out, H/stride, W/stride).
    In use both are one convolution.

    The project's other networks do without, because a hole's size would shift the statistics; here nothing is hidden,
    and without it the search did not get beyond "nothing is damaged" in 2,000 images.
    """

    def __init__(self, in_chs: int, out_chs: int, *, side: int = 3, stride: int = 1) -> None:
        super().__init__(
            nn.Conv2d(in_chs, out_chs, side, stride=stride, padding=side // 2, bias=False), nn.BatchNorm2d(out_chs)
        )

    def forward(self, x_BCHW: Tensor) -> Tensor:
        conv, norm = self
        assert isinstance(conv, nn.Conv2d)
        assert isinstance(norm, nn.BatchNorm2d)
        if self.training:
            normed: Tensor = norm(conv(x_BCHW))
            return normed
        assert norm.running_mean is not None
        assert norm.running_var is not None
        scale = norm.weight * torch.rsqrt(norm.running_var + norm.eps)
        weight, bias = conv.weight * scale.view(-1, 1, 1, 1), norm.bias - norm.running_mean * scale
        return F.conv2d(x_BCHW, weight, bias, conv.stride, conv.padding)


class NormedResidual(nn.Module):
    """act(x + conv(act(conv(x)))), both normalised (He et al., CVPR 2016)."""

    def __init__(self, chs: int) -> None:
        super().__init__()
        self.first, self.second = NormedConv(chs, chs), NormedConv(chs, chs)

    def forward(self, x_BCHW: Tensor) -> Tensor:
        return _activated(x_BCHW + self.second(_activated(self.first(x_BCHW))))


class DamageNet(nn.Module):
    """A photo's tile and what is masked in it already -> logits of what each pixel suffers from: (B, 5, H, W), float32,
    in the order of DamageGroup; a softmax makes them probabilities.

    A U-Net (Ronneberger et al., MICCAI 2015) from half the size to a 32nd: a scratch is told from hair by what is
    around it. Its finest part is narrow, because that is where nearly all the time would go.
    """

    def __init__(self, chs: Sequence[int] = (16, 32, 64, 96, 128), blocks: Sequence[int] = (1, 1, 2, 2)) -> None:
        super().__init__()
        c0, c1, c2, c3, c4 = chs
        self.stem = NormedConv(16, c0)
        self.down1, self.encode1 = NormedConv(c0, c1, stride=2), _stage(c1, blocks[0])
        self.down2, self.encode2 = NormedConv(c1, c2, stride=2), _stage(c2, blocks[1])
        self.down3, self.encode3 = NormedConv(c2, c3, stride=2), _stage(c3, blocks[2])
        self.down4, self.encode4 = NormedConv(c3, c4, stride=2), _stage(c4, blocks[3])
        self.narrow3, self.decode3 = NormedConv(c4, c3, side=1), _stage(c3, 1)
        self.narrow2, self.decode2 = NormedConv(c3, c2, side=1), _stage(c2, 1)
        self.narrow1, self.decode1 = NormedConv(c2, c1, side=1), _stage(c1, 1)
        self.narrow0 = NormedConv(c1, c0, side=1)
        self.head = nn.Conv2d(c0, 4 * len(DamageGroup), 3, padding=1)
        with torch.no_grad():
            # one pixel in twenty is damaged at first
            self.head.bias[:4] = 4.0  # type: ignore[index]

    def forward(self, photo_B3HW: Tensor, hole_B1HW: Tensor) -> Tensor:
        centred = (2 * photo_B3HW - 1) * (1 - hole_B1HW)
        x0 = _activated(self.stem(F.pixel_unshuffle(torch.cat([centred, hole_B1HW], dim=1), 2)))
        x1 = self.encode1(_activated(self.down1(x0)))
        x2 = self.encode2(_activated(self.down2(x1)))
        x3 = self.encode3(_activated(self.down3(x2)))
        x = self.encode4(_activated(self.down4(x3)))
        x = self.decode3(_merged(self.narrow3(x), x3))
        x = self.decode2(_merged(self.narrow2(x), x2))
        x = self.decode1(_merged(self.narrow1(x), x1))
        x = _merged(self.narrow0(x), x0)
        logits_BGHW: Tensor = F.pixel_shuffle(self.head(x), 2)
        return logits_BGHW.float()


def _stage(chs: int, blocks: int) -> nn.Sequential:
    return nn.Sequential(*(NormedResidual(chs) for _ in range(blocks)))


def _merged(coarse_BCHW: Tensor, fine_BCHW: Tensor) -> Tensor:
    """The coarse answer enlarged by two, added to the fine one."""
    return _activated(F.interpolate(coarse_BCHW, scale_factor=2, mode="nearest") + fine_BCHW)


def _activated(x_BCHW: Tensor) -> Tensor:
    return F.leaky_relu(x_BCHW, _SLOPE)


@register("damage_net", NetworkSpec(task="damage", multiple_of=32, minimum_px=64, native_px=256))
def damage_net() -> DamageNet:
    """The product's search for damage."""
    return DamageNet()


@register("damage_net_tiny", NetworkSpec(task="damage", multiple_of=32, minimum_px=64, native_px=64))
def damage_net_tiny() -> DamageNet:
    """A few thousand parameters, for tests of everything around it."""
    return DamageNet((8, 8, 8, 8, 8), (1, 1, 1, 1))
