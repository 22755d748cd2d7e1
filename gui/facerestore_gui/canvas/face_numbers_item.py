"""The numbers of the faces on the canvas, as the list of faces has them, at the same size on the screen at any zoom."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facerestore.editing.project import FaceState
from facerestore_gui.canvas.drawing import view_scale

_SIDE_PX: Final = 20
_WIDEST_PX: Final = 44
"""Of three digits."""


@dataclass(frozen=True)
class _Badge:
    number: int
    box: QRectF
    """Of the face, in pixels of the photo."""
    is_current: bool
    is_skipped: bool


class FaceNumbersItem(QGraphicsItem):
    """The numbers of the faces, each at its face's upper left corner in the view. One face alone needs none."""

    def __init__(self) -> None:
        super().__init__()
        self._badges: list[_Badge] = []
        self.setZValue(29)

    def show_faces(self, faces: Sequence[FaceState], current: int) -> None:
        """``current``: the index of the face that is worked on."""
        self.prepareGeometryChange()
        self._badges = [
            _Badge(index + 1, _box_of(work), index == current, work.is_skipped)
            for index, work in enumerate(faces)
            if len(faces) > 1
        ]
        self.update()

    def boundingRect(self) -> QRectF:
        if not self._badges:
            return QRectF()
        bounds, margin = QRectF(), _WIDEST_PX / view_scale(self)
        for badge in self._badges:
            bounds = bounds.united(badge.box)
        return bounds.adjusted(-margin, -margin, margin, margin)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        to_screen = painter.worldTransform()
        painter.resetTransform()
        for badge in self._badges:
            _draw(painter, to_screen.mapRect(badge.box).topLeft(), badge)


def _box_of(work: FaceState) -> QRectF:
    left, top, right, bottom = work.face.box_xyxy
    return QRectF(left, top, right - left, bottom - top)


def _draw(painter: QPainter, place: QPointF, badge: _Badge) -> None:
    text = str(badge.number)
    width = max(_SIDE_PX, painter.fontMetrics().horizontalAdvance(text) + 10)
    # outside the face, so that nothing of it is hidden
    box = QRectF(place.x() - width, place.y() - _SIDE_PX, width, _SIDE_PX)
    ground = QColor("#ffd60a") if badge.is_current else QColor(0, 0, 0, 190)
    words = QColor("#000000") if badge.is_current else QColor("#b0b0b0" if badge.is_skipped else "#ffffff")
    painter.setPen(QPen(QColor(0, 0, 0, 190), 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(words)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    if badge.is_skipped:
        painter.drawLine(box.topLeft() + QPointF(4, _SIDE_PX / 2), box.topRight() + QPointF(-4, _SIDE_PX / 2))
