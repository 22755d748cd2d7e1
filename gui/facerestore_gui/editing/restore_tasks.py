"""RestoreTasks: candidates from the worker, and results put together from those that the person chose."""

import itertools
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facerestore.editing.project import FaceState, Project
from facerestore.restoration.backend import Ready
from facerestore.restoration.candidate_set import FaceInput, FaceKey
from facerestore.restoration.restorers import Restorer, default_restorer
from facerestore.restoration.steps import Calculation, Plan, PlannedStep
from facerestore.values.candidate import Candidate
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.layout import Layout
from facerestore.values.request import DEFAULT_DETAIL
from facerestore_gui.background.lazy_modules import candidate_calculations, face_search, recipe
from facerestore_gui.document.candidate_set import DamageCandidateSet
from facerestore_gui.document.document import Document
from facerestore_gui.document.edits.choice import set_choice
from facerestore_gui.document.edits.layout import set_prediction
from facerestore_gui.document.kept_results import KeptResult
from facerestore_gui.document.result import Result
from facerestore_gui.editing import restore_messages
from facerestore_gui.editing.candidate_choices import choices_for, renumbered_mixes, saved_candidates, whole
from facerestore_gui.editing.restore_plan import megapixels, whole_plan
from facerestore_gui.editing.result_following import ResultFollowing
from facerestore_gui.look.step_label import translate
from facerestore_gui.look.translation import engine_words
from facerestore_gui.tasks.messages import notice
from facerestore_gui.tasks.task_runner import Steps, TaskRunner
from facerestore_gui.tasks.worker_client import WorkerClient

if TYPE_CHECKING:
    from facerestore.restoration.recipe import RestorationRequest


