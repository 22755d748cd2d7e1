"""PNG files as chunks with their checksums, and the texts among them (PNG 3rd edition)."""

import struct
import zlib
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from facerestore.files.inventory import Kind
from facerestore.files.stored_picture import MAX_TEXT_BYTES, UnsupportedPicture

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
TEXTS: Final = frozenset({b"tEXt", b"zTXt", b"iTXt"})

_MAX_CHUNKS: Final = 300_000
_DEPTHS: Final = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_CRITICAL: Final = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND"})


class Chunk(NamedTuple):
    kind: bytes
    data: bytes


class Header(NamedTuple):
    width: int
    height: int
    bit_depth: int
    colour_type: int


class _Found(NamedTuple):
    """A chunk in a file. ``end``: where the next one starts. ``is_sound``: its checksum is right."""

    chunk: Chunk
    end: int
    is_sound: bool


def read_chunks(data: bytes) -> list[Chunk]:
    """All chunks up to IEND. Raises UnsupportedPicture for a file that ends too early, has a wrong checksum or
    moves."""
    chunks = []
    for found in _walked(data):
        if not found.is_sound:
            raise UnsupportedPicture.damaged("a checksum is wrong")
        chunks.append(found.chunk)
    if not chunks or chunks[-1].kind != b"IEND":
        raise UnsupportedPicture.truncated()
    _refuse(chunks)
    return chunks


def read_picture_chunks(data: bytes) -> tuple[list[Chunk], frozenset[Kind]]:
    """All chunks up to IEND that are whole, and what was found amiss that does not concern the picture: no end after a
    whole picture, a damaged text or other chunk that only accompanies it, data after the end. Raises
    UnsupportedPicture for all else."""
    chunks: list[Chunk] = []
    faults: set[Kind] = set()
    position = len(SIGNATURE)
    for found in _walked(data):
        position = found.end
        if found.is_sound or found.chunk.kind == b"IEND":
            chunks.append(found.chunk)
        elif found.chunk.kind in TEXTS:
            faults.add(Kind.DAMAGED_TEXT)
        elif found.chunk.kind[0:1].isupper() or found.chunk.kind == b"tRNS":
            raise UnsupportedPicture.damaged("a checksum is wrong")
        else:
            faults.add(Kind.DAMAGED_METADATA)
    if not chunks or chunks[-1].kind != b"IEND":
        chunks += [*_torn(data, position), Chunk(b"IEND", b"")]
        if not _is_packed_whole(chunks):
            raise UnsupportedPicture.truncated()
        faults.add(Kind.END_MISSING)
    elif data[position:].strip(b"\0\r\n "):
        faults.add(Kind.AFTER_END)
    _refuse(chunks)
    return chunks, frozenset(faults)


def _walked(data: bytes) -> Iterator[_Found]:
    """The chunks up to IEND, or up to one that the file does not hold whole."""
    position = len(SIGNATURE)
    for _ in range(_MAX_CHUNKS):
        if position + 12 > len(data):
            return
        length, kind = struct.unpack_from(">I4s", data, position)
        end = position + 8 + length
        if end + 4 > len(data):
            return
        is_sound = zlib.crc32(memoryview(data)[position + 4 : end]) == int.from_bytes(data[end : end + 4], "big")
        yield _Found(Chunk(kind, data[position + 8 : end]), end + 4, is_sound)
        if kind == b"IEND":
            return
        position = end + 4
    raise UnsupportedPicture.damaged("it has far too many parts")


def _torn(data: bytes, position: int) -> list[Chunk]:
    """What is there of a last chunk of picture data that is torn off, perhaps within its checksum."""
    length, kind = struct.unpack_from(">I4s", data[position : position + 8].ljust(8, b"\0"))
    return [Chunk(kind, data[position + 8 : position + 8 + length])] if kind == b"IDAT" else []


def _is_packed_whole(chunks: Sequence[Chunk]) -> bool:
    """Whether the packed picture has its end, with a right checksum."""
    stream = zlib.decompressobj()
    try:
        for chunk in chunks:
            if chunk.kind == b"IDAT":
                rest = chunk.data
                while rest and not stream.eof:
                    stream.decompress(rest, 1 << 20)
                    rest = stream.unconsumed_tail
    except zlib.error:
        return False
    return stream.eof


