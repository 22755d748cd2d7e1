"""The five points of a face on the canvas, at the same size on the screen at any zoom."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facerestore_gui.canvas.drawing import view_scale
from facerestore_gui.look.translation import point_name

_RADIUS_PX = 6.0
_NAME_ROOM_PX = 240
"""The width of the longest name of a point, and some more."""


class PointsItem(QGraphicsItem):
    """The five points of a face, on the canvas. Marks with cross hairs, the chosen one filled and named. Draws over
    everything else."""

    def __init__(self) -> None:
        super().__init__()
        self._points: NDArray[np.float64] = np.zeros((0, 2))
        self._chosen = -1
        self._is_current = True
        self.setZValue(30)

    def show_points(
        self, points_photo: NDArray[np.floating] | Sequence[Sequence[float]], *, chosen: int, is_current: bool
    ) -> None:
        self.prepareGeometryChange()
        self._points = np.asarray(points_photo, np.float64).reshape(-1, 2)
        self._chosen, self._is_current = chosen, is_current
        self.update()

    def boundingRect(self) -> QRectF:
        if not len(self._points):
            return QRectF()
        low, high = self._points.min(axis=0), self._points.max(axis=0)
        margin = _NAME_ROOM_PX / view_scale(self)
        return QRectF(low[0], low[1], high[0] - low[0], high[1] - low[1]).adjusted(-margin, -margin, margin, margin)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        to_screen = painter.worldTransform()
        painter.resetTransform()
        for index, (x, y) in enumerate(self._points):
            place = to_screen.map(QPointF(x, y))
            _draw_mark(painter, place, is_chosen=index == self._chosen, is_current=self._is_current)
        if 0 <= self._chosen < len(self._points):
            place = to_screen.map(QPointF(*self._points[self._chosen]))
            _draw_name(painter, place, point_name(self._chosen))


def _draw_mark(painter: QPainter, place: QPointF, *, is_chosen: bool, is_current: bool) -> None:
    colour = QColor("#ffd60a" if is_chosen else "#ffffff" if is_current else "#b0b0b0")
    for pen in (QPen(QColor(0, 0, 0, 190), 4), QPen(colour, 2)):
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place, _RADIUS_PX, _RADIUS_PX)
    painter.setPen(QPen(colour, 1.5))
    painter.drawPoint(place)


def _draw_name(painter: QPainter, place: QPointF, name: str) -> None:
    metrics = painter.fontMetrics()
    box = QRectF(metrics.boundingRect(name)).adjusted(-6, -3, 6, 3)
    box.moveTo(place + QPointF(_RADIUS_PX + 5, _RADIUS_PX + 3))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 190))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
