"""Edits of the layout of the current face."""

import numpy as np
from numpy.typing import NDArray

from facerestore.editing.face_commands import LayoutEdit, SetLayout
from facerestore.editing.painting import PixelDiff, fill_region, paint_stroke
from facerestore.editing.project import FaceState, layout_in_frame
from facerestore.values.face import Face
from facerestore.values.layout import Layout
from facerestore_gui.document.document import Document
from facerestore_gui.look.step_label import translate
from facerestore_gui.look.translation import face_class_in_sentence


def paint_layout(
    document: Document,
    points_photo: NDArray[np.floating],
    radius_px: float,
    label: int,
    *,
    locked: frozenset[int],
    gesture: int,
) -> None:
    """A piece of a stroke of the class brush; ``radius_px`` in photo pixels."""
    work = document.work
    if work is None or work.layout is None:
        return
    points_crop = work.alignment.to_crop(points_photo)
    radius_crop = radius_px * work.alignment.scale
    patch = paint_stroke(work.layout.labels, points_crop, radius_crop, label, locked=locked)
    edit_layout(
        document,
        translate("DocumentEdits", "Paint {name}").filled(name=face_class_in_sentence(label)),
        patch,
        gesture=gesture,
    )


def fill_layout(document: Document, x_photo: float, y_photo: float, label: int, *, locked: frozenset[int]) -> None:
    work = document.work
    if work is None or work.layout is None:
        return
    x_crop, y_crop = work.alignment.to_crop(np.array([[x_photo, y_photo]]))[0]
    patch = fill_region(work.layout.labels, x_crop, y_crop, label, locked=locked)
    edit_layout(
        document,
        translate("DocumentEdits", "Fill with {name}").filled(name=face_class_in_sentence(label)),
        patch,
    )


def class_at(document: Document, x_photo: float, y_photo: float) -> int | None:
    """The class of the current face's layout at a place; None outside."""
    work = document.work
    if work is None or work.layout is None:
        return None
    column, row = np.floor(work.alignment.to_crop(np.array([[x_photo, y_photo]]))[0]).astype(int)
    height, width = work.layout.labels.shape
    inside = 0 <= row < height and 0 <= column < width
    return int(work.layout.labels[row, column]) if inside else None


def set_prediction(document: Document, face: Face, layout: Layout, *, for_result: bool = False) -> None:
    """Stage 1's layout for a face; ``for_result``: it was wanted only to generate. Left unused if the face was moved or
    removed in the meantime."""
    for index, work in enumerate(() if document.project is None else document.project.faces):
        if work.face is face:
            label = translate("DocumentEdits", "Predict layout")
            if for_result:
                label = translate("DocumentEdits", "Generate")
            document.do(SetLayout(label, index, work, work.with_prediction(layout)))


def load_layout(document: Document, layout: Layout) -> None:
    """The layout of a file for the current face, carried to its frame."""
    work = document.work
    if work is not None:
        carried = work.with_layout(layout_in_frame(layout, work.alignment))
        document.do(SetLayout(translate("DocumentEdits", "Load layout"), document.current_face, work, carried))


def reset_layout(document: Document) -> None:
    """Back to what stage 1 said."""
    work = document.work
    if work is not None and work.predicted is not None and work.layout is not work.predicted:
        document.do(
            SetLayout(
                translate("DocumentEdits", "Reset layout"),
                document.current_face,
                work,
                work.with_layout(work.predicted),
            )
        )


def replace_layout(document: Document, label: str, after: FaceState) -> None:
    """The current face with another layout, and what it goes back to."""
    work = document.work
    if work is not None:
        document.do(SetLayout(label, document.current_face, work, after))


def edit_layout(document: Document, label: str, patch: PixelDiff | None, *, gesture: int = 0) -> None:
    """A patch calculated from the layout as it is now; without one there is no step."""
    if patch is not None:
        document.do(LayoutEdit(label, document.current_face, (patch,), gesture))
