"""Estimates: how long work will take, from how long the same work took on this machine before. Nothing is guessed."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSettings

from facerestore.restoration.steps import PlannedStep

_WEIGHT: Final = 0.5
"""Of the newest time against the mean of those before."""


class Estimates:
    """The times that steps took before: seconds per unit for each stage, on each device. ``kept``: where they outlive
    the program; None: nowhere."""

    def __init__(self, kept: QSettings | None) -> None:
        self._kept = kept
        self._rates: dict[str, float] = {}

    def note(self, step: PlannedStep, seconds: float, device: str) -> None:
        """What a step has just taken."""
        key = _key(step.stage, device)
        rate = seconds / max(step.units, 1e-3)
        before = self._rate(key)
        self._rates[key] = rate if before is None else _WEIGHT * rate + (1 - _WEIGHT) * before
        if self._kept is not None:
            self._kept.setValue(key, self._rates[key])

    def seconds(self, steps: Sequence[PlannedStep], device: str) -> float | None:
        """How long steps will take together; None if one of them was never measured here."""
        total = 0.0
        for step in steps:
            rate = self._rate(_key(step.stage, device))
            if rate is None:
                return None
            total += rate * step.units
        return total

    def _rate(self, key: str) -> float | None:
        if key not in self._rates and self._kept is not None:
            try:
                kept = float(str(self._kept.value(key)))
            except ValueError:
                return None
            if 0 <= kept < 1e6:
                self._rates[key] = kept
        return self._rates.get(key)


def _key(stage: str, device: str) -> str:
    return f"times/{device.replace('/', '_')}/{stage}"
