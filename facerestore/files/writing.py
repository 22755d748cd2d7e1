"""Writing: Photo -> file, Mask -> file. Depth and metadata kept, all or nothing, never over an original."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from facerestore.files import jpeg_file, png_file, tiff_writer, webp_file, xmp
from facerestore.files.atomic_file import atomic_file, atomic_write, refuse_originals
from facerestore.files.inventory import Kind, keeps_colours, left_out
from facerestore.files.memory_forecast import ALWAYS_TRIED_BYTES, free_bytes
from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values.errors import OutputRefused
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo, PhotoMetadata
from facerestore.values.repair import RepairedPhoto
from facerestore.values.translatable_text import TranslatableText

__all__ = [
    "FORMATS_BY_SUFFIX",
    "JPEG_QUALITY",
    "atomic_file",
    "atomic_write",
    "keeps_samples",
    "notes_on_writing",
    "write_mask",
    "write_photo",
]

FORMATS_BY_SUFFIX: Final = {
    ".png": "png",
    ".tif": "tiff",
    ".tiff": "tiff",
    ".webp": "webp",
    ".jpg": "jpeg",
    ".jpeg": "jpeg",
}
"""The formats that are written, by the file name's suffix in lower case."""

_HELD: Final[dict[str, Callable[[Photo], frozenset[Kind]]]] = {
    "png": png_file.held,
    "tiff": tiff_writer.held,
    "jpeg": jpeg_file.held,
    "webp": webp_file.held,
}
JPEG_QUALITY: Final = 95
_EIGHT_BITS_ONLY: Final = frozenset({"webp", "jpeg"})
_LOSSLESS_ADVICE: Final = "Save it as PNG or TIFF."


def write_photo(
    photo: Photo | RepairedPhoto,
    path: Path | str,
    *,
    overwrite: bool = False,
    originals: Iterable[Path | str] = (),
    quality: int = JPEG_QUALITY,
    is_compressed: bool = True,
    digital_source_type: str | None = None,
) -> None:
    """Writes the photo in the format of the suffix: PNG, TIFF (deflate), WebP (lossless) or JPEG
    (``quality``, colour at full resolution), with depth, alpha and all metadata. Not ``is_compressed``, for PNG and
    TIFF: larger, and written faster.

    ``digital_source_type``: one of ``xmp.DIGITAL_SOURCE_TYPES``, put into the XMP packet unless that is damaged. Raises
    OutputRefused, and nothing is written: for the photo's own file and any of ``originals``, for an existing
    file without ``overwrite``, for a format that cannot hold the depth or the alpha, for a folder that does
    not take it.
    """
    target = Path(path)
    repaired = photo if isinstance(photo, RepairedPhoto) else RepairedPhoto(photo)
    source = repaired.source
    own = () if source.path is None else (source.path,)
    refuse_originals(target, (*own, *originals))
    format_name = _format(target)
    metadata = source.metadata
    if digital_source_type is not None:
        marked = xmp.with_digital_source_type(metadata.xmp, digital_source_type)
        metadata = metadata if marked is None else replace(metadata, xmp=marked)
    _refuse_format(source, target, format_name, is_compressed=is_compressed)
    with atomic_file(target, overwrite=overwrite) as stream:
        _write(stream, repaired, metadata, target, format_name, quality, is_compressed=is_compressed)


def notes_on_writing(photo: Photo, path: Path | str, *, is_compressed: bool = True) -> tuple[str, ...]:
    """For the person, and for the record: what the photo's file holds that a result at this path will not, what was
    mended in reading it, and where its XMP packet cannot say what was done. Raises OutputRefused where ``write_photo``
    would for the format: of another suffix, of one that cannot hold the depth or the alpha."""
    target = Path(path)
    format_name = _format(target)
    _refuse_format(photo, target, format_name, is_compressed=is_compressed)
    held = _HELD[format_name](photo)
    packet = photo.metadata.xmp if Kind.XMP in held else None
    return left_out(photo, held) + (() if packet is None else _notes_on_packet(packet))


def keeps_samples(photo: Photo, path: Path | str) -> bool:
    """Whether a file written there holds the samples of the photo's own file where they are equal: not a JPEG, and not
    one that cannot hold premultiplied colours where the photo's are. Raises OutputRefused for another suffix."""
    format_name = _format(Path(path))
    return format_name != "jpeg" and keeps_colours(photo, _HELD[format_name](photo))


