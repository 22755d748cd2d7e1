"""Stage 2's opponent: critics that tell painted from real, for what reconstruction alone averages.

One looks at patches of the whole crop, for texture. The other looks at both eyes and at the mouth from close up, for
what must be there: an eye without an iris is a small error in pixels. (Critics for facial components: GFPGAN, Wang et
al., CVPR 2021. Here the eyes are seen together, because a pair that does not match is wrong as well.)
"""

# B batch, P windows, H W pixels, K classes

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import torch
from torch import Tensor, nn

from facerestore_training.losses.critics import (
    PatchCritic,
    Score,
    feature_matching,
    patch_holes,
    r1_penalty,
    softplus_critic_loss,
    softplus_generator_loss,
)
from facerestore_training.losses.diff_augment import CUTOUT, diff_augment
from facerestore_training.runs.loop import Batch, Losses

WINDOWS: Final = ((5, 4), (9, 4))
"""Top and left of the close-ups in sixteenths of the crop: eyes with brows, mouth with chin."""
WINDOW_SIZE: Final = (4, 8)
"""Height and width of a close-up in sixteenths of the crop."""


class TextureCritics(nn.Module):
    """``whole`` for the crop, unless its base is 0; ``parts`` for the close-ups."""

    def __init__(self, base: int = 48, parts_base: int = 32) -> None:
        super().__init__()
        self.whole = PatchCritic(base) if base else None
        self.parts = PatchCritic(parts_base, stages=4)


class _View(NamedTuple):
    """What one critic sees: the composite, the truth, and what belongs to them."""

    critic: PatchCritic
    fake: Tensor
    real: Tensor
    hole: Tensor
    layout: Tensor


@dataclass(eq=False)
class TextureOpponent:
    """Non-saturating patch GAN with lazy R1 and DiffAugment, and feature matching for the painter.

    Reads ``target``, ``hole``, ``layout`` and ``augment_seed`` of a batch. ``adversarial`` and ``matching`` are weights
    beside stage 2's own losses, ``parts`` multiplies both for the close-ups: for critics that have learnt a little, the
    gradients by the picture are then half, a quarter, and (close-ups) four times that of the losses by pixels.
    ``r1_gamma`` and ``r1_every`` after Mescheder et al., 2018, and Karras et al., 2020.
    """

    network: TextureCritics = field(default_factory=TextureCritics)
    adversarial: float = 2.0
    matching: float = 10.0
    parts: float = 5.0
    r1_gamma: float = 2.0
    r1_every: int = 16

    def against(self, batch: Batch, answer: Tensor) -> Losses:
        """What the painter loses: painted patches that are seen through, and features unlike the true face's."""
        parts: dict[str, Tensor] = {}
        total = answer.new_zeros(())
        for suffix, weight, view in self._views(batch, answer):
            logits, features = view.critic(view.fake, view.hole, view.layout)
            with torch.no_grad():
                _, wanted = view.critic(view.real, view.hole, view.layout)
            fooled = softplus_generator_loss(logits, patch_holes(view.hole, logits))
            matched = feature_matching(features, wanted)
            total = total + weight * (self.adversarial * fooled + self.matching * matched)
            parts |= {f"fooled{suffix}": fooled, f"matched{suffix}": matched}
        return Losses(total, parts)

    def loss(self, batch: Batch, answer: Tensor, step: int) -> Losses:
        """What the critics lose; the gradient penalties every ``r1_every`` steps."""
        parts: dict[str, Tensor] = {}
        total = answer.new_zeros(())
        for suffix, _, view in self._views(batch, answer):
            twice = [torch.cat([value, value]) for value in (view.hole, view.layout)]
            both, _ = view.critic(torch.cat([view.real, view.fake]), *twice)
            real, fake = both.chunk(2)
            told = softplus_critic_loss(real, fake, patch_holes(view.hole, fake))
            total = total + told
            parts |= {
                f"critic{suffix}": told,
                f"critic_real{suffix}": real.float().mean(),
                f"critic_fake{suffix}": fake.float().mean(),
            }
            if step % self.r1_every == 0:
                penalty = r1_penalty(_score(view), view.real)
                total = total + self.r1_gamma * self.r1_every * penalty
                parts[f"r1{suffix}"] = penalty
        return Losses(total, parts)

    def _views(self, batch: Batch, answer: Tensor) -> Iterator[tuple[str, float, _View]]:
        """(suffix of its figures' names, weight, view) of each critic."""
        hole, layout, target = batch["hole"], batch["layout"], batch["target"]
        composite = (hole * answer.float() + (1 - hole) * target).clamp(0, 1)
        generator = torch.Generator().manual_seed(int(batch["augment_seed"]))
        if self.network.whole is not None:
            yield "", 1.0, _seen(self.network.whole, [composite, target], hole, layout, generator, CUTOUT)
        close = [close_ups(value) for value in (composite, target, hole, layout)]
        # a cut would often take the very iris away
        yield "_parts", self.parts, _seen(self.network.parts, close[:2], close[2], close[3], generator, 0.0)


def close_ups(picture_BCHW: Tensor) -> Tensor:
    """(P B, C, H/4, W/2): each window of all pictures, then the next. Sides are multiples of 16."""
    unit = picture_BCHW.shape[-1] // 16
    height, width = WINDOW_SIZE
    cut = [
        picture_BCHW[..., unit * top : unit * (top + height), unit * left : unit * (left + width)]
        for top, left in WINDOWS
    ]
    return torch.cat(cut)


def _seen(
    critic: PatchCritic,
    pictures: Sequence[Tensor],
    hole: Tensor,
    layout: Tensor,
    generator: torch.Generator,
    cutout: float,
) -> _View:
    (fake, real), hole, layout = diff_augment(pictures, hole, layout, generator, cutout=cutout)
    return _View(critic, fake, real, hole, layout)


def _score(view: _View) -> Score:
    return lambda pictures: view.critic(pictures, view.hole, view.layout)[0]
