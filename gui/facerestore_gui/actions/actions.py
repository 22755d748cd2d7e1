"""Actions: what the table says, as Qt's own, with the keys of now, icons in the palette's colours, and handlers."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from facerestore_gui.actions.action_table import ACTIONS, ActionSpec, plain_text
from facerestore_gui.actions.obstacles import obstacle
from facerestore_gui.keys.shortcuts import Shortcuts
from facerestore_gui.look.icons import icon

_SPECS: Final = {spec.name: spec for spec in ACTIONS}


class Actions(QObject):
    """A QAction for every entry of the table, by name. ``handlers`` has a call for every name; those of
    switches get whether it is checked. Keys and tips follow ``shortcuts``."""

    def __init__(self, handlers: Mapping[str, Callable[..., object]], shortcuts: Shortcuts, parent: QObject) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        self._conditions: frozenset[str] = frozenset()
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
        """Enable the actions whose needs are met; the tips of the others say what they lack."""
        if conditions == self._conditions:
            return
        self._conditions = conditions
        for spec in ACTIONS:
            self.by_name[spec.name].setEnabled(spec.needs <= conditions)
            self._show_tip(spec)

    def obstacle(self, name: str) -> str:
        """Why an action cannot be used now; empty if it can."""
        return obstacle(_SPECS[name], self._conditions)

    def _show_keys(self) -> None:
        for spec in ACTIONS:
            self.by_name[spec.name].setShortcuts([QKeySequence(each) for each in self._shortcuts.keys_of(spec.name)])
            self._show_tip(spec)

    def _show_tip(self, spec: ActionSpec) -> None:
        keys, lacking = self._shortcuts.shown(spec.name), obstacle(spec, self._conditions)
        tip = f"{spec.what}  ({keys})" if keys else spec.what
        self.by_name[spec.name].setToolTip(f"{tip}\n{lacking}" if lacking else tip)

    def _made(self, spec: ActionSpec, handler: Callable[..., object]) -> QAction:
        action = QAction(spec.shown_text, self)
        action.setIconText(plain_text(spec.shown_text))
        action.setObjectName(spec.name)
        action.setCheckable(spec.is_switch)
        action.setStatusTip("")
        action.setEnabled(not spec.needs)
        if spec.is_switch:
            action.triggered.connect(lambda checked: handler(checked))
        else:
            action.triggered.connect(lambda: handler())
        return action
