"""TIFF files: one picture of 1 to 16 bits, in strips or tiles, and its tags (TIFF 6.0, supplements)."""

from io import BytesIO
from typing import Any, Final

import numpy as np
import tifffile
from numpy.typing import NDArray

from facerestore.files import exif, jpeg_file
from facerestore.files.inventory import Kind
from facerestore.files.stored_picture import MAX_PIXELS, StoredPicture, UnsupportedPicture, refuse_size
from facerestore.values.photo import Photo, PhotoMetadata
from facerestore.values.translatable_text import TranslatableText

_XMP: Final = 700
_ICC: Final = 34675
_DNG_VERSION: Final = 50706
_PAGE_KIND: Final = 254
_PREVIEW_OR_MASK = 0b101
_DESCRIBING: Final = frozenset(
    {269, 270, 271, 272, 285, 305, 306, 315, 316, 18246, 18249, 33432}
    | {40091, 40092, 40093, 40094, 40095}
    | exif.DIRECTORY_TAGS
)
"""Tags that say something about the picture, not about how the file stores it: they are the EXIF block."""

_WHITE_IS_ZERO, _BLACK_IS_ZERO, _RGB, _PALETTE, _TRANSPARENCY_MASK, _CMYK, _YCBCR = 0, 1, 2, 3, 4, 5, 6
_UNCOMPRESSED, _JPEG = 1, 7
_COMPRESSIONS: Final = frozenset({_UNCOMPRESSED, 2, 3, 4, 5, _JPEG, 8, 32773, 32946})
"""None, fax, LZW, JPEG, deflate and PackBits: those whose decoders never write more than the picture's size."""
_UNSIGNED: Final = 1
_PREMULTIPLIED, _STRAIGHT = 1, 2
_UNDEFINED, _BYTE = 7, 1


def decoded(data: bytes, *, max_pixels: int) -> StoredPicture:
    """The picture of a TIFF file. Raises UnsupportedPicture; also for more than one picture (previews do not count).

    Palettes are read as their colours, 1 to 7 bits are scaled to 8. Where zero is white the samples are
    inverted. Premultiplied alpha is made straight; extra channels that are not alpha are left out.
    """
    index = _index_of_picture(data)
    with tifffile.TiffFile(BytesIO(data)) as file:
        # not by going through the pages: they may be damaged so that they never end
        page: Any = file.pages[index]
        refuse_size(page.imagewidth, page.imagelength, max_pixels)
        if page.is_tiled:
            refuse_size(page.tilewidth, page.tilelength, MAX_PIXELS)
        _refuse_kind(page)
        _refuse_missing_data(page, data)
        samples = page.asarray(maxworkers=1)
        if page.planarconfig == 2 and samples.ndim == 3:
            samples = np.moveaxis(samples, 0, -1)
        samples = samples.reshape(page.imagelength, page.imagewidth, -1)
        pixels, alpha = _pixels(page, samples), _alpha(page, samples)
        offset = page.offset
    metadata, orientation = _metadata(data, offset)
    if alpha is not None and page.extrasamples[0] == _PREMULTIPLIED:
        pixels = _straight(pixels, alpha)
    return StoredPicture(pixels, alpha, metadata, orientation)


def _index_of_picture(data: bytes) -> int:
    """The number of the page that is no preview and no mask of another page. Raises UnsupportedPicture."""
    order = exif.byte_order(data)
    try:
        pages = [exif.read_directory(data, offset) for offset in exif.directory_offsets(data)]
    except exif.DamagedBlock as error:
        raise UnsupportedPicture.damaged("its list of contents is missing, as if it ended too early") from error
    kinds = [(exif.integers(page.get(_PAGE_KIND), order) or (0,))[0] for page in pages]
    whole = [index for index, kind in enumerate(kinds) if not kind & _PREVIEW_OR_MASK]
    if len(whole) > 1:
        raise UnsupportedPicture(
            TranslatableText("The file holds {count} pictures.", count=len(whole)),
            "Save the page you want as a file of its own, and open that.",
        )
    if not whole or _DNG_VERSION in pages[whole[0]]:
        raise UnsupportedPicture("The file is a camera's raw file.", "Develop it to a TIFF or PNG first.")
    return whole[0]


