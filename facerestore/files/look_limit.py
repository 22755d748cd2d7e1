"""How often a large folder is looked through: so seldom that it costs next to nothing."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

_SMALL: Final = 2_000
"""Folders with no more entries are looked through every time, within a few milliseconds."""
_REST: Final = 50
"""After another look there is none for so many times as long as it took. Each of a million photos would else be written
into a folder of two million files that is looked through several times for it, for seconds each."""


class LookLimit:
    """Remembers when folders were looked through for one purpose, and how long it took; ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._next_s: dict[Path, float] = {}

    def found(self, folder: Path, look: Callable[[Path], tuple[list[Path], int]]) -> list[Path]:
        """What ``look`` finds there among how many entries; nothing where the last look was too short ago."""
        began = self._clock()
        if began < self._next_s.get(folder, began):
            return []
        found, entry_count = look(folder)
        self._next_s.pop(folder, None)
        if entry_count > _SMALL:
            self._next_s[folder] = began + _REST * (self._clock() - began)
        return found
