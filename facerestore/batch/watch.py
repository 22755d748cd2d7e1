"""Watching: folders stay under observation, and what arrives there is restored as a batch restores it."""

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facerestore.batch.arrivals import Arrivals
from facerestore.batch.engine import BatchRun, OnItem
from facerestore.batch.fingerprints import FileStamp
from facerestore.batch.keys import ResultKey, within
from facerestore.batch.known import ledger_results
from facerestore.batch.ledger import NAME, Ledger
from facerestore.batch.outcomes import BatchReport, FileOutcome, State
from facerestore.batch.plan import REPORT_FOLDER, BatchItem, BatchRequest, companion_ends, planned, request_values
from facerestore.batch.reach import FoldersInReach, Reach, Say
from facerestore.batch.report import write_report
from facerestore.batch.room import refuse_lack_of_room
from facerestore.batch.run import BatchOptions, EndedBatch
from facerestore.batch.standing_crew import StandingCrew
from facerestore.jobs.result_files import ensure_folder
from facerestore.jobs.worker import WorkerSettings
from facerestore.values.cancellation import NEVER, CancelToken
from facerestore.values.errors import FaceRestoreError, OutputRefused
from facerestore.values.file_names import shown
from facerestore.values.translatable_text import TranslatableText

_TICK_S: Final = 0.5
"""How soon Ctrl+C is answered while nothing happens."""
_ALIVE_S: Final = 3600.0


@dataclass(frozen=True, kw_only=True)
class WatchOptions:
    """Times in seconds. ``poll_s``: folders are looked at so often; None for the system's notices where they can be
    relied on. ``quiet_s``, ``doubtful_s``: as of ``Arrivals``. ``mask_wait_s``: so long a photo waits for a mask before
    it is restored by found damage. ``look_anyway_s``: after so long without a notice the folders are looked at all the
    same. ``report_s``: the report is refreshed at most so often. ``idle_s``: after so long without work the processes
    end, and give back their memory."""

    poll_s: float | None = None
    quiet_s: float = 2.0
    doubtful_s: float = 60.0
    mask_wait_s: float = 15.0
    look_anyway_s: float = 300.0
    report_s: float = 30.0
    idle_s: float = 120.0


Signature = tuple[tuple[str, FileStamp], ...]
"""The files of an item as they are now."""


@dataclass(frozen=True)
class _Due:
    item: BatchItem
    signature: Signature

    @property
    def files(self) -> tuple[Path, ...]:
        return (self.item.photo,) if self.item.job is None else self.item.job.originals


