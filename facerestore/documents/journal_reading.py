"""Reading a journal as a whole: what its records lead to, and the results that were kept with them."""

import logging
from dataclasses import replace
from pathlib import Path

import numpy as np

from facerestore.documents.journal_earlier import read_earlier
from facerestore.documents.journal_files import RESULT
from facerestore.documents.journal_replay import Recovered, read_records, replayed
from facerestore.documents.project_file import read_project
from facerestore.documents.saved_project import SavedCandidate, SavedProject, SavedResult
from facerestore.editing.project import FaceState
from facerestore.files.reading import refusing
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.damage_classes import Policy
from facerestore.values.damage_table import REPAIRING, class_shares, is_plane
from facerestore.values.errors import FaceRestoreError, ProjectUnreadable
from facerestore.values.reference import equal_references

_log = logging.getLogger(__name__)


def read_journal(folder: Path) -> Recovered:
    """What a journal holds, up to the last whole record. Raises ProjectUnreadable, OutOfMemory."""
    with refusing(folder, ProjectUnreadable):
        recovered = replayed(read_records(folder), as_far_as_possible=True)
    recovered = replace(recovered, project=replace(recovered.project, earlier=read_earlier(folder)))
    result = _kept_result(folder)
    if result is None:
        return recovered
    is_current = _is_made_from(result, recovered.project)
    return replace(recovered, project=replace(recovered.project, results=(result,), result_is_current=is_current))


def _kept_result(folder: Path) -> SavedResult | None:
    try:
        return read_project(folder / RESULT)[0].results[-1] if (folder / RESULT).exists() else None
    except (FaceRestoreError, IndexError) as error:
        _log.warning("A journal's result is lost: %s", error)
        return None


def _is_made_from(result: SavedResult, project: SavedProject) -> bool:
    """Whether a result is what the classes, layouts and choices of a project would give now."""
    if result.mask.extent != project.original.extent:
        return False
    if not is_plane(project.coverage, project.classes) or not _is_painted_the_same(result, project):
        return False
    wanted = {work.alignment.key: work for work in project.faces if not work.is_skipped}
    made = {one.alignment.key for one in result.candidates}
    restore = project.classes.where(project.coverage, Policy.RESTORE)
    touched = {
        key for key, work in wanted.items() if restore[work.alignment.box_photo(project.original.extent).slices].any()
    }
    return touched <= made and all(
        one.alignment.key in wanted and _is_of_face(one, wanted[one.alignment.key], result.seed)
        for one in result.candidates
    )


def _is_painted_the_same(result: SavedResult, project: SavedProject) -> bool:
    """Whether as much of the mask is treated in each way as it was, and in the same places taken together."""
    changed = np.logical_or.reduce([project.classes.where(project.coverage, one) > 0 for one in REPAIRING])
    if not np.array_equal(changed, result.mask.restore):
        return False
    now = class_shares(project.coverage, project.classes)
    # a name may change without anything else
    return not result.classes or [(one.number, one.policy, one.share) for one in result.classes] == [
        (one.number, one.policy, one.share) for one in now
    ]


def _is_of_face(candidate: SavedCandidate, work: FaceState, seed: int) -> bool:
    """Whether a candidate follows the face's layout, borrows from its references, and is put together as the face's
    choice says."""
    labels, side = candidate.layout.labels, candidate.alignment.crop_px
    if work.layout is None or not np.array_equal(work.layout.labels, labels):
        return False
    if not equal_references(candidate.references, work.references):
        return False
    made = candidate.choice or CandidateMix.whole(candidate.seed, side)
    return (work.choice or CandidateMix.whole(seed, side)).equals(made)
