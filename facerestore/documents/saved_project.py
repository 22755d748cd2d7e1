"""What of a project outlives the window: everything but the photo itself, which is named and recognised."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.documents.earlier_results import NO_RESULTS, EarlierResults
from facerestore.editing.project import FaceState
from facerestore.values.alignment import Alignment, cut_crop
from facerestore.values.candidate import Candidate
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.damage_table import DEFAULT_TABLE, ClassShare, DamageTable
from facerestore.values.framing import UNFRAMED, Framing
from facerestore.values.geometry import Box, Extent
from facerestore.values.hand_layer import NO_LAYER, HandLayer
from facerestore.values.identity_check import IdentityCheck
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.raster import pixels_where, put_where
from facerestore.values.reference import Reference
from facerestore.values.repair import RepairedPhoto, RepairKind
from facerestore.values.result import DEFAULT_RESTORER, RestorationResult

THUMBNAIL_PX: Final = 160


@dataclass(frozen=True)
class Original:
    """The photo a project is about. ``sha256`` of its file, None where nobody has read it yet."""

    path: Path
    sha256: str | None
    byte_count: int
    extent: Extent
    bits: int
    channels: int

    @classmethod
    def of(cls, photo: Photo, sha256: str | None = None) -> Self:
        """Raises ValueError for a photo that does not come from a file."""
        if photo.path is None:
            raise ValueError("Only a photo in a file can be named.")
        try:
            byte_count = photo.path.stat().st_size
        except OSError:
            byte_count = 0
        return cls(photo.path.absolute(), sha256, byte_count, photo.extent, photo.bits, _channels(photo))

    def fits(self, photo: Photo) -> bool:
        """Whether mask, layouts and results can lie over the photo: size, depth and channels are equal."""
        return (photo.extent, photo.bits, _channels(photo)) == (self.extent, self.bits, self.channels)


@dataclass(frozen=True, eq=False)
class SavedCandidate:
    """A painted crop; its surroundings are cut from the photo again. ``choice``: what it was put together from, None:
    all of it from its own seed, at full strength. ``references``, ``lent``: whom it borrowed from, and how much of each
    pixel, as in ``Candidate``; so ``check``."""

    pixels: NDArray[np.float32]
    layout: Layout
    alignment: Alignment
    seed: int
    choice: CandidateMix | None = None
    references: tuple[Reference, ...] = ()
    lent: NDArray[np.uint8] | None = None
    check: IdentityCheck | None = None

    @classmethod
    def of(cls, one: Candidate, choice: CandidateMix | None, references: tuple[Reference, ...]) -> Self:
        return cls(
            one.pixels, one.layout, one.alignment, one.seed, _told(choice, one.seed), references, one.lent, one.check
        )


@dataclass(frozen=True, eq=False)
class OtherCandidate:
    """A candidate that may be chosen in a result's place. ``face``: the number of the result's candidate whose place,
    layout and references it has. ``pixels``: uint16 (S, S, 3), 0...1 in steps of 1/65535. ``lent``, ``check``: as in
    ``Candidate``."""

    face: int
    seed: int
    pixels: NDArray[np.uint16]
    notes: tuple[str, ...] = ()
    lent: NDArray[np.uint8] | None = None
    check: IdentityCheck | None = None


@dataclass(frozen=True, eq=False)
class SavedResult:
    """A result without the photo's own pixels.

    ``mask``: with which it was made; ``pixels``: the restored samples of the mask's box, (h, w) or (h, w, 3) at
    the photo's depth, zero outside the mask; ``generated``, ``filled``: bool (h, w) of that box, the latter None for
    all of the mask that was not generated. ``protected``, ``classes``, ``restorer``, ``detail``, ``embedder_sha256``:
    as in ``RestorationResult``. ``others``: all that there is to choose from, in the order in which it was made; a face
    whose one candidate the result shows has none.
    """

    mask: Mask
    pixels: NDArray[Any]
    generated: NDArray[np.bool_]
    seed: int
    device: str
    elapsed_s: float
    candidates: tuple[SavedCandidate, ...] = ()
    weights: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    filled: NDArray[np.bool_] | None = None
    protected: Mask | None = None
    classes: tuple[ClassShare, ...] = ()
    restorer: str = DEFAULT_RESTORER
    detail: float = 0.0
    embedder_sha256: str | None = None
    others: tuple[OtherCandidate, ...] = ()

    @classmethod
    def of(cls, result: RestorationResult, mask: Mask, seed: int, others: tuple[OtherCandidate, ...] = ()) -> Self:
        """Raises ValueError for an empty mask, with which nothing is restored."""
        box = mask.box
        if box.is_empty:
            raise ValueError("A result has a mask.")
        restore = mask.coverage[box.slices] > 0
        pixels = _samples_where(result.repaired, box, restore)
        choices = result.choices or (None,) * len(result.candidates)
        references = result.references or ((),) * len(result.candidates)
        generated = result.repaired.where(box, RepairKind.GENERATED)
        filled = result.repaired.where(box, RepairKind.FILLED)
        is_rest = np.array_equal(filled, restore & ~generated)
        return cls(
            mask=mask,
            pixels=pixels,
            generated=generated,
            seed=seed,
            device=result.device,
            elapsed_s=result.elapsed_s,
            candidates=tuple(map(SavedCandidate.of, result.candidates, choices, references)),
            weights=result.weights,
            notes=result.notes,
            filled=None if is_rest else filled,
            protected=result.protected,
            classes=result.classes,
            restorer=result.restorer,
            detail=result.detail,
            embedder_sha256=result.embedder_sha256,
            others=others,
        )

    @property
    def box(self) -> Box:
        return self.mask.box

    def restoration(self, photo: Photo) -> RestorationResult:
        """The result over its photo, as it was before it was saved. Raises ValueError for a photo of another
        size, depth or mode."""
        box = self.mask.box
        own = photo.pixels
        if self.mask.extent != photo.extent or self.pixels.dtype != own.dtype or self.pixels.ndim != own.ndim:
            raise ValueError("A result belongs to a photo of its size, depth and mode.")
        restore = self.mask.coverage[box.slices] > 0
        generated = self.generated & restore
        filled = restore & ~generated & (True if self.filled is None else self.filled)
        candidates = tuple(
            Candidate(
                one.pixels,
                cut_crop(photo, self.mask, one.alignment),
                one.layout,
                one.seed,
                lent=one.lent,
                check=one.check,
            )
            for one in self.candidates
        )
        return RestorationResult(
            RepairedPhoto.of_planes(photo, self.pixels, generated=generated, filled=filled, box=box),
            candidates,
            self.device,
            self.elapsed_s,
            self.weights,
            self.notes,
            protected=self.protected,
            classes=self.classes,
            choices=tuple(one.choice for one in self.candidates),
            restorer=self.restorer,
            detail=self.detail,
            references=tuple(one.references for one in self.candidates),
            embedder_sha256=self.embedder_sha256,
        )


@dataclass(frozen=True, eq=False)
class SavedProject:
    """``coverage``: uint8 (H, W) of the original, numbers of the damage ``classes``. ``current_face``: -1 if there is
    none. ``hand``: what was painted by hand. ``result_is_current``: nothing was edited after the newest, that is the
    last, of the results was made. ``faces_are_sought``: as of ``Project``. ``earlier``: the results before the last."""

    original: Original
    coverage: NDArray[np.uint8]
    faces: tuple[FaceState, ...] = ()
    current_face: int = -1
    seed: int = 0
    results: tuple[SavedResult, ...] = ()
    result_is_current: bool = False
    classes: DamageTable = DEFAULT_TABLE
    framing: Framing = UNFRAMED
    hand: HandLayer = NO_LAYER
    faces_are_sought: bool = False
    earlier: EarlierResults = NO_RESULTS

    @property
    def references(self) -> tuple[Reference, ...]:
        """All that faces and results have, some more than once."""
        of_faces = [one.references for one in self.faces]
        of_results = [one.references for result in self.results for one in result.candidates]
        return tuple(reference for references in of_faces + of_results for reference in references)


def thumbnail(photo: Photo) -> NDArray[np.uint8]:
    """A small picture of a photo, to know it by: uint8 (h, w) or (h, w, 3), at most THUMBNAIL_PX a side."""
    step = max(1, max(photo.pixels.shape[:2]) // (2 * THUMBNAIL_PX))
    few = photo.pixels[::step, ::step]
    eight_bit = np.ascontiguousarray(few >> 8 if few.dtype == np.uint16 else few).astype(np.uint8)
    share = min(1.0, THUMBNAIL_PX / max(eight_bit.shape[:2]))
    size = tuple(max(1, round(side * share)) for side in eight_bit.shape[1::-1])
    return np.asarray(cv2.resize(eight_bit, (size[0], size[1]), interpolation=cv2.INTER_AREA), np.uint8)


def _samples_where(repaired: RepairedPhoto, box: Box, where: NDArray[np.bool_]) -> NDArray[Any]:
    """The samples of a box where true (h, w) in it, zero elsewhere. Scratches lie all over a scan and are little of it:
    memory that is never written to is not taken."""
    shape = where.shape if repaired.channels is None else (*where.shape, repaired.channels)
    found = np.zeros(shape, repaired.dtype)
    for strip in box.strips():
        inside = strip.moved(-box.left, -box.top).slices
        put_where(found[inside], where[inside], pixels_where(repaired.read(strip), where[inside]))
    return found


def _told(choice: CandidateMix | None, seed: int) -> CandidateMix | None:
    """A choice that says more than the candidate's own seed does."""
    says_nothing = choice is None or (choice.seeds == (seed,) and choice.is_full)
    return None if says_nothing else choice


def _channels(photo: Photo) -> int:
    return 1 if photo.pixels.ndim == 2 else int(photo.pixels.shape[2])
