"""The candidates of the open photo, with the damage that they were made for."""

import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.editing.project import FaceState
from facerestore.restoration.candidate_set import CandidateSet, FaceInput, FaceKey, PaintedPixels
from facerestore.restoration.restorers import Restorer, restorer_of
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.damage_table import DamageTable
from facerestore.values.geometry import Box, Extent
from facerestore.values.hand_layer import NO_LAYER, HandLayer
from facerestore.values.layout import Layout
from facerestore.values.reference import equal_references
from facerestore.values.result import RestorationResult

if TYPE_CHECKING:
    from facerestore.documents.saved_candidates import SavedCandidates
    from facerestore.documents.saved_project import OtherCandidate

_BOX: Final = struct.Struct("<4I")
"""Left, top, width and height of what is not zero in a plane."""


@dataclass(frozen=True, eq=False, kw_only=True)
class DamageCandidateSet(CandidateSet):
    """A candidate set to be returned to: ``plane``: the damage of the photo, packed, of ``classes``; ``hand``: what was
    painted by hand then."""

    plane: bytes
    classes: DamageTable
    hand: HandLayer = NO_LAYER

    @classmethod
    def of(
        cls, made: CandidateSet, coverage: NDArray[np.uint8], classes: DamageTable, hand: HandLayer = NO_LAYER
    ) -> Self:
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
            hand=hand,
        )

    @classmethod
    def of_result(
        cls,
        coverage: NDArray[np.uint8],
        classes: DamageTable,
        result: RestorationResult,
        mixes: Mapping[FaceKey, CandidateMix],
        others: "Sequence[OtherCandidate]" = (),
        *,
        hand: HandLayer = NO_LAYER,
    ) -> Self:
        """That of a result that was saved. ``others``: the candidates that were saved with it; files of earlier
        programs hold of a mix of candidates the mix alone, and its face has none then."""
        restorer = restorer_of(result.restorer)
        networks = frozenset(result.weights) - {restorer.painter}
        references = result.references or ((),) * len(result.candidates)
        faces = tuple(
            FaceInput(one.crop, one.layout, networks, lenders)
            for one, lenders in zip(result.candidates, references, strict=True)
        )
        made = CandidateSet(faces, restorer)
        for other in others:
            key = faces[other.face].key
            made.painted[key, other.seed] = PaintedPixels(other.pixels, other.notes, other.lent, other.check)
        for one in result.candidates:
            mix = mixes.get(one.alignment.key)
            if (mix is None or not mix.is_mixed) and not made.has(one.alignment.key, one.seed):
                made.add(one)
        return cls.of(made, coverage, classes, hand)

    @classmethod
    def of_saved(cls, saved: "SavedCandidates", faces: Sequence[FaceInput]) -> Self:
        """That of candidates that were kept in a file. ``faces``: theirs, with crops that were cut anew."""
        made = CandidateSet(tuple(faces), restorer_of(saved.restorer), reason=saved.reason)
        for one in saved.painted:
            key = faces[one.face].key
            made.painted[key, one.seed] = PaintedPixels(one.pixels, one.notes, one.lent, one.check)
        part = np.ascontiguousarray(saved.plane)
        return cls(
            made.faces,
            made.restorer,
            made.painted,
            made.known,
            made.regions,
            made.reason,
            plane=_packed_part(saved.box, part),
            classes=saved.classes,
            hand=saved.hand,
        )

    def saved(self, extent: Extent) -> "SavedCandidates":
        """What of it outlives the window, of a photo of this extent: everything but crops, which are cut again, and
        painted regions, which are painted again."""
        from facerestore.documents.saved_candidates import SavedCandidates, SavedFace
        from facerestore.documents.saved_project import OtherCandidate

        number = {one.key: at for at, one in enumerate(self.faces)}
        faces = tuple(SavedFace(one.crop.alignment, one.layout, one.networks, one.references) for one in self.faces)
        painted = tuple(
            OtherCandidate(number[key], seed, one.pixels, one.notes, one.lent, one.check)
            for (key, seed), one in list(self.painted.items())
            if key in number
        )
        box, plane = self.damage
        hand = self.hand
        if not hand.is_empty:
            # what was painted over is reached by undo alone, which ends with the window
            hand = hand.visible(self.coverage((extent.height, extent.width)))
        return SavedCandidates(box, plane, self.classes, hand, self.restorer.name, self.reason, faces, painted)

    def others(self, result: RestorationResult) -> "tuple[OtherCandidate, ...]":
        """All candidates of a result's faces as they are saved beside it; none of a face of which the result shows the
        only one."""
        from facerestore.documents.saved_project import OtherCandidate

        choices = result.choices or (None,) * len(result.candidates)
        others = []
        for face, (shown, choice) in enumerate(zip(result.candidates, choices, strict=True)):
            key = shown.alignment.key
            seeds = self.seeds_of(key)
            if seeds == (shown.seed,) and (choice is None or not choice.is_mixed):
                continue
            for seed in seeds:
                one = self.painted[key, seed]
                others.append(OtherCandidate(face, seed, one.pixels, one.notes, one.lent, one.check))
        return tuple(others)

    @property
    def byte_count(self) -> int:
        return len(self.plane) + super().byte_count

    @property
    def damage(self) -> tuple[Box, NDArray[np.uint8]]:
        """The box of all damage, and the damage classes in it (h, w)."""
        left, top, width, height = _BOX.unpack_from(self.plane)
        part = np.frombuffer(zlib.decompress(self.plane[_BOX.size :]), np.uint8)
        return Box(left, top, left + width, top + height), part.reshape(height, width)

    def coverage(self, shape: tuple[int, ...]) -> NDArray[np.uint8]:
        """The plane of damage classes (H, W) that this was made with."""
        plane = np.zeros(shape, np.uint8)
        box, part = self.damage
        plane[box.slices] = part
        return plane

    def is_for(
        self,
        faces: Sequence[FaceInput],
        restorer: Restorer,
        plane: NDArray[np.uint8],
        classes: DamageTable,
        hand: HandLayer,
    ) -> bool:
        """Whether the same candidates and results would be made for this: the same faces, restorer and damage."""
        return (
            self.restorer is restorer
            and self.classes == classes
            and len(self.faces) == len(faces)
            and all(one.equals(other) for one, other in zip(self.faces, faces, strict=True))
            and self.plane == _packed(plane)
            and self.hand.equals(hand)
        )

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
    """A plane of classes is mostly zeros, and packing those of a large scan takes long: the box of the others alone."""
    left, top, width, height = cv2.boundingRect(plane)
    box = Box(left, top, left + width, top + height)
    return _packed_part(box, np.ascontiguousarray(plane[box.slices]))


def _packed_part(box: Box, part: NDArray[np.uint8]) -> bytes:
    return _BOX.pack(box.left, box.top, box.width, box.height) + zlib.compress(part.data, 1)
