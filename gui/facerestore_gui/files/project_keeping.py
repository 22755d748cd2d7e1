"""ProjectKeeping: the project of the open photo is kept by itself, a few seconds after each change."""

import time
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from facerestore.values.errors import FaceRestoreError
from facerestore_gui.background.lazy_modules import project_calculations
from facerestore_gui.document.document import Document
from facerestore_gui.document.result import Result
from facerestore_gui.files.project_tasks import ProjectTasks
from facerestore_gui.look.translation import engine_words
from facerestore_gui.tasks.messages import Message, Tone, notice
from facerestore_gui.tasks.task_runner import Calculation, Steps, TaskRunner

if TYPE_CHECKING:
    from facerestore.documents.file_state import FileState

_PAUSE_S: Final = 3.0
"""So long nothing must change before it is written."""
_LONGEST_S: Final = 20.0
"""So long it waits at most while changes go on."""
_SHARE: Final = 1.5
"""A project that takes long to write is written more rarely: so many times as long is waited."""
_BESIDE: Final = "projects/beside"


class KeepState(StrEnum):
    """Whether all that was done is in the project."""

    EMPTY = "empty"
    DUE = "due"
    WRITING = "writing"
    KEPT = "kept"
    FAILED = "failed"


class ProjectKeeping(QObject):
    """The keeper of the open photo's project. ``runner``: its own, so that it neither ends nor waits for work under
    way. ``own_folder``: for projects that are not kept beside their photos; None: nothing is kept by itself. ``kept``:
    where it is remembered what the person wants."""

    changed = Signal()
    said = Signal(object)
    """A Message."""

    def __init__(
        self,
        document: Document,
        projects: ProjectTasks,
        runner: TaskRunner,
        own_folder: Path | None,
        kept: QSettings | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._projects, self._runner, self._kept = document, projects, runner, kept
        self.own_folder = own_folder
        self.state = KeepState.EMPTY
        self.is_beside = kept is None or str(kept.value(_BESIDE, "true")) == "true"
        """Whether new projects are kept beside their photos; else in the program's own folder."""
        self._seen_result: Result | None = None
        """What is no change: it was opened."""
        self._seen_files: Mapping[Path, FileState] = {}
        self._changes, self._first_change_s, self._write_s = 0, 0.0, 0.0
        self._then: Callable[[bool], object] | None = None
        self._is_told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        runner.failed.connect(self._on_failed)
        runner.ended.connect(self._on_ended)
        if own_folder is not None:
            document.opened.connect(self._on_opened)
            document.edited.connect(self.note_change)
            document.result_changed.connect(self._on_result)
            document.faces_found.connect(self._on_faces_found)
            projects.recovered.connect(self.note_change)
            projects.saved.connect(self._on_saved)

    @property
    def is_due(self) -> bool:
        """Whether there is something that is not in the project, and can be put there."""
        return self.state in (KeepState.DUE, KeepState.WRITING)

    def keep_beside(self, *, beside: bool) -> None:
        """Where projects are kept that have no place yet."""
        self.is_beside = beside
        if self._kept is not None:
            self._kept.setValue(_BESIDE, "true" if beside else "false")
        self.changed.emit()

    def note_change(self) -> None:
        """Something was done that belongs into the project."""
        if self.own_folder is None:
            return
        self._changes += 1
        if self.state is not KeepState.WRITING:
            self._wait()

    def keep_now(self, then: Callable[[bool], object]) -> None:
        """Write what is due at once; ``then`` is told whether all is in the project."""
        self._then = then
        if self.state is not KeepState.WRITING:
            self._begin()

    def close(self) -> None:
        """Wait for what is being written."""
        self._timer.stop()
        self._then = None
        self._runner.close()

    # --- writing

    def _wait(self) -> None:
        now = time.monotonic()
        if self.state is not KeepState.DUE:
            self._first_change_s = now
            self._tell(KeepState.DUE)
        pause_s = max(_PAUSE_S, _SHARE * self._write_s)
        latest_s = self._first_change_s + max(_LONGEST_S, pause_s)
        self._timer.start(round(1000 * max(0.0, min(pause_s, latest_s - now))))

    def _begin(self) -> None:
        self._timer.stop()
        self._tell(KeepState.WRITING)
        self._runner.start(self._keep())

    def _keep(self) -> Steps:
        snapshot, changes, began_s = self._projects.snapshot(), self._changes, time.monotonic()
        assert self.own_folder is not None, "else nothing is kept by itself"
        known, state = self._document.project_file, self._document.project_state
        wanted = project_calculations.KeptPlace(known, state, self.is_beside, self.own_folder, self._seen_files)
        keeps_version = self._projects.version_is_due
        kept = yield Calculation(
            "write",
            lambda progress, cancel: project_calculations.keep(snapshot, wanted, keeps_version=keeps_version),
            cancellable=False,
        )
        self._write_s = time.monotonic() - began_s
        if self._document.project is not snapshot.project:
            return
        self._projects.version_is_due = self._is_told = False
        is_all = self._projects.note_written(snapshot, kept.path, kept.written) and changes == self._changes
        if kept.is_anothers:
            self._say_anothers(kept.path)
        if is_all:
            self._tell(KeepState.KEPT)
            self._projects.all_saved.emit(kept.path)
        else:
            self._projects.partly_saved.emit(kept.path)

    def _on_ended(self) -> None:
        if self.state is KeepState.WRITING:
            self._wait()
        then = self._then
        if then is None:
            return
        if self.state is KeepState.DUE:
            # something was done while it was written
            self._begin()
            return
        self._then = None
        is_kept = self.state is KeepState.KEPT
        # the others that listen to the end hear it before something new begins
        QTimer.singleShot(0, self, lambda: then(is_kept))

    def _on_failed(self, error: FaceRestoreError) -> None:
        """Tried again with the next change; asked about before the photo is left."""
        self._tell(KeepState.FAILED)
        if not self._is_told:
            self._is_told = True
            text = self.tr("{reason} What you do is in the journal only. Save the project to another place.")
            message = text.format(reason=engine_words(error.sentence))
            self.said.emit(Message(Tone.ALARM, self.tr("The project cannot be kept"), message))

    def _on_opened(self) -> None:
        self._timer.stop()
        self._seen_result, self._is_told, self._write_s = self._document.result, False, 0.0
        project = self._document.project
        photo = None if project is None else project.photo.path
        self._seen_files = {} if photo is None else project_calculations.seen_files(photo, self.own_folder)
        is_saved = self._document.project_file is not None and not self._document.unsaved_parts()
        self._tell(KeepState.KEPT if is_saved else KeepState.EMPTY)

    def _on_result(self) -> None:
        if self._document.result is not self._seen_result:
            self._seen_result = self._document.result
            self.note_change()

    def _on_faces_found(self) -> None:
        """They belong into a project that there is; a photo that is only looked at gets none."""
        if self.state is not KeepState.EMPTY:
            self.note_change()

    def _on_saved(self) -> None:
        """By the person."""
        if self.state is not KeepState.WRITING and not self._document.unsaved_parts():
            self._timer.stop()
            self._tell(KeepState.KEPT)

    def _say_anothers(self, path: Path) -> None:
        text = self.tr("Its work is left as it is. Yours is kept in {name} from now on.").format(name=path.name)
        self.said.emit(notice(self.tr("Another window works on this project"), text))

    def _tell(self, state: KeepState) -> None:
        self.state = state
        self.changed.emit()
