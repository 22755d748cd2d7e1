"""Actions of the menu Face: which faces there are."""

from typing import Final

from facerestore_gui.actions.action_spec import ActionSpec
from facerestore_gui.actions.conditions import FACE, IDLE, PHOTO, REFERENCES, SEVERAL_FACES
from facerestore_gui.document.edits.faces import remove_face, shift_face, skip_face
from facerestore_gui.session.session import Session

MENU: Final = "F&ace"


def _is_skipped(session: Session) -> bool:
    return session.document.work is not None and session.document.work.is_skipped


def _skip_face(session: Session) -> None:
    skip_face(session.document, session.document.current_face, is_skipped=not _is_skipped(session))


FACE_ACTIONS: Final = (
    ActionSpec(
        name="find_faces",
        text="&Find faces",
        menu=MENU,
        run=lambda session: session.file_tasks.find_faces(),
        keys=("Ctrl+Shift+F",),
        icon="find_faces",
        tip="Look for faces again",
        needs=(PHOTO, IDLE),
    ),
    ActionSpec(
        name="add_face",
        text="&Add a face",
        menu=MENU,
        run=lambda session: session.placer.start(),
        keys=("Ctrl+Shift+A",),
        icon="add",
        tip="Add a face: click its five points, or draw a box round it",
        needs=(PHOTO,),
    ),
    ActionSpec(
        name="skip_face",
        text="&Skip face",
        menu=MENU,
        run=_skip_face,
        keys=("Shift+S",),
        icon="skip",
        tip="Leave the chosen face as it is",
        needs=(FACE,),
        checked=_is_skipped,
        begins_group=True,
    ),
    ActionSpec(
        name="face_up",
        text="Face further &up",
        menu=MENU,
        run=lambda session: shift_face(session.document, -1),
        keys=("Alt+Up",),
        icon="up",
        tip="Move the chosen face up in the list",
        needs=(SEVERAL_FACES,),
    ),
    ActionSpec(
        name="face_down",
        text="Face further &down",
        menu=MENU,
        run=lambda session: shift_face(session.document, 1),
        keys=("Alt+Down",),
        icon="down",
        tip="Move the chosen face down in the list",
        needs=(SEVERAL_FACES,),
    ),
    ActionSpec(
        name="remove_face",
        text="&Remove face",
        menu=MENU,
        run=lambda session: remove_face(session.document),
        icon="remove",
        tip="Remove the chosen face",
        needs=(IDLE, FACE),
    ),
    ActionSpec(
        name="add_references",
        text="Add &photographs of the person...",
        menu=MENU,
        run=lambda session: session.files.ask_references(),
        keys=("Ctrl+Shift+P",),
        icon="person",
        tip="Let the chosen face borrow what is hidden from other photographs of the same person",
        needs=(IDLE, FACE, REFERENCES),
        begins_group=True,
    ),
    ActionSpec(
        name="search_album",
        text="&Look for the person in a folder...",
        menu=MENU,
        run=lambda session: session.files.ask_album(),
        keys=("Ctrl+Shift+L",),
        icon="album",
        tip="Find photographs in a folder that probably show the person of the chosen face",
        needs=(IDLE, FACE, REFERENCES),
    ),
)
