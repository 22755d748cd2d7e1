"""Where the same person is found: in photographs that are named as references, and in an album."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.restoration.face_memory import RememberedFaces
from facerestore.restoration.face_search import PLAUSIBLE, found_faces
from facerestore.restoration.recipe import with_layouts
from facerestore.restoration.steps import Calculation, Recipe
from facerestore.values.alignment import Alignment, FaceCrop, cut_crop
from facerestore.values.embedding import FROM_ALBUM, MOST_HIDDEN, SAME_PERSON, FaceEmbedding
from facerestore.values.errors import FaceRestoreError, NoFaceFound
from facerestore.values.face import Face
from facerestore.values.file_names import shown
from facerestore.values.layout import Layout, LayoutPrediction
from facerestore.values.mask import Mask
from facerestore.values.percentage import Percentage
from facerestore.values.photo import Photo
from facerestore.values.reference import MOST_REFERENCES, Reference
from facerestore.values.request import EmbeddingRequest, LayoutRequest
from facerestore.values.translatable_text import TranslatableText
from facerestore_resources.face_classes import FaceClass

_LEAST_EYE_DISTANCE_PX: Final = 12.0
"""A smaller face has less than a quarter of the crop's pixels in each direction."""
_POSE_UNIT: Final = 0.03
"""So much difference in pose, as a share of the crop's side, counts like half the sharpness."""
_UNKNOWN_POSE: Final = 0.06
_LEAST_PART_SHARE: Final = 0.0007
_PARTS: Final = (
    frozenset({FaceClass.LEFT_EYE}),
    frozenset({FaceClass.RIGHT_EYE}),
    frozenset({FaceClass.NOSE}),
    frozenset({FaceClass.MOUTH, FaceClass.UPPER_LIP, FaceClass.LOWER_LIP}),
)
_LUMA: Final = np.array([0.299, 0.587, 0.114], np.float32)


@dataclass(frozen=True, eq=False)
class DamagedFace:
    """The face that borrows: its crop, its layout, and who it is by what is visible."""

    crop: FaceCrop
    layout: Layout
    embedding: FaceEmbedding


@dataclass(frozen=True, eq=False)
class ReferencePhoto:
    """A photograph that may show the person. ``read``: the photo, opened when its turn comes; ``sha256``: of its file,
    asked with it. ``remembered``: its faces, where they may have been found before. ``masked``: what its own project
    says is damaged in it, None for nothing."""

    file_name: str
    read: Callable[[], Photo]
    sha256: Callable[[], str | None]
    remembered: RememberedFaces | None = None
    masked: Callable[[Photo], Mask | None] | None = None


@dataclass(frozen=True, eq=False)
class Likeness:
    """A face that was found, and how far it is from the damaged one: ``distance`` of the embeddings, None where the
    damaged face does not show enough; ``cost``: of pose and sharpness, 0 for the best there could be."""

    reference: Reference
    distance: float | None
    cost: float = 0.0

    @property
    def is_same_person(self) -> bool:
        return self.distance is not None and self.distance < SAME_PERSON


