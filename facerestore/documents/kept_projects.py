"""Where the project of a photo is kept, and found again, if nobody chose a place for it.

scan.facerestore                     beside scan.tif
scan.tif.facerestore                 where that name is the project of another photo, scan.png say
scan (2).facerestore                 where that is taken as well
(own folder)/scan-0123456789ab.facerestore    where nothing may be written beside it, or the person wants it so
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from facerestore.documents.project_container import SUFFIX
from facerestore.documents.project_file import read_original
from facerestore.values.errors import FaceRestoreError

_MOST_NAMES: Final = 9


def project_of(photo: Path, own_folder: Path | None) -> Path | None:
    """The project of a photo, the one written last where there are several; None if there is none. A file that has the
    name of one and cannot be read counts where there is no other: what it holds is to be asked of the person."""
    found = [place for place in (*_beside(photo), *_own(photo, own_folder)) if place.is_file()]
    about = [place for place in found if _photo_of(place) == photo.name]
    if about:
        return max(about, key=lambda place: place.stat().st_mtime_ns)
    return next((place for place in found if _photo_of(place) is None), None)


def place_beside(photo: Path, *, but_not: Path | None = None) -> Path | None:
    """Where a photo's project may be written beside it: where an earlier one is, else the first name that is free;
    ``but_not`` a file that another program is at, then only names that are free. None where nothing may be written
    there."""
    if not os.access(photo.parent, os.W_OK):
        return None
    places = [place for place in _beside(photo) if place != but_not]
    if but_not is not None:
        return next((place for place in places if not os.path.lexists(place)), None)
    return next((place for place in places if _is_free(place, photo)), None)


def own_place(photo: Path, own_folder: Path) -> Path:
    """Where a photo's project is in the program's own folder."""
    return next(iter(_own(photo, own_folder)))


def _is_free(place: Path, photo: Path) -> bool:
    """Whether nothing is there, or an earlier project of this photo."""
    return not os.path.lexists(place) or _photo_of(place) == photo.name


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
        yield own_folder / f"{photo.stem}-{mark}{SUFFIX}"


def _photo_of(project: Path) -> str | None:
    """The name of the photo that a project is about; None where it cannot be read."""
    try:
        return read_original(project).path.name
    except FaceRestoreError:
        return None
