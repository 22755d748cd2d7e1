"""Which faces of a photo are restored, and which of them a given layout belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.jobs.engine import Engine
from facerestore.values.alignment import CROP_PX, Alignment
from facerestore.values.errors import NoFaceFound, UsageError
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.translatable_text import TranslatableText

_SAME_FACE: Final = 0.35
"""Two crops show the same face when their corners lie within this share of a crop's side of each other."""

_LEAST_EYE_DISTANCE_PX: Final = 4.0


@dataclass(frozen=True, eq=False)
class FaceChoice:
    """The faces to restore, each with its layout, or None to predict it; ``notes`` are for the person."""

    alignments: tuple[Alignment, ...] = ()
    layouts: tuple[Layout | None, ...] = ()
    notes: tuple[str, ...] = ()


def find_faces(
    photo: Photo,
    mask: Mask,
    engine: Engine,
    *,
    is_aligned: bool,
    points_photo: NDArray[np.float64] | None,
    layout: Layout | None = None,
) -> tuple[Alignment, ...]:
    """The faces that the person placed, or those that the engine finds.

    Empty only when nothing was found and ``layout`` itself says where its face is. Raises UsageError for what
    cannot be meant, and NoFaceFound.
    """
    if is_aligned and photo.extent.width != photo.extent.height:
        raise UsageError(
            f"An aligned crop is square; this photo has {photo.extent.width} x {photo.extent.height} pixels.",
            advice="Leave out --aligned for a whole photo.",
        )
    if points_photo is not None:
        _refuse_impossible_points(points_photo, photo)
    try:
        return engine.find_alignments(photo, mask, is_aligned=is_aligned, points_photo=points_photo)
    except NoFaceFound:
        if layout is None or layout.alignment is None:
            raise
        return ()


def choose_faces(alignments: Sequence[Alignment], layout: Layout | None, *, photo: Photo, is_given: bool) -> FaceChoice:
    """All faces, and the layout with the one that it belongs to.

    A layout that knows its crop belongs to the face there, which then takes the layout's own crop. A layout
    that does not know belongs to the largest face. ``is_given``: the person placed the face, so a layout of
    another place is a mistake (UsageError) and not a further face.
    """
    predicted: tuple[Layout | None, ...] = (None,) * len(alignments)
    if layout is None:
        return FaceChoice(tuple(alignments), predicted)
    if layout.alignment is None:
        owner = largest(alignments)
        fitted = resized_layout(layout, side_px=owner.crop_px, alignment=owner)
        notes = ("The layout does not say where its face is; it was used for the largest.",)
        return FaceChoice(
            tuple(alignments),
            tuple(fitted if alignment is owner else None for alignment in alignments),
            notes if len(alignments) > 1 else (),
        )
    own = layout.alignment.resized(CROP_PX)
    if own.box_photo(photo.extent).is_empty:
        raise UsageError("The layout belongs to another photo.", advice="Its crop lies outside this one.")
    others = tuple(alignment for alignment in alignments if not _is_same_face(alignment, own))
    if is_given and others:
        raise UsageError(
            "The layout was made for another place in the photo than the face that was given.",
            advice="Leave out the points, or make the layout again with them.",
        )
    fitted = resized_layout(layout, side_px=CROP_PX, alignment=own)
    return FaceChoice((own, *others), (fitted, *(None for _ in others)))


def largest(alignments: Sequence[Alignment]) -> Alignment:
    """The alignment whose crop covers most of the photo."""
    return min(alignments, key=lambda alignment: alignment.scale)


def resized_layout(layout: Layout, *, side_px: int, alignment: Alignment) -> Layout:
    """The layout at another number of pixels, by nearest label, for the given crop of the photo."""
    labels = layout.labels
    if labels.shape != (side_px, side_px):
        labels = np.asarray(cv2.resize(labels, (side_px, side_px), interpolation=cv2.INTER_NEAREST_EXACT), np.uint8)
    return Layout(labels, alignment.resized(side_px))


def _is_same_face(first: Alignment, second: Alignment) -> bool:
    distances = np.linalg.norm(first.corners_photo() - second.corners_photo(), axis=1)
    sides_photo = min(alignment.crop_px / alignment.scale for alignment in (first, second))
    return bool(distances.max() <= _SAME_FACE * sides_photo)


def _refuse_impossible_points(points_photo: NDArray[np.float64], photo: Photo) -> None:
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
