"""Edits of a layout, as a person would make them: what stage 2 must follow, and where.

Every edit is a pure function of labels (S, S) in the crop frame. It answers None where a face lacks what it edits (no
glasses to take off, lips that are not visible).
"""

# S side of the crop in pixels; lengths are shares of it

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import TEMPLATE
from facerestore_resources.face_classes import FaceClass

Labels = NDArray[np.uint8]
_Where = NDArray[np.bool_]

_LEAST_CHANGE: Final = 0.0008
"""Share of the crop (52 pixels at 256) below which an edit is no test."""
_REGION_MARGIN: Final = 4 / 256
"""Two cells of stage 2's layout, which has half the crop's resolution."""
_LEAST_PART: Final = 0.0004
_DROP: Final = 0.055
_BROW_RISE: Final = 0.035
_EYE_SHIFT: Final = 0.03
_CORNER_RISE: Final = 0.035
_HAIR_STEP: Final = 0.06
_HOLE_MARGIN: Final = 0.05
_MIDDLE: Final = float(TEMPLATE[2, 1]) - 0.06
"""The row between eyes and mouth at which a face is halved."""

_LIPS: Final = (FaceClass.MOUTH, FaceClass.UPPER_LIP, FaceClass.LOWER_LIP)
_EYES: Final = (FaceClass.LEFT_EYE, FaceClass.RIGHT_EYE)
_BROWS: Final = (FaceClass.LEFT_BROW, FaceClass.RIGHT_BROW)


@dataclass(frozen=True, eq=False)
class Edited:
    """``labels`` after the edit; ``changed``: the pixels that have another label; ``region``: these and a margin of
    4 px at 256, in which the picture may change."""

    labels: Labels
    changed: _Where
    region: _Where


Edit = Callable[[Labels], Edited | None]


def open_mouth(labels: Labels) -> Edited | None:
    """The lower lip falls, most in its middle; between the lips the mouth's inside shows."""
    lower = labels == FaceClass.LOWER_LIP
    if not (_is_there(labels, FaceClass.UPPER_LIP) and _is_there(labels, FaceClass.LOWER_LIP)):
        return None
    across = _across(lower)
    drop = np.rint(_DROP * len(labels) * np.clip(1 - across**2, 0, None)).astype(int)
    after = labels.copy()
    moved = _columns_moved(lower, drop)
    gap = np.zeros_like(lower)
    for column in np.flatnonzero(lower.any(axis=0)):
        top, new_top = int(lower[:, column].argmax()), int(moved[:, column].argmax())
        gap[top:new_top, column] = True
    after[gap] = FaceClass.MOUTH
    after[moved] = FaceClass.LOWER_LIP
    return _edited(labels, after)


def close_mouth(labels: Labels) -> Edited | None:
    """The lower lip rises by as much as the mouth is open in each column."""
    inside, lower = labels == FaceClass.MOUTH, labels == FaceClass.LOWER_LIP
    if not (_is_there(labels, FaceClass.MOUTH) and _is_there(labels, FaceClass.LOWER_LIP)):
        return None
    after = _without(labels, inside | lower, not_from=_LIPS)
    after[_columns_moved(lower, -inside.sum(axis=0))] = FaceClass.LOWER_LIP
    return _edited(labels, after)


def smile(labels: Labels) -> Edited | None:
    """The corners of the mouth rise, its middle stays."""
    mouth = np.isin(labels, _LIPS)
    if not _is_there(labels, FaceClass.UPPER_LIP):
        return None
    rise = np.rint(_CORNER_RISE * len(labels) * np.clip(_across(mouth) ** 2, 0, 1)).astype(int)
    return _edited(labels, _with_columns_moved(labels, _LIPS, -rise, over=(FaceClass.SKIN,)))


def brows_up(labels: Labels) -> Edited | None:
    """Both brows rise over the forehead; hair in front of it stays."""
    rise = np.full(len(labels), -round(_BROW_RISE * len(labels)))
    return _edited(labels, _with_columns_moved(labels, _BROWS, rise, over=(FaceClass.SKIN,)))


