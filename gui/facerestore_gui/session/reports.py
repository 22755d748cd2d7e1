"""Reports: what the parts of a session have to tell the person, as messages."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from facerestore.values.errors import FaceRestoreError
from facerestore_gui.canvas.placing import PointPlacer
from facerestore_gui.document.autosave import Autosave
from facerestore_gui.files.file_tasks import FileTasks
from facerestore_gui.files.project_tasks import ProjectTasks
from facerestore_gui.tasks.messages import Message, Tone, message_of, notice


class Reports(QObject):
    """The one voice of the parts of a session: ``said`` carries a Message of each."""

    said = Signal(object)

    def follow_files(self, file_tasks: FileTasks, project_tasks: ProjectTasks, autosave: Autosave) -> None:
        for tasks in (file_tasks, project_tasks):
            tasks.said.connect(self.said)
            tasks.saved.connect(self._on_saved)
        autosave.failed.connect(self._on_autosave_failed)

    def follow_placing(self, file_tasks: FileTasks, placer: PointPlacer, is_open: Callable[[], bool]) -> None:
        """Where no face was found, its points can be placed. ``is_open``: whether neither a face nor anything masked
        says yet how one goes on."""
        file_tasks.points_wanted.connect(lambda: self._on_points_wanted(placer, is_open))
        placer.refused.connect(self._on_points_refused)

    def say_failure(self, error: FaceRestoreError) -> None:
        self.said.emit(message_of(error))

    def say_no_photos(self) -> None:
        self.said.emit(
            notice(self.tr("No photos there"), self.tr("Choose or drop photos, a folder of photos or a project."))
        )

    def say_layout_predicted(self, correct: Callable[[], object], *, holds: Callable[[], bool]) -> None:
        text = self.tr("If a part of the face is not where it belongs, correct it; or generate.")
        choice = (self.tr("Correct it"), correct)
        self.said.emit(notice(self.tr("This is the layout"), text, choice, holds=holds))

    def say_generate_waits(self, holds: Callable[[], bool]) -> None:
        text = self.tr("It begins when the faces are found.")
        self.said.emit(notice(self.tr("Generate waits"), text, holds=holds))

    def _on_saved(self, path: Path) -> None:
        self.said.emit(notice(self.tr("Saved"), str(path)))

    def _on_points_wanted(self, placer: PointPlacer, is_open: Callable[[], bool]) -> None:
        def holds() -> bool:
            return is_open() and not placer.is_active

        text = self.tr("If there is one, show where it is. What is masked outside a face is filled from around it.")
        choice = (self.tr("Show the face"), placer.start)
        self.said.emit(notice(self.tr("No face was found"), text, choice, holds=holds))

    def _on_points_refused(self) -> None:
        text = self.tr("They lie on one spot. Click them again, apart from each other.")
        self.said.emit(notice(self.tr("These points make no face"), text))

    def _on_autosave_failed(self, reason: str) -> None:
        text = self.tr(
            "What you do now is kept in memory only ({reason}). Save the project; free some space on the disk."
        ).format(reason=reason)
        self.said.emit(Message(Tone.ALARM, self.tr("Autosave has stopped"), text))
