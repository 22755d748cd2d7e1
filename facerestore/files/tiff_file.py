"""TIFF files: one picture of 1 to 16 bits, in strips or tiles, with all that lies beside it (TIFF 6.0, supplements)."""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from facerestore.files import exif, tiff_tags
from facerestore.files.inventory import Kind
from facerestore.files.stored_picture import MAX_PIXELS, StoredPicture, UnsupportedPicture
from facerestore.files.tiff_structure import (
    BLACK_IS_ZERO,
    PALETTE,
    SAMPLES_PER_PIXEL,
    WHITE_IS_ZERO,
    TiffStructure,
    structure_of,
)
from facerestore.values.photo import ExtraPlane, InventoryItem
from facerestore.values.translatable_text import TranslatableText

_PAGE_KIND, _OLD_PAGE_KIND = 254, 255
_WIDTH, _LENGTH, _BITS, _SAMPLES = 256, 257, 258, 277
_STRIP_OFFSETS, _TILE_OFFSETS, _OLD_JPEG = 273, 324, 513
_PHOTOMETRIC, _SUB_PICTURES = 262, 330
_DNG_VERSION: Final = 50706
_PREVIEW, _MASK = 0b001, 0b100
_OLD_REDUCED: Final = 2
_CAMERA_PHOTOMETRICS: Final = frozenset({32803, 34892})
_OF_PAGES: Final = frozenset(
    {_PAGE_KIND, _OLD_PAGE_KIND, _WIDTH, _LENGTH, _BITS, _SAMPLES, _PHOTOMETRIC, _DNG_VERSION}
    | {_STRIP_OFFSETS, _TILE_OFFSETS, _OLD_JPEG, _SUB_PICTURES}
)
_FEW: Final = 64
_PREMULTIPLIED, _STRAIGHT = 1, 2
_KINDS: Final = {_PREMULTIPLIED: Kind.SECOND_PREMULTIPLIED_ALPHA, _STRAIGHT: Kind.SECOND_ALPHA}


class _Page(dict[int, tuple[int, ...]]):
    """The numbers of a directory that say what it is. ``offset``: where it lies. ``has_sensor_cells``: one of the
    pictures below it is a camera's raw one."""

    offset: int
    has_sensor_cells: bool

    def one(self, code: int, default: int = 0) -> int:
        return self[code][0] if self.get(code) else default

    @property
    def kind(self) -> int:
        """NewSubfileType, or what the old tag says in its place."""
        if _PAGE_KIND in self:
            return self.one(_PAGE_KIND)
        is_lone_preview = _OLD_JPEG in self and _STRIP_OFFSETS not in self and _TILE_OFFSETS not in self
        return _PREVIEW if self.one(_OLD_PAGE_KIND) == _OLD_REDUCED or is_lone_preview else 0

    @property
    def is_whole(self) -> bool:
        return not self.kind & (_PREVIEW | _MASK)


def decoded(data: bytes, *, max_pixels: int) -> StoredPicture:
    """The picture of a TIFF file. Raises UnsupportedPicture; also for more than one picture (previews, masks and pages
    of infrared do not count).

    Palettes are read as their colours, 1 to 7 bits are scaled to 8. Where zero is white the samples are inverted.
    Premultiplied alpha is made straight. Samples that are neither colour nor alpha, and pages of such, are extra
    planes.
    """
    chosen, planes, others = _sorted_pages(_pages(data))
    order = exif.byte_order(data)
    tags = _tags(data, chosen.offset)
    structure = structure_of(tags, order, data, max_pixels=max_pixels)
    samples = structure.decoded(data, order)
    pixels, (alpha, extras, items) = _pixels(structure, samples, tags, order), _beside(structure, samples)
    is_premultiplied = alpha is not None and _PREMULTIPLIED in structure.extra_samples[: _alpha_index(structure) + 1]
    if alpha is not None and is_premultiplied:
        is_undone = bool((pixels <= (alpha if pixels.ndim == 2 else alpha[..., None])).all())
        items.append(InventoryItem(Kind.PREMULTIPLIED, b"" if is_undone else None))
        pixels = _straight(pixels, alpha)
    room = SAMPLES_PER_PIXEL * MAX_PIXELS - samples.size
    for page in planes:
        room -= samples.shape[0] * samples.shape[1]
        plane = _plane(data, page, order, max_pixels) if room >= 0 else None
        if plane is None:
            others.append(page)
        else:
            extras.append(plane)
    items += [InventoryItem(kind) for kind in structure.mended]
    items += [InventoryItem(Kind.PREVIEW if _is_preview(chosen, page) else Kind.FURTHER_PAGE) for page in others]
    metadata, orientation = tiff_tags.metadata_of(tags, order, structure, items)
    return StoredPicture(pixels, alpha, metadata, orientation, tuple(extras))


