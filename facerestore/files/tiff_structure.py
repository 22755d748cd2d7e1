"""TiffStructure: how a TIFF file stores one picture, checked, and as a bare file that the decoder can be trusted with.

TIFF 6.0. Where a file says too little or something impossible, libtiff's rules decide (``tif_dirread.c``).
"""

import io
import math
import struct
from dataclasses import dataclass, replace
from typing import Any, Final

import tifffile
from numpy.typing import NDArray

from facerestore.files import exif, jpeg_file
from facerestore.files.inventory import Kind
from facerestore.files.stored_picture import MAX_PIXELS, UnsupportedPicture, refuse_size
from facerestore.values.translatable_text import TranslatableText

WHITE_IS_ZERO, BLACK_IS_ZERO, RGB, PALETTE = 0, 1, 2, 3
_CMYK, _YCBCR = 5, 6
_PHOTOMETRIC_NAMES: Final = {4: "MASK", 8: "CIELAB", 9: "ICCLAB", 10: "ITULAB", 32844: "LOGL", 32845: "LOGLUV"}
_UNCOMPRESSED, _JPEG = 1, 7
_FAX: Final = frozenset({2, 3, 4})
_PACKBITS: Final = 32773
_COMPRESSIONS: Final = frozenset({_UNCOMPRESSED, *_FAX, 5, _JPEG, 8, _PACKBITS, 32946})
"""None, fax, LZW, JPEG, deflate and PackBits: those whose decoders never write more than the picture's size."""
_UNSIGNED, _UNDEFINED = 1, 4
_SEPARATE_PLANES: Final = 2
_MAX_SAMPLES: Final = 32
_MAX_PARTS: Final = 200_000
SAMPLES_PER_PIXEL: Final = 6
"""So many of the largest photo fit into memory; of smaller ones there may be more."""
_SMALL_PART_PX, _PART_OF_PICTURE = 2048 * 2048, 4
_JPEG_BLOCK_PX: Final = 16
_OVERLAP: Final = 2

_WIDTH, _LENGTH, _BITS, _COMPRESSION, _PHOTOMETRIC, _FILL_ORDER = 256, 257, 258, 259, 262, 266
_STRIP_OFFSETS, _SAMPLES, _ROWS, _STRIP_BYTES, _PLANES = 273, 277, 278, 279, 284
_T4_OPTIONS, _PREDICTOR, _COLOURS = 292, 317, 320
_TILE_WIDTH, _TILE_LENGTH, _TILE_OFFSETS, _TILE_BYTES = 322, 323, 324, 325
_EXTRA_SAMPLES, _SAMPLE_FORMAT, _JPEG_TABLES, _SUBSAMPLING = 338, 339, 347, 530
_IMAGE_DEPTH: Final = 32997
_COPIED: Final = (_FILL_ORDER, _T4_OPTIONS, _PREDICTOR, _COLOURS, _JPEG_TABLES, _SUBSAMPLING)
_SHORT, _LONG = 3, 4
_ADVICE: Final = "Convert it to RGB or grey with 8 or 16 bits per channel in the program that made it."


@dataclass(frozen=True)
class TiffStructure:
    """``part_width`` x ``part_length``: of a strip or tile. ``extra_samples``: what each sample after the colours is,
    in TIFF's numbers. ``mended``: what the file did not say and was worked out. ``copied``: tags for the decoder."""

    width: int
    length: int
    bits: int
    photometric: int
    compression: int
    samples: int
    extra_samples: tuple[int, ...]
    has_planes: bool
    is_tiled: bool
    part_width: int
    part_length: int
    offsets: tuple[int, ...]
    byte_counts: tuple[int, ...]
    copied: exif.Directory
    mended: tuple[Kind, ...]

    def decoded(self, data: bytes, order: exif.Order) -> NDArray[Any]:
        """The samples (length, width, samples). Raises what the decoder raises."""
        bare = _bare_file(self, data, order)
        try:
            with tifffile.TiffFile(io.BufferedReader(bare)) as file:
                page: Any = file.pages[0]
                samples: NDArray[Any] = page.asarray(maxworkers=1)
        finally:
            # the decoder stands in a circle with its pages, and would hold the whole file until that is collected
            bare.let_go()
        if self.has_planes and samples.ndim == 3:
            samples = samples.transpose(1, 2, 0)
        return samples.reshape(self.length, self.width, self.samples)


