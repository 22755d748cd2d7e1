"""Crew: who carries out the jobs of a batch. Processes that a broken photo can end without ending the batch, or, for
tests and a single photo, this process itself. ``ray_crew`` has one on several computers."""

import multiprocessing
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Final, Protocol

from facerestore.batch.attempt import Assignment, AttemptEnd, Died, Search, Stopped, attempted
from facerestore.batch.item import BatchItem
from facerestore.batch.worker import Answer, Hello, Question, run_batch_worker
from facerestore.files.memory_forecast import BASE_BYTES, free_bytes, own_bytes_of
from facerestore.jobs.file_job import FileJob
from facerestore.jobs.worker import WorkerSettings
from facerestore.restoration.local import LocalNetworks
from facerestore.values.cancellation import NEVER, CancelToken
from facerestore.values.errors import FaceRestoreError, RestorationFailed

_SHARE_OF_MEMORY: Final = 0.8
"""The rest is for the files that the system holds, and for other programs."""


class Crew(Protocol):
    """Who carries out jobs, each known by a number."""

    @property
    def size(self) -> int:
        """How many jobs are carried out at a time."""
        ...

    @property
    def free(self) -> int:
        """How many more jobs can be given now."""
        ...

    @property
    def notes(self) -> Sequence[str]:
        """What is to be known of those who carry jobs out, for the person."""
        ...

    def weights(self, tasks: Sequence[str]) -> Mapping[str, str]:
        """SHA-256 of the networks for these tasks, which are whole. Raises WeightsError."""
        ...

    def give(self, number: int, assignment: Assignment) -> None: ...

    def ended(self, timeout_s: float) -> list[tuple[int, AttemptEnd]]:
        """What has ended, waiting for the first so long."""
        ...

    def listen_to(self, cancel: CancelToken) -> None:
        """Have all that is under way stop soon once the token is set."""
        ...

    def close(self) -> None: ...


class LocalCrew:
    """This process, one job at a time."""

    size = 1
    notes: Sequence[str] = ()

    def __init__(self, networks: LocalNetworks) -> None:
        self._networks = networks
        self._cancel: CancelToken = NEVER
        self._given: tuple[int, Assignment] | None = None

    @property
    def free(self) -> int:
        return 0 if self._given else 1

    def weights(self, tasks: Sequence[str]) -> Mapping[str, str]:
        return self._networks.verified_hashes(tasks) if tasks else {}

    def give(self, number: int, assignment: Assignment) -> None:
        self._given = number, assignment

    def ended(self, timeout_s: float) -> list[tuple[int, AttemptEnd]]:
        if self._given is None:
            return []
        (number, assignment), self._given = self._given, None
        return [(number, attempted(assignment, self._networks, self._cancel))]

    def listen_to(self, cancel: CancelToken) -> None:
        self._cancel = cancel

    def close(self) -> None:
        """Nothing is left."""


@dataclass(eq=False)
class _Worker:
    process: SpawnProcess
    pipe: "Connection[Question, Answer]"
    number: int | None = None


class ProcessCrew:
    """Up to ``size`` processes, each with networks of its own and its share of the processor's cores. They are started
    as they are needed; one that ends is replaced."""

    notes: Sequence[str] = ()

    def __init__(self, settings: WorkerSettings, size: int) -> None:
        self.size = size
        self._settings = settings
        self._context = multiprocessing.get_context("spawn")
        self._stop: Any = self._context.Value("b", 0)
        self._workers: list[_Worker] = []
        self._cancel: CancelToken = NEVER

    @property
    def free(self) -> int:
        return self.size - sum(worker.number is not None for worker in self._workers)

    def weights(self, tasks: Sequence[str]) -> Mapping[str, str]:
        if not tasks:
            return {}
        worker = self._idle()
        worker.pipe.send(tuple(tasks))
        try:
            answer = worker.pipe.recv()
        except EOFError as error:
            self._workers.remove(worker)
            raise RestorationFailed(
                "The process of the networks ended before it said anything.",
                advice="Look into the log, and see whether 'facerestore doctor' finds what is missing.",
            ) from error
        if isinstance(answer, FaceRestoreError):
            raise answer
        assert isinstance(answer, Hello), "that is what was asked for"
        if answer.most_processes is not None:
            self.size = min(self.size, max(1, answer.most_processes))
        return answer.weights

    def give(self, number: int, assignment: Assignment | Search) -> None:
        worker = self._idle()
        worker.number = number
        with suppress(OSError):  # it may have ended, which its sentinel says
            worker.pipe.send(assignment)

    def ended(self, timeout_s: float) -> list[tuple[int, AttemptEnd]]:
        if self._cancel.is_set():
            self._stop.value = 1
        busy = [worker for worker in self._workers if worker.number is not None]
        by_sign: dict[Any, _Worker] = {
            sign: worker for worker in busy for sign in (worker.pipe, worker.process.sentinel)
        }
        ready = {id(by_sign[sign]): by_sign[sign] for sign in wait(list(by_sign), timeout_s)}
        ends: list[tuple[int, AttemptEnd]] = []
        for worker in ready.values():
            number, worker.number = worker.number, None
            assert number is not None, "only those that are at something are waited for"
            ends.append((number, self._end_of(worker)))
        return ends

    def _end_of(self, worker: _Worker) -> AttemptEnd:
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join()
            worker.pipe.close()
            self._workers.remove(worker)
            return Stopped() if self._stop.value else Died(worker.process.exitcode)
        assert not isinstance(answer, Hello | FaceRestoreError), "a job is answered by its end"
        return answer

    def listen_to(self, cancel: CancelToken) -> None:
        self._cancel = cancel

    def close(self) -> None:
        """End all, and wait for it; what is under way is given up."""
        self._stop.value = 1
        for worker in self._workers:
            worker.pipe.close()
        for worker in self._workers:
            if worker.number is not None:
                worker.process.terminate()
            worker.process.join(10)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers.clear()

    def _idle(self) -> _Worker:
        """One that has nothing to do, a new one if need be."""
        found = next((one for one in self._workers if one.number is None and one.process.is_alive()), None)
        if found is not None:
            return found
        self._workers = [one for one in self._workers if one.number is not None]
        ours, its = self._context.Pipe()
        threads = max(1, usable_cores() // self.size)
        process = self._context.Process(
            target=run_batch_worker, args=(its, self._stop, self._settings, threads), daemon=True
        )
        process.start()
        its.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker


def usable_cores() -> int:
    """Processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def claimed_bytes(job: FileJob) -> int:
    """Of memory, for what is the photo's own, with the infrared that is read from a file beside it."""
    return own_bytes_of(job.photo) + (0 if job.infrared is None else own_bytes_of(job.infrared))


def crew_size(items: Sequence[BatchItem]) -> int:
    """How many processes restore the largest of these photos at a time: one for each core, as far as memory allows."""
    claims = [claimed_bytes(item.job) for item in items if item.job is not None]
    each = BASE_BYTES + max(claims, default=0)
    fitting = int(_SHARE_OF_MEMORY * free_bytes() // each)
    return max(1, min(usable_cores(), fitting, len(claims)))
