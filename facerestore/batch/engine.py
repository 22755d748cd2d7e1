"""A folder restored: which photos have something to be done, who does it, and what became of each."""

import logging
import os
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Final

from facerestore.batch.attempt import Assignment, AttemptEnd, Died, Failed, Restored, Stopped
from facerestore.batch.crew import Crew
from facerestore.batch.fingerprints import FileHashes, fingerprint
from facerestore.batch.item import BatchItem
from facerestore.batch.keys import within
from facerestore.batch.ledger import Entry, Ledger
from facerestore.batch.outcomes import BatchReport, FileOutcome, Outcomes, State
from facerestore.batch.renamed import RenamedPhotos
from facerestore.batch.report import picture_name, pictures_folder
from facerestore.files.provenance import file_hash
from facerestore.files.record_file import clean_after_death, read_record, record_of_result, review_in, take_up_left
from facerestore.jobs.file_job import FileJob
from facerestore.values.cancellation import NEVER, CancelToken
from facerestore.values.errors import UsageError
from facerestore.values.file_names import shown
from facerestore.values.translatable_text import TranslatableText

MOST_ENDED: Final = 2
"""So many processes may end while they are at one photo before it is set aside."""
_WAIT_S: Final = 0.2
_LOOK_AGAIN_S: Final = 1.0
_AHEAD: Final = 2
"""So many photos more than work at a time are read ahead for their hashes."""
_GONE: Final = "The result was written, and is not there any more."

_log = logging.getLogger(__name__)

OnItem = Callable[[int, BatchItem], None]
OnOutcome = Callable[[int, FileOutcome], None]


class Doing(StrEnum):
    """What a run does about a photo."""

    RESTORE = "restore"
    NOTHING = "nothing"
    """It is done, or there is nothing to do."""
    LEAVE = "leave"
    """It failed before, or cannot be done."""


@dataclass(frozen=True)
class Decision:
    """``reason`` is for the person. ``overwrite``: what stands there is an earlier result of the batch itself.
    ``is_of_before``: an earlier run came to it already."""

    doing: Doing
    reason: str
    fingerprint: str | None = None
    overwrite: bool = False
    state: State = State.RESTORED
    is_of_before: bool = True


@dataclass(frozen=True)
class Folders:
    """Where photos come from and results go. ``patience_s``: so long they may be out of reach, as a network share may
    be, before the photos of a run fail for it. ``has_pictures``: small pictures of results are kept for a report."""

    photos: Path
    results: Path
    patience_s: float = 300.0
    has_pictures: bool = False

    def key(self, photo: Path) -> str:
        """The photo's name in the ledger."""
        return within(photo, self.photos)

    def are_there(self) -> bool:
        return self.photos.is_dir() and (self.results.is_dir() or not self.results.exists())


