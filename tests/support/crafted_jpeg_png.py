"""PNG files with every corner of the format, and small files that cost much to those who trust them: drawn by code, for
tests of what is read, refused and told."""

import struct
import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from facerestore.files.png_chunks import Chunk, packed_file

END = Chunk(b"IEND", b"")
_ADAM7 = ((0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1))
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def png(
    samples: NDArray[np.uint16],
    depth: int,
    colour_type: int,
    *,
    before: Sequence[Chunk] = (),
    after: Sequence[Chunk] = (),
    interlaced: bool = False,
) -> bytes:
    """A PNG of samples (H, W, channels) as they are, without filters."""
    height, width, channels = samples.shape
    assert channels == _CHANNELS[colour_type]
    header = struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, interlaced)
    passes = [samples[top::down, left::across] for top, left, down, across in _ADAM7] if interlaced else [samples]
    raw = b"".join(b"\0" + _row(row, depth) for part in passes if part.size for row in part)
    return packed_file([Chunk(b"IHDR", header), *before, Chunk(b"IDAT", zlib.compress(raw)), *after, END])


def _row(row: NDArray[np.uint16], depth: int) -> bytes:
    values = row.reshape(-1)
    if depth == 16:
        return values.astype(">u2").tobytes()
    bits = (values[:, None] >> np.arange(depth - 1, -1, -1)) & 1
    return np.packbits(bits.astype(np.uint8).reshape(-1)).tobytes()


def zipped_text(keyword: bytes, text: bytes) -> Chunk:
    return Chunk(b"zTXt", keyword + b"\0\0" + zlib.compress(text, 9))


def packed_international_text(keyword: bytes, text: bytes) -> Chunk:
    return Chunk(b"iTXt", keyword + b"\0\1\0\0\0" + zlib.compress(text, 9))


def raw_profile(name: str, profile: bytes) -> Chunk:
    """A profile as ImageMagick stores it in a text."""
    lines = "\n".join(profile.hex()[start : start + 72] for start in range(0, 2 * len(profile), 72))
    return zipped_text(f"Raw profile type {name}".encode(), f"\n{name}\n{len(profile):8d}\n{lines}\n".encode())


def overlapping_exif(tags: int, size: int) -> bytes:
    """An EXIF block whose tags all lie over the same bytes."""
    start = 10 + 12 * tags + 4
    entries = b"".join(struct.pack("<HHII", 40_000 + number % 20_000, 7, size, start) for number in range(tags))
    return b"II*\0" + struct.pack("<IH", 8, tags) + entries + bytes(4) + bytes(size)