def structure_of(tags: exif.Directory, order: exif.Order, data: bytes, *, max_pixels: int) -> TiffStructure:
    """How the directory's picture is stored. Raises UnsupportedPicture where it cannot be a photo or is not whole."""
    width, length = _one(tags, order, _WIDTH, 0), _one(tags, order, _LENGTH, 0)
    refuse_size(width, length, max_pixels)
    compression = _one(tags, order, _COMPRESSION, _UNCOMPRESSED)
    samples = _one(tags, order, _SAMPLES, 1)
    if width * length * samples > SAMPLES_PER_PIXEL * MAX_PIXELS:
        raise UnsupportedPicture(
            "The picture has too many channels for its size.", "Save it without the extra channels."
        )
    bits = _refuse_samples(tags, order, samples)
    mended = []
    photometric = _one(tags, order, _PHOTOMETRIC, -1)
    if photometric < 0:
        mended.append(Kind.PHOTOMETRIC_MISSING)
        photometric = RGB if samples >= 3 else WHITE_IS_ZERO if compression in _FAX else BLACK_IS_ZERO
    colours = _refuse_kind(photometric, bits, compression, samples)
    extra = exif.integers(tags.get(_EXTRA_SAMPLES), order)[: samples - colours]
    is_tiled = _TILE_WIDTH in tags
    part_width = _one(tags, order, _TILE_WIDTH, 0) if is_tiled else width
    part_length = _one(tags, order, _TILE_LENGTH, 0) if is_tiled else min(_one(tags, order, _ROWS, length), length)
    refuse_size(part_width, part_length, MAX_PIXELS)
    if part_width * part_length > max(_SMALL_PART_PX, _PART_OF_PICTURE * width * length):
        raise UnsupportedPicture.damaged("a part claims to be larger than the whole")
    has_planes = _one(tags, order, _PLANES, 1) == _SEPARATE_PLANES and samples > 1
    count = math.ceil(width / part_width) * math.ceil(length / part_length) * (samples if has_planes else 1)
    found = TiffStructure(
        width=width,
        length=length,
        bits=bits,
        photometric=photometric,
        compression=compression,
        samples=samples,
        extra_samples=extra + (0,) * (samples - colours - len(extra)),
        has_planes=has_planes,
        is_tiled=is_tiled,
        part_width=part_width,
        part_length=part_length,
        offsets=_numbers(tags, order, _TILE_OFFSETS if is_tiled else _STRIP_OFFSETS, count),
        byte_counts=_numbers(tags, order, _TILE_BYTES if is_tiled else _STRIP_BYTES, count),
        copied={code: tags[code] for code in _COPIED if code in tags},
        mended=tuple(mended),
    )
    whole = _with_byte_counts(found, data)
    _refuse_parts(whole, data)
    return whole


def _one(tags: exif.Directory, order: str, code: int, default: int) -> int:
    values = exif.integers(tags.get(code), order)
    return values[0] if values else default


def _numbers(tags: exif.Directory, order: str, code: int, count: int) -> tuple[int, ...]:
    """The first ``count`` numbers of a tag. Raises UnsupportedPicture for a picture in very many parts."""
    if count > _MAX_PARTS:
        raise UnsupportedPicture(
            TranslatableText("The picture is stored in too many parts ({count}).", count=count),
            "Save it anew, as PNG or as TIFF without tiles.",
        )
    tag = tags.get(code)
    return () if tag is None or tag.count > 2 * _MAX_PARTS else exif.integers(tag, order)[:count]


