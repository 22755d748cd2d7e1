"""Results in layers, for other programs: OpenRaster, or the pages of a TIFF.

OpenRaster (freedesktop.org's specification, 0.0.5) is a ZIP archive of PNGs with a list; Krita, GIMP and MyPaint read
it. TIFF has no layers of its own that anybody agrees on: here each is a page with its name. The flat result comes
first, because programs that know one page show that; GIMP opens the others as layers.
"""

import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final
from xml.etree.ElementTree import Element, SubElement, tostring

import cv2
import numpy as np
import tifffile
from numpy.typing import NDArray

from facerestore.files import png_file
from facerestore.files.atomic_file import atomic_file, refuse_originals
from facerestore.values.errors import OutputRefused
from facerestore.values.geometry import STRIP_PIXELS
from facerestore.values.photo import Photo, PhotoMetadata
from facerestore.values.picture_layer import PictureLayer
from facerestore.values.repair import RepairedPhoto
from facerestore.values.translatable_text import TranslatableText

SUFFIXES: Final = (".ora", ".tif", ".tiff")
FLAT: Final = "Result"

_MIMETYPE: Final = b"image/openraster"
_THUMBNAIL_PX: Final = 256
_BIG_BYTES: Final = 2**31
"""From which sizes on an archive's entry, or a TIFF, is written for 64 bits."""


def refuse_layers(photo: Photo, path: Path) -> None:
    """Raises OutputRefused for another suffix, and for a photo with transparency."""
    if path.suffix.lower() not in SUFFIXES:
        raise OutputRefused(
            path,
            TranslatableText("Layers are not written as {suffix}.", suffix=path.suffix or "a file without a suffix"),
            advice="Give it a name that ends in .ora (OpenRaster) or .tif.",
        )
    if not photo.is_opaque:
        raise OutputRefused(
            path,
            "The photo has transparency, over which a patch cannot lie exactly.",
            advice="Save the result as one picture.",
        )


def write_layers(
    repaired: RepairedPhoto,
    layers: Sequence[PictureLayer],
    path: Path,
    *,
    overwrite: bool = False,
    originals: Iterable[Path | str] = (),
) -> None:
    """Writes the layers, the lowest first in ``layers``, with the flat result beside them, at the photo's own depth,
    with its colour profile and resolution. Strip by strip, all or nothing. Raises OutputRefused."""
    own = () if repaired.source.path is None else (repaired.source.path,)
    refuse_originals(path, (*own, *originals))
    refuse_layers(repaired.source, path)
    with atomic_file(path, overwrite=overwrite) as stream:
        if path.suffix.lower() == ".ora":
            _write_openraster(stream, repaired, layers)
        else:
            _write_tiff(_Named(stream, path.name), repaired, layers)


