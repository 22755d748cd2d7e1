"""Detail: what a painting cannot hold of a finer scan, borrowed from visible places of the same scan.

A painting has 256 pixels a side; enlarged onto a finer scan it lacks all that is finer. The residual of the visible
scan (its samples less the crop enlarged again, which is what the painting's own way loses) is laid over the painting
patch by patch, from places of the same part of the face that look alike at the crop's resolution (see
``detail_matching``). Samples are moved by whole pixels, or mirrored about the axis of pixels nearest to the face's, never
resampled, so that pores and grain stay as sharp as they are.

Patches are blended over a quarter of their side. A mean of unrelated residuals is weaker than they are; it is divided
by the norm of its weights, those of patches that go on beside each other counted as one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.crop_layers import Painting
from facerestore.compositing.detail_matching import PATCH_CROP_PX, Loan, Places, groups_of, matched
from facerestore.values.alignment import Alignment
from facerestore.values.geometry import Box
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

LEAST_ENLARGED: Final = 1.25
"""A scan must have so many pixels for one of the crop to lend anything."""

_PHASES: Final = ((0, 0), (0, 1), (1, 0), (1, 1))
"""Patches lie half a side apart, so that those of one phase do not overlap."""
_PATCH_WINDOW: Final = 0.5
"""Half the width of the zone in which one patch gives way to the next, as a share of half a patch."""
_LEAST_SHARE: Final = 0.02


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
        """The detail that a photo lends to what ``borrows``. Nothing of that lends, nor of what is ``withheld``, nor
        what is transparent. None if the scan is not finer than the crop, or nothing fits."""
        alignment = painting.alignment
        box = alignment.box_photo(photo.extent)
        if alignment.scale * LEAST_ENLARGED > 1 or box.is_empty:
            return None
        visible, energy = _residual_energy(photo, samples, painting, box, (borrows, *withheld))
        groups = groups_of(layout)
        places = Places.of(painting.pixels, groups, visible, energy)
        step_px = max(4, round(PATCH_CROP_PX / 2 / alignment.scale))
        grid, wanted_groups = _wanted(borrows, alignment, groups, box, step_px)
        if len(grid) == 0:
            return None
        centres = (grid[:, ::-1] + 1) * step_px + (box.left, box.top)
        centres_crop = np.floor(alignment.to_crop(centres)).astype(np.intp)[:, ::-1]
        _, turned = _mirror(alignment)
        loans = matched(places, grid, wanted_groups, centres_crop, turned=turned, seed=seed)
        by_patch: dict[tuple[int, int], tuple[Loan, ...]] = {}
        for loan in loans:
            by_patch[loan.row, loan.column] = (*by_patch.get((loan.row, loan.column), ()), loan)
        return cls(samples, photo.white, painting, groups, step_px, (box.left, box.top), by_patch) if loans else None

    def over(self, box_photo: Box) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Detail (h, w, C) around 0 over a box of the photo, and how much of what is wanted there it is: (h, w) 0...1."""
        chs = 1 if self.samples.ndim == 2 else 3
        shape = (box_photo.height, box_photo.width)
        detail, share = np.zeros((*shape, chs), np.float32), np.zeros(shape, np.float32)
        for strip in box_photo.strips(2**17):
            rows = slice(strip.top - box_photo.top, strip.bottom - box_photo.top)
            detail[rows], share[rows] = self._blended(strip, chs)
        return detail, share

    def _blended(self, box: Box, chs: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        groups = self.painting.alignment.warp_to_photo(self.groups, box, interpolation=cv2.INTER_NEAREST)
        shape = (box.height, box.width)
        summed, total = np.zeros((*shape, chs), np.float32), np.zeros(shape, np.float32)
        weights, kinds = [], []
        for phase in _PHASES:
            residual, kind = self._layer(phase, box, groups, chs)
            weight = self._window(phase, box) * (kind != 0)
            summed += weight[..., None] * residual
            total += weight
            weights.append(weight)
            kinds.append(kind)
        power = sum(weight**2 for weight in weights)
        for first in range(len(_PHASES)):
            for second in range(first):
                power = power + 2 * weights[first] * weights[second] * (kinds[first] == kinds[second])
        gain = np.sqrt(total / np.maximum(power, 1e-6))
        return summed * gain[..., None], total

    def _layer(
        self, phase: tuple[int, int], box: Box, groups: NDArray[np.int8], chs: int
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """The residuals of one phase's patches (h, w, C) and a number for each way of moving them, 0 where nothing is
        lent (h, w)."""
        residual = np.zeros((box.height, box.width, chs), np.float32)
        kind = np.zeros((box.height, box.width), np.int64)
        for (row, column), patch in self._patches(phase, box):
            target = patch.intersection(box)
            rows, columns = target.moved(-box.left, -box.top).slices
            for loan in self.by_patch[row, column]:
                here = groups[rows, columns] == loan.group
                if here.any():
                    pixels, number = self._lent(loan, patch)
                    within = target.moved(-patch.left, -patch.top).slices
                    residual[rows, columns][here] = pixels[within][here]
                    kind[rows, columns][here] = number
        return residual, kind

    def _patches(self, phase: tuple[int, int], box: Box) -> Iterator[tuple[tuple[int, int], Box]]:
        step, (left, top) = self.step_px, self.origin
        for row in range((box.top - top) // step - 1, (box.bottom - top) // step + 1):
            for column in range((box.left - left) // step - 1, (box.right - left) // step + 1):
                if (row % 2, column % 2) == phase and (row, column) in self.by_patch:
                    x, y = left + column * step, top + row * step
                    yield (row, column), Box(x, y, x + 2 * step, y + 2 * step)

    def _window(self, phase: tuple[int, int], box: Box) -> NDArray[np.float32]:
        """The weight of one phase's patches (h, w); those of all phases add up to 1."""

        def along(begin: int, end: int, parity: int) -> NDArray[np.float32]:
            # 0 in the middle of a patch of this parity, 1 at its ends
            at = (np.arange(begin, end, dtype=np.float32) + np.float32(0.5)) / self.step_px - parity
            from_middle = np.abs(at % 2 - 1)
            share = np.clip((0.5 + _PATCH_WINDOW / 2 - from_middle) / _PATCH_WINDOW, 0, 1)
            return np.asarray(share * share * (3 - 2 * share), np.float32)

        left, top = self.origin
        down = along(box.top - top, box.bottom - top, phase[0])
        return np.outer(down, along(box.left - left, box.right - left, phase[1])).astype(np.float32)

    def _lent(self, loan: Loan, patch: Box) -> tuple[NDArray[np.float32], int]:
        """The residual (2 step, 2 step, C) of a loan, as it is laid over its patch, and the number of that move."""
        alignment, step = self.painting.alignment, self.step_px
        x, y = np.rint(alignment.to_photo(np.array([[loan.x + 0.5, loan.y + 0.5]])))[0].astype(int)
        lender = Box(x - step, y - step, x + step, y + step)
        height, width = self.samples.shape[:2]
        inside = lender.moved(
            max(0, -lender.left) - max(0, lender.right - width), max(0, -lender.top) - max(0, lender.bottom - height)
        )
        cut = self.samples[inside.slices].astype(np.float32) / np.float32(self.white)
        residual = cut.reshape(*cut.shape[:2], -1) - self.painting.over(inside)
        if not loan.is_mirrored:
            return residual, _number(0, inside.left - patch.left, inside.top - patch.top)
        axis, _ = _mirror(alignment)
        mirrored = (
            residual[:, ::-1],
            residual.transpose(1, 0, 2),
            residual[::-1],
            residual[::-1, ::-1].transpose(1, 0, 2),
        )
        return mirrored[axis], _number(1 + axis, inside.left, inside.top, patch.left, patch.top)


def _number(*parts: int) -> int:
    """A positive number for a move."""
    return (hash(parts) & 0x7FFFFFFFFFFF) + 1


def _mirror(alignment: Alignment) -> tuple[int, float]:
    """Which of the pixels' four mirror axes is nearest to the face's (its normal 0, 45, 90 or 135 degrees from x), and
    four times the angle between them."""
    linear = alignment.matrix_crop_to_photo[:, :2]
    angle = float(np.arctan2(linear[1, 0], linear[0, 0]))
    eighth = round(angle / (np.pi / 4))
    return eighth % 4, 4 * (eighth * np.pi / 4 - angle)


def _residual_energy(
    photo: Photo,
    samples: NDArray[np.generic],
    painting: Painting,
    box: Box,
    withheld: Sequence[Mask],
) -> tuple[NDArray[np.bool_], NDArray[np.float32]]:
    """By crop pixel (S, S): whether all that it shows is visible, and the mean square of the residual there."""
    side = painting.alignment.crop_px
    total, count, hidden = (np.zeros(side * side) for _ in range(3))
    for strip in box.strips(2**18):
        x = np.arange(strip.left, strip.right) + 0.5
        y = (np.arange(strip.top, strip.bottom) + 0.5)[:, None]
        column, row = (one[0] * x + one[1] * y + one[2] for one in painting.alignment.matrix_photo_to_crop)
        inside = (column >= 0) & (row >= 0) & (column < side) & (row < side)
        at = (row[inside].astype(np.intp) * side + column[inside].astype(np.intp)).ravel()
        covered = np.zeros(inside.shape, np.bool_)
        for mask in withheld:
            covered |= mask.coverage[strip.slices] > 0
        if photo.alpha is not None:
            covered |= photo.alpha[strip.slices] == 0
        cut = samples[strip.slices].astype(np.float32) / np.float32(photo.white)
        residual = cut.reshape(*cut.shape[:2], -1) - painting.over(strip)
        power = (residual**2).mean(axis=2)
        total += np.bincount(at, power[inside], side * side)
        count += np.bincount(at, minlength=side * side)
        hidden += np.bincount(at, covered[inside], side * side)
    visible = (count > 0) & (hidden == 0)
    energy = total / np.maximum(count, 1)
    return visible.reshape(side, side), energy.reshape(side, side).astype(np.float32)


def _wanted(
    borrows: Mask, alignment: Alignment, groups: NDArray[np.int8], box: Box, step_px: int
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Rows and columns (N, 2) in the grid of the patches that touch the hole, in reading order, and the part for which
    each is wanted (N,): a patch on the border of parts is wanted for each."""
    covered = borrows.coverage[box.slices]
    rows, columns = -(-covered.shape[0] // step_px) + 1, -(-covered.shape[1] // step_px) + 1
    cells = np.zeros((rows, columns), np.bool_)
    ys, xs = np.arange(0, covered.shape[0], step_px), np.arange(0, covered.shape[1], step_px)
    cells[: len(ys), : len(xs)] = np.maximum.reduceat(np.maximum.reduceat(covered, ys, axis=0), xs, axis=1) > 0
    # a patch is a square of two by two cells, the first one half outside the box
    padded = np.pad(cells, ((1, 0), (1, 0)))
    touched = padded[:-1, :-1] | padded[1:, :-1] | padded[:-1, 1:] | padded[1:, 1:]
    grid = np.argwhere(touched) - 1
    centres = (grid[:, ::-1] + 1) * step_px + (box.left, box.top)
    middle = np.floor(alignment.to_crop(centres)).astype(np.intp)
    side, half = len(groups), PATCH_CROP_PX // 2 + 1
    found: list[tuple[int, int]] = []
    chosen: list[int] = []
    for (row, column), (x, y) in zip(grid.tolist(), middle.tolist(), strict=True):
        part = groups[max(0, y - half) : min(side, y + half), max(0, x - half) : min(side, x + half)]
        for group in np.unique(part[part >= 0]).tolist():
            if (part == group).mean() >= _LEAST_SHARE:
                found.append((row, column))
                chosen.append(group)
    return np.array(found, np.intp).reshape(-1, 2), np.array(chosen, np.intp)
