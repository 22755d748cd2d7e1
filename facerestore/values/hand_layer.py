"""HandLayer: pixels that a person painted by hand over a photo, in tiles, so that only touched places take memory.

Which of them are seen, the plane of damage classes says: those where it has a ``HandClass``. What was painted over by
another class stays in the layer until the history forgets it, because undo may want it back.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from facerestore.values.damage_classes import HandClass
from facerestore.values.damage_table import BY_HAND
from facerestore.values.geometry import Box, Extent
from facerestore.values.raster import pixels_where, put_where
from facerestore.values.repair import Repair, RepairKind

TILE_PX: Final = 512
"""A tile is copied when it changes: 1.5 MiB in 16 bit colour."""

TileKey = tuple[int, int]
"""Row and column of a tile."""

_KINDS: Final = {HandClass.HEALED: RepairKind.HEALED, HandClass.CLONED: RepairKind.CLONED}


@dataclass(frozen=True, eq=False)
class HandDiff:
    """Which samples of a layer change in a box, and by which bits. Done and undone by the same step.

    ``changed_bits``: the box's changed pixels, row by row, eight to a byte. ``flips``: (N,) or (N, 3) of the photo's
    depth, old samples XOR new ones, in the same order; nothing painted counts as zero.
    """

    box: Box
    changed_bits: NDArray[np.uint8]
    flips: NDArray[Any]

    @classmethod
    def of(cls, layer: "HandLayer", box: Box, where: NDArray[np.bool_], samples: NDArray[Any]) -> Self | None:
        """The difference that puts samples (N, ...) where true (h, w) in a box; None if nothing changes."""
        shape = where.shape if samples.ndim == 1 else (*where.shape, samples.shape[1])
        after = np.zeros(shape, samples.dtype)
        put_where(after, where, samples)
        flips = after ^ layer.read(box, after.dtype, after.shape[2:])
        is_changed = flips != 0
        changed = where & (is_changed if is_changed.ndim == 2 else is_changed.any(axis=2))
        if not changed.any():
            return None
        return cls(box, np.packbits(changed), pixels_where(flips, changed))

    @property
    def byte_count(self) -> int:
        return self.changed_bits.nbytes + self.flips.nbytes

    def changed(self) -> NDArray[np.bool_]:
        """The changed pixels of the box (h, w)."""
        bits = np.unpackbits(self.changed_bits, count=self.box.width * self.box.height)
        return bits.view(np.bool_).reshape(self.box.height, self.box.width)


@dataclass(frozen=True, eq=False)
class HandLayer:
    """``tiles``: samples (TILE_PX, TILE_PX) or (TILE_PX, TILE_PX, 3) at the photo's depth, zero where nothing was
    painted, and beyond the photo. A layer never changes: an edit gives another one, which shares the tiles that it did
    not touch, so that whoever holds a layer needs no copy of it."""

    tiles: Mapping[TileKey, NDArray[Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tiles", MappingProxyType(dict(self.tiles)))
        for tile in self.tiles.values():
            if tile.shape[:2] != (TILE_PX, TILE_PX):
                raise ValueError("A layer has tiles of one size.")
            tile.flags.writeable = False

    @property
    def is_empty(self) -> bool:
        return not self.tiles

    @property
    def byte_count(self) -> int:
        return sum(tile.nbytes for tile in self.tiles.values())

    def read(self, box: Box, dtype: np.dtype[Any], inner: tuple[int, ...]) -> NDArray[Any]:
        """A new array of the samples in a box (h, w, *inner), zero where nothing was painted."""
        found = np.zeros((box.height, box.width, *inner), dtype)
        for key, common in _tiles_of(box):
            if key in self.tiles:
                found[_within(common, box)] = self.tiles[key][_within(common, tile_box(key))]
        return found

    def flipped(self, diffs: Iterable[HandDiff]) -> "HandLayer":
        """The layer with differences done, or undone again."""
        tiles, fresh = dict(self.tiles), set[TileKey]()
        for one in diffs:
            inner = one.flips.shape[1:]
            dense = np.zeros((one.box.height, one.box.width, *inner), one.flips.dtype)
            put_where(dense, one.changed(), one.flips)
            for key, common in _tiles_of(one.box):
                if key not in fresh:
                    blank = np.zeros((TILE_PX, TILE_PX, *inner), one.flips.dtype)
                    tiles[key] = tiles[key].copy() if key in tiles else blank
                    fresh.add(key)
                tiles[key][_within(common, tile_box(key))] ^= dense[_within(common, one.box)]
        for key in fresh:
            if not tiles[key].any():
                del tiles[key]
        return HandLayer(tiles)

    def over(self, pixels: NDArray[Any], plane: NDArray[np.uint8], box: Box) -> NDArray[Any]:
        """Pixels (h, w, ...) of a box of the photo, with what is seen of the layer over them: where the plane (h, w) of
        the box has a class that is filled by hand. The same array where that is nowhere."""
        made = pixels
        for key, common in _tiles_of(box):
            if key not in self.tiles:
                continue
            where = seen(plane[_within(common, box)])
            if where.any():
                made = made.copy() if made is pixels else made
                samples = pixels_where(self.tiles[key][_within(common, tile_box(key))], where)
                put_where(made[_within(common, box)], where, samples)
        return made

    def repairs(self, plane: NDArray[np.uint8]) -> tuple[Repair, ...]:
        """What is seen of the layer under a plane (H, W) of the photo's size, as repairs, which do not overlap."""
        return tuple(one for key in sorted(self.tiles) for one in self._repairs_of(key, plane))

    def visible(self, plane: NDArray[np.uint8]) -> "HandLayer":
        """The layer without what is not seen under a plane (H, W)."""
        kept = {}
        for key, tile in self.tiles.items():
            box = tile_box(key).clipped(Extent.of(plane))
            where = np.zeros(tile.shape[:2], np.bool_)
            where[: box.height, : box.width] = seen(plane[box.slices])
            if where.any():
                kept[key] = tile * (where if tile.ndim == 2 else where[..., None])
        return HandLayer(kept)

    def equals(self, other: "HandLayer") -> bool:
        """Whether both hold the same samples."""
        if self.tiles.keys() != other.tiles.keys():
            return False
        pairs = ((tile, other.tiles[key]) for key, tile in self.tiles.items())
        return all(one is its or np.array_equal(one, its) for one, its in pairs)

    def _repairs_of(self, key: TileKey, plane: NDArray[np.uint8]) -> Iterator[Repair]:
        whole = tile_box(key).clipped(Extent.of(plane))
        part = plane[whole.slices]
        for number, kind in _KINDS.items():
            where = part == number
            inner = Box.of_nonzero(where)
            if not inner.is_empty:
                shown = where[inner.slices]
                samples = pixels_where(self.tiles[key][inner.slices], shown)
                yield Repair.of(inner.moved(whole.left, whole.top), kind, shown, samples)


