"""Layers of StyleGAN2 (Karras et al., CVPR 2020): equalised learning rates, modulated convolution, smooth enlargement.

Names and scales are those of its public state dictionaries, so that other people's weights fit.
"""

# B batch, C channels, D style length, H W pixels, I in, O out

import math
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F

_SLOPE: Final = 0.2
_GAIN: Final = math.sqrt(2)


class EqualLinear(nn.Module):
    """A fully connected layer with equalised learning rate: weights N(0, 1 / rate), scaled as they are used.

    ``rate`` multiplies what an optimizer's step changes. ``is_activated``: leaky ReLU times sqrt(2) follows.
    """

    def __init__(self, ins: int, outs: int, *, rate: float = 1.0, bias: float = 0.0, is_activated: bool = False):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outs, ins) / rate)
        self.bias = nn.Parameter(torch.full((outs,), bias / rate))
        self.weight_gain, self.bias_gain = rate / math.sqrt(ins), rate
        self.is_activated = is_activated

    def forward(self, x_BI: Tensor) -> Tensor:
        y_BO = F.linear(x_BI, self.weight * self.weight_gain, self.bias * self.bias_gain)
        return F.leaky_relu(y_BO, _SLOPE) * _GAIN if self.is_activated else y_BO


class StyledConvolution(nn.Module):
    """3x3 convolution whose input channels are scaled by a style and whose output has unit variance again; then noise,
    bias, leaky ReLU. ``enlarges``: the map is doubled first.

    The style scales the map and not the weights, which gives the same and lets all pictures of a batch share one dense
    convolution.
    """

    def __init__(self, in_chs: int, out_chs: int, width: int, *, enlarges: bool = False) -> None:
        super().__init__()
        self.affine = EqualLinear(width, in_chs, bias=1.0)
        self.weight = nn.Parameter(torch.randn(out_chs, in_chs, 3, 3))
        self.bias = nn.Parameter(torch.zeros(out_chs))
        self.noise_strength = nn.Parameter(torch.zeros(()))
        self.enlarges = enlarges

    def forward(self, x_BIHW: Tensor, style_BD: Tensor, noise_B1HW: Tensor) -> Tensor:
        """(B, O, H, W), or (B, O, 2H, 2W); the noise has the size of what is returned."""
        scale_BI = self.affine(style_BD).float()
        power_OI = self.weight.float().square().sum(dim=(2, 3))
        # the activation's gain passes through it: so it costs no look at the map of its own
        demodulation_BO = _GAIN * torch.rsqrt(scale_BI.square() @ power_OI.t() + 1e-8)
        x = x_BIHW * scale_BI[:, :, None, None].to(x_BIHW.dtype)
        if self.enlarges:
            y = F.pixel_shuffle(F.conv2d(x, _of_four_phases(self.weight), padding=1), 2)
        else:
            y = F.conv2d(x, self.weight, padding=1)
        # channels last, as the map is
        added_BHWO = _GAIN * (self.noise_strength * noise_B1HW).permute(0, 2, 3, 1).to(y.dtype) + (
            _GAIN * self.bias
        ).to(y.dtype)
        y = torch.addcmul(added_BHWO.permute(0, 3, 1, 2), y, demodulation_BO[:, :, None, None].to(y.dtype))
        return F.leaky_relu(y, _SLOPE)


class ToPicture(nn.Module):
    """Modulated 1x1 convolution to three channels, not normalised."""

    def __init__(self, in_chs: int, width: int) -> None:
        super().__init__()
        self.affine = EqualLinear(width, in_chs, bias=1.0)
        self.weight = nn.Parameter(torch.randn(3, in_chs, 1, 1))
        self.bias = nn.Parameter(torch.zeros(3))
        self.gain = 1 / math.sqrt(in_chs)

    def forward(self, x_BIHW: Tensor, style_BD: Tensor) -> Tensor:
        scale_BI11 = (self.affine(style_BD) * self.gain)[:, :, None, None]
        picture: Tensor = F.conv2d(x_BIHW * scale_BI11.to(x_BIHW.dtype), self.weight) + self.bias.view(1, -1, 1, 1)
        return picture


def doubled(x_BCHW: Tensor) -> Tensor:
    """Twice the size by zeros between the pixels and the filter (1, 3, 3, 1) / 4 in both directions, zero outside.

    Inside it is bilinear interpolation, which is how it is calculated.
    """
    around = F.pad(x_BCHW, (1, 1, 1, 1))
    return F.interpolate(around, scale_factor=2, mode="bilinear", align_corners=False)[..., 2:-2, 2:-2]


_PHASES: Final = torch.tensor(
    [
        [[0.75, 0.25, 0.0], [0.25, 0.75, 0.0], [0.0, 0.75, 0.25]],
        [[0.25, 0.75, 0.0], [0.0, 0.75, 0.25], [0.0, 0.25, 0.75]],
    ]
)
"""(phase, tap of the kernel, neighbour of the small map): what an even or odd pixel's neighbours in the doubled map are
made of."""


def _of_four_phases(weight_OI33: Tensor) -> Tensor:
    """(4 O, I, 3, 3): the kernels that give the four pixels of each cell from the small map, as if it had been doubled
    and then convolved. The doubled map itself is never made."""
    phases = _PHASES.to(weight_OI33)
    kernels = torch.einsum("oiyx,pya,qxb->opqiab", weight_OI33, phases, phases)
    return kernels.reshape(-1, *weight_OI33.shape[1:]).contiguous(memory_format=torch.channels_last)
