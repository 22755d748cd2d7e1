"""The menu of the window's languages."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from facerestore_gui.tasks.messages import notice
from facerestore_resources.translations import LANGUAGES


class LanguageMenu(QObject):
    """A menu of the languages, each in its own words. ``wanted`` carries one of LANGUAGES, or None for the system's;
    ``said`` a Message."""

    wanted = Signal(object)
    said = Signal(object)

    def __init__(self, chosen: str | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.menu = QMenu(parent)
        self._group = QActionGroup(self)
        for language, name in ((None, self.tr("As the &system")), *LANGUAGES.items()):
            action = self.menu.addAction(name)
            action.setCheckable(True)
            action.setData(language)
            action.setChecked(language == chosen)
            self._group.addAction(action)
        self._group.triggered.connect(lambda action: self._choose(action.data()))

    def _choose(self, language: str | None) -> None:
        self.wanted.emit(language)
        text = self.tr("Until then everything stays as it is.")
        self.said.emit(notice(self.tr("The language changes with the next start"), text))
