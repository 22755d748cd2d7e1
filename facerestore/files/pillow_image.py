"""Pillow's image of a picture that is given row by row: of a large scan no second array is made for it."""

from collections.abc import Callable
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_STRIP_PIXELS: Final = 2**20
_MODES: Final = {1: "L", 3: "RGB", 4: "RGBA"}


def image_of(rows: Callable[[slice], NDArray[np.uint8]], shape: tuple[int, ...]) -> Image.Image:
    """The image of a picture (H, W) or (H, W, 3 or 4). ``rows`` gives some of its rows, uint8."""
    height, width, channels = (*shape, 1)[:3]
    image = Image.new(_MODES[channels], (width, height))
    step = max(1, _STRIP_PIXELS // width)
    for top in range(0, height, step):
        strip: NDArray[Any] = np.ascontiguousarray(rows(slice(top, min(top + step, height))))
        image.paste(Image.fromarray(strip), (0, top))
    return image
