"""Damage proposals: where a photo looks scratched, creased, dusty or torn, to be accepted, trimmed or rejected.

Classical filters on a reduced copy (see ``filters``), a confidence for each place that they find (see
``confidence``), and the outline refined at the photo's own resolution. Tears and missing corners are bright or
dark areas without any texture that reach the photo's edge.

The filters know nothing of what a photo shows. On engravings, patterned cloth, hair and jewellery they propose much
that is no damage; say where the faces are, and eyes and mouths are mostly left alone. ``tests/performance`` has the
figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.damage.confidence import confidences
from facerestore.damage.features import FEATURES, Candidates, face_map, measured_candidates
from facerestore.damage.filters import responses, toned
from facerestore.editing.mask_shapes import Region
from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled
from facerestore.values.damage_classes import DamageClass
from facerestore.values.face import Face
from facerestore.values.geometry import Box, Extent
from facerestore.values.layout import Layout
from facerestore.values.photo import Photo

WORK_PX: Final = 1400
"""Longest side of the copy in which damage is looked for. What is thinner than half its pixels is not found."""

LEAST_CONFIDENCE: Final = 0.25
MOST_PROPOSALS: Final = 2000

_MARGIN_PX: Final = 1
"""How far a proposal reaches beyond what stands out: the soft edge of a scratch is damage too."""

_FACE_DOUBT: Final = 0.8
"""How much less sure a place is that lies wholly on eyes, mouth or the like."""

_BACKGROUND_PX: Final = 15
_CREASE_LENGTH: Final = 0.4
_CREASE_STRAIGHTNESS: Final = 0.8
_LONG: Final = 4.0
_TORN_PX: Final = 512
_TORN_LIMITS: Final = (0.07, 0.93)
_TORN_FLATNESS: Final = 0.02
_TORN_SHARES: Final = (0.002, 0.3)
_TORN_CONTRAST: Final = 0.15


@dataclass(frozen=True, eq=False)
class DamageProposal:
    """``number`` is unique within one search; ``kind``: DUST, SCRATCH, CREASE or TEAR; ``region``: pixels of the
    photo; ``confidence``: 0...1, to sort and to cut by; no calibrated probability."""

    number: int
    kind: DamageClass
    region: Region
    confidence: float


def find_damage(
    photo: Photo,
    *,
    faces: Sequence[Face] = (),
    layouts: Sequence[Layout] = (),
    least_confidence: float = LEAST_CONFIDENCE,
    cancel: CancelToken = NEVER,
) -> tuple[DamageProposal, ...]:
    """Proposals, the surest first. ``faces`` and ``layouts`` that know their crop say what is no damage.

    Raises Cancelled if asked to stop.
    """
    as_it_is, scale = _reduced(photo)
    raise_if_cancelled(cancel)
    grey = toned(as_it_is)
    answers = responses(grey)
    raise_if_cancelled(cancel)
    found = measured_candidates(grey, answers, face_map(as_it_is.shape, scale, faces, layouts))
    sure = confidences(found.features) * (1 - _FACE_DOUBT * found.features[:, FEATURES.index("face")])
    order = np.argsort(-sure, kind="stable")
    chosen = order[sure[order] >= least_confidence][:MOST_PROPOSALS]
    background = np.asarray(cv2.medianBlur(as_it_is, _BACKGROUND_PX), np.uint8)
    made = _torn(photo, as_it_is, least_confidence)
    for index in chosen:
        raise_if_cancelled(cancel)
        region = _refined(photo, as_it_is, background, found, int(index), scale)
        if region is not None:
            made.append((_kind(found, int(index), as_it_is.shape), region, float(sure[index])))
    made.sort(key=lambda one: -one[2])
    return tuple(DamageProposal(number, *one) for number, one in enumerate(made))


def _reduced(photo: Photo) -> tuple[NDArray[np.uint8], float]:
    """The photo in grey, 8 bits, and its pixels per photo pixel."""
    extent = photo.extent
    scale = min(1.0, WORK_PX / max(extent.width, extent.height))
    pixels: NDArray[np.generic] = photo.pixels
    if scale < 1:
        size = (max(1, round(extent.width * scale)), max(1, round(extent.height * scale)))
        pixels = np.asarray(cv2.resize(photo.pixels, size, interpolation=cv2.INTER_AREA))
    return _grey(pixels), scale


def _grey(pixels: NDArray[np.generic]) -> NDArray[np.uint8]:
    eight = np.ascontiguousarray(pixels if pixels.dtype == np.uint8 else np.asarray(pixels, np.uint16) >> 8, np.uint8)
    return eight if eight.ndim == 2 else np.asarray(cv2.cvtColor(eight, cv2.COLOR_RGB2GRAY), np.uint8)


def _kind(found: Candidates, index: int, shape: tuple[int, ...]) -> DamageClass:
    length, width = found.lengths[index], found.widths[index]
    if length < _LONG * width or length < 8:
        return DamageClass.DUST
    is_crease = length > _CREASE_LENGTH * min(shape[:2]) and found.straightness[index] > _CREASE_STRAIGHTNESS
    return DamageClass.CREASE if is_crease else DamageClass.SCRATCH


def _refined(
    photo: Photo, grey: NDArray[np.uint8], background: NDArray[np.uint8], found: Candidates, index: int, scale: float
) -> Region | None:
    """The candidate in the photo's own pixels: near it, what differs from the background at least half as much as it
    does in the reduced copy."""
    left, top, right, bottom = (int(edge) for edge in found.boxes[index])
    small = Box(left, top, right, bottom).grown(2).clipped(Extent.of(grey))
    inside = (found.labels[small.slices] == index + 1).astype(np.uint8)
    margin = np.ones((2 * _MARGIN_PX + 1,) * 2, np.uint8)
    if scale == 1:
        return Region.of(cv2.dilate(inside, margin) > 0, small.left, small.top)
    box = Box.around(np.array([[small.left, small.top], [small.right, small.bottom]]) / scale).clipped(photo.extent)
    near = _enlarged(cv2.dilate(inside, margin), small, box, scale) > 0.5
    around = _enlarged(background[small.slices], small, box, scale)
    difference = grey[small.slices].astype(np.float32) - background[small.slices]
    contrast = float(difference[inside > 0].mean())
    own = _grey(photo.pixels[box.slices]).astype(np.float32) - around
    differs = near & (own * np.sign(contrast) >= abs(contrast) / 2)
    reach = max(1, round(_MARGIN_PX / scale / 2))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1,) * 2)
    grown = (cv2.dilate(differs.astype(np.uint8), disc) > 0) & near
    return Region.of(grown if differs.any() else near, box.left, box.top)


def _enlarged(values: NDArray[np.generic], small: Box, box: Box, scale: float) -> NDArray[np.float32]:
    """Values (h, w) of a box of the reduced copy, over a box of the photo."""
    matrix = np.array([[scale, 0, (box.left + 0.5) * scale - 0.5 - small.left]] * 2, np.float64)
    matrix[1] = [0, scale, (box.top + 0.5) * scale - 0.5 - small.top]
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    size = (box.width, box.height)
    placed = cv2.warpAffine(values.astype(np.float32), matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(placed, np.float32)


def _torn(photo: Photo, grey: NDArray[np.uint8], least_confidence: float) -> list[tuple[DamageClass, Region, float]]:
    """Bright or dark areas without texture that reach one or two sides of the photo; on three or four it would be
    the paper around it, or a studio's backdrop."""
    scale = min(1.0, _TORN_PX / max(grey.shape))
    size = (max(1, round(grey.shape[1] * scale)), max(1, round(grey.shape[0] * scale)))
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    mean = cv2.blur(small, (5, 5))
    spread = np.sqrt(np.maximum(cv2.blur(small**2, (5, 5)) - mean**2, 0))
    made = []
    for is_end in (mean <= _TORN_LIMITS[0], mean >= _TORN_LIMITS[1]):
        flat = (is_end & (spread <= _TORN_FLATNESS)).astype(np.uint8)
        count, parts = cv2.connectedComponents(flat, connectivity=4)
        for number in range(1, count):
            part = parts == number
            sides = sum(bool(edge.any()) for edge in (part[0], part[-1], part[:, 0], part[:, -1]))
            if not (_TORN_SHARES[0] <= part.mean() <= _TORN_SHARES[1]) or sides not in (1, 2):
                continue
            # the window of the mean ends two pixels before the area does
            whole = cv2.dilate(part.astype(np.uint8), np.ones((5, 5), np.uint8))
            ring = (cv2.dilate(whole, np.ones((7, 7), np.uint8)) > 0) & (whole == 0)
            contrast = float(np.median(np.abs(small[ring] - small[part].mean()))) if ring.any() else 0.0
            confidence = min(0.9, contrast)
            if contrast >= _TORN_CONTRAST and confidence >= least_confidence:
                extent = photo.extent
                over = cv2.resize(whole, (extent.width, extent.height), interpolation=cv2.INTER_NEAREST) > 0
                region = Region.of(over)
                assert region is not None, "a part has pixels"
                made.append((DamageClass.TEAR, region, confidence))
    return made
