"""The menu of the files that were opened last."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from facerestore_gui.files.recent_files import RecentFiles


class RecentMenu(QMenu):
    """A menu that follows the list of recent files. ``open_file`` is called with the path of the one chosen."""

    def __init__(self, recent: RecentFiles, open_file: Callable[[Path], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._recent, self._open = recent, open_file
        self.setTitle(self.tr("Open &recent"))
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._fill)
        recent.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self.clear()
        for number, path in enumerate(self._recent.paths, start=1):
            name = path.name.replace("&", "&&")
            action = self.addAction(f"&{number % 10}  {name}", partial(self._open, path))
            action.setToolTip(str(path))
        if self._recent.paths:
            self.addSeparator()
        forget = self.addAction(self.tr("&Forget these"), self._recent.forget)
        forget.setEnabled(bool(self._recent.paths))