class BatchWatch:
    """A batch that goes on until it is cancelled: first over what is there, then over what arrives or changes.

    One ledger and one exclusion of other runs for all the time. A photo is begun when it and all that belongs to it has
    arrived; which that is, the plan of a batch says each time. Photos under way are finished when it is cancelled.
    """

    def __init__(
        self,
        request: BatchRequest,
        worker: WorkerSettings,
        options: BatchOptions,
        watching: WatchOptions,
        *,
        say: Say,
        on_item: OnItem = lambda index, item: None,
        on_outcome: Callable[[FileOutcome], None] = lambda outcome: None,
        cancel: CancelToken = NEVER,
    ) -> None:
        self._request, self._options, self._times, self._say = request, options, watching, say
        self._on_item, self._on_outcome, self._cancel = on_item, on_outcome, cancel
        self._arrivals = Arrivals(quiet_s=watching.quiet_s, doubtful_s=watching.doubtful_s)
        self._crew = StandingCrew(request, worker, options)
        self._due: list[_Due] = []
        self._settled: dict[ResultKey, Signature] = {}
        """Items that a run has come to, with their files as they were."""
        self._outcomes: dict[ResultKey, FileOutcome] = {}
        self._again_from_s: dict[ResultKey, float] = {}
        """When those are tried again that failed for another reason than their files."""
        self._is_first = True
        self._look_from_s = 0.0
        self._look_by_s = 0.0
        self._has_changed = True
        self._report_is_behind = False
        self._reported_s = self._worked_s = self._alive_s = float("-inf")
        self._said: set[str] = set()

    def run(self) -> EndedBatch:
        """What became of everything. Raises OutputRefused where the results have no place, UsageError where another run
        is at it or a folder is not there, WeightsError."""
        from facerestore.batch.observing import FolderObserver, WatchedFolder

        planned(self._request, may_be_empty=True)  # what cannot be meant is refused at once
        ensure_folder(self._request.results)
        folders = [WatchedFolder(folder, self._request.is_recursive) for folder in self._sources()]
        observer = FolderObserver(folders, is_ours=self._is_ours, poll_s=self._times.poll_s)
        with ExitStack() as stack:
            ledger = stack.enter_context(Ledger.opened(self._request.results))
            ledger.begin_run(request_values(self._request) | {"watch": True})
            reach = Reach(self._sources(), self._request.results, self._say)
            stack.callback(self._crew.close)
            stack.callback(observer.stop)
            observer.start()
            returns = 0
            while not self._cancel.is_set():
                if not reach.all_are_there():
                    observer.wait(_TICK_S)
                    continue
                if reach.returns != returns:
                    returns = reach.returns
                    self._begin_anew(ledger, observer.start)
                if not self._step(ledger, reach):
                    self._has_changed |= observer.wait(_TICK_S)
            page = self._report(ledger) if reach.all_are_there() and self._options.has_report else None
            return EndedBatch(self._summary(), page, ledger.is_behind)

    # --- one step

    def _step(self, ledger: Ledger, reach: Reach) -> bool:
        """Whether something was restored."""
        now = time.monotonic()
        if now >= self._look_from_s and (self._has_changed or now >= self._look_by_s):
            self._look(ledger)
        ready = [due for due in self._due if self._has_arrived(due, time.monotonic())]
        if ready and self._has_room([due.item for due in ready]):
            self._restore(ready, ledger, reach)
            return True
        self._rest(ledger)
        return False

    def _look(self, ledger: Ledger) -> None:
        """What is to be done now, as a batch would plan it."""
        began = time.monotonic()
        self._has_changed = False
        try:
            items = planned(self._request, known=ledger_results(ledger, self._request.results), may_be_empty=True)
        except (FaceRestoreError, OSError) as error:  # a file that goes in this moment, a folder that was renamed
            self._say_once(str(error))
            self._has_changed, self._look_from_s = True, began + 10 * _TICK_S
            return
        signatures = {self._key(item): _signature(item) for item in items}
        self._due = [
            _Due(item, signature)
            for item in items
            if (signature := signatures[self._key(item)]) and self._settled.get(self._key(item)) != signature
        ]
        if self._look_by_s == 0.0:
            written_before = time.time() - max(10.0, self._times.quiet_s)
            self._arrivals.take_as_arrived(
                (file for due in self._due for file in due.files), older_than_s=written_before
            )
        self._arrivals.forget_others({file for due in self._due for file in due.files})
        self._forget_gone(set(signatures), ledger)
        now = time.monotonic()
        # a large folder on a slow disk is not looked through all the time
        self._look_from_s = now + max(_TICK_S, 5 * (now - began))
        first_s = 2 * (self._times.poll_s or self._times.look_anyway_s)  # what came before the observer knew the folder
        self._look_by_s = now + min(self._times.look_anyway_s, first_s if self._look_by_s == 0.0 else float("inf"))

    def _has_arrived(self, due: _Due, now_s: float) -> bool:
        if now_s < self._again_from_s.get(self._key(due.item), 0.0):
            return False
        # of all, each time: a file's rest is counted from when it is seen first
        arrived = [self._arrivals.has(file, now_s) for file in due.files]
        if not all(arrived) or not due.files:
            return False
        job, rested_s = due.item.job, self._arrivals.rested_s(due.item.photo, now_s)
        if self._is_without_photo(due):
            if rested_s >= self._times.doubtful_s:
                self._say_once(
                    TranslatableText(
                        "{file} is called like a mask, and waits for its photo.", file=shown(due.item.photo.name)
                    )
                )
            return False
        waits_for_mask = job is not None and job.found_damage is not None
        return not waits_for_mask or rested_s >= self._times.mask_wait_s

    def _is_without_photo(self, due: _Due) -> bool:
        """A mask or layout that came before its photo; to a batch that does not wait it is a photo."""
        return due.item.photo.stem.casefold().endswith(companion_ends(self._request))

    def _has_room(self, items: Sequence[BatchItem]) -> bool:
        try:
            refuse_lack_of_room(items, self._request.results)
        except OutputRefused as error:
            self._say_once(str(error))
            self._due, self._has_changed = [], True
            self._look_from_s = time.monotonic() + 60 * _TICK_S
            return False
        return True

    def _restore(self, ready: Sequence[_Due], ledger: Ledger, reach: Reach) -> None:
        items = [due.item for due in ready]
        crew = self._crew.for_items(items)
        folders = FoldersInReach(
            self._request.photos, self._request.results, has_pictures=self._options.has_report, reach=reach
        )

        def take(index: int, outcome: FileOutcome) -> None:
            self._take(ready[index], outcome, ledger)

        BatchRun(
            items,
            folders,
            ledger,
            crew,
            retry_failed=self._options.retry_failed and self._is_first,
            on_item=self._on_item,
            on_outcome=take,
            # nothing new is begun; what is under way is finished
            pause=self._cancel,
            cancel=crew.resting(self._cancel),
        ).run()
        ledger.was_rebuilt = False
        self._due = [due for due in self._due if self._settled.get(self._key(due.item)) != due.signature]
        for due in ready:  # written, and taken away before it was looked at again
            outcome = self._outcomes.get(self._key(due.item))
            if outcome is not None and outcome.output is not None and not outcome.output.exists():
                self._settled.pop(self._key(due.item), None)
                self._has_changed = True
        self._is_first, self._report_is_behind = False, True
        self._worked_s = time.monotonic()
        if self._options.has_report and self._worked_s - self._reported_s >= self._times.report_s:
            self._report(ledger)

    def _take(self, due: _Due, outcome: FileOutcome, ledger: Ledger) -> None:
        key = self._key(due.item)
        entry = ledger.entry(*key) if outcome.state is State.FAILED else None
        # a full disk, a file without permission: tried again by and by
        is_tried_again = entry is not None and entry.state is State.FAILED and entry.fingerprint is None
        if outcome.state is State.FAILED and _signature(due.item) != due.signature:
            self._has_changed = True  # renamed, or written, while it was under way: the next look tells
            if not due.item.photo.exists():
                return
        if is_tried_again:
            self._again_from_s[key] = time.monotonic() + self._times.look_anyway_s
        else:
            self._settled[key] = due.signature
        is_news = not (outcome.was_done and outcome.state is State.RESTORED) or self._is_first
        if is_news:
            self._outcomes[key] = outcome
        self._on_outcome(outcome)

    def _rest(self, ledger: Ledger) -> None:
        now = time.monotonic()
        if self._report_is_behind and self._options.has_report and now - self._reported_s >= self._times.report_s:
            self._report(ledger)
        if now - self._worked_s >= self._times.idle_s:
            self._crew.close()
        if now - self._alive_s >= _ALIVE_S:
            self._alive_s = now
            ledger.keep_run()

    # --- folders

    def _sources(self) -> list[Path]:
        asked = self._request
        folders = (asked.photos, asked.masks, asked.fills, asked.protects, asked.layouts)
        return list(dict.fromkeys(folder for folder in folders if folder is not None))

    def _is_ours(self, path: Path) -> bool:
        """Whether we write it ourselves, or nobody means it."""
        if path.name.startswith((".", NAME)) or path.suffix == ".json" or REPORT_FOLDER in path.parts:
            return True
        results = self._request.results.absolute()
        is_apart = results not in [folder.absolute() for folder in self._sources()]
        return is_apart and path.absolute().is_relative_to(results)

    def _begin_anew(self, ledger: Ledger, observe: Callable[[], None]) -> None:
        """After folders were away: what was observed may have been another folder of the same name."""
        observe()
        with suppress(OSError):
            ledger.reopen()
        self._has_changed, self._look_from_s = True, 0.0
        self._said.clear()

    def _forget_gone(self, there: set[ResultKey], ledger: Ledger) -> None:
        """Photos that were renamed or taken away without a result, as those under a passing name."""
        photos = {key.photo for key in there}
        for key in [key for key in self._settled if key not in there]:
            del self._settled[key]
            outcome = self._outcomes.get(key)
            if key.photo not in photos and outcome is not None and outcome.state is not State.RESTORED:
                del self._outcomes[key]
                ledger.forget(key.photo)
            elif key.photo in photos and outcome is not None and outcome.state is State.SKIPPED:
                del self._outcomes[key]  # its mask has come

    # --- what is told

    def _report(self, ledger: Ledger) -> Path | None:
        self._report_is_behind = False
        with suppress(OSError, OutputRefused):  # a report that is late is no failure
            page = write_report(ledger.entries(), self._request.results)
            self._reported_s = time.monotonic()
            return page
        return None

    def _summary(self) -> BatchReport:
        outcomes = tuple(self._outcomes.values())
        waiting = {self._key(due.item) for due in self._due if not self._is_without_photo(due)} - set(self._outcomes)
        return BatchReport(outcomes, len(outcomes) + len(waiting), is_cancelled=bool(waiting))

    def _say_once(self, words: str) -> None:
        if words not in self._said:
            self._said.add(words)
            self._say(words)

    def _key(self, item: BatchItem) -> ResultKey:
        return ResultKey(within(item.photo, self._request.photos), item.restorer)


def _signature(item: BatchItem) -> Signature:
    """Empty where one of the files is not there."""
    files = (item.photo,) if item.job is None else item.job.originals
    try:
        return tuple((str(file), FileStamp.of(file)) for file in files)
    except OSError:
        return ()
