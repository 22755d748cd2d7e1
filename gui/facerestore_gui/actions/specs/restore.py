"""Actions of the menu Restore: candidates and results."""

from typing import Final

from facerestore_gui.actions.action_spec import ActionSpec
from facerestore_gui.actions.conditions import FACE, IDLE, IDLE_OR_FINDING_FACES, PHOTO, RESULT, SEVERAL_RESULTS

MENU: Final = "&Restore"

RESTORE_ACTIONS: Final = (
    ActionSpec(
        name="generate",
        text="&Generate",
        menu=MENU,
        run=lambda session: session.generate(),
        keys=("Ctrl+Return", "Ctrl+Enter"),
        icon="generate",
        tip="Restore what the mask covers",
        needs=(PHOTO, IDLE_OR_FINDING_FACES),
    ),
    ActionSpec(
        name="more_candidates",
        text="Make &more candidates",
        menu=MENU,
        run=lambda session: session.restore_tasks.generate_more(
            session.restore_settings.seed, session.restore_settings.more_count
        ),
        keys=("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        tip="Make more versions of the chosen face, one after the other",
        needs=(PHOTO, IDLE, SEVERAL_RESULTS),
        begins_group=True,
    ),
    ActionSpec(
        name="use_candidate",
        text="&Use candidate",
        menu=MENU,
        run=lambda session: session.results.selection.use(),
        keys=("U",),
        tip="Use the candidate in hand for the chosen part of the face",
        needs=(RESULT,),
    ),
    ActionSpec(
        name="next_candidate",
        text="&Next candidate",
        menu=MENU,
        run=lambda session: session.results.selection.go(1),
        keys=(".",),
        tip="Take the next candidate in hand",
    ),
    ActionSpec(
        name="previous_candidate",
        text="&Previous candidate",
        menu=MENU,
        run=lambda session: session.results.selection.go(-1),
        keys=(",",),
        tip="Take the candidate before in hand",
    ),
    ActionSpec(
        name="redo_face",
        text="&Redo this face",
        menu=MENU,
        run=lambda session: session.restore_tasks.redo_face(session.restore_tasks.unused_seed()),
        keys=("Ctrl+R",),
        icon="redo_face",
        tip="Make another version of the chosen face alone",
        needs=(IDLE, FACE, SEVERAL_RESULTS),
    ),
)
