"""One attempt at one photo of a batch: whatever happens in it is told, and stops no other."""

import time
import traceback
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from facerestore.batch.thumbnails import write_thumbnails
from facerestore.damage.proposals import Caution
from facerestore.files.provenance import file_hash
from facerestore.jobs.damage_files import FoundInFile, find_in_file
from facerestore.jobs.file_job import FileJob, restore_file
from facerestore.jobs.result_files import ensure_folder
from facerestore.restoration.local import LocalNetworks
from facerestore.values.cancellation import Cancelled, CancelToken
from facerestore.values.errors import FaceRestoreError, NoFaceFound, OutOfMemory, OutputRefused
from facerestore.values.translatable_text import TranslatableText


@dataclass(frozen=True, eq=False)
class Assignment:
    """A job, and where small pictures of its result go: a folder and the beginning of their names, None for none."""

    job: FileJob
    thumbnails: tuple[Path, str] | None = None

    def done(self, networks: LocalNetworks, cancel: CancelToken) -> "Restored":
        """The result, its record and its small pictures, written. Raises FaceRestoreError, Cancelled, OSError."""
        began, job = time.monotonic(), self.job
        ensure_folder(job.output.parent)
        restored = restore_file(job, networks, cancel=cancel)
        result_sha256 = file_hash(restored.output)
        if self.thumbnails is not None:
            with suppress(OSError, FaceRestoreError):  # a report with a picture less is no failure
                write_thumbnails(restored.result.repaired, *self.thumbnails)
        return Restored(restored.output, restored.notes, result_sha256, time.monotonic() - began)


@dataclass(frozen=True, eq=False)
class Search:
    """A photo, and where a mask of what looks damaged in it goes; as of ``find_in_file``."""

    photo: Path
    mask: Path
    caution: Caution
    keeps_copy: bool = False
    overwrite: bool = False

    def done(self, networks: LocalNetworks, cancel: CancelToken) -> "Found":
        """The mask, written. Raises FaceRestoreError, Cancelled."""
        found = find_in_file(
            self.photo,
            self.mask,
            networks,
            caution=self.caution,
            overwrite=self.overwrite,
            keeps_copy=self.keeps_copy,
            cancel=cancel,
        )
        return Found(found)


@dataclass(frozen=True)
class Restored:
    """``result_sha256``: of the result's file as it was written."""

    output: Path
    notes: tuple[str, ...]
    result_sha256: str
    elapsed_s: float


@dataclass(frozen=True, eq=False)
class Found:
    """What a search found."""

    found: FoundInFile


@dataclass(frozen=True)
class Failed:
    """``message`` is for the person, also as ``words``, its sentences; ``detail`` for the log. ``for_memory``: it may
    go well when nothing else is under way. ``for_place``: its result could not be written where it goes, as on a full
    disk, which says nothing of the photo."""

    message: str
    elapsed_s: float
    for_memory: bool = False
    detail: str = ""
    words: tuple[str, ...] = ()
    for_place: bool = False


@dataclass(frozen=True)
class Stopped:
    """It was cancelled."""


@dataclass(frozen=True)
class Died:
    """The process that worked at it ended: killed by the system, or by a fault of a driver. ``mark``: the one of the
    process that its passing files have, where it was on another computer."""

    exit_code: int | None
    mark: str = ""


AttemptEnd = Restored | Found | Failed | Stopped | Died


def attempted(work: Assignment | Search, networks: LocalNetworks, cancel: CancelToken) -> AttemptEnd:
    """The end of an attempt in this process. Raises nothing."""
    began = time.monotonic()
    for_memory, for_place, detail = False, False, ""
    words: tuple[str, ...] = ()
    try:
        return work.done(networks, cancel)
    except Cancelled:
        return Stopped()
    except FaceRestoreError as error:
        message, for_memory, detail = _said(error), isinstance(error, OutOfMemory), str(error)
        for_place, words = isinstance(error, OutputRefused), (error.sentence, error.advice)
    except MemoryError:
        detail = traceback.format_exc()
        message, for_memory = "There is not enough memory for this photo. Close other programs.", True
    except FileNotFoundError:
        # written whole, and taken away before it was looked at again
        message = "The result was written, and is not there any more."
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one photo, the others are restored
        detail = traceback.format_exc()
        message = TranslatableText(
            "Something unexpected went wrong ({kind}). The log has the details.", kind=type(error).__name__
        )
    return Failed(message, time.monotonic() - began, for_memory, detail, words or (message,), for_place)


def _said(error: FaceRestoreError) -> str:
    if isinstance(error, NoFaceFound):  # whose advice is for one photo
        return f"{error.sentence} Restore it by itself: 'facerestore restore' takes --points, which say where it is."
    return str(error)
