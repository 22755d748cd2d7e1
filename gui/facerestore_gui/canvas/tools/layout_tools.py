"""Tools that click into the layout of the current face: fill and eyedropper."""

from facerestore_gui.canvas.tools.pointer import Pointer
from facerestore_gui.document.document import Document
from facerestore_gui.document.edits.layout import class_at, fill_layout
from facerestore_gui.document.tool_settings import ToolSettings


class FillTool:
    """A tool of the layout. Fills the clicked region of the layout with the class in hand; the right button with
    background."""

    def __init__(self, document: Document, settings: ToolSettings) -> None:
        self._document, self._settings = document, settings

    def press(self, at: Pointer) -> None:
        label = 0 if at.is_secondary or at.is_eraser else self._settings.face_class
        fill_layout(self._document, at.x_photo, at.y_photo, label, locked=self._settings.locked)

    def move(self, at: Pointer) -> None:
        """A fill is done when it is pressed."""

    def release(self, at: Pointer) -> None:
        """A fill is done when it is pressed."""

    def abandon(self) -> None:
        """A fill is done when it is pressed."""


class PickTool:
    """An eyedropper. Takes the class under the pointer in hand."""

    def __init__(self, document: Document, settings: ToolSettings) -> None:
        self._document, self._settings = document, settings

    def press(self, at: Pointer) -> None:
        found = class_at(self._document, at.x_photo, at.y_photo)
        if found is not None:
            self._settings.choose_class(found)

    def move(self, at: Pointer) -> None:
        self.press(at)

    def release(self, at: Pointer) -> None:
        """Picking is done while pressed."""

    def abandon(self) -> None:
        """Picking changes no document."""
