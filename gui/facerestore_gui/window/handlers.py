"""What every action of the table does, in the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from facerestore_gui.canvas.photo_item import ViewMode
from facerestore_gui.dialogs.about import show_about
from facerestore_gui.dialogs.shortcuts import ShortcutsDialog, menu_keys_of
from facerestore_gui.document.tool_settings import LAYOUT_TOOLS, MASK_TOOLS, ToolKind
from facerestore_gui.window.guide_window import GuideWindow

if TYPE_CHECKING:
    from facerestore_gui.window.main_window import MainWindow


_PART_STEP: Final = 1.05


def handlers(window: "MainWindow") -> dict[str, Callable[..., object]]:
    """A call for every name of the table; those of switches get whether it is checked. Made before the window's
    widgets exist, and called when they do."""
    files, document, settings, edits = window.files, window.document, window.tool_settings, window.mask_edits
    tools = {f"tool_{kind}": _tool_chooser(window, kind) for kind in ToolKind}
    views = {f"view_{mode}": _view_chooser(window, mode) for mode in ViewMode}
    return {
        "new": files.ask_photo,
        "open": files.ask_file,
        "open_folder": files.ask_folder,
        "open_recent": lambda: window.recent.menu.popup(window.mapToGlobal(window.rect().center())),
        "language": lambda: window.languages.menu.popup(window.mapToGlobal(window.rect().center())),
        "open_version": window.versions.offer,
        "recover": lambda: window.recovery.offer(is_asked=True),
        "save_project": files.save_project,
        "save_project_as": files.save_project_as,
        "save": files.save,
        "save_as": files.save_as,
        "quit": window.close,
        "undo": document.undo,
        "redo": document.redo,
        "cancel": window.cancel,
        "zoom_in": lambda: window.canvas.zoom_by(1),
        "zoom_out": lambda: window.canvas.zoom_by(-1),
        "fit": lambda: window.canvas.fit(),
        "full_size": lambda: window.canvas.zoom_to(1.0),
        "show_mask": lambda shown: window.canvas_scene.show_mask(shown=shown),
        "show_layout": lambda shown: window.canvas_scene.show_layout(shown=shown),
        "previous_photo": lambda: window.filmstrip.go(-1),
        "next_photo": lambda: window.filmstrip.go(1),
        "show_filmstrip": lambda shown: window.filmstrip.setVisible(shown),
        "next_panel": lambda: window.focus_ring.go_on(),
        "cursor_press": lambda: window.canvas.key_cursor.press(),
        "cursor_straight": lambda: window.canvas.key_cursor.press(modifiers=Qt.KeyboardModifier.ShiftModifier),
        "cursor_away": lambda: window.canvas.key_cursor.press(Qt.MouseButton.RightButton),
        "smaller_brush": lambda: settings.grow_brush(-1),
        "larger_brush": lambda: settings.grow_brush(1),
        "softer_brush": lambda: settings.harden_brush(-1),
        "harder_brush": lambda: settings.harden_brush(1),
        "swap_class": settings.swap_class,
        "find_damage": window.damage_search.find,
        "accept_suggestions": window.damage_search.accept,
        "reject_suggestions": window.damage_search.reject,
        "next_damage": settings.next_damage,
        "change_class": window.damage_class_edits.change,
        "add_class": window.damage_class_edits.add,
        "remove_class": window.damage_class_edits.remove,
        "clear_mask": edits.clear,
        "invert_mask": edits.invert,
        "grow_mask": edits.grow,
        "shrink_mask": edits.shrink,
        "smooth_mask": edits.smooth,
        "remove_specks": edits.remove_specks,
        "fill_holes": edits.fill_holes,
        "import_mask": files.import_mask,
        "export_mask": files.export_mask,
        "find_faces": window.file_tasks.find_faces,
        "add_face": window.placer.start,
        "skip_face": lambda skipped: document.skip_face(document.current_face, is_skipped=skipped),
        "face_up": lambda: document.shift_face(-1),
        "face_down": lambda: document.shift_face(1),
        "remove_face": document.remove_face,
        "predict_layout": window.file_tasks.predict_layout,
        "reset_layout": window.layouts.edits.reset_all,
        "reset_class": window.layouts.edits.reset_class,
        "mirror_right": lambda: window.layouts.edits.mirror(from_left=True),
        "mirror_left": lambda: window.layouts.edits.mirror(from_left=False),
        "larger_part": lambda: window.tools.part.scale(_PART_STEP),
        "smaller_part": lambda: window.tools.part.scale(1 / _PART_STEP),
        "find_alternatives": window.layouts.predictions.find,
        "next_alternative": lambda: window.layouts.predictions.choose_next(1),
        "previous_alternative": lambda: window.layouts.predictions.choose_next(-1),
        "show_uncertainty": lambda shown: window.layouts.predictions.show_uncertainty(shown=shown),
        "live_preview": lambda on: window.layouts.preview.set_on(on=on),
        "load_layout": files.load_layout,
        "save_layout": files.save_layout,
        "show_origin": lambda shown: window.result_overlays.show_origin(shown=shown),
        "show_candidates": lambda shown: window.candidates_bar.setVisible(shown),
        "more_candidates": lambda: window.restore_tasks.generate_more(
            window.column.restore_section.seed, window.candidates_bar.more_count
        ),
        "use_candidate": window.results.selection.use,
        "next_candidate": lambda: window.results.selection.go(1),
        "previous_candidate": lambda: window.results.selection.go(-1),
        "redo_face": lambda: window.restore_tasks.redo_face(window.restore_tasks.unused_seed()),
        "generate": lambda: window.restore_tasks.generate(window.column.restore_section.seed),
        "guide": lambda: _show_guide(window),
        "shortcuts": lambda: _change_shortcuts(window),
        "tour": lambda: window.tour.start(),
        "open_log": lambda: _open_log(window),
        "about": lambda: show_about(window),
        **tools,
        **views,
    }


def _tool_chooser(window: "MainWindow", kind: ToolKind) -> Callable[[object], None]:
    def choose(checked: object) -> None:
        window.tool_settings.choose(kind)
        if kind in LAYOUT_TOOLS:
            # nobody paints what is hidden
            window.canvas_scene.show_layout(shown=True)
        elif kind in MASK_TOOLS:
            window.canvas_scene.show_mask(shown=True)

    return choose


def _view_chooser(window: "MainWindow", mode: ViewMode) -> Callable[[object], None]:
    return lambda checked: window.canvas_scene.set_mode(mode)


def _show_guide(window: "MainWindow") -> None:
    """The one window of the guide, in front."""
    guide = window.findChild(GuideWindow) or GuideWindow(window, window.language)
    guide.show()
    guide.activateWindow()


def _change_shortcuts(window: "MainWindow") -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    ShortcutsDialog(window.shortcuts, window, menu_keys=menu_keys_of(titles)).exec()


def _open_log(window: "MainWindow") -> None:
    if window.log_folder is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(window.log_folder)))
