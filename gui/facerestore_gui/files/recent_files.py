"""RecentFiles: the photos and projects that were opened last."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSettings, Signal

_MOST: Final = 10
_KEY: Final = "recent"


class RecentFiles(QObject):
    """A list of files, the latest first. ``kept``: where it is remembered; None: only as long as the session lasts."""

    changed = Signal()

    def __init__(self, kept: QSettings | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self._paths = [] if kept is None else _texts(kept.value(_KEY))

    @property
    def paths(self) -> list[Path]:
        return [Path(text) for text in self._paths]

    def note(self, path: Path) -> None:
        """A file was opened or saved."""
        text = str(path.absolute())
        self._keep([text, *(one for one in self._paths if one != text)][:_MOST])

    def forget(self) -> None:
        self._keep([])

    def _keep(self, paths: list[str]) -> None:
        self._paths = paths
        if self._kept is not None:
            self._kept.setValue(_KEY, paths)
        self.changed.emit()


def _texts(value: object) -> list[str]:
    """A list of texts, which some systems keep as one text where it has one entry."""
    if isinstance(value, str):
        return [value] if value else []
    return [one for one in value if isinstance(one, str)][:_MOST] if isinstance(value, list) else []
