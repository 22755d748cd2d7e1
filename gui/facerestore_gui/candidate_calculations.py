"""What results calculate in threads: putting chosen candidates into the photo. Imported with the first of them."""

import time
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.assembly import changed_by, composite
from facerestore.compositing.strength import FaceStrength, with_strength
from facerestore.jobs.worker import Ready
from facerestore.values.cancellation import CancelToken
from facerestore.values.candidate_choice import Choice
from facerestore.values.damage_classes import treatment
from facerestore.values.errors import OutOfMemory
from facerestore.values.events import OnProgress
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.result import Candidate, RestorationResult
from facerestore_gui.generation import FaceKey, Generation
from facerestore_gui.images import Picture


@dataclass(frozen=True, eq=False)
class Composed:
    """A result; ``is_of_plane``: it was made with the damage as it is painted now."""

    restoration: RestorationResult
    picture: Picture
    mask: Mask
    is_of_plane: bool


def composed(
    photo: Photo,
    plane_now: NDArray[np.uint8],
    generation: Generation,
    choices: Mapping[FaceKey, Choice],
    seed: int,
    began_s: float,
    ready: Ready,
    progress: OnProgress,
    cancel: CancelToken,
) -> Composed:
    """The chosen candidates put into the photo, each at its strength. Raises OutOfMemory."""
    try:
        return _composed(photo, plane_now, generation, choices, seed, began_s, ready, progress, cancel)
    except MemoryError as error:
        megapixels = photo.extent.pixel_count / 1e6
        raise OutOfMemory(
            f"There is too little memory to put the result into this photo of {megapixels:.0f} megapixels.",
            advice="Your work is untouched, and the candidates are kept. Close other programs, and generate again.",
        ) from error


def _composed(
    photo: Photo,
    plane_now: NDArray[np.uint8],
    generation: Generation,
    choices: Mapping[FaceKey, Choice],
    seed: int,
    began_s: float,
    ready: Ready,
    progress: OnProgress,
    cancel: CancelToken,
) -> Composed:
    plane = generation.coverage(plane_now.shape)
    asked = treatment(plane)
    candidates = tuple(generation.chosen(face, choices[face.key]) for face in generation.faces)
    made = composite(
        photo,
        asked.restore,
        candidates,
        fill=asked.fill,
        protected=asked.protected,
        seed=seed,
        on_progress=progress,
        cancel=cancel,
    )
    strengths = [FaceStrength(face.crop.alignment, choices[face.key].strength) for face in generation.faces]
    made = with_strength(photo, made, strengths)
    progress("show", 0, 0)
    restoration = RestorationResult(
        made.photo,
        candidates,
        made.generated,
        device=ready.device_name,
        elapsed_s=time.monotonic() - began_s,
        weights=ready.weight_hashes,
        notes=_notes(candidates, choices),
    )
    mask = changed_by(asked.restore, asked.fill, asked.protected)
    return Composed(restoration, Picture(made.photo), mask, bool(np.array_equal(plane, plane_now)))


def _notes(candidates: tuple[Candidate, ...], choices: Mapping[FaceKey, Choice]) -> tuple[str, ...]:
    notes = [note for one in candidates for note in one.notes]
    if any(not one.is_full for one in choices.values()):
        notes.append("Parts were restored at less than full strength: the photo's own pixels shine through.")
    return tuple(dict.fromkeys(notes))
