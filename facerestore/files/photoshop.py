"""Photoshop resource blocks, in which JPEG and PNG carry IPTC (Photoshop File Formats, Adobe)."""

import struct
from collections.abc import Collection
from typing import Final

_SIGNATURE: Final = b"8BIM"
_IPTC_RESOURCE: Final = 0x0404


def iptc(resources: bytes) -> bytes | None:
    """The IPTC block among resources; None if there is none. A bare IPTC block is itself."""
    if resources.startswith(b"\x1c"):
        return resources
    position = 0
    while resources[position : position + 4] == _SIGNATURE and position + 12 <= len(resources):
        (number,) = struct.unpack_from(">H", resources, position + 4)
        name_bytes = resources[position + 6] + 1
        position += 6 + name_bytes + name_bytes % 2
        size = int.from_bytes(resources[position : position + 4], "big")
        position += 4
        if number == _IPTC_RESOURCE:
            block = resources[position : position + size]
            return block if len(block) == size and size else None
        position += size + size % 2
    return None


def with_iptc(block: bytes) -> bytes:
    """Resources that hold this IPTC block and nothing else."""
    header = _SIGNATURE + struct.pack(">HHI", _IPTC_RESOURCE, 0, len(block))
    return header + block + b"\0" * (len(block) % 2)


def without(resources: bytes, numbers: Collection[int]) -> bytes:
    """The resources but those of some numbers; what cannot be read ends them."""
    position, kept = 0, b""
    while resources[position : position + 4] == _SIGNATURE and position + 12 <= len(resources):
        start = position
        (number,) = struct.unpack_from(">H", resources, position + 4)
        name_bytes = resources[position + 6] + 1
        position += 6 + name_bytes + name_bytes % 2
        size = int.from_bytes(resources[position : position + 4], "big")
        position += 4 + size + size % 2
        if number not in numbers and position <= len(resources) + 1:
            kept += resources[start:position]
    return kept
