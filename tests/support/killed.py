"""A process that is killed between any two things that it does to the disk, played by this one."""

import os
from contextlib import contextmanager

from facerestore.files import process_mark

_CALLS = ("open", "fsync", "link", "replace", "rename", "unlink", "mkdir")


class Killed(BaseException):
    """Nothing is done after it, not even what stands in a ``finally``."""


@contextmanager
def killed_before(step, monkeypatch):
    """Inside, this process has the mark of one that has ended, and the calls to the disk from number ``step`` on are
    never made. The list holds the names of those that were."""
    made = []

    def counted(name, call):
        def counting(*arguments, **options):
            if len(made) >= step:
                raise Killed
            made.append(name)
            return call(*arguments, **options)

        return counting

    ended = f"{process_mark.PREFIX}{process_mark._computer()}-4194999-1-"
    with monkeypatch.context() as patch:
        for module in ("atomic_file", "process_mark"):
            patch.setattr(f"facerestore.files.{module}.process_mark", lambda: ended)
        for name in _CALLS:
            patch.setattr(os, name, counted(name, getattr(os, name)))
        yield made
