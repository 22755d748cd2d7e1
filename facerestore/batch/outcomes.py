"""What becomes of the photos of a batch."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class State(StrEnum):
    """The state of one photo in the ledger."""

    WORKING = "working"
    """A run is at it, or was when it ended."""
    STOPPED = "stopped"
    """It was begun, and given up because the person asked for it."""
    RESTORED = "restored"
    FAILED = "failed"
    SET_ASIDE = "set aside"
    """It ended the process that worked at it, again and again."""
    SKIPPED = "skipped"
    """There is nothing to do: no mask."""


@dataclass(frozen=True)
class FileOutcome:
    """What became of one photo in a run. ``message`` is for the person, ``notes`` too; ``words``: the message as
    sentences that a window can translate. ``was_done``: nothing was left to do, because an earlier run has done it."""

    photo: Path
    state: State
    message: str
    output: Path | None = None
    notes: tuple[str, ...] = ()
    elapsed_s: float = 0.0
    was_done: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class BatchReport:
    """The outcomes in the order in which they came. ``planned``: how many photos there are; ``is_cancelled``: the rest
    was not begun."""

    outcomes: tuple[FileOutcome, ...]
    planned: int
    is_cancelled: bool = False

    def count(self, *states: State) -> int:
        return sum(outcome.state in states for outcome in self.outcomes)

    @property
    def failed(self) -> Sequence[FileOutcome]:
        return [one for one in self.outcomes if one.state in (State.FAILED, State.SET_ASIDE)]
