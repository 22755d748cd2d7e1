"""A process of a batch: jobs in, their ends out. A photo that ends it ends no other."""

import logging
import multiprocessing
import os
import signal
import threading
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from facerestore.batch.attempt import Assignment, AttemptEnd, Search, attempted
from facerestore.jobs.worker import WorkerSettings
from facerestore.restoration.local import LocalNetworks
from facerestore.values.errors import FaceRestoreError
from facerestore.values.passive_waiting import wait_passively

Question = Assignment | Search | tuple[str, ...]
"""A job, a search for damage, or the tasks of which the networks' hashes are wanted."""


@dataclass(frozen=True)
class Hello:
    """SHA-256 of the networks by their tasks. ``most_processes``: how many the memory of a graphics device has room
    for; None where they work on the processor."""

    weights: dict[str, str]
    most_processes: int | None


Answer = AttemptEnd | Hello | FaceRestoreError


def run_batch_worker(pipe: "Connection[Answer, Question]", stop: Any, settings: WorkerSettings, threads: int) -> None:
    """The body of the process. Returns when the other end of the pipe is closed; ends at once when the process that
    started it has ended, so that two runs never write the same result."""
    # Ctrl+C in a terminal reaches the whole group; only the batch decides when its processes end
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # what is to be logged travels with the end of a job: several processes cannot share a file of their own
    logging.getLogger().addHandler(logging.NullHandler())
    wait_passively()
    os.environ["OMP_NUM_THREADS"] = str(threads)  # read when the networks' library is loaded
    import cv2  # after the line above

    cv2.setNumThreads(threads)
    networks = LocalNetworks(make=lambda device: settings.make_backend(), device=settings.device)
    token = _Token(stop)
    try:
        while True:
            question = pipe.recv()
            pipe.send(
                _hello(networks, question) if isinstance(question, tuple) else attempted(question, networks, token)
            )
    except (EOFError, OSError):
        return


class _Token:
    """A cancel token that all processes of a crew share."""

    def __init__(self, stop: Any) -> None:
        self._stop = stop

    def is_set(self) -> bool:
        return bool(self._stop.value)


def _hello(networks: LocalNetworks, tasks: tuple[str, ...]) -> Hello | FaceRestoreError:
    try:
        return Hello(networks.verified_hashes(tasks), networks.processes_with_room())
    except FaceRestoreError as error:
        return error


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
