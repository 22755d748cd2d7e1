"""Layout files: Layout <-> indexed PNG with the class palette, and the crop that it belongs to."""

import json
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, PngImagePlugin

from facerestore.files import png_chunks
from facerestore.files.atomic_file import atomic_write, refuse_originals
from facerestore.files.reading import read_content, refusing
from facerestore.files.stored_picture import UnsupportedPicture, refuse_size
from facerestore.values.alignment import Alignment
from facerestore.values.errors import LayoutUnreadable, OutputRefused
from facerestore.values.layout import Layout
from facerestore.values.translatable_text import TranslatableText
from facerestore_resources.face_classes import (
    ALTERNATIVE_COLOURS,
    CLASS_COUNT,
    COLOURS,
    LABEL_ORDER,
    OTHER_ORDERS,
)

ORDER_KEYWORD: Final = "facerestore:label-order"
ALIGNMENT_KEYWORD: Final = "facerestore:alignment"
LABEL_ORDERS: Final = (LABEL_ORDER, *OTHER_ORDERS)
"""The names of the orders in which programs number the 19 classes."""

MAX_PIXELS: Final = 64_000_000
_MAX_ALIGNMENT_BYTES: Final = 4096
_MAX_CROP_PX: Final = 65_536
_NAMED_AT_MOST: Final = 5
_ROWS: Final = 64


def write_layout(
    layout: Layout, path: Path | str, *, overwrite: bool = False, originals: Iterable[Path | str] = ()
) -> None:
    """Writes an 8-bit indexed PNG in canonical order, with the palette, the order's name and the alignment if
    the layout has one. Raises OutputRefused."""
    target = Path(path)
    refuse_originals(target, originals)
    if target.suffix.lower() != ".png":
        raise OutputRefused(target, "A layout is saved as PNG.", advice="Give it a name that ends in .png.")
    atomic_write(target, encoded_layout(layout), overwrite=overwrite)


def encoded_layout(layout: Layout) -> bytes:
    """The bytes of the file that ``write_layout`` writes."""
    image = Image.fromarray(layout.labels)
    image.putpalette([value for colour in COLOURS for value in colour])
    stream = BytesIO()
    image.save(stream, "PNG", bits=8)
    chunks = [png_chunks.text_chunk(ORDER_KEYWORD, LABEL_ORDER)]
    if layout.alignment is not None:
        chunks.append(png_chunks.text_chunk(ALIGNMENT_KEYWORD, _alignment_text(layout.alignment)))
    return png_chunks.with_chunks(stream.getvalue(), chunks)


def read_layout(path: Path | str, *, label_order: str | None = None) -> Layout:
    """The layout of a PNG file of any size, in canonical order, with its alignment if the file names one.

    Indexed and grey files are read by value, RGB files by the exact colours of the classes. The file's own
    label order decides; ``label_order``, one of LABEL_ORDERS, is for files that name none. Raises
    LayoutUnreadable, also where nobody names an order.
    """
    if label_order is not None and label_order not in LABEL_ORDERS:
        raise ValueError(f"{label_order!r} is no label order.")
    path = Path(path)
    with refusing(path, LayoutUnreadable):
        return decoded_layout(read_content(path, MAX_PIXELS), label_order=label_order)


def decoded_layout(data: bytes, *, label_order: str | None = None, max_pixels: int = MAX_PIXELS) -> Layout:
    """The layout of a file's bytes, as ``read_layout`` reads it. Raises UnsupportedPicture, and what decoders raise."""
    if not data.startswith(png_chunks.SIGNATURE):
        raise UnsupportedPicture("The file is not a PNG picture.", "A layout is an indexed, grey or RGB PNG.")
    chunks = png_chunks.read_chunks(data)
    texts = png_chunks.texts(chunks, {ORDER_KEYWORD, ALIGNMENT_KEYWORD})
    order = _order(texts.get(ORDER_KEYWORD), label_order)
    alignment = _alignment(texts.get(ALIGNMENT_KEYWORD))
    canonical = np.asarray(OTHER_ORDERS.get(order, range(CLASS_COUNT)), np.uint8)
    return Layout(canonical[_ids(chunks, canonical, max_pixels)], alignment)


def _alignment_text(alignment: Alignment) -> str:
    return json.dumps({"matrix": alignment.matrix_photo_to_crop.tolist(), "crop_px": alignment.crop_px})


def _alignment(text: bytes | None) -> Alignment | None:
    """The alignment that a file names. Raises UnsupportedPicture where it is damaged."""
    if text is None:
        return None
    try:
        if len(text) > _MAX_ALIGNMENT_BYTES:
            raise ValueError("longer than any alignment")
        fields = json.loads(text)
        crop_px = fields["crop_px"]
        if type(crop_px) is not int or not 1 <= crop_px <= _MAX_CROP_PX:
            raise ValueError("no size of a crop")
        return Alignment(np.array(fields["matrix"], np.float64), crop_px)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise UnsupportedPicture(
            "The file's note of where the layout lies in the photo is damaged.",
            "Use another copy of it, or predict the layout again.",
        ) from error


