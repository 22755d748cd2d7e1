"""The window: arranges canvas, panels and bars, and connects them. What happens, happens elsewhere."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPointF, QSettings, QSize, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from facerestore.errors import FaceRestoreError
from facerestore.worker import Ready, WorkerSettings
from facerestore_gui.actions import Actions
from facerestore_gui.bars import add_bars, add_menus
from facerestore_gui.canvas.photo_item import ViewMode
from facerestore_gui.canvas.placing import PointPlacer
from facerestore_gui.canvas.scene import CanvasScene
from facerestore_gui.canvas.tool_settings import LAYOUT_TOOLS, ToolKind, ToolSettings
from facerestore_gui.canvas.tools import ToolBox
from facerestore_gui.canvas.view import CanvasView
from facerestore_gui.class_keys import ClassKeys
from facerestore_gui.conditions import conditions
from facerestore_gui.dialogs.about import show_about
from facerestore_gui.dialogs.files import FileDialogs
from facerestore_gui.dialogs.shortcuts import ShortcutsDialog
from facerestore_gui.document import Document
from facerestore_gui.file_control import FileControl
from facerestore_gui.hints import tool_hint
from facerestore_gui.jobs import JobRunner
from facerestore_gui.memory import recall, remember
from facerestore_gui.message_bar import MessageBar
from facerestore_gui.messages import message_of, notice
from facerestore_gui.side_column import SideColumn
from facerestore_gui.status_bar import StatusBar
from facerestore_gui.tasks import TaskRunner
from facerestore_gui.welcome import Welcome
from facerestore_gui.workflow import Workflow
from facerestore_resources.face_classes import NAMES

_BRUSH_SHARE: Final = 0.04
"""A new photo's first brush, as a share of its shorter side."""
_FIRST_SIZE_PX: Final = (1360, 900)


