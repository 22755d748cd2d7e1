"""The box with handles around a part of the layout that is picked, at the same size on the screen at any zoom."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facerestore_gui.canvas.drawing import scale_of, view_scale
from facerestore_gui.canvas.tools.part_tool import PartTool, handle_places
from facerestore_gui.document.document import Document

_HANDLE_PX: Final = 4.0
_ROOM_PX: Final = 48


class PartItem(QGraphicsItem):
    """The part of the face that is picked, with its handles."""

    def __init__(self, document: Document, tool: PartTool) -> None:
        super().__init__()
        self._document, self._tool = document, tool
        self._rect = QRectF()
        self.setZValue(38)

    def refresh(self) -> None:
        """Bring it in step with what is picked."""
        self.prepareGeometryChange()
        corners = self._corners_photo()
        self._rect = QRectF() if corners is None else _polygon(corners).boundingRect()
        self.update()

    def boundingRect(self) -> QRectF:
        if self._rect.isNull():
            return self._rect
        margin = _ROOM_PX / view_scale(self)
        return self._rect.adjusted(-margin, -margin, margin, margin)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        selection, work = self._tool.selection, self._document.work
        corners = self._corners_photo()
        if selection is None or work is None or corners is None:
            return
        to_screen = QTransform(painter.worldTransform())
        ratio = painter.device().devicePixelRatioF()
        handles, knob = handle_places(selection, work.alignment.scale / (scale_of(to_screen) / ratio))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.resetTransform()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        outline = to_screen.map(_polygon(corners))
        place, fixed_at = to_screen.map(_polygon(work.alignment.to_photo(knob))).toList()
        for pen in (QPen(QColor(0, 0, 0, 190), 3 * ratio), QPen(QColor("#ffffff"), 1.3 * ratio)):
            painter.setPen(pen)
            painter.drawPolygon(outline)
            painter.drawLine(QLineF(place, fixed_at))
        painter.setPen(QPen(QColor(0, 0, 0, 220), 1.2 * ratio))
        painter.setBrush(QColor("#ffd60a"))
        painter.drawEllipse(place, _HANDLE_PX * 1.2 * ratio, _HANDLE_PX * 1.2 * ratio)
        painter.setBrush(QColor("#ffffff"))
        for handle in to_screen.map(_polygon(work.alignment.to_photo(handles))).toList():
            half = _HANDLE_PX * ratio
            painter.drawRect(QRectF(handle - QPointF(half, half), handle + QPointF(half, half)))

    def _corners_photo(self) -> NDArray[np.float64] | None:
        """The box's corners (4, 2)."""
        selection, work = self._tool.selection, self._document.work
        return None if selection is None or work is None else work.alignment.to_photo(selection.corners())


def _polygon(places: NDArray[np.float64]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in places.tolist()])
