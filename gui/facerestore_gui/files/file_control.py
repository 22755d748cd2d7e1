"""FileControl: which file to open or save, and whether work may be left. The files themselves are the tasks'."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from facerestore_gui.document.document import Document
from facerestore_gui.files.dialogs import Dialogs
from facerestore_gui.files.file_tasks import FileTasks
from facerestore_gui.files.project_tasks import ProjectTasks
from facerestore_gui.files.suggested_paths import (
    PROJECT_SUFFIX,
    suggested_layout,
    suggested_mask,
    suggested_project,
    suggested_result,
)
from facerestore_gui.tasks.task_runner import TaskRunner


class FileControl(QObject):
    """The way of a session to files. ``dialogs`` may be replaced, as tests do."""

    opening = Signal()
    folder_wanted = Signal(object)
    """The path of a folder of photos."""
    references_wanted = Signal(object)
    """The paths of photographs of the person."""
    album_wanted = Signal(object)
    """The path of a folder in which the person may be."""

    def __init__(
        self,
        document: Document,
        file_tasks: FileTasks,
        projects: ProjectTasks,
        runner: TaskRunner,
        dialogs: Dialogs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._file_tasks, self._projects = document, file_tasks, projects
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
        """Open a photo or a project, by its name."""
        if path.suffix.lower() == PROJECT_SUFFIX:
            self.leave_for(partial(self._projects.open, path))
        else:
            self.open_photo(path)

    def open_photo(self, path: Path, *, mask: Path | None = None, layout: Path | None = None) -> None:
        """Open a photo, unless the person wants to keep what is open."""
        self.leave_for(partial(self._file_tasks.open, path, mask=mask, layout=layout))

    def leave_for(self, go_on: Callable[[], object]) -> None:
        """Do what takes the place of the open document, once that may be left."""

        def leave() -> None:
            self.opening.emit()
            go_on()

        if self.may_leave(once_saved=leave):
            leave()

    def _find_photo(self, name: str, go_on: Callable[[Path], object]) -> None:
        path = self.dialogs.find_photo(name, self._folder())
        if path is not None:
            go_on(path)

    # --- saving

    def save_project(self) -> bool:
        """The project to its file; the first time, ask where. False if the person does not say."""
        if self._document.project_file is None:
            return self.save_project_as()
        self._projects.save(self._document.project_file)
        return True

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
            self._file_tasks.save_result(self._file_tasks.result_path, self._file_tasks.result_options)

    def save_as(self) -> None:
        """The result to where the person says, in the way they say."""
        project = self._document.project
        if project is None or self._document.result is None:
            return
        suggested = self._file_tasks.result_path or suggested_result(project.photo)
        choice = self.dialogs.save_result(suggested, project.photo, self._file_tasks.result_options)
        if choice is not None:
            self._file_tasks.save_result(*choice)

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

    def ask_album(self) -> None:
        folder = self.dialogs.open_album(self._folder())
        if folder is not None:
            self.album_wanted.emit(folder)

    # --- leaving

    def may_leave(self, *, once_saved: Callable[[], object]) -> bool:
        """Whether the open photo may be left: nothing is unsaved, or the person does not mind. Where they want
        it saved first, the answer is no, and ``once_saved`` is called when it is."""
        self._once_saved = None
        parts = self._document.unsaved_parts()
        if not parts:
            return True
        answer = self.dialogs.keep_unsaved(parts)
        if answer == "save" and self.save_project():
            self._once_saved = once_saved
        return answer == "discard"

    def _folder(self) -> Path | None:
        project = self._document.project
        return None if project is None or project.photo.path is None else project.photo.path.parent

    def _on_task_ended(self) -> None:
        once_saved, self._once_saved = self._once_saved, None
        if once_saved is not None and not self._document.unsaved_parts():
            # the others that listen to the end hear it before something new begins
            QTimer.singleShot(0, self, once_saved)
