"""Arrays as pictures on the screen: the only place that knows strides, 16 bits and colour profiles.

What is shown is a copy or a view for the eye; the photo's own data never pass through here on their way to a
file.
"""

import io
import itertools
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage

from facerestore.geometry import Box, Extent
from facerestore.photo import Photo

_SMALLEST_LEVEL_PX: Final = 512


def shown_pixels(photo: Photo) -> NDArray[np.uint8]:
    """The photo as an sRGB screen shows it: uint8 (H, W) or (H, W, 3), contiguous; the photo's own array
    where nothing has to be converted."""
    pixels = photo.pixels
    eight_bit = (pixels >> 8).astype(np.uint8) if pixels.dtype == np.uint16 else pixels.astype(np.uint8, copy=False)
    eight_bit = np.ascontiguousarray(eight_bit)
    profile = photo.metadata.icc_profile
    return eight_bit if profile is None else _in_srgb(eight_bit, profile)


def _in_srgb(pixels: NDArray[np.uint8], profile: bytes) -> NDArray[np.uint8]:
    """Converted by the embedded profile; unchanged where that is sRGB, damaged, or for other channels."""
    # imported here: the window opens without it
    from PIL import Image, ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "srgb" in ImageCms.getProfileDescription(source).lower():
            return pixels
        converted = ImageCms.profileToProfile(
            Image.fromarray(pixels), source, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return pixels
    return pixels if converted is None else np.ascontiguousarray(converted, np.uint8)


@dataclass(frozen=True, eq=False)
class Picture:
    """A photo for the screen at full, half, quarter ... size: a large scan is drawn from the level that fits.

    Levels share memory with their images and must not be written to.
    """

    levels: tuple[NDArray[np.uint8], ...]
    images: tuple[QImage, ...]

    @classmethod
    def of(cls, pixels: NDArray[np.uint8]) -> "Picture":
        """The picture of uint8 pixels (H, W) or (H, W, 3). Costs about a third of the photo's memory."""
        levels = [np.ascontiguousarray(pixels)]
        while max(levels[-1].shape[:2]) > _SMALLEST_LEVEL_PX:
            height, width = levels[-1].shape[:2]
            half = ((width + 1) // 2, (height + 1) // 2)
            levels.append(np.asarray(cv2.resize(levels[-1], half, interpolation=cv2.INTER_AREA), np.uint8))
        return cls(tuple(levels), tuple(map(_wrapped, levels)))

    @property
    def extent(self) -> Extent:
        return Extent.of(self.levels[0])

    def for_scale(self, scale: float, part_photo: QRectF) -> tuple[QImage, QRectF]:
        """The image for ``scale`` screen pixels per photo pixel, and where it shows a part of the photo."""
        image = self.images[_level(scale, len(self.images))]
        across = image.width() / self.extent.width
        down = image.height() / self.extent.height
        source = QRectF(
            part_photo.x() * across,
            part_photo.y() * down,
            part_photo.width() * across,
            part_photo.height() * down,
        )
        return image, source

    def thumbnail(self, box_photo: Box, side_px: int) -> QImage:
        """A part of the photo, at most ``side_px`` wide and high."""
        box = box_photo.clipped(self.extent)
        if box.is_empty:
            return QImage()
        level = _level(side_px / max(box.width, box.height), len(self.images))
        image, step = self.images[level], 2**level
        part = image.copy(QRect(box.left // step, box.top // step, box.width // step, box.height // step))
        return part.scaled(
            side_px, side_px, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )


class MaskLevels:
    """A mask for the screen at full, half, quarter ... size, kept up to date box by box.

    The first level is the coverage array itself. A coarser pixel is set if any pixel under it is, so that a
    fine scratch stays visible from afar.
    """

    def __init__(self, coverage: NDArray[np.uint8]) -> None:
        self._levels = [coverage]
        while max(self._levels[-1].shape) > _SMALLEST_LEVEL_PX:
            height, width = self._levels[-1].shape
            self._levels.append(np.zeros(((height + 1) // 2, (width + 1) // 2), np.uint8))
        if coverage.any():
            self.update(Extent.of(coverage).box)

    def update(self, box: Box) -> None:
        """Bring the coarser levels up to date after the coverage changed inside the box."""
        for finer, coarser in itertools.pairwise(self._levels):
            box = Box(box.left // 2, box.top // 2, (box.right + 1) // 2, (box.bottom + 1) // 2)
            box = box.clipped(Extent.of(coarser))
            if box.is_empty:
                return
            part = finer[2 * box.top : 2 * box.bottom, 2 * box.left : 2 * box.right]
            missing = (2 * box.height - part.shape[0], 2 * box.width - part.shape[1])
            even = np.pad(part, ((0, missing[0]), (0, missing[1]))) if any(missing) else part
            rows = np.maximum(even[0::2], even[1::2])
            coarser[box.slices] = np.maximum(rows[:, 0::2], rows[:, 1::2])

    def for_scale(self, scale: float, part_photo: QRectF, colours: list[int]) -> tuple[QImage, QRectF]:
        """The image to draw at a scale, in a table of 256 colours, and where it shows a part of the photo."""
        level = _level(scale, len(self._levels))
        step = 2**level
        source = QRectF(
            part_photo.x() / step,
            part_photo.y() / step,
            part_photo.width() / step,
            part_photo.height() / step,
        )
        return indexed_image(self._levels[level], colours), source


def indexed_image(values: NDArray[np.uint8], colours: list[int]) -> QImage:
    """An image of values (H, W) in a table of colours (ARGB). Shares the array's memory: no copy is made, so
    the array must outlive the image."""
    height, width = values.shape
    image = QImage(values.data, width, height, values.strides[0], QImage.Format.Format_Indexed8)
    image.setColorTable(colours)
    return image


def rgb_pixels(image: QImage) -> NDArray[np.uint8]:
    """A copy of an image's pixels (H, W, 3)."""
    converted = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(converted.constBits(), np.uint8).reshape(converted.height(), converted.bytesPerLine())
    return rows[:, : converted.width() * 3].reshape(converted.height(), converted.width(), 3).copy()


def _wrapped(pixels: NDArray[np.uint8]) -> QImage:
    height, width = pixels.shape[:2]
    kind = QImage.Format.Format_Grayscale8 if pixels.ndim == 2 else QImage.Format.Format_RGB888
    return QImage(pixels.data, width, height, pixels.strides[0], kind)


def _level(scale: float, count: int) -> int:
    """The coarsest level that still has a pixel for every screen pixel."""
    level = 0
    while level + 1 < count and scale * 2 ** (level + 1) <= 1.0:
        level += 1
    return level
