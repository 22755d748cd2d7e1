"""Which crew carries out a batch: processes of this computer, or a Ray cluster. Chosen here, and nowhere else."""

from collections.abc import Sequence
from dataclasses import dataclass

from facerestore.batch.crew import Crew, ProcessCrew, claimed_bytes, crew_size
from facerestore.batch.item import BatchItem
from facerestore.batch.plan import BatchRequest
from facerestore.files.memory_forecast import BASE_BYTES
from facerestore.jobs.worker import WorkerSettings


@dataclass(frozen=True, kw_only=True)
class RayCluster:
    """A Ray cluster that restores in place of this computer's own processes.

    ``address``: "host:port" of one that this computer is a part of, or "auto" for the one it knows; None for one of
    this computer alone, which ends with the batch. ``cores``: of each worker; where the cluster has graphics devices,
    each worker has one of them as well.
    """

    address: str | None = None
    cores: int = 1


def made_crew(
    request: BatchRequest,
    items: Sequence[BatchItem],
    worker: WorkerSettings,
    *,
    workers: int | None = None,
    cluster: RayCluster | None = None,
    patience_s: float = 300.0,
) -> Crew:
    """Who restores these photos; ``workers`` at a time at most. On a cluster the output folder must be there.

    Raises UsageError where Ray is asked for and is not there, or has no such device; RestorationFailed where the
    cluster does not answer.
    """
    if cluster is None:
        return ProcessCrew(worker, workers or crew_size(items))
    # nothing of Ray is looked at unless it is asked for
    from facerestore.batch.ray_crew import RayCrew
    from facerestore.batch.ray_session import RaySession
    from facerestore.batch.ray_share import Share
    from facerestore.batch.shared_folders import SharedFolders

    jobs = [item.job for item in items if item.job is not None]
    largest = max(map(claimed_bytes, jobs), default=0)
    share = Share(cluster.cores, BASE_BYTES + largest)
    folders = SharedFolders.of(request, [path for job in jobs[:1] for path in job.originals])
    session = RaySession(cluster.address)
    return RayCrew(session, worker, share, folders, most=workers or max(1, len(jobs)), patience_s=patience_s)
