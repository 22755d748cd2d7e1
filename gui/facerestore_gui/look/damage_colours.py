"""How damage classes are shown: colours told apart on sepia, grey and skin, and from each other; names; treatments."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from facerestore.values.damage_classes import CLASS_NAMES, DamageClass, Policy
from facerestore.values.damage_table import DamageKind, DamageTable
from facerestore_gui.look.translation import QT_TRANSLATE_NOOP

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

_MORE_COLOURS: Final = ("#5ad32f", "#c7003f", "#0f5cff", "#8a5a00", "#b5ff9c", "#7a007a")
"""For classes that a person adds, one after the other."""


class _Said(NamedTuple):
    """How a treatment is said of a class, how it is called to be chosen, and what it is in a sentence."""

    words: str
    name: str
    tip: str


_POLICIES: Final[Mapping[Policy, _Said]] = MappingProxyType(
    {
        Policy.KEEP: _Said(
            QT_TRANSLATE_NOOP("DamageClasses", "kept"),
            QT_TRANSLATE_NOOP("DamageClasses", "Leave alone"),
            QT_TRANSLATE_NOOP("DamageClasses", "Stays as it is for now; tools may paint over it."),
        ),
        Policy.PROTECT: _Said(
            QT_TRANSLATE_NOOP("DamageClasses", "protected"),
            QT_TRANSLATE_NOOP("DamageClasses", "Protect"),
            QT_TRANSLATE_NOOP("DamageClasses", "Stays as it is, bit for bit, whatever is done; tools leave it alone."),
        ),
        Policy.FILL: _Said(
            QT_TRANSLATE_NOOP("DamageClasses", "filled without a network"),
            QT_TRANSLATE_NOOP("DamageClasses", "Fill without a network"),
            QT_TRANSLATE_NOOP(
                "DamageClasses", "Continued from its surroundings, inside a face too; no network invents anything."
            ),
        ),
        Policy.RESTORE: _Said(
            QT_TRANSLATE_NOOP("DamageClasses", "restored"),
            QT_TRANSLATE_NOOP("DamageClasses", "Restore"),
            QT_TRANSLATE_NOOP(
                "DamageClasses", "Painted by the networks inside a face, continued from its surroundings elsewhere."
            ),
        ),
    }
)


def colour_of(kind: DamageKind, damage_colour: str = DEFAULT_COLOUR) -> str:
    """The colour that a class is shown in, "#rrggbb". ``damage_colour``: that of damage of no named kind."""
    if kind.colour:
        return kind.colour
    return damage_colour if kind.number == DamageClass.DAMAGE else COLOURS[DamageClass(kind.number)]


def free_colour(classes: DamageTable) -> str:
    """A colour for a new class that none of the others has, as long as there is one."""
    taken = {colour_of(one) for one in classes.kinds}
    return next((one for one in _MORE_COLOURS if one not in taken), _MORE_COLOURS[0])


def class_name(kind: DamageKind) -> str:
    """What a class is called: as the person says, else as the program does."""
    return kind.name or QCoreApplication.translate("DamageClasses", CLASS_NAMES[DamageClass(kind.number)])


def policy_words(policy: Policy) -> str:
    """What is done about a class, as it is said of it."""
    return QCoreApplication.translate("DamageClasses", _POLICIES[policy].words)


def policy_name(policy: Policy) -> str:
    """What is to be done about a class, to choose it."""
    return QCoreApplication.translate("DamageClasses", _POLICIES[policy].name)


def policy_tip(policy: Policy) -> str:
    """A treatment in a sentence."""
    return QCoreApplication.translate("DamageClasses", _POLICIES[policy].tip)
