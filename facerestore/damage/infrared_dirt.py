"""Infrared dirt: where a scanner's infrared is darker than the film lets it be, at the scan's own resolution."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.damage.densities import Samples, densities
from facerestore.damage.infrared_crosstalk import NOISE_FLOOR, Crosstalk
from facerestore.damage.infrared_registration import Registration
from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled
from facerestore.values.geometry import STRIP_PIXELS, Box, Extent
from facerestore.values.photo import Photo

_SOFT_PX: Final = 0.7
_MARGIN_PX: Final = 4
_EDGE_PX: Final = 2
"""How far the two may still lie beside one another, or infrared be less sharp: what the colours explain so near by is
no dirt."""

_NOISE_TILE_PX: Final = 64
_CORE, _RIM = 8.0, 3.5
"""How many times the noise dirt stands out by: at its darkest, and as far as it goes."""

_DOUBT: Final = 0.25
"""Share of what the colours explain by which the fit may be wrong: in the darkest shadows, and where a scanner's
program bent the curve of the colours."""

_TRIM: Final = 0.2
_TRIM_PX: Final = 9
"""What stops less than this share of what the darkest so near by does is its soft edge in infrared, and not dirt."""

_LEAST_DENSITY: Final = 0.03
"""What stops less than 3 % of the infrared at its darkest is no dirt that could be seen."""

_LEAST_PX: Final = 3


@dataclass(frozen=True, eq=False)
class Dirt:
    """Places of dirt. ``labels``: int32 (H, W), numbered from 1; of each, in this order: ``boxes``: int (N, 4) left,
    top, right, bottom; ``areas``: pixels (N,); ``clearness``: how many times the noise its darkest pixel stands out by
    (N,)."""

    labels: NDArray[np.int32]
    boxes: NDArray[np.intp]
    areas: NDArray[np.intp]
    clearness: NDArray[np.float64]

    @property
    def count(self) -> int:
        return len(self.areas)


def dirt(
    photo: Photo,
    infrared: Samples,
    place: Registration,
    fit: Crosstalk,
    background: NDArray[np.float32],
    valid: NDArray[np.bool_],
    cancel: CancelToken = NEVER,
) -> Dirt:
    """Dirt in infrared (H, W). ``background`` and ``valid`` (h, w): what is left of its density without the picture
    and without dirt, and where there is film, of a reduced copy that is registered already. Raises Cancelled."""
    extent = photo.extent
    excess = np.zeros((extent.height, extent.width), np.float16)
    tiles = (-(-extent.height // _NOISE_TILE_PX), -(-extent.width // _NOISE_TILE_PX))
    noise = np.full(tiles, np.nan, np.float32)
    for strip in _strips(extent):
        raise_if_cancelled(cancel)
        left, doubt = _left(photo, infrared, place, fit, background, valid, strip)
        excess[strip.slices] = left - doubt
        first = strip.top // _NOISE_TILE_PX
        measured = _noise(left)
        noise[first : first + len(measured)] = measured
    usual = float(np.nanmedian(noise)) if np.isfinite(noise).any() else NOISE_FLOOR
    # film that is dirty all over has much of what looks like faint dust
    noise = np.maximum(np.where(np.isfinite(noise), noise, usual), max(usual, NOISE_FLOOR))
    rim, core = (np.zeros(excess.shape, np.uint8) for _ in range(2))
    for strip in _strips(extent):
        raise_if_cancelled(cancel)
        around = strip.grown(_TRIM_PX // 2).clipped(extent)
        near = np.nan_to_num(excess[around.slices].astype(np.float32))
        darkest = cv2.dilate(near, np.ones((_TRIM_PX, _TRIM_PX), np.uint8))
        inner = strip.moved(-around.left, -around.top).slices
        density = near[inner]
        clear = density / _of_strip(noise, strip, extent)
        rim[strip.slices] = (clear >= _RIM) & (density >= _TRIM * darkest[inner])
        core[strip.slices] = (clear >= _CORE) & (density >= _LEAST_DENSITY)
    return _places(rim, core, excess, noise)


def shifted(infrared: Samples, place: Registration, box: Box) -> Samples:
    """Infrared over a box of the colours (h, w); what lies outside repeats its border."""
    rows = np.clip(np.arange(box.top, box.bottom) + place.down, 0, infrared.shape[0] - 1)
    columns = np.clip(np.arange(box.left, box.right) + place.right, 0, infrared.shape[1] - 1)
    return infrared[rows[:, None], columns[None]]


def enlarged(values: NDArray[np.generic], box: Box, extent: Extent) -> NDArray[np.float32]:
    """Values (h, w) of a reduced copy of an extent, over a box of it, linearly between them. Not by OpenCV, which warps
    no picture of more than 32,766 pixels a side."""
    small = values.astype(np.float32)
    above, below, down = _neighbours(np.arange(box.top, box.bottom), small.shape[0], extent.height)
    before, after, right = _neighbours(np.arange(box.left, box.right), small.shape[1], extent.width)
    rows = small[above] + (small[below] - small[above]) * down[:, None]
    return np.asarray(rows[:, before] + (rows[:, after] - rows[:, before]) * right, np.float32)


def _neighbours(
    places: NDArray[np.intp], count: int, length: int
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float32]]:
    """Of pixels among ``length``: the two of ``count`` cells between whose middles each lies, and how far towards the
    second, 0...1."""
    position = np.clip((places + 0.5) * (count / length) - 0.5, 0, count - 1)
    first = np.floor(position).astype(np.intp)
    return first, np.minimum(first + 1, count - 1), (position - first).astype(np.float32)


def _strips(extent: Extent) -> Iterator[Box]:
    """Strips of whole rows of noise tiles."""
    rows = max(1, STRIP_PIXELS // (extent.width * _NOISE_TILE_PX)) * _NOISE_TILE_PX
    for top in range(0, extent.height, rows):
        yield Box(0, top, extent.width, min(top + rows, extent.height))


def _left(
    photo: Photo,
    infrared: Samples,
    place: Registration,
    fit: Crosstalk,
    background: NDArray[np.float32],
    valid: NDArray[np.bool_],
    strip: Box,
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Of a strip (h, w): infrared's density without the picture and the lamp, not a number where there is no film; and
    how much of it the picture may be."""
    around = strip.grown(_MARGIN_PX).clipped(photo.extent)
    expected = cv2.GaussianBlur(fit.expected(photo.pixels[around.slices]), (0, 0), _SOFT_PX)
    seen = cv2.GaussianBlur(densities(shifted(infrared, place, around)), (0, 0), _SOFT_PX)
    left = seen - expected - enlarged(background, around, photo.extent)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * _EDGE_PX + 1,) * 2)
    doubt = cv2.dilate(expected, disc) - expected + _DOUBT * np.abs(expected - fit.usual)
    left[enlarged(valid, around, photo.extent) < 0.99] = np.nan
    _forget_border(left, around, place, photo.extent)
    inner = strip.moved(-around.left, -around.top).slices
    return np.asarray(left[inner], np.float32), np.asarray(doubt[inner], np.float32)


