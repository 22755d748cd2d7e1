"""The brush that takes parts of the face from the candidate in hand."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from facerestore.editing.painting import StrokePath, paint_stroke
from facerestore.values.candidate_mix import CandidateMix
from facerestore_gui.canvas.tools.pointer import Pointer
from facerestore_gui.document.document import Document
from facerestore_gui.document.tool_settings import ToolSettings
from facerestore_gui.editing.candidate_selection import CandidateSelection


class ChoiceTool:
    """A drag takes what it goes over; Shift+click takes the facial part under the pointer. The edit is made when the
    drag ends: until then ``stroke`` shows it."""

    def __init__(self, document: Document, settings: ToolSettings, selection: CandidateSelection) -> None:
        self._document, self._settings, self._selection = document, settings, selection
        self._path: StrokePath | None = None
        self.stroke: NDArray[np.uint8] | None = None
        """1 where the drag under way went over the crop (S, S); None without one."""
        self.on_stroke: Callable[[], object] = lambda: None
        """Called when ``stroke`` has changed."""
        document.opened.connect(self.abandon)

    def press(self, at: Pointer) -> None:
        choice = self._selection.choice
        if choice is None or self._selection.seed is None or self._document.work is None:
            return
        if at.is_straight:
            self._selection.use_at(*at.place)
            return
        self.stroke, self._path = _empty(choice), StrokePath(*at.place)
        self._add(self._path.start(), at.pressure)

    def move(self, at: Pointer) -> None:
        if self._path is not None:
            self._add(self._path.extended(*at.place), at.pressure)

    def release(self, at: Pointer) -> None:
        path, stroke = self._path, self.stroke
        if path is not None and stroke is not None:
            self._add(path.finished(), at.pressure)
            self.abandon()
            self._selection.use_along(stroke > 0)

    def abandon(self) -> None:
        self._path = self.stroke = None
        self.on_stroke()

    def _add(self, points_photo: NDArray[np.float64], pressure: float) -> None:
        work, stroke = self._document.work, self.stroke
        if work is None or stroke is None:
            return
        radius_crop = self._settings.brush_radius_px(pressure or 1.0) * work.alignment.scale
        patch = paint_stroke(stroke, work.alignment.to_crop(points_photo), radius_crop, 1)
        if patch is not None:
            patch.flip(stroke)
            self.on_stroke()


def _empty(choice: CandidateMix) -> NDArray[np.uint8]:
    return np.zeros(choice.plane.shape, np.uint8)
