"""Results: what the networks painted, and what made them."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import Alignment, FaceCrop
from facerestore.values.layout import Layout
from facerestore.values.photo import Photo


@dataclass(frozen=True, eq=False)
class Candidate:
    """One painted crop: ``pixels`` float32 (S, S, 3) 0...1, meaningful in the crop's hole. ``notes``: for the person,
    about how it was made."""

    pixels: NDArray[np.float32]
    crop: FaceCrop
    layout: Layout
    seed: int
    notes: tuple[str, ...] = ()

    @property
    def alignment(self) -> Alignment:
        return self.crop.alignment


@dataclass(frozen=True, eq=False)
class RestorationResult:
    """The restored photo and what it takes to repeat it.

    ``generated``: bool (H, W), true where a network painted; what else differs from the source was filled from
    its surroundings by classical means.
    """

    photo: Photo
    candidates: tuple[Candidate, ...]
    generated: NDArray[np.bool_]
    device: str
    elapsed_s: float
    weights: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
