"""Estimates: how long work will take, from how long the same work took on this machine before. Nothing is guessed.

A step takes longer for more of what it grows with, by amounts that nobody knows: so much once, so much for a megapixel
of the photo, for a masked one, for a face. Whatever they are, a step that has between 1 and 3 times as much of each as
one that took 10 s takes between 10 and 30 s. Each time that was measured bounds the next one so; an estimate is the
middle of what all of them allow, and is given only where that is narrow.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QSettings

from facerestore.restoration.steps import PlannedStep

_MOST_TIMES: Final = 8
"""So many are remembered of a stage: the machine of today is not that of a year ago."""
_WIDEST: Final = 2.5
"""Between the most and the least that times before allow; the middle is then off by a factor of 1.6 at most."""
_LEAST_MASKED: Final = 1e-3
_Time = tuple[tuple[float, ...], float]
"""What a step had to do, and the seconds that it took."""


class Estimates:
    """The times that steps took before, by stage and device. ``kept``: where they outlive the program; None:
    nowhere."""

    def __init__(self, kept: QSettings | None) -> None:
        self._kept = kept
        self._times: dict[str, list[_Time]] = {}

    def note(self, step: PlannedStep, seconds: float, device: str) -> None:
        """What a step has just taken."""
        key = _key(step.stage, device)
        times = [*self._known(key), (_amounts(step), max(seconds, 1e-3))][-_MOST_TIMES:]
        self._times[key] = times
        if self._kept is not None:
            self._kept.setValue(key, json.dumps(times))

    def seconds(self, steps: Sequence[PlannedStep], device: str) -> float | None:
        """How long steps will take together; None if that is not sure of one of them."""
        total = 0.0
        for step in steps:
            one = self._of_step(step, device)
            if one is None:
                return None
            total += one
        return total

    def _of_step(self, step: PlannedStep, device: str) -> float | None:
        amounts = _amounts(step)
        bounds = [_bounds(amounts, time) for time in self._known(_key(step.stage, device))]
        narrow = [one for one in bounds if one[1] <= _WIDEST * one[0]]
        # a loaded machine takes longer than it should: where times contradict each other, the newest of them decides
        least, most = max((one[0] for one in bounds), default=0.0), min((one[1] for one in bounds), default=0.0)
        if 0 < least <= most <= _WIDEST * least:
            return float((least * most) ** 0.5)
        if narrow:
            least, most = narrow[-1]
            return float((least * most) ** 0.5)
        return None

    def _known(self, key: str) -> list[_Time]:
        if key not in self._times:
            self._times[key] = [] if self._kept is None else list(_read(self._kept.value(key)))
        return self._times[key]


def _amounts(step: PlannedStep) -> tuple[float, ...]:
    """What a step has to do; the first is what it does once."""
    masked = max(step.masked, _LEAST_MASKED) if step.megapixels else 0.0
    return (1.0, step.megapixels, masked, float(step.faces))


def _bounds(amounts: tuple[float, ...], time: _Time) -> tuple[float, float]:
    """The least and the most seconds that something can take, by what a like step took."""
    before, seconds = time
    ratios = [
        new / old if old else float("inf") for new, old in zip(amounts, before, strict=True) if new > 0 or old > 0
    ]
    return seconds * min(ratios), seconds * max(ratios)


def _read(entry: object) -> Iterator[_Time]:
    """The times of an entry; nothing of what makes no sense, as that of an earlier program."""
    try:
        listed = json.loads(str(entry))
        for amounts, seconds in listed:
            time = (tuple(map(float, amounts)), float(seconds))
            if len(time[0]) == len(_amounts(PlannedStep(""))) and all(0 <= one < 1e6 for one in (*time[0], time[1])):
                yield time
    except (ValueError, TypeError):
        return


def _key(stage: str, device: str) -> str:
    return f"times/{device.replace('/', '_')}/{stage}"
