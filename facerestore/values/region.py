"""PhotoRegion: a rectangle of a photo with its damage, of any shape, as a network is given it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import Alignment, averaged_part
from facerestore.values.geometry import Box
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo


@dataclass(frozen=True, eq=False)
class PhotoRegion:
    """``pixels``: float32 (h, w, 3) RGB 0...1, zero where ``hole``; ``hole``: bool (h, w), true where the photo is to
    be restored. ``alignment``: photo to region, without a turn; its ``crop_px`` is the region's height. ``face_box``:
    left, top, right, bottom of the upright square around a face's frame, in pixels of the region, None where no face
    is known. ``is_grey``: what the photo shows has no colour."""

    pixels: NDArray[np.float32]
    hole: NDArray[np.bool_]
    alignment: Alignment
    face_box: tuple[float, float, float, float] | None = None
    is_grey: bool = False

    def __post_init__(self) -> None:
        if self.pixels.shape != (*self.hole.shape, 3):
            raise ValueError("A region is (h, w, 3) with a hole (h, w).")
        if self.alignment.crop_px != len(self.hole):
            raise ValueError("A region's alignment has its height.")


@dataclass(frozen=True, eq=False)
class PaintedRegion:
    """``pixels``: float32 (h, w, 3) 0...1, the region with its hole painted. ``notes``: for the person."""

    region: PhotoRegion
    pixels: NDArray[np.float32]
    notes: tuple[str, ...] = ()


def cut_region(
    photo: Photo, mask: Mask, box: Box, *, scale: float, face_box_photo: NDArray[np.floating] | None = None
) -> PhotoRegion:
    """A box of a photo at ``scale`` region pixels per photo pixel, at most 1, without a trace of what the mask covers.

    Raises ValueError for a mask of another size, and for an empty box.
    """
    if mask.extent != photo.extent:
        raise ValueError("A mask has its photo's size.")
    if box.is_empty or not 0 < scale <= 1:
        raise ValueError("A region is a part of a photo, and not enlarged.")
    size = (max(1, round(box.width * scale)), max(1, round(box.height * scale)))
    weighted, visible = averaged_part(photo, mask, box, size)
    hole = visible < 0.5
    over = (..., *(None for _ in weighted.shape[2:]))
    filled = np.where(hole[over], 0, np.clip(weighted / np.maximum(visible, 0.25)[over], 0, 1))
    rgb = np.repeat(filled[..., None], 3, axis=2) if filled.ndim == 2 else filled
    to_region = np.array([size[0] / box.width, size[1] / box.height])
    matrix = np.hstack([np.diag(to_region), (-to_region * (box.left, box.top))[:, None]])
    alignment = Alignment(matrix, crop_px=size[1])
    face_box = None
    if face_box_photo is not None:
        left, top, right, bottom = alignment.to_crop(np.asarray(face_box_photo).reshape(2, 2)).ravel().tolist()
        face_box = (left, top, right, bottom)
    return PhotoRegion(
        np.ascontiguousarray(rgb, np.float32), hole, alignment, face_box, is_grey=photo.is_grey_outside(mask)
    )
