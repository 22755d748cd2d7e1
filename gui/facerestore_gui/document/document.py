"""Document: every edit of the open photo's mask, layouts and faces."""

from collections.abc import Collection
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from facerestore.editing.commands import LayoutEdit, MaskEdit, MovePoint, SetChoice, SetClasses, SetFaces, SetLayout
from facerestore.editing.painting import PixelDiff, fill_region, paint_stroke
from facerestore.editing.project import FaceState, layout_in_frame
from facerestore.editing.soft_stroke import paint_soft_stroke
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.damage_classes import DamageClass
from facerestore.values.damage_table import DamageTable
from facerestore.values.face import Face
from facerestore.values.layout import Layout
from facerestore_gui.document.open_document import OpenDocument, Result
from facerestore_gui.look.translation import face_class_in_sentence, point_name

__all__ = ["Document", "Result"]


class Document(OpenDocument):
    """The open document with the edits that a person makes: all of them go through here."""

    # --- the mask

    def paint_mask(
        self,
        points_photo: NDArray[np.floating],
        radius_px: float,
        *,
        value: int,
        hardness: float,
        locked: Collection[int],
        gesture: int,
    ) -> None:
        """A piece of a brush stroke, which paints a class of damage."""
        if self.project is None:
            return
        coverage, pixels = self.project.coverage, self.project.photo.pixels
        patch = paint_soft_stroke(coverage, pixels, points_photo, radius_px, hardness, value, locked=locked)
        self.edit_mask(self.tr("Brush stroke"), patch, gesture=gesture)

    def erase_mask(
        self, points_photo: NDArray[np.floating], radius_px: float, *, locked: Collection[int], gesture: int
    ) -> None:
        """A piece of an eraser stroke."""
        if self.project is not None:
            patch = paint_stroke(self.project.coverage, points_photo, radius_px, DamageClass.NONE, locked=locked)
            self.edit_mask(self.tr("Eraser stroke"), patch, gesture=gesture)

    def edit_mask(self, label: str, *patches: PixelDiff | None, gesture: int = 0) -> None:
        """Patches calculated from the mask as it is now, one after the other; without any there is no step."""
        made = tuple(patch for patch in patches if patch is not None)
        if made:
            self._do(MaskEdit(label, made, gesture))

    def set_classes(self, label: str, classes: DamageTable, *patches: PixelDiff) -> None:
        """Other damage classes, or other policies, and what changes in the mask with them."""
        if self.project is not None and (patches or classes != self.project.classes):
            self._do(SetClasses(label, self.project.classes, classes, patches))

    # --- the layout of the current face

    def paint_layout(
        self,
        points_photo: NDArray[np.floating],
        radius_px: float,
        label: int,
        *,
        locked: frozenset[int],
        gesture: int,
    ) -> None:
        """A piece of a stroke of the class brush; ``radius_px`` in photo pixels."""
        work = self.work
        if work is None or work.layout is None:
            return
        points_crop = work.alignment.to_crop(points_photo)
        radius_crop = radius_px * work.alignment.scale
        patch = paint_stroke(work.layout.labels, points_crop, radius_crop, label, locked=locked)
        self.edit_layout(self.tr("Paint {name}").format(name=face_class_in_sentence(label)), patch, gesture=gesture)

    def fill_layout(self, x_photo: float, y_photo: float, label: int, *, locked: frozenset[int]) -> None:
        work = self.work
        if work is None or work.layout is None:
            return
        x_crop, y_crop = work.alignment.to_crop(np.array([[x_photo, y_photo]]))[0]
        patch = fill_region(work.layout.labels, x_crop, y_crop, label, locked=locked)
        self.edit_layout(self.tr("Fill with {name}").format(name=face_class_in_sentence(label)), patch)

    def class_at(self, x_photo: float, y_photo: float) -> int | None:
        """The class of the current face's layout at a place; None outside."""
        work = self.work
        if work is None or work.layout is None:
            return None
        column, row = np.floor(work.alignment.to_crop(np.array([[x_photo, y_photo]]))[0]).astype(int)
        height, width = work.layout.labels.shape
        inside = 0 <= row < height and 0 <= column < width
        return int(work.layout.labels[row, column]) if inside else None

    def set_prediction(self, face: Face, layout: Layout) -> None:
        """Stage 1's layout for a face. Left unused if the face was moved or removed in the meantime."""
        for index, work in enumerate(() if self.project is None else self.project.faces):
            if work.face is face:
                self._do(SetLayout(self.tr("Predict layout"), index, work, work.with_prediction(layout)))

    def load_layout(self, layout: Layout) -> None:
        """The layout of a file for the current face, carried to its frame."""
        work = self.work
        if work is not None:
            carried = work.with_layout(layout_in_frame(layout, work.alignment))
            self._do(SetLayout(self.tr("Load layout"), self.current_face, work, carried))

    def reset_layout(self) -> None:
        """Back to what stage 1 said."""
        work = self.work
        if work is not None and work.predicted is not None and work.layout is not work.predicted:
            self._do(SetLayout(self.tr("Reset layout"), self.current_face, work, work.with_layout(work.predicted)))

    def replace_layout(self, label: str, after: FaceState) -> None:
        """The current face with another layout, and what it goes back to."""
        work = self.work
        if work is not None:
            self._do(SetLayout(label, self.current_face, work, after))

    def edit_layout(self, label: str, patch: PixelDiff | None, *, gesture: int = 0) -> None:
        """A patch calculated from the layout as it is now; without one there is no step."""
        if patch is not None:
            self._do(LayoutEdit(label, self.current_face, (patch,), gesture))

    # --- faces

    def replace_faces(self, label: str, faces: tuple[FaceState, ...]) -> None:
        if self.project is not None:
            self._do(SetFaces(label, self.project.faces, faces))

    def add_face(self, points_photo: NDArray[np.floating]) -> bool:
        """A face placed by hand becomes the current one. False if its points make no face."""
        if self.project is None:
            return False
        try:
            work = FaceState(Face.from_points(points_photo))
        except ValueError:
            return False
        self.replace_faces(self.tr("Add face"), (*self.project.faces, work))
        self.choose_face(len(self.project.faces) - 1)
        return True

    def skip_face(self, face: int, *, is_skipped: bool) -> None:
        """Whether a face is left as it is by the networks."""
        if self.project is not None and 0 <= face < len(self.project.faces):
            work = self.project.faces[face]
            if work.is_skipped != is_skipped:
                changed = replace(work, is_skipped=is_skipped)
                faces = (*self.project.faces[:face], changed, *self.project.faces[face + 1 :])
                self.replace_faces(self.tr("Skip face") if is_skipped else self.tr("Restore face"), faces)

    def shift_face(self, steps: int) -> None:
        """The current face further up (-1) or down (1) in the order of the list."""
        to = self.current_face + steps
        if self.project is not None and self.work is not None and 0 <= to < len(self.project.faces):
            faces = list(self.project.faces)
            faces.insert(to, faces.pop(self.current_face))
            self.replace_faces(self.tr("Reorder faces"), tuple(faces))
            self.choose_face(to)

    def move_face(self, points_photo: NDArray[np.floating], *, start: FaceState, gesture: int) -> None:
        """All five points of the current face elsewhere, and with them its frame; as ``move_point``."""
        if self.work is None:
            return
        try:
            moved = start.with_points(points_photo)
        except ValueError:
            return
        self._do(MovePoint(self.tr("Move face"), self.current_face, self.work, moved, gesture))

    def set_choice(self, face: int, label: str, choice: CandidateMix | None, *, gesture: int = 0) -> None:
        """Which candidates a face uses, and how strongly."""
        if self.project is not None and 0 <= face < len(self.project.faces):
            self._do(SetChoice(label, face, self.project.faces[face].choice, choice, gesture))

    def remove_face(self) -> None:
        """Forget the current face and its layout."""
        if self.project is not None and self.work is not None:
            faces = self.project.faces
            self.replace_faces(self.tr("Remove face"), faces[: self.current_face] + faces[self.current_face + 1 :])

    def move_point(self, point: int, x_photo: float, y_photo: float, *, start: FaceState, gesture: int) -> None:
        """One of the current face's points to a place inside the photo, counted from the gesture's start, so
        that a long drag resamples the layout once."""
        if self.project is None or self.work is None:
            return
        extent = self.project.photo.extent
        x, y = float(np.clip(x_photo, 0, extent.width)), float(np.clip(y_photo, 0, extent.height))
        try:
            moved = start.with_point(point, x, y)
        except ValueError:
            return
        self._do(
            MovePoint(
                self.tr("Move {name}").format(name=point_name(point)), self.current_face, self.work, moved, gesture
            )
        )
