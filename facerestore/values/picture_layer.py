"""PictureLayer: one layer of a result that is handed over to another program."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from facerestore.values.geometry import Box


@dataclass(frozen=True, eq=False)
class PictureLayer:
    """A picture over a box of the photo. ``rows``: gives some rows of it (n, w) or (n, w, channels), uint8 or uint16 by
    ``bits``, ``channels`` being 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha; alpha is not premultiplied.
    ``is_visible``: at first; the others are there to be looked at, or to be used as a mask."""

    name: str
    box: Box
    bits: int
    channels: int
    rows: Callable[[slice], NDArray[Any]]
    is_visible: bool = True

    @property
    def shape(self) -> tuple[int, ...]:
        """(h, w) or (h, w, channels)."""
        size = (self.box.height, self.box.width)
        return size if self.channels == 1 else (*size, self.channels)

    @property
    def byte_count(self) -> int:
        """Unpacked."""
        return self.box.height * self.box.width * self.channels * self.bits // 8

    def spread(self, whole: Box) -> "PictureLayer":
        """The layer over the whole photo, for files whose layers have no place: transparent, or 0, beyond its box."""

        def rows(strip: slice) -> NDArray[Any]:
            count = strip.stop - strip.start
            shape = (count, whole.width) if self.channels == 1 else (count, whole.width, self.channels)
            made = np.zeros(shape, np.uint8 if self.bits == 8 else np.uint16)
            first, last = max(strip.start, self.box.top), min(strip.stop, self.box.bottom)
            if first < last:
                inside = self.rows(slice(first - self.box.top, last - self.box.top))
                made[first - strip.start : last - strip.start, self.box.left : self.box.right] = inside
            return made

        return PictureLayer(self.name, whole, self.bits, self.channels, rows, self.is_visible)