def _pages(data: bytes) -> list[_Page]:
    """The directories that follow one another. Raises UnsupportedPicture."""
    order = exif.byte_order(data)
    pages = []
    try:
        offsets = exif.directory_offsets(data)
        for offset in offsets:
            tags = exif.read_directory(data, offset, only=_OF_PAGES)
            page = _Page({code: exif.integers(tag, order) for code, tag in tags.items() if tag.count <= _FEW})
            page.update({code: (0,) for code in tags if code not in page})
            page.offset = offset
            page.has_sensor_cells = any(_is_of_sensor_cells(data, one, order) for one in page.get(_SUB_PICTURES, ()))
            pages.append(page)
    except exif.DamagedBlock as error:
        raise UnsupportedPicture.damaged("its list of contents is missing, as if it ended too early") from error
    return pages


def _is_of_sensor_cells(data: bytes, offset: int, order: exif.Order) -> bool:
    try:
        tag = exif.read_directory(data, offset, only={_PHOTOMETRIC}).get(_PHOTOMETRIC)
    except exif.DamagedBlock:
        return False
    return bool(_CAMERA_PHOTOMETRICS.intersection(exif.integers(tag, order)))


def _is_camera_raw(page: _Page) -> bool:
    return page.has_sensor_cells or _DNG_VERSION in page or page.one(_PHOTOMETRIC) in _CAMERA_PHOTOMETRICS


def _sorted_pages(pages: list[_Page]) -> tuple[_Page, list[_Page], list[_Page]]:
    """The one picture, the pages that are planes of it, and the rest. Raises UnsupportedPicture.

    SilverFast (HDRi) stores infrared as a page of one channel after the colours, in the same size; its version 9 puts a
    smaller copy of the colours between them, which need not be named one.
    """
    whole = [page for page in pages if page.is_whole]
    if not whole or any(_is_camera_raw(page) for page in pages):
        raise UnsupportedPicture("The file is a camera's raw file.", "Develop it to a TIFF or PNG first.")
    first = whole[0]
    planes = [page for page in pages if page is not first and _is_plane_of(first, page)]
    others = [page for page in pages if page is not first and all(page is not plane for plane in planes)]
    if (
        any(page.is_whole and not (planes and _is_preview(first, page)) for page in others)
        or sum(page.is_whole for page in planes) > 1
    ):
        raise UnsupportedPicture(
            TranslatableText("The file holds {count} pictures.", count=len(whole)),
            "Save the page you want as a file of its own, and open that.",
        )
    return first, planes, others


def _is_preview(picture: _Page, page: _Page) -> bool:
    """Whether a page is a smaller copy of the picture, by its name or by its form."""
    width, length = page.one(_WIDTH), page.one(_LENGTH)
    is_alike = page.one(_SAMPLES, 1) == picture.one(_SAMPLES, 1) and 0 < 2 * width <= picture.one(_WIDTH)
    # rounding to whole pixels bends the form by a pixel each way
    scale = picture.one(_WIDTH) / max(width, 1)
    has_its_form = abs(length * scale - picture.one(_LENGTH)) <= 2 * scale
    return bool(page.kind & _PREVIEW) or (is_alike and has_its_form)


def _is_plane_of(picture: _Page, page: _Page) -> bool:
    """Whether a page holds one more sample of each of the picture's pixels. One that is named neither preview nor mask
    is only taken for such beside colours, in 16 bits: it could be the other side of a sheet."""
    if page.one(_SAMPLES, 1) != 1 or page.one(_BITS, 1) not in (8, 16):
        return False
    if (page.one(_WIDTH), page.one(_LENGTH)) != (picture.one(_WIDTH), picture.one(_LENGTH)):
        return False
    return not page.is_whole or (picture.one(_SAMPLES, 1) >= 3 and page.one(_BITS) == 16)


