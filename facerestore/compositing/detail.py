"""Detail: what a painting cannot hold of a finer scan, borrowed from visible places of the same scan.

A painting has 256 pixels a side; enlarged onto a finer scan it lacks all that is finer. The residual of the visible
scan (its samples less the crop enlarged again, which is what the painting's own way loses) is laid over the painting
patch by patch, from places of the same part of the face that look alike at the crop's resolution
(``detail_matching``). Samples are moved by whole pixels, or mirrored about the axis of pixels nearest to the face's,
never resampled, so that pores and grain stay as sharp as they are.

Patches are blended over a quarter of their side. A mean of unrelated residuals is weaker than they are; it is divided
by the norm of its weights, those of patches that go on beside each other counted as one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.crop_layers import Painting
from facerestore.compositing.detail_matching import Loan, matched
from facerestore.compositing.detail_places import PATCH_CROP_PX, Places, groups_of
from facerestore.compositing.detail_survey import nearest_mirror, residual_energy, wanted_patches
from facerestore.compositing.grain import beyond, missing_shares
from facerestore.values.geometry import Box
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

LEAST_ENLARGED: Final = 1.25
"""A scan must have so many pixels for one of the crop to lend anything."""

_PHASES: Final = ((0, 0), (0, 1), (1, 0), (1, 1))
"""Patches lie half a side apart, so that those of one phase do not overlap."""
_BLENDED: Final = 0.5
"""Width of the zone in which one patch gives way to the next, as a share of half a patch."""
_STRIP_PIXELS: Final = 2**18


@dataclass(frozen=True, eq=False)
class BorrowedDetail:
    """The detail of one painting. ``samples``: the photo's, (H, W) or (H, W, 3); ``step_px``: half a patch, in photo
    pixels; ``by_patch``: the loans by row and column of their patch, the grid's first one at ``origin`` (left, top).
    """

    samples: NDArray[np.uint8] | NDArray[np.uint16]
    white: int
    painting: Painting
    groups: NDArray[np.int8]
    step_px: int
    origin: tuple[int, int]
    by_patch: dict[tuple[int, int], tuple[Loan, ...]]

    @classmethod
    def of(
        cls,
        photo: Photo,
        samples: NDArray[np.uint8] | NDArray[np.uint16],
        painting: Painting,
        layout: Layout,
        *,
        borrows: Mask,
        withheld: Sequence[Mask],
        seed: int,
    ) -> "BorrowedDetail | None":
        """The detail that a photo (``samples``: its pixels, (H, W) if it is grey) lends to what ``borrows``. Nothing
        lends of what is ``withheld``, nor what is transparent. The same seed gives the same detail. None if the scan is
        hardly finer than the crop, or nothing fits."""
        alignment = painting.alignment
        box = alignment.box_photo(photo.extent)
        if alignment.scale * LEAST_ENLARGED > 1 or box.is_empty or not borrows.coverage[box.slices].any():
            return None
        groups = groups_of(layout)
        step_px = max(4, round(PATCH_CROP_PX / 2 / alignment.scale))
        patches = wanted_patches(borrows, alignment, groups, box, step_px)
        if not len(patches.groups):
            return None
        visible, energy = residual_energy(photo, samples, painting, box, withheld)
        places = Places.of(painting.pixels, groups, visible, energy)
        _, turned = nearest_mirror(alignment)
        loans = matched(places, patches, turned=turned, seed=seed)
        by_patch: dict[tuple[int, int], tuple[Loan, ...]] = {}
        for loan in loans:
            by_patch[loan.row, loan.column] = (*by_patch.get((loan.row, loan.column), ()), loan)
        return cls(samples, photo.white, painting, groups, step_px, (box.left, box.top), by_patch) if loans else None

    def over(self, box_photo: Box) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Detail (h, w, C) around 0 over a box of the photo, and how much of it is there: (h, w) 0...1."""
        chs = 1 if self.samples.ndim == 2 else 3
        shape = (box_photo.height, box_photo.width)
        detail, share = np.zeros((*shape, chs), np.float32), np.zeros(shape, np.float32)
        for strip in box_photo.strips(_STRIP_PIXELS):
            rows = slice(strip.top - box_photo.top, strip.bottom - box_photo.top)
            detail[rows], share[rows] = self._blended(strip, chs)
        return detail, share

    def missing_share(self, depth_px: NDArray[np.float32]) -> NDArray[np.float32]:
        """How strong detail must be (0...1) at a depth in the hole, beside what the seam's membrane carries there."""
        return np.asarray(np.interp(depth_px, np.arange(1, len(self._missing) + 1), self._missing), np.float32)

    @cached_property
    def _missing(self) -> NDArray[np.float32]:
        white = np.random.default_rng(0).standard_normal((256, 128, 1), dtype=np.float32)
        return missing_shares(beyond(white, self.painting.alignment.scale))

    @cached_property
    def _crop_to_photo(self) -> list[list[float]]:
        matrix: list[list[float]] = self.painting.alignment.matrix_crop_to_photo.tolist()
        return matrix

    @cached_property
    def _axis(self) -> int:
        return nearest_mirror(self.painting.alignment)[0]

    def _blended(self, box: Box, chs: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        shape = (box.height, box.width)
        summed, total = np.zeros((*shape, chs), np.float32), np.zeros(shape, np.float32)
        if not any(True for phase in _PHASES for _ in self._patches(phase, box)):
            return summed, total
        groups = self._groups_over(box)
        weights, moves = [], []
        for phase in _PHASES:
            residual, move = self._layer(phase, box, groups, chs)
            weight = self._window(phase, box) * (move != 0)
            summed += weight[..., None] * residual
            total += weight
            weights.append(weight)
            moves.append(move)
        power = np.sum([weight**2 for weight in weights], axis=0)
        for first in range(len(_PHASES)):
            for second in range(first):
                power += 2 * weights[first] * weights[second] * (moves[first] == moves[second])
        gain = np.sqrt(total / np.maximum(power, 1e-6))
        return summed * gain[..., None], total

    def _groups_over(self, box: Box) -> NDArray[np.int8]:
        """The part of each pixel of a box (h, w), their borders smooth and not in steps of crop pixels."""
        best = np.full((box.height, box.width), -1, np.float32)
        groups = np.full(best.shape, -1, np.int8)
        for group in np.unique(self.groups):
            plane = (self.groups == group).astype(np.float32)
            share = self.painting.alignment.warp_to_photo(plane, box, interpolation=cv2.INTER_LINEAR)
            groups[share > best] = group
            np.maximum(best, share, out=best)
        return groups

    def _layer(
        self, phase: tuple[int, int], box: Box, groups: NDArray[np.int8], chs: int
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """The residuals of one phase's patches (h, w, C), and a number for each way of moving them, 0 where nothing is
        lent (h, w)."""
        residual = np.zeros((box.height, box.width, chs), np.float32)
        move = np.zeros((box.height, box.width), np.int64)
        for (row, column), patch in self._patches(phase, box):
            target = patch.intersection(box)
            rows, columns = target.moved(-box.left, -box.top).slices
            for loan in self.by_patch[row, column]:
                here = groups[rows, columns] == loan.group
                if here.any():
                    pixels, number = self._lent(loan, patch)
                    pixels = pixels[target.moved(-patch.left, -patch.top).slices]
                    np.copyto(residual[rows, columns], pixels, where=here[..., None])
                    np.copyto(move[rows, columns], number, where=here)
        return residual, move

    def _patches(self, phase: tuple[int, int], box: Box) -> Iterator[tuple[tuple[int, int], Box]]:
        step, (left, top) = self.step_px, self.origin
        for row in range((box.top - top) // step - 1, (box.bottom - 1 - top) // step + 1):
            for column in range((box.left - left) // step - 1, (box.right - 1 - left) // step + 1):
                if (row % 2, column % 2) == phase and (row, column) in self.by_patch:
                    x, y = left + column * step, top + row * step
                    yield (row, column), Box(x, y, x + 2 * step, y + 2 * step)

    def _window(self, phase: tuple[int, int], box: Box) -> NDArray[np.float32]:
        """The weight of one phase's patches (h, w); those of all phases add up to 1."""

        def along(begin: int, end: int, parity: int) -> NDArray[np.float32]:
            # 0 in the middle of a patch of this parity, 1 at its ends
            at = (np.arange(begin, end, dtype=np.float32) + np.float32(0.5)) / self.step_px - parity
            from_middle = np.abs(at % 2 - 1)
            share = np.clip((0.5 + _BLENDED / 2 - from_middle) / _BLENDED, 0, 1)
            return np.asarray(share * share * (3 - 2 * share), np.float32)

        left, top = self.origin
        down = along(box.top - top, box.bottom - top, phase[0])
        return np.outer(down, along(box.left - left, box.right - left, phase[1])).astype(np.float32)

    def _lent(self, loan: Loan, patch: Box) -> tuple[NDArray[np.float32], int]:
        """The residual (2 step, 2 step, C) of a loan, as it is laid over its patch, and the number of that move."""
        step, matrix = self.step_px, self._crop_to_photo
        x, y = (round(one[0] * (loan.x + 0.5) + one[1] * (loan.y + 0.5) + one[2]) for one in matrix)
        lender = Box(x - step, y - step, x + step, y + step)
        cut = self.samples[lender.slices].astype(np.float32) / np.float32(self.white)
        residual = cut.reshape(*cut.shape[:2], -1) - self.painting.over(lender)
        if not loan.is_mirrored:
            return loan.gain * residual, _number(0, lender.left - patch.left, lender.top - patch.top)
        axis = self._axis
        mirrored = (
            residual[:, ::-1],
            residual.transpose(1, 0, 2),
            residual[::-1],
            residual[::-1, ::-1].transpose(1, 0, 2),
        )
        return loan.gain * mirrored[axis], _number(1 + axis, lender.left, lender.top, patch.left, patch.top)


def _number(*parts: int) -> int:
    """A positive number for a move."""
    return (hash(parts) & 0x7FFFFFFFFFFF) + 1
