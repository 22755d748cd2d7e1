"""Thin lines: long scratches so faint that no place of them is sure, and all of them together are.

Each pixel of such a line says little, to the network and to the eye. What tells it is its course: for a long way it
stands out from both its sides, a little and always alike, where the network doubts a little more than beside it.
Candidates are followed through the reduced copy from where the evidence is strongest along any straight piece (see
``editing.ridge_walk``), and what is seen along each is weighed (see ``line_certainty``).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d

from facerestore.damage.line_certainty import FEATURES, certainties
from facerestore.editing.mask_shapes import Region
from facerestore.editing.ridge_levels import RidgeLevels
from facerestore.editing.ridge_walk import walked
from facerestore.editing.scratch_outline import ScratchLine, scratch_line
from facerestore.editing.scratch_paths import Ridge
from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled
from facerestore.values.damage_map import DamageMap
from facerestore.values.geometry import Extent
from facerestore.values.photo import Photo
from facerestore_resources.damage_groups import DamageGroup

_LEVELS: Final = 2
"""Lines up to eight pixels of the copy; broader ones are bands."""
_MOST_STRENGTH: Final = 3.0
"""What stands out by more is no surer to be a scratch."""
_DOUBT_WEIGHT: Final = 4.0
"""How much the network's certainty counts beside what stands out."""
_PIECE_PX: Final = 25
"""Along so long a straight piece the evidence is added up to choose where to begin."""
_DIRECTIONS: Final = 16
_SEED_CELLS: Final = 2**19
"""Of more cells, each is four: beginnings need not be exact."""
_MOST_SEEDS: Final = 14
"""Of bright lines, and of dark ones: how many places are followed."""
_LEAST_EVIDENCE: Final = 1.6
_LOOK_CELLS: Final = 6.0
_LEAST_PX: Final = 48
_LEAST_SHARE: Final = 0.18
"""Of the shorter side: what is shorter is left to the network."""
_STILL_SHARE: Final = 0.35
"""A line ends where it stands out by less than this share of what is usual along it."""
_MOST_WIDENING: Final = 1.4
_LEAST_CONFIDENCE: Final = 0.4
"""What is less sure is a contour more often than not."""
_EDGE_SHARE: Final = 0.03
"""So near to the photo's edge, as a share of a side, a line runs along it."""
_HALF_PX: Final = 10
"""What is looked at beside a line."""

_Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class LineCandidate:
    """``line``: in pixels of the copy. ``features``: as ``FEATURES`` names them."""

    line: ScratchLine
    ridge: Ridge
    features: _Floats


def thin_lines(
    photo: Photo, grey: NDArray[np.uint8], seen: DamageMap, *, cancel: CancelToken = NEVER
) -> list[tuple[Region, float]]:
    """(place, confidence) of each line. ``grey``: the reduced copy, uint8 (h, w), of which the network made its map.
    Raises Cancelled."""
    found = list(line_candidates(grey, seen, cancel=cancel))
    if not found:
        return []
    sure = certainties(np.stack([one.features for one in found]))
    taken = np.zeros(grey.shape, np.bool_)
    scale = photo.extent.width / grey.shape[1]
    made = []
    order = np.argsort(-sure, kind="stable")
    for index in order[sure[order] >= _LEAST_CONFIDENCE].tolist():
        raise_if_cancelled(cancel)
        line = _of_one_width(found[index].line)
        own = line.region(Extent.of(grey))
        if own is None or taken[own.box.slices][own.inside].mean() > 0.3:
            continue
        taken[own.box.slices] |= own.inside
        region = ScratchLine(line.middles * scale, line.radii * scale).region(photo.extent)
        if region is not None:
            made.append((region, float(sure[index])))
    return made


