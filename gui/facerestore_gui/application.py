"""The application around the window: arguments, log, and the watch for what nobody expects."""

import argparse
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from facerestore.files.crash_watch import CrashWatch
from facerestore.files.installed_weights import prefer_set
from facerestore.files.user_dirs import journal_folder, project_folder, start_log
from facerestore.jobs.worker import WorkerSettings
from facerestore_gui.document.preferences import ThemeChoice, read_preferences
from facerestore_gui.look.icons import program_icon
from facerestore_gui.look.languages import install_language
from facerestore_gui.look.theme import ThemeKeeper
from facerestore_gui.platform_start import platform_start
from facerestore_gui.window.crash_reporter import CrashReporter
from facerestore_gui.window.file_opens import FileOpens
from facerestore_gui.window.main_window import MainWindow
from facerestore_resources.translations import LANGUAGES

_SCHEMES: Final = {
    ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
    ThemeChoice.LIGHT: Qt.ColorScheme.Light,
    ThemeChoice.DARK: Qt.ColorScheme.Dark,
}


def run(argv: Sequence[str]) -> int:
    """Open the window on what the arguments name; returns when it is closed."""
    arguments = _parsed(argv)
    log_file = start_log()
    watch = CrashWatch()
    watch.begin()
    with platform_start():
        application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    opens = FileOpens(application)
    application.setApplicationName("facerestore")
    application.setOrganizationName("facerestore")
    # the name of its menu entry, by which a desktop knows whose window this is
    application.setDesktopFileName("facerestore")
    application.setWindowIcon(program_icon())
    theme = ThemeKeeper(application)
    kept = QSettings()
    wanted = read_preferences(kept)
    theme.choose(_SCHEMES[wanted.theme])
    # once, before any list of what the networks can do is made; a session has one set from its start to its end
    prefer_set(wanted.weights_set)
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
    reporter = CrashReporter(window, watch, kept=kept)
    reporter.install()
    window.show()
    # after the first paint: an empty window at once is better than a full one later
    QTimer.singleShot(0, reporter.tell_last_time)
    QTimer.singleShot(0, lambda: window.session.recovery.offer(otherwise=lambda: _open_asked(window, opens, arguments)))
    folders = {path.parent for path in window.session.recent.paths}
    threading.Thread(target=_clean, args=(folders,), name="clean-folders", daemon=True).start()
    code = application.exec()
    watch.end()
    return code


def _clean(folders: set[Path]) -> None:
    """Take away what killed programs left in the folders of recent files."""
    from facerestore.files.record_file import clean_folders  # the window is painted before it is loaded

    clean_folders(folders)


def _open_asked(window: MainWindow, opens: FileOpens, arguments: argparse.Namespace) -> None:
    if not opens.hand_to(lambda path: window.session.drops.take([path])):
        _open_named(window, arguments)


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


def _parsed(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="facerestore-gui", description="Restore damaged portraits.")
    parser.add_argument("photo", type=Path, nargs="?", metavar="PHOTO", help="a photo, a project or a folder")
    parser.add_argument("--mask", type=Path, help="its mask: white is restored")
    parser.add_argument("--layout", type=Path, help="the layout of its face")
    parser.add_argument("--language", choices=LANGUAGES, help="the window's language, this time")
    return parser.parse_args(argv)
