"""What the magic wand would take, outlined over the photo."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facerestore_gui.canvas.drawing import draw_dashed, view_scale
from facerestore_gui.editing.wand_preview import WandPreview

_Z: Final = 38
_MARGIN_PX: Final = 4
_TAKES_AWAY: Final = "#ffb3ac"
_FILL_ALPHA: Final = 50


class WandItem(QGraphicsItem):
    """The outlines of a wand's preview: light dashes on dark, reddish where it takes away, and a thin veil inside."""

    def __init__(self, preview: WandPreview) -> None:
        super().__init__()
        self._preview = preview
        self._path = QPainterPath()
        self.setZValue(_Z)
        preview.changed.connect(self._refresh)

    def boundingRect(self) -> QRectF:
        if self._path.isEmpty():
            return QRectF()
        margin = _MARGIN_PX / view_scale(self)
        return self._path.boundingRect().adjusted(-margin, -margin, margin, margin)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = self._preview.shown
        light = QColor(_TAKES_AWAY if shown is not None and shown.takes_away else "#ffffff")
        veil = QColor(light)
        veil.setAlpha(_FILL_ALPHA)
        painter.fillPath(self._path, veil)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        draw_dashed(painter, self._path, light)

    def _refresh(self) -> None:
        self.prepareGeometryChange()
        self._path = QPainterPath()
        for line in self._preview.outlines:
            self._path.addPolygon(QPolygonF([QPointF(x, y) for x, y in line.tolist()]))
            self._path.closeSubpath()
        self.update()
