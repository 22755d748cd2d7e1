"""EXIF blocks: directories of tags as TIFF has them (TIFF 6.0, EXIF 2.32), read from raw bytes and packed.

A block starts with ``II*`` or ``MM*``, without the ``Exif`` prefix that JPEG puts before it. Values stay raw
bytes in the block's byte order, so that what is not understood is still kept.
"""

import struct
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal, NamedTuple

Order = Literal["<", ">"]
"""Little or big endian, as ``struct`` writes it."""

ORIENTATION: Final = 274
X_RESOLUTION: Final = 282
Y_RESOLUTION: Final = 283
RESOLUTION_UNIT: Final = 296
IPTC: Final = 33723
DIRECTORY_TAGS: Final = frozenset({34665, 34853, 40965})
"""Tags that point to a directory of their own: exposure, GPS, interoperability."""

_VALUE_BYTES: Final = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_VALUE_BYTES_BIG: Final = {**_VALUE_BYTES, 16: 8, 17: 8, 18: 8}
_SHORT, _LONG, _RATIONAL, _UNDEFINED, _DIRECTORY_BIG = 3, 4, 5, 7, 18
_NUMBER_FORMATS: Final = {3: "H", 4: "I", 5: "II", 8: "h", 9: "i", 10: "ii", 11: "f", 12: "d", 16: "Q"}
NO_UNIT, INCH, CENTIMETRE = 1, 2, 3
_LARGEST: Final = 2**32 - 1
_MAX_DEPTH = 3
_MAX_DIRECTORIES = 1000
_SHARED_BYTES: Final = 4096
"""Some programs let equal values share their place."""


class DamagedBlock(ValueError):
    """The bytes are not a directory of tags."""


@dataclass(frozen=True, slots=True)
class Tag:
    """``kind`` is the TIFF data type, ``value`` the raw bytes, ``position`` where they lie in the block.
    ``directory`` holds the tags it points to, for the DIRECTORY_TAGS."""

    kind: int
    count: int
    value: bytes
    position: int = 0
    directory: "Mapping[int, Tag] | None" = None


Directory = Mapping[int, Tag]


class _Form(NamedTuple):
    """How a directory is laid out: classic TIFF, or BigTIFF."""

    entries: str
    entry: str
    offset: str
    value_bytes: Mapping[int, int]


_CLASSIC = _Form("H", "HHI", "I", _VALUE_BYTES)
_BIG = _Form("Q", "HHQ", "Q", _VALUE_BYTES_BIG)


def byte_order(block: bytes) -> Order:
    """The byte order that the block's header names. Raises DamagedBlock."""
    orders: dict[bytes, Order] = {b"II*\0": "<", b"II+\0": "<", b"MM\0*": ">", b"MM\0+": ">"}
    if block[:4] not in orders:
        raise DamagedBlock("no TIFF header")
    return orders[block[:4]]


def read_directory(block: bytes, offset: int | None = None, *, only: Collection[int] | None = None) -> Directory:
    """The tags of the first directory, or of the one at ``offset``, or of these ``only`` some codes. Tags that reach
    outside the block are left out. Raises DamagedBlock when there is no directory, and when tags overlap so that they
    are together larger than the block."""
    order = byte_order(block)
    form = _form(block)
    try:
        if offset is None:
            offset = _first_offset(block, order, form)
        return _Reader(block, order, form, only).directory(offset)
    except struct.error as error:
        raise DamagedBlock("a directory reaches past the end") from error


def directory_offsets(block: bytes) -> list[int]:
    """Where the directories lie that follow one another. Raises DamagedBlock, also if they go in a circle."""
    order, form = byte_order(block), _form(block)
    offsets: list[int] = []
    entry_bytes = struct.calcsize(order + form.entry + form.offset)
    bytes_left = len(block)
    try:
        offset = _first_offset(block, order, form)
        while offset:
            if offset in offsets or len(offsets) == _MAX_DIRECTORIES or bytes_left < 0:
                raise DamagedBlock("directories without end")
            offsets.append(offset)
            (entries,) = struct.unpack_from(order + form.entries, block, offset)
            offset += struct.calcsize(order + form.entries)
            offset += entries * entry_bytes
            bytes_left -= entries * entry_bytes
            (offset,) = struct.unpack_from(order + form.offset, block, offset)
    except struct.error as error:
        raise DamagedBlock("a directory reaches past the end") from error
    return offsets


def _form(block: bytes) -> _Form:
    return _BIG if b"+" in block[2:4] else _CLASSIC


