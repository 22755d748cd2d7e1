"""One line about the tool in hand, for the status bar."""

from facerestore_gui.canvas.tool_settings import LAYOUT_TOOLS, ToolKind, ToolSettings
from facerestore_resources.face_classes import NAMES


def tool_hint(settings: ToolSettings, *, has_photo: bool, has_face: bool, has_layout: bool) -> str:
    """What the tool does now, and what it lacks."""
    if not has_photo:
        return "Open a portrait to begin."
    if settings.kind in LAYOUT_TOOLS and not has_layout:
        return "There is no layout yet: predict one (Ctrl+L)." if has_face else "Add a face first."
    name = NAMES[settings.face_class].lower()
    return {
        ToolKind.HAND: "Drag to move the view. The wheel zooms.",
        ToolKind.BRUSH: "Paint over the damage. The right button erases, Shift+click draws a straight line.",
        ToolKind.ERASER: "What you erase stays as it is in the photo.",
        ToolKind.PAINT: f"Paint {name} into the layout. The right button paints background.",
        ToolKind.FILL: f"Click a region of the layout to fill it with {name}.",
        ToolKind.PICK: "Click the layout to pick a class.",
        ToolKind.POINTS: "Drag the points; arrow keys move the chosen one, Enter chooses the next.",
    }[settings.kind]
