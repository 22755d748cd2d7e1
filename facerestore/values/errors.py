"""Errors written for the person: what happened, and what to do.

    FaceRestoreError            anything the person should read; ``str(error)`` is sentence and advice
    ├── UsageError              a request that cannot be meant (the command line exits with 2)
    ├── FileError               about one file; carries ``path``
    │   ├── PhotoUnreadable     not a picture we can read, damaged, empty, too large, animated, CMYK ...
    │   ├── MaskUnreadable      not a mask, or a mask of another size
    │   ├── LayoutUnreadable    not a layout, unknown classes, unnamed label order
    │   ├── ProjectUnreadable   not a project file, damaged, of a newer program, or its photo is another one
    │   ├── PackRefused         a pack for a graphics card that is damaged, for another computer, or not right here
    │   └── OutputRefused       would overwrite an original, cannot be written, cannot hold the picture
    ├── NoFaceFound             nobody said where the face is and the detector found none
    ├── WeightsError
    │   ├── WeightsMissing
    │   └── WeightsDamaged      wrong hash, wrong network, wrong label order
    ├── OutOfMemory
    └── RestorationFailed       the worker died, or something nobody expected; the log has the rest

Cancelling is not an error: see ``facerestore.values.cancellation.Cancelled``.
"""

from pathlib import Path
from typing import ClassVar

from facerestore.values.file_names import shown


class FaceRestoreError(Exception):
    """A sentence that says what happened and an advice that says what to do."""

    title: ClassVar[str] = "Something went wrong"
    crash: str | None = None
    """What a crash report says, of an error that nobody expected."""

    def __init__(self, sentence: str, *, advice: str = "") -> None:
        super().__init__(sentence, advice)
        self.sentence = sentence
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.sentence} {self.advice}".strip()

    def __reduce__(self) -> tuple[object, ...]:
        # keyword-only arguments do not survive Exception's own pickling between processes
        return (_rebuilt, (type(self), self.__dict__))


def _rebuilt(kind: type[FaceRestoreError], state: dict[str, object]) -> FaceRestoreError:
    error = kind.__new__(kind)
    error.__dict__.update(state)
    Exception.__init__(error, state.get("sentence", ""), state.get("advice", ""))
    return error


class UsageError(FaceRestoreError):
    title = "This cannot be meant"


class FileError(FaceRestoreError):
    """An error about one file."""

    def __init__(self, path: Path | str, sentence: str, *, advice: str = "") -> None:
        super().__init__(sentence, advice=advice)
        self.path = Path(path)

    def __str__(self) -> str:
        return f"{shown(self.path.name)}: {super().__str__()}"


class PhotoUnreadable(FileError):
    title = "The photo cannot be opened"


class MaskUnreadable(FileError):
    title = "The mask cannot be used"


class LayoutUnreadable(FileError):
    title = "The layout cannot be used"


class ProjectUnreadable(FileError):
    title = "The project cannot be opened"


class PackRefused(FileError):
    title = "The pack for the graphics card is not installed"


class OutputRefused(FileError):
    title = "The file cannot be saved"


class NoFaceFound(FaceRestoreError):
    title = "No face was found"


class WeightsError(FaceRestoreError):
    title = "A network cannot be loaded"


class WeightsMissing(WeightsError):
    title = "A network is not installed"


class WeightsDamaged(WeightsError):
    title = "A network's file is damaged"


class OutOfMemory(FaceRestoreError):
    title = "There is not enough memory"


class RestorationFailed(FaceRestoreError):
    title = "The restoration failed"
