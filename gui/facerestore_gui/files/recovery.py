"""Recovery: offers at the start what a program that ended unasked has left behind."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from facerestore_gui.background.lazy_modules import project_calculations
from facerestore_gui.document.autosave import Autosave
from facerestore_gui.files.file_control import FileControl
from facerestore_gui.files.project_tasks import ProjectTasks
from facerestore_gui.tasks.messages import notice
from facerestore_gui.tasks.task_runner import Calculation, Steps, TaskRunner


class Recovery(QObject):
    """The offer of what was left behind. ``root``: where journals are kept; None: nowhere."""

    photos_found = Signal(object)
    """The photos, and folders of them, among which the recovered one was."""

    def __init__(
        self,
        root: Path | None,
        files: FileControl,
        projects: ProjectTasks,
        autosave: Autosave,
        runner: TaskRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._root, self._files, self._projects = root, files, projects
        self._autosave, self._runner = autosave, runner
        projects.recovered.connect(self._on_recovered)

    def offer(self, *, otherwise: Callable[[], object] = lambda: None, is_asked: bool = False) -> None:
        """Look for journals, and show them. ``otherwise`` is called when none is there, or none is wanted now;
        ``is_asked``: the person wants to see what they have discarded, too, and to hear that there is nothing."""
        root = self._root
        if root is None or not root.is_dir() or not any(root.iterdir()):
            self._end(otherwise, is_asked=is_asked)
        else:
            self._runner.start(self._offer(root, otherwise, is_asked=is_asked))

    def _offer(self, root: Path, otherwise: Callable[[], object], *, is_asked: bool) -> Steps:
        found = yield Calculation("recover", lambda progress, cancel: project_calculations.abandoned_journals(root))
        # also when nobody asks: what has been there for long enough goes
        discarded = yield Calculation("recover", lambda progress, cancel: project_calculations.discarded_journals(root))
        found = [*found, *discarded] if is_asked else found
        # when the task has ended: a dialog has an event loop of its own
        if found:
            QTimer.singleShot(0, self, lambda: self._show(found, otherwise))
        else:
            QTimer.singleShot(0, self, lambda: self._end(otherwise, is_asked=is_asked))

    def _show(self, found: "list[project_calculations.Abandoned]", otherwise: Callable[[], object]) -> None:
        folder = self._files.dialogs.choose_recovery(found, project_calculations.put_aside)
        if folder is None:
            otherwise()
        else:
            self._files.leave_for(lambda: self._projects.recover(folder))

    def _end(self, otherwise: Callable[[], object], *, is_asked: bool) -> None:
        if is_asked:
            self._projects.said.emit(
                notice(self.tr("Nothing to recover"), self.tr("All that was not saved is open, or was closed."))
            )
        otherwise()

    def _on_recovered(self, folder: Path) -> None:
        """The document's own journal takes the place of the old one."""
        photos = project_calculations.photos_gone_through(folder)
        if photos:
            self.photos_found.emit(photos)
        self._autosave.when_safe(lambda: project_calculations.discard_journal(folder))
        self._projects.said.emit(notice(self.tr("Recovered"), self.tr("All is here, up to the last finished stroke.")))
