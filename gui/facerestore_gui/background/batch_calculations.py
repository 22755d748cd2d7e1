"""What batches calculate in threads. Imported with the first of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from facerestore.batch.item import NO_MASK, BatchItem
from facerestore.batch.keys import ResultKey, within
from facerestore.batch.ledger import Entry, Ledger
from facerestore.batch.mask_search import OnFailed, OnFound, find_masks, without_masks
from facerestore.batch.names import DEFAULT_PATTERN, NamePattern
from facerestore.batch.outcomes import FileOutcome
from facerestore.batch.plan import BatchRequest, planned
from facerestore.batch.report import picture_name, pictures_folder, report_page
from facerestore.batch.reviews import give_verdict, verdict_of
from facerestore.batch.run import BatchOptions, EndedBatch, run_batch
from facerestore.batch.watch import BatchWatch
from facerestore.batch.watch_options import WatchOptions
from facerestore.damage.proposals import Caution
from facerestore.jobs.worker import WorkerSettings
from facerestore.values.cancellation import CancelToken
from facerestore.values.review import Verdict
from facerestore_gui.background.repeated_calculations import open_questions

__all__ = [
    "DEFAULT_PATTERN",
    "NO_MASK",
    "BatchRequest",
    "Caution",
    "EndedBatch",
    "FileOutcome",
    "NamePattern",
    "Plan",
    "find",
    "give",
    "page_of",
    "plan",
    "run",
    "thumbnail_of",
    "verdict_of",
    "watch",
]


@dataclass(frozen=True, eq=False)
class Plan:
    """The photos of a folder, and what the ledger says of each that it knows, by their places in ``items``.
    ``questions``: how many places that repeat across the folder wait for an answer."""

    items: tuple[BatchItem, ...]
    known: dict[int, Entry]
    questions: int = 0

    @property
    def without_masks(self) -> int:
        return len(without_masks(self.items))

    @property
    def has_masks(self) -> bool:
        return any(item.job is not None and item.job.masks.mask is not None for item in self.items)


def plan(wanted: BatchRequest, *, may_be_empty: bool = False) -> Plan:
    """Raises UsageError, unless it ``may_be_empty`` also where there is no photo."""
    items = planned(wanted, may_be_empty=may_be_empty)
    with Ledger.copy_of(wanted.results) as ledger:
        entries = {entry.key: entry for entry in ledger.entries()}
    keys = (ResultKey(within(item.photo, wanted.photos), item.restorer) for item in items)
    known = {index: entries[key] for index, key in enumerate(keys) if key in entries}
    return Plan(items, known, open_questions(wanted))


def find(
    wanted: BatchRequest,
    items: Sequence[BatchItem],
    folder: Path,
    worker: WorkerSettings,
    *,
    on_begin: Callable[[Path], None],
    on_found: OnFound,
    on_failed: OnFailed,
    cancel: CancelToken,
) -> None:
    """Masks for the photos without any. Raises FaceRestoreError."""
    assert wanted.found_damage is not None, "that is what is asked for"
    find_masks(
        wanted,
        items,
        folder,
        wanted.found_damage,
        worker,
        on_begin=on_begin,
        on_found=on_found,
        on_failed=on_failed,
        cancel=cancel,
    )


def give(wanted: BatchRequest, photo: Path, restorer: str, verdict: Verdict, reviewer: str) -> None:
    """A verdict on a photo's result by a restorer. Raises FaceRestoreError."""
    name = within(photo, wanted.photos)
    with Ledger.opened(wanted.results) as ledger:
        give_verdict(ledger, wanted.results, [name], verdict, reviewer, restorer=restorer)


def run(
    wanted: BatchRequest,
    items: tuple[BatchItem, ...],
    worker: WorkerSettings,
    *,
    retry_failed: bool,
    on_item: Callable[[int, BatchItem], None],
    on_outcome: Callable[[int, FileOutcome], None],
    cancel: CancelToken,
    pause: CancelToken,
) -> EndedBatch:
    """Raises FaceRestoreError."""
    options = BatchOptions(retry_failed=retry_failed)
    return run_batch(wanted, items, worker, options, on_item=on_item, on_outcome=on_outcome, cancel=cancel, pause=pause)


def watch(
    wanted: BatchRequest,
    worker: WorkerSettings,
    *,
    retry_failed: bool,
    say: Callable[[str], None],
    on_plan: Callable[[Sequence[BatchItem]], None],
    on_item: Callable[[BatchItem], None],
    on_outcome: Callable[[BatchItem, FileOutcome], None],
    cancel: CancelToken,
    pause: CancelToken,
    give_up: CancelToken,
) -> EndedBatch:
    """As ``batch --watch``, until it is cancelled. Raises FaceRestoreError."""
    watched = BatchWatch(
        wanted,
        worker,
        BatchOptions(retry_failed=retry_failed),
        WatchOptions(),
        say=say,
        on_plan=on_plan,
        on_item=on_item,
        on_outcome=on_outcome,
        cancel=cancel,
        pause=pause,
        give_up=give_up,
    )
    return watched.run()


def page_of(wanted: BatchRequest) -> Path | None:
    """The report of a run that goes on, as it stands."""
    page = report_page(wanted.results)
    return page if page.is_file() else None


def thumbnail_of(photo: Path, restorer: str, wanted: BatchRequest, kind: str) -> Path:
    """Where the small picture of a restored photo is: "before", "changed" or "after"."""
    name = picture_name(ResultKey(within(photo, wanted.photos), restorer))
    return pictures_folder(wanted.results) / f"{name}-{kind}.jpg"
