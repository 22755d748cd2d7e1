"""What results calculate in threads: putting chosen candidates into the photo. Imported with the first of them."""

import time
from dataclasses import dataclass

import numpy as np

from facerestore.compositing.compositor import changed_by, composite
from facerestore.compositing.strength import FaceStrength, with_strength
from facerestore.jobs.worker import Ready
from facerestore.values.cancellation import CancelToken
from facerestore.values.candidate import Candidate
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.damage_table import class_shares, region_plan
from facerestore.values.errors import OutOfMemory
from facerestore.values.events import OnProgress
from facerestore.values.mask import Mask
from facerestore.values.result import RestorationResult
from facerestore.values.translatable_text import TranslatableText
from facerestore_gui.document.candidate_set import Ingredients
from facerestore_gui.look.images import Picture


@dataclass(frozen=True, eq=False)
class Composed:
    """A result; ``is_of_plane``: it was made with the damage as it is painted now."""

    restoration: RestorationResult
    picture: Picture
    mask: Mask
    is_of_plane: bool


def composed(ingredients: Ingredients, ready: Ready, progress: OnProgress, cancel: CancelToken) -> Composed:
    """The chosen candidates put into the photo, each at its strength. Raises OutOfMemory."""
    try:
        return _composed(ingredients, ready, progress, cancel)
    except MemoryError as error:
        megapixels = ingredients.photo.extent.pixel_count / 1e6
        raise OutOfMemory(
            TranslatableText(
                "There is too little memory to put the result into this photo of {size} megapixels.",
                size=f"{megapixels:.0f}",
            ),
            advice="Your work is untouched, and the candidates are kept. Close other programs, and generate again.",
        ) from error


def _composed(ingredients: Ingredients, ready: Ready, progress: OnProgress, cancel: CancelToken) -> Composed:
    photo, generation = ingredients.photo, ingredients.generation
    plane = generation.coverage(ingredients.plane_now.shape)
    asked = region_plan(plane, generation.classes)
    choices = tuple(ingredients.choices[face.key] for face in generation.faces)
    candidates = tuple(generation.chosen(face, choice) for face, choice in zip(generation.faces, choices, strict=True))
    made = composite(
        photo,
        asked.restore,
        candidates,
        fill=asked.fill,
        protected=asked.protected,
        seed=ingredients.seed,
        on_progress=progress,
        cancel=cancel,
    )
    strengths = [FaceStrength(one.alignment, choice.strength) for one, choice in zip(candidates, choices, strict=True)]
    made = with_strength(photo, made, strengths)
    progress("show", 0, 0)
    restoration = RestorationResult(
        made.photo,
        candidates,
        made.generated,
        device=ready.device_name,
        elapsed_s=time.monotonic() - ingredients.began_s,
        weights=ready.weight_hashes,
        notes=_notes(candidates, choices),
        filled=made.filled,
        protected=asked.protected,
        classes=class_shares(plane, generation.classes),
        choices=choices,
    )
    is_of_plane = generation.classes.policies == ingredients.classes_now.policies and np.array_equal(
        plane, ingredients.plane_now
    )
    return Composed(
        restoration, Picture(made.photo), changed_by(asked.restore, asked.fill, asked.protected), is_of_plane
    )


def _notes(candidates: tuple[Candidate, ...], choices: tuple[CandidateMix, ...]) -> tuple[str, ...]:
    notes = [note for one in candidates for note in one.notes]
    if any(not one.is_full for one in choices):
        notes.append("Parts were restored at less than full strength: the photo's own pixels shine through.")
    return tuple(dict.fromkeys(notes))
