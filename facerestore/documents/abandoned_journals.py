"""Journals whose program is gone: which were left behind by one that ended unasked, and which a person put aside."""

import json
import logging
import os
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from facerestore.documents.journal_files import LOCK, PHOTOS, THUMBNAIL, discard_journal
from facerestore.documents.journal_reading import read_journal
from facerestore.documents.journal_records import MAGIC
from facerestore.values.errors import FaceRestoreError

MOST_PHOTOS: Final = 20_000
_MOST_PHOTOS_BYTES: Final = 16 * 2**20
TRASH_DAYS: Final = 30
"""How long a journal that was put aside stays."""
_TRASH: Final = ".discarded"
_CLOCK_ERROR_S: Final = 5.0
"""By how much the start of one process may seem to move when the clock is set."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Abandoned:
    """A journal whose program is gone. ``changed_s``: when the last edit was made, in seconds since 1970;
    ``thumbnail``: a small PNG, None if there is none; ``discarded_s``: when the person put it aside, None if they did
    not."""

    folder: Path
    photo: Path
    project_file: Path | None
    changed_s: float
    edit_count: int
    thumbnail: Path | None
    discarded_s: float | None = None


def abandoned_journals(root: Path) -> list[Abandoned]:
    """The journals under ``root`` in which there is something to recover and whose program is gone, latest
    first. Those with nothing in them are deleted."""
    found = []
    for folder in sorted(root.iterdir()) if root.is_dir() else ():
        if not folder.is_dir() or folder.name.startswith(".") or _is_in_use(folder):
            continue
        try:
            entry = _abandoned(folder)
        except (FaceRestoreError, OSError) as error:
            _log.warning("A journal cannot be read: %s", error)
            continue
        if entry is None:
            discard_journal(folder)
        else:
            found.append(entry)
    return sorted(found, key=lambda one: -one.changed_s)


def put_aside(folder: Path) -> None:
    """Discard a journal so that it can be had back for some time; one that is aside already is deleted."""
    if folder.parent.name == _TRASH:
        discard_journal(folder)
        return
    trash = folder.parent / _TRASH
    try:
        trash.mkdir(exist_ok=True)
        os.utime(folder)
        folder.rename(trash / folder.name)
    except OSError as error:
        _log.warning("A journal stays where it is: %s", error)


def discarded_journals(root: Path) -> list[Abandoned]:
    """What was put aside, the latest first; what has been there for more than TRASH_DAYS is deleted."""
    trash, found = root / _TRASH, []
    for folder in sorted(trash.iterdir()) if trash.is_dir() else ():
        discarded_s = folder.stat().st_mtime
        if time.time() - discarded_s > TRASH_DAYS * 86_400:
            discard_journal(folder)
            continue
        try:
            entry = _abandoned(folder)
        except (FaceRestoreError, OSError) as error:
            _log.warning("A journal cannot be read: %s", error)
            continue
        if entry is not None:
            found.append(replace(entry, discarded_s=discarded_s))
    return sorted(found, key=lambda one: -(one.discarded_s or 0))


def photos_gone_through(folder: Path) -> tuple[Path, ...]:
    """The photos, and folders of them, among which a journal's photo was one; empty if there were none, or if what says
    so is damaged."""
    try:
        with (folder / PHOTOS).open("rb") as file:
            data = file.read(_MOST_PHOTOS_BYTES + 1)
        listed = json.loads(data) if len(data) <= _MOST_PHOTOS_BYTES else []
    except (OSError, ValueError, RecursionError):
        return ()
    if not isinstance(listed, list) or not all(isinstance(path, str) and "\0" not in path for path in listed):
        return ()
    return tuple(map(Path, listed[:MOST_PHOTOS]))


def _abandoned(folder: Path) -> Abandoned | None:
    """What a journal is about; None if there is nothing in it to recover. Raises FaceRestoreError."""
    if not any(path.stat().st_size > len(MAGIC) for kind in ("log", "base") for path in folder.glob(f"*.{kind}")):
        return None
    recovered = read_journal(folder)
    if recovered.edit_count == 0:
        return None
    thumbnail = folder / THUMBNAIL
    return Abandoned(
        folder,
        recovered.project.original.path,
        recovered.project_file,
        max(path.stat().st_mtime for path in folder.glob("*.log")),
        recovered.edit_count,
        thumbnail if thumbnail.is_file() else None,
    )


def _is_in_use(folder: Path) -> bool:
    """Whether the process that has the document open is still there: the same number, started at the same time."""
    import psutil  # a start without journals does not need it

    try:
        lock = json.loads((folder / LOCK).read_text())
        started: float = psutil.Process(int(lock["pid"])).create_time()
        return abs(started - float(lock["started"])) < _CLOCK_ERROR_S
    except psutil.AccessDenied:
        return True
    except (OSError, ValueError, TypeError, KeyError, psutil.Error):
        return False
