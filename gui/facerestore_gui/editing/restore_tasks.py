"""RestoreTasks: candidates from the worker, and results put together from those that the person chose."""

import itertools
import time
from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from facerestore.editing.project import FaceState
from facerestore.jobs.worker import Ready
from facerestore.values.alignment import CROP_PX
from facerestore.values.candidate import Candidate
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.damage_table import DEFAULT_TABLE
from facerestore.values.photo import Photo
from facerestore.values.request import LayoutRequest, Request, TextureRequest
from facerestore_gui.background.lazy_modules import candidate_calculations, file_calculations
from facerestore_gui.document.candidate_set import CandidateSet, FaceInput, FaceKey, Ingredients, key_of
from facerestore_gui.document.document import Document
from facerestore_gui.document.edits.choice import set_choice
from facerestore_gui.document.edits.layout import set_prediction
from facerestore_gui.document.kept_results import KeptResult
from facerestore_gui.document.result import Result
from facerestore_gui.look.translation import engine_words
from facerestore_gui.tasks.estimates import PlannedStep
from facerestore_gui.tasks.messages import notice
from facerestore_gui.tasks.task_runner import Calculation, Plan, Steps, TaskRunner
from facerestore_gui.tasks.worker_client import WorkerClient


class RestoreTasks(QObject):
    """Makes candidates, and a new result whenever what was chosen among them has changed."""

    said = Signal(object)
    """A Message."""
    candidates_changed = Signal()
    """A candidate was made, or the faces have others."""

    def __init__(
        self, document: Document, runner: TaskRunner, worker: WorkerClient, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._runner = document, runner
        self._ready = Ready("")
        self.generation: CandidateSet | None = None
        """Where the candidates of the open photo are; None before the first."""
        self._rebuilding = QTimer(self)
        self._rebuilding.setSingleShot(True)
        self._rebuilding.timeout.connect(self._rebuild)
        document.opened.connect(self._begin_anew)
        document.choice_changed.connect(lambda face: self._rebuilding.start())
        runner.ended.connect(self._rebuilding.start)
        worker.ready.connect(self._on_ready)

    # --- what the person asks for

    def generate(self, seed: int) -> None:
        """A result of a seed for all faces; those with parts of several candidates keep them."""
        if self._has_damage():
            for index, work in enumerate(self._faces()):
                if work.choice is not None and not work.choice.is_mixed and work.choice.main_seed != seed:
                    set_choice(self._document, index, self.tr("New seed"), _whole(seed, work.choice))
            self._runner.start(self._restore(seed))

    def generate_more(self, first_seed: int, count: int) -> None:
        """So many further candidates of the current face, one after the other; a result of the first one, if there
        is none yet."""
        if self._has_damage():
            self._runner.start(self._restore(first_seed, more=count))

    def redo_face(self, seed: int) -> None:
        """Another candidate for the current face alone; the other faces keep theirs."""
        work = self._document.work
        if work is None or not self._has_damage():
            return
        if work.is_skipped:
            self.said.emit(
                notice(self.tr("This face is skipped"), self.tr("Switch it on in the list of faces to restore it."))
            )
            return
        set_choice(self._document, self._document.current_face, self.tr("Redo face"), _whole(seed, work.choice))
        self._runner.start(self._restore(seed, others_stay=True))

    def go_back(self, kept: KeptResult) -> None:
        """Show a result that was made before; mask and layouts stay as they are."""
        self.generation = kept.generation
        self.candidates_changed.emit()
        for index, work in enumerate(self._faces()):
            choice = kept.choices.get(key_of(work.alignment))
            if choice is not None and not (work.choice is not None and work.choice.equals(choice)):
                set_choice(
                    self._document, index, self.tr("Return to result {number}").format(number=kept.number), choice
                )
        self._runner.start(self._put_together(kept.generation, kept.choices, kept.seed, time.monotonic()))

    # --- what there is

    def seeds(self, work: FaceState) -> tuple[int, ...]:
        """The candidates of a face."""
        return () if self.generation is None else self.generation.seeds_of(key_of(work.alignment))

    def unused_seed(self) -> int:
        """The smallest seed that the current face has no candidate of yet, from the result's own on."""
        work, result = self._document.work, self._document.result
        used = () if work is None else self.seeds(work)
        return next(seed for seed in itertools.count(0 if result is None else result.seed) if seed not in used)

    def choice(self, work: FaceState) -> CandidateMix | None:
        """What a face's part of the result in sight is made of."""
        if work.choice is not None:
            return work.choice
        result = self._document.result
        return None if result is None else result.choices.get(key_of(work.alignment))

    # --- tasks

    def _restore(self, seed: int, *, more: int = 0, others_stay: bool = False) -> Steps:
        began_s, document = time.monotonic(), self._document
        project, result, current = document.project, document.result, document.work
        assert project is not None, "asked before the task began"
        photo, plane, classes, render_version = (
            project.photo,
            project.coverage.copy(),
            project.classes,
            document.render_version,
        )
        wanted = tuple(work for work in project.faces if not work.is_skipped)
        yield Plan((PlannedStep("crop", _megapixels(photo)),))
        _, crops = yield Calculation(
            "crop", lambda progress, cancel: file_calculations.region_plan_and_crops(photo, plane, classes, wanted)
        )
        faces: list[FaceInput] = []
        for work, crop in crops:
            layout = work.layout
            if layout is None:
                layout = (yield LayoutRequest(crop)).layout
                is_unchanged = document.render_version is render_version
                set_prediction(document, work.face, layout)
                render_version = document.render_version if is_unchanged else render_version
            faces.append(FaceInput(crop, layout))
        yield Plan((PlannedStep("crop", _megapixels(photo)),))
        before = self.generation
        generation: CandidateSet = yield Calculation(
            "crop", lambda progress, cancel: CandidateSet.of(plane, classes, faces, before)
        )
        self.generation = generation
        self.candidates_changed.emit()
        stays = result if others_stay or more else None
        choices = self._choices(generation, wanted, seed, stays)
        if not more or result is None or not generation.fits(project.faces) or not document.result_is_current:
            yield from self._put_together(generation, choices, stays.seed if stays else seed, began_s, render_version)
            if not generation.faces:
                self._say_no_network()
            elif any(seed not in choice.seeds for choice in choices.values()) and not (others_stay or more):
                yield from self._candidate_of_each(generation, seed)
                self._say_mixes_stay(seed)
        if more:
            chosen = None if current is None else generation.face(key_of(current.alignment))
            yield from self._further(generation, [chosen] if chosen else generation.faces, seed, more)

    def _put_together(
        self,
        generation: CandidateSet,
        choices: Mapping[FaceKey, CandidateMix],
        seed: int,
        began_s: float,
        render_version: object = None,
        *,
        is_rebuilt: bool = False,
    ) -> Steps:
        """The candidates that a result lacks, and the result. ``render_version``: of what it is made from; None: the
        present one if the result is of the present mask and layouts."""
        document = self._document
        project = document.project
        assert project is not None, "tasks begin with an open photo"
        photo, faces, here = project.photo, project.faces, document.render_version
        ingredients = Ingredients(
            photo=photo,
            plane_now=project.coverage.copy(),
            classes_now=project.classes,
            generation=generation,
            choices=choices,
            seed=seed,
            began_s=began_s,
        )
        missing = [(face, one) for face in generation.faces for one in choices[face.key].seeds]
        missing = [(face, one) for face, one in missing if not generation.has(face.key, one)]
        composite = PlannedStep("composite", _megapixels(photo))
        yield Plan((*(PlannedStep("texture") for _ in missing), composite))
        for face, one in missing:
            yield from self._candidate(generation, face, one)
        made: candidate_calculations.Composed = yield Calculation(
            "composite",
            # the worker is ready only now, when it has made what was missing
            lambda progress, cancel: candidate_calculations.composed(ingredients, self._ready, progress, cancel),
        )
        if render_version is None:
            render_version = here if made.is_of_plane and generation.fits(faces) else object()
        result = Result(made.restoration, made.picture, made.mask, seed, generation, choices, is_rebuilt)
        document.set_result(result, render_version)

    def _candidate(self, generation: CandidateSet, face: FaceInput, seed: int) -> Generator[Request, Any, None]:
        if not generation.has(face.key, seed):
            made: Candidate = yield TextureRequest(face.crop, face.layout, seed)
            generation.add(made)
            if made.notes:
                self.said.emit(notice(self.tr("Made with a smaller setting"), " ".join(map(engine_words, made.notes))))
            self.candidates_changed.emit()

    def _candidate_of_each(self, generation: CandidateSet, seed: int) -> Generator[Request, Any, None]:
        for face in generation.faces:
            yield from self._candidate(generation, face, seed)

    def _further(self, generation: CandidateSet, faces: Sequence[FaceInput], seed: int, count: int) -> Steps:
        """Candidates of the next seeds that a face does not have yet."""
        yield Plan(tuple(PlannedStep("texture") for _ in range(count * len(faces))))
        for face in faces:
            free = (number for number in range(seed, seed + count + 256) if not generation.has(face.key, number))
            for number in [next(free) for _ in range(count)]:
                yield from self._candidate(generation, face, number)

    # --- results follow what was chosen

    def _rebuild(self) -> None:
        """Put the result together again if what was chosen is not what it shows."""
        result = self._document.result
        if result is None or result.generation is None or self._runner.is_busy:
            return
        generation = result.generation
        choices = {
            face.key: self._choice_now(face.key) or result.choices[face.key]
            for face in generation.faces
            if face.key in result.choices
        }
        if any(not choice.equals(result.choices[key]) for key, choice in choices.items()):
            began_s = time.monotonic()
            self._runner.start(self._put_together(generation, choices, result.seed, began_s, is_rebuilt=True))

    def _choice_now(self, key: FaceKey) -> CandidateMix | None:
        """A face's own choice; the seed's own candidate where there is none."""
        work = next((one for one in self._faces() if key_of(one.alignment) == key), None)
        result = self._document.result
        if work is None or result is None:
            return None
        return work.choice or CandidateMix.whole(result.seed, CROP_PX)

    def _choices(
        self, generation: CandidateSet, faces: Sequence[FaceState], seed: int, result: Result | None
    ) -> dict[FaceKey, CandidateMix]:
        """For each face its own choice; else that of a result, if its candidates are still there; else the seed."""
        own = {key_of(work.alignment): work.choice for work in faces}
        choices = {}
        for face in generation.faces:
            shown = None if result is None else result.choices.get(face.key)
            choices[face.key] = own.get(face.key) or shown or CandidateMix.whole(seed, face.crop.alignment.crop_px)
        return choices

    def _has_damage(self) -> bool:
        if self._document.project is None or self._document.mask_is_empty:
            self.said.emit(
                notice(
                    self.tr("There is nothing to restore"), self.tr("Paint over the damage with the brush (B) first.")
                )
            )
            return False
        return True

    def _faces(self) -> tuple[FaceState, ...]:
        return () if self._document.project is None else self._document.project.faces

    def _begin_anew(self) -> None:
        """The candidates of a photo just opened are those of the result that was saved with it."""
        self.generation = None
        result, project = self._document.result, self._document.project
        if result is not None and project is not None and result.generation is None:
            is_current = self._document.result_is_current
            own = {key_of(one.alignment): one.choice for one in project.faces if one.choice is not None}
            choices = _saved_choices(result, own if is_current else {})
            plane = project.coverage if is_current else result.mask.coverage
            classes = project.classes if is_current else DEFAULT_TABLE
            mixes = {**own, **{key: one for key, one in choices.items() if one.is_mixed}}
            self.generation = CandidateSet.of_result(plane, classes, result.restoration, mixes)
            self._document.result = replace(result, generation=self.generation, choices=choices)
        self.candidates_changed.emit()

    def _say_no_network(self) -> None:
        text = self.tr("No face has damage for one; the rest was filled from its surroundings.")
        self.said.emit(notice(self.tr("No network was needed"), text))

    def _say_mixes_stay(self, seed: int) -> None:
        def use_it() -> None:
            for index, work in enumerate(self._faces()):
                if work.choice is not None and work.choice.is_mixed:
                    set_choice(
                        self._document, index, self.tr("Use seed {seed}").format(seed=seed), _whole(seed, work.choice)
                    )

        text = self.tr("A face keeps the parts that you chose; seed {seed} is among its candidates.").format(seed=seed)
        self.said.emit(
            notice(
                self.tr("Your choice stays"), text, (self.tr("Use seed {seed} for all of it").format(seed=seed), use_it)
            )
        )

    def _on_ready(self, ready: Ready) -> None:
        self._ready = ready


def _megapixels(photo: Photo) -> float:
    return photo.extent.pixel_count / 1e6


def _saved_choices(result: Result, own: Mapping[FaceKey, CandidateMix]) -> dict[FaceKey, CandidateMix]:
    """What a result of a file was put together from. Where the file does not say, as those of older programs do not, it
    is the face's ``own``, else the candidate's seed alone."""
    candidates = result.restoration.candidates
    told = result.restoration.choices or (None,) * len(candidates)
    return {
        key_of(one.alignment): choice or own.get(key_of(one.alignment)) or CandidateMix.whole(one.seed, CROP_PX)
        for one, choice in zip(candidates, told, strict=True)
    }


def _whole(seed: int, before: CandidateMix | None) -> CandidateMix:
    """One candidate for all of a face, at the strength that it has."""
    if before is None:
        return CandidateMix.whole(seed, CROP_PX)
    everywhere = before.plane >= 0
    return before.with_seed(everywhere, seed)
