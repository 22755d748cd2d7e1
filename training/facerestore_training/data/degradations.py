"""What time and printing do to a photograph, on batches of tensors: tone, fading, softness, grain."""

# B batch, H W pixels; pictures 0...1

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

_LUMA = (0.299, 0.587, 0.114)


@dataclass(frozen=True, kw_only=True, slots=True)
class AgingConfig:
    """Shares of a batch that get each change; ``strength`` 0...1 scales them all."""

    grey: float = 0.3
    sepia: float = 0.15
    faded: float = 0.4
    soft: float = 0.25
    grain: float = 0.3
    strength: float = 1.0


def aged_tone(picture_B3HW: Tensor, config: AgingConfig, generator: torch.Generator) -> Tensor:
    """The picture with the tone and softness of an old print: what a restoration keeps."""
    picture = _toned(picture_B3HW, config, generator)
    picture = _faded(picture, config, generator)
    return _softened(picture, config, generator).clamp(0, 1)


def grained(picture_B3HW: Tensor, config: AgingConfig, generator: torch.Generator) -> Tensor:
    """The picture with film grain, strongest in the mid-tones: what a network is not asked to paint."""
    batch, _, height, width = picture_B3HW.shape
    grain = torch.randn(batch, 3, height, width, generator=generator)
    mono = _chance(batch, 0.6, generator)
    grain = torch.where(mono, grain[:, :1].expand_as(grain), grain)
    sigma = (2 + 12 * config.strength * torch.rand(batch, 1, 1, 1, generator=generator)) / 255
    mid_tones = 0.5 + 2 * picture_B3HW * (1 - picture_B3HW)
    noisy = (picture_B3HW + sigma * mid_tones * grain).clamp(0, 1)
    return torch.where(_chance(batch, config.grain, generator), noisy, picture_B3HW)


def _toned(picture: Tensor, config: AgingConfig, generator: torch.Generator) -> Tensor:
    batch = picture.shape[0]
    luma = sum(w * picture[:, i : i + 1] for i, w in enumerate(_LUMA))
    assert isinstance(luma, Tensor)
    warmth = config.strength * (0.1 + 0.5 * torch.rand(batch, 1, 1, 1, generator=generator))
    tint = torch.cat([1 + 0.25 * warmth, 1 + 0.02 * warmth, 1 - 0.45 * warmth], dim=1)
    pick = torch.rand(batch, 1, 1, 1, generator=generator)
    picture = torch.where(pick < config.grey + config.sepia, luma * tint, picture)
    return torch.where(pick < config.grey, luma.expand_as(picture), picture)


def _faded(picture: Tensor, config: AgingConfig, generator: torch.Generator) -> Tensor:
    batch = picture.shape[0]
    shape = (batch, 1, 1, 1)
    black = 0.25 * config.strength * torch.rand(shape, generator=generator)
    white = 1 - 0.25 * config.strength * torch.rand(shape, generator=generator)
    gamma = torch.exp(config.strength * 0.4 * (2 * torch.rand(shape, generator=generator) - 1))
    light = 1 + 0.15 * config.strength * torch.randn(batch, 1, 3, 3, generator=generator)
    light = F.interpolate(light, size=picture.shape[-2:], mode="bicubic", align_corners=False)
    faded = (black + (white - black) * picture.clamp(1e-4, 1) ** gamma) * light
    return torch.where(_chance(batch, config.faded, generator), faded, picture)


def _softened(picture: Tensor, config: AgingConfig, generator: torch.Generator) -> Tensor:
    size = picture.shape[-2:]
    share = 1 - 0.6 * config.strength * float(torch.rand((), generator=generator))
    small = F.interpolate(picture, scale_factor=share, mode="bilinear", antialias=True)
    soft = F.interpolate(small, size=size, mode="bicubic", align_corners=False)
    return torch.where(_chance(picture.shape[0], config.soft, generator), soft, picture)


def _chance(batch: int, probability: float, generator: torch.Generator) -> Tensor:
    return torch.rand(batch, 1, 1, 1, generator=generator) < probability
