"""ResultFollowing: the result follows what was chosen among candidates, and how strong its detail is."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from facerestore.restoration.candidate_set import FaceKey
from facerestore.values.alignment import CROP_PX
from facerestore.values.candidate_mix import CandidateMix
from facerestore_gui.document.candidate_set import DamageCandidateSet
from facerestore_gui.document.document import Document
from facerestore_gui.tasks.task_runner import Steps, TaskRunner


class PutTogether(Protocol):
    """The task of a result of candidates that were made before. ``is_rebuilt``: as of ``Result``."""

    def __call__(
        self,
        candidate_set: DamageCandidateSet,
        choices: Mapping[FaceKey, CandidateMix],
        seed: int,
        *,
        is_rebuilt: bool,
    ) -> Steps: ...


class ResultFollowing(QObject):
    """Puts the result together again when what was chosen, or its detail, is not what it shows: as soon as what is done
    now has been done as a whole. ``detail``: how strong it is to be; ``put_together``: makes the result."""

    changed = Signal()
    """The result is about to follow, or is so no more."""

    def __init__(
        self,
        document: Document,
        runner: TaskRunner,
        detail: Callable[[], float],
        put_together: PutTogether,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._runner, self._detail, self._put_together = document, runner, detail, put_together
        self._followed: Mapping[FaceKey, CandidateMix] | None = None
        """What the result is being put together of that is to follow what was chosen; None while none is."""
        self.is_under_way = False
        """Whether the result is about to follow what was chosen: it is not old, but under way."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._follow)
        document.choice_changed.connect(lambda face: self.plan())
        runner.ended.connect(self.plan)

    @property
    def is_planned(self) -> bool:
        """Whether it is still to be looked at."""
        return self._timer.isActive()

    def plan(self) -> None:
        """Look at it when what is done now has been done as a whole."""
        self._timer.start()
        self._tell(is_under_way=self._choices_to_follow() is not None)

    def choice_now(self, key: FaceKey) -> CandidateMix | None:
        """A face's own choice; the seed's own candidate where there is none."""
        project, result = self._document.project, self._document.result
        faces = () if project is None else project.faces
        work = next((one for one in faces if one.alignment.key == key), None)
        if work is None or result is None:
            return None
        return work.choice or CandidateMix.whole(result.seed, CROP_PX)

    def _tell(self, *, is_under_way: bool) -> None:
        if is_under_way != self.is_under_way:
            self.is_under_way = is_under_way
            self.changed.emit()

    def _follow(self) -> None:
        result, choices = self._document.result, self._choices_to_follow()
        self._tell(is_under_way=choices is not None)
        if choices is None or result is None or result.candidate_set is None:
            return
        if not self._runner.is_busy or self._is_overtaken_by(choices):
            self._runner.start(self._following(result.candidate_set, choices, result.seed))

    def _following(
        self, candidate_set: DamageCandidateSet, choices: Mapping[FaceKey, CandidateMix], seed: int
    ) -> Steps:
        self._followed = choices
        try:
            yield from self._put_together(candidate_set, choices, seed, is_rebuilt=True)
        finally:
            self._followed = None

    def _is_overtaken_by(self, choices: Mapping[FaceKey, CandidateMix]) -> bool:
        """Whether the result under way would be of candidates that are no longer chosen. Of another strength it is
        waited for, so that a slider shows something on its way."""
        before = self._followed
        return before is not None and any(
            key not in before or not choice.takes_same(before[key]) for key, choice in choices.items()
        )

    def _choices_to_follow(self) -> dict[FaceKey, CandidateMix] | None:
        """What a result of the same candidates is to be made of; None if it is made of that already."""
        result = self._document.result
        if result is None or result.candidate_set is None:
            return None
        candidate_set = result.candidate_set
        choices = {
            face.key: self.choice_now(face.key) or result.choices[face.key]
            for face in candidate_set.faces
            if face.key in result.choices
        }
        is_as_chosen = all(choice.equals(result.choices[key]) for key, choice in choices.items())
        has_other_detail = bool(candidate_set.faces) and result.restoration.detail != self._detail()
        return None if is_as_chosen and not has_other_detail else choices
