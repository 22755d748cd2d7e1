"""Document: the open photo with the work on it, its history, and a signal for every change."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facerestore.editing.changes import (
    Change,
    ChoiceChanged,
    ClassesChanged,
    FacesChanged,
    FramingChanged,
    HandChanged,
    LayoutChanged,
    MaskChanged,
    ReferencesChanged,
)
from facerestore.editing.commands import Command
from facerestore.editing.history import DEFAULT_LIMIT_BYTES, History
from facerestore.editing.project import FaceState, Project
from facerestore.values.hand_layer import is_seen
from facerestore.values.photo import Photo
from facerestore_gui.document.mask_contents import MaskContents
from facerestore_gui.document.result import Result
from facerestore_gui.document.unsaved import Part, Unsaved
from facerestore_gui.look.images import Picture

if TYPE_CHECKING:
    from facerestore.documents.earlier_results import EarlierResults
    from facerestore.documents.file_state import FileState
    from facerestore.files.plane_file import ClassedMask


class Document(QObject):
    """A project, its history and its result. Every change is told. What can be done to it stands in ``edits``: each
    edit makes a command, and ``do`` carries it out."""

    opened = Signal()
    mask_changed = Signal(object)
    """A Box of the photo."""
    hand_changed = Signal(object)
    """A Box of the photo in which something was filled by hand, or is so no more: pixels, and the mask with them."""
    classes_changed = Signal()
    """Damage classes came, went, or are treated, called or shown otherwise."""
    layout_changed = Signal(int, object)
    """A face, and a Box of its layout."""
    choice_changed = Signal(int)
    """A face uses other candidates, or another strength."""
    references_changed = Signal(int)
    """A face borrows from other photographs, or other parts of them."""
    framing_changed = Signal()
    """The photo is turned, straightened or cropped otherwise."""
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
        self.project_state: FileState | None = None
        """Of that file when this window last read or wrote it; None where nobody knows."""
        self.is_recovered = False
        self.earlier: EarlierResults | None = None
        """What the file with which the photo was opened said of results before the last."""
        self._undo_limit_bytes = DEFAULT_LIMIT_BYTES
        self._gestures = 0
        self._contents: MaskContents | None = None
        self._unsaved = Unsaved(None)
        self._result_render_version: object = None

    # --- the whole

    def open(self, photo: Photo, picture: Picture, mask: "ClassedMask | None" = None) -> None:
        """Begin anew with a photo; nothing of the one before is kept."""
        project = Project(photo)
        if mask is not None:
            project.coverage[:], project.classes = mask.plane, mask.table
        self._begin(project, picture)
        self._tell_opened()

    def resume(
        self,
        project: Project,
        picture: Picture,
        *,
        current_face: int,
        project_file: Path | None,
        project_state: "FileState | None",
        result: Result | None,
        result_is_current: bool,
        is_recovered: bool,
        earlier: "EarlierResults | None" = None,
    ) -> None:
        """Go on with what was saved. ``is_recovered``: not by the person, so it is still to be saved."""
        self._begin(project, picture)
        self.current_face, self.is_recovered, self.earlier = current_face, is_recovered, earlier
        self.project_file, self.project_state = project_file, project_state
        if result is not None:
            self.result, self._unsaved.has_result = result, is_recovered
            self._result_render_version = self.render_version if result_is_current else None
        if is_recovered:
            self._unsaved.note_everything()
        self._tell_opened()

    def _begin(self, project: Project, picture: Picture) -> None:
        self.project, self.history = project, History(project, limit_bytes=self._undo_limit_bytes)
        self.picture, self.result, self.current_face = picture, None, -1
        self.project_file, self.project_state, self.is_recovered, self.earlier = None, None, False, None
        self._contents = MaskContents(project.coverage, project.classes)
        self._unsaved = Unsaved(self.history.revision)

    def _tell_opened(self) -> None:
        self.classes_changed.emit()
        self.opened.emit()
        self.faces_changed.emit()
        self.result_changed.emit()
        self.history_changed.emit()

    def set_undo_limit(self, limit_bytes: int) -> None:
        """How much memory the history may take, of this photo and of those opened later."""
        self._undo_limit_bytes = limit_bytes
        if self.history is not None:
            self.history.set_limit(limit_bytes)
            self.history_changed.emit()

    @property
    def work(self) -> FaceState | None:
        """The face being worked on, if there is one."""
        if self.project is None or not 0 <= self.current_face < len(self.project.faces):
            return None
        return self.project.faces[self.current_face]

    @property
    def revision(self) -> object:
        """A token of the present state, to see later whether it is still the same."""
        return None if self.history is None else self.history.revision

    @property
    def render_version(self) -> object:
        """A token of all that decides what a restored photo looks like; what a class is called does not."""
        return None if self.history is None else self.history.render_version

    @property
    def mask_is_empty(self) -> bool:
        """Whether there is nothing to restore; what is protected is no damage."""
        return self._contents is None or not self._contents.has_repairs

    @property
    def mask_is_blank(self) -> bool:
        """Whether nothing is painted, damaged or protected."""
        return self._contents is None or self._contents.is_blank

    @property
    def hand_is_seen(self) -> bool:
        """Whether anything of the photo is filled by hand."""
        return self.project is not None and is_seen(self.project.hand, self.project.coverage)

    @property
    def has_changes(self) -> bool:
        """Whether there is anything to compare the photo with: a result, or what was filled by hand."""
        return self.result is not None or self.hand_is_seen

    @property
    def result_is_current(self) -> bool:
        """False once the mask, a layout or a face changed after the result was made."""
        return self.history is not None and self._result_render_version is self.history.render_version

    def unsaved_parts(self) -> list[str]:
        """What is in no project and would be lost if the photo were closed now, in words. That a picture, a mask or a
        layout was exported saves nothing: the rest of the work is not in it."""
        return self._unsaved.in_words()

    def mark_project_saved(
        self, path: Path, state: "FileState | None", revision: object, result: Result | None
    ) -> bool:
        """The project as it was at a revision is in a file, which is in a state since. False if it has changed."""
        self.project_file, self.project_state = path, state
        if result is self.result:
            self._unsaved.has_result = False
        is_unchanged = revision is self.revision
        if is_unchanged:
            self._unsaved.mark_edits_saved(revision)
        return is_unchanged and result is self.result

    def forget_unsaved(self) -> None:
        """The person does not mind if what is here now is lost."""
        self._unsaved.has_result = False
        self._unsaved.mark_edits_saved(self.revision)

    def set_result(self, result: Result, render_version: object) -> None:
        """Show a new result, made from a state of this render version."""
        self.result, self._result_render_version, self._unsaved.has_result = result, render_version, True
        self.result_changed.emit()

    def put_result_away(self) -> None:
        """The photo is shown as it was, and saved so."""
        self.result, self._result_render_version, self._unsaved.has_result = None, None, False
        self.result_changed.emit()

    # --- history

    @property
    def undo_label(self) -> str | None:
        """What undo would take back; None if there is nothing."""
        return None if self.history is None else self.history.undo_label

    @property
    def redo_label(self) -> str | None:
        return None if self.history is None else self.history.redo_label

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

    def abandon_gesture(self, gesture: int) -> None:
        """The drag is over and counts for nothing: if it is the last step, it is taken back."""
        if self.history is not None and self.history.last_gesture == gesture:
            self.undo()
        self.end_gesture()

    def next_gesture(self) -> int:
        """A number for the edits of one drag, which become one step."""
        self._gestures += 1
        return self._gestures

    def end_gesture(self) -> None:
        """The drag is over; tell what its single steps did not."""
        self.history_changed.emit()
        self.gesture_ended.emit()

    def do(self, command: Command) -> None:
        """Carry out a command; nothing without an open photo."""
        if self.history is None:
            return
        goes_on = command.gesture != 0 and command.gesture == self.history.last_gesture
        self._tell(command, self.history.do(command), goes_on=goes_on)

    def _tell(self, command: Command, change: Change | None, *, goes_on: bool = False) -> None:
        """Tell a change, and that the history has a new step, unless a drag only goes on."""
        self._look_at_mask(change)
        self.edited.emit(command)
        match change:
            case MaskChanged(box=box):
                self._unsaved.note_change(Part.MASK, self.revision)
                self.mask_changed.emit(box)
            case HandChanged(box=box):
                self._unsaved.note_change(Part.HAND, self.revision)
                self.hand_changed.emit(box)
            case ClassesChanged(box=box):
                self._unsaved.note_change(Part.MASK, self.revision)
                self.classes_changed.emit()
                if not box.is_empty:
                    self.mask_changed.emit(box)
            case LayoutChanged(face=face, box=box):
                self._unsaved.note_change(Part.FACES, self.revision)
                self._choose_face_within_range(face)
                self.layout_changed.emit(face, box)
            case ChoiceChanged(face=face):
                self._unsaved.note_change(Part.FACES, self.revision)
                self._choose_face_within_range(face)
                self.choice_changed.emit(face)
            case ReferencesChanged(face=face):
                self._unsaved.note_change(Part.FACES, self.revision)
                self._choose_face_within_range(face)
                self.references_changed.emit(face)
            case FramingChanged():
                self._unsaved.note_change(Part.FRAMING, self.revision)
                self.framing_changed.emit()
            case FacesChanged():
                self._unsaved.note_change(Part.FACES, self.revision)
                self._choose_face_within_range(self.current_face)
                self.faces_changed.emit()
        if change is not None and not goes_on:
            self.history_changed.emit()

    def _look_at_mask(self, change: Change | None) -> None:
        if self._contents is None or self.project is None:
            return
        if isinstance(change, ClassesChanged):
            self._contents.change_classes(self.project.classes)
        if isinstance(change, MaskChanged | HandChanged | ClassesChanged):
            self._contents.change(change.box)

    # --- which face

    def choose_face(self, index: int) -> None:
        if self.project is not None and 0 <= index < len(self.project.faces) and index != self.current_face:
            self.current_face = index
            self.current_face_changed.emit()

    def show_found_faces(self, faces: tuple[FaceState, ...]) -> None:
        """The faces found right after opening: where the work begins, not a step of it."""
        if self.project is not None:
            self.project.faces = faces
            made = None if self.result is None else self.result.candidate_set
            if faces and made is not None and made.restorer.looks_for_faces:
                # it was made as if there were none
                self._result_render_version = None
            self._choose_face_within_range(0)
            self.faces_changed.emit()
            self.faces_found.emit()

    def _choose_face_within_range(self, wanted: int) -> None:
        count = 0 if self.project is None else len(self.project.faces)
        chosen = min(max(wanted, 0), count - 1)
        if chosen != self.current_face:
            self.current_face = chosen
            self.current_face_changed.emit()
