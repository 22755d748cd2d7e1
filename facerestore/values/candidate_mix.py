"""Which candidate is used where in a face, and how strongly: the eyes of one seed, the mouth of another.

A choice names seeds, not pixels: the same seed makes the same candidate again, so that a choice outlives what was
painted. It lies in the face's crop frame, like the layout, and is replaced, never changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import Final, Self

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import TEMPLATE
from facerestore.values.candidate import Candidate
from facerestore.values.layout import Layout
from facerestore_resources.face_classes import FaceClass

FULL_STRENGTH: Final = 100
_MOST_SEEDS: Final = 256
_BLEND_SIGMA_PX: Final = 2.0
"""Two candidates give way to each other over about four times as many crop pixels."""
_PART_MARGIN: Final = 0.02
"""By how much of the crop's side a part is grown: an eye is taken with its lids, a mouth with its rim."""

LEFT_EYE: Final = "Eye on the left"
RIGHT_EYE: Final = "Eye on the right"

PARTS: Final[Mapping[str, frozenset[FaceClass]]] = MappingProxyType(
    {
        "Eyes": frozenset({FaceClass.LEFT_EYE, FaceClass.RIGHT_EYE, FaceClass.GLASSES}),
        "Brows": frozenset({FaceClass.LEFT_BROW, FaceClass.RIGHT_BROW}),
        "Nose": frozenset({FaceClass.NOSE}),
        "Mouth": frozenset({FaceClass.MOUTH, FaceClass.UPPER_LIP, FaceClass.LOWER_LIP}),
        "Ears": frozenset({FaceClass.LEFT_EAR, FaceClass.RIGHT_EAR, FaceClass.EARRING}),
        "Skin": frozenset({FaceClass.SKIN, FaceClass.NECK, FaceClass.NECKLACE}),
        "Hair": frozenset({FaceClass.HAIR, FaceClass.HAT}),
        "Clothes and background": frozenset({FaceClass.CLOTH, FaceClass.BACKGROUND}),
    }
)
"""Parts of a face that are chosen as one, with English names; every class is in one of them."""

SINGLE_EYES: Final = (LEFT_EYE, RIGHT_EYE)
"""Parts of the part "Eyes": as seen in the picture, with the half of a pair of glasses that is on that side."""

PART_NAMES: Final = ("Eyes", *SINGLE_EYES, *(name for name in PARTS if name != "Eyes"))
"""All parts that can be chosen."""

_EYES: Final = (FaceClass.LEFT_EYE, FaceClass.RIGHT_EYE)
_WIDE: Final = frozenset({"Skin", "Hair", "Clothes and background"})
"""Parts that surround the others: they are not grown into them."""


