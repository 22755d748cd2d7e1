"""The window: arranges canvas, panels and bars, and connects them. What happens, happens elsewhere."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QSettings, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from facerestore.jobs.worker import WorkerSettings
from facerestore_gui.actions.actions import Actions
from facerestore_gui.canvas.companion import Companion
from facerestore_gui.canvas.layout_overlays import LayoutOverlays
from facerestore_gui.canvas.placing import PointPlacer
from facerestore_gui.canvas.scene import CanvasScene
from facerestore_gui.canvas.tools import ToolBox
from facerestore_gui.canvas.view import CanvasView
from facerestore_gui.dialogs.files import FileDialogs
from facerestore_gui.document.autosave import Autosave
from facerestore_gui.document.document import Document
from facerestore_gui.document.suggestions import Suggestions
from facerestore_gui.document.tool_settings import ToolSettings
from facerestore_gui.editing.damage_class_edits import DamageClassEdits
from facerestore_gui.editing.damage_search import DamageSearch
from facerestore_gui.editing.layout_controller import LayoutController
from facerestore_gui.editing.mask_edits import MaskEdits
from facerestore_gui.editing.results_controller import ResultOverlays, ResultsController
from facerestore_gui.files.drops import Drops, dropped_files
from facerestore_gui.files.file_control import FileControl
from facerestore_gui.files.file_tasks import FileTasks
from facerestore_gui.files.filmstrip import Filmstrip
from facerestore_gui.files.project_tasks import ProjectTasks
from facerestore_gui.files.recent_files import RecentFiles
from facerestore_gui.files.recovery import Recovery
from facerestore_gui.files.versions import Versions
from facerestore_gui.keys.shortcuts import Shortcuts
from facerestore_gui.look.languages import LanguageMenu
from facerestore_gui.panels.candidates_bar import CandidatesBar
from facerestore_gui.tasks.estimates import Estimates
from facerestore_gui.tasks.ram_usage import RamUsage
from facerestore_gui.tasks.task_runner import TaskRunner
from facerestore_gui.tasks.worker_client import WorkerClient
from facerestore_gui.window.action_state import keep_in_step, refresh
from facerestore_gui.window.announcements import Announcements
from facerestore_gui.window.bars import add_bars, add_menus
from facerestore_gui.window.face_class_keys import FaceClassKeys
from facerestore_gui.window.focus_ring import FocusRing
from facerestore_gui.window.handlers import handlers
from facerestore_gui.window.message_bar import MessageBar
from facerestore_gui.window.side_column import SideColumn
from facerestore_gui.window.signal_wiring import Connections
from facerestore_gui.window.status_bar import StatusBar
from facerestore_gui.window.tour import Tour
from facerestore_gui.window.welcome import Welcome
from facerestore_gui.window.window_keys import WindowKeys
from facerestore_gui.window.window_settings import (
    kept_language,
    recall,
    recall_shortcuts,
    remember,
    remember_shortcuts,
)

_FIRST_SIZE_PX: Final = (1360, 900)
_FRAME_PX: Final = (8, 40)
"""Room for what the system draws round a window, which nobody knows before it is shown."""


class MainWindow(QMainWindow):
    """One window, one photo. ``kept``: what it remembers from one day to the next; ``journals``: where every edit is
    written at once. None: nothing, nowhere. ``samples``: where the tour's portrait is made, if not in the program's
    own state. ``language``: the one that is installed."""

    def __init__(
        self,
        worker: WorkerSettings,
        *,
        kept: QSettings | None = None,
        log_folder: Path | None = None,
        journals: Path | None = None,
        samples: Path | None = None,
        language: str = "en",
    ) -> None:
        super().__init__()
        self._kept, self.log_folder, self.language = kept, log_folder, language
        self.document = Document(self)
        self.tool_settings = ToolSettings(self)
        self.placer = PointPlacer(self.document, self)
        self.worker = WorkerClient(worker, self)
        self.runner = TaskRunner(self.worker, self, estimates=Estimates(kept))
        self.mask_edits = MaskEdits(self.document, self.tool_settings, TaskRunner(self.worker, self), self)
        self.suggestions = Suggestions(self)
        self.damage_search = DamageSearch(
            self.document, self.tool_settings, self.suggestions, self.mask_edits, self.runner, self
        )
        self.layouts = LayoutController(self.document, self.tool_settings, self.worker, self.runner, self._seed, self)
        self.tools = ToolBox(
            self.document, self.tool_settings, self.mask_edits, self.layouts.edits, self.suggestions, self
        )
        self.file_tasks = FileTasks(self.document, self.runner, self)
        self.results = ResultsController(self.document, self.tool_settings, self.tools, self.worker, self.runner, self)
        self.restore_tasks = self.results.restore_tasks
        self.project_tasks = ProjectTasks(self.document, self.runner, (self._seed, self._set_seed), self)
        self.files = FileControl(
            self.document, self.file_tasks, self.project_tasks, self.runner, FileDialogs(self), self
        )
        self.autosave = Autosave(self.document, journals, self._seed, self)
        self.damage_class_edits = DamageClassEdits(self.document, self.tool_settings, self.mask_edits, self.files, self)
        self.versions = Versions(self.document, self.files, self.project_tasks, self.runner, self)
        self.recovery = Recovery(journals, self.files, self.project_tasks, self.autosave, self.runner, self)
        self.recent = RecentFiles(kept, self.files.open_file, self)
        self.languages = LanguageMenu(kept_language(kept), self)
        self.filmstrip = Filmstrip(self)
        self.drops = Drops(self.document, self.file_tasks, self.files, self.runner, self.open_folders, self)
        self.shortcuts = Shortcuts(self)
        self.actions_table = Actions(handlers(self), self.shortcuts, self)
        self.actions_table.by_name["open_recent"].setMenu(self.recent.menu)
        self.actions_table.by_name["language"].setMenu(self.languages.menu)
        self.canvas_scene = CanvasScene(self.document, self.tool_settings, self.tools, self.placer, self.suggestions)
        LayoutOverlays(self.canvas_scene, self.document, self.layouts, self.tools.part)
        self.canvas = CanvasView(self.canvas_scene, self.tool_settings, self.tools, self.placer, self.shortcuts, self)
        self.result_overlays = ResultOverlays(self.canvas_scene, self.document, self.tool_settings, self.results)
        self.face_class_keys = FaceClassKeys(self.tool_settings, self)
        self._arrange()
        self._keys = WindowKeys(
            self.shortcuts, self.face_class_keys, self.canvas_scene, self.actions_table, self.announcements
        )
        self.tour = Tour(self, kept, samples)
        self._connections = Connections(self, kept)
        keep_in_step(self)
        self._take_place()

    def _arrange(self) -> None:
        actions = self.actions_table.by_name
        self.message_bar = MessageBar(self)
        self.announcements = Announcements(
            self.message_bar,
            self.runner,
            self.file_tasks,
            self.project_tasks,
            self.files,
            self.placer,
            self.autosave,
            self,
        )
        self.column = SideColumn(
            self.document, self.tool_settings, self.suggestions, self.layouts, self.restore_tasks, actions, self
        )
        self._pages = QStackedWidget(self)
        self._pages.addWidget(Welcome(actions["open"], self))
        self._canvas_page = QWidget(self)
        sides = QHBoxLayout(self._canvas_page)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(2)
        self.companion = Companion(self.canvas_scene, self.canvas, self._canvas_page)
        sides.addWidget(self.companion, 1)
        sides.addWidget(self.canvas, 1)
        self._pages.addWidget(self._canvas_page)
        self.candidates_bar = CandidatesBar(
            self.document, self.restore_tasks, self.results.selection, self.results.kept, actions, self
        )
        self.candidates_bar.hide()
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.message_bar)
        left.addWidget(self._pages, 1)
        left.addWidget(self.candidates_bar)
        left.addWidget(self.filmstrip)
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.column)
        self.setCentralWidget(middle)
        add_menus(self, actions)
        self._bars = add_bars(self, actions)
        self.status = StatusBar(self.runner, self.mask_edits.runner, self)
        self.status.watch_memory(RamUsage(lambda: self.worker.worker_pid))
        self.setStatusBar(self.status)
        self.focus_ring = FocusRing(self, self.canvas, self._stops)
        self.message_bar.stand_before(self.canvas)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    def _stops(self) -> list[QWidget]:
        return [
            self.tour.mark,
            *self.column.stops(),
            self.candidates_bar,
            self.filmstrip,
            *self._bars,
            self.message_bar,
        ]

    def _seed(self) -> int:
        return self.column.restore_section.seed

    def _set_seed(self, seed: int) -> None:
        self.column.restore_section.set_seed(seed)

    def open_folders(self, paths: Sequence[Path]) -> None:
        """Show the photos of folders, or several photos, as a filmstrip, and open the first one."""
        if not self.filmstrip.open(paths):
            self.announcements.say_no_photos()
        elif not self.filmstrip.is_open_photo_among():
            self.filmstrip.go(1)

    def cancel(self) -> None:
        """Esc: end placing, else the drag, else the task, else put the cursor away, else the message."""
        if self.placer.is_active:
            self.placer.stop()
        elif self.canvas.abandon_drag():
            return
        elif self.mask_edits.is_busy or self.runner.is_busy:
            self.cancel_work()
        elif not self.canvas.key_cursor.hide():
            self.message_bar.clear()

    def cancel_work(self) -> None:
        """The edits of the mask that are under way, else the task."""
        if self.mask_edits.is_busy:
            self.mask_edits.cancel()
        else:
            self.runner.cancel()

    def show_canvas(self) -> None:
        """In place of the welcome."""
        self._pages.setCurrentWidget(self._canvas_page)

    def refresh(self) -> None:
        """Bring actions, title and hint in step with document, tool and task."""
        refresh(self)

    def _take_place(self) -> None:
        self.resize(QSize(*_FIRST_SIZE_PX).boundedTo(self.screen().availableSize() - QSize(*_FRAME_PX)))
        kept = self._kept
        if kept is not None:
            recall(self, self.column, kept)
            recall_shortcuts(self.shortcuts, kept)
            self.shortcuts.changed.connect(lambda: remember_shortcuts(self.shortcuts, kept))

    # --- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self._keys.release(event):
            super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "column"):
            self.actions_table.refresh_icons()
            self.column.refresh_icons()
            self.message_bar.refresh_icons()
            self.canvas.viewport().update()
        elif event.type() == QEvent.Type.ActivationChange and hasattr(self, "_keys") and not self.isActiveWindow():
            self._keys.leave()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.drops.take(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_leave(once_saved=self.close):
            event.ignore()
            return
        self.mask_edits.cancel()
        self.mask_edits.runner.close()
        self.runner.close()
        self.layouts.close()
        self.worker.close()
        self.filmstrip.close_pool()
        self.autosave.close()
        if self._kept is not None:
            remember(self, self.column, self._kept)
        event.accept()
