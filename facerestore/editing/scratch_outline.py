"""Scratch outline: the pixels of a scratch along a rough way, at the photo's own resolution.

The photo beside the way is laid out straight, a row for each piece of the way. In that strip the line is followed once
more, from row to row at the least cost, and in each row it is measured how wide it is. A broad scratch is
measured in a strip of as many pixels as a thin one has.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d, maximum_filter1d, median_filter

from facerestore.editing.magic_wand import Samples
from facerestore.editing.mask_shapes import Region
from facerestore.editing.scratch_paths import Ridge
from facerestore.values.geometry import Box, Extent

_BESIDE_CELLS: Final = 2.0
"""How far beside the rough way the line may lie, in cells of the grid on which that was found."""
_PIECE: Final = 256
"""Rows of the strip that are cut out of the photo at once."""
_EDGE: Final = 0.25
"""A scratch ends where it stands out by less than this share of what it does in its midst."""
_PAD_PX: Final = 0.5
"""What is taken beyond that end: a scan has no sharp edges."""
_LEAST_RADIUS_PX: Final = 0.8
_LEAST: Final = 0.3
"""What stands out by less, in 255ths of white, is not seen."""
_SIDEWAYS: Final = 0.15
"""What a step to the side costs more."""
_MOST_WIDENING: Final = 1.75
_FAINT: Final = 0.4
"""Where a scratch stands out by less than this share of what is usual along it, its width is taken from beside."""

_KNICK: Final = np.deg2rad(35)
"""A scratch that turns by more than this within its own width or so has a knick there."""

_FARTHEST_CORNER: Final = 1.5
"""How far a corner may lie beyond an arm, as a share of what is measured of that."""

_Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class ScratchLine:
    """The middle of a scratch, float64 (N, 2) x, y in pixels of the photo, and how far it reaches to both sides of
    each place, float64 (N,)."""

    middles: _Floats
    radii: _Floats

    def region(self, extent: Extent) -> Region | None:
        """Its pixels; None if all of them lie outside the photo."""
        reach = self.radii.max() + 1
        around = np.concatenate([self.middles - reach, self.middles + reach])
        box = Box.around(around).clipped(extent)
        if box.is_empty:
            return None
        inside = np.zeros((box.height, box.width), np.bool_)
        for (x, y), radius in zip(self.middles - (box.left, box.top), self.radii, strict=True):
            left, top = max(0, int(np.floor(x - radius))), max(0, int(np.floor(y - radius)))
            part = inside[top : int(np.ceil(y + radius)) + 1, left : int(np.ceil(x + radius)) + 1]
            right = np.arange(left, left + part.shape[1]) + 0.5 - x
            down = np.arange(top, top + part.shape[0]) + 0.5 - y
            part |= right**2 + down[:, None] ** 2 <= radius**2
        return Region.of(inside, box.left, box.top)


def scratch_line(
    pixels: Samples, way_px: _Floats, ridge: Ridge, *, cell_px: float, is_straight: bool = False
) -> ScratchLine:
    """The scratch along a way (N, 2) through a photo (H, W) or (H, W, 3). ``cell_px``: how exact the way is.
    ``is_straight``: the way is right as it is, and only the width is measured."""
    unit_px = max(1.0, 2.0**ridge.level / 4)
    width = 2.0**ridge.level / unit_px
    way = _resampled(way_px, unit_px, 1.0 if is_straight else cell_px)
    beside = 0.0 if is_straight else _BESIDE_CELLS * cell_px / unit_px
    half = int(np.ceil(beside + 9 * width + 4))
    normals = _normals(way, max(3.0, half / 2))
    strip = _strip(pixels, way, normals, half, unit_px)
    strip = np.asarray(gaussian_filter1d(strip, 1.5, axis=0, mode="nearest"))
    answers, sign = _line_answers(strip, width, ridge, int(np.ceil(beside)))
    best = answers.max(axis=0)
    columns = np.full(len(way), float(half)) if is_straight else _followed(best, int(np.ceil(beside)))
    rows = np.arange(len(way))
    along = answers[:, rows, np.rint(columns).astype(int)].mean(axis=1)
    usual = _widths(width)[int(along.argmax())]
    course = way + normals * ((columns - half) * unit_px)[:, None]
    knicks = _knicks(course, usual)
    left, right = _half_widths(sign * strip, columns, usual, ~knicks)
    middles = _cornered(way + normals * ((columns - half + (right - left) / 2) * unit_px)[:, None], knicks)
    radii = np.maximum((left + right) / 2 * unit_px + _PAD_PX, _LEAST_RADIUS_PX)
    return _thinned(middles, radii)


def _resampled(way_px: _Floats, step_px: float, smooth_px: float) -> _Floats:
    """A way (N, 2) as places a step apart, without the stairs of a grid."""
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(way_px, axis=0).T))])
    keep = np.concatenate([[True], np.diff(lengths) > 0])
    lengths, places = lengths[keep], way_px[keep]
    if len(places) < 2:
        return np.asarray(way_px[:1] + np.array([[0.0, 0.0], [step_px, 0.0]]), np.float64)
    at = np.linspace(0, lengths[-1], max(2, int(np.ceil(lengths[-1] / step_px)) + 1))
    even = np.stack([np.interp(at, lengths, places[:, axis]) for axis in (0, 1)], axis=1)
    soft = _smooth(even, smooth_px / step_px)
    # smoothing draws the ends inwards, which are as they were given
    fade = np.clip(np.minimum(np.arange(len(at)), np.arange(len(at))[::-1]) / max(1.0, 2 * smooth_px / step_px), 0, 1)
    return np.asarray(fade[:, None] * soft + (1 - fade[:, None]) * even)


def _smooth(values: _Floats, sigma: float) -> _Floats:
    return np.asarray(gaussian_filter1d(values, max(sigma, 0.1), axis=0, mode="nearest"))


def _normals(way: _Floats, sigma: float) -> _Floats:
    """Unit vectors (N, 2) across a way, turning slowly enough that strips beside it hardly fold."""
    along = np.gradient(way, axis=0)
    along = np.asarray(gaussian_filter1d(along, min(sigma, len(way) / 4), axis=0, mode="nearest"))
    lengths = np.hypot(along[:, 0], along[:, 1])
    along = np.where(lengths[:, None] > 1e-6, along / np.maximum(lengths, 1e-6)[:, None], [1.0, 0.0])
    return np.stack([-along[:, 1], along[:, 0]], axis=1)


def _strip(pixels: Samples, way: _Floats, normals: _Floats, half: int, unit_px: float) -> NDArray[np.float32]:
    """The photo beside a way, float32 (N, 2 half + 1), grey, 0...255, in units across."""
    extent = Extent.of(pixels)
    offsets = np.arange(-half, half + 1) * unit_px
    pieces = []
    for first in range(0, len(way), _PIECE):
        places = way[first : first + _PIECE, None] + normals[first : first + _PIECE, None] * offsets[:, None]
        # what lies outside shows the edge
        x = np.clip(places[..., 0], 0.5, extent.width - 0.5)
        y = np.clip(places[..., 1], 0.5, extent.height - 0.5)
        box = Box.around(np.stack([x.ravel(), y.ravel()], axis=1)).grown(int(2 * unit_px) + 1).clipped(extent)
        grey = _float_grey(pixels[box.slices])
        size = (max(1, round(box.width / unit_px)), max(1, round(box.height / unit_px)))
        small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA) if unit_px > 1 else grey
        columns = ((x - box.left) * size[0] / box.width - 0.5).astype(np.float32)
        rows = ((y - box.top) * size[1] / box.height - 0.5).astype(np.float32)
        pieces.append(cv2.remap(small, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))
    return np.asarray(np.concatenate(pieces), np.float32)


def _float_grey(pixels: Samples) -> NDArray[np.float32]:
    values = pixels.astype(np.float32) / np.float32(1 if pixels.dtype == np.uint8 else 257)
    return values if values.ndim == 2 else np.asarray(cv2.cvtColor(values, cv2.COLOR_RGB2GRAY))


def _widths(width: float) -> list[int]:
    """Odd widths of lines in units, for the level whose thinnest line is ``width`` wide: under grain a thin one may
    stand out the most on a level that is too coarse for it."""
    wanted = width / 4 * 1.45 ** np.arange(10)
    return sorted({max(1, 2 * round((one - 1) / 2) + 1) for one in wanted})


def _line_answers(
    strip: NDArray[np.float32], width: float, ridge: Ridge, beside: int
) -> tuple[NDArray[np.float32], int]:
    """How much a line of each width (W, N, T) stands out from both its sides, measured by what is common in the strip,
    and whether it is a bright one (1) or a dark one (-1). Of lines of one contrast that of the true width is the
    clearest."""
    signs = (1, -1) if ridge.is_bright is None else (1,) if ridge.is_bright else (-1,)
    answers = [np.stack([_answer(sign * strip, one) for one in _widths(width)]) for sign in signs]
    middle = strip.shape[1] // 2
    near = np.s_[:, :, middle - beside : middle + beside + 1]
    best = int(np.argmax([float(one[near].max(axis=(0, 2)).mean()) for one in answers]))
    return answers[best], signs[best]


def _answer(strip: NDArray[np.float32], width: int) -> NDArray[np.float32]:
    side = max(1, width // 2) | 1
    away = width // 2 + 1 + side // 2
    line = cv2.blur(strip, (width, 1), borderType=cv2.BORDER_REPLICATE)
    flank = cv2.copyMakeBorder(
        cv2.blur(strip, (side, 1), borderType=cv2.BORDER_REPLICATE), 0, 0, away, away, cv2.BORDER_REPLICATE
    )
    count = strip.shape[1]
    answer = np.maximum(line - np.maximum(flank[:, :count], flank[:, 2 * away :]), 0)
    common = float(answer.mean()) + _LEAST
    return np.asarray(answer / common, np.float32)


def _followed(best: NDArray[np.float32], beside: int) -> _Floats:
    """The column of the line in each row of a strip (N,): the least cost from the first row to the last."""
    middle = best.shape[1] // 2
    near = best[:, middle - beside : middle + beside + 1]
    half = max(0.5, 0.4 * float(np.median(near.max(axis=1))))
    columns = np.arange(near.shape[1])
    # where nothing stands out, the way stays as it was found
    pull = 0.02 * ((columns - beside) / max(beside, 1)) ** 2
    cost = 0.05 + 1 / (1 + (near / half) ** 3) + pull
    total = cost[0].astype(np.float64)
    came = np.zeros(near.shape, np.int8)
    for row in range(1, len(near)):
        padded = np.pad(total, 1, constant_values=np.inf)
        ways = np.stack([padded[1:-1], padded[:-2] + _SIDEWAYS, padded[2:] + _SIDEWAYS])
        choice = ways.argmin(axis=0)
        came[row] = np.array([0, -1, 1], np.int8)[choice]
        total = ways[choice, columns] + cost[row]
    found = np.empty(len(near), np.intp)
    found[-1] = int(total.argmin())
    for row in range(len(near) - 1, 0, -1):
        found[row - 1] = found[row] + came[row, found[row]]
    return _smooth((found + middle - beside).astype(np.float64), 1.5)


def _knicks(course: _Floats, usual: int) -> NDArray[np.bool_]:
    """Where a course (N, 2) turns sharply (N,): across it there lies the scratch's own other arm, which would be taken
    for its width."""
    reach = min(max(4, usual), (len(course) - 1) // 2)
    found = np.zeros(len(course), np.uint8)
    if reach > 1:
        before, after = course[reach:-reach] - course[: -2 * reach], course[2 * reach :] - course[reach:-reach]
        lengths = np.hypot(*before.T) * np.hypot(*after.T)
        found[reach:-reach] = (before * after).sum(axis=1) < np.cos(_KNICK) * lengths
    return np.asarray(maximum_filter1d(found, 2 * reach + 1, mode="constant"), np.bool_)


def _cornered(middles: _Floats, knicks: NDArray[np.bool_]) -> _Floats:
    """Middles (N, 2) that go into the corner of each knick, which a course that was made even cuts off: on along both
    arms to where they meet."""
    made = middles.copy()
    edges = np.flatnonzero(np.diff(np.concatenate([[False], knicks, [False]]).astype(np.int8)))
    for first, end in zip(edges[::2], edges[1::2], strict=True):
        count = int(end - first)
        if first < count or end + count > len(middles):
            continue  # an arm too short to say where it leads
        before, after = middles[first] - middles[first - count], middles[end - 1] - middles[end - 1 + count]
        across = before[0] * after[1] - before[1] * after[0]
        between = middles[end - 1] - middles[first]
        if abs(across) < 1e-6:
            continue
        along = (
            (between[0] * after[1] - between[1] * after[0]) / across,
            (between[0] * before[1] - between[1] * before[0]) / across,
        )
        if not all(0 < one < _FARTHEST_CORNER for one in along):
            continue
        corner = middles[first] + along[0] * before
        share = np.linspace(0, 2, count)[:, None]
        there = middles[first] + np.minimum(share, 1) * (corner - middles[first])
        made[first:end] = there + np.maximum(share - 1, 0) * (middles[end - 1] - corner)
    return made


def _half_widths(
    strip: NDArray[np.float32], columns: _Floats, usual: int, is_straight: NDArray[np.bool_]
) -> tuple[_Floats, _Floats]:
    """How far the line reaches to the left and to the right of its column in each row (N,), in units. It is bright.
    Rows that are not straight take it from those beside them."""
    soft = np.asarray(gaussian_filter1d(strip, max(1.0, usual / 3), axis=0, mode="nearest"))
    rows = np.arange(len(columns))
    far = usual + 2
    steps = np.arange(2 * far + 3)
    top = np.max([_at(soft, rows, columns + step) for step in range(-(usual // 4), usual // 4 + 1)], axis=0)
    both = []
    for sign in (-1, 1):
        profile = np.stack([_at(soft, rows, columns + sign * step) for step in steps], axis=1)
        base = np.median(profile[:, max(1, round(0.6 * usual) + 1) :], axis=1)
        height = top - base
        limit = base + _EDGE * height
        below = profile < limit[:, None]
        below[:, far] = True
        end = np.maximum(below.argmax(axis=1), 1)
        inner, outer = profile[rows, end - 1], profile[rows, end]
        share = np.clip((inner - limit) / np.maximum(inner - outer, 1e-6), 0, 1)
        # from the middle of the last pixel inside to where the limit is crossed
        reach = end - 1 + share
        clear = is_straight & (height > _FAINT * max(float(np.median(height)), 1e-6))
        if clear.any():
            reach = np.interp(rows, rows[clear], reach[clear])
        # where something as bright lies beside it, its edge is not seen
        reach = np.minimum(reach, _MOST_WIDENING * float(np.median(reach)) + 1)
        even = median_filter(reach, size=max(5, usual) | 1, mode="nearest")
        both.append(_smooth(np.asarray(even, np.float64), 1.5))
    return both[0], both[1]


def _at(strip: NDArray[np.float32], rows: NDArray[np.intp], columns: _Floats) -> _Floats:
    """The strip between two columns of each row (N,)."""
    inside = np.clip(columns, 0, strip.shape[1] - 1.001)
    whole = np.floor(inside).astype(np.intp)
    share = inside - whole
    return np.asarray(strip[rows, whole] * (1 - share) + strip[rows, whole + 1] * share, np.float64)


def _thinned(middles: _Floats, radii: _Floats) -> ScratchLine:
    """As many places as discs are needed for an even outline."""
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(middles, axis=0).T))])
    step = max(0.5, float(np.median(radii)) / 4)
    at = np.unique(np.concatenate([np.arange(0, lengths[-1], step), [lengths[-1]]]))
    x, y, radius = (np.interp(at, lengths, one) for one in (middles[:, 0], middles[:, 1], radii))
    return ScratchLine(np.stack([x, y], axis=1), radius)
