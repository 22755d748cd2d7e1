"""Earlier versions of a project file: what saving over it would take away is kept beside it.

    portrait.facerestore         the project
    portrait.facerestore.bak1    as it was before the last save
    portrait.facerestore.bak3    the oldest that is kept

Beside it, because there a person finds them, and whoever copies the folder has them too. A version is moved whole by
renaming: a program that is killed in between leaves the project as it was, and at most a gap between the numbers.
"""

import os
import secrets
import shutil
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from filecmp import cmp
from pathlib import Path
from typing import Final

from facerestore.files.atomic_file import PART
from facerestore.files.process_mark import process_mark

MOST_VERSIONS: Final = 3
_SPARE_BYTES: Final = 256 * 2**20


class Keeping(Enum):
    """What became of the version that a save replaces."""

    NOTHING_TO_KEEP = "the file is new, or has not changed"
    KEPT = "kept"
    NO_ROOM = "the disk is nearly full"
    REFUSED = "the system refused"


@dataclass(frozen=True)
class EarlierVersion:
    """``saved_s``: when it was saved, in seconds since 1970."""

    path: Path
    saved_s: float
    byte_count: int


def earlier_versions(project: Path) -> list[EarlierVersion]:
    """Those that are kept of a project, the latest first. Those that cannot be looked at are left out."""
    found = []
    for path in _places(project):
        with suppress(OSError):
            if path.is_file():
                about = path.stat()
                found.append(EarlierVersion(path, about.st_mtime, about.st_size))
    return found


def keep_version(project: Path, new: Path) -> Keeping:
    """Keep a project file as it is now, before ``new``, whole and in the same folder, takes its place. The project
    stays where it is, and nothing that is kept is lost but the oldest version where all places are taken.

    Nothing is kept where the disk would be left with less than twice the new file and 256 MiB.
    """
    try:
        if not project.is_file() or cmp(project, new, shallow=False):
            return Keeping.NOTHING_TO_KEEP
        places = _places(project)
        if places[0].is_file() and cmp(places[0], project, shallow=False):
            # killed between the two steps of an earlier save
            return Keeping.KEPT
        if shutil.disk_usage(project.parent).free < 2 * new.stat().st_size + _SPARE_BYTES:
            return Keeping.NO_ROOM
        _make_room(places)
        _copy(project, places[0])
    except OSError:
        return Keeping.REFUSED
    return Keeping.KEPT


def _places(project: Path) -> list[Path]:
    return [project.with_name(f"{project.name}.bak{number}") for number in range(1, MOST_VERSIONS + 1)]


def _make_room(places: list[Path]) -> None:
    """Free the first place: versions move on as far as the first gap, or over the oldest."""
    gap = next((at for at, place in enumerate(places) if not os.path.lexists(place)), len(places) - 1)
    for at in range(gap, 0, -1):
        os.replace(places[at - 1], places[at])


def _copy(project: Path, place: Path) -> None:
    try:
        # a second name for the same bytes: the project is about to be replaced, not changed
        os.link(project, place)
    except OSError:
        # file systems without links
        part = place.with_name(f"{process_mark()}{secrets.token_hex(4)}{PART}")
        try:
            shutil.copy2(project, part)
            os.replace(part, place)
        finally:
            with suppress(OSError):
                part.unlink()
