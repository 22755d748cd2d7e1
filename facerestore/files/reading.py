"""Reading: file -> Photo, file -> Mask. What a file is, its content says, not its name."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np

from facerestore.files import jpeg_file, png_file, tiff_file, webp_file
from facerestore.files.file_kinds import ENOUGH_BYTES, WANTED, format_of, refusal
from facerestore.files.mask_meaning import MaskMeaning, mask_meaning
from facerestore.files.memory_forecast import refuse_what_cannot_fit
from facerestore.files.picture_header import claimed_extent
from facerestore.files.stored_picture import MAX_PIXELS, StoredPicture, UnsupportedPicture, refuse_size
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
_BYTES_PER_PIXEL: Final = 16
_BYTES_FOR_METADATA: Final = 256 * 2**20


def read_photo(path: Path | str, *, max_pixels: int = MAX_PIXELS) -> Photo:
    """The photo of a PNG, TIFF, JPEG or WebP file, upright, at its own depth, with its metadata.

    Grey stays one channel, except in WebP and palettes, which are RGB. 1 to 4 bits and palettes become 8
    bits; a TIFF where zero is white is inverted, premultiplied alpha made straight (and premultiplied again when it is
    written). Infrared and other further samples of a TIFF are extra planes. Of a JPEG with several
    pictures (as phones write them) the first is read. Raises PhotoUnreadable for everything else, also for
    more than ``max_pixels``; OutOfMemory, by the header already where it cannot be restored in the memory there is.
    """
    path = Path(path)
    # what cannot even be opened, the reading explains
    with suppress(OSError, ValueError):
        refuse_what_cannot_fit(path, max_pixels)
    picture, name = read_picture(path, PhotoUnreadable, max_pixels=max_pixels)
    return Photo(picture.pixels, picture.alpha, picture.metadata, path, name, picture.extras)


def format_name(path: Path | str) -> str | None:
    """The name of the format that a file's content is of, whatever its own name says; None if it is none that we read,
    or is no file."""
    path = Path(path)
    try:
        if not path.is_file():
            return None
        with path.open("rb") as stream:
            return format_of(stream.read(ENOUGH_BYTES))
    except (OSError, ValueError):
        return None


def read_mask(path: Path | str, *, extent: Extent | None = None, max_pixels: int = MAX_PIXELS) -> Mask:
    """The mask of a picture file: restored is what is white, from THRESHOLD of 255 on.

    Any depth, grey or with nearly equal channels; what is transparent is kept. Where nothing is white, see
    ``mask_meaning``. Raises MaskUnreadable, also for another size than ``extent`` and for a picture with colours;
    OutOfMemory.
    """
    path = Path(path)
    picture, _ = read_picture(path, MaskUnreadable, extent=extent, max_pixels=max_pixels)
    return Mask(meaning_of(path, picture, extent=extent).coverage)


def meaning_of(path: Path, picture: StoredPicture, *, extent: Extent | None) -> MaskMeaning:
    """What the picture of a file means as a mask over a photo of an extent. Raises MaskUnreadable."""
    if extent is not None and Extent.of(picture.pixels) != extent:
        raise _of_another_size(path, Extent.of(picture.pixels), extent)
    try:
        return mask_meaning(picture)
    except UnsupportedPicture as error:
        raise MaskUnreadable(path, error.sentence, advice=error.advice) from error


def read_picture(
    path: Path, error_type: type[FileError], *, extent: Extent | None = None, max_pixels: int = MAX_PIXELS
) -> tuple[StoredPicture, str]:
    """The upright picture of a file and the format's name. Raises ``error_type`` and OutOfMemory; for a mask whose
    header says another size than ``extent``, before it is read."""
    with refusing(path, error_type):
        data = read_content(path, max_pixels, extent=extent)
        name = format_of(data)
        if name is None:
            raise refusal(data)
        upright = _DECODERS[name](data, max_pixels=max_pixels).upright()
        if upright.pixels.dtype not in (np.uint8, np.uint16):
            raise UnsupportedPicture("The picture's samples are neither 8 nor 16 bits.", WANTED)
        return replace(upright, orientation=1), name


def _of_another_size(path: Path, found: Extent, wanted: Extent) -> MaskUnreadable:
    return MaskUnreadable(
        path,
        TranslatableText(
            "The mask has {mask} pixels, the photo {photo}.",
            mask=f"{found.width} x {found.height}",
            photo=f"{wanted.width} x {wanted.height}",
        ),
        advice="Paint the mask over this photo, in the photo's own size.",
    )


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


def read_content(path: Path, max_pixels: int, *, extent: Extent | None = None) -> bytes:
    """The bytes of a file that can be a picture. Raises UnsupportedPicture, and MaskUnreadable for a picture of another
    size than ``extent``; both by the header where it says the size, before the file is read."""
    try:
        if path.is_dir():
            raise UnsupportedPicture("This is a folder.", "Open a picture in it.")
        if not path.is_file() and path.exists():
            raise UnsupportedPicture("This is not a file.", WANTED)
        size = path.stat().st_size
        if size > max_pixels * _BYTES_PER_PIXEL + _BYTES_FOR_METADATA:
            raise UnsupportedPicture(
                TranslatableText("The file is too large: {size} MB.", size=f"{size / 2**20:.0f}"),
                "Make a smaller copy of it, and open that.",
            )
        with path.open("rb") as stream:
            claimed = claimed_extent(stream)
            if claimed is not None:
                refuse_size(claimed.width, claimed.height, max_pixels)
                if extent is not None and {claimed.width, claimed.height} != {extent.width, extent.height}:
                    raise _of_another_size(path, claimed, extent)
            stream.seek(0)
            data = stream.read()
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
