"""F6: the keyboard goes from panel to panel, and back to the canvas."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from facerestore_gui.window.canvas_focus import is_of


class FocusRing:
    """The way of the keyboard round the window. ``stops`` gives the panels after the canvas, in order."""

    def __init__(self, window: QWidget, canvas: QWidget, stops: Callable[[], Sequence[QWidget]]) -> None:
        self._window, self._canvas, self._stops = window, canvas, stops

    def go_on(self) -> None:
        """To the first widget of the next panel that takes the keyboard."""
        stops = [self._canvas, *self._stops()]
        focused = QApplication.focusWidget()
        if focused is None or not is_of(focused, self._window):
            focused = self._window.focusWidget()
        here = next((n for n, stop in enumerate(stops) if focused and stop.isAncestorOf(focused)), -1)
        if focused is self._canvas:
            here = 0
        for step in range(1, len(stops) + 1):
            stop = stops[(here + step) % len(stops)]
            taker = stop if stop is self._canvas else next(filter(_takes_focus, stop.findChildren(QWidget)), None)
            if taker is not None:
                if taker.window() is not (focused or taker).window():
                    taker.window().activateWindow()
                taker.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
