"""Which keys do what: the defaults, and what a person has changed."""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from facerestore_gui.keys.reserved_keys import pressed_of

_PORTABLE: Final = QKeySequence.SequenceFormat.PortableText
_NATIVE: Final = QKeySequence.SequenceFormat.NativeText


def portable(sequence: QKeySequence) -> str:
    """One press in Qt's portable writing; empty for anything else, and for what is no key."""
    if sequence.count() != 1 or pressed_of(sequence).key() == Qt.Key.Key_unknown:
        return ""
    return sequence.toString(_PORTABLE)


def read_keys(text: str) -> str:
    """The same writing of keys that a file names; empty for nonsense."""
    return portable(QKeySequence(text, _PORTABLE))


ALWAYS: Final[Mapping[str, tuple[str, ...]]] = {"cancel": ("Esc",)}
"""Keys that stay with an action whatever else it gets."""


class Shortcuts(QObject):
    """The keys of every action and of every held key, by name, in Qt's portable writing ("Ctrl+Z"). No keys belong to
    two of them. ``defaults``: the keys of every name until a person changes them."""

    changed = Signal()

    def __init__(self, defaults: Mapping[str, tuple[str, ...]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.defaults = defaults
        self._keys: dict[str, tuple[str, ...]] = dict(defaults)

    def keys_of(self, name: str) -> tuple[str, ...]:
        return self._keys[name]

    def shown(self, name: str) -> str:
        """Its first keys as this system writes them, for tips; empty without any."""
        keys = self._keys[name]
        return native(keys[0]) if keys else ""

    def bracketed(self, name: str) -> str:
        """Its first keys in brackets after a space, to end a sentence with; empty without any."""
        return f" ({self.shown(name)})" if self._keys[name] else ""

    def owner_of(self, keys: str) -> str | None:
        """The name of what has these keys."""
        return next((name for name, owned in self._keys.items() if keys in owned), None)

    def name_of(self, event: QKeyEvent) -> str | None:
        """What an event's key belongs to, as it is pressed or as it is typed: a digit may need Shift."""
        return next((owner for keys in keys_of_event(event) if (owner := self.owner_of(keys))), None)

    def is_default(self, name: str) -> bool:
        return self._keys[name] == self.defaults[name]

    def assign(self, name: str, keys: Iterable[str]) -> None:
        """Give keys to a name, and take them from whatever had them."""
        given = _with_those_that_stay(name, keys)
        for other, owned in self._keys.items():
            if other != name and set(owned) & set(given):
                self._keys[other] = tuple(key for key in owned if key not in given)
        self._keys[name] = given
        self.changed.emit()

    def reset_all(self) -> None:
        self._keys = dict(self.defaults)
        self.changed.emit()

    def differing(self) -> dict[str, tuple[str, ...]]:
        """What is not as in the table, to be kept."""
        return {name: keys for name, keys in self._keys.items() if keys != self.defaults[name]}

    def apply(self, kept: Mapping[str, Iterable[str]]) -> None:
        """Take over what was kept; names that are not known are left out, and so are keys that an entry before has.
        A default gives way to what a person chose."""
        taken: set[str] = set()
        keys_by_name: dict[str, tuple[str, ...]] = {}
        for name in sorted(self.defaults, key=lambda one: one not in kept):
            wanted = _with_those_that_stay(name, kept.get(name, self.defaults[name]))
            keys_by_name[name] = tuple(keys for keys in wanted if keys not in taken)
            taken.update(keys_by_name[name])
        self._keys = {name: keys_by_name[name] for name in self.defaults}
        self.changed.emit()


def _with_those_that_stay(name: str, keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*ALWAYS.get(name, ()), *keys)))


def native(keys: str) -> str:
    """Keys as this system writes them."""
    return QKeySequence(keys, _PORTABLE).toString(_NATIVE)


def keys_of_event(event: QKeyEvent) -> tuple[str, ...]:
    """How the pressed key may be written: by its key, and by what it types."""
    pressed = portable(QKeySequence(event.keyCombination()))
    typed = event.text() if event.text().isprintable() else ""
    return tuple(keys for keys in (pressed, read_keys(typed.upper())) if keys)
