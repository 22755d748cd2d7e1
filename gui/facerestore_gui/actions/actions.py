"""Actions: what the table says, as Qt's own, with the keys of now, icons in the palette's colours, and what they do."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from facerestore_gui.actions.action_spec import ActionSpec, plain_text
from facerestore_gui.actions.action_table import ACTIONS
from facerestore_gui.actions.conditions import Condition, obstacle, those_that_hold
from facerestore_gui.actions.window_port import WindowPort
from facerestore_gui.keys.shortcuts import Shortcuts
from facerestore_gui.look.icons import icon
from facerestore_gui.session.session import Session


class Actions(QObject):
    """The actions of one window: a QAction for every entry of the table, by name. Keys and tips follow
    ``shortcuts``; whether an action can be used and is checked follows the session, with ``refresh``."""

    def __init__(self, session: Session, window: WindowPort, shortcuts: Shortcuts, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._window, self._shortcuts = session, window, shortcuts
        self._holding: frozenset[Condition] = frozenset()
        self._specs = {spec.name: spec for spec in ACTIONS}
        self.by_name: dict[str, QAction] = {spec.name: self._made(spec) for spec in ACTIONS}
        self.refresh_icons()
        self._show_keys()
        shortcuts.changed.connect(self._show_keys)

    def refresh_icons(self) -> None:
        """Draw the icons again in the palette's colours."""
        for spec in ACTIONS:
            if spec.icon:
                self.by_name[spec.name].setIcon(icon(spec.icon, off=spec.icon_off))

    def refresh(self) -> None:
        """Enable the actions whose needs are met, check the switches that are on; the tips of what cannot be used say
        what is lacking."""
        holding = those_that_hold(self._session)
        if holding != self._holding:
            self._holding = holding
            for spec in ACTIONS:
                self.by_name[spec.name].setEnabled(holding.issuperset(spec.needs))
                self._show_tip(spec)
        for spec in ACTIONS:
            if spec.checked is not None:
                self.by_name[spec.name].setChecked(spec.checked(self._session))
            if spec.label is not None:
                self.by_name[spec.name].setText(spec.text_now(self._session))

    def obstacle(self, name: str) -> str:
        """Why an action cannot be used now; empty if it can."""
        return obstacle(self._specs[name].needs, self._holding)

    def _show_keys(self) -> None:
        for spec in ACTIONS:
            self.by_name[spec.name].setShortcuts([QKeySequence(each) for each in self._shortcuts.keys_of(spec.name)])
            self._show_tip(spec)

    def _show_tip(self, spec: ActionSpec) -> None:
        keys, lacking = self._shortcuts.shown(spec.name), self.obstacle(spec.name)
        tip = f"{spec.what}  ({keys})" if keys else spec.what
        self.by_name[spec.name].setToolTip(f"{tip}\n{lacking}" if lacking else tip)

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.shown_text, self)
        action.setIconText(plain_text(spec.shown_text))
        action.setObjectName(spec.name)
        action.setCheckable(spec.is_switch)
        action.setStatusTip("")
        action.setEnabled(not spec.needs)
        action.triggered.connect(lambda: spec.do(self._session, self._window))
        return action
