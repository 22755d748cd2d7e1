"""A crew that stays between the runs of a watched batch."""

from collections.abc import Mapping, Sequence
from typing import Final

from facerestore.batch.attempt import Assignment, AttemptEnd
from facerestore.batch.crew import Crew, claimed_bytes, crew_size, usable_cores
from facerestore.batch.crews import made_crew
from facerestore.batch.item import BatchItem
from facerestore.batch.plan import BatchRequest
from facerestore.batch.run import BatchOptions
from facerestore.jobs.worker import WorkerSettings
from facerestore.values.cancellation import CancelToken

MOST_ON_CLUSTER: Final = 64


class CountedCrew:
    """A crew that knows how much is under way."""

    def __init__(self, crew: Crew) -> None:
        self._crew = crew
        self._under_way = 0
        self._weights: dict[tuple[str, ...], Mapping[str, str]] = {}

    @property
    def size(self) -> int:
        return self._crew.size

    @property
    def free(self) -> int:
        return self._crew.free

    @property
    def notes(self) -> Sequence[str]:
        return self._crew.notes

    def weights(self, tasks: Sequence[str]) -> Mapping[str, str]:
        """Once: its processes keep the networks that they have loaded."""
        if tuple(tasks) not in self._weights:
            self._weights[tuple(tasks)] = self._crew.weights(tasks)
        return self._weights[tuple(tasks)]

    def give(self, number: int, assignment: Assignment) -> None:
        self._under_way += 1
        self._crew.give(number, assignment)

    def ended(self, timeout_s: float) -> list[tuple[int, AttemptEnd]]:
        ends = self._crew.ended(timeout_s)
        self._under_way -= len(ends)
        return ends

    def listen_to(self, cancel: CancelToken) -> None:
        self._crew.listen_to(cancel)

    def close(self) -> None:
        self._crew.close()

    def resting(self, asked: CancelToken) -> CancelToken:
        """Set once it is asked to stop, and nothing is under way."""
        return _Resting(self, asked)

    @property
    def is_at_rest(self) -> bool:
        return self._under_way == 0


class _Resting:
    def __init__(self, crew: CountedCrew, asked: CancelToken) -> None:
        self._crew, self._asked = crew, asked

    def is_set(self) -> bool:
        return self._asked.is_set() and self._crew.is_at_rest


class StandingCrew:
    """Makes a crew when there is work, and another one when a photo comes that needs more memory than those before.
    On a cluster that is up to MOST_ON_CLUSTER workers, unless ``options`` say how many."""

    def __init__(self, request: BatchRequest, worker: WorkerSettings, options: BatchOptions) -> None:
        self._request, self._worker, self._options = request, worker, options
        self._crew: CountedCrew | None = None
        self._claim = 0

    def for_items(self, items: Sequence[BatchItem]) -> CountedCrew:
        claim = max((claimed_bytes(item.job) for item in items if item.job is not None), default=0)
        if self._crew is None or claim > self._claim:
            self.close()
            # processes are started as they are needed: so many as there may be photos at a time
            cluster = self._options.cluster
            most = crew_size([*items] * usable_cores()) if cluster is None else MOST_ON_CLUSTER
            made = made_crew(
                self._request,
                items,
                self._worker,
                workers=self._options.workers or most,
                cluster=cluster,
                patience_s=self._options.patience_s,
            )
            self._crew, self._claim = CountedCrew(made), claim
        return self._crew

    def close(self) -> None:
        if self._crew is not None:
            self._crew.close()
            self._crew = None