def _refuse(chunks: Sequence[Chunk]) -> None:
    kinds = {chunk.kind for chunk in chunks}
    if not chunks or chunks[0].kind != b"IHDR" or len(chunks[0].data) != 13 or b"IDAT" not in kinds:
        raise UnsupportedPicture.damaged("it has no header or no picture")
    if b"acTL" in kinds:
        raise UnsupportedPicture("The file is an animation.", "Save the one picture you want as PNG or TIFF.")
    if any(not kind[0:1].islower() for kind in kinds - _CRITICAL):
        raise UnsupportedPicture("The file is of a rare kind of PNG.", "Save it as PNG with another program.")
    found = header(chunks)
    if found.bit_depth not in _DEPTHS.get(found.colour_type, ()) or chunks[0].data[10:] not in (b"\0\0\0", b"\0\0\1"):
        raise UnsupportedPicture.damaged("its header is wrong")


def header(chunks: Sequence[Chunk]) -> Header:
    return Header(*struct.unpack_from(">IIBB", chunks[0].data))


def with_chunks(data: bytes, chunks: Sequence[Chunk]) -> bytes:
    """The file with more chunks after its header."""
    present = [found.chunk for found in _walked(data)]
    return packed_file([present[0], *chunks, *present[1:]])


def packed_file(chunks: Sequence[Chunk]) -> bytes:
    return SIGNATURE + b"".join(map(packed_chunk, chunks))


def packed_chunk(chunk: Chunk) -> bytes:
    """A chunk as it stands in a file: with its length and its checksum."""
    checksum = zlib.crc32(chunk.data, zlib.crc32(chunk.kind))
    return b"".join([struct.pack(">I", len(chunk.data)), chunk.kind, chunk.data, struct.pack(">I", checksum)])


def text_chunk(keyword: str, text: str) -> Chunk:
    """A tEXt chunk; both are Latin-1."""
    return Chunk(b"tEXt", keyword.encode("latin-1") + b"\0" + text.encode("latin-1"))


def keyword_of(chunk: Chunk) -> str:
    """The keyword of a text chunk."""
    return chunk.data.partition(b"\0")[0].decode("latin-1")


def texts(chunks: Sequence[Chunk], keywords: Collection[str], *, max_bytes: int = MAX_TEXT_BYTES) -> dict[str, bytes]:
    """The first text of each of these keywords, raw: Latin-1 from tEXt and zTXt, UTF-8 from iTXt. No other is unpacked.
    Damaged ones are left out, and those that grow beyond ``max_bytes``, all together."""
    found: dict[str, bytes] = {}
    left = max_bytes
    for chunk in chunks:
        if chunk.kind in TEXTS and (keyword := keyword_of(chunk)) in keywords and keyword not in found:
            text = text_of(chunk, max_bytes=left)
            if text is not None:
                found[keyword] = text
                left -= len(text)
    return found


def text_of(chunk: Chunk, *, max_bytes: int) -> bytes | None:
    """The text of a text chunk; None if it is damaged, or longer."""
    _, _, rest = chunk.data.partition(b"\0")
    if chunk.kind == b"tEXt":
        packed, text = False, rest
    elif chunk.kind == b"zTXt":
        packed, text = True, rest[1:]
    else:
        parts = rest[2:].split(b"\0", 2)
        if len(parts) < 3:
            return None
        packed, text = bool(rest[0]), parts[2]
    if packed:
        return inflated(text, max_bytes=max_bytes)
    return text if len(text) <= max_bytes else None


def inflated(data: bytes, *, max_bytes: int) -> bytes | None:
    """The unpacked bytes; None if they are damaged, or more than ``max_bytes``."""
    stream = zlib.decompressobj()
    try:
        # 0 would mean without limit
        unpacked = stream.decompress(data, max(1, max_bytes))
    except zlib.error:
        return None
    return unpacked if stream.eof else None
