"""Classical inpainting: the surroundings of a hole are continued into it, pixel by pixel from its border.

Telea, "An image inpainting technique based on the fast marching method", 2004; Bertalmio, Bertozzi and Sapiro,
"Navier-Stokes, fluid dynamics, and image and video inpainting", 2001. OpenCV's, at the photo's own depth.
"""

from collections.abc import Iterator
from enum import Enum
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled
from facerestore.values.errors import UsageError
from facerestore.values.events import OnProgress, no_progress
from facerestore.values.geometry import Box
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.raster import pixels_where
from facerestore.values.repair import Repair, RepairedPhoto, RepairKind

RADIUS_PX: Final = 5
"""How far around a pixel both methods look."""
_BLOCK_PX: Final = 32
"""Damage is grouped by blocks of this size. Two groups lie at least one block apart, and each is worked with a block of
surroundings: further than both methods look, so that the pieces equal the whole."""


class Method(Enum):
    TELEA = cv2.INPAINT_TELEA
    NAVIER_STOKES = cv2.INPAINT_NS


def inpainted(
    photo: Photo,
    mask: Mask,
    method: Method,
    *,
    on_progress: OnProgress = no_progress,
    cancel: CancelToken = NEVER,
) -> RepairedPhoto:
    """The photo with what the mask covers continued from its surroundings; all other samples, and alpha, are
    the photo's own. Transparent pixels say nothing.

    Worked piece by piece around the damage, so that a small scratch in a large photo is quick. Raises UsageError where
    the mask leaves nothing to continue, Cancelled between pieces.
    """
    if mask.is_empty:
        return RepairedPhoto(photo)
    unknown = unknown_pixels(photo, mask)
    groups = list(_groups(mask))
    repairs = []
    for done, (box, is_of_group) in enumerate(groups):
        raise_if_cancelled(cancel)
        on_progress("composite", done, len(groups))
        made = inpainted_samples(photo.pixels[box.slices], unknown[box.slices], method)
        repairs.append(Repair.of(box, RepairKind.FILLED, is_of_group, pixels_where(made, is_of_group)))
    on_progress("composite", len(groups), len(groups))
    return RepairedPhoto(photo, tuple(repairs))


def unknown_pixels(photo: Photo, mask: Mask) -> NDArray[np.uint8]:
    """What of the photo is unknown, (H, W), not 0: what is masked or transparent. Raises UsageError where that is all
    of it."""
    unknown = mask.coverage if photo.alpha is None else mask.coverage | ((photo.alpha == 0) * np.uint8(255))
    if unknown.all():
        raise UsageError(
            "The whole photo is to be restored, so there is nothing to continue it from.",
            advice="Leave out of the mask what is sound, or choose another way to restore.",
        )
    return unknown


def inpainted_samples(samples: NDArray[Any], hole: NDArray[np.uint8], method: Method) -> NDArray[Any]:
    """Samples (H, W) or (H, W, C), uint8 or uint16, continued into a hole (H, W), not 0 = restore."""
    if samples.ndim == 2 or (samples.dtype == np.uint8 and samples.shape[2] == 3):
        return np.asarray(cv2.inpaint(np.ascontiguousarray(samples), hole, RADIUS_PX, method.value))
    # OpenCV takes three channels of 8 bits only; the order of pixels is the mask's alone, so channels are independent,
    # but for the last digits of float sums, which OpenCV's code for three channels rounds otherwise
    channels = [inpainted_samples(samples[..., one], hole, method) for one in range(samples.shape[2])]
    return np.stack(channels, axis=-1)


def _groups(mask: Mask) -> Iterator[tuple[Box, NDArray[np.bool_]]]:
    """Damage that lies together: the box it is worked in, and which of the box's pixels are the group's (h, w)."""
    width_px, height_px = mask.extent.width, mask.extent.height
    blocks = np.zeros((-(-height_px // _BLOCK_PX), -(-width_px // _BLOCK_PX)), np.uint8)
    for row in range(len(blocks)):
        strip = mask.coverage[row * _BLOCK_PX : (row + 1) * _BLOCK_PX].max(axis=0)
        blocks[row] = np.maximum.reduceat(strip, np.arange(0, width_px, _BLOCK_PX)) > 0
    count, labels, stats, _ = cv2.connectedComponentsWithStats(blocks, connectivity=8)
    for number in range(1, count):
        left, top, width, height = (_BLOCK_PX * int(value) for value in stats[number][:4])
        box = Box(left, top, left + width, top + height).grown(_BLOCK_PX).clipped(mask.extent)
        rows_at, columns_at = np.arange(box.top, box.bottom), np.arange(box.left, box.right)
        is_of_group = labels[np.ix_(rows_at // _BLOCK_PX, columns_at // _BLOCK_PX)] == number
        yield box, is_of_group & (mask.coverage[box.slices] > 0)
