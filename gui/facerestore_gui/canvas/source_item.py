"""Where the clone brush copies from, marked on the photo."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facerestore_gui.canvas.drawing import scale_of, view_scale
from facerestore_gui.canvas.tools.hand_tools import CloneTool
from facerestore_gui.document.tool_settings import ToolKind, ToolSettings

_ARM_PX = 9.0


class SourceItem(QGraphicsItem):
    """A cross of one size on the screen, dark and light so that it shows on every ground, with a ring of the brush's
    size; seen while the clone brush is in hand and a source is chosen."""

    def __init__(self, tool: CloneTool, settings: ToolSettings) -> None:
        super().__init__()
        self._tool, self._settings = tool, settings
        self._reach = 1.0
        self.setZValue(39)
        self.setVisible(False)
        tool.mark_changed.connect(self._show)
        settings.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        mark = self._tool.mark
        is_shown = mark is not None and self._settings.kind is ToolKind.CLONE
        if mark is not None and is_shown:
            self.prepareGeometryChange()
            scale = view_scale(self)
            self._reach = max(self._settings.brush_diameter_px / 2, _ARM_PX / scale) + 4 / scale
            self.setPos(QPointF(*mark))
            self.update()
        self.setVisible(is_shown)

    def boundingRect(self) -> QRectF:
        return QRectF(-self._reach, -self._reach, 2 * self._reach, 2 * self._reach)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        scale = scale_of(painter.worldTransform()) or 1.0
        arm, radius = _ARM_PX / scale, self._settings.brush_diameter_px / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ratio = painter.device().devicePixelRatioF()
        for colour, width in ((QColor(0, 0, 0, 160), 3), (QColor(255, 255, 255, 230), 1.2)):
            pen = QPen(colour, width * ratio)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawLine(QPointF(-arm, 0), QPointF(arm, 0))
            painter.drawLine(QPointF(0, -arm), QPointF(0, arm))
            pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawEllipse(QPointF(0, 0), radius, radius)
