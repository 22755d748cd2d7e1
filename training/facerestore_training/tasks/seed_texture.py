"""The seed paper's stage 2 in training: hybrid perceptual losses, growing pictures, WGAN-GP; R1 as the ablation."""

# B batch, C channels, H W pixels, K classes

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore_models import TextureInputs
from facerestore_training.losses import equations
from facerestore_training.losses.critics import (
    PatchCritic,
    gradient_penalty,
    patch_holes,
    r1_penalty,
    softplus_critic_loss,
    softplus_generator_loss,
    wgan_critic_loss,
    wgan_generator_loss,
)
from facerestore_training.losses.perceptual import LpipsDistance, ParserDistance
from facerestore_training.runs.config import RunConfig
from facerestore_training.runs.loop import Batch, Losses
from facerestore_training.tasks.texture import TextureTask

SCALES: Final = 3
FADE_SHARE: Final = 1 / 5


@dataclass(frozen=True, kw_only=True, slots=True)
class SeedWeights:
    """Weights of the hybrid loss, for pictures 0...1; the paper's own are not known."""

    hole: float = 6.0
    visible: float = 1.0
    perceptual: float = 1.0
    dissimilarity: float = 0.5
    log_error: float = 0.02
    consistency: float = 0.2


class GrowthClock(nn.Module):
    """Counts the images of the present scale and the steps, in a run's state, so that a resumed run grows on."""

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("counts", torch.zeros(3, dtype=torch.int64))

    def tick(self, size_px: int, images: int) -> tuple[int, int]:
        """(images seen of this size with these, steps before this one)."""
        assert isinstance(self.counts, Tensor)
        size, seen, steps = self.counts.tolist()
        seen = images + (seen if size == size_px else 0)
        self.counts.copy_(torch.tensor([size_px, seen, steps + 1]))
        return seen, steps


@dataclass(eq=False)
class SeedDiscriminator:
    """A patch critic of composites at the present scale.

    ``wgan-gp``: Wasserstein losses with a gradient penalty of weight ``penalty_weight`` in every step, as the paper
    has it. ``r1``: non-saturating losses with a lazy R1 of weight ``r1_gamma``, the ablation. The critic has all its
    layers at every scale.
    """

    network: PatchCritic = field(default_factory=PatchCritic)
    kind: Literal["wgan-gp", "r1"] = "wgan-gp"
    adversarial: float = 1e-3
    penalty_weight: float = 10.0
    r1_gamma: float = 2.0
    r1_every: int = 16

    def against(self, batch: Batch, answer: Tensor) -> Losses:
        """What the painter loses; nothing in the steps in which only the critic learns."""
        if not batch["painter_learns"]:
            return Losses(answer.new_zeros(()), {})
        logits = self._score(batch, _composite(batch, answer))
        if self.kind == "wgan-gp":
            fooled = wgan_generator_loss(logits)
        else:
            fooled = softplus_generator_loss(logits, patch_holes(batch["hole"], logits))
        return Losses(self.adversarial * fooled, {"fooled": fooled})

    def loss(self, batch: Batch, answer: Tensor, step: int) -> Losses:
        """What the critic loses."""
        fake, real = _composite(batch, answer), batch["target"]
        fake_logits, real_logits = self._score(batch, fake), self._score(batch, real)
        parts = {"critic_real": real_logits.float().mean(), "critic_fake": fake_logits.float().mean()}
        if self.kind == "wgan-gp":
            told = wgan_critic_loss(real_logits, fake_logits)
            generator = torch.Generator().manual_seed(int(batch["augment_seed"]))
            penalty = gradient_penalty(lambda pictures: self._score(batch, pictures), real, fake, generator)
            return Losses(told + self.penalty_weight * penalty, parts | {"critic": told, "penalty": penalty})
        told = softplus_critic_loss(real_logits, fake_logits, patch_holes(batch["hole"], fake_logits))
        if step % self.r1_every:
            return Losses(told, parts | {"critic": told})
        penalty = r1_penalty(lambda pictures: self._score(batch, pictures), real)
        total = told + self.r1_gamma * self.r1_every * penalty
        return Losses(total, parts | {"critic": told, "penalty": penalty})

    def _score(self, batch: Batch, pictures_B3HW: Tensor) -> Tensor:
        logits: Tensor = self.network(pictures_B3HW, batch["hole"], batch["layout"])[0]
        return logits


