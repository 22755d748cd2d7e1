"""How large a picture file says that it is, without reading it: too large a one is refused before it costs anything."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO, Final

from facerestore.files.file_kinds import ENOUGH_BYTES, format_of
from facerestore.values.geometry import Extent

_MAX_PAGES: Final = 64
_MAX_ENTRIES: Final = 4096
_MAX_SEGMENTS: Final = 4096
_MAX_CHANNELS: Final = 32
_JPEG_FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_SCAN: Final = 0xDA
_PNG_CHANNELS: Final = {0: 1, 2: 3, 3: 3, 4: 2, 6: 4}
_SUBFILE, _WIDTH, _HEIGHT, _BITS, _PHOTOMETRIC, _SAMPLES = 254, 256, 257, 258, 262, 277
_TAGS: Final = frozenset({_SUBFILE, _WIDTH, _HEIGHT, _BITS, _PHOTOMETRIC, _SAMPLES})
_PALETTE: Final = 3
_NUMBERS: Final = {3: "H", 4: "I", 16: "Q"}


@dataclass(frozen=True, kw_only=True)
class PictureClaim:
    """What a picture's header says: its size as stored, not turned upright, and how many samples of 1 or 2 bytes a
    pixel has when it is decoded. ``page_bytes``: of further pages that are planes of it, as infrared may be."""

    extent: Extent
    channels: int
    sample_bytes: int
    page_bytes: int = 0


def claimed_extent(stream: BinaryIO) -> Extent | None:
    """The size that a picture's header says; see ``claimed_picture``."""
    claim = claimed_picture(stream)
    return None if claim is None else claim.extent


def claimed_picture(stream: BinaryIO) -> PictureClaim | None:
    """What a picture's header says, of a TIFF that of its first page that is no preview. None where it cannot be told
    so easily; the decoder then decides. Raises OSError."""
    stream.seek(0)
    head = stream.read(ENOUGH_BYTES)
    try:
        match format_of(head):
            case "png" if head[12:16] == b"IHDR":
                width, height, bits, colour_type = struct.unpack_from(">IIBB", head, 16)
                return _claim(width, height, _PNG_CHANNELS.get(colour_type, 1), bits)
            case "jpeg":
                return _jpeg(stream)
            case "tiff":
                return _tiff(stream, head)
    except (struct.error, OverflowError):
        pass
    return None


def _claim(width: int, height: int, channels: int, bits: int) -> PictureClaim | None:
    if width < 1 or height < 1:
        return None
    channels = min(max(1, channels), _MAX_CHANNELS)
    return PictureClaim(extent=Extent(width, height), channels=channels, sample_bytes=1 if bits <= 8 else 2)


def _jpeg(stream: BinaryIO) -> PictureClaim | None:
    position = 2
    for _ in range(_MAX_SEGMENTS):
        stream.seek(position)
        mark, marker, length, bits, height, width, channels = struct.unpack(">BBHBHHB", stream.read(10))
        if mark != 0xFF or marker == _SCAN or length < 2:
            return None
        if marker in _JPEG_FRAMES:
            return _claim(width, height, channels, bits)
        position += 1 if marker == 0xFF else 2 + length
    return None


def _tiff(stream: BinaryIO, head: bytes) -> PictureClaim | None:
    claim: PictureClaim | None = None
    try:
        for page in _tiff_pages(stream, head):
            channels = 3 if page.get(_PHOTOMETRIC) == _PALETTE else page.get(_SAMPLES, 1)
            here = _claim(page.get(_WIDTH, 0), page.get(_HEIGHT, 0), channels, page.get(_BITS, 1))
            if claim is None and not page.get(_SUBFILE, 0) & 0b101:
                claim = here
                if claim is None:
                    return None
            elif claim is not None and here is not None and here.channels == 1 and here.extent == claim.extent:
                plane_bytes = here.extent.width * here.extent.height * here.sample_bytes
                claim = replace(claim, page_bytes=claim.page_bytes + plane_bytes)
    except (struct.error, OverflowError):
        pass  # of pages after the picture: the decoder decides about them
    return claim


def _tiff_pages(stream: BinaryIO, head: bytes) -> Iterator[dict[int, int]]:
    """The tags of each page that are looked at."""
    order = "<" if head[:2] == b"II" else ">"
    is_big = b"+" in head[2:4]
    entries, entry, offset = ("Q", "HHQ", "Q") if is_big else ("H", "HHI", "I")
    (position,) = struct.unpack_from(order + offset, head, 8 if is_big else 4)
    for _ in range(_MAX_PAGES):
        if not position:
            return
        stream.seek(position)
        (count,) = struct.unpack(order + entries, stream.read(struct.calcsize(order + entries)))
        size = struct.calcsize(order + entry + offset)
        if count > _MAX_ENTRIES:
            return
        table = stream.read(count * size)
        following = stream.read(struct.calcsize(order + offset))
        found: dict[int, int] = {}
        widths_at: int | None = None
        for start in range(0, count * size, size):
            code, kind, values = struct.unpack_from(order + entry, table, start)
            at = start + struct.calcsize(order + entry)
            if code == _BITS and values * 2 > struct.calcsize(order + offset):
                (widths_at,) = struct.unpack_from(order + offset, table, at)
            elif code in _TAGS and kind in _NUMBERS:
                (found[code],) = struct.unpack_from(order + _NUMBERS[kind], table, at)
        if widths_at is not None:
            stream.seek(widths_at)
            (found[_BITS],) = struct.unpack(order + "H", stream.read(2))
        yield found
        (position,) = struct.unpack(order + offset, following)
