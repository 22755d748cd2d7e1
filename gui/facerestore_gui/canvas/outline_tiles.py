"""OutlineTiles: the outlines of a mask for the screen, as fine as the screen is at any zoom."""

import math
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, qRgba

from facerestore.values.geometry import Box, Extent
from facerestore_gui.canvas.drawing import box_of, rect_of
from facerestore_gui.canvas.mask_levels import MaskLevels
from facerestore_gui.look.images import indexed_image

_TILE_PX: Final = 256
_LARGEST_EXPONENT: Final = 6
_LINE_PX: Final = 3
"""Of a tile, whose pixels are half a screen pixel to a whole one wide."""
_HALO: Final = qRgba(0, 0, 0, 150)
"""Beside the line, so that it shows on a ground of its own colour, too."""
_LIMIT_BYTES: Final = 32 * 2**20
_EMPTY_BYTES: Final = 512

_LINE: Final = np.ones((2 * _LINE_PX + 1, 2 * _LINE_PX + 1), np.uint8)
_BESIDE: Final = np.ones((3, 3), np.uint8)


class _Tile(NamedTuple):
    """A drawn tile; ``values`` is the memory of ``image``. Both None where nothing is outlined."""

    values: NDArray[np.uint8] | None
    image: QImage | None

    @property
    def byte_count(self) -> int:
        return _EMPTY_BYTES if self.values is None else self.values.nbytes


class OutlineTiles:
    """Lines inside the border of what is painted, and between classes, in the colours of the classes. Tiles are made of
    the level, or the magnification, that fits the zoom, when they are seen, and kept for one zoom at a time."""

    def __init__(self, levels: MaskLevels, extent: Extent) -> None:
        self._levels, self._extent = levels, extent
        self._tiles: OrderedDict[tuple[int, int], _Tile] = OrderedDict()
        self._exponent = 0
        self._colours: list[int] = []
        self._halo_value: int | None = None
        self.byte_count = 0

    def set_colours(self, colours: Sequence[int]) -> None:
        """256 colours (ARGB), 0 for numbers of no class."""
        free = (number for number in range(1, 255) if not colours[number])
        self._halo_value = next(free, None)
        self._colours = [*colours]
        if self._halo_value is not None:
            self._colours[self._halo_value] = _HALO
        self.clear()

    def clear(self) -> None:
        self._tiles.clear()
        self.byte_count = 0

    def change(self, box: Box) -> None:
        """The mask changed inside a box of the photo."""
        side = self._side_px
        reach = math.ceil(_LINE_PX * side / _TILE_PX) + 1
        grown = box.grown(reach)
        for key in [key for key in self._tiles if not self._place(*key).intersection(grown).is_empty]:
            self.byte_count -= self._tiles.pop(key).byte_count

    def draw(
        self, painter: QPainter, exposed: QRectF, scale: float, stale: Box, may_go_on: Callable[[], bool]
    ) -> QRectF:
        """Draw a part of the photo at ``scale`` screen pixels per photo pixel. ``stale``: where the levels are not
        up to date. Returns where tiles are missing for want of time; nothing is drawn there."""
        self._choose(scale)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        missing, has_made_one = QRectF(), False
        box = box_of(exposed).clipped(self._extent)
        if box.is_empty:
            return missing
        side = self._side_px
        for row in range(box.top // side, (box.bottom - 1) // side + 1):
            for column in range(box.left // side, (box.right - 1) // side + 1):
                tile = self._tiles.get((row, column))
                place = self._place(row, column)
                can_make = place.intersection(stale).is_empty and (may_go_on() or not has_made_one)
                if tile is None and can_make:
                    tile, has_made_one = self._make(row, column), True
                if tile is None:
                    missing = missing.united(rect_of(place))
                elif tile.image is not None:
                    target = QRectF(place.left, place.top, side, side)
                    flags = Qt.ImageConversionFlag.NoFormatConversion
                    painter.drawImage(target, tile.image, QRectF(tile.image.rect()), flags)
        return missing

    @property
    def _side_px(self) -> int:
        """Of a tile, in pixels of the photo."""
        exponent = self._exponent
        return _TILE_PX >> exponent if exponent >= 0 else _TILE_PX << -exponent

    def _choose(self, scale: float) -> None:
        magnified = min(_LARGEST_EXPONENT, math.ceil(math.log2(max(scale, 1.0))))
        exponent = magnified or -self._levels.level_for(scale)
        if exponent != self._exponent:
            self._exponent = exponent
            self.clear()

    def _place(self, row: int, column: int) -> Box:
        side = self._side_px
        return Box(column * side, row * side, (column + 1) * side, (row + 1) * side).clipped(self._extent)

    def _make(self, row: int, column: int) -> _Tile:
        tile = self._drawn(row, column)
        self._tiles[row, column] = tile
        self.byte_count += tile.byte_count
        while self.byte_count > _LIMIT_BYTES and len(self._tiles) > 1:
            self.byte_count -= self._tiles.popitem(last=False)[1].byte_count
        return tile

    def _drawn(self, row: int, column: int) -> _Tile:
        is_level = self._exponent <= 0
        factor = 1 if is_level else 1 << self._exponent
        # neighbours as far as a line reaches
        side, apron = _TILE_PX // factor, math.ceil(_LINE_PX / factor)
        plane = self._levels.plane(-self._exponent if is_level else 0)
        wanted = Box(column * side, row * side, (column + 1) * side, (row + 1) * side).grown(apron)
        inside = wanted.clipped(Extent.of(plane))
        part = plane[inside.slices]
        if not part.any():
            return _Tile(None, None)
        top, left = inside.top - wanted.top, inside.left - wanted.left
        bottom, right = wanted.bottom - inside.bottom, wanted.right - inside.right
        # the photo's own edge is no outline
        part = np.asarray(cv2.copyMakeBorder(part, top, bottom, left, right, cv2.BORDER_REPLICATE), np.uint8)
        if factor > 1:
            part = part.repeat(factor, axis=0).repeat(factor, axis=1)
        values = outlined(part, self._halo_value)
        cut = apron * factor
        values = np.ascontiguousarray(values[cut:-cut, cut:-cut])
        # what hangs over the photo's edge was repeated
        height, width = ((edge * factor) for edge in (plane.shape[0] - row * side, plane.shape[1] - column * side))
        values[max(0, height) :], values[:, max(0, width) :] = 0, 0
        return _Tile(values, indexed_image(values, self._colours))


def outlined(values: NDArray[np.uint8], halo: int | None) -> NDArray[np.uint8]:
    """Classes (H, W), 0 for none, but only where another class, or none, is within three pixels; ``halo`` beside it."""
    lowest, highest = cv2.erode(values, _LINE), cv2.dilate(values, _LINE)
    lines = np.where(lowest != highest, values, np.uint8(0)).astype(np.uint8, copy=False)
    if halo is not None:
        is_beside = (values == 0) & (np.asarray(cv2.dilate(values, _BESIDE)) > 0)
        lines[is_beside] = halo
    return lines
