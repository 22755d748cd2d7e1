"""What was filled by hand, over what a restoration made."""

from collections.abc import Sequence

import numpy as np

from facerestore.values.mask import Mask
from facerestore.values.repair import Repair, RepairedPhoto


def with_hand(made: RepairedPhoto, hand: Sequence[Repair]) -> RepairedPhoto:
    """A restored photo with repairs by hand, which do not overlap, over it: where both have samples, those by hand
    count."""
    if not hand:
        return made
    beneath = []
    for one in made.repairs:
        over = [other for other in hand if not other.box.intersection(one.box).is_empty]
        if over:
            taken = np.zeros((one.box.height, one.box.width), np.bool_)
            for other in over:
                common, where, _ = other.part(one.box)
                taken[common.moved(-one.box.left, -one.box.top).slices] |= where
            left = one.without(taken)
            beneath += [] if left is None else [left]
        else:
            beneath.append(one)
    return RepairedPhoto(made.source, (*beneath, *hand))


def changed_with_hand(changed: Mask, hand: Sequence[Repair]) -> Mask:
    """A mask of all that may have changed, and what was filled by hand."""
    if not hand:
        return changed
    coverage = changed.coverage.copy()
    for one in hand:
        coverage[one.box.slices][one.where] = 255
    return Mask(coverage)
