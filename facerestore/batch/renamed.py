"""Photos that were renamed or moved after they were restored: their results get the names that follow, and nothing is
restored again."""

import logging
import os
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from facerestore.batch.item import BatchItem
from facerestore.batch.keys import within
from facerestore.batch.ledger import Entry, Ledger
from facerestore.batch.report import picture_name, pictures_folder
from facerestore.batch.thumbnails import KINDS
from facerestore.files.infrared_file import infrared_path
from facerestore.files.provenance import file_hash
from facerestore.files.record_file import move_record, record_of_result
from facerestore.jobs.file_job import FileJob
from facerestore.values.errors import FaceRestoreError
from facerestore.values.file_names import shown

_log = logging.getLogger(__name__)


class _Folders(Protocol):
    @property
    def photos(self) -> Path: ...

    @property
    def results(self) -> Path: ...

    def key(self, photo: Path) -> str: ...


class RenamedPhotos:
    """The photos of a ledger that are gone, for those of one run that may be the same under another name.

    Which are gone is looked up once for each fingerprint: a folder may hold thousands of equal photos.
    """

    def __init__(self, folders: _Folders, ledger: Ledger) -> None:
        self._folders, self._ledger = folders, ledger
        self._gone: dict[tuple[str, str], list[Entry]] = {}

    def result_of(self, item: BatchItem, fingerprint: str | None) -> Entry | None:
        """What the ledger says of a photo that is gone, if it was restored by just this job; None for a photo that the
        ledger knows, or whose result is there. Raises OSError."""
        job = item.job
        is_new = job is not None and self._ledger.entry(self._folders.key(item.photo), item.restorer) is None
        if job is None or fingerprint is None or not is_new or os.path.lexists(job.output):
            return None
        return next(iter(self._gone_of(item.restorer, fingerprint)), None)

    def take_along(self, item: BatchItem, fingerprint: str | None) -> bool:
        """Whether there was such a result, still as it was restored: it, its record, the copy of its infrared, its
        pictures and its review are this photo's from now on. Whatever fails leaves the result where it was; the photo
        is restored then."""
        with suppress(OSError, ValueError, FaceRestoreError):
            entry = self.result_of(item, fingerprint)
            if entry is not None and item.job is not None and fingerprint is not None:
                # taken or not, it is not tried again
                self._gone_of(item.restorer, fingerprint).remove(entry)
                return _take(entry, item, item.job, self._folders, self._ledger)
        return False

    def _gone_of(self, restorer: str, fingerprint: str) -> list[Entry]:
        asked = (restorer, fingerprint)
        if asked not in self._gone:
            known = self._ledger.restored_by(restorer, fingerprint)
            self._gone[asked] = [one for one in known if not os.path.lexists(self._folders.photos / one.photo)]
        return self._gone[asked]


def _take(entry: Entry, item: BatchItem, job: FileJob, folders: _Folders, ledger: Ledger) -> bool:
    before = folders.results / entry.output
    record = record_of_result(before)
    if record is None or file_hash(before) != entry.result_sha256:
        return False
    infrared = infrared_path(before)
    # the record first: one that names a result which is not there harms nothing, a result without record would
    job.output.parent.mkdir(parents=True, exist_ok=True)
    with move_record(record, job.output, source_name=item.photo.name):
        _move(before, job.output)
    key = folders.key(item.photo)
    ledger.move(entry.key, key, within(job.output, folders.results))
    if infrared is not None:
        with suppress(OSError):  # where another has its name
            _move(
                infrared, job.output.with_name(f"{job.output.stem}{infrared.stem[len(before.stem) :]}{infrared.suffix}")
            )
    for kind in KINDS:
        old, new = (
            pictures_folder(folders.results) / f"{picture_name(one)}-{kind}.jpg"
            for one in (entry.key, entry.key._replace(photo=key))
        )
        with suppress(OSError):
            os.replace(old, new)
    _log.info("%s is now %s; its result was renamed.", shown(entry.photo), shown(key))
    return True


def _move(before: Path, after: Path) -> None:
    """Never over a file that somebody else has made. Raises OSError."""
    try:
        os.link(before, after)
    except OSError:  # file systems without links
        if os.path.lexists(after):
            raise
        os.rename(before, after)
    else:
        before.unlink()
