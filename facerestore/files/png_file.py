"""PNG files: chunks with their checksums, the metadata in them, pixels of 8 and 16 bits (PNG 3rd edition)."""

import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

import imagecodecs
import numpy as np
from numpy.typing import NDArray

from facerestore.files import exif, photoshop
from facerestore.files.inventory import Kind
from facerestore.files.stored_picture import MAX_TEXT_BYTES, StoredPicture, UnsupportedPicture, refuse_size
from facerestore.values.photo import Photo, PhotoMetadata

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_XMP_KEYWORD: Final = "XML:com.adobe.xmp"
_IPTC_KEYWORD: Final = "Raw profile type iptc"
_INCHES_PER_METRE: Final = 1 / 0.0254


class Chunk(NamedTuple):
    kind: bytes
    data: bytes


class Header(NamedTuple):
    width: int
    height: int
    bit_depth: int
    colour_type: int


def read_chunks(data: bytes) -> list[Chunk]:
    """All chunks up to IEND. Raises UnsupportedPicture for a file that ends too early, has a wrong checksum or
    moves."""
    chunks = list(_walked(data))
    kinds = {chunk.kind for chunk in chunks}
    if not chunks or chunks[0].kind != b"IHDR" or len(chunks[0].data) != 13 or b"IDAT" not in kinds:
        raise UnsupportedPicture.damaged("it has no header or no picture")
    if b"acTL" in kinds:
        raise UnsupportedPicture("The file is an animation.", "Save the one picture you want as PNG or TIFF.")
    return chunks


def _walked(data: bytes) -> Iterator[Chunk]:
    position = len(SIGNATURE)
    while True:
        if position + 12 > len(data):
            raise UnsupportedPicture.truncated()
        length, kind = struct.unpack_from(">I4s", data, position)
        end = position + 8 + length
        if end + 4 > len(data):
            raise UnsupportedPicture.truncated()
        if zlib.crc32(data[position + 4 : end]) != int.from_bytes(data[end : end + 4], "big"):
            raise UnsupportedPicture.damaged("a checksum is wrong")
        yield Chunk(kind, data[position + 8 : end])
        if kind == b"IEND":
            return
        position = end + 4


def header(chunks: Sequence[Chunk]) -> Header:
    return Header(*struct.unpack_from(">IIBB", chunks[0].data))


def decoded(data: bytes, *, max_pixels: int) -> StoredPicture:
    """The picture of a PNG file: palettes as their colours, 1 to 4 bits scaled to 8. Raises UnsupportedPicture."""
    chunks = read_chunks(data)
    refuse_size(header(chunks).width, header(chunks).height, max_pixels)
    # without the other chunks: the decoder has no business with texts and profiles
    needed = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
    bare = packed_file([chunk for chunk in chunks if chunk.kind in needed])
    samples = imagecodecs.png_decode(bare)
    metadata = _metadata(chunks)
    return StoredPicture.of_samples(samples, metadata, exif.orientation(metadata.exif))


def held(photo: Photo) -> frozenset[Kind]:
    """The kinds that a PNG file of this photo will hold; see ``inventory``."""
    return frozenset({Kind.ICC_PROFILE, Kind.EXIF, Kind.XMP, Kind.IPTC, Kind.RESOLUTION, Kind.ALPHA})


def encoded(samples: NDArray[Any], metadata: PhotoMetadata) -> bytes:
    """A PNG file of (H, W) or (H, W, 1 to 4) samples, uint8 or uint16, with the metadata."""
    # on scans runs of equal differences save as much as a full search, in a sixth of the time
    strategy, row_filter = imagecodecs.PNG.STRATEGY.RLE, imagecodecs.PNG.FILTER.SUB
    contiguous = np.ascontiguousarray(samples)
    data = bytes(imagecodecs.png_encode(contiguous, level=1, strategy=strategy, filter=row_filter))
    return with_chunks(data, _metadata_chunks(metadata))


def with_chunks(data: bytes, chunks: Sequence[Chunk]) -> bytes:
    """The file with more chunks after its header."""
    present = list(_walked(data))
    return packed_file([present[0], *chunks, *present[1:]])


def packed_file(chunks: Sequence[Chunk]) -> bytes:
    parts = [SIGNATURE]
    for kind, data in chunks:
        checksum = zlib.crc32(data, zlib.crc32(kind))
        parts += [struct.pack(">I", len(data)), kind, data, struct.pack(">I", checksum)]
    return b"".join(parts)


