"""ISFRNet's stage 1 in training: a generator that learns faces, and an encoder that finds a damaged one among them."""

# B batch, H W pixels, L layers with a style, Z latent length

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore_models import TextureInputs
from facerestore_models.isfrnet import IsfrNet, Stage
from facerestore_models.style_generator import StyleGenerator
from facerestore_resources.face_classes import CLASS_COUNT
from facerestore_training import metrics, sheets
from facerestore_training.batched_inference import paint
from facerestore_training.data.batches import FaceBatches
from facerestore_training.data.shards import FaceSet
from facerestore_training.losses.critics import FeatureCritic, LeCam
from facerestore_training.losses.diff_augment import diff_augment
from facerestore_training.losses.perceptual import SqueezeNetDistance, SqueezeNetFeatures
from facerestore_training.runs.loop import Batch, Losses

_MIXED: Final = 0.5
_SHOWN: Final = 9
_TRUNCATION: Final = 0.7


class OneStage(nn.Module):
    """An ISFRNet that answers with one of its stages."""

    def __init__(self, network: nn.Module, until: Stage) -> None:
        super().__init__()
        self.network, self.until = network, until

    def forward(self, inputs: TextureInputs) -> Tensor:
        answer: Tensor = self.network(inputs, self.until)
        return answer


class PriorCritic(nn.Module):
    """Heads on a frozen network's features, and what keeps them from being too sure."""

    def __init__(self) -> None:
        super().__init__()
        self.heads = FeatureCritic(SqueezeNetFeatures.CHS)
        self.restraint = LeCam()


@dataclass(eq=False)
class PriorDiscriminator:
    """A critic of whole faces, found and invented, through a frozen network's eyes (Projected GANs), whose pictures are
    moved and mirrored (DiffAugment).

    An answer holds faces that the encoder found and then invented ones; ``found`` and ``invented`` weigh how much each
    fools. The found ones have their own truth besides, and need it less. ``restraint``: LeCam's weight.
    """

    features: SqueezeNetFeatures
    network: PriorCritic = field(default_factory=PriorCritic)
    found: float = 0.01
    invented: float = 0.05
    restraint: float = 0.1

    def against(self, batch: Batch, answer: Tensor) -> Losses:
        logits_by_depth = self._logits(self.features(self._augmented(answer, batch, seed=1)))
        count = len(batch["target"])
        found = _fooled([logits[:count] for logits in logits_by_depth])
        invented = _fooled([logits[count:] for logits in logits_by_depth])
        return Losses(
            self.found * found + self.invented * invented, {"fooled_found": found, "fooled_invented": invented}
        )

    def loss(self, batch: Batch, answer: Tensor, step: int) -> Losses:
        with torch.no_grad():
            fake = self.features(self._augmented(answer, batch, seed=2))
            real = self.features(self._augmented(batch["target"], batch, seed=3))
        fakes, reals = self._logits(fake), self._logits(real)
        told = torch.stack(
            [F.softplus(one).mean() + F.softplus(-other).mean() for one, other in zip(fakes, reals, strict=True)]
        ).mean()
        restraint = self.network.restraint(_flat(reals), _flat(fakes))
        right = torch.stack([(one < 0).float().mean() for one in fakes]).mean()
        total = told + self.restraint * restraint
        return Losses(total, {"critic": told, "told": right, "restraint": restraint})

    def _logits(self, features: Sequence[Tensor]) -> tuple[Tensor, ...]:
        # a whole face has no hole
        none = features[0].new_zeros(len(features[0]), 1, 1, 1)
        logits: tuple[Tensor, ...] = self.network.heads(features, none)
        return logits

    def _augmented(self, picture_B3HW: Tensor, batch: Batch, seed: int) -> Tensor:
        generator = torch.Generator().manual_seed(int(batch["augment_seed"]) + seed)
        none = picture_B3HW.new_zeros(len(picture_B3HW), CLASS_COUNT, 1, 1)
        (moved,), _, _ = diff_augment([picture_B3HW.float().clamp(0, 1)], none[:, :1], none, generator, cutout=0.0)
        return moved


@dataclass(frozen=True, kw_only=True, slots=True)
class PriorWeights:
    """Weights of the losses of found faces, for pictures 0...1. ``style``: of the squared length of what the encoder
    adds to the mean style (pSp's regularisation)."""

    absolute: float = 2.0
    squared: float = 8.0
    features: float = 0.06
    style: float = 0.002


