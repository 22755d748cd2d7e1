"""The view beside the canvas that shows the original while both are seen side by side."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsView, QWidget

from facerestore_gui.canvas.scene import CanvasScene
from facerestore_gui.document.view_state import ViewMode
from facerestore_gui.look.theme import current_theme


class Companion(QGraphicsView):
    """A second view of the photo, beside the canvas. Follows the canvas in place and zoom; dragging it and its wheel
    move the canvas."""

    def __init__(self, scene: CanvasScene, canvas: QGraphicsView, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._scene, self._canvas = scene, canvas
        self._pan_from = QPoint()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setInteractive(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(self.tr("Original beside the result"))
        self.setToolTip(self.tr("The original; the result is beside it"))
        scene.photo.set_companion(self.viewport())
        for bar in (canvas.horizontalScrollBar(), canvas.verticalScrollBar()):
            bar.valueChanged.connect(self.follow)
            bar.rangeChanged.connect(self.follow)
        scene.view_state.mode_changed.connect(self._show_if_wanted)
        self.setVisible(scene.view_state.mode is ViewMode.SIDES)

    def follow(self) -> None:
        """Show the part of the photo that the canvas shows."""
        if self.isVisible():
            self.setTransform(self._canvas.transform())
            self.horizontalScrollBar().setValue(self._canvas.horizontalScrollBar().value())
            self.verticalScrollBar().setValue(self._canvas.verticalScrollBar().value())

    def _show_if_wanted(self) -> None:
        self.setVisible(self._scene.view_state.mode is ViewMode.SIDES)
        self.follow()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, QColor(current_theme().canvas))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.follow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._canvas.viewport(), event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pan_from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        delta = event.position().toPoint() - self._pan_from
        self._pan_from = event.position().toPoint()
        for bar, moved in (
            (self._canvas.horizontalScrollBar(), delta.x()),
            (self._canvas.verticalScrollBar(), delta.y()),
        ):
            bar.setValue(bar.value() - moved)
