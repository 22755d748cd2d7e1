"""Obstacles: why an action cannot be used now, and what to do about it, in a sentence."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from facerestore_gui.actions.action_table import ActionSpec
from facerestore_gui.look.translation import QT_TRANSLATE_NOOP

# in the order in which a person meets them: without a photo there is neither a face nor a result
_SENTENCES: Final = {
    "photo": QT_TRANSLATE_NOOP("Obstacles", "Open a photo first."),
    "project_file": QT_TRANSLATE_NOOP("Obstacles", "Save the project first."),
    "filmstrip": QT_TRANSLATE_NOOP("Obstacles", "Open a folder first."),
    "previous": QT_TRANSLATE_NOOP("Obstacles", "There is no photo before this one in the filmstrip."),
    "next": QT_TRANSLATE_NOOP("Obstacles", "There is no photo after this one in the filmstrip."),
    "idle": QT_TRANSLATE_NOOP("Obstacles", "Wait until the work under way is done, or cancel it with Esc."),
    "mask": QT_TRANSLATE_NOOP("Obstacles", "The mask is empty. Paint over the damage with the brush first."),
    "face": QT_TRANSLATE_NOOP("Obstacles", "No face is known yet. Find or add one first."),
    "faces": QT_TRANSLATE_NOOP("Obstacles", "There is only one face."),
    "layout": QT_TRANSLATE_NOOP("Obstacles", "The face has no layout yet. Predict it first."),
    "prediction": QT_TRANSLATE_NOOP("Obstacles", "The layout is as it was predicted, or was never predicted."),
    "result": QT_TRANSLATE_NOOP("Obstacles", "There is no result yet. Generate it first."),
    "suggestions": QT_TRANSLATE_NOOP("Obstacles", "Nothing is suggested. Find damage first."),
    "cursor": QT_TRANSLATE_NOOP("Obstacles", "Take a tool other than the hand first."),
    "undo": QT_TRANSLATE_NOOP("Obstacles", "There is nothing to undo."),
    "redo": QT_TRANSLATE_NOOP("Obstacles", "There is nothing to redo."),
}
"""What to say where a condition of the table of actions does not hold."""

_IMPLIED: Final = {
    "mask": frozenset({"photo"}),
    "face": frozenset({"photo"}),
    "faces": frozenset({"photo", "face"}),
    "layout": frozenset({"photo", "face"}),
    "prediction": frozenset({"photo", "face", "layout"}),
    "result": frozenset({"photo"}),
    "suggestions": frozenset({"photo"}),
    "cursor": frozenset({"photo"}),
}
"""What must hold before a condition can."""


def obstacle(spec: ActionSpec, conditions: frozenset[str]) -> str:
    """The first thing that an action lacks, in the person's language; empty if it can be used."""
    if spec.needs <= conditions:
        return ""
    missing = spec.needs.union(*(_IMPLIED.get(need, frozenset()) for need in spec.needs)) - conditions
    return QCoreApplication.translate("Obstacles", next(text for name, text in _SENTENCES.items() if name in missing))
