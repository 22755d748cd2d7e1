"""The data of ICU without the parts that Qt asks nothing of: 15 MB less.

Of ICU, Qt calls the ordering of words, encodings, time zones, and large and small letters. What only the others read
(lines and words in texts, names of units, currencies, languages and countries, other scripts, numbers in words) goes.
ICU is not Qt's, and its licence allows that.
"""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from problems import Problem

LEFT_OUT: Final = frozenset({"brkitr", "curr", "lang", "rbnf", "region", "translit", "unit"})
"""Trees of the data, each with an index and a pool of its own."""

LIBRARY: Final = "libicudata.so.*"
_KIND: Final = b"CmnD"
_KIND_AT: Final = 12
_ALIGNED: Final = 16
_PAGE: Final = 4096
_FILE_HEADER: Final = struct.Struct("<16sHHIQQQIHHHHHH")
_PROGRAM_HEADER: Final = struct.Struct("<IIQQQQQQ")
_SECTION_HEADER: Final = struct.Struct("<IIQQQQIIQQ")
_SYMBOL: Final = struct.Struct("<IBBHQQ")
_SYMBOLS: Final = 11
"""The kind of the section that holds the symbols that others link to."""


def lighten(folder: Path) -> None:
    """The library of the folder. Raises Problem where it is not as expected."""
    for path in folder.glob(LIBRARY):
        path.write_bytes(lighter_library(path.read_bytes()))


def lighter_library(content: bytes) -> bytes:
    """A library that holds the data and nothing else, with less of it. What lies behind the data moves by whole pages,
    so that addresses stay, and nothing has to be linked anew. Raises Problem where it is not such a library."""
    start, end = _data_section(content)
    data = lighter_data(content[start:end])
    less = (end - start - len(data)) // _PAGE * _PAGE
    shorter = bytearray(content[:start] + data.ljust(end - start - less, b"\0") + content[end:])
    for at, structure, offset, size in _headers(content):
        fields = list(structure.unpack_from(content, at))
        if fields[offset] >= end:
            fields[offset] -= less
        elif fields[offset] + fields[size] >= end:
            fields[size] -= less
            if structure is _PROGRAM_HEADER:
                fields[size + 1] -= less  # in memory, as in the file
        structure.pack_into(shorter, at - less if at >= end else at, *fields)
    _resize_symbol(content, shorter, less)
    header = list(_FILE_HEADER.unpack_from(content))
    header[6] -= less
    _FILE_HEADER.pack_into(shorter, 0, *header)
    return bytes(shorter)


def lighter_data(data: bytes) -> bytes:
    """ICU's common data, with the trees left out: a header, the table of contents, names, and the items in the order
    of their names. Raises Problem where it is something else."""
    if data[_KIND_AT : _KIND_AT + len(_KIND)] != _KIND:
        raise Problem("ICU's library does not begin with its data.")
    (header,) = struct.unpack_from("<H", data)
    items = [item for item in _items(data, header) if item.tree not in LEFT_OUT]
    table_size = 4 + 8 * len(items)
    names = b"".join(item.name + b"\0" for item in items)
    name_at, item_at = table_size, _aligned(header + table_size + len(names)) - header
    table, contents = [struct.pack("<I", len(items))], []
    for item in items:
        table.append(struct.pack("<II", name_at, item_at))
        name_at += len(item.name) + 1
        contents.append(item.content.ljust(_aligned(len(item.content)), b"\0"))
        item_at += len(contents[-1])
    before = data[:header] + b"".join(table) + names
    return before.ljust(_aligned(len(before)), b"\0") + b"".join(contents)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Item:
    """A part of the data by its name, such as ``icudt73l/coll/de.res``."""

    name: bytes
    content: bytes

    @property
    def tree(self) -> str:
        _, *folders, _ = self.name.decode("ascii").split("/")
        return folders[0] if folders else ""


def _items(data: bytes, table: int) -> list[_Item]:
    (count,) = struct.unpack_from("<I", data, table)
    places = [struct.unpack_from("<II", data, table + 4 + 8 * index) for index in range(count)]
    ends = [place for _, place in places[1:]] + [len(data) - table]
    return [
        _Item(
            name=data[table + name : data.index(b"\0", table + name)],
            content=data[table + begin : table + end],
        )
        for (name, begin), end in zip(places, ends, strict=True)
    ]


def _data_section(content: bytes) -> tuple[int, int]:
    """Where the largest section begins and ends, in a file of which it is nearly all."""
    sections = (
        _SECTION_HEADER.unpack_from(content, at) for at, kind, _, _ in _headers(content) if kind is _SECTION_HEADER
    )
    size, start = max((section[5], section[4]) for section in sections)
    if start % _PAGE or len(content) - size > 10 * _PAGE:
        raise Problem("ICU's library holds more than its data.")
    return start, start + size


def _headers(content: bytes) -> list[tuple[int, struct.Struct, int, int]]:
    """Of each segment and section: where its header is, what it is, and which of its fields are offset and size."""
    fields = _FILE_HEADER.unpack_from(content)
    programs, sections, program_count, section_count = fields[5], fields[6], fields[10], fields[12]
    return [
        *((programs + _PROGRAM_HEADER.size * index, _PROGRAM_HEADER, 2, 5) for index in range(program_count)),
        *((sections + _SECTION_HEADER.size * index, _SECTION_HEADER, 4, 5) for index in range(section_count)),
    ]


def _resize_symbol(content: bytes, shorter: bytearray, less: int) -> None:
    """The data's name, which is the only one."""
    for at, kind, _, _ in _headers(content):
        if kind is _SECTION_HEADER and (section := kind.unpack_from(content, at))[1] == _SYMBOLS:
            place = section[4] + _SYMBOL.size
            symbol = list(_SYMBOL.unpack_from(content, place))
            symbol[5] -= less
            _SYMBOL.pack_into(shorter, place, *symbol)


def _aligned(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED
