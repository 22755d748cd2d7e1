"""Results: what the networks painted, and what made them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import Alignment, FaceCrop
from facerestore.values.damage_table import ClassShare
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

if TYPE_CHECKING:
    # which itself speaks of candidates
    from facerestore.values.candidate_mix import CandidateMix


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

    ``generated``: bool (H, W), true where a network painted. ``filled``: bool (H, W), what was continued from its
    surroundings by classical means; None: all of the mask that was not generated. ``protected``: what nothing could
    change. ``classes``: what the mask was painted with. ``choices``: for each candidate what it was put together from
    and how strong it is, None: all of it from its own seed, at full strength; empty: none of them differs.
    """

    photo: Photo
    candidates: tuple[Candidate, ...]
    generated: NDArray[np.bool_]
    device: str
    elapsed_s: float
    weights: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    filled: NDArray[np.bool_] | None = None
    protected: Mask | None = None
    classes: tuple[ClassShare, ...] = ()
    choices: "tuple[CandidateMix | None, ...]" = ()

    def __post_init__(self) -> None:
        if len(self.choices) not in (0, len(self.candidates)):
            raise ValueError("A result has a choice for each of its candidates, or none.")