@dataclass(frozen=True, eq=False)
class CandidateMix:
    """``seeds``: the candidates in use; ``plane``: uint8 (S, S), for each pixel of the crop which of them;
    ``strength``: uint8 (S, S), 0...100: how much of the restoration is used, 0 leaves the photo's own pixels."""

    seeds: tuple[int, ...]
    plane: NDArray[np.uint8]
    strength: NDArray[np.uint8]

    def __post_init__(self) -> None:
        square = self.plane.ndim == 2 and self.plane.shape[0] == self.plane.shape[1]
        if not square or self.plane.shape != self.strength.shape:
            raise ValueError("A choice is two square planes of one size.")
        if self.plane.dtype != np.uint8 or self.strength.dtype != np.uint8:
            raise ValueError("A choice is planes of uint8.")
        if not 0 < len(self.seeds) <= _MOST_SEEDS or len(set(self.seeds)) < len(self.seeds):
            raise ValueError("A choice names each of its candidates once.")
        if self.plane.size and (int(self.plane.max()) >= len(self.seeds) or int(self.strength.max()) > FULL_STRENGTH):
            raise ValueError("A choice has a candidate for every pixel, and a strength of 0 to 100.")
        self.plane.flags.writeable = False
        self.strength.flags.writeable = False

    @classmethod
    def whole(cls, seed: int, side_px: int) -> Self:
        """One candidate for all of a face, at full strength."""
        shape = (side_px, side_px)
        return cls((seed,), np.zeros(shape, np.uint8), np.full(shape, FULL_STRENGTH, np.uint8))

    @property
    def byte_count(self) -> int:
        return self.plane.nbytes + self.strength.nbytes

    @property
    def is_mixed(self) -> bool:
        """Whether more than one candidate is in use."""
        return len(self.seeds) > 1

    @cached_property
    def main_seed(self) -> int:
        """The candidate of most pixels."""
        return self.seeds[int(np.bincount(self.plane.ravel(), minlength=len(self.seeds)).argmax())]

    @cached_property
    def is_full(self) -> bool:
        """Whether nothing is weaker than full strength."""
        return bool((self.strength == FULL_STRENGTH).all())

    def region_of(self, seed: int) -> NDArray[np.bool_]:
        """Where a candidate is used (S, S)."""
        if seed not in self.seeds:
            return np.zeros(self.plane.shape, np.bool_)
        return np.asarray(self.plane == self.seeds.index(seed))

    def with_seed(self, region: NDArray[np.bool_], seed: int) -> Self:
        """The choice with a candidate used in a region (S, S); candidates that are used nowhere are left out.

        Raises ValueError for more than 256 candidates in one face.
        """
        seeds = self.seeds if seed in self.seeds else (*self.seeds, seed)
        numbers = np.where(region, seeds.index(seed), self.plane.astype(np.int64))
        used, plane = np.unique(numbers, return_inverse=True)
        if len(used) > _MOST_SEEDS:
            raise ValueError("A face takes its parts from at most 256 candidates.")
        kept = tuple(seeds[number] for number in used)
        return replace(self, seeds=kept, plane=plane.reshape(self.plane.shape).astype(np.uint8))

    def with_strength(self, region: NDArray[np.bool_], percent: int) -> Self:
        """The choice with a strength of 0 to 100 in a region (S, S)."""
        return replace(self, strength=np.where(region, np.uint8(percent), self.strength).astype(np.uint8))

    def strength_in(self, region: NDArray[np.bool_]) -> int:
        """The mean strength of a region (S, S); full where it is empty."""
        return round(float(self.strength[region].mean())) if region.any() else FULL_STRENGTH

    def takes_same(self, other: "CandidateMix") -> bool:
        """Whether both take the same candidates in the same places, be it at another strength."""
        return self.seeds == other.seeds and np.array_equal(self.plane, other.plane)

    def equals(self, other: "CandidateMix") -> bool:
        return self.takes_same(other) and np.array_equal(self.strength, other.strength)


def part_region(layout: Layout, part: str) -> NDArray[np.bool_]:
    """Where a part of ``PART_NAMES`` lies in a layout, with a margin (S, S); all of the crop for a name not in it."""
    meant = part_core(layout, part)
    if part not in PART_NAMES:
        return meant
    if part in _WIDE:
        others = [part_region(layout, other) for other in PARTS if other not in _WIDE]
        return np.asarray(meant & ~np.logical_or.reduce(others))
    return _grown(meant)


def part_core(layout: Layout, part: str) -> NDArray[np.bool_]:
    """The same without the margin, with which a part reaches into its neighbours."""
    if part in SINGLE_EYES:
        return _eye(layout, part)
    if part not in PARTS:
        return np.ones(layout.labels.shape, np.bool_)
    return np.asarray(np.isin(layout.labels, list(PARTS[part])))


def part_at(layout: Layout, x_crop: float, y_crop: float) -> str | None:
    """The name of the smallest part under a place of the crop, one eye and not both; None outside."""
    side = layout.labels.shape[0]
    column, row = int(np.floor(x_crop)), int(np.floor(y_crop))
    if not (0 <= column < side and 0 <= row < side):
        return None
    small = (*SINGLE_EYES, *(name for name in PARTS if name not in _WIDE))
    found = next((name for name in small if part_region(layout, name)[row, column]), None)
    return found or next(name for name in PARTS if FaceClass(int(layout.labels[row, column])) in PARTS[name])


