"""WebP files: their chunks, the metadata in them, 8-bit RGB pixels with alpha (RFC 9649)."""

import struct
from io import BytesIO
from typing import Any, Final

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from facerestore.files import exif
from facerestore.files.inventory import Kind
from facerestore.files.stored_picture import StoredPicture, UnsupportedPicture, refuse_size
from facerestore.values.photo import Photo, PhotoMetadata
from facerestore.values.translatable_text import TranslatableText

MAX_SIDE_PX: Final = 16_383
_ANIMATION_FLAG: Final = 0x02


def decoded(data: bytes, *, max_pixels: int) -> StoredPicture:
    """The picture of a WebP file, always RGB. Raises UnsupportedPicture."""
    chunks = _chunks(data)
    if "ANIM" in chunks or "ANMF" in chunks or chunks.get("VP8X", b"\0")[:1][0] & _ANIMATION_FLAG:
        raise UnsupportedPicture("The file is an animation.", "Save the one picture you want as PNG or TIFF.")
    refuse_size(*_size(chunks), max_pixels)
    samples = imagecodecs.webp_decode(data)
    metadata = _metadata(chunks)
    return StoredPicture.of_samples(samples, metadata, exif.orientation(metadata.exif))


def _chunks(data: bytes) -> dict[str, bytes]:
    """The first chunk of each kind. Raises UnsupportedPicture if one is cut off."""
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise UnsupportedPicture.truncated()
    chunks: dict[str, bytes] = {}
    position = 12
    while position + 8 <= end:
        kind, length = struct.unpack_from("<4sI", data, position)
        position += 8
        if position + length > end:
            raise UnsupportedPicture.truncated()
        chunks.setdefault(kind.decode("latin-1"), data[position : position + length])
        position += length + length % 2
    return chunks


def _size(chunks: dict[str, bytes]) -> tuple[int, int]:
    """The largest size that any of the headers claims."""
    sizes = [(0, 0)]
    extended, lossless, lossy = (chunks.get(kind, b"") for kind in ("VP8X", "VP8L", "VP8 "))
    if len(extended) >= 10:
        sizes.append((int.from_bytes(extended[4:7], "little") + 1, int.from_bytes(extended[7:10], "little") + 1))
    if len(lossless) >= 5:
        bits = int.from_bytes(lossless[1:5], "little")
        sizes.append(((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
    if len(lossy) >= 10:
        width, height = struct.unpack_from("<HH", lossy, 6)
        sizes.append((width & 0x3FFF, height & 0x3FFF))
    return max(sizes, key=lambda size: size[0] * size[1])


def _metadata(chunks: dict[str, bytes]) -> PhotoMetadata:
    block = chunks.get("EXIF")
    if block is not None:
        block = block.removeprefix(b"Exif\0\0")
    return PhotoMetadata(
        icc_profile=chunks.get("ICCP"),
        exif=block,
        xmp=chunks.get("XMP "),
        iptc=exif.block_iptc(block),
        dpi=exif.block_dpi(block),
    )


def held(photo: Photo) -> frozenset[Kind]:
    """The kinds that a WebP file of this photo will hold; see ``inventory``."""
    return frozenset({Kind.ICC_PROFILE, Kind.EXIF, Kind.XMP, Kind.IPTC, Kind.RESOLUTION, Kind.ALPHA})


def encoded(samples: NDArray[Any], metadata: PhotoMetadata) -> bytes:
    """A lossless WebP file of uint8 (H, W), (H, W, 3) or (H, W, 4); grey is stored as equal channels. IPTC
    and resolution have no place of their own and go into the EXIF block. Raises UnsupportedPicture if it is too
    large."""
    if max(samples.shape[:2]) > MAX_SIDE_PX:
        raise UnsupportedPicture(
            TranslatableText("A WebP is at most {side} pixels wide and high.", side=MAX_SIDE_PX),
            "Save it as PNG or TIFF.",
        )
    if samples.ndim == 2 or samples.shape[2] == 2:
        grey = samples if samples.ndim == 2 else samples[..., 0]
        alpha = [] if samples.ndim == 2 else [samples[..., 1]]
        samples = np.stack([grey, grey, grey, *alpha], axis=-1)
    block = exif.with_dpi_and_iptc(metadata.exif, metadata.dpi, metadata.iptc)
    stream = BytesIO()
    Image.fromarray(np.ascontiguousarray(samples)).save(
        stream,
        "WEBP",
        lossless=True,
        exact=True,
        quality=20,  # of lossless files this is the effort; more costs twice the time for 1 % of size
        method=2,
        icc_profile=metadata.icc_profile or b"",
        exif=block or b"",
        xmp=metadata.xmp or b"",
    )
    return stream.getvalue()
