"""Keys that cannot be given away, with the reason in words."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from facerestore_gui.keys.held_keys import HOLD_HAND, HOLD_ORIGINAL
from facerestore_gui.look.translation import QT_TRANSLATE_NOOP

_CONTEXT: Final = "ReservedKeys"
_ARROWS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_PAGES: Final = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS: Final = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_MODIFIERS: Final = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_STEPS: Final = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
_EDITING: Final = ("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Del")

_REASONS: Final = {
    "modifier": QT_TRANSLATE_NOOP("ReservedKeys", "{keys} alone is no shortcut: press another key with it."),
    "arrow": QT_TRANSLATE_NOOP(
        "ReservedKeys",
        "{keys} is reserved: on the canvas the arrow keys move the view, the cursor or what is picked.",
    ),
    "page": QT_TRANSLATE_NOOP("ReservedKeys", "{keys} is reserved: it goes through lists and text fields."),
    "enter": QT_TRANSLATE_NOOP("ReservedKeys", "{keys} is reserved: it finishes what is drawn on the canvas."),
    "back": QT_TRANSLATE_NOOP("ReservedKeys", "{keys} is reserved: on the canvas it takes back the last corner."),
    "space": QT_TRANSLATE_NOOP(
        "ReservedKeys", "{keys} is reserved: it presses buttons, and holds the hand on the canvas."
    ),
    "escape": QT_TRANSLATE_NOOP("ReservedKeys", "{keys} is reserved: it always gives up what is under way."),
    "tab": QT_TRANSLATE_NOOP("ReservedKeys", "{keys} is reserved: it moves the keyboard through the window."),
    "plain": QT_TRANSLATE_NOOP("ReservedKeys", "{keys} cannot be held: choose a single key without Ctrl or Alt."),
}
_TEXT_NOTE: Final = QT_TRANSLATE_NOOP("ReservedKeys", "While a text field has the keyboard, {keys} serves that.")


def refusal(name: str, keys: str) -> str | None:
    """Why a name of the tables cannot have keys, as a sentence; None if it can."""
    reason = _reason(name, QKeySequence(keys, QKeySequence.SequenceFormat.PortableText))
    return None if reason is None else _said(_REASONS[reason], keys)


def note_on(keys: str) -> str:
    """What a person should know about keys that can be given: text fields keep theirs. Else empty."""
    pressed = pressed_of(QKeySequence(keys, QKeySequence.SequenceFormat.PortableText))
    has_other = bool(pressed.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier)
    is_typed = not has_other and pressed.key() < Qt.Key.Key_Escape
    return _said(_TEXT_NOTE, keys) if is_typed or keys in _EDITING else ""


def pressed_of(sequence: QKeySequence) -> QKeyCombination:
    """The first press of a sequence that has one."""
    # the stubs do not know that a sequence can be indexed
    first: QKeyCombination = sequence[0]  # type: ignore[index]
    return first


def _reason(name: str, sequence: QKeySequence) -> str | None:
    pressed = pressed_of(sequence)
    key, modifiers = pressed.key(), pressed.keyboardModifiers()
    is_plain = not modifiers & ~Qt.KeyboardModifier.ShiftModifier
    if key in _MODIFIERS:
        return "modifier"
    if name in (HOLD_ORIGINAL, HOLD_HAND) and modifiers:
        return "plain"
    if key == Qt.Key.Key_Escape and not modifiers and name != "cancel":
        return "escape"
    if key in _ARROWS and modifiers in _STEPS:
        return "arrow"
    if key in _TABS and is_plain and (name != HOLD_ORIGINAL or modifiers):
        return "tab"
    if key == Qt.Key.Key_Space and is_plain and name != HOLD_HAND:
        return "space"
    for reserved, reason in ((_PAGES, "page"), (_ENTER, "enter"), ((Qt.Key.Key_Backspace,), "back")):
        if key in reserved and not modifiers:
            return reason
    return None


def _said(text: str, keys: str) -> str:
    shown = QKeySequence(keys, QKeySequence.SequenceFormat.PortableText).toString(
        QKeySequence.SequenceFormat.NativeText
    )
    return QCoreApplication.translate(_CONTEXT, text).format(keys=shown)
