"""Where files of a photo are, or are suggested to be saved, if nobody chose another place: beside the photo, or among
the person's pictures where the photo's folder may not be written to, as on a disc or a share of an archive."""

import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths

from facerestore.values.photo import Photo

PROJECT_SUFFIX: Final = ".facerestore"


def suggested_result(photo: Photo, suffix: str = "") -> Path:
    """``<stem>_restored`` beside the source. Without a ``suffix`` in a format that keeps every pixel: TIFF for a TIFF,
    else PNG."""
    return _beside(photo, f"_restored{suffix or ('.tif' if photo.format == 'tiff' else '.png')}")


def suggested_mask(photo: Photo) -> Path:
    return _beside(photo, "_mask.png")


def suggested_layout(photo: Photo) -> Path:
    return _beside(photo, "_layout.png")


def suggested_layers(photo: Photo) -> Path:
    return _beside(photo, "_layers.ora")


def suggested_project(photo: Photo) -> Path:
    return _beside(photo, PROJECT_SUFFIX)


def folder_beside(folder: Path, ending: str) -> Path | None:
    """A folder called as another one with an ending, beside it. None beside a root, a drive, or what is no name yet."""
    return None if folder.name in ("", "..") else folder.with_name(folder.name + ending)


def _beside(photo: Photo, ending: str) -> Path:
    source = photo.path or Path("portrait")
    name = source.stem + ending
    return source.with_name(name) if os.access(source.parent, os.W_OK) else pictures_folder() / name


def pictures_folder() -> Path:
    """The folder of the person's pictures, or the person's own where there is none."""
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(pictures) if pictures and Path(pictures).is_dir() else Path.home()
