"""Brushes: mask brush, eraser and class brush as smooth strokes, one drag one step."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore.editing.painting import StrokePath
from facerestore_gui.canvas.tools.pointer import Pointer
from facerestore_gui.document.document import Document
from facerestore_gui.document.edits.layout import paint_layout
from facerestore_gui.document.edits.mask import erase_mask, paint_mask
from facerestore_gui.document.suggestions import Suggestions
from facerestore_gui.document.tool_settings import ToolKind, ToolSettings

_RADIUS_STEP_PX: Final = 0.5
"""Two discs that differ by less look the same."""
_MOST_PARTS: Final = 6
"""Into how many a piece of a stroke is cut while the pen's pressure changes."""

_Paint = Callable[[NDArray[np.float64], float], None]
"""Paints along points (N, 2) of the photo, with a radius in its pixels."""


@dataclass
class _Stroke:
    path: StrokePath
    gesture: int
    paint: _Paint
    radius_px: float


class BrushTool:
    """A tool that paints: brush and eraser on the mask, class brush on the layout, and the eraser on damage that is
    only suggested. The right button or the pen's other end erases; Shift draws a straight line from the end of the
    stroke before."""

    def __init__(self, document: Document, settings: ToolSettings, suggestions: Suggestions) -> None:
        self._document, self._settings, self._suggestions = document, settings, suggestions
        self._stroke: _Stroke | None = None
        self._last_end: tuple[float, float] | None = None
        document.opened.connect(self._begin_anew)

    @property
    def is_drawing(self) -> bool:
        return self._stroke is not None

    def press(self, at: Pointer) -> None:
        gesture = self._document.next_gesture()
        start = at.place
        if at.is_straight and self._last_end is not None:
            start = self._last_end
        radius_px = self._settings.brush_radius_px(at.pressure)
        self._stroke = stroke = _Stroke(StrokePath(*start), gesture, self._painter(at, gesture), radius_px)
        if start == at.place:
            stroke.paint(stroke.path.start(), radius_px)
        else:
            stroke.paint(np.array([start, at.place]), radius_px)
            stroke.path = StrokePath(*at.place)

    def move(self, at: Pointer) -> None:
        stroke = self._stroke
        if stroke is None:
            return
        radius_px = self._settings.brush_radius_px(at.pressure)
        for points, radius in _tapered(stroke.path.extended(*at.place), stroke.radius_px, radius_px):
            stroke.paint(points, radius)
        stroke.radius_px = radius_px

    def release(self, at: Pointer) -> None:
        if self._stroke is not None:
            # a pen that is lifted presses no more: the stroke ends as wide as it was
            self._stroke.paint(self._stroke.path.finished(), self._stroke.radius_px)
            self._last_end = at.place
            self._stroke = None
            self._document.end_gesture()

    def abandon(self) -> None:
        stroke, self._stroke = self._stroke, None
        if stroke is not None:
            self._suggestions.abandon_trim()
            self._document.abandon_gesture(stroke.gesture)

    def _begin_anew(self) -> None:
        """No stroke, and no straight line, goes on from one photo to the next."""
        self._stroke, self._last_end = None, None

    def _painter(self, at: Pointer, gesture: int) -> _Paint:
        settings, document = self._settings, self._document
        if settings.kind is ToolKind.PAINT:
            label = 0 if at.is_secondary or at.is_eraser else settings.face_class
            locked = settings.locked
            return lambda points, radius: paint_layout(document, points, radius, label, locked=locked, gesture=gesture)
        if at.is_eraser or (settings.kind is ToolKind.ERASER) != at.is_secondary:
            if self._suggestions.is_active:
                return self._suggestions.trim
            kept = settings.kept_classes
            return lambda points, radius: erase_mask(document, points, radius, locked=kept, gesture=gesture)
        value, kept, hardness = settings.damage_class, settings.kept_classes, settings.hardness
        return lambda points, radius: paint_mask(
            document, points, radius, value=value, hardness=hardness, locked=kept, gesture=gesture
        )


def _tapered(
    points: NDArray[np.float64], start_px: float, end_px: float
) -> Iterator[tuple[NDArray[np.float64], float]]:
    """A piece of a stroke (N, 2) in parts, each with a radius between two."""
    count = min(_MOST_PARTS, round(abs(end_px - start_px) / _RADIUS_STEP_PX))
    if count < 2:
        yield points, end_px
        return
    along = np.linspace(0, len(points) - 1, count + 1)
    index = np.arange(len(points))
    cuts = np.stack([np.interp(along, index, points[:, axis]) for axis in (0, 1)], axis=1)
    for number in range(count):
        between = points[(index > along[number]) & (index < along[number + 1])]
        share = (number + 1) / count
        yield (
            np.concatenate([cuts[number : number + 1], between, cuts[number + 1 : number + 2]]),
            (start_px + share * (end_px - start_px)),
        )
