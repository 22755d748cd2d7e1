"""What the window says: errors as title, sentence and advice, and the stages of work in words."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from facerestore.values.errors import FaceRestoreError, FileError
from facerestore.values.file_names import shown
from facerestore_gui.look.translation import QT_TRANSLATE_NOOP, engine_words


class Tone(StrEnum):
    """How urgent a message is."""

    NOTICE = "notice"
    ALARM = "alarm"


@dataclass(frozen=True)
class Message:
    """What is said to the person. ``choices``: what the person can do about it, as button texts and calls. ``holds``:
    whether it is still true; what is no longer so is taken back."""

    tone: Tone
    title: str
    text: str
    choices: tuple[tuple[str, Callable[[], object]], ...] = field(default=())
    holds: Callable[[], bool] = field(default=lambda: True)


def message_of(error: FaceRestoreError) -> Message:
    """The message of an error; errors about a file name it."""
    name = f"{shown(error.path.name)}: " if isinstance(error, FileError) else ""
    text = f"{name}{engine_words(error.sentence)} {engine_words(error.advice)}"
    return Message(Tone.ALARM, engine_words(error.title), text.strip())


def notice(
    title: str, text: str, *choices: tuple[str, Callable[[], object]], holds: Callable[[], bool] = lambda: True
) -> Message:
    return Message(Tone.NOTICE, title, text, choices, holds)


STAGES: Final = {
    "read": QT_TRANSLATE_NOOP("Stages", "Opening"),
    "networks": QT_TRANSLATE_NOOP("Stages", "Loading the networks"),
    "crop": QT_TRANSLATE_NOOP("Stages", "Cutting out the face"),
    "faces": QT_TRANSLATE_NOOP("Stages", "Looking for faces"),
    "layout": QT_TRANSLATE_NOOP("Stages", "Predicting the layout"),
    "texture": QT_TRANSLATE_NOOP("Stages", "Painting texture"),
    "painting": QT_TRANSLATE_NOOP("Stages", "Painting the photo"),
    "composite": QT_TRANSLATE_NOOP("Stages", "Putting it into the photo"),
    "show": QT_TRANSLATE_NOOP("Stages", "Preparing the picture"),
    "mask": QT_TRANSLATE_NOOP("Stages", "Changing the mask"),
    "edge": QT_TRANSLATE_NOOP("Stages", "Finding the edge"),
    "damage": QT_TRANSLATE_NOOP("Stages", "Looking for damage"),
    "album": QT_TRANSLATE_NOOP("Stages", "Looking for the person"),
    "likeness": QT_TRANSLATE_NOOP("Stages", "Comparing faces"),
    "write": QT_TRANSLATE_NOOP("Stages", "Saving"),
    "recover": QT_TRANSLATE_NOOP("Stages", "Looking for unsaved work"),
    "check": QT_TRANSLATE_NOOP("Stages", "Checking the installation"),
    "sample": QT_TRANSLATE_NOOP("Stages", "Making the sample portrait"),
}


def stage_text(stage: str) -> str:
    """A stage of work in words for the person; a stage nobody named is shown as it is."""
    return QCoreApplication.translate("Stages", STAGES[stage]) if stage in STAGES else stage.capitalize()
