"""The training of the search for damage."""

# B batch, C channels, G groups of damage and none, H W pixels

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore_training import sheets
from facerestore_training.damage_figures import DamageTally
from facerestore_training.data.damage.canvas import UNSURE
from facerestore_training.data.damage.samples import DamagedBatch, DamagedPictures
from facerestore_training.runs.loop import Alone, Batch, Losses

_SHOWN: Final = 12
_LEAST_KEPT: Final = 8
_MOST_KEPT: Final = 48
_COLOURS: Final = np.array([(0, 0, 0), (255, 0, 0), (0, 255, 0), (0, 160, 255), (255, 0, 255)], np.uint8)


@dataclass(eq=False)
class DamageTask(Alone):
    """Cross-entropy over the groups of damage, and a Dice loss of damage against none (Milletari et al., 3DV 2016):
    the first makes probabilities that can be cut by caution, the second does not let rare damage be forgotten.

    Drawing damage takes longer than learning from it. So ``new_share`` of the batches are drawn, the others are recent
    ones again, turned and mirrored; 1 draws all.

    ``validation``: pictures and shapes that are never learnt from; ``checked`` windows of them, of 256 px, drawn once.
    """

    training: DamagedPictures
    validation: DamagedPictures
    checked: int = 128
    dice: float = 0.5
    new_share: float = 0.4
    _recent: list[DamagedBatch] = field(default_factory=list)

    def batch(self, size_px: int, count: int, rng: np.random.Generator) -> Batch:
        again = [one for one in self._recent if one.labels.shape == (count, size_px, size_px)]
        if len(again) >= _LEAST_KEPT and rng.random() >= self.new_share:
            return _tensors(again[int(rng.integers(len(again)))].turned(rng))
        drawn = self.training.batch(size_px, count, rng)
        if self.new_share < 1:
            if len(self._recent) >= _MOST_KEPT:
                self._recent.pop(int(rng.integers(len(self._recent))))
            self._recent.append(drawn)
        return _tensors(drawn)

    def loss(self, network: nn.Module, batch: Batch) -> Losses:
        labels = batch["labels"]
        logits = network(batch["picture"], batch["hole"])
        entropy = F.cross_entropy(logits, labels, ignore_index=UNSURE)
        asked = (labels != UNSURE).float()
        damaged = asked * (labels > 0)
        shown = (1 - logits.softmax(dim=1)[:, 0]) * asked
        dice = 1 - (2 * (shown * damaged).sum() + 1) / (shown.sum() + damaged.sum() + 1)
        return Losses(entropy + self.dice * dice, {"entropy": entropy, "dice": dice})

    @torch.no_grad()
    def validate(self, network: nn.Module) -> dict[str, float]:
        tallies = {limit: DamageTally() for limit in (0.5, 0.8)}
        for pictures, labels in self._held_out:
            shown = _damage(network, pictures).numpy()
            for limit, tally in tallies.items():
                for one, truth in zip(shown, labels, strict=True):
                    tally.add(one >= limit, truth)
        return {
            f"{name}_{limit}": getattr(tally, name)
            for limit, tally in tallies.items()
            for name in ("precision", "recall", "false_area")
        }

    @torch.no_grad()
    def contact_sheet(self, network: nn.Module, path: Path) -> None:
        pictures, labels = self._held_out[0]
        answers = network(pictures[:_SHOWN], torch.zeros_like(pictures[:_SHOWN, :1])).argmax(dim=1).numpy()
        shown = np.rint(255 * pictures[:_SHOWN].permute(0, 2, 3, 1).numpy()).astype(np.uint8)
        truth = np.where(labels[:_SHOWN] == UNSURE, 0, labels[:_SHOWN])
        sheets.save_sheet([list(shown), list(_COLOURS[truth]), list(_COLOURS[answers])], path)

    @cached_property
    def _held_out(self) -> list[tuple[Tensor, np.ndarray[tuple[int, ...], np.dtype[np.uint8]]]]:
        rng = np.random.default_rng(1)
        made = []
        for start in range(0, self.checked, 16):
            batch = self.validation.batch(256, min(16, self.checked - start), rng)
            made.append((_tensors(batch)["picture"], batch.labels))
        return made


def _damage(network: nn.Module, pictures_B3HW: Tensor) -> Tensor:
    """The probability that a pixel is damaged in any way (B, H, W)."""
    shown: Tensor = 1 - network(pictures_B3HW, torch.zeros_like(pictures_B3HW[:, :1])).softmax(dim=1)[:, 0]
    return shown.cpu()


def _tensors(batch: DamagedBatch) -> dict[str, Tensor]:
    picture = torch.from_numpy(batch.pictures).permute(0, 3, 1, 2).float().div_(255)
    return {
        "picture": picture.contiguous(memory_format=torch.channels_last),
        # nobody has masked anything yet
        "hole": torch.zeros_like(picture[:, :1]),
        "labels": torch.from_numpy(batch.labels).long(),
    }