def _notes_on_packet(packet: bytes) -> tuple[str, ...]:
    if xmp.with_digital_source_type(packet, "humanEdits") is None:
        return (
            "The photo's XMP packet is damaged or too large and was kept as it is; what was done to the photo stands "
            "in the record only.",
        )
    if not xmp.is_strict(packet):
        return (
            "The photo's XMP packet has faults that some programs do not forgive; it was kept, and what was done to "
            "the photo stands in the record too.",
        )
    return ()


def write_mask(mask: Mask, path: Path | str, *, overwrite: bool = False, originals: Iterable[Path | str] = ()) -> None:
    """Writes the mask as an 8-bit grey PNG, 255 restore and 0 keep. Raises OutputRefused, also for another
    suffix than ``.png``."""
    target = Path(path)
    refuse_originals(target, originals)
    if target.suffix.lower() != ".png":
        raise OutputRefused(target, "A mask is saved as PNG.", advice="Give it a name that ends in .png.")
    atomic_write(target, png_file.encoded(mask.coverage, PhotoMetadata()), overwrite=overwrite)


def _format(target: Path) -> str:
    try:
        return FORMATS_BY_SUFFIX[target.suffix.lower()]
    except KeyError:
        raise OutputRefused(
            target,
            TranslatableText("We cannot write {suffix}.", suffix=target.suffix)
            if target.suffix
            else "We cannot write files without a suffix.",
            advice="Give it a name that ends in .png, .tif, .webp or .jpg.",
        ) from None


def _refuse_format(photo: Photo, target: Path, format_name: str, *, is_compressed: bool) -> None:
    """Raises OutputRefused where the format would drop what the photo has, or cannot be as it is asked for."""
    name = {"jpeg": "JPEG", "webp": "WebP"}.get(format_name, "")
    if name and not is_compressed:
        raise OutputRefused(
            target,
            TranslatableText("{name} is always compressed.", name=name),
            advice="Allow it to be compressed, or save it as PNG or TIFF.",
        )
    if photo.bits == 16 and format_name in _EIGHT_BITS_ONLY:
        raise OutputRefused(
            target,
            TranslatableText("The photo has 16 bits per channel, {name} holds 8.", name=name),
            advice=_LOSSLESS_ADVICE,
        )
    if photo.alpha is not None and format_name == "jpeg":
        raise OutputRefused(
            target,
            "The photo has transparency, which JPEG cannot hold.",
            advice="Save it as PNG, TIFF or WebP.",
        )
    if format_name == "webp":
        _refuse_too_large_to_pack(photo, target)


def _refuse_too_large_to_pack(photo: Photo, target: Path) -> None:
    """Raises OutputRefused for a WebP that the memory there is cannot hold while it is packed: the system would end the
    program without a word."""
    needed = webp_file.BYTES_TO_PACK * photo.extent.pixel_count
    if needed > ALWAYS_TRIED_BYTES and needed > (free := free_bytes()):
        raise OutputRefused(
            target,
            TranslatableText(
                "WebP needs about {needed} MB of memory for a photo of this size, and {free} MB are free.",
                needed=f"{needed / 2**20:.0f}",
                free=f"{free / 2**20:.0f}",
            ),
            advice=_LOSSLESS_ADVICE,
        )


def _write(
    stream: BinaryIO,
    repaired: RepairedPhoto,
    metadata: PhotoMetadata,
    target: Path,
    format_name: str,
    quality: int,
    *,
    is_compressed: bool,
) -> None:
    try:
        if format_name == "tiff":
            tiff_writer.write(stream, repaired, metadata, is_compressed=is_compressed)
        elif format_name == "jpeg":
            stream.write(jpeg_file.encoded(*_rows_and_shape(repaired), metadata, quality=quality))
        elif format_name == "webp":
            stream.write(webp_file.encoded(*_rows_and_shape(repaired), metadata))
        else:
            rows, shape = _rows_and_shape(repaired)
            png_file.write(stream, rows, shape, repaired.source.bits, metadata, is_compressed=is_compressed)
    except UnsupportedPicture as error:
        raise OutputRefused(target, error.sentence, advice=error.advice) from error


def _rows_and_shape(repaired: RepairedPhoto) -> tuple[Callable[[slice], NDArray[Any]], tuple[int, ...]]:
    """What gives rows of pixels with their alpha, and the shape of all: (H, W), (H, W, 2), (H, W, 3) or (H, W, 4)."""
    photo = repaired.source
    if photo.alpha is None:
        return repaired.rows, photo.pixels.shape
    alpha = photo.alpha

    def rows(strip: slice) -> NDArray[Any]:
        return np.dstack([repaired.rows(strip), alpha[strip]])

    return rows, (*alpha.shape, 2 if photo.pixels.ndim == 2 else 4)
