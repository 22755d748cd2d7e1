"""Session: one person's work on one photo, with all that is done to it, and without a widget."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from facerestore.jobs.worker import WorkerSettings
from facerestore_gui.canvas.placing import PointPlacer
from facerestore_gui.canvas.tools import ToolBox
from facerestore_gui.document.autosave import Autosave
from facerestore_gui.document.brush_presets import BrushPresets
from facerestore_gui.document.document import Document
from facerestore_gui.document.overlay_settings import OverlaySettings
from facerestore_gui.document.preferences import PreferencesKeeper
from facerestore_gui.document.reference_proposals import ReferenceProposals
from facerestore_gui.document.restore_settings import RestoreSettings
from facerestore_gui.document.suggestions import Suggestions
from facerestore_gui.document.tool_settings import (
    FRAMING_TOOLS,
    HAND_TOOLS,
    LAYOUT_TOOLS,
    MASK_TOOLS,
    ToolKind,
    ToolSettings,
)
from facerestore_gui.document.view_state import ViewMode, ViewState
from facerestore_gui.editing.damage_class_edits import DamageClassEdits
from facerestore_gui.editing.damage_search import DamageSearch
from facerestore_gui.editing.layout_controller import LayoutController
from facerestore_gui.editing.mask_edits import MaskEdits
from facerestore_gui.editing.reference_tasks import ReferenceTasks
from facerestore_gui.editing.results_controller import ResultsController
from facerestore_gui.editing.scratch_search import ScratchSearch
from facerestore_gui.editing.terms_notice import TermsNotice
from facerestore_gui.editing.wand_preview import WandPreview
from facerestore_gui.files.batch_control import BatchControl
from facerestore_gui.files.dialogs import Dialogs
from facerestore_gui.files.drops import Drops
from facerestore_gui.files.file_control import FileControl
from facerestore_gui.files.file_tasks import FileTasks
from facerestore_gui.files.photo_list import PhotoList
from facerestore_gui.files.project_keeping import ProjectKeeping
from facerestore_gui.files.project_tasks import ProjectTasks
from facerestore_gui.files.recent_files import RecentFiles
from facerestore_gui.files.recovery import Recovery
from facerestore_gui.files.versions import Versions
from facerestore_gui.session.history_steps import HistorySteps
from facerestore_gui.session.reports import Reports
from facerestore_gui.tasks.estimates import Estimates
from facerestore_gui.tasks.task_runner import TaskRunner
from facerestore_gui.tasks.worker_client import WorkerClient

_BRUSH_SHARE: Final = 0.04
"""The brush until a person chooses its size, as a share of the photo's shorter side."""


