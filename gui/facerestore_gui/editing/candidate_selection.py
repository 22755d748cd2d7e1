"""CandidateSelection: which candidate and which part of the face are in hand, and what is done with them."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from facerestore.values.candidate_mix import PART_NAMES as PARTS_OF_FACE
from facerestore.values.candidate_mix import CandidateMix, part_at, part_region
from facerestore_gui.document.document import Document
from facerestore_gui.document.edits.choice import set_choice
from facerestore_gui.editing.restore_tasks import RestoreTasks
from facerestore_gui.look.step_label import translate
from facerestore_gui.look.translation import part_name

WHOLE_FACE = "Whole face"
PART_NAMES = (WHOLE_FACE, *PARTS_OF_FACE)


class CandidateSelection(QObject):
    """The candidate and the part in hand. Every choice is an edit of the current face; the result follows by itself."""

    changed = Signal()
    """Another candidate or part is in hand."""

    def __init__(self, document: Document, restore_tasks: RestoreTasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._restore_tasks = document, restore_tasks
        self.seed: int | None = None
        """The candidate in hand."""
        self.part = WHOLE_FACE
        self._alone: int | None = None
        """The candidate that the current face is made of, where it is one alone."""
        restore_tasks.candidates_changed.connect(self._keep_within)
        document.current_face_changed.connect(self._keep_within)
        document.faces_changed.connect(self._keep_within)
        document.result_changed.connect(self._keep_within)

    @property
    def seeds(self) -> tuple[int, ...]:
        """The current face's candidates."""
        work = self._document.work
        return () if work is None else self._restore_tasks.seeds(work)

    @property
    def choice(self) -> CandidateMix | None:
        """What the current face's part of the result is made of; None while there is no result."""
        work = self._document.work
        return None if work is None else self._restore_tasks.choice(work)

    @property
    def strength(self) -> int:
        """Of the part in hand, 0...100."""
        choice = self.choice
        return 100 if choice is None else choice.strength_in(self._region(choice))

    def take_in_hand(self, seed: int) -> None:
        self.seed = seed
        self.changed.emit()

    def go(self, steps: int) -> None:
        """The next candidate, or one before."""
        seeds = self.seeds
        if seeds:
            at = seeds.index(self.seed) if self.seed in seeds else -max(0, steps)
            self.take_in_hand(seeds[(at + steps) % len(seeds)])

    def choose_part(self, part: str) -> None:
        self.part = part
        self.changed.emit()

    def mix_with(self, seed: int) -> CandidateMix | None:
        """What the face would be made of if a candidate were used for the part in hand."""
        choice = self.choice
        return None if choice is None else choice.with_seed(self._region(choice), seed)

    def is_used(self, seed: int) -> bool:
        """Whether all of the part in hand is of a candidate."""
        choice, mix = self.choice, self.mix_with(seed)
        return choice is not None and mix is not None and choice.takes_same(mix)

    def use(self) -> None:
        """The candidate in hand for the part in hand."""
        choice = self.choice
        if choice is not None and self.seed is not None:
            self._take(
                self._region(choice), translate("CandidateSelection", "Use candidate {seed}").filled(seed=self.seed)
            )

    def use_at(self, x_photo: float, y_photo: float) -> None:
        """The candidate in hand for the facial part under a place of the photo."""
        work = self._document.work
        if work is None or work.layout is None:
            return
        x, y = work.alignment.to_crop(np.array([[x_photo, y_photo]]))[0]
        part = part_at(work.layout, x, y)
        if part is not None:
            self._take(
                part_region(work.layout, part),
                translate("CandidateSelection", "Use candidate {seed}: {part}").filled(
                    seed=self.seed, part=part_name(part)
                ),
            )

    def use_along(self, region: NDArray[np.bool_]) -> None:
        """The candidate in hand where a stroke went over the crop (S, S)."""
        if region.any():
            self._take(region, translate("CandidateSelection", "Brush candidate {seed}").filled(seed=self.seed))

    def set_strength(self, percent: int, *, gesture: int = 0) -> None:
        """Of the part in hand, 0...100."""
        choice = self.choice
        if choice is not None and percent != self.strength:
            made = choice.with_strength(self._region(choice), percent)
            set_choice(
                self._document,
                self._document.current_face,
                translate("CandidateSelection", "Strength"),
                made,
                gesture=gesture,
            )

    def _take(self, region: NDArray[np.bool_], label: str) -> None:
        choice = self.choice
        if choice is None or self.seed is None:
            return
        made = choice.with_seed(region, self.seed)
        if not made.equals(choice):
            set_choice(self._document, self._document.current_face, label, made)

    def _region(self, choice: CandidateMix) -> NDArray[np.bool_]:
        work = self._document.work
        if self.part == WHOLE_FACE or work is None or work.layout is None:
            return np.ones(choice.plane.shape, np.bool_)
        return part_region(work.layout, self.part)

    def _keep_within(self) -> None:
        """The candidate in hand is one of the current face's; the one in use where that was made or chosen anew."""
        seeds, choice, before = self.seeds, self.choice, self._alone
        self._alone = None if choice is None or choice.is_mixed else choice.main_seed
        is_new = self._alone is not None and self._alone != before
        if choice is not None and choice.main_seed in seeds and (is_new or self.seed not in seeds):
            self.seed = choice.main_seed
        elif self.seed not in seeds:
            self.seed = seeds[0] if seeds else None
        self.changed.emit()
