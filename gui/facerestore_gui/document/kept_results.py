"""KeptResults: the results made so far, to return to. Each is what it was put together from, not its pixels."""

import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from facerestore.restoration.candidate_set import FaceKey
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.geometry import Extent
from facerestore_gui.document.candidate_set import DamageCandidateSet
from facerestore_gui.document.document import Document
from facerestore_gui.document.result import Result
from facerestore_gui.look.images import owned_image, rgb_pixels

if TYPE_CHECKING:
    from facerestore.documents.earlier_results import EarlierResults, StoredCandidates

MOST_RESULTS: Final = 32
MOST_BYTES: Final = 128 * 2**20
"""Of candidates in memory, if they are in files as well."""
MOST_BYTES_WITHOUT_FILES: Final = 512 * 2**20
"""Of candidates in memory, where there is no journal, or it is not so far."""
_THUMBNAIL_PX: Final = 48


class KeptCandidates:
    """The candidates of kept results: ``live`` in memory, in files, or both. The live ones may grow; then those in
    files are written anew."""

    def __init__(
        self, extent: Extent, live: DamageCandidateSet | None = None, stored: "StoredCandidates | None" = None
    ) -> None:
        self.live = live
        self._extent, self._stored = extent, stored
        self._stored_count = -1
        """How many candidates there were when they were encoded."""
        self._lock = threading.Lock()

    @property
    def byte_count(self) -> int:
        """In memory."""
        return 0 if self.live is None else self.live.byte_count

    @property
    def file_byte_count(self) -> int:
        return 0 if self._stored is None else self._stored.byte_count

    def stored(self) -> "StoredCandidates":
        """All of them as they are carried along by journals and projects. In any thread."""
        with self._lock:
            live = self.live
            if self._stored is None or (live is not None and len(live.painted) != self._stored_count):
                from facerestore.documents.candidates_codec import encoded_candidates
                from facerestore.documents.earlier_results import StoredCandidates

                assert live is not None, "it is in memory or in files"
                count = len(live.painted)
                self._stored = StoredCandidates.of(encoded_candidates(live.saved(self._extent)))
                self._stored_count = count
            return self._stored

    def take_in(self, live: DamageCandidateSet) -> None:
        """They were read from their files."""
        self.live, self._stored_count = live, len(live.painted)

    def let_go(self) -> bool:
        """Forget those in memory, if all of them are in files."""
        is_in_files = self._stored is not None and self.live is not None and self._stored.is_in_files
        if is_in_files and self.live is not None and len(self.live.painted) == self._stored_count:
            self.live = None
        return self.live is None


@dataclass(frozen=True, eq=False)
class KeptResult:
    """A result as what it was put together from. ``number``: counted from 1 since the photo was opened first."""

    number: int
    candidates: KeptCandidates
    choices: Mapping[FaceKey, CandidateMix]
    seed: int
    detail: float
    thumbnail: QImage


@dataclass(frozen=True, eq=False)
class KeptState:
    """All kept results at one moment, to be written while the person goes on."""

    results: tuple[KeptResult, ...]
    shown: KeptResult | None
    count: int

    def earlier(self) -> "EarlierResults":
        """What is saved of all but the one in sight, which is saved as a whole. Encodes candidates, in any thread."""
        from facerestore.documents.earlier_results import EarlierResult, EarlierResults

        earlier = tuple(
            EarlierResult(
                one.number, one.candidates.stored(), one.choices, one.seed, one.detail, _pixels(one.thumbnail)
            )
            for one in self.results
            if one is not self.shown
        )
        return EarlierResults(earlier, 0 if self.shown is None else self.shown.number, self.count)