def _refuse_samples(tags: exif.Directory, order: str, samples: int) -> int:
    """The bits of every sample. Raises UnsupportedPicture where they are not equal, not whole numbers or too many."""
    depths = set((exif.integers(tags.get(_BITS), order) or (1,))[:samples])
    formats = set((exif.integers(tags.get(_SAMPLE_FORMAT), order) or (_UNSIGNED,))[:samples])
    if not formats <= {_UNSIGNED, _UNDEFINED} or max(depths) > 16:
        raise UnsupportedPicture("The picture has floating-point, signed or 32-bit samples.", _ADVICE)
    if len(depths) > 1:
        raise UnsupportedPicture("The picture's channels have different depths.", _ADVICE)
    if not 1 <= samples <= _MAX_SAMPLES:
        raise UnsupportedPicture(TranslatableText("The picture has {count} channels.", count=samples), _ADVICE)
    if _one(tags, order, _IMAGE_DEPTH, 1) != 1:
        raise UnsupportedPicture("The picture is a stack of many, as microscopes make them.", _ADVICE)
    return depths.pop()


def _refuse_kind(photometric: int, bits: int, compression: int, samples: int) -> int:
    """How many of the samples are colours. Raises UnsupportedPicture for what a photo cannot hold."""
    if photometric == _CMYK:
        raise UnsupportedPicture("The picture is made for printing (CMYK).", _ADVICE)
    is_single = photometric in (WHITE_IS_ZERO, BLACK_IS_ZERO, PALETTE)
    if not (is_single or photometric == RGB or (photometric == _YCBCR and compression == _JPEG)):
        name = "YCBCR" if photometric == _YCBCR else _PHOTOMETRIC_NAMES.get(photometric, str(photometric))
        raise UnsupportedPicture(
            TranslatableText("The picture's colours are of a kind we cannot read ({name}).", name=name), _ADVICE
        )
    if bits not in ((1, 2, 4, 8, 16) if is_single else (8, 16)):
        raise UnsupportedPicture(TranslatableText("The picture has {bits} bits per channel.", bits=bits), _ADVICE)
    if compression not in _COMPRESSIONS:
        raise UnsupportedPicture(
            "The picture is compressed in a rare way.", "Save it as TIFF with LZW or no compression."
        )
    colours = 1 if is_single else 3
    if samples < colours:
        raise UnsupportedPicture(TranslatableText("The picture has {count} channels.", count=samples), _ADVICE)
    return colours


def _with_byte_counts(found: TiffStructure, data: bytes) -> TiffStructure:
    """The structure with those lengths of parts that the file leaves out, or that cannot be: of uncompressed parts by
    their size, of one compressed part by the end of the file (PackBits does not know where it ends)."""
    counts = list(found.byte_counts) or [0] * len(found.offsets)
    samples = 1 if found.has_planes else found.samples
    row_bytes = math.ceil(found.part_width * samples * found.bits / 8)
    across = math.ceil(found.width / found.part_width)
    down = math.ceil(found.length / found.part_length)
    for index, offset in enumerate(found.offsets[: len(counts)]):
        if found.compression == _UNCOMPRESSED:
            is_last = not found.is_tiled and index // across % down == down - 1
            rows = found.length - (down - 1) * found.part_length if is_last else found.part_length
            is_single = len(found.offsets) == 1
            if counts[index] == 0 or (is_single and not rows * row_bytes <= counts[index] <= len(data) - offset):
                counts[index] = rows * row_bytes
        elif counts[index] == 0 and len(found.offsets) == 1 and offset and found.compression != _PACKBITS:
            counts[index] = max(0, len(data) - offset)
    if tuple(counts) == found.byte_counts:
        return found
    return replace(found, byte_counts=tuple(counts), mended=(*found.mended, Kind.BYTE_COUNTS_MISSING))


