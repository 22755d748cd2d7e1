"""RayCrew: workers on a Ray cluster. Files go through a file system that all its computers share; through Ray go only
their paths, and what became of each."""

import logging
import math
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Final

from facerestore import __version__
from facerestore.batch.attempt import Assignment, AttemptEnd, Died, Restored, Stopped
from facerestore.batch.ray_session import RaySession
from facerestore.batch.ray_share import Share, on_devices
from facerestore.batch.ray_worker import Greeting, RayWorker, rooted
from facerestore.batch.shared_folders import SharedFolders
from facerestore.jobs.worker import WorkerSettings
from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled
from facerestore.values.errors import FaceRestoreError, RestorationFailed, UsageError
from facerestore.values.translatable_text import TranslatableText

_CONTROL: Final = "control"
"""Calls of this group are answered while a job is under way."""
_LOOK_AGAIN_S: Final = 5.0
"""So often the computers of the cluster are counted: some may have come or gone."""
_WAIT_S: Final = 0.2
_MOST_FAILED: Final = 2
"""So many workers in a row may end on a computer before they are ready, until it gets no more."""
_KILLED: Final = -9

_log = logging.getLogger(__name__)


@dataclass(eq=False)
class _Worker:
    """``answer``: what is waited for, a greeting or, where there is a ``number``, the end of that job; ``greeting``:
    what it said when it was ready."""

    actor: Any
    node: str
    answer: Any
    greeting: Greeting | None = None
    number: int | None = None
    assignment: Assignment | None = None

    @property
    def is_idle(self) -> bool:
        return self.answer is None