def _first_offset(block: bytes, order: Order, form: _Form) -> int:
    (offset,) = struct.unpack_from(order + form.offset, block, 8 if form is _BIG else 4)
    return int(offset)


class _Reader:
    """A reader of the directories of a block. What it reads is together about as large as the block: in a small file
    thousands of tags can lie over the same bytes."""

    def __init__(self, block: bytes, order: str, form: _Form, only: Collection[int] | None) -> None:
        self._block, self._order, self._form, self._only = block, order, form, only
        self._bytes_left = len(block) + _SHARED_BYTES

    def directory(self, offset: int, *, depth: int = 0) -> Directory:
        form = self._form
        (entries,) = struct.unpack_from(self._order + form.entries, self._block, offset)
        start = offset + struct.calcsize(self._order + form.entries)
        entry_bytes = struct.calcsize(self._order + form.entry + form.offset)
        if start + entries * entry_bytes > len(self._block):
            raise DamagedBlock("a directory reaches past the end")
        self._spend(entries * entry_bytes)
        directory: dict[int, Tag] = {}
        for index in range(entries):
            code, tag = self._entry(start + index * entry_bytes, directory)
            if tag is not None and code in DIRECTORY_TAGS and depth < _MAX_DEPTH:
                tag = self._followed(tag, depth)
            if tag is not None:
                directory[code] = tag
        return directory

    def _entry(self, position: int, known: Directory) -> tuple[int, Tag | None]:
        code, kind, count = struct.unpack_from(self._order + self._form.entry, self._block, position)
        if code in known or (self._only is not None and code not in self._only):
            return code, None
        position += struct.calcsize(self._order + self._form.entry)
        size = self._form.value_bytes.get(kind, 0) * count
        if size > struct.calcsize(self._form.offset):
            (position,) = struct.unpack_from(self._order + self._form.offset, self._block, position)
        if size == 0 or position + size > len(self._block):
            return code, None
        if size > struct.calcsize(self._form.offset):
            self._spend(size)
        return code, Tag(kind, count, bytes(self._block[position : position + size]), position)

    def _spend(self, size: int) -> None:
        self._bytes_left -= size
        if self._bytes_left < 0:
            raise DamagedBlock("its tags lie over one another")

    def _followed(self, tag: Tag, depth: int) -> Tag | None:
        """The tag with the directory it points to; None if there is none."""
        offsets = integers(tag, self._order)
        try:
            directory = self.directory(offsets[0], depth=depth + 1) if offsets else {}
        except struct.error:
            directory = {}
        except DamagedBlock:
            if self._bytes_left < 0:
                raise
            directory = {}
        return Tag(_LONG, 1, b"\0" * 4, tag.position, directory) if directory else None


def integers(tag: Tag | None, order: str) -> tuple[int, ...]:
    """The whole numbers of a tag; none if it is missing or of another kind."""
    formats = {1: "B", 3: "H", 4: "I", 13: "I", 16: "Q", 18: "Q"}
    if tag is None or tag.kind not in formats:
        return ()
    return struct.unpack(f"{order}{tag.count}{formats[tag.kind]}", tag.value)


def orientation(block: bytes | None) -> int:
    """1 to 8; 1 if the block says nothing, or nothing sensible."""
    if block is None:
        return 1
    try:
        values = integers(read_directory(block).get(ORIENTATION), byte_order(block))
    except DamagedBlock:
        return 1
    return values[0] if values and 1 <= values[0] <= 8 else 1


def resolution(directory: Directory, order: str) -> tuple[float, float, int] | None:
    """Resolution (x, y) as a directory says it, and its unit: 1 none, 2 inch, 3 centimetre; None if it does not. Of
    one that is given for one side only, the other's is the same."""
    unit = (integers(directory.get(RESOLUTION_UNIT), order) or (INCH,))[0]
    across, down = (_number(directory.get(code), order) for code in (X_RESOLUTION, Y_RESOLUTION))
    if unit not in (NO_UNIT, INCH, CENTIMETRE) or not (across or down):
        return None
    return across or down, down or across, unit


def dpi(directory: Directory, order: str) -> tuple[float, float] | None:
    """Pixels per inch (x, y) as a directory says it; None if it does not."""
    found = resolution(directory, order)
    if found is None or found[2] == NO_UNIT:
        return None
    per_inch = 1.0 if found[2] == INCH else 2.54
    return found[0] * per_inch, found[1] * per_inch


def _number(tag: Tag | None, order: str) -> float:
    """The one positive number of a tag of any kind of numbers; 0 if it holds none."""
    if tag is None or tag.count != 1 or tag.kind not in _NUMBER_FORMATS:
        return 0.0
    number, *denominator = struct.unpack(order + _NUMBER_FORMATS[tag.kind], tag.value)
    if denominator:
        number = number / denominator[0] if denominator[0] else 0.0
    return float(number) if 0 < number < float("inf") else 0.0


