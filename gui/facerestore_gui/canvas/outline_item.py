"""The outline of a shape that is being drawn."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facerestore_gui.canvas.drawing import draw_dashed, view_scale
from facerestore_gui.canvas.tools.preview import Preview

_CORNER_PX: Final = 3.5
_MARGIN_PX: Final = 8
_TAKES_AWAY: Final = "#ffb3ac"


class OutlineItem(QGraphicsItem):
    """The outline of what is being drawn: dark and light dashes that show on every ground; reddish where the shape
    takes away."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self._preview = preview
        self._path = QPainterPath()
        self.setZValue(39)
        preview.changed.connect(self._refresh)

    def boundingRect(self) -> QRectF:
        margin = _MARGIN_PX / view_scale(self)
        bounds = self._path.boundingRect()
        return bounds.adjusted(-margin, -margin, margin, margin) if self._preview.points else QRectF()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        light = QColor(_TAKES_AWAY if self._preview.takes_away else "#ffffff")
        draw_dashed(painter, self._path, light)
        # the last place of a polygon is the pointer, not a corner yet
        marked = self._preview.points[: -1 if self._preview.has_corners else int(self._preview.has_start)]
        if marked:
            self._draw_corners(painter, light, marked)

    def _draw_corners(self, painter: QPainter, colour: QColor, places: Sequence[tuple[float, float]]) -> None:
        to_screen = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        painter.setPen(QPen(QColor(0, 0, 0, 200), 1))
        painter.setBrush(colour)
        for place in places:
            painter.drawEllipse(to_screen.map(QPointF(*place)), _CORNER_PX, _CORNER_PX)
        painter.restore()

    def _refresh(self) -> None:
        self.prepareGeometryChange()
        points = [QPointF(*place) for place in self._preview.points]
        self._path = QPainterPath()
        if self._preview.is_ellipse and len(points) == 2:
            self._path.addEllipse(QRectF(points[0], points[1]).normalized())
        elif points:
            self._path.addPolygon(QPolygonF(points))
        self.update()
