"""What the tools are set to: which tool, how big, which class, what is locked and shown."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Signal

from facerestore_resources.face_classes import CLASS_COUNT, FaceClass

SMALLEST_BRUSH_PX: Final = 1.0
LARGEST_BRUSH_PX: Final = 1000.0
_BRUSH_STEP: Final = 1.2


class ToolKind(StrEnum):
    HAND = "hand"
    BRUSH = "brush"
    ERASER = "eraser"
    PAINT = "paint"
    FILL = "fill"
    PICK = "pick"
    POINTS = "points"


LAYOUT_TOOLS: Final = frozenset({ToolKind.PAINT, ToolKind.FILL, ToolKind.PICK})
BRUSH_TOOLS: Final = frozenset({ToolKind.BRUSH, ToolKind.ERASER, ToolKind.PAINT})


class ToolSettings(QObject):
    """Set by panels and shortcuts, read by tools and items. Undo never changes it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = ToolKind.BRUSH
        self.brush_diameter_px = 40.0
        self.face_class = int(FaceClass.SKIN)
        self._swapped_class = int(FaceClass.BACKGROUND)
        self.locked: frozenset[int] = frozenset()
        self.visible: frozenset[int] = frozenset(range(1, CLASS_COUNT))
        """Classes that the layout overlay shows; the background only when asked for."""

    def choose(self, kind: ToolKind) -> None:
        self.kind = kind
        self.changed.emit()

    def choose_class(self, face_class: int) -> None:
        self.face_class = face_class
        self.changed.emit()

    def swap_class(self) -> None:
        """The class in hand against the background, and back."""
        if self.face_class == FaceClass.BACKGROUND:
            self.face_class, self._swapped_class = self._swapped_class or int(FaceClass.SKIN), 0
        else:
            self.face_class, self._swapped_class = int(FaceClass.BACKGROUND), self.face_class
        self.changed.emit()

    def set_brush_diameter(self, diameter_px: float) -> None:
        """The brush's diameter in photo pixels, kept within its limits."""
        self.brush_diameter_px = min(max(diameter_px, SMALLEST_BRUSH_PX), LARGEST_BRUSH_PX)
        self.changed.emit()

    def grow_brush(self, steps: int) -> None:
        """Larger by a fifth per step, and by at least a pixel; smaller with negative steps."""
        new = self.brush_diameter_px * _BRUSH_STEP**steps
        if abs(new - self.brush_diameter_px) < 1:
            new = self.brush_diameter_px + steps
        self.set_brush_diameter(round(new))

    def toggle_lock(self, face_class: int) -> None:
        self.locked = self.locked ^ {face_class}
        self.changed.emit()

    def toggle_visible(self, face_class: int) -> None:
        self.visible = self.visible ^ {face_class}
        self.changed.emit()

    def show_classes(self, classes: frozenset[int]) -> None:
        self.visible = classes
        self.changed.emit()