def eyes_moved(labels: Labels) -> Edited | None:
    """Both eyes move to the picture's right; a layout has no iris, so this is as near to a gaze as it comes."""
    shift = np.full(len(labels), round(_EYE_SHIFT * len(labels)))
    turned = _with_columns_moved(labels.T, _EYES, shift, over=(FaceClass.SKIN, FaceClass.NOSE, FaceClass.GLASSES))
    return _edited(labels, np.ascontiguousarray(turned.T))


def glasses_on(labels: Labels) -> Edited | None:
    """Two lenses, a bridge and the beginning of the temples. Eyes and brows stay on top, as in CelebAMask-HQ."""
    if _is_there(labels, FaceClass.GLASSES) or not all(_is_there(labels, eye) for eye in _EYES):
        return None
    centres = sorted((_centre(labels == eye) for eye in _EYES), key=lambda point: float(point[0]))
    distance = float(np.linalg.norm(centres[1] - centres[0]))
    drawn = np.zeros(labels.shape, np.uint8)
    axes = (round(0.4 * distance), round(0.29 * distance))
    thickness = max(1, round(0.012 * len(labels)))
    for centre, outward in zip(centres, (-1, 1), strict=True):
        middle = centre + np.array([0, 0.05 * distance])
        cv2.ellipse(drawn, _pixel(middle), axes, 0, 0, 360, 1, -1)
        edge = middle + np.array([outward * axes[0], -0.1 * distance])
        cv2.line(drawn, _pixel(edge), _pixel(edge + np.array([outward * 0.35 * distance, 0])), 1, thickness)
    cv2.line(drawn, _pixel(centres[0]), _pixel(centres[1]), 1, thickness)
    after = labels.copy()
    after[(drawn > 0) & np.isin(labels, (FaceClass.SKIN, FaceClass.NOSE))] = FaceClass.GLASSES
    return _edited(labels, after)


def glasses_off(labels: Labels) -> Edited | None:
    """Glasses become what is around them; an eye that dark lenses hid is drawn where eyes are."""
    if not _is_there(labels, FaceClass.GLASSES):
        return None
    after = _without(labels, labels == FaceClass.GLASSES, not_from=(FaceClass.GLASSES, *_EYES, *_BROWS))
    side = len(labels)
    for eye, centre in zip((FaceClass.RIGHT_EYE, FaceClass.LEFT_EYE), TEMPLATE[:2] * side, strict=True):
        # a person's right eye is on the left of the picture
        if not _is_there(labels, eye):
            drawn = np.zeros(labels.shape, np.uint8)
            cv2.ellipse(drawn, _pixel(centre), (round(0.055 * side), round(0.025 * side)), 0, 0, 360, 1, -1)
            after[(drawn > 0) & (labels == FaceClass.GLASSES)] = eye
    return _edited(labels, after)


def hair_lower(labels: Labels) -> Edited | None:
    """Hair grows down over the forehead, not over the brows."""
    return _hair_line_moved(labels, FaceClass.HAIR, FaceClass.SKIN, +1)


def hair_higher(labels: Labels) -> Edited | None:
    """The forehead grows up into the hair."""
    return _hair_line_moved(labels, FaceClass.SKIN, FaceClass.HAIR, -1)


EDITS: Final[dict[str, Edit]] = {
    "mouth opened": open_mouth,
    "mouth closed": close_mouth,
    "smile": smile,
    "brows raised": brows_up,
    "eyes moved": eyes_moved,
    "glasses on": glasses_on,
    "glasses off": glasses_off,
    "hair line lower": hair_lower,
    "hair line higher": hair_higher,
}


def box_hole(edited: Edited) -> Labels:
    """A box around the region with a margin of a twentieth of the side: uint8 (S, S), 1 = restore."""
    side = len(edited.labels)
    margin = round(_HOLE_MARGIN * side)
    rows, columns = np.flatnonzero(edited.region.any(axis=1)), np.flatnonzero(edited.region.any(axis=0))
    hole = np.zeros((side, side), np.uint8)
    top, left = max(0, rows[0] - margin), max(0, columns[0] - margin)
    hole[top : rows[-1] + margin + 1, left : columns[-1] + margin + 1] = 1
    return hole


