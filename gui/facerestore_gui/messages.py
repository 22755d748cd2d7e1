"""What the window says: errors as title, sentence and advice, and the stages of work in words."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from facerestore.values.errors import FaceRestoreError, FileError


class Tone(StrEnum):
    NOTICE = "notice"
    ALARM = "alarm"


@dataclass(frozen=True)
class Message:
    """``choices``: what the person can do about it, as button texts and calls."""

    tone: Tone
    title: str
    text: str
    choices: tuple[tuple[str, Callable[[], object]], ...] = field(default=())


def message_of(error: FaceRestoreError) -> Message:
    """The message of an error; errors about a file name it."""
    name = f"{error.path.name}: " if isinstance(error, FileError) else ""
    return Message(Tone.ALARM, error.title, f"{name}{error.sentence} {error.advice}".strip())


def notice(title: str, text: str, *choices: tuple[str, Callable[[], object]]) -> Message:
    return Message(Tone.NOTICE, title, text, choices)


STAGES: Final = {
    "read": "Opening",
    "networks": "Loading the networks",
    "crop": "Cutting out the face",
    "faces": "Looking for faces",
    "layout": "Predicting the layout",
    "texture": "Painting texture",
    "composite": "Putting it into the photo",
    "show": "Preparing the picture",
    "mask": "Changing the mask",
    "edge": "Finding the edge",
    "damage": "Looking for damage",
    "write": "Saving",
    "recover": "Looking for unsaved work",
    "sample": "Making the sample portrait",
}


def stage_text(stage: str) -> str:
    """A stage of work in words for the person; a stage nobody named is shown as it is."""
    return STAGES.get(stage, stage.capitalize())
