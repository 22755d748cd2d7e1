"""The mark that a process leaves in the names of its passing files, so that others know whether it is still at work."""

import functools
import hashlib
import os
import platform
import re
import time
from typing import Final

PREFIX: Final = ".facerestore-"
_MARK: Final = re.compile(r"\.facerestore-([0-9a-f]{6})-(\d{1,10})-(\d{1,12})-")
_CLOCK_ERROR_S: Final = 60
"""By how much the time at which a process started may seem to change when a clock is set."""
_OF_ANOTHER_COMPUTER_S: Final = 24 * 3600
"""After so long nobody elsewhere is still writing the same file."""


def process_mark() -> str:
    """What the names of this process's passing files begin with; other text may follow."""
    import psutil  # a start without files does not need it

    return f"{PREFIX}{_computer()}-{os.getpid()}-{int(psutil.Process().create_time())}-"


def is_left(name: str, *, changed_s: float) -> bool:
    """Whether a file of this name, last changed at a time in seconds since 1970, was left by a process that has ended.
    False for every name that has no mark."""
    marked = _MARK.match(name)
    if marked is None:
        return False
    computer, process, started = marked[1], int(marked[2]), int(marked[3])
    if computer != _computer():
        return time.time() - changed_s > _OF_ANOTHER_COMPUTER_S
    if process == os.getpid():
        return False
    return not _is_running(process, started)


@functools.cache
def _computer() -> str:
    """Folders may be shared: a process number means nothing on another computer."""
    return hashlib.sha256(platform.node().encode("utf-8", "surrogateescape")).hexdigest()[:6]


def _is_running(process: int, started: int) -> bool:
    """Whether the process that started at this time is still there, and not another one with its number."""
    import psutil

    try:
        return abs(psutil.Process(process).create_time() - started) < _CLOCK_ERROR_S
    except psutil.NoSuchProcess:
        return False
    except psutil.AccessDenied:
        return True
