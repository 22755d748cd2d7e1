"""Maps of damage as the network would answer them, drawn by hand."""

import numpy as np

from facerestore.values.damage_map import DamageMap
from facerestore_resources.damage_groups import DamageGroup


def seen_damage(shape, places, *, scale=1.0):
    """``places``: (slices, group, probability) of each; elsewhere nothing is damaged."""
    shares = np.zeros((*shape, len(DamageGroup)), np.uint8)
    shares[..., DamageGroup.NONE] = 255
    for where, group, probability in places:
        value = round(255 * probability)
        shares[where] = 0
        shares[(*where, group)] = value
        shares[(*where, DamageGroup.NONE)] = 255 - value
    return DamageMap(shares, scale)
