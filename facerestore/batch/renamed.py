"""Photos that were renamed or moved after they were restored: their results get the names that follow, and nothing is
restored again."""

import logging
import os
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from facerestore.batch.keys import within
from facerestore.batch.ledger import Entry, Ledger
from facerestore.batch.plan import BatchItem
from facerestore.batch.report import picture_name, pictures_folder
from facerestore.batch.thumbnails import KINDS
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


def renamed_result(item: BatchItem, fingerprint: str | None, folders: _Folders, ledger: Ledger) -> Entry | None:
    """What the ledger says of a photo that is gone, if it was restored by just this job; None for a photo that the
    ledger knows, or whose result is there. Raises OSError."""
    job = item.job
    is_new = job is not None and ledger.entry(folders.key(item.photo), item.restorer) is None
    if job is None or fingerprint is None or not is_new or os.path.lexists(job.output):
        return None
    known = ledger.restored_by(item.restorer, fingerprint)
    return next((entry for entry in known if not os.path.lexists(folders.photos / entry.photo)), None)


def take_along(item: BatchItem, fingerprint: str | None, folders: _Folders, ledger: Ledger) -> bool:
    """Whether there was a ``renamed_result``, still as it was restored: it, its record, its pictures and its review are
    this photo's from now on. Whatever fails leaves the result where it was; the photo is restored then."""
    with suppress(OSError, ValueError, FaceRestoreError):
        entry = renamed_result(item, fingerprint, folders, ledger)
        if entry is not None and item.job is not None:
            return _take(entry, item, item.job, folders, ledger)
    return False


def _take(entry: Entry, item: BatchItem, job: FileJob, folders: _Folders, ledger: Ledger) -> bool:
    before = folders.results / entry.output
    record = record_of_result(before)
    if record is None or file_hash(before) != entry.result_sha256:
        return False
    # the record first: one that names a result which is not there harms nothing, a result without record would
    job.output.parent.mkdir(parents=True, exist_ok=True)
    with move_record(record, job.output, source_name=item.photo.name):
        _move(before, job.output)
    key = folders.key(item.photo)
    ledger.move(entry.key, key, within(job.output, folders.results))
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
