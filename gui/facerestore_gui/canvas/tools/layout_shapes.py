"""Tools that draw a class into the layout: polygon and smart edge; and the eyedropper that Alt lends to others."""

from typing import Final

import numpy as np

from facerestore_gui.canvas.tools.pointer import Pointer, Tool
from facerestore_gui.canvas.tools.preview import Preview
from facerestore_gui.document.tool_settings import ToolSettings
from facerestore_gui.editing.layout_edits import LayoutEdits

_LEAST_STEP_CANVAS_PX: Final = 1.5
"""A line takes no more points than an eye can tell apart."""
_REACH_CANVAS_PX: Final = 9.0
"""How near to its first corner a click closes a polygon."""

_Place = tuple[float, float]


class _ClassShape:
    """What both share: the places so far, and the class that will be put there; the right button puts background."""

    def __init__(self, settings: ToolSettings, edits: LayoutEdits, preview: Preview) -> None:
        self._settings, self._edits, self._preview = settings, edits, preview
        self._points: list[_Place] = []
        self._is_background = False

    @property
    def is_drawing(self) -> bool:
        return bool(self._points)

    def abandon(self) -> None:
        if self._points:
            self._points = []
            self._preview.clear()

    def _begin(self, at: Pointer) -> None:
        self._points, self._is_background = [at.place], at.is_secondary or at.is_eraser

    def _label(self) -> int:
        return 0 if self._is_background else self._settings.face_class

    def _show(self, points: list[_Place], *, has_corners: bool) -> None:
        self._preview.show(points, takes_away=self._is_background, has_corners=has_corners)


class SmartEdgeTool(_ClassShape):
    """A line drawn roughly round something; when it is closed, it goes to the edges near it."""

    def press(self, at: Pointer) -> None:
        self._begin(at)

    def move(self, at: Pointer) -> None:
        if self._points:
            away = np.subtract(at.place, self._points[-1])
            if np.hypot(*away) * at.scale >= _LEAST_STEP_CANVAS_PX:
                self._points.append(at.place)
                self._show([*self._points, self._points[0]], has_corners=False)

    def release(self, at: Pointer) -> None:
        points, label = self._points, self._label()
        self.abandon()
        if len(points) >= 3:
            self._edits.fill_snapped(np.array(points), label)


class ClassPolygonTool(_ClassShape):
    """A tool that fills a polygon of the layout, drawn corner by corner. Enter, a double click or a click on the first
    corner closes it, Backspace takes the last corner back, Esc gives it up."""

    def press(self, at: Pointer) -> None:
        if not self._points:
            self._begin(at)
        elif at.is_double or self._is_at_first(at):
            self.finish()
            return
        else:
            self._points.append(at.place)
        self._show([*self._points, at.place], has_corners=True)

    def move(self, at: Pointer) -> None:
        self.hover(at)

    def hover(self, at: Pointer) -> None:
        if self._points:
            end = self._points[0] if self._is_at_first(at) else at.place
            self._show([*self._points, end], has_corners=True)

    def release(self, at: Pointer) -> None:
        """A corner is placed when it is pressed."""

    def finish(self) -> None:
        """Close the polygon; with fewer than three corners there is none, and nothing happens."""
        if len(self._points) >= 3:
            points, label = self._points, self._label()
            self.abandon()
            self._edits.fill_polygon(np.array(points), label)

    def take_back(self) -> None:
        """Forget the last corner."""
        del self._points[-1:]
        if self._points:
            self._show([*self._points, self._points[-1]], has_corners=True)
        else:
            self._preview.clear()

    def _is_at_first(self, at: Pointer) -> bool:
        away = np.subtract(at.place, self._points[0])
        return len(self._points) >= 3 and bool(np.hypot(*away) * at.scale <= _REACH_CANVAS_PX)


class WithEyedropper:
    """A tool of the layout that picks a class while Alt is held, as the eyedropper does."""

    def __init__(self, tool: Tool, picker: Tool) -> None:
        self._tool, self._picker = tool, picker
        self._in_hand = tool

    def press(self, at: Pointer) -> None:
        self._in_hand = self._picker if at.is_subtracting else self._tool
        self._in_hand.press(at)

    def move(self, at: Pointer) -> None:
        self._in_hand.move(at)

    def release(self, at: Pointer) -> None:
        self._in_hand.release(at)

    def abandon(self) -> None:
        self._in_hand.abandon()
