"""TaskRunner: what the window does that takes time, one task at a time, never in the window's own thread.

A task is a generator. It yields requests, which go to the worker process, and calculations, which go to a
thread; it is sent their results, and is itself run in the window's thread between them.
"""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from facerestore.jobs.worker import error_for_the_person
from facerestore.restoration.backend import STAGES, Ready
from facerestore.restoration.steps import Calculation, Plan, PlannedStep, Recipe
from facerestore.values.cancellation import Cancelled as WorkCancelled
from facerestore.values.errors import FaceRestoreError
from facerestore.values.events import Cancelled, Failed, Finished, Progressed
from facerestore.values.request import Request
from facerestore_gui.tasks.estimates import Estimates
from facerestore_gui.tasks.worker_client import WorkerClient

_log = logging.getLogger(__name__)


__all__ = ["Calculation", "Plan", "Steps", "TaskRunner"]

Steps = Recipe[None]
"""A task of the window."""


@dataclass(eq=False)
class _Task:
    """``waits_for``: the job number or the thread token whose end moves the task on."""

    steps: Steps
    started_s: float = field(default_factory=time.monotonic)
    waits_for: object = None
    is_cancellable: bool = True
    plan: list[PlannedStep] = field(default_factory=list)
    stage: str = ""
    step_began_s: float = 0.0
    is_warming_up: bool = False
    has_warmed_up: bool = False


