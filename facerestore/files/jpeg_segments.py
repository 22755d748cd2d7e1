"""JPEG files as segments (ITU T.81, annex B), found as libjpeg finds them: what lies between them is passed over."""

import re
import struct
from collections.abc import Sequence
from typing import Final, NamedTuple

from facerestore.files.stored_picture import UnsupportedPicture

START, END, SCAN, COMMENT, LINES = 0xD8, 0xD9, 0xDA, 0xFE, 0xDC
FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2, 0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})
PROGRESSIVE: Final = frozenset({0xC2, 0xCA})
MAX_DATA_BYTES: Final = 65_533
"""What a segment holds at most, without marker and length."""

_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
_WITHIN_PICTURE: Final = frozenset({0xC4, 0xCC, SCAN, *range(0xDB, 0xDF), *range(0xE0, 0xF0), COMMENT})
_MARKER: Final = re.compile(rb"\xff[^\x00\xff]")
_MAX_SEGMENTS: Final = 20_000
_MAX_SCANS, _FREE_SCANS = 500, 20
_MAX_COEFFICIENTS: Final = 10**9


class Segment(NamedTuple):
    """``data`` without marker and length; the first scan's is all that follows it."""

    marker: int
    data: bytes


class Frame(NamedTuple):
    """What the frame header says. ``components``: their ids, in the file's order."""

    marker: int
    bits: int
    height: int
    width: int
    components: bytes

    @classmethod
    def of(cls, segment: Segment) -> "Frame":
        """Raises UnsupportedPicture for a header that breaks off."""
        if len(segment.data) < 6:
            raise UnsupportedPicture.truncated()
        bits, height, width, count = struct.unpack_from(">BHHB", segment.data)
        return cls(segment.marker, bits, height, width, segment.data[6 : 6 + 3 * count : 3])


class Scans(NamedTuple):
    """All scans of a picture. ``end``: where its data end, counted from the first scan's header; None if they have no
    end marker. ``headers``: of each scan. ``lines``: the height, where it comes after the first scan. ``next_restart``:
    the number, 0 to 7, of the restart marker that would come next."""

    end: int | None
    headers: tuple[bytes, ...]
    lines: int | None
    next_restart: int

    def are_complete(self, frame: Frame) -> bool:
        """Whether every coefficient of every component has been sent, to its last bit."""
        missing = {component: [True] * 64 for component in frame.components}
        for header in self.headers:
            first, last, bits = header[-3:]
            for component in header[1:-3:2]:
                if frame.marker not in PROGRESSIVE:
                    missing.pop(component, None)
                elif component in missing and bits & 0x0F == 0:
                    missing[component][first : last + 1] = [False] * (last + 1 - first)
        return not any(any(coefficients) for coefficients in missing.values())


def walked(data: bytes) -> tuple[list[Segment], bool]:
    """The segments up to the first scan, which is the last and holds the rest of the file; and whether stray bytes lie
    between them. Raises UnsupportedPicture."""
    segments: list[Segment] = []
    has_stray = False
    position = 2
    while found := _MARKER.search(data, position):
        # bytes of 255 before a marker are allowed
        has_stray |= bool(data[position : found.start()].strip(b"\xff"))
        position, marker = found.end(), data[found.end() - 1]
        if marker in _ALONE:
            has_stray = True
            continue
        if marker in (START, END) or len(segments) == _MAX_SEGMENTS:
            raise UnsupportedPicture.damaged("it has no picture, or far too many parts")
        length = int.from_bytes(data[position : position + 2], "big")
        end = position + length
        if length < 2 or end > len(data):
            raise UnsupportedPicture.truncated()
        if marker == SCAN:
            segments.append(Segment(marker, data[position + 2 :]))
            return segments, has_stray
        segments.append(Segment(marker, data[position + 2 : end]))
        position = end
    raise UnsupportedPicture.truncated()


def frame_of(segments: Sequence[Segment]) -> Frame:
    """Raises UnsupportedPicture where there is no frame, or more than one."""
    frames = [segment for segment in segments if segment.marker in FRAMES]
    if len(frames) != 1:
        raise UnsupportedPicture.damaged("it has no header, or two")
    return Frame.of(frames[0])


def scans_of(data: bytes) -> Scans:
    """The scans in the data of the first scan's segment. Raises UnsupportedPicture where there is more than the
    picture, its restart markers in their order, and the tables of further scans."""
    headers = [_scan_header(data, 0)]
    position, expected_restart, segments = len(headers[0]), 0, 0
    lines: int | None = None
    while found := _MARKER.search(data, position):
        position, marker = found.end(), data[found.end() - 1]
        if marker == END:
            return Scans(position, tuple(headers), lines, expected_restart)
        if 0xD0 <= marker <= 0xD7:
            if marker != 0xD0 + expected_restart:
                raise UnsupportedPicture.damaged("a part of the picture is missing")
            expected_restart = (expected_restart + 1) % 8
            continue
        segments += 1
        if marker not in _WITHIN_PICTURE or segments > _MAX_SEGMENTS:
            raise UnsupportedPicture.damaged("the picture data are broken")
        if marker == SCAN:
            headers.append(_scan_header(data, position + 2))
        elif marker == LINES:
            lines = int.from_bytes(data[position + 2 : position + 4], "big")
        expected_restart = 0
        position += int.from_bytes(data[position : position + 2], "big")
    return Scans(None, tuple(headers), lines, expected_restart)


def refuse_work(frame: Frame, scans: Scans) -> None:
    """Raises UnsupportedPicture for more scans than any honest program writes of a picture of this size."""
    pixels = max(1, frame.width * frame.height)
    if len(scans.headers) > min(_MAX_SCANS, _FREE_SCANS + _MAX_COEFFICIENTS // pixels):
        raise UnsupportedPicture(
            "The file sends its picture in far too many passes.", "Save it as PNG or TIFF with another program."
        )


def packed(segments: Sequence[Segment]) -> bytes:
    """A file of these segments; the last is the scan."""
    parts = [bytes([0xFF, START])]
    for marker, data in segments:
        # a scan starts with a header whose length is its component count and a fixed part
        length = 6 + 2 * data[0] if marker == SCAN else len(data) + 2
        parts += [struct.pack(">BBH", 0xFF, marker, length), data]
    return b"".join(parts)


def _scan_header(data: bytes, position: int) -> bytes:
    header = data[position : position + 4 + 2 * data[position]] if position < len(data) else b""
    if len(header) < 6:
        raise UnsupportedPicture.truncated()
    return header
