"""What looking for damage calculates in a thread. Imported with the first search."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from facerestore.damage.proposals import Caution, DamageProposal
from facerestore_gui.document.suggestions import Suggestion


def suggestions_of(proposals: Sequence[DamageProposal], plane: NDArray[np.uint8]) -> tuple[Suggestion, ...]:
    """What was found and is not in the mask yet, the surest first. Taken is what nobody would doubt; the rest is
    shown."""
    return tuple(
        Suggestion.of(one.kind, one.region, one.confidence, is_taken=one.confidence >= Caution.CERTAIN.value)
        for one in proposals
        if _is_new(one, plane)
    )


def _is_new(proposal: DamageProposal, plane: NDArray[np.uint8]) -> bool:
    region = proposal.region
    return not plane[region.box.slices][region.inside].all()
