"""Planes of damage classes as files: grey PNGs that hold the classes' numbers, and are masks to every other program.

Where the classes are not those that every project begins with, a text in the file says which they are and what is
done about each.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.files import png_chunks, png_file
from facerestore.files.atomic_file import atomic_write, refuse_originals
from facerestore.files.damage_table_text import table_of_text, table_text
from facerestore.files.reading import meaning_of, read_content, read_picture, refusing
from facerestore.files.stored_picture import MAX_PIXELS
from facerestore.values.damage_table import DEFAULT_TABLE, REPAIRING, DamageTable, is_plane
from facerestore.values.errors import MaskUnreadable, OutputRefused
from facerestore.values.geometry import Extent
from facerestore.values.mask import THRESHOLD
from facerestore.values.photo import PhotoMetadata

TABLE_KEYWORD: Final = "facerestore:damage-classes"


@dataclass(frozen=True, eq=False)
class ClassedMask:
    """``plane``: uint8 (H, W), the numbers of damage classes; ``table``: which there are. ``has_lost_classes``: the
    file names classes, but has other values too, as after work in another program, and was read as a plain mask.
    ``notes``: how a plain mask was understood, where its white was not white."""

    plane: NDArray[np.uint8]
    table: DamageTable = DEFAULT_TABLE
    has_lost_classes: bool = False
    notes: tuple[str, ...] = ()

    @cached_property
    def numbers(self) -> frozenset[int]:
        """Those that the plane has pixels of."""
        counts = cv2.calcHist([self.plane], [0], None, [256], [0, 256]).ravel()
        return frozenset(int(one) for one in np.flatnonzero(counts))


def read_plane(path: Path | str, *, extent: Extent, table: DamageTable = DEFAULT_TABLE) -> ClassedMask:
    """The mask of a picture file with its damage classes where the file holds their numbers and no others, else a plain
    mask, of which white is damage.

    The classes are those that the file names, else those of ``table``. Raises as ``read_mask`` does, also for names
    that are damaged, and where a plain mask would have restored what the named classes keep.
    """
    path = Path(path)
    picture, format_name = read_picture(path, MaskUnreadable, extent=extent)
    named = table_in(path) if format_name == "png" else None
    its = table if named is None else named
    pixels = picture.pixels
    if picture.alpha is None and Extent.of(pixels) == extent and is_plane(pixels, its):
        return ClassedMask(np.asarray(pixels, np.uint8), its)
    plain = meaning_of(path, picture, extent=extent)
    if named is not None and _would_restore_kept(pixels, named):
        raise MaskUnreadable(
            path,
            "It names damage classes that stay as they are, but has greys that belong to no class, as after work in "
            "another program: what is to be kept cannot be told any more.",
            advice="Export it anew, or save it without its texts to use it as a plain mask.",
        )
    return ClassedMask(plain.coverage, table, has_lost_classes=named is not None, notes=plain.notes)


def _would_restore_kept(pixels: NDArray[np.generic], table: DamageTable) -> bool:
    """Whether a class that stays as it is would be damage by its lightness. Of a picture that is not grey with 8 bits
    nobody knows."""
    kept = [one.number for one in table.kinds if one.number >= THRESHOLD and one.policy not in REPAIRING]
    return bool(kept) and (pixels.ndim != 2 or pixels.dtype != np.uint8 or bool(np.isin(pixels, kept).any()))


def table_in(path: Path) -> DamageTable | None:
    """The classes that a PNG file names; None if it names none. Raises MaskUnreadable."""
    with refusing(path, MaskUnreadable):
        chunks, _ = png_chunks.read_picture_chunks(read_content(path, MAX_PIXELS))
        text = png_chunks.texts(chunks, {TABLE_KEYWORD}).get(TABLE_KEYWORD)
        return None if text is None else table_of_text(text)


def write_plane(
    plane: NDArray[np.uint8],
    path: Path | str,
    *,
    table: DamageTable = DEFAULT_TABLE,
    overwrite: bool = False,
    originals: Iterable[Path | str] = (),
) -> None:
    """Writes a plane as an 8-bit grey PNG. Raises OutputRefused, also for another suffix than ``.png``."""
    target = Path(path)
    refuse_originals(target, originals)
    if target.suffix.lower() != ".png":
        raise OutputRefused(target, "A mask is saved as PNG.", advice="Give it a name that ends in .png.")
    data = png_file.encoded(plane, PhotoMetadata())
    if table != DEFAULT_TABLE:
        data = png_chunks.with_chunks(data, [png_chunks.text_chunk(TABLE_KEYWORD, table_text(table))])
    atomic_write(target, data, overwrite=overwrite)
