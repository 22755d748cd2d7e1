"""Alignment: photo <-> crop in the CelebA-HQ frame. Cutting a crop, and mapping points and labels both ways.

Points are continuous: (0, 0) is the outer corner of the first pixel and (0.5, 0.5) its centre, in both
frames.
"""

from dataclasses import dataclass
from typing import Any, Final, Self

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.face import Face
from facerestore.values.geometry import Box, Extent
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

CROP_PX: Final = 256
"""Side of the crops that the networks read."""

POINT_PARTNERS: Final = (1, 0, 2, 4, 3)
"""Which of the five points each one is in the mirror image: left and right mean left and right in the picture."""

TEMPLATE: Final = np.array([[0.3803, 0.4774], [0.6202, 0.4810], [0.4989, 0.6211], [0.3914, 0.7288], [0.6028, 0.7313]])
"""The five points as a share of the crop side: the CelebA-HQ frame."""
TEMPLATE.flags.writeable = False

_HALF_PIXEL: Final = 0.5


@dataclass(frozen=True, eq=False)
class Alignment:
    """``matrix_photo_to_crop``: float64 (2, 3), invertible; ``crop_px``: side of the crop."""

    matrix_photo_to_crop: NDArray[np.float64]
    crop_px: int = CROP_PX

    def __post_init__(self) -> None:
        matrix = self.matrix_photo_to_crop
        if matrix.shape != (2, 3) or not np.isfinite(matrix).all():
            raise ValueError("An alignment is a finite (2, 3) matrix.")
        if abs(np.linalg.det(matrix[:, :2])) < 1e-12:
            raise ValueError("An alignment can be inverted.")
        matrix.flags.writeable = False

    @classmethod
    def of_face(cls, face: Face, *, crop_px: int = CROP_PX) -> Self:
        """The least-squares similarity from the face's points to the template (Umeyama 1991)."""
        return cls(similarity(face.points_photo, TEMPLATE * crop_px), crop_px)

    @classmethod
    def of_aligned(cls, extent: Extent, *, crop_px: int = CROP_PX) -> Self:
        """The alignment of a picture that is already a crop in the frame, of any size."""
        scale = np.array([crop_px / extent.width, crop_px / extent.height])
        return cls(np.hstack([np.diag(scale), np.zeros((2, 1))]), crop_px)

    @property
    def key(self) -> bytes:
        """Equal for alignments of one place in the photo, down to the last bit; made to look things up by."""
        return self.matrix_photo_to_crop.tobytes()

    @property
    def matrix_crop_to_photo(self) -> NDArray[np.float64]:
        return np.asarray(cv2.invertAffineTransform(self.matrix_photo_to_crop), np.float64)

    @property
    def scale(self) -> float:
        """Crop pixels per photo pixel; below 1 the photo has more detail than the crop."""
        return float(np.sqrt(abs(np.linalg.det(self.matrix_photo_to_crop[:, :2]))))

    def to_crop(self, points_photo: NDArray[np.floating]) -> NDArray[np.float64]:
        """Points (N, 2) of the photo, in the crop."""
        return _mapped(self.matrix_photo_to_crop, points_photo)

    def to_photo(self, points_crop: NDArray[np.floating]) -> NDArray[np.float64]:
        """Points (N, 2) of the crop, in the photo."""
        return _mapped(self.matrix_crop_to_photo, points_crop)

    def corners_photo(self) -> NDArray[np.float64]:
        """The crop's four corners in the photo (4, 2), clockwise from top left."""
        side = float(self.crop_px)
        return self.to_photo(np.array([[0, 0], [side, 0], [side, side], [0, side]]))

    def box_photo(self, extent: Extent) -> Box:
        """The part of the photo that the crop touches, as a box."""
        return Box.around(self.corners_photo()).clipped(extent)

    def resized(self, crop_px: int) -> "Alignment":
        """The same frame with another number of crop pixels."""
        return Alignment(self.matrix_photo_to_crop * (crop_px / self.crop_px), crop_px)

    def warp_to_photo(
        self, crop: NDArray[Any], box_photo: Box, *, interpolation: int = cv2.INTER_CUBIC
    ) -> NDArray[Any]:
        """An array of the crop (S, S, ...) resampled once onto a box of the photo. Replicates its border."""
        scale = self.crop_px / crop.shape[0]
        to_array = self.matrix_photo_to_crop / scale
        matrix = _for_pixel_centres(to_array)
        matrix[:, 2] += matrix[:, :2] @ np.array([box_photo.left, box_photo.top], np.float64)
        return np.asarray(
            cv2.warpAffine(
                crop,
                matrix,
                (box_photo.width, box_photo.height),
                flags=interpolation | cv2.WARP_INVERSE_MAP,
                borderMode=cv2.BORDER_REPLICATE,
            )
        )


@dataclass(frozen=True, eq=False)
class FaceCrop:
    """``pixels``: float32 (S, S, 3) RGB 0...1, zero where ``hole``; ``hole``: bool (S, S), true where the
    photo is to be restored or nothing is known; ``is_grey``: what the photo shows has no colour."""

    pixels: NDArray[np.float32]
    hole: NDArray[np.bool_]
    alignment: Alignment
    is_grey: bool = False

    def __post_init__(self) -> None:
        if self.pixels.shape[:2] != self.hole.shape or self.pixels.shape[2:] != (3,):
            raise ValueError("A crop is (S, S, 3) with a hole (S, S).")

    def restored_in(self, extent: Extent) -> NDArray[np.bool_]:
        """Where the hole lies in the photo (S, S): beyond its edges a crop shows its mirror image."""
        rows, columns = self.hole.shape
        x, y = np.meshgrid(np.arange(columns) + _HALF_PIXEL, np.arange(rows) + _HALF_PIXEL)
        places = np.stack([x.ravel(), y.ravel()], axis=1) * (self.alignment.crop_px / rows)
        at = self.alignment.to_photo(places).reshape(rows, columns, 2)
        return np.asarray(self.hole & (at >= 0).all(axis=2) & (at < (extent.width, extent.height)).all(axis=2))