class Session(QObject):
    """The owner of the open document and of the parts that work on it. A window shows it; tests do without one.

    ``dialogs`` asks the person. ``kept``: what is remembered from one day to the next; ``journals``: where every edit
    is written at once; ``projects``: for the projects that are not kept beside their photos. None: nothing, nowhere.
    """

    changed = Signal()
    """Something that decides what can be done now, or what is checked."""
    said = Signal(object)
    """A Message."""

    def __init__(
        self,
        worker: WorkerSettings,
        dialogs: Dialogs,
        *,
        kept: QSettings | None = None,
        journals: Path | None = None,
        projects: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.preferences = PreferencesKeeper(kept, self)
        self.document = Document(self)
        self.tool_settings = ToolSettings(self)
        self.brush_presets = BrushPresets(self.tool_settings, kept, self)
        self.restore_settings = RestoreSettings(self)
        self.overlays = OverlaySettings(self)
        self.view = ViewState(self.document, self)
        self.placer = PointPlacer(self.document, self)
        self.worker = WorkerClient(worker, self)
        self.estimates = Estimates(kept)
        self.runner = TaskRunner(self.worker, self, estimates=self.estimates)
        self._has_new_candidates = self._has_results = False
        self._own_brush_px = self.tool_settings.brush_diameter_px
        """The size of the brush that was taken for a photo: a person's own is kept from one to the next."""
        self._generates_next = False
        self._first_photo: int | None = None
        """Which photo of a folder that was just opened is to be opened first; None once one is."""
        self._make_edits()
        self._make_files(dialogs, kept, journals, projects)
        self.batch = BatchControl(worker, self, own_projects=projects)
        self.damage_class_edits = DamageClassEdits(self.document, self.tool_settings, self.mask_edits, self.files, self)
        self.reports = Reports(self)
        self.history_steps = HistorySteps(self.document, self.suggestions, self.undo, self.redo, self)
        self._connect()
        self._tell_changes()
        if kept is not None:
            # where nothing is remembered, it would be told every time
            self.restore_tasks.may_begin = self.terms.lets
        self._usual_worker = worker
        self._usual_save = self.file_tasks.result_options
        self._follow_preferences()

    def _make_edits(self) -> None:
        document, settings = self.document, self.tool_settings
        self.mask_edits = MaskEdits(document, settings, TaskRunner(self.worker, self), self)
        self.suggestions = Suggestions(self, revision=lambda: document.revision)
        self.damage_search = DamageSearch(document, settings, self.suggestions, self.mask_edits, self.runner, self)
        self.layouts = LayoutController(document, settings, self.worker, self.runner, self._seed, self)
        self.results = ResultsController(document, self.worker, self.runner, self.view, self)
        self.restore_tasks = self.results.restore_tasks
        self.terms = TermsNotice(self)
        self.reference_proposals = ReferenceProposals(document, self)
        self.reference_tasks = ReferenceTasks(document, self.reference_proposals, self.runner, self)
        self.scratches = ScratchSearch(document, TaskRunner(self.worker, self), self)
        self.wand_preview = WandPreview(document, TaskRunner(self.worker, self), self)
        self.tools = ToolBox(
            document,
            settings,
            self.mask_edits,
            self.layouts.edits,
            self.suggestions,
            self.results.selection,
            self.scratches,
            self.wand_preview,
            self,
        )

    def _make_files(
        self, dialogs: Dialogs, kept: QSettings | None, journals: Path | None, projects: Path | None
    ) -> None:
        document, runner = self.document, self.runner
        self.file_tasks = FileTasks(document, runner, self.restore_settings, self)
        finish_opening = self.file_tasks.faces_sought_where_they_lack
        results = self.results.kept
        self.project_tasks = ProjectTasks(document, runner, self.restore_settings, results, finish_opening, self)
        self.restore_tasks.look_for_faces = self.file_tasks.faces_sought
        self.keeping = ProjectKeeping(document, self.project_tasks, TaskRunner(self.worker, self), projects, kept, self)
        self.files = FileControl(document, self.file_tasks, self.project_tasks, runner, self.keeping, dialogs, self)
        self.photos = PhotoList(self)
        self.autosave = Autosave(document, journals, self._seed, lambda: self.photos.sources, results, self)
        self.versions = Versions(document, self.files, self.project_tasks, runner, self)
        self.recovery = Recovery(journals, self.files, self.project_tasks, self.autosave, runner, self)
        self.recent = RecentFiles(kept, self)
        self.drops = Drops(document, self.file_tasks, self.files, runner, self.open_folders, self)

    def _connect(self) -> None:
        """What the parts tell each other."""
        self.preferences.changed.connect(self._follow_preferences)
        self.document.opened.connect(self._on_opened)
        self.document.classes_changed.connect(self._on_classes_changed)
        self.document.framing_changed.connect(self._on_framing_changed)
        self.tool_settings.kind_changed.connect(self._show_for_tool)
        self.project_tasks.opened.connect(self.recent.note)
        self.project_tasks.saved.connect(self.recent.note)
        self.project_tasks.all_saved.connect(self.autosave.mark_saved)
        self.project_tasks.partly_saved.connect(lambda path: self.autosave.mark_saved(path, is_all=False))
        for saved in (self.project_tasks.all_saved, self.project_tasks.saved, self.file_tasks.saved):
            saved.connect(self._on_saved)
        self.file_tasks.mask_read.connect(self.mask_edits.replace)
        self.file_tasks.layout_predicted.connect(self._offer_class_brush)
        self.results.kept.changed.connect(self._show_candidates)
        self.files.folder_wanted.connect(lambda path: self.open_folders([path]))
        self.files.references_wanted.connect(self.reference_tasks.add_photos)
        self.files.reference_mask_chosen.connect(self.reference_tasks.mask_by_file)
        self.files.reference_mask_painted.connect(self.reference_tasks.mask)
        self.files.album_wanted.connect(self.reference_tasks.search_folder)
        self.photos.wanted.connect(self.files.open_file)
        self.photos.listed.connect(self.autosave.keep_photos)
        self.recovery.photos_found.connect(self._show_photos_again)
        self.restore_tasks.seed_wanted.connect(self.restore_settings.set_seed)
        self.restore_tasks.candidate_made.connect(self._note_candidate)
        self.document.result_changed.connect(self._forget_candidates)
        self.runner.ended.connect(self._keep_candidates)
        self.reports.follow_files(self.file_tasks, self.project_tasks, self.autosave)
        self.reports.follow_placing(self.file_tasks, self.placer, self._lacks_face_and_mask)
        self.failures = (
            self.runner.failed,
            self.layouts.failed,
            self.mask_edits.runner.failed,
            self.scratches.runner.failed,
        )
        """What tells that something failed; each carries a FaceRestoreError."""
        for failed in self.failures:
            failed.connect(self.reports.say_failure)
        self.runner.failed.connect(self._go_past_broken)
        self.runner.ended.connect(self._generate_now)
        for said in (
            self.reports.said,
            self.damage_search.said,
            self.restore_tasks.said,
            self.reference_tasks.said,
            self.damage_class_edits.said,
            self.keeping.said,
            self.tools.said,
            self.terms.said,
        ):
            said.connect(self.said)

    def _follow_preferences(self) -> None:
        """What is under way ends as it began."""
        wanted = self.preferences.value
        if wanted.save != self._usual_save:
            # what was chosen last for a photo stays, until the person wants something else always
            self._usual_save = self.file_tasks.result_options = wanted.save
        self.file_tasks.usual_format = wanted.save_format
        self.document.set_undo_limit(wanted.undo_mib * 2**20)
        # a device named by who made the session stays
        device = wanted.device if self._usual_worker.device == "auto" else self._usual_worker.device
        worker = replace(self._usual_worker, device=device, threads=wanted.threads)
        self.worker.use(worker)
        self.batch.worker = worker

    def _tell_changes(self) -> None:
        document, layouts = self.document, self.layouts
        for signal in (
            document.history_changed,
            document.faces_changed,
            document.current_face_changed,
            document.result_changed,
            document.framing_changed,
            self.tool_settings.changed,
            self.view.mode_changed,
            self.view.overlays_changed,
            self.view.bars_changed,
            self.view.loupe_changed,
            self.overlays.changed,
            self.placer.changed,
            self.photos.changed,
            self.suggestions.began_or_ended,
            self.suggestions.steps_changed,
            layouts.predictions.uncertainty_changed,
            layouts.preview.changed,
            self.project_tasks.saved,
            self.keeping.changed,
            self.restore_tasks.restorer_changed,
            self.results.selection.changed,
            self.results.looks.changed,
            self.results.kept.changed,
            self.runner.began,
            self.runner.ended,
        ):
            signal.connect(self._tell_change)

    def open_folders(self, paths: Sequence[Path]) -> None:
        """Show the photos of folders, or several photos, as a filmstrip, and open the first one."""
        if not self.photos.list_photos(paths):
            self.reports.say_no_photos()
            return
        self.view.show_filmstrip(shown=True)
        if self.photos.row < 0:
            self._first_photo = 0
            self.files.open_file(self.photos.paths[0])

    def _show_photos_again(self, paths: Sequence[Path]) -> None:
        """Those that were gone through before; the open one is open already."""
        if self.photos.list_photos(paths):
            self.view.show_filmstrip(shown=True)

    def _go_past_broken(self) -> None:
        """The first photo that can be opened is opened; what is wrong with the others stays said."""
        if self._first_photo is not None and self._first_photo + 1 < len(self.photos.paths):
            self._first_photo += 1
            path = self.photos.paths[self._first_photo]
            # when the task that failed has ended: opening is one of its own
            QTimer.singleShot(0, self, lambda: self.files.open_file(path))

    def generate(self) -> None:
        """A result of the seed in hand; what is suggested and not accepted yet is asked about first."""
        seed = self.restore_settings.seed
        if self.file_tasks.is_finding_faces:
            if not self._generates_next:
                self._generates_next = True
                self.reports.say_generate_waits(lambda: self._generates_next)
        elif self.suggestions.is_active and self.suggestions.taken:
            self.damage_search.say_they_wait(lambda: self.restore_tasks.generate(seed))
        else:
            self.restore_tasks.generate(seed)

    def _generate_now(self) -> None:
        """What was asked for while faces were looked for; not if that was cancelled, or another photo was opened."""
        wanted, self._generates_next = self._generates_next, False
        if wanted and not self.document.mask_is_empty:
            QTimer.singleShot(0, self, self.generate)

    @property
    def undo_label(self) -> str | None:
        """What undo would take back: of the suggestions that are looked through, else of the document."""
        return self.suggestions.undo_label or self.document.undo_label

    @property
    def redo_label(self) -> str | None:
        return self.suggestions.redo_label or self.document.redo_label

    def undo(self) -> None:
        (self.suggestions if self.suggestions.undo_label else self.document).undo()

    def redo(self) -> None:
        (self.suggestions if self.suggestions.redo_label else self.document).redo()

    @property
    def named_file(self) -> Path | None:
        """The file by whose name a person knows what is open: the photo, or a project that they named themselves."""
        project, file = self.document.project, self.document.project_file
        photo = None if project is None else project.photo.path
        if file is None or photo is None:
            return file or photo
        from facerestore.documents.kept_projects import has_chosen_name

        return file if has_chosen_name(file, photo, self.keeping.own_folder) else photo

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way that the person asked for."""
        return self.mask_edits.is_busy or self.runner.is_busy

    def _lacks_face_and_mask(self) -> bool:
        project = self.document.project
        return project is not None and not project.faces and self.document.mask_is_blank

    def cancel_work(self) -> None:
        """The edits of the mask that are under way, else the task and what waits for its end."""
        self._generates_next = False
        if self.mask_edits.is_busy:
            self.mask_edits.cancel()
        else:
            self.runner.cancel()

    def close(self) -> None:
        """End what is under way, and the worker. What is unsaved is lost: ``files.may_leave`` asks before."""
        self.mask_edits.cancel()
        self.mask_edits.runner.close()
        self.scratches.runner.close()
        self.runner.close()
        self.layouts.close()
        self.results.looks.close()
        self.wand_preview.close()
        self.worker.close()
        self.batch.close()
        self.keeping.close()
        self.autosave.close()

    def _seed(self) -> int:
        return self.restore_settings.seed

    def _tell_change(self) -> None:
        self.changed.emit()

    def _on_opened(self) -> None:
        project = self.document.project
        assert project is not None, "it has just been opened"
        self._first_photo, self._generates_next = None, False
        if self.document.project_file is None and project.photo.path is not None:
            self.recent.note(project.photo.path)
        if project.photo.path is not None and self.photos.is_elsewhere(project.photo.path):
            # next and previous would lead away from what was opened
            self.photos.clear()
            self.view.show_filmstrip(shown=False)
        self.photos.set_open(project.photo.path)
        painting = (MASK_TOOLS | HAND_TOOLS) - {ToolKind.SUGGEST}
        if self.document.mask_is_blank and self.tool_settings.kind not in painting:
            # the first thing to do, whatever was done to the photo before
            self.tool_settings.choose(ToolKind.BRUSH)
        extent = project.photo.extent
        if self.tool_settings.brush_diameter_px == self._own_brush_px:
            # nobody has chosen another one
            self._own_brush_px = float(round(_BRUSH_SHARE * min(extent.width, extent.height)))
            self.tool_settings.set_brush_diameter(self._own_brush_px)
            self._own_brush_px = self.tool_settings.brush_diameter_px
        self._tell_change()

    def _offer_class_brush(self) -> None:
        """With a tool of the mask in hand the legend gives its room away, and nothing would lead to it."""
        settings = self.tool_settings
        if settings.kind not in LAYOUT_TOOLS:
            self.reports.say_layout_predicted(
                lambda: settings.choose(ToolKind.PAINT), holds=lambda: settings.kind not in LAYOUT_TOOLS
            )

    def _show_for_tool(self) -> None:
        """A comparison shows nothing of what some tools work on."""
        kind = self.tool_settings.kind
        if kind is ToolKind.POINTS and self.view.mode is not ViewMode.ORIGINAL:
            self.view.set_mode(ViewMode.ORIGINAL)
        elif kind in LAYOUT_TOOLS | HAND_TOOLS | FRAMING_TOOLS | {ToolKind.SUGGEST}:
            self.view.leave_comparison()

    def _on_classes_changed(self) -> None:
        if self.document.project is not None:
            self.tool_settings.set_classes(self.document.project.classes)

    def _on_framing_changed(self) -> None:
        project = self.document.project
        if project is not None:
            self.photos.note_framing(project.photo.path, project.framing, project.photo.extent)

    def _on_saved(self) -> None:
        project = self.document.project
        self.photos.mark(None if project is None else project.photo.path)

    def _show_candidates(self) -> None:
        """The first results bring the bar of their candidates; a photo without one has none."""
        has_results = bool(self.results.kept.results)
        if has_results != self._has_results:
            self._has_results = has_results
            self.view.show_candidates(shown=has_results)

    def _note_candidate(self) -> None:
        self._has_new_candidates = True

    def _forget_candidates(self) -> None:
        """A result that was just made is kept with all of them."""
        self._has_new_candidates = False

    def _keep_candidates(self) -> None:
        """Candidates that nobody chose yet belong into the project, too, when all that were asked for are made."""
        if self._has_new_candidates:
            self._has_new_candidates = False
            self.autosave.keep_result()
            self.keeping.note_change()
