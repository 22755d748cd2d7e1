"""The layout of one face over the photo, in class colours. Repaints only the box that changed."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform, qRgba
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facerestore.alignment import Alignment
from facerestore.geometry import Box
from facerestore.layout import Layout
from facerestore_gui.images import indexed_image
from facerestore_resources.face_classes import COLOURS

DEFAULT_OPACITY = 0.45


class LayoutItem(QGraphicsItem):
    """Lives in the crop's own pixels; the item's transform carries it to the photo."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: NDArray[np.uint8] | None = None
        self._side = 0
        self._colours: list[int] = []
        self._has_frame = False

    @property
    def has_layout(self) -> bool:
        return self._labels is not None

    def show_layout(self, layout: Layout | None, alignment: Alignment) -> None:
        """Show a layout, or only the frame of the crop where there is none yet."""
        self.prepareGeometryChange()
        self._labels = None if layout is None else layout.labels
        self._side = alignment.crop_px
        self.setTransform(_transform(alignment))
        self.update()

    def show_labels(self, layout: Layout, box: Box) -> None:
        """The same layout after an edit inside a box."""
        self._labels = layout.labels
        self.update(QRectF(box.left, box.top, box.width, box.height))

    def set_look(self, visible: frozenset[int], opacity: float) -> None:
        alpha = round(255 * opacity)
        self._colours = [qRgba(*colour, alpha if label in visible else 0) for label, colour in enumerate(COLOURS)] + [
            0
        ] * (256 - len(COLOURS))
        self.update()

    def show_frame(self, *, shown: bool) -> None:
        self._has_frame = shown
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._side, self._side)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._labels is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
            painter.drawImage(self.boundingRect(), indexed_image(self._labels, self._colours))
        if self._has_frame:
            for colour, dashes in (("#000000", Qt.PenStyle.SolidLine), ("#ffffff", Qt.PenStyle.DashLine)):
                pen = QPen(QColor(colour), painter.device().devicePixelRatioF(), dashes)
                pen.setCosmetic(True)
                painter.setPen(pen)
                painter.drawRect(self.boundingRect())


def _transform(alignment: Alignment) -> QTransform:
    matrix = alignment.matrix_crop_to_photo
    return QTransform(matrix[0, 0], matrix[1, 0], matrix[0, 1], matrix[1, 1], matrix[0, 2], matrix[1, 2])
