"""SideWindows: the windows beside the main one, one of each kind: the guide, and the batch."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from facerestore_gui.dialogs.batch import BatchWindow
from facerestore_gui.files.batch_control import BatchControl
from facerestore_gui.files.batch_rows import BatchState
from facerestore_gui.files.file_control import FileControl
from facerestore_gui.window.guide_window import GuideWindow


class SideWindows(QObject):
    """The windows that stand beside a ``window`` and go with it. They are made when they are first asked for."""

    def __init__(self, window: QWidget, batch: BatchControl, files: FileControl) -> None:
        super().__init__(window)
        self._window, self._batch, self._files = window, batch, files

    def show_batch(self, folder: Path | None) -> None:
        """The batch in front, with a folder to begin with."""
        shown = self._window.findChild(BatchWindow) or self._made_batch()
        shown.suggest(folder)
        shown.show()
        shown.activateWindow()

    def show_guide(self, language: str) -> None:
        """The guide in front."""
        guide = self._window.findChild(GuideWindow) or GuideWindow(self._window, language)
        guide.show()
        guide.activateWindow()

    def close_batch(self) -> None:
        batch = self._window.findChild(BatchWindow)
        if batch is not None:
            batch.close()

    @property
    def can_be_made_anew(self) -> bool:
        """Not while the batch window waits for its photos to be listed, to go on then."""
        return self._batch.state is not BatchState.PLANNING and not self._batch.is_asking

    def make_anew(self, language: str) -> None:
        """Those that were made, in another language, where they stand and with what was entered."""
        guide, batch = self._window.findChild(GuideWindow), self._window.findChild(BatchWindow)
        if guide is not None:
            new_guide = GuideWindow(self._window, language)
            new_guide.continue_from(guide)
            _put_in_place_of(guide, new_guide)
        if batch is not None:
            new_batch = self._made_batch()
            new_batch.continue_from(batch)
            _put_in_place_of(batch, new_batch)

    def _made_batch(self) -> BatchWindow:
        batch = BatchWindow(self._batch, self._window)
        batch.photo_wanted.connect(self._edit)
        return batch

    def _edit(self, photo: Path) -> None:
        """A photo of the batch, in the window."""
        self._files.open_file(photo)
        self._window.raise_()
        self._window.activateWindow()


def _put_in_place_of(old: QWidget, new: QWidget) -> None:
    new.setVisible(old.isVisible())
    Shiboken.delete(old)
