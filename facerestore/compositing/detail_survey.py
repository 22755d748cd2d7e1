"""A survey of a scan for its detail: which crop pixels are whole, how strong the residual is there, what borrows."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.crop_layers import Painting
from facerestore.compositing.detail_matching import Patches
from facerestore.compositing.detail_places import PATCH_CROP_PX
from facerestore.values.alignment import Alignment
from facerestore.values.geometry import Box
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

_STRIP_PIXELS: Final = 2**18
_LEAST_SHARE: Final = 0.02
"""A patch borrows for each part that fills so much of it."""


def nearest_mirror(alignment: Alignment) -> tuple[int, float]:
    """Which of the pixels' four mirror axes is nearest to the face's (its normal 0, 45, 90 or 135 degrees from x), and
    four times the angle between them, in radians."""
    linear = alignment.matrix_crop_to_photo[:, :2]
    angle = float(np.arctan2(linear[1, 0], linear[0, 0]))
    eighth = round(angle / (np.pi / 4))
    return eighth % 4, 4 * (eighth * np.pi / 4 - angle)


def residual_energy(
    photo: Photo, samples: NDArray[np.generic], painting: Painting, box: Box, withheld: Sequence[Mask]
) -> tuple[NDArray[np.bool_], NDArray[np.float32]]:
    """By crop pixel (S, S): whether all that it shows in a box of the photo is visible and nothing of it withheld, and
    the mean square of the residual there."""
    side = painting.alignment.crop_px
    total, count, hidden = (np.zeros(side * side) for _ in range(3))
    for strip in box.strips(_STRIP_PIXELS):
        x = np.arange(strip.left, strip.right) + 0.5
        y = (np.arange(strip.top, strip.bottom) + 0.5)[:, None]
        column, row = (one[0] * x + one[1] * y + one[2] for one in painting.alignment.matrix_photo_to_crop)
        inside = (column >= 0) & (row >= 0) & (column < side) & (row < side)
        at = row[inside].astype(np.intp) * side + column[inside].astype(np.intp)
        covered = np.zeros(inside.shape, np.bool_)
        for mask in withheld:
            covered |= mask.coverage[strip.slices] > 0
        if photo.alpha is not None:
            covered |= photo.alpha[strip.slices] == 0
        cut = samples[strip.slices].astype(np.float32) / np.float32(photo.white)
        residual = cut.reshape(*cut.shape[:2], -1) - painting.over(strip)
        total += np.bincount(at, (residual**2).mean(axis=2)[inside], side * side)
        count += np.bincount(at, minlength=side * side)
        hidden += np.bincount(at, covered[inside], side * side)
    visible = (count > 0) & (hidden == 0)
    energy = total / np.maximum(count, 1)
    return visible.reshape(side, side), energy.reshape(side, side).astype(np.float32)


def wanted_patches(borrows: Mask, alignment: Alignment, groups: NDArray[np.int8], box: Box, step_px: int) -> Patches:
    """The patches that touch the hole in a box of the photo, in reading order, once for each part of the face in them;
    ``groups`` (S, S) says which that are. They are squares of two steps a side, a step apart, the first one half
    outside the box."""
    covered = borrows.coverage[box.slices]
    rows, columns = -(-covered.shape[0] // step_px) + 1, -(-covered.shape[1] // step_px) + 1
    cells = np.zeros((rows, columns), np.bool_)
    ys, xs = np.arange(0, covered.shape[0], step_px), np.arange(0, covered.shape[1], step_px)
    cells[: len(ys), : len(xs)] = np.maximum.reduceat(np.maximum.reduceat(covered, ys, axis=0), xs, axis=1) > 0
    padded = np.pad(cells, ((1, 0), (1, 0)))
    touched = padded[:-1, :-1] | padded[1:, :-1] | padded[:-1, 1:] | padded[1:, 1:]
    grid = np.argwhere(touched) - 1
    middle_photo = (grid[:, ::-1] + 1.0) * step_px + (box.left, box.top)
    middle = np.floor(alignment.to_crop(middle_photo)).astype(np.intp)[:, ::-1]
    side, half = len(groups), PATCH_CROP_PX // 2 + 1
    which: list[int] = []
    parts: list[int] = []
    for index, (y, x) in enumerate(middle.tolist()):
        part = groups[max(0, y - half) : max(0, y + half), max(0, x - half) : max(0, x + half)]
        for group in np.unique(part[part >= 0]).tolist():
            if (part == group).mean() >= _LEAST_SHARE:
                which.append(index)
                parts.append(group)
    return Patches(grid[which], np.clip(middle[which], 0, side - 1), np.array(parts, np.intp))
