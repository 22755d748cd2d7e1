"""Which libraries a program or library of Windows needs, as its PE file says."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_DIRECTORIES_AT: Final = 112
"""In the optional header of 64-bit files."""
_PE64: Final = 0x20B
_IMPORTS, _DELAYED = 1, 13
_ENTRY_BYTES: Final = {_IMPORTS: (20, 12), _DELAYED: (32, 4)}
"""Size of an entry, and where in it the address of the library's name is."""


def is_pe(path: Path) -> bool:
    """Whether a file is a 64-bit program or library of Windows."""
    with path.open("rb") as stream:
        content = stream.read(4096)
    if not content.startswith(b"MZ") or len(content) < 64:
        return False
    (header_at,) = struct.unpack_from("<I", content, 60)
    return content[header_at : header_at + 4] == b"PE\0\0"


def needed(path: Path) -> list[str]:
    """Their names, in small letters as Windows compares them; those that are loaded when first called too."""
    content = path.read_bytes()
    (header_at,) = struct.unpack_from("<I", content, 60)
    count, optional_bytes = struct.unpack_from("<H12xH", content, header_at + 6)
    optional_at = header_at + 24
    assert struct.unpack_from("<H", content, optional_at)[0] == _PE64, path
    sections_at = optional_at + optional_bytes
    sections = [struct.unpack_from("<8xIIII", content, sections_at + 40 * index) for index in range(count)]
    return sorted(
        {
            name
            for directory in _ENTRY_BYTES
            for name in _names(
                content,
                struct.unpack_from("<I", content, optional_at + _DIRECTORIES_AT + 8 * directory)[0],
                directory,
                sections,
            )
        }
    )


def _names(content: bytes, address: int, directory: int, sections: list[tuple[int, ...]]) -> Iterator[str]:
    size, name_in = _ENTRY_BYTES[directory]
    while address:
        at = _offset(address, sections)
        if not any(content[at : at + size]):
            return
        name_at = _offset(struct.unpack_from("<I", content, at + name_in)[0], sections)
        yield content[name_at : content.index(b"\0", name_at)].decode().lower()
        address += size


def _offset(address: int, sections: list[tuple[int, ...]]) -> int:
    """Where in the file lies what is at an address in memory."""
    for size, start, raw_size, raw_at in sections:
        if start <= address < start + max(size, raw_size):
            return address - start + raw_at
    raise ValueError(f"{address:#x} lies in no section")