@dataclass(eq=False)
class SeedTextureTask:
    """The hybrid loss on pictures that grow from a quarter of the side over a half to the whole.

    A batch's size is the painting's; what the painter sees is always ``full_px`` wide. ``fade_images`` maps a size to
    the images over which its detail is faded in, in the painting and in the truth. The painter learns in every
    ``critic_steps``-th step (n_critic of WGAN-GP). Batches and validation are ``base``'s, the product's, so that both
    are compared on the same. LPIPS is the perceptual term where a backbone is given, the frozen stage 1 else. One
    process and no compiling: before the last scale parts of the network are at rest.
    """

    base: TextureTask
    parser: ParserDistance
    discriminator: SeedDiscriminator
    fade_images: Mapping[int, int]
    lpips: LpipsDistance | None = None
    weights: SeedWeights = field(default_factory=SeedWeights)
    critic_steps: int = 5
    full_px: int = 256
    clock: GrowthClock = field(default_factory=GrowthClock)

    @property
    def auxiliary_modules(self) -> dict[str, nn.Module]:
        return {"clock": self.clock}

    def batch(self, size_px: int, count: int, rng: np.random.Generator) -> Batch:
        full = self.base.batch(self.full_px, count, rng)
        seen, steps = self.clock.tick(size_px, count)
        level = SCALES - 1 - round(np.log2(self.full_px / size_px))
        share = min(1.0, seen / max(1, self.fade_images.get(size_px, 0)))
        pool = self.full_px // size_px
        return {
            "crop": full["crop"],
            "full_hole": full["hole"],
            "full_layout": full["layout"],
            "latent": full["latent"],
            "noise": full["noise"],
            "target": _faded(F.avg_pool2d(full["target"], pool), share if level else 1.0),
            # a coarse pixel of which any part is hidden is painted
            "hole": F.max_pool2d(full["hole"], pool),
            "layout": F.avg_pool2d(full["layout"], pool),
            "growth": torch.tensor(level - 1 + share if level else 0.0),
            "painter_learns": torch.tensor(steps % self.critic_steps == 0),
            "augment_seed": full["augment_seed"],
        }

    def loss(self, network: nn.Module, batch: Batch) -> Losses:
        learns = bool(batch["painter_learns"])
        with torch.set_grad_enabled(learns):
            inputs = TextureInputs(
                crop=batch["crop"],
                hole=batch["full_hole"],
                layout=batch["full_layout"],
                latent=batch["latent"],
                noise=batch["noise"],
            )
            painted = network(inputs, growth=float(batch["growth"]))
        if not learns:
            return Losses(torch.zeros((), device=painted.device, requires_grad=True), {}, painted)
        hole, target, composite = batch["hole"], batch["target"], _composite(batch, painted)
        error = painted - target
        parts = {
            "hole": equations.mean_in(error.abs(), hole),
            "visible": equations.mean_in(error.abs(), 1 - hole),
            "dissimilarity": equations.one_minus_ssim(composite, target),
            "log_error": equations.clipped_log_mse(composite, target),
        }
        seen, wanted = (_enlarged(picture, self.full_px) for picture in (composite, target))
        asked, full_hole = batch["full_layout"], batch["full_hole"]
        parts["perceptual"], parts["consistency"] = self.parser.with_consistency(seen, wanted, asked, full_hole)
        if self.lpips is not None:
            parts["perceptual"] = self.lpips(seen, wanted)
        total = torch.stack([getattr(self.weights, name) * part for name, part in parts.items()]).sum()
        return Losses(total, parts, painted)

    def validate(self, network: nn.Module) -> dict[str, float]:
        return self.base.validate(network)

    def contact_sheet(self, network: nn.Module, path: Path) -> None:
        self.base.contact_sheet(network, path)


def fade_images(config: RunConfig) -> dict[int, int]:
    """For each phase's size, a fifth of the images that a recipe gives the phase."""
    return {phase.sizes_px[0]: round(FADE_SHARE * phase.share * config.images) for phase in config.phases}


def _composite(batch: Batch, painted_B3HW: Tensor) -> Tensor:
    hole = batch["hole"]
    return (hole * painted_B3HW.float() + (1 - hole) * batch["target"]).clamp(0, 1)


def _faded(picture_B3HW: Tensor, share: float) -> Tensor:
    """The picture with ``share`` of the detail that its half as large copy lacks (Karras et al., ICLR 2018)."""
    if share >= 1:
        return picture_B3HW
    return torch.lerp(_enlarged(F.avg_pool2d(picture_B3HW, 2), picture_B3HW.shape[-1]), picture_B3HW, share)


def _enlarged(picture_B3HW: Tensor, side_px: int) -> Tensor:
    if picture_B3HW.shape[-1] == side_px:
        return picture_B3HW
    return F.interpolate(picture_B3HW, size=(side_px, side_px), mode="bilinear", align_corners=False)