def _order(tag: bytes | None, label_order: str | None) -> str:
    if tag is not None:
        order = tag.decode("latin-1")
        if order not in LABEL_ORDERS:
            raise UnsupportedPicture(
                TranslatableText("The file names a label order that we do not know ({order!r}).", order=order[:40]),
                TranslatableText("Known are {names}.", names=", ".join(LABEL_ORDERS)),
            )
        return order
    if label_order is None:
        raise UnsupportedPicture(
            "The file does not say in which order its classes are numbered, and a wrong one looks plausible.",
            "Name it: celeba (CelebAMask-HQ: 1 skin, 2 nose, 13 hair), bisenet (face-parsing.PyTorch: "
            "1 skin, 10 nose, 17 hair) or segface (SegFace: 1 neck, 2 skin, 14 hair).",
        )
    return label_order


def _ids(chunks: Sequence[png_chunks.Chunk], canonical: NDArray[np.uint8], max_pixels: int) -> NDArray[np.uint8]:
    """The class ids of a PNG, in its own order, of which ``canonical`` names the meaning. Raises UnsupportedPicture."""
    header = png_chunks.header(chunks)
    refuse_size(header.width, header.height, max_pixels)
    needed = (b"IHDR", b"PLTE", b"IDAT", b"IEND")
    bare = png_chunks.packed_file([chunk for chunk in chunks if chunk.kind in needed])
    image = PngImagePlugin.PngImageFile(BytesIO(bare))
    image.load()
    values: NDArray[Any] = np.asarray(image)
    if image.mode in ("RGB", "RGBA"):
        return _ids_of_colours(values)
    if image.mode == "LA":
        values = values[..., 0]
    if image.mode != "P" and header.bit_depth < 8:
        # the decoder spreads the few grey values over 0 to 255
        values = values.astype(np.uint8) // (1 if image.mode == "1" else 255 // (2**header.bit_depth - 1))
    unknown = np.unique(values[values >= CLASS_COUNT])
    if unknown.size:
        raise UnsupportedPicture(
            TranslatableText(
                "The file has classes that do not exist: {classes}.", classes=_listed([str(value) for value in unknown])
            ),
            TranslatableText("A layout has the classes 0 to {last}.", last=CLASS_COUNT - 1),
        )
    ids = values.astype(np.uint8)
    if image.mode == "P":
        _refuse_sorted_palette(ids, image.getpalette("RGB") or [], canonical)
    return ids


def _refuse_sorted_palette(ids: NDArray[np.uint8], palette: Sequence[int], canonical: NDArray[np.uint8]) -> None:
    """Raises UnsupportedPicture where every colour is a class's, but not that of its value: some programs sort the
    palette when they save, and then the values mean nothing."""
    colours = {number: tuple(palette[3 * number : 3 * number + 3]) for number in np.unique(ids).tolist()}
    known = _ids_by_code()
    shown = {number: known.get(_code(colour)) for number, colour in colours.items() if len(colour) == 3}
    as_values = all(shown.get(number) == number for number in colours)
    as_meant = all(shown.get(number) == canonical[number] for number in colours)
    if None not in shown.values() and len(shown) == len(colours) and not as_values and not as_meant:
        raise UnsupportedPicture(
            "The file's values and its colours name different classes: a program has sorted its palette.",
            "Save it as an RGB PNG, whose colours are read.",
        )


def _ids_of_colours(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The ids (H, W) of colours (H, W, 3 or 4), alpha ignored. Raises UnsupportedPicture for a colour of no class."""
    known = _ids_by_code()
    ids = np.empty(rgb.shape[:2], np.uint8)
    unknown: dict[str, None] = {}
    # a large layout has no room for wide copies
    for rows in (slice(top, top + _ROWS) for top in range(0, len(rgb), _ROWS)):
        codes = rgb[rows, :, :3].astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], np.uint32)
        present, inverse = np.unique(codes, return_inverse=True)
        unknown.update({f"#{code:06x}": None for code in present.tolist() if code not in known})
        ids[rows] = np.array([known.get(code, 0) for code in present.tolist()], np.uint8)[inverse.reshape(codes.shape)]
        if len(unknown) > _NAMED_AT_MOST:
            break
    if unknown:
        raise UnsupportedPicture(
            TranslatableText("The file has colours of no class: {colours}.", colours=_listed(sorted(unknown))),
            "Save it as an indexed or grey PNG whose values are the classes, without smoothing.",
        )
    return ids


def _ids_by_code() -> dict[int, int]:
    known = {_code(colour): number for number, colour in enumerate(COLOURS)}
    for number, colours in ALTERNATIVE_COLOURS.items():
        known.update({_code(colour): number for colour in colours})
    return known


def _code(colour: Sequence[int]) -> int:
    return colour[0] << 16 | colour[1] << 8 | colour[2]


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED_AT_MOST} more" if len(names) > _NAMED_AT_MOST else ""
    return ", ".join(names[:_NAMED_AT_MOST]) + more
