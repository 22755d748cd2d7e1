"""EndNotice: tells a person who went on with something else that long work has ended."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QSystemTrayIcon

from facerestore_gui.look.icons import icon
from facerestore_gui.tasks.task_runner import TaskRunner

LONG_S: Final = 8.0
"""Shorter work is waited for."""
_SHOWN_MS: Final = 15_000


class EndNotice(QObject):
    """A notice of the system, and a mark in its task bar, when work of the ``runner`` that took long ends while the
    ``window`` is not in front. ``subject``: what was worked on. Where the system shows no notices there is the mark."""

    def __init__(self, window: QMainWindow, runner: TaskRunner, subject: Callable[[], str]) -> None:
        super().__init__(window)
        self._window, self._subject = window, subject
        self._tray: QSystemTrayIcon | None = None
        self._began_s = time.monotonic() - runner.elapsed_s if runner.is_busy else None
        runner.began.connect(self._on_began)
        runner.failed.connect(self._on_failed)
        runner.ended.connect(self._on_ended)
        self._has_failed = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self._put_away()
        return False

    def _on_began(self) -> None:
        self._began_s, self._has_failed = time.monotonic(), False

    def _on_failed(self) -> None:
        self._has_failed = True

    def _on_ended(self) -> None:
        began_s, self._began_s = self._began_s, None
        is_long = began_s is not None and time.monotonic() - began_s >= LONG_S
        if not is_long or QApplication.activeWindow() is not None:
            return
        QApplication.alert(self._window)
        title = self.tr("It did not work") if self._has_failed else self.tr("Done")
        self._show(title, self._subject())

    def _show(self, title: str, text: str) -> None:
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self._tray.messageClicked.connect(self._come_in_front)
            self._tray.activated.connect(self._come_in_front)
        if self._tray.icon().isNull():
            self._tray.setIcon(icon("generate"))
        self._tray.setToolTip(f"facerestore: {title}")
        self._tray.show()
        self._tray.showMessage(title, text, self._tray.icon(), _SHOWN_MS)

    def _come_in_front(self) -> None:
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()
        self._put_away()

    def _put_away(self) -> None:
        if self._tray is not None:
            self._tray.hide()
