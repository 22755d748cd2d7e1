"""The middle of the window: the canvas, or the welcome before there is a photo, with what stands round it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facerestore_gui.canvas.companion import Companion
from facerestore_gui.canvas.scene import CanvasScene
from facerestore_gui.canvas.view import CanvasView


class Pages(QStackedWidget):
    """The welcome, and the page of the canvas with the original beside it where both are wanted."""

    def __init__(self, welcome: QWidget, scene: CanvasScene, canvas: CanvasView, parent: QWidget) -> None:
        super().__init__(parent)
        self.addWidget(welcome)
        self._canvas_page = QWidget(self)
        sides = QHBoxLayout(self._canvas_page)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(2)
        self.companion = Companion(scene, canvas, self._canvas_page)
        sides.addWidget(self.companion, 1)
        sides.addWidget(canvas, 1)
        self.addWidget(self._canvas_page)

    def show_canvas(self) -> None:
        """In place of the welcome."""
        self.setCurrentWidget(self._canvas_page)


def middle_of(pages: QWidget, below: Sequence[QWidget], column: QWidget, parent: QWidget) -> QWidget:
    """One widget of all: the pages, bars below them, the column at their right."""
    left = QVBoxLayout()
    left.setSpacing(0)
    left.addWidget(pages, 1)
    for bar in below:
        left.addWidget(bar)
    middle = QWidget(parent)
    row = QHBoxLayout(middle)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addLayout(left, 1)
    row.addWidget(column)
    return middle
