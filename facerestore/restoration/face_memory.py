"""FaceMemory: the faces of photographs that are looked through for one job after the other, as those of an album."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Final

from facerestore.values.embedding import FaceEmbedding
from facerestore.values.reference import Reference

KnownFace = tuple[Reference, FaceEmbedding]

_MOST_FACES: Final = 192
"""So many crops take about 200 MB."""


@dataclass(eq=False)
class FaceMemory:
    """Keeps what was found in photographs until they are written anew. The first that fill it stay: an album is looked
    through from its beginning each time, where dropping the oldest would drop just what is asked for next."""

    _known: dict[Hashable, tuple[KnownFace, ...]] = field(default_factory=dict)
    _count: int = 0

    def of(self, stamp: Callable[[], Hashable | None]) -> "RememberedFaces":
        """That of one photograph. ``stamp``: another one whenever it is written; None where that is not known."""
        return RememberedFaces(self, stamp)

    def known(self, stamp: Hashable | None) -> tuple[KnownFace, ...] | None:
        return None if stamp is None else self._known.get(stamp)

    def keep(self, stamp: Hashable | None, faces: tuple[KnownFace, ...]) -> None:
        if stamp is not None and self._count + len(faces) <= _MOST_FACES:
            self._known[stamp] = faces
            self._count += len(faces)


@dataclass(frozen=True, eq=False)
class RememberedFaces:
    """The faces of one photograph in a memory."""

    memory: FaceMemory
    stamp: Callable[[], Hashable | None]