def _tags(data: bytes, offset: int) -> exif.Directory:
    try:
        return exif.read_directory(data, offset)
    except exif.DamagedBlock as error:
        raise UnsupportedPicture.damaged("its tags lie over one another") from error


def _plane(data: bytes, page: _Page, order: exif.Order, max_pixels: int) -> ExtraPlane | None:
    """A page of one channel as it is; None if it cannot be read."""
    try:
        structure = structure_of(_tags(data, page.offset), order, data, max_pixels=max_pixels)
        if structure.photometric == PALETTE or structure.samples != 1 or structure.bits < 8:
            return None
        samples = structure.decoded(data, order)[..., 0]
    except UnsupportedPicture:
        return None
    samples = ~samples if structure.photometric == WHITE_IS_ZERO else samples
    return ExtraPlane(samples, Kind.EXTRA_PAGE, page.kind)


def _pixels(structure: TiffStructure, samples: NDArray[Any], tags: exif.Directory, order: exif.Order) -> NDArray[Any]:
    if structure.photometric == PALETTE:
        colours = exif.integers(tags.get(tiff_tags.COLOURS), order)
        return np.asarray(_palette_colours(colours, structure.bits)[samples[..., 0]])
    if structure.photometric not in (WHITE_IS_ZERO, BLACK_IS_ZERO):
        return samples[..., :3]
    grey = samples[..., 0]
    if structure.bits < 8:
        grey = grey.astype(np.uint8) * np.uint8(255 // (2**structure.bits - 1))
    return ~grey if structure.photometric == WHITE_IS_ZERO else grey


def _palette_colours(numbers: tuple[int, ...], bits: int) -> NDArray[Any]:
    """The palette as (N, 3), with 8 bits if that says all of it. Raises UnsupportedPicture."""
    if len(numbers) != 3 * 2**bits:
        raise UnsupportedPicture.damaged("its palette is missing")
    colours = np.asarray(numbers, np.uint16).reshape(3, -1).T
    if not (colours % 257).any():
        return (colours // 257).astype(np.uint8)
    if not (colours % 256).any():
        return (colours // 256).astype(np.uint8)
    # some old programs wrote 0 to 255 into the 16-bit entries
    return colours.astype(np.uint8) if colours.max() < 256 else colours


def _alpha_index(structure: TiffStructure) -> int:
    """Which of the extra samples is the alpha; -1 if none is."""
    kinds = structure.extra_samples
    return next((index for index, kind in enumerate(kinds) if kind in (_PREMULTIPLIED, _STRAIGHT)), -1)


def _beside(
    structure: TiffStructure, samples: NDArray[Any]
) -> tuple[NDArray[Any] | None, list[ExtraPlane], list[InventoryItem]]:
    """The alpha, the other samples that are no colours, and what cannot be taken along. Raises UnsupportedPicture."""
    at, first = _alpha_index(structure), structure.samples - len(structure.extra_samples)
    is_scaled = structure.photometric == PALETTE or structure.bits < 8
    if at >= 0 and is_scaled:
        raise UnsupportedPicture(
            "The picture has few colours and transparency.", "Convert it to RGB with 8 bits per channel."
        )
    extras, items = [], []
    for index, number in enumerate(structure.extra_samples):
        kind = _KINDS.get(number, Kind.EXTRA_SAMPLE)
        if is_scaled:
            items.append(InventoryItem(kind))
        elif index != at:
            plane = np.ascontiguousarray(samples[..., first + index])
            extras.append(ExtraPlane(plane, kind, is_before_alpha=index < at))
    return (samples[..., first + at] if at >= 0 else None), extras, items


def _straight(pixels: NDArray[Any], alpha: NDArray[Any]) -> NDArray[Any]:
    """Colours divided by alpha, rounded; unchanged where nothing shows."""
    white = np.iinfo(pixels.dtype).max
    made = np.empty(pixels.shape, pixels.dtype)
    for rows in _strips(pixels):
        weight = np.where(alpha[rows] == 0, white, alpha[rows])
        weight = weight if pixels.ndim == 2 else weight[..., None]
        made[rows] = np.minimum(np.round(pixels[rows] * (white / weight.astype(np.float64))), white)
    return made


def _strips(pixels: NDArray[Any]) -> Iterator[slice]:
    rows = max(1, 2**20 // pixels.shape[1])
    return (slice(top, top + rows) for top in range(0, len(pixels), rows))
