"""WindowKeys: keys without an action that work wherever the focus is."""

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent

from facerestore_gui.actions.actions import Actions
from facerestore_gui.document.view_state import ViewState
from facerestore_gui.keys.held_keys import HOLD_ORIGINAL, HeldKey, digit_of
from facerestore_gui.keys.shortcuts import Shortcuts
from facerestore_gui.window.announcements import Announcements
from facerestore_gui.window.face_class_keys import FaceClassKeys


class WindowKeys:
    """The keys of the window without an action: digits pick a class, or a candidate where ``look_at_number`` says
    that it took them; a held key shows the original, and keys of an action that cannot be used now are told why not.
    Each handler says whether it used the event."""

    def __init__(
        self,
        shortcuts: Shortcuts,
        classes: FaceClassKeys,
        view: ViewState,
        actions: Actions,
        announcements: Announcements,
        look_at_number: Callable[[int], bool],
    ) -> None:
        self._shortcuts, self._classes, self._view = shortcuts, classes, view
        self._actions, self._announcements = actions, announcements
        self._look_at_number = look_at_number
        self._held: HeldKey | None = None
        """The key that shows the original."""

    def press(self, event: QKeyEvent) -> bool:
        name = self._shortcuts.name_of(event)
        digit = digit_of(name)
        if digit is not None:
            if not self._look_at_number(int(digit)):
                self._classes.type_digit(digit)
        elif name == HOLD_ORIGINAL:
            self._held = HeldKey.of(event)
            self._view.hold_original(held=True)
        elif name in self._actions.by_name and (obstacle := self._actions.obstacle(name)):
            self._announcements.say_why_not(name, obstacle)
        else:
            return False
        return True

    def release(self, event: QKeyEvent) -> bool:
        if self._held is None or not self._held.is_let_go_by(event):
            return False
        self.leave()
        return True

    def leave(self) -> None:
        """No key is held any more: it was let go, or the window is no longer the one in front."""
        if self._held is not None:
            self._held = None
            self._view.hold_original(held=False)
