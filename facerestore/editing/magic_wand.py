"""Magic wand: the pixels whose colour is near that of a place, connected to it or anywhere in the photo.

Colours are compared in CIE L*a*b* with 8 bits per channel, as the Euclidean distance that CIE 1976 calls colour
difference: 1 is about the least that an eye sees, 100 lies between black and white.

A large photo is not looked at as a whole. A connected region is followed tile by tile at full resolution, so a
scratch is found from end to end however long it is. A region of very many tiles is too wide to be a scratch: it is
found in a reduced copy, and its outline is refined at full resolution.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.editing.mask_shapes import Region
from facerestore.values.geometry import Box, Extent

TILE_PX: Final = 256
MOST_TILES: Final = 96
"""How many tiles are followed at full resolution before a reduced copy is taken."""

OVERVIEW_CELLS: Final = 2**20
MOST_REFINED_PX: Final = 4_000_000
"""How much of an outline found in a reduced copy is looked at again; what is longer stays coarse."""

_SAMPLE_PX: Final = 1
_SCALE: Final = np.array([100 / 255, 1, 1], np.float32)
"""OpenCV's 8-bit L* counts 255 from black to white, not 100."""

Samples = NDArray[np.uint8] | NDArray[np.uint16]


def wand_region(
    pixels: Samples, x_px: float, y_px: float, *, tolerance: float, is_contiguous: bool = True
) -> Region | None:
    """The pixels of a photo (H, W) or (H, W, 3), 8 or 16 bits, whose colour differs by ``tolerance`` at most from
    the mean of the pixels like it among the 3 x 3 around a place; None if the place lies outside the photo.

    Contiguous: connected to the place over sides of pixels. Otherwise all of the photo's; in a photo above a
    megapixel, details that vanish in a reduced copy of one megapixel are then not found.
    """
    extent = Extent.of(pixels)
    column, row = int(np.floor(x_px)), int(np.floor(y_px))
    if not (0 <= column < extent.width and 0 <= row < extent.height):
        return None
    colour = _Colour.at(pixels, column, row, tolerance)
    if is_contiguous:
        return _Flood(pixels, colour).region(column, row) or _coarse_to_fine(pixels, colour, (column, row))
    if extent.pixel_count <= OVERVIEW_CELLS:
        return Region.of(colour.is_near(pixels))
    return _coarse_to_fine(pixels, colour, None)


@dataclass(frozen=True, eq=False)
class _Colour:
    """``squares``: float32 (3, 256), the squared distance of each value of L, a and b from the wanted one."""

    squares: NDArray[np.float32]
    limit: float

    @classmethod
    def at(cls, pixels: Samples, column: int, row: int, tolerance: float) -> "_Colour":
        rows = slice(max(0, row - _SAMPLE_PX), row + _SAMPLE_PX + 1)
        around = _lab(pixels[rows, max(0, column - _SAMPLE_PX) : column + _SAMPLE_PX + 1]).reshape(-1, 3) * _SCALE
        own = _lab(pixels[row : row + 1, column : column + 1]).reshape(3) * _SCALE
        # beside a hairline scratch most pixels are not of it
        mean = around[np.linalg.norm(around - own, axis=1) <= tolerance].mean(axis=0)
        squares = (np.arange(256, dtype=np.float32) * _SCALE[:, None] - mean[:, None]) ** 2
        # the place itself always belongs to its region
        return cls(squares.astype(np.float32), max(tolerance**2, float(((own - mean) ** 2).sum())) + 1e-3)

    def is_near(self, pixels: Samples) -> NDArray[np.bool_]:
        """Where the pixels (h, w, ...) have the colour (h, w)."""
        if pixels.ndim == 2:
            lab = _lab(np.arange(256, dtype=np.uint8)[None])[0]
            table = sum(self.squares[index][lab[:, index]] for index in range(3)) <= self.limit
            return np.asarray(cv2.LUT(_eight_bits(pixels), np.asarray(table, np.uint8)), np.uint8).view(np.bool_)
        lab = _lab(pixels)
        parts = [np.asarray(cv2.LUT(lab[..., index], self.squares[index]), np.float32) for index in range(3)]
        return (parts[0] + parts[1] + parts[2]) <= np.float32(self.limit)


