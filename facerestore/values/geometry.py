"""Extents and boxes: small frozen values with their arithmetic. Whole pixels, half open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

STRIP_PIXELS: Final = 2**20
"""How many pixels are worked at once where a large scan has no room for a second copy."""


@dataclass(frozen=True, slots=True)
class Extent:
    """Width and height of a pixel grid."""

    width: int
    height: int

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1:
            raise ValueError("An extent has at least one pixel each way.")

    @classmethod
    def of(cls, pixels: NDArray[np.generic]) -> Self:
        """The extent of an array (H, W, ...)."""
        return cls(width=int(pixels.shape[1]), height=int(pixels.shape[0]))

    @property
    def box(self) -> "Box":
        return Box(0, 0, self.width, self.height)

    @property
    def pixel_count(self) -> int:
        return self.width * self.height


@dataclass(frozen=True, slots=True)
class Box:
    """Columns left <= x < right and rows top <= y < bottom; may be empty."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return max(0, self.right - self.left)

    @property
    def height(self) -> int:
        return max(0, self.bottom - self.top)

    @property
    def is_empty(self) -> bool:
        return self.right <= self.left or self.bottom <= self.top

    @property
    def slices(self) -> tuple[slice, slice]:
        """(rows, columns), to cut the box out of an array (H, W, ...)."""
        return slice(self.top, max(self.top, self.bottom)), slice(self.left, max(self.left, self.right))

    def clipped(self, extent: Extent) -> "Box":
        """The part of the box that lies inside the extent."""
        return self.intersection(extent.box)

    def intersection(self, other: "Box") -> "Box":
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def union(self, other: "Box") -> "Box":
        """The smallest box that holds both; an empty box adds nothing."""
        if self.is_empty:
            return other
        if other.is_empty:
            return self
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def moved(self, x: int, y: int) -> "Box":
        return Box(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def strips(self, pixel_count: int = STRIP_PIXELS) -> Iterator["Box"]:
        """The box from top to bottom, in strips of whole rows with about so many pixels each."""
        rows = max(1, pixel_count // max(1, self.width))
        for top in range(self.top, self.bottom, rows):
            yield Box(self.left, top, self.right, min(top + rows, self.bottom))

    def grown(self, radius_px: int) -> "Box":
        return Box(self.left - radius_px, self.top - radius_px, self.right + radius_px, self.bottom + radius_px)

    @classmethod
    def around(cls, points: NDArray[np.floating] | Sequence[Sequence[float]]) -> "Box":
        """The smallest box of whole pixels that covers continuous points (N, 2) x, y."""
        xy = np.asarray(points, dtype=np.float64)
        left, top = np.floor(xy.min(axis=0)).astype(int)
        right, bottom = np.ceil(xy.max(axis=0)).astype(int)
        return cls(int(left), int(top), int(right), int(bottom))

    @classmethod
    def of_nonzero(cls, array: NDArray[np.generic]) -> "Box":
        """The smallest box that holds every nonzero cell of an array (H, W); empty if there is none."""
        rows = np.flatnonzero(array.any(axis=1))
        if rows.size == 0:
            return cls(0, 0, 0, 0)
        columns = np.flatnonzero(array.any(axis=0))
        return cls(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
