"""The candidates of the open photo, with the damage that they were made for."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from facerestore.editing.project import FaceState
from facerestore.restoration.candidate_set import CandidateSet, FaceInput, FaceKey
from facerestore.restoration.restorers import restorer_of
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.damage_table import DamageTable
from facerestore.values.layout import Layout
from facerestore.values.reference import equal_references
from facerestore.values.result import RestorationResult


@dataclass(frozen=True, eq=False, kw_only=True)
class DamageCandidateSet(CandidateSet):
    """A candidate set to be returned to: ``plane``: the damage of the photo, packed, of ``classes``."""

    plane: bytes
    classes: DamageTable

    @classmethod
    def of(cls, made: CandidateSet, coverage: NDArray[np.uint8], classes: DamageTable) -> Self:
        """A set with the damage (H, W) that it was made for."""
        return cls(
            made.faces,
            made.restorer,
            made.painted,
            made.known,
            made.regions,
            made.reason,
            plane=_packed(coverage),
            classes=classes,
        )

    @classmethod
    def of_result(
        cls,
        coverage: NDArray[np.uint8],
        classes: DamageTable,
        result: RestorationResult,
        mixes: Mapping[FaceKey, CandidateMix],
    ) -> Self:
        """That of a result that was saved. Faces with a mix of candidates lose them: the file holds the mix alone."""
        restorer = restorer_of(result.restorer)
        networks = frozenset(result.weights) - {restorer.painter}
        references = result.references or ((),) * len(result.candidates)
        faces = tuple(
            FaceInput(one.crop, one.layout, networks, lenders)
            for one, lenders in zip(result.candidates, references, strict=True)
        )
        made = CandidateSet(faces, restorer)
        for one in result.candidates:
            mix = mixes.get(one.alignment.key)
            if mix is None or not mix.is_mixed:
                made.add(one)
        return cls.of(made, coverage, classes)

    @property
    def byte_count(self) -> int:
        return len(self.plane) + super().byte_count

    def coverage(self, shape: tuple[int, ...]) -> NDArray[np.uint8]:
        """The plane of damage classes (H, W) that this was made with."""
        return np.frombuffer(zlib.decompress(self.plane), np.uint8).reshape(shape)

    def fits(self, faces: Sequence[FaceState]) -> bool:
        """Whether the faces that this was made for are still there, wanted, have the same layouts, and borrow from the
        same references."""
        present = {one.alignment.key: one for one in faces if not one.is_skipped}
        return all(one.key in present and self._is_made_for(one, present[one.key]) for one in self.faces)

    def _is_made_for(self, face: FaceInput, work: FaceState) -> bool:
        borrows_alike = not self.restorer.takes_references or equal_references(face.references, work.references)
        return borrows_alike and _is_layout_of(work, face.layout)


def _is_layout_of(work: FaceState, layout: Layout) -> bool:
    return work.layout is not None and np.array_equal(work.layout.labels, layout.labels)


def _packed(plane: NDArray[np.uint8]) -> bytes:
    """A plane of classes is mostly zeros."""
    return zlib.compress(np.ascontiguousarray(plane).data, 1)
