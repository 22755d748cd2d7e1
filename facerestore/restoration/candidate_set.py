"""CandidateSet: what a restorer is given for the faces of a photo, and the candidates that it made of it.

Results are put together from these.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from facerestore.restoration.restorers import SEMANTIC, Restorer
from facerestore.values.alignment import FaceCrop
from facerestore.values.candidate import Candidate
from facerestore.values.candidate_mix import CandidateMix, mixed
from facerestore.values.identity_check import IdentityCheck, KnownFace
from facerestore.values.layout import Layout
from facerestore.values.reference import Reference, equal_references
from facerestore.values.region import PaintedRegion

FaceKey = bytes
"""A face by the place of its crop: the key of its alignment."""


@dataclass(frozen=True, eq=False)
class FaceInput:
    """What a restorer is given for one face, besides a seed. ``networks``: those that had a part in it.
    ``references``: each with its layout."""

    crop: FaceCrop
    layout: Layout
    networks: frozenset[str] = frozenset()
    references: tuple[Reference, ...] = ()

    @property
    def key(self) -> FaceKey:
        return self.crop.alignment.key

    def equals(self, other: "FaceInput") -> bool:
        """Whether the same candidates would be made of both."""
        return (
            self.key == other.key
            and np.array_equal(self.layout.labels, other.layout.labels)
            and np.array_equal(self.crop.hole, other.crop.hole)
            and np.array_equal(self.crop.pixels, other.crop.pixels)
            and equal_references(self.references, other.references)
        )


@dataclass(frozen=True, eq=False)
class PaintedPixels:
    """A candidate's pixels: uint16 (S, S, 3), 0...1 in steps of 1/65535, half the size of what the network gives.
    Results are made of these everywhere, so that one made at once equals one made of candidates that were kept.
    ``lent``, ``check``: as of the candidate."""

    pixels: NDArray[np.uint16]
    notes: tuple[str, ...]
    lent: NDArray[np.uint8] | None = None
    check: IdentityCheck | None = None

    @property
    def byte_count(self) -> int:
        return self.pixels.nbytes + (0 if self.lent is None else self.lent.nbytes)


@dataclass(frozen=True, eq=False)
class CandidateSet:
    """The faces of one photo under one mask, in the hands of a ``restorer``. ``painted`` grows as
    candidates are made; its keys are face and seed. ``known``: what the candidates of a face are compared with, of
    those for which one was made. ``regions``: what a restorer of regions painted, empty before it did. ``reason``: why
    the restorer was chosen, where the person left that open."""

    faces: tuple[FaceInput, ...]
    restorer: Restorer = SEMANTIC
    painted: dict[tuple[FaceKey, int], PaintedPixels] = field(default_factory=dict)
    known: dict[FaceKey, KnownFace] = field(default_factory=dict)
    regions: list[PaintedRegion] = field(default_factory=list)
    reason: str = ""

    @property
    def byte_count(self) -> int:
        crops = sum(one.crop.pixels.nbytes + one.crop.hole.nbytes + one.layout.labels.nbytes for one in self.faces)
        regions = sum(2 * one.pixels.nbytes + one.region.hole.nbytes for one in self.regions)
        return crops + regions + sum(one.byte_count for one in self.painted.values())

    def face(self, key: FaceKey) -> FaceInput | None:
        return next((one for one in self.faces if one.key == key), None)

    def seeds_of(self, key: FaceKey) -> tuple[int, ...]:
        """The candidates of a face, in the order in which they were made."""
        return tuple(seed for at, seed in self.painted if at == key)

    def has(self, key: FaceKey, seed: int) -> bool:
        return (key, seed) in self.painted

    def add(self, candidate: Candidate) -> None:
        pixels = np.rint(np.clip(candidate.pixels, 0, 1) * 65535).astype(np.uint16)
        self.painted[candidate.alignment.key, candidate.seed] = PaintedPixels(
            pixels, candidate.notes, candidate.lent, candidate.check
        )

    def pixels_of(self, key: FaceKey, seed: int) -> NDArray[np.uint16]:
        return self.painted[key, seed].pixels

    def check_of(self, key: FaceKey, seed: int) -> IdentityCheck | None:
        return self.painted[key, seed].check

    def chosen(self, face: FaceInput, mix: CandidateMix) -> Candidate:
        """The candidate that a mix makes for a face. Raises KeyError if one that it names is not made yet."""
        return mixed(mix, {seed: self._candidate(face, seed) for seed in mix.seeds})

    def _candidate(self, face: FaceInput, seed: int) -> Candidate:
        one = self.painted[face.key, seed]
        pixels = one.pixels.astype(np.float32) / np.float32(65535)
        return Candidate(pixels, face.crop, face.layout, seed, one.notes, one.lent, one.check)


def unchanged_since(before: CandidateSet | None, faces: Sequence[FaceInput], restorer: Restorer) -> CandidateSet:
    """A set for these faces, with the candidates of the one before for all that are as they were then."""
    kept = {one.key: one for one in (before.faces if before is not None and before.restorer is restorer else ())}
    same = {one.key: kept[one.key] for one in faces if one.key in kept and kept[one.key].equals(one)}
    painted = {} if before is None else {at: one for at, one in before.painted.items() if at[0] in same}
    known = {} if before is None else {key: one for key, one in before.known.items() if key in same}
    return CandidateSet(tuple(same.get(one.key, one) for one in faces), restorer, painted, known)