def _forget_border(left: NDArray[np.float32], box: Box, place: Registration, extent: Extent) -> None:
    """Takes away what infrared did not see because it lies beside the colours."""
    rows = np.arange(box.top, box.bottom) + place.down
    columns = np.arange(box.left, box.right) + place.right
    left[(rows < 0) | (rows >= extent.height)] = np.nan
    left[:, (columns < 0) | (columns >= extent.width)] = np.nan


def _noise(left: NDArray[np.float32]) -> NDArray[np.float32]:
    """The robust standard deviation of each tile of a strip (t, T); not a number where there is no film."""
    tile = _NOISE_TILE_PX
    down, across = -(-left.shape[0] // tile), -(-left.shape[1] // tile)
    padded = np.full((down * tile, across * tile), np.nan, np.float32)
    padded[: left.shape[0], : left.shape[1]] = left
    cells = padded.reshape(down, tile, across, tile).swapaxes(1, 2).reshape(down, across, -1)
    found = np.full((down, across), np.nan, np.float32)
    for row, column in zip(*np.nonzero(np.isfinite(cells).mean(axis=2) > 0.1), strict=True):
        values = cells[row, column][np.isfinite(cells[row, column])]
        found[row, column] = 1.4826 * np.median(np.abs(values - np.median(values)))
    return found


def _of_strip(noise: NDArray[np.float32], strip: Box, extent: Extent) -> NDArray[np.float32]:
    """The noise of tiles over the pixels of a strip (h, w)."""
    tile = _NOISE_TILE_PX
    rows = noise[strip.top // tile : -(-strip.bottom // tile)]
    spread = np.repeat(np.repeat(rows, tile, axis=0), tile, axis=1)
    return spread[: strip.height, : extent.width]


def _places(
    rim: NDArray[np.uint8], core: NDArray[np.uint8], excess: NDArray[np.float16], noise: NDArray[np.float32]
) -> Dirt:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(rim, connectivity=8, ltype=cv2.CV_32S)
    rows, columns = np.nonzero(core)
    clear = excess[rows, columns] / noise[rows // _NOISE_TILE_PX, columns // _NOISE_TILE_PX]
    clearest = np.zeros(count, np.float64)
    np.maximum.at(clearest, np.asarray(labels[rows, columns], np.intp), clear.astype(np.float64))
    is_dirt = (clearest > 0) & (stats[:, cv2.CC_STAT_AREA] >= _LEAST_PX)
    is_dirt[0] = False
    numbers = np.where(is_dirt, np.cumsum(is_dirt), 0).astype(np.int32)
    for strip in Extent.of(labels).box.strips():
        labels[strip.slices] = numbers[labels[strip.slices]]
    left, top, width, height, areas = (stats[is_dirt, column].astype(np.intp) for column in range(5))
    boxes = np.stack([left, top, left + width, top + height], axis=1)
    return Dirt(np.asarray(labels, np.int32), boxes, areas, clearest[is_dirt])
