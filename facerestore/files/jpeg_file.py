"""JPEG files: segments, the metadata in them, 8-bit grey and RGB pixels (ITU T.81, JFIF 1.02, EXIF 2.32)."""

import re
import struct
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, JpegImagePlugin

from facerestore.files import exif, photoshop
from facerestore.files.inventory import Kind
from facerestore.files.stored_picture import StoredPicture, UnsupportedPicture, refuse_size
from facerestore.values.photo import Photo, PhotoMetadata
from facerestore.values.translatable_text import TranslatableText

MAX_SIDE_PX: Final = 65_500
"""The longest side that the JPEG encoder accepts."""

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2, 0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})
_READABLE_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2, 0xC9, 0xCA})
_EXIF: Final = b"Exif\0\0"
_XMP: Final = b"http://ns.adobe.com/xap/1.0/\0"
_ICC: Final = b"ICC_PROFILE\0"
_PHOTOSHOP: Final = b"Photoshop 3.0\0"
_SEGMENT_BYTES: Final = 65_533
_MARKER: Final = re.compile(rb"\xff[^\x00\xff]")
_WITHIN_PICTURE: Final = frozenset({0xC4, 0xCC, _SCAN, *range(0xDB, 0xDF), *range(0xE0, 0xF0), 0xFE})


class Segment(NamedTuple):
    """``data`` without marker and length; the scan's is all that follows it."""

    marker: int
    data: bytes


def decoded(data: bytes, *, max_pixels: int) -> StoredPicture:
    """The first picture of a JPEG file, grey or RGB. Raises UnsupportedPicture; also for CMYK, for 12 bits, and where
    the compressed data break off or hold markers that cannot be there. Damage that looks like picture data cannot
    be told from it: JPEG has no checksum."""
    segments = list(_walked(data))
    frame = next((segment for segment in segments if segment.marker in _FRAMES), None)
    if frame is None or len(frame.data) < 6 or segments[-1].marker != _SCAN:
        raise UnsupportedPicture.truncated()
    _refuse_frame(frame, max_pixels)
    # without an end the picture may still be whole: the decoder knows
    _is_ended(segments[-1].data)
    # without APP segments but Adobe's: the decoder has no business with metadata
    needed = [part for part in segments if not 0xE0 <= part.marker <= 0xEF or part.marker == 0xEE]
    image = JpegImagePlugin.JpegImageFile(BytesIO(_packed(needed)))
    try:
        image.load()
    except OSError as error:
        if "truncated" in str(error):
            raise UnsupportedPicture.truncated() from error
        raise UnsupportedPicture.damaged("the picture data are broken") from error
    metadata = _metadata(segments)
    return StoredPicture.of_samples(np.asarray(image), metadata, exif.orientation(metadata.exif))


def _walked(data: bytes) -> Iterator[Segment]:
    """The segments up to the first scan, which is the last and holds the rest of the file."""
    position = 2
    while position + 4 <= len(data):
        if data[position] != 0xFF:
            raise UnsupportedPicture.damaged("a segment is missing")
        marker = data[position + 1]
        if marker == 0xFF:
            position += 1
            continue
        length = int.from_bytes(data[position + 2 : position + 4], "big")
        end = position + 2 + length
        if length < 2 or end > len(data):
            raise UnsupportedPicture.truncated()
        if marker == _SCAN:
            yield Segment(marker, data[position + 4 :])
            return
        yield Segment(marker, data[position + 4 : end])
        position = end


def _refuse_frame(frame: Segment, max_pixels: int) -> None:
    bits, height, width, components = struct.unpack_from(">BHHB", frame.data)
    if frame.marker not in _READABLE_FRAMES or bits != 8 or components not in (1, 3, 4):
        raise UnsupportedPicture(
            "The file is of a rare kind of JPEG (lossless, 12 bits, or two channels).",
            "Save it as PNG or TIFF with the program that made it.",
        )
    if components == 4:
        raise UnsupportedPicture(
            "The picture is made for printing (CMYK).",
            "Convert it to RGB in the program it comes from; that needs its printing profile.",
        )
    refuse_size(width, height, max_pixels)


def refuse_broken_part(data: bytes, *, max_width: int, max_height: int) -> None:
    """Raises UnsupportedPicture for a JPEG stream inside another file that is larger than its place, or breaks off."""
    segments = list(_walked(data))
    frame = next((segment for segment in segments if segment.marker in _FRAMES), None)
    if frame is None or len(frame.data) < 6 or segments[-1].marker != _SCAN:
        raise UnsupportedPicture.truncated()
    height, width = struct.unpack_from(">HH", frame.data, 1)
    if width > max_width or height > max_height:
        raise UnsupportedPicture.damaged("a part claims to be larger than the whole")
    if not _is_ended(segments[-1].data):
        raise UnsupportedPicture.truncated()


