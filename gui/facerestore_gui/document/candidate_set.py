"""Generations: what stage 2 was given, and the candidates that it made of it. Results are put together from these."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

import numpy as np
from numpy.typing import NDArray

from facerestore.editing.project import FaceState
from facerestore.values.alignment import Alignment, FaceCrop
from facerestore.values.candidate import Candidate
from facerestore.values.candidate_mix import CandidateMix, mixed
from facerestore.values.damage_table import DamageTable
from facerestore.values.layout import Layout
from facerestore.values.photo import Photo
from facerestore.values.result import RestorationResult

FaceKey = bytes
"""A face by the place of its crop."""


def key_of(alignment: Alignment) -> FaceKey:
    return alignment.matrix_photo_to_crop.tobytes()


@dataclass(frozen=True, eq=False)
class FaceInput:
    """What stage 2 is given for one face, besides a seed."""

    crop: FaceCrop
    layout: Layout

    @property
    def key(self) -> FaceKey:
        return key_of(self.crop.alignment)

    def equals(self, other: "FaceInput") -> bool:
        """Whether stage 2 would make the same of both."""
        return (
            self.key == other.key
            and np.array_equal(self.layout.labels, other.layout.labels)
            and np.array_equal(self.crop.hole, other.crop.hole)
            and np.array_equal(self.crop.pixels, other.crop.pixels)
        )


@dataclass(frozen=True, eq=False)
class _Painted:
    """A candidate's pixels: uint16 (S, S, 3), 0...1 in steps of 1/65535, half the size of what the network gives."""

    pixels: NDArray[np.uint16]
    notes: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class CandidateSet:
    """``plane``: the damage of the photo, packed, of ``classes``. ``painted`` grows as candidates are made."""

    plane: bytes
    classes: DamageTable
    faces: tuple[FaceInput, ...]
    painted: dict[tuple[FaceKey, int], _Painted] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        coverage: NDArray[np.uint8],
        classes: DamageTable,
        faces: Sequence[FaceInput],
        before: "CandidateSet | None",
    ) -> Self:
        """A new generation, with the candidates of the one before for all faces that have not changed since."""
        kept = {one.key: one for one in (() if before is None else before.faces)}
        same = {one.key: kept[one.key] for one in faces if one.key in kept and kept[one.key].equals(one)}
        painted = {} if before is None else {at: one for at, one in before.painted.items() if at[0] in same}
        return cls(
            _packed(coverage),
            classes,
            tuple(same.get(one.key, one) for one in faces),
            painted,
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
        faces = tuple(FaceInput(one.crop, one.layout) for one in result.candidates)
        made = cls(_packed(coverage), classes, faces)
        for one in result.candidates:
            mix = mixes.get(key_of(one.alignment))
            if mix is None or not mix.is_mixed:
                made.add(one)
        return made

    @property
    def byte_count(self) -> int:
        crops = sum(one.crop.pixels.nbytes + one.crop.hole.nbytes + one.layout.labels.nbytes for one in self.faces)
        return len(self.plane) + crops + sum(one.pixels.nbytes for one in self.painted.values())

    def coverage(self, shape: tuple[int, ...]) -> NDArray[np.uint8]:
        """The plane of damage classes (H, W) that this was made with."""
        return np.frombuffer(zlib.decompress(self.plane), np.uint8).reshape(shape)

    def face(self, key: FaceKey) -> FaceInput | None:
        return next((one for one in self.faces if one.key == key), None)

    def seeds_of(self, key: FaceKey) -> tuple[int, ...]:
        """The candidates of a face, in the order in which they were made."""
        return tuple(seed for at, seed in self.painted if at == key)

    def has(self, key: FaceKey, seed: int) -> bool:
        return (key, seed) in self.painted

    def add(self, candidate: Candidate) -> None:
        pixels = np.rint(np.clip(candidate.pixels, 0, 1) * 65535).astype(np.uint16)
        self.painted[key_of(candidate.alignment), candidate.seed] = _Painted(pixels, candidate.notes)

    def forget(self, key: FaceKey, seed: int) -> None:
        self.painted.pop((key, seed), None)

    def pixels_of(self, key: FaceKey, seed: int) -> NDArray[np.uint16]:
        return self.painted[key, seed].pixels

    def chosen(self, face: FaceInput, choice: CandidateMix) -> Candidate:
        """The candidate that a choice makes for a face. Raises KeyError if one that it names is not made yet."""
        return mixed(choice, {seed: self._candidate(face, seed) for seed in choice.seeds})

    def fits(self, faces: Sequence[FaceState]) -> bool:
        """Whether the faces that this was made for are still there, wanted, and have the same layouts."""
        present = {key_of(one.alignment): one for one in faces if not one.is_skipped}
        return all(one.key in present and _is_layout_of(present[one.key], one.layout) for one in self.faces)

    def _candidate(self, face: FaceInput, seed: int) -> Candidate:
        one = self.painted[face.key, seed]
        pixels = one.pixels.astype(np.float32) / np.float32(65535)
        return Candidate(pixels, face.crop, face.layout, seed, one.notes)


@dataclass(frozen=True, eq=False, kw_only=True)
class Ingredients:
    """What a result is put together from. ``plane_now``, ``classes_now``: the damage as it is painted now, which may be
    no longer that of the generation; ``began_s``: when the person asked for it, by ``time.monotonic``."""

    photo: Photo
    plane_now: NDArray[np.uint8]
    classes_now: DamageTable
    generation: CandidateSet
    choices: Mapping[FaceKey, CandidateMix]
    seed: int
    began_s: float


def _is_layout_of(work: FaceState, layout: Layout) -> bool:
    return work.layout is not None and np.array_equal(work.layout.labels, layout.labels)


def _packed(plane: NDArray[np.uint8]) -> bytes:
    """A plane of classes is mostly zeros."""
    return zlib.compress(np.ascontiguousarray(plane).data, 1)
