"""The magic wand."""

from facerestore_gui.canvas.tools.pointer import Pointer
from facerestore_gui.document.tool_settings import ToolSettings
from facerestore_gui.editing.mask_edits import MaskEdits


class WandTool:
    """A tool of the mask. Takes what has the colour of the clicked place; Alt or the right button takes it away
    again."""

    def __init__(self, settings: ToolSettings, edits: MaskEdits) -> None:
        self._settings, self._edits = settings, edits

    def press(self, at: Pointer) -> None:
        settings = self._settings
        self._edits.wand(
            *at.place,
            tolerance=settings.wand_tolerance,
            is_contiguous=settings.wand_is_contiguous,
            combination=settings.combination_of(takes_away=at.takes_away),
        )

    def move(self, at: Pointer) -> None:
        """It is done when it is pressed."""

    def release(self, at: Pointer) -> None:
        """It is done when it is pressed."""

    def abandon(self) -> None:
        """It is done when it is pressed."""