class _Named:
    """A stream with a name in words: tifffile wants to read one, and an open descriptor has a number."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self.stream, self.name = stream, name

    def __getattr__(self, attribute: str) -> Any:
        return getattr(self.stream, attribute)


def _flat(repaired: RepairedPhoto) -> PictureLayer:
    channels = 1 if repaired.source.pixels.ndim == 2 else 3
    return PictureLayer(FLAT, repaired.extent.box, repaired.source.bits, channels, repaired.rows)


def _write_openraster(stream: BinaryIO, repaired: RepairedPhoto, layers: Sequence[PictureLayer]) -> None:
    known = repaired.source.metadata
    metadata = PhotoMetadata(icc_profile=known.icc_profile, dpi=known.dpi, is_metric=known.is_metric)
    names = [f"data/layer{number}.png" for number in range(len(layers))]
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        # first and not packed, so that the kind of file stands at a place that is known
        archive.writestr(_entry("mimetype"), _MIMETYPE)
        archive.writestr(_entry("stack.xml"), _stack(repaired, layers, names))
        for name, layer in (*zip(names, layers, strict=True), ("mergedimage.png", _flat(repaired))):
            with archive.open(_entry(name), "w", force_zip64=layer.byte_count >= _BIG_BYTES) as member:
                # layers other than 8 bits grey have the colours of the photo, whose profile they need
                told = metadata if layer.channels == _flat(repaired).channels or layer.bits == 16 else PhotoMetadata()
                png_file.write(member, layer.rows, layer.shape, layer.bits, told)  # type: ignore[arg-type]
        archive.writestr(_entry("Thumbnails/thumbnail.png"), png_file.encoded(_thumbnail(repaired), PhotoMetadata()))


def _stack(repaired: RepairedPhoto, layers: Sequence[PictureLayer], names: Sequence[str]) -> bytes:
    """The list of layers, the highest first."""
    extent, dpi = repaired.extent, repaired.source.metadata.dpi
    image = Element("image", version="0.0.5", w=str(extent.width), h=str(extent.height))
    if dpi is not None:
        image.set("xres", str(max(1, round(dpi[0]))))
        image.set("yres", str(max(1, round(dpi[1]))))
    stack = SubElement(image, "stack")
    for name, layer in reversed(list(zip(names, layers, strict=True))):
        SubElement(
            stack,
            "layer",
            {
                "name": layer.name,
                "src": name,
                "x": str(layer.box.left),
                "y": str(layer.box.top),
                "opacity": "1.0",
                "visibility": "visible" if layer.is_visible else "hidden",
                "composite-op": "svg:src-over",
            },
        )
    listed: bytes = tostring(image, encoding="UTF-8", xml_declaration=True)
    return listed


def _thumbnail(repaired: RepairedPhoto) -> NDArray[np.uint8]:
    """At most 256 px a side, 8 bits, from every n-th row and column of a large scan."""
    extent = repaired.extent
    step = max(1, max(extent.width, extent.height) // (4 * _THUMBNAIL_PX))
    rows = [repaired.rows(slice(y, y + 1))[:, ::step] for y in range(0, extent.height, step)]
    small = np.concatenate(rows)
    if small.dtype == np.uint16:
        small = (small >> 8).astype(np.uint8)
    scale = min(1.0, _THUMBNAIL_PX / max(small.shape[:2]))
    size = (max(1, round(small.shape[1] * scale)), max(1, round(small.shape[0] * scale)))
    return np.asarray(cv2.resize(np.ascontiguousarray(small), size, interpolation=cv2.INTER_AREA), np.uint8)


def _entry(name: str) -> zipfile.ZipInfo:
    """Without the time: equal results are equal files."""
    return zipfile.ZipInfo(name)


def _write_tiff(stream: _Named, repaired: RepairedPhoto, layers: Sequence[PictureLayer]) -> None:
    whole, metadata = repaired.extent.box, repaired.source.metadata
    pages = [_flat(repaired), *(layer.spread(whole) for layer in layers)]
    colour = pages[0].channels
    is_big = sum(page.byte_count for page in pages) >= _BIG_BYTES
    with tifffile.TiffWriter(stream, bigtiff=is_big) as writer:
        for page in pages:
            has_alpha = page.channels in (2, 4)
            in_photo_colours = page.channels - has_alpha == colour and page.bits == repaired.source.bits
            writer.write(
                _strips(page.rows, page.shape),
                shape=page.shape,
                dtype=np.uint8 if page.bits == 8 else np.uint16,
                photometric="rgb" if page.channels > 2 else "minisblack",
                extrasamples=["unassalpha"] if has_alpha else None,
                planarconfig="contig" if page.channels > 1 else None,
                rowsperstrip=_rows_per_strip(page.shape),
                compression="zlib",
                resolution=metadata.dpi,
                resolutionunit="INCH" if metadata.dpi else None,
                iccprofile=metadata.icc_profile if in_photo_colours else None,
                description=page.name,
                extratags=[(_PAGE_NAME, "s", 0, page.name, True)],
                metadata=None,
                software="facerestore",
                datetime=False,
            )


_PAGE_NAME: Final = 285


def _rows_per_strip(shape: tuple[int, ...]) -> int:
    return max(1, min(shape[0], STRIP_PIXELS // shape[1]))


def _strips(rows: Callable[[slice], NDArray[Any]], shape: tuple[int, ...]) -> Iterator[NDArray[Any]]:
    step = _rows_per_strip(shape)
    for start in range(0, shape[0], step):
        yield np.ascontiguousarray(rows(slice(start, min(start + step, shape[0]))))
