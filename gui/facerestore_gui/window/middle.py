"""The middle of the window: the canvas, or the welcome before there is a photo."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from facerestore_gui.canvas.candidate_grid import CandidateGrid
from facerestore_gui.canvas.companion import Companion
from facerestore_gui.canvas.scene import CanvasScene
from facerestore_gui.canvas.view import CanvasView


class Pages(QStackedWidget):
    """The welcome, and the page of the canvas with the original beside it where both are wanted."""

    def __init__(self, welcome: QWidget, scene: CanvasScene, canvas: CanvasView, parent: QWidget) -> None:
        super().__init__(parent)
        self.addWidget(welcome)
        self._canvas = canvas
        self._canvas_page = QWidget(self)
        sides = QHBoxLayout(self._canvas_page)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(2)
        self.companion = Companion(scene, canvas, self._canvas_page)
        sides.addWidget(self.companion, 1)
        sides.addWidget(canvas, 1)
        self.addWidget(self._canvas_page)

    def add_grid(self, grid: CandidateGrid) -> None:
        """What stands in place of the canvas while all candidates are seen."""
        self._grid = grid
        self.addWidget(grid)

    def show_grid(self, *, shown: bool) -> None:
        """In place of the canvas, or that again."""
        is_shown = self.currentWidget() is self._grid
        if shown != is_shown:
            self.setCurrentWidget(self._grid if shown else self._canvas_page)
            (self._grid if shown else self._canvas).setFocus()

    def show_canvas(self) -> None:
        """In place of the welcome."""
        self.setCurrentWidget(self._canvas_page)
