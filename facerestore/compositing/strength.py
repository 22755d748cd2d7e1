"""Strength: how much of a restoration is used, face by face and part by part.

Strength 0 leaves the photo's own pixels, bit for bit. What a place looks like when it is filled from its surroundings
is a policy of damage classes and needs no slider; how much of a faded or stained original shines through is what
nothing else says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import Alignment
from facerestore.values.candidate_mix import FULL_STRENGTH
from facerestore.values.geometry import Box
from facerestore.values.photo import Photo
from facerestore.values.raster import pixels_where
from facerestore.values.repair import Repair, RepairedPhoto

_ROWS: Final = 512
_TERRITORY: Final = 0.03
"""As in ``painted``: how gently one crop gives way to the next, as a share of the crop."""


@dataclass(frozen=True, eq=False)
class FaceStrength:
    """``strength``: uint8 (S, S), 0...100, in the crop of ``alignment``."""

    alignment: Alignment
    strength: NDArray[np.uint8]


def with_strength(made: RepairedPhoto, faces: Sequence[FaceStrength]) -> RepairedPhoto:
    """A composite with each face at its strength; outside all of their crops, and with 100 everywhere, as it is. Where
    the strength is 0 the photo has no repair."""
    if all((one.strength == FULL_STRENGTH).all() for one in faces):
        return made
    whole = Box(0, 0, 0, 0)
    for one in faces:
        whole = whole.union(one.alignment.box_photo(made.extent))
    repairs = list(made.repairs)
    for top in range(whole.top, whole.bottom, _ROWS):
        strip = Box(whole.left, top, whole.right, min(top + _ROWS, whole.bottom))
        touched = [index for index, one in enumerate(repairs) if not one.box.intersection(strip).is_empty]
        if not touched:
            continue
        share = _shares(faces, strip)
        for index in touched:
            repairs[index] = _weakened(made.source, repairs[index], strip, share)
    return RepairedPhoto(made.source, tuple(one for one in repairs if len(one.samples)))


def _weakened(photo: Photo, repair: Repair, strip: Box, share: NDArray[np.float32]) -> Repair:
    """A repair at a strength 0...1 (h, w) in a strip of the photo."""
    common = repair.box.intersection(strip)
    around, within = common.moved(-repair.box.left, -repair.box.top), common.moved(-strip.left, -strip.top)
    where = repair.where
    strength = np.ones(where.shape, np.float32)
    strength[around.slices] = share[within.slices]
    of_samples = strength[where]
    weaker = of_samples < 1
    if not weaker.any():
        return repair
    part = of_samples[weaker] if repair.samples.ndim == 1 else of_samples[weaker][:, None]
    own = pixels_where(photo.pixels[repair.box.slices], where)[weaker].astype(np.float32)
    samples = repair.samples.copy()
    full = samples[weaker].astype(np.float32)
    samples[weaker] = np.rint(own + part * (full - own)).astype(samples.dtype)
    used = of_samples > 0
    where[where] = used
    return Repair.of(repair.box, repair.kind, where, samples[used])


def _shares(faces: Sequence[FaceStrength], box: Box) -> NDArray[np.float32]:
    """The strength 0...1 over a box of the photo (h, w)."""
    shape = (box.height, box.width)
    share, total = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    for one in faces:
        x, y = _crop_coordinates(one.alignment, box)
        side = np.float32(one.alignment.crop_px)
        inside = (x >= 0) & (y >= 0) & (x < side) & (y < side)
        weight = inside * np.exp((0.75 - np.hypot(x - side / 2, y - side / 2) / side) / np.float32(_TERRITORY))
        plane = one.strength.astype(np.float32) / FULL_STRENGTH
        share += weight * one.alignment.warp_to_photo(plane, box, interpolation=cv2.INTER_LINEAR)
        total += weight
    covered = total > 0
    # rounding of the warp leaves 0.9999 where the plane says 1
    mean = np.where(covered, share / np.where(covered, total, 1), 1)
    return np.asarray(np.clip(np.round(mean, 4), 0, 1), np.float32)


def _crop_coordinates(alignment: Alignment, box: Box) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    x_photo = np.arange(box.left, box.right) + 0.5
    y_photo = (np.arange(box.top, box.bottom) + 0.5)[:, None]
    x, y = (row[0] * x_photo + row[1] * y_photo + row[2] for row in alignment.matrix_photo_to_crop)
    return x.astype(np.float32), y.astype(np.float32)
