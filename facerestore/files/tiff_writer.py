"""Writing TIFF files, strip by strip: a photo, what lies beside its samples, and its tags (TIFF 6.0).

Strips are packed in threads, so that a large photo takes all cores; only a few of them are in memory at a time.

Places in a TIFF are numbers of 32 bits. A file that might be larger than 4 GB is written as BigTIFF, whose numbers have
64: might, because how well strips pack is known only when they are written.
"""

import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

import imagecodecs
import numpy as np
from numpy.typing import NDArray

from facerestore.files import exif, tiff_tags
from facerestore.files.deflate import made_in_threads
from facerestore.files.inventory import Kind
from facerestore.values.photo import Photo, PhotoMetadata
from facerestore.values.repair import RepairedPhoto

_STRIP_BYTES: Final = 2**20
_LEVEL: Final = 1
"""Of the differences in a scan higher ones save 0 to 6 %, in two to three times the time."""
_SHORT, _LONG, _LONG_BIG = 3, 4, 16
_NUMBERS: Final = {_SHORT: "H", _LONG: "I", _LONG_BIG: "Q"}
_UNCOMPRESSED, _DEFLATE = 1, 8
_DIFFERENCES: Final = 2
_BLACK_IS_ZERO, _RGB = 1, 2
_UNSPECIFIED, _PREMULTIPLIED, _STRAIGHT = 0, 1, 2
_EXTRA_SAMPLES: Final[dict[str, int]] = {Kind.SECOND_ALPHA: _STRAIGHT, Kind.SECOND_PREMULTIPLIED_ALPHA: _PREMULTIPLIED}
_LARGEST_CLASSIC: Final = 2**32 - 1
_GROWN: Final = 1.02
"""By how much strips may be larger packed than they were, with where they lie."""

Rows = Callable[[slice], NDArray[Any]]
"""Some of a picture's rows as samples (rows, width) or (rows, width, samples)."""


