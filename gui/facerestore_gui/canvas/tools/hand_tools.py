"""Heal brush and clone brush: pixels painted by hand, one drag one step, shown at once under the pen."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from facerestore.editing.clone_stroke import CloneStroke
from facerestore.editing.painting import StrokePath
from facerestore_gui.canvas.tools.pointer import Pointer
from facerestore_gui.document.document import Document
from facerestore_gui.document.edits.hand import begin_clone, clone, heal, take_off
from facerestore_gui.document.tool_settings import ToolSettings
from facerestore_gui.tasks.messages import notice

_STEP: Final = 0.25
"""How far the pen goes between two pieces, in diameters: healing takes longer than a pen's next report."""
_LONGEST: Final = 0.75
"""The longest piece, in diameters: a quick stroke is healed in several, none of which takes long."""
_OVERLAP: Final = 0.5
"""How much of what was healed before is healed again with the next piece, in diameters: its end lay against damage that
the pen had not reached yet."""


@dataclass
class _HealStroke:
    """``healed``: the last places (2,) of what is healed; ``waiting``: those that are not yet."""

    path: StrokePath
    gesture: int
    radius_px: float
    is_taking_off: bool
    healed: list[NDArray[np.float64]] = field(default_factory=list)
    waiting: list[NDArray[np.float64]] = field(default_factory=list)


