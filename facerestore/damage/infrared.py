"""Damage that a scanner's infrared shows: dust, hairs and scratches stop it, and the dyes of colour film hardly do.

The surest map there is of what lies on a film, but of colour film only. Silver and Kodachrome stop infrared as they
stop light, so that its channel is a second picture: then nothing is proposed, and it is said why.
"""

from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.damage.densities import Samples, densities
from facerestore.damage.infrared_crosstalk import background, crosstalk
from facerestore.damage.infrared_dirt import Dirt, dirt, shifted
from facerestore.damage.infrared_registration import registration
from facerestore.damage.place_shapes import PlaceShape
from facerestore.damage.proposals import DamageProposal
from facerestore.editing.mask_shapes import Region
from facerestore.files.infrared_file import read_infrared
from facerestore.files.inventory import Kind
from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled
from facerestore.values.damage_classes import DamageClass
from facerestore.values.damage_map import WORK_PX
from facerestore.values.geometry import Box, Extent
from facerestore.values.photo import Photo

SHOWS_PICTURE: Final = (
    "The infrared channel shows the picture itself, as it does of black-and-white (silver) film and of Kodachrome. It "
    "cannot tell dirt from picture there, and was not used."
)
TOO_MUCH: Final = (
    "More of the infrared channel is dark than dirt can be. It is of a film that stops infrared, or it is no infrared "
    "of this picture. It was not used."
)
SEVERAL_CHANNELS: Final = (
    "The file has several further channels and does not say which of them is infrared. None of them was used to find "
    "damage."
)
NOT_REGISTERED: Final = (
    "What the infrared channel shows was not recognised in the picture, so that the two could not be laid over one "
    "another. Its places may be some pixels off."
)

_MOST_SHARE, _MOST_PICTURE, _LEAST_EXPLAINED = 0.25, 0.2, 0.3
"""Infrared that shows so much of the picture, and little else, is a picture: as a share of the colours' density, or as
a density of its own. Two measures, because scanners store colours linear or bent, and infrared mostly linear."""

_MOST_DIRT, _MOST_UNSURE_DIRT = 0.25, 0.03
"""How much of a photo can be dirty: by infrared that was registered, and by a channel that may be something else."""

_UNSURE_CONFIDENCE: Final = 0.7

_HOLDER: Final = 0.3
_HOLDER_SHARE: Final = 0.003
"""What reaches the border, lets through less than this share of the usual infrared and covers this share of the photo
is the film's holder."""

_REACH_SHARE: Final = 0.04
_LEAST_SIDE_PX: Final = 64
_MARGIN_PX, _UNSURE_MARGIN_PX = 1, 3
_LEAST_CONFIDENCE, _MOST_CONFIDENCE = 0.86, 0.99
_CLEAR: Final = 40.0
_DUST_SHARE, _DUST_PX = 0.025, 24
_MOST_PLACES: Final = 1000
_CELLS: Final = 24


@dataclass(frozen=True, eq=False)
class InfraredDamage:
    """What infrared shows: proposals, the surest first. ``notes``: for the person, why there are none or how far they
    are to be trusted."""

    proposals: tuple[DamageProposal, ...] = ()
    notes: tuple[str, ...] = ()


def infrared_planes(photo: Photo) -> tuple[Samples, ...]:
    """The samples of the photo's extra planes that may be infrared: further samples without a name, and pages."""
    return tuple(plane.samples for plane in photo.extras if plane.kind in (Kind.EXTRA_SAMPLE, Kind.EXTRA_PAGE))


def infrared_damage(photo: Photo, *, most_dust_px: float | None = None, cancel: CancelToken = NEVER) -> InfraredDamage:
    """What the photo's infrared channel shows, one of its file or of a file beside it; nothing where it has none.
    ``most_dust_px``: how many pixels a speck of dust has across at most; None: what is very large is called a stain.
    Raises Cancelled, OutOfMemory."""
    planes = infrared_planes(photo)
    if len(planes) > 1:
        return InfraredDamage(notes=(SEVERAL_CHANNELS,))
    if planes:
        return _shown_by(photo, planes[0], most_dust_px, cancel)
    beside = read_infrared(photo)
    if beside is None:
        return InfraredDamage()
    raise_if_cancelled(cancel)
    shown = InfraredDamage() if beside.samples is None else _shown_by(photo, beside.samples, most_dust_px, cancel)
    return replace(shown, notes=(beside.note, *shown.notes))


