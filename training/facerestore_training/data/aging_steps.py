"""The single steps by which a photograph ages, each on a batch of tensors, on the device of its pictures.

What changes from sample to sample is drawn from a generator on the CPU; ``strength`` 0...1 scales a step. Ranges are
those of the published pipelines at 256 px (GFPGAN, Wang et al. 2021; Real-ESRGAN, Wang et al. 2021; Bringing Old
Photos Back to Life, Wan et al. 2020), or chosen by eye beside archive portraits where it says so.
"""

# B batch, H W pixels; pictures (B, 3, H, W) 0...1

import math

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

_LUMA = (0.299, 0.587, 0.114)


def luma(picture: Tensor) -> Tensor:
    """Rec. 601 luma (B, 1, H, W); of a grey picture exactly its value."""
    red, green, blue = (picture[:, i : i + 1] for i in range(3))
    return green + _LUMA[0] * (red - green) + _LUMA[2] * (blue - green)


def softened(picture: Tensor, strength: float, generator: torch.Generator) -> Tensor:
    """Lens and print: Gaussian blur up to 2.5 px, uneven in two directions for 30 %; then half of the calls through
    a shrunk copy, 0.35 to 1 of the side (GFPGAN's ranges, halved)."""
    count, size = len(picture), picture.shape[-2:]
    sigma = 0.2 + 2.3 * strength * torch.rand(count, 2, generator=generator)
    is_even = torch.rand(count, generator=generator) >= 0.3
    sigma[is_even, 1] = sigma[is_even, 0]
    share = 1 - 0.65 * strength * float(torch.rand((), generator=generator))
    is_shrunk = float(torch.rand((), generator=generator)) < 0.5
    soft = blurred(picture, sigma * (size[0] / 256))
    if is_shrunk:
        small = F.interpolate(soft, scale_factor=share, mode="bilinear", antialias=True)
        soft = F.interpolate(small, size=size, mode="bicubic", align_corners=False)
    return soft


def greyed(picture: Tensor) -> Tensor:
    """Black and white: exactly equal channels."""
    return luma(picture).expand_as(picture)


def sepia_toned(picture: Tensor, strength: float, generator: torch.Generator) -> Tensor:
    """Luma times a tint of hue 28 to 46 degrees, of equal brightness; saturation up to 0.45, by
    eye beside archive portraits."""
    count = len(picture)
    hue = _uniform(count, 28, 46, generator) / 60
    saturation = strength * _uniform(count, 0.08, 0.45, generator)
    tint = 1 - saturation * (1 - torch.cat([torch.ones_like(hue), hue, torch.zeros_like(hue)], dim=1))
    return luma(picture) * (tint / luma(tint)).to(picture.device)


def dulled(picture: Tensor, strength: float, generator: torch.Generator) -> Tensor:
    """Dyes that lost colour: saturation 0.2 to 1."""
    saturation = (1 - 0.8 * strength * _uniform(len(picture), 0, 1, generator)).to(picture.device)
    return torch.lerp(luma(picture), picture, saturation)


def faded(picture: Tensor, strength: float, generator: torch.Generator) -> Tensor:
    """y = black + (white - black) x^gamma in each channel: black to 0.25, white from 0.75, gamma 0.67 to 1.5. Dyes
    fade apart (correlation 0.7); what is grey stays grey."""

    def dyes(low: float, high: float) -> Tensor:
        drawn = (torch.rand(len(picture), n, 1, 1, generator=generator).to(picture.device) for n in (1, 3))
        common, own = drawn
        return low + (high - low) * torch.where(is_grey, common, 0.7 * common + 0.3 * own)

    is_grey = _is_grey(picture)
    black, white = dyes(0, 0.25 * strength), 1 - dyes(0, 0.25 * strength)
    gamma = torch.exp(dyes(-0.4 * strength, 0.4 * strength))
    return black + (white - black) * picture.clamp(1e-4, 1) ** gamma


def unevenly_lit(picture: Tensor, strength: float, generator: torch.Generator) -> Tensor:
    """A smooth field of brightness, standard deviation 10 %: uneven light, fading from one side."""
    return picture * (1 + 0.10 * strength * _field(picture, 4, generator))


def vignetted(picture: Tensor, strength: float, generator: torch.Generator) -> Tensor:
    """An oval that ends in the paper's own tone (60 %) or in darkness, as studios printed them; by eye."""
    count, device = len(picture), picture.device
    centre = 0.5 * torch.randn(count, 2, 1, 1, generator=generator) * 0.3
    inner, outer = _uniform(count, 0.5, 1.0, generator), _uniform(count, 0.2, 0.7, generator)
    most = strength * _uniform(count, 0.3, 1.0, generator)
    is_paper = torch.rand(count, 1, 1, 1, generator=generator) < 0.6
    across = torch.linspace(-1, 1, picture.shape[-1])[None, None, None, :] - centre[:, :1]
    down = 0.8 * (torch.linspace(-1, 1, picture.shape[-2])[None, None, :, None] - centre[:, 1:])
    weight = most * torch.clamp(((across.square() + down.square()).sqrt() - inner) / outer, 0, 1)
    paper = F.adaptive_avg_pool2d(picture, 8).amax(dim=(2, 3), keepdim=True)
    edge = torch.where(is_paper.to(device), paper, 0.25 * paper)
    return torch.lerp(picture, edge, weight.to(device))


