"""Actions of the menu Tools: what the pointer does, and with what."""

from typing import Final

from PySide6.QtCore import Qt

from facerestore_gui.actions.action_spec import ActionSpec
from facerestore_gui.actions.conditions import CURSOR
from facerestore_gui.document.tool_settings import LAYOUT_TOOLS, MASK_TOOLS, ToolKind
from facerestore_gui.session.session import Session

MENU: Final = "&Tools"


def _tool(kind: ToolKind, text: str, keys: str, tip: str) -> ActionSpec:
    """The action that takes a tool in hand; its icon bears the tool's name."""

    def choose(session: Session) -> None:
        session.tool_settings.choose(kind)
        # nobody paints what is hidden
        if kind in LAYOUT_TOOLS:
            session.view.show_layout(shown=True)
        elif kind in MASK_TOOLS:
            session.view.show_mask(shown=True)

    return ActionSpec(
        name=f"tool_{kind}",
        text=text,
        menu=MENU,
        run=choose,
        keys=(keys,),
        icon=kind.value,
        tip=tip,
        checked=lambda session: session.tool_settings.kind is kind,
    )


TOOLS_ACTIONS: Final = (
    _tool(ToolKind.HAND, "&Hand", "H", "Move the view (hold Space with any tool)"),
    _tool(ToolKind.BRUSH, "&Brush", "B", "Mask brush: paint over what is to be restored"),
    _tool(ToolKind.ERASER, "&Eraser", "E", "Mask eraser: keep this as it is"),
    _tool(ToolKind.LASSO, "&Lasso", "L", "Lasso: draw round the damage by hand; Alt takes away"),
    _tool(
        ToolKind.POLYGON,
        "Pol&ygon",
        "Shift+L",
        "Polygon: click corner by corner; Enter closes it, Backspace takes one back",
    ),
    _tool(
        ToolKind.RECTANGLE,
        "&Rectangle",
        "R",
        "Rectangle: drag from corner to corner; Shift makes a square, Alt takes away",
    ),
    _tool(
        ToolKind.ELLIPSE, "Ell&ipse", "O", "Ellipse: drag from corner to corner; Shift makes a circle, Alt takes away"
    ),
    _tool(ToolKind.WAND, "Magic &wand", "W", "Magic wand: click what has one colour; Alt takes away"),
    _tool(
        ToolKind.TRACE,
        "Trace scratch",
        "S",
        "Trace scratch: click both ends, or one and Enter; it follows the scratch as wide as that is",
    ),
    _tool(ToolKind.SUGGEST, "Suggested &damage", "D", "Take or refuse damage that was found"),
    _tool(ToolKind.HEAL, "Heal brush", "J", "Heal brush: repairs at once what you paint over, without a network"),
    _tool(ToolKind.CLONE, "Clone brush", "Shift+J", "Clone brush: Alt and a click say from where, then paint"),
    _tool(ToolKind.PAINT, "Class &paint", "P", "Class brush: paint into the layout"),
    _tool(ToolKind.FILL, "&Fill", "F", "Fill a region of the layout with a class"),
    _tool(ToolKind.PICK, "Eyedropper", "I", "Pick the class under the pointer"),
    _tool(
        ToolKind.CLASS_POLYGON,
        "Cl&ass polygon",
        "Shift+P",
        "Class polygon: click corner by corner; Enter fills it with the class",
    ),
    _tool(
        ToolKind.SMART_EDGE,
        "&Smart edge",
        "Shift+E",
        "Smart edge: draw roughly round a part; it goes to the photo's edges",
    ),
    _tool(ToolKind.PART, "Move par&t", "T", "Move part: drag, scale or turn an eye, a brow, the mouth"),
    _tool(ToolKind.CHOOSE, "Candidate br&ush", "Y", "Candidate brush: take parts from the candidate in hand"),
    _tool(ToolKind.POINTS, "Face p&oints", "V", "Drag the five points of the face"),
    _tool(ToolKind.CROP, "Crop", "Shift+C", "Crop: drag its handles, or a new one; what is left out stays in the scan"),
    _tool(
        ToolKind.STRAIGHTEN,
        "Straighten",
        "Shift+H",
        "Straighten: draw a line along something that should be level or upright",
    ),
    ActionSpec(
        name="cursor_press",
        text="&Cursor: press or lift",
        menu=MENU,
        on_window=lambda window: window.press_cursor(),
        keys=("A",),
        tip="Use the tool by keyboard: show the cursor, press there, lift",
        needs=(CURSOR,),
        begins_group=True,
    ),
    ActionSpec(
        name="cursor_straight",
        text="Cursor: press with Shift",
        menu=MENU,
        on_window=lambda window: window.press_cursor(modifiers=Qt.KeyboardModifier.ShiftModifier),
        keys=("Shift+A",),
        tip="Press with Shift: a straight stroke from the last one's end, a square, a circle",
        needs=(CURSOR,),
    ),
    ActionSpec(
        name="cursor_away",
        text="Cursor: right butto&n",
        menu=MENU,
        on_window=lambda window: window.press_cursor(Qt.MouseButton.RightButton),
        keys=("Q",),
        tip="Press the right button: take away, erase, paint background",
        needs=(CURSOR,),
    ),
    ActionSpec(
        name="smaller_brush",
        text="S&maller brush",
        menu=MENU,
        run=lambda session: session.tool_settings.grow_brush(-1),
        keys=("[",),
        begins_group=True,
    ),
    ActionSpec(
        name="larger_brush",
        text="Lar&ger brush",
        menu=MENU,
        run=lambda session: session.tool_settings.grow_brush(1),
        keys=("]",),
    ),
    ActionSpec(
        name="softer_brush",
        text="Softer brush",
        menu=MENU,
        run=lambda session: session.tool_settings.harden_brush(-1),
        keys=("{",),
        tip="The brush's rim paints only what stands out",
    ),
    ActionSpec(
        name="harder_brush",
        text="Harder brush",
        menu=MENU,
        run=lambda session: session.tool_settings.harden_brush(1),
        keys=("}",),
        tip="More of the brush paints whatever is there",
    ),
    ActionSpec(
        name="swap_class",
        text="Swap class and bac&kground",
        menu=MENU,
        run=lambda session: session.tool_settings.swap_class(),
        keys=("X",),
    ),
)
