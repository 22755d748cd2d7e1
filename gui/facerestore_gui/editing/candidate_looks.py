"""CandidateLooks: candidates that are looked at over the photo, before one of them is used, and those just chosen."""

import hashlib
from collections import OrderedDict
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from facerestore.compositing.candidate_preview import PreviewGround
from facerestore.restoration.candidate_set import FaceInput, FaceKey
from facerestore.values.candidate_mix import CandidateMix
from facerestore_gui.background.lazy_modules import candidate_calculations
from facerestore_gui.document.document import Document
from facerestore_gui.document.result import Result
from facerestore_gui.document.view_state import ViewMode, ViewState
from facerestore_gui.editing.candidate_selection import CandidateSelection
from facerestore_gui.editing.restore_tasks import RestoreTasks
from facerestore_gui.look.screen_preview import ScreenPreview
from facerestore_gui.tasks.task_runner import Calculation, Steps, TaskRunner

_MOST_KEPT: Final = 40
"""Previews of a megabyte each: those of a face's candidates, for a part or two."""


class CandidateLooks(QObject):
    """The candidate that is looked at: under the pointer in the bar (``hovered``), or taken there (``pinned``) until it
    is used or left. It is shown as using it for the part in hand would show it. What was chosen is shown in the same
    way until the result has followed. Nothing of this is an edit. ``runner`` is its own."""

    changed = Signal()
    """Another candidate is looked at, or none, or what is seen of it has changed."""

    def __init__(
        self,
        document: Document,
        restore_tasks: RestoreTasks,
        selection: CandidateSelection,
        view: ViewState,
        runner: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._restore_tasks, self._selection = document, restore_tasks, selection
        self._view, self._runner = view, runner
        self.hovered: int | None = None
        self.pinned: int | None = None
        self._last: tuple[int, ...] = ()
        """The two that were looked at last, the latest one first."""
        self._restored: tuple[FaceInput, NDArray[np.bool_]] | None = None
        self._ground: tuple[Result, PreviewGround | None] | None = None
        self._made: OrderedDict[bytes, ScreenPreview] = OrderedDict()
        document.opened.connect(self._begin_anew)
        document.current_face_changed.connect(self._begin_anew)
        document.result_changed.connect(self._on_result_changed)
        document.edited.connect(self.leave)
        document.choice_changed.connect(lambda face: self.changed.emit())
        restore_tasks.candidates_changed.connect(self._keep_within)
        selection.changed.connect(self._on_selection_changed)
        view.mode_changed.connect(self._on_mode_changed)
        view.candidate_step_wanted.connect(self.go)

    # --- what the person looks at

    @property
    def seed(self) -> int | None:
        """The candidate that is looked at; None: the result itself is."""
        return self.pinned if self.hovered is None else self.hovered

    def hover(self, seed: int | None) -> None:
        """The pointer is over a candidate; None: over none any more, and what was there before comes back."""
        if seed is not None and not self.can_show:
            return
        if seed != self.hovered:
            self.hovered = seed
            self._tell()

    def look_at(self, seed: int) -> None:
        """Take a candidate in hand, and show it until it is used or left; nothing is shown of candidates that belong
        to a result which is still to come."""
        if seed not in self._selection.seeds:
            return
        if not self.can_show:
            self._selection.take_in_hand(seed)
            return
        if self._last[:1] != (seed,):
            self._last = (seed, *self._last[:1])
        self.pinned = seed
        self._selection.take_in_hand(seed)
        self._tell()

    def look_at_place(self, place: int) -> None:
        """The candidate at a place of the bar, counted from 0; nothing beyond its end."""
        seeds = self._selection.seeds
        if 0 <= place < len(seeds):
            self.look_at(seeds[place])

    def go(self, steps: int) -> None:
        """The next candidate, or one before."""
        self._selection.go(steps)
        if self._selection.seed is not None:
            self.look_at(self._selection.seed)

    def flip(self) -> None:
        """The other one of the two that were looked at last; at first the one in hand and the one in use."""
        seeds, choice = self._selection.seeds, self._selection.choice
        others = [*self._last[1:], *([] if choice is None else [choice.main_seed]), *seeds]
        now = self._last[0] if self._last else self._selection.seed
        other = next((one for one in others if one != now and one in seeds), None)
        if not self._last and now is not None:
            self._last = (now,)
        if other is not None:
            self.look_at(other)

    def use(self) -> None:
        """The candidate in hand for the part in hand. Who looks at it goes on looking, at the result."""
        was_looking = self._view.is_looking
        self._selection.use()
        if was_looking:
            self.leave()
            if self._view.mode is not ViewMode.SIDES and not self._view.shows_grid:
                self._view.set_mode(ViewMode.RESULT)

    def leave(self) -> None:
        """Back to the result."""
        if self.pinned is not None:
            self.pinned = None
            self._tell()

    def _tell(self) -> None:
        self._view.set_looking(is_looking=self.seed is not None)
        self.changed.emit()

    # --- what is seen

    @property
    def can_show(self) -> bool:
        """Whether the face's candidates can be laid over the result in sight: it is made of the same ones."""
        result = self._document.result
        return result is not None and result.candidate_set is self._restore_tasks.candidate_set

    @property
    def restored(self) -> NDArray[np.bool_] | None:
        """Where in the current face's crop (S, S) something of the photo is restored; None without candidates."""
        work, project, candidate_set = self._document.work, self._document.project, self._restore_tasks.candidate_set
        face = None if work is None or candidate_set is None else candidate_set.face(work.alignment.key)
        if face is None or project is None:
            return None
        if self._restored is None or self._restored[0] is not face:
            self._restored = (face, face.crop.restored_in(project.photo.extent))
        return self._restored[1]

    @property
    def square(self) -> tuple[int, int, int] | None:
        """The square (left, top, side) of the current face's crop that shows what is restored in it."""
        restored = self.restored
        return None if restored is None else _square_around(restored)

    def shown(self) -> list[ScreenPreview]:
        """What lies over the result now: the candidate that is looked at, and what was chosen since."""
        result, ground = self._document.result, self._present_ground()
        if result is None or ground is None or result.candidate_set is None:
            return []
        work = self._document.work
        current = None if work is None else work.alignment.key
        found = []
        for index, candidate in enumerate(result.restoration.candidates):
            key = candidate.alignment.key
            mix = self._restore_tasks.following.choice_now(key)
            if key == current and self.seed is not None and self.can_show:
                mix = self._selection.mix_with(self.seed)
            preview = None if mix is None else self._preview(result, ground, index, key, mix)
            if preview is not None and not preview.box.is_empty:
                found.append(preview)
        return found

    def of_candidate(self, seed: int) -> ScreenPreview | None:
        """What using a candidate of the current face would change; None where it cannot be shown."""
        result, ground, work = self._document.result, self._present_ground(), self._document.work
        if result is None or ground is None or work is None or not self.can_show:
            return None
        keys = [one.alignment.key for one in result.restoration.candidates]
        mix = self._selection.mix_with(seed)
        if mix is None or work.alignment.key not in keys:
            return None
        return self._preview(result, ground, keys.index(work.alignment.key), work.alignment.key, mix)

    def _preview(
        self, result: Result, ground: PreviewGround, index: int, key: FaceKey, mix: CandidateMix
    ) -> ScreenPreview | None:
        """Of a mix for a face of the result; None where it shows that already, or where candidates are missing."""
        candidate_set, shown = result.candidate_set, result.choices.get(key)
        face: FaceInput | None = None if candidate_set is None else candidate_set.face(key)
        if candidate_set is None or face is None or (shown is not None and shown.takes_same(mix)):
            return None
        if not all(candidate_set.has(key, seed) for seed in mix.seeds):
            return None
        name = hashlib.blake2b(repr((index, mix.seeds)).encode() + mix.plane.tobytes()).digest()
        made = self._made.get(name)
        if made is None:
            preview = ground.preview(index, candidate_set.chosen(face, mix))
            made = self._made[name] = ScreenPreview(preview, ground.coverage, result.picture)
            if len(self._made) > _MOST_KEPT:
                self._made.popitem(last=False)
        self._made.move_to_end(name)
        return made

    def _present_ground(self) -> PreviewGround | None:
        """What previews over the present result share. A result that was opened gets it in a thread, the first time
        that it is asked for."""
        result = self._document.result
        if result is None or result.ground is not None or not result.restoration.candidates:
            return None if result is None else result.ground
        if self._ground is not None and self._ground[0] is result:
            return self._ground[1]
        has_reason = self.seed is not None or self._view.shows_grid
        if has_reason and not self._runner.is_busy:
            self._runner.start(self._lay_ground(result))
        return None

    def _lay_ground(self, result: Result) -> Steps:
        ground = yield Calculation(
            "show", lambda progress, cancel: candidate_calculations.preview_ground(result.restoration, result.mask)
        )
        if result is self._document.result:
            self._ground = (result, ground)
            self.changed.emit()

    # --- keeping in step

    def _begin_anew(self) -> None:
        self.hovered = self.pinned = None
        self._last = ()
        self._tell()

    def _on_result_changed(self) -> None:
        self._made.clear()
        self._ground = None
        result = self._document.result
        if result is None or not result.is_rebuilt:
            self.leave()
        self.changed.emit()

    def _on_selection_changed(self) -> None:
        if self.seed is not None or self._view.shows_grid:
            self.changed.emit()

    def _on_mode_changed(self) -> None:
        """Whoever chooses a view, or begins to work on the photo, no longer looks at a candidate."""
        if not self._view.is_looking and self.seed is not None:
            self.hovered = self.pinned = None
            self.changed.emit()

    def _keep_within(self) -> None:
        seeds = self._selection.seeds
        self._last = tuple(one for one in self._last if one in seeds)
        if self.seed is not None and self.seed not in seeds:
            self._begin_anew()

    def close(self) -> None:
        """End what is under way."""
        self._runner.close()


def _square_around(hole: NDArray[np.bool_]) -> tuple[int, int, int]:
    """A square (left, top, side) that holds all of a hole, with some of what is around."""
    rows, columns = np.flatnonzero(hole.any(axis=1)), np.flatnonzero(hole.any(axis=0))
    height, width = hole.shape
    if not len(rows):
        return 0, 0, min(height, width)
    span = max(int(rows[-1] - rows[0]), int(columns[-1] - columns[0])) + 1
    side = min(max(round(span * 1.3), min(height, width) // 4), height, width)
    left = min(max(0, (int(columns[0]) + int(columns[-1]) + 1 - side) // 2), width - side)
    top = min(max(0, (int(rows[0]) + int(rows[-1]) + 1 - side) // 2), height - side)
    return left, top, side