def _refuse_kind(page: Any) -> None:
    """Raises UnsupportedPicture for what the samples mean, if a photo cannot hold it."""
    advice = "Convert it to RGB or grey with 8 or 16 bits per channel in the program that made it."
    photometric, bits = page.photometric, page.bitspersample
    is_ycbcr_jpeg = photometric == _YCBCR and page.compression == _JPEG
    if photometric == _CMYK:
        raise UnsupportedPicture("The picture is made for printing (CMYK).", advice)
    if photometric not in (_WHITE_IS_ZERO, _BLACK_IS_ZERO, _RGB, _PALETTE) and not is_ycbcr_jpeg:
        name = getattr(photometric, "name", photometric)
        raise UnsupportedPicture(
            TranslatableText("The picture's colours are of a kind we cannot read ({name}).", name=str(name)), advice
        )
    if page.sampleformat != _UNSIGNED or not isinstance(bits, int) or bits > 16:
        raise UnsupportedPicture("The picture has floating-point, signed or 32-bit samples.", advice)
    is_single = photometric in (_WHITE_IS_ZERO, _BLACK_IS_ZERO, _PALETTE)
    if bits not in ((1, 2, 4, 8, 16) if is_single else (8, 16)) or page.imagedepth != 1:
        raise UnsupportedPicture(TranslatableText("The picture has {bits} bits per channel.", bits=bits), advice)
    if page.compression not in _COMPRESSIONS:
        raise UnsupportedPicture(
            "The picture is compressed in a rare way.", "Save it as TIFF with LZW or no compression."
        )
    if page.samplesperpixel - len(page.extrasamples) != (1 if is_single else 3):
        raise UnsupportedPicture(
            TranslatableText("The picture has {count} channels.", count=page.samplesperpixel), advice
        )


def _refuse_missing_data(page: Any, data: bytes) -> None:
    """Raises UnsupportedPicture where strips or tiles are missing, cut off, or not of the size that the picture
    claims."""
    expected = int(np.prod(page.chunked))
    segments = list(zip(page.dataoffsets, page.databytecounts, strict=False))
    if len(segments) < expected or any(count == 0 for _, count in segments):
        raise UnsupportedPicture.damaged("a part of the picture is missing")
    if any(offset + count > len(data) for offset, count in segments):
        raise UnsupportedPicture.truncated()
    if page.compression == _UNCOMPRESSED and sum(page.databytecounts) * 8 < page.imagewidth * page.imagelength * (
        page.samplesperpixel * page.bitspersample
    ):
        raise UnsupportedPicture.damaged("a part of the picture is missing")
    if page.compression == _JPEG:
        width = max(page.tilewidth, page.imagewidth)
        height = max(page.tilelength, page.imagelength)
        for offset, count in segments:
            jpeg_file.refuse_broken_part(data[offset : offset + count], max_width=width, max_height=height)


