"""Repeated damage: what lies at the same place of many scans is no damage of the photos, but dust on the glass of the
scanner or the trace of its roller.

Two photos have the same scratch at the same pixels by chance hardly ever, but people who sat in one studio have their
eyes at the same place, and a printed border is on every card. So a place must have the same shape each time, in many of
the scans, and what lies around it must differ from scan to scan. Where that last is in doubt, or the place may be
printed, a person is asked.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.damage.printed_marks import crossing_lines, printed_marks
from facerestore.damage.proposals import DamageProposal
from facerestore.editing.mask_shapes import Region
from facerestore.values.damage_classes import DamageClass
from facerestore.values.damage_map import WORK_PX
from facerestore.values.geometry import Box, Extent

LEAST_SCANS: Final = 3
LEAST_SHARE: Final = 0.3
"""Share of the scans that a place must be seen in. The rest may hide it: white dust does not show on a white wall."""

_TOLERANCE_PX: Final = 2
"""How far a place may be off from scan to scan, in the copy in which damage is looked for; in scans that are smaller
than that, in their own pixels."""

_SAME_SHAPE: Final = 0.6
"""Share of its pixels that a place must have in common with the others, within the tolerance."""

_LINE: Final = 6.0
"""What is so many times as long as it is wide is the line of a roller."""

_LINE_PART: Final = 0.25
"""Share of a line that a scan must show."""

_MOST_LIKENESS: Final = 0.4
"""How alike scans may be around a place for it to be none of theirs."""

_STEADY_PX: Final = 1.5
"""A scanner puts its dust at the same pixel each time, give or take one; a person never sits so still."""

_CERTAIN_SCANS: Final = 4
_FREQUENT_SHARE: Final = 0.5
"""Share of the scans in which a place must be seen where they are alike around it, and to be certain."""

_AROUND_PX: Final = 8
_MOST_PLACES: Final = 500
_MOST_SIDE_SHARE: Final = 0.02
"""What is wider than this share of the photo is no dust and no roller's line: a shadow, a cloth, a sky."""

_MOST_COMPARED: Final = 12


@dataclass(frozen=True, eq=False)
class SeenPlace:
    """A proposal as it is kept while a folder is gone through: ``packed``, the bits of its region's pixels."""

    kind: DamageClass
    box: Box
    packed: NDArray[np.uint8]
    confidence: float

    @property
    def inside(self) -> NDArray[np.bool_]:
        """(h, w) of the box."""
        return np.unpackbits(self.packed, axis=1, count=self.box.width).view(np.bool_)

    @property
    def region(self) -> Region:
        return Region(self.box, self.inside)


@dataclass(frozen=True, eq=False)
class SeenScan:
    """What a search found in one scan: ``places``; ``grey``: uint8 (h, w), a reduced copy to see by what lies around
    them, None where there is none."""

    places: tuple[SeenPlace, ...]
    grey: NDArray[np.uint8] | None = None


@dataclass(frozen=True, eq=False)
class RepeatedPlace:
    """Damage at one place of many scans of one size. ``scans``: the indexes of those that it was seen in; ``share``:
    of all, 0...1; ``likeness``: how alike the scans are around it, the mean correlation, -1...1; None: not known.
    ``is_certain``: nobody needs to be asked."""

    kind: DamageClass
    region: Region
    scans: tuple[int, ...]
    share: float
    likeness: float | None
    is_certain: bool


def tolerance_px(extent: Extent) -> int:
    """How far a place may be off from scan to scan, in pixels of scans of an extent."""
    return round(_TOLERANCE_PX * _coarseness(extent))


def _coarseness(extent: Extent) -> float:
    """Pixels of a scan to one of the copy in which damage is looked for."""
    return max(1.0, max(extent.width, extent.height) / WORK_PX)


def seen_scan(proposals: Sequence[DamageProposal], extent: Extent, grey: NDArray[np.uint8] | None = None) -> SeenScan:
    """What is kept of a scan's proposals: thin and small ones, the surest of them."""
    places: list[SeenPlace] = []
    for one in sorted(proposals, key=lambda one: -one.confidence):
        if len(places) == _MOST_PLACES:
            break
        if _is_thin(one.region, extent):
            places.append(SeenPlace(one.kind, one.region.box, np.packbits(one.region.inside, axis=1), one.confidence))
    return SeenScan(tuple(places), grey)


