"""Stage 2's opponent: a patch critic that tells painted from real, for texture that reconstruction alone averages."""

from dataclasses import dataclass, field

import torch
from torch import Tensor

from facerestore_training.losses.critics import (
    PatchCritic,
    feature_matching,
    patch_holes,
    r1_penalty,
    softplus_critic_loss,
    softplus_generator_loss,
)
from facerestore_training.losses.diff_augment import diff_augment
from facerestore_training.runs.loop import Batch, Losses


@dataclass(eq=False)
class TextureOpponent:
    """Non-saturating patch GAN with lazy R1 and DiffAugment, and feature matching for the painter.

    Reads ``target``, ``hole``, ``layout`` and ``augment_seed`` of a batch. ``adversarial`` and ``matching`` are weights
    beside stage 2's own losses; ``r1_gamma`` and ``r1_every`` after Mescheder et al., 2018, and Karras et al., 2020.
    """

    network: PatchCritic = field(default_factory=PatchCritic)
    adversarial: float = 0.1
    matching: float = 1.0
    r1_gamma: float = 2.0
    r1_every: int = 16

    def against(self, batch: Batch, answer: Tensor) -> Losses:
        """What the painter loses: painted patches that are seen through, and features unlike the true face's."""
        (fake, real), hole, layout = _seen(batch, answer)
        logits, features = self.network(fake, hole, layout)
        with torch.no_grad():
            _, wanted = self.network(real, hole, layout)
        fooled = softplus_generator_loss(logits, patch_holes(hole, logits))
        matched = feature_matching(features, wanted)
        total = self.adversarial * fooled + self.matching * matched
        return Losses(total, {"fooled": fooled, "matched": matched})

    def loss(self, batch: Batch, answer: Tensor, step: int) -> Losses:
        """What the critic loses; the gradient penalty every ``r1_every`` steps."""
        (fake, real), hole, layout = _seen(batch, answer)
        both, _ = self.network(torch.cat([real, fake]), torch.cat([hole, hole]), torch.cat([layout, layout]))
        real_logits, fake_logits = both.chunk(2)
        told = softplus_critic_loss(real_logits, fake_logits, patch_holes(hole, fake_logits))
        parts = {"critic": told, "critic_real": real_logits.float().mean(), "critic_fake": fake_logits.float().mean()}
        if step % self.r1_every:
            return Losses(told, parts)
        penalty = r1_penalty(lambda pictures: self.network(pictures, hole, layout)[0], real)
        return Losses(told + self.r1_gamma * self.r1_every * penalty, parts | {"r1": penalty})


def _seen(batch: Batch, answer: Tensor) -> tuple[tuple[Tensor, ...], Tensor, Tensor]:
    """((composite, truth), hole, layout) as the critic sees them."""
    hole = batch["hole"]
    composite = (hole * answer.float() + (1 - hole) * batch["target"]).clamp(0, 1)
    generator = torch.Generator().manual_seed(int(batch["augment_seed"]))
    return diff_augment([composite, batch["target"]], hole, batch["layout"], generator)
