"""PNG files: pixels of 8 and 16 bits, read as libpng reads them (PNG 3rd edition)."""

import struct
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any, BinaryIO, Final

import imagecodecs
from numpy.typing import NDArray

from facerestore.files import exif, png_metadata
from facerestore.files.inventory import Kind
from facerestore.files.png_chunks import (
    Chunk,
    Header,
    header,
    packed_chunk,
    packed_file,
    read_picture_chunks,
)
from facerestore.files.png_pixels import header_data, write_pixels
from facerestore.files.stored_picture import StoredPicture, refuse_size
from facerestore.values.photo import Photo, PhotoMetadata

_GREY, _PALETTE = 0, 3
_TRANSPARENCY_BYTES: Final = {_GREY: 2, 2: 6}


def decoded(data: bytes, *, max_pixels: int) -> StoredPicture:
    """The picture of a PNG file: palettes as their colours, 1 to 4 bits scaled to 8. Raises UnsupportedPicture."""
    chunks, faults = read_picture_chunks(data)
    found = header(chunks)
    refuse_size(found.width, found.height, max_pixels)
    samples = imagecodecs.png_decode(packed_file(_needed(chunks, found)))
    metadata = png_metadata.read(chunks, found, faults)
    return StoredPicture.of_samples(samples, metadata, exif.orientation(metadata.exif))


def _needed(chunks: Sequence[Chunk], found: Header) -> list[Chunk]:
    """The chunks that make the picture, and those only: the decoder has no business with texts and profiles, and tells
    the terminal what it thinks of a palette or a transparency that it passes over."""
    palette = next((chunk.data for chunk in chunks if chunk.kind == b"PLTE"), b"")
    needed = []
    for kind, data in chunks:
        if kind in (b"IHDR", b"IDAT", b"IEND") or (kind == b"PLTE" and found.colour_type == _PALETTE):
            needed.append(Chunk(kind, data))
        elif kind == b"tRNS" and found.colour_type == _PALETTE:
            # of more entries than colours libpng takes none
            needed += [Chunk(kind, data)] if len(data) <= len(palette) // 3 else []
        elif kind == b"tRNS" and len(data) == _TRANSPARENCY_BYTES.get(found.colour_type):
            # the bits above a sample's own do not count
            mask = 2**found.bit_depth - 1
            values = [value & mask for (value,) in struct.iter_unpack(">H", data)]
            needed.append(Chunk(kind, struct.pack(f">{len(values)}H", *values)))
    return needed


def held(photo: Photo) -> frozenset[Kind]:
    """The kinds that a PNG file of this photo will hold; see ``inventory``."""
    return png_metadata.held(photo)


def encoded(samples: NDArray[Any], metadata: PhotoMetadata) -> bytes:
    """A PNG file of (H, W) or (H, W, 1 to 4) samples, uint8 or uint16, with the metadata."""
    stream = BytesIO()
    write(stream, samples.__getitem__, samples.shape, samples.dtype.itemsize * 8, metadata)
    return stream.getvalue()


def write(
    stream: BinaryIO,
    rows: Callable[[slice], NDArray[Any]],
    shape: tuple[int, ...],
    bits: int,
    metadata: PhotoMetadata,
    *,
    is_compressed: bool = True,
) -> None:
    """Writes a PNG file, strip by strip. ``rows`` gives some rows of a picture of a shape, as ``encoded`` takes it."""
    height, width, channels = (*shape, 1)[:3]
    statements = png_metadata.chunks_of(metadata, bytes([bits]) * channels)
    stream.write(packed_file([Chunk(b"IHDR", header_data(height, width, channels, bits)), *statements]))
    row_bytes = width * channels * bits // 8
    write_pixels(stream, rows, height=height, row_bytes=row_bytes, is_compressed=is_compressed)
    stream.write(packed_chunk(Chunk(b"IEND", b"")))
