"""Ctrl+C where there is nothing that must be finished. Imports little: it is asked for before all else is loaded."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from facerestore.cli.exit_codes import STOPPED

TYPE_CHECKING = False  # typing would double the time until Ctrl+C is answered
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any


@contextmanager
def ctrl_c_ends() -> Iterator[None]:
    """Inside, Ctrl+C ends the program at once with a sentence. An exception would come out of the middle of somebody's
    import, where it is taken for something else, or printed with all that called it."""
    with _handled(_end, instead_of=signal.default_int_handler):
        yield


@contextmanager
def ctrl_c_raises() -> Iterator[None]:
    """Inside ``ctrl_c_ends``, what Python does by itself: KeyboardInterrupt. For what can be stopped in an orderly
    way, or handles Ctrl+C itself."""
    with _handled(signal.default_int_handler, instead_of=_end):
        yield


@contextmanager
def _handled(handler: Callable[[int, FrameType | None], Any], *, instead_of: Any) -> Iterator[None]:
    """Nothing is changed where another handler is in force: a shell's background job ignores Ctrl+C."""
    is_ours = signal.getsignal(signal.SIGINT) is instead_of
    if is_ours:
        with suppress(ValueError):  # not the main thread, which alone is interrupted
            signal.signal(signal.SIGINT, handler)
    try:
        yield
    finally:
        if is_ours and signal.getsignal(signal.SIGINT) is handler:
            signal.signal(signal.SIGINT, instead_of)


def _end(number: int, frame: FrameType | None) -> None:
    with suppress(OSError):
        os.write(2, b"facerestore: Stopped, as asked.\n")
    os._exit(STOPPED)
