"""Placing a face by hand: the five points clicked one after the other."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from facerestore.values.alignment import TEMPLATE
from facerestore.values.face import POINT_NAMES
from facerestore_gui.document.document import Document
from facerestore_gui.document.edits.faces import add_face
from facerestore_gui.look.translation import point_name

_FACE_HEIGHT: Final = 0.68
_FACE_WIDTH: Final = 0.55
_FACE_BELOW: Final = 0.06
"""Height and width of a face in the frame of the crops, and how far its middle lies below that of the frame, as shares
of the frame's side."""


class PointPlacer(QObject):
    """A collector of five points, which adds the face they make."""

    changed = Signal()
    refused = Signal()
    """The five points make no face."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.is_active = False
        self.points: list[tuple[float, float]] = []
        document.opened.connect(self.stop)

    @property
    def next_name(self) -> str:
        return point_name(len(self.points))

    def start(self) -> None:
        self.is_active, self.points = True, []
        self.changed.emit()

    def stop(self) -> None:
        if self.is_active:
            self.is_active, self.points = False, []
            self.changed.emit()

    def add(self, x_photo: float, y_photo: float) -> None:
        """The next point, inside the photo; the fifth one makes the face."""
        project = self._document.project
        if project is None:
            return
        extent = project.photo.extent
        self.points.append((float(np.clip(x_photo, 0, extent.width)), float(np.clip(y_photo, 0, extent.height))))
        if len(self.points) == len(POINT_NAMES):
            self._complete()
        else:
            self.changed.emit()

    def take_back(self) -> None:
        """Forget the last point."""
        if self.points:
            self.points.pop()
            self.changed.emit()

    def place_in_box(self, left: float, top: float, right: float, bottom: float) -> None:
        """An average face in a box drawn round it, from the hairline to the chin, in pixels of the turned picture."""
        side_px = max((bottom - top) / _FACE_HEIGHT, (right - left) / _FACE_WIDTH)
        self._place_all(np.array([(left + right) / 2, (top + bottom) / 2 - _FACE_BELOW * side_px]), side_px)

    def place_all(self, x_photo: float, y_photo: float, side_px: float) -> None:
        """An average face of a size around a place, upright as the photo is shown, to be dragged right: the way without
        a mouse."""
        project = self._document.project
        if project is not None:
            middle = project.framing.to_turned(np.array([[x_photo, y_photo]]), project.photo.extent)[0]
            self._place_all(middle, side_px)

    def _place_all(self, middle_turned: NDArray[np.float64], side_px: float) -> None:
        project = self._document.project
        if project is None:
            return
        spots = project.framing.to_scan((TEMPLATE - 0.5) * side_px + middle_turned, project.photo.extent)
        self.points = []
        for x, y in spots:
            self.add(float(x), float(y))

    def _complete(self) -> None:
        points, self.points = np.array(self.points), []
        self.is_active = not add_face(self._document, points)
        if self.is_active:
            self.refused.emit()
        self.changed.emit()