def stained(picture: Tensor, strength: float, generator: torch.Generator) -> Tensor:
    """Blotches that multiply by 0.6 to 1.3, brownish where the photo has a tone; or silver that comes out as a
    bluish veil in the shadows near the edges; or both."""
    count, device = len(picture), picture.device
    which = torch.rand(count, 2, 1, 1, generator=generator)
    which = (which < 0.3) | (which == which.amin(dim=1, keepdim=True))
    factor = 1 + strength * _uniform(count, -0.4, 0.3, generator)
    cells = int(torch.randint(4, 12, (), generator=generator))
    blotch = torch.sigmoid(6 * (_field(picture, cells, generator) - 1.1))
    edge = torch.linspace(-1, 1, picture.shape[-1]).abs()
    veil = 0.25 * strength * torch.maximum(edge[None, :], edge[:, None]).square()[None, None].to(device)
    blue = torch.tensor([-0.05, 0.0, 0.08]).view(1, 3, 1, 1).to(device)
    tone = (~_is_grey(picture)).float()
    blotch_on, veil_on = (which[:, i : i + 1].float().to(device) for i in range(2))
    darker = (factor - 1).to(device)
    picture = picture * (1 + blotch_on * blotch * (darker + tone * _brown(device) * darker.abs()))
    return picture + veil_on * veil * (1 - luma(picture)) * (1 + tone * blue * 3)


def foxed(picture: Tensor, strength: float, generator: torch.Generator) -> Tensor:
    """Small spots, brown where the photo has a tone, 10 to 50 % darker; by eye."""
    spots = torch.sigmoid(8 * (_field(picture, 40, generator) - 2.2))
    darkness = strength * _uniform(len(picture), 0.1, 0.5, generator).to(picture.device)
    tone = (~_is_grey(picture)).float()
    return picture * (1 - spots * darkness * (1 - 2 * tone * _brown(picture.device)))


def grainy(picture: Tensor, strength: float, generator: torch.Generator) -> Tensor:
    """Film grain of 1.5 to 12/255, mostly weak, 0.5 to 1.1 px wide, strongest in the mid-tones. In a photo of one dye
    all channels have the same grain, and in 30 % of the colour photos."""
    count, device = len(picture), picture.device
    noise = _noise(picture.shape, device, generator)
    is_mono = (torch.rand(count, 1, 1, 1, generator=generator) < 0.3).to(device) | _is_of_one_dye(picture)
    means = picture.mean(dim=(2, 3), keepdim=True)
    dye = means / luma(means).clamp(min=1e-3)
    noise = torch.where(is_mono, noise[:, :1] * dye, noise)
    width = 0.5 + 0.6 * torch.rand(count, 1, generator=generator)
    kernel = _gaussian(width)
    # filtered white noise keeps the share sum(k^2)^2 of its variance
    norm = kernel.square().sum(dim=1).view(-1, 1, 1, 1).to(device)
    grain = _convolved(noise, kernel, kernel) / norm
    sigma = ((1.5 + 10.5 * strength * torch.rand(count, 1, 1, 1, generator=generator).square()) / 255).to(device)
    return picture + sigma * (0.5 + 2 * luma(picture) * (1 - luma(picture))) * grain


def on_paper(picture: Tensor, strength: float, generator: torch.Generator) -> Tensor:
    """The relief of textured paper under the scanner's lamp: 1 to 4 % of brightness, 2 to 3 px wide; by eye."""
    count, device = len(picture), picture.device
    relief = _noise((count, 1, *picture.shape[-2:]), device, generator)
    relief = blurred(relief, 0.8 + 0.6 * torch.rand(count, 1, generator=generator).expand(-1, 2))
    relief = relief / relief.std(dim=(2, 3), keepdim=True).clamp(min=1e-6)
    return picture * (1 + strength * _uniform(count, 0.01, 0.04, generator).to(device) * relief)


def halftoned(picture: Tensor, generator: torch.Generator) -> Tensor:
    """Print in a book: a turned screen of dots, 2.5 to 4 px apart, as a scanner sees it."""
    count, device = len(picture), picture.device
    pitch, angle = _uniform(count, 2.5, 4.0, generator), _uniform(count, math.pi / 6, math.pi / 3, generator)
    rows = torch.arange(picture.shape[-2])[None, None, :, None]
    columns = torch.arange(picture.shape[-1])[None, None, None, :]
    cosine, sine = torch.cos(angle) * 2 * math.pi / pitch, torch.sin(angle) * 2 * math.pi / pitch
    screen = (torch.cos(cosine * columns + sine * rows) + torch.cos(cosine * rows - sine * columns)) / 2
    dots = torch.sigmoid(7 * (picture - 0.5 - 0.45 * screen.to(device)))
    return torch.lerp(picture, dots, _uniform(count, 0.3, 0.8, generator).to(device))


