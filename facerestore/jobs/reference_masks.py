"""What is hidden in a photograph from which a face borrows: by a mask file, or by the photograph's own project."""

from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.compositor import changed_by
from facerestore.compositing.hand_filling import changed_with_hand
from facerestore.documents.kept_projects import project_of
from facerestore.documents.project_container import SUFFIX
from facerestore.documents.project_file import read_project
from facerestore.files.plane_file import read_plane
from facerestore.jobs.file_projects import read_work
from facerestore.values.alignment import cut_crop
from facerestore.values.damage_table import DamageTable, region_plan
from facerestore.values.errors import FaceRestoreError, ProjectUnreadable, UsageError
from facerestore.values.file_names import shown
from facerestore.values.hand_layer import seen
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.reference import Reference
from facerestore.values.translatable_text import TranslatableText


def masked_beside(photo: Photo, path: Path) -> Mask | None:
    """What the project beside a photograph masks in it: that is damaged, or was filled by hand. None where there is no
    project of it, or it cannot be read, or nothing is masked."""
    with suppress(FaceRestoreError):
        project = project_of(path, None)
        if project is not None:
            work = read_work(project, photo, path)
            mask = changed_with_hand(work.asked.changed, work.hand)
            return None if mask.is_empty else mask
    return None


def masked_in_file(path: Path, reference: Reference) -> NDArray[np.bool_]:
    """What a mask file, or a project of the photograph, hides of a reference's crop (S, S).

    Raises MaskUnreadable, ProjectUnreadable, also for those of another photograph; UsageError where nobody knows how
    large the photograph is.
    """
    if reference.extent is None:
        raise UsageError(
            TranslatableText("It is not known how large {file} is.", file=shown(reference.file_name)),
            advice="Remove the photograph, and add it again.",
        )
    if path.suffix.lower() == SUFFIX:
        return _in_crop(_masked_in_project(path, reference), reference)
    read = read_plane(path, extent=reference.extent)
    return _in_crop(_hidden(read.plane, read.table), reference)


def _masked_in_project(path: Path, reference: Reference) -> Mask:
    saved, _ = read_project(path)
    hashes = {saved.original.sha256, reference.sha256} - {None}
    if saved.original.extent != reference.extent or len(hashes) > 1:
        raise ProjectUnreadable(
            path,
            TranslatableText("It was made with another photo than {photo}.", photo=shown(reference.file_name)),
            advice="Choose the project of this photograph, or a mask file.",
        )
    return _hidden(saved.coverage, saved.classes)


def _hidden(plane: NDArray[np.uint8], table: DamageTable) -> Mask:
    """All that is damaged, or was filled by hand: of that the photograph's own file knows nothing."""
    asked = region_plan(plane, table)
    changed = changed_by(asked.restore, asked.fill, asked.protected)
    return Mask.from_bool(changed.restore | seen(plane))


def _in_crop(mask: Mask, reference: Reference) -> NDArray[np.bool_]:
    return cut_crop(Photo(mask.coverage), mask, reference.whole.alignment).hole