def _shown_by(photo: Photo, infrared: Samples, most_dust_px: float | None, cancel: CancelToken) -> InfraredDamage:
    if min(photo.extent.width, photo.extent.height) < _LEAST_SIDE_PX:
        return InfraredDamage()
    place = registration(photo, infrared)
    raise_if_cancelled(cancel)
    # at its own depth: a raw scan is linear, and its shadows have few levels of 8 bits
    small = _reduced(photo.pixels)
    small_infrared = _reduced(shifted(infrared, place, photo.extent.box))
    valid = ~_holder(small_infrared)
    fit = crosstalk(small, small_infrared, valid)
    if fit is None:
        return InfraredDamage()
    is_picture = fit.share > _MOST_SHARE or fit.picture > _MOST_PICTURE
    if is_picture and fit.explained > _LEAST_EXPLAINED:
        return InfraredDamage(notes=(SHOWS_PICTURE,))
    raise_if_cancelled(cancel)
    left = densities(small_infrared) - fit.expected(small)
    smooth = background(left, valid, max(8.0, _REACH_SHARE * max(left.shape)))
    found = dirt(photo, infrared, place, fit, smooth, valid, cancel)
    most = _MOST_DIRT if place.is_sure else _MOST_UNSURE_DIRT
    if found.areas.sum() > most * photo.extent.pixel_count:
        return InfraredDamage(notes=(TOO_MUCH,))
    if place.is_sure:
        return InfraredDamage(_proposals(found, _MARGIN_PX, most_dust_px))
    proposals = _proposals(found, _UNSURE_MARGIN_PX, most_dust_px)
    doubted = tuple(replace(one, confidence=min(one.confidence, _UNSURE_CONFIDENCE)) for one in proposals)
    return InfraredDamage(doubted, (NOT_REGISTERED,) if doubted else ())


def _reduced(samples: Samples) -> Samples:
    """A copy of at most WORK_PX a side."""
    scale = WORK_PX / max(samples.shape[:2])
    if scale >= 1:
        return samples
    size = (max(1, round(samples.shape[1] * scale)), max(1, round(samples.shape[0] * scale)))
    made = cv2.resize(samples, size, interpolation=cv2.INTER_AREA)
    return np.asarray(made, np.uint8) if samples.dtype == np.uint8 else np.asarray(made, np.uint16)


def _holder(infrared: Samples) -> NDArray[np.bool_]:
    """Where there is no film (h, w)."""
    dark = (infrared < _HOLDER * float(np.median(infrared))).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    border = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    numbers = [
        number for number in border.tolist() if number and stats[number, cv2.CC_STAT_AREA] > _HOLDER_SHARE * dark.size
    ]
    found = np.isin(labels, numbers).astype(np.uint8)
    return np.asarray(cv2.dilate(found, np.ones((7, 7), np.uint8)) > 0)


def _proposals(found: Dirt, margin_px: int, most_dust_px: float | None) -> tuple[DamageProposal, ...]:
    """A proposal of each place, the surest first; of very many specks, one for all that lie near each other."""
    extent = Extent.of(found.labels)
    made = [_proposal(found, index, margin_px, extent) for index in range(found.count)]
    if most_dust_px is not None:
        sides = found.boxes[:, 2:] - found.boxes[:, :2]
        fits = sides.max(axis=1, initial=0) <= most_dust_px
        made = [one for one, is_small in zip(made, fits, strict=True) if is_small or one.kind is not DamageClass.DUST]
    made.sort(key=lambda one: -one.confidence)
    if len(made) > _MOST_PLACES:
        specks = [one for one in made if one.kind is DamageClass.DUST]
        made = [one for one in made if one.kind is not DamageClass.DUST] + _in_cells(specks, extent)
        made.sort(key=lambda one: -one.confidence)
    return tuple(made)


def _proposal(found: Dirt, index: int, margin_px: int, extent: Extent) -> DamageProposal:
    left, top, right, bottom = found.boxes[index].tolist()
    box = Box(left, top, right, bottom).grown(margin_px).clipped(extent)
    inside = (found.labels[box.slices] == index + 1).astype(np.uint8)
    kind = _kind(inside, extent)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * margin_px + 1,) * 2)
    clear = 1 - np.exp(-found.clearness[index] / _CLEAR)
    confidence = _LEAST_CONFIDENCE + (_MOST_CONFIDENCE - _LEAST_CONFIDENCE) * float(clear)
    return DamageProposal(0, kind, Region(box, cv2.dilate(inside, disc) > 0), confidence)


def _kind(inside: NDArray[np.uint8], extent: Extent) -> DamageClass:
    """What the pixels (h, w) of a place look like: a line, a speck, or what is too large for one."""
    kind = PlaceShape.of(inside).thin_kind((extent.height, extent.width))
    limit = max(_DUST_PX, _DUST_SHARE * max(extent.width, extent.height))
    return DamageClass.STAIN if kind is DamageClass.DUST and max(inside.shape) > limit else kind


def _in_cells(specks: list[DamageProposal], extent: Extent) -> list[DamageProposal]:
    """One proposal for the specks of each cell of the photo, as sure as their mean."""
    side = max(1, max(extent.width, extent.height) // _CELLS)
    cells: dict[tuple[int, int], list[DamageProposal]] = {}
    for one in specks:
        cells.setdefault((one.region.box.top // side, one.region.box.left // side), []).append(one)
    return [_joined(members) for members in cells.values()]


def _joined(members: list[DamageProposal]) -> DamageProposal:
    box = members[0].region.box
    for one in members:
        box = box.union(one.region.box)
    inside = np.zeros((box.height, box.width), np.bool_)
    for one in members:
        inside |= one.region.over(box)
    confidence = float(np.mean([one.confidence for one in members]))
    return DamageProposal(0, members[0].kind, Region(box, inside), confidence)
