"""Where faces are looked for: in the photo as it lies, turned where that shows none, and around what is masked.

How a face is found in one picture is ``inference.detection``'s.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.restoration.steps import Calculation, Recipe
from facerestore.values.alignment import Alignment
from facerestore.values.cancellation import CancelToken
from facerestore.values.events import OnProgress
from facerestore.values.face import Face, is_same_face, usable_faces
from facerestore.values.geometry import Box, Extent
from facerestore.values.mask import Mask
from facerestore.values.percentage import Percentage
from facerestore.values.photo import Photo
from facerestore.values.request import DetectionRequest
from facerestore.values.translatable_text import TranslatableText

PLAUSIBLE: Final = 0.7
"""Confidence above which a find is taken for an upright face; models/README.md has the table."""

_HARDLY_A_FACE: Final = 0.05
_UNLIKELY_BESIDE: Final = 0.4
"""Confidence below which a find beside a plausible face is none; the same table."""

_PORTRAIT_SHARE: Final = 0.2
"""A face of at least this share of the photo's longest side makes it a portrait, whose own search is enough."""

_WINDOWS_ACROSS: Final = 5
_MOST_WINDOWS: Final = 24
_LEAST_WINDOW_PX: Final = 192
_SEARCHED_PX: Final = 448
_OVERLAP: Final = 0.25
_SMALL_SHARE: Final = 0.125
"""Where no plausible face has this share of the photo's longest side, all of it is looked at from nearer."""
_NEAR_FACE_PX: Final = 96
"""How large a usual face of such a photo is then; models/README.md has what smaller ones cost."""
_NEAR_WINDOW_PX: Final = 640
_FACES_SHARED: Final = 1.5
"""By how many faces neighbouring windows overlap: each face is whole in one."""
_LEAST_SHARE_SAID: Final = 0.01
_MAP_PX: Final = 1_024
"""Longest side of the map on which shares of the mask are counted."""

UNCERTAIN: Final = (
    "It is uncertain whether what was found is a face. Look where its points lie, and place them if they are wrong; if "
    "the photo lies askew, turn it upright first."
)

OUTSIDE: Final = (
    "{share} of what was to be restored lies in no face that was found; it was filled from its surroundings, "
    "without a network."
)
_ON_ITS_SIDE: Final = "The photo lies on its side; the face was found as it lies."
_UPSIDE_DOWN: Final = "The photo lies upside down; the face was found as it lies."
_AS_IT_LIES: Final = ((), (_ON_ITS_SIDE,), (_UPSIDE_DOWN,), (_ON_ITS_SIDE,))
"""By quarter turns from how the photo is viewed."""


@dataclass(frozen=True, eq=False)
class FoundFaces:
    """In the order of ``usable_faces``; ``notes`` are for the person."""

    faces: tuple[Face, ...] = ()
    notes: tuple[str, ...] = ()


def found_faces(photo: Photo, mask: Mask, *, viewed_turns: int = 0) -> Recipe[FoundFaces]:
    """The faces in what is not masked, as they lie: upright, on their side or upside down; empty if there are none.

    ``viewed_turns``: by how many quarter turns to the right the photo is viewed. Copies that are turned otherwise are
    searched only where the photo as it is viewed shows no plausible face, windows of higher resolution only where
    what was found is small, as in a group, and where something is masked outside the faces of a photo that is no
    portrait.
    """
    whole: DetectionRequest = yield Calculation("faces", lambda progress, cancel: DetectionRequest.of(photo, mask))
    # a copy is turned to the left
    viewed = turns = -viewed_turns % 4
    faces: tuple[Face, ...] = yield whole.turned(turns) if turns else whole
    if not _is_plausible(faces):
        by_turn = {turns: faces}
        for more in (1, 2, 3):
            by_turn[(viewed + more) % 4] = yield whole.turned((viewed + more) % 4)
        # the first of equals: the photo as it is viewed
        turns = max(by_turn, key=lambda turn: max((face.confidence for face in by_turn[turn]), default=0.0))
        faces = by_turn[turns]
    windows, scale = windows_on_small_faces(photo.extent, faces)
    for window in windows:
        request: DetectionRequest = yield Calculation("faces", partial(_in_window, photo, mask, window, scale, turns))
        seen: tuple[Face, ...] = yield request
        faces = _sharper(faces, seen)
    seen_at_once = len(faces)
    around: list[Box] = yield Calculation("faces", lambda progress, cancel: windows_around(mask, faces))
    for window in around:
        scale = _SEARCHED_PX / max(window.width, window.height)
        request = yield Calculation("faces", partial(_in_window, photo, mask, window, scale, turns))
        nearer: tuple[Face, ...] = yield request
        faces = _joined(faces, nearer)
    usable = usable_faces(faces, quarter_turns=turns)
    return FoundFaces(usable, (*_notes(usable, (turns - viewed) % 4), *_nearer_notes(len(faces) - seen_at_once)))


def is_doubtful(face: Face, found: Sequence[Face]) -> bool:
    """Whether a find of those in a photo is restored only where a person says that it is a face: it hardly looks like
    one, or is unlikely to be one beside a plausible face."""
    return face.confidence < _HARDLY_A_FACE or (face.confidence < _UNLIKELY_BESIDE and _is_plausible(found))


