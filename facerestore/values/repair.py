"""Repairs: what a restoration changed of a photo, and nothing else. The photo itself is never copied for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from facerestore.values.geometry import Box, Extent
from facerestore.values.photo import Photo
from facerestore.values.raster import pixels_where, put_where


class RepairKind(StrEnum):
    """How samples came to be: painted by a network, or continued from their surroundings; or filled by hand, continued
    under a person's pen or copied from where the person chose."""

    GENERATED = "generated"
    FILLED = "filled"
    HEALED = "healed"
    CLONED = "cloned"


BY_HAND: Final = (RepairKind.HEALED, RepairKind.CLONED)
"""Those that a person filled by hand."""


@dataclass(frozen=True, eq=False)
class Repair:
    """Changed samples in a box of a photo: ``packed`` uint8 (h, (w + 7) // 8), a bit for each pixel of the box that is
    changed, as ``numpy.packbits`` gives them; ``samples`` (N,) or (N, C), those pixels in reading order."""

    box: Box
    kind: RepairKind
    packed: NDArray[np.uint8]
    samples: NDArray[Any]

    @classmethod
    def of(cls, box: Box, kind: RepairKind, where: NDArray[np.bool_], samples: NDArray[Any]) -> Self:
        """``where``: (h, w) of the box."""
        return cls(box, kind, np.packbits(where, axis=1), samples)

    def __post_init__(self) -> None:
        if self.packed.shape != (self.box.height, -(-self.box.width // 8)) or self._starts[-1] != len(self.samples):
            raise ValueError("A repair has one sample for each changed pixel of its box.")

    @property
    def where(self) -> NDArray[np.bool_]:
        """Which pixels of the box are changed (h, w)."""
        return self._rows(0, self.box.height)

    def part(self, box: Box) -> tuple[Box, NDArray[np.bool_], NDArray[Any]]:
        """What of it lies in another box of the photo: the common box, where in that (h, w), and the samples."""
        common = self.box.intersection(box)
        first, last = common.top - self.box.top, common.bottom - self.box.top
        left, right = common.left - self.box.left, common.right - self.box.left
        if right - left == self.box.width:
            return common, self._rows(first, last), self.samples[self._starts[first] : self._starts[last]]
        # a strip of scratches is as wide as the scan, and is read tile by tile: only what lies there is unpacked
        byte = left // 8
        bits = np.unpackbits(self.packed[first:last, byte : -(-right // 8)], axis=1)
        where = bits[:, left - 8 * byte : right - 8 * byte].view(np.bool_)
        counts = where.sum(axis=1)
        before = np.bitwise_count(self.packed[first:last, :byte]).sum(axis=1, dtype=np.int64)
        before += bits[:, : left - 8 * byte].sum(axis=1, dtype=np.int64)
        skipped = self._starts[first:last] + before - (np.cumsum(counts) - counts)
        return common, where, self.samples[np.repeat(skipped, counts) + np.arange(counts.sum())]

    def without(self, elsewhere: NDArray[np.bool_]) -> Self | None:
        """What is left of it without the pixels of its box where true (h, w); None if that is nothing."""
        where = self.where
        left = where & ~elsewhere
        return self.of(self.box, self.kind, left, self.samples[left[where]]) if left.any() else None

    def _rows(self, first: int, last: int) -> NDArray[np.bool_]:
        return np.unpackbits(self.packed[first:last], axis=1, count=self.box.width).view(np.bool_)

    @cached_property
    def _starts(self) -> NDArray[np.int64]:
        """Where the samples of each row begin (h + 1,)."""
        counts = np.bitwise_count(self.packed).sum(axis=1, dtype=np.int64)
        return np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])


@dataclass(frozen=True, eq=False)
class RepairedPhoto:
    """A photo with repairs, which do not overlap: its pixels are those of the ``source`` but where a repair has others.

    It is a raster of what is to be seen; ``photo`` is the same as an array of its own.
    """

    source: Photo
    repairs: tuple[Repair, ...] = ()

    @classmethod
    def of_planes(
        cls,
        source: Photo,
        pixels: NDArray[Any],
        *,
        generated: NDArray[np.bool_] | None = None,
        filled: NDArray[np.bool_] | None = None,
        box: Box | None = None,
    ) -> Self:
        """From the pixels of a box, by default the whole photo, and where (h, w) in it they are changed, and how."""
        place = box or source.extent.box
        kinds = ((RepairKind.GENERATED, generated), (RepairKind.FILLED, filled))
        planes = [(kind, plane) for kind, plane in kinds if plane is not None]
        return cls(source, tuple(one for kind, plane in planes for one in _repairs(kind, plane, pixels, place)))

    @property
    def extent(self) -> Extent:
        return self.source.extent

    @property
    def dtype(self) -> np.dtype[Any]:
        return self.source.pixels.dtype

    @property
    def channels(self) -> int | None:
        return None if self.source.pixels.ndim == 2 else int(self.source.pixels.shape[2])

    def read(self, box: Box) -> NDArray[Any]:
        pixels: NDArray[Any] = self.source.pixels[box.slices]
        parts = list(self._parts(box, None))
        if parts:
            pixels = pixels.copy()
        for common, where, samples in parts:
            put_where(pixels[_within(common, box)], where, samples)
        return pixels

    def rows(self, strip: slice) -> NDArray[Any]:
        """Whole rows, as a file is written."""
        return self.read(Box(0, strip.start, self.extent.width, strip.stop))

    def where(self, box: Box, kind: RepairKind | None = None) -> NDArray[np.bool_]:
        """Which pixels of a box (h, w) are changed, in that way."""
        found = np.zeros((box.height, box.width), np.bool_)
        for common, where, _ in self._parts(box, kind):
            found[_within(common, box)] |= where
        return found

    @property
    def generated(self) -> NDArray[np.bool_]:
        """Where a network painted (H, W)."""
        return self.where(self.extent.box, RepairKind.GENERATED)

    @property
    def filled(self) -> NDArray[np.bool_]:
        """Where the surroundings were continued (H, W)."""
        return self.where(self.extent.box, RepairKind.FILLED)

    @property
    def photo(self) -> Photo:
        """The whole, as large as the source: for those who need all pixels at once."""
        return self.source.with_pixels(self.read(self.extent.box)) if self.repairs else self.source

    def _parts(self, box: Box, kind: RepairKind | None) -> Iterator[tuple[Box, NDArray[np.bool_], NDArray[Any]]]:
        for repair in self.repairs:
            if kind in (None, repair.kind) and not repair.box.intersection(box).is_empty:
                yield repair.part(box)


def _repairs(kind: RepairKind, plane: NDArray[np.bool_], pixels: NDArray[Any], place: Box) -> Iterator[Repair]:
    """Repairs of pixels (h, w, ...) in a place of a photo, where true (h, w)."""
    for strip in Box.of_nonzero(plane).strips():
        where = plane[strip.slices]
        if where.any():
            samples = pixels_where(pixels[strip.slices], where)
            yield Repair.of(strip.moved(place.left, place.top), kind, where, samples)


def _within(box: Box, other: Box) -> tuple[slice, slice]:
    return box.moved(-other.left, -other.top).slices
