"""What a tool is told, and what it can do. Tools know no widgets."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Pointer:
    """A place of the pointer on the photo, with what is held. ``scale``: canvas pixels per photo
    pixel. ``is_secondary``: the right button. ``is_straight``: Shift is held; ``is_subtracting``: Alt is held.
    ``is_double``: the second press of a double click. ``pressure``: 0...1 of a pen, 1 of everything else.
    ``is_eraser``: the pen's other end. ``x_view_px``: how far right it is on the screen, where that is
    known: the photo may lie turned."""

    x_photo: float
    y_photo: float
    scale: float = 1.0
    is_secondary: bool = False
    is_straight: bool = False
    is_subtracting: bool = False
    is_double: bool = False
    pressure: float = 1.0
    is_eraser: bool = False
    x_view_px: float | None = None

    @property
    def place(self) -> tuple[float, float]:
        return self.x_photo, self.y_photo

    @property
    def across_px(self) -> float:
        """How far right it is on the screen, counted from anywhere."""
        return self.x_photo * self.scale if self.x_view_px is None else self.x_view_px

    @property
    def takes_away(self) -> bool:
        """Whether what is drawn is to be taken from the mask: Alt, the right button or the pen's other end."""
        return self.is_subtracting or self.is_secondary or self.is_eraser


class Tool(Protocol):
    """A tool of the canvas. Pressed, moved while pressed, released; or abandoned, which takes back what the drag
    did."""

    def press(self, at: Pointer) -> None: ...

    def move(self, at: Pointer) -> None: ...

    def release(self, at: Pointer) -> None: ...

    def abandon(self) -> None: ...
