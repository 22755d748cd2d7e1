"""Which faces of a photo are restored, where their crops lie, and which of them a given layout belongs to.

Where they are looked for is ``face_search``'s; what is done with those found is decided here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.editing.project import FaceState
from facerestore.restoration.face_search import found_faces, is_doubtful
from facerestore.restoration.recipe import FaceToRestore
from facerestore.restoration.steps import Recipe
from facerestore.values.alignment import CROP_PX, TEMPLATE, Alignment
from facerestore.values.errors import NoFaceFound, UsageError
from facerestore.values.face import Face
from facerestore.values.geometry import Extent
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.translatable_text import TranslatableText

POINTS_ADVICE: Final = (
    "Say where it is with --points 'x,y;x,y;x,y;x,y;x,y': eye on the left, eye on the right, nose tip, left and right "
    "corner of the mouth as seen in the photo, in pixels from its top left corner; or with --aligned if the picture is "
    "a face crop already."
)

WITHOUT_FACE: Final = "No face was found; the photo was painted by what is visible around the damage alone."

TURNING_ADVICE: Final = "If it lies askew, turn the photo upright first. "

_SAME_FACE: Final = 0.35
"""Two crops show the same face when their corners lie within this share of a crop's side of each other."""

_LEAST_EYE_DISTANCE_PX: Final = 4.0

_SQUARE: Final = 0.02
"""By how much of its longer side an aligned crop may miss being square: scans and resampling cut a pixel here or there,
and the crop is stretched by no more."""


@dataclass(frozen=True, eq=False)
class ChosenFaces:
    """The faces that may be restored; ``notes`` are for the person."""

    faces: tuple[FaceToRestore, ...] = ()
    notes: tuple[str, ...] = ()


def faces_to_restore(states: Sequence[FaceState]) -> tuple[FaceToRestore, ...]:
    """Faces with the work on them, as they stand."""
    return tuple(
        FaceToRestore(one.alignment, one.layout, one.face.is_found, one.predicted is not None, one.references)
        for one in states
    )


def chosen_faces(
    photo: Photo,
    mask: Mask,
    *,
    is_aligned: bool = False,
    points_photo: NDArray[np.float64] | None = None,
    layout: Layout | None = None,
    is_needed: bool = True,
    viewed_turns: int = 0,
) -> Recipe[ChosenFaces]:
    """The whole picture, the face that the person placed (5, 2), or those that are found, and the layout with the face
    that it belongs to. ``viewed_turns``: as of ``found_faces``.

    Raises UsageError for what cannot be meant; NoFaceFound where nobody, be it ``layout``, says where a face is, unless
    none ``is_needed``.
    """
    notes: tuple[str, ...] = ()
    if is_aligned:
        _refuse_crooked(photo.extent)
        faces: tuple[FaceToRestore, ...] = (FaceToRestore(Alignment.of_aligned(photo.extent)),)
    elif points_photo is not None:
        faces = (FaceToRestore(_placed(points_photo, photo)),)
    else:
        found = yield from found_faces(photo, mask, viewed_turns=viewed_turns)
        notes = found.notes
        likely = [face for face in found.faces if not is_doubtful(face, found.faces)]
        faces = tuple(FaceToRestore(Alignment.of_face(face), is_found=True) for face in likely or found.faces)
        if not faces and not is_needed:
            return ChosenFaces(notes=(WITHOUT_FACE,))
        if not faces and (layout is None or layout.alignment is None):
            raise NoFaceFound(
                "No face was found in this photo, neither upright nor turned.",
                advice=TURNING_ADVICE + POINTS_ADVICE,
            )
    if layout is None:
        return ChosenFaces(faces, notes)
    if is_aligned and is_face_of_layout(faces[0].alignment, layout):
        # the picture itself is the frame, be it a pixel off square
        return ChosenFaces((_with_fitted(faces[0], layout),))
    chosen = _with_layout(faces, layout, photo=photo, is_given=is_aligned or points_photo is not None)
    return ChosenFaces(chosen.faces, (*notes, *chosen.notes))


def face_of_layout(layout: Layout) -> Face | None:
    """Where a layout says that its face is; None if it does not."""
    alignment = layout.alignment
    return None if alignment is None else Face.from_points(alignment.to_photo(TEMPLATE * alignment.crop_px))


