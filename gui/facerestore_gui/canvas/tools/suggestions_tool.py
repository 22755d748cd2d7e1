"""The tool that takes and refuses suggested damage."""

from facerestore_gui.canvas.tools.pointer import Pointer
from facerestore_gui.document.suggestions import Suggestions


class SuggestionsTool:
    """A click takes or refuses what is suggested there; hovering shows what it is."""

    def __init__(self, suggestions: Suggestions) -> None:
        self._suggestions = suggestions

    def press(self, at: Pointer) -> None:
        self._suggestions.toggle_at(*at.place, reach_px=4 / at.scale)

    def move(self, at: Pointer) -> None:
        """Taken or refused when it is pressed."""

    def hover(self, at: Pointer) -> None:
        self._suggestions.point_at(*at.place, reach_px=4 / at.scale)

    def release(self, at: Pointer) -> None:
        """Taken or refused when it is pressed."""

    def abandon(self) -> None:
        """Taken or refused when it is pressed."""
