"""Regrowth: the photo's grain, measured near the mask, in the strength that fits each place of the holes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.crop_layers import PaintedPart, Painting
from facerestore.compositing.filling import Continuation
from facerestore.compositing.grain import Grain, GrainPlate, brightness, measured_grain, roughness
from facerestore.compositing.grain_sampling import (
    ENOUGH,
    LARGE_PX,
    SMALL_PX,
    hole_windows,
    read_windows,
    visible_windows,
)
from facerestore.compositing.grain_strength import StrengthMap
from facerestore.values.geometry import Box
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

_SMALL_PX = 256
_LARGE_PX = 1024
_WHOLE = 0.99
_TEXTURE = 2.0
"""What has so many times the power in large windows that it has in small ones is no grain."""


@dataclass(frozen=True, eq=False)
class Regrowth:
    """``whole``: a plate of all the photo's grain; ``for_paintings``, ``for_continuations``: of what these lack.
    ``detail_brings``: how much of the variance that paintings lack is in borrowed detail already, 0...1."""

    grain: Grain
    whole: GrainPlate
    for_paintings: GrainPlate
    for_continuations: GrainPlate
    strengths: StrengthMap
    detail_brings: float = 0.0

    @classmethod
    def of(
        cls,
        photo: Photo,
        samples: NDArray[np.uint8] | NDArray[np.uint16],
        mask: Mask,
        paintings: Sequence[Painting],
        continuations: Sequence[Continuation],
        *,
        seed: int,
    ) -> "Regrowth | None":
        """The grain of a photo (``samples``: its pixels, (H, W) if it is grey); None if it shows none."""
        found = _grain_of_photo(photo, samples, mask)
        if found is None:
            return None
        grain, window_px = found
        side_px = _SMALL_PX if max(mask.box.width, mask.box.height) <= _SMALL_PX else _LARGE_PX
        whole = GrainPlate.grown(grain, side_px=side_px, seed=seed)

        def lacked_by(own: Grain | None) -> GrainPlate:
            return whole if own is None else GrainPlate.grown(grain.lacking(own), side_px=side_px, seed=seed)

        inside = hole_windows(mask, window_px)
        chs = 1 if samples.ndim == 2 else 3
        for_paintings = lacked_by(_grain_of_paintings(paintings, inside, chs))
        for_continuations = lacked_by(_grain_of_continuations(continuations, inside))
        strengths = StrengthMap.unknown(photo.extent)
        return cls(grain, whole, for_paintings, for_continuations, strengths, _brought(whole, for_paintings, paintings))

    def take_in(self, box: Box, pixels: NDArray[np.float32], visible: NDArray[np.float32]) -> None:
        """Look at how rough a part of the photo is: pixels (h, w, C), visible (h, w) 0 or 1."""
        luma = brightness(pixels)
        expected = np.float32(self.grain.roughness) * self.grain.gain_at(luma)
        self.strengths.take_in(box, roughness(luma) / expected, visible)

    def noise(
        self,
        rows: NDArray[np.intp],
        columns: NDArray[np.intp],
        picture: NDArray[np.float32],
        shares: tuple[NDArray[np.float32], NDArray[np.float32]],
        depth_px: NDArray[np.float32],
        borrowed: NDArray[np.float32],
    ) -> NDArray[np.float32]:
        """What is to be added (N, C) at pixels of the photo, so deep below the hole's border, to the picture
        (N, C) as it is there. ``shares``: how much of it is painted, and how much painted or continued (N,).
        ``borrowed``: how strong the borrowed detail of the painted is there (N,), which brings grain of its own."""
        painted, covered = (share[:, None] for share in shares)
        lacks = np.sqrt(np.maximum(1 - self.detail_brings * np.square(borrowed), 0)).astype(np.float32)
        plate = (painted * lacks[:, None]) * self.for_paintings.at(rows, columns)
        plate += (covered - painted) * self.for_continuations.at(rows, columns)
        plate += (1 - covered) * self.whole.at(rows, columns)
        strength = self.grain.gain_at(brightness(picture)) * self.whole.missing_share(depth_px)
        return np.asarray(plate * (strength * self.strengths.at(rows, columns))[:, None], np.float32)


def _brought(whole: GrainPlate, lacked: GrainPlate, paintings: Sequence[Painting]) -> float:
    """How much of the variance of the lacked grain the detail beyond the finest of some crops has."""
    finest = max((painting.alignment.scale for painting in paintings), default=1.0)
    variance = float(np.mean(lacked.noise**2))
    if finest >= 1 or variance <= 0:
        return 0.0
    return min(1.0, whole.share_beyond(finest) * float(np.mean(whole.noise**2)) / variance)


def _grain_of_photo(
    photo: Photo, samples: NDArray[np.uint8] | NDArray[np.uint16], mask: Mask
) -> tuple[Grain, int] | None:
    """The grain, and the side of the windows in which it was seen: large ones, unless they are too few or see hair and
    other structure in all of them, as in a photo in which a face has a few hundred pixels."""

    def seen(side_px: int, fewest: int) -> Grain | None:
        boxes = visible_windows(photo, mask, side_px)
        if len(boxes) < fewest:
            return None
        return measured_grain(read_windows(samples, boxes, photo.white), quantum=1 / photo.white)

    fine = seen(SMALL_PX, 1)
    coarse = None if fine is None else seen(LARGE_PX, ENOUGH)
    if coarse is not None and fine is not None:
        is_grain = coarse.spectrum.mean() < _TEXTURE * fine.spectrum.mean()
        return (coarse, LARGE_PX) if is_grain else (fine, SMALL_PX)
    return None if fine is None else (fine, SMALL_PX)


def _grain_of_paintings(paintings: Sequence[Painting], inside: Sequence[Box], chs: int) -> Grain | None:
    """The grain that paintings already have in the holes' windows; None if none, or if no hole is wide."""
    parts = [PaintedPart.of(paintings, box, chs) for box in inside] if paintings else []
    windows = [part.pixels for part in parts if part.share.min() == 1]
    return measured_grain(np.stack(windows), quantum=0.0) if windows else None


def _grain_of_continuations(continuations: Sequence[Continuation], inside: Sequence[Box]) -> Grain | None:
    """The grain that continuations have taken over from the surroundings, as above."""
    parts = [part.over(box) for part in continuations for box in inside if box.intersection(part.box_photo) == box]
    windows = [pixels for pixels, share in parts if share.min() > _WHOLE]
    return measured_grain(np.stack(windows), quantum=0.0) if windows else None
