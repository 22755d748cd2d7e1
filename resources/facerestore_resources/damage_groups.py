"""DamageGroup: what the network for damage tells apart, in the order of its maps."""

from enum import IntEnum


class DamageGroup(IntEnum):
    """How a damaged pixel looks; which damage class it gets depends on the place's shape as well."""

    NONE = 0
    SPECK = 1
    """Dust and other small spots."""

    LINE = 2
    """Scratches, creases, cracks, narrow tears; hairs and lint."""

    STAIN = 3
    """What the picture still shows through, and ink."""

    LOSS = 4
    """Torn off, flaked off or missing."""