@dataclass(eq=False)
class FacePriorTask:
    """Found faces by L1, squared error and SqueezeNet's distance over the whole face, hole or not; invented ones by
    the discriminator alone, two latents mixed in half of them (StyleGAN's mixing regularisation).

    Both at once, unlike pSp, whose generator is finished before its encoder begins: what the encoder finds teaches the
    generator faces in a tenth of the images that its critic would need, and the critic teaches it to be sharp. For one
    process.
    """

    batches: FaceBatches
    validation: FaceSet
    validation_holes: dict[str, NDArray[np.uint8]]
    features: SqueezeNetDistance
    discriminator: PriorDiscriminator
    width: int
    weights: PriorWeights = field(default_factory=PriorWeights)
    invented_share: float = 0.25

    @property
    def auxiliary_modules(self) -> dict[str, nn.Module]:
        return {}

    def batch(self, size_px: int, count: int, rng: np.random.Generator) -> Batch:
        batch = self.batches(size_px, count, rng)
        generator = torch.Generator().manual_seed(int(rng.integers(2**62)))
        invented = max(1, round(self.invented_share * count))
        return batch | {
            "noise": torch.randn(count, 3, size_px // 2, size_px // 2, generator=generator),
            "latents": torch.randn(2, invented, self.width, generator=generator),
            "crossover": torch.tensor(rng.random() if rng.random() < _MIXED else 1.0),
            "augment_seed": torch.tensor(int(rng.integers(2**62))),
        }

    def loss(self, network: nn.Module, batch: Batch) -> Losses:
        assert isinstance(network, IsfrNet)
        target, hole = batch["target"], batch["hole"]
        smooth = network.smoothed(batch["crop"], hole)
        styles = network.prior.encoder(smooth, hole)
        both = torch.cat([styles, _invented_styles(network.prior.generator, batch).to(styles.dtype)])
        noise = torch.cat([batch["noise"], batch["noise"][: batch["latents"].shape[1]]])
        faces = network.prior.generator(both, noise, target.shape[-1])
        found = faces[: len(target)]
        error = found - target
        parts = {
            "absolute": error.abs().mean(),
            "squared": error.square().mean(),
            "features": self.features(found.clamp(0, 1), target),
            "style": (styles - network.prior.encoder.mean_styles()).square().mean(),
        }
        total = torch.stack([getattr(self.weights, name) * part for name, part in parts.items()]).sum()
        return Losses(total, parts, faces)

    def validate(self, network: nn.Module) -> dict[str, float]:
        figures = {}
        for bucket, holes in self.validation_holes.items():
            faces = paint(OneStage(network, "prior"), None, self.validation, holes, layouts="none", composited=False)
            pixels = np.asarray(self.validation.pixels[: len(holes)])
            scores = [metrics.psnr(face, truth) for face, truth in zip(faces, pixels, strict=True)]
            figures[f"psnr_prior_{bucket}"] = float(np.mean(scores))
        return figures

    def contact_sheet(self, network: nn.Module, path: Path) -> None:
        assert isinstance(network, IsfrNet)
        rows: list[list[NDArray[np.uint8]]] = []
        for holes in self.validation_holes.values():
            pixels = np.asarray(self.validation.pixels[:_SHOWN])
            faces = paint(
                OneStage(network, "prior"), None, self.validation, holes[:_SHOWN], layouts="none", composited=False
            )
            rows.append([sheets.with_hole(one, hole) for one, hole in zip(pixels, holes, strict=False)])
            rows += [list(faces), list(pixels)]
        side = rows[0][0].shape[0]
        made = invented_faces(network.prior.generator, 2 * _SHOWN, side_px=side)
        sheets.save_sheet([*rows, list(made[:_SHOWN]), list(made[_SHOWN:])], path)


@torch.no_grad()
def invented_faces(
    generator: StyleGenerator, count: int, *, side_px: int, truncation: float = _TRUNCATION, seed: int = 0
) -> NDArray[np.uint8]:
    """(N, side, side, 3): faces of nobody, one for each latent of a seed. ``truncation``: how far from the mean style,
    1 for all that the generator can (Karras et al., CVPR 2019)."""
    drawn = torch.Generator().manual_seed(seed)
    device = generator.start.device
    latents = torch.randn(count, generator.width, generator=drawn)
    noise = torch.randn(count, 3, generator.size_px, generator.size_px, generator=drawn)
    mean = generator.mean_style()
    made = []
    for start in range(0, count, 8):
        styles = torch.lerp(mean, generator.styles(latents[start : start + 8].to(device)), truncation)
        faces = generator(styles, noise[start : start + 8].to(device))
        sized = F.interpolate(faces, size=(side_px, side_px), mode="bilinear", align_corners=False)
        made.append((sized.clamp(0, 1) * 255).round().byte().permute(0, 2, 3, 1).cpu().numpy())
    return np.concatenate(made)


def _invented_styles(generator: StyleGenerator, batch: Batch) -> Tensor:
    """(B, L, D): layers from the share ``crossover`` on have another latent's style."""
    first, second = (generator.styles(latents) for latents in batch["latents"])
    count = generator.style_count
    is_second = torch.arange(count, device=first.device) >= float(batch["crossover"]) * count
    return torch.where(is_second.view(1, -1, 1), second, first)


def _fooled(logits_by_depth: Sequence[Tensor]) -> Tensor:
    return torch.stack([F.softplus(-logits.float()).mean() for logits in logits_by_depth]).mean()


def _flat(logits_by_depth: Sequence[Tensor]) -> Tensor:
    return torch.cat([logits.flatten() for logits in logits_by_depth])
