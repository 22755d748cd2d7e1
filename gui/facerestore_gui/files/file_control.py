"""FileControl: which file to open or save, and whether work may be left. The files themselves are the tasks'."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from facerestore.files.user_dirs import sample_folder
from facerestore.values.reference import Reference
from facerestore_gui.document.document import Document
from facerestore_gui.files.dialogs import Dialogs
from facerestore_gui.files.file_tasks import FileTasks
from facerestore_gui.files.photo_opening import PhotoOpening
from facerestore_gui.files.project_keeping import KeepState, ProjectKeeping
from facerestore_gui.files.project_tasks import ProjectTasks
from facerestore_gui.files.suggested_paths import (
    PROJECT_SUFFIX,
    pictures_folder,
    suggested_layers,
    suggested_layout,
    suggested_mask,
    suggested_project,
    suggested_result,
)
from facerestore_gui.tasks.task_runner import TaskRunner


class FileControl(QObject):
    """The way of a session to files. ``dialogs`` may be replaced, as tests do."""

    leaving = Signal()
    """What is open is to make room for something else, if it may be left: what the pointer is at ends now."""
    opening = Signal()
    folder_wanted = Signal(object)
    """The path of a folder of photos."""
    references_wanted = Signal(object)
    """The paths of photographs of the person."""
    reference_mask_chosen = Signal(object, object)
    """A Reference, and the path of a mask file or a project of its photograph."""
    reference_mask_painted = Signal(object, object)
    """A Reference, and what is hidden of its crop, bool (S, S)."""
    album_wanted = Signal(object)
    """The path of a folder in which the person may be."""

    def __init__(
        self,
        document: Document,
        file_tasks: FileTasks,
        projects: ProjectTasks,
        runner: TaskRunner,
        keeping: ProjectKeeping,
        dialogs: Dialogs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._file_tasks, self._projects, self._keeping = document, file_tasks, projects, keeping
        self._opening = PhotoOpening(file_tasks, projects, runner, keeping.own_folder, self.open_photo)
        self.dialogs = dialogs
        self._once_saved: Callable[[], object] | None = None
        runner.ended.connect(self._on_task_ended)
        projects.photo_wanted.connect(self._find_photo)

    # --- opening

    def ask_photo(self) -> None:
        path = self.dialogs.open_photo(self._folder())
        if path is not None:
            self.open_photo(path)

    def ask_file(self) -> None:
        path = self.dialogs.open_file(self._folder())
        if path is not None:
            self.open_file(path)

    def ask_folder(self) -> None:
        path = self.dialogs.open_folder(self._folder())
        if path is not None:
            self.folder_wanted.emit(path)

    def open_file(self, path: Path) -> None:
        """Open a project, or a photo with the project that is kept of it."""
        if path.suffix.lower() == PROJECT_SUFFIX:
            self.leave_for(partial(self._projects.open, path))
        else:
            self.leave_for(partial(self._opening.open, path))

    def open_photo(self, path: Path, *, mask: Path | None = None, layout: Path | None = None) -> None:
        """Open a photo as if nobody had worked on it."""
        self.leave_for(partial(self._file_tasks.open, path, mask=mask, layout=layout))

    def leave_for(self, go_on: Callable[[], object]) -> None:
        """Do what takes the place of the open document, once that may be left."""

        def leave() -> None:
            self.opening.emit()
            go_on()

        self.leaving.emit()
        if self.may_leave(once_saved=leave):
            leave()

    def _find_photo(self, name: str, go_on: Callable[[Path], object]) -> None:
        path = self.dialogs.find_photo(name, self._folder())
        if path is not None:
            go_on(path)

    # --- saving

    def save_project(self) -> bool:
        """The project to its file; the first time to where it would be kept by itself, else ask where. False if the
        person does not say."""
        if self._document.project_file is None and self._keeping.own_folder is None:
            return self.save_project_as()
        if self._document.project_file is None:
            self._keeping.keep_now(self._note_saved)
        else:
            self._projects.save(self._document.project_file)
        return True

    def _note_saved(self, is_kept: bool) -> None:  # noqa: FBT001 - handed on
        """What was kept where it is kept by itself was wanted so."""
        if is_kept:
            self._projects.version_is_due = True
            self._projects.saved.emit(self._document.project_file)

    def save_project_as(self) -> bool:
        """The project to where the person says; False if they do not."""
        project = self._document.project
        if project is None:
            return False
        path = self.dialogs.save_project(self._document.project_file or suggested_project(project.photo))
        if path is not None:
            self._projects.save(path)
        return path is not None

    def save(self) -> None:
        """The result to where it was saved last; the first time, ask where."""
        if self._file_tasks.result_path is None:
            self.save_as()
        else:
            self._file_tasks.save_result(
                self._file_tasks.result_path, self._file_tasks.result_options, warning=self._what_it_is_not()
            )

    def save_as(self) -> None:
        """The result to where the person says, in the way they say."""
        project = self._document.project
        if project is None or not self._document.has_changes:
            return
        suggested = self._file_tasks.result_path or suggested_result(project.photo, self._file_tasks.usual_format)
        choice = self.dialogs.save_result(
            suggested, project.photo, self._file_tasks.result_options, project.framing, self._what_it_is_not()
        )
        if choice is not None:
            self._file_tasks.save_result(*choice)

    def _what_it_is_not(self) -> str:
        """What of the work is not in the picture that would be saved."""
        document = self._document
        if document.result is None:
            return (
                ""
                if document.mask_is_empty
                else self.tr("What is masked is not restored in it: that takes Generate. What was filled by hand is.")
            )
        if document.result_is_current:
            return ""
        return self.tr(
            "The mask or the layout changed since this result was made. It is saved as it is in sight; Generate makes "
            "it anew."
        )

    def save_layers(self) -> None:
        """The result in layers, to where the person says."""
        project = self._document.project
        if project is not None and self._document.has_changes:
            choice = self.dialogs.save_layers(suggested_layers(project.photo), project.framing)
            if choice is not None:
                path, is_framed = choice
                self._file_tasks.save_layers(path, is_framed=is_framed)

    # --- masks and layouts

    def import_mask(self) -> None:
        path = self.dialogs.open_mask(self._folder())
        if path is not None:
            self._file_tasks.import_mask(path)

    def export_mask(self) -> None:
        if self._document.project is not None:
            path = self.dialogs.save_mask(suggested_mask(self._document.project.photo))
            if path is not None:
                self._file_tasks.export_mask(path)

    def load_layout(self) -> None:
        path = self.dialogs.open_layout(self._folder())
        if path is not None:
            self._file_tasks.load_layout(path)

    def save_layout(self) -> None:
        if self._document.project is not None:
            path = self.dialogs.save_layout(suggested_layout(self._document.project.photo))
            if path is not None:
                self._file_tasks.save_layout(path)

    # --- photographs of the person

    def ask_references(self) -> None:
        paths = self.dialogs.open_references(self._folder())
        if paths:
            self.references_wanted.emit(paths)

    def ask_reference_mask(self, reference: Reference) -> None:
        path = self.dialogs.open_reference_mask(self._folder())
        if path is not None:
            self.reference_mask_chosen.emit(reference, path)

    def paint_reference_mask(self, reference: Reference) -> None:
        hidden = self.dialogs.paint_reference_mask(reference)
        if hidden is not None:
            self.reference_mask_painted.emit(reference, hidden)

    def ask_album(self) -> None:
        folder = self.dialogs.open_album(self._folder())
        if folder is not None:
            self.album_wanted.emit(folder)

    # --- leaving

    def may_leave(self, *, once_saved: Callable[[], object]) -> bool:
        """Whether the open photo may be left now. Where something is to be written first, the answer is no, and
        ``once_saved`` is called when it is. The person is asked only where it cannot be kept by itself."""
        self._once_saved = None
        if self._keeping.is_due:
            self._keeping.keep_now(partial(self._leave_when_kept, once_saved))
            return False
        parts = self._document.unsaved_parts()
        if not parts or self._is_only_looked_at():
            return True
        answer = self.dialogs.keep_unsaved(parts)
        if answer == "save" and self._save_before_leaving():
            self._once_saved = once_saved
        return answer == "discard"

    def _leave_when_kept(self, once_saved: Callable[[], object], is_kept: bool) -> None:  # noqa: FBT001 - handed on
        if is_kept or self.may_leave(once_saved=once_saved):
            once_saved()

    def _save_before_leaving(self) -> bool:
        """To where it is, unless it could not be kept there."""
        return self.save_project_as() if self._keeping.state is KeepState.FAILED else self.save_project()

    def _is_only_looked_at(self) -> bool:
        """Whether nothing was done to what was opened: an earlier version of a project, say."""
        return self._keeping.own_folder is not None and self._keeping.state is KeepState.EMPTY

    def _folder(self) -> Path:
        """Where dialogs begin: beside the open photo, unless the program put that where nobody looks."""
        project = self._document.project
        path = None if project is None else project.photo.path
        if path is not None and path.parent != sample_folder():
            return path.parent
        return pictures_folder()

    def _on_task_ended(self) -> None:
        once_saved, self._once_saved = self._once_saved, None
        if once_saved is not None and not self._document.unsaved_parts():
            # the others that listen to the end hear it before something new begins
            QTimer.singleShot(0, self, once_saved)
