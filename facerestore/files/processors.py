"""How many processors the program may use."""

import os


def processor_count() -> int:
    """Of those that this process may run on, at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
