"""Where the photo of a project is now: beside it, or where it was."""

import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from facerestore.documents.saved_project import Original
from facerestore.files.provenance import file_hash


@dataclass(frozen=True)
class FoundOriginal:
    """``is_same``: the file is byte for byte the one that the project was made with, or nobody knows its hash."""

    path: Path
    is_same: bool


def find_original(original: Original, *, project: Path | None = None, relative_path: str = "") -> FoundOriginal | None:
    """The photo of a project file at ``project``: a file with the same bytes if there is one, else the first
    that has its place or its name. None if there is no such file.

    Looked for as seen from the project file, then under its old path, then by its name beside the project.
    """
    found = None
    for place in _places(original, project, relative_path):
        with suppress(OSError, ValueError):
            if place.is_file():
                if is_same_file(original, place):
                    return FoundOriginal(place, is_same=True)
                found = found or FoundOriginal(place, is_same=False)
    return found


def is_same_file(original: Original, place: Path) -> bool:
    """Whether a file has the original's bytes; of one whose hash is unknown the size decides. Raises OSError."""
    found = place.stat()
    # a pipe or a device has no bytes that could be the photo's, and may have no end
    if not stat.S_ISREG(found.st_mode) or found.st_size != original.byte_count:
        return False
    return original.sha256 is None or file_hash(place) == original.sha256


def _places(original: Original, project: Path | None, relative_path: str) -> Iterator[Path]:
    if project is not None and relative_path and not Path(relative_path).is_absolute():
        # not resolved: a name that cannot be is skipped when it is looked at
        yield project.absolute().parent / relative_path
    if not _names_another_computer(original.path):
        yield original.path
    if project is not None and original.path.name:
        yield project.absolute().parent / original.path.name


def _names_another_computer(path: Path) -> bool:
    """A share's name in a file from somebody else would make Windows introduce itself to that computer."""
    return str(path).startswith(("\\\\", "//"))
