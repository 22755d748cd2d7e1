"""What was invented: where the result's pixels come from, as an overlay over the photo."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facerestore.compositing.origins_picture import HAND_RGB, NETWORK_RGB, SURROUNDINGS_RGB, origin_tints
from facerestore.values.geometry import Box
from facerestore.values.repair import Repair, RepairKind
from facerestore_gui.canvas.photo_item import PhotoItem
from facerestore_gui.document.result import Result
from facerestore_gui.document.view_state import ViewMode
from facerestore_gui.look.images import owned_image

_ALPHA: Final = 120
_MOST_PIXELS: Final = 4 * 2**20
"""A larger box is shown at whole fractions of its size."""

Colours = NDArray[np.uint8]
"""RGBA (h, w, 4); alpha 0 where nothing changed."""


class OriginItem(QGraphicsItem):
    """An item that shows where the pixels of a result come from: from the network alone, lent by the photo's mirror
    image or references, filled from its surroundings or by hand, each in its colour, mixed as what was lent is; what
    was kept has none. Before and after compared, the side before has none either."""

    def __init__(self, photo: PhotoItem) -> None:
        """``photo``: what it lies over."""
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._photo = photo
        self._image: QImage | None = None
        self._place = QRectF()

    def show_result(self, result: Result | None, hand: tuple[Repair, ...] = ()) -> None:
        """``hand``: what is filled by hand now."""
        self.prepareGeometryChange()
        self._image, self._place = None, QRectF()
        box = Box(0, 0, 0, 0) if result is None else result.mask.box
        for one in hand:
            box = box.union(one.box)
        if not box.is_empty:
            step = 1
            while (box.width // step) * (box.height // step) > _MOST_PIXELS:
                step += 1
            colours = _colours(result, box, step)
            by_hand = np.zeros((box.height, box.width), np.bool_)
            for one in hand:
                by_hand[one.box.moved(-box.left, -box.top).slices] |= one.where
            colours[_any_in_squares(by_hand, step)] = (*HAND_RGB, _ALPHA)
            image = owned_image(colours, QImage.Format.Format_RGBA8888)
            # what Qt draws without converting it each time
            self._image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
            self._place = QRectF(box.left, box.top, colours.shape[1] * step, colours.shape[0] * step)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._place

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._image is None:
            return
        painter.save()
        if self._photo.mode is ViewMode.COMPARE:
            part, corners = self._photo.changed_part(option.exposedRect, widget)
            path = QPainterPath()
            if corners is None:
                path.addRect(part)
            else:
                path.addPolygon(corners)
            painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        painter.drawImage(self._place, self._image)
        painter.restore()


def _colours(result: Result | None, box: Box, step: int) -> Colours:
    """Where a result's pixels in a box come from, for squares of ``step`` pixels: what is in any of them, so that no
    scratch is lost; generated before filled."""
    colours = np.zeros((-(-box.height // step), -(-box.width // step), 4), np.uint8)
    if result is None:
        return colours
    is_generated = _any_in_squares(result.restoration.repaired.where(box, RepairKind.GENERATED), step)
    colours[_any_in_squares(result.mask.coverage[box.slices] > 0, step)] = (*SURROUNDINGS_RGB, _ALPHA)
    colours[is_generated] = (*NETWORK_RGB, _ALPHA)
    for candidate in result.restoration.candidates:
        tints, has_any = origin_tints(candidate, box, step)
        where = is_generated & has_any
        colours[where, :3] = tints[where]
    return colours


def _any_in_squares(plane: NDArray[np.bool_], step: int) -> NDArray[np.bool_]:
    """Whether a plane (h, w) is true anywhere in each square of ``step`` pixels."""
    bottom, right = -plane.shape[0] % step, -plane.shape[1] % step
    padded = cv2.copyMakeBorder(plane.astype(np.uint8), 0, bottom, 0, right, cv2.BORDER_CONSTANT, value=0)
    return np.asarray(padded.reshape(padded.shape[0] // step, step, -1, step).max(axis=(1, 3)) > 0)
