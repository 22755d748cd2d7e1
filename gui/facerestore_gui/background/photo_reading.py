"""Reading photos so that one that is open already is not read, and held in memory, a second time."""

from pathlib import Path
from typing import Final
from weakref import WeakKeyDictionary

from facerestore.documents.file_state import FileState
from facerestore.files.reading import read_photo
from facerestore.values.photo import Photo

_states: Final[WeakKeyDictionary[Photo, FileState]] = WeakKeyDictionary()
"""In which state its file was when each photo was read."""


def photo_of(path: Path, known: Photo | None = None) -> Photo:
    """The photo of a file. ``known``: one that is open; it is taken if it came from this file and nobody has written
    to that since. Raises as ``read_photo``."""
    # before it is read: what is written meanwhile counts as another's
    state = FileState.of(path)
    if known is not None and _is_of(known, path) and state is not None and _states.get(known) == state:
        return known
    photo = read_photo(path)
    if state is not None:
        _states[photo] = state
    return photo


def _is_of(photo: Photo, path: Path) -> bool:
    return photo.path is not None and photo.path.absolute() == path.absolute()