class HealTool(QObject):
    """A brush that continues at once, without a network, what lies around it. The right button or the pen's other end
    takes off what was filled by hand; Shift draws a straight line from the end of the stroke before."""

    said = Signal(object)
    """A Message."""

    def __init__(self, document: Document, settings: ToolSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self._stroke: _HealStroke | None = None
        self._last_end: tuple[float, float] | None = None
        document.opened.connect(self._begin_anew)

    @property
    def is_drawing(self) -> bool:
        return self._stroke is not None

    def press(self, at: Pointer) -> None:
        start = self._last_end if at.is_straight and self._last_end is not None else at.place
        radius_px = self._settings.brush_radius_px(at.pressure)
        gesture = self._document.next_gesture()
        stroke = _HealStroke(StrokePath(*at.place), gesture, radius_px, at.is_secondary or at.is_eraser)
        self._stroke = stroke
        stroke.waiting.append(np.array(start, np.float64))
        self._flush(stroke)
        if start != at.place:
            self._go_along(stroke, np.array([start, at.place]))
            self._flush(stroke)

    def move(self, at: Pointer) -> None:
        if self._stroke is not None:
            self._stroke.radius_px = self._settings.brush_radius_px(at.pressure)
            self._go_along(self._stroke, self._stroke.path.extended(*at.place))

    def release(self, at: Pointer) -> None:
        stroke, self._stroke = self._stroke, None
        if stroke is not None:
            self._go_along(stroke, stroke.path.finished())
            self._flush(stroke)
            self._last_end = at.place
            self._document.end_gesture()

    def abandon(self) -> None:
        stroke, self._stroke = self._stroke, None
        if stroke is not None:
            self._document.abandon_gesture(stroke.gesture)

    def _begin_anew(self) -> None:
        self._stroke, self._last_end = None, None

    def _go_along(self, stroke: _HealStroke, points: NDArray[np.float64]) -> None:
        """Heal along points (N, 2), as soon as there is enough to heal."""
        diameter_px = 2 * stroke.radius_px
        for point in _spaced(points, max(0.5, _STEP * diameter_px))[1:]:
            stroke.waiting.append(point)
            if _length(stroke.healed[-1:] + stroke.waiting) >= _LONGEST * diameter_px:
                self._flush(stroke)
        if _length(stroke.healed[-1:] + stroke.waiting) >= _STEP * diameter_px:
            self._flush(stroke)

    def _flush(self, stroke: _HealStroke) -> None:
        if not stroke.waiting:
            return
        points = stroke.healed + stroke.waiting
        while len(points) > 1 and _length(points[1:]) >= _OVERLAP * 2 * stroke.radius_px + _length(stroke.waiting):
            points = points[1:]
        kept = list(points)
        while len(kept) > 1 and _length(kept[1:]) >= _OVERLAP * 2 * stroke.radius_px:
            kept = kept[1:]
        stroke.healed, stroke.waiting = kept, []
        if stroke.is_taking_off:
            take_off(self._document, np.array(points), stroke.radius_px, gesture=stroke.gesture)
        elif not heal(
            self._document,
            np.array(points),
            stroke.radius_px,
            hardness=self._settings.hardness,
            gesture=stroke.gesture,
        ):
            text = self.tr("All around the brush is damage that is still to be repaired, so there is nothing to take.")
            self.said.emit(notice(self.tr("This place cannot be healed"), text))


class CloneTool(QObject):
    """A brush that copies from another place of the photo. Alt with a click, or the right button, says from where; the
    pen's other end takes off what was filled by hand. Aligned, the place keeps its distance to the brush from stroke to
    stroke; else each stroke begins to copy there anew."""

    said = Signal(object)
    """A Message."""
    mark_changed = Signal()
    """``mark`` is somewhere else."""

    def __init__(self, document: Document, settings: ToolSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self.mark: tuple[float, float] | None = None
        """Where is copied from now, in pixels of the photo; None before it is chosen."""
        self._source: tuple[float, float] | None = None
        self._offset: tuple[int, int] | None = None
        """From the brush to the source, once a stroke has begun."""
        self._stroke: CloneStroke | None = None
        self._path: StrokePath | None = None
        self._paint: Callable[[NDArray[np.float64], float], object] | None = None
        self._radius_px = 1.0
        self._gesture = 0
        self._has_copied = False
        self._last_end: tuple[float, float] | None = None
        document.opened.connect(self._begin_anew)
        settings.changed.connect(self._on_settings)

    @property
    def is_drawing(self) -> bool:
        return self._path is not None

    def press(self, at: Pointer) -> None:
        if at.is_subtracting or at.is_secondary:
            self._choose(at.place)
            return
        if not at.is_eraser and self._source is None:
            text = self.tr("Hold Alt and click there, or use the right button. Then paint.")
            self.said.emit(notice(self.tr("Choose first where to copy from"), text, holds=lambda: self._source is None))
            return
        start = self._last_end if at.is_straight and self._last_end is not None else at.place
        self._gesture, self._has_copied = self._document.next_gesture(), False
        self._paint = self._taking_off() if at.is_eraser else self._cloning(start)
        self._path = StrokePath(*at.place)
        self._radius_px = self._settings.brush_radius_px(at.pressure)
        self._paint(self._path.start() if start == at.place else np.array([start, at.place]), self._radius_px)
        self._show_mark(at)

    def move(self, at: Pointer) -> None:
        if self._path is not None and self._paint is not None:
            self._radius_px = self._settings.brush_radius_px(at.pressure)
            self._paint(self._path.extended(*at.place), self._radius_px)
            self._show_mark(at)

    def hover(self, at: Pointer) -> None:
        """The pointer moves, and no button is held: an aligned source goes along."""
        self._show_mark(at)

    def release(self, at: Pointer) -> None:
        if self._path is None or self._paint is None:
            return
        # a pen that is lifted presses no more
        self._paint(self._path.finished(), self._radius_px)
        if self._stroke is not None and not self._has_copied:
            text = self.tr(
                "What lies there is still to be repaired, or beyond the photo; or what is under the brush is protected."
            )
            self.said.emit(notice(self.tr("Nothing was copied"), text))
        self._last_end = at.place
        self._end()
        self._document.end_gesture()
        self._show_mark(at)

    def abandon(self) -> None:
        if self._path is not None:
            self._end()
            self._document.abandon_gesture(self._gesture)

    def _choose(self, place: tuple[float, float]) -> None:
        self._source, self._offset = place, None
        self._set_mark(place)

    def _cloning(self, start: tuple[float, float]) -> Callable[[NDArray[np.float64], float], object]:
        assert self._source is not None, "asked before"
        if self._offset is None or not self._settings.clone_is_aligned:
            self._offset = (round(self._source[0] - start[0]), round(self._source[1] - start[1]))
        fading = 1 - self._settings.hardness
        self._stroke = stroke = begin_clone(self._document, self._offset, fading=fading)

        def paint(points: NDArray[np.float64], radius_px: float) -> None:
            if stroke is not None and clone(self._document, stroke, points, radius_px, gesture=self._gesture):
                self._has_copied = True

        return paint

    def _taking_off(self) -> Callable[[NDArray[np.float64], float], object]:
        self._stroke = None
        return lambda points, radius_px: take_off(self._document, points, radius_px, gesture=self._gesture)

    def _show_mark(self, at: Pointer) -> None:
        if self._source is None:
            return
        goes_along = self._offset is not None and (self.is_drawing or self._settings.clone_is_aligned)
        x, y = self._offset if goes_along and self._offset is not None else (0, 0)
        self._set_mark((at.x_photo + x, at.y_photo + y) if goes_along else self._source)

    def _set_mark(self, place: tuple[float, float] | None) -> None:
        if place != self.mark:
            self.mark = place
            self.mark_changed.emit()

    def _end(self) -> None:
        self._path = self._paint = self._stroke = None

    def _begin_anew(self) -> None:
        self._end()
        self._source = self._offset = self._last_end = None
        self._set_mark(None)

    def _on_settings(self) -> None:
        if not self._settings.clone_is_aligned and not self.is_drawing:
            self._offset = None
            self._set_mark(self._source)


def _spaced(points: NDArray[np.float64], step_px: float) -> NDArray[np.float64]:
    """A line (N, 2) with places no farther apart than a step."""
    lengths = np.hypot(*np.diff(points, axis=0).T) if len(points) > 1 else np.zeros(0)
    along = np.concatenate([[0.0], np.cumsum(lengths)])
    count = int(np.ceil(along[-1] / step_px)) + 1
    wanted = np.linspace(0, along[-1], max(2, count))
    return np.stack([np.interp(wanted, along, points[:, axis]) for axis in (0, 1)], axis=1)


def _length(points: list[NDArray[np.float64]]) -> float:
    return float(sum(np.hypot(*(b - a)) for a, b in pairwise(points)))
