"""PicturePainter: draws a picture from the tiles or the level that fit the zoom."""

import itertools
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPixmap, QTransform

from facerestore_gui.canvas.drawing import box_of, draw_clipped, draw_level, keeps_rows, rect_of, scale_of, screen_scale
from facerestore_gui.canvas.repainting import Portion
from facerestore_gui.canvas.tiles import Tile, TileCache, tile_box, tiles_in
from facerestore_gui.look.images import Picture
from facerestore_gui.look.theme import current_theme

_NEAREST_FROM_SCALE: Final = 2.0
"""From this many screen pixels per photo pixel on, the photo's pixels are shown as squares."""
_SMALLEST_DIFFERENCE: Final = 1e-3
"""So near to one screen pixel per photo pixel, nothing is smoothed."""
TILE_OVERLAP_PX: Final = 1 / 64
"""How far a tile is drawn into its neighbour's place. Qt smooths up to the whole pixels that the source rectangle
touches, so that this lets it read the tile's apron."""
_CHECK_PX: Final = 8
_CHECKS_IN_DARK: Final = ("#4a4a4a", "#5e5e5e")
_CHECKS_IN_LIGHT: Final = ("#d4d4d4", "#f4f4f4")


class PicturePainter:
    """A painter of pictures, which keeps their tiles."""

    def __init__(self, tiles: TileCache | None = None) -> None:
        self.tiles = tiles or TileCache()

    def draw(self, painter: QPainter, picture: Picture, part_photo: QRectF, portion: Portion) -> QRectF:
        """Draw a part of the picture. Returns where tiles are missing for want of time, empty if none are; there
        stands a coarser level until then."""
        if part_photo.isEmpty():
            return QRectF()
        scale = screen_scale(painter)
        world = painter.worldTransform()
        is_exact = keeps_rows(world) and abs(scale - 1) < _SMALLEST_DIFFERENCE
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < _NEAREST_FROM_SCALE and not is_exact)
        if picture.pixels.format == QImage.Format.Format_ARGB32_Premultiplied:
            fill_checkerboard(painter, part_photo)
        level = picture.level_for(scale)
        if level > 0:
            _draw_from_level(painter, picture, level, part_photo)
            return QRectF()
        return self._draw_tiles(painter, picture, part_photo, portion)

    def _draw_tiles(self, painter: QPainter, picture: Picture, part_photo: QRectF, portion: Portion) -> QRectF:
        missing, has_made_one = QRectF(), False
        rows, columns = tiles_in(box_of(part_photo).clipped(picture.extent))
        for row, column in itertools.product(rows, columns):
            tile = self.tiles.find(picture, row, column)
            if tile is None and (portion.is_left() or not has_made_one):
                tile, has_made_one = self.tiles.make(picture, row, column), True
            if tile is not None:
                _draw_tile(painter, tile, part_photo)
            else:
                place = rect_of(tile_box(row, column, picture.extent))
                _draw_from_level(painter, picture, 1, place.intersected(part_photo))
                missing = missing.united(place)
        return missing


def _draw_tile(painter: QPainter, tile: Tile, part_photo: QRectF) -> None:
    place, image_place = rect_of(tile.box), rect_of(tile.image_box)
    overlap = TILE_OVERLAP_PX
    target = place.adjusted(-overlap, -overlap, overlap, overlap).intersected(image_place)
    source = target.translated(-image_place.topLeft())
    if part_photo.contains(target):
        painter.drawImage(target, tile.image, source, Qt.ImageConversionFlag.NoFormatConversion)
    else:
        draw_clipped(painter, part_photo, target, tile.image, source)


def _draw_from_level(painter: QPainter, picture: Picture, level: int, part_photo: QRectF) -> None:
    """Draw a level where it is filled, and the preview below; a small photo's preview is all of it."""
    extent, ready = picture.extent, picture.rows_ready if picture.has_levels else 0
    filled = part_photo.intersected(QRectF(0, 0, extent.width, ready))
    if not filled.isEmpty():
        draw_level(painter, filled, picture.image(level), 2**level)
    waiting = part_photo.intersected(QRectF(0, ready, extent.width, extent.height - ready))
    if not waiting.isEmpty():
        draw_level(painter, waiting, picture.preview, picture.preview_step)


def fill_checkerboard(painter: QPainter, part_photo: QRectF) -> None:
    """The ground below a part of a photo with alpha."""
    painter.fillRect(part_photo, _checkerboard(scale_of(painter.worldTransform())))


def _checkerboard(scale: float) -> QBrush:
    """Squares of one size on the screen at any zoom, lying still on the photo when it is panned."""
    dark, light = _CHECKS_IN_DARK if current_theme().is_dark else _CHECKS_IN_LIGHT
    squares = QPixmap(2 * _CHECK_PX, 2 * _CHECK_PX)
    squares.fill(QColor(light))
    painter = QPainter(squares)
    for corner in (0, _CHECK_PX):
        painter.fillRect(corner, corner, _CHECK_PX, _CHECK_PX, QColor(dark))
    painter.end()
    brush = QBrush(squares)
    brush.setTransform(QTransform.fromScale(1 / scale, 1 / scale))
    return brush
