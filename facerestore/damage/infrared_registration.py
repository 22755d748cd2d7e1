"""Registration of a scanner's infrared: how many pixels it lies beside the colours.

Scanners take infrared in a pass of its own, or through another part of the lens, so it may lie some pixels off. What
both see is dirt, and a little of the picture that leaks into infrared. The fine structure of both is correlated over
all whole offsets, in those tiles where infrared has most of it.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.damage.densities import Samples, densities, grey_density
from facerestore.values.geometry import Box, Extent
from facerestore.values.photo import Photo

MOST_OFFSET_PX: Final = 8
"""How far infrared may lie off, each way. Further than that it is not looked for."""

_FAR_PX: Final = 16
"""Offsets from there on are chance: near the true one dirt, which is a few pixels large, still meets itself."""

_SEARCHED_PX: Final = 32
_TILE_PX: Final = 512
_MOST_TILES: Final = 12
_FINE_PX: Final = 3.0

LEAST_PROMINENCE: Final = 1.5
"""How many times as strong as that of chance the best offset's correlation must be. Of 100 drawn scans with nothing
in common none reached 1.2, of 174 with dirt or picture in common none was below 2.3."""


@dataclass(frozen=True)
class Registration:
    """Where infrared lies. ``right``, ``down``: where it has what the colours have at (0, 0), whole pixels of the
    photo; ``prominence``: how many times the correlation there is that of chance; ``is_sure``: enough of them. If not,
    the offset is zero."""

    right: int
    down: int
    prominence: float
    is_sure: bool


def registration(photo: Photo, infrared: Samples) -> Registration:
    """How infrared (H, W) lies beside the colours of its photo."""
    surface = np.zeros((2 * _SEARCHED_PX + 1,) * 2, np.float64)
    for box in _lively_tiles(infrared):
        surface += _correlations(photo, infrared, box)
    strength = np.abs(surface)
    steps = np.abs(np.arange(-_SEARCHED_PX, _SEARCHED_PX + 1))
    distance = np.maximum(steps[:, None], steps[None])
    chance = float(strength[distance >= _FAR_PX].max())
    possible = np.where(distance <= MOST_OFFSET_PX, strength, 0)
    row, column = np.unravel_index(int(possible.argmax()), possible.shape)
    prominence = float(possible.max()) / chance if chance > 0 else 0.0
    if prominence < LEAST_PROMINENCE:
        return Registration(0, 0, prominence, is_sure=False)
    # infrared is what is moved over the colours: where it fits, it was moved back
    return Registration(_SEARCHED_PX - int(column), _SEARCHED_PX - int(row), prominence, is_sure=True)


def _lively_tiles(infrared: Samples) -> list[Box]:
    """Those parts of infrared that have most fine structure; all of it where it is small."""
    extent = Extent.of(infrared)
    inner = extent.box.grown(-_SEARCHED_PX)
    tiles = [
        Box(left, top, min(left + _TILE_PX, inner.right), min(top + _TILE_PX, inner.bottom))
        for top in range(inner.top, inner.bottom, _TILE_PX)
        for left in range(inner.left, inner.right, _TILE_PX)
    ]
    tiles = [tile for tile in tiles if min(tile.width, tile.height) >= _SEARCHED_PX]
    if len(tiles) <= _MOST_TILES:
        return tiles
    liveliness = [float(np.abs(_fine(densities(infrared[tile.slices]))).mean()) for tile in tiles]
    return [tiles[index] for index in np.argsort(liveliness)[::-1][:_MOST_TILES]]


def _correlations(photo: Photo, infrared: Samples, tile: Box) -> NDArray[np.float64]:
    """How the fine structure of a tile of infrared and of the colours around it goes together, for each offset."""
    template = _fine(densities(infrared[tile.slices]))
    # noise is in every pixel, and dirt in few: what stands out of the noise decides
    noise = 1.4826 * float(np.median(np.abs(template)))
    template = np.sign(template) * np.maximum(np.abs(template) - 3 * noise, 0)
    if not template.any():
        return np.zeros((2 * _SEARCHED_PX + 1,) * 2, np.float64)
    around = _fine(grey_density(photo.pixels[tile.grown(_SEARCHED_PX).slices]))
    spread = 1.4826 * float(np.median(np.abs(around))) + 1e-3
    around = np.clip(around, -8 * spread, 8 * spread).astype(np.float32)
    answer = cv2.matchTemplate(around, template.astype(np.float32), cv2.TM_CCORR)
    scale = float(np.linalg.norm(template)) * float(np.linalg.norm(around))
    return np.asarray(answer, np.float64) / max(scale, 1e-9)


def _fine(density: NDArray[np.float32]) -> NDArray[np.float32]:
    return density - cv2.GaussianBlur(density, (0, 0), _FINE_PX)