def line_candidates(
    grey: NDArray[np.uint8], seen: DamageMap, *, cancel: CancelToken = NEVER
) -> Iterator[LineCandidate]:
    """Lines that can be followed, each of them perhaps several times."""
    levels = RidgeLevels.of(grey, cancel=cancel)
    thin = seen.shares[..., (DamageGroup.LINE, DamageGroup.SPECK)].sum(axis=2, dtype=np.float32) / np.float32(255)
    least = max(_LEAST_PX, _LEAST_SHARE * min(grey.shape))
    limits = np.array(grey.shape[::-1]) - 0.5
    for polarity in (0, 1):
        strengths = np.minimum(levels.strengths[:_LEVELS, polarity], _MOST_STRENGTH)
        strength = strengths.max(axis=0)
        evidence = np.asarray(strength + _DOUBT_WEIGHT * _on_grid(thin, levels) * np.minimum(strength, 1), np.float32)
        left = _along(evidence)
        shrunk = evidence.shape[0] / left.shape[0]
        for _ in range(_MOST_SEEDS):
            raise_if_cancelled(cancel)
            place = np.unravel_index(int(left.argmax()), left.shape)
            if left[place] < _LEAST_EVIDENCE:
                break
            row, column = _strongest(evidence, place, shrunk)
            way = walked(evidence, row, column, look_cells=_LOOK_CELLS)
            forgotten = np.array([[column, row]]) if way is None else way
            _forget(left, forgotten / shrunk, round(_LOOK_CELLS))
            if way is None or _length(way) * levels.cell_px < least:
                continue
            places = np.minimum(way * levels.cell_px, limits)
            rows, columns = np.minimum(way[:, ::-1].astype(int), np.array(strength.shape) - 1).T
            level = int(strengths[:, rows, columns].mean(axis=1).argmax())
            ridge = Ridge(level, is_bright=polarity == 0)
            line = _without_ends(grey, scratch_line(grey, places, ridge, cell_px=levels.cell_px), ridge)
            if _length(line.middles) >= least:
                yield LineCandidate(line, ridge, _features(grey, thin, line, ridge))


def _on_grid(thin: NDArray[np.float32], levels: RidgeLevels) -> NDArray[np.float32]:
    height, width = levels.strengths.shape[2:]
    return thin if levels.cell_px == 1 else np.asarray(cv2.resize(thin, (width, height), interpolation=cv2.INTER_AREA))


