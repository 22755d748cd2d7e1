"""Actions of the menu Edit: the history, and stopping."""

from typing import Final

from facerestore_gui.actions.action_spec import ActionSpec
from facerestore_gui.actions.conditions import REDOABLE, UNDOABLE

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
