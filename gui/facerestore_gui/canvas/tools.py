"""Tools: what the pointer does on the canvas, as edits of the document. They know no widgets."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from facerestore.painting import StrokePath
from facerestore.project import FaceWork
from facerestore_gui.canvas.tool_settings import ToolKind, ToolSettings
from facerestore_gui.document import Document

_REACH_CANVAS_PX = 14.0
"""How near to a point the pointer must be to take it."""


@dataclass(frozen=True)
class Pointer:
    """Where the pointer is. ``scale``: canvas pixels per photo pixel. ``is_secondary``: the right button.
    ``is_straight``: Shift is held."""

    x_photo: float
    y_photo: float
    scale: float = 1.0
    is_secondary: bool = False
    is_straight: bool = False


class Tool(Protocol):
    """Pressed, moved while pressed, released; or abandoned, which takes back what the drag did."""

    def press(self, at: Pointer) -> None: ...

    def move(self, at: Pointer) -> None: ...

    def release(self, at: Pointer) -> None: ...

    def abandon(self) -> None: ...


@dataclass
class _Stroke:
    path: StrokePath
    gesture: int
    paint: Callable[[NDArray[np.float64]], None]
    has_painted: bool = False


class BrushTool:
    """Brush and eraser on the mask, class brush on the layout: smooth strokes, one drag one step. The right
    button erases; Shift draws a straight line from the end of the stroke before."""

    def __init__(self, document: Document, settings: ToolSettings) -> None:
        self._document, self._settings = document, settings
        self._stroke: _Stroke | None = None
        self._last_end: tuple[float, float] | None = None
        document.opened.connect(self._begin_anew)

    def press(self, at: Pointer) -> None:
        gesture = self._document.next_gesture()
        start = (at.x_photo, at.y_photo)
        if at.is_straight and self._last_end is not None:
            start = self._last_end
        self._stroke = _Stroke(StrokePath(*start), gesture, self._painter(at, gesture))
        if start == (at.x_photo, at.y_photo):
            self._stroke.paint(self._stroke.path.start())
        else:
            self._stroke.paint(np.array([start, (at.x_photo, at.y_photo)]))
            self._stroke.path = StrokePath(at.x_photo, at.y_photo)

    def move(self, at: Pointer) -> None:
        if self._stroke is not None:
            self._stroke.paint(self._stroke.path.extended(at.x_photo, at.y_photo))

    def release(self, at: Pointer) -> None:
        if self._stroke is not None:
            self._stroke.paint(self._stroke.path.finished())
            self._last_end = (at.x_photo, at.y_photo)
            self._stroke = None
            self._document.end_gesture()

    def abandon(self) -> None:
        stroke, self._stroke = self._stroke, None
        if stroke is not None:
            self._document.undo_gesture(stroke.gesture)

    def _begin_anew(self) -> None:
        """No stroke, and no straight line, goes on from one photo to the next."""
        self._stroke, self._last_end = None, None

    def _painter(self, at: Pointer, gesture: int) -> Callable[[NDArray[np.float64]], None]:
        settings, document = self._settings, self._document
        radius_px = settings.brush_diameter_px / 2
        if settings.kind is ToolKind.PAINT:
            label = 0 if at.is_secondary else settings.face_class
            locked = settings.locked
            return lambda points: document.paint_layout(points, radius_px, label, locked=locked, gesture=gesture)
        erase = (settings.kind is ToolKind.ERASER) != at.is_secondary
        return lambda points: document.paint_mask(points, radius_px, erase=erase, gesture=gesture)


class FillTool:
    """Fills the clicked region of the layout with the class in hand; the right button with background."""

    def __init__(self, document: Document, settings: ToolSettings) -> None:
        self._document, self._settings = document, settings

    def press(self, at: Pointer) -> None:
        label = 0 if at.is_secondary else self._settings.face_class
        self._document.fill_layout(at.x_photo, at.y_photo, label, locked=self._settings.locked)

    def move(self, at: Pointer) -> None:
        """A fill is done when it is pressed."""

    def release(self, at: Pointer) -> None:
        """A fill is done when it is pressed."""

    def abandon(self) -> None:
        """A fill is done when it is pressed."""


class PickTool:
    """Takes the class under the pointer in hand."""

    def __init__(self, document: Document, settings: ToolSettings) -> None:
        self._document, self._settings = document, settings

    def press(self, at: Pointer) -> None:
        found = self._document.class_at(at.x_photo, at.y_photo)
        if found is not None:
            self._settings.choose_class(found)

    def move(self, at: Pointer) -> None:
        self.press(at)

    def release(self, at: Pointer) -> None:
        """Picking is done while pressed."""

    def abandon(self) -> None:
        """Picking changes no document."""


@dataclass
class _PointDrag:
    point: int
    start: FaceWork
    gesture: int
    offset: NDArray[np.float64] = field(default_factory=lambda: np.zeros(2))


class PointsTool:
    """Drags the five points of the current face; a click near another face makes that one current."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._drag: _PointDrag | None = None
        self.chosen = 0
        """The point that the arrow keys move."""
        document.opened.connect(self._choose_first)

    def press(self, at: Pointer) -> None:
        found = self._nearest(at)
        if found is None:
            return
        face, point = found
        self._document.choose_face(face)
        self.chosen = point
        work = self._document.work
        if work is not None:
            place = work.face.points_photo[point]
            offset = place - np.array([at.x_photo, at.y_photo])
            self._drag = _PointDrag(point, work, self._document.next_gesture(), offset)
            self._document.current_face_changed.emit()

    def move(self, at: Pointer) -> None:
        if self._drag is not None:
            x, y = np.array([at.x_photo, at.y_photo]) + self._drag.offset
            self._document.move_point(self._drag.point, x, y, start=self._drag.start, gesture=self._drag.gesture)

    def release(self, at: Pointer) -> None:
        self._drag = None
        self._document.end_gesture()

    def abandon(self) -> None:
        drag, self._drag = self._drag, None
        if drag is not None:
            self._document.undo_gesture(drag.gesture)

    def choose_next(self) -> None:
        """The next of the five points, for the keyboard."""
        self.chosen = (self.chosen + 1) % 5
        self._document.current_face_changed.emit()

    def nudge(self, dx_px: float, dy_px: float) -> None:
        """Move the chosen point by photo pixels; one step of the history each."""
        work = self._document.work
        if work is not None:
            x, y = work.face.points_photo[self.chosen] + [dx_px, dy_px]
            self._document.move_point(self.chosen, x, y, start=work, gesture=self._document.next_gesture())

    def _choose_first(self) -> None:
        self.chosen = 0

    def _nearest(self, at: Pointer) -> tuple[int, int] | None:
        """Face and point within reach, the current face first."""
        project = self._document.project
        if project is None:
            return None
        order = sorted(range(len(project.faces)), key=lambda face: face != self._document.current_face)
        for face in order:
            away = project.faces[face].face.points_photo - [at.x_photo, at.y_photo]
            distance = np.hypot(away[:, 0], away[:, 1]) * at.scale
            if distance.min() <= _REACH_CANVAS_PX:
                return face, int(distance.argmin())
        return None


class ToolBox:
    """One tool of each kind; ``current`` is the one in hand, None for the hand that pans."""

    def __init__(self, document: Document, settings: ToolSettings) -> None:
        self._settings = settings
        self.points = PointsTool(document)
        brush = BrushTool(document, settings)
        self._tools: dict[ToolKind, Tool] = {
            ToolKind.BRUSH: brush,
            ToolKind.ERASER: brush,
            ToolKind.PAINT: brush,
            ToolKind.FILL: FillTool(document, settings),
            ToolKind.PICK: PickTool(document, settings),
            ToolKind.POINTS: self.points,
        }

    @property
    def current(self) -> Tool | None:
        return self._tools.get(self._settings.kind)
