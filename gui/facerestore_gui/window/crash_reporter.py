"""CrashReporter: what nobody expected becomes a report, and is said; the window stays, with the work in it."""

import logging
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QSettings, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication

from facerestore.files.anonymous_text import exception_text
from facerestore.files.crash_reports import list_reports, write_report
from facerestore.files.crash_watch import CrashWatch, NativeCrash, native_crashes
from facerestore.values.errors import FaceRestoreError
from facerestore_gui.tasks.messages import Message, Tone, message_of, notice
from facerestore_gui.window.main_window import MainWindow

_TOLD = "crashes/told"
_log = logging.getLogger(__name__)


class CrashReporter(QObject):
    """The reporter of a window. ``watch``: over this process, whose last log entries a report holds; ``kept``: which
    report was told last."""

    _caught = Signal(str, str)

    def __init__(self, window: MainWindow, watch: CrashWatch, *, kept: QSettings | None = None) -> None:
        super().__init__(window)
        self._window, self._watch, self._kept = window, watch, kept
        self._seen: set[str] = set()
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)
        for failed in window.session.failures:
            failed.connect(self._on_failed)

    def install(self) -> None:
        """Catch what is caught nowhere, in whatever thread."""
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
        self._caught.emit(f"{kind.__name__}: {error}", exception_text(error.with_traceback(where)))

    def tell_last_time(self) -> None:
        """Say it if a program ended unasked since this was last said."""
        for crash in native_crashes():
            self._write_native(crash)
        reports = list_reports()
        told = "" if self._kept is None else str(self._kept.value(_TOLD, ""))
        if reports and reports[0].name > told:
            text = self.tr("A report of it was written. It is sent to nobody; you may look at it, and send it.")
            self._say(notice(self.tr("The program ended unexpectedly before"), text, self._show_choice()))

    def _on_caught(self, said: str, text: str) -> None:
        """Once for the same fault: one of a paint event comes with every one of them."""
        if text in self._seen:
            return
        self._seen.add(text)
        path = self._write(text, self._watch.trail.entries)
        told = self.tr("Your work is still here; save it. The log has the details (Help menu). {error}")
        choices = () if path is None else (self._show_choice(),)
        title = self.tr("Something unexpected happened")
        self._say(Message(Tone.ALARM, title, told.format(error=said), choices))

    def _on_failed(self, error: FaceRestoreError) -> None:
        """A task has failed; after what was said of it: of a fault of the program, or the end of the worker, there is
        a report."""
        paths = [self._write_native(crash) for crash in native_crashes()]
        if error.crash is not None and error.crash not in self._seen:
            self._seen.add(error.crash)
            paths.append(self._write(error.crash, self._watch.trail.entries))
        if any(paths):
            message = message_of(error)
            self._say(Message(message.tone, message.title, message.text, (self._show_choice(),)))

    def _write_native(self, crash: NativeCrash) -> Path | None:
        return self._write(crash.text, crash.log)

    def _write(self, text: str, log: Iterable[str]) -> Path | None:
        return write_report(text, circumstances=self._circumstances(), log=list(log), names=self._names())

    def _show_choice(self) -> tuple[str, Callable[[], object]]:
        """The button of a message about the newest report, which is told with it."""
        if self._kept is not None:
            self._kept.setValue(_TOLD, list_reports()[0].name)
        return self.tr("Show report"), self._window.requests.show_crash_reports

    def _circumstances(self) -> dict[str, str]:
        session = self._window.session
        wanted = session.preferences.value
        screens = ", ".join(
            "{} x {} at {:g}".format(*screen.size().toTuple(), screen.devicePixelRatio())
            for screen in QGuiApplication.screens()
        )
        settings = {
            "device": wanted.device,
            "threads": wanted.threads,
            "MiB of undo": wanted.undo_mib,
            "theme": wanted.theme,
            "language": self._window.language,
            "restorer": session.restore_tasks.restorer.name,
        }
        return {
            "Qt": f"{qVersion()}, {QGuiApplication.platformName()}",
            "screens": screens,
            "networks run on": session.worker.device_name or "not used yet",
            "settings": ", ".join(f"{name} {value}" for name, value in settings.items()),
        }

    def _names(self) -> Iterator[Path]:
        """What the person works with; it may stand in a text by itself."""
        session = self._window.session
        project = session.document.project
        for path in (
            None if project is None else project.photo.path,
            session.document.project_file,
            *session.recent.paths,
            *session.photos.paths,
        ):
            if path is not None:
                yield path

    def _say(self, message: Message) -> None:
        self._window.message_bar.show_message(message)
