"""One line about what can be done next, for the status bar."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from facerestore_gui.canvas.key_cursor import KeyCursor
from facerestore_gui.document.tool_settings import LAYOUT_TOOLS, MASK_TOOLS, ToolKind
from facerestore_gui.document.view_state import ViewMode
from facerestore_gui.keys.shortcuts import Shortcuts
from facerestore_gui.look.translation import QT_TRANSLATE_NOOP, face_class_in_sentence
from facerestore_gui.session.session import Session

_HINTS: Final = {
    ToolKind.HAND: QT_TRANSLATE_NOOP("Hints", "Drag to move the view. The wheel zooms."),
    ToolKind.BRUSH: QT_TRANSLATE_NOOP(
        "Hints", "Paint over the damage. The right button erases, Shift+click draws a straight line."
    ),
    ToolKind.ERASER: QT_TRANSLATE_NOOP("Hints", "What you erase stays as it is in the photo."),
    ToolKind.LASSO: QT_TRANSLATE_NOOP("Hints", "Draw round the damage. Alt or the right button takes away."),
    ToolKind.POLYGON: QT_TRANSLATE_NOOP(
        "Hints", "Click corner by corner; Enter or a double click closes, Backspace takes one back."
    ),
    ToolKind.RECTANGLE: QT_TRANSLATE_NOOP("Hints", "Drag from corner to corner. Shift makes a square, Alt takes away."),
    ToolKind.ELLIPSE: QT_TRANSLATE_NOOP("Hints", "Drag from corner to corner. Shift makes a circle, Alt takes away."),
    ToolKind.WAND: QT_TRANSLATE_NOOP(
        "Hints", "Click what has one colour; drag to the right for more of it, to the left for less. Alt takes away."
    ),
    ToolKind.TRACE: QT_TRANSLATE_NOOP(
        "Hints", "Click both ends of a scratch, or one and Enter. Shift: straight, Alt takes away, Esc gives up."
    ),
    ToolKind.SUGGEST: QT_TRANSLATE_NOOP(
        "Hints", "Click suggested damage to take or refuse it; trim it with the eraser{keys}."
    ),
    ToolKind.HEAL: QT_TRANSLATE_NOOP(
        "Hints", "Paint over a speck or a scratch: it is healed at once. The right button takes that off again."
    ),
    ToolKind.CLONE: QT_TRANSLATE_NOOP(
        "Hints", "Alt+click or the right button says where to copy from; then paint over the damage."
    ),
    ToolKind.PAINT: QT_TRANSLATE_NOOP("Hints", "Paint {name} into the layout. The right button paints background."),
    ToolKind.FILL: QT_TRANSLATE_NOOP("Hints", "Click a region of the layout to fill it with {name}."),
    ToolKind.PICK: QT_TRANSLATE_NOOP("Hints", "Click the layout to pick a class."),
    ToolKind.CLASS_POLYGON: QT_TRANSLATE_NOOP(
        "Hints", "Click corner by corner; Enter fills it with {name}, Backspace takes one back."
    ),
    ToolKind.SMART_EDGE: QT_TRANSLATE_NOOP(
        "Hints", "Draw roughly round what is {name}: it goes to the edges of the photo nearby."
    ),
    ToolKind.PART: QT_TRANSLATE_NOOP(
        "Hints", "Click an eye, a brow, the mouth ...: drag it, its handles or its knob. Arrow keys move it."
    ),
    ToolKind.CHOOSE: QT_TRANSLATE_NOOP(
        "Hints", "Paint what is taken from the candidate in hand; Shift+click takes a whole part."
    ),
    ToolKind.CROP: QT_TRANSLATE_NOOP(
        "Hints",
        "Drag a handle, the crop, or a new one. Shift keeps the ratio of the sides. The scan stays whole.",
    ),
    ToolKind.STRAIGHTEN: QT_TRANSLATE_NOOP(
        "Hints", "Draw a line along something that should be level or upright, or type the angle."
    ),
    ToolKind.POINTS: QT_TRANSLATE_NOOP(
        "Hints", "Drag a point, the frame or its corner. Arrow keys move a point, Enter chooses the next."
    ),
}


def hint(session: Session, cursor: KeyCursor, shortcuts: Shortcuts) -> str:
    """What can be done next with the pointer, or with the keyboard's cursor once it is shown."""
    if cursor.is_shown:
        return _cursor_hint(shortcuts, is_down=cursor.is_down)
    if session.placer.is_active:
        return QCoreApplication.translate("Hints", "Click the five points of the face.")
    if session.view.is_looking:
        text = QCoreApplication.translate(
            "Hints",
            "Arrow keys and numbers look at other candidates{flip}. Use the one in sight{use}, or Esc goes back.",
        )
        return text.format(flip=shortcuts.bracketed("flip_candidates"), use=shortcuts.bracketed("use_candidate"))
    return _result_hint(session, shortcuts) or _tool_hint(session, shortcuts)


def _result_hint(session: Session, shortcuts: Shortcuts) -> str:
    """That what was made can be saved, while it is looked at and is in no picture yet."""
    document = session.document
    is_new = document.result is not None and document.result_is_current and not session.file_tasks.result_is_written
    if not is_new or session.tool_settings.kind not in MASK_TOOLS or session.view.mode is ViewMode.ORIGINAL:
        return ""
    text = QCoreApplication.translate(
        "Hints", "Restored. Save the picture{keys}, or paint over what is still to be done."
    )
    return text.format(keys=shortcuts.bracketed("save"))


def _tool_hint(session: Session, shortcuts: Shortcuts) -> str:
    """What the tool does now, and what it lacks."""
    settings, work = session.tool_settings, session.document.work
    if session.document.project is None:
        return QCoreApplication.translate("Hints", "Open a portrait to begin.")
    if settings.kind in LAYOUT_TOOLS and work is None:
        return QCoreApplication.translate("Hints", "Add a face first.")
    if settings.kind in LAYOUT_TOOLS and work is not None and work.layout is None:
        return _no_layout(shortcuts)
    return QCoreApplication.translate("Hints", _HINTS[settings.kind]).format(
        name=face_class_in_sentence(settings.face_class), keys=shortcuts.bracketed("tool_eraser")
    )


def _cursor_hint(shortcuts: Shortcuts, *, is_down: bool) -> str:
    """What the keyboard's cursor does next."""
    text = QCoreApplication.translate(
        "Hints", "Arrow keys move the cursor, with Shift far, with Ctrl pixel by pixel. Press with the tool{keys}."
    )
    if is_down:
        text = QCoreApplication.translate(
            "Hints", "Arrow keys draw, with Shift far, with Ctrl pixel by pixel. Enter lifts{keys}, Esc takes it back."
        )
    return text.format(keys=shortcuts.bracketed("cursor_press"))


def _no_layout(shortcuts: Shortcuts) -> str:
    text = QCoreApplication.translate("Hints", "There is no layout yet: predict one{keys}.")
    return text.format(keys=shortcuts.bracketed("predict_layout"))