def _eye(layout: Layout, part: str) -> NDArray[np.bool_]:
    """The eye on one side of a layout (S, S), and what is nearer to it of glasses, which may hide both."""
    labels, side = layout.labels, SINGLE_EYES.index(part)
    eyes = sorted(((_centre(labels, one), one) for one in _EYES if (labels == one).any()), key=lambda one: one[0])
    places = [(float(x), float(y)) for x, y in TEMPLATE[:2] * labels.shape[0]]
    sides = {}
    for centre, one in eyes:
        # seen from the side both may lie in one half: then their order decides
        nearest = int(np.hypot(*np.subtract(places, centre).T).argmin())
        sides[one] = eyes.index((centre, one)) if len(eyes) == len(_EYES) else nearest
        places[sides[one]] = centre
    meant = np.isin(labels, [one for one in _EYES if sides.get(one) == side])
    rows, columns = np.nonzero(labels == FaceClass.GLASSES)
    own, other = (np.hypot(columns + 0.5 - x, rows + 0.5 - y) for x, y in (places[side], places[1 - side]))
    nearer = own < other
    meant[rows[nearer], columns[nearer]] = True
    return np.asarray(meant)


def _centre(labels: NDArray[np.uint8], one: FaceClass) -> tuple[float, float]:
    """Of a class in a crop, x and y."""
    rows, columns = np.nonzero(labels == one)
    return float(columns.mean()) + 0.5, float(rows.mean()) + 0.5


def mixed(choice: CandidateMix, candidates: Mapping[int, Candidate]) -> Candidate:
    """The candidate that a choice makes of others, by seed, all of one crop and layout. Inside each region, further
    than a blend from its edge, it equals the chosen one. Nobody has checked a mixture yet. Raises KeyError if one is
    missing."""
    if not choice.is_mixed:
        return candidates[choice.seeds[0]]
    size = 2 * round(2 * _BLEND_SIGMA_PX) + 1
    pixels = np.zeros((*choice.plane.shape, 3), np.float32)
    total = np.zeros(choice.plane.shape, np.float32)
    shares = []
    for number, seed in enumerate(choice.seeds):
        share = (choice.plane == number).astype(np.float32)
        share = np.asarray(cv2.GaussianBlur(share, (size, size), _BLEND_SIGMA_PX), np.float32)
        pixels += share[..., None] * candidates[seed].pixels
        total += share
        shares.append(share)
    main = candidates[choice.main_seed]
    combined = ", ".join(str(seed) for seed in sorted(choice.seeds))
    notes = (*main.notes, f"One face was put together from the candidates of seeds {combined}.")
    lent = _mixed_lent([candidates[seed].lent for seed in choice.seeds], shares, total)
    return replace(main, pixels=np.asarray(pixels / total[..., None], np.float32), notes=notes, lent=lent, check=None)


def _mixed_lent(
    lent: Sequence[NDArray[np.uint8] | None], shares: Sequence[NDArray[np.float32]], total: NDArray[np.float32]
) -> NDArray[np.uint8] | None:
    """Who lent what in a mixture; None where that is not known of one of its candidates."""
    known = [one for one in lent if one is not None]
    if len(known) < len(lent):
        return None
    weighed = sum(share * one.astype(np.float32) for share, one in zip(shares, known, strict=True))
    return np.rint(weighed / total).astype(np.uint8)


def _grown(region: NDArray[np.bool_]) -> NDArray[np.bool_]:
    size = 2 * round(_PART_MARGIN * region.shape[0]) + 1
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    return np.asarray(cv2.dilate(region.astype(np.uint8), disc) > 0)
