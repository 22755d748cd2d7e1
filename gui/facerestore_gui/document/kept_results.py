"""KeptResults: the results made so far, to return to. Each is what it was put together from, not its pixels."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from facerestore.restoration.candidate_set import FaceKey
from facerestore.values.candidate_mix import CandidateMix
from facerestore_gui.document.candidate_set import DamageCandidateSet
from facerestore_gui.document.document import Document
from facerestore_gui.document.result import Result

MOST_RESULTS: Final = 32
MOST_BYTES: Final = 128 * 2**20
_THUMBNAIL_PX: Final = 48


@dataclass(frozen=True, eq=False)
class KeptResult:
    """A result as what it was put together from. ``number``: counted from 1 since the photo was opened."""

    number: int
    candidate_set: DamageCandidateSet
    choices: Mapping[FaceKey, CandidateMix]
    seed: int
    thumbnail: QImage


class KeptResults(QObject):
    """The newest last. The oldest are forgotten beyond 32 of them, or beyond 128 MiB of candidates; the last one and
    the one in sight are always kept."""

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.results: list[KeptResult] = []
        self._document = document
        self._count = 0
        self._shown: KeptResult | None = None
        document.opened.connect(self._begin_anew)
        document.result_changed.connect(self._note)

    @property
    def shown(self) -> int:
        """Which one is in sight; -1 for none."""
        return next((at for at, one in enumerate(self.results) if one is self._shown), -1)

    @property
    def byte_count(self) -> int:
        """Memory of all candidate sets, each counted once though several results may use it."""
        candidate_sets = {id(one.candidate_set): one.candidate_set for one in self.results}
        return sum(one.byte_count for one in candidate_sets.values())

    def _begin_anew(self) -> None:
        self.results, self._count, self._shown = [], 0, None
        self.changed.emit()

    def _note(self) -> None:
        result = self._document.result
        if result is None or result.candidate_set is None:
            return
        again = next((one for one in self.results if _is_same(one, result)), None)
        if again is None:
            self._count += 1
            again = KeptResult(self._count, result.candidate_set, result.choices, result.seed, self._thumbnail(result))
            self.results.append(again)
        self._shown = again
        while len(self.results) > 2 and (len(self.results) > MOST_RESULTS or self.byte_count > MOST_BYTES):
            self.results.remove(next(one for one in self.results if one is not self._shown))
        self.changed.emit()

    def _thumbnail(self, result: Result) -> QImage:
        box = result.mask.box
        candidates = result.restoration.candidates
        if candidates:
            box = candidates[0].alignment.box_photo(result.mask.extent)
        return result.picture.thumbnail(box, _THUMBNAIL_PX).copy()


def _is_same(kept: KeptResult, result: Result) -> bool:
    """Whether a result is one that was kept: the same candidates put together in the same way."""
    return (
        kept.candidate_set is result.candidate_set
        and kept.seed == result.seed
        and kept.choices.keys() == result.choices.keys()
        and all(choice.equals(result.choices[key]) for key, choice in kept.choices.items())
    )
