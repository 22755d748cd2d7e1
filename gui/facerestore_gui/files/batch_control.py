"""BatchControl: a folder being restored while the person goes on working, and what has become of each photo."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal

from facerestore.jobs.worker import WorkerSettings, error_for_the_person
from facerestore.values.errors import FaceRestoreError
from facerestore.values.review import Verdict
from facerestore_gui.background.lazy_modules import batch_calculations, repeated_calculations
from facerestore_gui.files.batch_rows import BatchRow, BatchState
from facerestore_gui.look.translation import engine_words

if TYPE_CHECKING:
    from facerestore.batch.item import BatchItem
    from facerestore.batch.outcomes import FileOutcome
    from facerestore.jobs.damage_files import FoundInFile

_LEAST_FOR_ESTIMATE: Final = 3
"""So many photos must have been restored before anything is said of the rest."""


class BatchControl(QObject):
    """The one batch of a window. Plans and runs in a thread, in processes of its own, beside the open photo.
    ``own_projects``: the folder of projects that are not kept beside their photos."""

    changed = Signal()
    """The state, the rows as a whole, or the time that is left."""
    row_changed = Signal(int)
    failed = Signal(object)
    """A FaceRestoreError."""
    ended = Signal()
    masks_found = Signal()
    """Masks were made, and the photos are listed with them."""

    def __init__(
        self, worker: WorkerSettings, parent: QObject | None = None, *, own_projects: Path | None = None
    ) -> None:
        super().__init__(parent)
        self.own_projects = own_projects
        self.worker = worker
        """With what the next run works; each of its processes has its share of the cores."""
        self.state = BatchState.EMPTY
        self.rows: list[BatchRow] = []
        self.wanted: batch_calculations.BatchRequest | None = None
        self.page: Path | None = None
        """The report of the last run."""
        self.is_watching = False
        """What is under way, or was last, goes on watching the folders."""
        self.arrived: set[Path] = set()
        """The photos that came while they were watched, and are there still."""
        self.is_asking = False
        """Whether pictures of repeated places are being made, to ask the person about them."""
        self.note = ""
        """What a watched batch said last, such as that a folder is out of reach, in the person's language."""
        self._plan: batch_calculations.Plan | None = None
        self._thread: threading.Thread | None = None
        self._cancel, self._pause, self._give_up = threading.Event(), threading.Event(), threading.Event()
        self._began_s = 0.0
        self._paused_s = 0.0
        """How long it was paused in this run, without the present pause."""
        self._held_s = 0.0
        """Since when it is paused."""
        self._restored = 0
        self._relay = _Relay(self)
        self._relay.called.connect(self._on_called, Qt.ConnectionType.QueuedConnection)
        self._is_closed = False

    @property
    def is_under_way(self) -> bool:
        return self.state not in (BatchState.EMPTY, BatchState.PLANNING, BatchState.READY)

    @property
    def is_at_work(self) -> bool:
        """Whether an end now would interrupt something. A watch that waits for photos loses nothing by it."""
        return self.is_under_way and (not self.is_watching or any(row.state == "working" for row in self.rows))

    @property
    def to_do(self) -> int:
        """How many results there are to be: all but of photos that are skipped."""
        return sum(row.state != "skipped" for row in self.rows)

    @property
    def done(self) -> int:
        """How many of them have come to an end in this run."""
        return sum(row.state not in ("waiting", "working", "finding", "skipped") for row in self.rows)

    @property
    def waiting(self) -> int:
        """How many have not."""
        return self.to_do - self.done

    @property
    def seconds_left(self) -> float | None:
        """By the photos restored in this run; None before there are a few, while it is paused, and of a watch, which
        waits in between."""
        rest = self.waiting
        if self.state is not BatchState.RUNNING or self.is_watching or self._restored < _LEAST_FOR_ESTIMATE:
            return None
        return rest * (time.monotonic() - self._began_s - self._paused_s) / self._restored

    def plan(self, wanted: "batch_calculations.BatchRequest", *, may_be_empty: bool = False) -> None:
        """List what would be done."""
        if self.is_under_way or self.state is BatchState.PLANNING:
            return
        self._list(wanted, self._on_planned, may_be_empty=may_be_empty)

    def _list(
        self, wanted: "batch_calculations.BatchRequest", then: Callable[[object], None], *, may_be_empty: bool = False
    ) -> None:
        self.wanted, self.rows, self._plan, self.page, self.note = wanted, [], None, None, ""
        self._tell(BatchState.PLANNING)
        self._begin(lambda: batch_calculations.plan(wanted, may_be_empty=may_be_empty), then)

    def start(self, *, retry_failed: bool = False) -> None:
        """Restore what was planned."""
        planned = self._plan
        wanted = self._started(is_watching=False)
        if wanted is None or planned is None:
            return
        self._begin(
            lambda: batch_calculations.run(
                wanted,
                planned.items,
                self.worker,
                retry_failed=retry_failed,
                on_item=lambda index, item: self._relay.call(lambda: self._on_item(self.rows[index])),
                on_outcome=lambda index, outcome: self._relay.call(lambda: self._on_outcome(self.rows[index], outcome)),
                cancel=self._cancel,
                pause=self._pause,
            ),
            self._on_ended,
        )

    # --- masks

    @property
    def without_masks(self) -> int:
        """How many photos would be restored by what is found in them, without a mask to be looked at first."""
        return 0 if self._plan is None else self._plan.without_masks

    @property
    def has_masks(self) -> bool:
        """Whether photos have masks already, so that further ones belong beside them."""
        return self._plan is not None and self._plan.has_masks

    @property
    def questions(self) -> int:
        """How many places that repeat across the folder wait for an answer."""
        return 0 if self._plan is None else self._plan.questions

    def find_masks(self, folder: Path) -> None:
        """Write masks of what looks damaged into a folder, and list the photos with them."""
        wanted, planned = self.wanted, self._plan
        if self.state is not BatchState.READY or wanted is None or planned is None:
            return
        self._cancel.clear()
        self.is_watching = False
        relay = self._relay
        self._tell(BatchState.FINDING)
        self._begin(
            lambda: batch_calculations.find(
                wanted,
                planned.items,
                folder,
                self.worker,
                on_begin=lambda photo: relay.call(lambda: self._show_search(photo, "finding")),
                on_found=lambda photo, found: relay.call(lambda: self._on_mask(photo, found)),
                on_failed=lambda photo, words: relay.call(
                    lambda: self._show_search(photo, "failed", " ".join(map(engine_words, words)))
                ),
                cancel=self._cancel,
            ),
            lambda made: self._list_again(folder),
        )

    def ask(self, then: "Callable[[Sequence[repeated_calculations.Question]], None]") -> None:
        """The places that wait for an answer, with pictures, when they are made."""
        wanted = self.wanted
        if wanted is None:
            return

        self.is_asking = True

        def say(made: "Sequence[repeated_calculations.Question]") -> None:
            self.is_asking = False
            then(made)

        def work() -> None:
            made = repeated_calculations.questions(wanted)
            self._relay.call(lambda: say(made))

        def give_up(error: FaceRestoreError) -> None:
            self.is_asking = False
            self.failed.emit(error)

        self._in_thread(work, lambda made: None, give_up)

    def answer(self, answers: "Mapping[int, repeated_calculations.Decision]") -> None:
        """What a person said of them: into the masks of the folder, and kept beside them."""
        wanted, planned = self.wanted, self._plan
        if self.state is not BatchState.READY or wanted is None or planned is None:
            return
        self._tell(BatchState.ANSWERING)
        self._begin(
            lambda: repeated_calculations.answer(wanted, planned.items, answers),
            lambda made: self._list(wanted, self._on_planned),
        )

    def _list_again(self, folder: Path) -> None:
        assert self.wanted is not None, "masks were made for it"
        is_beside = folder == self.wanted.photos
        wanted = self.wanted if is_beside else replace(self.wanted, masks=folder)

        def say(made: object) -> None:
            self._on_planned(made)
            self.masks_found.emit()

        self._list(wanted, say)

    def _on_mask(self, photo: Path, found: "FoundInFile") -> None:
        notes = " ".join(map(engine_words, (*found.notes, *found.photo_notes)))
        text = self.tr("%n places.", "", sum(found.places.values()))
        self._show_search(photo, "found", f"{text} {notes}".strip())

    def _show_search(self, photo: Path, state: str, reason: str = "") -> None:
        for index, row in enumerate(self.rows):
            if row.photo == photo:
                row.state, row.reason = state, reason
                self.row_changed.emit(index)
        self.changed.emit()

    # --- watching

    def watch(self, *, retry_failed: bool = False) -> None:
        """Restore what was planned, and what arrives in the folders from then on, until it is cancelled."""
        wanted = self._started(is_watching=True)
        if wanted is None:
            return
        relay = self._relay

        def on_outcome(item: "BatchItem", outcome: "FileOutcome") -> None:
            page = batch_calculations.page_of(wanted)  # here, where a share that is slow holds up no window
            relay.call(lambda: self._on_watched(item, outcome, page))

        self._begin(
            lambda: batch_calculations.watch(
                wanted,
                self.worker,
                retry_failed=retry_failed,
                say=lambda words: relay.call(lambda: self._on_said(words)),
                on_plan=lambda items: relay.call(lambda: self._on_looked(items)),
                on_item=lambda item: relay.call(lambda: self._on_watched_item(item)),
                on_outcome=on_outcome,
                cancel=self._cancel,
                pause=self._pause,
                give_up=self._give_up,
            ),
            self._on_ended,
        )

    def _started(self, *, is_watching: bool) -> "batch_calculations.BatchRequest | None":
        """What is wanted, once all is ready for a run; None where nothing was planned."""
        if self.state is not BatchState.READY or self._plan is None:
            return None
        self._cancel.clear()
        self._pause.clear()
        for row in self.rows:
            row.wait()
        self.is_watching, self.arrived = is_watching, set()
        self._began_s, self._paused_s, self._restored = time.monotonic(), 0.0, 0
        self._tell(BatchState.RUNNING)
        return self.wanted

    def pause(self, *, on: bool) -> None:
        """Begin nothing new; what is under way goes on."""
        if self.state in (BatchState.RUNNING, BatchState.PAUSED):
            if on and self.state is BatchState.RUNNING:
                self._held_s = time.monotonic()
            elif not on and self.state is BatchState.PAUSED:
                self._paused_s += time.monotonic() - self._held_s
            (self._pause.set if on else self._pause.clear)()
            self._tell(BatchState.PAUSED if on else BatchState.RUNNING)

    def cancel(self) -> None:
        """Stop after the present step; the next run goes on from there."""
        if self.is_under_way:
            self._cancel.set()
            self._tell(BatchState.STOPPING)

    def review(self, index: int, verdict: Verdict, reviewer: str) -> None:
        """A verdict on the result of a row, in the ledger and in its record."""
        wanted, row = self.wanted, self.rows[index]
        if wanted is None or row.state != "restored":
            return

        def say(made: object) -> None:
            row.verdict = verdict
            if row in self.rows:  # a watch may have found meanwhile that its photo is gone
                self.row_changed.emit(self.rows.index(row))

        self._in_thread(lambda: batch_calculations.give(wanted, row.photo, row.restorer, verdict, reviewer), say)

    def close(self) -> None:
        """Stop, and wait for it. What is under way is given up, and done by the next run."""
        self._cancel.set()
        self._give_up.set()
        if self._thread is not None:
            self._thread.join()
        self._is_closed = True

    # --- from the thread

    def _on_called(self, made: Callable[[], object]) -> None:
        if not self._is_closed:
            made()

    def _begin(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        self._thread = self._in_thread(work, then, self._on_failed)

    def _in_thread(
        self,
        work: Callable[[], object],
        then: Callable[[object], None],
        otherwise: Callable[[FaceRestoreError], None] | None = None,
    ) -> threading.Thread:
        def run() -> None:
            try:
                made = work()
            except Exception as error:  # noqa: BLE001 - the thread's edge: the window shows it
                told = error_for_the_person(error)
                self._relay.call(lambda: (otherwise or self.failed.emit)(told))
            else:
                self._relay.call(lambda: then(made))

        thread = threading.Thread(target=run, name="batch", daemon=True)
        thread.start()
        return thread

    def _on_planned(self, made: object) -> None:
        assert isinstance(made, batch_calculations.Plan), "that is what a plan is"
        self._plan = made
        self.rows = []
        for index, item in enumerate(made.items):
            row = BatchRow.of(item)
            entry = made.known.get(index)
            if item.job is not None and entry is not None and entry.state.value == "restored":
                # what changed since is found out when it is begun
                row.state, row.was_done = "restored", True
                row.verdict = batch_calculations.verdict_of(entry)
                # why it is to be reviewed
                row.reason = " ".join(map(engine_words, entry.notes)) or row.reason
            self.rows.append(row)
        self._tell(BatchState.READY)

    def _on_item(self, row: BatchRow) -> None:
        if row.is_there_something:
            row.state = "working"
            self.row_changed.emit(self.rows.index(row))

    def _on_outcome(self, row: BatchRow, outcome: "FileOutcome") -> None:
        row.take(outcome)
        self._restored += outcome.state.value == "restored" and not outcome.was_done
        self.row_changed.emit(self.rows.index(row))
        self.changed.emit()

    # --- of a watch

    def _on_looked(self, items: "Sequence[BatchItem]") -> None:
        """The folders were looked through: rows of what is there."""
        known, before = {row.key: row for row in self.rows}, {row.photo for row in self.rows}
        # a mask that came before its photo was taken for one, and a copy that goes on had another name
        self.arrived = {item.photo for item in items if item.photo not in before or item.photo in self.arrived}
        self.rows = [known.get((item.photo, item.restorer)) or BatchRow.of(item) for item in items]
        self.changed.emit()

    def _on_watched_item(self, item: "BatchItem") -> None:
        row = self._row(item)
        if row is not None:
            self._on_item(row)

    def _on_watched(self, item: "BatchItem", outcome: "FileOutcome", page: Path | None) -> None:
        self.page = page
        row = self._row(item)
        if row is not None:
            self._on_outcome(row, outcome)

    def _on_said(self, words: str) -> None:
        self.note = f"{time.strftime('%H:%M')}  {engine_words(words)}"
        self.changed.emit()

    def _row(self, item: "BatchItem") -> BatchRow | None:
        """None where another look has found meanwhile that it is gone."""
        return next((row for row in self.rows if row.key == (item.photo, item.restorer)), None)

    def _on_ended(self, ended: object) -> None:
        assert isinstance(ended, batch_calculations.EndedBatch), "that is what a run ends in"
        self.page = ended.page
        for index, row in enumerate(self.rows):
            if row.state == "working":
                row.state = "waiting"
                self.row_changed.emit(index)
        self._tell(BatchState.READY)
        self.ended.emit()

    def _on_failed(self, error: FaceRestoreError) -> None:
        self._tell(BatchState.READY if self._plan else BatchState.EMPTY)
        self.failed.emit(error)

    def _tell(self, state: BatchState) -> None:
        self.state = state
        self.changed.emit()


class _Relay(QObject):
    """Carries calls from threads to the window."""

    called = Signal(object)

    def call(self, made: Callable[[], object]) -> None:
        self.called.emit(made)
