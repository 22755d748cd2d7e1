"""The window's language: the system's, or the one that a person has chosen. What is made from then on speaks it."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from facerestore_resources.translations import LANGUAGES, translation_file


def install_language(application: QCoreApplication, chosen: str | None) -> str:
    """Have Qt and the window speak one of LANGUAGES; None: the first of the system's that is among them, else English.
    Gives the language. Dates and numbers follow a chosen language, else the system. What was spoken before is
    forgotten."""
    for spoken in application.findChildren(QTranslator):
        application.removeTranslator(spoken)
        spoken.deleteLater()
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


def _own(language: str) -> str:
    return str(translation_file(language))
