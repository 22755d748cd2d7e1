"""Regrowth: the photo's grain, measured near the mask, in the strength that fits each place of the holes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facerestore.geometry import Box
from facerestore.grain import Grain, GrainPlate, brightness, measured_grain, roughness
from facerestore.grain_sampling import hole_windows, read_windows, visible_windows
from facerestore.grain_strength import StrengthMap
from facerestore.mask import Mask
from facerestore.painted import PaintedPart, Painting
from facerestore.photo import Photo

_SMALL_PX = 256
_LARGE_PX = 1024


@dataclass(frozen=True, eq=False)
class Regrowth:
    """``painted``, ``filled``: what a painting lacks of the grain, and all of it."""

    grain: Grain
    painted: GrainPlate
    filled: GrainPlate
    strengths: StrengthMap

    @classmethod
    def of(
        cls,
        photo: Photo,
        samples: NDArray[np.uint8] | NDArray[np.uint16],
        mask: Mask,
        paintings: Sequence[Painting],
        *,
        seed: int,
    ) -> "Regrowth | None":
        """The grain of a photo (``samples``: its pixels, (H, W) if it is grey); None if it shows none."""
        boxes = visible_windows(photo, mask)
        quantum = 1 / photo.white
        grain = measured_grain(read_windows(samples, boxes, photo.white), quantum=quantum) if boxes else None
        if grain is None:
            return None
        side_px = _SMALL_PX if max(mask.box.width, mask.box.height) <= _SMALL_PX else _LARGE_PX
        filled = GrainPlate.grown(grain, side_px=side_px, seed=seed)
        own = _grain_of_paintings(paintings, mask, boxes[0].width, 1 if samples.ndim == 2 else 3)
        painted = filled if own is None else GrainPlate.grown(grain.lacking(own), side_px=side_px, seed=seed)
        return cls(grain, painted, filled, StrengthMap.unknown(photo.extent))

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
        painted_share: NDArray[np.float32],
        depth_px: NDArray[np.float32],
    ) -> NDArray[np.float32]:
        """What is to be added (N, C) at pixels of the photo, so deep below the hole's border, to the picture
        (N, C) as it is there; ``painted_share`` (N,): how much of it is a network's."""
        share = painted_share[:, None]
        plate = share * self.painted.at(rows, columns) + (1 - share) * self.filled.at(rows, columns)
        strength = self.grain.gain_at(brightness(picture)) * self.filled.missing_share(depth_px)
        return np.asarray(plate * (strength * self.strengths.at(rows, columns))[:, None], np.float32)


def _grain_of_paintings(paintings: Sequence[Painting], mask: Mask, side_px: int, chs: int) -> Grain | None:
    """The grain that the paintings already have in wide holes; None if none, or if no hole is wide."""
    parts = [PaintedPart.of(paintings, box, chs) for box in hole_windows(mask, side_px)] if paintings else []
    windows = [part.pixels for part in parts if part.share.min() == 1]
    return measured_grain(np.stack(windows), quantum=0.0) if windows else None
