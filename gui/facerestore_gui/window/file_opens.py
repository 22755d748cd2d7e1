"""FileOpens: what macOS asks an app to open, which it says in events, not in the app's arguments."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class FileOpens(QObject):
    """Hears what is double-clicked, or dropped on the app's icon, from its making on. Such a file may come before the
    window can open it: until then it is kept, the last one alone."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._open: Callable[[Path], object] | None = None
        self._kept: Path | None = None
        application.installEventFilter(self)

    def hand_to(self, take: Callable[[Path], object]) -> bool:
        """From now on files go to ``take``; whether there was one already."""
        self._open = take
        kept, self._kept = self._kept, None
        if kept is not None:
            take(kept)
        return kept is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent) or not event.file():
            return super().eventFilter(watched, event)
        path = Path(event.file())
        if self._open is None:
            self._kept = path
        else:
            self._open(path)
        return True
