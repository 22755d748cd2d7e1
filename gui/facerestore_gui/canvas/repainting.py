"""Painting in portions: a paint event ends when its time is used up, and what is missing follows in the next."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QRectF, QTimer

PORTION_S: Final = 0.006
"""How long one item may prepare pixels within one paint event: a third of what an eye sees as one moment."""


class Portion:
    """The time that an item has in one paint event."""

    def __init__(self, seconds: float = PORTION_S) -> None:
        self._ends_at_s = time.monotonic() + seconds

    def is_left(self) -> bool:
        return time.monotonic() < self._ends_at_s


class LaterRepaint:
    """A note of what is still to be painted. Collects what a paint event left out, and has it painted after the events
    that wait."""

    def __init__(self, update: Callable[[QRectF], None], timers: QObject) -> None:
        self._update = update
        self._missing: list[QRectF] = []
        self._timer = QTimer(timers)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._repaint)

    @property
    def is_waiting(self) -> bool:
        return bool(self._missing)

    def add(self, part: QRectF) -> None:
        """A part of the item that has to be painted again."""
        self._missing.append(part)
        if not self._timer.isActive():
            self._timer.start(0)

    def forget(self) -> None:
        """What was missing is gone."""
        self._missing.clear()

    def _repaint(self) -> None:
        missing, self._missing = self._missing, []
        for part in missing:
            self._update(part)
