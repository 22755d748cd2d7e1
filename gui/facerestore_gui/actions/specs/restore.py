"""Actions of the menu Restore: candidates and results."""

from typing import Final

from facerestore_gui.actions.action_spec import ActionSpec
from facerestore_gui.actions.conditions import (
    FACE,
    IDLE,
    IDLE_OR_FINDING_FACES,
    PHOTO,
    RESULT,
    SEVERAL_CANDIDATES,
    SEVERAL_RESULTS,
)

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
        run=lambda session: session.results.looks.use(),
        keys=("U",),
        tip="Use the candidate in hand for the chosen part of the face",
        needs=(RESULT,),
    ),
    ActionSpec(
        name="next_candidate",
        text="&Next candidate",
        menu=MENU,
        run=lambda session: session.results.looks.go(1),
        keys=(".",),
        tip="Look at the next candidate",
    ),
    ActionSpec(
        name="previous_candidate",
        text="&Previous candidate",
        menu=MENU,
        run=lambda session: session.results.looks.go(-1),
        keys=(",",),
        tip="Look at the candidate before",
    ),
    ActionSpec(
        name="flip_candidates",
        text="&Flip between two candidates",
        menu=MENU,
        run=lambda session: session.results.looks.flip(),
        keys=(";",),
        tip="Look at the other one of the two candidates that were looked at last",
        needs=(SEVERAL_CANDIDATES,),
    ),
    ActionSpec(
        name="candidate_grid",
        text="&Candidates side by side",
        menu=MENU,
        run=lambda session: session.view.show_grid(shown=not session.view.shows_grid),
        keys=("Shift+G",),
        tip="All candidates of the chosen face at once, each as large as it can be",
        needs=(SEVERAL_CANDIDATES,),
        checked=lambda session: session.view.shows_grid,
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