class RayCrew:
    """A worker for each graphics device of a cluster or, where it has none, for each ``share.cores`` of its cores, as
    far as memory goes, but not more than ``most``.

    A worker has one job at a time and none that waits, so what is under way is bounded by the number of workers, and a
    worker that dies dies of the job it had. It is replaced. Computers that join later get workers too; one that does
    not see the folders, or has other networks or another version of the program, gets none, which ``notes`` tell.
    """

    def __init__(
        self,
        session: RaySession,
        settings: WorkerSettings,
        share: Share,
        folders: SharedFolders,
        *,
        most: int,
        patience_s: float = 300.0,
    ) -> None:
        self._session, self._ray, self._folders = session, session.ray, folders
        self._most, self._patience_s = most, patience_s
        self.notes: list[str] = []
        self._workers: list[_Worker] = []
        self._refused: set[str] = set()
        self._failed: Counter[str] = Counter()
        """Workers that ended before they were ready, since the last one that was, by the computer."""
        self._refusal: FaceRestoreError | None = None
        self._tasks: tuple[str, ...] = ()
        self._weights: Mapping[str, str] | None = None
        self._cancel: CancelToken = NEVER
        self._is_stopping = False
        self._looked_at_s = -math.inf
        self._last_worker_s = time.monotonic()
        try:
            self._settings, self._share = on_devices(settings, share, [node["Resources"] for node in self._nodes()])
        except FaceRestoreError:
            self.close()
            raise

    @property
    def size(self) -> int:
        return max(1, len(self._workers))

    @property
    def free(self) -> int:
        return 0 if self._is_stopping else sum(worker.is_idle for worker in self._workers)

    def weights(self, tasks: Sequence[str]) -> Mapping[str, str]:
        """Waits for the first worker that is ready. Raises what all that greeted had to say, if none could be used, and
        RestorationFailed where none came in time."""
        self._tasks, self._last_worker_s = tuple(tasks), time.monotonic()
        while self._weights is None:
            raise_if_cancelled(self._cancel)
            self.ended(_WAIT_S)
        return self._weights

    def give(self, number: int, assignment: Assignment) -> None:
        worker = next(worker for worker in self._workers if worker.is_idle)
        worker.number, worker.assignment = number, assignment
        worker.answer = worker.actor.attempt.remote(rooted(assignment))

    def ended(self, timeout_s: float) -> list[tuple[int, AttemptEnd]]:
        """Raises RestorationFailed where no worker has been left for as long as there is patience."""
        if self._cancel.is_set() and not self._is_stopping:
            self._stop()
        if not self._is_stopping:
            self._look_for_places()
        by_answer = {worker.answer: worker for worker in self._workers if not worker.is_idle}
        if not by_answer:
            time.sleep(timeout_s)
            return []
        found, _ = self._ray.wait(list(by_answer), num_returns=1, timeout=timeout_s)
        if found:  # and whatever else is there by now
            found, _ = self._ray.wait(list(by_answer), num_returns=len(by_answer), timeout=0)
        ends = [self._end_of(by_answer[answer]) for answer in found]
        return [end for end in ends if end is not None]

    def listen_to(self, cancel: CancelToken) -> None:
        self._cancel = cancel

    def close(self) -> None:
        """End all workers; what is under way is given up."""
        self._folders.remove_sign()
        for worker in self._workers:
            self._end(worker)
        self._workers.clear()
        self._session.close()

    # --- workers

    def _nodes(self) -> list[dict[str, Any]]:
        return [node for node in self._ray.nodes() if node["Alive"]]

    def _look_for_places(self) -> None:
        """Start workers where there is room, now and then; give up where there has been none for too long."""
        now = time.monotonic()
        if any(worker.is_idle or worker.number is not None for worker in self._workers):
            self._last_worker_s = now
        if now - self._looked_at_s < _LOOK_AGAIN_S:
            return
        self._looked_at_s = now
        nodes = [node for node in self._nodes() if node["NodeID"] not in self._refused]
        taken = Counter(worker.node for worker in self._workers)
        # in turn, so that few workers do not crowd one computer
        places = sorted(
            (place, node["NodeID"])
            for node in nodes
            for place in range(taken[node["NodeID"]], self._share.places(node["Resources"]))
        )[: max(0, self._most - len(self._workers))]
        if places:
            self._folders.leave_sign()
        for _, node_id in places:
            self._start(node_id)
        if not self._workers and self._refusal is not None:
            raise self._refusal
        is_hopeless = not self._workers and self._weights is None
        if is_hopeless or now - self._last_worker_s >= self._patience_s:
            raise self._share.lack_of_workers()

    def _start(self, node: str) -> None:
        actor = (
            self._ray.remote(concurrency_groups={_CONTROL: 1})(RayWorker)
            .options(
                num_cpus=self._share.cores,
                num_gpus=self._share.devices,
                memory=self._share.memory,
                # who restarts and who tries again is decided by the rules of the batch
                max_restarts=0,
                max_task_retries=0,
                scheduling_strategy=self._session.pinned(node),
            )
            .remote(self._settings, self._share.cores)
        )
        answer = actor.greeting.remote(__version__, self._tasks, self._folders)
        self._workers.append(_Worker(actor, node, answer))

    def _stop(self) -> None:
        self._is_stopping = True
        for worker in self._workers:
            worker.actor.stop.options(concurrency_group=_CONTROL).remote()

    def _end(self, worker: _Worker) -> None:
        with suppress(self._ray.exceptions.RayError, ValueError):  # it has ended already
            self._ray.kill(worker.actor)

    # --- answers

    def _end_of(self, worker: _Worker) -> tuple[int, AttemptEnd] | None:
        """The end of a job; None where what came is a greeting."""
        number, assignment, answer = worker.number, worker.assignment, worker.answer
        worker.number = worker.assignment = worker.answer = None
        try:
            said = self._ray.get(answer)
        except self._ray.exceptions.RayError as error:
            self._workers.remove(worker)
            self._end(worker)
            self._looked_at_s = -math.inf  # its place is free
            if number is None:
                self._failed[worker.node] += 1
                if self._failed[worker.node] >= _MOST_FAILED:
                    self._refuse(worker, _never_greeted(error))
                return None
            _log.warning("A worker ended: %s: %s", worker.greeting, error)
            is_for_memory = isinstance(error, self._ray.exceptions.OutOfMemoryError)
            mark = worker.greeting.mark if worker.greeting else ""
            return number, Stopped() if self._is_stopping else Died(_KILLED if is_for_memory else None, mark)
        if number is None or assignment is None:
            self._hear(worker, said)
            return None
        if isinstance(said, Restored):
            said = replace(said, output=assignment.job.output)  # as it was asked for, not as the worker was told
        return number, said

    def _hear(self, worker: _Worker, said: Greeting | FaceRestoreError) -> None:
        if isinstance(said, Greeting) and self._weights is None:
            self._weights = said.weights
        if isinstance(said, Greeting) and said.weights != self._weights:
            said = UsageError(
                TranslatableText("The computer {computer} has other networks.", computer=said.computer),
                advice="Install the same networks on every computer of the cluster.",
            )
        if isinstance(said, Greeting):
            worker.greeting = said
            self._failed.pop(worker.node, None)
        else:
            self._workers.remove(worker)
            self._end(worker)
            self._refuse(worker, said)

    def _refuse(self, worker: _Worker, why: FaceRestoreError) -> None:
        """The computer gets no worker any more; the others go on."""
        if worker.node not in self._refused and worker.node in {node["NodeID"] for node in self._nodes()}:
            self._refused.add(worker.node)
            self._looked_at_s = -math.inf
            self._refusal = why
            self.notes.append(
                TranslatableText("{sentence} It was left out. {advice}", sentence=why.sentence, advice=why.advice)
            )
            _log.warning("Left out of the cluster: %s", why)


def _never_greeted(error: Exception) -> FaceRestoreError:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    reason = next((line for line in reversed(lines) if "Error" in line), lines[0] if lines else type(error).__name__)
    return RestorationFailed(
        TranslatableText("A computer of the Ray cluster could not start a worker ({reason}).", reason=reason),
        advice="Install the same versions of facerestore, Python and Ray on every computer of the cluster.",
    )