def _along(evidence: NDArray[np.float32]) -> NDArray[np.float32]:
    """The mean evidence along the best straight piece through each cell."""
    if evidence.size > _SEED_CELLS:
        height, width = evidence.shape
        pooled = cv2.dilate(evidence, np.ones((2, 2), np.uint8))
        evidence = np.asarray(cv2.resize(pooled, (width // 2, height // 2), interpolation=cv2.INTER_AREA))
    best = np.zeros_like(evidence)
    for kernel in _pieces():
        best = np.maximum(best, cv2.filter2D(evidence, cv2.CV_32F, kernel, borderType=cv2.BORDER_REFLECT))
    return best


def _pieces() -> Iterator[NDArray[np.float32]]:
    half = _PIECE_PX // 2
    for angle in np.arange(_DIRECTIONS) * np.pi / _DIRECTIONS:
        kernel = np.zeros((_PIECE_PX, _PIECE_PX), np.uint8)
        reach = np.rint(half * np.array([np.cos(angle), np.sin(angle)])).astype(int)
        cv2.line(kernel, (half - reach).tolist(), (half + reach).tolist(), 1)
        yield (kernel / kernel.sum()).astype(np.float32)


def _strongest(evidence: NDArray[np.float32], place: tuple[np.intp, ...], shrunk: float) -> tuple[int, int]:
    """The cell with the most evidence near a beginning, which lies amid a piece that may be bent."""
    row, column = (int((one + 0.5) * shrunk) for one in place)
    top, left = max(0, row - 2), max(0, column - 2)
    near = evidence[top : row + 3, left : column + 3]
    down, right = np.unravel_index(int(near.argmax()), near.shape)
    return top + int(down), left + int(right)


def _forget(left: NDArray[np.float32], places: _Floats, reach: int) -> None:
    for column, row in places.astype(int).tolist():
        left[max(0, row - reach) : row + reach + 1, max(0, column - reach) : column + reach + 1] = 0


def _length(way: _Floats) -> float:
    return float(np.hypot(*np.diff(way, axis=0).T).sum())


def _without_ends(grey: NDArray[np.uint8], line: ScratchLine, ridge: Ridge) -> ScratchLine:
    """The line as far as it can be seen: a walk goes on for a while where there is nothing."""
    strip = _beside(grey.astype(np.float32), line)
    middle, flank = _HALF_PX, _flank(line)
    contrast = (
        strip[:, middle - 1 : middle + 2].mean(axis=1) - (strip[:, middle - flank] + strip[:, middle + flank]) / 2
    )
    soft = gaussian_filter1d(contrast if ridge.is_bright else -contrast, 3)
    there = np.flatnonzero(soft >= _STILL_SHARE * np.median(soft))
    if not len(there):
        return line
    own = slice(int(there[0]), int(there[-1]) + 1)
    return ScratchLine(line.middles[own], line.radii[own])


def _of_one_width(line: ScratchLine) -> ScratchLine:
    """The line without ends that are far broader, where it runs into what the photo shows, and nowhere much broader."""
    usual = float(np.median(line.radii))
    narrow = np.flatnonzero(gaussian_filter1d(line.radii, 2) <= _MOST_WIDENING * usual)
    own = slice(int(narrow[0]), int(narrow[-1]) + 1) if len(narrow) else slice(None)
    return ScratchLine(line.middles[own], np.minimum(line.radii[own], _MOST_WIDENING * usual))


def _flank(line: ScratchLine) -> int:
    """How far beside its middle a line is surely over."""
    return int(np.clip(np.ceil(np.median(line.radii)) + 2, 2, _HALF_PX - 3))


def _features(grey: NDArray[np.uint8], thin: NDArray[np.float32], line: ScratchLine, ridge: Ridge) -> _Floats:
    """What is seen along a line, in the order of FEATURES."""
    sign = 1 if ridge.is_bright else -1
    strip = sign * _beside(grey.astype(np.float32), line)
    doubts = _logit(np.asarray(cv2.dilate(_beside(thin, line), np.ones((1, 3), np.uint8)), np.float32))
    middle, flank = _HALF_PX, _flank(line)
    own = strip[:, middle - 1 : middle + 2].mean(axis=1)
    one, other = (strip[:, at - 1 : at + 2].mean(axis=1) for at in (middle - flank, middle + flank))
    contrast, clear = own - (one + other) / 2, own - np.maximum(one, other)
    around = np.concatenate([strip[:, : middle - flank + 1], strip[:, middle + flank :]], axis=1)
    lively = float(np.abs(np.diff(around, axis=1)).mean()) + 1
    length, chord = _length(line.middles), float(np.hypot(*(line.middles[-1] - line.middles[0])))
    x, y = line.middles.T / np.array([[grey.shape[1]], [grey.shape[0]]])
    edges = np.minimum(np.minimum(x, 1 - x), np.minimum(y, 1 - y))
    usual = float(contrast.mean())
    values = {
        "length": np.log(length / 40),
        "reach": length / min(grey.shape),
        "straightness": chord / max(length, 1.0),
        "doubt": float(doubts[:, middle].mean()),
        "least doubt": float(np.percentile(doubts[:, middle], 20)),
        "doubt beside": float((doubts[:, middle - 6].mean() + doubts[:, middle + 6].mean()) / 2),
        "contrast": np.log(max(usual, 1.0)),
        "least contrast": float(np.percentile(gaussian_filter1d(contrast, 2), 20)) / max(usual, 1.0),
        "clear": float((gaussian_filter1d(clear, 2) > 0).mean()),
        "liveliness": np.log(lively),
        "sum": np.log(max(usual, 1.0) / lively * np.sqrt(length)),
        "edge-like": float(np.abs(one - other).mean()) / max(usual, 1.0),
        "changing": np.log(float(np.std(gaussian_filter1d((one + other) / 2, 3))) + 1),
        "steady": np.log(float(np.std(gaussian_filter1d(contrast, 3))) / max(usual, 1.0) + 0.1),
        "width": np.log(float(np.median(line.radii))),
        "at the edge": float((edges < _EDGE_SHARE).mean()),
        "bright": float(sign),
        "lightness": float(own.mean()) * sign / 255,
    }
    values["doubted"] = values["doubt"] - values["doubt beside"]
    return np.array([values[name] for name in FEATURES], np.float64)


def _beside(picture: NDArray[np.float32], line: ScratchLine) -> NDArray[np.float32]:
    """A picture (h, w) along a line, and to both its sides: (N, 2 _HALF_PX + 1)."""
    along = gaussian_filter1d(np.gradient(line.middles, axis=0), 3, axis=0, mode="nearest")
    along /= np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)[:, None]
    across = np.stack([-along[:, 1], along[:, 0]], axis=1)
    away = np.arange(-_HALF_PX, _HALF_PX + 1)
    places = (line.middles[:, None] + across[:, None] * away[:, None] - 0.5).astype(np.float32)
    columns, rows = np.ascontiguousarray(places[..., 0]), np.ascontiguousarray(places[..., 1])
    return np.asarray(cv2.remap(picture, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))


def _logit(share: NDArray[np.floating]) -> _Floats:
    clipped = np.clip(share.astype(np.float64), 0.01, 0.99)
    return np.asarray(np.log(clipped / (1 - clipped)))
