"""CanvasFocus: the keyboard belongs to the canvas whenever nobody has brought it elsewhere."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QDockWidget, QLineEdit, QWidget

from facerestore_gui.canvas.view import CanvasView
from facerestore_gui.keys.held_keys import HOLD_HAND
from facerestore_gui.keys.shortcuts import Shortcuts


class CanvasFocus(QObject):
    """The way of the keyboard back to the canvas: when what has it can be used no longer, and when the key that holds
    the hand is pressed over the photo. Who goes through the buttons by keys keeps them: the hand is only held once the
    pointer has moved over the canvas since. What texts are typed into keeps its keys."""

    def __init__(self, window: QWidget, canvas: CanvasView, shortcuts: Shortcuts) -> None:
        super().__init__(window)
        self._window, self._canvas, self._shortcuts = window, canvas, shortcuts
        self._watched: QWidget | None = None
        self._is_pointing = False
        canvas.pointer_moved.connect(self._note_pointer)
        application = QApplication.instance()
        assert isinstance(application, QApplication), "there is one where there are widgets"
        application.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        is_over_photo = self._is_pointing and self._canvas.viewport().underMouse()
        if not is_over_photo or self._shortcuts.name_of(event) != HOLD_HAND:
            return False
        # a panel that floats is a window of its own
        self._window.activateWindow()
        self._canvas.setFocus()
        QApplication.sendEvent(self._canvas, event)
        return True

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        self._is_pointing = False
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None
        if now is None or not is_of(now, self._window) or now is self._canvas:
            return
        # not to a canvas that something else stands in place of
        is_lost = before is not None and is_of(before, self._window) and self._canvas.isVisible()
        if is_lost and before is not None and not (before.isEnabled() and before.isVisible()):
            # Qt gives it to whatever comes next
            self._canvas.setFocus()
        elif not isinstance(now, QLineEdit | QAbstractSpinBox):
            self._watched = now
            now.installEventFilter(self)

    def _note_pointer(self) -> None:
        self._is_pointing = True


def is_of(widget: QWidget, window: QWidget) -> bool:
    """Whether a widget is in a window, or in a panel of it that floats."""
    own = widget.window()
    return own is window or (isinstance(own, QDockWidget) and own.parentWidget() is window)
