"""Tools of the framing: the crop with its handles, and a line along something that should be level."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore.values.framing import Framing
from facerestore.values.geometry import Box, Extent
from facerestore_gui.canvas.tools.pointer import Pointer
from facerestore_gui.canvas.tools.preview import Preview
from facerestore_gui.document.document import Document
from facerestore_gui.document.edits.framing import crop_photo, level_photo

HANDLES: Final = ((0.0, 0.0), (0.5, 0.0), (1.0, 0.0), (1.0, 0.5), (1.0, 1.0), (0.5, 1.0), (0.0, 1.0), (0.0, 0.5))
"""Places of the handles as shares of the crop's width and height."""
_REACH_CANVAS_PX: Final = 12.0
"""How near to a handle the pointer must be to take it."""
_LEAST_LINE_CANVAS_PX: Final = 12.0
"""A shorter line has no direction to speak of."""


@dataclass(frozen=True)
class _Drag:
    """``grip``: a handle as in HANDLES, the middle (0.5, 0.5) for all of the crop, None for a new one. ``framing``,
    ``box``, ``place``: as they were when it began, in the turned picture."""

    grip: tuple[float, float] | None
    framing: Framing
    box: Box
    place: tuple[float, float]
    gesture: int


class CropTool:
    """A tool of the framing. Handles change the crop, a drag within it moves it, one beyond it draws a new one. With
    Shift corners keep the ratio of the sides. The crop stops, and slides, at the picture's border."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._drag: _Drag | None = None
        document.opened.connect(self._forget)

    def press(self, at: Pointer) -> None:
        project = self._document.project
        if project is None:
            return
        extent, framing = project.photo.extent, project.framing
        box, place = framing.box(extent), _turned(at, framing, extent)
        self._drag = _Drag(_grip_at(place, box, at.scale), framing, box, place, self._document.next_gesture())

    def move(self, at: Pointer) -> None:
        drag, project = self._drag, self._document.project
        if drag is None or project is None:
            return
        extent = project.photo.extent
        place = _turned(at, drag.framing, extent)
        if drag.grip is None:
            wanted = _new_box(drag, place, extent)
        else:
            wanted = _dragged(drag.box, drag.grip, np.subtract(place, drag.place), keeps_ratio=at.is_straight)
        if wanted is not None:
            reached = _reached(drag, wanted, place, extent)
            crop_photo(self._document, drag.framing, reached, gesture=drag.gesture)

    def release(self, at: Pointer) -> None:
        if self._drag is not None:
            self._drag = None
            self._document.end_gesture()

    def abandon(self) -> None:
        drag, self._drag = self._drag, None
        if drag is not None:
            self._document.abandon_gesture(drag.gesture)

    def _forget(self) -> None:
        self._drag = None


class StraightenTool:
    """A tool of the framing. A line along something that should be level or upright turns the photo so that it is."""

    def __init__(self, document: Document, preview: Preview) -> None:
        self._document, self._preview = document, preview
        self._start: Pointer | None = None
        document.opened.connect(self.abandon)

    def press(self, at: Pointer) -> None:
        self._start = at

    def move(self, at: Pointer) -> None:
        if self._start is not None:
            self._preview.show([self._start.place, at.place], takes_away=False)

    def release(self, at: Pointer) -> None:
        start = self._start
        self.abandon()
        if start is not None and np.hypot(*np.subtract(at.place, start.place)) * at.scale >= _LEAST_LINE_CANVAS_PX:
            level_photo(self._document, start.place, at.place)

    def abandon(self) -> None:
        self._start = None
        self._preview.clear()


def _turned(at: Pointer, framing: Framing, extent: Extent) -> tuple[float, float]:
    x, y = framing.to_turned(np.array([at.place]), extent)[0]
    return float(x), float(y)


def _grip_at(place: tuple[float, float], box: Box, scale: float) -> tuple[float, float] | None:
    """What of the crop is under the pointer; None beyond it."""
    places = np.array(HANDLES) * (box.width, box.height) + (box.left, box.top)
    away = np.hypot(*(places - place).T) * scale
    if away.min() <= _REACH_CANVAS_PX:
        return HANDLES[int(away.argmin())]
    is_inside = box.left <= place[0] <= box.right and box.top <= place[1] <= box.bottom
    return (0.5, 0.5) if is_inside else None


def _new_box(drag: _Drag, place: tuple[float, float], extent: Extent) -> Box | None:
    """Between where the drag began and where it is; None while that is no box within the picture."""
    xs, ys = (sorted(round(value) for value in pair) for pair in zip(drag.place, place, strict=True))
    box = Box(xs[0], ys[0], xs[1], ys[1])
    if drag.framing.is_lossless:
        box = box.clipped(drag.framing.turned_extent(extent))
    return None if box.is_empty else box


def _dragged(box: Box, grip: tuple[float, float], by: NDArray[np.float64], *, keeps_ratio: bool) -> Box:
    """A box whose side or corner was dragged; at least a pixel of it is left."""
    across, down = (round(float(value)) for value in by)
    if grip == (0.5, 0.5):
        return box.moved(across, down)
    if keeps_ratio and 0.5 not in grip:
        # as far as the longer way says, along the diagonal
        signs = (1 if grip[0] else -1, 1 if grip[1] else -1)
        share = max(across * signs[0] / box.width, down * signs[1] / box.height, key=abs)
        across, down = round(signs[0] * share * box.width), round(signs[1] * share * box.height)
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    if grip[0] == 0:
        left = min(left + across, right - 1)
    elif grip[0] == 1:
        right = max(right + across, left + 1)
    if grip[1] == 0:
        top = min(top + down, bottom - 1)
    elif grip[1] == 1:
        bottom = max(bottom + down, top + 1)
    return Box(left, top, right, bottom)


def _reached(drag: _Drag, wanted: Box, place: tuple[float, float], extent: Extent) -> Box:
    """As far as the picture goes. A new crop grows from that end of the drag which is within the picture, the pointer's
    if both are; where neither is it shrinks about its middle."""
    if drag.grip is not None:
        return drag.framing.reached(drag.box, wanted, extent)
    for x, y in (place, drag.place):
        left = wanted.left if round(x) == wanted.left else wanted.right - 1
        top = wanted.top if round(y) == wanted.top else wanted.bottom - 1
        pixel = Box(left, top, left + 1, top + 1)
        if drag.framing.holds(pixel, extent):
            return drag.framing.grown(pixel, wanted, extent)
    return wanted
