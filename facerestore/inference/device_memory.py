"""What the networks need of a graphics device's memory, against what is free there.

A job needs the weights of its network, unless they are loaded, and so many bytes for each pixel of what it is given:
measured by ``tests/performance/device_memory.py``, where they grew in proportion from 256 to 1024 px a side. What the
libraries take beside the tensors, and the gaps between these, are allowed for by as much again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from facerestore.inference.backends.interface import InferenceBackend
from facerestore.values.translatable_text import TranslatableText

_MB: Final = 10**6
_ALLOWANCE: Final = 2
CONTEXT_BYTES: Final = 600 * _MB
"""What a process takes of a card before its first tensor: its context, and the code of the libraries' kernels. The one
figure that was not measured here but is what makers and users of cards report, 300 to 600 MB."""
MOST_PROCESSES: Final = 2
"""Each process has networks of its own on the graphics device; two keep it busy while the other reads or writes."""


@dataclass(frozen=True, slots=True)
class _Measured:
    """``by_reference``: bytes for each pixel and each reference that lends."""

    weights: int
    by_pixel: int
    by_reference: int = 0


_JOBS: Final[Mapping[str, _Measured]] = {
    "detection": _Measured(19 * _MB, 76),  # with the points
    "layout": _Measured(30 * _MB, 242),
    "texture": _Measured(30 * _MB, 387, 207),
    "embedding": _Measured(23 * _MB, 44),
    "damage": _Measured(6 * _MB, 114),
    "inpainting": _Measured(29 * _MB, 828),
}
_CROP_PIXELS: Final = 256 * 256
_MOST_REFERENCES: Final = 8


def needed_bytes(job: str, pixels: int, *, is_loaded: bool = False, references: int = 0) -> int:
    """What a job takes: one of ``detection``, ``layout``, ``texture``, ``embedding``, ``damage``, ``inpainting``.
    ``pixels``: of what its network is given at a time."""
    measured = _JOBS[job]
    tensors = (measured.by_pixel + references * measured.by_reference) * pixels
    return (0 if is_loaded else measured.weights) + _ALLOWANCE * tensors


def process_bytes() -> int:
    """What a process takes that restores faces: all that such a process loads, and the largest of its jobs."""
    largest = needed_bytes("texture", _CROP_PIXELS, is_loaded=True, references=_MOST_REFERENCES)
    return CONTEXT_BYTES + sum(one.weights for one in _JOBS.values()) + largest


def processes_with_room(backend: InferenceBackend) -> int | None:
    """How many processes, at most MOST_PROCESSES, the device of a backend has memory for; None for the processor."""
    if backend.on_processor() is None:
        return None
    free = backend.free_bytes()
    return MOST_PROCESSES if free is None else min(MOST_PROCESSES, free // process_bytes())


def lack_for_process(backend: InferenceBackend) -> TranslatableText | None:
    """Why no process can restore on a device; None where one can, or where nobody can tell."""
    if processes_with_room(backend) != 0:
        return None
    return TranslatableText(
        "The graphics device has {free} MB of free memory, and restoring needs about {needed} MB. The processor is "
        "used instead.",
        free=(backend.free_bytes() or 0) // _MB,
        needed=process_bytes() // _MB,
    )


def lack_for_job(backend: InferenceBackend, needed: int) -> TranslatableText | None:
    """Why a job cannot be done on a device; None where it can, or where nobody can tell."""
    free = backend.free_bytes()
    if free is None or needed <= free:
        return None
    return TranslatableText(
        "The graphics device has {free} MB of free memory, and this needs about {needed} MB; it was painted on the "
        "processor instead.",
        free=free // _MB,
        needed=needed // _MB,
    )