class _Flood:
    """A connected region followed from tile to tile. Within a tile its pieces are the connected components of the
    pixels of the colour; from a piece one goes on to those that touch it across a side of the tile."""

    def __init__(self, pixels: Samples, colour: _Colour) -> None:
        self._pixels, self._colour, self._extent = pixels, colour, Extent.of(pixels)
        self._labels: dict[tuple[int, int], NDArray[np.int32]] = {}

    def region(self, column: int, row: int) -> Region | None:
        """The region of a place; None if it has too many tiles."""
        tile = (row // TILE_PX, column // TILE_PX)
        piece = int(self._tile(tile)[row % TILE_PX, column % TILE_PX])
        found: dict[tuple[int, int], set[int]] = {tile: {piece}}
        waiting = deque([(tile, piece)])
        while waiting:
            at = waiting.popleft()
            for neighbour, pieces in self._neighbours(*at):
                new = pieces - found.setdefault(neighbour, set())
                found[neighbour] |= new
                waiting.extend((neighbour, one) for one in new)
            if len(self._labels) > MOST_TILES:
                return None
        return self._joined({tile: pieces for tile, pieces in found.items() if pieces})

    def _tile(self, tile: tuple[int, int]) -> NDArray[np.int32]:
        if tile not in self._labels:
            near = self._colour.is_near(self._pixels[self._box(tile).slices])
            labels = cv2.connectedComponents(near.view(np.uint8), connectivity=4, ltype=cv2.CV_32S)[1]
            self._labels[tile] = np.asarray(labels, np.int32)
        return self._labels[tile]

    def _box(self, tile: tuple[int, int]) -> Box:
        top, left = tile[0] * TILE_PX, tile[1] * TILE_PX
        return Box(left, top, left + TILE_PX, top + TILE_PX).clipped(self._extent)

    def _neighbours(self, tile: tuple[int, int], piece: int) -> list[tuple[tuple[int, int], set[int]]]:
        """The neighbouring tiles, and which of their pieces a piece touches."""
        labels, reached = self._tile(tile), []
        for step, own, other in (
            ((-1, 0), labels[0], np.s_[-1, :]),
            ((1, 0), labels[-1], np.s_[0, :]),
            ((0, -1), labels[:, 0], np.s_[:, -1]),
            ((0, 1), labels[:, -1], np.s_[:, 0]),
        ):
            neighbour = (tile[0] + step[0], tile[1] + step[1])
            touching = own == piece
            if touching.any() and min(neighbour) >= 0 and not self._box(neighbour).is_empty:
                pieces = set(np.unique(self._tile(neighbour)[other][touching]).tolist()) - {0}
                reached.append((neighbour, pieces))
        return reached

    def _joined(self, found: dict[tuple[int, int], set[int]]) -> Region:
        box = Box(0, 0, 0, 0)
        for tile in found:
            box = box.union(self._box(tile))
        inside = np.zeros((box.height, box.width), np.bool_)
        for tile, pieces in found.items():
            labels, place = self._labels[tile], self._box(tile)
            chosen = np.zeros(int(labels.max()) + 1, np.bool_)
            chosen[list(pieces)] = True
            inside[place.top - box.top : place.bottom - box.top, place.left - box.left : place.right - box.left] = (
                chosen[labels]
            )
        region = Region.of(inside, box.left, box.top)
        assert region is not None, "the place itself belongs to its region"
        return region


def _coarse_to_fine(pixels: Samples, colour: _Colour, seed: tuple[int, int] | None) -> Region | None:
    """The region in a reduced copy, its outline refined; connected to ``seed`` (column, row) if that is given."""
    extent = Extent.of(pixels)
    step = int(np.ceil(np.sqrt(extent.pixel_count / OVERVIEW_CELLS)))
    small = (-(-extent.width // step), -(-extent.height // step))
    # whole cells of step x step pixels; at the right and lower edge they are cut, which an overview may ignore
    near = colour.is_near(cast(Samples, cv2.resize(pixels, small, interpolation=cv2.INTER_AREA)))
    if seed is not None:
        at = (
            min(seed[0] * small[0] // extent.width, small[0] - 1),
            min(seed[1] * small[1] // extent.height, small[1] - 1),
        )
        near[at[1], at[0]] = True
        labels = cv2.connectedComponents(near.view(np.uint8), connectivity=4, ltype=cv2.CV_32S)[1]
        near = labels == labels[at[1], at[0]]
    reached = Box.of_nonzero(near).grown(1).clipped(Extent(*small))
    if reached.is_empty:
        return None
    scale = np.array([extent.width / small[0], extent.height / small[1]])
    corners = np.array([[reached.left, reached.top], [reached.right, reached.bottom]]) * scale
    box = Box.around(corners).clipped(extent)
    cut = near[reached.slices].astype(np.uint8)
    inside = cv2.resize(cut, (box.width, box.height), interpolation=cv2.INTER_NEAREST).view(np.bool_)
    # two cells to each side: the mean of a cell may have the colour with a part of its pixels off
    around = np.ones((5, 5), np.uint8)
    outline = (cv2.dilate(cut, around) != cv2.erode(cut, around)).astype(np.uint8)
    refined = 0
    for tile, cells in _tiles_of(outline, box):
        uncertain = cv2.resize(outline[cells], (tile.width, tile.height), interpolation=cv2.INTER_NEAREST) > 0
        refined += int(uncertain.sum())
        if refined > MOST_REFINED_PX:
            break
        part = Box(tile.left + box.left, tile.top + box.top, tile.right + box.left, tile.bottom + box.top)
        inside[tile.slices][uncertain] = colour.is_near(pixels[part.slices][uncertain][:, None])[:, 0]
    return Region.of(inside, box.left, box.top)


def _tiles_of(outline: NDArray[np.uint8], box: Box) -> Iterator[tuple[Box, tuple[slice, slice]]]:
    """The tiles of a box, in its own pixels, that hold a part of its outline given at another size (h, w), and the
    cells of the outline that each covers."""
    height, width = outline.shape
    for top in range(0, box.height, TILE_PX):
        for left in range(0, box.width, TILE_PX):
            tile = Box(left, top, min(left + TILE_PX, box.width), min(top + TILE_PX, box.height))
            rows = slice(tile.top * height // box.height, -(-tile.bottom * height // box.height))
            columns = slice(tile.left * width // box.width, -(-tile.right * width // box.width))
            if outline[rows, columns].any():
                yield tile, (rows, columns)


def _lab(pixels: Samples) -> NDArray[np.uint8]:
    """CIE L*a*b* (h, w, 3) in 8 bits; a grey photo's pixels are taken as equal red, green and blue."""
    eight = _eight_bits(pixels)
    rgb = cv2.cvtColor(eight, cv2.COLOR_GRAY2RGB) if eight.ndim == 2 else eight
    return np.asarray(cv2.cvtColor(np.ascontiguousarray(rgb), cv2.COLOR_RGB2LAB), np.uint8)


def _eight_bits(pixels: Samples) -> NDArray[np.uint8]:
    return np.asarray(pixels if pixels.dtype == np.uint8 else pixels >> 8, np.uint8)
