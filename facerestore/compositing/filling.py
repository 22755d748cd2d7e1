"""Filling: wide holes that no crop covers, such as a torn-off corner, continued from their surroundings.

A reduced picture of the hole and its surroundings is filled with patches of them (see ``patches``), and laid
over the photo like a painting: seam and grain are compositing's. Thin holes need none of it, a membrane between
their sides is better.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.crop_layers import Painting
from facerestore.compositing.patch_inpainting import patch_filled
from facerestore.values.alignment import Alignment
from facerestore.values.geometry import Box, Extent
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

_OVERVIEW_PX: Final = 1024
_THIN_PX: Final = 6
"""Half the width, in the overview, up to which a hole counts as thin."""
_WORK_PX: Final = 160
_MOST_HOLES: Final = 8
_HEAD: Final = 0.33
"""Radius around a crop's centre, as a share of its side, of what is not copied elsewhere."""


@dataclass(frozen=True, eq=False)
class Continuation:
    """A filled part of the photo: ``pixels`` float32 (h, w, C) 0...1 and ``share`` float32 (h, w) 0...1, where it
    is used; both cover ``box_photo`` at a size of their own."""

    pixels: NDArray[np.float32]
    share: NDArray[np.float32]
    box_photo: Box

    def over(self, box_photo: Box) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Pixels (h, w, C) and share (h, w) over another box of the photo."""
        height, width = self.share.shape
        scale = np.array([width / self.box_photo.width, height / self.box_photo.height])
        shift = -scale * (self.box_photo.left, self.box_photo.top)
        placed = Alignment(np.hstack([np.diag(scale), shift[:, None]]), crop_px=height)
        shape = (box_photo.height, box_photo.width)
        pixels = placed.warp_to_photo(self.pixels, box_photo).reshape(*shape, -1)
        share = placed.warp_to_photo(self.share, box_photo, interpolation=cv2.INTER_LINEAR).reshape(shape)
        return np.clip(pixels, 0, 1).astype(np.float32), np.asarray(share, np.float32)


def continuations(
    photo: Photo,
    samples: NDArray[np.uint8] | NDArray[np.uint16],
    mask: Mask,
    paintings: Sequence[Painting],
    *,
    fill: Mask | None = None,
    seed: int,
) -> tuple[Continuation, ...]:
    """One for each of the largest wide holes that the paintings leave (``samples``: the photo's pixels, (H, W)
    if it is grey). The heads that the paintings belong to are not copied. ``fill``: where no painting is used."""
    overview = _Overview.of(photo, mask, paintings, fill)
    return tuple(_continued(photo, samples, mask, overview, hole, seed=seed) for hole in overview.wide_holes())


@dataclass(frozen=True, eq=False)
class _Overview:
    """A reduced photo: ``open``: to be restored, and not wholly by a painting; ``heads``: near a crop's centre;
    ``scale``: its pixels per photo pixel (x, y)."""

    open: NDArray[np.bool_]
    heads: NDArray[np.bool_]
    scale: NDArray[np.float64]

    @classmethod
    def of(cls, photo: Photo, mask: Mask, paintings: Sequence[Painting], fill: Mask | None) -> "_Overview":
        extent = photo.extent
        shrink = max(1.0, max(extent.width, extent.height) / _OVERVIEW_PX)
        small = Extent(max(1, round(extent.width / shrink)), max(1, round(extent.height / shrink)))
        covered = cv2.resize(mask.coverage, (small.width, small.height), interpolation=cv2.INTER_AREA) > 127
        scale = np.array([small.width / extent.width, small.height / extent.height])
        painted, heads = np.zeros_like(covered), np.zeros_like(covered)
        for painting in paintings:
            matrix = painting.alignment.matrix_photo_to_crop.copy()
            matrix[:, :2] /= scale
            there = replace(painting, alignment=Alignment(matrix, painting.alignment.crop_px))
            _, share, distance = there.inside_and_share(small.box)
            painted |= share == 1
            if painting.is_face:
                heads |= distance < _HEAD
        if fill is not None:
            filled = cv2.resize(fill.coverage, (small.width, small.height), interpolation=cv2.INTER_AREA) > 127
            # on a head the membrane alone fills: patches would put there what is beside the head
            painted &= ~filled | heads
        return cls(covered & ~painted, heads, scale)

    def wide_holes(self) -> list[NDArray[np.bool_]]:
        """The largest separate holes, without their thin parts."""
        disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * _THIN_PX + 1, 2 * _THIN_PX + 1))
        opened = cv2.erode(self.open.astype(np.uint8), disc, borderType=cv2.BORDER_CONSTANT, borderValue=0)
        # twice as far back, so that the hole's corners are in it
        reached = cv2.dilate(cv2.dilate(opened, disc), disc)
        _, labels, statistics, _ = cv2.connectedComponentsWithStats(reached * self.open.astype(np.uint8))
        areas = statistics[1:, cv2.CC_STAT_AREA]
        largest = np.argsort(-areas, kind="stable")[:_MOST_HOLES] + 1
        return [labels == label for label in largest]

    def box_photo(self, box: Box, extent: Extent) -> Box:
        corners = np.array([[box.left, box.top], [box.right, box.bottom]]) / self.scale
        return Box.around(corners).clipped(extent)


def _continued(
    photo: Photo,
    samples: NDArray[np.uint8] | NDArray[np.uint16],
    mask: Mask,
    overview: _Overview,
    hole: NDArray[np.bool_],
    *,
    seed: int,
) -> Continuation:
    box = Box.of_nonzero(hole)
    reach = max(24, (box.width + box.height) // 2)
    wide = box.grown(reach).clipped(Extent.of(hole))
    box_photo = overview.box_photo(wide, photo.extent)
    shrink = max(1.0, max(box_photo.width, box_photo.height) / _WORK_PX)
    size = (max(1, round(box_photo.width / shrink)), max(1, round(box_photo.height / shrink)))

    covered = mask.coverage[box_photo.slices]
    # reduced as whole numbers: a large scan has no cheap float copy
    pixels = samples[box_photo.slices].copy()
    for strip in Extent.of(covered).box.strips():
        kept = covered[strip.slices] == 0
        pixels[strip.slices] *= kept if pixels.ndim == 2 else kept[..., None]
    weight = 1 - cv2.resize(covered, size, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA).reshape(*weight.shape, -1)
    small = small.astype(np.float32) / (photo.white * np.maximum(weight, 0.1))[..., None]
    heads = cv2.resize(overview.heads[wide.slices].astype(np.uint8), size, interpolation=cv2.INTER_NEAREST) > 0
    filled = patch_filled(small, weight < 0.5, heads, seed=seed)

    use = cv2.resize(hole[wide.slices].astype(np.float32), size, interpolation=cv2.INTER_AREA)
    # used a little beyond the hole, so that the membrane can match it to what is visible there
    share = np.asarray(cv2.blur(cv2.dilate(use, np.ones((9, 9), np.uint8)), (5, 5)), np.float32)
    return Continuation(filled, share, box_photo)
