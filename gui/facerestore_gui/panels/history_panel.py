"""The history panel: every step in words, the way to each of them, and where one is."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QListWidget, QListWidgetItem, QWidget

from facerestore_gui.look.step_label import label_now
from facerestore_gui.session.history_steps import HistorySteps, Step

_ROLE: Final = Qt.ItemDataRole
_MARK: Final = "\N{BLACK RIGHT-POINTING TRIANGLE}  "
_NO_MARK: Final = "     "


class HistoryPanel(QListWidget):
    """The list of all steps, after a row for where they begin. A click, or Enter, goes to one; what comes after it
    stays to be redone until something else is done. It is read anew only while it is seen, and only rows that say
    something else than before are written: there may be thousands, and every stroke adds one. ``done_count``: how many
    steps are done, which is the row of the present state, too."""

    def __init__(self, steps: HistorySteps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._words: list[str] = []
        self.done_count = 0
        self.setAccessibleName(self.tr("History"))
        self.setToolTip(self.tr("Click a step, or press Enter on it, to go there"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMinimumSize(120, 60)
        self.itemClicked.connect(self._go_to)
        self.itemActivated.connect(self._go_to)
        steps.changed.connect(self._refresh)

    def sizeHint(self) -> QSize:
        return QSize(220, 170)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        self._show_steps(self._steps.listed(), has_forgotten=self._steps.has_forgotten)
        self.setCurrentRow(self.done_count)
        self.scrollToItem(self.item(self.done_count))

    def _show_steps(self, steps: Sequence[Step], *, has_forgotten: bool) -> None:
        first = self.tr("Earlier steps are forgotten") if has_forgotten else self.tr("Opened")
        words = [first, *(label_now(step.label) for step in steps)]
        pairs = zip(words, self._words, strict=False)
        shorter = min(len(words), len(self._words))
        kept = next((row for row, (new, old) in enumerate(pairs) if new != old), shorter)
        before, self.done_count = self.done_count, sum(step.is_done for step in steps)
        self._words = words
        while self.count() > kept:
            self.takeItem(self.count() - 1)
        self.addItems(words[kept:])
        low, high = sorted((before, self.done_count))
        for row in {*range(kept, len(words)), *range(low, min(high + 1, len(words)))}:
            self._write(row)

    def _write(self, row: int) -> None:
        item, words = self.item(row), self._words[row]
        is_here, is_undone = row == self.done_count, row > self.done_count
        item.setText((_MARK if is_here else _NO_MARK) + words)
        font = self.font()
        font.setBold(is_here)
        item.setFont(font)
        said = "{step}"
        if is_here:
            said = self.tr("{step}, the present state")
        elif is_undone:
            said = self.tr("{step}, undone")
        item.setData(_ROLE.AccessibleTextRole, said.format(step=words))
        faint = QApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
        item.setData(_ROLE.ForegroundRole, faint if is_undone else None)

    def _go_to(self, item: QListWidgetItem) -> None:
        row = self.row(item)
        if row != self.done_count:
            self._steps.go_to(row)
