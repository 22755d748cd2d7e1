"""Journal: every edit of an open document, written as it is made, so that a killed program loses nothing.

A folder for each open document holds the process that has it open (``lock.json``), logs of records that only grow,
and, once a log has grown large, a base that says the same as all logs before it in one go:

    0003.base    the state before 0003.log; without it, 0000.log says everything
    0003.log     what was done since

A record is in the system's hands when ``write`` returns, which is all that a killed process needs; a thread follows
with what a power cut needs (fsync). A base is made from files alone, in that thread.
"""

import json
import logging
import os
import secrets
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

from facerestore.documents.earlier_results import EarlierResults
from facerestore.documents.file_state import FileState
from facerestore.documents.journal_earlier import write_earlier
from facerestore.documents.journal_files import LOCK, PHOTOS, RESULT, THUMBNAIL, discard_journal
from facerestore.documents.journal_records import (
    MAGIC,
    Begin,
    ClassesSet,
    FacesSet,
    FramingSet,
    OriginalHash,
    Record,
    ReferencesKept,
    Saved,
    framed,
    hand_flips_of_all,
    mask_flips_of_all,
)
from facerestore.documents.journal_replay import read_records, replayed
from facerestore.documents.project_file import write_project
from facerestore.documents.reference_codec import distinct
from facerestore.documents.saved_project import SavedProject
from facerestore.files.atomic_file import atomic_write
from facerestore.files.provenance import file_hash
from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values.damage_table import DEFAULT_TABLE
from facerestore.values.errors import FaceRestoreError
from facerestore.values.reference import Reference

LOG_LIMIT_BYTES: Final = 64 * 2**20
_NEW_LOG: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0)

_log = logging.getLogger(__name__)


