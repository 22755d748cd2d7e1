"""The examination of the installation, in a process of its own: it loads what the window must not load."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures import TimeoutError as NotYet

from facerestore.jobs.installation_check import Section, examined_now
from facerestore.values.cancellation import CancelToken, raise_if_cancelled

_LOOKS_S = 0.1


def examined_apart(cancel: CancelToken) -> list[Section]:
    """All that was found. Raises Cancelled; the process then ends by itself."""
    pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
    try:
        result = pool.submit(examined_now)
        while True:
            try:
                return result.result(timeout=_LOOKS_S)
            except NotYet:
                raise_if_cancelled(cancel)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
