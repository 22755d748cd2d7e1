"""Actions of the menu File: photos, projects and results."""

from typing import Final

from facerestore_gui.actions.action_spec import ActionSpec
from facerestore_gui.actions.conditions import IDLE, PHOTO, PROJECT_FILE, RESULT

MENU: Final = "&File"

FILE_ACTIONS: Final = (
    ActionSpec(
        name="new",
        text="&New from a photo...",
        menu=MENU,
        run=lambda session: session.files.ask_photo(),
        keys=("Ctrl+N",),
        tip="Begin with a photo as if nobody had worked on it",
    ),
    ActionSpec(
        name="open",
        text="&Open...",
        menu=MENU,
        run=lambda session: session.files.ask_file(),
        keys=("Ctrl+O",),
        icon="open",
        tip="Open a photo or a project",
    ),
    ActionSpec(
        name="open_folder",
        text="Open &folder...",
        menu=MENU,
        run=lambda session: session.files.ask_folder(),
        keys=("Ctrl+Shift+O",),
        tip="Show the photos of a folder as a filmstrip",
    ),
    ActionSpec(
        name="batch",
        text="Restore a fol&der...",
        menu=MENU,
        on_window=lambda window: window.show_batch(),
        keys=("Ctrl+Shift+B",),
        tip="Restore all photos of a folder that have a mask or a project, while you go on working",
    ),
    ActionSpec(
        name="open_recent",
        text="Open &recent",
        menu=MENU,
        on_window=lambda window: window.pop_up("open_recent"),
        tip="What was opened last",
    ),
    ActionSpec(
        name="open_version",
        text="Open an earlier &version...",
        menu=MENU,
        run=lambda session: session.versions.offer(),
        tip="The project as it was saved before",
        needs=(PROJECT_FILE, IDLE),
    ),
    ActionSpec(
        name="recover",
        text="Recover &unsaved work...",
        menu=MENU,
        run=lambda session: session.recovery.offer(is_asked=True),
        tip="What an earlier window left behind unsaved, and what was discarded in the last 30 days",
    ),
    ActionSpec(
        name="save_project",
        text="&Save project",
        menu=MENU,
        run=lambda session: session.files.save_project(),
        keys=("Ctrl+S",),
        icon="save",
        tip="Save mask, layouts, candidates and result now; it is kept by itself as well",
        needs=(PHOTO, IDLE),
        begins_group=True,
    ),
    ActionSpec(
        name="save_project_as",
        text="Save project &as...",
        menu=MENU,
        run=lambda session: session.files.save_project_as(),
        keys=("Ctrl+Shift+S",),
        tip="Save as another project",
        needs=(PHOTO, IDLE),
    ),
    ActionSpec(
        name="keep_beside",
        text="Keep projects &beside photos",
        menu=MENU,
        run=lambda session: session.keeping.keep_beside(beside=not session.keeping.is_beside),
        tip="Where the project of a photo is kept by itself: beside the photo, or in the program's own folder",
        checked=lambda session: session.keeping.is_beside,
    ),
    ActionSpec(
        name="save",
        text="Save restored p&hoto",
        menu=MENU,
        run=lambda session: session.files.save(),
        keys=("Ctrl+E",),
        tip="Save the result where it was saved last",
        needs=(IDLE, RESULT),
        begins_group=True,
    ),
    ActionSpec(
        name="save_as",
        text="Save restored photo as...",
        menu=MENU,
        run=lambda session: session.files.save_as(),
        keys=("Ctrl+Shift+E",),
        icon="export",
        tip="Save the result as a new file: format, depth, metadata",
        needs=(IDLE, RESULT),
    ),
    ActionSpec(
        name="quit",
        text="&Quit",
        menu=MENU,
        on_window=lambda window: window.close(),
        keys=("Ctrl+Q",),
        begins_group=True,
    ),
)
