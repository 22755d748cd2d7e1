"""The tool of the five points of a face."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore.editing.project import FaceState
from facerestore_gui.canvas.tools.pointer import Pointer
from facerestore_gui.document.document import Document
from facerestore_gui.document.edits.faces import move_face, move_point

_REACH_CANVAS_PX: Final = 14.0
"""How near to a point the pointer must be to take it."""
_SMALLEST_SCALE: Final = 0.05


@dataclass
class _PointDrag:
    point: int
    start: FaceState
    gesture: int
    offset: NDArray[np.float64] = field(default_factory=lambda: np.zeros(2))


@dataclass(frozen=True)
class _FrameDrag:
    """The whole frame of a face: moved, or scaled about its middle from one of its corners."""

    start: FaceState
    gesture: int
    place: NDArray[np.float64]
    scales: bool

    def points_at(self, place: NDArray[np.float64]) -> NDArray[np.float64]:
        points = self.start.face.points_photo
        if not self.scales:
            return np.asarray(points + (place - self.place))
        centre = self.start.alignment.corners_photo().mean(axis=0)
        was, now = np.hypot(*(self.place - centre)), np.hypot(*(place - centre))
        return np.asarray(centre + (points - centre) * max(now / max(was, 1e-6), _SMALLEST_SCALE))


class PointsTool:
    """A tool for the points of a face. Drags the five points of the current face; a click near another face makes that
    one current. Inside the frame and away from the points a drag moves the whole face, at a corner of the frame it
    scales it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._drag: _PointDrag | None = None
        self._frame: _FrameDrag | None = None
        self.chosen = 0
        """The point that the arrow keys move."""
        document.opened.connect(self._choose_first)

    def press(self, at: Pointer) -> None:
        found = self._nearest(at)
        if found is None:
            self._press_frame(at)
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
            move_point(self._document, self._drag.point, x, y, start=self._drag.start, gesture=self._drag.gesture)
        elif self._frame is not None:
            points = self._frame.points_at(np.array(at.place))
            move_face(self._document, points, start=self._frame.start, gesture=self._frame.gesture)

    def release(self, at: Pointer) -> None:
        self._drag = self._frame = None
        self._document.end_gesture()

    def abandon(self) -> None:
        drag, self._drag, self._frame = self._drag or self._frame, None, None
        if drag is not None:
            self._document.abandon_gesture(drag.gesture)

    def choose_next(self) -> None:
        """The next of the five points, for the keyboard."""
        self.chosen = (self.chosen + 1) % 5
        self._document.current_face_changed.emit()

    def nudge(self, dx_px: float, dy_px: float) -> None:
        """Move the chosen point by photo pixels; one step of the history each."""
        work = self._document.work
        if work is not None:
            x, y = work.face.points_photo[self.chosen] + [dx_px, dy_px]
            move_point(self._document, self.chosen, x, y, start=work, gesture=self._document.next_gesture())

    def _press_frame(self, at: Pointer) -> None:
        work = self._document.work
        if work is None:
            return
        away = np.hypot(*(work.alignment.corners_photo() - at.place).T) * at.scale
        x, y = work.alignment.to_crop(np.array([at.place]))[0]
        is_inside = bool(0 <= x <= work.alignment.crop_px and 0 <= y <= work.alignment.crop_px)
        at_corner = bool(away.min() <= _REACH_CANVAS_PX)
        if is_inside or at_corner:
            gesture = self._document.next_gesture()
            self._frame = _FrameDrag(work, gesture, np.array(at.place), scales=at_corner)

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
