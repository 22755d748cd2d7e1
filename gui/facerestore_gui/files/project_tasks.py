"""ProjectTasks: opening, saving and recovering projects, each a generator that reads like a recipe."""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from facerestore.values.errors import ProjectUnreadable
from facerestore_gui.background.lazy_modules import project_calculations
from facerestore_gui.document.document import Document
from facerestore_gui.document.kept_results import KeptResults
from facerestore_gui.document.restore_settings import RestoreSettings
from facerestore_gui.document.snapshot import Snapshot
from facerestore_gui.tasks.messages import Message, Tone, message_of, notice
from facerestore_gui.tasks.task_runner import Calculation, Steps, TaskRunner

Choices = tuple[tuple[str, Callable[[], object]], ...]


class ProjectTasks(QObject):
    """The tasks with project files. ``settings`` has the seed that is saved and opened with them, ``kept`` the results
    made so far. ``finish_opening``: what is done in a photo that was not done when it was opened first: looking for
    faces."""

    said = Signal(object)
    """A Message."""
    opened = Signal(object)
    """The path of a project file just opened, or of the photo whose project was."""
    saved = Signal(object)
    """The path of a project file just written."""
    all_saved = Signal(object)
    """As ``saved``, or kept by itself, and nothing was edited while it was being written."""
    partly_saved = Signal(object)
    """As ``all_saved``, but something was edited meanwhile."""
    recovered = Signal(object)
    """The folder of a journal whose document is open now."""
    photo_wanted = Signal(str, object)
    """The name of a photo that was not found, and what to call with its path."""

    def __init__(
        self,
        document: Document,
        runner: TaskRunner,
        settings: RestoreSettings,
        kept: KeptResults,
        finish_opening: Callable[[], Steps],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._runner = document, runner
        self._settings, self._kept, self._finish_opening = settings, kept, finish_opening
        self.version_is_due = True
        """Whether what is in that file is as a person saved it, or as it was opened, so that the next save keeps it."""
        document.opened.connect(self._begin_anew)

    def open(self, path: Path, *, photo: Path | None = None, accept_changed: bool = False) -> None:
        """Open a project file; what was open before stays until everything is read. ``photo``: where its photo is;
        None: look for it."""
        self._runner.start(
            self._resume(
                lambda: project_calculations.load_file(path),
                photo,
                partial(self.open, path),
                lambda: self.opened.emit(path),
                accept_changed=accept_changed,
                project=path,
            )
        )

    def opening_of(self, photo: Path, project: Path, *, without_it: Callable[[], object]) -> Steps:
        """The task of opening a photo with the project that is kept of it. ``without_it``: offered where that cannot
        be."""
        yield from self._resume(
            lambda: project_calculations.load_file(project),
            photo,
            partial(self.open, project),
            lambda: self.opened.emit(photo),
            accept_changed=False,
            project=project,
            more=((self.tr("Open the photo without it"), without_it),),
        )

    def open_version(
        self, version: Path, project: Path, *, photo: Path | None = None, accept_changed: bool = False
    ) -> None:
        """Open an earlier version of a project; nothing is written until the person saves it."""
        self._runner.start(
            self._resume(
                lambda: project_calculations.load_version(version, project),
                photo,
                partial(self.open_version, version, project),
                self._say_version,
                accept_changed=accept_changed,
                project=project,
            )
        )

    def recover(self, folder: Path, *, photo: Path | None = None, accept_changed: bool = False) -> None:
        """Open what a journal holds."""
        self._runner.start(
            self._resume(
                lambda: project_calculations.load_journal(folder),
                photo,
                partial(self.recover, folder),
                lambda: self.recovered.emit(folder),
                accept_changed=accept_changed,
            )
        )

    def save(self, path: Path) -> None:
        if self._document.project is not None:
            self._runner.start(self._save(path))

    def _resume(
        self,
        load: "Callable[[], project_calculations.Loaded]",
        photo: Path | None,
        again: Callable[..., None],
        tell: Callable[[], object],
        *,
        accept_changed: bool,
        project: Path | None = None,
        more: Choices = (),
    ) -> Steps:
        """``project``: the file whose earlier versions will do if what is loaded cannot be read. ``more``: what else is
        offered where it cannot be opened."""
        open_photo = None if self._document.project is None else self._document.project.photo
        try:
            found = yield Calculation(
                "read",
                lambda progress, cancel: project_calculations.resumed(
                    load, photo, accept_changed=accept_changed, known=open_photo
                ),
            )
        except ProjectUnreadable as error:
            if project is not None and (yield from self._offers_version(error, project, more)):
                return
            raise
        if isinstance(found, project_calculations.OriginalMissing):
            self._say_missing(found.original.path, again)
        elif isinstance(found, project_calculations.OriginalChanged):
            self._say_changed(found.path, found.original.path.name, again, more, fits=found.fits)
        else:
            saved = found.loaded.saved
            self._settings.set_seed(saved.seed)
            self._document.resume(
                found.project,
                found.picture,
                current_face=saved.current_face,
                project_file=found.loaded.place,
                project_state=found.loaded.state,
                result=found.result,
                result_is_current=saved.result_is_current,
                is_recovered=found.loaded.is_recovered,
                earlier=saved.earlier,
            )
            tell()
            yield from self._finish_opening()

    def _begin_anew(self) -> None:
        self.version_is_due = True

    def _save(self, path: Path) -> Steps:
        snapshot, keeps_version = self.snapshot(), self.version_is_due
        written: project_calculations.Written = yield Calculation(
            "write",
            lambda progress, cancel: project_calculations.write(snapshot, path, keeps_version=keeps_version),
            cancellable=False,
        )
        known_path, known_state = self._document.project_file, self._document.project_state
        is_anothers = path == known_path and known_state is not None and written.replaced not in (None, known_state)
        if self._document.project is snapshot.project:
            is_all = self.note_written(snapshot, path, written)
            self.version_is_due = True
            self.saved.emit(path)
            (self.all_saved if is_all else self.partly_saved).emit(path)
        self._say_not_kept(written.keeping)
        if is_anothers and written.keeping is project_calculations.Keeping.KEPT:
            self._say_anothers()

    def snapshot(self) -> Snapshot:
        """The open document as it is now."""
        return Snapshot.of(self._document, self._kept, self._settings.seed)

    def note_written(self, snapshot: Snapshot, path: Path, written: "project_calculations.Written") -> bool:
        """A snapshot of the open document is in a file. False if something has changed since."""
        return self._document.mark_project_saved(path, written.state, snapshot.revision, snapshot.result)

    def _offers_version(
        self, error: ProjectUnreadable, project: Path, more: Choices
    ) -> Generator[Calculation, Any, bool]:
        """Whether there is something to open in place of a project, or of a version of it, that cannot be read: it is
        offered."""
        versions = yield Calculation("read", lambda progress, cancel: project_calculations.earlier_versions(project))
        paths = [one.path for one in versions]
        older = paths[paths.index(error.path) + 1 :] if error.path in paths else paths
        choices = more
        if older:
            choices = ((self.tr("Open the version before"), lambda: self.open_version(older[0], project)), *more)
        message = message_of(error)
        if choices:
            self.said.emit(Message(message.tone, message.title, message.text, choices))
        return bool(choices)

    def _say_version(self) -> None:
        text = self.tr("No file was changed. Save it to go on from here: what is in the file now is kept as a version.")
        self.said.emit(notice(self.tr("This is an earlier version"), text))

    def _say_anothers(self) -> None:
        text = self.tr(
            "Its work is not in what you have just saved. It is kept: File > Open an earlier version shows it."
        )
        self.said.emit(notice(self.tr("Another window had saved this project meanwhile"), text))

    def _say_not_kept(self, keeping: "project_calculations.Keeping") -> None:
        if keeping is project_calculations.Keeping.NO_ROOM:
            text = self.tr("The disk is nearly full, so the version before was not kept. Free some space.")
        elif keeping is project_calculations.Keeping.REFUSED:
            text = self.tr("The project is saved, but the system did not let the version before be kept beside it.")
        else:
            return
        self.said.emit(notice(self.tr("Saved, without the version before"), text))

    def _say_missing(self, photo: Path, again: Callable[..., None]) -> None:
        self.said.emit(
            Message(
                Tone.ALARM,
                self.tr("The project's photo is not where it was"),
                self.tr("{name} is neither in {folder} nor beside the project.").format(
                    name=photo.name, folder=photo.parent
                ),
                ((self.tr("Find the photo..."), lambda: self._ask_photo(photo.name, again)),),
            )
        )

    def _say_changed(self, path: Path, name: str, again: Callable[..., None], more: Choices, *, fits: bool) -> None:
        find = (self.tr("Find another..."), lambda: self._ask_photo(name, again))
        if not fits:
            text = self.tr(
                "{name} has another size, depth or mode than the photo that the project was made with."
            ).format(name=path.name)
            self.said.emit(Message(Tone.ALARM, self.tr("The photo does not fit the project"), text, (find, *more)))
            return
        text = self.tr("{path} is not the file that the project was made with, but it has its size.").format(path=path)
        anyway = (self.tr("Open it anyway"), lambda: again(photo=path, accept_changed=True))
        self.said.emit(notice(self.tr("The project's photo has changed"), text, anyway, find, *more))

    def _ask_photo(self, name: str, again: Callable[..., None]) -> None:
        self.photo_wanted.emit(name, lambda path: again(photo=path))
