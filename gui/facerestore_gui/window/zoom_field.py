"""ZoomField: the zoom in the status bar, to be chosen or typed."""

from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from facerestore_gui.canvas.view import CanvasView
from facerestore_gui.look.translation import percentage
from facerestore_gui.panels.section import name_choice

PERCENTS: Final = (25, 50, 100, 200, 400)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ZoomField(QComboBox):
    """The figure of the zoom, with a list of usual ones. What is typed is percent, with or without the sign; nonsense
    is put back. Enter and Esc give the keyboard back to the canvas."""

    left = Signal()
    """The person is done with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas: CanvasView | None = None
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # the stubs do not know that None is allowed
        self.setCompleter(None)  # type: ignore[arg-type]
        self.setMaxVisibleItems(len(PERCENTS) + 1)
        for percent in PERCENTS:
            self.addItem(percentage(percent / 100), percent)
        self.addItem(self.tr("Fit"), None)
        name_choice(self, self.tr("Zoom"))
        self.setToolTip(self.tr("The zoom: choose it, or type percent and press Enter"))
        widest = max(self.fontMetrics().horizontalAdvance(text) for text in (percentage(64.0), self.tr("Fit")))
        self.setFixedWidth(widest + 42)
        self.setEnabled(False)
        self.activated.connect(self._choose)

    def follow(self, canvas: CanvasView) -> None:
        """Show and set the zoom of a canvas."""
        self._canvas = canvas
        canvas.scale_changed.connect(self._show)

    def type_figure(self) -> None:
        """Have the next figure typed here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._select()

    def event(self, event: QEvent) -> bool:
        # Esc is a shortcut of the window: here it puts the figure back
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._show()
                self.left.emit()
                return True
        # Qt would look for the text in the list, after it was put back, too
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            self._take_typed()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._select()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._show()

    def _select(self) -> None:
        line = self.lineEdit()
        if line is not None:
            line.selectAll()

    def _choose(self, index: int) -> None:
        if self._canvas is None:
            return
        percent = self.itemData(index)
        if percent is None:
            self._canvas.fit()
        else:
            self._canvas.zoom_to(percent / 100)
        self._show()
        self.left.emit()

    def _take_typed(self) -> None:
        percent = percent_of(self.currentText())
        if percent is not None and self._canvas is not None:
            self._canvas.zoom_to(percent / 100)
        self._show()
        if percent is not None:
            self.left.emit()
        else:
            self._select()

    def _show(self) -> None:
        if self._canvas is not None:
            self.setEnabled(True)
            with QSignalBlocker(self):
                self.setCurrentIndex(-1)
                self.setEditText(percentage(self._canvas.scale_factor))


def percent_of(text: str) -> float | None:
    """The figure of what was typed: "73", "73 %", "12,5%"; None for nonsense and for nothing."""
    try:
        percent = float(text.replace("%", "").replace(",", ".").strip())
    except ValueError:
        return None
    return percent if 0 < percent < 1e6 else None
