"""Photoshop resource blocks, in which JPEG, PNG and TIFF carry IPTC (Photoshop File Formats, Adobe)."""

import struct
from collections.abc import Sequence
from typing import Final, NamedTuple

_SIGNATURE: Final = b"8BIM"
_SIGNATURES: Final = frozenset({_SIGNATURE, b"MeSa", b"AgHg", b"PHUT", b"DCSR"})
_IPTC: Final = 0x0404
_SAID_ELSEWHERE: Final = frozenset(
    {0x03ED, 0x0409, 0x040C, 0x040F, 0x0422, 0x0423, 0x0424, 0x0425, _IPTC},
)
"""Resolution, previews, profile, EXIF, XMP and the digest of IPTC: stale, or in a place of their own."""


class Resource(NamedTuple):
    """``raw``: all its bytes, with signature and name. ``data`` is shorter than it should be in a damaged block."""

    number: int
    data: bytes
    raw: bytes
    is_whole: bool


def resources(block: bytes) -> list[Resource]:
    """The resources of a block, up to where it is damaged."""
    found: list[Resource] = []
    position = 0
    while block[position : position + 4] in _SIGNATURES and position + 12 <= len(block):
        start = position
        (number,) = struct.unpack_from(">H", block, position + 4)
        name_bytes = block[position + 6] + 1
        position += 6 + name_bytes + name_bytes % 2
        size = int.from_bytes(block[position : position + 4], "big")
        position += 4
        data = block[position : position + size]
        position += size + size % 2
        found.append(Resource(number, data, block[start:position], len(data) == size))
    return found


def iptc(block: bytes) -> bytes | None:
    """The IPTC block among resources; None if there is none. A bare IPTC block is itself."""
    return block if block.startswith(b"\x1c") else _joined_iptc(resources(block))


def of_segments(parts: Sequence[bytes]) -> tuple[bytes | None, bytes | None, bool]:
    """The IPTC block, all other resources that say something, and whether nothing is damaged, of a block in several
    segments: each goes on where the one before ends, or is a block of its own."""
    found = resources(b"".join(parts))
    if sum(len(resource.raw) for resource in found) < sum(len(part.rstrip(b"\0")) for part in parts):
        found = [resource for part in parts for resource in resources(part)]
    others = b"".join(part.raw for part in found if part.number not in _SAID_ELSEWHERE and part.is_whole)
    is_whole = all(resource.is_whole for resource in found) and (bool(found) or not b"".join(parts).strip(b"\0"))
    return _joined_iptc(found), others or None, is_whole


def with_iptc(block: bytes, others: bytes = b"") -> bytes:
    """Resources that hold this IPTC block, and others."""
    header = _SIGNATURE + struct.pack(">HHI", _IPTC, 0, len(block))
    return header + block + b"\0" * (len(block) % 2) + others


def _joined_iptc(found: Sequence[Resource]) -> bytes | None:
    blocks = dict.fromkeys(part.data for part in found if part.number == _IPTC and part.data and part.is_whole)
    return b"".join(blocks) or None
