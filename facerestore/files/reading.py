"""Reading: file -> Photo, file -> Mask. What a file is, its content says, not its name."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np

from facerestore.files import jpeg_file, png_file, tiff_file, webp_file
from facerestore.files.mask_meaning import MaskMeaning, mask_meaning
from facerestore.files.stored_picture import MAX_PIXELS, StoredPicture, UnsupportedPicture
from facerestore.values.errors import FaceRestoreError, FileError, MaskUnreadable, OutOfMemory, PhotoUnreadable
from facerestore.values.file_names import shown
from facerestore.values.geometry import Extent
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.translatable_text import TranslatableText

_DECODERS: Final[dict[str, Callable[..., StoredPicture]]] = {
    "png": png_file.decoded,
    "tiff": tiff_file.decoded,
    "jpeg": jpeg_file.decoded,
    "webp": webp_file.decoded,
}
_BEGINNINGS: Final = (
    (png_file.SIGNATURE, "png"),
    (b"\xff\xd8", "jpeg"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"II+\0", "tiff"),
    (b"MM\0+", "tiff"),
)
_OTHER_BEGINNINGS: Final = (
    (b"GIF8", "The file is a GIF picture."),
    (b"BM", "The file is a BMP picture."),
    (b"%PDF", "The file is a PDF document."),
    (b"8BPS", "The file is a Photoshop document."),
    (b"\0\0\0\x0cJXL ", "The file is a JPEG XL picture."),
    (b"\xff\x0a", "The file is a JPEG XL picture."),
    (b"\0\0\0\x0cjP  ", "The file is a JPEG 2000 picture."),
)
_WANTED: Final = "Open a PNG, TIFF, JPEG or WebP picture."
_BYTES_PER_PIXEL: Final = 16
_BYTES_FOR_METADATA: Final = 256 * 2**20


def read_photo(path: Path | str, *, max_pixels: int = MAX_PIXELS) -> Photo:
    """The photo of a PNG, TIFF, JPEG or WebP file, upright, at its own depth, with its metadata.

    Grey stays one channel, except in WebP and palettes, which are RGB. 1 to 4 bits and palettes become 8
    bits; a TIFF where zero is white is inverted, premultiplied alpha made straight. Of a JPEG with several
    pictures (as phones write them) the first is read. Raises PhotoUnreadable for everything else, also for
    more than ``max_pixels``; OutOfMemory.
    """
    path = Path(path)
    picture, format_name = read_picture(path, PhotoUnreadable, max_pixels=max_pixels)
    return Photo(picture.pixels, picture.alpha, picture.metadata, path, format_name, picture.extras)


def read_mask(path: Path | str, *, extent: Extent | None = None, max_pixels: int = MAX_PIXELS) -> Mask:
    """The mask of a picture file: restored is what is white, from THRESHOLD of 255 on.

    Any depth, grey or with nearly equal channels; what is transparent is kept. Where nothing is white, see
    ``mask_meaning``. Raises MaskUnreadable, also for another size than ``extent`` and for a picture with colours;
    OutOfMemory.
    """
    path = Path(path)
    picture, _ = read_picture(path, MaskUnreadable, max_pixels=max_pixels)
    return Mask(meaning_of(path, picture, extent=extent).coverage)


def meaning_of(path: Path, picture: StoredPicture, *, extent: Extent | None) -> MaskMeaning:
    """What the picture of a file means as a mask over a photo of an extent. Raises MaskUnreadable."""
    found = Extent.of(picture.pixels)
    if extent is not None and found != extent:
        raise MaskUnreadable(
            path,
            TranslatableText(
                "The mask has {mask} pixels, the photo {photo}.",
                mask=f"{found.width} x {found.height}",
                photo=f"{extent.width} x {extent.height}",
            ),
            advice="Paint the mask over this photo, in the photo's own size.",
        )
    try:
        return mask_meaning(picture)
    except UnsupportedPicture as error:
        raise MaskUnreadable(path, error.sentence, advice=error.advice) from error


def read_picture(path: Path, error_type: type[FileError], *, max_pixels: int = MAX_PIXELS) -> tuple[StoredPicture, str]:
    """The upright picture of a file and the format's name. Raises ``error_type`` and OutOfMemory."""
    with refusing(path, error_type):
        data = read_content(path, max_pixels)
        format_name = _format(data)
        picture = _DECODERS[format_name](data, max_pixels=max_pixels)
        upright = picture.upright()
        if upright.pixels.dtype not in (np.uint8, np.uint16):
            raise UnsupportedPicture("The picture's samples are neither 8 nor 16 bits.", _WANTED)
        return replace(upright, orientation=1), format_name


