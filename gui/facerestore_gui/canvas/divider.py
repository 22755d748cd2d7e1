"""The divider between before and after, drawn in pixels of the canvas."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsView

from facerestore_gui.canvas.scene import CanvasScene

_REACH_PX: Final = 10
_STEP: Final = 0.02
_SHORTEST_PX: Final = 1e-6


class Divider:
    """The line between before and after in a view, as long as they are compared."""

    def __init__(self, view: QGraphicsView, scene: CanvasScene) -> None:
        self._view, self._scene = view, scene

    @property
    def is_shown(self) -> bool:
        return self._scene.view_state.is_comparing

    def is_at(self, place: QPointF) -> bool:
        """Whether a place of the view is within reach of it."""
        if not self.is_shown:
            return False
        line = self._line()
        across = line.normalVector().unitVector()
        return abs(QPointF.dotProduct(place - line.p1(), across.p2() - across.p1())) <= _REACH_PX

    def move_to(self, share: float) -> None:
        """Move to a share of the width of what is shown."""
        self._scene.photo.set_divider(share)
        self._view.viewport().update()

    def follow(self, place: QPointF) -> None:
        """Move to a place of the view."""
        to_scan, _ = self._view.viewportTransform().inverted()
        frame = self._scene.frame
        box, turned = frame.box, frame.to_turned.map(to_scan.map(place))
        self.move_to((turned.x() - box.left()) / max(1.0, box.width()))

    def step(self, steps: int) -> None:
        """Move by small steps, to the right or the left."""
        self.move_to(self._scene.photo.divider + steps * _STEP)

    def draw(self, painter: QPainter) -> None:
        if self.is_shown:
            seen = _inside(self._line(), QRectF(self._view.viewport().rect()))
            if seen is not None:
                _draw_divider(painter, seen)

    @property
    def is_steep(self) -> bool:
        """Whether it goes rather up and down than across the view."""
        line = self._line()
        return abs(line.dy()) >= abs(line.dx())

    def _line(self) -> QLineF:
        """From the upper end of what is shown to its lower one, in pixels of the view."""
        to_canvas = self._view.viewportTransform()
        top, bottom = map(to_canvas.map, self._scene.photo.divider_line)
        return QLineF(top, bottom)


def _inside(line: QLineF, room: QRectF) -> QLineF | None:
    """The part of a line that lies in a rectangle; None if none does."""
    first, last = 0.0, 1.0
    for start, step, low, high in (
        (line.x1(), line.dx(), room.left(), room.right()),
        (line.y1(), line.dy(), room.top(), room.bottom()),
    ):
        if abs(step) < _SHORTEST_PX:
            if not low <= start <= high:
                return None
            continue
        enters, leaves = sorted(((low - start) / step, (high - start) / step))
        first, last = max(first, enters), min(last, leaves)
    return QLineF(line.pointAt(first), line.pointAt(last)) if first < last else None


def _draw_divider(painter: QPainter, line: QLineF) -> None:
    """A line with a handle in its middle, and what lies on either side at its upper end."""
    painter.save()
    painter.resetTransform()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((QColor(0, 0, 0, 130), 3.0), (QColor("#ffffff"), 1.4)):
        painter.setPen(QPen(colour, width))
        painter.drawLine(line)
    _draw_handle(painter, line)
    along = line.unitVector()
    ahead = along.p2() - along.p1()
    _draw_tag(painter, line.p1(), -1, ahead, QCoreApplication.translate("Divider", "Before"))
    _draw_tag(painter, line.p1(), 1, ahead, QCoreApplication.translate("Divider", "After"))
    painter.restore()


def _draw_handle(painter: QPainter, line: QLineF) -> None:
    painter.save()
    painter.translate(line.center())
    # a line down has its arrows to the left and the right
    painter.rotate(-90 - line.angle())
    centre = QPointF(0, 0)
    painter.setPen(QPen(QColor(0, 0, 0, 150), 1))
    painter.setBrush(QColor("#ffffff"))
    painter.drawEllipse(centre, 11, 11)
    painter.setPen(QPen(QColor("#303030"), 1.6))
    for side in (-1, 1):
        tip = centre + QPointF(side * 6, 0)
        painter.drawLine(tip, tip + QPointF(-side * 3, -3))
        painter.drawLine(tip, tip + QPointF(-side * 3, 3))
    painter.restore()


def _draw_tag(painter: QPainter, end: QPointF, side: int, ahead: QPointF, text: str) -> None:
    """A name beside an end of the line, upright. ``ahead``: the line's direction; ``side``: -1 or 1, across it."""
    size = QRectF(painter.fontMetrics().boundingRect(text)).size()
    box = QRectF(0, 0, size.width() + 12, size.height() + 6)
    across = QPointF(ahead.y(), -ahead.x()) * side
    # as far from the line, and from its end, as the box reaches that way
    half_across = (box.width() * abs(across.x()) + box.height() * abs(across.y())) / 2
    half_ahead = (box.width() * abs(ahead.x()) + box.height() * abs(ahead.y())) / 2
    box.moveCenter(end + across * (8 + half_across) + ahead * (8 + half_ahead))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 150))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