def text_chunk(keyword: str, text: str) -> Chunk:
    """A tEXt chunk; both are Latin-1."""
    return Chunk(b"tEXt", keyword.encode("latin-1") + b"\0" + text.encode("latin-1"))


def texts(chunks: Sequence[Chunk]) -> dict[str, bytes]:
    """Texts by keyword, raw: Latin-1 from tEXt and zTXt, UTF-8 from iTXt. Unreadable ones are left out."""
    found: dict[str, bytes] = {}
    for kind, data in chunks:
        if kind not in (b"tEXt", b"zTXt", b"iTXt"):
            continue
        keyword, _, rest = data.partition(b"\0")
        text = _text_body(kind, rest)
        if text is not None:
            found.setdefault(keyword.decode("latin-1"), text)
    return found


def _text_body(kind: bytes, rest: bytes) -> bytes | None:
    if kind == b"tEXt":
        return rest
    if kind == b"zTXt":
        return _inflated(rest[1:])
    parts = rest[2:].split(b"\0", 2)
    if len(parts) < 3:
        return None
    return _inflated(parts[2]) if rest[0] else parts[2]


def _inflated(data: bytes) -> bytes | None:
    """The unpacked bytes; None if they are damaged or larger than any honest ones."""
    stream = zlib.decompressobj()
    try:
        unpacked = stream.decompress(data, MAX_TEXT_BYTES)
    except zlib.error:
        return None
    return unpacked if stream.eof else None


def _metadata(chunks: Sequence[Chunk]) -> PhotoMetadata:
    by_kind = {chunk.kind: chunk.data for chunk in reversed(chunks)}
    by_keyword = texts(chunks)
    profile = by_kind.get(b"iCCP", b"").partition(b"\0")[2]
    block = by_kind.get(b"eXIf")
    return PhotoMetadata(
        icc_profile=_inflated(profile[1:]) if profile else None,
        exif=block,
        xmp=by_keyword.get(_XMP_KEYWORD),
        iptc=_iptc(by_keyword.get(_IPTC_KEYWORD)),
        dpi=_dpi(by_kind.get(b"pHYs", b"")) or exif.block_dpi(block),
    )


def _metadata_chunks(metadata: PhotoMetadata) -> list[Chunk]:
    chunks = []
    if metadata.icc_profile is not None:
        chunks.append(Chunk(b"iCCP", b"ICC profile\0\0" + zlib.compress(metadata.icc_profile)))
    if metadata.dpi is not None:
        per_metre = [min(2**31 - 1, round(value * _INCHES_PER_METRE)) for value in metadata.dpi]
        chunks.append(Chunk(b"pHYs", struct.pack(">IIB", *per_metre, 1)))
    if metadata.exif is not None:
        chunks.append(Chunk(b"eXIf", metadata.exif))
    if metadata.xmp is not None:
        chunks.append(Chunk(b"iTXt", _XMP_KEYWORD.encode() + b"\0" * 5 + metadata.xmp))
    if metadata.iptc is not None:
        raw = photoshop.with_iptc(metadata.iptc)
        # the form in which ImageMagick wrote it first, and which readers of PNG know
        text = f"\niptc\n{len(raw):8d}\n{raw.hex()}\n".encode()
        chunks.append(Chunk(b"zTXt", _IPTC_KEYWORD.encode() + b"\0\0" + zlib.compress(text)))
    return chunks


def _iptc(text: bytes | None) -> bytes | None:
    """The IPTC block of an ImageMagick profile text; None if it holds none."""
    lines = (text or b"").strip().split(b"\n")
    try:
        raw = bytes.fromhex(b"".join(lines[2:]).decode("ascii"))
    except ValueError:
        return None
    return photoshop.iptc(raw)


def _dpi(physical: bytes) -> tuple[float, float] | None:
    """Pixels per inch of a pHYs chunk, which counts whole pixels per metre: whole inches are restored."""
    if len(physical) != 9 or physical[8] != 1:
        return None
    across, down = struct.unpack_from(">II", physical)
    return (_per_inch(across), _per_inch(down)) if across and down else None


def _per_inch(per_metre: int) -> float:
    whole = round(per_metre / _INCHES_PER_METRE)
    return float(whole) if round(whole * _INCHES_PER_METRE) == per_metre else per_metre / _INCHES_PER_METRE
