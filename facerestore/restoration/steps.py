"""What a task is made of: a generator that yields requests to the networks and calculations, and is sent their results.

Who runs it decides where: the command line in its own thread (``run``), the window in threads and a worker process,
between which the person goes on working.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, TypeVar

from facerestore.values.cancellation import CancelToken
from facerestore.values.events import OnProgress
from facerestore.values.request import Request


@dataclass(frozen=True, eq=False)
class Calculation:
    """A step that needs no network. ``run`` is called in a thread and must not touch widgets or documents. ``stage``: a
    word for the person, as in Progressed. Files being written are not cancellable: written whole or not at all."""

    stage: str
    run: Callable[[OnProgress, CancelToken], object]
    cancellable: bool = True


@dataclass(frozen=True)
class PlannedStep:
    """A step that is to come. ``stage``: as in Progressed. What its time grows with, 0 where it does not: the photo's
    ``megapixels``, those of them that are ``masked``, and how many ``faces`` are worked on."""

    stage: str
    megapixels: float = 0.0
    masked: float = 0.0
    faces: int = 0


@dataclass(frozen=True)
class Plan:
    """What a task will do from here on, as far as it knows: for the estimate of what is left."""

    steps: tuple[PlannedStep, ...]


Step = Request | Calculation | Plan

T = TypeVar("T")
Recipe = Generator[Step, Any, T]
"""A task that ends in a T."""
