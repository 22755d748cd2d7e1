"""What looking for damage calculates in a thread. Imported with the first search."""

import numpy as np
from numpy.typing import NDArray

from facerestore.damage.proposals import DamageProposal, find_damage
from facerestore.editing.project import FaceState
from facerestore.values.cancellation import CancelToken
from facerestore.values.photo import Photo
from facerestore_gui.document.suggestions import Suggestion


def suggestions_of(
    photo: Photo, plane: NDArray[np.uint8], faces: tuple[FaceState, ...], cancel: CancelToken
) -> tuple[Suggestion, ...]:
    """What looks damaged and is not in the mask yet, the surest first."""
    found = find_damage(
        photo,
        faces=[work.face for work in faces],
        layouts=[work.layout for work in faces if work.layout is not None],
        cancel=cancel,
    )
    return tuple(Suggestion.of(one.kind, one.region, one.confidence) for one in found if _is_new(one, plane))


def _is_new(proposal: DamageProposal, plane: NDArray[np.uint8]) -> bool:
    region = proposal.region
    return not plane[region.box.slices][region.inside].all()