def half_hole(edited: Edited) -> Labels:
    """The upper or lower half of the face, whichever holds more of the region, and the box around the region."""
    side = len(edited.labels)
    hole = box_hole(edited)
    is_face = ~np.isin(edited.labels, (FaceClass.BACKGROUND, FaceClass.CLOTH, FaceClass.NECK, FaceClass.HAIR))
    if not is_face.any():
        return hole
    rows, columns = np.flatnonzero(is_face.any(axis=1)), np.flatnonzero(is_face.any(axis=0))
    middle = round(_MIDDLE * side)
    is_upper = edited.region[:middle].sum() > edited.region[middle:].sum()
    half = slice(rows[0], middle) if is_upper else slice(middle, rows[-1] + 1)
    hole[half, columns[0] : columns[-1] + 1] = 1
    return hole


def _edited(before: Labels, after: Labels) -> Edited | None:
    changed = before != after
    if changed.mean() < _LEAST_CHANGE:
        return None
    margin = max(1, round(_REGION_MARGIN * len(before)))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * margin + 1, 2 * margin + 1))
    return Edited(after, changed, cv2.dilate(changed.astype(np.uint8), kernel) > 0)


def _hair_line_moved(labels: Labels, grows: FaceClass, gives_way: FaceClass, direction: int) -> Edited | None:
    brows = np.isin(labels, _BROWS)
    if not brows.any() or not _is_there(labels, FaceClass.HAIR):
        return None
    side = len(labels)
    rows, columns = np.flatnonzero(brows.any(axis=1)), np.flatnonzero(brows.any(axis=0))
    forehead = np.zeros(labels.shape, bool)
    forehead[: max(0, rows[0] - round(0.02 * side)), columns[0] : columns[-1] + 1] = True
    # a beard or hair behind a shoulder has no forehead under it
    grown = (labels == grows) & forehead
    for _ in range(round(_HAIR_STEP * side)):
        grown |= _rolled(grown, direction) & (labels == gives_way) & forehead
    after = labels.copy()
    after[grown] = grows
    return _edited(labels, after)


def _with_columns_moved(
    labels: Labels, classes: Collection[FaceClass], shift: NDArray[np.integer], *, over: Collection[FaceClass]
) -> Labels:
    """The classes moved down by ``shift`` (S,) in each column; they cover only ``over`` and where they were."""
    part = np.isin(labels, tuple(classes))
    after = _without(labels, part, not_from=classes)
    may_cover = part | np.isin(labels, tuple(over))
    for value in classes:
        after[_columns_moved(labels == value, shift) & may_cover] = value
    return after


def _columns_moved(where: _Where, shift: NDArray[np.integer]) -> _Where:
    """Every column moved down by its shift; what leaves the picture is lost."""
    rows = np.arange(len(where))[:, None] - shift[None]
    moved = np.take_along_axis(where, np.clip(rows, 0, len(where) - 1), axis=0)
    return moved & (rows >= 0) & (rows < len(where))


def _rolled(where: _Where, rows: int) -> _Where:
    return _columns_moved(where, np.full(where.shape[1], rows))


def _without(labels: Labels, where: _Where, *, not_from: Collection[FaceClass]) -> Labels:
    """The pixels take the label of the nearest pixel elsewhere that is none of ``not_from``."""
    source = ~(where | np.isin(labels, tuple(not_from)))
    if not source.any():
        return np.where(where, np.uint8(FaceClass.SKIN), labels)
    _, nearest = cv2.distanceTransformWithLabels(
        (~source).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    value_of = np.zeros(int(nearest.max()) + 1, np.uint8)
    value_of[nearest[source]] = labels[source]
    return np.where(where, value_of[nearest], labels)


def _across(where: _Where) -> NDArray[np.float64]:
    """(S,): -1 at the left end of what is true, 1 at its right end, 0 in the middle."""
    columns = np.flatnonzero(where.any(axis=0))
    middle, half = (columns[0] + columns[-1]) / 2, max(1.0, (columns[-1] - columns[0]) / 2)
    return np.asarray((np.arange(where.shape[1]) - middle) / half, np.float64)


def _is_there(labels: Labels, value: FaceClass) -> bool:
    return bool((labels == value).mean() >= _LEAST_PART)


def _centre(where: _Where) -> NDArray[np.float64]:
    rows, columns = np.nonzero(where)
    return np.array([columns.mean(), rows.mean()])


def _pixel(point: NDArray[np.floating]) -> tuple[int, int]:
    return round(float(point[0])), round(float(point[1]))
