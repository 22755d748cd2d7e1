"""Painted: a candidate made ready for its photo (tone, colour at the border) and laid over a part of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.seam import Level, pulled
from facerestore.compositing.tone import LUMA, Tone
from facerestore.values.alignment import Alignment
from facerestore.values.candidate import Candidate
from facerestore.values.geometry import Box, Extent
from facerestore.values.region import PaintedRegion

FADE_CROP_PX: Final = 16.0
"""Over how many crop pixels a painting fades out towards an edge of its crop that lies inside the photo."""

TERRITORY: Final = 0.03
"""How gently, as a share of the crop, one crop gives way to the next where both cover a hole."""

_MILD: Final = (0.04, 0.15)
"""Smallest and largest deviation from the common colour difference that counts as difference, not edge."""

_ALONG_PX: Final = 4.0
_LEAST_MILD: Final = 0.005
_MOST_COMMON: Final = 0.2
"""A painting is not shifted further than this as a whole."""


@dataclass(frozen=True, eq=False)
class Painting:
    """``pixels``: float32 (h, w, C) 0...1: the crop of a face, or a region of the photo, with its hole painted;
    ``inner_edges``: its edges (left, top, right, bottom) beyond which the photo goes on. ``alignment``: from the photo;
    its ``crop_px`` is the height. ``is_face``: a face fills it."""

    pixels: NDArray[np.float32]
    alignment: Alignment
    inner_edges: tuple[bool, bool, bool, bool]
    is_face: bool = True

    @classmethod
    def of(cls, candidate: Candidate, extent: Extent, tone: Tone | None) -> "Painting":
        """The candidate in the photo's tone; None: the photo is grey, and the painting gets one channel."""
        crop = candidate.crop
        return cls._matched(crop.pixels, candidate.pixels, crop.hole, crop.alignment, extent, tone, is_face=True)

    @classmethod
    def of_region(cls, painted: PaintedRegion, extent: Extent, tone: Tone | None) -> "Painting":
        """The same of a painted region."""
        region = painted.region
        return cls._matched(region.pixels, painted.pixels, region.hole, region.alignment, extent, tone, is_face=False)

    @classmethod
    def _matched(
        cls,
        visible: NDArray[np.float32],
        painted: NDArray[np.float32],
        hole: NDArray[np.bool_],
        alignment: Alignment,
        extent: Extent,
        tone: Tone | None,
        *,
        is_face: bool,
    ) -> "Painting":
        if tone is None:
            visible, painted = (visible @ LUMA)[..., None], (painted @ LUMA)[..., None]
        else:
            painted = tone.applied(painted)
        pixels = matched_at_border(visible, painted, hole)
        # a photo coarser than the crop would pick single crop pixels
        blur = 0.5 * np.sqrt(max(0.0, alignment.scale**2 - 1))
        if blur > 0.1:
            pixels = np.asarray(cv2.GaussianBlur(pixels, (0, 0), blur), np.float32).reshape(pixels.shape)
        width = alignment.crop_px * pixels.shape[1] / pixels.shape[0]
        return cls(pixels, alignment, _inner_edges(alignment, width, extent), is_face)

    @property
    def width(self) -> float:
        """In the pixels of the alignment, which count its height as ``crop_px``."""
        rows, columns = self.pixels.shape[:2]
        return float(self.alignment.crop_px * columns / rows)

    def corners_photo(self) -> NDArray[np.float64]:
        """Its four corners in the photo (4, 2), clockwise from top left."""
        width, height = self.width, float(self.alignment.crop_px)
        return self.alignment.to_photo(np.array([[0, 0], [width, 0], [width, height], [0, height]]))

    def over(self, box_photo: Box) -> NDArray[np.float32]:
        """The painting (h, w, C) resampled once onto a box of the photo."""
        warped = self.alignment.warp_to_photo(self.pixels, box_photo)
        return np.asarray(np.clip(warped.reshape(*warped.shape[:2], -1), 0, 1), np.float32)

    def inside_and_share(self, box_photo: Box) -> tuple[NDArray[np.bool_], NDArray[np.float32], NDArray[np.float32]]:
        """Over a box of the photo (h, w): inside the crop; 0...1, fading out at inner edges; distance from
        the crop's centre in its longer sides."""
        x, y = self._crop_coordinates(box_photo)
        return self.inside_and_share_at(x, y)

    def inside_and_share_at(
        self, x: NDArray[np.float32], y: NDArray[np.float32]
    ) -> tuple[NDArray[np.bool_], NDArray[np.float32], NDArray[np.float32]]:
        """The same for places of the crop (h, w) that are an affine picture of a grid."""
        width, height = self.width, float(self.alignment.crop_px)
        inside = (x >= 0) & (y >= 0) & (x < width) & (y < height)
        share = inside.astype(np.float32)
        for to_edge, inner in zip((x, y, width - x, height - y), self.inner_edges, strict=True):
            # rows and columns ascend or descend, so that the least lies in a corner
            if inner and to_edge[:: len(to_edge) - 1 or 1, :: to_edge.shape[1] - 1 or 1].min() < FADE_CROP_PX:
                part = np.clip(to_edge / np.float32(FADE_CROP_PX), 0, 1)
                share *= part * part * (3 - 2 * part)
        return inside, share, np.hypot(x - width / 2, y - height / 2) / np.float32(max(width, height))

    def _crop_coordinates(self, box_photo: Box) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        matrix = self.alignment.matrix_photo_to_crop
        x_photo = np.arange(box_photo.left, box_photo.right) + 0.5
        y_photo = (np.arange(box_photo.top, box_photo.bottom) + 0.5)[:, None]
        x, y = (row[0] * x_photo + row[1] * y_photo + row[2] for row in matrix)
        return x.astype(np.float32), y.astype(np.float32)


