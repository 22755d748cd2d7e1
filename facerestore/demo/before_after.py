"""A before/after picture: photo and restoration side by side, named, with the faces enlarged below."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from facerestore.values.alignment import Alignment
from facerestore.values.photo import Photo

_LARGEST_PX: Final = 640
_GAP_PX: Final = 12
_LABEL_PX: Final = 34
_TEXT_PX: Final = 20
_BACKGROUND: Final = (32, 32, 32)
_TEXT: Final = (238, 238, 238)


def before_after(
    before: Photo,
    after: Photo,
    *,
    alignments: Sequence[Alignment] = (),
    labels: tuple[str, str] = ("Before", "After"),
) -> Photo:
    """An 8-bit RGB picture with one column for each photo and a row for each face's crop.

    For looking at only: it is reduced to at most 640 pixels a photo. Both photos have one size.
    """
    columns = [[_reduced(photo), *(_face(photo, alignment) for alignment in alignments)] for photo in (before, after)]
    width = max(picture.width for picture in columns[0])
    heights = [picture.height for picture in columns[0]]
    sheet = Image.new(
        "RGB",
        (2 * width + 3 * _GAP_PX, _LABEL_PX + sum(height + _GAP_PX for height in heights)),
        _BACKGROUND,
    )
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(_TEXT_PX)
    for column, (label, pictures) in enumerate(zip(labels, columns, strict=True)):
        left = _GAP_PX + column * (width + _GAP_PX)
        draw.text((left + width // 2, _LABEL_PX // 2), label, fill=_TEXT, font=font, anchor="mm")
        top = _LABEL_PX
        for picture in pictures:
            sheet.paste(picture, (left + (width - picture.width) // 2, top))
            top += picture.height + _GAP_PX
    return Photo(np.array(sheet, np.uint8), format="png")


def _reduced(photo: Photo) -> Image.Image:
    picture = Image.fromarray(_eight_bit(photo))
    picture.thumbnail((_LARGEST_PX, _LARGEST_PX), Image.Resampling.LANCZOS)
    return picture


def _face(photo: Photo, alignment: Alignment) -> Image.Image:
    """The face's crop, as large as a reduced photo is wide."""
    side = min(_LARGEST_PX, max(photo.extent.width, alignment.crop_px))
    back = alignment.resized(side).matrix_crop_to_photo
    picture = Image.fromarray(_eight_bit(photo))
    return picture.transform(
        (side, side), Image.Transform.AFFINE, tuple(back.ravel()), resample=Image.Resampling.BICUBIC
    )


def _eight_bit(photo: Photo) -> NDArray[np.uint8]:
    pixels = photo.pixels if photo.bits == 8 else (photo.pixels >> 8).astype(np.uint8)
    return np.repeat(pixels[..., None], 3, axis=2) if pixels.ndim == 2 else np.asarray(pixels, np.uint8)