class TaskRunner(QObject):
    """A runner of tasks. Runs one task at a time; a new one cancels the one before."""

    began = Signal()
    progressed = Signal(str, int, int)
    failed = Signal(object)
    """A FaceRestoreError."""
    ended = Signal()
    """After success, failure and cancel alike, when no other task has taken over."""

    def __init__(
        self, worker: WorkerClient, parent: QObject | None = None, *, estimates: Estimates | None = None
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._estimates = estimates or Estimates(None)
        self._device = ""
        worker.ready.connect(self._on_ready)
        self._worker.happened.connect(self._on_event)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._relay = _Relay()
        self._relay.progressed.connect(self._on_calculation_progress, Qt.ConnectionType.QueuedConnection)
        self._relay.ended.connect(self._on_calculation_end, Qt.ConnectionType.QueuedConnection)
        self._task: _Task | None = None
        self.progress: tuple[str, int, int] = ("", 0, 0)
        """The stage of the task under way, what is done of it and how much there is, as last told; 0 of 0: unknown."""
        self.progressed.connect(self._note_progress)

    @property
    def is_busy(self) -> bool:
        return self._task is not None

    @property
    def can_cancel(self) -> bool:
        return self._task is not None and self._task.is_cancellable

    @property
    def elapsed_s(self) -> float:
        return 0.0 if self._task is None else time.monotonic() - self._task.started_s

    @property
    def seconds_left(self) -> float | None:
        """From the times that the same steps took before; None where one of them was never measured, 0 where this
        takes longer than they did."""
        task = self._task
        if task is None or not task.plan or task.is_warming_up:
            return None
        steps = list(task.plan)
        current = next((one for one in steps if one.stage == task.stage), None)
        if current is not None:
            steps.remove(current)
        rest = self._estimates.seconds(steps, self._device)
        here = 0.0 if current is None else self._estimates.seconds([current], self._device)
        if rest is None or here is None:
            return None
        return rest + max(0.0, here - (time.monotonic() - task.step_began_s))

    def note(self, step: PlannedStep, seconds: float) -> None:
        """What a part of the task under way took in all, to be known by ``measured``. A task that waited for networks
        to be loaded says nothing."""
        if self._task is not None and not self._task.has_warmed_up:
            self._estimates.note(step, seconds, self._device)

    def measured(self, step: PlannedStep) -> float | None:
        """The seconds that it took before on this computer; None where it was never noted."""
        return self._estimates.seconds([step], self._device)

    def start(self, steps: Steps) -> None:
        """Begin a task. A task that is under way is cancelled first, unless it is writing a file: then the
        new one is refused by doing nothing."""
        if self._task is not None and not self._task.is_cancellable:
            steps.close()
            return
        self._abandon()
        self._task = _Task(steps)
        self.began.emit()
        self._advance(self._task, lambda: next(steps))

    def cancel(self) -> None:
        """Stop the task. A calculation that does not listen is left to end by itself, its result unused."""
        if not self.can_cancel or self._task is None:
            return
        if isinstance(self._task.waits_for, _ThreadToken):
            self._abandon()
            self.ended.emit()
        else:
            self._worker.cancel()

    def close(self) -> None:
        """Cancel, and wait for what cannot be cancelled."""
        if self._task is not None and not self._task.is_cancellable:
            self._pool.waitForDone()
        self._abandon()
        self._pool.waitForDone(3000)

    def _abandon(self) -> None:
        if self._task is None:
            return
        task, self._task = self._task, None
        if isinstance(task.waits_for, _ThreadToken):
            task.waits_for.set()
        else:
            self._worker.cancel()
        task.steps.close()

    def _advance(self, task: _Task, resume: Callable[[], Request | Calculation | Plan]) -> None:
        """Let the generator run to its next step, and begin that step."""
        try:
            step = resume()
            while isinstance(step, Plan):
                task.plan = _merged(task.plan, step.steps)
                step = next(task.steps)
            if self._task is task:
                self._begin_step(task, step)
        except (StopIteration, WorkCancelled):
            self._finish(task)
        except Exception as error:  # noqa: BLE001 - whatever it is, the window must not stay busy for ever
            self._finish(task, error_for_the_person(error))

    def _begin_step(self, task: _Task, step: Request | Calculation) -> None:
        task.stage = step.stage if isinstance(step, Calculation) else STAGES[type(step)]
        task.step_began_s, task.is_warming_up = time.monotonic(), False
        if isinstance(step, Calculation):
            token = _ThreadToken()
            task.waits_for, task.is_cancellable = token, step.cancellable
            self.progressed.emit(step.stage, 0, 0)
            self._pool.start(_Run(step, token, self._relay))
        else:
            task.is_cancellable = True
            task.waits_for = self._worker.submit(step)

    def _measure(self, task: _Task) -> None:
        """A step has ended well: how long it took is known for the next time."""
        step = next((one for one in task.plan if one.stage == task.stage), None)
        if step is not None:
            task.plan.remove(step)
            if not task.is_warming_up:
                self._estimates.note(step, time.monotonic() - task.step_began_s, self._device)

    def _note_progress(self, stage: str, done: int, total: int) -> None:
        self.progress = stage, done, total

    def _on_ready(self, ready: Ready) -> None:
        self._device = ready.device_name

    def _finish(self, task: _Task, error: FaceRestoreError | None = None) -> None:
        if self._task is not task:
            return
        self._task = None
        if error is not None:
            for note in getattr(error, "__notes__", ()):
                _log.error("%s\n%s", error, note)
            self.failed.emit(error)
        self.ended.emit()

    def _on_event(self, event: object) -> None:
        task = self._task
        if task is None or getattr(event, "job", None) != task.waits_for:
            return
        match event:
            case Progressed(stage=stage, done=done, total=total):
                # a time with the start of the process and the loading of networks says nothing of the next
                task.is_warming_up = task.is_warming_up or stage == "networks"
                task.has_warmed_up = task.has_warmed_up or task.is_warming_up
                self.progressed.emit(stage, done, total)
            case Finished(result=result):
                self._measure(task)
                self._advance(task, lambda: task.steps.send(result))
            case Failed(error=error):
                self._advance(task, lambda: task.steps.throw(error))
            case Cancelled():
                self._advance(task, lambda: task.steps.throw(WorkCancelled()))

    def _on_calculation_progress(self, token: object, stage: str, done: int, total: int) -> None:
        if self._task is not None and self._task.waits_for is token:
            self.progressed.emit(stage, done, total)

    def _on_calculation_end(self, token: object, result: object, error: object) -> None:
        task = self._task
        if task is None or task.waits_for is not token:
            return
        if isinstance(error, BaseException):
            self._advance(task, lambda: task.steps.throw(error))
        else:
            self._measure(task)
            self._advance(task, lambda: task.steps.send(result))


def _merged(before: Sequence[PlannedStep], told: Sequence[PlannedStep]) -> list[PlannedStep]:
    """A plan of what comes next in place of what an earlier plan said of it; what that says of later stays."""
    stages = {step.stage for step in told}
    at = next((n for n, step in enumerate(before) if step.stage in stages), 0)
    return [*told, *(step for step in before[at:] if step.stage not in stages)]


class _ThreadToken:
    """The token of one calculation."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def is_set(self) -> bool:
        return self._event.is_set()

    def set(self) -> None:
        self._event.set()


class _Relay(QObject):
    """Carries reports from threads to the window."""

    progressed = Signal(object, str, int, int)
    ended = Signal(object, object, object)


class _Run(QRunnable):
    def __init__(self, calculation: Calculation, token: _ThreadToken, relay: _Relay) -> None:
        super().__init__()
        self._calculation, self._token, self._relay = calculation, token, relay

    def run(self) -> None:
        result: object = None
        error: BaseException | None = None
        try:
            result = self._calculation.run(self._report, self._token)
        except WorkCancelled as cancelled:
            error = cancelled
        except Exception as unexpected:  # noqa: BLE001 - the thread's edge: the window shows it
            error = error_for_the_person(unexpected)
        self._relay.ended.emit(self._token, result, error)

    def _report(self, stage: str, done: int, total: int) -> None:
        self._relay.progressed.emit(self._token, stage, done, total)
