"""The menu of the window's languages."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from facerestore_gui.document.preferences import PreferencesKeeper
from facerestore_gui.tasks.messages import notice
from facerestore_resources.translations import LANGUAGES


class LanguageMenu(QObject):
    """A menu of the languages, each in its own words. ``said`` carries a Message."""

    said = Signal(object)

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
        self._language = preferences.value.language
        self._show()
        preferences.changed.connect(self._follow)

    def _show(self) -> None:
        for action in self._group.actions():
            action.setChecked(action.data() == self._language)

    def _follow(self) -> None:
        if self._language != self._preferences.value.language:
            self._language = self._preferences.value.language
            self._show()
            text = self.tr("Until then everything stays as it is.")
            self.said.emit(notice(self.tr("The language changes with the next start"), text))
