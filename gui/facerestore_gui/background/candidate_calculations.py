"""What results calculate in threads besides the restoration itself. Imported with the first of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.candidate_preview import PreviewGround
from facerestore.compositing.compositor import changed_by
from facerestore.documents.candidates_codec import decoded_candidates
from facerestore.documents.earlier_results import StoredCandidates
from facerestore.editing.project import FaceState
from facerestore.files.reading import refusing
from facerestore.restoration.candidate_set import FaceInput, unchanged_since
from facerestore.restoration.faces import faces_to_restore
from facerestore.restoration.recipe import RestorationRequest
from facerestore.restoration.restorers import Restorer
from facerestore.restoration.routing import routed
from facerestore.values.alignment import cut_crop
from facerestore.values.damage_table import DamageTable, class_shares, region_plan
from facerestore.values.errors import ProjectUnreadable, RestorationFailed
from facerestore.values.hand_layer import HandLayer
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.repair import RepairedPhoto
from facerestore.values.result import RestorationResult
from facerestore_gui.document.candidate_set import DamageCandidateSet
from facerestore_gui.look.images import Picture, level_shapes


@dataclass(frozen=True, eq=False, kw_only=True)
class Damaged:
    """A photo, its plane of damage (H, W), the classes of that, and what was painted by hand; later edits do not change
    it."""

    photo: Photo
    plane: NDArray[np.uint8]
    classes: DamageTable
    hand: HandLayer


def masked_megapixels(damaged: Damaged) -> float:
    """Of the pixels that are repaired."""
    shares = class_shares(damaged.plane, damaged.classes)
    return sum(one.share for one in shares if one.number in damaged.classes.repaired) * damaged.plane.size / 1e6


def request_of(
    damaged: Damaged, faces: Sequence[FaceState], seed: int, detail: float, restorer: Restorer
) -> RestorationRequest:
    """What is asked for under a plane of damage, for the faces as they stand, by a way that restores itself."""
    request = RestorationRequest(
        photo=damaged.photo,
        plan=region_plan(damaged.plane, damaged.classes),
        faces=faces_to_restore(faces),
        seed=seed,
        detail=detail,
        restorer=restorer,
        classes=class_shares(damaged.plane, damaged.classes),
        hand=damaged.hand.repairs(damaged.plane),
    )
    return routed(request, is_bound=any(map(_is_worked_on, faces)))


def _is_worked_on(face: FaceState) -> bool:
    """Whether the person has drawn in a face's layout or chosen among its candidates."""
    is_drawn = face.layout is not None and (
        face.predicted is None or not np.array_equal(face.layout.labels, face.predicted.labels)
    )
    return is_drawn or (face.choice is not None and face.choice.is_mixed)


def request_again(
    candidate_set: DamageCandidateSet, photo: Photo, faces: Sequence[FaceState], seed: int, detail: float
) -> RestorationRequest:
    """What was asked for when the candidates were made. ``faces``: as they stand, for a restorer of regions."""
    plane = candidate_set.coverage(photo.pixels.shape[:2])
    damaged = Damaged(photo=photo, plane=plane, classes=candidate_set.classes, hand=candidate_set.hand)
    wanted = faces if candidate_set.restorer.paints_regions else ()
    return replace(request_of(damaged, wanted, seed, detail, candidate_set.restorer), reason=candidate_set.reason)


def candidate_set_of(
    damaged: Damaged, faces: Sequence[FaceInput], request: RestorationRequest, before: DamageCandidateSet | None
) -> DamageCandidateSet:
    """A set for faces, with the candidates of the one before for all that have not changed since; the one before itself
    if nothing has. What a restorer of regions made is never taken again: it looks at faces that are not in the set."""
    restorer = request.restorer
    if (
        before is not None
        and before.reason == request.reason
        and not restorer.paints_regions
        and before.is_for(faces, restorer, damaged.plane, damaged.classes, damaged.hand)
    ):
        return before
    made = replace(unchanged_since(before, faces, restorer), reason=request.reason)
    return DamageCandidateSet.of(made, damaged.plane, damaged.classes, damaged.hand)


def read_candidates(stored: StoredCandidates, photo: Photo) -> DamageCandidateSet:
    """The candidates of an earlier result of a photo, from the file where they are kept. Raises RestorationFailed where
    they are there no more, or are damaged."""
    try:
        with refusing(photo.path or Path("photo"), ProjectUnreadable):
            saved = decoded_candidates(stored.content(), photo.extent)
            plane = np.zeros((photo.extent.height, photo.extent.width), np.uint8)
            plane[saved.box.slices] = saved.plane
            plan = region_plan(plane, saved.classes)
            changed = changed_by(plan.restore, plan.fill, plan.protected)
            worked = RepairedPhoto(photo, saved.hand.repairs(plane)).photo
            faces = [
                FaceInput(cut_crop(worked, changed, one.alignment), one.layout, one.networks, one.references)
                for one in saved.faces
            ]
            return DamageCandidateSet.of_saved(saved, faces)
    except ProjectUnreadable as error:
        raise RestorationFailed(error.sentence, advice=error.advice) from error


@dataclass(frozen=True, eq=False)
class Shown:
    """How a result looks on the screen, and what previews of other candidates over it share; ``is_of_plane``: it was
    made with the damage as it is painted now."""

    picture: Picture
    ground: PreviewGround | None
    is_of_plane: bool


def preview_ground(restoration: RestorationResult, changed: Mask) -> PreviewGround | None:
    """What previews of other candidates share; None where no face was painted."""
    if not restoration.candidates:
        return None
    extent = restoration.repaired.extent
    return PreviewGround.of(restoration, changed, len(level_shapes(extent.height, extent.width)))


def shown(restoration: RestorationResult, changed: Mask, candidate_set: DamageCandidateSet, now: Damaged) -> Shown:
    """``changed``: the pixels that the restoration could change; ``now``: what is painted now."""
    plane = candidate_set.coverage(now.plane.shape)
    has_policies = candidate_set.classes.policies == now.classes.policies
    is_same = np.array_equal(plane, now.plane) and candidate_set.hand.equals(now.hand)
    return Shown(Picture(restoration.repaired), preview_ground(restoration, changed), has_policies and is_same)
