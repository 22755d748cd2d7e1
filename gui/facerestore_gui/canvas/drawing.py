"""Drawing parts of pictures: whole images cut by the painter's clip.

Smoothing reads across the edge of what is repainted, so that a repainted part looks as in a view painted at once; cut
from the image before it is smoothed, parts would show seams.
"""

import math
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem

from facerestore.values.geometry import Box

_LEAST_SCALE: Final = 1e-6
"""Of a view that is about to be shown."""


def scale_of(transform: QTransform) -> float:
    """By how much a transform enlarges that turns and scales alike in all directions."""
    return math.hypot(transform.m11(), transform.m12())


def view_scale(item: QGraphicsItem) -> float:
    """Canvas pixels per photo pixel in the view that shows an item; 1 where none does."""
    scene = item.scene()
    views = scene.views() if scene is not None else []
    return max(scale_of(views[0].transform()), _LEAST_SCALE) if views else 1.0


def draw_dashed(painter: QPainter, path: QPainterPath, light: QColor) -> None:
    """A dashed line of one colour on a dark one, as wide at any zoom: seen on every ground."""
    # a cosmetic pen counts the screen's own pixels
    ratio = painter.device().devicePixelRatioF()
    for colour, width, style in (
        (QColor(0, 0, 0, 200), 3.0, Qt.PenStyle.SolidLine),
        (light, 1.4, Qt.PenStyle.DashLine),
    ):
        pen = QPen(colour, width * ratio, style)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawPath(path)


def degrees_of(transform: QTransform) -> float:
    """By how much a transform turns clockwise that turns and scales alike in all directions."""
    return math.degrees(math.atan2(transform.m12(), transform.m11()))


def keeps_rows(transform: QTransform) -> bool:
    """Whether rows and columns of pixels stay rows and columns: it turns by quarters only."""
    return transform.m12() == 0 or transform.m11() == 0


def screen_scale(painter: QPainter) -> float:
    """Screen pixels per photo pixel."""
    return scale_of(painter.worldTransform()) * painter.device().devicePixelRatioF()


def draw_clipped(painter: QPainter, part: QRectF, target: QRectF, image: QImage, source: QRectF) -> None:
    """Draw ``source`` of an image to ``target``, but nothing outside ``part``."""
    painter.save()
    painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
    painter.drawImage(target, image, source, Qt.ImageConversionFlag.NoFormatConversion)
    painter.restore()


def draw_level(painter: QPainter, part_photo: QRectF, image: QImage, step: int) -> None:
    """Draw a part of the photo from an image of it whose pixels cover ``step`` photo pixels each way."""
    target = QRectF(0, 0, image.width() * step, image.height() * step)
    draw_clipped(painter, part_photo, target, image, QRectF(image.rect()))


def box_of(rect: QRectF) -> Box:
    """The smallest box of whole pixels around a rectangle."""
    whole = rect.toAlignedRect()
    return Box(whole.left(), whole.top(), whole.left() + whole.width(), whole.top() + whole.height())


def rect_of(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
