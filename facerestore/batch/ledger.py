"""Ledger: what became of each photo of a batch, by each restorer, in one SQLite file in the output folder.

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
from facerestore.batch.keys import ResultKey
from facerestore.batch.ledger_schema import COLUMNS, REVIEW, SCHEMA, VERSION, upgrade
from facerestore.batch.outcomes import State
from facerestore.files.process_mark import is_left, process_mark
from facerestore.values.errors import OutputRefused, UsageError
from facerestore.values.file_names import shown
from facerestore.values.review import Review, Verdict
from facerestore.values.translatable_text import TranslatableText

NAME: Final = "facerestore-ledger.sqlite3"
_BUSY_S: Final = 10.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Entry:
    """What the ledger says of one photo by one restorer. ``photo``, ``output``: paths within the folders of photos and
    of results. ``restorer``: its name, "" where there was nothing to restore.
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
    restorer: str = ""
    review: Review | None = None

    @property
    def key(self) -> ResultKey:
        return ResultKey(self.photo, self.restorer)

    def with_review(self, review: Review | None) -> Self:
        return replace(self, review=review)


class Ledger:
    """The ledger of one output folder, open for one run: another run on it is refused while this one lives.

    What cannot be written, because the disk is full or the folder has gone, is kept and written later; ``is_behind``
    says so. A file that was out of reach, as on a network share, is opened anew; reading it raises OSError where it
    still is. Used by one thread.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, *, was_rebuilt: bool) -> None:
        self.path = path
        self.was_rebuilt = was_rebuilt
        """It is new, or what was there was damaged: what stands in the records is to be taken up."""
        self._connection = connection
        self._run: int | None = None
        self._is_in_memory = False
        self._waiting: list[_Statement] = []

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
        with contextlib.suppress(sqlite3.Error):
            upgrade(memory)
        is_whole = memory.execute("PRAGMA user_version").fetchone()[0] == VERSION
        if not is_whole:
            memory.close()
            memory = sqlite3.connect(":memory:", isolation_level=None)
            _create(memory, is_new=True)
        copied = cls(path, memory, was_rebuilt=not is_whole)
        copied._is_in_memory = True
        return copied

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the run, and leave one file."""
        if self._run is not None:
            self._write(("UPDATE runs SET ended_s = ? WHERE number = ?;", (time.time(), self._run)))
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
            ResultKey(photo, restorer): _review(*said)
            for photo, restorer, *said in self._read(f"SELECT photo, restorer, {REVIEW} FROM reviews")
        }
        found = map(_entry, self._read(f"{_SELECT} ORDER BY photo, restorer"))
        return tuple(entry.with_review(reviews.get(entry.key)) for entry in found)

    def entries_of(self, photo: str) -> tuple[Entry, ...]:
        """Those of one photo, as ``entries``."""
        found = map(_entry, self._read(f"{_SELECT} WHERE photo = ? ORDER BY restorer", _storable(photo)))
        return tuple(entry.with_review(self._review_of(entry.key)) for entry in found)

    def entry(self, photo: str, restorer: str = "") -> Entry | None:
        """``restorer``: "" for where there was nothing to restore."""
        key = ResultKey(_storable(photo), restorer)
        found = self._read(f"{_SELECT} WHERE photo = ? AND restorer = ?", *key)
        return _entry(found[0]).with_review(self._review_of(key)) if found else None

    def _review_of(self, key: ResultKey) -> Review | None:
        said = self._read(f"SELECT {REVIEW} FROM reviews WHERE photo = ? AND restorer = ?", *key)
        return _review(*said[0]) if said else None

    def restored_by(self, restorer: str, fingerprint: str) -> tuple[Entry, ...]:
        """Those that a job with this fingerprint restored."""
        sql = f"{_SELECT} WHERE fingerprint = ? AND restorer = ? AND state = ?"
        return tuple(map(_entry, self._read(sql, fingerprint, restorer, State.RESTORED.value)))

    def forget(self, photo: str) -> None:
        """What is known of a photo that has no result."""
        self._write(
            ("DELETE FROM photos WHERE photo = ? AND state <> ?;", (_storable(photo), State.RESTORED.value)),
        )

    def put_review(self, key: ResultKey, review: Review) -> None:
        """What a person says of a result from now on."""
        self._write(
            (
                f"INSERT OR REPLACE INTO reviews (photo, restorer, {REVIEW}) VALUES (?, ?, ?, ?, ?, ?)",
                (
                    _storable(key.photo),
                    key.restorer,
                    review.verdict.value,
                    _storable(review.name),
                    review.at,
                    review.result_sha256,
                ),
            )
        )

    def put(self, entry: Entry) -> None:
        """What is known of a photo by a restorer from now on. What another restorer had at the same place is gone with
        it, and so is that there was nothing to restore; the other way round all is gone."""
        photo, output = _storable(entry.photo), _storable(entry.output)
        replaced: _Statement = ("DELETE FROM photos WHERE photo = ?;", (photo,))
        if entry.restorer:
            others = "DELETE FROM photos WHERE photo = ? AND restorer <> ? AND (restorer = '' OR output = ?)"
            replaced = others, (photo, entry.restorer, output)
        values = (
            photo,
            output,
            entry.fingerprint,
            entry.state.value,
            entry.attempts,
            entry.ended,
            entry.seconds,
            _storable(entry.message),
            json.dumps(entry.notes),
            entry.result_sha256,
            time.time(),
            entry.restorer,
        )
        self._write(replaced, (_INSERT, values), *self._run_is_alive())

    def move(self, key: ResultKey, photo: str, output: str) -> None:
        """A photo and its result have other names from now on."""
        names = _storable(photo), _storable(key.photo), key.restorer
        self._write(
            ("DELETE FROM photos WHERE photo = ? AND restorer = ''", names[:1]),
            (
                "UPDATE OR REPLACE photos SET output = ?, photo = ? WHERE photo = ? AND restorer = ?;",
                (_storable(output), *names),
            ),
            ("UPDATE OR REPLACE reviews SET photo = ? WHERE photo = ? AND restorer = ?;", names),
        )

    def keep_run(self) -> None:
        """Says that this run is still alive: after a day without a word another computer would take it for dead."""
        self._write(*self._run_is_alive())

    def _run_is_alive(self) -> "tuple[_Statement, ...]":
        if self._run is None:
            return ()
        return (("UPDATE runs SET seen_s = ? WHERE number = ?;", (time.time(), self._run)),)

    # --- hashes of files

    def known_hash(self, path: str, stamp: FileStamp) -> str | None:
        found = self._read(
            "SELECT sha256 FROM hashes WHERE path = ? AND byte_count = ? AND written_ns = ?;",
            _storable(path),
            stamp.byte_count,
            stamp.written_ns,
        )
        return str(found[0][0]) if found else None

    def note_hash(self, path: str, stamp: FileStamp, sha256: str) -> None:
        self._write(
            (
                "INSERT OR REPLACE INTO hashes (path, byte_count, written_ns, sha256) VALUES (?, ?, ?, ?)",
                (_storable(path), stamp.byte_count, stamp.written_ns, sha256),
            )
        )

    # --- reading and writing

    def reopen(self) -> None:
        """The file anew, after it was out of reach. Raises OSError where it still is."""
        if self._is_in_memory:
            return
        try:
            if not self.path.is_file():
                raise FileNotFoundError(f"There is no {self.path.name}.")
            fresh = _connected(self.path)
        except (sqlite3.Error, _Unreadable) as error:
            raise OSError(str(error)) from error
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()
        self._connection = fresh

    def _read(self, sql: str, *values: Any) -> list[Any]:
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            _log.warning("The ledger cannot be read, and is opened anew: %s", error)
            self.reopen()
            try:
                return self._connection.execute(sql, values).fetchall()
            except sqlite3.Error as again:
                raise OSError(str(again)) from again

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def _write(self, *statements: "_Statement") -> None:
        """All of them or none."""
        self._waiting.extend(statements)
        try:
            with self._transaction():
                for waiting in self._waiting:
                    self._connection.execute(*waiting)
        except sqlite3.Error as error:
            _log.warning("The ledger cannot be written: %s", error)
            return
        self._waiting.clear()


