"""Previews of candidates: what a result would look like if it were made of others, without putting it together again.

The seam at the hole's border follows from the visible pixels, which are the same for all candidates of a face. So a
result of another candidate differs from the one at hand by the difference of their two paintings, which is as small as
a crop. Grain and borrowed detail stay those of the result at hand: putting together anew changes them a little.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.crop_layers import TERRITORY, Painting
from facerestore.compositing.tone import Tone, measured_tone
from facerestore.values.alignment import Alignment
from facerestore.values.candidate import Candidate
from facerestore.values.candidate_mix import FULL_STRENGTH
from facerestore.values.geometry import Box, Extent
from facerestore.values.mask import Mask
from facerestore.values.repair import RepairedPhoto, RepairKind
from facerestore.values.result import RestorationResult

_CUBIC_REACH_PX = 2
"""How many crop pixels away from its place a pixel has weight when the crop is enlarged."""
_BAND_PX = 256


@dataclass(frozen=True, eq=False)
class PaintedCoverage:
    """Where networks painted in a photo, at full, half, quarter ... size. ``box``: all of it, its edges multiples of
    the coarsest level's pixels; ``reduced``: uint8 (h, w) of the box at half size and on, 255 where all is painted."""

    repaired: RepairedPhoto
    box: Box
    reduced: tuple[NDArray[np.uint8], ...]

    @classmethod
    def of(cls, repaired: RepairedPhoto, level_count: int) -> Self:
        """``level_count``: how many levels there are besides the full size."""
        painted = Box(0, 0, 0, 0)
        for repair in repaired.repairs:
            if repair.kind is RepairKind.GENERATED:
                painted = painted.union(repair.box)
        step = 2**level_count
        left, top = painted.left // step * step, painted.top // step * step
        box = Box(left, top, -(-painted.right // step) * step, -(-painted.bottom // step) * step)
        shapes = [(box.height >> level, box.width >> level) for level in range(1, level_count + 1)]
        reduced = tuple(np.empty(shape, np.uint8) for shape in shapes)
        for first in range(box.top, box.bottom, max(_BAND_PX, step)):
            band = Box(box.left, first, box.right, min(first + max(_BAND_PX, step), box.bottom))
            finer = repaired.where(band, RepairKind.GENERATED).astype(np.uint8) * np.uint8(255)
            for level, plane in enumerate(reduced, start=1):
                finer = np.asarray(
                    cv2.resize(finer, (plane.shape[1], finer.shape[0] // 2), interpolation=cv2.INTER_AREA), np.uint8
                )
                at = (first - box.top) >> level
                plane[at : at + len(finer)] = finer
        return cls(repaired, box, reduced)

    def part(self, box: Box, level: int) -> NDArray[np.uint8]:
        """The share 0...255 of each pixel (h, w) of a level that is painted, over a box of the photo whose left and top
        edge are pixels of that level."""
        if level == 0:
            return self.repaired.where(box, RepairKind.GENERATED).astype(np.uint8) * np.uint8(255)
        step = 2**level
        wanted = Box(box.left // step, box.top // step, -(-box.right // step), -(-box.bottom // step))
        there = Box(*(edge // step for edge in (self.box.left, self.box.top, self.box.right, self.box.bottom)))
        found = np.zeros((wanted.height, wanted.width), np.uint8)
        common = wanted.intersection(there)
        if not common.is_empty:
            found[common.moved(-wanted.left, -wanted.top).slices] = self.reduced[level - 1][
                common.moved(-there.left, -there.top).slices
            ]
        return found


@dataclass(frozen=True, eq=False)
class CandidatePreview:
    """What another candidate would change of a result, in a face's crop. ``before``, ``after``: float32 (S, S, C)
    0...1, the painting at hand and the other one, in the photo's colours; C is 1 in a grey photo. ``weight``: float32
    (S, S) 0...1: how much of the difference is seen. ``box``: where in the photo that is, empty if nowhere."""

    before: NDArray[np.float32]
    after: NDArray[np.float32]
    weight: NDArray[np.float32]
    alignment: Alignment
    box: Box


@dataclass(frozen=True, eq=False)
class PreviewGround:
    """What all previews of one result share: its paintings in the photo's colours, how much of each is seen, and where
    networks painted."""

    extent: Extent
    tone: Tone | None
    candidates: tuple[Candidate, ...]
    paintings: tuple[Painting, ...]
    weights: tuple[NDArray[np.float32], ...]
    coverage: PaintedCoverage

    @classmethod
    def of(cls, result: RestorationResult, changed: Mask, level_count: int) -> Self:
        """``changed``: the pixels that the restoration could change; ``level_count``: as of ``PaintedCoverage``."""
        photo = result.repaired.source
        # as the compositor does
        tone = None if photo.is_grey or not result.candidates else measured_tone(photo, changed)
        paintings = tuple(Painting.of(one, photo.extent, tone) for one in result.candidates)
        choices = result.choices or (None,) * len(paintings)
        weights = [_weight(paintings, index) for index in range(len(paintings))]
        for index, choice in enumerate(choices):
            if choice is not None and not choice.is_full:
                weights[index] *= choice.strength.astype(np.float32) / FULL_STRENGTH
        coverage = PaintedCoverage.of(result.repaired, level_count)
        return cls(photo.extent, tone, result.candidates, paintings, tuple(weights), coverage)

    def preview(self, face: int, candidate: Candidate) -> CandidatePreview:
        """With another candidate, or a mixture of some, in place of the one that the result has for a face."""
        painting, shown = Painting.of(candidate, self.extent, self.tone), self.paintings[face]
        differs = (painting.pixels != shown.pixels).any(axis=2) & (self.weights[face] > 0)
        inside = Box.of_nonzero(differs)
        box = Box(0, 0, 0, 0)
        if not inside.is_empty:
            around = inside.grown(_CUBIC_REACH_PX)
            corners = [[x, y] for x in (around.left, around.right) for y in (around.top, around.bottom)]
            to_crop = shown.alignment.crop_px / differs.shape[0]
            in_photo = Box.around(shown.alignment.to_photo(np.array(corners, np.float64) * to_crop))
            box = in_photo.intersection(self.coverage.box).clipped(self.extent)
        return CandidatePreview(shown.pixels, painting.pixels, self.weights[face], shown.alignment, box)


def _weight(paintings: Sequence[Painting], index: int) -> NDArray[np.float32]:
    """How much of a painting is seen at each of its own pixels (S, S): it fades out at the crop's edges, and gives way
    to others, as in ``PaintedPart``."""
    own = paintings[index]
    rows, columns = own.pixels.shape[:2]
    step = own.alignment.crop_px / rows
    grid_y, grid_x = np.mgrid[0:rows, 0:columns]
    places = own.alignment.to_photo(np.stack([grid_x.ravel() + 0.5, grid_y.ravel() + 0.5], axis=1) * step)
    most = total = mine = np.zeros((rows, columns), np.float32)
    for number, painting in enumerate(paintings):
        at = painting.alignment.to_crop(places).astype(np.float32)
        x, y = at[:, 0].reshape(rows, columns), at[:, 1].reshape(rows, columns)
        _, share, distance = painting.inside_and_share_at(x, y)
        weight = share * np.exp((0.75 - distance) / np.float32(TERRITORY))
        most, total = np.maximum(most, share), total + weight
        mine = weight if number == index else mine
    return np.asarray(most * mine / np.maximum(total, 1e-6), np.float32)
