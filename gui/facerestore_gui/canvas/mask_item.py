"""The mask over the photo, in one colour. Repaints only the box that changed."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facerestore.geometry import Box
from facerestore_gui.canvas.photo_item import screen_scale
from facerestore_gui.images import MaskLevels

DEFAULT_COLOUR = "#ff2fd0"
"""Seen on sepia, grey and skin alike, and near to no large class of the layout."""
DEFAULT_OPACITY = 0.5


class MaskItem(QGraphicsItem):
    """Reads the project's coverage array directly: nothing is converted when a stroke changes it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._levels: MaskLevels | None = None
        self._rect = QRectF()
        self._colours: list[int] = []
        self.set_look(QColor(DEFAULT_COLOUR), DEFAULT_OPACITY)

    def show_coverage(self, coverage: NDArray[np.uint8] | None) -> None:
        """Show an array (H, W) of 0 and 255 that others change in place."""
        self.prepareGeometryChange()
        self._levels = None if coverage is None else MaskLevels(coverage)
        self._rect = QRectF() if coverage is None else QRectF(0, 0, coverage.shape[1], coverage.shape[0])

    def set_look(self, colour: QColor, opacity: float) -> None:
        shown = QColor(colour)
        shown.setAlphaF(opacity)
        # every value between is a colour too: smoothing at a distance reads the table for pixels only
        self._colours = [0] + [shown.rgba()] * 255
        self.update()

    def update_box(self, box: Box) -> None:
        if self._levels is not None:
            self._levels.update(box)
            # one pixel more: neighbours are smoothed into each other when zoomed out
            self.update(QRectF(box.left - 1, box.top - 1, box.width + 2, box.height + 2))

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        exposed = option.exposedRect.intersected(self._rect)
        if self._levels is None or exposed.isEmpty():
            return
        scale = screen_scale(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < 1.0)
        image, source = self._levels.for_scale(scale, exposed, self._colours)
        painter.drawImage(exposed, image, source)
