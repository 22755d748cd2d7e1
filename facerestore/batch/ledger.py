"""Ledger: what became of each photo of a batch, in one SQLite file in the output folder.

The records beside the results say the same of what was restored. So a ledger that is missing or damaged is made again
from them, and nothing is lost but the reasons of failures and the times.
"""

import contextlib
import json
import logging
import os
import sqlite3
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from facerestore.batch.fingerprints import FileStamp
from facerestore.batch.outcomes import State
from facerestore.files.process_mark import is_left, process_mark
from facerestore.values.errors import OutputRefused, UsageError
from facerestore.values.file_names import shown
from facerestore.values.review import Review, Verdict
from facerestore.values.translatable_text import TranslatableText

NAME: Final = "facerestore-ledger.sqlite3"
_VERSION: Final = 1
_BUSY_S: Final = 10.0
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS photos (
    photo TEXT PRIMARY KEY,
    output TEXT NOT NULL,
    fingerprint TEXT,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    ended INTEGER NOT NULL DEFAULT 0,
    seconds REAL NOT NULL DEFAULT 0,
    message TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '[]',
    result_sha256 TEXT,
    changed_s REAL NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS reviews (
    photo TEXT PRIMARY KEY,
    verdict TEXT NOT NULL,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    result_sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS hashes (
    path TEXT PRIMARY KEY,
    byte_count INTEGER NOT NULL,
    written_ns INTEGER NOT NULL,
    sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs (
    number INTEGER PRIMARY KEY,
    mark TEXT NOT NULL,
    request TEXT NOT NULL,
    began_s REAL NOT NULL,
    seen_s REAL NOT NULL,
    ended_s REAL
) STRICT;
"""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Entry:
    """What the ledger says of one photo. ``photo``, ``output``: paths within the folders of photos and of results.
    ``fingerprint``: of the job as it was begun last, None where that is not known. ``ended``: how often a process ended
    while it was at the photo. ``result_sha256``: of the result's file. ``review``: the last one, of this result or of
    one before; kept by ``put_review`` alone."""

    photo: str
    output: str
    fingerprint: str | None
    state: State
    attempts: int = 0
    ended: int = 0
    seconds: float = 0.0
    message: str = ""
    notes: tuple[str, ...] = ()
    result_sha256: str | None = None
    changed_s: float = 0.0
    review: Review | None = None

    def with_review(self, review: Review | None) -> Self:
        return replace(self, review=review)


class Ledger:
    """The ledger of one output folder, open for one run: another run on it is refused while this one lives.

    What cannot be written, because the disk is full or the folder has gone, is kept and written later; ``is_behind``
    says so. Used by one thread.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, *, was_rebuilt: bool) -> None:
        self.path = path
        self.was_rebuilt = was_rebuilt
        """It is new, or what was there was damaged: what stands in the records is to be taken up."""
        self._connection = connection
        self._run: int | None = None
        self._waiting: list[tuple[str, tuple[Any, ...]]] = []

    @classmethod
    def opened(cls, folder: Path) -> Self:
        """The folder's ledger, or a new one; a damaged one is put aside. Raises OutputRefused where none can be
        written."""
        path = folder / NAME
        existed = path.exists()
        try:
            try:
                return cls(path, _connected(path), was_rebuilt=not existed)
            except _Unreadable as problem:
                _log.warning("The ledger is made anew: %s", problem)
                _put_aside(path)
                return cls(path, _connected(path), was_rebuilt=True)
        except (sqlite3.Error, OSError) as error:
            raise OutputRefused(
                path,
                TranslatableText("The ledger of the batch cannot be written here ({reason}).", reason=str(error)),
                advice="Choose another output folder, or allow this program to write there.",
            ) from error

    @classmethod
    def copy_of(cls, folder: Path) -> Self:
        """What a folder's ledger says, in memory: nothing is written, and no run is refused. Empty where there is none,
        or a damaged one."""
        path, memory = folder / NAME, sqlite3.connect(":memory:", isolation_level=None)
        if path.is_file():
            with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(path)) as connection:
                connection.backup(memory)
        is_whole = memory.execute("PRAGMA user_version").fetchone()[0] == _VERSION
        if not is_whole:
            memory.close()
            memory = sqlite3.connect(":memory:", isolation_level=None)
            _create(memory, is_new=True)
        return cls(path, memory, was_rebuilt=not is_whole)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the run, and leave one file."""
        if self._run is not None:
            self._write("UPDATE runs SET ended_s = ? WHERE number = ?;", (time.time(), self._run))
            self._run = None
        with contextlib.suppress(sqlite3.Error):
            # one file to be copied and kept, without what WAL puts beside it
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.execute("PRAGMA journal_mode=DELETE")
        self._connection.close()

    @property
    def is_behind(self) -> bool:
        """Whether something could not be written yet."""
        return bool(self._waiting)

    # --- runs

    def begin_run(self, request: Mapping[str, object]) -> None:
        """Take the folder for this process. ``request``: what was asked for, as JSON. Photos at which an earlier run
        ended are told by their state. Raises UsageError where another run is at it."""
        with self._transaction():
            alive = self._connection.execute("SELECT mark, seen_s FROM runs WHERE ended_s IS NULL").fetchall()
            if any(not is_left(mark, changed_s=seen_s) for mark, seen_s in alive):
                raise UsageError(
                    TranslatableText(
                        "Another run is restoring into {folder} at this moment.", folder=shown(self.path.parent)
                    ),
                    advice="Wait until it is done, or choose another output folder.",
                )
            now = time.time()
            self._connection.execute("UPDATE runs SET ended_s = seen_s WHERE ended_s IS NULL")
            self._run = self._connection.execute(
                "INSERT INTO runs (mark, request, began_s, seen_s) VALUES (?, ?, ?, ?)",
                (process_mark(), json.dumps(request), now, now),
            ).lastrowid

    # --- photos

    def entries(self) -> tuple[Entry, ...]:
        """All, by the paths of the photos."""
        reviews = {
            photo: _review(*said) for photo, *said in self._connection.execute(f"SELECT photo, {_REVIEW} FROM reviews")
        }
        found = map(_entry, self._connection.execute(f"{_SELECT} ORDER BY photo"))
        return tuple(entry.with_review(reviews.get(entry.photo)) for entry in found)

    def entry(self, photo: str) -> Entry | None:
        row = self._connection.execute(f"{_SELECT} WHERE photo = ?", (_storable(photo),)).fetchone()
        if row is None:
            return None
        said = self._connection.execute(f"SELECT {_REVIEW} FROM reviews WHERE photo = ?;", (_storable(photo),))
        review = said.fetchone()
        return _entry(row).with_review(None if review is None else _review(*review))

    def put_review(self, photo: str, review: Review) -> None:
        """What a person says of a photo's result from now on."""
        self._write(
            f"INSERT OR REPLACE INTO reviews (photo, {_REVIEW}) VALUES (?, ?, ?, ?, ?)",
            (_storable(photo), review.verdict.value, _storable(review.name), review.at, review.result_sha256),
        )

    def put(self, entry: Entry) -> None:
        """What is known of a photo from now on."""
        self._write(
            f"INSERT OR REPLACE INTO photos ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})",
            (
                _storable(entry.photo),
                _storable(entry.output),
                entry.fingerprint,
                entry.state.value,
                entry.attempts,
                entry.ended,
                entry.seconds,
                _storable(entry.message),
                json.dumps(entry.notes),
                entry.result_sha256,
                time.time(),
            ),
        )
        if self._run is not None:
            self._write("UPDATE runs SET seen_s = ? WHERE number = ?;", (time.time(), self._run))

    # --- hashes of files

    def known_hash(self, path: str, stamp: FileStamp) -> str | None:
        row = self._connection.execute(
            "SELECT sha256 FROM hashes WHERE path = ? AND byte_count = ? AND written_ns = ?;",
            (_storable(path), stamp.byte_count, stamp.written_ns),
        ).fetchone()
        return None if row is None else str(row[0])

    def note_hash(self, path: str, stamp: FileStamp, sha256: str) -> None:
        self._write(
            "INSERT OR REPLACE INTO hashes (path, byte_count, written_ns, sha256) VALUES (?, ?, ?, ?)",
            (_storable(path), stamp.byte_count, stamp.written_ns, sha256),
        )

    # --- writing

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def _write(self, sql: str, values: tuple[Any, ...]) -> None:
        self._waiting.append((sql, values))
        try:
            with self._transaction():
                for waiting in self._waiting:
                    self._connection.execute(*waiting)
        except sqlite3.Error as error:
            _log.warning("The ledger cannot be written: %s", error)
            return
        self._waiting.clear()


_COLUMNS: Final = (
    "photo",
    "output",
    "fingerprint",
    "state",
    "attempts",
    "ended",
    "seconds",
    "message",
    "notes",
    "result_sha256",
    "changed_s",
)
_REVIEW: Final = "verdict, name, at, result_sha256"
_SELECT: Final = f"SELECT {', '.join(_COLUMNS)} FROM photos"


class _Unreadable(Exception):
    """What is there is no ledger of this program, or is damaged."""


def _storable(text: str) -> str:
    """A name that is no UTF-8 holds what SQLite takes for no text."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _review(verdict: str, name: str, at: str, result_sha256: str) -> Review:
    return Review(Verdict(verdict), name, at, result_sha256)


def _entry(row: tuple[Any, ...]) -> Entry:
    values = dict(zip(_COLUMNS, row, strict=True))
    return Entry(**{**values, "state": State(values["state"]), "notes": tuple(json.loads(values["notes"]))})


def _connected(path: Path) -> sqlite3.Connection:
    """Raises _Unreadable, sqlite3.Error, OSError."""
    connection = sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None)
    try:
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version not in (0, _VERSION):
                raise _Unreadable(f"it is of version {version}")
            if version == _VERSION and connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                raise _Unreadable("its check fails")
            # a network share may not be able to; then it stays as it is
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")
            _create(connection, is_new=version == 0)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as error:
            raise _Unreadable(str(error)) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _create(connection: sqlite3.Connection, *, is_new: bool) -> None:
    """The tables that are not there yet."""
    if is_new and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise _Unreadable("it has tables, but no version")
    connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;")


def _put_aside(path: Path) -> None:
    """Out of the way, under a name that says what it is; never deleted. Raises OSError."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    os.replace(path, aside)
    for end in ("-wal", "-shm"):
        with contextlib.suppress(OSError):
            os.unlink(f"{path}{end}")
