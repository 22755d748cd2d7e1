"""Preview: the outline of a shape that is being drawn, before it is an edit."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

_Points = tuple[tuple[float, float], ...]


class Preview(QObject):
    """The shape that is being drawn. ``points``: places of the photo, joined by lines; empty while nothing is drawn.
    ``is_ellipse``: two of them are the corners around one. ``has_corners``: each is marked, as those of a polygon;
    ``has_start``: the first one is."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.points: _Points = ()
        self.is_ellipse = False
        self.has_corners = False
        self.has_start = False
        self.takes_away = False

    def show(
        self,
        points: Sequence[tuple[float, float]],
        *,
        takes_away: bool,
        is_ellipse: bool = False,
        has_corners: bool = False,
        has_start: bool = False,
    ) -> None:
        self.points, self.takes_away = tuple(points), takes_away
        self.is_ellipse, self.has_corners, self.has_start = is_ellipse, has_corners, has_start
        self.changed.emit()

    def clear(self) -> None:
        if self.points:
            self.points = ()
            self.changed.emit()
