"""PhotoOpening: a photo is opened with the project that is kept of it, wherever that is."""

from collections.abc import Callable
from pathlib import Path

from facerestore_gui.background.lazy_modules import project_calculations
from facerestore_gui.files.file_tasks import FileTasks
from facerestore_gui.files.project_tasks import ProjectTasks
from facerestore_gui.tasks.task_runner import Calculation, Steps, TaskRunner


class PhotoOpening:
    """The way to open a photo that somebody may have worked on. ``own_folder``: of projects that are not beside their
    photos; None: there is none. ``open_alone``: opens a photo without its project, as the person may want."""

    def __init__(
        self,
        file_tasks: FileTasks,
        projects: ProjectTasks,
        runner: TaskRunner,
        own_folder: Path | None,
        open_alone: Callable[[Path], object],
    ) -> None:
        self._file_tasks, self._projects, self._runner = file_tasks, projects, runner
        self._own_folder, self._open_alone = own_folder, open_alone

    def open(self, photo: Path) -> None:
        """What was open before stays until everything is read."""
        self._runner.start(self._open(photo))

    def _open(self, photo: Path) -> Steps:
        project = yield Calculation(
            "read", lambda progress, cancel: project_calculations.project_for(photo, self._own_folder)
        )
        if project is None:
            yield from self._file_tasks.opening(photo)
        else:
            yield from self._projects.opening_of(photo, project, without_it=lambda: self._open_alone(photo))
