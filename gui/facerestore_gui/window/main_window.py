"""The window: makes canvas, panels and bars, and shows a session in them. What happens, happens in the session."""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
    QObject,
    QSettings,
    QSize,
    Qt,
    QTimer,
    SignalInstance,
)
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QTabBar, QWidget
from shiboken6 import Shiboken

from facerestore.jobs.worker import WorkerSettings
from facerestore_gui.actions.action_table import DEFAULT_KEYS
from facerestore_gui.actions.actions import Actions
from facerestore_gui.canvas.candidate_grid import CandidateGrid
from facerestore_gui.canvas.drawing import degrees_of
from facerestore_gui.canvas.layout_overlays import LayoutOverlays
from facerestore_gui.canvas.result_overlays import ResultOverlays
from facerestore_gui.canvas.scene import CanvasScene
from facerestore_gui.canvas.view import CanvasView
from facerestore_gui.dialogs.files import FileDialogs
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.keys.shortcuts import Shortcuts
from facerestore_gui.look.languages import install_language
from facerestore_gui.panels.candidates_bar import CandidatesBar
from facerestore_gui.panels.filmstrip import Filmstrip
from facerestore_gui.panels.history_panel import HistoryPanel
from facerestore_gui.panels.navigator import Navigator
from facerestore_gui.session.session import Session
from facerestore_gui.tasks.messages import notice
from facerestore_gui.tasks.ram_usage import RamUsage
from facerestore_gui.window.announcements import Announcements
from facerestore_gui.window.bars import add_bars, add_menus
from facerestore_gui.window.canvas_focus import CanvasFocus, is_of
from facerestore_gui.window.docks import Docks
from facerestore_gui.window.drop_areas import DropAreas
from facerestore_gui.window.dropped_files import dropped_files
from facerestore_gui.window.end_notice import EndNotice
from facerestore_gui.window.face_class_keys import FaceClassKeys
from facerestore_gui.window.focus_ring import FocusRing
from facerestore_gui.window.hints import hint
from facerestore_gui.window.language_change import LanguageChange
from facerestore_gui.window.language_menu import LanguageMenu
from facerestore_gui.window.look_bar import LookBar
from facerestore_gui.window.message_bar import MessageBar
from facerestore_gui.window.middle import Pages
from facerestore_gui.window.origin_legend import OriginLegend
from facerestore_gui.window.recent_menu import RecentMenu
from facerestore_gui.window.requests import WindowRequests
from facerestore_gui.window.side_column import SideColumn
from facerestore_gui.window.side_windows import SideWindows
from facerestore_gui.window.standing import Standing
from facerestore_gui.window.status_bar import StatusBar
from facerestore_gui.window.suggestions_bar import SuggestionsBar
from facerestore_gui.window.tour import Tour
from facerestore_gui.window.welcome import Welcome
from facerestore_gui.window.window_keys import WindowKeys
from facerestore_gui.window.window_settings import (
    recall,
    recall_shortcuts,
    remember,
    remember_shortcuts,
)

_FIRST_SIZE_PX: Final = (1360, 900)
_SAID_MS: Final = 5000
"""How long it is said how the panels come back."""
_FRAME_PX: Final = (8, 40)
"""Room for what the system draws round a window, which nobody knows before it is shown."""


