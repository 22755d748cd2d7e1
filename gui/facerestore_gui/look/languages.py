"""The window's language: the system's, or the one that a person has chosen. It is settled before the window is made."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from facerestore_gui.tasks.messages import notice
from facerestore_resources.translations import LANGUAGES, translation_file


def install_language(application: QCoreApplication, chosen: str | None) -> str:
    """Have Qt and the window speak one of LANGUAGES; None: the first of the system's that is among them, else English.
    Gives the language. Dates and numbers follow a chosen language, else the system."""
    language = spoken_of(QLocale.system().uiLanguages())
    QLocale.setDefault(QLocale.system())
    if chosen is not None and chosen in LANGUAGES:
        language = chosen
        QLocale.setDefault(QLocale(chosen))
    for name in (f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{language}", _own(language)):
        translator = QTranslator(application)
        if translator.load(name):
            application.installTranslator(translator)
    return language


def spoken_of(wanted: list[str]) -> str:
    """The first of some languages ("de-AT", "zh-Hans-CN") that is among LANGUAGES; English if none is."""
    for name in wanted:
        asked = QLocale(name)
        for language in LANGUAGES:
            own = QLocale(language)
            if asked.language() == own.language() and asked.script() == own.script():
                return language
    return "en"


class LanguageMenu(QObject):
    """The languages, each in its own words. ``wanted`` carries one of LANGUAGES, or None for the system's; ``said`` a
    Message."""

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


def _own(language: str) -> str:
    return str(translation_file(language))
