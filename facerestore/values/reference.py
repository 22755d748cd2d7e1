"""Reference: the face in another photograph of the person, from which a restored face borrows."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import FaceCrop
from facerestore.values.candidate_mix import part_region
from facerestore.values.face import Face
from facerestore.values.geometry import Extent
from facerestore.values.layout import Layout

MOST_REFERENCES: Final = 8
"""For one face: more add next to nothing, and each takes its time."""


class ReferencePart(StrEnum):
    """A part of the face that a reference may lend, or not."""

    EYES = "eyes"
    BROWS = "brows"
    NOSE = "nose"
    MOUTH = "mouth"
    SKIN_AND_HAIR = "skin and hair"
    """All that is none of the others."""


ALL_PARTS: Final = frozenset(ReferencePart)

_REGIONS: Final[Mapping[ReferencePart, str]] = MappingProxyType(
    {
        ReferencePart.EYES: "Eyes",
        ReferencePart.BROWS: "Brows",
        ReferencePart.NOSE: "Nose",
        ReferencePart.MOUTH: "Mouth",
    }
)
"""The regions of ``candidate_mix.PARTS`` that they are."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Reference:
    """A face of another photograph, cut into the frame of all crops.

    ``crop``: its pixels, and what is hidden in it. ``face``: where it lies in its photo. ``file_name``, ``sha256``: of
    that photo's file, for the record. ``layout``: of the crop, None to have it predicted. ``parts``: what it may lend.
    ``beneath``: the crop as the photo shows it, where a mask hides some of it; None where none does. ``extent``: of its
    photo; None where a project of earlier days does not say.
    """

    crop: FaceCrop
    face: Face
    file_name: str
    sha256: str | None = None
    layout: Layout | None = None
    parts: frozenset[ReferencePart] = ALL_PARTS
    beneath: FaceCrop | None = None
    extent: Extent | None = None

    @property
    def whole(self) -> FaceCrop:
        """The crop with nothing hidden by a mask."""
        return self.crop if self.beneath is None else self.beneath

    def with_mask(self, hidden: NDArray[np.bool_]) -> "Reference":
        """With that hidden (S, S), and nothing else that a mask hid before. Its layout is to be predicted anew."""
        whole = self.whole
        if not hidden.any():
            return replace(self, crop=whole, beneath=None, layout=None)
        hole = whole.hole | hidden
        pixels = np.where(hole[..., None], np.float32(0), whole.pixels)
        return replace(self, crop=replace(whole, pixels=pixels, hole=hole), beneath=whole, layout=None)

    def is_same_face(self, other: "Reference") -> bool:
        """Whether it is the same face of the same photo, whatever of it is hidden or may be lent."""
        mine, its = ((one.file_name, one.sha256, one.face.box_xyxy) for one in (self, other))
        return mine == its

    def with_layout(self, layout: Layout) -> "Reference":
        return replace(self, layout=layout)

    def with_parts(self, parts: frozenset[ReferencePart]) -> "Reference":
        return replace(self, parts=parts)

    def lends_in(self, layout: Layout) -> NDArray[np.bool_]:
        """Where in a face of this layout (S, S) it may lend."""
        regions = {part: part_region(layout, name) for part, name in _REGIONS.items()}
        is_other = ~np.logical_or.reduce(list(regions.values()))
        # parts overlap by their margins: one that is allowed is not cut by a neighbour that is not
        allowed = [region for part, region in regions.items() if part in self.parts]
        allowed += [is_other] if ReferencePart.SKIN_AND_HAIR in self.parts else []
        return np.logical_or.reduce(allowed) if allowed else np.zeros(layout.labels.shape, np.bool_)

    @cached_property
    def key(self) -> str:
        """Equal for references that differ in nothing but what they may lend: 32 hexadecimal digits."""
        digest = hashlib.blake2b(digest_size=16)
        for array in (self.crop.pixels, self.crop.hole, self.crop.alignment.matrix_photo_to_crop):
            digest.update(array.tobytes())
        digest.update(self.face.points_photo.tobytes())
        digest.update(repr((self.file_name, self.sha256, self.crop.is_grey, self.face.box_xyxy)).encode())
        if self.layout is not None:
            digest.update(self.layout.labels.tobytes())
        return digest.hexdigest()

    def equals(self, other: "Reference") -> bool:
        """Whether a face would borrow the same from both."""
        if self is other:
            return True
        return (
            self.parts == other.parts
            and _has_same_layout(self.layout, other.layout)
            and np.array_equal(self.crop.hole, other.crop.hole)
            and np.array_equal(self.crop.pixels, other.crop.pixels)
        )


def equal_references(some: tuple[Reference, ...], others: tuple[Reference, ...]) -> bool:
    """Whether a face would borrow the same from both, in the same order."""
    return len(some) == len(others) and all(one.equals(other) for one, other in zip(some, others, strict=True))


def _has_same_layout(one: Layout | None, other: Layout | None) -> bool:
    if one is None or other is None:
        return one is other
    return np.array_equal(one.labels, other.labels)