class BatchRun:
    """One run of a batch: equal photos, masks, settings and weights are not done again.

    A photo that fails does not stop the rest. One that ends the process at it is tried once more, last; then it is set
    aside. One that lacks memory is tried again when nothing else is under way. While ``pause`` is set nothing new is
    begun.
    """

    def __init__(
        self,
        items: Sequence[BatchItem],
        folders: Folders,
        ledger: Ledger,
        crew: Crew,
        *,
        retry_failed: bool = False,
        on_item: OnItem = lambda index, item: None,
        on_outcome: OnOutcome = lambda index, outcome: None,
        cancel: CancelToken = NEVER,
        pause: CancelToken = NEVER,
    ) -> None:
        self._pause = pause
        self._items, self._folders, self._ledger, self._crew = items, folders, ledger, crew
        self._retry_failed, self._on_item, self._on_outcome, self._cancel = retry_failed, on_item, on_outcome, cancel
        self._patience_s = folders.patience_s
        self._hashes = FileHashes(ledger)
        self._renamed = RenamedPhotos(folders, ledger)
        self._weights: Mapping[str, str] = {}
        self._outcomes = Outcomes()
        self._waiting: deque[int] = deque()
        self._alone: deque[int] = deque()
        """Those that lacked memory beside others."""
        self._tried_alone: set[int] = set()
        self._under_way: dict[int, tuple[Entry, Decision]] = {}

    def decisions(self) -> list[Decision]:
        """What would be done about each item, without doing it. Raises WeightsError."""
        self._look_up()
        return [self._foreseen(item) for item in self._items]

    def run(self) -> BatchReport:
        """One outcome for each photo, unless it is cancelled. Raises WeightsError."""
        self._crew.listen_to(self._cancel)
        self._begin()
        order = sorted(range(len(self._items)), key=self._was_left)
        self._waiting.extend(order)
        try:
            self._work_off()
        finally:
            self._hashes.close()
        is_cancelled = self._cancel.is_set() and len(self._outcomes) < len(self._items)
        _check(self._outcomes)
        return BatchReport(self._outcomes, len(self._items), is_cancelled)

    def _work_off(self) -> None:
        while self._waiting or self._alone or self._under_way:
            if self._cancel.is_set():
                self._waiting.clear()
                self._alone.clear()
            elif not self._pause.is_set():
                self._give()
            elif not self._under_way:
                time.sleep(_WAIT_S)
            # a crew may wait for a worker while nothing is under way
            for index, end in self._crew.ended(_WAIT_S) if self._under_way or not self._crew.free else ():
                self._take(index, end)

    # --- before

    def _begin(self) -> None:
        outputs = (job.output for item in self._items if (job := item.job) is not None)
        for folder in dict.fromkeys(output.parent for output in outputs):
            take_up_left(folder)
        self._look_up()

    def _look_up(self) -> None:
        """What decisions are made by."""
        # what is only filled needs no network
        tasks = {task for item in self._items if (job := item.job) is not None for task in job.tasks}
        self._weights = self._crew.weights(sorted(tasks))
        if self._ledger.was_rebuilt:
            self._take_up_records()

    def _entry_of(self, item: BatchItem) -> Entry | None:
        return self._ledger.entry(self._folders.key(item.photo), item.restorer)

    def _wanted(self, job: FileJob) -> str:
        weights = {task: self._weights[task] for task in job.tasks if task in self._weights}
        return fingerprint(job, self._hashes, weights)

    def _take_up_records(self) -> None:
        """Into a new ledger, what the records beside results say."""
        for item in self._items:
            if item.job is None or not os.path.exists(item.job.output) or self._entry_of(item) is not None:
                continue
            record = record_of_result(item.job.output)
            if record is not None:
                said = read_record(record)
                known, review = said.get("job_sha256"), review_in(said)
                entry = self._entry(item, item.job)
                if review is not None:
                    self._ledger.put_review(entry.key, review)
                with suppress(OSError):  # what cannot be read is no result
                    self._ledger.put(
                        replace(
                            entry,
                            state=State.RESTORED,
                            fingerprint=known if isinstance(known, str) else None,
                            result_sha256=file_hash(item.job.output),
                        )
                    )

    def _was_left(self, index: int) -> bool:
        """A photo at which the program ended last time comes last."""
        entry = self._entry_of(self._items[index])
        return entry is not None and (entry.state is State.WORKING or entry.ended > 0)

    # --- what is to be done

    def _foreseen(self, item: BatchItem) -> Decision:
        decision = self._decided(item)
        before = self._renamed.result_of(item, decision.fingerprint)
        if before is None or decision.doing is not Doing.RESTORE:
            return decision
        words = TranslatableText("restored as {photo}, its result is renamed", photo=shown(before.photo))
        return replace(decision, doing=Doing.NOTHING, reason=words)

    def _decided(self, item: BatchItem) -> Decision:
        job = item.job
        if job is None:
            return Decision(Doing.NOTHING, item.reason, state=State.SKIPPED)
        try:
            return self._compared(job, self._wanted(job), self._entry_of(item))
        except OSError as error:
            reason = TranslatableText("It cannot be read ({reason}).", reason=error.strerror or str(error))
            return Decision(Doing.LEAVE, reason, state=State.FAILED, is_of_before=False)
        except UsageError as error:  # of its album
            return Decision(Doing.LEAVE, str(error), state=State.FAILED, is_of_before=False)

    def _compared(self, job: FileJob, wanted: str, entry: Entry | None) -> Decision:
        exists = os.path.exists(job.output)
        if job.overwrite:
            return Decision(Doing.RESTORE, "as asked, whatever is there", wanted, overwrite=True)
        has_failed = entry is not None and entry.state in (State.FAILED, State.SET_ASIDE)
        if entry is not None and has_failed and entry.fingerprint == wanted and not self._retry_failed:
            return Decision(Doing.LEAVE, entry.message, wanted, state=entry.state)
        if entry is None or entry.state is not State.RESTORED:
            if exists and record_of_result(job.output) is not None:
                known = _job_of(job.output)
                if known in (None, wanted):
                    return Decision(Doing.NOTHING, "already restored", wanted)
                return Decision(Doing.RESTORE, "photo, mask or settings changed", wanted, overwrite=True)
            return Decision(Doing.RESTORE, "not restored yet", wanted)
        if not exists:
            return Decision(Doing.RESTORE, "its result is gone", wanted)
        if entry.fingerprint in (None, wanted):
            return Decision(Doing.NOTHING, "already restored", wanted)
        if entry.result_sha256 is not None and self._hashes.of(job.output) != entry.result_sha256:
            return Decision(
                Doing.LEAVE,
                "Photo, mask or settings changed, but so did the result, in another program, and is not overwritten. "
                "Rename it, or have all earlier results overwritten.",
                wanted,
                state=State.FAILED,
                is_of_before=False,
            )
        return Decision(Doing.RESTORE, "photo, mask or settings changed", wanted, overwrite=True)

    # --- under way

    def _give(self) -> None:
        while self._crew.free and not self._is_held and (self._waiting or (self._alone and not self._under_way)):
            from_others = bool(self._waiting)
            index = (self._waiting if from_others else self._alone).popleft()
            if not from_others:
                self._tried_alone.add(index)
            self._begin_item(index)
            if not from_others:
                return
        if not self._crew.free and not self._is_held:
            self._read_ahead()

    def _read_ahead(self) -> None:
        """The files of the photos that are given out next, while others are restored."""
        for index in islice(self._waiting, self._crew.size + _AHEAD):
            job = self._items[index].job
            for path in () if job is None else job.originals:
                self._hashes.read_ahead(path)

    def _begin_item(self, index: int) -> None:
        item = self._items[index]
        self._on_item(index, item)
        if self._cancel.is_set():
            return
        if not self._wait_until_there() and self._is_held:
            self._waiting.appendleft(index)
            return
        decision = self._decided(item)
        if decision.doing is Doing.RESTORE and self._renamed.take_along(item, decision.fingerprint):
            decision = self._decided(item)
        if item.job is None or decision.doing is not Doing.RESTORE:
            self._settle_without_work(index, item, decision)
            return
        before = self._entry_of(item) or self._entry(item, item.job)
        entry = replace(
            self._entry(item, item.job),
            fingerprint=decision.fingerprint,
            attempts=before.attempts + 1,
            ended=before.ended if before.fingerprint == decision.fingerprint else 0,
        )
        self._ledger.put(entry)
        self._under_way[index] = entry, decision
        job = replace(item.job, overwrite=decision.overwrite or item.job.overwrite, fingerprint=decision.fingerprint)
        thumbnails = None
        if self._folders.has_pictures:
            thumbnails = pictures_folder(self._folders.results), picture_name(entry.key)
        self._crew.give(index, Assignment(job, thumbnails))

    def _settle_without_work(self, index: int, item: BatchItem, decision: Decision) -> None:
        job = item.job
        notes: tuple[str, ...] = ()
        if job is not None and decision.state is State.RESTORED:
            entry = self._entry_of(item)
            notes = entry.notes if entry is not None else ()
            if entry is None or entry.state is not State.RESTORED:
                made = replace(self._entry(item, job), state=State.RESTORED, fingerprint=_job_of(job.output))
                with suppress(OSError):  # gone in this moment: the next run restores it
                    self._ledger.put(replace(made, result_sha256=self._hashes.of(job.output)))
        elif job is not None and decision.fingerprint is None:
            self._ledger.put(replace(self._entry(item, job), state=decision.state, message=decision.reason))
        elif job is None:
            key = self._folders.key(item.photo)
            known = self._ledger.entries_of(key)
            # a mask that is away leaves the results that are there what they are
            if not any(one.state is State.RESTORED and (self._folders.results / one.output).exists() for one in known):
                self._ledger.put(Entry(key, "", None, State.SKIPPED, message=decision.reason))
        output = job.output if job is not None and decision.state is State.RESTORED else None
        was_done = decision.is_of_before
        ended = FileOutcome(item.photo, decision.state, decision.reason, output, notes, was_done=was_done)
        self._end(index, ended)

    def _take(self, index: int, end: AttemptEnd) -> None:
        item, (entry, _) = self._items[index], self._under_way.pop(index)
        if isinstance(end, Failed) and end.detail:
            _log.warning("%s: %s", shown(item.photo), end.detail)
        match end:
            case Restored(output=output, notes=notes, result_sha256=sha256, elapsed_s=elapsed_s):
                done = replace(
                    entry, state=State.RESTORED, seconds=elapsed_s, notes=notes, result_sha256=sha256, message=""
                )
                self._ledger.put(done)
                self._end(index, FileOutcome(item.photo, State.RESTORED, "restored", output, notes, elapsed_s))
            case Failed(for_memory=True) if index not in self._tried_alone and self._crew.size > 1:
                self._alone.append(index)
            case Failed(message=message, elapsed_s=elapsed_s, words=words, for_place=for_place):
                if not self._folders.are_there():  # it failed for the share, not for the photo
                    if self._wait_until_there():
                        self._waiting.append(index)
                        return
                    if self._is_held:
                        self._ledger.put(replace(entry, state=State.STOPPED, attempts=entry.attempts - 1))
                        self._waiting.append(index)
                        return
                # what failed for its place is tried again by the next run, which may find room there
                known = None if for_place else entry.fingerprint
                failed = replace(entry, fingerprint=known, state=State.FAILED, message=message, seconds=elapsed_s)
                self._ledger.put(failed)
                self._end(index, FileOutcome(item.photo, State.FAILED, message, elapsed_s=elapsed_s, words=words))
            case Died():
                self._take_death(index, replace(entry, ended=entry.ended + 1), end)
            case Stopped():
                self._ledger.put(replace(entry, state=State.STOPPED, attempts=entry.attempts - 1))

    def _take_death(self, index: int, entry: Entry, death: Died) -> None:
        item = self._items[index]
        if item.job is not None:
            clean_after_death(item.job.output.parent, death.mark)
        if entry.ended < MOST_ENDED:
            self._ledger.put(entry)
            self._waiting.append(index)
            return
        message = TranslatableText(
            "The process that restores ended {count} times while it was at this photo ({reason}), so it was set aside. "
            "Restore it by itself, or try again what failed.",
            count=entry.ended,
            reason=_why(death.exit_code),
        )
        self._ledger.put(replace(entry, state=State.SET_ASIDE, message=message))
        self._end(index, FileOutcome(item.photo, State.SET_ASIDE, message, words=(message,)))

    def _end(self, index: int, outcome: FileOutcome) -> None:
        self._outcomes.append(outcome)
        self._on_outcome(index, outcome)

    def _wait_until_there(self) -> bool:
        """Whether the folders are within reach, now or after a while."""
        until = time.monotonic() + self._patience_s
        while not self._folders.are_there():
            if self._is_held:
                return False
            if time.monotonic() >= until:
                self._patience_s = 0.0  # lost once for all photos, not once for each
                return False
            time.sleep(min(_LOOK_AGAIN_S, self._patience_s))
        self._patience_s = self._folders.patience_s
        return True

    @property
    def _is_held(self) -> bool:
        """Nothing new is to be begun."""
        return self._cancel.is_set() or self._pause.is_set()

    def _entry(self, item: BatchItem, job: FileJob) -> Entry:
        output = within(job.output, self._folders.results)
        return Entry(self._folders.key(item.photo), output, None, State.WORKING, restorer=job.restorer.name)


def _job_of(output: Path) -> str | None:
    """The fingerprint of the job that a result was made by; None where its record does not say."""
    record = record_of_result(output)
    known = None if record is None else read_record(record).get("job_sha256")
    return known if isinstance(known, str) else None


def _why(exit_code: int | None) -> str:
    if exit_code is None:
        return "without a reason"
    # a negative code is the number of a signal; 9 is what a system short of memory sends
    if exit_code == -9:
        return "ended by the system, perhaps for its memory"
    return TranslatableText("exit code {code}", code=exit_code)


def _check(outcomes: Outcomes) -> None:
    """A result that was written and is gone, as when the folder was deleted meanwhile, is none."""
    for index, one in enumerate(outcomes):
        if one.state is State.RESTORED and not one.was_done and one.output is not None and not _is_there(one.output):
            outcomes.put(index, replace(one, state=State.FAILED, message=_GONE))


def _is_there(output: Path) -> bool:
    if output.exists():
        return True
    # what another computer wrote: NFS may remember for a minute that a name was not there, and asks anew for a folder
    # that is opened
    with suppress(OSError), os.scandir(output.parent):
        return output.exists()
    return False