class Journal:
    """The journal of one open document. ``on_failure`` is called once, from any thread, when it can go on no
    longer: the disk is full, the folder is gone."""

    def __init__(
        self, folder: Path, *, on_failure: Callable[[OSError], object], log_limit_bytes: int = LOG_LIMIT_BYTES
    ) -> None:
        self.folder = folder
        self._on_failure, self._log_limit_bytes = on_failure, log_limit_bytes
        self._lock = threading.Lock()
        self._thread = ThreadPoolExecutor(1, "journal")
        self._sync: Future[None] | None = None
        self._number = 0
        self._descriptor, self._log_bytes, self._log_is_new = _opened(folder, 0), 0, True
        self._full: list[int] = []
        self._failed = False
        self._earlier: Callable[[], EarlierResults] | None = None
        """What is still to be kept of earlier results."""
        self._kept_keys: set[str] = set()
        """Of references that are in a log or in the base: a FacesSet names them."""

    @classmethod
    def begin(
        cls,
        root: Path,
        project: SavedProject,
        *,
        project_file: Path | None = None,
        project_state: FileState | None = None,
        is_edited: bool = False,
        on_failure: Callable[[OSError], object] = lambda error: None,
        log_limit_bytes: int = LOG_LIMIT_BYTES,
    ) -> "Journal":
        """A new journal in a folder of its own under ``root``, of a document as it is now. ``project_state``: of
        its file when it was last read or written. ``is_edited``: it is not saved as it is. Raises OSError."""
        root.mkdir(parents=True, exist_ok=True)
        name = secrets.token_hex(8)
        # nobody sees a folder without its lock
        new = root / f".{name}"
        new.mkdir()
        (new / LOCK).write_text(json.dumps(_this_process()))
        folder = new.rename(root / name)
        journal = cls(folder, on_failure=on_failure, log_limit_bytes=log_limit_bytes)
        begin = Begin(project.original, project_file, project.seed, project_state)
        for record in _records_of(project, begin, is_edited=is_edited, references=project.references):
            journal._append(framed(record, pack=True))
        journal._kept_keys = {one.key for one in project.references}
        if project.original.sha256 is None:
            journal._thread.submit(journal._add_hash, project.original.path)
        journal.sync()
        return journal

    @property
    def has_failed(self) -> bool:
        return self._failed

    def write(self, record: Record) -> None:
        """Add a record. Back within a fraction of a millisecond for a stroke."""
        if isinstance(record, FacesSet):
            self._keep_references(record)
        self._append(framed(record))

    def _keep_references(self, record: FacesSet) -> None:
        """Write those that the record names and no record before it did."""
        named = distinct(reference for face in record.faces for reference in face.references)
        new = tuple(one for one in named if one.key not in self._kept_keys)
        if new:
            self._append(framed(ReferencesKept(new)))
            self._kept_keys.update(one.key for one in new)

    def sync(self) -> None:
        """Have all that was written so far put on the disk, soon and elsewhere."""
        with self._lock:
            if self._failed or (self._sync is not None and not self._sync.running() and not self._sync.done()):
                return  # the one that waits will do for both
            self._sync = self._thread.submit(self._put_on_disk)

    def mark_saved(
        self, project_file: Path | None, project_state: FileState | None = None, *, is_all: bool = True
    ) -> None:
        """A file was written. ``is_all``: all that was done so far is saved; there is nothing to recover until the next
        edit."""
        self.write(Saved(project_file, project_state, is_all))
        self.sync()

    def keep_result(self, project: Callable[[], SavedProject]) -> None:
        """Keep the project's result, made and written elsewhere; it takes the place of the one before."""
        self._thread.submit(self._guarded, lambda: write_project(project(), self.folder / RESULT, overwrite=True))

    def forget_result(self) -> None:
        """There is no result any more."""
        self._thread.submit(self._guarded, lambda: (self.folder / RESULT).unlink(missing_ok=True))

    def keep_earlier(self, earlier: Callable[[], EarlierResults]) -> None:
        """Keep the results before the last one, made elsewhere; they take the place of those before."""
        with self._lock:
            self._earlier = earlier
        self._thread.submit(self._guarded, self._write_earlier)

    def keep_thumbnail(self, png: Callable[[], bytes]) -> None:
        """Keep a small picture of the photo, made elsewhere."""
        self._thread.submit(self._guarded, lambda: atomic_write(self.folder / THUMBNAIL, png(), overwrite=True))

    def keep_photos(self, paths: Sequence[Path]) -> None:
        """Keep which photos, or folders of them, were being gone through."""
        text = json.dumps([str(path.absolute()) for path in paths])
        self._thread.submit(self._guarded, lambda: atomic_write(self.folder / PHOTOS, text.encode(), overwrite=True))

    def when_safe(self, call: Callable[[], object]) -> None:
        """Call, in the thread, when all that was written and kept so far is on the disk; never if that fails."""
        self.sync()
        self._thread.submit(self._guarded, lambda: None if self._failed else call())

    def wait(self) -> None:
        """Until all that is under way is done."""
        self._thread.submit(lambda: None).result()

    def discard(self) -> None:
        """End the journal and forget all of it."""
        self.close()
        discard_journal(self.folder)

    def close(self) -> None:
        """End the journal and leave it where it is."""
        with self._lock:
            self._failed = True
        self._thread.shutdown(wait=True, cancel_futures=True)
        for descriptor in (*self._full, self._descriptor):
            with suppress(OSError):
                os.close(descriptor)

    def _write_earlier(self) -> None:
        """The last that was wanted: a slider that is drawn wants many, one after the other."""
        with self._lock:
            earlier, self._earlier = self._earlier, None
        if earlier is not None:
            write_earlier(self.folder, earlier())

    def _append(self, data: bytes) -> None:
        try:
            with self._lock:
                if self._failed:
                    return
                _write_all(self._descriptor, data)
                self._log_bytes += len(data)
                if self._log_bytes > self._log_limit_bytes:
                    self._begin_log()
        except OSError as error:
            self._fail(error)

    def _begin_log(self) -> None:
        """Go on in a new log, and have a base made of the others."""
        full = self._descriptor
        self._number += 1
        self._descriptor, self._log_bytes, self._log_is_new = _opened(self.folder, self._number), 0, True
        self._full.append(full)
        self._thread.submit(self._guarded, partial(self._make_base, self._number))

    def _make_base(self, number: int) -> None:
        while self._full:
            os.fsync(self._full[0])
            os.close(self._full.pop(0))
        state = replayed(read_records(self.folder, before=number))
        begin = Begin(state.project.original, state.project_file, state.project.seed, state.project_state)
        records = _records_of(state.project, begin, is_edited=state.edit_count > 0, references=state.references)
        data = MAGIC + b"".join(framed(record, pack=True) for record in records)
        atomic_write(self.folder / f"{number:04d}.base", data)
        for path in self.folder.iterdir():
            if path.suffix in (".log", ".base") and int(path.stem) < number:
                path.unlink()

    def _put_on_disk(self) -> None:
        with self._lock:
            if self._failed:
                return
            descriptor, is_new = os.dup(self._descriptor), self._log_is_new
            self._log_is_new = False
        try:
            os.fsync(descriptor)
            if is_new:
                _sync_folders(self.folder)
        except OSError as error:
            self._fail(error)
        finally:
            os.close(descriptor)

    def _add_hash(self, photo: Path) -> None:
        with suppress(OSError):
            self.write(OriginalHash(file_hash(photo)))

    def _guarded(self, work: Callable[[], object]) -> None:
        try:
            work()
        except OSError as error:
            self._fail(error)
        except FaceRestoreError as error:
            _log.warning("The journal: %s", error)
        except UnsupportedPicture as error:
            # the logs stay as they are, and say as much as a base would
            _log.error("The journal's base: %s", error)

    def _fail(self, error: OSError) -> None:
        with self._lock:
            was_failed, self._failed = self._failed, True
        if not was_failed:
            _log.warning("The journal ends: %s", error)
            self._on_failure(error)


def _records_of(
    project: SavedProject, begin: Begin, *, is_edited: bool, references: Iterable[Reference]
) -> list[Record]:
    """The records that lead from nothing to a project. ``references``: those of its faces, and those that later records
    may name."""
    records: list[Record] = [begin]
    mask = mask_flips_of_all(project.coverage)
    if mask is not None:
        records.append(mask)
    hand = hand_flips_of_all(project.hand)
    if hand is not None:
        records.append(hand)
    if project.classes != DEFAULT_TABLE:
        records.append(ClassesSet(project.classes, is_edit=False))
    if not project.framing.is_plain:
        records.append(FramingSet(project.framing, project.original.extent, is_edit=False))
    kept = distinct(references)
    if kept:
        records.append(ReferencesKept(kept))
    records.append(FacesSet(project.faces, project.current_face, is_edited, project.faces_are_sought))
    return records


def _opened(folder: Path, number: int) -> int:
    descriptor = os.open(folder / f"{number:04d}.log", _NEW_LOG, 0o600)
    _write_all(descriptor, MAGIC)
    return descriptor


def _sync_folders(folder: Path) -> None:
    """Makes the names of a new journal and its log safe against a power cut, where the system can."""
    for place in (folder, folder.parent):
        with suppress(OSError):
            descriptor = os.open(place, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _this_process() -> dict[str, float]:
    import psutil  # not needed before the first photo is open

    return {"pid": os.getpid(), "started": psutil.Process().create_time()}
