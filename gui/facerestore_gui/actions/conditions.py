"""Conditions that decide which actions can be used, in the words of the table of actions."""

from facerestore_gui.document.document import Document
from facerestore_gui.tasks.task_runner import TaskRunner


def conditions(document: Document, runner: TaskRunner) -> frozenset[str]:
    """What holds now: photo, project_file, mask, damage, face, faces, layout, prediction, result, undo, redo, idle."""
    work, history = document.work, document.history
    layout = None if work is None else work.layout
    predicted = None if work is None else work.predicted
    holds = {
        "photo": document.project is not None,
        "project_file": document.project_file is not None,
        "mask": not document.mask_is_blank,
        "face": work is not None,
        "layout": layout is not None,
        "prediction": predicted is not None and predicted is not layout,
        "faces": document.project is not None and len(document.project.faces) > 1,
        "damage": not document.mask_is_empty,
        "result": document.result is not None,
        "undo": history is not None and history.undo_label is not None,
        "redo": history is not None and history.redo_label is not None,
        "idle": not runner.is_busy,
    }
    return frozenset(name for name, is_true in holds.items() if is_true)
