"""Which libraries a program or library of macOS needs, and which macOS, as its Mach-O file says."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_MACHO64: Final = 0xFEEDFACF
_FAT: Final = 0xCAFEBABE
_ARM64: Final = 0x0100000C
_LOADS: Final = frozenset({0xC, 0x80000018, 0x8000001F})
"""Of a library, of one that may be missing, of one whose names are given on."""
_VERSION_MIN, _BUILD_VERSION = 0x24, 0x32


def is_macho(path: Path) -> bool:
    """Whether a file is a program or library of macOS, for one kind of processor or for several."""
    with path.open("rb") as stream:
        start = stream.read(8)
    if len(start) < 8:
        return False
    # class files of Java begin alike; they say their version where the number of processors is
    is_fat = start[:4] == struct.pack(">I", _FAT) and struct.unpack(">I", start[4:])[0] < 20
    return is_fat or start[:4] == struct.pack("<I", _MACHO64)


def needed(path: Path) -> list[str]:
    """Paths of libraries, some of which begin with @rpath or @loader_path."""
    found = []
    for kind, body in _commands(path):
        if kind in _LOADS:
            (name_at,) = struct.unpack_from("<I", body, 8)
            found.append(body[name_at:].split(b"\0", 1)[0].decode())
    return found


def oldest_macos(path: Path) -> tuple[int, int]:
    """The version of macOS that a file asks for; 0.0 where it says nothing."""
    for kind, body in _commands(path):
        if kind in (_VERSION_MIN, _BUILD_VERSION):
            (packed,) = struct.unpack_from("<I", body, 12 if kind == _BUILD_VERSION else 8)
            return packed >> 16, packed >> 8 & 0xFF
    return 0, 0


def has_arm64(path: Path) -> bool:
    return _arm64_at(path.read_bytes()) is not None


def _commands(path: Path) -> Iterator[tuple[int, bytes]]:
    content = path.read_bytes()
    begin = _arm64_at(content)
    if begin is None:
        return
    (count,) = struct.unpack_from("<I", content, begin + 16)
    at = begin + 32
    for _ in range(count):
        kind, size = struct.unpack_from("<II", content, at)
        yield kind, content[at : at + size]
        at += size


def _arm64_at(content: bytes) -> int | None:
    """Where the part for Apple's own processors begins; None where there is none."""
    magic, count = struct.unpack_from(">II", content)
    if magic == _FAT:
        parts = (struct.unpack_from(">IIIII", content, 8 + 20 * index) for index in range(count))
        return next((at for processor, _, at, _, _ in parts if processor == _ARM64), None)
    return 0 if struct.unpack_from("<I", content, 4)[0] == _ARM64 else None
