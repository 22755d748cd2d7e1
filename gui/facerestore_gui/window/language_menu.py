"""The menu of the window's languages."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from facerestore_gui.document.preferences import PreferencesKeeper
from facerestore_resources.translations import LANGUAGES


class LanguageMenu(QObject):
    """A menu of the languages, each in its own words."""

    def __init__(self, preferences: PreferencesKeeper, parent: QWidget) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.menu = QMenu(parent)
        self._group = QActionGroup(self)
        for language, name in ((None, self.tr("As the &system")), *LANGUAGES.items()):
            action = self.menu.addAction(name)
            action.setCheckable(True)
            action.setData(language)
            self._group.addAction(action)
        self._group.triggered.connect(lambda action: preferences.choose_language(action.data()))
        self._show()
        preferences.changed.connect(self._show)

    def _show(self) -> None:
        for action in self._group.actions():
            action.setChecked(action.data() == self._preferences.value.language)
