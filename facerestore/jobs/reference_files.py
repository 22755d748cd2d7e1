"""Photographs as files from which a face may borrow: those that were named, and those of an album."""

from collections.abc import Collection, Sequence
from pathlib import Path

from facerestore.files.provenance import file_hash
from facerestore.files.reading import read_photo
from facerestore.files.record_file import record_of_result
from facerestore.jobs.pairing import file_kind, files_of
from facerestore.restoration.reference_search import ReferencePhoto
from facerestore.values.errors import UsageError
from facerestore.values.file_names import shown


def named_photos(paths: Sequence[Path]) -> tuple[ReferencePhoto, ...]:
    """Those files, each once."""
    return tuple(_photo(path) for path in dict.fromkeys(paths))


def album_photos(folder: Path, *, apart_from: Collection[Path] = ()) -> tuple[ReferencePhoto, ...]:
    """Those of ``album_files``. Raises UsageError."""
    return named_photos(album_files(folder, apart_from=apart_from))


def album_files(folder: Path, *, apart_from: Collection[Path] = ()) -> tuple[Path, ...]:
    """The pictures of a folder, not of those below it, in the order of their names; without the photo that is restored,
    whatever else belongs to it, and results of this program, whose faces are partly invented.

    Raises UsageError where there is no such folder, or no picture in it.
    """
    if not folder.is_dir():
        raise UsageError(f"There is no folder {shown(folder)}.", advice="Name the folder of the album.")
    left_out = {path.resolve() for path in apart_from}
    paths = tuple(
        path
        for path in files_of(folder, is_recursive=False)
        if path.resolve() not in left_out and file_kind(path).is_some_picture and record_of_result(path) is None
    )
    if not paths:
        raise UsageError(
            f"There is no further photo in {shown(folder)}.", advice="Name a folder with photographs of the person."
        )
    return paths


def _photo(path: Path) -> ReferencePhoto:
    return ReferencePhoto(path.name, lambda: read_photo(path), lambda: file_hash(path))
