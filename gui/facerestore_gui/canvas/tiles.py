"""Tiles of a photo at full size, made when they are first seen and forgotten when others need their memory."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QImage

from facerestore.values.geometry import Box, Extent
from facerestore_gui.look.images import Picture, owned_image

TILE_PX: Final = 256
DEFAULT_LIMIT_BYTES: Final = 64 * 2**20
"""16 megapixels in colour, twice a screen of 3840 x 2160."""
_APRON_PX: Final = 1
"""Neighbours' pixels around a tile, so that smoothing across its edge sees them."""


@dataclass(frozen=True, eq=False)
class Tile:
    """A piece of a picture, ready to be drawn. ``box``: the photo's pixels that the tile stands for. ``image``: those
    with the apron, from ``image_box`` on."""

    box: Box
    image_box: Box
    image: QImage

    @property
    def byte_count(self) -> int:
        return self.image.sizeInBytes()


class TileCache:
    """The tiles seen last, within a limit of bytes."""

    def __init__(self, limit_bytes: int = DEFAULT_LIMIT_BYTES) -> None:
        self._limit_bytes = limit_bytes
        self._tiles: OrderedDict[tuple[int, int, int], Tile] = OrderedDict()
        self.byte_count = 0

    def find(self, picture: Picture, row: int, column: int) -> Tile | None:
        """The tile, which counts as seen now; None if it has to be made."""
        key = (id(picture), row, column)
        tile = self._tiles.get(key)
        if tile is not None:
            self._tiles.move_to_end(key)
        return tile

    def make(self, picture: Picture, row: int, column: int) -> Tile:
        """Make a tile anew; the ones not seen for longest go where the limit is passed."""
        tile = _made(picture, row, column)
        self._tiles[id(picture), row, column] = tile
        self.byte_count += tile.byte_count
        while self.byte_count > self._limit_bytes and len(self._tiles) > 1:
            self.byte_count -= self._tiles.popitem(last=False)[1].byte_count
        return tile

    def clear(self) -> None:
        """Forget all, as when a picture goes: keys hold no picture, and another may come to its address."""
        self._tiles.clear()
        self.byte_count = 0


def tile_box(row: int, column: int, extent: Extent) -> Box:
    """The photo's pixels of a tile."""
    left, top = column * TILE_PX, row * TILE_PX
    return Box(left, top, left + TILE_PX, top + TILE_PX).clipped(extent)


def tiles_in(box: Box) -> tuple[range, range]:
    """(rows, columns) of the tiles that a box of the photo touches."""
    if box.is_empty:
        return range(0), range(0)
    rows = range(box.top // TILE_PX, (box.bottom - 1) // TILE_PX + 1)
    return rows, range(box.left // TILE_PX, (box.right - 1) // TILE_PX + 1)


def _made(picture: Picture, row: int, column: int) -> Tile:
    box = tile_box(row, column, picture.extent)
    image_box = box.grown(_APRON_PX).clipped(picture.extent)
    pixels = picture.pixels
    return Tile(box, image_box, owned_image(pixels.part(image_box), pixels.format))
