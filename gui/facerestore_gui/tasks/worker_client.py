"""WorkerClient: the window's end of the worker process. One process, one pipe, one signal."""

import itertools
import logging
import multiprocessing
import queue
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext
from multiprocessing.process import BaseProcess
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from facerestore.jobs.worker import Job, SharedNumber, WorkerSettings, run_worker
from facerestore.restoration.backend import Ready
from facerestore.values.errors import RestorationFailed
from facerestore.values.events import Cancelled, EndEvent, Event, Failed, Finished, Started
from facerestore.values.request import Request

_log = logging.getLogger(__name__)

_CANCEL_DEADLINE_MS: Final = 700
"""How long a job that was asked to stop may take before its process is killed."""

_Report = Callable[[object, object], object]
"""The reader's callback: which worker, which message."""

_CLOSED: Final = None
"""What the reader reports when the pipe is closed."""


class WorkerClient(QObject):
    """A client of the resident worker process: takes jobs, answered in the order of submission.

    ``happened`` carries the events of ``facerestore.values.events``; each job ends with exactly one end event,
    whatever becomes of the process. It starts with the first job, and again with the next after it died.
    """

    happened = Signal(object)
    ready = Signal(object)
    """The worker's ``Ready``: which device it uses."""
    _received = Signal(object, object)

    def __init__(self, settings: WorkerSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._numbers = itertools.count(1)
        self._waiting: dict[int, Request] = {}
        self._cancelled_up_to = 0
        self._heard_of_job = 0
        self._worker: _Worker | None = None
        self.standing = Ready()
        """What the worker said last of itself; says nothing before the networks were asked for anything."""
        self._received.connect(self._on_received, Qt.ConnectionType.QueuedConnection)

    def use(self, settings: WorkerSettings) -> None:
        """Work with other settings from the next job on that need not wait for others."""
        self._settings = settings

    @property
    def device_name(self) -> str:
        """What the networks run on; empty before they were asked for anything."""
        return self.standing.device_name

    @property
    def worker_pid(self) -> int | None:
        """The process at work; None before the first job and after its death."""
        return None if self._worker is None else self._worker.pid

    def submit(self, request: Request) -> int:
        """The number of the new job. Returns at once; the request travels from another thread."""
        job = Job(next(self._numbers), request)
        if self._worker is not None and not self._waiting and self._worker.settings != self._settings:
            worker, self._worker = self._worker, None
            worker.end()
            self._heard_of_job, self.standing = 0, Ready()
        self._waiting[job.number] = request
        if self._worker is None:
            self._worker = _Worker(self._settings, self._received.emit)
        self._worker.send(job)
        return job.number

    def cancel(self) -> None:
        """Ask for the end of all jobs submitted so far; the deaf are killed at the deadline."""
        if not self._waiting or self._worker is None:
            return
        self._cancelled_up_to = max(self._waiting)
        self._worker.cancelled_up_to.value = self._cancelled_up_to
        number = self._cancelled_up_to
        QTimer.singleShot(_CANCEL_DEADLINE_MS, self, lambda: self._kill_if_waiting(number))

    def close(self) -> None:
        """End the process. Jobs that still wait get no further event."""
        self._waiting.clear()
        if self._worker is not None:
            worker, self._worker = self._worker, None
            worker.end()

    def _kill_if_waiting(self, number: int) -> None:
        if self._worker is not None and any(job <= number for job in self._waiting):
            _log.warning("The worker did not answer a cancel in time and is ended.")
            self._worker.kill()

    def _on_received(self, worker: object, message: object) -> None:
        if worker is not self._worker:
            return
        if isinstance(message, Started):
            self._heard_of_job = message.job
        if message is _CLOSED:
            self._on_closed()
        elif isinstance(message, Ready):
            self.standing = message
            self.ready.emit(message)
        elif isinstance(message, Finished | Failed | Cancelled):
            self._end(message)
        else:
            self.happened.emit(message)

    def _end(self, end: EndEvent) -> None:
        if end.job in self._waiting:
            del self._waiting[end.job]
            self.happened.emit(end)

    def _on_closed(self) -> None:
        """The process is gone: cancelled jobs end as cancelled, the one at work failed, later ones go on.

        A process that was idle when it died has not failed at anything: the next job only meets its end.
        """
        dead, self._worker = self._worker, None
        if dead is not None:
            dead.end()
            if not self._waiting:
                _log.warning("The worker ended while it was idle; the next job starts another.")
        was_idle = 0 < self._heard_of_job < min(self._waiting, default=0)
        self._heard_of_job = 0
        ends: list[Event] = [Cancelled(job) for job in self._waiting if job <= self._cancelled_up_to]
        if not ends and self._waiting and not was_idle:
            ends = [Failed(min(self._waiting), _worker_died())]
        for end in ends:
            del self._waiting[end.job]
        if self._waiting:
            self._worker = _Worker(self._settings, self._received.emit)
            for number, request in self._waiting.items():
                self._worker.send(Job(number, request))
        for end in ends:
            self.happened.emit(end)


class _Worker:
    """One process with its pipe, and two threads: a writer, because a crop is larger than a pipe's buffer,
    and a reader, which only reports what comes."""

    def __init__(self, settings: WorkerSettings, report: _Report) -> None:
        self.settings = settings
        context = multiprocessing.get_context("spawn")
        self.cancelled_up_to = _shared_number(context)
        self._pipe, far_end = context.Pipe()
        self._process: BaseProcess = context.Process(
            target=run_worker,
            args=(far_end, self.cancelled_up_to, settings),
            name="facerestore-worker",
            daemon=True,
        )
        self._process.start()
        far_end.close()
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._reader = threading.Thread(target=_read, args=(self, self._pipe, report), daemon=True)
        self._writer = threading.Thread(target=_write, args=(self._pipe, self._jobs), daemon=True)
        self._reader.start()
        self._writer.start()

    @property
    def pid(self) -> int | None:
        return self._process.pid

    def send(self, job: Job) -> None:
        self._jobs.put(job)

    def kill(self) -> None:
        self._process.kill()

    def end(self) -> None:
        """Kill the process and wait for its threads; both end at once when the pipe breaks."""
        self._process.kill()
        self._process.join()
        self._jobs.put(None)
        self._writer.join()
        self._reader.join()
        self._pipe.close()
        self._process.close()


def _shared_number(context: SpawnContext) -> SharedNumber:
    """A number that both processes see, in a file of the temporary folder where the system's own place for such files
    (``/dev/shm``) is not to be written to."""
    number: SharedNumber
    try:
        number = context.Value("q", 0, lock=False)
        return number
    except OSError:
        _log.warning("There is no shared memory; a temporary file takes its place.", exc_info=True)
    from multiprocessing import heap

    places = heap.Arena._dir_candidates  # type: ignore[attr-defined]
    heap.Arena._dir_candidates = []  # type: ignore[attr-defined]
    try:
        number = context.Value("q", 0, lock=False)
        return number
    finally:
        heap.Arena._dir_candidates = places  # type: ignore[attr-defined]


def _read(worker: _Worker, pipe: "Connection[object, object]", report: _Report) -> None:
    while True:
        try:
            message = pipe.recv()
        except (EOFError, OSError):
            report(worker, _CLOSED)
            return
        report(worker, message)


def _write(pipe: "Connection[object, object]", jobs: "queue.SimpleQueue[Job | None]") -> None:
    while (job := jobs.get()) is not None:
        try:
            pipe.send(job)
        except OSError:
            # the reader hears of the broken pipe too, and reports it
            return


def _worker_died() -> RestorationFailed:
    return RestorationFailed(
        "The process that runs the networks ended unexpectedly. The mask and the layout are untouched.",
        advice="Try again: a new process starts by itself.",
    )