class MainWindow(QMainWindow):
    """One window, one session, one photo. ``kept``: what it remembers from one day to the next; ``journals``: where
    every edit is written at once; ``projects``: for projects that are not kept beside their photos. None: nothing,
    nowhere. ``samples``: where the tour's portrait is made, if not in the
    program's own state. ``language``: the one that is installed. ``requests``: what answers its actions.

    The session, the keys and the windows beside it last; all that is seen in this one is made anew when the person
    chooses another language, and stands as it stood."""

    def __init__(
        self,
        worker: WorkerSettings,
        *,
        kept: QSettings | None = None,
        log_folder: Path | None = None,
        journals: Path | None = None,
        projects: Path | None = None,
        samples: Path | None = None,
        language: str = "en",
    ) -> None:
        super().__init__()
        self._kept, self._log_folder, self.language = kept, log_folder, language
        self._projects, self._samples = projects, samples
        self._was_alone = False
        self.session = Session(worker, FileDialogs(self), kept=kept, journals=journals, projects=projects, parent=self)
        self.shortcuts = Shortcuts(DEFAULT_KEYS, self)
        self.side_windows = SideWindows(self, self.session.batch, self.session.files)
        LanguageChange(self.session.preferences, self._can_speak_anew, self.speak, self)
        self._seen: list[QObject] = []
        """All that is made anew with a language; others may have hung further objects on the window since."""
        self._seen_names: list[str] = []
        """What the window calls parts of it."""
        self._furnish()
        self._take_place()

    # --- what is seen

    def _furnish(self) -> None:
        """All that the window shows, in the language of now."""
        children, names = set(self.children()), set(vars(self))
        self._make_parts()
        # Qt keeps the bars of stacked panels for other panels
        made = (child for child in self.children() if not isinstance(child, QTabBar))
        self._seen = [child for child in made if child not in children]
        self._seen_names = [name for name in vars(self) if name not in names and not name.startswith("__")]
        self._connect()
        self.refresh()

    def _make_parts(self) -> None:
        self.requests = WindowRequests(self, self, log_folder=self._log_folder)
        self.actions_table = Actions(self.session, self.requests, self.shortcuts, self)
        self._make_canvas()
        self._make_widgets()
        self._arrange()
        self.tour = Tour(
            self,
            self.session,
            self.canvas,
            self.column,
            self.actions_table.by_name["generate"],
            self.shortcuts,
            kept=self._kept,
            folder=self._samples,
        )

    def _can_speak_anew(self) -> bool:
        """Not over what is asked, pointed at or prepared."""
        is_asked = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        is_in_hand = self.canvas.is_dragging or QApplication.mouseButtons() != Qt.MouseButton.NoButton
        return not (is_asked or is_in_hand or self.tour.is_preparing) and self.side_windows.can_be_made_anew

    def speak(self, chosen: str | None) -> None:
        """Say everything in a language, None for the system's. Nothing of the work is touched, and nothing stands
        elsewhere."""
        application = QApplication.instance()
        assert application is not None, "it shows this window"
        self._keys.leave()
        standing = Standing.of(self)
        self.setUpdatesEnabled(False)
        self._strip()
        self.language = install_language(application, chosen)
        self.setLocale(QLocale())
        self._furnish()
        self.side_windows.make_anew(self.language)
        standing.show_again(self)
        self.setUpdatesEnabled(True)

    def _strip(self) -> None:
        """Take down all that is seen. What the session would tell of it is let go with it."""
        for signal, call in self._heard():
            signal.disconnect(call)
        self._let_go_of_keyboard()
        self.filmstrip.close_pool()
        self.canvas_scene.photo.close()
        while self._seen:
            # what goes takes others along
            part = self._seen.pop(0)
            if Shiboken.isValid(part):
                Shiboken.delete(part)
        del part  # the last one would be held
        for name in self._seen_names:
            delattr(self, name)
        # items of the canvas are no objects of Qt: as long as Python has them, the session would still tell them
        gc.collect()

    def _make_canvas(self) -> None:
        session = self.session
        self.canvas_scene = scene = CanvasScene(
            session.document,
            session.tool_settings,
            session.view,
            session.overlays,
            session.tools,
            session.placer,
            session.suggestions,
            self,
        )
        LayoutOverlays(scene, session.document, session.layouts, session.tools.part)
        results = session.results
        ResultOverlays(
            scene, session.document, session.tool_settings, results.selection, results.looks, session.tools.choice
        )
        self.canvas = CanvasView(scene, session.tool_settings, session.tools, session.placer, self.shortcuts, self)

    def _make_widgets(self) -> None:
        session, actions = self.session, self.actions_table.by_name
        self._pages = Pages(Welcome(actions["open"], self), self.canvas_scene, self.canvas, self)
        self.companion = self._pages.companion
        results = session.results
        self.candidate_grid = CandidateGrid(
            session.document,
            results.selection,
            results.looks,
            session.view,
            lambda: degrees_of(self.canvas.transform()),
            self._pages,
        )
        self._pages.add_grid(self.candidate_grid)
        self.look_bar = LookBar(results.looks, results.selection, session.view, actions, self._pages)
        self.message_bar = MessageBar(self._pages)
        self.suggestions_bar = SuggestionsBar(session.suggestions, session.tool_settings, actions, self._pages)
        self.origin_legend = OriginLegend(session.document, session.view, self._pages)
        self.announcements = Announcements(self.message_bar, session, self.canvas.viewport(), self)
        self.column: SideColumn = SideColumn(session, actions, self)
        self.candidates_bar = CandidatesBar(
            session.document,
            session.restore_tasks,
            results.selection,
            results.looks,
            results.kept,
            session.restore_settings,
            actions,
            self,
        )
        self.filmstrip = Filmstrip(session.photos, self, own_folder=self._projects)
        self.navigator = Navigator(session.document, session.view, self.canvas, self)
        self.history_panel = HistoryPanel(session.history_steps, self)
        self.recent_menu = RecentMenu(session.recent, session.files.open_file, self)
        self.languages = LanguageMenu(session.preferences, self)
        actions["open_recent"].setMenu(self.recent_menu)
        actions["language"].setMenu(self.languages.menu)
        self.face_class_keys = FaceClassKeys(session.tool_settings, self)
        self._keys = WindowKeys(
            self.shortcuts,
            self.face_class_keys,
            session.view,
            self.actions_table,
            self.announcements,
            self._look_at_number,
        )

    def _arrange(self) -> None:
        session, actions = self.session, self.actions_table.by_name
        self.setCentralWidget(self._pages)
        self.docks = Docks(
            self,
            session.view,
            column=self.column,
            navigator=self.navigator,
            history=self.history_panel,
            candidates=self.candidates_bar,
            filmstrip=self.filmstrip,
        )
        add_menus(self, actions)
        self._bars = add_bars(self, actions)
        self.status = StatusBar(session.runner, session.mask_edits.runner, self)
        self.status.watch_memory(RamUsage(lambda: session.worker.worker_pid))
        self.status.follow(session, self.canvas)
        self.status.offer_notes(self.announcements)
        self.setStatusBar(self.status)
        self.docks.follow_bars((self.menuBar(), *self._bars, self.status))
        self.docks.show_wanted()
        self.focus_ring = FocusRing(self, self.canvas, self._stops)
        self._canvas_focus = CanvasFocus(self, self.canvas, self.shortcuts)
        self.message_bar.stand_before(self.canvas)
        EndNotice(self, session.runner, lambda: _title(session.named_file))
        self._drop_areas = DropAreas(self.canvas)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    def _look_at_number(self, number: int) -> bool:
        """A digit is the number of a candidate while one is looked at, or painted from."""
        session = self.session
        is_among_candidates = session.view.is_looking or session.tool_settings.kind is ToolKind.CHOOSE
        if is_among_candidates:
            session.results.looks.look_at_place(number - 1)
        return is_among_candidates

    def _stops(self) -> list[QWidget]:
        return [
            self.tour.mark,
            self.docks.navigator,
            self.docks.history,
            *self.column.stops(),
            self.candidates_bar,
            self.docks.filmstrip,
            *self._bars,
            self.status,
            self.suggestions_bar,
            self.look_bar,
            self.message_bar,
        ]

    def _end_drag(self) -> None:
        """A stroke is of the photo that it was begun in."""
        self.canvas.let_go()

    def _let_go_of_keyboard(self) -> None:
        """Else it would go from one widget to the next as they are taken down."""
        focused = QApplication.focusWidget()
        if focused is not None and is_of(focused, self):
            focused.clearFocus()

    def _heard(self) -> tuple[tuple[SignalInstance, Callable[[], None]], ...]:
        """What the window itself hears of what lasts, as long as something is seen in it."""
        session = self.session
        return (
            (session.document.opened, self._on_opened),
            (session.files.leaving, self._end_drag),
            (session.view.bars_changed, self._follow_bars),
            (session.changed, self.refresh),
            (self.shortcuts.changed, self.refresh),
        )

    def _connect(self) -> None:
        session = self.session
        for signal, call in self._heard():
            signal.connect(call)
        self.status.zoom.left.connect(self.canvas.setFocus)
        self.status.cancel_wanted.connect(session.cancel_work)
        self.tour.said.connect(self.message_bar.show_message)
        self.canvas.key_cursor.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Bring actions, title and hint in step with the session."""
        document = self.session.document
        self.actions_table.refresh()
        self.announcements.take_back_refusal(self.actions_table)
        self.status.set_hint(hint(self.session, self.canvas.key_cursor, self.shortcuts))
        if document.project is None:
            self.setWindowTitle("facerestore")
        else:
            self.setWindowTitle(f"{_title(self.session.named_file)}[*] - facerestore")
        self.setWindowModified(bool(document.unsaved_parts()))

    def _follow_bars(self) -> None:
        """Fill the screen, or give it back, as the view wants it; say how the panels come back."""
        view = self.session.view
        self._pages.show_grid(shown=view.shows_grid)
        if view.is_full_screen != self.isFullScreen():
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        if view.is_canvas_alone != self._was_alone:
            self._was_alone = view.is_canvas_alone
            if self._was_alone and self.message_bar.message is None:
                self._say_alone()

    def _say_alone(self) -> None:
        view = self.session.view
        text = self.tr("All come back with the same key{keys}, or with Esc.")
        message = notice(
            self.tr("The panels are put away"),
            text.format(keys=self.shortcuts.bracketed("canvas_alone")),
            holds=lambda: view.is_canvas_alone,
        )
        self.message_bar.show_message(message)

        def take_back() -> None:
            if self.message_bar.message is message:
                self.message_bar.clear()

        QTimer.singleShot(_SAID_MS, self, take_back)

    def show_work(self) -> None:
        """What is open in the session, in place of the welcome."""
        if self.session.document.project is not None:
            self._pages.show_canvas()
        self._follow_bars()

    def _on_opened(self) -> None:
        self.canvas.abandon_drag()  # of a stroke on the photo before
        self.canvas.key_cursor.hide()
        self._pages.show_canvas()
        self.canvas.rotate_to(0.0)
        self.canvas.fit()
        self.canvas.setFocus()
        self.refresh()

    def _take_place(self) -> None:
        self.resize(QSize(*_FIRST_SIZE_PX).boundedTo(self.screen().availableSize() - QSize(*_FRAME_PX)))
        kept = self._kept
        if kept is not None:
            recall(self, self.session, kept)
            self.docks.recall(kept)
            self.docks.show_wanted()
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
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "docks"):
            self.actions_table.refresh_icons()
            self.column.refresh_icons()
            self.docks.refresh_icons()
            self.message_bar.refresh_icons()
            self.status.notes.refresh_icons()
            self.canvas.viewport().update()
        elif event.type() == QEvent.Type.WindowStateChange and hasattr(self, "docks"):
            # the system may have taken the window out of the full screen
            if self.session.view.is_full_screen != self.isFullScreen():
                self.session.view.fill_screen(filled=self.isFullScreen())
        elif event.type() == QEvent.Type.ActivationChange and hasattr(self, "_keys") and not self.isActiveWindow():
            self._keys.leave()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        paths = dropped_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            session = self.session
            if session.document.work is not None and session.restore_tasks.restorer.takes_references:
                self._drop_areas.offer(paths)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()
        self._drop_areas.point(event.position().toPoint())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_areas.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_files(event.mimeData())
        is_lent = self._drop_areas.is_lent(event.position().toPoint())
        if paths:
            event.acceptProposedAction()
            take = self.session.reference_tasks.take_files if is_lent else self.session.drops.take
            take(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        batch = self.session.batch
        if batch.is_at_work and not self.session.files.dialogs.stop_batch(batch.waiting):
            event.ignore()
            return
        if not self.session.files.may_leave(once_saved=self.close):
            event.ignore()
            return
        self.side_windows.close_batch()
        self.session.close()
        self.filmstrip.close_pool()
        self.canvas_scene.photo.close()
        if self._kept is not None:
            # what fills the screen today does not tomorrow
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
            remember(self, self.session, self._kept)
            self.docks.remember(self._kept)
        event.accept()


def _title(path: Path | None) -> str:
    """A file's name in a window's title, where Qt reads "[*]" as the place of its mark for changes."""
    return QCoreApplication.translate("MainWindow", "Portrait") if path is None else path.name.replace("[*]", "[*][*]")
