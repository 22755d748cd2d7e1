"""Suggested damage over the photo: outlines in the colours of its kinds, with names where there is room."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facerestore_gui.canvas.drawing import rect_of, view_scale
from facerestore_gui.document.suggestions import Suggestion, Suggestions
from facerestore_gui.document.tool_settings import ToolSettings
from facerestore_gui.look.damage_colours import class_name, colour_of
from facerestore_gui.look.translation import percentage

_MOST_NAMES: Final = 24
_LEAST_NAMED_PX: Final = 26
_NAME_ROOM_PX: Final = 220


class SuggestionsItem(QGraphicsItem):
    """What is taken is filled and drawn whole, what is refused is a thin dashed line."""

    def __init__(self, suggestions: Suggestions, settings: ToolSettings) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._suggestions, self._settings = suggestions, settings
        self._shown: list[Suggestion] = []
        self._paths: dict[Suggestion, tuple[object, QPainterPath]] = {}
        self._rect = QRectF()
        self.setZValue(25)
        suggestions.changed.connect(self._refresh)
        suggestions.pointed_changed.connect(self._point)
        self._refresh()

    def boundingRect(self) -> QRectF:
        if self._rect.isNull():
            return self._rect
        margin = _NAME_ROOM_PX / view_scale(self)
        return self._rect.adjusted(-margin, -margin, margin, margin)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ratio = painter.device().devicePixelRatioF()
        for one in self._shown:
            if rect_of(one.box.grown(2)).intersects(option.exposedRect):
                self._draw(painter, one, ratio)
        self._draw_names(painter)

    def _draw(self, painter: QPainter, one: Suggestion, ratio: float) -> None:
        path, colour = self._path(one), QColor(colour_of(self._settings.kind_of(one.kind)))
        is_pointed = one is self._suggestions.pointed
        ground = QPen(QColor(0, 0, 0, 190 if one.is_taken else 90), (4.0 if is_pointed else 3.0) * ratio)
        line = QPen(colour, (2.6 if is_pointed else 1.5) * ratio)
        if not one.is_taken:
            line = QPen(QColor(235, 235, 235, 230), (2.0 if is_pointed else 1.0) * ratio, Qt.PenStyle.DashLine)
        fill = QColor(colour)
        fill.setAlphaF(0.35 if one.is_taken else 0.0)
        for pen, brush in ((ground, Qt.GlobalColor.transparent), (line, fill)):
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(brush)
            painter.drawPath(path)

    def _path(self, one: Suggestion) -> QPainterPath:
        """Its outlines as a path; made anew after it was trimmed."""
        held = self._paths.get(one)
        if held is None or held[0] is not one.outlines:
            path = QPainterPath()
            for outline in one.outlines:
                path.addPolygon(QPolygonF([QPointF(x, y) for x, y in outline.tolist()]))
                path.closeSubpath()
            held = self._paths[one] = (one.outlines, path)
        return held[1]

    def _draw_names(self, painter: QPainter) -> None:
        """The pointed one, then the surest, where they cover no other name."""
        to_screen = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pointed = self._suggestions.pointed
        order = ([pointed] if pointed is not None else []) + [one for one in self._shown if one is not pointed]
        view = QRectF(self.scene().views()[0].viewport().rect())
        drawn: list[QRectF] = []
        for one in order:
            place = to_screen.mapRect(rect_of(one.box)).intersected(view)
            if place.isEmpty() or (one is not pointed and max(place.width(), place.height()) < _LEAST_NAMED_PX):
                continue
            kind = self._settings.kind_of(one.kind)
            name = f"{class_name(kind)} {percentage(one.confidence)}"
            box = QRectF(painter.fontMetrics().boundingRect(name)).adjusted(-5, -2, 5, 2)
            box.moveTo(place.topRight() + QPointF(4, -4))
            box.moveRight(min(box.right(), view.right() - 4))
            box.moveTop(max(box.top(), view.top() + 4))
            if any(box.intersects(other) for other in drawn):
                continue
            _draw_name(painter, box, name, QColor(colour_of(kind)) if one.is_taken else QColor("#b8b8b8"))
            drawn.append(box)
            if len(drawn) >= _MOST_NAMES:
                break
        painter.restore()

    def _point(self) -> None:
        self.update()

    def _refresh(self) -> None:
        self.prepareGeometryChange()
        self._shown = self._suggestions.shown
        self._rect = QRectF()
        for one in self._shown:
            self._rect = self._rect.united(rect_of(one.box))
        if not self._suggestions.is_active:
            self._paths.clear()
        self.update()


def _draw_name(painter: QPainter, box: QRectF, name: str, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QColor(0, 0, 0, 200))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
