"""The brush's outline under the pointer."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

_SMALLEST_SHOWN_PX = 3.0


class BrushItem(QGraphicsItem):
    """A ring of the brush's size in photo pixels, dark and light so that it shows on every ground."""

    def __init__(self) -> None:
        super().__init__()
        self._radius = 1.0
        self._margin = 2.0
        self._shows_cross = False
        self.setZValue(40)
        self.setVisible(False)

    def show_at(self, place_photo: QPointF, radius_photo_px: float, scale: float) -> None:
        """Move to a place, at ``scale`` canvas pixels per photo pixel."""
        self.prepareGeometryChange()
        self._radius = max(radius_photo_px, _SMALLEST_SHOWN_PX / scale)
        self._margin = 6 / scale
        self._shows_cross = self._radius * scale > 12
        self.setPos(place_photo)
        self.setVisible(True)
        self.update()

    def boundingRect(self) -> QRectF:
        reach = self._radius + self._margin
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # a cosmetic pen counts the screen's own pixels
        ratio = painter.device().devicePixelRatioF()
        for colour, width in ((QColor(0, 0, 0, 160), 3), (QColor(255, 255, 255, 230), 1.2)):
            pen = QPen(colour, width * ratio)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawEllipse(QPointF(0, 0), self._radius, self._radius)
            if self._shows_cross:
                arm = self._margin / 2
                painter.drawLine(QPointF(-arm, 0), QPointF(arm, 0))
                painter.drawLine(QPointF(0, -arm), QPointF(0, arm))
