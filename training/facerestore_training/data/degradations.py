"""What time, printing and scanning do to a photograph, in their physical order, on batches of tensors."""

# B batch, H W pixels; pictures (B, 3, H, W) 0...1

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import torch
from torch import Tensor
from torch.nn import functional as F

from facerestore_training.data import aging_steps as steps


class TonePolicy(IntEnum):
    """What a restoration is asked for; the value is the condition that a network reads.

    KEEP: the photograph's own tone, fading and softness, without its grain. RESTORE: the photograph as it was new.
    """

    KEEP = 0
    RESTORE = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class AgingConfig:
    """Shares of a batch that get each change, in their physical order; ``strength`` 0...1 scales them all.

    ``grey``, ``sepia`` and ``dull`` exclude each other. ``rim``: holes that miss the soft edge of their damage.
    """

    soft: float = 0.25
    grey: float = 0.3
    sepia: float = 0.15
    dull: float = 0.0
    faded: float = 0.4
    uneven: float = 0.3
    vignette: float = 0.0
    stained: float = 0.0
    foxed: float = 0.0
    grain: float = 0.3
    paper: float = 0.0
    halftone: float = 0.0
    sharpened: float = 0.0
    jpeg: float = 0.0
    rim: float = 0.0
    strength: float = 1.0


OLD_PHOTOGRAPHS: Final = AgingConfig(
    soft=0.5,
    grey=0.45,
    sepia=0.25,
    dull=0.2,
    faded=0.6,
    uneven=0.5,
    vignette=0.15,
    stained=0.2,
    foxed=0.1,
    grain=0.6,
    paper=0.1,
    halftone=0.05,
    sharpened=0.2,
    jpeg=0.3,
    rim=0.1,
)
"""Every step, as often as in an archive: for networks that have to read such photographs."""


def aged_tone(picture_B3HW: Tensor, config: AgingConfig, generator: torch.Generator) -> Tensor:
    """The picture as an old print without its grain: softness, tone, fading, uneven light, oval, stains. What
    TonePolicy.KEEP asks for. ``generator`` is on the CPU."""
    strength = config.strength
    picture = picture_B3HW.clone(memory_format=torch.contiguous_format)
    _on_share(picture, config.soft, generator, lambda p: steps.softened(p, strength, generator))
    tone = torch.rand(len(picture), generator=generator)
    edges = (0.0, config.grey, config.grey + config.sepia, config.grey + config.sepia + config.dull)
    _on(picture, tone < edges[1], steps.greyed)
    _on(picture, (tone >= edges[1]) & (tone < edges[2]), lambda p: steps.sepia_toned(p, strength, generator))
    _on(picture, (tone >= edges[2]) & (tone < edges[3]), lambda p: steps.dulled(p, strength, generator))
    _on_share(picture, config.faded, generator, lambda p: steps.faded(p, strength, generator))
    _on_share(picture, config.uneven, generator, lambda p: steps.unevenly_lit(p, strength, generator))
    _on_share(picture, config.vignette, generator, lambda p: steps.vignetted(p, strength, generator))
    _on_share(picture, config.stained, generator, lambda p: steps.stained(p, strength, generator))
    return picture.clamp_(0, 1)


def grained(picture_B3HW: Tensor, config: AgingConfig, generator: torch.Generator) -> Tensor:
    """The print as its scan: spots, grain, paper, screen, sharpening, JPEG. What a network sees and is not
    asked to paint."""
    strength = config.strength
    picture = picture_B3HW.clone(memory_format=torch.contiguous_format)
    _on_share(picture, config.foxed, generator, lambda p: steps.foxed(p, strength, generator))
    _on_share(picture, config.grain, generator, lambda p: steps.grainy(p, strength, generator))
    _on_share(picture, config.paper, generator, lambda p: steps.on_paper(p, strength, generator))
    _on_share(picture, config.halftone, generator, lambda p: steps.halftoned(p, generator))
    _on_share(picture, config.sharpened, generator, lambda p: steps.sharpened(p, generator))
    picture.clamp_(0, 1)
    _on_share(picture, config.jpeg, generator, lambda p: steps.jpeg_compressed(p, generator))
    return picture


def rimmed(picture_B3HW: Tensor, hole_B1HW: Tensor, config: AgingConfig, generator: torch.Generator) -> Tensor:
    """The picture with the soft edge of white, black or brown damage around its holes: masks are rarely wide enough.

    Damage is seen nowhere else: what a mask leaves out is kept as it is.
    """
    which = torch.rand(len(picture_B3HW), generator=generator) < config.rim
    if not which.any():
        return picture_B3HW
    colours = torch.tensor([[0.95, 0.95, 0.92], [0.05, 0.05, 0.05], [0.45, 0.36, 0.25]])
    chosen = torch.randint(len(colours), (int(which.sum()),), generator=generator)
    opacity = 0.8 * torch.rand(len(chosen), 1, 1, 1, generator=generator)
    picture = picture_B3HW.clone()

    def fringed(part: Tensor) -> Tensor:
        hole = hole_B1HW.index_select(0, which.nonzero()[:, 0].to(hole_B1HW.device))
        near = F.avg_pool2d(F.max_pool2d(hole, 3, 1, 1), 3, 1, 1)
        colour = colours[chosen].view(-1, 3, 1, 1).to(part.device)
        return torch.lerp(part, colour.expand_as(part), opacity.to(part.device) * near)

    _on(picture, which, fringed)
    return picture


def _on_share(picture: Tensor, share: float, generator: torch.Generator, step: Callable[[Tensor], Tensor]) -> None:
    _on(picture, torch.rand(len(picture), generator=generator) < share, step)


def _on(picture: Tensor, which_B: Tensor, step: Callable[[Tensor], Tensor]) -> None:
    """Change the chosen samples in place: the others cost nothing."""
    indices = which_B.nonzero()[:, 0].to(picture.device)
    if len(indices):
        picture.index_copy_(0, indices, step(picture.index_select(0, indices)))