@dataclass(frozen=True, eq=False)
class AlbumFaces:
    """What was found in an album: ``proposed`` of the same person, the best first; ``others`` by their distance;
    file names of photographs ``without_face``, and of those that could not be read with the reason."""

    proposed: tuple[Likeness, ...] = ()
    others: tuple[Likeness, ...] = ()
    without_face: tuple[str, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()


def damaged_face(photo: Photo, mask: Mask, alignment: Alignment, layout: Layout | None) -> Recipe[DamagedFace]:
    """What references are compared with."""
    crop: FaceCrop = yield Calculation("crop", lambda progress, cancel: cut_crop(photo, mask, alignment))
    if layout is None:
        prediction: LayoutPrediction = yield LayoutRequest(crop)
        layout = prediction.layout
    embedding: FaceEmbedding = yield EmbeddingRequest(crop)
    return DamagedFace(crop, layout, embedding)


def likest_face(source: ReferencePhoto, damaged: DamagedFace | None, mask: Mask | None = None) -> Recipe[Likeness]:
    """The face of a photograph that is named as a reference: the most like the damaged one, or the largest where
    nothing tells. ``mask``: what is hidden in the photograph.

    Raises NoFaceFound, and what reading raises.
    """
    found = yield from _faces_in(source, damaged, mask)
    if not found:
        raise NoFaceFound(
            TranslatableText("No face was found in the reference {file}.", file=shown(source.file_name)),
            advice="Choose a photograph that shows the person's face larger or more from the front, or leave it out.",
        )
    if found[0].distance is None:
        return found[0]
    return min(found, key=lambda one: one.distance or 0.0)


def album_faces(sources: Sequence[ReferencePhoto], damaged: DamagedFace) -> Recipe[AlbumFaces]:
    """The faces of an album that show the person of a damaged face, each photograph's likest, sorted by likeness of
    pose and by sharpness. A photograph that cannot be read is told, and stops nothing.

    The damaged face must be comparable.
    """
    same: list[Likeness] = []
    others: list[Likeness] = []
    without: list[str] = []
    unread: list[tuple[str, str]] = []
    for source in sources:
        try:
            found = yield from _album_faces_in(source, damaged)
        except FaceRestoreError as error:
            unread.append((source.file_name, error.sentence))
            continue
        if not found:
            without.append(source.file_name)
            continue
        likest = min(found, key=lambda one: one.distance or 0.0)
        is_surely = likest.distance is not None and likest.distance < FROM_ALBUM
        (same if is_surely else others).append(likest)
    with_layout = yield from with_layouts([one.reference for one in same])
    proposed = [replace(one, reference=reference) for one, reference in zip(same, with_layout, strict=True)]
    return AlbumFaces(
        ranked(proposed, damaged),
        tuple(sorted(others, key=lambda one: one.distance or 0.0)),
        tuple(without),
        tuple(unread),
    )


def ranked(found: Sequence[Likeness], damaged: DamagedFace) -> tuple[Likeness, ...]:
    """The best first: alike in pose by their layouts, and sharp. Equals keep their order."""
    if not found:
        return ()
    sharpness = [_sharpness(one.reference.crop) for one in found]
    sharpest = max(sharpness)
    costs = [
        _pose_difference(one.reference.layout, damaged.layout) / _POSE_UNIT + float(np.log2(sharpest / sharp))
        for one, sharp in zip(found, sharpness, strict=True)
    ]
    judged = [replace(one, cost=cost) for one, cost in zip(found, costs, strict=True)]
    return tuple(sorted(judged, key=lambda one: one.cost))


def _album_faces_in(source: ReferencePhoto, damaged: DamagedFace) -> Recipe[list[Likeness]]:
    """As ``_faces_in``, by what is remembered where that is enough."""
    remembered = source.remembered
    if remembered is None:
        return (yield from _faces_in(source, damaged))
    stamp = remembered.stamp()
    known = remembered.memory.known(stamp)
    if known is None:
        cut = yield from _usable_faces(source, None)
        with_embedding = []
        for reference in cut:
            embedding: FaceEmbedding = yield EmbeddingRequest(reference.crop)
            with_embedding.append((reference, embedding))
        known = tuple(with_embedding)
        remembered.memory.keep(stamp, known)
    return [Likeness(reference, embedding.distance_to(damaged.embedding)) for reference, embedding in known]


def _faces_in(source: ReferencePhoto, damaged: DamagedFace | None, mask: Mask | None = None) -> Recipe[list[Likeness]]:
    """The plausible faces of a photograph that are large enough, the largest first."""
    cut = yield from _usable_faces(source, mask)
    found = []
    for reference in cut:
        distance = None
        if damaged is not None and damaged.embedding.is_comparable:
            embedding: FaceEmbedding = yield EmbeddingRequest(reference.crop)
            distance = embedding.distance_to(damaged.embedding)
        found.append(Likeness(reference, distance))
    return found


def _usable_faces(source: ReferencePhoto, mask: Mask | None) -> Recipe[list[Reference]]:
    photo: Photo | FaceRestoreError = yield Calculation("album", lambda progress, cancel: _read(source))
    if isinstance(photo, FaceRestoreError):
        raise photo
    hidden = Mask.empty(photo.extent) if mask is None else mask
    search = yield from found_faces(photo, hidden)
    usable = [
        face for face in search.faces if face.confidence >= PLAUSIBLE and face.eye_distance_px >= _LEAST_EYE_DISTANCE_PX
    ]
    if not usable:
        return []
    usable.sort(key=lambda face: -face.eye_distance_px)
    cut: list[Reference] = yield Calculation("crop", lambda progress, cancel: _cut(source, photo, hidden, usable))
    return cut


def _read(source: ReferencePhoto) -> Photo | FaceRestoreError:
    """What is raised in a calculation ends the whole task; who reads an album goes on."""
    try:
        return source.read()
    except FaceRestoreError as error:
        return error


def _cut(source: ReferencePhoto, photo: Photo, mask: Mask, faces: Sequence[Face]) -> list[Reference]:
    sha256 = source.sha256()
    found = [
        Reference(
            crop=cut_crop(photo, mask, Alignment.of_face(face)),
            face=face,
            file_name=source.file_name,
            sha256=sha256,
            extent=photo.extent,
        )
        for face in faces
    ]
    masked = None if source.masked is None else source.masked(photo)
    if masked is None:
        return found
    return [one.with_mask(cut_crop(photo, masked, one.crop.alignment).hole) for one in found]


def _sharpness(crop: FaceCrop) -> float:
    """Mean strength of the finest detail of what is visible."""
    grey = np.ascontiguousarray(crop.pixels @ _LUMA)
    visible = ~cv2.dilate(crop.hole.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(np.bool_)
    detail = np.abs(cv2.Laplacian(grey, cv2.CV_32F))[visible]
    return max(float(detail.mean()) if detail.size else 0.0, 1e-4)


def _pose_difference(one: Layout | None, other: Layout) -> float:
    """How far eyes, nose and mouth lie apart in the frame, root mean square, as a share of its side."""
    if one is None:
        return _UNKNOWN_POSE
    pairs = [(a, b) for a, b in zip(_middles(one), _middles(other), strict=True) if a is not None and b is not None]
    if not pairs:
        return _UNKNOWN_POSE
    return float(np.sqrt(np.mean([((a - b) ** 2).sum() for a, b in pairs])))


def _middles(layout: Layout) -> list[NDArray[np.float64] | None]:
    middles: list[NDArray[np.float64] | None] = []
    for part in _PARTS:
        rows, columns = np.nonzero(np.isin(layout.labels, list(part)))
        is_there = len(rows) >= _LEAST_PART_SHARE * layout.labels.size
        middles.append(np.array([columns.mean(), rows.mean()]) / layout.labels.shape[0] if is_there else None)
    return middles


def not_comparable_note(hidden_share: float) -> str:
    """What to say where an album cannot be searched for a face."""
    sentence = (
        "{share} of the face is hidden, too much to tell who it is (at most {most}), so the album was not "
        "searched. Name photographs of the person with --reference."
    )
    return TranslatableText(sentence, share=Percentage(hidden_share), most=Percentage(MOST_HIDDEN))


def another_person_note(one: Likeness) -> str | None:
    """What to say of a reference that was named, where its face is not like the damaged one."""
    if one.distance is None or one.is_same_person:
        return None
    sentence = (
        "{file} may show another person: its face is {distance} away from the damaged one, and photographs of one "
        "person mostly lie within {threshold}. It was used, because you named it."
    )
    return TranslatableText(
        sentence,
        file=shown(one.reference.file_name),
        distance=f"{one.distance:.2f}",
        threshold=f"{SAME_PERSON:.2f}",
    )


def masked_note(one: Reference) -> str | None:
    """What to say of a photograph that a project beside it masks."""
    if one.beneath is None:
        return None
    return TranslatableText("What the project of {file} masks in it is not borrowed.", file=shown(one.file_name))


def album_notes(found: AlbumFaces, taken: int) -> tuple[str, ...]:
    """Which photographs of an album were taken, which not and why."""
    notes: list[str] = []

    def told(sentence: str, files: str, **values: object) -> None:
        if files:
            notes.append(TranslatableText(sentence, files=files, **values))

    threshold = f"{FROM_ALBUM:.2f}"
    told("From the album were taken, best first (distance): {files}.", _listed(found.proposed[:taken]))
    told(
        "The same person, not taken because at most {most} references are used and these are less alike in pose or "
        "less sharp: {files}.",
        _listed(found.proposed[taken:]),
        most=MOST_REFERENCES,
    )
    told(
        "Not taken from the album, because no face in them is within {threshold} of the damaged one: {files}.",
        _listed(found.others),
        threshold=threshold,
    )
    told("No face was found in {files}.", ", ".join(map(shown, found.without_face)))
    told("Not read: {files}", " ".join(f"{shown(name)}: {reason}" for name, reason in found.unread))
    if not found.proposed:
        notes.append("No photograph of the album was taken; name photographs of the person with --reference.")
    return tuple(notes)


def _listed(found: Sequence[Likeness]) -> str:
    return ", ".join(
        f"{shown(one.reference.file_name)} ({one.distance:.2f})" for one in found if one.distance is not None
    )
