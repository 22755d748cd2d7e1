"""FileTasks: the window's long tasks, each a generator that reads like a recipe.

Between two steps the person may go on editing: every step works on what the step before handed over, and puts
its result only where it still belongs.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from facerestore.editing.project import FaceState, Project
from facerestore.restoration.steps import Recipe
from facerestore.values.alignment import FaceCrop
from facerestore.values.framing import UNFRAMED, Framing
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.request import LayoutRequest
from facerestore_gui.background.lazy_modules import face_search, file_calculations, restoration_faces, result_files
from facerestore_gui.document.document import Document
from facerestore_gui.document.edits.faces import replace_faces
from facerestore_gui.document.edits.layout import load_layout, set_prediction
from facerestore_gui.document.restore_settings import FIRST_SEED, RestoreSettings
from facerestore_gui.document.result import Result
from facerestore_gui.document.save_options import SaveOptions
from facerestore_gui.look.translation import engine_words
from facerestore_gui.tasks.messages import notice
from facerestore_gui.tasks.task_runner import Calculation, Steps, TaskRunner


class FileTasks(QObject):
    """The tasks with photos, masks and layouts in files. Starts tasks for a document. ``settings`` has the seed, which
    begins anew with each photo. ``said`` carries a Message; ``points_wanted`` that no face was found."""

    said = Signal(object)
    points_wanted = Signal()
    saved = Signal(object)
    """The path of a file just written."""
    layout_predicted = Signal()
    """As it was asked for, not on the way to a result."""
    mask_read = Signal(object)
    """A ClassedMask of the open photo, from a file."""

    def __init__(
        self, document: Document, runner: TaskRunner, settings: RestoreSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._runner, self._settings = document, runner, settings
        self.result_path: Path | None = None
        """Where the result of the open photo was saved last."""
        self._written: Result | None = None
        self.result_options = SaveOptions()
        """How a result was saved last, or is to be saved first."""
        self.usual_format = ""
        """The suffix that is suggested; empty: by the photo's format."""
        self.is_finding_faces = False
        """Whether faces are looked for in a photo just opened, which one can paint in meanwhile."""
        document.opened.connect(self._forget_result_path)

    @property
    def result_is_written(self) -> bool:
        """Whether the result in sight is in a picture already."""
        return self._document.result is not None and self._document.result is self._written

    def open(self, photo: Path, *, mask: Path | None = None, layout: Path | None = None) -> None:
        """Open a photo, with its mask and layout if there are any, and look for faces. What was open before
        stays until everything is read."""
        self._runner.start(self.opening(photo, mask, layout))

    def find_faces(self) -> None:
        self._runner.start(self._find_faces_again())

    def predict_layout(self) -> None:
        if self._document.work is not None:
            self._runner.start(self._predict_layout(self._document.work))

    def save_result(self, path: Path, options: SaveOptions | None = None, *, warning: str = "") -> None:
        """The restored photo, or the photo as it is filled by hand where nothing was restored. ``warning``: what is to
        be said of it that the person has not read before."""
        if self._document.has_changes:
            self._runner.start(self._save_result(path, options or SaveOptions(), warning))

    def save_layers(self, path: Path, *, is_framed: bool = False) -> None:
        if self._document.has_changes:
            framing = self._project().framing if is_framed else UNFRAMED
            self._runner.start(self._save_layers(path, framing))

    def import_mask(self, path: Path) -> None:
        self._runner.start(self._import_mask(path))

    def export_mask(self, path: Path) -> None:
        self._runner.start(self._export_mask(path))

    def load_layout(self, path: Path, *, label_order: str | None = None) -> None:
        self._runner.start(self._load_layout(path, label_order))

    def save_layout(self, path: Path) -> None:
        self._runner.start(self._save_layout(path))

    # --- opening

    def opening(self, path: Path, mask_path: Path | None = None, layout_path: Path | None = None) -> Steps:
        """The task of ``open``."""
        opened: file_calculations.Opened = yield Calculation(
            "read", lambda progress, cancel: file_calculations.read_all(path, mask_path, layout_path)
        )
        self._settings.set_seed(FIRST_SEED)
        self._document.open(opened.photo, opened.picture, opened.mask)
        if mask_path is not None and opened.mask is not None and opened.mask.has_lost_classes:
            self._say_lost_classes(mask_path)
        yield from self.faces_sought(opened.layout)
        if opened.layout is not None:
            load_layout(self._document, opened.layout)
        if not self._project().faces:
            self.points_wanted.emit()

    def faces_sought_where_they_lack(self) -> Steps:
        """The task of looking for faces where it was not done when the photo was opened, or not to its end."""
        if self._project().lacks_search:
            yield from self.faces_sought()
            if not self._project().faces:
                self.points_wanted.emit()

    def faces_sought(self, layout: Layout | None = None) -> Steps:
        """The task of looking for the faces of the open photo, with which its work begins. ``layout``: whose face is
        the first."""
        self.is_finding_faces = True
        try:
            found = yield from self._faces_found()
        finally:
            self.is_finding_faces = False
        self._document.show_found_faces(found if layout is None else _with_face_of_layout(found, layout))

    def _find_faces_again(self) -> Steps:
        found = yield from self._faces_found()
        if found:
            replace_faces(self._document, self.tr("Find faces"), found)
        else:
            self.points_wanted.emit()

    def _faces_found(self) -> Recipe[tuple[FaceState, ...]]:
        project = self._document.project
        assert project is not None, "faces are looked for in an open photo"
        scan, hand, coverage, classes = project.photo, project.hand, project.coverage, project.classes
        viewed_turns = project.framing.quarter_turns
        # copied in the thread: a stroke may be half in it, which detection does not mind
        mask: Mask = yield Calculation(
            "faces", lambda progress, cancel: file_calculations.changed_mask(coverage.copy(), classes)
        )
        photo: Photo = yield Calculation(
            "faces", lambda progress, cancel: file_calculations.worked(scan, hand, coverage.copy())
        )
        found = yield from face_search.found_faces(photo, mask, viewed_turns=viewed_turns)
        if found.notes:
            self._say_how_it_lies(project, found.notes)
        project.faces_are_sought = True
        # in the list, for who sees that it is one, but nothing is painted into what is hardly a face
        return tuple(FaceState(one, is_skipped=face_search.is_doubtful(one, found.faces)) for one in found.faces)

    def _say_how_it_lies(self, project: Project, notes: Sequence[str]) -> None:
        """Until the photo is turned, which is mostly the answer."""
        lies = _angle(project)

        def holds() -> bool:
            return self._document.project is project and _angle(project) == lies

        self.said.emit(notice(self.tr("How the face lies"), " ".join(map(engine_words, notes)), holds=holds))

    # --- restoring

    def _predict_layout(self, work: FaceState) -> Steps:
        project = self._project()
        photo, hand, coverage, classes = project.photo, project.hand, project.coverage.copy(), project.classes
        crop: FaceCrop = yield Calculation(
            "crop", lambda progress, cancel: file_calculations.crop_of(photo, hand, coverage, classes, work)
        )
        prediction = yield LayoutRequest(crop)
        set_prediction(self._document, work.face, prediction.layout)
        self.layout_predicted.emit()

    # --- files

    def _finish(self) -> "Callable[[], file_calculations.Finished]":
        """What makes of the document, as it is now, all that is written of it."""
        project, result = self._project(), self._document.result
        photo, hand, coverage, classes = project.photo, project.hand, project.coverage.copy(), project.classes
        return lambda: file_calculations.finished(result, photo, hand, coverage, classes)

    def _save_result(self, path: Path, options: SaveOptions, warning: str) -> Steps:
        photo, result, finish = self._project().photo, self._document.result, self._finish()
        framing = self._project().framing if options.is_framed else UNFRAMED
        notes: tuple[str, ...] = yield Calculation(
            "write",
            lambda progress, cancel: file_calculations.write_result(finish, photo, path, options, framing),
            cancellable=False,
        )
        if result is self._document.result:
            self.result_path, self.result_options = path, options
            self._written = result
        self.saved.emit(path)
        if warning:
            self.said.emit(notice(self.tr("Saved as it is in sight"), warning))
        if self._project().framing != UNFRAMED and not options.is_framed:
            text = self.tr(
                "{file} has all of the scan, as it lies. Save as viewed is a choice of the dialog that saves."
            )
            self.said.emit(notice(self.tr("Saved, as the scan lies"), text.format(file=path.name)))
        if notes:
            self.said.emit(
                notice(self.tr("Saved; this is to be known of the file"), " ".join(map(engine_words, notes)))
            )
        if result_files.is_lossy(path):
            self.said.emit(
                notice(
                    self.tr("Saved as JPEG"),
                    self.tr("JPEG cannot keep the untouched pixels exactly; PNG and TIFF can."),
                )
            )

    def _save_layers(self, path: Path, framing: Framing) -> Steps:
        photo, finish = self._project().photo, self._finish()
        yield Calculation(
            "write",
            lambda progress, cancel: file_calculations.write_layers_of(finish, photo, path, framing),
            cancellable=False,
        )
        self.saved.emit(path)

    def _import_mask(self, path: Path) -> Steps:
        project = self._project()
        photo, classes = project.photo, project.classes
        read = yield Calculation("read", lambda progress, cancel: file_calculations.read_plane_of(photo, path, classes))
        self.mask_read.emit(read)
        if read.has_lost_classes:
            self._say_lost_classes(path)

    def _export_mask(self, path: Path) -> Steps:
        project = self._project()
        photo, coverage, classes = project.photo, project.coverage.copy(), project.classes
        yield Calculation(
            "write",
            lambda progress, cancel: file_calculations.write_plane_of(photo, coverage, classes, path),
            cancellable=False,
        )
        self.saved.emit(path)

    def _load_layout(self, path: Path, label_order: str | None) -> Steps:
        loaded: Layout | None = yield Calculation(
            "read", lambda progress, cancel: file_calculations.layout_or_none(path, label_order)
        )
        if loaded is not None:
            load_layout(self._document, loaded)
            return
        choices = [
            (name, partial(self.load_layout, path, label_order=order))
            for order, name in file_calculations.label_orders().items()
        ]
        self.said.emit(
            notice(
                self.tr("In which order are the classes numbered?"),
                self.tr("{name} does not say it, and a wrong order looks plausible.").format(name=path.name),
                *choices,
            )
        )

    def _save_layout(self, path: Path) -> Steps:
        photo, work = self._project().photo, self._document.work
        if work is None or work.layout is None:
            return
        layout = work.layout
        yield Calculation(
            "write",
            lambda progress, cancel: file_calculations.write_layout_of(photo, layout, path),
            cancellable=False,
        )
        self.saved.emit(path)

    def _say_lost_classes(self, path: Path) -> None:
        text = self.tr(
            "{name} names damage classes, but has greys that belong to none of them, as after work in another program. "
            "It was read as a plain mask: all that is light is damage."
        )
        self.said.emit(notice(self.tr("The mask lost its classes"), text.format(name=path.name)))

    def _project(self) -> Project:
        project = self._document.project
        assert project is not None, "tasks but opening begin with an open photo"
        return project

    def _forget_result_path(self) -> None:
        self.result_path = self._written = None


def _with_face_of_layout(found: tuple[FaceState, ...], layout: Layout) -> tuple[FaceState, ...]:
    """The faces with that of a layout first; it lies where the layout's file says, if it says so."""
    place = restoration_faces.face_of_layout(layout)
    if place is None:
        return found
    others = (one for one in found if not restoration_faces.is_face_of_layout(one.alignment, layout))
    return (FaceState(place), *others)


def _angle(project: Project) -> tuple[int, float]:
    return project.framing.quarter_turns, project.framing.straightening_degrees
