"""The application around the window: arguments, log, and a hook for what nobody expected."""

import argparse
import logging
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from facerestore.files.record_file import clean_folders
from facerestore.files.user_dirs import journal_folder, project_folder, start_log
from facerestore.jobs.worker import WorkerSettings
from facerestore_gui.document.preferences import ThemeChoice, read_preferences
from facerestore_gui.look.languages import install_language
from facerestore_gui.look.theme import ThemeKeeper
from facerestore_gui.platform_start import platform_start
from facerestore_gui.tasks.messages import Message, Tone
from facerestore_gui.window.main_window import MainWindow
from facerestore_resources.translations import LANGUAGES

_SCHEMES: Final = {
    ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
    ThemeChoice.LIGHT: Qt.ColorScheme.Light,
    ThemeChoice.DARK: Qt.ColorScheme.Dark,
}
_log = logging.getLogger(__name__)


def run(argv: Sequence[str]) -> int:
    """Open the window on what the arguments name; returns when it is closed."""
    arguments = _parsed(argv)
    log_file = start_log()
    with platform_start():
        application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("facerestore")
    application.setOrganizationName("facerestore")
    theme = ThemeKeeper(application)
    kept = QSettings()
    wanted = read_preferences(kept)
    theme.choose(_SCHEMES[wanted.theme])
    language = install_language(application, arguments.language or wanted.language)
    window = MainWindow(
        WorkerSettings(),
        kept=kept,
        language=language,
        log_folder=log_file.parent if log_file else None,
        journals=journal_folder(),
        projects=project_folder(),
    )
    preferences = window.session.preferences
    preferences.changed.connect(lambda: theme.choose(_SCHEMES[preferences.value.theme]))
    hook = ExceptionHook(window)
    hook.install()
    window.show()
    # after the first paint: an empty window at once is better than a full one later
    QTimer.singleShot(0, lambda: window.session.recovery.offer(otherwise=lambda: _open_named(window, arguments)))
    folders = {path.parent for path in window.session.recent.paths}
    threading.Thread(target=clean_folders, args=(folders,), name="clean-folders", daemon=True).start()
    return application.exec()


def _open_named(window: MainWindow, arguments: argparse.Namespace) -> None:
    path: Path | None = arguments.photo
    if path is None:
        window.tour.offer()
        return
    if path.is_dir():
        window.session.open_folders([path])
    elif arguments.mask or arguments.layout:
        window.session.files.open_photo(path, mask=arguments.mask, layout=arguments.layout)
    else:
        window.session.files.open_file(path)


class ExceptionHook(QObject):
    """What nobody expected is logged and shown; the window stays, with the work in it."""

    _caught = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        sys.excepthook = self.catch
        threading.excepthook = lambda caught: self.catch(
            caught.exc_type, caught.exc_value or caught.exc_type(), caught.exc_traceback
        )

    def catch(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        """To be called with an exception, from any thread."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, where)
            return
        _log.critical("Unexpected", exc_info=(kind, error, where))
        self._caught.emit(f"{kind.__name__}: {error}")

    def _show(self, text: str) -> None:
        self._window.message_bar.show_message(
            Message(
                Tone.ALARM,
                self.tr("Something unexpected happened"),
                self.tr("Your work is still here; save it. The log has the details (Help menu). {error}").format(
                    error=text
                ),
            )
        )


def _parsed(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="facerestore-gui", description="Restore damaged portraits.")
    parser.add_argument("photo", type=Path, nargs="?", metavar="PHOTO", help="a photo, a project or a folder")
    parser.add_argument("--mask", type=Path, help="its mask: white is restored")
    parser.add_argument("--layout", type=Path, help="the layout of its face")
    parser.add_argument("--language", choices=LANGUAGES, help="the window's language, this time")
    return parser.parse_args(argv)
