"""Versions: the earlier versions of the open project, shown when the person asks for them."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from facerestore_gui.background.lazy_modules import project_calculations
from facerestore_gui.document.document import Document
from facerestore_gui.files.file_control import FileControl
from facerestore_gui.files.project_tasks import ProjectTasks
from facerestore_gui.tasks.messages import notice
from facerestore_gui.tasks.task_runner import Calculation, Steps, TaskRunner


class Versions(QObject):
    """The offer of earlier versions of the open project."""

    def __init__(
        self, document: Document, files: FileControl, projects: ProjectTasks, runner: TaskRunner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document, self._files, self._projects, self._runner = document, files, projects, runner

    def offer(self) -> None:
        """Look for the versions of the open project, and show them."""
        if self._document.project_file is not None:
            self._runner.start(self._offer(self._document.project_file))

    def _offer(self, project: Path) -> Steps:
        found = yield Calculation("read", lambda progress, cancel: project_calculations.earlier_versions(project))
        # when the task has ended: a dialog has an event loop of its own
        QTimer.singleShot(0, self, lambda: self._show(project, found))

    def _show(self, project: Path, found: "list[project_calculations.EarlierVersion]") -> None:
        if not found:
            text = self.tr("A version is kept when the project is saved again after a change.")
            self._projects.said.emit(notice(self.tr("There is no earlier version"), text))
            return
        version = self._files.dialogs.choose_version(project, found)
        if version is not None:
            self._files.leave_for(lambda: self._projects.open_version(version, project))
