"""A whole batch: its folders, its ledger, its processes, its report. Command line and window run the same."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from facerestore.batch.crew import Crew
from facerestore.batch.crews import RayCluster, made_crew
from facerestore.batch.engine import BatchRun, Decision, Folders, OnItem, OnOutcome
from facerestore.batch.item import BatchItem
from facerestore.batch.ledger import Ledger
from facerestore.batch.outcomes import BatchReport
from facerestore.batch.plan import BatchRequest, request_values
from facerestore.batch.report import write_report
from facerestore.batch.room import refuse_lack_of_room
from facerestore.jobs.result_files import ensure_folder
from facerestore.jobs.worker import WorkerSettings
from facerestore.values.cancellation import NEVER, CancelToken


@dataclass(frozen=True, kw_only=True)
class BatchOptions:
    """How a batch is run, whatever it is of. ``workers``: processes, None for as many as cores and memory allow;
    ``patience_s``: as of ``Folders``; ``cluster``: None for processes of this computer."""

    workers: int | None = None
    patience_s: float = 300.0
    retry_failed: bool = False
    has_report: bool = True
    cluster: RayCluster | None = None


@dataclass(frozen=True)
class EndedBatch:
    """``page``: the report, None where none was wanted. ``ledger_is_behind``: not all could be written into it.
    ``notes``: what is to be known of who carried it out, for the person."""

    report: BatchReport
    page: Path | None
    ledger_is_behind: bool
    notes: tuple[str, ...] = ()


def decisions_of(
    request: BatchRequest, items: Sequence[BatchItem], worker: WorkerSettings, options: BatchOptions
) -> list[Decision]:
    """What would be done about each photo. Writes nothing. Raises WeightsError."""
    # whoever restores has the same networks, so that this computer can say which they are
    with closing(made_crew(request, items, worker, workers=1)) as crew, Ledger.copy_of(request.results) as ledger:
        return _run(request, items, ledger, crew, options).decisions()


def run_batch(
    request: BatchRequest,
    items: Sequence[BatchItem],
    worker: WorkerSettings,
    options: BatchOptions,
    *,
    on_item: OnItem = lambda index, item: None,
    on_outcome: OnOutcome = lambda index, outcome: None,
    cancel: CancelToken = NEVER,
    pause: CancelToken = NEVER,
) -> EndedBatch:
    """Restores what is to be restored, and writes the report. Raises OutputRefused where the results have no place or
    no room, UsageError where another run is at it, WeightsError, and what ``made_crew`` raises."""
    refuse_lack_of_room(items, request.results)
    ensure_folder(request.results)
    crew = made_crew(
        request, items, worker, workers=options.workers, cluster=options.cluster, patience_s=options.patience_s
    )
    with closing(crew), Ledger.opened(request.results) as ledger:
        ledger.begin_run(request_values(request))
        batch = _run(
            request, items, ledger, crew, options, on_item=on_item, on_outcome=on_outcome, cancel=cancel, pause=pause
        )
        report = batch.run()
        page = write_report(ledger.entries(), request.results) if options.has_report else None
        return EndedBatch(report, page, ledger.is_behind, tuple(crew.notes))


def _run(
    request: BatchRequest,
    items: Sequence[BatchItem],
    ledger: Ledger,
    crew: Crew,
    options: BatchOptions,
    *,
    on_item: OnItem = lambda index, item: None,
    on_outcome: Callable[..., None] = lambda index, outcome: None,
    cancel: CancelToken = NEVER,
    pause: CancelToken = NEVER,
) -> BatchRun:
    return BatchRun(
        items,
        Folders(request.photos, request.results, options.patience_s, has_pictures=options.has_report),
        ledger,
        crew,
        retry_failed=options.retry_failed,
        on_item=on_item,
        on_outcome=on_outcome,
        cancel=cancel,
        pause=pause,
    )
