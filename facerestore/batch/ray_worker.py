"""RayWorker: what each worker of a Ray cluster does. It knows nothing of Ray, which calls it by its methods."""

import logging
import os
import platform
import threading
from dataclasses import dataclass, replace
from pathlib import Path

from facerestore import __version__
from facerestore.batch.attempt import Assignment, AttemptEnd, attempted
from facerestore.batch.shared_folders import SharedFolders
from facerestore.files.process_mark import process_mark
from facerestore.jobs.file_job import FileJob
from facerestore.jobs.worker import WorkerSettings
from facerestore.restoration.local import LocalNetworks
from facerestore.values.errors import FaceRestoreError, UsageError
from facerestore.values.passive_waiting import wait_passively
from facerestore.values.translatable_text import TranslatableText


@dataclass(frozen=True)
class Greeting:
    """A worker that is ready: the computer it is on, its process, the mark of its passing files, and SHA-256 of its
    networks by their tasks."""

    computer: str
    process: int
    mark: str
    weights: dict[str, str]


class RayWorker:
    """A worker with networks of its own, and ``cores`` threads for them. It does one job at a time; ``stop`` may be
    called meanwhile, from another thread."""

    def __init__(self, settings: WorkerSettings, cores: int) -> None:
        # what is to be logged travels with the end of a job
        logging.getLogger().addHandler(logging.NullHandler())
        wait_passively()
        os.environ["OMP_NUM_THREADS"] = str(cores)  # read when the networks' library is loaded
        import cv2  # after the line above

        cv2.setNumThreads(cores)
        self._networks = LocalNetworks(make=lambda device: settings.make_backend(), device=settings.device)
        self._is_stopped = threading.Event()

    def greeting(self, version: str, tasks: tuple[str, ...], folders: SharedFolders) -> Greeting | FaceRestoreError:
        """Whether this worker can do its part: it is of the batch's ``version``, sees its folders, and has its
        networks, which are whole."""
        computer = platform.node()
        try:
            if version != __version__:
                raise UsageError(
                    TranslatableText(
                        "The computer {computer} has facerestore {its}, and this one has {ours}.",
                        computer=computer,
                        its=__version__,
                        ours=version,
                    ),
                    advice="Install the same version on every computer of the cluster.",
                )
            folders.refuse_unless_seen(computer)
            weights = self._networks.verified_hashes(tasks) if tasks else {}
        except FaceRestoreError as error:
            return error
        return Greeting(computer, os.getpid(), process_mark(), weights)

    def attempt(self, assignment: Assignment) -> AttemptEnd:
        return attempted(assignment, self._networks, self._is_stopped)

    def stop(self) -> None:
        """Have what is under way, and all that is given from now on, stop soon."""
        self._is_stopped.set()


def rooted(assignment: Assignment) -> Assignment:
    """The same with absolute paths, for a computer that has another current folder."""
    job, masks = assignment.job, assignment.job.masks
    files = replace(masks, mask=_rooted(masks.mask), fill=_rooted(masks.fill), protect=_rooted(masks.protect))
    there: FileJob = replace(
        job,
        photo=job.photo.absolute(),
        masks=files,
        output=job.output.absolute(),
        layout=_rooted(job.layout),
        references=tuple(path.absolute() for path in job.references),
        album=_rooted(job.album),
        origins=_rooted(job.origins),
        project=_rooted(job.project),
    )
    thumbnails = assignment.thumbnails
    return Assignment(there, None if thumbnails is None else (thumbnails[0].absolute(), thumbnails[1]))


def _rooted(path: Path | None) -> Path | None:
    return None if path is None else path.absolute()
