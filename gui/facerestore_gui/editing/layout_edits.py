"""LayoutEdits: edits of the current face's layout beyond brush and fill, each one step of the history."""

from collections import deque
from collections.abc import Callable, Collection
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from facerestore.editing.painting import PixelDiff
from facerestore.editing.project import FaceState
from facerestore.values.layout import Layout
from facerestore_gui.background.lazy_modules import layout_calculations
from facerestore_gui.document.document import Document
from facerestore_gui.document.edits.layout import edit_layout, replace_layout, reset_layout
from facerestore_gui.document.tool_settings import ToolSettings
from facerestore_gui.editing.face_crops import FaceCrops
from facerestore_gui.look.step_label import translate
from facerestore_gui.look.translation import face_class_in_sentence
from facerestore_gui.tasks.task_runner import Calculation, Steps, TaskRunner


class LayoutEdits(QObject):
    """The edits of a layout that calculate. ``runner`` is its own: a smart edge neither ends nor waits for a
    restoration under way. Pixels of locked classes never change."""

    def __init__(
        self, document: Document, settings: ToolSettings, crops: FaceCrops, runner: TaskRunner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document, self._settings, self._crops, self._runner = document, settings, crops, runner
        self._is_held: Callable[[], bool] = lambda: False
        self._waiting: deque[Callable[[], None]] = deque()
        document.gesture_ended.connect(self._go_on)
        document.opened.connect(self._waiting.clear)

    @property
    def is_busy(self) -> bool:
        return self._runner.is_busy or bool(self._waiting)

    def wait_while(self, is_held: Callable[[], bool]) -> None:
        """Nothing is put into the layout while this says so: a drag stays one step."""
        self._is_held = is_held

    def fill_polygon(self, corners_photo: NDArray[np.float64], label: int) -> None:
        """A class within a polygon (N, 2)."""
        work = self._document.work
        if work is None or work.layout is None:
            return
        corners = work.alignment.to_crop(corners_photo)
        patch = layout_calculations.polygon_patch(work.layout.labels, corners, label, self._settings.locked)
        edit_layout(
            self._document,
            translate("LayoutEdits", "Polygon of {name}").filled(name=face_class_in_sentence(label)),
            patch,
        )

    def fill_snapped(self, line_photo: NDArray[np.float64], label: int) -> None:
        """A class within a line (N, 2) drawn roughly, up to the edges of the photo near it; where the mask lies
        there are none to be seen. Calculated in a thread."""
        work = self._document.work
        if work is not None and work.layout is not None:
            self._runner.start(self._fill_snapped(work, line_photo, label))

    def mirror(self, *, from_left: bool) -> None:
        """The class in hand and its partner, from one half of the face, as seen, to the other."""
        work, face_class = self._document.work, self._settings.face_class
        if work is None or work.layout is None:
            return
        points = work.alignment.to_crop(work.face.points_photo)
        patch = layout_calculations.mirrored_patch(
            work.layout.labels, face_class, points, from_left=from_left, locked=self._settings.locked
        )
        edit_layout(
            self._document,
            translate("LayoutEdits", "Mirror {name}").filled(name=face_class_in_sentence(face_class)),
            patch,
        )

    def reset_class(self) -> None:
        """The class in hand exactly where stage 1 said, unless it is locked."""
        work, face_class = self._document.work, self._settings.face_class
        if work is None or work.layout is None or work.predicted is None or face_class in self._settings.locked:
            return
        patch = layout_calculations.with_class_reset(
            work.layout.labels, work.predicted.labels, face_class, locked=self._settings.locked
        )
        edit_layout(
            self._document,
            translate("LayoutEdits", "Reset {name}").filled(name=face_class_in_sentence(face_class)),
            patch,
        )

    def reset_all(self) -> None:
        """Back to what stage 1 said, but for locked classes."""
        work = self._document.work
        if work is None or work.predicted is None or work.layout is work.predicted:
            return
        if work.layout is None or not self._settings.locked:
            reset_layout(self._document)
            return
        patch = PixelDiff.between(work.layout.labels, work.predicted.labels, locked=self._settings.locked)
        edit_layout(self._document, translate("LayoutEdits", "Reset layout"), patch)

    def take_prediction(self, layout: Layout, name: str) -> None:
        """Another layout of stage 1 in place of the present one, and the one to go back to; locked classes stay."""
        work = self._document.work
        if work is None:
            return
        taken = work.with_prediction(layout)
        if work.layout is not None and self._settings.locked:
            kept = with_locked_kept(work.layout, layout, self._settings.locked)
            taken = replace(taken, layout=kept)
        replace_layout(self._document, name, taken)

    def _fill_snapped(self, work: FaceState, line_photo: NDArray[np.float64], label: int) -> Steps:
        project, line = self._document.project, work.alignment.to_crop(line_photo)
        crop = yield from self._crops.of(work)
        to_areas = self._settings.snaps_to_areas
        region = yield Calculation(
            "edge", lambda progress, cancel: layout_calculations.snapped(crop, line, to_areas=to_areas)
        )

        def put() -> None:
            now = self._document.work
            if project is not self._document.project or now is None or now.layout is None or now.face is not work.face:
                return  # another photo or face by now
            patch = layout_calculations.put_class(now.layout.labels, region, label, locked=self._settings.locked)
            edit_layout(
                self._document,
                translate("LayoutEdits", "Smart edge of {name}").filled(name=face_class_in_sentence(label)),
                patch,
            )

        self._waiting.append(put)
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting and not self._is_held():
            self._waiting.popleft()()


def with_locked_kept(present: Layout, wanted: Layout, locked: Collection[int]) -> Layout:
    """The wanted layout but for what is locked in the present one; both are of one crop."""
    is_locked = np.isin(present.labels, list(locked))
    return wanted.with_labels(np.where(is_locked, present.labels, wanted.labels).astype(np.uint8))
