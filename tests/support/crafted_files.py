"""Small files that claim or hide much, to be refused in a sentence within seconds and little memory.

``python -m tests.support.crafted_files FOLDER`` writes all of them, to be tried on the whole program.
"""

import struct
import sys
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from facerestore.files import exif
from tests.support.picture_files import pillow_bytes
from tests.support.pictures import noise

SHORT, LONG = 3, 4


def numbers(*values: int, kind: int = LONG) -> exif.Tag:
    """A little-endian tag of numbers."""
    return exif.Tag(kind, len(values), struct.pack(f"<{len(values)}{'H' if kind == SHORT else 'I'}", *values))


def tiff(tags: Mapping[int, exif.Tag], content: bytes = b"") -> bytes:
    """A little-endian TIFF of one directory after ``content``, which begins at byte 8."""
    start = 8 + len(content) + len(content) % 2
    return b"II*\0" + struct.pack("<I", start) + content.ljust(start - 8, b"\0") + exif.packed(tags, "<", start)


def picture(width: int, length: int, *, compression: int = 1, samples: int = 1) -> dict[int, exif.Tag]:
    """The tags that every picture has, but for where its parts are."""
    return {
        256: numbers(width),
        257: numbers(length),
        258: numbers(*[8] * samples, kind=SHORT),
        259: numbers(compression, kind=SHORT),
        262: numbers(2 if samples >= 3 else 1, kind=SHORT),
        277: numbers(samples, kind=SHORT),
    }


def tiff_of_780_000_tiles() -> bytes:
    across, down = 883, 883
    count = across * down
    tiles = {322: numbers(16), 323: numbers(16), 324: numbers(*[8] * count), 325: numbers(*[256] * count)}
    return tiff(picture(16 * across, 16 * down) | tiles, bytes(256))


def tiff_of_two_million_strips() -> bytes:
    length = 700_000
    count = 3 * length
    strips = {273: numbers(*[8] * count), 278: numbers(1), 279: numbers(*[90] * count), 284: numbers(2, kind=SHORT)}
    return tiff(picture(90, length, samples=3) | strips, bytes(90))


def tiff_of_overlapping_jpeg_tiles() -> bytes:
    """20,000 tiles that are all the same stream of 2,000 x 2,000 pixels."""
    jpeg = pillow_bytes(noise(2000, 2000, channels=None), "JPEG", quality=50, progressive=True)
    count = 100 * 200
    tiles = {322: numbers(96), 323: numbers(96), 324: numbers(*[8] * count), 325: numbers(*[len(jpeg)] * count)}
    return tiff(picture(96 * 200, 96 * 100, compression=7) | tiles, jpeg)


def tiff_of_a_large_jpeg_in_a_small_tile() -> bytes:
    jpeg = pillow_bytes(noise(4000, 4000, channels=None), "JPEG", quality=30)
    tiles = {322: numbers(64), 323: numbers(64), 324: numbers(8), 325: numbers(len(jpeg))}
    return tiff(picture(64, 64, compression=7) | tiles, jpeg)


def tiff_of_overlapping_tags() -> bytes:
    """30,000 tags that all are the same 800 kB."""
    content_bytes, count = 800_000, 30_000
    start = 8 + content_bytes
    entries = b"".join(struct.pack("<HHII", 1000 + code, 1, content_bytes, 8) for code in range(count))
    return b"II*\0" + struct.pack("<I", start) + bytes(content_bytes) + struct.pack("<H", count) + entries + bytes(4)


def tiff_of_overlapping_pages() -> bytes:
    """A thousand directories, one in the other, of 60,000 entries each."""
    step, count, pages = 12, 60_000, 1000
    entry = struct.pack("<HHII", 65_000, 1, 500_000, 8)
    start = 10
    data = bytearray(b"II*\0" + struct.pack("<I", start) + b"\0\0")
    data += struct.pack("<H", count) + entry * (count + pages)
    for page in range(pages):
        at = start + page * step
        struct.pack_into("<H", data, at, count)
        following = start + (page + 1) * step if page < pages - 1 else 0
        struct.pack_into("<I", data, at + 2 + 12 * count, following)
    return bytes(data) + bytes(500_000)


def tiff_of_directories_in_themselves() -> bytes:
    """Exposure, GPS and interoperability directories that are the first one again, with many entries."""
    pointers = b"".join(struct.pack("<HHII", code, LONG, 1, 8) for code in (34665, 34853, 40965))
    count = 30_000
    others = b"".join(struct.pack("<HHII", code, 1, 4, 0) for code in range(1000, 1000 + count - 3))
    return b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", count) + pointers + others + bytes(4)


def tiff_with_xmp_of_60_mb() -> bytes:
    packet = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + b"<a b='c'/>" * 6_000_000 + b"</x:xmpmeta>"
    rgb = noise(64, 48)
    strips = {273: numbers(8), 278: numbers(48), 279: numbers(rgb.nbytes), 700: exif.Tag(1, len(packet), packet)}
    return tiff(picture(64, 48, samples=3) | strips, rgb.tobytes())


def tiff_of_a_side_over_a_million() -> bytes:
    return tiff(picture(1_500_000, 100) | {273: numbers(8), 278: numbers(100), 279: numbers(10)}, bytes(10))


def tiff_of_many_samples() -> bytes:
    """200 megapixels are allowed, and 32 samples, but not both."""
    strips = {273: numbers(8), 278: numbers(10_000), 279: numbers(1000)}
    return tiff(picture(20_000, 10_000, compression=8, samples=32) | strips, bytes(1000))


def tiff_of_a_tile_larger_than_the_picture() -> bytes:
    packed = zlib.compress(bytes(4000 * 4000 * 3), 1)
    tiles = {322: numbers(4000), 323: numbers(4000), 324: numbers(8), 325: numbers(len(packed))}
    return tiff(picture(16, 16, compression=8, samples=3) | tiles, packed)


def tiff_of_600_megapixels() -> bytes:
    return tiff(picture(30_000, 20_000) | {273: numbers(8), 278: numbers(20_000), 279: numbers(10)}, bytes(10))


REFUSED: Mapping[str, Callable[[], bytes]] = {
    "780,000 tiles": tiff_of_780_000_tiles,
    "two million strips": tiff_of_two_million_strips,
    "overlapping JPEG tiles": tiff_of_overlapping_jpeg_tiles,
    "a large JPEG in a small tile": tiff_of_a_large_jpeg_in_a_small_tile,
    "overlapping tags": tiff_of_overlapping_tags,
    "overlapping pages": tiff_of_overlapping_pages,
    "directories in themselves": tiff_of_directories_in_themselves,
    "a side over a million": tiff_of_a_side_over_a_million,
    "many samples": tiff_of_many_samples,
    "a tile larger than the picture": tiff_of_a_tile_larger_than_the_picture,
    "600 megapixels": tiff_of_600_megapixels,
}
"""By what is wrong with them; each is to be refused."""

READ: Mapping[str, Callable[[], bytes]] = {"XMP of 60 MB": tiff_with_xmp_of_60_mb}
"""Photos that are read without what is wrong with them."""


def main() -> None:
    folder = Path(sys.argv[1])
    for name, made in {**REFUSED, **READ}.items():
        (folder / f"{name.replace(' ', '-')}.tif").write_bytes(made())


if __name__ == "__main__":
    main()
