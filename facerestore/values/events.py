"""Events that a job sends. Exactly one of Finished, Failed and Cancelled ends it."""

from collections.abc import Callable
from dataclasses import dataclass

from facerestore.values.errors import FaceRestoreError


@dataclass(frozen=True)
class Started:
    job: int


@dataclass(frozen=True)
class Progressed:
    """``stage`` is a short word for the person: "faces", "layout", "texture", "composite"."""

    job: int
    stage: str
    done: int
    total: int


@dataclass(frozen=True)
class Finished:
    """``result``: tuple[Face, ...], LayoutPrediction or Candidate, by the kind of request."""

    job: int
    result: object


@dataclass(frozen=True)
class Failed:
    job: int
    error: FaceRestoreError


@dataclass(frozen=True)
class Cancelled:
    job: int


Event = Started | Progressed | Finished | Failed | Cancelled
EndEvent = Finished | Failed | Cancelled

OnProgress = Callable[[str, int, int], None]
"""Called with stage, done, total."""


def no_progress(stage: str, done: int, total: int) -> None:
    """For callers that do not listen."""
