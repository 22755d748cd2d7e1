"""PreviewPainter: draws what candidates that are looked at change of a result, tile by tile."""

import itertools
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from facerestore.values.geometry import Box
from facerestore_gui.canvas.drawing import box_of, draw_clipped, rect_of, screen_scale
from facerestore_gui.canvas.picture_painter import TILE_OVERLAP_PX, fill_checkerboard
from facerestore_gui.canvas.repainting import Portion
from facerestore_gui.canvas.tiles import DEFAULT_LIMIT_BYTES, TILE_PX
from facerestore_gui.look.images import owned_image
from facerestore_gui.look.screen_preview import ScreenPreview

PREVIEW_PORTION_S: Final = 0.06
"""How long tiles of a preview are made within one paint event: a screen full takes no longer, and comes at once."""


@dataclass(frozen=True, eq=False)
class _Tile:
    """As ``tiles.Tile``, of a level whose pixels cover ``step`` photo pixels each way; no image: nothing changes."""

    box: Box
    image_box: Box
    image: QImage | None
    step: int


class PreviewPainter:
    """A painter of previews, which keeps their tiles within a limit of bytes. What a preview does not change is not
    drawn: the picture of the result lies below."""

    def __init__(self, limit_bytes: int = DEFAULT_LIMIT_BYTES) -> None:
        self._limit_bytes = limit_bytes
        self._tiles: OrderedDict[tuple[ScreenPreview, int, int, int], _Tile] = OrderedDict()
        self.byte_count = 0

    def clear(self) -> None:
        self._tiles.clear()
        self.byte_count = 0

    def draw(self, painter: QPainter, preview: ScreenPreview, part_photo: QRectF, portion: Portion) -> QRectF:
        """Draw a part of the photo. Returns where tiles are missing for want of time, empty if none are."""
        wanted = part_photo.intersected(rect_of(preview.box))
        missing = QRectF()
        if wanted.isEmpty():
            return missing
        level = preview.picture.level_for(screen_scale(painter))
        side = TILE_PX * 2**level
        box = box_of(wanted)
        rows = range(box.top // side, (box.bottom - 1) // side + 1)
        columns = range(box.left // side, (box.right - 1) // side + 1)
        has_made_one = False
        for row, column in itertools.product(rows, columns):
            tile = self._found(preview, level, row, column)
            if tile is None and (portion.is_left() or not has_made_one):
                tile, has_made_one = self._made(preview, level, row, column), True
            if tile is None:
                missing = missing.united(rect_of(Box(column * side, row * side, (column + 1) * side, (row + 1) * side)))
            elif tile.image is not None:
                _draw(painter, tile, tile.image, part_photo)
        return missing

    def _found(self, preview: ScreenPreview, level: int, row: int, column: int) -> _Tile | None:
        key = (preview, level, row, column)
        tile = self._tiles.get(key)
        if tile is not None:
            self._tiles.move_to_end(key)
        return tile

    def _made(self, preview: ScreenPreview, level: int, row: int, column: int) -> _Tile:
        step, extent = 2**level, preview.picture.extent
        side = TILE_PX * step
        box = Box(column * side, row * side, (column + 1) * side, (row + 1) * side).clipped(extent)
        # neighbours' pixels, so that smoothing across the edge sees them
        image_box = box.grown(step).clipped(extent)
        pixels = preview.part(image_box, level)
        image = None if pixels is None else owned_image(pixels, preview.picture.pixels.format)
        tile = _Tile(box, image_box, image, step)
        # what was made of a level that is not filled yet is made again when it is
        if level == 0 or preview.picture.is_filled(image_box):
            self._tiles[preview, level, row, column] = tile
            self.byte_count += 0 if image is None else image.sizeInBytes()
        while self.byte_count > self._limit_bytes and len(self._tiles) > 1:
            gone = self._tiles.popitem(last=False)[1].image
            self.byte_count -= 0 if gone is None else gone.sizeInBytes()
        return tile


def _draw(painter: QPainter, tile: _Tile, image: QImage, part_photo: QRectF) -> None:
    place, overlap = rect_of(tile.box), TILE_OVERLAP_PX * tile.step
    whole = QRectF(tile.image_box.left, tile.image_box.top, image.width() * tile.step, image.height() * tile.step)
    target = place.adjusted(-overlap, -overlap, overlap, overlap).intersected(whole)
    corner = (target.topLeft() - whole.topLeft()) / tile.step
    source = QRectF(corner, target.size() / tile.step)
    if image.hasAlphaChannel():
        fill_checkerboard(painter, place.intersected(part_photo))
    if part_photo.contains(target):
        painter.drawImage(target, image, source, Qt.ImageConversionFlag.NoFormatConversion)
    else:
        draw_clipped(painter, part_photo, target, image, source)
