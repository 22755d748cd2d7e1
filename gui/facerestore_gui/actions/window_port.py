"""WindowPort: what actions ask of a window alone, without a word about the work in it."""

from typing import Protocol

from PySide6.QtCore import Qt


class WindowPort(Protocol):
    """The window as actions know it: where one looks, what has the keyboard, and what opens beside the work."""

    def zoom_by(self, steps: float) -> None:
        """In by positive steps, out by negative ones."""

    def zoom_to(self, scale: float) -> None:
        """Screen pixels per pixel of the photo."""

    def fit(self) -> None:
        """Show the whole photo."""

    def rotate_view(self, degrees: float) -> None:
        """Rotate what is seen clockwise; the photo stays as it is."""

    def put_view_upright(self) -> None:
        """Take the rotation back."""

    def type_zoom(self) -> None:
        """Have a figure typed for the zoom."""

    def reset_panels(self) -> None:
        """All panels where they are at first."""

    def press_cursor(
        self,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Show the keyboard's cursor, press it, or lift it."""

    def go_to_next_panel(self) -> None:
        """Move the keyboard to the next panel."""

    def cancel(self) -> None:
        """Stop what is under way, the nearest first."""

    def pop_up(self, action: str) -> None:
        """Open the menu of an action in the middle of the window."""

    def show_batch(self) -> None:
        """The window that restores folders."""

    def show_guide(self) -> None: ...

    def change_shortcuts(self) -> None: ...

    def change_preferences(self) -> None: ...

    def start_tour(self) -> None: ...

    def open_log(self) -> None: ...

    def check_installation(self) -> None: ...

    def show_crash_reports(self) -> None: ...

    def show_about(self) -> None: ...

    def close(self) -> bool: ...
