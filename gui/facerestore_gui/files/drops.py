"""Drops: what becomes of files that are dropped on the window: photos, projects, masks, layouts, folders."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from facerestore_gui.background.lazy_modules import project_calculations
from facerestore_gui.document.document import Document
from facerestore_gui.files.file_control import FileControl
from facerestore_gui.files.file_tasks import FileTasks
from facerestore_gui.files.suggested_paths import PROJECT_SUFFIX
from facerestore_gui.tasks.task_runner import Calculation, Steps, TaskRunner


class Drops(QObject):
    """The taker of dropped files. ``open_folder`` shows the photos of folders, or several photos."""

    def __init__(
        self,
        document: Document,
        file_tasks: FileTasks,
        files: FileControl,
        runner: TaskRunner,
        open_folder: Callable[[Sequence[Path]], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._file_tasks, self._files, self._runner = document, file_tasks, files, runner
        self._open_folder = open_folder

    def take(self, paths: Sequence[Path]) -> None:
        """Open what was dropped. A picture that is a mask or a layout is taken as such by an open photo."""
        if len(paths) != 1 or paths[0].is_dir():
            self._open_folder(paths)
        elif paths[0].suffix.lower() == PROJECT_SUFFIX or self._document.project is None or self._runner.is_busy:
            self._files.open_file(paths[0])
        else:
            self._runner.start(self._take_picture(paths[0]))

    def _take_picture(self, path: Path) -> Steps:
        project = self._document.project
        assert project is not None, "asked before the task began"
        extent = project.photo.extent
        kind = yield Calculation("read", lambda progress, cancel: project_calculations.kind_of(path, extent))
        if self._document.project is not project:
            return
        if kind == "layout" and self._document.work is None:
            kind = "photo"
        takers: dict[object, Callable[[Path], object]] = {
            "mask": self._file_tasks.import_mask,
            "layout": self._file_tasks.load_layout,
        }
        take = takers.get(kind, self._files.open_file)
        # when this task has ended: taking is one of its own
        QTimer.singleShot(0, self, lambda: take(path))
