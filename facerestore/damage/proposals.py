"""Damage proposals: where a photo looks scratched, creased, dusty, stained or torn, to be accepted or rejected.

The network for damage looks at a reduced copy, and the outline is refined at the photo's own resolution. Where it is
not installed, classical filters look in its place (see ``filters``), each place of which gets a confidence (see
``confidence``). They know nothing of what a photo shows: on engravings, patterned cloth, hair and jewellery they
propose much that is no damage. Both together found no more than the network alone, in four times the time.
``facerestore evaluate --damage`` has the figures. Either way broad cracks are looked for by their course (see
``bands``), and beside what the network is sure of, faint long scratches by theirs (see ``thin_lines``).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.damage.bands import bands
from facerestore.damage.confidence import confidences
from facerestore.damage.features import FEATURES, Candidates, face_map, measured_candidates
from facerestore.damage.filters import responses, toned
from facerestore.damage.network_places import network_places
from facerestore.damage.outlines import area_region, thin_region
from facerestore.damage.place_doubts import AREAS, DOUBTED, less_sure_where_doubted
from facerestore.damage.place_shapes import PlaceShape
from facerestore.damage.printed_marks import marks_in_rows
from facerestore.damage.protection import eyes_and_mouth
from facerestore.damage.thin_lines import thin_lines
from facerestore.damage.torn import torn
from facerestore.editing.mask_shapes import Region
from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled
from facerestore.values.damage_classes import DamageClass
from facerestore.values.damage_map import WORK_PX, DamageMap
from facerestore.values.face import Face
from facerestore.values.geometry import Box, Extent
from facerestore.values.layout import Layout
from facerestore.values.photo import Photo
from facerestore.values.request import reduced

__all__ = ["WORK_PX", "Caution", "DamageProposal", "find_damage", "numbered", "sure_enough"]

LEAST_CONFIDENCE: Final = 0.25
MOST_PROPOSALS: Final = 2000

CERTAIN: Final = 0.85
"""Confidence from which eyes and mouth are called damaged too."""

_FACE_DOUBT: Final = 0.8
"""How much less sure a place is that the filters found, and that lies wholly on eyes, mouth or the like."""

_DUST_SHARE: Final = 0.025
_DUST_PX: Final = 24
"""What is larger than this and that share of the photo's longest side is no dust, if nobody says how large it may be.
"""

_BACKGROUND_PX: Final = 15
_MOST_IN_ROWS: Final = 300
_AROUND_PX: Final = 5

_KNOWN_SHARE: Final = 0.5
"""Of a place; where so much of it is found already, it is no news."""


class Caution(Enum):
    """How sure a place must be to be taken for damage; the value is the least confidence.

    CERTAIN takes what nobody would doubt; USUAL is for going on without a look at every place; ALL also takes what may
    well be a button, for somebody who looks through it.
    """

    CERTAIN = 0.85
    USUAL = 0.7
    ALL = 0.4


@dataclass(frozen=True, eq=False)
class DamageProposal:
    """``number`` is unique within one search; ``kind``: DUST, SCRATCH, CREASE, STAIN or TEAR; ``region``: pixels of
    the photo; ``confidence``: 0...1, to sort and to cut by; no calibrated probability."""

    number: int
    kind: DamageClass
    region: Region
    confidence: float


def find_damage(
    photo: Photo,
    *,
    seen: DamageMap | None = None,
    faces: Sequence[Face] = (),
    layouts: Sequence[Layout] = (),
    least_confidence: float = LEAST_CONFIDENCE,
    most_dust_px: float | None = None,
    cancel: CancelToken = NEVER,
) -> tuple[DamageProposal, ...]:
    """Proposals, the surest first. ``seen``: the network's map of the photo, without which filters look. ``faces`` and
    ``layouts`` that know their crop say what is no damage: of eyes and mouths nothing below CERTAIN is proposed.
    ``most_dust_px``: how many photo pixels a speck of dust has across at most; None for a fortieth of the photo's
    longest side, or 24.

    Raises Cancelled if asked to stop.
    """
    pixels, scale = reduced(photo)
    as_it_is = pixels if pixels.ndim == 2 else np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)
    raise_if_cancelled(cancel)
    if seen is not None:
        made = _by_network(photo, seen, as_it_is, scale, least_confidence, cancel)
    else:
        grey = toned(as_it_is)
        answers = responses(grey)
        raise_if_cancelled(cancel)
        found = measured_candidates(grey, answers, face_map(as_it_is.shape, scale, faces, layouts))
        made = _by_filters(photo, found, as_it_is, scale, least_confidence, cancel)
    if seen is not None:
        made = _less_sure_in_rows(made, as_it_is, scale)
        made = _with_courses(made, thin_lines(photo, as_it_is, seen, cancel=cancel), photo, least_confidence)
    made = _with_courses(made, bands(photo, as_it_is, cancel=cancel), photo, least_confidence)
    limit = most_dust_px or max(_DUST_PX, _DUST_SHARE * max(photo.extent.width, photo.extent.height))
    protected = eyes_and_mouth(photo.extent, faces, layouts)
    kept = [one for one in (_left_of(one, protected) for one in made if not _is_too_large(one, limit)) if one]
    return numbered(kept)


def numbered(proposals: Iterable[DamageProposal]) -> tuple[DamageProposal, ...]:
    """The surest of them, MOST_PROPOSALS at most, the surest first, each with its number."""
    kept = sorted(proposals, key=lambda one: -one.confidence)[:MOST_PROPOSALS]
    return tuple(replace(one, number=number) for number, one in enumerate(kept))


def sure_enough(proposals: Iterable[DamageProposal], caution: Caution) -> tuple[DamageProposal, ...]:
    """Those that the caution allows."""
    return tuple(one for one in proposals if one.confidence >= caution.value)


def _by_network(
    photo: Photo,
    seen: DamageMap,
    grey: NDArray[np.uint8],
    scale: float,
    least_confidence: float,
    cancel: CancelToken,
) -> list[DamageProposal]:
    places = network_places(seen, grey)
    sure = less_sure_where_doubted(places, seen.damage, grey, certain=CERTAIN)
    background = np.asarray(cv2.medianBlur(grey, _BACKGROUND_PX), np.uint8)
    order = np.argsort(-sure, kind="stable")
    made = []
    for index in order[sure[order] >= least_confidence][:MOST_PROPOSALS].tolist():
        raise_if_cancelled(cancel)
        kind, box = places.kinds[index], places.boxes[index]
        if kind in AREAS:
            region = area_region(photo, places.labels, index + 1, box, scale)
        else:
            region = thin_region(photo, grey, background, places.labels, index + 1, box, scale)
        if region is not None:
            made.append(DamageProposal(0, kind, region, float(sure[index])))
    return made


def _less_sure_in_rows(made: list[DamageProposal], grey: NDArray[np.uint8], scale: float) -> list[DamageProposal]:
    """Bright specks of one size that stand in a row are stars, beads or buttons rather than dust."""
    specks = [one for one in made if one.kind is DamageClass.DUST and one.confidence > DOUBTED]
    bright = [one for one in specks[:_MOST_IN_ROWS] if _is_bright(one.region.box, grey, scale)]
    doubted = {id(bright[index]) for index in marks_in_rows([one.region for one in bright])}
    return [replace(one, confidence=DOUBTED) if id(one) in doubted else one for one in made]


def _is_bright(box: Box, grey: NDArray[np.uint8], scale: float) -> bool:
    """Whether a speck is brighter than what lies around it in the reduced copy."""
    small = Box.around(np.array([[box.left, box.top], [box.right, box.bottom]]) * scale)
    around = grey[small.grown(_AROUND_PX).clipped(Extent.of(grey)).slices]
    return float(grey[small.clipped(Extent.of(grey)).slices].mean()) > float(np.median(around))


def _with_courses(
    made: list[DamageProposal],
    courses: Iterable[tuple[Region, float]],
    photo: Photo,
    least_confidence: float,
) -> list[DamageProposal]:
    """Places known by their course, beside what was found. What is less sure and mostly within one is none; one that
    mostly was found is none either."""
    found = []
    for region, confidence in courses:
        if confidence < least_confidence:
            continue
        known = np.zeros((region.box.height, region.box.width), np.bool_)
        for one in made:
            if one.confidence >= confidence and not one.region.box.intersection(region.box).is_empty:
                known |= one.region.over(region.box)
        if known[region.inside].mean() <= _KNOWN_SHARE:
            kind = PlaceShape.of(region.inside).thin_kind(photo.pixels.shape)
            found.append(DamageProposal(0, kind, region, confidence))
    others = [one for one in made if not any(_is_within(one, band) for band in found)]
    return [*others, *found]


def _is_within(one: DamageProposal, band: DamageProposal) -> bool:
    is_less_sure = one.confidence < band.confidence
    return is_less_sure and float(band.region.over(one.region.box)[one.region.inside].mean()) > _KNOWN_SHARE


def _by_filters(
    photo: Photo,
    found: Candidates,
    as_it_is: NDArray[np.uint8],
    scale: float,
    least_confidence: float,
    cancel: CancelToken,
) -> list[DamageProposal]:
    sure = confidences(found.features) * (1 - _FACE_DOUBT * found.features[:, FEATURES.index("face")])
    order = np.argsort(-sure, kind="stable")
    background = np.asarray(cv2.medianBlur(as_it_is, _BACKGROUND_PX), np.uint8)
    made = []
    for index in order[sure[order] >= least_confidence][:MOST_PROPOSALS].tolist():
        raise_if_cancelled(cancel)
        region = thin_region(photo, as_it_is, background, found.labels, index + 1, found.boxes[index], scale)
        if region is not None:
            measured = PlaceShape(found.lengths[index], found.widths[index], found.straightness[index])
            kind = measured.thin_kind(as_it_is.shape)
            made.append(DamageProposal(0, kind, region, float(sure[index])))
    made += [
        DamageProposal(0, DamageClass.TEAR, region, confidence)
        for region, confidence in torn(photo, as_it_is)
        if confidence >= least_confidence
    ]
    return made


def _is_too_large(one: DamageProposal, most_dust_px: float) -> bool:
    return one.kind is DamageClass.DUST and max(one.region.box.width, one.region.box.height) > most_dust_px


def _left_of(one: DamageProposal, protected: NDArray[np.bool_]) -> DamageProposal | None:
    """What is left of a proposal without eyes and mouth; all of it where it is certain, None where nothing is."""
    box = one.region.box
    if one.confidence >= CERTAIN or not protected[box.slices].any():
        return one
    region = Region.of(one.region.inside & ~protected[box.slices], box.left, box.top)
    return None if region is None else replace(one, region=region)