class MainWindow(QMainWindow):
    """One window, one photo. ``kept``: what it remembers from one day to the next; None: nothing."""

    def __init__(
        self, worker: WorkerSettings, *, kept: QSettings | None = None, log_folder: Path | None = None
    ) -> None:
        super().__init__()
        self._kept, self._log_folder = kept, log_folder
        self.document = Document(self)
        self.tool_settings = ToolSettings(self)
        self.tools = ToolBox(self.document, self.tool_settings)
        self.placer = PointPlacer(self.document, self)
        self.jobs = JobRunner(worker, self)
        self.runner = TaskRunner(self.jobs, self)
        self.workflow = Workflow(self.document, self.runner, self.jobs, self)
        self.files = FileControl(self.document, self.workflow, self.runner, FileDialogs(self), self)
        self.actions_table = Actions(self._handlers(), self)
        self.canvas_scene = CanvasScene(self.document, self.tool_settings, self.tools, self.placer)
        self.canvas = CanvasView(self.canvas_scene, self.tool_settings, self.tools, self.placer, self)
        self.class_keys = ClassKeys(self.tool_settings, self)
        self._arrange()
        self._connect()
        self._refresh()
        self._take_place()

    def _arrange(self) -> None:
        actions = self.actions_table.by_name
        self.message_bar = MessageBar(self)
        self.column = SideColumn(self.document, self.tool_settings, actions, self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(Welcome(actions["open"], self))
        self._pages.addWidget(self.canvas)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.message_bar)
        left.addWidget(self._pages, 1)
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.column)
        self.setCentralWidget(middle)
        add_menus(self, actions)
        add_bars(self, actions)
        self.status = StatusBar(self.runner, self)
        self.setStatusBar(self.status)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    def _connect(self) -> None:
        self.document.opened.connect(self._on_opened)
        for signal in (
            self.document.history_changed,
            self.document.faces_changed,
            self.document.current_face_changed,
            self.document.result_changed,
            self.tool_settings.changed,
            self.canvas_scene.mode_changed,
            self.canvas_scene.overlays_changed,
            self.placer.changed,
            self.runner.began,
            self.runner.ended,
        ):
            signal.connect(self._refresh)
        self.runner.began.connect(self._on_began)
        self.runner.failed.connect(self._on_failed)
        self.workflow.said.connect(self.message_bar.show_message)
        self.workflow.points_wanted.connect(self._on_points_wanted)
        self.workflow.saved.connect(self._on_saved)
        self.files.opening.connect(self.message_bar.clear)
        self.jobs.ready.connect(self._on_ready)
        self.status.cancel_wanted.connect(self.runner.cancel)
        self.canvas.scale_changed.connect(self._show_zoom)
        self.canvas.pointer_moved.connect(self._show_place)
        self.placer.refused.connect(self._on_points_refused)
        self.column.mask_section.look_changed.connect(self.canvas_scene.set_mask_look)
        self.column.layout_section.opacity_changed.connect(self.canvas_scene.set_layout_opacity)

    def _handlers(self) -> dict[str, Callable[..., object]]:
        """What every action of the table does. Called later, when everything exists."""
        tools = {f"tool_{kind}": self._tool_chooser(kind) for kind in ToolKind}
        views = {f"view_{mode}": self._view_chooser(mode) for mode in ViewMode}
        return {
            "open": self.files.ask_photo,
            "save": self.files.save,
            "save_as": self.files.save_as,
            "quit": self.close,
            "undo": self.document.undo,
            "redo": self.document.redo,
            "cancel": self.cancel,
            "zoom_in": lambda: self.canvas.zoom_by(1),
            "zoom_out": lambda: self.canvas.zoom_by(-1),
            "fit": lambda: self.canvas.fit(),
            "full_size": lambda: self.canvas.zoom_to(1.0),
            "show_mask": lambda shown: self.canvas_scene.show_mask(shown=shown),
            "show_layout": lambda shown: self.canvas_scene.show_layout(shown=shown),
            "next_panel": self._go_to_next_panel,
            "smaller_brush": lambda: self.tool_settings.grow_brush(-1),
            "larger_brush": lambda: self.tool_settings.grow_brush(1),
            "swap_class": self.tool_settings.swap_class,
            "clear_mask": self.document.clear_mask,
            "invert_mask": self.document.invert_mask,
            "import_mask": self.files.import_mask,
            "export_mask": self.files.export_mask,
            "find_faces": self.workflow.find_faces,
            "add_face": self.placer.start,
            "remove_face": self.document.remove_face,
            "predict_layout": self.workflow.predict_layout,
            "reset_layout": self.document.reset_layout,
            "load_layout": self.files.load_layout,
            "save_layout": self.files.save_layout,
            "generate": lambda: self.workflow.generate(self.column.restore_section.seed),
            "shortcuts": lambda: ShortcutsDialog(self).exec(),
            "open_log": self._open_log,
            "about": lambda: show_about(self),
            **tools,
            **views,
        }

    def _tool_chooser(self, kind: ToolKind) -> Callable[[object], None]:
        def choose(checked: object) -> None:
            self.tool_settings.choose(kind)
            if kind in LAYOUT_TOOLS:
                # nobody paints what is hidden
                self.canvas_scene.show_layout(shown=True)

        return choose

    def _view_chooser(self, mode: ViewMode) -> Callable[[object], None]:
        return lambda checked: self.canvas_scene.set_mode(mode)

    def cancel(self) -> None:
        """Esc: end placing, else the drag, else the task, else the message."""
        if self.placer.is_active:
            self.placer.stop()
        elif self.canvas.abandon_drag():
            return
        elif self.runner.is_busy:
            self.runner.cancel()
        else:
            self.message_bar.clear()

    # --- what others report

    def _on_opened(self) -> None:
        project = self.document.project
        assert project is not None
        extent = project.photo.extent
        self.canvas.abandon_drag()  # of a stroke on the photo before
        self._pages.setCurrentWidget(self.canvas)
        self.tool_settings.set_brush_diameter(round(_BRUSH_SHARE * min(extent.width, extent.height)))
        self.canvas.fit()
        self.canvas.setFocus()
        kind = "grey" if project.photo.pixels.ndim == 2 else "RGB"
        self.status.photo.setText(f"{extent.width} x {extent.height}, {project.photo.bits} bit {kind}")
        self._refresh()

    def _on_began(self) -> None:
        """New work makes old messages old, unless they wait for an answer."""
        message = self.message_bar.message
        if message is not None and not message.choices:
            self.message_bar.clear()

    def _on_failed(self, error: FaceRestoreError) -> None:
        self.message_bar.show_message(message_of(error))

    def _on_points_wanted(self) -> None:
        self.message_bar.show_message(
            notice("No face was found", "Show where it is: click its five points, or look again.")
        )
        self.placer.start()

    def _on_points_refused(self) -> None:
        self.message_bar.show_message(
            notice("These points make no face", "They lie on one spot. Click them again, apart from each other.")
        )

    def _on_saved(self, path: Path) -> None:
        self.message_bar.show_message(notice("Saved", str(path)))

    def _on_ready(self, ready: Ready) -> None:
        self.status.device.setText(ready.device_name)

    # --- keeping in step

    def _refresh(self) -> None:
        """Bring actions, title and hint in step with document, tool and task."""
        actions = self.actions_table.by_name
        self.actions_table.enable(conditions(self.document, self.runner))
        actions[f"tool_{self.tool_settings.kind}"].setChecked(True)
        actions[f"view_{self.canvas_scene.mode}"].setChecked(True)
        actions["show_mask"].setChecked(self.canvas_scene.mask_is_shown)
        actions["show_layout"].setChecked(self.canvas_scene.layout_is_shown)
        history, work, project = self.document.history, self.document.work, self.document.project
        undo, redo = (None, None) if history is None else (history.undo_label, history.redo_label)
        actions["undo"].setText(f"&Undo {undo.lower()}" if undo else "&Undo")
        actions["redo"].setText(f"&Redo {redo.lower()}" if redo else "&Redo")
        self.status.set_hint(
            "Click the five points of the face."
            if self.placer.is_active
            else tool_hint(
                self.tool_settings,
                has_photo=project is not None,
                has_face=work is not None,
                has_layout=work is not None and work.layout is not None,
            )
        )
        self.setWindowTitle("facerestore" if project is None else f"{_title(project.photo.path)}[*] - facerestore")
        self.setWindowModified(bool(self.document.unsaved_parts()))

    def _show_zoom(self) -> None:
        self.status.zoom.setText(f"{self.canvas.scale_factor:.0%}")

    def _show_place(self, place: QPointF) -> None:
        found = self.document.class_at(place.x(), place.y()) if self.canvas_scene.layout_is_shown else None
        self.status.place.setText("" if found is None else NAMES[found])

    def _go_to_next_panel(self) -> None:
        stops = [self.canvas, *self.column.stops()]
        focused = self.focusWidget()
        here = next((n for n, stop in enumerate(stops) if focused and stop.isAncestorOf(focused)), -1)
        if focused is self.canvas:
            here = 0
        for step in range(1, len(stops) + 1):
            stop = stops[(here + step) % len(stops)]
            if stop is self.canvas:
                stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
            first = next((w for w in stop.findChildren(QWidget) if _takes_focus(w)), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _open_log(self) -> None:
        if self._log_folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_folder)))

    def _close_unasked(self) -> None:
        """The result is saved; what came after it was named in the question, and the person chose to close."""
        self.document.forget_unsaved()
        self.close()

    def _take_place(self) -> None:
        self.resize(QSize(*_FIRST_SIZE_PX).boundedTo(self.screen().availableSize()))
        if self._kept is not None:
            recall(self, self.column, self._kept)

    # --- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.class_keys.type_digit(event.text())
        elif event.key() == Qt.Key.Key_Backslash:
            self.canvas_scene.hold_original(held=True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backslash and not event.isAutoRepeat():
            self.canvas_scene.hold_original(held=False)
        else:
            super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "column"):
            self.actions_table.refresh_icons()
            self.column.refresh_icons()
            self.message_bar.refresh_icons()
            self.canvas.viewport().update()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _dropped_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
        if len(paths) == 1:
            self.files.open_photo(paths[0])
        elif paths:
            self.message_bar.show_message(
                notice(
                    "One photo at a time", "Drop a single one here. For many there is: facerestore batch FOLDER -o OUT"
                )
            )

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_leave(once_saved=self._close_unasked):
            event.ignore()
            return
        self.runner.close()
        self.jobs.close()
        if self._kept is not None:
            remember(self, self.column, self._kept)
        event.accept()


def _dropped_files(data: QMimeData) -> list[Path]:
    """The local files of a drop."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _title(path: Path | None) -> str:
    """A photo's name in a window's title, where Qt reads "[*]" as the place of its mark for changes."""
    return "Portrait" if path is None else path.name.replace("[*]", "[*][*]")


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
