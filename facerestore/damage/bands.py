"""Bands: broad bright cracks and creases, along which a print has lost its picture and shows its paper.

The network looks for lines, and takes what is much wider for a part of the picture. A band is known by its course: it
is long, flat inside, of one brightness and of about one width, and what lies beside it changes on the way, because
it crosses what the photo shows. Candidates are followed through a small copy (see ``editing.ridge_walk``).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d

from facerestore.editing.mask_shapes import Region
from facerestore.editing.ridge_levels import LEVEL_WIDTH_PX, RidgeLevels
from facerestore.editing.ridge_walk import walked
from facerestore.editing.scratch_outline import ScratchLine, scratch_line
from facerestore.editing.scratch_paths import Ridge
from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled
from facerestore.values.geometry import Extent
from facerestore.values.photo import Photo

_COPY_PX: Final = 640
_LEAST_STRENGTH: Final = 1.5
_MOST_SEEDS: Final = 24
"""Of each level: how many places are followed."""
_LEAST_LOOK_PX: Final = 6.0

_LEAST_WIDTH: Final = 0.015
"""Of the shorter side: thinner lines are found by others."""
_LEAST_LENGTH: Final = 0.35
"""Of the shorter side."""
_LEAST_ASPECT: Final = 8.0
"""How many times as long as wide."""
_LEAST_CHORD: Final = 0.85
"""How far its ends are apart, as a share of its length."""
_LEAST_CONTRAST: Final = (25.0, 5.0)
"""By how many 255ths of white it is brighter than both its sides: at half of its places, and at four fifths."""
_LEAST_BRIGHTNESS: Final = 0.75
"""As a share of what is white in this photo."""
_MOST_GRAIN: Final = 7.0
_MOST_CHANGE: Final = 25.0
"""How much its brightness differs along it, and ..."""
_CHANGE_SHARE: Final = 0.45
"""... as a share of how much what lies beside it does."""
_MOST_UNEVEN: Final = 0.65
"""How much its width differs along it, as a share of the usual one."""
_FRAME_SHARE: Final = 0.06
"""Nearer to an edge of the photo than this share of a side, a band along it is a border of the print."""

_CONFIDENCES: Final = (0.6, 0.65, 0.88)
"""Of what may be the bridge of a nose or a strip of a shirt; of a clear band; of a long clear one of one width."""
_CLEAR: Final = (40.0, 10.0, 40.0, 0.4)
"""Contrasts, how much what lies beside it changes, and the share of its own change of that: from there it is clear."""
_CERTAIN: Final = (0.42, 0.86, 0.45)
"""Length, chord and unevenness: from there a clear band is certain."""

_Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class _Course:
    """What is seen along a band. In 255ths of white, of each place (N,): ``own``, its brightness; ``beside``, that of
    both sides, and ``brighter_side``; ``grain``: how uneven it is inside, across, at most places."""

    own: _Floats
    beside: _Floats
    brighter_side: _Floats
    grain: float

    @classmethod
    def of(cls, grey: NDArray[np.uint8], line: ScratchLine) -> "_Course":
        along = gaussian_filter1d(np.gradient(line.middles, axis=0), 3, axis=0, mode="nearest")
        along /= np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)[:, None]
        across = np.stack([-along[:, 1], along[:, 0]], axis=1)
        picture = grey.astype(np.float32)

        def at(away: _Floats) -> _Floats:
            places = (line.middles + across * away[:, None] - 0.5).astype(np.float32)
            columns, rows = np.ascontiguousarray(places[:, :1]), np.ascontiguousarray(places[:, 1:])
            found = cv2.remap(picture, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
            return np.asarray(found[:, 0], np.float64)

        inside = np.stack([at(share * line.radii) for share in (-0.5, -0.25, 0.0, 0.25, 0.5)])
        sides = [
            np.mean([at(sign * (share * line.radii + 1.5)) for share in (1.3, 1.6, 2.0)], axis=0) for sign in (-1, 1)
        ]
        return cls(
            inside.mean(axis=0), np.mean(sides, axis=0), np.max(sides, axis=0), float(np.median(inside.std(axis=0)))
        )


def bands(photo: Photo, grey: NDArray[np.uint8], *, cancel: CancelToken = NEVER) -> list[tuple[Region, float]]:
    """(place, confidence) of each band. ``grey``: the reduced copy, uint8 (h, w). Raises Cancelled."""
    reduced = min(1.0, _COPY_PX / max(grey.shape))
    size = (max(1, round(grey.shape[1] * reduced)), max(1, round(grey.shape[0] * reduced)))
    small = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)
    white = float(np.percentile(small, 98))
    found = []
    for line in _candidates(small, cancel):
        confidence = _confidence(small, line, white)
        if confidence:
            found.append((confidence, line))
    found.sort(key=lambda one: (-one[0], -len(one[1].middles)))
    taken = np.zeros(small.shape, np.bool_)
    made = []
    scale = photo.extent.width / size[0]
    for confidence, line in found:
        own = line.region(Extent.of(small))
        if own is None or taken[own.box.slices][own.inside].mean() > 0.3:
            continue
        taken[own.box.slices] |= own.inside
        region = ScratchLine(line.middles * scale, line.radii * scale).region(photo.extent)
        if region is not None:
            made.append((region, confidence))
    return made


def _candidates(grey: NDArray[np.uint8], cancel: CancelToken) -> Iterator[ScratchLine]:
    """Long bright broad lines, each of them perhaps several times."""
    levels = RidgeLevels.of(grey, cancel=cancel)
    limits = np.array(grey.shape[::-1]) - 0.5
    for level in range(len(levels.strengths)):
        if LEVEL_WIDTH_PX * 2.0**level < _LEAST_WIDTH * min(grey.shape):
            continue
        look = max(_LEAST_LOOK_PX, LEVEL_WIDTH_PX * 2.0**level) / levels.cell_px
        strength = np.asarray(levels.strengths[max(0, level - 1) : level + 2, 0].max(axis=0))
        left = levels.strengths[level, 0].copy()
        for _ in range(_MOST_SEEDS):
            raise_if_cancelled(cancel)
            row, column = (int(one) for one in np.unravel_index(int(left.argmax()), left.shape))
            if left[row, column] < _LEAST_STRENGTH:
                break
            way = walked(strength, row, column, look_cells=look)
            _forget(left, np.array([[column, row]]) if way is None else way, round(look))
            if way is None:
                continue
            length = float(np.hypot(*np.diff(way, axis=0).T).sum()) * levels.cell_px
            if length >= _LEAST_LENGTH * min(grey.shape):
                places = np.minimum(way * levels.cell_px, limits)
                yield scratch_line(grey, places, Ridge(level, is_bright=True), cell_px=levels.cell_px)


def _forget(left: NDArray[np.float32], places: NDArray[np.generic], reach: int) -> None:
    for column, row in places.astype(int).tolist():
        left[max(0, row - reach) : row + reach + 1, max(0, column - reach) : column + reach + 1] = 0


def _confidence(grey: NDArray[np.uint8], line: ScratchLine, white: float) -> float:
    """0 for what is no band."""
    side, radius = min(grey.shape), float(np.median(line.radii))
    length = float(np.hypot(*np.diff(line.middles, axis=0).T).sum())
    chord = float(np.hypot(*(line.middles[-1] - line.middles[0])))
    is_long = length >= max(_LEAST_LENGTH * side, 2 * _LEAST_ASPECT * radius) and chord >= _LEAST_CHORD * length
    uneven = _spread(line.radii) / radius
    if not is_long or uneven > _MOST_UNEVEN or _is_border(line, grey.shape):
        return 0.0
    course = _Course.of(grey, line)
    contrast = course.own - course.brighter_side
    usual, faint = float(np.median(contrast)), float(np.percentile(contrast, 20))
    change, around = _spread(course.own), _spread(course.beside)
    is_band = (
        usual >= _LEAST_CONTRAST[0]
        and faint >= _LEAST_CONTRAST[1]
        and float(np.median(course.own)) >= _LEAST_BRIGHTNESS * white
        and change <= min(_MOST_CHANGE, _CHANGE_SHARE * around)
        and course.grain <= _MOST_GRAIN
    )
    if not is_band:
        return 0.0
    is_clear = usual >= _CLEAR[0] and faint >= _CLEAR[1] and around >= _CLEAR[2] and change <= _CLEAR[3] * around
    is_certain = length >= _CERTAIN[0] * side and chord >= _CERTAIN[1] * length and uneven <= _CERTAIN[2]
    return _CONFIDENCES[int(is_clear) + int(is_clear and is_certain)]


def _spread(values: _Floats) -> float:
    low, high = np.percentile(values, [20, 80])
    return float(high - low)


def _is_border(line: ScratchLine, shape: tuple[int, ...]) -> bool:
    """Whether most of it runs along one edge of the photo."""
    height, width = shape[:2]
    x, y = line.middles.T / np.array([[width], [height]])
    return any(float((one < _FRAME_SHARE).mean()) > 0.5 for one in (x, 1 - x, y, 1 - y))
