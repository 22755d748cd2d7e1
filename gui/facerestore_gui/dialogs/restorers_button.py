"""A button whose menu chooses one or several ways to restore."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from facerestore.restoration.restorers import RESTORERS, Restorer, can_be_used
from facerestore_gui.look.translation import restorer_title


class RestorersButton(QToolButton):
    """The ways to restore that are ticked in its menu, at first the default. ``chosen``: they have changed."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(self.tr("Ways to restore"))
        self.setToolTip(self.tr("Of several, each photo gets a result by each"))
        menu = QMenu(self)
        self._actions: dict[str, QAction] = {}
        for one in RESTORERS.values():
            action = menu.addAction(restorer_title(one))
            action.setCheckable(True)
            action.setVisible(can_be_used(one))
            action.setChecked(not self._actions)
            action.toggled.connect(self._on_toggled)
            self._actions[one.name] = action
        self.setMenu(menu)
        self._show()

    @property
    def restorers(self) -> tuple[Restorer, ...]:
        return tuple(RESTORERS[name] for name, action in self._actions.items() if action.isChecked())

    def choose(self, *names: str) -> None:
        """Tick these and no others."""
        for name, action in self._actions.items():
            action.setChecked(name in names)

    def _on_toggled(self) -> None:
        self._show()
        self.chosen.emit()

    def _show(self) -> None:
        titles = [restorer_title(one) for one in self.restorers]
        self.setText(" + ".join(titles) or self.tr("No way to restore"))
