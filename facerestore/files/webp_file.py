"""WebP files: their chunks, the metadata in them, 8-bit RGB pixels with alpha (RFC 9649)."""

import struct
from collections.abc import Callable
from io import BytesIO
from typing import Any, Final

import imagecodecs
import numpy as np
from numpy.typing import NDArray

from facerestore.files import exif, xmp, xmp_scan
from facerestore.files.inventory import Kind
from facerestore.files.pillow_image import image_of
from facerestore.files.stored_picture import StoredPicture, UnsupportedPicture, refuse_size
from facerestore.values.photo import InventoryItem, Photo, PhotoMetadata
from facerestore.values.translatable_text import TranslatableText

MAX_SIDE_PX: Final = 16_383
BYTES_TO_PACK: Final = 33
"""What a pixel needs while it is packed, measured: 4 in Pillow's image, 29 in libwebp without loss."""
_ANIMATION_FLAG, _ALPHA_FLAG = 0x02, 0x10
_PICTURES: Final = frozenset({"VP8 ", "VP8L"})
_KNOWN: Final = _PICTURES | {"VP8X", "ALPH", "ICCP", "EXIF", "XMP "}
_COLOUR_SPACE: Final = slice(16, 20)
_MAX_CHUNKS: Final = 10_000


def decoded(data: bytes, *, max_pixels: int) -> StoredPicture:
    """The picture of a WebP file, always RGB. Raises UnsupportedPicture."""
    chunks, faults = _chunks(data)
    if "ANIM" in chunks or "ANMF" in chunks or chunks.get("VP8X", b"\0")[:1][0] & _ANIMATION_FLAG:
        raise UnsupportedPicture("The file is an animation.", "Save the one picture you want as PNG or TIFF.")
    refuse_size(*_size(chunks), max_pixels)
    samples = imagecodecs.webp_decode(_bare(chunks))
    metadata = _metadata(chunks, faults)
    return StoredPicture.of_samples(samples, metadata, exif.orientation(metadata.exif))


def _chunks(data: bytes) -> tuple[dict[str, bytes], list[Kind]]:
    """The first chunk of each kind, and what was found amiss that does not concern the picture. Raises
    UnsupportedPicture if the picture is cut off."""
    end = 8 + int.from_bytes(data[4:8], "little")
    faults = [Kind.AFTER_END] if data[end:].strip(b"\0") else []
    chunks: dict[str, bytes] = {}
    position = 12
    for _ in range(_MAX_CHUNKS):
        if position + 8 > min(end, len(data)):
            break
        kind, length = struct.unpack_from("<4sI", data, position)
        position += 8
        if position + length > min(end, len(data)):
            # what accompanies a picture comes after it, but for its profile and its transparency
            if not set(chunks) & _PICTURES or kind in (b"VP8 ", b"VP8L", b"ANMF"):
                raise UnsupportedPicture.truncated()
            return chunks, [*faults, Kind.DAMAGED_METADATA]
        chunks.setdefault(kind.decode("latin-1"), data[position : position + length])
        position += length + length % 2
    else:
        raise UnsupportedPicture.damaged("it has far too many parts")
    if not set(chunks) & (_PICTURES | {"ANMF"}):
        raise UnsupportedPicture.truncated()
    # the last byte, which only makes a length even, is forgotten by some programs
    return chunks, faults + ([Kind.DAMAGED_METADATA] if end > len(data) + 1 else [])


def _bare(chunks: dict[str, bytes]) -> bytes:
    """A file of the picture alone: the decoder has no business with metadata."""
    parts = []
    for kind in ("VP8X", "ALPH", "VP8 ", "VP8L"):
        if kind in chunks:
            data = chunks[kind]
            if kind == "VP8X":
                data = bytes([data[0] & _ALPHA_FLAG]) + data[1:] if data else data
            parts.append(struct.pack("<4sI", kind.encode(), len(data)) + data + b"\0" * (len(data) % 2))
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


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


def _metadata(chunks: dict[str, bytes], faults: list[Kind]) -> PhotoMetadata:
    block, packet = chunks.get("EXIF"), chunks.get("XMP ")
    if block is not None:
        block = block.removeprefix(b"Exif\0\0")
    unknown = [Kind.CONTENT_CREDENTIALS if kind == "C2PA" else Kind.UNKNOWN for kind in chunks if kind not in _KNOWN]
    if packet is not None and len(packet) > xmp_scan.MAX_BYTES:
        packet = None
        unknown.append(Kind.XMP)
    return PhotoMetadata(
        icc_profile=chunks.get("ICCP"),
        exif=block,
        xmp=packet,
        iptc=exif.block_iptc(block),
        dpi=exif.block_dpi(block),
        items=tuple(InventoryItem(kind) for kind in (*faults, *unknown)),
    )


def held(photo: Photo) -> frozenset[Kind]:
    """The kinds that a WebP file of this photo will hold; see ``inventory``."""
    always = frozenset({Kind.EXIF, Kind.XMP, Kind.IPTC, Kind.RESOLUTION, Kind.ALPHA})
    return always | {Kind.ICC_PROFILE} if _profile(photo.metadata) else always


def _profile(metadata: PhotoMetadata) -> bytes:
    """The profile for a file that is always RGB; none if it is one of greys."""
    profile = metadata.icc_profile or b""
    return b"" if profile[_COLOUR_SPACE] == b"GRAY" else profile


def encoded(rows: Callable[[slice], NDArray[Any]], shape: tuple[int, ...], metadata: PhotoMetadata) -> bytes:
    """A lossless WebP file. ``rows`` gives some rows, uint8, of a picture of a shape (H, W) or (H, W, 2 to 4); grey is
    stored as equal channels. IPTC and resolution have no place of their own and go into the EXIF block. Raises
    UnsupportedPicture if it is too large."""
    if max(shape[:2]) > MAX_SIDE_PX:
        raise UnsupportedPicture(
            TranslatableText("A WebP is at most {side} pixels wide and high.", side=MAX_SIDE_PX),
            "Save it as PNG or TIFF.",
        )
    channels = (*shape, 1)[2]

    def in_colour(strip: slice) -> NDArray[Any]:
        # grey three times, and alpha if there is one
        samples = rows(strip)
        return samples if channels > 2 else np.dstack([samples])[..., [0, 0, 0, 1][: channels + 2]]

    block = exif.with_dpi_and_iptc(metadata.exif, metadata.dpi, metadata.iptc)
    stream = BytesIO()
    image_of(in_colour, (*shape[:2], channels if channels > 2 else channels + 2)).save(
        stream,
        "WEBP",
        lossless=True,
        exact=True,
        quality=20,  # of lossless files this is the effort; more costs twice the time for 1 % of size
        method=2,
        icc_profile=_profile(metadata),
        exif=block or b"",
        xmp=xmp.in_utf8(metadata.xmp or b""),
    )
    return stream.getvalue()