def is_face_of_layout(alignment: Alignment, layout: Layout) -> bool:
    """Whether a layout that knows its crop was made for the face of an alignment."""
    return layout.alignment is not None and _is_same_face(alignment, layout.alignment)


def largest(alignments: Sequence[Alignment]) -> Alignment:
    """The alignment whose crop covers most of the photo."""
    return min(alignments, key=lambda alignment: alignment.scale)


def resized_layout(layout: Layout, *, side_px: int, alignment: Alignment) -> Layout:
    """The layout at another number of pixels, by nearest label, for the given crop of the photo."""
    labels = layout.labels
    if labels.shape != (side_px, side_px):
        labels = np.asarray(cv2.resize(labels, (side_px, side_px), interpolation=cv2.INTER_NEAREST_EXACT), np.uint8)
    return Layout(labels, alignment.resized(side_px))


def _with_layout(faces: tuple[FaceToRestore, ...], layout: Layout, *, photo: Photo, is_given: bool) -> ChosenFaces:
    """The faces, and the layout with the one that it belongs to.

    A layout that knows its crop belongs to the face there, which then takes the layout's own points. A layout that
    does not know belongs to the largest face. ``is_given``: the person placed the face, so a layout of another place is
    a mistake (UsageError) and not a further face.
    """
    place = face_of_layout(layout)
    if place is None:
        owner = largest([face.alignment for face in faces])
        notes = ("The layout does not say where its face is; it was used for the largest.",)
        owned = tuple(_with_fitted(face, layout) if face.alignment is owner else face for face in faces)
        return ChosenFaces(owned, notes if len(faces) > 1 else ())
    own = Alignment.of_face(place)
    if own.box_photo(photo.extent).is_empty:
        raise UsageError("The layout belongs to another photo.", advice="Its crop lies outside this one.")
    others = tuple(face for face in faces if not _is_same_face(face.alignment, own))
    if is_given and others:
        raise UsageError(
            "The layout was made for another place in the photo than the face that was given.",
            advice="Leave out the points, or make the layout again with them.",
        )
    return ChosenFaces((FaceToRestore(own, resized_layout(layout, side_px=CROP_PX, alignment=own)), *others))


def _with_fitted(face: FaceToRestore, layout: Layout) -> FaceToRestore:
    alignment = face.alignment
    return replace(face, layout=resized_layout(layout, side_px=alignment.crop_px, alignment=alignment))


def _is_same_face(first: Alignment, second: Alignment) -> bool:
    distances = np.linalg.norm(first.corners_photo() - second.corners_photo(), axis=1)
    sides_photo = min(alignment.crop_px / alignment.scale for alignment in (first, second))
    return bool(distances.max() <= _SAME_FACE * sides_photo)


def _refuse_crooked(extent: Extent) -> None:
    if abs(extent.width - extent.height) > _SQUARE * max(extent.width, extent.height):
        raise UsageError(
            TranslatableText(
                "An aligned crop is square; this picture is {width} x {height} pixels.",
                width=extent.width,
                height=extent.height,
            ),
            advice="Leave out --aligned to have the face found.",
        )


def _placed(points_photo: NDArray[np.float64], photo: Photo) -> Alignment:
    size = np.array([photo.extent.width, photo.extent.height])
    if not ((points_photo >= 0) & (points_photo <= size)).any(axis=0).all():
        raise UsageError(
            TranslatableText(
                "The points lie outside the photo, which has {width} x {height} pixels.", width=size[0], height=size[1]
            ),
            advice="Count from its top left corner.",
        )
    if np.linalg.norm(points_photo[1] - points_photo[0]) < _LEAST_EYE_DISTANCE_PX:
        raise UsageError(
            "The eyes lie on one spot.",
            advice="Order: eye on the left, eye on the right, nose tip, corners of the mouth on the left and right.",
        )
    alignment = Alignment.of_face(Face.from_points(points_photo))
    if alignment.box_photo(photo.extent).is_empty:
        raise UsageError("The points lie outside the photo.", advice=POINTS_ADVICE)
    return alignment
