"""The divider between before and after, drawn in pixels of the canvas."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


def draw_divider(painter: QPainter, x: float, top: float, bottom: float) -> None:
    """A line with a handle in its middle, and what lies on either side at its top."""
    painter.save()
    painter.resetTransform()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((QColor(0, 0, 0, 130), 3.0), (QColor("#ffffff"), 1.4)):
        painter.setPen(QPen(colour, width))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    _draw_handle(painter, QPointF(x, (top + bottom) / 2))
    _draw_tag(painter, QPointF(x - 8, top + 8), "Before", right_aligned=True)
    _draw_tag(painter, QPointF(x + 8, top + 8), "After", right_aligned=False)
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
