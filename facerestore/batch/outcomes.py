"""What becomes of the photos of a batch."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import overload


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


_Packed = tuple[str, State, str, str | None, tuple[str, ...], float, bool, tuple[str, ...]]


class Outcomes(Sequence[FileOutcome]):
    """Outcomes in the order in which they came. There may be a million: paths are kept as text."""

    def __init__(self) -> None:
        self._packed: list[_Packed] = []

    def append(self, one: FileOutcome) -> None:
        output = None if one.output is None else str(one.output)
        made = (str(one.photo), one.state, one.message, output, one.notes, one.elapsed_s, one.was_done, one.words)
        self._packed.append(made)

    def put(self, index: int, one: FileOutcome) -> None:
        """Another one in its place."""
        self.append(one)
        self._packed[index] = self._packed.pop()

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, index: int) -> FileOutcome: ...
    @overload
    def __getitem__(self, index: slice) -> list[FileOutcome]: ...
    def __getitem__(self, index: int | slice) -> FileOutcome | list[FileOutcome]:
        if isinstance(index, slice):
            return [_unpacked(one) for one in self._packed[index]]
        return _unpacked(self._packed[index])


def _unpacked(packed: _Packed) -> FileOutcome:
    photo, state, message, output, notes, elapsed_s, was_done, words = packed
    place = None if output is None else Path(output)
    return FileOutcome(Path(photo), state, message, place, notes, elapsed_s, was_done, words)


@dataclass(frozen=True)
class BatchReport:
    """The outcomes in the order in which they came. ``planned``: how many photos there are; ``is_cancelled``: the rest
    was not begun."""

    outcomes: Sequence[FileOutcome]
    planned: int
    is_cancelled: bool = False

    def count(self, *states: State) -> int:
        return sum(outcome.state in states for outcome in self.outcomes)

    @property
    def failed(self) -> Sequence[FileOutcome]:
        return [one for one in self.outcomes if one.state in (State.FAILED, State.SET_ASIDE)]
