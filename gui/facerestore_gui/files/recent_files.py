"""Recent files: a menu of the photos and projects that were opened last."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QMenu, QWidget

_MOST: Final = 10
_KEY: Final = "recent"


class RecentFiles:
    """``kept``: where the list is remembered; None: only as long as the window is open."""

    def __init__(self, kept: QSettings | None, open_file: Callable[[Path], object], parent: QWidget) -> None:
        self._kept, self._open = kept, open_file
        self._paths = [] if kept is None else _texts(kept.value(_KEY))
        self.menu = QMenu(QCoreApplication.translate("RecentFiles", "Open &recent"), parent)
        self.menu.aboutToShow.connect(self._fill)
        self._fill()

    @property
    def paths(self) -> list[Path]:
        """The latest first."""
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
        self._fill()

    def _fill(self) -> None:
        self.menu.clear()
        for number, path in enumerate(self.paths, start=1):
            name = path.name.replace("&", "&&")
            action = self.menu.addAction(f"&{number % 10}  {name}", partial(self._open, path))
            action.setToolTip(str(path))
        if self._paths:
            self.menu.addSeparator()
        forget = self.menu.addAction(QCoreApplication.translate("RecentFiles", "&Forget these"), self.forget)
        forget.setEnabled(bool(self._paths))
        self.menu.setToolTipsVisible(True)


def _texts(value: object) -> list[str]:
    """A list of texts, which some systems keep as one text where it has one entry."""
    if isinstance(value, str):
        return [value] if value else []
    return [one for one in value if isinstance(one, str)][:_MOST] if isinstance(value, list) else []