@contextmanager
def refusing(path: Path, error_type: type[FileError]) -> Iterator[None]:
    """Turns whatever happens while a file is read and decoded into ``error_type`` or OutOfMemory."""
    try:
        yield
    except FaceRestoreError:
        raise
    except UnsupportedPicture as error:
        raise error_type(path, error.sentence, advice=error.advice) from error
    except MemoryError as error:
        raise OutOfMemory(
            TranslatableText("{name} does not fit into memory.", name=shown(path.name)),
            advice="Close other programs, or open a smaller copy of it.",
        ) from error
    except Exception as error:
        # decoders meet damaged files with nearly every kind of exception, and none may reach the person
        damaged = UnsupportedPicture.damaged("its content cannot be decoded")
        raise error_type(path, damaged.sentence, advice=damaged.advice) from error


def read_content(path: Path, max_pixels: int) -> bytes:
    """The bytes of a file that can be a picture. Raises UnsupportedPicture."""
    try:
        if path.is_dir():
            raise UnsupportedPicture("This is a folder.", "Open a picture in it.")
        if not path.is_file() and path.exists():
            raise UnsupportedPicture("This is not a file.", _WANTED)
        size = path.stat().st_size
        if size > max_pixels * _BYTES_PER_PIXEL + _BYTES_FOR_METADATA:
            raise UnsupportedPicture(
                TranslatableText("The file is too large: {size} MB.", size=f"{size / 2**20:.0f}"),
                "Make a smaller copy of it, and open that.",
            )
        data = path.read_bytes()
    except OSError as error:
        raise _unopened(error) from error
    except ValueError as error:
        raise UnsupportedPicture("There is no such file.", "Check its name.") from error
    if not data:
        raise UnsupportedPicture("The file is empty.", "Copy or download it again.")
    return data


def _unopened(error: OSError) -> UnsupportedPicture:
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG):
        return UnsupportedPicture("There is no such file.", "Check its name, and whether its disk is connected.")
    if error.errno in (errno.EACCES, errno.EPERM):
        return UnsupportedPicture("The file may not be read.", "Ask its owner, or make a copy that belongs to you.")
    reason = os.strerror(error.errno) if error.errno else str(error)
    return UnsupportedPicture(
        TranslatableText("The file cannot be read ({reason}).", reason=reason),
        "Check the disk, and copy the file elsewhere.",
    )


def _format(data: bytes) -> str:
    """The format's name by the first bytes. Raises UnsupportedPicture for all that cannot be read."""
    for beginning, name in _BEGINNINGS:
        if data.startswith(beginning):
            return name
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp":
        raise UnsupportedPicture("The file is a HEIC, AVIF or video file.", "Save it as PNG or TIFF first.")
    for beginning, sentence in _OTHER_BEGINNINGS:
        if data.startswith(beginning):
            raise UnsupportedPicture(sentence, "Save it as PNG or TIFF first.")
    if any(name_beginning.startswith(data) for name_beginning, _ in _BEGINNINGS):
        raise UnsupportedPicture.truncated()
    raise UnsupportedPicture("The file is not a picture.", _WANTED)