def sharpened(picture: Tensor, generator: torch.Generator) -> Tensor:
    """A scanner's unsharp mask: 0.2 to 0.8 of the difference to a blur of 0.8 to 1.6 px."""
    count = len(picture)
    soft = blurred(picture, _uniform(count, 0.8, 1.6, generator).view(-1, 1).expand(-1, 2))
    return picture + _uniform(count, 0.2, 0.8, generator).to(picture.device) * (picture - soft)


def jpeg_compressed(picture: Tensor, generator: torch.Generator) -> Tensor:
    """Saved as JPEG of quality 40 to 95 and read again, by OpenCV on the CPU: keep its share small on a GPU."""
    # OpenCV stores BGR
    pixels = (picture.flip(1).clamp(0, 1) * 255).round().to(torch.uint8).permute(0, 2, 3, 1).cpu().numpy()
    quality = torch.randint(40, 96, (len(pixels),), generator=generator).tolist()
    read = [
        np.asarray(cv2.imdecode(cv2.imencode(".jpg", shot, [cv2.IMWRITE_JPEG_QUALITY, level])[1], cv2.IMREAD_COLOR))
        for shot, level in zip(np.ascontiguousarray(pixels), quality, strict=True)
    ]
    return torch.from_numpy(np.stack(read)).permute(0, 3, 1, 2).flip(1).to(picture.device).float().div_(255)


def blurred(picture: Tensor, sigma_B2: Tensor) -> Tensor:
    """Gaussian blur with a width in pixels for each sample, across and down; edges are mirrored."""
    return _convolved(picture, _gaussian(sigma_B2[:, :1]), _gaussian(sigma_B2[:, 1:]))


def _gaussian(sigma_B1: Tensor) -> Tensor:
    """(B, taps) normalised kernels, all as long as the widest needs."""
    radius = max(1, math.ceil(2.5 * float(sigma_B1.max())))
    at = torch.arange(-radius, radius + 1)
    kernel = torch.exp(-0.5 * (at / sigma_B1.clamp(min=1e-2)).square())
    return kernel / kernel.sum(dim=1, keepdim=True)


def _convolved(picture: Tensor, across: Tensor, down: Tensor) -> Tensor:
    count, channels, height, width = picture.shape
    planes = picture.reshape(1, count * channels, height, width)
    for kernel, axis in ((across, 3), (down, 2)):
        radius = kernel.shape[1] // 2
        shape = (-1, 1, 1, kernel.shape[1]) if axis == 3 else (-1, 1, kernel.shape[1], 1)
        weight = kernel.repeat_interleave(channels, dim=0).view(shape).to(picture.device)
        pad = (radius, radius, 0, 0) if axis == 3 else (0, 0, radius, radius)
        planes = F.conv2d(F.pad(planes, pad, mode="reflect"), weight, groups=count * channels)
    return planes.view(count, channels, height, width)


def _uniform(count: int, low: float, high: float, generator: torch.Generator) -> Tensor:
    return low + (high - low) * torch.rand(count, 1, 1, 1, generator=generator)


def _noise(shape: tuple[int, ...], device: torch.device, generator: torch.Generator) -> Tensor:
    """Normal noise, drawn where it is needed: a field of noise is too large to be sent to a GPU."""
    if device.type == "cpu":
        return torch.randn(shape, generator=generator)
    there = torch.Generator(device).manual_seed(int(torch.randint(2**62, (), generator=generator)))
    return torch.randn(shape, generator=there, device=device)


def _field(picture: Tensor, cells: int, generator: torch.Generator) -> Tensor:
    """Smooth noise (B, 1, H, W) of standard deviation near 1 with so many cells across."""
    coarse = torch.randn(len(picture), 1, cells, cells, generator=generator).to(picture.device)
    return F.interpolate(coarse, size=picture.shape[-2:], mode="bicubic", align_corners=False)


def _brown(device: torch.device) -> Tensor:
    return torch.tensor([0.12, 0.0, -0.15]).view(1, 3, 1, 1).to(device)


def _is_grey(picture: Tensor) -> Tensor:
    sample = picture[..., ::4, ::4]
    return (sample.amax(dim=1) - sample.amin(dim=1)).amax(dim=(1, 2)).view(-1, 1, 1, 1) < 4 / 255


def _is_of_one_dye(picture: Tensor) -> Tensor:
    """Whether all channels are nearly one line, as in grey, sepia and toned photos."""
    sample = picture[..., ::4, ::4]
    spread = sample.std(dim=(2, 3), keepdim=True).clamp(min=1e-3)
    line = (sample - sample.mean(dim=(2, 3), keepdim=True)) / spread
    return (line - line.mean(dim=1, keepdim=True)).abs().mean(dim=(1, 2, 3)).view(-1, 1, 1, 1) < 0.05
