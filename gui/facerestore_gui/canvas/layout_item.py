"""The layout of one face over the photo, in class colours and patterns. Repaints only the box that changed."""

from collections.abc import Iterator
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, qAlpha, qRgba
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facerestore.values.alignment import Alignment
from facerestore.values.geometry import Box
from facerestore.values.layout import Layout
from facerestore_gui.canvas.crop_transform import crop_transform
from facerestore_gui.document.class_palettes import STANDARD, Palette
from facerestore_gui.look.images import indexed_image

_FLATNESS_PX: Final = 0.4
"""How far an outline may lie beside the middle of a pixel of the crop."""
_MARK: Final = 128
"""Added to the class of pixels that a pattern marks."""


class LayoutItem(QGraphicsItem):
    """A layout over the photo. Lives in the crop's own pixels; the item's transform carries it to the photo."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: NDArray[np.uint8] | None = None
        self._drawn: NDArray[np.uint8] | None = None
        self._side = 0
        self._palette: Palette = STANDARD
        self._colours: list[int] = []
        self._has_frame = False
        self._is_outlined = False
        self._outlines: list[tuple[QColor, QPainterPath]] | None = None
        """Of each visible class; None: to be traced when they are drawn."""

    @property
    def has_layout(self) -> bool:
        return self._labels is not None

    def show_layout(self, layout: Layout | None, alignment: Alignment) -> None:
        """Show a layout, or only the frame of the crop where there is none yet."""
        self.prepareGeometryChange()
        self._labels = None if layout is None else layout.labels
        self._side = alignment.crop_px
        self.setTransform(crop_transform(alignment))
        self._draw_all()

    def show_labels(self, layout: Layout, box: Box) -> None:
        """The same layout after an edit inside a box."""
        self._labels = layout.labels
        self._outlines = None
        if not self._palette.has_patterns or self._drawn is None or self._drawn.shape != self._labels.shape:
            self._drawn = self._labels
        else:
            part = self._labels[box.slices]
            self._drawn[box.slices] = part + self._palette.marks(part, box.top, box.left) * np.uint8(_MARK)
        self.update(QRectF() if self._is_outlined else QRectF(box.left, box.top, box.width, box.height))

    def show_outlines(self, *, shown: bool) -> None:
        """Only the outlines of the classes, opaque, so that what lies below is seen."""
        if shown != self._is_outlined:
            self._is_outlined = shown
            self.update()

    def set_look(self, palette: Palette, visible: frozenset[int], opacity: float) -> None:
        alpha = round(255 * opacity)
        colours = [0] * 256
        for label in visible:
            colours[label] = qRgba(*palette.colour(label), alpha)
            colours[label + _MARK] = qRgba(*palette.colour(label, is_mark=True), alpha)
        if palette is not self._palette:
            self._palette = palette
            self._draw_all()
        if colours != self._colours:
            self._colours = colours
            self._outlines = None
            self.update()

    def show_frame(self, *, shown: bool) -> None:
        self._has_frame = shown
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._side, self._side)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._drawn is not None and self._is_outlined:
            self._draw_outlines(painter)
        elif self._drawn is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
            painter.drawImage(self.boundingRect(), indexed_image(self._drawn, self._colours))
        if self._has_frame:
            for colour, dashes in (("#000000", Qt.PenStyle.SolidLine), ("#ffffff", Qt.PenStyle.DashLine)):
                pen = QPen(QColor(colour), painter.device().devicePixelRatioF(), dashes)
                pen.setCosmetic(True)
                painter.setPen(pen)
                painter.drawRect(self.boundingRect())

    def _draw_outlines(self, painter: QPainter) -> None:
        if self._outlines is None:
            self._outlines = [] if self._labels is None else list(self._traced(self._labels))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ratio = painter.device().devicePixelRatioF()
        for colour, path in self._outlines:
            for shown, width in ((QColor(0, 0, 0, 130), 2.6), (colour, 1.3)):
                pen = QPen(shown, width * ratio)
                pen.setCosmetic(True)
                painter.setPen(pen)
                painter.drawPath(path)

    def _traced(self, labels: NDArray[np.uint8]) -> Iterator[tuple[QColor, QPainterPath]]:
        """The outlines of the classes that are seen, each inside its own region."""
        for label in np.unique(labels):
            if not qAlpha(self._colours[label]):
                continue
            path = QPainterPath()
            found, _ = cv2.findContours((labels == label).astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
            for contour in found:
                line = cv2.approxPolyDP(contour, _FLATNESS_PX, closed=True).reshape(-1, 2)
                path.addPolygon(QPolygonF([QPointF(x + 0.5, y + 0.5) for x, y in line.tolist()]))
                path.closeSubpath()
            yield QColor.fromRgb(*self._palette.colour(int(label))), path

    def _draw_all(self) -> None:
        labels = self._labels
        self._outlines = None
        if labels is None or not self._palette.has_patterns:
            self._drawn = labels
        else:
            self._drawn = labels + self._palette.marks(labels) * np.uint8(_MARK)
        self.update()
