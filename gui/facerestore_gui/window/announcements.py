"""Announcements: what tasks, tools and autosave have to say, in the message bar."""

from pathlib import Path

from PySide6.QtCore import QObject

from facerestore.values.errors import FaceRestoreError
from facerestore_gui.actions.actions import Actions
from facerestore_gui.canvas.placing import PointPlacer
from facerestore_gui.document.autosave import Autosave
from facerestore_gui.files.file_control import FileControl
from facerestore_gui.files.file_tasks import FileTasks
from facerestore_gui.files.project_tasks import ProjectTasks
from facerestore_gui.tasks.messages import Message, Tone, message_of, notice
from facerestore_gui.tasks.task_runner import TaskRunner
from facerestore_gui.window.message_bar import MessageBar


class Announcements(QObject):
    """Connects them to the bar as long as the window lives."""

    def __init__(
        self,
        bar: MessageBar,
        runner: TaskRunner,
        file_tasks: FileTasks,
        projects: ProjectTasks,
        files: FileControl,
        placer: PointPlacer,
        autosave: Autosave,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bar, self._placer = bar, placer
        self._refusal: tuple[str, Message] | None = None
        """What was asked in vain last, by its action's name, and what was said."""
        runner.began.connect(self._on_began)
        runner.failed.connect(self._on_failed)
        file_tasks.said.connect(bar.show_message)
        file_tasks.points_wanted.connect(self._on_points_wanted)
        file_tasks.saved.connect(self._on_saved)
        projects.said.connect(bar.show_message)
        projects.saved.connect(self._on_saved)
        files.opening.connect(bar.clear)
        placer.refused.connect(self._on_points_refused)
        autosave.failed.connect(self._on_autosave_failed)

    def say_no_photos(self) -> None:
        self._bar.show_message(
            notice(self.tr("No photos there"), self.tr("Choose or drop photos, a folder of photos or a project."))
        )

    def say_why_not(self, action: str, obstacle: str) -> None:
        """That an action cannot be used now; a message that waits for an answer, or an alarm, stays before it."""
        shown = self._bar.message
        if shown is None or not (shown.choices or shown.tone is Tone.ALARM):
            self._refusal = action, notice(self.tr("Not now"), obstacle)
            self._bar.show_message(self._refusal[1])

    def take_back_refusal(self, actions: Actions) -> None:
        """What can be used again need not be excused any more."""
        if self._refusal is None:
            return
        action, message = self._refusal
        if self._bar.message is not message:
            self._refusal = None
        elif not actions.obstacle(action):
            self._refusal = None
            self._bar.clear()

    def _on_began(self) -> None:
        """New work makes old messages old, unless they wait for an answer."""
        message = self._bar.message
        if message is not None and not message.choices:
            self._bar.clear()

    def _on_failed(self, error: FaceRestoreError) -> None:
        self._bar.show_message(message_of(error))

    def _on_points_wanted(self) -> None:
        self._bar.show_message(
            notice(self.tr("No face was found"), self.tr("Show where it is: click its five points, or look again."))
        )
        self._placer.start()

    def _on_points_refused(self) -> None:
        text = self.tr("They lie on one spot. Click them again, apart from each other.")
        self._bar.show_message(notice(self.tr("These points make no face"), text))

    def _on_saved(self, path: Path) -> None:
        self._bar.show_message(notice(self.tr("Saved"), str(path)))

    def _on_autosave_failed(self, reason: str) -> None:
        text = self.tr(
            "What you do now is kept in memory only ({reason}). Save the project; free some space on the disk."
        ).format(reason=reason)
        self._bar.show_message(Message(Tone.ALARM, self.tr("Autosave has stopped"), text))
