"""A photo's project file as what is asked for: the mask, the faces and what a person chose for them in the window."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from facerestore.compositing.compositor import changed_by
from facerestore.documents.original_search import find_original, is_same_file
from facerestore.documents.project_file import read_project
from facerestore.jobs.file_masks import AskedFor
from facerestore.restoration.candidate_set import FaceKey
from facerestore.restoration.faces import faces_to_restore
from facerestore.restoration.recipe import FaceToRestore
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.damage_table import class_shares, region_plan
from facerestore.values.errors import ProjectUnreadable
from facerestore.values.file_names import shown
from facerestore.values.framing import UNFRAMED, Framing
from facerestore.values.photo import Photo
from facerestore.values.repair import Repair
from facerestore.values.translatable_text import TranslatableText


@dataclass(frozen=True, eq=False)
class SavedWork:
    """What a project asks for. ``faces``: those that are not skipped; ``has_faces``: somebody looked for them already,
    so they are all there are. ``hand``: what was filled by hand. ``mixes``: which candidates a face is made of, where a
    person chose. ``detail``: that of the newest result, None where there is none with a face. ``framing``: how the
    photo is looked at."""

    asked: AskedFor
    faces: tuple[FaceToRestore, ...]
    has_faces: bool
    mixes: Mapping[FaceKey, CandidateMix]
    seed: int
    detail: float | None
    framing: Framing = UNFRAMED
    hand: tuple[Repair, ...] = ()


def photo_of(project: Path) -> Path:
    """Where the photo of a project file is. Raises ProjectUnreadable, also where it is not found."""
    saved, relative_path = read_project(project)
    found = find_original(saved.original, project=project, relative_path=relative_path)
    if found is None:
        raise ProjectUnreadable(
            project,
            TranslatableText("Its photo, {photo}, was not found.", photo=shown(saved.original.path.name)),
            advice="Put the photo beside the project.",
        )
    return found.path


def read_work(project: Path, photo: Photo, photo_path: Path) -> SavedWork:
    """The work that a project file holds for a photo. Raises ProjectUnreadable, also for a project of another photo."""
    saved, _ = read_project(project)
    if not saved.original.fits(photo) or not is_same_file(saved.original, photo_path):
        raise ProjectUnreadable(
            project,
            TranslatableText("It was made with another photo than {photo}.", photo=shown(photo_path.name)),
            advice="Open the project, choose this photo, and save it again; or move it away to use a mask.",
        )
    plan = region_plan(saved.coverage, saved.classes)
    changed = changed_by(plan.restore, plan.fill, plan.protected)
    asked = AskedFor(plan, changed, class_shares(saved.coverage, saved.classes), ())
    wanted = tuple(one for one in saved.faces if not one.is_skipped)
    return SavedWork(
        asked,
        faces_to_restore(wanted),
        has_faces=bool(saved.faces),
        mixes={one.alignment.key: one.choice for one in wanted if one.choice is not None},
        seed=saved.seed,
        detail=saved.results[-1].detail if saved.results and saved.results[-1].candidates else None,
        framing=saved.framing,
        hand=saved.hand.repairs(saved.coverage),
    )
