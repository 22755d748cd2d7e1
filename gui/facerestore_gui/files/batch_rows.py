"""The rows of a batch: what has become of each photo."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from facerestore.values.review import Verdict
from facerestore_gui.background.lazy_modules import batch_calculations
from facerestore_gui.look.translation import engine_words

if TYPE_CHECKING:
    from facerestore.batch.item import BatchItem
    from facerestore.batch.outcomes import FileOutcome


class BatchState(StrEnum):
    """What a batch is doing."""

    EMPTY = "empty"
    PLANNING = "planning"
    READY = "ready"
    FINDING = "finding"
    """Masks of what looks damaged are made."""
    ANSWERING = "answering"
    """What a person said of repeated places goes into the masks."""
    RUNNING = "running"
    PAUSED = "paused"
    STOPPING = "stopping"


@dataclass(eq=False)
class BatchRow:
    """A photo of the batch by one restorer. ``state``: of the ledger, or "waiting" and "working", or "finding" and
    "found" of its damage; ``restorer``: its name, "" where there is nothing to do; ``reason``: for the person, in their
    language. ``was_done``: by an earlier run. ``lacks_mask``: there is nothing to do until it has one. ``verdict``: of
    a person on the result, None where there is none."""

    photo: Path
    state: str
    restorer: str = ""
    reason: str = ""
    seconds: float = 0.0
    is_there_something: bool = True
    lacks_mask: bool = False
    result: Path | None = None
    was_done: bool = False
    note: str = ""
    """What is to be known of it before anything is done."""
    verdict: Verdict | None = None

    @classmethod
    def of(cls, item: "BatchItem") -> "BatchRow":
        """Of a photo that nothing came to yet."""
        if item.job is not None:
            note = " ".join(map(engine_words, item.job.project_notes))
            return cls(item.photo, "waiting", item.restorer, note, note=note)
        lacks_mask = item.reason == batch_calculations.NO_MASK
        reason = engine_words(item.reason)
        return cls(item.photo, "skipped", reason=reason, is_there_something=False, lacks_mask=lacks_mask)

    @property
    def key(self) -> tuple[Path, str]:
        return self.photo, self.restorer

    def wait(self) -> None:
        """Nothing has come to it in this run."""
        self.seconds = 0.0
        if self.is_there_something:
            self.state, self.reason = "waiting", self.note

    def take(self, outcome: "FileOutcome") -> None:
        """What has become of it."""
        self.state, self.seconds, self.result = outcome.state.value, outcome.elapsed_s, outcome.output
        self.was_done = outcome.was_done
        said = () if outcome.state.value == "restored" else outcome.words or (outcome.message,)
        self.reason = " ".join(map(engine_words, (*said, *outcome.notes)))
        if outcome.state.value != "restored":
            self.verdict = None
        elif not outcome.was_done or self.verdict is None:
            self.verdict = Verdict.NEEDS_REVIEW