def _pixels(page: Any, samples: NDArray[Any]) -> NDArray[Any]:
    if page.photometric == _PALETTE:
        return np.asarray(_palette_colours(page)[samples[..., 0]])
    if page.photometric not in (_WHITE_IS_ZERO, _BLACK_IS_ZERO):
        return samples[..., :3]
    grey = samples[..., 0]
    largest = 2**page.bitspersample - 1
    if page.bitspersample < 8:
        grey = grey.astype(np.uint8) * np.uint8(255 // largest)
    return ~grey if page.photometric == _WHITE_IS_ZERO else grey


def _palette_colours(page: Any) -> NDArray[Any]:
    """The palette as (N, 3), with 8 bits if that says all of it."""
    colours = np.asarray(page.colormap, np.uint16).T
    if not (colours % 257).any():
        return (colours // 257).astype(np.uint8)
    if not (colours % 256).any():
        return (colours // 256).astype(np.uint8)
    # some old programs wrote 0 to 255 into the 16-bit entries
    return colours.astype(np.uint8) if colours.max() < 256 else colours


def _alpha(page: Any, samples: NDArray[Any]) -> NDArray[Any] | None:
    if not page.extrasamples or page.extrasamples[0] not in (_PREMULTIPLIED, _STRAIGHT):
        return None
    if page.photometric == _PALETTE or page.bitspersample < 8:
        raise UnsupportedPicture(
            "The picture has few colours and transparency.", "Convert it to RGB with 8 bits per channel."
        )
    return samples[..., samples.shape[2] - len(page.extrasamples)]


def _straight(pixels: NDArray[Any], alpha: NDArray[Any]) -> NDArray[Any]:
    """Colours divided by alpha, rounded; unchanged where nothing shows."""
    white = np.iinfo(pixels.dtype).max
    weight = np.where(alpha == 0, white, alpha)
    weight = weight if pixels.ndim == 2 else weight[..., None]
    scaled = np.round(pixels * (white / weight.astype(np.float64)))
    return np.minimum(scaled, white).astype(pixels.dtype)


def _metadata(data: bytes, offset: int) -> tuple[PhotoMetadata, int]:
    """The metadata of the directory at ``offset``, and its orientation."""
    order = exif.byte_order(data)
    tags = exif.read_directory(data, offset)
    describing = {code: tag for code, tag in tags.items() if code in _DESCRIBING}
    orientation = (exif.integers(tags.get(exif.ORIENTATION), order) or (1,))[0]
    blocks = {code: tags[code].value if code in tags else None for code in (_ICC, _XMP, exif.IPTC)}
    return (
        PhotoMetadata(
            icc_profile=blocks[_ICC],
            exif=exif.packed_block(describing, order) if describing else None,
            xmp=blocks[_XMP],
            iptc=blocks[exif.IPTC],
            dpi=exif.dpi(tags, order),
        ),
        orientation,
    )


def held(photo: Photo) -> frozenset[Kind]:
    """The kinds that a TIFF file of this photo will hold; see ``inventory``."""
    return frozenset({Kind.ICC_PROFILE, Kind.EXIF, Kind.XMP, Kind.IPTC, Kind.RESOLUTION, Kind.ALPHA})


def encoded(samples: NDArray[Any], metadata: PhotoMetadata) -> bytes:
    """A TIFF file, deflate compressed, of (H, W) or (H, W, 2 to 4) samples, uint8 or uint16, with metadata.

    Of the EXIF block the tags that describe the picture are written, and the exposure and GPS directories;
    not its preview.
    """
    order, describing = _describing(metadata.exif)
    stream = BytesIO()
    has_alpha = samples.ndim == 3 and samples.shape[2] in (2, 4)
    tifffile.imwrite(
        stream,
        samples,
        bigtiff=False,
        byteorder=order,
        photometric="rgb" if samples.ndim == 3 and samples.shape[2] >= 3 else "minisblack",
        planarconfig="contig" if samples.ndim == 3 else None,
        extrasamples=["unassalpha"] if has_alpha else None,
        compression="adobe_deflate",
        predictor=True,
        maxworkers=1,
        metadata=None,
        software=False,
        resolution=metadata.dpi,
        resolutionunit=None if metadata.dpi is None else "INCH",
    )
    added = dict(describing)
    blocks = {_ICC: metadata.icc_profile, _XMP: metadata.xmp, exif.IPTC: metadata.iptc}
    for code, block in blocks.items():
        if block:
            added[code] = exif.Tag(_BYTE if code == _XMP else _UNDEFINED, len(block), block)
    return exif.with_tags(stream.getvalue(), added)


def _describing(block: bytes | None) -> tuple[exif.Order, exif.Directory]:
    """The byte order and the describing tags of an EXIF block; none if it is damaged."""
    try:
        tags = exif.read_directory(block or b"")
    except exif.DamagedBlock:
        return "<", {}
    return exif.byte_order(block or b""), {code: tag for code, tag in tags.items() if code in _DESCRIBING}
