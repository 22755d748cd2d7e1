"""Arrays as pictures on the screen: the only place that knows strides, 16 bits and colour profiles.

What is shown is a copy or a view for the eye; the photo's own data never pass through here on their way to a
file.
"""

import io
from collections.abc import Callable
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from facerestore.values.geometry import Box, Extent
from facerestore.values.photo import Photo
from facerestore.values.repair import RepairedPhoto

_SMALLEST_LEVEL_PX: Final = 512
_FILM_ALPHA: Final = 150
_BAND_PX: Final = 256
"""Rows of the photo that are reduced in one go: a few megabytes, done within milliseconds."""
_AT_ONCE_PX: Final = 4 * 2**20
"""Photos up to this many pixels get their levels together with the picture."""

Convert = Callable[[NDArray[np.uint8]], NDArray[np.uint8]]


class ScreenPixels:
    """A photo as an sRGB screen shows it, one part at a time. Holds no pixels but the photo's own and those of its
    repairs: a restored photo is never a second one in memory.

    ``format``: Grayscale8 for a grey photo without profile and alpha, else RGB32, which Qt draws several times as
    fast as three bytes per pixel, or ARGB32_Premultiplied where the photo has alpha.
    """

    def __init__(self, shown: Photo | RepairedPhoto) -> None:
        self._repaired = RepairedPhoto(shown) if isinstance(shown, Photo) else shown
        self._photo = photo = self._repaired.source
        self._to_srgb = _to_srgb(photo)
        if photo.alpha is not None:
            self.format = QImage.Format.Format_ARGB32_Premultiplied
        elif photo.pixels.ndim == 2 and self._to_srgb is None:
            self.format = QImage.Format.Format_Grayscale8
        else:
            self.format = QImage.Format.Format_RGB32

    @property
    def extent(self) -> Extent:
        return self._photo.extent

    def colours(self, pixels: NDArray[np.float32]) -> NDArray[np.float32]:
        """How other pixels (h, w, C) 0...1 of the photo's own colours look, C being 1 or 3: float32 0...255 (h, w, 1)
        for Grayscale8, else (h, w, 4) in Qt's order, alpha 0."""
        if pixels.shape[2] == 1 and self._photo.pixels.ndim == 3:
            pixels = np.repeat(pixels, 3, axis=2)
        shown = np.asarray(pixels * np.float32(255), np.float32)
        if self._to_srgb is not None:
            plane = np.rint(shown).astype(np.uint8)
            converted = self._to_srgb(np.ascontiguousarray(plane[..., 0] if plane.shape[2] == 1 else plane))
            shown = np.asarray(converted, np.float32).reshape(*pixels.shape[:2], -1)
        if self.format == QImage.Format.Format_Grayscale8:
            return shown
        four = np.zeros((*pixels.shape[:2], 4), np.float32)
        four[..., :3] = shown[..., ::-1]
        return four

    def part(self, box: Box, *, step: int = 1) -> NDArray[np.uint8]:
        """The pixels of a box inside the photo, every ``step``-th each way: uint8 (h, w) for Grayscale8, else
        (h, w, 4) in Qt's order blue, green, red, alpha; contiguous."""
        rows, columns = box.slices
        four = self.of_samples(self._samples(box, step))
        if self._photo.alpha is not None:
            alpha = _eight_bit(self._photo.alpha[rows, columns][::step, ::step])
            four[..., :3] = cv2.multiply(four[..., :3], cv2.merge([alpha] * 3), scale=1 / 255)
            four[..., 3] = alpha
        return np.asarray(four, np.uint8)

    def _samples(self, box: Box, step: int) -> NDArray[np.uint8] | NDArray[np.uint16]:
        """Every ``step``-th sample of a box each way, a few rows at a time where there are repairs."""
        if step == 1:
            return self._repaired.read(box)
        few = self._photo.pixels[box.slices][::step, ::step]
        if not any(not one.box.intersection(box).is_empty for one in self._repaired.repairs):
            return few
        few = few.copy()
        rows = max(1, _BAND_PX // step) * step
        for top in range(box.top, box.bottom, rows):
            band = Box(box.left, top, box.right, min(top + rows, box.bottom))
            if any(not one.box.intersection(band).is_empty for one in self._repaired.repairs):
                part = self._repaired.read(band)[::step, ::step]
                first = (top - box.top) // step
                few[first : first + len(part)] = part
        return few

    def of_samples(self, samples: NDArray[np.uint8] | NDArray[np.uint16]) -> NDArray[np.uint8]:
        """What samples of the photo's kind (h, w) or (h, w, 3) look like, as ``part`` gives them, opaque."""
        shown = _eight_bit(samples)
        if self._to_srgb is not None:
            shown = self._to_srgb(shown)
        if self.format == QImage.Format.Format_Grayscale8:
            return shown
        code = cv2.COLOR_GRAY2BGRA if shown.ndim == 2 else cv2.COLOR_RGB2BGRA
        return np.asarray(cv2.cvtColor(shown, code), np.uint8)


class DifferencePixels:
    """A picture of a difference: how much two photos of one size differ, as a picture: black where they are equal. As
    ``ScreenPixels``."""

    format = QImage.Format.Format_RGB32

    def __init__(self, before: "Pixels", after: "Pixels", gain: float) -> None:
        self._before, self._after, self._gain = before, after, gain

    @property
    def extent(self) -> Extent:
        return self._before.extent

    def part(self, box: Box, *, step: int = 1) -> NDArray[np.uint8]:
        """As in ``ScreenPixels``: uint8 (h, w, 4), the difference times the gain."""
        before, after = (_four_channels(one.part(box, step=step)) for one in (self._before, self._after))
        difference = cv2.convertScaleAbs(cv2.absdiff(before, after), alpha=self._gain)
        difference[..., 3] = 255
        return np.asarray(difference, np.uint8)


Pixels = ScreenPixels | DifferencePixels


class Picture:
    """A photo for the screen at half, quarter ... size; full size is made tile by tile from its ``pixels``.

    Pixel (x, y) of level n covers the photo's pixels from (x, y) * 2**n on. Levels of a large photo are filled by
    ``build``, in a thread; until it has come to a row, a coarse preview stands in. They cost a third of what the
    photo's pixels take at the format's bytes per pixel.
    """

    def __init__(self, photo: Photo | RepairedPhoto | Pixels) -> None:
        self.pixels = ScreenPixels(photo) if isinstance(photo, Photo | RepairedPhoto) else photo
        extent = self.pixels.extent
        channels = () if self.pixels.format == QImage.Format.Format_Grayscale8 else (4,)
        shapes = level_shapes(extent.height, extent.width)
        self._levels = [np.empty((*shape, *channels), np.uint8) for shape in shapes]
        self._images = [_wrapped(level, self.pixels.format) for level in self._levels]
        self.preview_step: Final = 2 ** max(0, len(self._levels) - 1)
        self._preview = self.pixels.part(extent.box, step=self.preview_step)
        self.preview: Final = _wrapped(self._preview, self.pixels.format)
        self.rows_ready = 0
        """How many rows of the photo the levels show already, from the top."""
        if not self._levels or extent.pixel_count <= _AT_ONCE_PX:
            self.build(lambda: False)

    @property
    def extent(self) -> Extent:
        return self.pixels.extent

    @property
    def has_levels(self) -> bool:
        """False for a photo so small that its preview is as large as itself."""
        return bool(self._levels)

    @property
    def has_alpha(self) -> bool:
        return self.pixels.format == QImage.Format.Format_ARGB32_Premultiplied

    def is_filled(self, box: Box) -> bool:
        """Whether the levels show a box of the photo already."""
        return box.bottom <= self.rows_ready

    def level_part(self, level: int, box: Box) -> NDArray[np.uint8]:
        """The pixels of a level, 0 being the photo itself, over a box of it whose left and top edge are pixels of that
        level; as of ``ScreenPixels.part``. Single pixels of the photo stand in where the level is not filled yet."""
        if level == 0 or not self.is_filled(box):
            return self.pixels.part(box, step=2**level)
        step = 2**level
        return self._levels[level - 1][
            box.top // step : -(-box.bottom // step), box.left // step : -(-box.right // step)
        ]

    @property
    def is_complete(self) -> bool:
        return self.rows_ready >= self.extent.height

    @property
    def byte_count(self) -> int:
        """What is held besides the photo."""
        return self._preview.nbytes + sum(level.nbytes for level in self._levels)

    def build(self, is_stopped: Callable[[], bool]) -> None:
        """Fill the levels from the top down, until done or stopped. In any thread, in one at a time."""
        height, width = self.extent.height, self.extent.width
        band = max(_BAND_PX, 2 ** len(self._levels))
        while not self.is_complete and not is_stopped():
            top, bottom = self.rows_ready, min(self.rows_ready + band, height)
            if self._levels:
                self._reduce(self.pixels.part(Box(0, top, width, bottom)), top)
            self.rows_ready = bottom

    def _reduce(self, finer: NDArray[np.uint8], top: int) -> None:
        for number, level in enumerate(self._levels, start=1):
            finer = _halved(finer)
            first = top >> number
            level[first : first + len(finer)] = finer

    def level_for(self, scale: float) -> int:
        """The coarsest level with a pixel for every screen pixel, at ``scale`` screen pixels per photo pixel; 0 is
        the photo itself."""
        return coarsest_level(scale, len(self._levels) + 1)

    def image(self, level: int) -> QImage:
        """A level from 1 on. Shares its memory; rows below ``rows_ready`` are not yet filled."""
        return self._images[level - 1]

    def overview(self) -> tuple[QImage, int]:
        """The whole photo, at most 512 pixels a side, and how many photo pixels each of its pixels covers each way.
        Shares memory; coarse until the levels are filled."""
        if self._levels and self.is_complete:
            return self._images[-1], 2 ** len(self._levels)
        return self.preview, self.preview_step

    def thumbnail(self, box_photo: Box, side_px: int) -> QImage:
        """A part of the photo, at most ``side_px`` wide and high."""
        box = box_photo.clipped(self.extent)
        if box.is_empty:
            return QImage()
        step = 2 ** self.level_for(side_px / max(box.width, box.height))
        if step == 1 or box.bottom > self.rows_ready:
            part = self.pixels.part(box, step=step)
        else:
            level = self._levels[step.bit_length() - 2]
            rows, columns = (slice(edge.start // step, -(-edge.stop // step)) for edge in box.slices)
            part = np.ascontiguousarray(level[rows, columns])
        return _wrapped(part, self.pixels.format).scaled(
            side_px, side_px, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )


def _four_channels(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return pixels if pixels.ndim == 3 else np.asarray(cv2.cvtColor(pixels, cv2.COLOR_GRAY2BGRA), np.uint8)


def level_shapes(height: int, width: int) -> list[tuple[int, int]]:
    """(height, width) of half, quarter ... size, down to where the longer side is 512 pixels or less."""
    shapes = []
    while max(height, width) > _SMALLEST_LEVEL_PX:
        height, width = (height + 1) // 2, (width + 1) // 2
        shapes.append((height, width))
    return shapes


def coarsest_level(scale: float, count: int) -> int:
    """The coarsest of ``count`` levels, each half the one before, that still has a pixel for every screen pixel."""
    level = 0
    while level + 1 < count and scale * 2 ** (level + 1) <= 1.0:
        level += 1
    return level


def indexed_image(values: NDArray[np.uint8], colours: list[int]) -> QImage:
    """An image of values (H, W) in a table of colours (ARGB). Shares the array's memory: no copy is made, so
    the array must outlive the image."""
    image = _wrapped(values, QImage.Format.Format_Indexed8)
    image.setColorTable(colours)
    return image


def rgb_pixels(image: QImage) -> NDArray[np.uint8]:
    """A copy of an image's pixels (H, W, 3)."""
    converted = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(converted.constBits(), np.uint8).reshape(converted.height(), converted.bytesPerLine())
    return rows[:, : converted.width() * 3].reshape(converted.height(), converted.width(), 3).copy()


def owned_image(values: NDArray[np.uint8], image_format: QImage.Format) -> QImage:
    """An image with a copy of an array's memory."""
    return _wrapped(values, image_format).copy()


def _wrapped(values: NDArray[np.uint8], image_format: QImage.Format) -> QImage:
    height, width = values.shape[:2]
    return QImage(values.data, width, height, values.strides[0], image_format)


def _halved(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Means of two by two pixels; an odd last row or column counts twice."""
    height, width = pixels.shape[:2]
    if height % 2 or width % 2:
        border = cv2.copyMakeBorder(pixels, 0, height % 2, 0, width % 2, cv2.BORDER_REPLICATE)
        pixels = np.asarray(border, np.uint8)
    half = ((width + 1) // 2, (height + 1) // 2)
    return np.asarray(cv2.resize(pixels, half, interpolation=cv2.INTER_AREA), np.uint8)


def _eight_bit(values: NDArray[np.uint8] | NDArray[np.uint16]) -> NDArray[np.uint8]:
    upper = (values >> 8).astype(np.uint8) if values.dtype == np.uint16 else values.astype(np.uint8, copy=False)
    return np.ascontiguousarray(upper)


def _to_srgb(photo: Photo) -> Convert | None:
    """How the embedded profile is applied; None where that is sRGB, damaged, for other channels, or absent."""
    profile = photo.metadata.icc_profile
    if profile is None:
        return None
    # imported here: the window opens without it
    from PIL import Image, ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "srgb" in ImageCms.getProfileDescription(source).lower():
            return None
        mode = "L" if photo.pixels.ndim == 2 else "RGB"
        transform = ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None

    def convert(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
        converted = ImageCms.applyTransform(Image.fromarray(pixels), transform)
        return pixels if converted is None else np.asarray(converted, np.uint8)

    return convert


def mask_film(hidden: NDArray[np.bool_], colour: QColor) -> QImage:
    """A film of a colour where something is hidden (H, W), nothing elsewhere."""
    film = np.zeros((*hidden.shape, 4), np.uint8)
    film[hidden] = (colour.red(), colour.green(), colour.blue(), _FILM_ALPHA)
    return owned_image(film, QImage.Format.Format_RGBA8888)
