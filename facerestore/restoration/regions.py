"""Which parts of a photo a painter of regions is given: around each face that is damaged, and tiles of the rest.

A face is read whole, with what surrounds it, at its own size as the network knows it. What is damaged elsewhere is
read at the same scale, in tiles with surroundings that bound the work.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore.restoration.steps import Calculation, Plan, PlannedStep, Recipe
from facerestore.values.alignment import CROP_PX, Alignment
from facerestore.values.cancellation import CancelToken
from facerestore.values.events import OnProgress
from facerestore.values.geometry import Box
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.region import PaintedRegion, PhotoRegion, cut_region
from facerestore.values.request import InpaintingRequest

FRAME_PX: Final = CROP_PX
"""Side of a face's frame in its region."""
REACH: Final = 0.25
"""How far beyond a face's frame its region reaches, as a share of the frame's side."""
TILE_PX: Final = 384
"""Largest side of what a tile answers for; beyond it a tile sees MARGIN_PX more."""
MARGIN_PX: Final = 96
WITHOUT_FACE_PX: Final = 1024
"""Longest side at which a photo without a damaged face is read."""
LONGEST_PX: Final = 8 * TILE_PX
"""Longest side at which any photo is read outside its faces."""

_UPRIGHT_COSINE: Final = 0.8
"""A face turned further than this (37 degrees) is painted without being told of."""


@dataclass(frozen=True, eq=False)
class RegionPlace:
    """``box``: what of a photo is read; ``scale``: region pixels per photo pixel; ``face_box``: (4,) of the photo."""

    box: Box
    scale: float
    face_box: NDArray[np.float64] | None = None


def region_places(painted: Mask, faces: Sequence[Alignment]) -> tuple[RegionPlace, ...]:
    """The regions in which all that a mask covers is painted, the largest face's first."""
    extent = painted.extent
    uncovered = painted.coverage.copy()
    places = []
    touched = sorted((face for face in faces if _touches(face, painted)), key=lambda face: face.scale)
    for face in touched:
        frame = frame_box(face)
        side = float(frame[2] - frame[0])
        reached = _rounded(frame).grown(round(REACH * side)).clipped(extent)
        answered = _rounded(frame).grown(round(REACH / 2 * side)).clipped(extent)
        uncovered[answered.slices] = 0
        places.append(RegionPlace(reached, min(1.0, FRAME_PX / side), frame if _is_upright(face) else None))
    longest = max(extent.width, extent.height)
    scale = min(places[0].scale, LONGEST_PX / longest) if places else min(1.0, WITHOUT_FACE_PX / longest)
    frame_known = places[0].face_box if places else None
    for tile in _tiles(uncovered, scale):
        box = tile.grown(round(MARGIN_PX / scale)).clipped(extent)
        near = frame_known is not None and not _rounded(frame_known).intersection(box).is_empty
        places.append(RegionPlace(box, scale, frame_known if near else None))
    return tuple(places)


def frame_box(face: Alignment) -> NDArray[np.float64]:
    """(4,): left, top, right, bottom in the photo of the upright square around the middle of a face's frame, of the
    frame's size."""
    middle = face.corners_photo().mean(axis=0)
    half = face.crop_px / face.scale / 2
    return np.array([*(middle - half), *(middle + half)])


def painted_regions(
    photo: Photo, changed: Mask, painted: Mask, faces: Sequence[Alignment], network: str
) -> Recipe[tuple[PaintedRegion, ...]]:
    """All that ``painted`` covers, painted by a network; it does not see what ``changed`` covers."""
    yield Plan((PlannedStep("crop", photo.extent.pixel_count / 1e6),))
    places: tuple[RegionPlace, ...] = yield Calculation("crop", lambda progress, cancel: region_places(painted, faces))
    yield Plan(tuple(PlannedStep("painting") for _ in places))
    made = []
    for place in places:
        region: PhotoRegion = yield Calculation("crop", _cutting(photo, changed, place))
        if region.hole.any():
            made.append((yield InpaintingRequest(region, network)))
    return tuple(made)


def _cutting(photo: Photo, changed: Mask, place: RegionPlace) -> Callable[[OnProgress, CancelToken], PhotoRegion]:
    cut = partial(cut_region, photo, changed, place.box, scale=place.scale, face_box_photo=place.face_box)
    return lambda progress, cancel: cut()


def _rounded(frame: NDArray[np.float64]) -> Box:
    return Box(*frame.round().astype(int).tolist())


def _touches(face: Alignment, painted: Mask) -> bool:
    box = face.box_photo(painted.extent)
    return not box.is_empty and bool(painted.coverage[box.slices].any())


def _is_upright(face: Alignment) -> bool:
    return bool(face.matrix_photo_to_crop[0, 0] / face.scale >= _UPRIGHT_COSINE)


def _tiles(uncovered: NDArray[np.uint8], scale: float) -> list[Box]:
    """Boxes that together hold all that is not 0, each at most TILE_PX a side at the scale, without empty margins."""
    whole = Box.of_nonzero(uncovered)
    if whole.is_empty:
        return []
    most = TILE_PX / scale
    rows, columns = (max(1, int(np.ceil(side / most))) for side in (whole.height, whole.width))
    tops = np.linspace(whole.top, whole.bottom, rows + 1).round().astype(int).tolist()
    lefts = np.linspace(whole.left, whole.right, columns + 1).round().astype(int).tolist()
    found = []
    for top, bottom in pairwise(tops):
        for left, right in pairwise(lefts):
            within = Box.of_nonzero(uncovered[top:bottom, left:right])
            if not within.is_empty:
                found.append(within.moved(left, top))
    return found
