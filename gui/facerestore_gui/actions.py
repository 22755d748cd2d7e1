"""Actions: what the table says, as Qt's own, with the keys of now, icons in the palette's colours, and handlers."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from facerestore_gui.action_table import ACTIONS, ActionSpec, plain_text
from facerestore_gui.icons import icon
from facerestore_gui.shortcuts import Shortcuts


class Actions(QObject):
    """A QAction for every entry of the table, by name. ``handlers`` has a call for every name; those of
    switches get whether it is checked. Keys and tips follow ``shortcuts``."""

    def __init__(self, handlers: Mapping[str, Callable[..., object]], shortcuts: Shortcuts, parent: QObject) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        self.by_name: dict[str, QAction] = {}
        for spec in ACTIONS:
            self.by_name[spec.name] = self._made(spec, handlers[spec.name])
        self.refresh_icons()
        self._show_keys()
        shortcuts.changed.connect(self._show_keys)

    def refresh_icons(self) -> None:
        """Draw the icons again in the palette's colours."""
        for spec in ACTIONS:
            if spec.icon:
                self.by_name[spec.name].setIcon(icon(spec.icon, off=spec.icon_off))

    def enable(self, conditions: frozenset[str]) -> None:
        """Enable the actions whose needs are met."""
        for spec in ACTIONS:
            self.by_name[spec.name].setEnabled(spec.needs <= conditions)

    def _show_keys(self) -> None:
        for spec in ACTIONS:
            action, keys = self.by_name[spec.name], self._shortcuts.shown(spec.name)
            action.setShortcuts([QKeySequence(each) for each in self._shortcuts.keys_of(spec.name)])
            shown = spec.what
            action.setToolTip(f"{shown}  ({keys})" if keys else shown)

    def _made(self, spec: ActionSpec, handler: Callable[..., object]) -> QAction:
        action = QAction(spec.shown_text, self)
        action.setIconText(plain_text(spec.shown_text))
        action.setObjectName(spec.name)
        action.setCheckable(spec.is_switch)
        action.setStatusTip("")
        if spec.is_switch:
            action.triggered.connect(lambda checked: handler(checked))
        else:
            action.triggered.connect(lambda: handler())
        return action