def block_dpi(block: bytes | None) -> tuple[float, float] | None:
    """Pixels per inch (x, y) as a block says it; None if it does not."""
    if block is None:
        return None
    try:
        return dpi(read_directory(block), byte_order(block))
    except DamagedBlock:
        return None


def block_iptc(block: bytes | None) -> bytes | None:
    """The IPTC block among a block's tags; None if there is none."""
    if block is None:
        return None
    try:
        tag = read_directory(block).get(IPTC)
    except DamagedBlock:
        return None
    return None if tag is None else tag.value


def with_dpi_and_iptc(block: bytes | None, dpi_xy: tuple[float, float] | None, iptc: bytes | None) -> bytes | None:
    """The block with resolution and IPTC as tags of its first directory, for formats that have no other place
    for them. A damaged block is replaced."""
    if dpi_xy in (None, block_dpi(block)) and iptc in (None, block_iptc(block)):
        return block
    try:
        order = byte_order(block or b"")
        read_directory(block or b"")
    except DamagedBlock:
        block, order = None, "<"
    added: dict[int, Tag] = {}
    if dpi_xy is not None:
        added[X_RESOLUTION], added[Y_RESOLUTION] = (rational(value, order) for value in dpi_xy)
        added[RESOLUTION_UNIT] = Tag(_SHORT, 1, struct.pack(order + "H", INCH))
    if iptc is not None:
        added[IPTC] = Tag(_UNDEFINED, len(iptc), iptc)
    return packed_block(added, order) if block is None else with_tags(block, added)


def rational(value: float, order: str) -> Tag:
    """The simplest fraction that is the positive number but for the rounding of its float; the largest that a tag holds
    for a larger one."""
    denominators = max(1, min(100_000, int(_LARGEST / max(value, 1))))
    fraction = Fraction(min(value, _LARGEST)).limit_denominator(denominators)
    numerator = min(_LARGEST, max(1, fraction.numerator))
    return Tag(_RATIONAL, 1, struct.pack(order + "II", numerator, fraction.denominator))


def with_tags(block: bytes, added: Directory) -> bytes:
    """The block, or classic TIFF file, with tags added to its first directory, which moves to the end; all
    else stays where it is. Further directories of the same file are no longer linked. Raises DamagedBlock."""
    order = byte_order(block)
    directory = {**read_directory(block), **added}
    start = len(block) + len(block) % 2
    pieces = [block[:4], struct.pack(order + "I", start), block[8:], b"\0" * (start - len(block))]
    return b"".join([*pieces, packed(directory, order, start)])


def packed_block(directory: Directory, order: str) -> bytes:
    """A new block of one directory and those it points to."""
    header = b"II*\0" if order == "<" else b"MM\0*"
    return header + struct.pack(order + "I", 8) + packed(directory, order, 8)


def packed(directory: Directory, order: str, offset: int, *, is_big: bool = False) -> bytes:
    """A directory and those it points to as the bytes to be put at ``offset``, an even number, into a block, or into a
    BigTIFF file; no directory follows it."""
    form = _BIG if is_big else _CLASSIC
    room = struct.calcsize(order + form.offset)
    entries, values = b"", b""
    values_at = offset + packed_bytes(len(directory), is_big=is_big)
    for code in sorted(directory):
        tag = directory[code]
        kind, value = tag.kind, tag.value
        if tag.directory is not None:
            # a place beyond 4 GB does not fit into the classic kind
            kind = _DIRECTORY_BIG if is_big else kind
            value = struct.pack(order + form.offset, values_at + len(values))
            values += packed(tag.directory, order, values_at + len(values), is_big=is_big)
        elif len(value) > room:
            value = struct.pack(order + form.offset, values_at + len(values))
            values += tag.value
        values += b"\0" * (len(values) % 2)
        entries += struct.pack(order + form.entry, code, kind, tag.count) + value.ljust(room, b"\0")
    last = struct.pack(order + form.offset, 0)
    return struct.pack(order + form.entries, len(directory)) + entries + last + values


def packed_bytes(count: int, *, is_big: bool = False) -> int:
    """The size of a packed directory of so many tags, without values of their own place; the place of the next
    directory is its end."""
    form = _BIG if is_big else _CLASSIC
    offset = struct.calcsize("<" + form.offset)
    return struct.calcsize("<" + form.entries) + count * (struct.calcsize("<" + form.entry) + offset) + offset
