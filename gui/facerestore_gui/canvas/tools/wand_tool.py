"""The magic wand."""

from dataclasses import replace
from typing import Final

from facerestore_gui.canvas.tools.pointer import Pointer
from facerestore_gui.document.tool_settings import LARGEST_TOLERANCE, ToolSettings
from facerestore_gui.editing.mask_edits import MaskEdits
from facerestore_gui.editing.wand_preview import WandPlace, WandPreview

_PX_FOR_A_STEP: Final = 4
"""How far on the screen a drag goes for one step of tolerance."""
_SLACK_PX: Final = 6
"""A shorter drag is a click."""


class WandTool:
    """A tool of the mask. Takes what has the colour of the place where it is pressed; Alt or the right button takes it
    away again. What it would take is outlined where the pointer rests, and while it is pressed: a drag to the right
    widens the tolerance, to the left narrows it. The mask gets it when it is let go."""

    def __init__(self, settings: ToolSettings, edits: MaskEdits, preview: WandPreview) -> None:
        self._settings, self._edits, self._preview = settings, edits, preview
        self._pressed: Pointer | None = None
        self._tolerance_before = settings.wand_tolerance

    @property
    def is_drawing(self) -> bool:
        """Whether it is pressed."""
        return self._pressed is not None

    def hover(self, at: Pointer) -> None:
        self._preview.rest_at(self._place(at))

    def press(self, at: Pointer) -> None:
        self._pressed, self._tolerance_before = at, self._settings.wand_tolerance
        self._preview.show_at(self._place(at))

    def move(self, at: Pointer) -> None:
        pressed = self._pressed
        if pressed is None:
            return
        drag_px = at.across_px - pressed.across_px
        beyond_px = drag_px - min(max(drag_px, -_SLACK_PX), _SLACK_PX)
        wanted = round(self._tolerance_before + beyond_px / _PX_FOR_A_STEP)
        tolerance = float(min(max(wanted, 0), LARGEST_TOLERANCE))
        if tolerance != self._settings.wand_tolerance:
            self._settings.set_wand(tolerance, is_contiguous=self._settings.wand_is_contiguous)
            self._preview.show_at(self._place(pressed))

    def release(self, at: Pointer) -> None:
        pressed, settings = self._pressed, self._settings
        if pressed is None:
            return
        self.move(at)
        self._pressed = None
        self._edits.wand(
            *pressed.place,
            tolerance=settings.wand_tolerance,
            is_contiguous=settings.wand_is_contiguous,
            combination=settings.combination_of(takes_away=pressed.takes_away),
        )
        # the outlines stand in for the mask until it has them
        self._edits.once_done(self._preview.clear)

    def abandon(self) -> None:
        """Nothing was done; the tolerance is as it was."""
        if self._pressed is not None:
            self._pressed = None
            self._settings.set_wand(self._tolerance_before, is_contiguous=self._settings.wand_is_contiguous)
        self._preview.clear()

    def _place(self, at: Pointer) -> WandPlace:
        settings = self._settings
        # within a pixel it is the same place
        at = replace(at, x_photo=int(at.x_photo) + 0.5, y_photo=int(at.y_photo) + 0.5)
        return WandPlace(
            *at.place,
            tolerance=settings.wand_tolerance,
            is_contiguous=settings.wand_is_contiguous,
            takes_away=at.takes_away,
        )
