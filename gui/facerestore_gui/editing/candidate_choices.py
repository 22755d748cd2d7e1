"""Which candidates the faces of a result are made of: as they were chosen, as a file says, or by a seed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facerestore.editing.project import FaceState, Project
from facerestore.restoration.candidate_set import CandidateSet, FaceKey
from facerestore.values.alignment import CROP_PX
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.damage_table import DEFAULT_TABLE
from facerestore.values.hand_layer import NO_LAYER
from facerestore_gui.document.candidate_set import DamageCandidateSet
from facerestore_gui.document.result import Result


def choices_for(
    candidate_set: DamageCandidateSet, faces: Sequence[FaceState], seed: int, result: Result | None
) -> dict[FaceKey, CandidateMix]:
    """For each face its own choice; else that of a result, if its candidates are still there; else the seed."""
    own = {work.alignment.key: work.choice for work in faces}
    choices = {}
    for face in candidate_set.faces:
        shown = None if result is None else result.choices.get(face.key)
        choices[face.key] = own.get(face.key) or shown or CandidateMix.whole(seed, face.crop.alignment.crop_px)
    return choices


@dataclass(frozen=True)
class Renumbered:
    """The numbers of the candidates that a face is put together from: ``before``, and ``now``."""

    before: tuple[int, ...]
    now: tuple[int, ...]


def renumbered_mixes(
    before: CandidateSet | None, after: CandidateSet, choices: Mapping[FaceKey, CandidateMix]
) -> Renumbered | None:
    """The first face whose mix takes candidates that were made anew and have other numbers than those before them; None
    where there is none."""
    for key, choice in choices.items():
        old, new = () if before is None else before.seeds_of(key), after.seeds_of(key)
        taken = sorted(seed for seed in choice.seeds if seed in old and seed in new)
        numbers = Renumbered(_numbers(taken, old), _numbers(taken, new))
        if choice.is_mixed and numbers.before != numbers.now:
            return numbers
    return None


def _numbers(seeds: Sequence[int], made: Sequence[int]) -> tuple[int, ...]:
    """Candidates are numbered in the order in which they were made, from 1 on."""
    return tuple(made.index(seed) + 1 for seed in seeds)


def saved_candidates(
    result: Result, project: Project, *, is_current: bool
) -> tuple[DamageCandidateSet, dict[FaceKey, CandidateMix]]:
    """The candidates of a result that was read with its project, and what each face is made of. ``is_current``: nothing
    was edited since it was made; else its mask alone says what it was made for."""
    own = {one.alignment.key: one.choice for one in project.faces if one.choice is not None}
    choices = _saved_choices(result, own if is_current else {})
    plane = project.coverage if is_current else result.mask.coverage
    classes, hand = (project.classes, project.hand) if is_current else (DEFAULT_TABLE, NO_LAYER)
    mixes = {**own, **{key: one for key, one in choices.items() if one.is_mixed}}
    made = DamageCandidateSet.of_result(plane, classes, result.restoration, mixes, result.others, hand=hand)
    return made, choices


def _saved_choices(result: Result, own: Mapping[FaceKey, CandidateMix]) -> dict[FaceKey, CandidateMix]:
    """What a result of a file was put together from. Where the file does not say, as those of older programs do not, it
    is the face's ``own``, else the candidate's seed alone."""
    candidates = result.restoration.candidates
    told = result.restoration.choices or (None,) * len(candidates)
    return {
        one.alignment.key: choice or own.get(one.alignment.key) or CandidateMix.whole(one.seed, CROP_PX)
        for one, choice in zip(candidates, told, strict=True)
    }


def whole(seed: int, before: CandidateMix | None) -> CandidateMix:
    """One candidate for all of a face, at the strength that it has."""
    if before is None:
        return CandidateMix.whole(seed, CROP_PX)
    everywhere = before.plane >= 0
    return before.with_seed(everywhere, seed)
