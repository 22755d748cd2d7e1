"""RestorationResult: a restored photo, and what made it."""

from dataclasses import dataclass, field
from typing import Final

from facerestore.values.candidate import Candidate
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.damage_table import ClassShare
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.reference import Reference
from facerestore.values.repair import RepairedPhoto

DEFAULT_RESTORER: Final = "semantic"
"""The name of the way in which all results were made before there were several."""


HAND: Final = "hand"
"""In place of a way: of a photo that was filled by hand alone."""
BY_A_PERSON: Final = "person"
"""In place of a device, then."""


@dataclass(frozen=True, eq=False)
class RestorationResult:
    """The restored photo and what it takes to repeat it.

    ``repaired``: the photo, and the samples of it that were changed. ``protected``: what nothing could change.
    ``classes``: what the mask was painted with. ``choices``: for each candidate what it was put together from
    and how strong it is, None: all of it from its own seed, at full strength; empty: none of them differs.
    ``restorer``: the name of the way in which it was made. ``references``: for each candidate those of its face; empty:
    none of them has any. ``embedder_sha256``: of the network that checked whom the candidates are like. ``detail``: how
    strong the detail is that its faces borrowed from the scan, 0...1; 0 as well where no face was painted.
    """

    repaired: RepairedPhoto
    candidates: tuple[Candidate, ...]
    device: str
    elapsed_s: float
    weights: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    protected: Mask | None = None
    classes: tuple[ClassShare, ...] = ()
    choices: tuple[CandidateMix | None, ...] = ()
    restorer: str = DEFAULT_RESTORER
    references: tuple[tuple[Reference, ...], ...] = ()
    embedder_sha256: str | None = None
    detail: float = 0.0

    def __post_init__(self) -> None:
        if len(self.references) not in (0, len(self.candidates)):
            raise ValueError("A result has references for each of its candidates, or none.")
        if len(self.choices) not in (0, len(self.candidates)):
            raise ValueError("A result has a choice for each of its candidates, or none.")

    @property
    def photo(self) -> Photo:
        """The whole restored photo, as large as the photo itself: for those who need all pixels at once."""
        return self.repaired.photo