NO_LAYER: Final = HandLayer()


def seen(plane: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Where a plane of damage classes is filled by hand."""
    first, *others = BY_HAND
    where: NDArray[np.bool_] = plane == first
    for number in others:
        where |= plane == number
    return where


def is_seen(layer: HandLayer, plane: NDArray[np.uint8]) -> bool:
    """Whether anything of a layer is seen under a plane (H, W)."""
    return any(seen(plane[tile_box(key).slices]).any() for key in layer.tiles)


def covers(layer: HandLayer, plane: NDArray[np.uint8]) -> bool:
    """Whether a layer has a tile wherever a plane (H, W) of damage classes is filled by hand."""
    extent = Extent.of(plane)
    for top in range(0, extent.height, TILE_PX):
        for left in range(0, extent.width, TILE_PX):
            is_there = (top // TILE_PX, left // TILE_PX) in layer.tiles
            if not is_there and seen(plane[top : top + TILE_PX, left : left + TILE_PX]).any():
                return False
    return True


def tile_box(key: TileKey) -> Box:
    """The pixels of the photo that a tile stands for; those at the photo's edges reach beyond it."""
    left, top = key[1] * TILE_PX, key[0] * TILE_PX
    return Box(left, top, left + TILE_PX, top + TILE_PX)


def _tiles_of(box: Box) -> Iterator[tuple[TileKey, Box]]:
    """The tiles that a box touches, and what it has in common with each."""
    if box.is_empty:
        return
    for row in range(box.top // TILE_PX, (box.bottom - 1) // TILE_PX + 1):
        for column in range(box.left // TILE_PX, (box.right - 1) // TILE_PX + 1):
            yield (row, column), tile_box((row, column)).intersection(box)


def _within(box: Box, other: Box) -> tuple[slice, slice]:
    return box.moved(-other.left, -other.top).slices