class RestoreTasks(QObject):
    """The tasks of a restoration. Makes candidates, and a new result whenever what was chosen among them has
    changed."""

    said = Signal(object)
    """A Message."""
    candidates_changed = Signal()
    """A candidate was made, or the faces have others."""
    candidate_made = Signal()
    restorer_changed = Signal()
    detail_changed = Signal()
    seed_wanted = Signal(int)
    """The person wants to go on with another seed."""

    def __init__(
        self, document: Document, runner: TaskRunner, worker: WorkerClient, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._runner = document, runner
        self._ready = Ready()
        self.restorer: Restorer = default_restorer()
        """The way in which the next result is made."""
        self.may_begin: Callable[[Restorer, Callable[[], object]], bool] = lambda restorer, again: True
        """Whether a restoration may begin; what is to be called when it may, if not yet."""
        self.look_for_faces: Callable[[], Steps] = _no_steps
        """The task of looking for the faces of the open photo."""
        self.detail = DEFAULT_DETAIL
        """How strong borrowed detail is in the next result, 0...1."""
        self.candidate_set: DamageCandidateSet | None = None
        """Where the candidates of the open photo are; None before the first."""
        self._said_outside = ""
        """What was said last of damage outside the faces: said once, not with every result."""
        document.opened.connect(self._begin_anew)
        self.following = ResultFollowing(document, runner, lambda: self.detail, self._put_together_again, self)
        worker.ready.connect(self._on_ready)

    # --- what the person asks for

    def choose_restorer(self, restorer: Restorer) -> None:
        if restorer is not self.restorer:
            self.restorer = restorer
            self.restorer_changed.emit()

    def choose_detail(self, strength: float) -> None:
        """0...1; a result of the present candidates follows."""
        if strength != self.detail:
            self.detail = strength
            self.detail_changed.emit()
            self.following.plan()

    def generate(self, seed: int) -> None:
        """A result of a seed for all faces; those with parts of several candidates keep them. Nothing but a message
        where that is the result in sight."""
        if self._has_damage() and self.may_begin(self.restorer, lambda: self.generate(seed)):
            if self._shows_result_of(seed):
                self._say_same_again(seed)
                return
            for index, work in enumerate(self._faces()):
                if work.choice is not None and not work.choice.is_mixed and work.choice.main_seed != seed:
                    set_choice(self._document, index, translate("RestoreTasks", "New seed"), whole(seed, work.choice))
            self._runner.start(self._restore(seed))

    def generate_more(self, first_seed: int, count: int) -> None:
        """So many further candidates of the current face, one after the other; a result of the first one, if there
        is none yet."""
        if self._has_damage() and self.may_begin(self.restorer, lambda: self.generate_more(first_seed, count)):
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
        if not self.may_begin(self.restorer, lambda: self.redo_face(seed)):
            return
        set_choice(
            self._document,
            self._document.current_face,
            translate("RestoreTasks", "Redo face"),
            whole(seed, work.choice),
        )
        self._runner.start(self._restore(seed, others_stay=True))

    def go_back(self, kept: KeptResult) -> None:
        """Show a result that was made before; mask and layouts stay as they are."""
        live = kept.candidates.live
        if live is None:
            self._runner.start(self._read_back(kept))
        else:
            self._take_up(kept, live)
            self._runner.start(self._put_together_again(live, kept.choices, kept.seed))

    def _read_back(self, kept: KeptResult) -> Steps:
        """As ``go_back``, of candidates that are in files alone."""
        project = self._document.project
        assert project is not None, "it has results"
        stored, photo = kept.candidates.stored(), project.photo
        live: DamageCandidateSet = yield Calculation(
            "crop", lambda progress, cancel: candidate_calculations.read_candidates(stored, photo)
        )
        kept.candidates.take_in(live)
        self._take_up(kept, live)
        yield from self._put_together_again(live, kept.choices, kept.seed)

    def _take_up(self, kept: KeptResult, candidate_set: DamageCandidateSet) -> None:
        """The candidates of a kept result are those of the window, and the faces choose what it chose."""
        self.choose_restorer(candidate_set.restorer)
        if candidate_set.faces:
            self.choose_detail(kept.detail)
        self.candidate_set = candidate_set
        self.candidates_changed.emit()
        label = translate("RestoreTasks", "Return to result {number}").filled(number=kept.number)
        for index, work in enumerate(self._faces()):
            choice = kept.choices.get(work.alignment.key)
            if choice is not None and not (work.choice is not None and work.choice.equals(choice)):
                set_choice(self._document, index, label, choice)

    # --- what there is

    def seeds(self, work: FaceState) -> tuple[int, ...]:
        """The candidates of a face."""
        return () if self.candidate_set is None else self.candidate_set.seeds_of(work.alignment.key)

    def seconds_of(self, restorer: Restorer) -> float | None:
        """How long a way took on this computer, for a face if it paints faces, else for a photo; None where it was not
        used yet."""
        return self._runner.measured(_step_of(restorer))

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
        return None if result is None else result.choices.get(work.alignment.key)

    # --- tasks

    def _restore(self, seed: int, *, more: int = 0, others_stay: bool = False) -> Steps:
        began_s, document, restorer, detail = time.monotonic(), self._document, self.restorer, self.detail
        project, result = document.project, document.result
        assert project is not None, "asked before the task began"
        if project.lacks_search and restorer.looks_for_faces:
            self.said.emit(restore_messages.faces_first())
            yield from self.look_for_faces()
        current = document.work
        damaged, render_version = self._damaged(project), document.render_version
        wanted = tuple(work for work in project.faces if not work.is_skipped)

        def on_layout(face: int, layout: Layout) -> None:
            nonlocal render_version
            is_unchanged = document.render_version is render_version
            set_prediction(document, wanted[face].face, layout, for_result=True)
            render_version = document.render_version if is_unchanged else render_version

        unpainted = [work for work in wanted if seed not in self.seeds(work)]
        yield whole_plan(damaged, restorer, wanted, more or len(unpainted))
        request: RestorationRequest = yield Calculation(
            "crop", lambda progress, cancel: candidate_calculations.request_of(damaged, wanted, seed, detail, restorer)
        )
        faces = yield from recipe.face_inputs(request, on_layout)
        yield Plan((PlannedStep("crop", megapixels(damaged.photo)),))
        before = self.candidate_set
        candidate_set: DamageCandidateSet = yield Calculation(
            "crop",
            lambda progress, cancel: candidate_calculations.candidate_set_of(damaged, faces, request, before),
        )
        self.candidate_set = candidate_set
        self.candidates_changed.emit()
        stays = result if others_stay or more else None
        is_fresh = not candidate_set.painted
        choices = choices_for(candidate_set, wanted, seed, stays)
        if not more or result is None or not candidate_set.fits(project.faces) or not document.result_is_current:
            request = replace(request, seed=stays.seed if stays else seed)
            yield from self._put_together(candidate_set, choices, request, began_s, render_version)
            if is_fresh:
                self._note_time(candidate_set, time.monotonic() - began_s)
            if candidate_set.restorer.needs_face and not candidate_set.faces:
                self.said.emit(restore_messages.no_network())
            elif not (others_stay or more) and (renumbered := renumbered_mixes(before, candidate_set, choices)):
                self.said.emit(restore_messages.renumbered(renumbered))
            elif any(seed not in choice.seeds for choice in choices.values()) and not (others_stay or more):
                yield from self._candidate_of_each(candidate_set, seed)
                self._say_mixes_stay(seed)
        if more:
            chosen = None if current is None else candidate_set.face(current.alignment.key)
            yield from self._further(candidate_set, [chosen] if chosen else candidate_set.faces, seed, more)

    def _note_time(self, made: DamageCandidateSet, seconds: float) -> None:
        """How long the way took, of one that paints faces for each of them."""
        if made.faces or not made.restorer.needs_face:
            self._runner.note(_step_of(made.restorer), seconds / max(1, len(made.faces)))

    def _put_together_again(
        self,
        candidate_set: DamageCandidateSet,
        choices: Mapping[FaceKey, CandidateMix],
        seed: int,
        *,
        is_rebuilt: bool = False,
    ) -> Steps:
        """A result of candidates that were made before, as they are now chosen."""
        began_s, project, detail = time.monotonic(), self._document.project, self.detail
        assert project is not None, "tasks begin with an open photo"
        photo, faces = project.photo, tuple(work for work in project.faces if not work.is_skipped)
        request: RestorationRequest = yield Calculation(
            "crop",
            lambda progress, cancel: candidate_calculations.request_again(candidate_set, photo, faces, seed, detail),
        )
        yield from self._put_together(candidate_set, choices, request, began_s, is_rebuilt=is_rebuilt)

    def _put_together(
        self,
        candidate_set: DamageCandidateSet,
        choices: Mapping[FaceKey, CandidateMix],
        request: "RestorationRequest",
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
        now, faces, here = self._damaged(project), project.faces, document.render_version
        restoration = yield from recipe.put_together(
            request,
            candidate_set,
            lambda: self._ready,
            began_s=began_s,
            mixes=choices,
            on_candidate=self._on_candidate,
        )
        made: candidate_calculations.Shown = yield Calculation(
            "show",
            lambda progress, cancel: candidate_calculations.shown(restoration, request.changed, candidate_set, now),
        )
        if render_version is None:
            render_version = here if made.is_of_plane and candidate_set.fits(faces) else object()
        result = Result(
            restoration,
            made.picture,
            request.changed,
            request.seed,
            candidate_set,
            choices,
            is_rebuilt,
            ground=made.ground,
        )
        document.set_result(result, render_version)
        outside = [note for note in restoration.notes if getattr(note, "template", None) == face_search.OUTSIDE]
        if outside and not is_rebuilt and outside[0] != self._said_outside:
            self._said_outside = outside[0]
            self.said.emit(notice(self.tr("Not all of it lies in a face"), engine_words(outside[0])))

    def _on_candidate(self, made: Candidate) -> None:
        if made.notes:
            self.said.emit(notice(self.tr("Made with a smaller setting"), " ".join(map(engine_words, made.notes))))
        self.candidate_made.emit()
        self.candidates_changed.emit()

    def _candidate_of_each(self, candidate_set: DamageCandidateSet, seed: int) -> Steps:
        for face in candidate_set.faces:
            yield from recipe.candidate(candidate_set, face, seed, self._on_candidate)

    def _further(self, candidate_set: DamageCandidateSet, faces: Sequence[FaceInput], seed: int, count: int) -> Steps:
        """Candidates of the next seeds that a face does not have yet."""
        yield Plan(tuple(PlannedStep("texture") for _ in range(count * len(faces))))
        for face in faces:
            free = (number for number in range(seed, seed + count + 256) if not candidate_set.has(face.key, number))
            for number in [next(free) for _ in range(count)]:
                yield from recipe.candidate(candidate_set, face, number, self._on_candidate)

    def _has_damage(self) -> bool:
        if self._document.project is not None and self._document.mask_is_empty and self._document.result is not None:
            self._document.put_result_away()
            self.said.emit(restore_messages.nothing_masked())
            return False
        if self._document.project is None or self._document.mask_is_empty:
            self.said.emit(restore_messages.nothing_to_restore(holds=lambda: self._document.mask_is_empty))
            return False
        return True

    def _damaged(self, project: Project) -> "candidate_calculations.Damaged":
        return candidate_calculations.Damaged(
            photo=project.photo, plane=project.coverage.copy(), classes=project.classes, hand=project.hand
        )

    def _faces(self) -> tuple[FaceState, ...]:
        return () if self._document.project is None else self._document.project.faces

    def _begin_anew(self) -> None:
        """The candidates of a photo just opened are those of the result that was saved with it."""
        self.candidate_set = None
        self._said_outside = ""
        result, project = self._document.result, self._document.project
        if result is not None and project is not None and result.candidate_set is None:
            self.candidate_set, choices = saved_candidates(result, project, is_current=self._document.result_is_current)
            self._document.result = replace(result, candidate_set=self.candidate_set, choices=choices, others=())
        self.choose_restorer(default_restorer() if self.candidate_set is None else self.candidate_set.restorer)
        has_faces = self.candidate_set is not None and bool(self.candidate_set.faces)
        self.choose_detail(result.restoration.detail if result is not None and has_faces else DEFAULT_DETAIL)
        self.candidates_changed.emit()

    def _shows_result_of(self, seed: int) -> bool:
        """Whether the result in sight is what this seed would give now."""
        result, candidate_set = self._document.result, self.candidate_set
        if result is None or candidate_set is None or not self._document.result_is_current:
            return False
        is_alike = candidate_set.restorer is self.restorer and result.candidate_set is candidate_set
        has_other_detail = bool(candidate_set.faces) and result.restoration.detail != self.detail
        has_seed = not self.restorer.gives_several or result.seed == seed
        return is_alike and has_seed and not has_other_detail and candidate_set.fits(self._faces())

    def _say_same_again(self, seed: int) -> None:
        if not self.restorer.gives_several:
            self.said.emit(restore_messages.only_result())
            return
        other, result = self.unused_seed(), self._document.result

        def go_on() -> None:
            self.seed_wanted.emit(other)
            self.generate(other)

        message = restore_messages.same_result(seed, other, go_on, holds=lambda: self._document.result is result)
        self.said.emit(message)

    def _say_mixes_stay(self, seed: int) -> None:
        def use_it() -> None:
            label = translate("RestoreTasks", "Use seed {seed}").filled(seed=seed)
            for index, work in enumerate(self._faces()):
                if work.choice is not None and work.choice.is_mixed:
                    set_choice(self._document, index, label, whole(seed, work.choice))

        self.said.emit(restore_messages.mixes_stay(seed, use_it))

    def _on_ready(self, ready: Ready) -> None:
        self._ready = ready


def _no_steps() -> Steps:
    yield from ()


def _step_of(restorer: Restorer) -> PlannedStep:
    """A whole restoration: of a face, or by a way that paints no faces of a photo."""
    return PlannedStep(f"way-{restorer.name}")
