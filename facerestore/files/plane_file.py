"""Planes of damage classes as files: grey PNGs that hold the classes' numbers, and are masks to every other program."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facerestore.files import png_file
from facerestore.files.atomic_file import atomic_write, refuse_originals
from facerestore.files.reading import read_mask, read_picture
from facerestore.values.damage_classes import is_plane
from facerestore.values.errors import MaskUnreadable, OutputRefused
from facerestore.values.geometry import Extent
from facerestore.values.photo import PhotoMetadata


def read_plane(path: Path | str, *, extent: Extent) -> NDArray[np.uint8]:
    """The plane uint8 (H, W) of a picture file: the damage classes where the file holds their numbers and no others,
    else a mask, of which white is damage. Raises as ``read_mask`` does."""
    path = Path(path)
    picture, _ = read_picture(path, MaskUnreadable)
    pixels = picture.pixels
    if picture.alpha is None and is_plane(pixels) and Extent.of(pixels) == extent:
        return np.asarray(pixels, np.uint8)
    return read_mask(path, extent=extent).coverage


def write_plane(
    plane: NDArray[np.uint8], path: Path | str, *, overwrite: bool = False, originals: Iterable[Path | str] = ()
) -> None:
    """Writes a plane as an 8-bit grey PNG. Raises OutputRefused, also for another suffix than ``.png``."""
    target = Path(path)
    refuse_originals(target, originals)
    if target.suffix.lower() != ".png":
        raise OutputRefused(target, "A mask is saved as PNG.", advice="Give it a name that ends in .png.")
    atomic_write(target, png_file.encoded(plane, PhotoMetadata()), overwrite=overwrite)
