"""LayoutPredictions: what stage 1 says of the current face beyond one layout: other layouts, and how sure it is."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from facerestore.editing.project import FaceState
from facerestore.values.errors import FaceRestoreError
from facerestore.values.layout import Layout, LayoutPrediction
from facerestore.values.request import LayoutRequest
from facerestore_gui.background.lazy_modules import layout_calculations
from facerestore_gui.document.document import Document
from facerestore_gui.editing.face_crops import FaceCrops
from facerestore_gui.editing.layout_edits import LayoutEdits
from facerestore_gui.look.step_label import translate
from facerestore_gui.tasks.task_runner import Calculation, Steps, TaskRunner

ALTERNATIVES: Final = 4
"""The best single guess, and three other layouts that the hole allows."""

_KEPT: Final = 32


@dataclass(eq=False)
class _Alternatives:
    """Of one frame and one mask."""

    frame: bytes
    revision: int
    layouts: list[Layout] = field(default_factory=list)


class LayoutPredictions(QObject):
    """The alternatives and the uncertainty of a layout. Asks the worker when somebody wants to see it, without blocking
    anything. ``runner`` is its own."""

    changed = Signal()
    """Alternatives came or went, or were chosen."""
    uncertainty_changed = Signal()
    failed = Signal(object)
    """A FaceRestoreError."""

    def __init__(
        self, document: Document, edits: LayoutEdits, crops: FaceCrops, runner: TaskRunner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document, self._edits, self._crops, self._runner = document, edits, crops, runner
        self._found: _Alternatives | None = None
        self._is_finding = False
        self._doubts: dict[int, tuple[Layout, NDArray[np.uint8]]] = {}
        self.shows_uncertainty = False
        runner.failed.connect(self._on_failed)
        runner.ended.connect(self.changed)
        document.opened.connect(self._on_opened)
        for signal in (document.layout_changed, document.faces_changed, document.current_face_changed):
            signal.connect(self._on_changed)
        document.mask_changed.connect(self.changed)
        document.hand_changed.connect(self.changed)

    # --- alternatives

    @property
    def alternatives(self) -> tuple[Layout, ...]:
        """Those found so far for the current face as it stands; alternative 0 first."""
        work, found = self._document.work, self._found
        if work is None or found is None or found.frame != work.alignment.key or found.revision != self._crops.revision:
            return ()
        return tuple(found.layouts)

    @property
    def is_finding(self) -> bool:
        """Whether alternatives are being asked for."""
        return self._is_finding and self._runner.is_busy

    @property
    def chosen(self) -> int:
        """Which alternative the layout goes back to; -1 if it is none of them."""
        work = self._document.work
        predicted = None if work is None else work.predicted
        if predicted is None:
            return -1
        # the very one first: two alternatives of a small hole may be equal
        same = [number for number, one in enumerate(self.alternatives) if one.labels is predicted.labels]
        equal = [number for number, one in enumerate(self.alternatives) if np.array_equal(one.labels, predicted.labels)]
        return next(iter(same + equal), -1)

    def equal_to(self, number: int) -> int:
        """The first alternative that an alternative equals: itself, or one before it."""
        layouts = self.alternatives
        return next(one for one, layout in enumerate(layouts) if np.array_equal(layout.labels, layouts[number].labels))

    def find(self) -> None:
        """Ask for the alternatives of the current face, unless they are there."""
        work = self._document.work
        if work is not None and len(self.alternatives) < ALTERNATIVES and not self._runner.is_busy:
            self._is_finding = True
            self._runner.start(self._find(work))
            self.changed.emit()

    def choose(self, number: int) -> None:
        """Work on with an alternative: one step of the history."""
        layouts = self.alternatives
        if 0 <= number < len(layouts):
            self._edits.take_prediction(
                layouts[number], translate("LayoutPredictions", "Alternative {number}").filled(number=number)
            )

    def choose_next(self, step: int) -> None:
        """The next alternative, or the one before; the first time, they are asked for."""
        count = len(self.alternatives)
        if count == 0:
            self.find()
        else:
            self.choose((self.chosen + step) % count if self.chosen >= 0 else 0)

    def _find(self, work: FaceState) -> Steps:
        revision = self._crops.revision
        crop = yield from self._crops.of(work)
        found = self._found = _Alternatives(work.alignment.key, revision)
        for number in range(ALTERNATIVES):
            prediction: LayoutPrediction = yield LayoutRequest(crop, number)
            found.layouts.append(prediction.layout)
            yield from self._note(prediction.layout, prediction)
            self.changed.emit()

    # --- uncertainty

    def show_uncertainty(self, *, shown: bool) -> None:
        self.shows_uncertainty = shown
        self._ask_for_doubt()
        self.uncertainty_changed.emit()

    def uncertainty(self, work: FaceState) -> NDArray[np.uint8] | None:
        """How unsure stage 1 is (S, S), 0 sure ... 255; what a person edited is certain. None while unknown."""
        if work.layout is None or work.predicted is None:
            return None
        held = self._doubts.get(id(work.predicted.labels))
        if held is None:
            return None
        return np.where(work.layout.labels == work.predicted.labels, held[1], 0).astype(np.uint8)

    def _ask_for_doubt(self) -> None:
        """The doubt of a layout that was opened from a file, or carried to another frame, is not known."""
        work = self._document.work
        if not self.shows_uncertainty or work is None or work.predicted is None or self._runner.is_busy:
            return
        if id(work.predicted.labels) not in self._doubts:
            self._is_finding = False
            self._runner.start(self._doubt_of(work, work.predicted))

    def _doubt_of(self, work: FaceState, predicted: Layout) -> Steps:
        crop = yield from self._crops.of(work)
        prediction: LayoutPrediction = yield LayoutRequest(crop)
        yield from self._note(predicted, prediction)

    def _note(self, layout: Layout, prediction: LayoutPrediction) -> Steps:
        doubt = yield Calculation(
            "layout", lambda progress, cancel: layout_calculations.uncertainty(prediction.probabilities)
        )
        self._keep_doubt(layout, doubt)
        self.uncertainty_changed.emit()

    def _keep_doubt(self, layout: Layout, doubt: NDArray[np.uint8]) -> None:
        if len(self._doubts) >= _KEPT:
            del self._doubts[next(iter(self._doubts))]
        # the layout is held as well, so that its identity is not given to another
        self._doubts[id(layout.labels)] = (layout, doubt)

    # --- keeping in step

    def _on_changed(self) -> None:
        self.changed.emit()
        self._ask_for_doubt()
        self.uncertainty_changed.emit()

    def _on_failed(self, error: FaceRestoreError) -> None:
        if self.shows_uncertainty:
            self.shows_uncertainty = False
            self.uncertainty_changed.emit()
        self.failed.emit(error)

    def _on_opened(self) -> None:
        self._found = None
        self._doubts.clear()
        self.changed.emit()
