"""Photographs as files from which a face may borrow: those that were named, and those of an album."""

import filecmp
from collections.abc import Collection, Hashable, Sequence
from functools import partial
from pathlib import Path

from facerestore.files.provenance import file_hash
from facerestore.files.reading import read_photo
from facerestore.files.record_file import record_of_result
from facerestore.jobs.pairing import COMPANIONS, Pictures, file_kind, files_of
from facerestore.jobs.reference_masks import masked_beside
from facerestore.restoration.face_memory import FaceMemory
from facerestore.restoration.reference_search import ReferencePhoto
from facerestore.values.errors import UsageError
from facerestore.values.file_names import shown


def named_photos(paths: Sequence[Path], *, memory: FaceMemory | None = None) -> tuple[ReferencePhoto, ...]:
    """Those files, each once. ``memory``: of the faces that were found in them before; without one, what the projects
    beside them mask is hidden."""
    return tuple(_photo(path, memory) for path in dict.fromkeys(paths))


def album_photos(folder: Path, *, apart_from: Collection[Path] = ()) -> tuple[ReferencePhoto, ...]:
    """Those of ``album_files``. Raises UsageError."""
    return named_photos(album_files(folder, apart_from=apart_from))


def album_files(folder: Path, *, apart_from: Collection[Path] = (), may_be_empty: bool = False) -> tuple[Path, ...]:
    """The pictures of a folder, not of those below it, in the order of their names; without the photo that is restored,
    copies of it, whatever else belongs to it, masks and layouts beside other photos, and results of this program,
    whose faces are partly invented.

    Raises UsageError where there is no such folder, or no picture in it, unless it ``may_be_empty``.
    """
    if not folder.is_dir():
        raise UsageError(f"There is no folder {shown(folder)}.", advice="Name the folder of the album.")
    left_out = {path.resolve() for path in apart_from}
    pictures = Pictures()
    paths = tuple(
        path
        for path in files_of(folder, is_recursive=False)
        if path.resolve() not in left_out
        and not any(_is_copy(path, of=other) for other in apart_from)
        and file_kind(path).is_some_picture
        and record_of_result(path) is None
        and not _is_companion(path, pictures)
    )
    if not paths and not may_be_empty:
        raise UsageError(
            f"There is no further photo in {shown(folder)}.", advice="Name a folder with photographs of the person."
        )
    return paths


def _is_copy(path: Path, *, of: Path) -> bool:
    """A copy has the same damage, and nothing to lend."""
    try:
        return path.stat().st_size == of.stat().st_size and filecmp.cmp(path, of, shallow=False)
    except OSError:
        return False


def _is_companion(path: Path, pictures: Pictures) -> bool:
    own = next((path.stem.removesuffix(end) for end in COMPANIONS if path.stem.endswith(end)), None)
    return own is not None and (
        pictures.named(path.parent, (own,), apart_from=path) is not None or path.with_name(own).is_file()
    )


def _photo(path: Path, memory: FaceMemory | None) -> ReferencePhoto:
    if memory is None:
        masked = partial(masked_beside, path=path)
        return ReferencePhoto(path.name, lambda: read_photo(path), lambda: file_hash(path), masked=masked)
    # what is remembered of a file would not know that its project changed
    remembered = memory.of(lambda: _stamp(path))
    return ReferencePhoto(path.name, lambda: read_photo(path), lambda: file_hash(path), remembered)


def _stamp(path: Path) -> Hashable | None:
    """Another one whenever the file is written; None for a file that cannot be looked at."""
    try:
        about = path.stat()
    except OSError:
        return None
    return str(path.absolute()), about.st_size, about.st_mtime_ns
