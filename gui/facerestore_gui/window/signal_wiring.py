"""Connections: what the parts of the window tell each other, and what of it is shown where."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QSettings

from facerestore.restoration.backend import Ready
from facerestore_gui.dialogs.files import project_beside
from facerestore_gui.look.translation import face_class_name
from facerestore_gui.tasks.messages import message_of
from facerestore_gui.window.window_settings import keep_language

if TYPE_CHECKING:
    from facerestore_gui.window.main_window import MainWindow

_BRUSH_SHARE: Final = 0.04
"""A new photo's first brush, as a share of its shorter side."""


class Connections(QObject):
    """Made when all parts are. ``kept``: what the window remembers from one day to the next."""

    def __init__(self, window: "MainWindow", kept: QSettings | None) -> None:
        super().__init__(window)
        self._window = window
        window.document.opened.connect(self._on_opened)
        window.document.classes_changed.connect(self._on_classes_changed)
        window.project_tasks.opened.connect(window.recent.note)
        window.project_tasks.saved.connect(window.recent.note)
        window.project_tasks.all_saved.connect(window.autosave.mark_saved)
        for saved in (window.project_tasks.saved, window.file_tasks.saved):
            saved.connect(self._on_saved)
        window.file_tasks.mask_read.connect(window.mask_edits.replace)
        window.results.kept.changed.connect(self._show_candidates)
        window.languages.wanted.connect(lambda language: keep_language(kept, language))
        for speaker in (
            window.damage_search,
            window.languages,
            window.restore_tasks,
            window.tour,
            window.damage_class_edits,
        ):
            speaker.said.connect(window.message_bar.show_message)
        for failed in (window.layouts.failed, window.mask_edits.runner.failed):
            failed.connect(lambda error: window.message_bar.show_message(message_of(error)))
        window.files.folder_wanted.connect(lambda path: window.open_folders([path]))
        window.filmstrip.wanted.connect(self._open_from_filmstrip)
        window.worker.ready.connect(self._on_ready)
        window.status.cancel_wanted.connect(window.cancel_work)
        window.canvas.scale_changed.connect(self._show_zoom)
        window.canvas.pointer_moved.connect(self._show_place)
        window.column.mask_section.look_changed.connect(window.canvas_scene.set_mask_look)
        window.column.mask_section.policy_wanted.connect(window.damage_class_edits.set_policy)
        window.column.layout_section.opacity_changed.connect(window.canvas_scene.set_layout_opacity)

    def _on_classes_changed(self) -> None:
        project = self._window.document.project
        if project is not None:
            self._window.tool_settings.set_classes(project.classes)

    def _on_opened(self) -> None:
        window = self._window
        project = window.document.project
        assert project is not None
        if window.document.project_file is None and project.photo.path is not None:
            window.recent.note(project.photo.path)
        window.filmstrip.show_current(project.photo.path)
        extent = project.photo.extent
        window.canvas.abandon_drag()  # of a stroke on the photo before
        window.canvas.key_cursor.hide()
        window.show_canvas()
        window.tool_settings.set_brush_diameter(round(_BRUSH_SHARE * min(extent.width, extent.height)))
        window.canvas.fit()
        window.canvas.setFocus()
        is_grey = project.photo.pixels.ndim == 2
        shown = (
            QCoreApplication.translate("MainWindow", "{width} x {height}, {bits} bit grey")
            if is_grey
            else QCoreApplication.translate("MainWindow", "{width} x {height}, {bits} bit RGB")
        )
        window.status.photo.setText(shown.format(width=extent.width, height=extent.height, bits=project.photo.bits))
        window.refresh()

    def _show_candidates(self) -> None:
        """The first result brings the bar of its candidates; a photo without one has none."""
        count = len(self._window.results.kept.results)
        if count < 2:
            self._window.candidates_bar.setVisible(count == 1)

    def _on_saved(self, path: Path) -> None:
        project = self._window.document.project
        self._window.filmstrip.refresh_mark(None if project is None else project.photo.path)

    def _on_ready(self, ready: Ready) -> None:
        self._window.status.device.setText(ready.device_name)

    def _open_from_filmstrip(self, photo: Path) -> None:
        """The photo's project, if there is one beside it."""
        project = project_beside(photo)
        self._window.files.open_file(project if project.exists() else photo)

    def _show_zoom(self) -> None:
        self._window.status.zoom.setText(f"{self._window.canvas.scale_factor:.0%}")

    def _show_place(self, place: QPointF) -> None:
        window = self._window
        found = window.document.class_at(place.x(), place.y()) if window.canvas_scene.layout_is_shown else None
        window.status.place.setText("" if found is None else face_class_name(found))
