"""OverlaySettings: how mask and layout look over the photo."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from facerestore_gui.look.damage_colours import DEFAULT_COLOUR

DEFAULT_MASK_OPACITY: Final = 0.5
DEFAULT_LAYOUT_OPACITY: Final = 0.45


class MaskLook(StrEnum):
    """How the mask is drawn: a coloured film, its outlines alone, or a picture in which white is restored."""

    OVERLAY = "overlay"
    OUTLINE = "outline"
    BLACK_WHITE = "black_white"


class OverlaySettings(QObject):
    """The settings of the overlays; opacities are 0...1. Remembered from one day to the next."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mask_colour = QColor(DEFAULT_COLOUR)
        """Of plain damage; the other classes have colours of their own."""
        self.mask_opacity = DEFAULT_MASK_OPACITY
        self.layout_opacity = DEFAULT_LAYOUT_OPACITY
        self.mask_look = MaskLook.OVERLAY

    def set_mask_colour(self, colour: QColor) -> None:
        self.mask_colour = colour
        self.changed.emit()

    def set_mask_opacity(self, opacity: float) -> None:
        self.mask_opacity = opacity
        self.changed.emit()

    def set_layout_opacity(self, opacity: float) -> None:
        self.layout_opacity = opacity
        self.changed.emit()

    def set_mask_look(self, look: MaskLook) -> None:
        self.mask_look = look
        self.changed.emit()