def _is_ended(data: bytes) -> bool:
    """Whether a scan's data have an end. Raises UnsupportedPicture where there is more than the picture, its restart
    markers in their order, and the tables of further scans."""
    position, expected_restart = 0, 0
    while found := _MARKER.search(data, position):
        position, marker = found.end(), data[found.end() - 1]
        if marker == _END:
            return True
        if 0xD0 <= marker <= 0xD7:
            if marker != 0xD0 + expected_restart:
                raise UnsupportedPicture.damaged("a part of the picture is missing")
            expected_restart = (expected_restart + 1) % 8
        elif marker in _WITHIN_PICTURE:
            expected_restart = 0
            position += int.from_bytes(data[position : position + 2], "big")
        else:
            raise UnsupportedPicture.damaged("the picture data are broken")
    return False


def _packed(segments: Sequence[Segment]) -> bytes:
    parts = [bytes([0xFF, _START])]
    for marker, data in segments:
        parts += [bytes([0xFF, marker])]
        if marker == _SCAN:
            # a scan starts with a header whose length is its component count and a fixed part
            parts += [struct.pack(">H", 6 + 2 * data[0])]
        else:
            parts += [struct.pack(">H", len(data) + 2)]
        parts += [data]
    return b"".join(parts)


def _metadata(segments: Sequence[Segment]) -> PhotoMetadata:
    block = _first(segments, 0xE1, _EXIF)
    resources = _first(segments, 0xED, _PHOTOSHOP)
    density = _first(segments, 0xE0, b"JFIF\0") or b""
    return PhotoMetadata(
        icc_profile=_icc_profile(segments),
        exif=block,
        xmp=_first(segments, 0xE1, _XMP),
        iptc=photoshop.iptc(resources) if resources else None,
        dpi=_dpi(density) or exif.block_dpi(block),
    )


def _first(segments: Sequence[Segment], marker: int, prefix: bytes) -> bytes | None:
    for segment in segments:
        if segment.marker == marker and segment.data.startswith(prefix):
            return segment.data[len(prefix) :]
    return None


def _icc_profile(segments: Sequence[Segment]) -> bytes | None:
    """The profile from its numbered parts; None if a part is missing."""
    found = [part.data for part in segments if part.marker == 0xE2 and part.data.startswith(_ICC)]
    parts = {data[len(_ICC)]: data[len(_ICC) + 2 :] for data in found if len(data) > len(_ICC) + 1}
    if not parts or sorted(parts) != list(range(1, found[0][len(_ICC) + 1] + 1)):
        return None
    return b"".join(parts[number] for number in sorted(parts))


def _dpi(jfif: bytes) -> tuple[float, float] | None:
    if len(jfif) < 7:
        return None
    unit, across, down = struct.unpack_from(">BHH", jfif, 2)
    per_inch = {1: 1.0, 2: 2.54}.get(unit)
    return (across * per_inch, down * per_inch) if per_inch and across and down else None


def held(photo: Photo) -> frozenset[Kind]:
    """The kinds that a JPEG file of this photo will hold; see ``inventory``."""
    return frozenset({Kind.ICC_PROFILE, Kind.EXIF, Kind.XMP, Kind.IPTC, Kind.RESOLUTION})


def encoded(samples: NDArray[Any], metadata: PhotoMetadata, *, quality: int) -> bytes:
    """A JPEG file of uint8 (H, W) or (H, W, 3), colour not subsampled, with the metadata. Raises UnsupportedPicture for
    a block or a picture too large for JPEG."""
    if max(samples.shape[:2]) > MAX_SIDE_PX:
        raise UnsupportedPicture(
            TranslatableText("A JPEG is at most {side} pixels wide and high.", side=MAX_SIDE_PX),
            "Save it as PNG or TIFF.",
        )
    stream = BytesIO()
    dpi = metadata.dpi or (0.0, 0.0)
    whole_dpi = tuple(min(65_535, round(value)) for value in dpi)
    Image.fromarray(samples).save(
        stream, "JPEG", quality=quality, subsampling=0, dpi=whole_dpi if all(whole_dpi) else (0, 0)
    )
    segments = list(_walked(stream.getvalue()))
    return _packed([segments[0], *_metadata_segments(metadata), *segments[1:]])


def _metadata_segments(metadata: PhotoMetadata) -> list[Segment]:
    segments = []
    if metadata.exif is not None:
        segments.append(Segment(0xE1, _EXIF + metadata.exif))
    if metadata.xmp is not None:
        segments.append(Segment(0xE1, _XMP + metadata.xmp))
    if metadata.icc_profile is not None:
        room = _SEGMENT_BYTES - len(_ICC) - 2
        profile = metadata.icc_profile
        parts = [profile[start : start + room] for start in range(0, len(profile), room)]
        for number, part in enumerate(parts, 1):
            segments.append(Segment(0xE2, _ICC + bytes([number, len(parts)]) + part))
    if metadata.iptc is not None:
        segments.append(Segment(0xED, _PHOTOSHOP + photoshop.with_iptc(metadata.iptc)))
    if any(len(segment.data) > _SEGMENT_BYTES for segment in segments):
        raise UnsupportedPicture(
            "The photo's EXIF, XMP or IPTC block is too large for JPEG.", "Save it as PNG or TIFF."
        )
    return segments
