"""Candidate: one painted crop."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import Alignment, FaceCrop
from facerestore.values.layout import Layout


@dataclass(frozen=True, eq=False)
class Candidate:
    """A painted crop: ``pixels`` float32 (S, S, 3) 0...1, meaningful in the crop's hole. ``notes``: for the person,
    about how it was made."""

    pixels: NDArray[np.float32]
    crop: FaceCrop
    layout: Layout
    seed: int
    notes: tuple[str, ...] = ()

    @property
    def alignment(self) -> Alignment:
        return self.crop.alignment
