"""Conditions that must hold before an action can be used, each with the sentence that says why it cannot."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.document.view_state import ViewMode
from facerestore_gui.look.translation import QT_TRANSLATE_NOOP
from facerestore_gui.session.session import Session


@dataclass(frozen=True, eq=False)
class Condition:
    """Something that holds of a session or not. ``reason``: what to do where it does not, in English; ``after``: what
    must hold before it can."""

    reason: str
    holds: Callable[[Session], bool]
    after: tuple["Condition", ...] = ()


def _has_other_layout(session: Session) -> bool:
    """Than the predicted one."""
    work = session.document.work
    return work is not None and work.predicted is not None and work.predicted is not work.layout


def _has_cursor(session: Session) -> bool:
    is_hand = session.tool_settings.kind is ToolKind.HAND
    return session.document.project is not None and (session.placer.is_active or not is_hand)


PHOTO: Final = Condition(
    QT_TRANSLATE_NOOP("Obstacles", "Open a photo first."), lambda session: session.document.project is not None
)
PROJECT_FILE: Final = Condition(
    QT_TRANSLATE_NOOP("Obstacles", "Save the project first."),
    lambda session: session.document.project_file is not None,
)
FILMSTRIP: Final = Condition(
    QT_TRANSLATE_NOOP("Obstacles", "Open a folder first."), lambda session: bool(session.photos.paths)
)
PREVIOUS_PHOTO: Final = Condition(
    QT_TRANSLATE_NOOP("Obstacles", "There is no photo before this one in the filmstrip."),
    lambda session: session.photos.can_go(-1),
)
NEXT_PHOTO: Final = Condition(
    QT_TRANSLATE_NOOP("Obstacles", "There is no photo after this one in the filmstrip."),
    lambda session: session.photos.can_go(1),
)
IDLE: Final = Condition(
    QT_TRANSLATE_NOOP("Obstacles", "Wait until the work under way is done, or cancel it with Esc."),
    lambda session: not session.runner.is_busy,
)
IDLE_OR_FINDING_FACES: Final = Condition(
    IDLE.reason, lambda session: not session.runner.is_busy or session.file_tasks.is_finding_faces
)
MASK: Final = Condition(
    QT_TRANSLATE_NOOP("Obstacles", "The mask is empty. Paint over the damage with the brush first."),
    lambda session: not session.document.mask_is_blank,
    after=(PHOTO,),
)
FACE: Final = Condition(
    QT_TRANSLATE_NOOP("Obstacles", "No face is known yet. Find or add one first."),
    lambda session: session.document.work is not None,
    after=(PHOTO,),
)
SEVERAL_FACES: Final = Condition(
    QT_TRANSLATE_NOOP("Obstacles", "There is only one face."),
    lambda session: session.document.project is not None and len(session.document.project.faces) > 1,
    after=(PHOTO, FACE),
)
LAYOUT: Final = Condition(
    QT_TRANSLATE_NOOP("Obstacles", "The face has no layout yet. Predict it first."),
    lambda session: session.document.work is not None and session.document.work.layout is not None,
    after=(PHOTO, FACE),
)
OTHER_LAYOUT: Final = Condition(
    QT_TRANSLATE_NOOP("Obstacles", "The layout is as it was predicted, or was never predicted."),
    _has_other_layout,
    after=(PHOTO, FACE, LAYOUT),
)
RESULT: Final = Condition(
    QT_TRANSLATE_NOOP("Obstacles", "There is no result yet. Generate it first."),
    lambda session: session.document.result is not None,
    after=(PHOTO,),
)
CHANGES: Final = Condition(
    QT_TRANSLATE_NOOP("Obstacles", "There is no result yet. Generate it, or heal something by hand first."),
    lambda session: session.document.has_changes,
    after=(PHOTO,),
)
COMPARISON: Final = Condition(
    QT_TRANSLATE_NOOP("Obstacles", "Compare original and result first."),
    lambda session: session.view.mode is ViewMode.COMPARE,
    after=(PHOTO, CHANGES),
)
SEVERAL_CANDIDATES: Final = Condition(
    QT_TRANSLATE_NOOP("Obstacles", "The face has no second candidate yet. Make more of them first."),
    lambda session: len(session.results.selection.seeds) > 1,
    after=(PHOTO, FACE, RESULT),
)
SEVERAL_RESULTS: Final = Condition(
    QT_TRANSLATE_NOOP(
        "Obstacles",
        "This way of restoring gives one result. Choose one with a network in the Restore section for several.",
    ),
    lambda session: session.restore_tasks.restorer.gives_several,
)
REFERENCES: Final = Condition(
    QT_TRANSLATE_NOOP(
        "Obstacles",
        "This way of restoring borrows from no photograph. Choose another one in the Restore section.",
    ),
    lambda session: session.restore_tasks.restorer.takes_references,
)
SUGGESTIONS: Final = Condition(
    QT_TRANSLATE_NOOP("Obstacles", "Nothing is suggested. Find damage first."),
    lambda session: session.suggestions.is_active,
    after=(PHOTO,),
)
CURSOR: Final = Condition(
    QT_TRANSLATE_NOOP("Obstacles", "Take a tool other than the hand first."), _has_cursor, after=(PHOTO,)
)
FRAMED: Final = Condition(
    QT_TRANSLATE_NOOP("Obstacles", "The scan is shown as it lies already."),
    lambda session: session.document.project is not None and not session.document.project.framing.is_plain,
    after=(PHOTO,),
)
UNDOABLE: Final = Condition(
    QT_TRANSLATE_NOOP("Obstacles", "There is nothing to undo."),
    lambda session: session.undo_label is not None,
)
REDOABLE: Final = Condition(
    QT_TRANSLATE_NOOP("Obstacles", "There is nothing to redo."),
    lambda session: session.redo_label is not None,
)

CONDITIONS: Final = (
    *(
        PHOTO,
        PROJECT_FILE,
        FILMSTRIP,
        PREVIOUS_PHOTO,
        NEXT_PHOTO,
        IDLE,
        IDLE_OR_FINDING_FACES,
        MASK,
        FACE,
        SEVERAL_FACES,
        LAYOUT,
    ),
    *(
        OTHER_LAYOUT,
        RESULT,
        CHANGES,
        COMPARISON,
        SEVERAL_CANDIDATES,
        SEVERAL_RESULTS,
        REFERENCES,
        SUGGESTIONS,
        CURSOR,
        FRAMED,
        UNDOABLE,
        REDOABLE,
    ),
)
"""All of them, in the order in which a person meets them: without a photo there is neither a face nor a result."""


def those_that_hold(session: Session) -> frozenset[Condition]:
    return frozenset(condition for condition in CONDITIONS if condition.holds(session))


def obstacle(needs: Iterable[Condition], holding: frozenset[Condition]) -> str:
    """What is lacking first of what an action needs, in the person's language; empty if nothing is."""
    lacking = {need for need in needs if need not in holding}
    lacking |= {before for need in lacking for before in need.after if before not in holding}
    first = next((condition for condition in CONDITIONS if condition in lacking), None)
    return "" if first is None else QCoreApplication.translate("Obstacles", first.reason)
