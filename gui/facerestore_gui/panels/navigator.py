"""The navigator: the whole photo, small, with a frame round the part that the canvas shows."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from facerestore_gui.canvas.navigation import WheelNotches
from facerestore_gui.canvas.view import CanvasView
from facerestore_gui.document.document import Document
from facerestore_gui.document.view_state import ViewMode, ViewState
from facerestore_gui.look.images import Picture
from facerestore_gui.look.theme import current_theme

_MARGIN_PX: Final = 6
_SHADE: Final = QColor(0, 0, 0, 110)
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_STEP: Final = 0.1
"""Of an arrow key, as a share of the visible part."""


class Navigator(QWidget):
    """The photo as a whole, the result where one is looked at. A press brings its place into the middle of the canvas,
    a drag goes on with that, the wheel zooms."""

    def __init__(self, document: Document, view: ViewState, canvas: CanvasView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._view, self._canvas = document, view, canvas
        self._notches = WheelNotches()
        self.setAccessibleName(self.tr("Navigator"))
        self.setAccessibleDescription(self.tr("The whole photo; arrow keys move the part that the canvas shows."))
        self.setToolTip(self.tr("Drag to move the part of the photo that is shown; the wheel zooms"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(120, 90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._frame = canvas.frame
        for signal in (
            *(document.opened, document.result_changed, view.mode_changed),
            *(canvas.part_changed, self._frame.changed),
        ):
            signal.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(240, 170)

    def place_of(self, place_photo: QPointF) -> QPointF:
        """Where a place of the photo is in the widget."""
        return self._to_widget().map(place_photo)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = self._notches.add(event)
        if notches and self._picture() is not None:
            self._canvas.zoom_by(notches)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None or self._picture() is None:
            super().keyPressEvent(event)
            return
        part = self._canvas.visible_part_photo()
        shown = self._frame.to_turned.mapRect(part)
        right, down = self._frame.direction_scan(step[0] * shown.width() * _STEP, step[1] * shown.height() * _STEP)
        self._canvas.centre_on(self._canvas.middle_photo() + QPointF(right, down))

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self._picture()
        if picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        room = self._room()
        overview, step = picture.overview()
        extent = picture.extent
        painter.setClipRect(room.adjusted(-1, -1, 1, 1))
        painter.setTransform(self._to_widget(), combine=True)
        whole = QRectF(0, 0, extent.width, extent.height)
        # the last pixel of a level may hang over the photo's edge
        painter.drawImage(whole, overview, QRectF(0, 0, extent.width / step, extent.height / step))
        frame = QPainterPath()
        frame.addPolygon(self._canvas.visible_outline_photo())
        frame.closeSubpath()
        around = QPainterPath()
        around.addRect(whole)
        painter.fillPath(around.subtracted(frame), _SHADE)
        for colour, width in ((QColor(0, 0, 0, 170), 3.5), (QColor(current_theme().highlight).lighter(130), 1.8)):
            pen = QPen(colour, width * self.devicePixelRatioF())
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawPath(frame)
        painter.resetTransform()
        painter.setClipping(False)
        if self.hasFocus():
            painter.setPen(QPen(QColor(current_theme().highlight), 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _picture(self) -> Picture | None:
        result = self._document.result
        if result is not None and self._view.mode is not ViewMode.ORIGINAL:
            return result.picture
        return self._document.picture

    def _scale(self) -> float:
        """Of the widget per photo pixel."""
        box = self._frame.box
        if box.isEmpty():
            return 1.0
        width, height = self.width() - 2 * _MARGIN_PX, self.height() - 2 * _MARGIN_PX
        return max(1e-6, min(width / box.width(), height / box.height()))

    def _room(self) -> QRectF:
        """Where what the framing shows of the photo is in the widget."""
        box, scale = self._frame.box, self._scale()
        width, height = box.width() * scale, box.height() * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _go_to(self, place: QPointF) -> None:
        if self._picture() is None:
            return
        room = self._room()
        x, y = (
            min(max(at, low), high)
            for at, low, high in (
                (place.x(), room.left(), room.right()),
                (place.y(), room.top(), room.bottom()),
            )
        )
        self._canvas.centre_on(self._to_widget().inverted()[0].map(QPointF(x, y)))

    def _to_widget(self) -> QTransform:
        """From pixels of the scan, as the framing turns them."""
        box, room, scale = self._frame.box, self._room(), self._scale()
        placed = QTransform().translate(room.left(), room.top()).scale(scale, scale).translate(-box.left(), -box.top())
        return self._frame.to_turned * placed
