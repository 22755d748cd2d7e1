"""Raster: pixels that are read box by box, wherever they are."""

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from facerestore.values.geometry import Box, Extent


class Raster(Protocol):
    """Pixels of one depth, which need not lie in memory as a whole."""

    @property
    def extent(self) -> Extent: ...

    @property
    def dtype(self) -> np.dtype[Any]: ...

    @property
    def channels(self) -> int | None:
        """The last axis of what is read; None: there is none."""

    def read(self, box: Box) -> NDArray[Any]:
        """The pixels of a box within the extent, (h, w) or (h, w, C); not to be written to."""


def pixels_where(pixels: NDArray[Any], where: NDArray[np.bool_]) -> NDArray[Any]:
    """The samples of a picture (h, w) or (h, w, C) where true (h, w), in reading order: (N,) or (N, C).

    >>> pixels_where(np.array([[[1, 2, 3], [4, 5, 6]]], np.uint8), np.array([[False, True]])).tolist()
    [[4, 5, 6]]
    """
    if pixels.ndim == 2:
        return pixels[where]
    chs = pixels.shape[2]
    return _items(np.ascontiguousarray(pixels))[where].view(pixels.dtype).reshape(-1, chs)


def put_where(pixels: NDArray[Any], where: NDArray[np.bool_], samples: NDArray[Any]) -> None:
    """Put samples, as ``pixels_where`` gives them, into a picture whose pixels lie each in one piece."""
    if pixels.ndim == 2:
        pixels[where] = samples
    else:
        _items(pixels)[where] = _items(np.ascontiguousarray(samples, pixels.dtype)[None])[0]


def _items(pixels: NDArray[Any]) -> NDArray[np.void]:
    """Each pixel as one item (h, w): of several NumPy would write down the index, and take 25 times as long."""
    items: NDArray[np.void] = pixels.view(np.dtype((np.void, pixels.itemsize * pixels.shape[2])))[..., 0]
    return items
