"""One line about the tool in hand, for the status bar."""

from facerestore_gui.canvas.tool_settings import LAYOUT_TOOLS, ToolKind, ToolSettings
from facerestore_gui.shortcuts import Shortcuts
from facerestore_resources.face_classes import NAMES


def tool_hint(
    settings: ToolSettings, shortcuts: Shortcuts, *, has_photo: bool, has_face: bool, has_layout: bool
) -> str:
    """What the tool does now, and what it lacks."""
    if not has_photo:
        return "Open a portrait to begin."
    if settings.kind in LAYOUT_TOOLS and not has_layout:
        return _no_layout(shortcuts) if has_face else "Add a face first."
    name = NAMES[settings.face_class].lower()
    return {
        ToolKind.HAND: "Drag to move the view. The wheel zooms.",
        ToolKind.BRUSH: "Paint over the damage. The right button erases, Shift+click draws a straight line.",
        ToolKind.ERASER: "What you erase stays as it is in the photo.",
        ToolKind.LASSO: "Draw round the damage. Alt or the right button takes away.",
        ToolKind.POLYGON: "Click corner by corner; Enter or a double click closes, Backspace takes one back.",
        ToolKind.RECTANGLE: "Drag from corner to corner. Shift makes a square, Alt takes away.",
        ToolKind.ELLIPSE: "Drag from corner to corner. Shift makes a circle, Alt takes away.",
        ToolKind.WAND: "Click what has one colour. Alt or the right button takes away.",
        ToolKind.SUGGEST: "Click suggested damage to take or refuse it; trim it with the eraser{keys}.".format(
            keys=shortcuts.bracketed("tool_eraser")
        ),
        ToolKind.PAINT: f"Paint {name} into the layout. The right button paints background.",
        ToolKind.FILL: f"Click a region of the layout to fill it with {name}.",
        ToolKind.PICK: "Click the layout to pick a class.",
        ToolKind.CLASS_POLYGON: f"Click corner by corner; Enter fills it with {name}, Backspace takes one back.",
        ToolKind.SMART_EDGE: f"Draw roughly round what is {name}: it goes to the edges of the photo nearby.",
        ToolKind.PART: "Click an eye, a brow, the mouth ...: drag it, its handles or its knob. Arrow keys move it.",
        ToolKind.CHOOSE: "Paint what is taken from the candidate in hand; Shift+click takes a whole part.",
        ToolKind.POINTS: "Drag a point, the frame or its corner. Arrow keys move a point, Enter chooses the next.",
    }[settings.kind]


def cursor_hint(shortcuts: Shortcuts, *, is_down: bool) -> str:
    """What the keyboard's cursor does next."""
    if is_down:
        return (
            "Arrow keys draw, with Shift far, with Ctrl pixel by pixel. Enter lifts{keys}, Esc takes it back.".format(
                keys=shortcuts.bracketed("cursor_press")
            )
        )
    return "Arrow keys move the cursor, with Shift far, with Ctrl pixel by pixel. Press with the tool{keys}.".format(
        keys=shortcuts.bracketed("cursor_press")
    )


def _no_layout(shortcuts: Shortcuts) -> str:
    return "There is no layout yet: predict one{keys}.".format(keys=shortcuts.bracketed("predict_layout"))
