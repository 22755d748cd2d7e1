"""Reach: whether the folders of a watched batch are there, as those of a network share are not at times."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from facerestore.batch.engine import Folders
from facerestore.batch.ledger import NAME
from facerestore.values.file_names import shown
from facerestore.values.translatable_text import TranslatableText

Say = Callable[[str], None]


class Reach:
    """Looks at folders, and says once that one has gone and once that all are back.

    A share that is unmounted leaves an empty folder behind, on another device; the folder of results is known by its
    ledger.
    """

    def __init__(self, sources: Sequence[Path], results: Path, say: Say) -> None:
        self._sources, self._results, self._say = tuple(dict.fromkeys(sources)), results, say
        self._devices: dict[Path, int] = {}
        self._lost: Path | None = None
        self.returns = 0
        """How often all were back after one had gone."""
        self.all_are_there()

    def all_are_there(self) -> bool:
        lost = next((folder for folder in self._sources if not self._is_there(folder)), None)
        if lost is None and not (self._results / NAME).is_file():
            lost = self._results
        if lost is not None and self._lost is None:
            self._say(
                TranslatableText("{folder} is out of reach. It goes on when it is back.", folder=shown(lost)),
            )
        if lost is None and self._lost is not None:
            self.returns += 1
            self._say(TranslatableText("{folder} is back.", folder=shown(self._lost)))
        self._lost = lost
        return lost is None

    def _is_there(self, folder: Path) -> bool:
        try:
            device = folder.stat().st_dev
            with os.scandir(folder) as entries:
                if device != self._devices.get(folder, device) and next(entries, None) is None:
                    return False
        except OSError:
            return False
        self._devices[folder] = device
        return True


@dataclass(frozen=True)
class FoldersInReach(Folders):
    """The folders of a batch that waits for them as long as it takes."""

    patience_s: float = float("inf")
    reach: Reach | None = field(default=None, kw_only=True)

    def are_there(self) -> bool:
        return super().are_there() if self.reach is None else self.reach.all_are_there()
