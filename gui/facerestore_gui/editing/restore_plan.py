"""What a restoration will do, as far as can be told before it begins: for the estimate of how long it takes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from facerestore.editing.project import FaceState
from facerestore.restoration.restorers import Restorer
from facerestore.restoration.steps import Plan, PlannedStep
from facerestore.values.photo import Photo
from facerestore_gui.background.lazy_modules import candidate_calculations

if TYPE_CHECKING:
    from facerestore_gui.background.candidate_calculations import Damaged


def whole_plan(damaged: "Damaged", restorer: Restorer, faces: Sequence[FaceState], painted: int) -> Plan:
    """All steps; the recipe tells them again, and better, when it comes to them. ``painted``: how many candidates are
    made, by a restorer that makes any."""
    crop = PlannedStep("crop", megapixels(damaged.photo))
    face_count = len(faces) if restorer.needs_face else 0
    without_layout = sum(work.layout is None for work in faces[:face_count])
    masked = candidate_calculations.masked_megapixels(damaged)
    return Plan(
        (
            *(crop, crop, *(PlannedStep("layout") for _ in range(without_layout)), crop),
            *(PlannedStep("texture") for _ in range(painted if restorer.needs_face else 0)),
            PlannedStep("composite", megapixels(damaged.photo), masked, face_count),
        )
    )


def megapixels(photo: Photo) -> float:
    return photo.extent.pixel_count / 1e6
