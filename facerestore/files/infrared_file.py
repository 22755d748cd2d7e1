"""A scan's infrared channel in a file of its own, as scanning programs leave it beside the scan: ``photo_IR.tif``."""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from numpy.typing import NDArray

from facerestore.files.atomic_file import atomic_file, refuse_originals
from facerestore.files.picture_header import claimed_picture
from facerestore.files.reading import read_photo
from facerestore.values.errors import PhotoUnreadable
from facerestore.values.file_names import shown
from facerestore.values.photo import Photo
from facerestore.values.translatable_text import TranslatableText

ENDS: Final = ("_IR", "_ir", "-IR", "-ir", ".IR", ".ir")
"""What stands between the name of a scan and that of its infrared file, in the order in which they are looked for."""
_SUFFIXES: Final = (".tif", ".tiff")


@dataclass(frozen=True, eq=False)
class InfraredFile:
    """The file of a scan's infrared. ``samples``: (H, W) uint8 or uint16 over the photo, None where the file cannot be
    its infrared. ``note``: what is to be said of it, for the person."""

    path: Path
    samples: NDArray[Any] | None
    note: TranslatableText


def infrared_path(photo: Path) -> Path | None:
    """The file beside a scan that has its infrared by its name, and is a TIFF of one channel by its header."""
    own = photo.suffix if photo.suffix.lower() in _SUFFIXES else ""
    for end in ENDS:
        for suffix in dict.fromkeys((*_SUFFIXES, *((own,) if own else ()))):
            path = photo.with_name(f"{photo.stem}{end}{suffix}")
            if _is_of_one_channel(path):
                return path
    return None


def scan_stem_of(path: Path) -> str | None:
    """The stem of the scan that a file is the infrared of, if its name and its header say that it is one's."""
    end = next((end for end in ENDS if path.stem.endswith(end)), None)
    is_named = end is not None and len(path.stem) > len(end) and path.suffix.lower() in _SUFFIXES
    return path.stem[: -len(end)] if end is not None and is_named and _is_of_one_channel(path) else None


def read_infrared(photo: Photo) -> InfraredFile | None:
    """The infrared file beside a photo; None where there is none. Raises OutOfMemory."""
    path = None if photo.path is None else infrared_path(photo.path)
    if path is None:
        return None
    name = shown(path.name)
    try:
        read = read_photo(path)
    except PhotoUnreadable as error:
        note = TranslatableText(
            "{name} ought to be the infrared of this scan, and was not used. {reason}", name=name, reason=error.sentence
        )
        return InfraredFile(path, None, note)
    if read.extent != photo.extent:
        note = TranslatableText(
            "{name} has {width} x {height} pixels and the scan has not: it was not used as its infrared.",
            name=name,
            width=read.extent.width,
            height=read.extent.height,
        )
        return InfraredFile(path, None, note)
    note = TranslatableText("The infrared of this scan was read from {name}.", name=name)
    return InfraredFile(path, read.pixels if read.pixels.ndim == 2 else read.pixels[..., 0], note)


def copy_infrared(photo: Path, result: Path, *, overwrite: bool) -> TranslatableText | None:
    """Puts a copy of a scan's infrared file beside its result, under the result's name. Says so; None where there is no
    such file, or it lies beside the result already. Raises OutputRefused."""
    path = infrared_path(photo)
    if path is None:
        return None
    target = result.with_name(f"{result.stem}{path.stem[len(photo.stem) :]}{path.suffix}")
    with suppress(OSError):
        if target.samefile(path):
            return None
    if target.exists() and not overwrite:
        return TranslatableText(
            "The infrared of this scan, {name}, was not copied: {taken} is there already.",
            name=shown(path.name),
            taken=shown(target.name),
        )
    refuse_originals(target, (photo, path))
    with path.open("rb") as source, atomic_file(target, overwrite=True) as stream:
        shutil.copyfileobj(source, stream)
    return TranslatableText(
        "The infrared of this scan is in a file of its own, and was copied to {name}.", name=shown(target.name)
    )


def _is_of_one_channel(path: Path) -> bool:
    with suppress(OSError, ValueError):
        if path.is_file():
            with path.open("rb") as stream:
                claim = claimed_picture(stream)
            return claim is not None and claim.channels == 1
    return False
