"""Known places: damage that is sure already, by infrared say, and what others propose beside it."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from facerestore.damage.proposals import DamageProposal
from facerestore.values.geometry import Extent

_SAME: Final = 0.5
"""Share of a place that is known already for it to be the same place."""


def with_known(
    proposals: Sequence[DamageProposal], known: Sequence[DamageProposal], extent: Extent
) -> tuple[DamageProposal, ...]:
    """The known proposals and those others that mostly lie elsewhere, over a photo of an extent."""
    if not known:
        return tuple(proposals)
    covered = np.zeros((extent.height, extent.width), np.bool_)
    for one in known:
        covered[one.region.box.slices] |= one.region.inside
    others = [one for one in proposals if covered[one.region.box.slices][one.region.inside].mean() < _SAME]
    return (*known, *others)
