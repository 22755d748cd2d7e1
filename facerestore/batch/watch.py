"""Watching: folders stay under observation, and what arrives there is restored as a batch restores it."""

import logging
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Final

from facerestore.batch.due import Due, DueItems
from facerestore.batch.engine import BatchRun
from facerestore.batch.item import BatchItem
from facerestore.batch.keys import ResultKey, within
from facerestore.batch.known import known_results, ledger_results
from facerestore.batch.ledger import NAME, Ledger
from facerestore.batch.observing import FolderObserver, WatchedFolder
from facerestore.batch.outcomes import FileOutcome, State
from facerestore.batch.plan import REPORT_FOLDER, BatchRequest, companion_ends, planned, request_values
from facerestore.batch.reach import FoldersInReach, Reach, Say
from facerestore.batch.room import refuse_lack_of_room
from facerestore.batch.run import BatchOptions, EndedBatch
from facerestore.batch.standing_crew import StandingCrew
from facerestore.batch.watch_news import WatchNews
from facerestore.batch.watch_options import WatchOptions
from facerestore.jobs.result_files import ensure_folder
from facerestore.jobs.worker import WorkerSettings
from facerestore.values.cancellation import NEVER, AnyToken, CancelToken
from facerestore.values.errors import FaceRestoreError, OutputRefused
from facerestore.values.translatable_text import TranslatableText

_TICK_S: Final = 0.5
"""How soon Ctrl+C is answered while nothing happens."""
_LATER_S: Final = 5.0
_WITHOUT_ROOM_S: Final = 30.0
_ALIVE_S: Final = 3600.0
_AT_A_TIME: Final = 64
"""So many photos are restored before the folders are looked at again: what arrives meanwhile waits no longer."""

_log = logging.getLogger(__name__)


OnPlan = Callable[[Sequence[BatchItem]], None]


