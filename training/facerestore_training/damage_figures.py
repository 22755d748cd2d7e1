"""DamageTally: how much of what is called damage is damage, and how much damage is found, by pixels."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore_training.data.damage.canvas import UNSURE

TOLERANCE_PX: Final = 2
"""A pixel counts as right that lies so near to damage: nobody can say where a soft edge ends."""


@dataclass
class DamageTally:
    """Pixels counted over many pictures. ``unsure`` labels count neither way; ``quiet`` and ``alarmed``: pixels of
    undamaged pictures, and those of them that were called damage."""

    proposed: int = 0
    right: int = 0
    damaged: int = 0
    covered: int = 0
    quiet: int = 0
    alarmed: int = 0

    def add(self, found: NDArray[np.bool_], labels: NDArray[np.uint8]) -> None:
        """One picture: what was found (H, W), and DamageGroup or UNSURE of each pixel (H, W)."""
        damaged = (labels > 0) & (labels != UNSURE)
        asked = found & (labels != UNSURE)
        self.proposed += int(asked.sum())
        self.right += int((asked & near(damaged)).sum())
        self.damaged += int(damaged.sum())
        self.covered += int((damaged & near(found)).sum())
        if not labels.any():
            self.quiet += found.size
            self.alarmed += int(found.sum())

    @property
    def precision(self) -> float:
        """1 where nothing was found: there is nothing wrong in it."""
        return self.right / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        return self.covered / self.damaged if self.damaged else 0.0

    @property
    def false_area(self) -> float:
        """The share of undamaged pictures that was called damage."""
        return self.alarmed / self.quiet if self.quiet else 0.0


def near(where: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """What is within TOLERANCE_PX (H, W)."""
    side = 2 * TOLERANCE_PX + 1
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    return np.asarray(cv2.dilate(where.astype(np.uint8), disc) > 0)
