"""Keys that act without an action: while they are held, or by being typed one after the other."""

import sys
from dataclasses import dataclass
from typing import Final, Self

from PySide6.QtGui import QKeyEvent

from facerestore_gui.look.translation import QT_TRANSLATE_NOOP

HOLD_ORIGINAL: Final = "hold_original"
HOLD_HAND: Final = "hold_hand"
_DIGIT: Final = "digit_"


@dataclass(frozen=True)
class HeldKeySpec:
    """A key that acts while it is held. ``text``: what it does, to be translated in the context "HeldKeys"."""

    name: str
    text: str
    keys: tuple[str, ...]


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


@dataclass(frozen=True)
class HeldKey:
    """A key that is down. It may be let go under another name than it was pressed by: with Shift, ``\\`` is ``|``.
    ``place``: the system's number of the key on the keyboard; 0: not known."""

    key: int
    place: int

    @classmethod
    def of(cls, event: QKeyEvent) -> Self:
        # macOS gives the place as the virtual key, and one scan code for all
        place = event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode()
        return cls(event.key(), place)

    def is_let_go_by(self, event: QKeyEvent) -> bool:
        other = HeldKey.of(event)
        is_same = self.key == other.key or (self.place != 0 and self.place == other.place)
        return is_same and not event.isAutoRepeat()
