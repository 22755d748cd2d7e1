"""RamUsage: how much memory the program takes: the window, and the process of the networks."""

import os
from collections.abc import Callable


class RamUsage:
    """A measure of the program's memory. ``worker_pid``: the process of the networks, None while there is none."""

    def __init__(self, worker_pid: Callable[[], int | None]) -> None:
        self._worker_pid = worker_pid

    def byte_count(self) -> int:
        """Memory that both processes hold now (resident); a graphics card's own is not in it."""
        return sum(_resident(pid) for pid in (os.getpid(), self._worker_pid()) if pid is not None)

    def free_byte_count(self) -> int:
        """What the system can still give without swapping."""
        import psutil  # the window is shown before its memory is

        return int(psutil.virtual_memory().available)


def _resident(pid: int) -> int:
    import psutil

    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0  # it has just ended
