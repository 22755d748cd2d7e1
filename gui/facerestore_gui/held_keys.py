"""Keys that act without an action: while they are held, or by being typed one after the other."""

from dataclasses import dataclass
from typing import Final

from facerestore_gui.translation import QT_TRANSLATE_NOOP

HOLD_ORIGINAL: Final = "hold_original"
HOLD_HAND: Final = "hold_hand"
_DIGIT: Final = "digit_"


@dataclass(frozen=True)
class HeldKeySpec:
    """``text``: what the key does, to be translated in the context "HeldKeys"."""

    name: str
    text: str
    shortcuts: tuple[str, ...]


HELD_KEYS: Final = (
    HeldKeySpec(
        HOLD_ORIGINAL,
        QT_TRANSLATE_NOOP("HeldKeys", "Show the original while the key is held"),
        ("Tab", "\\"),
    ),
    HeldKeySpec(HOLD_HAND, QT_TRANSLATE_NOOP("HeldKeys", "Move the view while the key is held"), ("Space",)),
    *(
        HeldKeySpec(
            f"{_DIGIT}{digit}",
            QT_TRANSLATE_NOOP("HeldKeys", "Digit {digit} of a class's number; 1 and 3 pick class 13"),
            (str(digit),),
        )
        for digit in range(10)
    ),
)


def digit_of(name: str | None) -> str | None:
    """The digit that a key of the table types; None for all others."""
    return name.removeprefix(_DIGIT) if name is not None and name.startswith(_DIGIT) else None