_Statement = tuple[str, tuple[Any, ...]]
_INSERT: Final = f"INSERT OR REPLACE INTO photos ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
_SELECT: Final = f"SELECT {', '.join(COLUMNS)} FROM photos"


class _Unreadable(Exception):
    """What is there is no ledger of this program, or is damaged."""


def _storable(text: str) -> str:
    """A name that is no UTF-8 holds what SQLite takes for no text."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _review(verdict: str, name: str, at: str, result_sha256: str) -> Review:
    return Review(Verdict(verdict), name, at, result_sha256)


def _entry(row: tuple[Any, ...]) -> Entry:
    values = dict(zip(COLUMNS, row, strict=True))
    return Entry(**{**values, "state": State(values["state"]), "notes": tuple(json.loads(values["notes"]))})


def _connected(path: Path) -> sqlite3.Connection:
    """Raises _Unreadable, sqlite3.Error, OSError."""
    connection = sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None)
    try:
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version not in range(VERSION + 1):
                raise _Unreadable(f"it is of version {version}")
            if version and connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                raise _Unreadable("its check fails")
            # a network share may not be able to; then it stays as it is
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")
            upgrade(connection)
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
    connection.executescript(f"BEGIN IMMEDIATE; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")


def _put_aside(path: Path) -> None:
    """Out of the way, under a name that says what it is; never deleted. Raises OSError."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    os.replace(path, aside)
    for end in ("-wal", "-shm"):
        with contextlib.suppress(OSError):
            os.unlink(f"{path}{end}")
