"""One file: photo, mask and layout in; result and record out. Command line, batch and sample walk it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.compositor import painted_by
from facerestore.files.atomic_file import refuse_originals
from facerestore.files.layout_file import read_layout, write_layout
from facerestore.files.provenance import record_of, source_type
from facerestore.files.reading import format_name, read_photo
from facerestore.files.record_file import record_beside, record_path_for
from facerestore.files.writing import FORMATS_BY_SUFFIX, keeps_samples, notes_on_writing, write_photo
from facerestore.jobs.engine import Engine
from facerestore.jobs.face_choice import FaceChoice, choose_faces, find_faces, largest, resized_layout
from facerestore.jobs.file_masks import AskedFor, MaskFiles, read_masks
from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled
from facerestore.values.errors import OutputRefused, UsageError
from facerestore.values.events import OnProgress, no_progress
from facerestore.values.layout import Layout
from facerestore.values.request import DEFAULT_SEED
from facerestore.values.result import RestorationResult
from facerestore.values.translatable_text import TranslatableText

PHOTO_SUFFIXES: Final = tuple(FORMATS_BY_SUFFIX)
"""File names that are taken for photos, in lower case."""

_LOSSY_SUFFIXES: Final = (".jpg", ".jpeg")
_SUFFIX_BY_FORMAT: Final[Mapping[str, str]] = {"png": ".png", "tiff": ".tif", "jpeg": ".jpg", "webp": ".webp"}


@dataclass(frozen=True, kw_only=True, eq=False)
class FileJob:
    """Restore ``photo`` where ``masks`` say, into ``output``; the record goes beside it.

    ``is_aligned``: the photo is a square crop in the CelebA-HQ frame. ``points_photo``: (5, 2), instead of
    looking for faces. ``overwrite`` applies to earlier results, never to the photo, its masks or the layout.
    """

    photo: Path
    masks: MaskFiles
    output: Path
    layout: Path | None = None
    label_order: str | None = None
    is_aligned: bool = False
    points_photo: NDArray[np.float64] | None = None
    seed: int = DEFAULT_SEED
    overwrite: bool = False

    @property
    def record(self) -> Path:
        """Where the record goes, as things stand in the folder. Raises OutputRefused."""
        return record_path_for(self.output)

    @property
    def originals(self) -> tuple[Path, ...]:
        return tuple(path for path in (self.photo, *self.masks.paths, self.layout) if path is not None)


@dataclass(frozen=True, eq=False)
class RestoredFile:
    """The files that a job wrote, and what it found out on the way; ``notes`` are for the person."""

    output: Path
    record: Path
    result: RestorationResult
    notes: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class LayoutFile:
    """The layout that was written, for which of how many faces."""

    output: Path
    layout: Layout
    notes: tuple[str, ...]


def restored_name(photo: Path, *, stem: str | None = None, format: str = "keep") -> str:
    """``<stem>_restored.<ext>``. "keep" keeps the format, which the file's content says and not its name, except for
    JPEG, which cannot keep pixels: PNG."""
    suffix = photo.suffix.lower()
    named = FORMATS_BY_SUFFIX.get(suffix)
    kept = format_name(photo) or named
    if format != "keep":
        suffix = _SUFFIX_BY_FORMAT[format]
    elif kept in (None, "jpeg"):
        suffix = ".png"
    elif kept != named:
        suffix = _SUFFIX_BY_FORMAT[kept]
    return f"{stem or photo.stem}_restored{suffix}"


def restore_file(
    job: FileJob, engine: Engine, *, on_progress: OnProgress = no_progress, cancel: CancelToken = NEVER
) -> RestoredFile:
    """The result and its record, both written or neither. Raises FaceRestoreError or Cancelled."""
    refuse_taken(job.output, originals=job.originals, overwrite=job.overwrite)
    record_path = record_path_for(job.output)
    photo = read_photo(job.photo)
    notes = notes_on_writing(photo, job.output)
    asked = read_masks(job.masks, photo.extent)
    masks = asked.region_plan
    layout = read_layout(job.layout, label_order=job.label_order) if job.layout else None
    raise_if_cancelled(cancel)
    choice = FaceChoice()
    # what is filled needs no face
    if not painted_by(masks.restore, masks.fill, masks.protected).is_empty:
        alignments = find_faces(
            photo, asked.changed, engine, is_aligned=job.is_aligned, points_photo=job.points_photo, layout=layout
        )
        is_given = job.is_aligned or job.points_photo is not None
        choice = choose_faces(alignments, layout, photo=photo, is_given=is_given)
    result = engine.restore_photo(
        photo,
        masks.restore,
        alignments=choice.alignments,
        layouts=choice.layouts,
        fill=masks.fill,
        protected=masks.protected,
        seed=job.seed,
        on_progress=on_progress,
        cancel=cancel,
    )
    raise_if_cancelled(cancel)
    is_lossless = job.output.suffix.lower() not in _LOSSY_SUFFIXES
    result = replace(result, classes=asked.classes, notes=(*result.notes, *notes))
    is_exact = keeps_samples(photo, job.output)
    record = record_of(result, source=photo, mask=asked.changed, result_name=job.output.name, is_lossless=is_exact)
    ensure_folder(job.output.parent)
    with record_beside(record, record_path):
        write_photo(
            result.photo,
            job.output,
            overwrite=job.overwrite,
            originals=job.originals,
            digital_source_type=source_type(record),
        )
    told = [*asked.notes, *choice.notes, *result.notes]
    if asked.changed.is_empty:
        told.append(_nothing_to_do(asked))
    if not is_lossless:
        told.append("JPEG cannot hold the untouched pixels exactly; PNG and TIFF can.")
    return RestoredFile(job.output, record_path, result, tuple(told))


def _nothing_to_do(asked: AskedFor) -> str:
    masks = asked.region_plan
    if not masks.restore.is_empty or masks.fill is not None:
        return "All that is to be restored is protected, so nothing was changed."
    if asked.classes:
        return "No class of the mask is to be restored or filled, so nothing was changed."
    return "The mask is empty (all black), so nothing was restored; white is what to restore."


def layout_file(
    photo_path: Path,
    output: Path,
    engine: Engine,
    *,
    mask_path: Path | None = None,
    is_aligned: bool = False,
    points_photo: NDArray[np.float64] | None = None,
    alternative: int = 0,
    overwrite: bool = False,
) -> LayoutFile:
    """Stage 1's layout of the photo's largest face, or an ``alternative`` to it, written as an indexed PNG.

    Raises FaceRestoreError.
    """
    if output.suffix.lower() != ".png":
        raise UsageError("A layout is saved as PNG.", advice=f"Call it {output.with_suffix('.png').name}.")
    originals = tuple(path for path in (photo_path, mask_path) if path is not None)
    refuse_taken(output, originals=originals, overwrite=overwrite)
    photo = read_photo(photo_path)
    mask = read_masks(MaskFiles(mask_path), photo.extent).changed
    alignments = find_faces(photo, mask, engine, is_aligned=is_aligned, points_photo=points_photo)
    alignment = largest(alignments)
    layout = engine.predict_layout(photo, mask, alignment, alternative=alternative).layout
    if is_aligned:
        layout = resized_layout(layout, side_px=photo.extent.width, alignment=alignment)
    ensure_folder(output.parent)
    write_layout(layout, output, overwrite=overwrite, originals=originals)
    found = len(alignments)
    notes = (f"{found} faces found; this is the layout of the largest.",) if found > 1 else ()
    return LayoutFile(output, layout, notes)


def refuse_taken(output: Path, *, originals: Sequence[Path], overwrite: bool) -> None:
    """Raises OutputRefused where a result must not go, before any work is done for it."""
    refuse_originals(output, originals)
    if output.is_dir():
        raise OutputRefused(output, "This is a folder.", advice="Name a file.")
    if output.exists() and not overwrite:
        raise OutputRefused(
            output, "There is a file of this name already.", advice="Choose another name, or add --overwrite."
        )


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
