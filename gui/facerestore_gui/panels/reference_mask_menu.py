"""The menu of what is hidden in a photograph from which a face borrows."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from facerestore.values.reference import Reference
from facerestore_gui.editing.reference_tasks import ReferenceTasks
from facerestore_gui.files.file_control import FileControl
from facerestore_gui.look.translation import percentage


class ReferenceMaskButton(QToolButton):
    """A button with the ways to mask the photograph in hand. ``current``: which that is; None: none."""

    def __init__(
        self, current: Callable[[], Reference | None], files: FileControl, tasks: ReferenceTasks, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._current, self._files, self._tasks = current, files, tasks
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(self.tr("What of this photograph is damaged or covered, and is not lent"))
        self.setAccessibleName(self.tr("No mask"))
        self.ways = QMenu(self)
        self._add(self.tr("&Paint the mask of this photograph..."), self._paint)
        self._add(self.tr("Mask from a &file or its project..."), self._from_file)
        self.nothing = self._add(self.tr("&Without a mask"), self._without)
        self.setMenu(self.ways)

    def show_reference(self) -> None:
        """What is masked in the photograph in hand."""
        one = self._current()
        self.setVisible(one is not None)
        if one is None:
            return
        share = 0.0 if one.beneath is None else float((one.crop.hole & ~one.whole.hole).mean())
        self.nothing.setEnabled(one.beneath is not None)
        text = self.tr("No mask") if one.beneath is None else self.tr("Mask {share}")
        self.setText(text.format(share=percentage(share)))
        self.setAccessibleName(self.tr("Mask of this photograph: {state}").format(state=self.text()))

    def _add(self, text: str, run: Callable[[], object]) -> QAction:
        action = QAction(text, self.ways)
        action.triggered.connect(run)
        self.ways.addAction(action)
        return action

    def _paint(self) -> None:
        one = self._current()
        if one is not None:
            self._files.paint_reference_mask(one)

    def _from_file(self) -> None:
        one = self._current()
        if one is not None:
            self._files.ask_reference_mask(one)

    def _without(self) -> None:
        one = self._current()
        if one is not None:
            self._tasks.unmask(one)
