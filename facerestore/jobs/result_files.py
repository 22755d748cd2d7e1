"""Results on the disk: where one may go, how it is called, and how it is written with its record.

Command line, batch and window write theirs here.
"""

import os
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from facerestore.files.atomic_file import refuse_originals, refuse_unwritable
from facerestore.files.framed_metadata import framed_metadata
from facerestore.files.infrared_file import copy_infrared, infrared_path
from facerestore.files.provenance import record_of, source_type
from facerestore.files.reading import format_name
from facerestore.files.record_file import record_beside, record_path_for, take_up_left
from facerestore.files.writing import FORMATS_BY_SUFFIX, JPEG_QUALITY, keeps_samples, notes_on_writing, write_photo
from facerestore.jobs.framed_result import framed_photo, framing_note, framing_record
from facerestore.values.errors import OutputRefused
from facerestore.values.file_names import shown
from facerestore.values.framing import UNFRAMED, Framing
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.repair import RepairedPhoto
from facerestore.values.result import RestorationResult
from facerestore.values.translatable_text import TranslatableText

PHOTO_SUFFIXES: Final = tuple(FORMATS_BY_SUFFIX)
"""File names that are taken for photos, in lower case."""

_LOSSY_SUFFIXES: Final = (".jpg", ".jpeg")
_SUFFIX_BY_FORMAT: Final[Mapping[str, str]] = {"png": ".png", "tiff": ".tif", "jpeg": ".jpg", "webp": ".webp"}


@dataclass(frozen=True)
class WrittenResult:
    """``record``: where the result's record is, None where none was wanted. ``notes``: what the file does not hold of
    the photo's, for the person."""

    record: Path | None
    notes: tuple[str, ...]


def is_lossy(path: Path) -> bool:
    """Whether a photo saved there loses something, by its suffix."""
    return path.suffix.lower() in _LOSSY_SUFFIXES


def restored_name(photo: Path, *, format: str = "keep") -> str:
    """``<stem>_restored.<ext>``; see ``restored_suffix``."""
    return f"{photo.stem}_restored{restored_suffix(photo, format=format)}"


def restored_suffix(photo: Path, *, format: str = "keep") -> str:
    """How the name of a photo's result ends. "keep" keeps the format, which the file's content says and not its name,
    except for JPEG, which cannot keep pixels: PNG."""
    suffix = photo.suffix.lower()
    named = FORMATS_BY_SUFFIX.get(suffix)
    kept = format_name(photo) or named
    if format != "keep":
        return _SUFFIX_BY_FORMAT[format]
    if kept in (None, "jpeg"):
        return ".png"
    return suffix if kept == named else _SUFFIX_BY_FORMAT[kept]


def write_result(
    result: RestorationResult,
    path: Path,
    *,
    source: Photo,
    mask: Mask,
    overwrite: bool,
    originals: Sequence[Path],
    quality: int = JPEG_QUALITY,
    is_compressed: bool = True,
    is_marked: bool = True,
    has_record: bool = True,
    fingerprint: str | None = None,
    asked_restorer: str | None = None,
    framing: Framing = UNFRAMED,
) -> WrittenResult:
    """Writes the restored photo and its record, both or neither.

    ``mask``: all that may have changed. ``is_marked``: the file's XMP says how it came to be. ``fingerprint``: of a
    batch's job. ``asked_restorer``: what was asked for, where that left the way open. ``framing``: how the file shows
    the result, if not as the scan lies. Raises OutputRefused, also for one of the ``originals``.
    """
    take_up_left(path.parent, is_hurried=True)
    photo = result.repaired.source
    told_of = replace(photo, metadata=framed_metadata(photo.metadata, framing, photo.extent))
    notes = (*notes_on_writing(told_of, path, is_compressed=is_compressed), *framing_note(framing))
    ensure_folder(path.parent)
    infrared = None if source.path is None else _infrared_beside(source.path, path, framing, overwrite=overwrite)
    notes = notes if infrared is None else (*notes, infrared)
    result = replace(result, notes=(*result.notes, *notes))
    is_lossless = keeps_samples(photo, path) and photo.bits == source.bits
    # what is cropped or straightened does not hold all of the kept pixels
    is_whole = framing.is_lossless and framing.crop is None
    record = record_of(result, source=source, mask=mask, result_name=path.name, is_lossless=is_lossless and is_whole)
    record = replace(record, job_sha256=fingerprint, asked_restorer=asked_restorer)
    written: Photo | RepairedPhoto = result.repaired
    if not framing.is_plain:
        written = framed_photo(result.repaired, framing)
        of_file = framing_record(framing, photo.extent, written, is_lossless=is_lossless)
        record = replace(record, framing=of_file)
    record_path = record_path_for(path) if has_record else None
    # what is refused is told of the name that the person chose, not of the record's, which is written first
    refuse_unwritable(path)
    with nullcontext() if record_path is None else record_beside(record, record_path):
        write_photo(
            written,
            path,
            overwrite=overwrite,
            originals=originals,
            quality=quality,
            is_compressed=is_compressed,
            digital_source_type=source_type(record) if is_marked else None,
        )
    return WrittenResult(record_path, notes)


def _infrared_beside(photo: Path, result: Path, framing: Framing, *, overwrite: bool) -> str | None:
    """What is said of a copy of the scan's infrared file. Raises OutputRefused."""
    if not framing.is_plain:
        path = infrared_path(photo)
        sentence = "The infrared of this scan, {name}, was not copied: the result does not lie as the scan does."
        return None if path is None else TranslatableText(sentence, name=shown(path.name))
    try:
        return copy_infrared(photo, result, overwrite=overwrite)
    except OSError as error:
        raise OutputRefused(
            result,
            TranslatableText(
                "The infrared of the scan cannot be copied beside it ({reason}).", reason=error.strerror or str(error)
            ),
            advice="Check the disk, or move the infrared file away from the scan.",
        ) from error


def refuse_taken(output: Path, *, originals: Sequence[Path], overwrite: bool) -> None:
    """Raises OutputRefused where a result must not go, before any work is done for it."""
    refuse_originals(output, originals)
    # a name that is too long is no folder and no file here; what is wrong with it is said later
    if os.path.isdir(output):
        raise OutputRefused(output, "This is a folder.", advice="Name a file.")
    if os.path.exists(output) and not overwrite:
        raise OutputRefused(
            output, "There is a file of this name already.", advice="Choose another name, or add --overwrite."
        )


def refuse_unwritable_result(output: Path) -> None:
    """Raises OutputRefused where a result and its record cannot be written, for their folder or their names, before the
    networks have worked for it. The folder exists afterwards."""
    ensure_folder(output.parent)
    refuse_unwritable(output)
    refuse_unwritable(record_path_for(output))


def ensure_folder(folder: Path) -> None:
    """The folder exists afterwards. Raises OutputRefused."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputRefused(
            folder,
            TranslatableText("The folder cannot be made ({reason}).", reason=error.strerror),
            advice="Choose another.",
        ) from error
