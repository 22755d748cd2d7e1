"""The colours of the damage classes, told apart on sepia, grey and skin, and from each other."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from facerestore.values.damage_classes import DamageClass, Policy
from facerestore.values.damage_table import DamageKind

DEFAULT_COLOUR: Final = "#ff2fd0"
"""Of damage of no named kind, until the person chooses another. Near to no large class of the layout."""

COLOURS: Final[Mapping[DamageClass, str]] = MappingProxyType(
    {
        DamageClass.DAMAGE: DEFAULT_COLOUR,
        DamageClass.SCRATCH: "#ff8a00",
        DamageClass.CREASE: "#00d5c8",
        DamageClass.STAIN: "#9a7bff",
        DamageClass.TEAR: "#ff3b30",
        DamageClass.DUST: "#ffe14a",
        DamageClass.ORIGINAL: "#2fa8ff",
    }
)

_POLICY_WORDS: Final = {
    Policy.KEEP: "kept",
    Policy.PROTECT: "protected",
    Policy.FILL: "filled without a network",
    Policy.RESTORE: "restored",
}


def colour_of(kind: DamageKind, damage_colour: str = DEFAULT_COLOUR) -> str:
    """The colour that a class is shown in, "#rrggbb". ``damage_colour``: that of damage of no named kind."""
    if kind.colour:
        return kind.colour
    return damage_colour if kind.number == DamageClass.DAMAGE else COLOURS[DamageClass(kind.number)]


def policy_words(policy: Policy) -> str:
    """What is done about a class."""
    return _POLICY_WORDS[policy]