@dataclass(frozen=True)
class _Page:
    """A picture to be written. ``extra_samples``: what its samples after the colours are."""

    height: int
    width: int
    samples: int
    dtype: np.dtype[Any]
    rows: Rows
    extra_samples: tuple[int, ...] = ()
    tags: exif.Directory | None = None

    @property
    def size(self) -> int:
        """Bytes of its samples, not packed."""
        return self.height * self.width * self.samples * self.dtype.itemsize

    @property
    def rows_per_strip(self) -> int:
        return min(self.height, max(1, _STRIP_BYTES // (self.width * self.samples * self.dtype.itemsize)))

    @property
    def strips(self) -> Iterator[slice]:
        step = self.rows_per_strip
        return (slice(top, min(top + step, self.height)) for top in range(0, self.height, step))


def held(photo: Photo) -> frozenset[Kind]:
    """The kinds that a TIFF file of this photo will hold; see ``inventory``."""
    fields = {Kind.ICC_PROFILE, Kind.EXIF, Kind.XMP, Kind.IPTC, Kind.RESOLUTION, Kind.RESOLUTION_WITHOUT_UNIT}
    return frozenset(
        fields
        | {
            Kind.ALPHA,
            Kind.PREMULTIPLIED,
            Kind.EXTRA_SAMPLE,
            Kind.SECOND_ALPHA,
            Kind.SECOND_PREMULTIPLIED_ALPHA,
            Kind.EXTRA_PAGE,
            Kind.PHOTOSHOP,
        }
    )


def write(stream: BinaryIO, repaired: RepairedPhoto, metadata: PhotoMetadata, *, is_compressed: bool = True) -> None:
    """A TIFF file of the photo's samples with these metadata, deflate compressed unless asked otherwise; ``stream`` can
    seek. Extra planes go where they were: beside the alpha, or into pages of their own. What might be larger than 4 GB
    is a BigTIFF."""
    tags, order = tiff_tags.directory_of(metadata, repaired.source.bits)
    start = stream.tell()
    pages = tuple(_pages(repaired, metadata, tags, order))
    is_big = _may_need(pages) > _LARGEST_CLASSIC
    link = stream.write(_header(order, is_big=is_big)) - (8 if is_big else 4)
    place_format, place_kind = (order + "Q", _LONG_BIG) if is_big else (order + "I", _LONG)
    for page in pages:
        directory = {**(page.tags or {}), **_storage(page, order, is_compressed=is_compressed)}
        offsets, counts = _write_strips(stream, page, order, start, is_compressed=is_compressed)
        directory[273], directory[279] = _numbers(place_kind, order, *offsets), _numbers(_LONG, order, *counts)
        place = stream.tell() - start
        place += stream.write(bytes(place % 2))
        packed = exif.packed(directory, order, place, is_big=is_big)
        stream.write(packed)
        stream.seek(start + link)
        stream.write(struct.pack(place_format, place))
        stream.seek(start + place + len(packed))
        link = place + exif.packed_bytes(len(directory), is_big=is_big) - struct.calcsize(place_format)


def _may_need(pages: Sequence[_Page]) -> int:
    """How many bytes a file of these pages has at most."""
    # one of the pages has tags of the photo, which may hold directories
    return sum(int(_GROWN * page.size) + len(exif.packed(page.tags or {}, "<", 0)) for page in pages) + 2**16


def _header(order: exif.Order, *, is_big: bool) -> bytes:
    """The beginning of a file; its last bytes are the place of the first directory, still to be written."""
    magic = b"II" if order == "<" else b"MM"
    return magic + (struct.pack(order + "HHHQ", 43, 8, 0, 0) if is_big else struct.pack(order + "HI", 42, 0))


def _pages(
    repaired: RepairedPhoto, metadata: PhotoMetadata, tags: exif.Directory, order: exif.Order
) -> Iterator[_Page]:
    photo = repaired.source
    height, width = photo.pixels.shape[:2]
    is_premultiplied = any(item.kind == Kind.PREMULTIPLIED and item.data is not None for item in metadata.items)
    beside = [plane for plane in photo.extras if plane.page_kind is None]
    before = [plane for plane in beside if plane.is_before_alpha]
    after = [plane for plane in beside if not plane.is_before_alpha]
    alpha_kind = _PREMULTIPLIED if is_premultiplied else _STRAIGHT
    extra_samples = (
        *(_UNSPECIFIED for _ in before),
        *(() if photo.alpha is None else (alpha_kind,)),
        *(_EXTRA_SAMPLES.get(plane.kind, _UNSPECIFIED) for plane in after),
    )

    def rows(strip: slice) -> NDArray[Any]:
        colours = repaired.rows(strip)
        if photo.alpha is not None and is_premultiplied:
            colours = premultiplied(colours, photo.alpha[strip])
        planes = [] if photo.alpha is None else [photo.alpha[strip]]
        planes = [*(one.samples[strip] for one in before), *planes, *(one.samples[strip] for one in after)]
        return np.dstack([colours, *planes]) if planes else colours

    colours = 1 if photo.pixels.ndim == 2 else 3
    count = colours + len(extra_samples)
    yield _Page(height, width, count, photo.pixels.dtype, rows, extra_samples, tags)
    for plane in photo.extras:
        if plane.page_kind is not None:
            kind = {254: _numbers(_LONG, order, plane.page_kind)}
            yield _Page(height, width, 1, plane.samples.dtype, plane.samples.__getitem__, (), kind)


def premultiplied(colours: NDArray[Any], alpha: NDArray[Any]) -> NDArray[Any]:
    """Colours multiplied with alpha, rounded. Of colours that were divided by it and rounded these are the stored ones:
    the rounding was off by half a step at most, and the product is so by less."""
    white = np.iinfo(colours.dtype).max
    share = alpha.astype(np.float64) / white
    scaled = np.round(colours * (share if colours.ndim == 2 else share[..., None]))
    return np.asarray(scaled.astype(colours.dtype))


def _storage(page: _Page, order: exif.Order, *, is_compressed: bool) -> dict[int, exif.Tag]:
    """The tags that say how a page is stored, but for where its strips are."""
    colours = page.samples - len(page.extra_samples)
    tags = {
        256: _numbers(_LONG, order, page.width),
        257: _numbers(_LONG, order, page.height),
        258: _numbers(_SHORT, order, *[page.dtype.itemsize * 8] * page.samples),
        259: _numbers(_SHORT, order, _DEFLATE if is_compressed else _UNCOMPRESSED),
        262: _numbers(_SHORT, order, _RGB if colours == 3 else _BLACK_IS_ZERO),
        277: _numbers(_SHORT, order, page.samples),
        278: _numbers(_LONG, order, page.rows_per_strip),
        284: _numbers(_SHORT, order, 1),
    }
    if is_compressed:
        tags[317] = _numbers(_SHORT, order, _DIFFERENCES)
    if page.extra_samples:
        tags[338] = _numbers(_SHORT, order, *page.extra_samples)
    return tags


def _numbers(kind: int, order: exif.Order, *values: int) -> exif.Tag:
    return exif.Tag(kind, len(values), struct.pack(f"{order}{len(values)}{_NUMBERS[kind]}", *values))


def _write_strips(
    stream: BinaryIO, page: _Page, order: exif.Order, start: int, *, is_compressed: bool
) -> tuple[list[int], list[int]]:
    """Where the strips lie, and how long they are."""

    def made(strip: slice) -> bytes:
        return _strip(page.rows(strip), page, order, is_compressed=is_compressed)

    offsets, counts = [], []
    for data in made_in_threads(made, page.strips):
        offsets.append(stream.tell() - start)
        counts.append(stream.write(data))
    return offsets, counts


def _strip(samples: NDArray[Any], page: _Page, order: exif.Order, *, is_compressed: bool) -> bytes:
    samples = np.ascontiguousarray(samples)
    if is_compressed:
        samples = imagecodecs.delta_encode(samples, axis=1)
    stored = samples.astype(page.dtype.newbyteorder(order), copy=False).tobytes()
    return bytes(imagecodecs.deflate_encode(stored, level=_LEVEL)) if is_compressed else stored
