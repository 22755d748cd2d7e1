"""What batches calculate in threads. Imported with the first of them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from facerestore.batch.outcomes import FileOutcome
from facerestore.batch.plan import BatchItem, BatchRequest, planned
from facerestore.batch.report import picture_name, pictures_folder
from facerestore.batch.run import BatchOptions, EndedBatch, run_batch
from facerestore.jobs.worker import WorkerSettings
from facerestore.restoration.restorers import Restorer
from facerestore.values.cancellation import CancelToken

__all__ = ["BatchItem", "EndedBatch", "FileOutcome", "plan", "run", "thumbnail_of"]


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a person asks for in the batch window. ``masks``: None for those beside the photos."""

    photos: Path
    results: Path
    masks: Path | None
    restorer: Restorer
    is_recursive: bool
    uses_projects: bool
    overwrite: bool
    seed: int

    def request(self) -> BatchRequest:
        return BatchRequest(
            photos=self.photos,
            results=self.results,
            masks=self.masks,
            restorer=self.restorer,
            is_recursive=self.is_recursive,
            uses_projects=self.uses_projects,
            overwrite=self.overwrite,
            seed=self.seed,
        )


def plan(wanted: Wanted) -> tuple[BatchItem, ...]:
    """Raises UsageError."""
    return planned(wanted.request())


def run(
    wanted: Wanted,
    items: tuple[BatchItem, ...],
    worker: WorkerSettings,
    *,
    retry_failed: bool,
    on_item: Callable[[int, BatchItem], None],
    on_outcome: Callable[[int, FileOutcome], None],
    cancel: CancelToken,
    pause: CancelToken,
) -> EndedBatch:
    """Raises FaceRestoreError."""
    options = BatchOptions(retry_failed=retry_failed)
    return run_batch(
        wanted.request(), items, worker, options, on_item=on_item, on_outcome=on_outcome, cancel=cancel, pause=pause
    )


def thumbnail_of(photo: Path, wanted: Wanted, kind: str) -> Path:
    """Where the small picture of a restored photo is: "before", "changed" or "after"."""
    name = picture_name(photo.relative_to(wanted.photos).as_posix())
    return pictures_folder(wanted.results) / f"{name}-{kind}.jpg"
