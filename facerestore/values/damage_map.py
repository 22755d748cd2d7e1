"""DamageMap: how likely each place of a photo is damaged, as the network for damage sees it."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore_resources.damage_groups import DamageGroup

WORK_PX: Final = 1400
"""Longest side of the copy in which damage is looked for. What is thinner than half its pixels is not found."""


@dataclass(frozen=True, eq=False)
class DamageMap:
    """``shares``: uint8 (h, w, 5), the probability of each DamageGroup in 255ths; ``scale``: its pixels per photo
    pixel."""

    shares: NDArray[np.uint8]
    scale: float

    def __post_init__(self) -> None:
        if self.shares.dtype != np.uint8 or self.shares.shape[2:] != (len(DamageGroup),):
            raise ValueError("A map of damage is uint8 (h, w, 5).")

    @property
    def damage(self) -> NDArray[np.float32]:
        """The probability that a place is damaged in any way, float32 (h, w) 0...1."""
        return np.asarray(1 - self.shares[..., DamageGroup.NONE].astype(np.float32) / np.float32(255), np.float32)
