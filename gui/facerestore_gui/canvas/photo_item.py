"""The photo on the canvas: the original, the result, or both with a divider between them."""

from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facerestore_gui.images import Picture


class ViewMode(StrEnum):
    ORIGINAL = "original"
    COMPARE = "compare"
    RESULT = "result"


_NEAREST_FROM_SCALE = 2.0
"""From this many screen pixels per photo pixel on, the photo's pixels are shown as squares."""


class PhotoItem(QGraphicsItem):
    """Draws only what is exposed, from the level of detail that fits the zoom."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._before: Picture | None = None
        self._after: Picture | None = None
        self._mode = ViewMode.ORIGINAL
        self._divider = 0.5

    @property
    def has_result(self) -> bool:
        return self._after is not None

    @property
    def divider_x_photo(self) -> float:
        return self._divider * self.boundingRect().width()

    def show_pictures(self, before: Picture | None, after: Picture | None) -> None:
        self.prepareGeometryChange()
        self._before, self._after = before, after
        self.update()

    def set_mode(self, mode: ViewMode) -> None:
        self._mode = mode
        self.update()

    def set_divider(self, share: float) -> None:
        """The divider's place as a share of the width; the original is left of it."""
        old = self.divider_x_photo
        self._divider = min(max(share, 0.0), 1.0)
        left, right = sorted((old, self.divider_x_photo))
        self.update(QRectF(left, 0, right - left, self.boundingRect().height()))

    @property
    def divider(self) -> float:
        return self._divider

    def boundingRect(self) -> QRectF:
        if self._before is None:
            return QRectF()
        extent = self._before.extent
        return QRectF(0, 0, extent.width, extent.height)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        exposed = option.exposedRect.intersected(self.boundingRect())
        if self._before is None:
            return
        if self._after is None or self._mode is ViewMode.ORIGINAL:
            _draw(painter, self._before, exposed)
        elif self._mode is ViewMode.RESULT:
            _draw(painter, self._after, exposed)
        else:
            x = self.divider_x_photo
            _draw(painter, self._before, exposed.intersected(QRectF(0, 0, x, self.boundingRect().height())))
            _draw(painter, self._after, exposed.intersected(self.boundingRect().adjusted(x, 0, 0, 0)))


def screen_scale(painter: QPainter) -> float:
    """Screen pixels per photo pixel."""
    return abs(painter.worldTransform().m11()) * painter.device().devicePixelRatioF()


def _draw(painter: QPainter, picture: Picture, part_photo: QRectF) -> None:
    if part_photo.isEmpty():
        return
    scale = screen_scale(painter)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < _NEAREST_FROM_SCALE)
    image, source = picture.for_scale(scale, part_photo)
    painter.drawImage(part_photo, image, source, Qt.ImageConversionFlag.NoFormatConversion)
