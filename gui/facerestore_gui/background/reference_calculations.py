"""What looking for a person in other photographs calculates in threads. Imported with the first search."""

from collections.abc import Sequence
from pathlib import Path

from facerestore.jobs.reference_files import album_photos, named_photos
from facerestore.jobs.reference_masks import masked_in_file
from facerestore.restoration.reference_search import ReferencePhoto

__all__ = ["masked_in_file", "photos_in", "photos_of"]


def photos_of(paths: Sequence[Path], *, apart_from: Path | None) -> tuple[ReferencePhoto, ...]:
    """Those files, each once, without the photo that is restored."""
    own = None if apart_from is None else apart_from.resolve()
    return named_photos([path for path in paths if path.resolve() != own])


def photos_in(folder: Path, *, apart_from: Path | None) -> tuple[ReferencePhoto, ...]:
    """The photos of a folder, without the one that is restored. Raises UsageError where there is none."""
    return album_photos(folder, apart_from=() if apart_from is None else (apart_from,))
