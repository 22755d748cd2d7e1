"""Document: the open photo with the work on it, its history, and a signal for every change."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from facerestore.commands import (
    Change,
    Command,
    FacesChanged,
    LayoutChanged,
    LayoutEdit,
    MaskChanged,
    MaskEdit,
    MovePoint,
    SetFaces,
    SetLayout,
)
from facerestore.face import POINT_NAMES, Face
from facerestore.history import History
from facerestore.layout import Layout
from facerestore.mask import Mask
from facerestore.painting import Patch, fill_region, paint_stroke
from facerestore.photo import Photo
from facerestore.project import FaceWork, Project, layout_in_frame
from facerestore.result import RestorationResult
from facerestore_gui.images import Picture
from facerestore_gui.unsaved import Part, Unsaved
from facerestore_resources.face_classes import NAMES

_RESTORE: Final = 255
_KEEP: Final = 0


@dataclass(frozen=True, eq=False)
class Result:
    """A restored photo, how it looks on the screen, and the mask it was made with."""

    restoration: RestorationResult
    picture: Picture
    mask: Mask
    seed: int


class Document(QObject):
    """A project, its history and its result. Everything that is edited is edited here, and told."""

    opened = Signal()
    mask_changed = Signal(object)
    """A Box of the photo."""
    layout_changed = Signal(int, object)
    """A face, and a Box of its layout."""
    faces_changed = Signal()
    current_face_changed = Signal()
    result_changed = Signal()
    history_changed = Signal()
    edited = Signal(object)
    """A Command that was just done, undone or redone: every change of mask, layouts and faces but those below."""
    faces_found = Signal()
    """Faces were put in place without a step of the history."""
    gesture_ended = Signal()
    """A drag is over, or a step was undone or redone as a whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.history: History | None = None
        self.picture: Picture | None = None
        self.result: Result | None = None
        self.current_face = -1
        self.project_file: Path | None = None
        self.is_recovered = False
        self._gestures = 0
        self._unsaved = Unsaved(None)
        self._result_position: object = None

    # --- the whole

    def open(self, photo: Photo, picture: Picture, mask: Mask | None = None) -> None:
        """Begin anew with a photo; nothing of the one before is kept."""
        project = Project(photo)
        if mask is not None:
            project.coverage[:] = mask.coverage
        self._begin(project, picture)
        self._tell_opened()

    def resume(
        self,
        project: Project,
        picture: Picture,
        *,
        current_face: int,
        project_file: Path | None,
        result: Result | None,
        result_is_current: bool,
        is_recovered: bool,
    ) -> None:
        """Go on with what was saved. ``is_recovered``: not by the person, so it is still to be saved."""
        self._begin(project, picture)
        self.current_face, self.project_file, self.is_recovered = current_face, project_file, is_recovered
        if result is not None:
            self.result, self._unsaved.has_result = result, is_recovered
            self._result_position = self.position if result_is_current else object()
        if is_recovered:
            self._unsaved.note_everything()
        self._tell_opened()

    def _begin(self, project: Project, picture: Picture) -> None:
        self.project, self.history = project, History(project)
        self.picture, self.result, self.current_face = picture, None, -1
        self.project_file, self.is_recovered = None, False
        self._unsaved = Unsaved(self.history.position)

    def _tell_opened(self) -> None:
        self.opened.emit()
        self.faces_changed.emit()
        self.result_changed.emit()
        self.history_changed.emit()

    @property
    def work(self) -> FaceWork | None:
        """The face being worked on, if there is one."""
        if self.project is None or not 0 <= self.current_face < len(self.project.faces):
            return None
        return self.project.faces[self.current_face]

    @property
    def position(self) -> object:
        """A token of the present state, to see later whether it is still the same."""
        return None if self.history is None else self.history.position

    @property
    def mask_is_empty(self) -> bool:
        return self.project is None or self.project.coverage.max() == 0

    @property
    def result_is_current(self) -> bool:
        """False once the mask, a layout or a face changed after the result was made."""
        return self.history is not None and self._result_position is self.history.position

    def unsaved_parts(self) -> list[str]:
        """What would be lost if the photo were closed now, in words."""
        return self._unsaved.in_words()

    def mark_part_saved(self, part: Part) -> None:
        """The mask or the layout as it stands is in a file of its own."""
        self._unsaved.mark_part_saved(part, self.position)

    def mark_result_saved(self) -> None:
        """The result is in a file, and with it the purpose of all that it was made from; not what came after."""
        self._unsaved.has_result = False
        if self.result_is_current:
            self._unsaved.mark_edits_saved(self.position)

    def mark_project_saved(self, path: Path, position: object, result: Result | None) -> bool:
        """The project as it was at a position is in a file. False if it has changed since."""
        self.project_file = path
        if result is self.result:
            self._unsaved.has_result = False
        is_unchanged = position is self.position
        if is_unchanged:
            self._unsaved.mark_edits_saved(position)
        return is_unchanged and result is self.result

    def forget_unsaved(self) -> None:
        """The person does not mind if what is here now is lost."""
        self._unsaved.has_result = False
        self._unsaved.mark_edits_saved(self.position)

    def set_result(self, result: Result, position: object) -> None:
        """Show a new result, made from the state at a history position."""
        self.result, self._result_position, self._unsaved.has_result = result, position, True
        self.result_changed.emit()

    # --- history

    def undo(self) -> None:
        if self.history is not None and self.history.undoable is not None:
            command = self.history.undoable
            self._tell(command, self.history.undo())
            self.gesture_ended.emit()

    def redo(self) -> None:
        if self.history is not None and self.history.redoable is not None:
            command = self.history.redoable
            self._tell(command, self.history.redo())
            self.gesture_ended.emit()

    def undo_gesture(self, gesture: int) -> None:
        """Take back a drag under way, if it is the last step."""
        if self.history is not None and self.history.last_gesture == gesture:
            self.undo()

    def next_gesture(self) -> int:
        """A number for the edits of one drag, which become one step."""
        self._gestures += 1
        return self._gestures

    def end_gesture(self) -> None:
        """The drag is over; tell what its single steps did not."""
        self.history_changed.emit()
        self.gesture_ended.emit()

    def _do(self, command: Command) -> None:
        if self.history is None:
            return
        goes_on = command.gesture != 0 and command.gesture == self.history.last_gesture
        self._tell(command, self.history.do(command), goes_on=goes_on)

    def _tell(self, command: Command, change: Change | None, *, goes_on: bool = False) -> None:
        """Tell a change, and that the history has a new step, unless a drag only goes on."""
        self.edited.emit(command)
        match change:
            case MaskChanged(box=box):
                self._unsaved.note_change(Part.MASK, self.position)
                self.mask_changed.emit(box)
            case LayoutChanged(face=face, box=box):
                self._unsaved.note_change(Part.FACES, self.position)
                self._choose_face_within_range(face)
                self.layout_changed.emit(face, box)
            case FacesChanged():
                self._unsaved.note_change(Part.FACES, self.position)
                self._choose_face_within_range(self.current_face)
                self.faces_changed.emit()
        if change is not None and not goes_on:
            self.history_changed.emit()

    # --- the mask

    def paint_mask(self, points_photo: NDArray[np.floating], radius_px: float, *, erase: bool, gesture: int) -> None:
        """A piece of a brush stroke."""
        if self.project is None:
            return
        value = _KEEP if erase else _RESTORE
        patch = paint_stroke(self.project.coverage, points_photo, radius_px, value)
        self._edit_mask("Eraser stroke" if erase else "Brush stroke", patch, gesture)

    def clear_mask(self) -> None:
        if self.project is not None:
            self._replace_coverage("Clear mask", np.zeros_like(self.project.coverage))

    def invert_mask(self) -> None:
        if self.project is not None:
            self._edit_mask("Invert mask", Patch.of_all(self.project.photo.extent.box, _RESTORE), 0)

    def replace_mask(self, mask: Mask) -> None:
        """The mask of a file in place of the present one. It has the photo's size."""
        self._replace_coverage("Import mask", mask.coverage)

    def _replace_coverage(self, label: str, coverage: NDArray[np.uint8]) -> None:
        if self.project is not None:
            self._edit_mask(label, Patch.between(self.project.coverage, coverage), 0)

    def _edit_mask(self, label: str, patch: Patch | None, gesture: int) -> None:
        if patch is not None:
            self._do(MaskEdit(label, (patch,), gesture))

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
        self._edit_layout(f"Paint {NAMES[label].lower()}", patch, gesture)

    def fill_layout(self, x_photo: float, y_photo: float, label: int, *, locked: frozenset[int]) -> None:
        work = self.work
        if work is None or work.layout is None:
            return
        x_crop, y_crop = work.alignment.to_crop(np.array([[x_photo, y_photo]]))[0]
        patch = fill_region(work.layout.labels, x_crop, y_crop, label, locked=locked)
        self._edit_layout(f"Fill with {NAMES[label].lower()}", patch, 0)

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
                self._do(SetLayout("Predict layout", index, work, work.with_prediction(layout)))

    def load_layout(self, layout: Layout) -> None:
        """The layout of a file for the current face, carried to its frame."""
        work = self.work
        if work is not None:
            carried = work.with_layout(layout_in_frame(layout, work.alignment))
            self._do(SetLayout("Load layout", self.current_face, work, carried))

    def reset_layout(self) -> None:
        """Back to what stage 1 said."""
        work = self.work
        if work is not None and work.predicted is not None and work.layout is not work.predicted:
            self._do(SetLayout("Reset layout", self.current_face, work, work.with_layout(work.predicted)))

    def _edit_layout(self, label: str, patch: Patch | None, gesture: int) -> None:
        if patch is not None:
            self._do(LayoutEdit(label, self.current_face, (patch,), gesture))

    # --- faces

    def choose_face(self, index: int) -> None:
        if self.project is not None and 0 <= index < len(self.project.faces) and index != self.current_face:
            self.current_face = index
            self.current_face_changed.emit()

    def show_found_faces(self, faces: tuple[FaceWork, ...]) -> None:
        """The faces found right after opening: where the work begins, not a step of it."""
        if self.project is not None:
            self.project.faces = faces
            self._choose_face_within_range(0)
            self.faces_changed.emit()
            self.faces_found.emit()

    def replace_faces(self, label: str, faces: tuple[FaceWork, ...]) -> None:
        if self.project is not None:
            self._do(SetFaces(label, self.project.faces, faces))

    def add_face(self, points_photo: NDArray[np.floating]) -> bool:
        """A face placed by hand becomes the current one. False if its points make no face."""
        if self.project is None:
            return False
        try:
            work = FaceWork(Face.from_points(points_photo))
        except ValueError:
            return False
        self.replace_faces("Add face", (*self.project.faces, work))
        self.choose_face(len(self.project.faces) - 1)
        return True

    def remove_face(self) -> None:
        """Forget the current face and its layout."""
        if self.project is not None and self.work is not None:
            faces = self.project.faces
            self.replace_faces("Remove face", faces[: self.current_face] + faces[self.current_face + 1 :])

    def move_point(self, point: int, x_photo: float, y_photo: float, *, start: FaceWork, gesture: int) -> None:
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
        self._do(MovePoint(f"Move {POINT_NAMES[point]}", self.current_face, self.work, moved, gesture))

    def _choose_face_within_range(self, wanted: int) -> None:
        count = 0 if self.project is None else len(self.project.faces)
        chosen = min(max(wanted, 0), count - 1)
        if chosen != self.current_face:
            self.current_face = chosen
            self.current_face_changed.emit()
