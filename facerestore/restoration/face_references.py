"""Which references the face of a restoration gets: photographs that were named, and the fitting ones of an album."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facerestore.restoration.recipe import FaceToRestore
from facerestore.restoration.reference_search import (
    DamagedFace,
    ReferencePhoto,
    album_faces,
    album_notes,
    another_person_note,
    damaged_face,
    likest_face,
    masked_note,
    not_comparable_note,
)
from facerestore.restoration.steps import Recipe
from facerestore.values.errors import UsageError
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.reference import MOST_REFERENCES, Reference
from facerestore.values.translatable_text import TranslatableText


@dataclass(frozen=True, eq=False)
class ReferencedFaces:
    """The faces, one of them with references; ``notes`` are for the person."""

    faces: tuple[FaceToRestore, ...]
    notes: tuple[str, ...] = ()


def with_references(
    photo: Photo,
    mask: Mask,
    faces: tuple[FaceToRestore, ...],
    *,
    named: Sequence[ReferencePhoto] = (),
    album: Sequence[ReferencePhoto] = (),
) -> Recipe[ReferencedFaces]:
    """References for the largest of the faces that the mask touches: those that were named, all of them, in their
    order; then the best of an album, until there are MOST_REFERENCES.

    Raises UsageError for too many named ones; NoFaceFound, and what reading raises, for a named one.
    """
    if len(named) > MOST_REFERENCES:
        raise UsageError(
            TranslatableText(
                "There are {count} references; a face borrows from at most {most}.",
                count=len(named),
                most=MOST_REFERENCES,
            ),
            advice="Name those that are most alike in pose and sharpest.",
        )
    borrower = _largest_touched(photo, mask, faces)
    if borrower is None:
        return ReferencedFaces(faces, ("The mask touches no face, so nothing is borrowed from references.",))
    face = faces[borrower]
    damaged = yield from damaged_face(photo, mask, face.alignment, face.layout)
    references, notes = yield from _named(named, damaged)
    if album:
        further, told = yield from _of_album(album, damaged, MOST_REFERENCES - len(references))
        references, notes = references + further, notes + told
    if len(faces) > 1:
        notes = ("The references belong to the largest of the faces that are restored.", *notes)
    # the layout is kept: it was predicted from the same crop, and would be again
    restored = replace(face, layout=damaged.layout, is_predicted=face.layout is None or face.is_predicted)
    with_them = replace(restored, references=references)
    return ReferencedFaces((*faces[:borrower], with_them, *faces[borrower + 1 :]), notes)


def _named(
    sources: Sequence[ReferencePhoto], damaged: DamagedFace
) -> Recipe[tuple[tuple[Reference, ...], tuple[str, ...]]]:
    references, notes = [], []
    for source in sources:
        found = yield from likest_face(source, damaged)
        references.append(found.reference)
        notes += [note for note in (another_person_note(found), masked_note(found.reference)) if note is not None]
    return tuple(references), tuple(notes)


def _of_album(
    sources: Sequence[ReferencePhoto], damaged: DamagedFace, most: int
) -> Recipe[tuple[tuple[Reference, ...], tuple[str, ...]]]:
    if not damaged.embedding.is_comparable:
        return (), (not_comparable_note(damaged.embedding.hidden_share),)
    found = yield from album_faces(sources, damaged)
    return tuple(one.reference for one in found.proposed[:most]), album_notes(found, most)


def _largest_touched(photo: Photo, mask: Mask, faces: Sequence[FaceToRestore]) -> int | None:
    boxes = [face.alignment.box_photo(photo.extent) for face in faces]
    touched = [index for index, box in enumerate(boxes) if not box.is_empty and mask.coverage[box.slices].any()]
    return min(touched, key=lambda index: faces[index].alignment.scale, default=None)
