"""Fast Fourier convolution and channel attention: what sees the whole picture, whatever its shape."""

# B batch, C channels, H W pixels

import torch
from torch import Tensor, nn
from torch.nn import functional as F

_SLOPE = 0.2


class SpectralTransform(nn.Module):
    """1x1 convolutions of the real and imaginary parts of a picture's spectrum: (B, C, H, W) of any H and W, each value
    answering to all others.

    In float32 whatever the autocast: sums over a whole picture leave float16's range, and bf16 has no transform on most
    devices.
    """

    def __init__(self, chs: int) -> None:
        super().__init__()
        self.narrow = nn.Conv2d(chs, chs // 2, 1)
        self.spectral = nn.Conv2d(chs, chs, 1)
        self.widen = nn.Conv2d(chs // 2, chs, 1)

    def forward(self, x_BCHW: Tensor) -> Tensor:
        narrow = F.leaky_relu(self.narrow(x_BCHW), _SLOPE)
        with torch.autocast(x_BCHW.device.type, enabled=False):
            height, width = narrow.shape[-2:]
            whole = narrow.float().contiguous()
            parts = torch.view_as_real(torch.fft.rfft2(whole, norm="ortho"))
            batch, chs, rows, columns, _ = parts.shape
            stacked = parts.permute(0, 4, 1, 2, 3).reshape(batch, 2 * chs, rows, columns)
            changed = F.leaky_relu(self.spectral(stacked), _SLOPE).view(batch, 2, chs, rows, columns)
            spectrum = torch.complex(changed[:, 0], changed[:, 1])
            back = torch.fft.irfft2(spectrum, s=(height, width), norm="ortho")
        widened: Tensor = self.widen(whole + back)
        return widened


class FourierConvolution(nn.Module):
    """Fast Fourier convolution (Chi et al., NeurIPS 2020): 3x3 convolutions among a local and a global half of the
    channels, and a spectral transform from global to global: (B, C, H, W) -> the same."""

    def __init__(self, chs: int) -> None:
        super().__init__()
        self.local_chs = chs - chs // 2
        self.to_local = nn.Conv2d(chs, self.local_chs, 3, padding=1)
        self.local_to_global = nn.Conv2d(self.local_chs, chs // 2, 3, padding=1)
        self.spectral = SpectralTransform(chs // 2)

    def forward(self, x_BCHW: Tensor) -> Tensor:
        local, whole = x_BCHW[:, : self.local_chs], x_BCHW[:, self.local_chs :]
        return torch.cat([self.to_local(x_BCHW), self.local_to_global(local) + self.spectral(whole)], dim=1)


class ChannelAttention(nn.Module):
    """Each channel times 0 ... 2, by the means of all (squeeze and excitation, Hu et al., CVPR 2018); 1 at first."""

    def __init__(self, chs: int, reduction: int = 8) -> None:
        super().__init__()
        self.squeeze = nn.Conv2d(chs, max(4, chs // reduction), 1)
        self.excite = nn.Conv2d(max(4, chs // reduction), chs, 1)
        nn.init.zeros_(self.excite.weight)
        nn.init.zeros_(self.excite.bias)  # type: ignore[arg-type]

    def forward(self, x_BCHW: Tensor) -> Tensor:
        mean = x_BCHW.mean(dim=(2, 3), keepdim=True)
        weight: Tensor = 2 * torch.sigmoid(self.excite(F.leaky_relu(self.squeeze(mean), _SLOPE)))
        return x_BCHW * weight


class ProcessingBlock(nn.Module):
    """What follows a down-sampling step: x + channel attention(two Fourier convolutions(x)).

    Down-sampling treats hidden and visible pixels alike; here they are worked with before the next step loses more of
    them (the downsample processing block of arXiv 2401.10537, by our reconstruction). Starts as the identity.
    """

    def __init__(self, chs: int) -> None:
        super().__init__()
        self.first, self.second = FourierConvolution(chs), FourierConvolution(chs)
        self.attention = ChannelAttention(chs)
        self.scale = nn.Parameter(torch.zeros(1, chs, 1, 1))

    def forward(self, x_BCHW: Tensor) -> Tensor:
        y_BCHW = self.second(F.leaky_relu(self.first(F.leaky_relu(x_BCHW, _SLOPE)), _SLOPE))
        change: Tensor = self.scale.to(y_BCHW.dtype) * self.attention(y_BCHW)
        return x_BCHW + change
