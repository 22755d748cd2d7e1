"""WindowRequests: what actions ask of the window alone, answered."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QMainWindow

from facerestore.files.installed_weights import named_weights
from facerestore.inference.installed_engines import installed_devices
from facerestore_gui.canvas.view import CanvasView
from facerestore_gui.dialogs.about import show_about
from facerestore_gui.dialogs.crash_reports import CrashReportsDialog
from facerestore_gui.dialogs.installation_check import InstallationCheckDialog
from facerestore_gui.dialogs.preferences import PreferencesDialog
from facerestore_gui.dialogs.shortcuts import ShortcutsDialog, menu_keys_of
from facerestore_gui.keys.shortcuts import Shortcuts
from facerestore_gui.session.session import Session
from facerestore_gui.window.docks import Docks
from facerestore_gui.window.focus_ring import FocusRing
from facerestore_gui.window.language_menu import LanguageMenu
from facerestore_gui.window.message_bar import MessageBar
from facerestore_gui.window.recent_menu import RecentMenu
from facerestore_gui.window.side_windows import SideWindows
from facerestore_gui.window.status_bar import StatusBar
from facerestore_gui.window.tour import Tour


class RequestedParts(Protocol):
    """A window by those of its parts that actions ask something of."""

    session: Session
    shortcuts: Shortcuts
    side_windows: SideWindows
    language: str
    canvas: CanvasView
    docks: Docks
    focus_ring: FocusRing
    languages: LanguageMenu
    message_bar: MessageBar
    recent_menu: RecentMenu
    status: StatusBar
    tour: Tour


class WindowRequests:
    """The ``WindowPort`` of a main window: where one looks, what has the keyboard, and what opens beside the work.
    ``parts``: the same window by its parts. ``log_folder``: what *Open the log* shows; None: nothing."""

    def __init__(self, window: QMainWindow, parts: RequestedParts, *, log_folder: Path | None) -> None:
        self._window, self._parts, self._log_folder = window, parts, log_folder

    def close(self) -> bool:
        return self._window.close()

    def zoom_by(self, steps: float) -> None:
        self._parts.canvas.zoom_by(steps)

    def zoom_to(self, scale: float) -> None:
        self._parts.canvas.zoom_to(scale)

    def fit(self) -> None:
        self._parts.canvas.fit()

    def rotate_view(self, degrees: float) -> None:
        self._parts.canvas.rotate_to(self._parts.canvas.angle + degrees)

    def put_view_upright(self) -> None:
        self._parts.canvas.rotate_to(0.0)

    def type_zoom(self) -> None:
        self._parts.session.view.leave_canvas_alone(alone=False)
        self._parts.status.zoom.type_figure()

    def reset_panels(self) -> None:
        self._parts.session.view.leave_canvas_alone(alone=False)
        self._parts.docks.reset()

    def press_cursor(
        self,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self._parts.canvas.key_cursor.press(button, modifiers)

    def go_to_next_panel(self) -> None:
        self._parts.focus_ring.go_on()

    def cancel(self) -> None:
        """Esc: end placing, else the drag, else the look at candidates, else the task, else put the cursor away, else
        the message, else bring the panels back, else leave the full screen."""
        session = self._parts.session
        if session.placer.is_active:
            session.placer.stop()
        elif self._parts.canvas.abandon_drag():
            return
        elif session.view.shows_grid:
            session.view.show_grid(shown=False)
        elif session.results.looks.pinned is not None:
            session.results.looks.leave()
        elif session.is_busy:
            session.cancel_work()
        elif self._parts.canvas.key_cursor.hide():
            return
        elif self._parts.message_bar.message is not None:
            self._parts.message_bar.clear()
        elif session.view.is_canvas_alone:
            session.view.leave_canvas_alone(alone=False)
        elif session.view.is_full_screen:
            session.view.fill_screen(filled=False)

    def pop_up(self, action: str) -> None:
        window, parts = self._window, self._parts
        menus = {"open_recent": parts.recent_menu, "language": parts.languages.menu}
        menus[action].popup(window.mapToGlobal(window.rect().center()))

    def show_batch(self) -> None:
        """The one window of the batch, in front, with the folder of the open photo."""
        project = self._parts.session.document.project
        path = None if project is None else project.photo.path
        self._parts.side_windows.show_batch(None if path is None else path.parent)

    def show_guide(self) -> None:
        """The one window of the guide, in front."""
        self._parts.side_windows.show_guide(self._parts.language)

    def change_shortcuts(self) -> None:
        titles = [action.text() for action in self._window.menuBar().actions()]
        ShortcutsDialog(self._parts.shortcuts, self._window, menu_keys=menu_keys_of(titles)).exec()

    def change_preferences(self) -> None:
        session = self._parts.session
        keeping = session.keeping
        dialog = PreferencesDialog(
            session.preferences.value,
            self._window,
            keeps_beside=keeping.is_beside,
            own_folder=keeping.own_folder,
            device_name=session.worker.device_name,
            devices=installed_devices(),
            named_weights=named_weights(),
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            session.preferences.change(dialog.chosen)
            if dialog.keeps_beside != keeping.is_beside:
                keeping.keep_beside(beside=dialog.keeps_beside)

    def start_tour(self) -> None:
        self._parts.tour.start()

    def open_log(self) -> None:
        if self._log_folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_folder)))

    def check_installation(self) -> None:
        InstallationCheckDialog(self._parts.session.worker, self._window).exec()

    def show_crash_reports(self) -> None:
        CrashReportsDialog(self._window).exec()

    def show_about(self) -> None:
        show_about(self._window)
