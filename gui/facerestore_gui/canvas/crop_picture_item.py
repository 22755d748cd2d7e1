"""A picture in the frame of a face's crop, laid over the photo."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facerestore.values.alignment import Alignment
from facerestore_gui.canvas.crop_transform import crop_transform


class CropPictureItem(QGraphicsItem):
    """A picture of a crop over the photo. Drawn inside the photo only, though a crop may reach beyond it."""

    def __init__(self, z: float, *, is_smooth: bool) -> None:
        super().__init__()
        self._picture = QImage()
        self._side = 0
        self._bounds_photo = QRectF()
        self._is_smooth = is_smooth
        self.setZValue(z)
        self.setVisible(False)

    def show_picture(self, picture: QImage | None, alignment: Alignment | None, bounds_photo: QRectF) -> None:
        """Show a picture of the whole crop, or nothing."""
        self.prepareGeometryChange()
        if picture is None or alignment is None:
            self._picture = QImage()
            self.setVisible(False)
            return
        self._picture, self._side, self._bounds_photo = picture, alignment.crop_px, bounds_photo
        self.setTransform(crop_transform(alignment))
        self.setVisible(True)
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._side, self._side)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        inside = QPainterPath()
        inside.addPolygon(self.mapFromScene(self._bounds_photo))
        painter.setClipPath(inside)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._is_smooth)
        painter.drawImage(self.boundingRect(), self._picture)
