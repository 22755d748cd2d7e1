"""Where the project of a photo is kept, and found again, if nobody chose a place for it.

scan.facerestore                     beside scan.tif
scan.tif.facerestore                 where that name is the project of another photo, scan.png say
scan (2).facerestore                 where that is taken as well
(own folder)/scan-0123456789ab.facerestore    where nothing may be written beside it, or the person wants it so
(own folder)/scan-0123456789ab (2).facerestore    where another program is at that one

Whoever needs the project of a photo, window, batch or search for references, asks here: there is one rule.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path, PureWindowsPath
from typing import Final
from unicodedata import normalize

from facerestore.documents.file_state import FileState
from facerestore.documents.original_search import is_same_file
from facerestore.documents.project_container import SUFFIX
from facerestore.documents.project_file import read_original
from facerestore.documents.saved_project import Original
from facerestore.values.errors import FaceRestoreError

_MOST_NAMES: Final = 9


def project_of(photo: Path, own_folder: Path | None) -> Path | None:
    """The project of a photo, the one written last where there are several; None if there is none. A file that has the
    name of one and cannot be read counts where there is no other: what it holds is to be asked of the person."""
    return next(iter(projects_of(photo, own_folder)), None)


def projects_of(
    photo: Path, own_folder: Path | None, is_there: Callable[[Path], bool] = Path.is_file
) -> tuple[Path, ...]:
    """All projects of a photo, that of ``project_of`` first, then the older ones. ``is_there``: whether there is a
    file, for who has listed the folder already."""
    about: list[tuple[int, Path]] = []
    unreadable: list[Path] = []
    for place in (*_beside(photo), *_own(photo, own_folder)):
        state = FileState.of(place) if is_there(place) else None
        if state is None:
            continue
        original = _original_of(place, state)
        if original is None:
            unreadable.append(place)
        elif _is_of(original, photo):
            about.append((state.written_ns, place))
    if about:
        return tuple(place for _, place in sorted(about, key=lambda one: -one[0]))
    return tuple(unreadable[:1])


def place_beside(photo: Path, *, but_not: Path | None = None) -> Path | None:
    """Where a photo's project may be written beside it: where an earlier one is, else the first name that is free;
    ``but_not`` a file that another program is at, then only names that are free. None where nothing may be written
    there."""
    if not os.access(photo.parent, os.W_OK):
        return None
    return _first_free(_beside(photo), photo, but_not)


def files_kept(photo: Path, own_folder: Path | None) -> dict[Path, FileState]:
    """What has the name of a photo's project, beside it or in the program's own folder, in its present state."""
    states = ((place, FileState.of(place)) for place in (*_beside(photo), *_own(photo, own_folder)))
    return {place: state for place, state in states if state is not None}


def own_place(photo: Path, own_folder: Path, *, but_not: Path | None = None) -> Path | None:
    """Where a photo's project may be written in the program's own folder, by the same rule. None where all names are
    taken."""
    return _first_free(_own(photo, own_folder), photo, but_not)


def _first_free(places: Iterator[Path], photo: Path, but_not: Path | None) -> Path | None:
    if but_not is not None:
        return next((place for place in places if place != but_not and not os.path.lexists(place)), None)
    return next((place for place in places if _is_free(place, photo)), None)


def _is_free(place: Path, photo: Path) -> bool:
    """Whether nothing is there, or an earlier project of this photo."""
    if not os.path.lexists(place):
        return True
    original = _original_of(place, FileState.of(place))
    return original is not None and _is_of(original, photo)


def has_chosen_name(project: Path, photo: Path, own_folder: Path | None) -> bool:
    """Whether a project is called otherwise than it would be by itself: then its name says something."""
    return project not in (*_beside(photo), *_own(photo, own_folder))


def _beside(photo: Path) -> Iterator[Path]:
    yield photo.with_name(f"{photo.stem}{SUFFIX}")
    yield photo.with_name(f"{photo.name}{SUFFIX}")
    for number in range(2, _MOST_NAMES + 1):
        yield photo.with_name(f"{photo.stem} ({number}){SUFFIX}")


def _own(photo: Path, own_folder: Path | None) -> Iterator[Path]:
    """By the photo's whole path: many are called ``scan``."""
    if own_folder is not None:
        mark = hashlib.sha256(os.fsencode(photo.absolute())).hexdigest()[:12]
        name = f"{photo.stem}-{mark}"
        yield own_folder / f"{name}{SUFFIX}"
        for number in range(2, _MOST_NAMES + 1):
            yield own_folder / f"{name} ({number}){SUFFIX}"


def _is_of(original: Original, photo: Path) -> bool:
    """Whether a photo is the one that a project names: by its name, as another system may have written it, or, where
    photo and project were renamed together, by its bytes."""
    path = original.path
    if normalize("NFC", photo.name) in {normalize("NFC", name) for name in (path.name, PureWindowsPath(path).name)}:
        return True
    with suppress(OSError):
        return original.sha256 is not None and is_same_file(original, photo)
    return False


@lru_cache(4096)
def _original_of(project: Path, state: FileState | None) -> Original | None:
    """The photo that a project is about; None where it cannot be read. ``state``: of the file, so that none is read
    twice before it is written again."""
    try:
        return read_original(project)
    except FaceRestoreError:
        return None
