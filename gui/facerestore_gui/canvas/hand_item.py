"""What was filled by hand, over the photo and over a result: drawn from the layer's own tiles, so that a dab is seen at
once and the photo's levels stay as they are."""

from collections import OrderedDict
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facerestore.editing.project import Project
from facerestore.values.geometry import Box
from facerestore.values.hand_layer import TileKey, seen, tile_box
from facerestore_gui.canvas.drawing import box_of, draw_clipped, rect_of, screen_scale, view_scale
from facerestore_gui.canvas.photo_item import DIFFERENCE_GAIN, PhotoItem
from facerestore_gui.document.view_state import ViewMode
from facerestore_gui.look.images import Picture, ScreenPixels, coarsest_level, owned_image

_LEVELS: Final = 6
_LIMIT_BYTES: Final = 64 * 2**20
_NEAREST_FROM_SCALE: Final = 2.0
"""As the photo's own pixels."""


class HandItem(QGraphicsItem):
    """The pixels that are filled by hand, wherever ``photo`` shows what became of it."""

    def __init__(self, photo: PhotoItem) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._photo = photo
        self._project: Project | None = None
        self._picture: Picture | None = None
        self._rect = QRectF()
        self._images: OrderedDict[tuple[TileKey, int, bool], QImage | None] = OrderedDict()
        self.byte_count = 0

    def show_project(self, project: Project | None, picture: Picture | None) -> None:
        """``picture``: of the project's photo, which says how samples look on the screen."""
        self.prepareGeometryChange()
        self._project, self._picture = project, picture
        self._rect = QRectF() if project is None else rect_of(project.photo.extent.box)
        self._forget_all()
        self.update()

    def update_box(self, box: Box) -> None:
        """Pixels in a box were painted, or are seen no more."""
        touched = [key for key in self._images if not tile_box(key[0]).intersection(box).is_empty]
        for key in touched:
            self._forget(key)
        scale = view_scale(self)
        margin = 1 + (1 / scale if scale < 1 else 0)
        self.update(rect_of(box).adjusted(-margin, -margin, margin, margin))

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._project is None or self._project.hand.is_empty:
            return
        part, corners = self._photo.changed_part(option.exposedRect, widget)
        if part.isEmpty():
            return
        painter.save()
        if corners is not None:
            path = QPainterPath()
            path.addPolygon(corners)
            painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        self._draw(painter, self._project, part)
        painter.restore()

    def draw_part(self, painter: QPainter, part: QRectF) -> None:
        """What was filled by hand in a part of the photo, wherever else it is shown."""
        if self._project is not None and not self._project.hand.is_empty:
            self._draw(painter, self._project, part)

    def _draw(self, painter: QPainter, project: Project, part: QRectF) -> None:
        scale = screen_scale(painter)
        level, exposed = coarsest_level(scale, _LEVELS), box_of(part)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < _NEAREST_FROM_SCALE)
        for key in project.hand.tiles:
            if tile_box(key).intersection(exposed).is_empty:
                continue
            image = self._image(project, key, level)
            if image is not None:
                place = rect_of(tile_box(key).clipped(project.photo.extent))
                source = QRectF(0, 0, place.width() / 2**level, place.height() / 2**level)
                draw_clipped(painter, part, place, image, source)

    def _image(self, project: Project, key: TileKey, level: int) -> QImage | None:
        is_difference = self._photo.mode is ViewMode.DIFFERENCE
        wanted = (key, level, is_difference)
        if wanted not in self._images:
            self._images[wanted] = made = self._made(project, key, level, is_difference=is_difference)
            self.byte_count += 0 if made is None else made.sizeInBytes()
            while self.byte_count > _LIMIT_BYTES and len(self._images) > 1:
                self._forget(next(iter(self._images)))
        self._images.move_to_end(wanted)
        return self._images[wanted]

    def _made(self, project: Project, key: TileKey, level: int, *, is_difference: bool) -> QImage | None:
        """What is seen of a tile, transparent elsewhere; None if nothing is."""
        pixels = None if self._picture is None else self._picture.pixels
        assert isinstance(pixels, ScreenPixels), "a photo has its picture"
        box = tile_box(key).clipped(project.photo.extent)
        where = seen(project.coverage[box.slices])
        if not where.any():
            return None
        shown = _four(pixels.of_samples(project.hand.tiles[key][: box.height, : box.width]))
        if is_difference:
            before = _four(pixels.part(box))
            shown = np.asarray(cv2.convertScaleAbs(cv2.absdiff(before, shown), alpha=DIFFERENCE_GAIN), np.uint8)
        shown[..., 3] = 255
        shown[~where] = 0
        if level:
            size = tuple(-(-side // 2**level) for side in (box.width, box.height))
            # whole squares, so that a tile's pixels lie where those of its neighbours do
            pad = (size[1] * 2**level - box.height, size[0] * 2**level - box.width)
            padded = np.pad(shown, ((0, pad[0]), (0, pad[1]), (0, 0)), mode="edge")
            shown = np.asarray(cv2.resize(padded, (size[0], size[1]), interpolation=cv2.INTER_AREA), np.uint8)
        return owned_image(np.ascontiguousarray(shown), QImage.Format.Format_ARGB32_Premultiplied)

    def _forget(self, key: tuple[TileKey, int, bool]) -> None:
        image = self._images.pop(key)
        self.byte_count -= 0 if image is None else image.sizeInBytes()

    def _forget_all(self) -> None:
        self._images.clear()
        self.byte_count = 0


def _four(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """As Qt has them: blue, green, red and alpha; a copy."""
    return pixels.copy() if pixels.ndim == 3 else np.asarray(cv2.cvtColor(pixels, cv2.COLOR_GRAY2BGRA), np.uint8)