class BatchWatch:
    """A batch that goes on until it is cancelled: first over what is there, then over what arrives or changes.

    One ledger and one exclusion of other runs for all the time. A photo is begun when it and all that belongs to it has
    arrived; which that is, the plan of a batch says each time, and ``on_plan`` is told. Photos under way are finished
    when it is cancelled or paused; ``give_up`` gives them up too, and the next run does them again.
    """

    def __init__(
        self,
        request: BatchRequest,
        worker: WorkerSettings,
        options: BatchOptions,
        times: WatchOptions,
        *,
        say: Say,
        on_plan: OnPlan = lambda items: None,
        on_item: Callable[[BatchItem], None] = lambda item: None,
        on_outcome: Callable[[BatchItem, FileOutcome], None] = lambda item, outcome: None,
        cancel: CancelToken = NEVER,
        pause: CancelToken = NEVER,
        give_up: CancelToken = NEVER,
    ) -> None:
        self._request, self._options, self._times, self._say = request, options, times, say
        self._on_plan, self._on_item, self._on_outcome = on_plan, on_item, on_outcome
        self._give_up, self._cancel = give_up, AnyToken(cancel, give_up)
        self._is_held = AnyToken(self._cancel, pause)
        self._news = WatchNews(request.results, say, report_s=times.report_s if options.has_report else None)
        self._due = DueItems(times, companion_ends(request), self._news.say_once)
        self._crew = StandingCrew(request, worker, options)
        self._recorded: dict[ResultKey, str] = {}
        """Results that only their records know, because there was no ledger."""
        self._has_changed = True
        self._look_from_s = self._look_by_s = 0.0
        self._worked_s = self._alive_s = float("-inf")

    def run(self) -> EndedBatch:
        """What became of everything. Raises OutputRefused where the results have no place, UsageError where another run
        is at it or a folder is not there, WeightsError."""
        there = planned(self._request, may_be_empty=True)  # what cannot be meant is refused at once
        self._news.known = frozenset(ResultKey(self._name(item.photo), item.restorer) for item in there)
        if not (self._request.results / NAME).exists():
            photos = list(dict.fromkeys(item.photo for item in there))
            self._recorded = known_results(self._request.photos, photos, self._request.results)
        ensure_folder(self._request.results)
        observer = FolderObserver(self._observed(), is_ours=self._is_ours, poll_s=self._times.poll_s)
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
                    self._begin_anew(ledger, observer)
                if not self._step(ledger, reach):
                    self._has_changed |= observer.wait(_TICK_S)
            page = self._news.report(ledger) if reach.all_are_there() else None
            return EndedBatch(self._news.summary(self._due.waiting), page, ledger.is_behind)

    # --- one step

    def _step(self, ledger: Ledger, reach: Reach) -> bool:
        """Whether something was restored."""
        now = time.monotonic()
        if now >= self._look_from_s and (self._has_changed or now >= self._look_by_s):
            self._look(ledger)
        ready = [] if self._is_held.is_set() else self._due.ready(_AT_A_TIME)
        if not ready or not self._has_room(ready):
            self._rest(ledger)
            return False
        try:
            self._restore(ready, ledger, reach)
        except OSError as error:  # the ledger cannot be read: its folder has gone in this moment
            _log.warning("A run was broken off: %s", error)
            self._crew.close()
            self._look_again(_LATER_S)
        return True

    def _look(self, ledger: Ledger) -> None:
        """What is to be done now, as a batch would plan it."""
        began = time.monotonic()
        self._has_changed = False
        try:
            items = planned(self._request, known=self._known(ledger), may_be_empty=True)
        except FaceRestoreError as error:
            self._news.say_once(_words(error))
            self._look_again(_LATER_S)
            return
        except OSError as error:  # a file has gone in this moment
            _log.info("The folders cannot be looked through now: %s", error)
            self._look_again(_LATER_S)
            return
        gone = self._due.plan([(ResultKey(self._name(item.photo), item.restorer), item) for item in items])
        self._news.forget(gone, frozenset(self._name(item.photo) for item in items), ledger)
        self._on_plan(items)
        now = time.monotonic()
        # a large folder on a slow disk is not looked through all the time
        self._look_from_s = now + max(_TICK_S, 5 * (now - began))
        # after the first look soon: an observer that polls does not know what came before it began
        is_first, soon_s = self._look_by_s == 0.0, 2 * (self._times.poll_s or self._times.look_anyway_s)
        self._look_by_s = now + (min(soon_s, self._times.look_anyway_s) if is_first else self._times.look_anyway_s)

    def _known(self, ledger: Ledger) -> dict[ResultKey, str]:
        results = self._request.results
        recorded = {key: name for key, name in self._recorded.items() if (results / name).exists()}
        return recorded | ledger_results(ledger, results)

    def _look_again(self, after_s: float) -> None:
        self._has_changed, self._look_from_s = True, time.monotonic() + after_s

    def _has_room(self, ready: Sequence[Due]) -> bool:
        try:
            refuse_lack_of_room([due.item for due in ready], self._request.results)
        except OutputRefused as error:
            self._news.say_once(_words(error))
            for due in ready:
                self._due.try_again(due, after_s=_WITHOUT_ROOM_S)
            return False
        return True

    def _restore(self, ready: Sequence[Due], ledger: Ledger, reach: Reach) -> None:
        items = [due.item for due in ready]
        crew = self._crew.for_items(items)
        has_pictures = self._options.has_report
        BatchRun(
            items,
            FoldersInReach(self._request.photos, self._request.results, has_pictures=has_pictures, reach=reach),
            ledger,
            crew,
            retry_failed=self._options.retry_failed,
            on_item=lambda index, item: self._on_item(item),
            on_outcome=lambda index, outcome: self._take(ready[index], outcome, ledger),
            # nothing new is begun; what is under way is finished
            pause=self._is_held,
            cancel=AnyToken(crew.resting(self._is_held), self._give_up),
        ).run()
        for due in ready:
            if self._news.is_gone(due.key):  # written, and taken away before it was looked at again
                self._due.try_again(due, after_s=_LATER_S)
        self._worked_s = time.monotonic()

    def _take(self, due: Due, outcome: FileOutcome, ledger: Ledger) -> None:
        has_failed = outcome.state is State.FAILED
        if has_failed and due.has_changed:
            self._has_changed = True  # renamed, or written, while it was under way: the next look tells
            if not due.item.photo.exists():
                return
        entry = ledger.entry(*due.key) if has_failed else None
        # for its place, and not for the photo: a full disk, a file that may not be read
        is_tried_again = entry is not None and entry.state is State.FAILED and entry.fingerprint is None
        if is_tried_again:
            self._due.try_again(due, after_s=self._times.look_anyway_s)
        else:
            self._due.settle(due)
        is_repeated = is_tried_again and self._news.says(due.key, outcome.message)
        self._news.take(due.key, outcome)
        if not is_repeated:
            self._on_outcome(due.item, outcome)
        self._news.report_if_due(ledger)

    def _rest(self, ledger: Ledger) -> None:
        self._news.report_if_due(ledger)
        now = time.monotonic()
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

    def _observed(self) -> list[WatchedFolder]:
        sources, common = self._sources(), self._request.common_mask
        found = [WatchedFolder(folder, self._request.is_recursive) for folder in sources]
        if common is not None and common.parent not in sources:
            found.append(WatchedFolder(common.parent))
        own = self._request.own_projects
        if own is not None and own.is_dir():
            found.append(WatchedFolder(own))
        return found

    def _name(self, photo: Path) -> str:
        return within(photo, self._request.photos)

    def _is_ours(self, path: Path) -> bool:
        """Whether we write it ourselves, or nobody means it."""
        if path.name.startswith((".", NAME)) or path.suffix == ".json" or REPORT_FOLDER in path.parts:
            return True
        results = self._request.results.absolute()
        is_apart = results not in [folder.absolute() for folder in self._sources()]
        return is_apart and path.absolute().is_relative_to(results)

    def _begin_anew(self, ledger: Ledger, observer: FolderObserver) -> None:
        """After folders were away: what was observed may have been another folder of the same name."""
        observer.start()
        with suppress(OSError):
            ledger.reopen()
        ledger.keep_run()  # and what waited to be written
        self._news.may_be_said_again()
        self._look_again(0.0)


def _words(error: FaceRestoreError) -> TranslatableText:
    return TranslatableText("{sentence} {advice}", sentence=error.sentence, advice=error.advice)
