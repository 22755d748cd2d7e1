"""Outlines: places of the reduced copy in the photo's own pixels."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.editing.mask_shapes import Region
from facerestore.values.geometry import Box, Extent
from facerestore.values.photo import Photo
from facerestore.values.request import eight_bits

_WARPED_PX: Final = 16_384

_MARGIN_PX: Final = 1
"""How far a place reaches beyond what stands out: the soft edge of a scratch is damage too."""


def thin_region(
    photo: Photo,
    grey: NDArray[np.uint8],
    background: NDArray[np.uint8],
    labels: NDArray[np.int32],
    number: int,
    box_small: NDArray[np.intp],
    scale: float,
) -> Region | None:
    """A line or speck: near it, what differs from the background at least half as much as it does in the reduced copy.

    ``labels``: int32 (h, w) of the copy, in which the place has its ``number``; ``box_small``: left, top, right,
    bottom; ``background``: the copy without what is thin; ``scale``: the copy's pixels per photo pixel.
    """
    small = _box(box_small, 2, labels)
    inside = (labels[small.slices] == number).astype(np.uint8)
    margin = np.ones((2 * _MARGIN_PX + 1,) * 2, np.uint8)
    if scale == 1:
        return Region.of(cv2.dilate(inside, margin) > 0, small.left, small.top)
    box = Box.around(np.array([[small.left, small.top], [small.right, small.bottom]]) / scale).clipped(photo.extent)
    near = _enlarged(cv2.dilate(inside, margin), small, box, scale) > 0.5
    around = _enlarged(background[small.slices], small, box, scale)
    difference = grey[small.slices].astype(np.float32) - background[small.slices]
    contrast = float(difference[inside > 0].mean())
    own = _grey(photo.pixels[box.slices]).astype(np.float32) - around
    differs = near & (own * np.sign(contrast) >= abs(contrast) / 2)
    reach = max(1, round(_MARGIN_PX / scale / 2))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1,) * 2)
    grown = (cv2.dilate(differs.astype(np.uint8), disc) > 0) & near
    return Region.of(grown if differs.any() else near, box.left, box.top)


def area_region(
    photo: Photo, labels: NDArray[np.int32], number: int, box_small: NDArray[np.intp], scale: float
) -> Region | None:
    """A stain or hole, its outline smooth, without the pinholes in it. Arguments as of ``thin_region``."""
    small = _box(box_small, 3, labels)
    inside = (labels[small.slices] == number).astype(np.uint8)
    closed = cv2.morphologyEx(inside, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (3, 3)))
    grown = cv2.dilate(closed, np.ones((2 * _MARGIN_PX + 1,) * 2, np.uint8))
    if scale == 1:
        return Region.of(grown > 0, small.left, small.top)
    box = Box.around(np.array([[small.left, small.top], [small.right, small.bottom]]) / scale).clipped(photo.extent)
    return Region.of(_enlarged(grown, small, box, scale) > 0.5, box.left, box.top)


def _box(box_small: NDArray[np.intp], margin_px: int, labels: NDArray[np.int32]) -> Box:
    left, top, right, bottom = (int(edge) for edge in box_small)
    return Box(left, top, right, bottom).grown(margin_px).clipped(Extent.of(labels))


def _grey(pixels: NDArray[np.generic]) -> NDArray[np.uint8]:
    eight = eight_bits(pixels)
    return eight if eight.ndim == 2 else np.asarray(cv2.cvtColor(eight, cv2.COLOR_RGB2GRAY), np.uint8)


def _enlarged(values: NDArray[np.generic], small: Box, box: Box, scale: float) -> NDArray[np.float32]:
    """Values (h, w) of a box of the reduced copy, over a box of the photo."""
    placed = np.empty((box.height, box.width), np.float32)
    source, flags = values.astype(np.float32), cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    # OpenCV warps onto no more than 32,766 pixels a side
    for top in range(box.top, box.bottom, _WARPED_PX):
        for left in range(box.left, box.right, _WARPED_PX):
            part = Box(left, top, min(left + _WARPED_PX, box.right), min(top + _WARPED_PX, box.bottom))
            matrix = np.array(
                [
                    [scale, 0, (part.left + 0.5) * scale - 0.5 - small.left],
                    [0, scale, (part.top + 0.5) * scale - 0.5 - small.top],
                ]
            )
            size = (part.width, part.height)
            warped = cv2.warpAffine(source, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
            placed[part.top - box.top : part.bottom - box.top, part.left - box.left : part.right - box.left] = warped
    return placed
