"""Raster: pixels that are read box by box, wherever they are."""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def pixels_where(pixels: NDArray[Any], where: NDArray[np.bool_]) -> NDArray[Any]:
    """The samples of a picture (h, w) or (h, w, C) where true (h, w), in reading order: (N,) or (N, C).

    >>> pixels_where(np.array([[[1, 2, 3], [4, 5, 6]]], np.uint8), np.array([[False, True]])).tolist()
    [[4, 5, 6]]
    """
    if pixels.ndim == 2:
        return pixels[where]
    # a pixel as one item: NumPy would write down the index of each, and take 25 times as long
    chs = pixels.shape[2]
    items = np.ascontiguousarray(pixels).view(np.dtype((np.void, pixels.itemsize * chs)))
    return items[..., 0][where].view(pixels.dtype).reshape(-1, chs)
