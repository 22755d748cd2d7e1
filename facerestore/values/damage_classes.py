"""Damage classes: what a place of the photo suffers from, and the policy that says what is done about it.

These are the classes that every project begins with; ``damage_table`` holds those of one project. All classes share
one plane of labels, uint8 (H, W): a pixel has one class, painting with locked classes protects it, undo stays a diff,
and 100 megapixels take 100 MB. The plane of a project that knows only keep (0) and restore (255) is such a plane as it
stands.

The numbers are chosen so that a plane, saved as a grey PNG and read by a program that knows only masks (127 and above
restores), means what the default policies mean: repairs are light, what stays is dark.
"""

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Final


class Policy(StrEnum):
    """What is done to the pixels of a class."""

    KEEP = "keep"
    """Left as they are; tools may paint over them."""

    PROTECT = "protect"
    """Bit-identical whatever runs and whatever a mask says."""

    FILL = "fill"
    """Continued from their surroundings by classical means, without a network, inside a face too."""

    RESTORE = "restore"
    """By the networks inside a face crop, from their surroundings elsewhere."""

    HAND = "hand"
    """Filled by hand: a person's own pixels stand there (``hand_layer``). Of the classes of ``HandClass`` alone."""


CLASS_POLICIES: Final = (Policy.KEEP, Policy.PROTECT, Policy.FILL, Policy.RESTORE)
"""What can be done about a class of damage."""


class DamageClass(IntEnum):
    """A label that every plane may have; the value is its number in the plane and in files."""

    NONE = 0
    ORIGINAL = 64
    """Not damage: a scar, a stamp, a signature, the studio's retouching."""

    DUST = 192
    SCRATCH = 200
    CREASE = 208
    STAIN = 216
    TEAR = 224
    """Torn or missing."""

    DAMAGE = 255
    """Damage of no named kind: what the brush paints."""


class HandClass(IntEnum):
    """What a hand tool painted: every plane may have it, and no table can take it away or treat it otherwise. Dark, so
    that a program that knows only masks leaves it alone."""

    HEALED = 72
    """Continued from its surroundings under the pen."""
    CLONED = 80
    """Copied from another place of the photo."""


HAND_NAMES: Final[Mapping[HandClass, str]] = MappingProxyType(
    {HandClass.HEALED: "Healed by hand", HandClass.CLONED: "Cloned by hand"}
)
"""English display names."""


CLASS_NAMES: Final[Mapping[DamageClass, str]] = MappingProxyType(
    {
        DamageClass.NONE: "Keep",
        DamageClass.ORIGINAL: "Original, do not repair",
        DamageClass.DUST: "Dust",
        DamageClass.SCRATCH: "Scratch",
        DamageClass.CREASE: "Crease",
        DamageClass.STAIN: "Stain",
        DamageClass.TEAR: "Torn or missing",
        DamageClass.DAMAGE: "Damage",
    }
)
"""English display names."""

DEFAULT_POLICIES: Final[Mapping[DamageClass, Policy]] = MappingProxyType(
    {
        DamageClass.NONE: Policy.KEEP,
        DamageClass.ORIGINAL: Policy.PROTECT,
        # a speck of dust is smaller than anything a network knows better than its neighbours
        DamageClass.DUST: Policy.FILL,
        DamageClass.SCRATCH: Policy.RESTORE,
        DamageClass.CREASE: Policy.RESTORE,
        DamageClass.STAIN: Policy.RESTORE,
        DamageClass.TEAR: Policy.RESTORE,
        DamageClass.DAMAGE: Policy.RESTORE,
    }
)
