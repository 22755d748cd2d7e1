"""Progress for a person at a terminal, and Ctrl+C as a polite request to stop."""

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Final

from facerestore.values.cancellation import CancelToken

_STAGES: Final = {
    "faces": "Looking for faces",
    "layout": "Reading the layout",
    "texture": "Painting",
    "painting": "Painting",
    "album": "Reading photographs",
    "likeness": "Comparing faces",
    "damage": "Looking for damage",
    "composite": "Putting the photo together",
}


class Progress:
    """One line on standard error that is written over and over; nothing at all where it is no terminal."""

    def __init__(self, *, prefix: str = "") -> None:
        self._prefix = prefix
        self._is_shown = sys.stderr.isatty()
        self._length = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        counted = f" {done}/{total}" if total > 1 else ""
        self.show(f"{self._prefix}{_STAGES.get(stage, stage.capitalize())}{counted} ...")

    def show(self, line: str) -> None:
        if self._is_shown:
            print(f"\r{line:<{self._length}}", end="", file=sys.stderr, flush=True)
            self._length = len(line)

    def clear(self) -> None:
        """Takes the line away, so that what follows begins at the left."""
        if self._is_shown and self._length:
            print(f"\r{'':<{self._length}}\r", end="", file=sys.stderr, flush=True)
            self._length = 0


class _Interrupt:
    def __init__(self, after: str) -> None:
        self._is_set = False
        self._after = after

    def is_set(self) -> bool:
        return self._is_set

    def on_signal(self, number: int, frame: FrameType | None) -> None:
        if self._is_set:
            raise KeyboardInterrupt
        self._is_set = True
        print(f"\nStopping after {self._after}; Ctrl+C again stops at once.", file=sys.stderr, flush=True)


@contextmanager
def shown_progress(
    *, after: str = "this step", signals: Sequence[signal.Signals] = (signal.SIGINT,)
) -> Iterator[tuple[Progress, CancelToken]]:
    """A line of progress while the block runs, and a token that Ctrl+C sets. ``after``: what is finished first."""
    progress = Progress()
    try:
        with ctrl_c_cancels(after=after, signals=signals) as cancel:
            yield progress, cancel
    finally:
        progress.clear()


@contextmanager
def ctrl_c_cancels(
    *, after: str = "this step", signals: Sequence[signal.Signals] = (signal.SIGINT,)
) -> Iterator[CancelToken]:
    """A token that the first Ctrl+C sets, or another of the signals; the second raises KeyboardInterrupt. For the main
    thread."""
    interrupt = _Interrupt(after)
    before = {number: signal.signal(number, interrupt.on_signal) for number in signals}
    try:
        yield interrupt
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
