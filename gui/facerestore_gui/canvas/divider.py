"""The divider between before and after, drawn in pixels of the canvas."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsView

from facerestore_gui.canvas.scene import CanvasScene

_REACH_PX: Final = 10
_STEP: Final = 0.02


class Divider:
    """The line between before and after in a view, as long as they are compared."""

    def __init__(self, view: QGraphicsView, scene: CanvasScene) -> None:
        self._view, self._scene = view, scene

    @property
    def is_shown(self) -> bool:
        return self._scene.view_state.is_comparing

    def is_at(self, place: QPointF) -> bool:
        """Whether a place of the view is within reach of it."""
        return self.is_shown and abs(place.x() - self._line()[0]) <= _REACH_PX

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
            x, top, bottom = self._line()
            _draw_divider(painter, x, max(top, 0), min(bottom, self._view.viewport().height()))

    def _line(self) -> tuple[float, float, float]:
        """x, top and bottom in pixels of the view."""
        to_canvas = self._view.viewportTransform()
        top, bottom = map(to_canvas.map, self._scene.photo.divider_line)
        return top.x(), top.y(), bottom.y()


def _draw_divider(painter: QPainter, x: float, top: float, bottom: float) -> None:
    """A line with a handle in its middle, and what lies on either side at its top."""
    painter.save()
    painter.resetTransform()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((QColor(0, 0, 0, 130), 3.0), (QColor("#ffffff"), 1.4)):
        painter.setPen(QPen(colour, width))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    _draw_handle(painter, QPointF(x, (top + bottom) / 2))
    _draw_tag(painter, QPointF(x - 8, top + 8), QCoreApplication.translate("Divider", "Before"), right_aligned=True)
    _draw_tag(painter, QPointF(x + 8, top + 8), QCoreApplication.translate("Divider", "After"), right_aligned=False)
    painter.restore()


def _draw_handle(painter: QPainter, centre: QPointF) -> None:
    painter.setPen(QPen(QColor(0, 0, 0, 150), 1))
    painter.setBrush(QColor("#ffffff"))
    painter.drawEllipse(centre, 11, 11)
    painter.setPen(QPen(QColor("#303030"), 1.6))
    for side in (-1, 1):
        tip = centre + QPointF(side * 6, 0)
        painter.drawLine(tip, tip + QPointF(-side * 3, -3))
        painter.drawLine(tip, tip + QPointF(-side * 3, 3))


def _draw_tag(painter: QPainter, corner: QPointF, text: str, *, right_aligned: bool) -> None:
    size = QRectF(painter.fontMetrics().boundingRect(text)).size()
    box = QRectF(0, 0, size.width() + 12, size.height() + 6)
    box.moveTo(corner.x() - (box.width() if right_aligned else 0), corner.y())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 150))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