def cut_crop(photo: Photo, mask: Mask, alignment: Alignment) -> FaceCrop:
    """The face crop of a photo without a trace of what the mask covers.

    A photo finer than the crop is averaged (a box filter over its visible pixels only), a coarser one is
    interpolated; outside the photo the crop shows its mirror image, as the training crops do.
    """
    if mask.extent != photo.extent:
        raise ValueError("A mask has its photo's size.")
    reach = _needed_box(alignment, photo.extent)
    matrix = alignment.matrix_photo_to_crop.copy()
    matrix[:, 2] += matrix[:, :2] @ np.array([reach.left, reach.top], np.float64)
    shrink = max(1.0, 1.0 / alignment.scale)
    size = (max(1, round(reach.width / shrink)), max(1, round(reach.height / shrink)))
    back = np.diag([reach.width / size[0], reach.height / size[1]])
    matrix = np.hstack([matrix[:, :2] @ back, matrix[:, 2:]])
    weighted, visible = averaged_part(photo, mask, reach, size)
    weighted = _warped(weighted, matrix, alignment.crop_px)
    weight = _warped(visible, matrix, alignment.crop_px)
    hole = weight < 0.5
    filled = weighted / np.maximum(weight, 0.25)[(...,) + (None,) * (weighted.ndim - 2)]
    filled = np.where(hole[(...,) + (None,) * (weighted.ndim - 2)], 0, np.clip(filled, 0, 1))
    rgb = np.repeat(filled[..., None], 3, axis=2) if filled.ndim == 2 else filled
    return FaceCrop(np.ascontiguousarray(rgb, np.float32), hole, alignment, is_grey=photo.is_grey_outside(mask))


def similarity(source: NDArray[np.floating], target: NDArray[np.floating]) -> NDArray[np.float64]:
    """The (2, 3) similarity that carries source points (N, 2) closest to target points.

    Least squares, no reflection: S. Umeyama, IEEE TPAMI 13(4), 1991. Raises ValueError when the source points
    coincide.
    """
    source = np.asarray(source, np.float64)
    target = np.asarray(target, np.float64)
    source_mean, target_mean = source.mean(axis=0), target.mean(axis=0)
    source_centred, target_centred = source - source_mean, target - target_mean
    variance = (source_centred**2).sum() / len(source)
    if variance < 1e-9:
        raise ValueError("The points of a face do not all lie on one spot.")
    u, singular, vt = np.linalg.svd(target_centred.T @ source_centred / len(source))
    sign = np.diag([1.0, np.sign(np.linalg.det(u) * np.linalg.det(vt)) or 1.0])
    rotation = u @ sign @ vt
    scale = (singular * np.diag(sign)).sum() / variance
    linear = scale * rotation
    return np.hstack([linear, (target_mean - linear @ source_mean)[:, None]])


def averaged_part(
    photo: Photo, mask: Mask, box: Box, size: tuple[int, int]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """A box of the photo 0...1 (h, w, ...), zero where it is masked, and what of it is visible (h, w), averaged to a
    size (width, height) that is not larger."""
    # a large scan has no room for a float copy: its rows are shortened strip by strip
    narrow = np.empty((box.height, size[0], *photo.pixels.shape[2:]), np.float32)
    narrow_visible = np.empty((box.height, size[0]), np.float32)
    for strip in box.strips():
        rows = slice(strip.top - box.top, strip.bottom - box.top)
        kept = (mask.coverage[strip.slices] == 0).astype(np.float32)
        pixels = photo.pixels[strip.slices].astype(np.float32)
        pixels *= kept[(..., *(None for _ in pixels.shape[2:]))]
        narrow[rows] = _averaged(pixels, (size[0], strip.height))
        narrow_visible[rows] = _averaged(kept, (size[0], strip.height))
    return _averaged(narrow, size) / np.float32(photo.white), _averaged(narrow_visible, size)


def _averaged(pixels: NDArray[np.float32], size: tuple[int, int]) -> NDArray[np.float32]:
    """Pixels (h, w, ...) averaged to a size (width, height) that is not larger."""
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.float32)


def _mapped(matrix: NDArray[np.float64], points: NDArray[np.floating]) -> NDArray[np.float64]:
    return np.asarray(points, np.float64) @ matrix[:, :2].T + matrix[:, 2]


def _for_pixel_centres(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """OpenCV counts from pixel centres; the same map in its coordinates."""
    shifted = matrix.copy()
    shifted[:, 2] += matrix[:, :2] @ np.full(2, _HALF_PIXEL) - _HALF_PIXEL
    return shifted


def _needed_box(alignment: Alignment, extent: Extent) -> Box:
    """The photo box that a crop reads, with room for the mirror image where the crop leaves the photo."""
    corners = Box.around(alignment.corners_photo())
    if corners.clipped(extent).is_empty:
        raise ValueError("The face lies outside the photo.")
    reach = corners.grown(8)
    overhang = max(-reach.left, -reach.top, reach.right - extent.width, reach.bottom - extent.height, 0)
    return reach.grown(overhang).clipped(extent)


def _warped(array: NDArray[np.floating], matrix: NDArray[np.float64], size: int) -> NDArray[np.float32]:
    return np.asarray(
        cv2.warpAffine(
            array,
            _for_pixel_centres(matrix),
            (size, size),
            flags=cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REFLECT_101,
        ),
        np.float32,
    )