class KeptResults(QObject):
    """The newest last. The oldest are forgotten beyond 32 of them, or beyond 256 MiB of candidates in files; the one in
    sight is always kept. Beyond 128 MiB in memory, candidates that are in files as well are read when they are wanted;
    beyond 512 MiB that are in none, the oldest are forgotten."""

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.results: list[KeptResult] = []
        self._document = document
        self._count = 0
        self._shown: KeptResult | None = None
        self._saved_number = 0
        """Of the result that was saved with the photo that is being opened."""
        document.opened.connect(self._begin_anew)
        document.result_changed.connect(self._note)

    @property
    def shown(self) -> int:
        """Which one is in sight; -1 for none."""
        return next((at for at, one in enumerate(self.results) if one is self._shown), -1)

    @property
    def byte_count(self) -> int:
        """Memory of all candidate sets, each counted once though several results may use it."""
        return sum(one.byte_count for one in self._candidates())

    @property
    def state(self) -> KeptState:
        return KeptState(tuple(self.results), self._shown, self._count)

    def _candidates(self) -> Iterator[KeptCandidates]:
        yield from {id(one.candidates): one.candidates for one in self.results}.values()

    def _begin_anew(self) -> None:
        self.results, self._count, self._shown, self._saved_number = [], 0, None, 0
        self.changed.emit()
        earlier, project = self._document.earlier, self._document.project
        if earlier is not None and project is not None:
            extent = project.photo.extent
            candidates = {key: KeptCandidates(extent, stored=one) for key, one in earlier.stored.items()}
            for one in earlier.results:
                kept, thumbnail = (
                    candidates[one.candidates.key],
                    owned_image(one.thumbnail, QImage.Format.Format_RGB888),
                )
                self.results.append(KeptResult(one.number, kept, one.choices, one.seed, one.detail, thumbnail))
            self._count, self._saved_number = earlier.count, earlier.shown
            self.changed.emit()

    def _note(self) -> None:
        result = self._document.result
        if result is None or result.candidate_set is None:
            self._shown = None if result is None else self._shown
            return
        detail = result.restoration.detail
        again = next((one for one in self.results if _is_same(one, result)), None)
        if again is None:
            again = KeptResult(
                self._next_number(),
                self._candidates_of(result.candidate_set),
                result.choices,
                result.seed,
                detail,
                self._thumbnail(result),
            )
            self.results = sorted([*self.results, again], key=lambda one: one.number)
        elif again.detail != detail:
            # a matter of degree: it is kept as it was seen last
            other = replace(again, detail=detail)
            self.results[self.results.index(again)] = other
            again = other
        self._shown = again
        self._forget_oldest()
        self.changed.emit()

    def _next_number(self) -> int:
        number, self._saved_number = self._saved_number, 0
        if number == 0:
            self._count += 1
            number = self._count
        return number

    def _candidates_of(self, live: DamageCandidateSet) -> KeptCandidates:
        there = next((one for one in self._candidates() if one.live is live), None)
        project = self._document.project
        assert project is not None, "there is a result"
        return there or KeptCandidates(project.photo.extent, live)

    def _forget_oldest(self) -> None:
        from facerestore.documents.earlier_results import MOST_EARLIER_BYTES

        shown = self._shown
        for one in list(self._candidates()):
            if self.byte_count <= MOST_BYTES:
                break
            if shown is None or one is not shown.candidates:
                one.let_go()
        while len(self.results) > 2 and (
            len(self.results) > MOST_RESULTS
            or self.byte_count > MOST_BYTES_WITHOUT_FILES
            or sum(one.file_byte_count for one in self._candidates()) > MOST_EARLIER_BYTES
        ):
            self.results.remove(next(one for one in self.results if one is not shown))

    def _thumbnail(self, result: Result) -> QImage:
        box = result.mask.box
        candidates = result.restoration.candidates
        if candidates:
            box = candidates[0].alignment.box_photo(result.mask.extent)
        return result.picture.thumbnail(box, _THUMBNAIL_PX).copy()


def _is_same(kept: KeptResult, result: Result) -> bool:
    """Whether a result is one that was kept: the same candidates put together in the same way."""
    return (
        kept.candidates.live is result.candidate_set
        and kept.seed == result.seed
        and kept.choices.keys() == result.choices.keys()
        and all(choice.equals(result.choices[key]) for key, choice in kept.choices.items())
    )


def _pixels(thumbnail: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.zeros((1, 1, 3), np.uint8) if thumbnail.isNull() else rgb_pixels(thumbnail)
