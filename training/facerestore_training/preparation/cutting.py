"""One face of a photo in the CelebA-HQ frame, what is measured of it, and whether it is good enough."""

import math
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from skimage.measure import blur_effect

from facerestore.values.alignment import CROP_PX, TEMPLATE, Alignment, cut_crop
from facerestore.values.face import Face
from facerestore.values.geometry import Extent
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo


class Reason(StrEnum):
    """Why a file, a photo or a face is left out, as the report names it."""

    NO_PHOTO = "not a photo by its name"
    UNREADABLE = "unreadable"
    DUPLICATE_FILE = "the same file as another"
    NO_LABELS = "no usable label map"
    NO_FACE = "no face found"
    TOO_SMALL = "too small"
    CUT_OFF = "cut off by the border"
    ODD_POINTS = "points unlike a face"
    BLURRED = "too blurred"
    DUPLICATE_FACE = "the same picture as another"


@dataclass(frozen=True, kw_only=True, slots=True)
class Criteria:
    """``min_face_px``: side of the crop in the photo. ``min_inside``: share of the crop that lies inside the
    photo. ``max_blur``: 0 sharp ... 1 (Crete 2007). ``max_misfit``: see ``FaceFigures``."""

    min_face_px: float = 128.0
    min_inside: float = 0.8
    max_blur: float = 0.68
    max_misfit: float = 0.25


@dataclass(frozen=True, kw_only=True)
class FaceFigures:
    """``native_px``: side of the crop in the photo, below 256 the crop was enlarged. ``inside``: share of the crop
    inside the photo, the rest is mirrored. ``yaw``: offset of the nose from the eyes' middle along their line, and
    ``misfit``: root mean square distance of the points from the template's, both in eye distances; None for
    a picture that was aligned before. ``blur``: of the face, 0 sharp ... 1. ``grey``: it shows no colour."""

    native_px: float
    inside: float
    yaw: float | None
    misfit: float | None
    blur: float
    grey: bool
    confidence: float

    def as_json(self) -> dict[str, float | bool | None]:
        return {name: round(v, 3) if isinstance(v, float) else v for name, v in asdict(self).items()}


_FACE_BOX: Final = (slice(CROP_PX // 4, CROP_PX * 7 // 8), slice(CROP_PX * 7 // 32, CROP_PX * 25 // 32))
_GREY_SPREAD: Final = 6
_GREY_PERCENTILE: Final = 99


def cut_face(photo: Photo, alignment: Alignment, face: Face | None) -> tuple[NDArray[np.uint8], FaceFigures]:
    """The crop, uint8 (256, 256, 3), cut as the engine cuts it, and its figures; ``face`` is None for a picture
    that is aligned already. Raises ValueError for a face outside the photo."""
    crop = cut_crop(photo, Mask.empty(photo.extent), alignment)
    pixels = np.round(crop.pixels * 255).astype(np.uint8)
    return pixels, FaceFigures(
        native_px=CROP_PX / alignment.scale,
        inside=_inside(alignment, photo.extent),
        yaw=None if face is None else _yaw(face),
        misfit=None if face is None else _misfit(face, alignment),
        blur=_blur(pixels),
        grey=_is_grey(pixels),
        confidence=1.0 if face is None else face.confidence,
    )


def cut_labels(labels_photo: NDArray[np.uint8], extent: Extent, alignment: Alignment) -> NDArray[np.uint8]:
    """The label map of a photo in the crop, uint8 (256, 256), by nearest sample, mirrored outside the photo.

    ``labels_photo`` (H, W) may have another scale than the photo of ``extent``, but not another shape:
    ValueError.
    """
    height, width = labels_photo.shape
    scale = np.array([width / extent.width, height / extent.height])
    if abs(scale[0] / scale[1] - 1) > 0.01:
        raise ValueError(f"the label map has {width} x {height} pixels, the photo {extent.width} x {extent.height}")
    columns, rows = np.floor(_pixel_centres_photo(alignment) * scale).astype(np.int64).T
    crop = labels_photo[_mirrored(rows, height), _mirrored(columns, width)]
    return np.ascontiguousarray(crop.reshape(CROP_PX, CROP_PX), np.uint8)


def objection(figures: FaceFigures, criteria: Criteria) -> tuple[Reason, str] | None:
    """Why a face is not good enough, with its figure; None if it is."""
    if figures.native_px < criteria.min_face_px:
        return Reason.TOO_SMALL, f"{figures.native_px:.0f} px, wanted {criteria.min_face_px:.0f}"
    if figures.inside < criteria.min_inside:
        return Reason.CUT_OFF, f"{figures.inside:.0%} inside the photo, wanted {criteria.min_inside:.0%}"
    if figures.misfit is not None and figures.misfit > criteria.max_misfit:
        return Reason.ODD_POINTS, f"{figures.misfit:.2f} eye distances off, allowed {criteria.max_misfit:.2f}"
    if figures.blur > criteria.max_blur:
        return Reason.BLURRED, f"blur {figures.blur:.2f}, allowed {criteria.max_blur:.2f}"
    return None


def _pixel_centres_photo(alignment: Alignment) -> NDArray[np.float64]:
    steps = np.arange(CROP_PX) + 0.5
    x, y = np.meshgrid(steps, steps)
    return alignment.to_photo(np.stack([x.ravel(), y.ravel()], axis=1))


def _inside(alignment: Alignment, extent: Extent) -> float:
    points = _pixel_centres_photo(alignment)
    return float(((points >= 0) & (points <= [extent.width, extent.height])).all(axis=1).mean())


def _yaw(face: Face) -> float:
    left, right, nose = face.points_photo[:3]
    across = (right - left) / max(face.eye_distance_px, 1e-6)
    return float((nose - (left + right) / 2) @ across / max(face.eye_distance_px, 1e-6))


def _misfit(face: Face, alignment: Alignment) -> float:
    template = TEMPLATE * alignment.crop_px
    distances = np.linalg.norm(alignment.to_crop(face.points_photo) - template, axis=1)
    return float(np.sqrt((distances**2).mean()) / np.linalg.norm(template[1] - template[0]))


def _blur(pixels: NDArray[np.uint8]) -> float:
    # the face alone: a soft background is no fault
    luma = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)[_FACE_BOX]
    with np.errstate(divide="ignore", invalid="ignore"):
        blur = float(blur_effect(luma))  # type: ignore[no-untyped-call]
    return blur if math.isfinite(blur) else 1.0


def _is_grey(pixels: NDArray[np.uint8]) -> bool:
    """JPEG leaves a little colour in a grey photo."""
    spread = pixels.max(axis=2) - pixels.min(axis=2)
    return bool(np.percentile(spread, _GREY_PERCENTILE) <= _GREY_SPREAD)


def _mirrored(indices: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Indices brought into 0 ... size - 1 by mirroring at the outermost samples, as the crop's pixels are."""
    period = max(1, 2 * (size - 1))
    folded = np.abs(indices) % period
    return np.minimum(folded, period - folded) if size > 1 else np.zeros_like(indices)
