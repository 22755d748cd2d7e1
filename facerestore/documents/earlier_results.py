"""EarlierResult: a result that was made before the last one, as what it was put together from, not as its pixels.

The candidates of earlier results are what takes room. They stay in files, and are read when somebody returns to one.
"""

import hashlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values.candidate_mix import CandidateMix

MOST_EARLIER: Final = 31
"""How many results a document keeps besides the last one."""
MOST_EARLIER_BYTES: Final = 256 * 2**20
"""What their candidates may take in files. What is older is forgotten."""
_MEMORY: Final = "memory"
"""A place that is no file."""


class StoredCandidates:
    """The bytes of ``SavedCandidates`` in files. ``key``: their SHA-256. They may lie in several places, in the journal
    and in the project, say; the place that was told last is asked first, and what is not as it was is not taken."""

    def __init__(self, key: str, byte_count: int) -> None:
        self.key, self.byte_count = key, byte_count
        self._places: dict[str, Callable[[], bytes]] = {}

    @classmethod
    def of(cls, content: bytes) -> Self:
        """In memory, until there is another place."""
        made = cls(hashlib.sha256(content).hexdigest(), len(content))
        made.add_place(_MEMORY, lambda: content)
        return made

    @property
    def is_in_files(self) -> bool:
        """Whether they need not be held in memory."""
        return bool(self._places) and _MEMORY not in self._places

    def add_place(self, name: str, read: Callable[[], bytes], *, is_only: bool = False) -> None:
        """Another place, by a name. ``read`` raises OSError or UnsupportedPicture where they are there no more;
        ``is_only``: the places before are forgotten. In any thread."""
        self._places = {name: read} | ({} if is_only else self._places)

    def content(self) -> bytes:
        """Raises UnsupportedPicture where they are in none of the places."""
        for read in self._places.values():
            try:
                data = read()
            except (OSError, UnsupportedPicture):
                continue
            if hashlib.sha256(data).hexdigest() == self.key:
                return data
        raise UnsupportedPicture("The candidates of this result are no longer there.", "Generate it again.")


@dataclass(frozen=True, eq=False)
class EarlierResult:
    """``number``: counted from 1 since the photo was opened first. ``choices``: of which candidates each face was made,
    by the key of its alignment. ``detail``: as of ``RestorationResult``. ``thumbnail``: uint8 (h, w, 3), a small
    picture of it."""

    number: int
    candidates: StoredCandidates
    choices: Mapping[bytes, CandidateMix]
    seed: int
    detail: float
    thumbnail: NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class EarlierResults:
    """``results``: in the order in which they were made. ``shown``: the number of the document's own result, which is
    not among them; 0 where there is none. ``count``: the number that was given last."""

    results: tuple[EarlierResult, ...] = ()
    shown: int = 0
    count: int = 0

    def readable(self, known: Collection[str] = ()) -> "EarlierResults":
        """Without those whose candidates are lost: what goes on to be written must be there. Reads all of them but the
        ``known``, by their keys."""
        lost = set()
        for key, one in self.stored.items():
            if key in known:
                continue
            try:
                one.content()
            except UnsupportedPicture:
                lost.add(key)
        return replace(self, results=tuple(one for one in self.results if one.candidates.key not in lost))

    @property
    def stored(self) -> dict[str, StoredCandidates]:
        """The candidates of all of them, each once."""
        return {one.candidates.key: one.candidates for one in self.results}


NO_RESULTS: Final = EarlierResults()
