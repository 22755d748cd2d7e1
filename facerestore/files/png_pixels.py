"""A PNG's pixels, packed as differences to the pixel at the left (PNG 3rd edition, 9.2)."""

import struct
from collections.abc import Callable
from typing import Any, BinaryIO, Final

import imagecodecs
import numpy as np
from numpy.typing import NDArray

from facerestore.files.deflate import zlib_stream
from facerestore.files.png_chunks import Chunk, packed_chunk

_STRIP_BYTES: Final = 2**20
_AT_ONCE_BYTES: Final = 48 * 2**20
"""What is no larger is packed in one piece by libdeflate, which cannot go on with a stream: a fifth smaller than in
parts, in three quarters of the processor's time. It takes the memory of two copies."""
_LEVEL: Final = 1
_FILTER_SUB: Final = 1
_COLOUR_TYPES: Final = {1: 0, 2: 4, 3: 2, 4: 6}


def header_data(height: int, width: int, samples: int, bits: int) -> bytes:
    """The data of the IHDR chunk of a picture of 1 to 4 samples a pixel, 8 or 16 bits each."""
    return struct.pack(">IIBBBBB", width, height, bits, _COLOUR_TYPES[samples], 0, 0, 0)


def write_pixels(
    stream: BinaryIO,
    rows: Callable[[slice], NDArray[Any]],
    *,
    height: int,
    row_bytes: int,
    is_compressed: bool = True,
) -> None:
    """Writes the IDAT chunks. ``rows`` gives some of the picture's rows, (rows, width) or (rows, width, samples), uint8
    or uint16; ``row_bytes``: about how long one is. Of a large picture only a few strips are in memory at a time,
    packed in threads. Which are large is told by the size alone, so that the same pixels make the same file wherever
    they are written."""
    step = max(1, _STRIP_BYTES // row_bytes)
    strips = (_differences(rows(slice(top, min(top + step, height)))) for top in range(0, height, step))
    if is_compressed and height * row_bytes <= _AT_ONCE_BYTES:
        filtered = bytearray()
        for strip in strips:
            filtered += strip
        stream.write(packed_chunk(Chunk(b"IDAT", bytes(imagecodecs.deflate_encode(filtered, level=_LEVEL)))))
        return
    for piece in zlib_stream(strips, is_compressed=is_compressed):
        stream.write(packed_chunk(Chunk(b"IDAT", piece)))


def _differences(rows: NDArray[Any]) -> bytes:
    """The rows as PNG packs them: the filter's number, then the differences of bytes."""
    pixel_bytes = rows.dtype.itemsize * (1 if rows.ndim == 2 else rows.shape[2])
    in_order = np.ascontiguousarray(rows).astype(rows.dtype.newbyteorder(">"), copy=False)
    stored = in_order.view(np.uint8).reshape(len(rows), -1)
    filtered = np.empty((len(rows), 1 + stored.shape[1]), np.uint8)
    filtered[:, 0] = _FILTER_SUB
    filtered[:, 1 : 1 + pixel_bytes] = stored[:, :pixel_bytes]
    np.subtract(stored[:, pixel_bytes:], stored[:, :-pixel_bytes], out=filtered[:, 1 + pixel_bytes :])
    return filtered.tobytes()