def _refuse_parts(found: TiffStructure, data: bytes) -> None:
    """Raises UnsupportedPicture where strips or tiles are missing, cut off, or not of the size that the picture
    claims."""
    across = math.ceil(found.width / found.part_width)
    expected = across * math.ceil(found.length / found.part_length) * (found.samples if found.has_planes else 1)
    parts = list(zip(found.offsets, found.byte_counts, strict=False))
    if len(parts) < expected or any(count == 0 for _, count in parts):
        raise UnsupportedPicture.damaged("a part of the picture is missing")
    if any(offset + count > len(data) for offset, count in parts):
        raise UnsupportedPicture.truncated()
    total_bytes = sum(found.byte_counts)
    if found.compression == _UNCOMPRESSED:
        if total_bytes * 8 < found.width * found.length * found.samples * found.bits:
            raise UnsupportedPicture.damaged("a part of the picture is missing")
    elif total_bytes > _OVERLAP * len(data):
        raise UnsupportedPicture.damaged("its parts lie over one another")
    if found.compression == _JPEG:
        for offset, count in parts:
            jpeg_file.refuse_broken_part(
                data[offset : offset + count],
                max_width=_whole_blocks(found.part_width),
                max_height=_whole_blocks(found.part_length),
            )


def _whole_blocks(side: int) -> int:
    """A JPEG stream may be filled up to whole blocks."""
    return math.ceil(side / _JPEG_BLOCK_PX) * _JPEG_BLOCK_PX


def _bare_file(found: TiffStructure, data: bytes, order: exif.Order) -> "_Joined":
    """The file with a directory of nothing but what the decoder needs: it has no business with texts and profiles, and
    gets no chance to understand a tag in another way than here."""

    def numbers(kind: int, *values: int) -> exif.Tag:
        form = "H" if kind == _SHORT else "I"
        return exif.Tag(kind, len(values), struct.pack(f"{order}{len(values)}{form}", *values))

    tags: dict[int, exif.Tag] = {
        _WIDTH: numbers(_LONG, found.width),
        _LENGTH: numbers(_LONG, found.length),
        _BITS: numbers(_SHORT, *[found.bits] * found.samples),
        _COMPRESSION: numbers(_SHORT, found.compression),
        _PHOTOMETRIC: numbers(_SHORT, found.photometric),
        _SAMPLES: numbers(_SHORT, found.samples),
        _PLANES: numbers(_SHORT, _SEPARATE_PLANES if found.has_planes else 1),
        _TILE_OFFSETS if found.is_tiled else _STRIP_OFFSETS: numbers(_LONG, *found.offsets),
        _TILE_BYTES if found.is_tiled else _STRIP_BYTES: numbers(_LONG, *found.byte_counts),
        **found.copied,
    }
    if found.is_tiled:
        tags |= {_TILE_WIDTH: numbers(_LONG, found.part_width), _TILE_LENGTH: numbers(_LONG, found.part_length)}
    else:
        tags[_ROWS] = numbers(_LONG, found.part_length)
    if found.extra_samples:
        tags[_EXTRA_SAMPLES] = numbers(_SHORT, *found.extra_samples)
    start = len(data) + len(data) % 2
    header = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", start)
    pieces: list[bytes | memoryview] = [
        header,
        memoryview(data)[len(header) :],
        bytes(start - len(data)),
        exif.packed(tags, order, start),
    ]
    return _Joined(pieces)


class _Joined(io.RawIOBase):
    """A file that is several pieces of memory one after the other, without a copy of them."""

    def __init__(self, pieces: list[bytes | memoryview]) -> None:
        super().__init__()
        self._pieces, self._position = pieces, 0
        self._size = sum(len(piece) for piece in pieces)

    def let_go(self) -> None:
        """Hold the memory no longer: there is nothing to read any more."""
        self._pieces, self._size = [], 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        self._position = start + offset
        return self._position

    def tell(self) -> int:
        return self._position

    def readinto(self, buffer: Any) -> int:
        target = memoryview(buffer).cast("B")
        start, done = 0, 0
        for piece in self._pieces:
            inside = self._position - start
            if 0 <= inside < len(piece) and done < len(target):
                count = min(len(piece) - inside, len(target) - done)
                target[done : done + count] = piece[inside : inside + count]
                done, self._position = done + count, self._position + count
            start += len(piece)
        return done
