"""Actions of the menu Edit: the history, and stopping."""

from typing import Final

from facerestore_gui.actions.action_spec import ActionSpec
from facerestore_gui.actions.conditions import FRAMED, PHOTO, REDOABLE, UNDOABLE
from facerestore_gui.document.edits.framing import reset_framing, turn_photo

MENU: Final = "&Edit"

EDIT_ACTIONS: Final = (
    ActionSpec(
        name="undo",
        text="&Undo",
        menu=MENU,
        run=lambda session: session.undo(),
        keys=("Ctrl+Z",),
        icon="undo",
        tip="Undo",
        needs=(UNDOABLE,),
        label=lambda session: session.undo_label,
    ),
    ActionSpec(
        name="redo",
        text="&Redo",
        menu=MENU,
        run=lambda session: session.redo(),
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        icon="redo",
        tip="Redo",
        needs=(REDOABLE,),
        label=lambda session: session.redo_label,
    ),
    ActionSpec(
        name="turn_left",
        text="Turn &left",
        menu=MENU,
        run=lambda session: turn_photo(session.document, -1),
        keys=("Ctrl+Shift+Left",),
        icon="turn_left",
        tip="Turn the photo to the left; the scan's own pixels stay where they are",
        needs=(PHOTO,),
        begins_group=True,
    ),
    ActionSpec(
        name="turn_right",
        text="Turn ri&ght",
        menu=MENU,
        run=lambda session: turn_photo(session.document, 1),
        keys=("Ctrl+Shift+Right",),
        icon="turn_right",
        tip="Turn the photo to the right; the scan's own pixels stay where they are",
        needs=(PHOTO,),
    ),
    ActionSpec(
        name="reset_framing",
        text="&Show the scan as it lies",
        menu=MENU,
        run=lambda session: reset_framing(session.document),
        tip="All of the scan, neither turned nor straightened",
        needs=(FRAMED,),
    ),
    ActionSpec(
        name="cancel",
        text="&Cancel",
        menu=MENU,
        on_window=lambda window: window.cancel(),
        keys=("Esc",),
        tip="Stop what is under way",
        begins_group=True,
    ),
    ActionSpec(
        name="preferences",
        text="&Preferences...",
        menu=MENU,
        on_window=lambda window: window.change_preferences(),
        keys=("Ctrl+,",),
        tip="Language, theme, how photos are saved, where projects are kept, what of the computer is used",
        begins_group=True,
    ),
)
