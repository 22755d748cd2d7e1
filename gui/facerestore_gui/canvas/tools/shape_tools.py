"""Tools that draw a shape into the mask: lasso, rectangle, ellipse, polygon. One shape is one step."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore.editing.mask_shapes import Region, ellipse, lasso, polygon, rectangle
from facerestore.values.geometry import Extent
from facerestore_gui.canvas.tools.pointer import Pointer
from facerestore_gui.canvas.tools.preview import Preview
from facerestore_gui.document.document import Document
from facerestore_gui.document.tool_settings import ToolKind, ToolSettings
from facerestore_gui.editing.mask_edits import MaskEdits
from facerestore_gui.look.step_label import translate

_LEAST_STEP_CANVAS_PX: Final = 1.5
"""The lasso takes no more points than an eye can tell apart."""
_REACH_CANVAS_PX: Final = 9.0
"""How near to its first corner a click closes a polygon."""
_ELLIPSE_CORNERS: Final = 180

_Place = tuple[float, float]


class _ShapeTool:
    """What shapes share: the preview while they are drawn, and the edit when they are done."""

    def __init__(self, document: Document, settings: ToolSettings, edits: MaskEdits, preview: Preview) -> None:
        self._document, self._settings, self._edits, self._preview = document, settings, edits, preview
        self._takes_away = False
        self._points: list[_Place] = []
        document.opened.connect(self.abandon)

    def abandon(self) -> None:
        self._points = []
        self._preview.clear()

    def _edit(self, label: str, region: Callable[[Extent], Region | None], corners: list[_Place]) -> None:
        combination = self._settings.combination_of(takes_away=self._takes_away)
        self.abandon()
        self._edits.draw(label, region, np.array(corners, np.float64), combination)


class LassoTool(_ShapeTool):
    """A line drawn by hand round what is meant."""

    def press(self, at: Pointer) -> None:
        self._points, self._takes_away = [at.place], at.takes_away

    def move(self, at: Pointer) -> None:
        if not self._points:
            return
        away = np.subtract(at.place, self._points[-1])
        if np.hypot(*away) * at.scale >= _LEAST_STEP_CANVAS_PX:
            self._points.append(at.place)
            self._preview.show(self._points, takes_away=self._takes_away)

    def release(self, at: Pointer) -> None:
        points = self._points
        if len(points) < 3:
            self.abandon()
            return
        line = np.array(points)
        self._edit(translate("ShapeTools", "Lasso"), lambda extent: lasso(line, extent), points)


class BoxTool(_ShapeTool):
    """A tool of the mask: rectangle or ellipse between two corners; with Shift a square or a circle."""

    def press(self, at: Pointer) -> None:
        self._points, self._takes_away = [at.place], at.takes_away

    def move(self, at: Pointer) -> None:
        if self._points:
            self._points = [self._points[0], self._corner(at)]
            is_ellipse = self._settings.kind is ToolKind.ELLIPSE and not self._stands_askew
            self._preview.show(self._outline(), takes_away=self._takes_away, is_ellipse=is_ellipse)

    def release(self, at: Pointer) -> None:
        if not self._points:
            return
        first, corner = self._points[0], self._corner(at)
        is_ellipse = self._settings.kind is ToolKind.ELLIPSE
        if first[0] == corner[0] or first[1] == corner[1]:
            self.abandon()
            return
        self._points = [first, corner]
        label = translate("ShapeTools", "Ellipse") if is_ellipse else translate("ShapeTools", "Rectangle")
        outline = np.array(self._outline())
        if self._stands_askew:
            self._edit(label, lambda extent: polygon(outline[:-1], extent), [first, corner])
        elif is_ellipse:
            self._edit(label, lambda extent: ellipse(first, corner, extent), [first, corner])
        else:
            self._edit(label, lambda extent: rectangle(first, corner, extent), [first, corner])

    def _corner(self, at: Pointer) -> _Place:
        if not at.is_straight:
            return at.place
        (x, y), linear = self._points[0], self._linear
        dx, dy = linear @ np.subtract(at.place, self._points[0])
        side = max(abs(dx), abs(dy))
        across, down = linear.T @ [np.copysign(side, dx), np.copysign(side, dy)]
        return x + float(across), y + float(down)

    def _outline(self) -> list[_Place]:
        is_ellipse = self._settings.kind is ToolKind.ELLIPSE
        if is_ellipse and not self._stands_askew:
            return self._points
        (left, top), (right, bottom) = np.array(self._points) @ self._linear.T
        outline = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        if is_ellipse:
            angles = np.linspace(0, 2 * np.pi, _ELLIPSE_CORNERS + 1)
            xs, ys = left + right + (right - left) * np.cos(angles), top + bottom + (bottom - top) * np.sin(angles)
            outline = list(zip(xs / 2, ys / 2, strict=True))
        return [(float(x), float(y)) for x, y in np.array(outline) @ self._linear]

    @property
    def _linear(self) -> NDArray[np.float64]:
        """(2, 2), by which directions of the scan become those of the view."""
        project = self._document.project
        return np.eye(2) if project is None else project.framing.linear

    @property
    def _stands_askew(self) -> bool:
        """Whether what stands upright in the view does not in the scan."""
        return self._document.project is not None and not self._document.project.framing.is_lossless


class PolygonTool(_ShapeTool):
    """A tool of the mask that closes a polygon, drawn corner by corner. Enter, a double click or a click on the first
    corner closes it, Backspace takes the last corner back, Esc gives it up."""

    @property
    def is_drawing(self) -> bool:
        return bool(self._points)

    def press(self, at: Pointer) -> None:
        if not self._points:
            self._takes_away = at.takes_away
        elif at.is_double or self._is_at_first(at):
            self.finish()
            return
        self._points.append(at.place)
        self._show(at.place)

    def move(self, at: Pointer) -> None:
        self.hover(at)

    def hover(self, at: Pointer) -> None:
        if self._points:
            self._show(self._points[0] if self._is_at_first(at) else at.place)

    def release(self, at: Pointer) -> None:
        """A corner is placed when it is pressed."""

    def finish(self) -> None:
        """Close the polygon; with fewer than three corners there is none, and nothing happens."""
        if len(self._points) < 3:
            return
        corners = np.array(self._points)
        self._edit(translate("ShapeTools", "Polygon"), lambda extent: polygon(corners, extent), self._points)

    def take_back(self) -> None:
        """Forget the last corner."""
        del self._points[-1:]
        if self._points:
            self._show(self._points[-1])
        else:
            self._preview.clear()

    def _is_at_first(self, at: Pointer) -> bool:
        away = np.subtract(at.place, self._points[0])
        return len(self._points) >= 3 and bool(np.hypot(*away) * at.scale <= _REACH_CANVAS_PX)

    def _show(self, end: _Place) -> None:
        self._preview.show([*self._points, end], takes_away=self._takes_away, has_corners=True)