def windows_on_small_faces(extent: Extent, faces: Sequence[Face]) -> tuple[list[Box], float]:
    """(overlapping windows that cover a photo, copy pixels per photo pixel) where what was found of it is small: many
    faces of a group are missed at the size at which all of it is seen at once. No windows where a plausible face is
    not small, or hardly anything was found."""
    longest = max(extent.width, extent.height)
    sides = [_side(face) for face in faces]
    plausible = [_side(face) for face in faces if _is_plausible([face])]
    if (len(faces) < 2 and not plausible) or max(plausible, default=0.0) >= _SMALL_SHARE * longest:
        return [], 1.0
    usual, most = float(np.median(sides)), _MOST_WINDOWS
    scale = min(1.0, _NEAR_FACE_PX / usual)
    while True:
        side = min(longest, round(_NEAR_WINDOW_PX / scale))
        step = max(1, round(side - _FACES_SHARED * usual))
        if len(_starts(extent.height, side, step)) * len(_starts(extent.width, side, step)) <= most or side == longest:
            return _covering(extent, side, step), scale
        scale *= 0.9


def windows_around(mask: Mask, faces: Sequence[Face]) -> list[Box]:
    """Where to look more closely: overlapping squares, a fifth of the photo's longest side each, in which something is
    masked that lies in none of the faces. None for a portrait.

    Of more than can be searched in reasonable time, those with the most of it.
    """
    extent = mask.extent
    longest = max(extent.width, extent.height)
    if mask.is_empty or any(_side(face) >= _PORTRAIT_SHARE * longest for face in faces if _is_plausible([face])):
        return []
    uncovered = mask.restore.astype(np.uint8)
    for face in faces:
        left, top, right, bottom = (round(value) for value in face.box_xyxy)
        uncovered[Box(left, top, right, bottom).clipped(extent).slices] = 0
    side = min(longest, max(_LEAST_WINDOW_PX, round(longest / _WINDOWS_ACROSS)))
    step = max(1, round(side * (1 - _OVERLAP)))
    counts = {window: int(np.count_nonzero(uncovered[window.slices])) for window in _covering(extent, side, step)}
    masked = sorted((window for window in counts if counts[window]), key=lambda window: -counts[window])
    return masked[:_MOST_WINDOWS]


def outside_note(mask: Mask, alignments: Sequence[Alignment]) -> str | None:
    """What to say of the part of a mask that lies in no face's frame; None if it is next to nothing."""
    share = share_outside(mask, alignments)
    if share < _LEAST_SHARE_SAID:
        return None
    return TranslatableText(OUTSIDE, share=Percentage(share))


def share_outside(mask: Mask, alignments: Sequence[Alignment]) -> float:
    """The share 0...1 of what a mask restores that lies in the frame of none of the alignments; 0 of an empty mask."""
    extent = mask.extent
    scale = min(1.0, _MAP_PX / max(extent.width, extent.height))
    size = (max(1, round(extent.width * scale)), max(1, round(extent.height * scale)))
    counted: NDArray[np.float32] = np.asarray(cv2.resize(mask.coverage, size, interpolation=cv2.INTER_AREA), np.float32)
    total = float(counted.sum())
    for alignment in alignments:
        corners = np.round(alignment.corners_photo() * (size[0] / extent.width, size[1] / extent.height))
        cv2.fillConvexPoly(counted, corners.astype(np.int32), 0.0)
    return float(counted.sum()) / total if total else 0.0


def _in_window(
    photo: Photo, mask: Mask, window: Box, scale: float, quarter_turns: int, progress: OnProgress, cancel: CancelToken
) -> DetectionRequest:
    searched_px = round(scale * max(window.width, window.height))
    return DetectionRequest.of_window(photo, mask, window, scale=scale, sizes_px=(searched_px,)).turned(quarter_turns)


def _sharper(faces: tuple[Face, ...], nearer: Sequence[Face]) -> tuple[Face, ...]:
    """The faces, each as it was seen best, and the plausible ones of a closer look that are none of them."""
    for face in nearer:
        same = [other for other in faces if is_same_face(face.box_xyxy, other.box_xyxy)]
        if all(face.confidence > other.confidence for other in same) and (same or _is_plausible([face])):
            faces = (*(other for other in faces if other not in same), face)
    return faces


def _joined(faces: tuple[Face, ...], nearer: Sequence[Face]) -> tuple[Face, ...]:
    """The faces, and the plausible ones of a closer look that are none of them."""
    for face in nearer:
        if _is_plausible([face]) and not any(is_same_face(face.box_xyxy, other.box_xyxy) for other in faces):
            faces = (*faces, face)
    return faces


def _notes(faces: Sequence[Face], quarter_turns: int) -> tuple[str, ...]:
    if not faces:
        return ()
    if not _is_plausible(faces):
        return (UNCERTAIN,)
    return _AS_IT_LIES[quarter_turns]


def _nearer_notes(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    sentence = (
        "A closer look around the mask found faces that were not seen in the whole photo: {count}. Check that each of "
        "them is a face."
    )
    return (TranslatableText(sentence, count=count),)


def _is_plausible(faces: Sequence[Face]) -> bool:
    return any(face.confidence >= PLAUSIBLE for face in faces)


def _side(face: Face) -> float:
    left, top, right, bottom = face.box_xyxy
    return float(max(right - left, bottom - top))


def _covering(extent: Extent, side: int, step: int) -> list[Box]:
    """Squares that cover a photo, cut off at its edges, row by row."""
    return [
        Box(left, top, min(left + side, extent.width), min(top + side, extent.height))
        for top in _starts(extent.height, side, step)
        for left in _starts(extent.width, side, step)
    ]


def _starts(length: int, side: int, step: int) -> list[int]:
    """Where windows begin so that they cover a length; the last ends with it."""
    last = max(0, length - side)
    return [*range(0, last, step), last]
