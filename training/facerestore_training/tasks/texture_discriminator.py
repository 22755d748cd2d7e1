"""Stage 2's discriminator: critics that tell painted from real, for what reconstruction alone averages.

One looks at the whole crop, for texture: at its pixels, or through a frozen network's eyes. The other looks at both
eyes and at the mouth from close up, for what must be there: an eye without an iris is a small error in pixels. (Critics
for facial components: GFPGAN, Wang et al., CVPR 2021. Here the eyes are seen together, because a pair that does not
match is wrong as well.)
"""

# B batch, P windows, H W pixels, K classes

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import torch
from torch import Tensor, nn

from facerestore_training.losses.critics import (
    FeatureCritic,
    PatchCritic,
    Score,
    feature_matching,
    patch_holes,
    r1_penalty,
    softplus_critic_loss,
    softplus_generator_loss,
)
from facerestore_training.losses.diff_augment import CUTOUT, diff_augment
from facerestore_training.losses.perceptual import SqueezeNetFeatures
from facerestore_training.runs.loop import Batch, Losses

WINDOWS: Final = ((5, 4), (9, 4))
"""Top and left of the close-ups in sixteenths of the crop: eyes with brows, mouth with chin."""
WINDOW_SIZE: Final = (4, 8)
"""Height and width of a close-up in sixteenths of the crop."""
DETAIL: Final = 8.0
"""How much larger critics of pixels see fine detail; that of a sharp face then varies as much as its tone."""


class TextureCritics(nn.Module):
    """``whole`` for the crop, unless its base is 0; ``parts`` for the close-ups; ``seen`` for the crop's features,
    where depths are given."""

    def __init__(self, base: int = 48, parts_base: int = 32, depths: Sequence[int] = ()) -> None:
        super().__init__()
        self.whole = PatchCritic(base, detail=DETAIL, sees_layout=False) if base else None
        self.parts = PatchCritic(parts_base, stages=4, detail=DETAIL, sees_layout=False)
        self.seen = FeatureCritic(depths) if depths else None


class _View(NamedTuple):
    """What one critic of pixels sees: the composite, the truth, and what belongs to them."""

    critic: PatchCritic
    fake: Tensor
    real: Tensor
    hole: Tensor
    layout: Tensor


@dataclass(eq=False)
class TextureDiscriminator:
    """Non-saturating patch GAN with lazy R1 and DiffAugment, and feature matching for the painter.

    Reads ``target``, ``hole``, ``layout`` and ``augment_seed`` of a batch. ``adversarial`` and ``matching`` are weights
    beside stage 2's own losses, ``parts`` multiplies both for the close-ups, ``seen`` is the weight of fooling the
    critic of ``features`` (its features are frozen: nothing to match, and no R1). ``r1_gamma`` is LaMa's (Suvorov et
    al., WACV 2022), ``r1_every`` after Karras et al., 2020.
    """

    network: TextureCritics = field(default_factory=TextureCritics)
    features: SqueezeNetFeatures | None = None
    adversarial: float = 0.02
    matching: float = 0.2
    parts: float = 5.0
    seen: float = 0.05
    r1_gamma: float = 0.001
    r1_every: int = 16

    def __post_init__(self) -> None:
        if (self.features is None) != (self.network.seen is None):
            raise ValueError("Features and a critic of them go together: one of them alone would do nothing.")

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
        if self.features is not None and self.network.seen is not None:
            (fake, _), hole = self._compared(batch, answer)
            logits_by_depth = self.network.seen(self.features(fake), hole)
            losses = [softplus_generator_loss(logits, patch_holes(hole, logits)) for logits in logits_by_depth]
            parts["fooled_seen"] = torch.stack(losses).mean()
            total = total + self.seen * parts["fooled_seen"]
        return Losses(total, parts)

    def loss(self, batch: Batch, answer: Tensor, step: int) -> Losses:
        """What the critics lose; the gradient penalties every ``r1_every`` steps."""
        parts: dict[str, Tensor] = {}
        total = answer.new_zeros(())
        for suffix, _, view in self._views(batch, answer):
            twice = [torch.cat([value, value]) for value in (view.hole, view.layout)]
            both, _ = view.critic(torch.cat([view.real, view.fake]), *twice)
            told, figures = _told(suffix, both, view.hole)
            total = total + told
            parts |= figures
            if step % self.r1_every == 0:
                penalty = r1_penalty(_score(view), view.real)
                total = total + self.r1_gamma * self.r1_every * penalty
                parts[f"r1{suffix}"] = penalty
        if self.features is not None and self.network.seen is not None:
            (fake, real), hole = self._compared(batch, answer)
            with torch.no_grad():
                features = self.features(torch.cat([real, fake]))
            found = [_told("_seen", both, hole) for both in self.network.seen(features, torch.cat([hole, hole]))]
            total = total + torch.stack([told for told, _ in found]).mean()
            parts |= {name: torch.stack([figures[name] for _, figures in found]).mean() for name in found[0][1]}
        return Losses(total, parts)

    def _views(self, batch: Batch, answer: Tensor) -> Iterator[tuple[str, float, _View]]:
        """(suffix of its figures' names, weight, view) of each critic of pixels."""
        hole, layout, target = batch["hole"], batch["layout"], batch["target"]
        composite = _composite(batch, answer)
        generator = torch.Generator().manual_seed(int(batch["augment_seed"]))
        if self.network.whole is not None:
            yield "", 1.0, _seen(self.network.whole, [composite, target], hole, layout, generator, CUTOUT)
        close = [close_ups(value) for value in (composite, target, hole, layout)]
        # a cut would often take the very iris away
        yield "_parts", self.parts, _seen(self.network.parts, close[:2], close[2], close[3], generator, 0.0)

    def _compared(self, batch: Batch, answer: Tensor) -> tuple[tuple[Tensor, Tensor], Tensor]:
        """((composite, truth), hole) for the frozen features: moved and mirrored, not cut."""
        generator = torch.Generator().manual_seed(int(batch["augment_seed"]) + 1)
        pictures = [_composite(batch, answer), batch["target"]]
        (fake, real), hole, _ = diff_augment(pictures, batch["hole"], batch["layout"], generator, cutout=0.0)
        return (fake, real), hole


def close_ups(picture_BCHW: Tensor) -> Tensor:
    """(P B, C, H/4, W/2): each window of all pictures, then the next. Sides are multiples of 16."""
    unit = picture_BCHW.shape[-1] // 16
    height, width = WINDOW_SIZE
    cut = [
        picture_BCHW[..., unit * top : unit * (top + height), unit * left : unit * (left + width)]
        for top, left in WINDOWS
    ]
    return torch.cat(cut)


def _composite(batch: Batch, answer: Tensor) -> Tensor:
    hole = batch["hole"]
    return (hole * answer.float() + (1 - hole) * batch["target"]).clamp(0, 1)


def _told(suffix: str, both: Tensor, hole_B1HW: Tensor) -> tuple[Tensor, dict[str, Tensor]]:
    """(the critic's loss, its figures by name) from the logits of real pictures and then painted ones.

    ``told`` is the share of painted patches whose true counterpart scored higher: 0.5 by chance.
    """
    real, fake = both.float().chunk(2)
    painted = patch_holes(hole_B1HW, fake)
    loss = softplus_critic_loss(real, fake, painted)
    higher = ((real > fake) * painted).sum() / painted.sum().clamp(min=1)
    return loss, {f"critic{suffix}": loss, f"told{suffix}": higher}


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
