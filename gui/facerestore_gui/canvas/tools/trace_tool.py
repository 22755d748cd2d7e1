"""The tool that follows a scratch from one of its ends to the other."""

from typing import TYPE_CHECKING, Final

import numpy as np

from facerestore_gui.canvas.tools.pointer import Pointer
from facerestore_gui.canvas.tools.preview import Preview
from facerestore_gui.document.tool_settings import ToolSettings
from facerestore_gui.editing.mask_edits import MaskEdits
from facerestore_gui.editing.scratch_search import ScratchSearch

if TYPE_CHECKING:
    from facerestore_gui.background.scratch_calculations import ScratchWay

_REACH_CANVAS_PX: Final = 7.0
"""How far from a click the scratch may lie that is meant."""
_SAME_CANVAS_PX: Final = 9.0
"""Within this of the first click nothing else is pointed at yet."""


class TraceTool:
    """A tool of the mask. The first click is one end of a scratch, the second the other; a drag from one to the other
    does the same. Between them the scratch is followed, with Shift a straight line. Enter, or a second click at the
    same place, takes the scratch to its ends, where it is clear. Backspace and Esc give it up."""

    def __init__(self, settings: ToolSettings, edits: MaskEdits, scratches: ScratchSearch, preview: Preview) -> None:
        self._settings, self._edits, self._scratches, self._preview = settings, edits, scratches, preview
        self._first: Pointer | None = None
        self._pointer: Pointer | None = None
        """Where it is now, or where the second click was."""
        self._is_finished = False
        """The second click was there before the ways were."""
        scratches.found.connect(self._on_found)
        scratches.failed.connect(self.abandon)

    @property
    def is_drawing(self) -> bool:
        return self._first is not None

    def press(self, at: Pointer) -> None:
        if self._is_finished:
            return
        if self._first is None:
            self._first = self._pointer = at
            self._scratches.begin(at.place, reach_px=_REACH_CANVAS_PX / at.scale)
            self._show()
        else:
            self._pointer = at
            self.finish()

    def move(self, at: Pointer) -> None:
        self.hover(at)

    def release(self, at: Pointer) -> None:
        """A click has placed an end; a drag has placed both."""
        if self._first is not None and not self._is_finished and not self._is_at_first(at):
            self._pointer = at
            self.finish()

    def hover(self, at: Pointer) -> None:
        if self._first is not None and not self._is_finished:
            self._pointer = at
            self._show()

    def finish(self) -> None:
        """Put what is shown into the mask, as soon as it is known."""
        if self._first is None:
            return
        self._is_finished = True
        if self._scratches.is_ready:
            self._put()

    def take_back(self) -> None:
        """Forget the first end."""
        self.abandon()

    def abandon(self) -> None:
        self._first = self._pointer = None
        self._is_finished = False
        self._scratches.end()
        self._preview.clear()

    def _on_found(self) -> None:
        if self._is_finished:
            self._put()
        else:
            self._show()

    def _put(self) -> None:
        first, pointer, way = self._first, self._pointer, self._way()
        if first is None or pointer is None or way is None:
            # no clear scratch: its other end is still to be clicked
            self._is_finished = False
            return
        self.abandon()
        combination = self._settings.combination_of(takes_away=first.takes_away)
        self._edits.trace(way, is_straight=pointer.is_straight, combination=combination)

    def _way(self) -> "ScratchWay | None":
        """What is pointed at: the way to the pointer, or, as long as that is at the first end, the whole scratch."""
        first, pointer = self._first, self._pointer
        if first is None or pointer is None:
            return None
        if self._is_at_first(pointer):
            return self._scratches.followed()
        way = self._scratches.way_to(pointer.place, reach_px=_REACH_CANVAS_PX / pointer.scale)
        return way.straightened() if way is not None and pointer.is_straight else way

    def _is_at_first(self, at: Pointer) -> bool:
        return self._first is not None and bool(
            np.hypot(*np.subtract(at.place, self._first.place)) * at.scale <= _SAME_CANVAS_PX
        )

    def _show(self) -> None:
        first, pointer, way = self._first, self._pointer, self._way()
        if first is None or pointer is None:
            return
        places = [first.place, pointer.place] if way is None else [(float(x), float(y)) for x, y in way.places]
        self._preview.show(places, takes_away=first.takes_away, has_start=True)
