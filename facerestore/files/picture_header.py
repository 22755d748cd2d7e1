"""How large a picture file says that it is, without reading it: too large a one is refused before it costs anything."""

import struct
from typing import BinaryIO, Final

from facerestore.files.file_kinds import ENOUGH_BYTES, format_of
from facerestore.values.geometry import Extent

_MAX_PAGES: Final = 64
_MAX_ENTRIES: Final = 4096
_MAX_SEGMENTS: Final = 4096
_JPEG_FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_SCAN: Final = 0xDA
_NUMBERS: Final = {3: "H", 4: "I", 16: "Q"}


def claimed_extent(stream: BinaryIO) -> Extent | None:
    """The size (as stored, not turned upright) that a picture's header says, of a TIFF that of its first page that is
    no preview. None where it cannot be told so easily; the decoder then decides. Raises OSError."""
    stream.seek(0)
    head = stream.read(ENOUGH_BYTES)
    try:
        match format_of(head):
            case "png" if head[12:16] == b"IHDR":
                return _extent(*struct.unpack_from(">II", head, 16))
            case "jpeg":
                return _jpeg(stream)
            case "tiff":
                return _tiff(stream, head)
    except struct.error:
        pass
    return None


def _extent(width: int, height: int) -> Extent | None:
    return Extent(width, height) if width > 0 and height > 0 else None


def _jpeg(stream: BinaryIO) -> Extent | None:
    position = 2
    for _ in range(_MAX_SEGMENTS):
        stream.seek(position)
        mark, marker, length, _, height, width = struct.unpack(">BBHBHH", stream.read(9))
        if mark != 0xFF or marker == _SCAN or length < 2:
            return None
        if marker in _JPEG_FRAMES:
            return _extent(width, height)
        position += 1 if marker == 0xFF else 2 + length
    return None


def _tiff(stream: BinaryIO, head: bytes) -> Extent | None:
    order = "<" if head[:2] == b"II" else ">"
    is_big = b"+" in head[2:4]
    entries, entry, offset = ("Q", "HHQ", "Q") if is_big else ("H", "HHI", "I")
    (position,) = struct.unpack_from(order + offset, head, 8 if is_big else 4)
    for _ in range(_MAX_PAGES):
        stream.seek(position)
        (count,) = struct.unpack(order + entries, stream.read(struct.calcsize(order + entries)))
        size = struct.calcsize(order + entry + offset)
        if count > _MAX_ENTRIES:
            return None
        table = stream.read(count * size)
        found: dict[int, int] = {}
        for start in range(0, count * size, size):
            code, kind, _ = struct.unpack_from(order + entry, table, start)
            if code in (254, 256, 257) and kind in _NUMBERS:
                at = start + struct.calcsize(order + entry)
                (found[code],) = struct.unpack_from(order + _NUMBERS[kind], table, at)
        if not found.get(254, 0) & 0b101:
            return _extent(found.get(256, 0), found.get(257, 0))
        (position,) = struct.unpack(order + offset, stream.read(struct.calcsize(order + offset)))
    return None