@dataclass(frozen=True, eq=False)
class PaintedPart:
    """A part of the photo as painted: ``pixels`` float32 (h, w, C); ``share`` float32 (h, w), 0 where nothing
    is painted ... 1; ``covered`` bool (h, w): inside some crop."""

    pixels: NDArray[np.float32]
    share: NDArray[np.float32]
    covered: NDArray[np.bool_]

    @classmethod
    def of(cls, paintings: Sequence[Painting], box_photo: Box, chs: int) -> "PaintedPart":
        """Each pixel from the painting whose crop contains it and whose centre is nearest, softly."""
        shape = (box_photo.height, box_photo.width)
        pixels, total = np.zeros((*shape, chs), np.float32), np.full(shape, 1e-6, np.float32)
        share, covered = np.zeros(shape, np.float32), np.zeros(shape, np.bool_)
        for painting in paintings:
            if not Box.around(painting.corners_photo()).intersection(box_photo).is_empty:
                inside, own_share, distance = painting.inside_and_share(box_photo)
                # 0.75: the far corner, so that no weight is lost to rounding
                weight = own_share * np.exp((0.75 - distance) / np.float32(TERRITORY))
                pixels += weight[..., None] * painting.over(box_photo)
                total += weight
                share = np.maximum(share, own_share)
                covered |= inside
        return cls(pixels / total[..., None], share, covered)

    def without(self, unwanted: NDArray[np.bool_]) -> "PaintedPart":
        """This part with nothing painted where unwanted (h, w), fading out over a few pixels towards there."""
        wanted = cv2.erode((~unwanted).astype(np.float32), np.ones((5, 5), np.uint8))
        # as wide as the erosion, so that it is exactly zero where unwanted
        faded = np.asarray(cv2.blur(wanted, (5, 5), borderType=cv2.BORDER_REPLICATE), np.float32)
        return PaintedPart(self.pixels, np.where(unwanted, 0, self.share * faded), self.covered & ~unwanted)

    def above(self, pixels: NDArray[np.float32], share: NDArray[np.float32]) -> "PaintedPart":
        """This part laid over other pixels (h, w, C), themselves there in a share (h, w)."""
        below = (1 - self.share) * share
        total = self.share + below
        summed = self.share[..., None] * self.pixels + below[..., None] * pixels
        mixed = (summed / np.maximum(total, 1e-6)[..., None]).astype(np.float32)
        return PaintedPart(mixed, total, self.covered)


def matched_at_border(
    visible: NDArray[np.float32], painted: NDArray[np.float32], hole: NDArray[np.bool_]
) -> NDArray[np.float32]:
    """The crop (S, S, C) with its hole painted in colours that agree with the visible pixels at the border.

    The difference between what the border's neighbours let expect and what was painted there is carried into
    the hole by a membrane. Where it deviates much from the hole's common difference it is an edge of the
    picture that runs along the border, not a wrong colour, and is left alone (J. W. Tukey's biweight).
    """
    if not hole.any() or hole.all():
        return np.where(hole[..., None], painted, visible)
    expected = pulled([Level(visible * ~hole[..., None], (~hole).astype(np.float32))])
    border = hole & (cv2.erode(hole.astype(np.uint8), np.ones((3, 3), np.uint8), borderValue=1) == 0)
    difference = (expected - painted)[border]
    common = np.clip(np.median(difference, axis=0), -_MOST_COMMON, _MOST_COMMON)
    deviation = difference - common
    size = np.linalg.norm(deviation, axis=1, keepdims=True)
    limit = float(np.clip(4.7 * np.median(size), *_MILD))
    kept = np.clip(1 - (size / limit) ** 2, 0, 1) ** 2
    mild = np.zeros((*hole.shape, painted.shape[2] + 1), np.float32)
    mild[border] = np.hstack([kept * deviation, kept])
    # averaged along the border: what changes from pixel to pixel is the picture's structure
    mild = np.asarray(cv2.GaussianBlur(mild, (0, 0), _ALONG_PX), np.float32)
    correction = common + mild[..., :-1] / np.maximum(mild[..., -1:], _LEAST_MILD)
    smooth = pulled([Level(np.asarray(correction, np.float32), border.astype(np.float32))])
    return np.where(hole[..., None], np.clip(painted + smooth, 0, 1), visible).astype(np.float32)


def _inner_edges(alignment: Alignment, width: float, extent: Extent) -> tuple[bool, bool, bool, bool]:
    """Whether the photo goes on, by more than a pixel, beyond the left, top, right and bottom edge of a crop of that
    width."""
    right, bottom = extent.width, extent.height
    corners = alignment.to_crop(np.array([[0, 0], [right, 0], [right, bottom], [0, bottom]], np.float64))
    pixel = alignment.scale
    low, high = corners.min(axis=0), corners.max(axis=0)
    return (
        bool(low[0] < -pixel),
        bool(low[1] < -pixel),
        bool(high[0] > width + pixel),
        bool(high[1] > alignment.crop_px + pixel),
    )
