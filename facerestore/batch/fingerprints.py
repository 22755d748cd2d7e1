"""Fingerprints: what tells whether a photo would be restored as it was before."""

import hashlib
import json
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol, Self

from facerestore.files.provenance import file_hash
from facerestore.jobs.file_job import FileJob
from facerestore.jobs.reference_files import album_files

_FORMAT: Final = "facerestore-job/1"
_READERS: Final = 2
LEAST_AHEAD_BYTES: Final = 2**18
"""A smaller file is read while two threads would wait for each other."""


@dataclass(frozen=True)
class FileStamp:
    """What changes whenever a file is written: its length in bytes, and when that was, in nanoseconds."""

    byte_count: int
    written_ns: int

    @classmethod
    def of(cls, path: Path) -> Self:
        """Raises OSError."""
        about = path.stat()
        return cls(about.st_size, about.st_mtime_ns)


class HashStore(Protocol):
    """A memory of hashes, so that a file that has not been written since is not read again."""

    def known_hash(self, path: str, stamp: FileStamp) -> str | None: ...

    def note_hash(self, path: str, stamp: FileStamp, sha256: str) -> None: ...


_Read = tuple[FileStamp, str]
"""What a file was, and its SHA-256; another stamp stands for one that was written while it was read."""


class FileHashes:
    """The SHA-256 of files, read once for each time they are written, and of the pictures of albums, once for all.

    Files that are soon asked for may be read ahead in threads; what they find is taken up by ``of``. All but the
    reading is for one thread.
    """

    def __init__(self, store: HashStore) -> None:
        self._store = store
        self._readers: ThreadPoolExecutor | None = None
        self._ahead: dict[Path, Future[_Read]] = {}
        self._albums: dict[Path, tuple[tuple[Path, str], ...]] = {}

    def of(self, path: Path) -> str:
        """Raises OSError."""
        name, stamp = str(path.absolute()), FileStamp.of(path)
        known = self._store.known_hash(name, stamp)
        if known is None:
            read_as, known = self._read(path, stamp)
            # what was written while it was read is read again next time
            if read_as == stamp and FileStamp.of(path) == stamp:
                self._store.note_hash(name, stamp, known)
        return known

    def read_ahead(self, path: Path) -> None:
        """Begin to read a file that is asked for soon, unless it is known or small. One that cannot be read says so
        when it is asked for."""
        if path in self._ahead:
            return
        try:
            stamp = FileStamp.of(path)
        except OSError:
            return
        is_worth_it = stamp.byte_count >= LEAST_AHEAD_BYTES
        if is_worth_it and self._store.known_hash(str(path.absolute()), stamp) is None:
            self._readers = self._readers or ThreadPoolExecutor(_READERS, thread_name_prefix="hashes")
            self._ahead[path] = self._readers.submit(_read, path)

    def close(self) -> None:
        """Give up what is read ahead."""
        self._ahead.clear()
        if self._readers is not None:
            self._readers.shutdown(cancel_futures=True)
            self._readers = None

    def _read(self, path: Path, stamp: FileStamp) -> _Read:
        begun = self._ahead.pop(path, None)
        if begun is not None:
            with suppress(OSError):
                read = begun.result()
                if read[0] == stamp:
                    return read
        return stamp, file_hash(path)

    def of_album(self, folder: Path) -> tuple[tuple[Path, str], ...]:
        """The pictures of an album, with links resolved, and their hashes. Raises OSError, UsageError."""
        known = self._albums.get(folder)
        if known is None:
            known = tuple((path.resolve(), self.of(path)) for path in album_files(folder, may_be_empty=True))
            self._albums[folder] = known
        return known


def _read(path: Path) -> _Read:
    """Raises OSError."""
    stamp = FileStamp.of(path)
    sha256 = file_hash(path)
    return (stamp, sha256) if FileStamp.of(path) == stamp else (FileStamp(-1, 0), sha256)


def _album(job: FileJob, hashes: FileHashes) -> list[str]:
    assert job.album is not None
    own = {path.resolve() for path in job.originals}
    photo = hashes.of(job.photo)  # of which copies lend nothing
    return sorted(sha256 for path, sha256 in hashes.of_album(job.album) if path not in own and sha256 != photo)


def fingerprint(job: FileJob, hashes: FileHashes, weights: Mapping[str, str]) -> str:
    """SHA-256 in hex of all that determines a job's result: the contents of its files, its settings, and the
    ``weights`` of the networks by their task. Names and places do not count. Raises OSError for a file that cannot be
    read."""
    files = {
        "photo": job.photo,
        "mask": job.masks.mask,
        "fill": job.masks.fill,
        "protect": job.masks.protect,
        "layout": job.layout,
        "project": job.project,
    }
    values: dict[str, object] = {
        "format": _FORMAT,
        "files": {name: hashes.of(path) for name, path in files.items() if path is not None},
        "references": [hashes.of(path) for path in job.references],
        "policies": [[name, str(policy)] for name, policy in job.masks.policies],
        "label_order": job.label_order,
        "is_aligned": job.is_aligned,
        "points": None if job.points_photo is None else job.points_photo.tolist(),
        "seed": job.seed,
        "detail": job.detail,
        "restorer": job.restorer.name,
        "suffix": job.output.suffix.lower(),
        "is_compressed": job.is_compressed,
        "weights": dict(sorted(weights.items())),
    }
    # what only some jobs have is left out of the others', whose fingerprints stay as they were
    if job.found_damage is not None:
        values["found_damage"] = job.found_damage.name
    if job.infrared is not None:
        values["infrared"] = hashes.of(job.infrared)
    if job.album is not None:
        values["album"] = _album(job, hashes)
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
