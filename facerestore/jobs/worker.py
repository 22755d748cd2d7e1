"""The worker process: requests in, events out. It alone loads the networks.

A job is a number and a request. It is answered by Started, any number of Progressed, and exactly one of
Finished, Failed and Cancelled. Cancelling is a shared number, "cancelled up to job n", that the worker never
clears: a flag that a new job resets would lose a cancel sent between submitting and starting.
"""

import importlib
import logging
import os
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from facerestore.files.anonymous_text import exception_text
from facerestore.files.crash_watch import CrashWatch
from facerestore.restoration.backend import Backend, Ready, answer
from facerestore.values.cancellation import Cancelled as WorkCancelled
from facerestore.values.errors import FaceRestoreError, OutOfMemory, RestorationFailed
from facerestore.values.events import Cancelled, EndEvent, Event, Failed, Finished, Progressed, Started
from facerestore.values.passive_waiting import wait_passively
from facerestore.values.request import Request

_log = logging.getLogger(__name__)

DEFAULT_FACTORY: Final = "facerestore.inference.loaded_networks:Networks"


class Pipe(Protocol):
    """One end of a ``multiprocessing`` pipe."""

    def send(self, obj: Any, /) -> None: ...

    def recv(self) -> Any: ...


class SharedNumber(Protocol):
    """A number both processes see."""

    value: int


@dataclass(frozen=True)
class Job:
    """``number`` grows from 1 in the order of submission."""

    number: int
    request: Request


@dataclass(frozen=True)
class WorkerSettings:
    """``factory``: "module:name" of a callable: ``device`` and ``weights_dir`` in, a Backend out. ``threads``: of the
    networks on the processor, in a process of their own; 0: one for each core."""

    factory: str = DEFAULT_FACTORY
    device: str = "auto"
    weights_dir: Path | None = None
    threads: int = 0

    def make_backend(self) -> Backend:
        module, _, name = self.factory.partition(":")
        factory: Callable[..., Backend] = getattr(importlib.import_module(module), name)
        return factory(device=self.device, weights_dir=self.weights_dir)


def run_worker(pipe: Pipe, cancelled_up_to: SharedNumber, settings: WorkerSettings) -> None:
    """The body of the worker process; returns when the window closes its end of the pipe."""
    # Ctrl+C in a terminal reaches the whole group; only the window decides when the worker ends
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    wait_passively()
    watch = CrashWatch()
    watch.begin()
    if settings.threads > 0:
        os.environ["OMP_NUM_THREADS"] = str(settings.threads)  # read when the networks' library is loaded
    serve(pipe, cancelled_up_to, settings.make_backend)


def serve(pipe: Pipe, cancelled_up_to: SharedNumber, make_backend: Callable[[], Backend]) -> None:
    """Answer jobs until the pipe is closed. The backend is made for the first job that is not cancelled; if
    that fails, the job fails and the next one tries again."""
    backend: Backend | None = None
    told: Ready | None = None
    end: EndEvent
    try:
        while True:
            job: Job = pipe.recv()
            token = _JobToken(job.number, cancelled_up_to)
            pipe.send(Started(job.number))
            try:
                if backend is None and not token.is_set():
                    pipe.send(Progressed(job.number, "networks", 0, 0))
                    backend = make_backend()
                end = Cancelled(job.number) if backend is None else _answered(job, backend, token, pipe.send)
            except Exception as error:  # noqa: BLE001 - the worker's edge: every fault becomes an event
                end = Failed(job.number, error_for_the_person(error))
            if backend is not None and told != (ready := Ready.of(backend)):
                pipe.send(ready)
                told = ready
            _send_end(pipe, end)
    except (EOFError, OSError):
        return


def error_for_the_person(error: BaseException) -> FaceRestoreError:
    """The error as the person should read it; what nobody expected carries its traceback as a note."""
    if isinstance(error, FaceRestoreError):
        return error
    # torch's own out-of-memory error is told by name: this module does not import torch
    out_of_memory = isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError"
    known: FaceRestoreError
    if out_of_memory:
        known = OutOfMemory(
            "The networks did not get the memory they need.", advice="Close other programs and try again."
        )
    else:
        known = RestorationFailed(
            "Something unexpected happened in the restoration.",
            advice="Try again. If it happens again, report it with the log (Help menu).",
        )
    known.add_note("".join(traceback.format_exception(error)))
    if not out_of_memory:
        known.crash = exception_text(error)
    return known


@dataclass(frozen=True)
class _JobToken:
    number: int
    cancelled_up_to: SharedNumber

    def is_set(self) -> bool:
        return self.cancelled_up_to.value >= self.number


def _answered(job: Job, backend: Backend, token: _JobToken, send: Callable[[Event], None]) -> EndEvent:
    def on_progress(stage: str, done: int, total: int) -> None:
        send(Progressed(job.number, stage, done, total))

    try:
        return Finished(job.number, answer(backend, job.request, on_progress, token))
    except WorkCancelled:
        return Cancelled(job.number)


def _send_end(pipe: Pipe, end: EndEvent) -> None:
    try:
        pipe.send(end)
    except (EOFError, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - a result or error that cannot travel is itself a failure
        _log.exception("The end of job %s could not be sent.", end.job)
        pipe.send(Failed(end.job, error_for_the_person(error)))
