"""Edits of the faces: which there are, in which order, and where their points lie."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from facerestore.editing.face_commands import MovePoint, SetFaces
from facerestore.editing.project import FaceState
from facerestore.values.face import Face
from facerestore_gui.document.document import Document
from facerestore_gui.look.step_label import translate
from facerestore_gui.look.translation import point_name


def replace_faces(document: Document, label: str, faces: tuple[FaceState, ...]) -> None:
    if document.project is not None:
        document.do(SetFaces(label, document.project.faces, faces))


def add_face(document: Document, points_photo: NDArray[np.floating]) -> bool:
    """A face placed by hand becomes the current one. False if its points make no face."""
    if document.project is None:
        return False
    try:
        work = FaceState(Face.from_points(points_photo))
    except ValueError:
        return False
    replace_faces(document, translate("DocumentEdits", "Add face"), (*document.project.faces, work))
    document.choose_face(len(document.project.faces) - 1)
    return True


def skip_face(document: Document, face: int, *, is_skipped: bool) -> None:
    """Whether a face is left as it is by the networks."""
    if document.project is not None and 0 <= face < len(document.project.faces):
        work = document.project.faces[face]
        if work.is_skipped != is_skipped:
            changed = replace(work, is_skipped=is_skipped)
            faces = (*document.project.faces[:face], changed, *document.project.faces[face + 1 :])
            replace_faces(
                document,
                translate("DocumentEdits", "Skip face") if is_skipped else translate("DocumentEdits", "Restore face"),
                faces,
            )


def shift_face(document: Document, steps: int) -> None:
    """The current face further up (-1) or down (1) in the order of the list."""
    to = document.current_face + steps
    if document.project is not None and document.work is not None and 0 <= to < len(document.project.faces):
        faces = list(document.project.faces)
        faces.insert(to, faces.pop(document.current_face))
        replace_faces(document, translate("DocumentEdits", "Reorder faces"), tuple(faces))
        document.choose_face(to)


def move_face(document: Document, points_photo: NDArray[np.floating], *, start: FaceState, gesture: int) -> None:
    """All five points of the current face elsewhere, and with them its frame; as ``move_point``."""
    if document.work is None:
        return
    try:
        moved = start.with_points(points_photo)
    except ValueError:
        return
    document.do(
        MovePoint(
            translate("DocumentEdits", "Move face"),
            document.current_face,
            document.work,
            moved,
            gesture,
        )
    )


def remove_face(document: Document) -> None:
    """Forget the current face and its layout."""
    if document.project is not None and document.work is not None:
        faces = document.project.faces
        replace_faces(
            document,
            translate("DocumentEdits", "Remove face"),
            faces[: document.current_face] + faces[document.current_face + 1 :],
        )


def move_point(
    document: Document, point: int, x_photo: float, y_photo: float, *, start: FaceState, gesture: int
) -> None:
    """One of the current face's points to a place inside the photo, counted from the gesture's start, so
    that a long drag resamples the layout once."""
    if document.project is None or document.work is None:
        return
    extent = document.project.photo.extent
    x, y = float(np.clip(x_photo, 0, extent.width)), float(np.clip(y_photo, 0, extent.height))
    try:
        moved = start.with_point(point, x, y)
    except ValueError:
        return
    document.do(
        MovePoint(
            translate("DocumentEdits", "Move {name}").filled(name=point_name(point)),
            document.current_face,
            document.work,
            moved,
            gesture,
        )
    )