def repeated_places(scans: Sequence[SeenScan], extent: Extent) -> tuple[RepeatedPlace, ...]:
    """The places that repeat in scans of one extent, those that are seen most often first."""
    least = max(LEAST_SCANS, int(np.ceil(LEAST_SHARE * len(scans))))
    places = [(index, place) for index, scan in enumerate(scans) for place in scan.places]
    if len(scans) < least or not places:
        return ()
    edges = np.array([(one.box.left, one.box.top, one.box.right, one.box.bottom) for _, one in places], np.intp)
    found = []
    for box in _crowded([place for _, place in places], extent, least):
        is_near = (edges[:, :2] < (box.right, box.bottom)).all(axis=1) & (edges[:, 2:] > (box.left, box.top)).all(
            axis=1
        )
        near: dict[int, list[SeenPlace]] = {}
        for position in np.flatnonzero(is_near).tolist():
            near.setdefault(places[position][0], []).append(places[position][1])
        near = {index: _sure(seen) for index, seen in near.items()}
        found.append(_place(scans, near, box, extent, least))
    kept = sorted((one for one in found if one), key=lambda one: -len(one.scans))
    return tuple(_doubted(kept))


def _sure(places: list[SeenPlace]) -> list[SeenPlace]:
    """Without what is less than half as sure as another place there: a line that is guessed may run across a speck."""
    surest = max(place.confidence for place in places)
    return [place for place in places if place.confidence >= surest / 2]


def _doubted(places: list[RepeatedPlace]) -> list[RepeatedPlace]:
    """Nobody's print is taken for dirt unasked."""
    printed = printed_marks([one.region for one in places])
    sides = [(one.region.box.width, one.region.box.height) for one in places]
    lines = {index for index, (width, height) in enumerate(sides) if max(width, height) >= _LINE * min(width, height)}
    if crossing_lines([sides[index] for index in lines]):
        printed |= lines
    return [replace(one, is_certain=False) if index in printed else one for index, one in enumerate(places)]


def _is_thin(region: Region, extent: Extent) -> bool:
    """Whether a region is nowhere thick."""
    most = max(16.0, _MOST_SIDE_SHARE * max(extent.width, extent.height))
    depth = cv2.distanceTransform(np.pad(region.inside, 1).astype(np.uint8), cv2.DIST_L2, 3)
    return 2 * float(depth.max()) <= most


def _crowded(places: Sequence[SeenPlace], extent: Extent, least: int) -> list[Box]:
    """The boxes of connected pixels that so many places cover, or touch."""
    counts = np.zeros((extent.height, extent.width), np.uint16)
    for place in places:
        box = place.box.grown(1).clipped(extent)
        wide = cv2.dilate(place.region.over(box).astype(np.uint8), np.ones((3, 3), np.uint8))
        counts[box.slices] += np.asarray(wide, np.uint16)
    crowded = (counts >= least).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(crowded, connectivity=8)
    return [Box(int(left), int(top), int(left + width), int(top + height)) for left, top, width, height, _ in stats[1:]]


