"""Result: a restored photo in the window, and what it was made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from facerestore.compositing.candidate_preview import PreviewGround
from facerestore.restoration.candidate_set import FaceKey
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.mask import Mask
from facerestore.values.result import RestorationResult
from facerestore_gui.document.candidate_set import DamageCandidateSet
from facerestore_gui.look.images import Picture

if TYPE_CHECKING:
    from facerestore.documents.saved_project import OtherCandidate


@dataclass(frozen=True, eq=False)
class Result:
    """A restored photo, how it looks on the screen, and the mask it was made with. ``candidate_set`` and ``choices``:
    what it was put together from. ``is_rebuilt``: it follows the result before, of which only the choice changed.
    ``others``: the candidates of the file that it comes from. ``ground``: what previews of other candidates over it
    share; None where it was not made along."""

    restoration: RestorationResult
    picture: Picture
    mask: Mask
    seed: int
    candidate_set: DamageCandidateSet | None = None
    choices: Mapping[FaceKey, CandidateMix] = field(default_factory=dict)
    is_rebuilt: bool = False
    others: "tuple[OtherCandidate, ...]" = ()
    ground: PreviewGround | None = None

    def others_now(self) -> "tuple[OtherCandidate, ...]":
        """All candidates that there are to choose from at this moment."""
        return self.others if self.candidate_set is None else self.candidate_set.others(self.restoration)
