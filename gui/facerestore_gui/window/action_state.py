"""Keeping the window in step: actions, title and hint say what document, tool and task are at."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from facerestore_gui.actions.conditions import conditions
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.window.hints import cursor_hint, tool_hint

if TYPE_CHECKING:
    from facerestore_gui.window.main_window import MainWindow


def keep_in_step(window: "MainWindow") -> None:
    """Refresh the window now, and whenever something happens that it shows."""
    document, runner = window.document, window.runner
    for signal in (
        document.history_changed,
        document.faces_changed,
        document.current_face_changed,
        document.result_changed,
        window.tool_settings.changed,
        window.shortcuts.changed,
        window.canvas_scene.mode_changed,
        window.canvas_scene.overlays_changed,
        window.placer.changed,
        window.canvas.key_cursor.changed,
        window.filmstrip.changed,
        window.suggestions.began_or_ended,
        window.layouts.predictions.uncertainty_changed,
        window.layouts.preview.changed,
        window.project_tasks.saved,
        window.results.selection.changed,
        window.results.kept.changed,
        window.result_overlays.changed,
        runner.began,
        runner.ended,
    ):
        signal.connect(window.refresh)
    window.refresh()


def refresh(window: "MainWindow") -> None:
    """Bring actions, title and hint in step with document, tool and task."""
    document, scene, table = window.document, window.canvas_scene, window.actions_table
    actions = table.by_name
    table.enable(conditions(document, window.runner) | window.filmstrip.conditions() | _of_tools(window))
    window.announcements.take_back_refusal(table)
    for name, is_checked in (
        (f"tool_{window.tool_settings.kind}", True),
        (f"view_{scene.mode}", True),
        ("show_filmstrip", window.filmstrip.isVisible()),
        ("show_mask", scene.mask_is_shown),
        ("show_layout", scene.layout_is_shown),
        ("skip_face", document.work is not None and document.work.is_skipped),
        ("show_origin", window.result_overlays.shows_origin),
        ("show_candidates", window.candidates_bar.isVisibleTo(window)),
        ("show_uncertainty", window.layouts.predictions.shows_uncertainty),
        ("live_preview", window.layouts.preview.is_on),
    ):
        actions[name].setChecked(is_checked)
    history, project = document.history, document.project
    undo, redo = (None, None) if history is None else (history.undo_label, history.redo_label)
    actions["undo"].setText(
        QCoreApplication.translate("InStep", "&Undo: {step}").format(step=undo)
        if undo
        else QCoreApplication.translate("InStep", "&Undo")
    )
    actions["redo"].setText(
        QCoreApplication.translate("InStep", "&Redo: {step}").format(step=redo)
        if redo
        else QCoreApplication.translate("InStep", "&Redo")
    )
    window.status.set_hint(_hint(window))
    named = document.project_file or (None if project is None else project.photo.path)
    window.setWindowTitle("facerestore" if project is None else f"{_title(named)}[*] - facerestore")
    window.setWindowModified(bool(document.unsaved_parts()))


def _of_tools(window: "MainWindow") -> frozenset[str]:
    """What holds of the tool in hand and what it works on."""
    has_photo, is_hand = window.document.project is not None, window.tool_settings.kind is ToolKind.HAND
    holds = {
        "suggestions": window.suggestions.is_active,
        "cursor": has_photo and (window.placer.is_active or not is_hand),
    }
    return frozenset(name for name, is_true in holds.items() if is_true)


def _hint(window: "MainWindow") -> str:
    work = window.document.work
    if window.canvas.key_cursor.is_shown:
        return cursor_hint(window.shortcuts, is_down=window.canvas.key_cursor.is_down)
    if window.placer.is_active:
        return QCoreApplication.translate("InStep", "Click the five points of the face.")
    return tool_hint(
        window.tool_settings,
        window.shortcuts,
        has_photo=window.document.project is not None,
        has_face=work is not None,
        has_layout=work is not None and work.layout is not None,
    )


def _title(path: Path | None) -> str:
    """A file's name in a window's title, where Qt reads "[*]" as the place of its mark for changes."""
    return QCoreApplication.translate("InStep", "Portrait") if path is None else path.name.replace("[*]", "[*][*]")