def _place(
    scans: Sequence[SeenScan], near: Mapping[int, Sequence[SeenPlace]], box: Box, extent: Extent, least: int
) -> RepeatedPlace | None:
    """What repeats in a crowded box, by the places of each scan ``near`` it; None if their shapes are not those of one
    thing."""
    frame = box
    for places in near.values():
        for place in places:
            frame = frame.union(place.box)
    reach = tolerance_px(extent)
    frame = frame.intersection(box.grown(4 * reach + max(box.width, box.height))).clipped(extent)
    shapes = {index: _joined(places, frame) for index, places in near.items()}
    votes = np.sum(list(shapes.values()), axis=0)
    is_line = max(box.width, box.height) >= _LINE * min(box.width, box.height)
    # of a line each scan shows those parts that its picture lets see
    shape = votes >= (least if is_line else max(2, len(shapes) / 2))
    least_part = _LINE_PART if is_line else _SAME_SHAPE
    alike = [index for index, one in shapes.items() if _is_of(one, shape, least_part, reach)]
    if len(alike) < least:
        return None
    shape = np.sum([shapes[index] for index in alike], axis=0) >= (least if is_line else len(alike) / 2)
    region = Region.of(shape, frame.left, frame.top)
    if region is None:
        return None
    kind = Counter(place.kind for index in alike for place in near[index]).most_common(1)[0][0]
    likeness = _likeness([scans[index].grey for index in alike], region.box, extent)
    share = len(alike) / len(scans)
    is_free = likeness is not None and likeness <= _MOST_LIKENESS
    is_frequent = share >= _FREQUENT_SHARE
    if not is_free and not is_frequent:
        return None
    steady_px = _STEADY_PX * _coarseness(extent)
    is_steady = is_line or _unsteadiness([shapes[index] for index in alike]) <= steady_px
    is_certain = is_free and is_frequent and is_steady and len(alike) >= _CERTAIN_SCANS
    return RepeatedPlace(kind, region, tuple(alike), share, likeness, is_certain)


def _joined(places: Sequence[SeenPlace], frame: Box) -> NDArray[np.bool_]:
    found = np.zeros((frame.height, frame.width), np.bool_)
    for place in places:
        found |= place.region.over(frame)
    return found


def _unsteadiness(shapes: Sequence[NDArray[np.bool_]]) -> float:
    """How far the middles of shapes (h, w) are from their common middle, root mean square, in pixels."""
    middles = np.array([np.argwhere(one).mean(axis=0) for one in shapes])
    return float(np.sqrt(((middles - np.median(middles, axis=0)) ** 2).sum(axis=1).mean()))


def _is_of(one: NDArray[np.bool_], shape: NDArray[np.bool_], least_part: float, reach_px: int) -> bool:
    """Whether what one scan shows (h, w) lies in the common shape, and is so large a part of it."""
    inside, part = _common_shares(one, shape, reach_px)
    return inside >= _SAME_SHAPE and part >= least_part


def agreement(one: NDArray[np.bool_], other: NDArray[np.bool_], reach_px: int) -> float:
    """How much two shapes (h, w) have in common: of each, the share that lies so near to the other; the lesser one."""
    return min(_common_shares(one, other, reach_px))


def _common_shares(one: NDArray[np.bool_], other: NDArray[np.bool_], reach_px: int) -> tuple[float, float]:
    """Of each of two shapes (h, w), the share that lies so near to the other; 0 where one is empty."""
    if not one.any() or not other.any():
        return 0.0, 0.0
    window = np.ones((2 * reach_px + 1,) * 2, np.uint8)
    wide_one, wide_other = (cv2.dilate(shape.astype(np.uint8), window) > 0 for shape in (one, other))
    return float((one & wide_other).sum() / one.sum()), float((other & wide_one).sum() / other.sum())


def _likeness(greys: Sequence[NDArray[np.uint8] | None], box: Box, extent: Extent) -> float | None:
    """How alike the reduced copies are around a box, without it: the mean correlation of pairs; None for fewer than
    two copies."""
    known = [grey for grey in greys if grey is not None][:_MOST_COMPARED]
    if len(known) < 2:
        return None
    scale = known[0].shape[1] / extent.width
    small = Box.around(np.array([[box.left, box.top], [box.right, box.bottom]]) * scale)
    wide = small.grown(_AROUND_PX + min(small.width, small.height) // 2).clipped(Extent.of(known[0]))
    left, top = small.left - wide.left, small.top - wide.top
    around = np.ones((wide.height, wide.width), np.bool_)
    around[max(0, top - 1) : top + small.height + 1, max(0, left - 1) : left + small.width + 1] = False
    rings = [cv2.GaussianBlur(grey[wide.slices], (0, 0), 1.0)[around].astype(np.float64) for grey in known]
    correlations = [_correlation(one, other) for one, other in combinations(rings, 2)]
    return float(np.mean(correlations))


def _correlation(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """0 where one of the two is flat: it says nothing."""
    one, other = one - one.mean(), other - other.mean()
    spread = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(one @ other) / spread if spread > 1e-6 else 0.0
