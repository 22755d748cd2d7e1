"""What a crop leaves out, hidden or dimmed, and the crop's border with handles while it can be changed."""

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facerestore_gui.canvas.drawing import view_scale
from facerestore_gui.canvas.photo_frame import PhotoFrame
from facerestore_gui.canvas.tools.crop_tool import HANDLES
from facerestore_gui.document.tool_settings import ToolKind, ToolSettings
from facerestore_gui.look.theme import current_theme

_DIMMED: Final = QColor(0, 0, 0, 165)
_HANDLE_PX: Final = 4.5
_MARGIN_PX: Final = 12


class CropItem(QGraphicsItem):
    """The surroundings of what is shown: covered, or dimmed while a tool of the framing is in hand. Nothing where all
    of the scan is shown."""

    def __init__(self, frame: PhotoFrame, settings: ToolSettings) -> None:
        super().__init__()
        self._frame, self._settings = frame, settings
        # over the numbers of faces that are left out, below points that are being moved
        self.setZValue(29.5)
        frame.changed.connect(self.refresh)
        self.setVisible(False)

    def refresh(self) -> None:
        """Bring it in step with the framing and the tool in hand."""
        self.prepareGeometryChange()
        has_border = self._settings.kind is ToolKind.CROP and self._frame.extent is not None
        self.setVisible(self._frame.hides_part or has_border)
        self.update()

    def boundingRect(self) -> QRectF:
        extent = self._frame.extent
        if extent is None:
            return QRectF()
        margin = self._margin()
        return QRectF(0, 0, extent.width, extent.height).adjusted(-margin, -margin, margin, margin)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        extent = self._frame.extent
        if extent is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around = QPainterPath()
        around.addRect(QRectF(0, 0, extent.width, extent.height).adjusted(-1, -1, 1, 1))
        around.addPolygon(self._frame.crop_scan)
        around.closeSubpath()
        dimmed = self._frame.shows_surroundings
        painter.fillPath(around, _DIMMED if dimmed else QColor(current_theme().canvas))
        if dimmed:
            self._draw_border(painter)
        painter.restore()

    def _draw_border(self, painter: QPainter) -> None:
        """Upright in the view, with lines at thirds and, for the tool that moves them, handles."""
        to_screen = self._frame.to_scan * painter.worldTransform()
        painter.resetTransform()
        box, ratio = to_screen.mapRect(self._frame.crop), painter.device().devicePixelRatioF()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(QColor(0, 0, 0, 190), 3 * ratio), QPen(QColor("#ffffff"), 1.4 * ratio)):
            painter.setPen(pen)
            painter.drawRect(box)
        if self._settings.kind is not ToolKind.CROP:
            return
        painter.setPen(QPen(QColor(255, 255, 255, 110), ratio))
        for share in (1 / 3, 2 / 3):
            x, y = box.left() + share * box.width(), box.top() + share * box.height()
            painter.drawLine(QLineF(x, box.top(), x, box.bottom()))
            painter.drawLine(QLineF(box.left(), y, box.right(), y))
        painter.setPen(QPen(QColor(0, 0, 0, 220), 1.2 * ratio))
        painter.setBrush(QColor("#ffffff"))
        half = QPointF(_HANDLE_PX * ratio, _HANDLE_PX * ratio)
        for across, down in HANDLES:
            place = QPointF(box.left() + across * box.width(), box.top() + down * box.height())
            painter.drawRect(QRectF(place - half, place + half))

    def _margin(self) -> float:
        return _MARGIN_PX / view_scale(self)
