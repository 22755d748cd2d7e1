"""A folder restored: one photo after the other, and what became of each."""

import logging
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from facerestore.files.record_file import record_of_result, take_up_left
from facerestore.jobs.batch_plan import BatchItem
from facerestore.jobs.claims import claimed, ended_at, forget
from facerestore.jobs.file_job import FileJob, restore_file
from facerestore.jobs.result_files import ensure_folder
from facerestore.restoration.local import LocalNetworks
from facerestore.values.cancellation import NEVER, Cancelled, CancelToken
from facerestore.values.errors import FaceRestoreError, NoFaceFound
from facerestore.values.file_names import shown

_MOST_ENDED: Final = 2
"""So many programs may end while they are at one photo before it is set aside."""
_LEFT_FOR_THE_END: Final = "The program ended in the last run while it was at this photo, so it was left for the end."

_log = logging.getLogger(__name__)

Status = Literal["restored", "skipped", "failed"]


@dataclass(frozen=True)
class FileOutcome:
    """What became of one photo; ``message`` is for the person, ``notes`` too."""

    photo: Path
    status: Status
    message: str
    output: Path | None = None
    notes: tuple[str, ...] = ()
    elapsed_s: float = 0.0


@dataclass(frozen=True)
class BatchReport:
    """The outcomes in order; ``is_cancelled``: the rest was not begun."""

    outcomes: tuple[FileOutcome, ...]
    planned: int
    is_cancelled: bool = False

    def count(self, status: Status) -> int:
        return sum(outcome.status == status for outcome in self.outcomes)


OnItem = Callable[[int, BatchItem], None]
OnOutcome = Callable[[int, FileOutcome], None]


def restore_batch(
    items: Sequence[BatchItem],
    networks: LocalNetworks,
    *,
    on_item: OnItem = lambda index, item: None,
    on_outcome: OnOutcome = lambda index, outcome: None,
    cancel: CancelToken = NEVER,
) -> BatchReport:
    """One outcome for each photo: a photo that fails does not stop the rest, a cancel does.

    What stands complete already is skipped, so that a batch that was stopped goes on where it was. So is what another
    run is at. A photo at which the program ended last time comes last, and is set aside if it ends there again.
    """
    for folder in dict.fromkeys(item.job.output.parent for item in items if item.job is not None):
        take_up_left(folder)
    outcomes: list[FileOutcome] = []
    for index, item in enumerate(sorted(items, key=_was_ended_at)):
        on_item(index, item)
        try:
            if cancel.is_set():
                raise Cancelled
            outcome = _outcome(item, networks, cancel)
        except Cancelled:
            return BatchReport(_checked(outcomes), planned=len(items), is_cancelled=True)
        outcomes.append(outcome)
        on_outcome(index, outcome)
    return BatchReport(_checked(outcomes), planned=len(items))


def _was_ended_at(item: BatchItem) -> bool:
    return item.job is not None and ended_at(item.job.output) > 0


def _outcome(item: BatchItem, networks: LocalNetworks, cancel: CancelToken) -> FileOutcome:
    if item.job is None:
        return FileOutcome(item.photo, "skipped", item.reason)
    if _is_complete(item.job):
        forget(item.job.output)
        return FileOutcome(item.photo, "skipped", "already restored", item.job.output)
    ended = ended_at(item.job.output)
    if ended >= _MOST_ENDED and not item.job.overwrite:
        message = (
            f"The program ended {ended} times while it was at this photo, so it was set aside. Restore it by itself."
        )
        return FileOutcome(item.photo, "failed", message)
    began = time.monotonic()
    outcome = _attempted(item.photo, item.job, networks, cancel)
    notes = (*outcome.notes, *([_LEFT_FOR_THE_END] if ended else []))
    return replace(outcome, notes=notes, elapsed_s=time.monotonic() - began)


def _attempted(photo: Path, job: FileJob, networks: LocalNetworks, cancel: CancelToken) -> FileOutcome:
    try:
        ensure_folder(job.output.parent)
        with claimed(job.output) as is_ours:
            if not is_ours:
                return FileOutcome(photo, "skipped", "another run is at it")
            restored = restore_file(job, networks, cancel=cancel)
    except Cancelled:
        raise
    except FaceRestoreError as error:
        if _is_complete(job):
            return FileOutcome(photo, "skipped", "another run has restored it", job.output)
        _log.warning("%s: %s", shown(photo), error)
        return FileOutcome(photo, "failed", _said(error))
    except MemoryError:
        _log.exception("%s", shown(photo))
        return FileOutcome(photo, "failed", "There is not enough memory for this photo. Close other programs.")
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one photo, the others are restored
        _log.exception("%s", shown(photo))
        message = f"Something unexpected went wrong ({type(error).__name__}). The log has the details."
        return FileOutcome(photo, "failed", message)
    return FileOutcome(photo, "restored", "restored", restored.output, restored.notes)


def _said(error: FaceRestoreError) -> str:
    if isinstance(error, NoFaceFound):  # whose advice is for one photo
        return f"{error.sentence} Restore it by itself: 'facerestore restore' takes --points, which say where it is."
    return str(error)


def _is_complete(job: FileJob) -> bool:
    return not job.overwrite and os.path.exists(job.output) and record_of_result(job.output) is not None


def _checked(outcomes: Sequence[FileOutcome]) -> tuple[FileOutcome, ...]:
    """A result that was written and is gone, as when the folder was deleted meanwhile, is none."""
    return tuple(
        replace(one, status="failed", message="The result was written, and is not there any more.")
        if one.status == "restored" and one.output is not None and not os.path.exists(one.output)
        else one
        for one in outcomes
    )
