"""LivePreview: what stage 2 makes of the current face while its layout is edited.

Stage 2 sees a whole crop and takes about as long for a part of it, so the whole crop is made; what lies farther from
the edit than its surroundings is kept from the preview before. A preview is no result: it is shown at the crop's own
resolution, and Generate puts the same seed and layout into the scan at its own.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from facerestore.editing.project import FaceState
from facerestore.values.cancellation import Cancelled
from facerestore.values.candidate import Candidate
from facerestore.values.errors import FaceRestoreError
from facerestore.values.request import TextureRequest
from facerestore_gui.background.lazy_modules import layout_calculations
from facerestore_gui.document.document import Document
from facerestore_gui.editing.face_crops import FaceCrops
from facerestore_gui.look.translation import QT_TRANSLATE_NOOP
from facerestore_gui.tasks.task_runner import Calculation, Steps, TaskRunner

_PAUSE_MS: Final = 250
"""So long nothing must change before a preview is made."""


class PreviewState(StrEnum):
    """What the live preview is at, in words."""

    PAUSED = QT_TRANSLATE_NOOP("PreviewState", "Paused")
    WAITING = QT_TRANSLATE_NOOP("PreviewState", "Waiting for the edit to end")
    WORKING = QT_TRANSLATE_NOOP("PreviewState", "Painting the preview")
    CURRENT = QT_TRANSLATE_NOOP("PreviewState", "Up to date")
    NO_LAYOUT = QT_TRANSLATE_NOOP("PreviewState", "Predict a layout first")
    NO_DAMAGE = QT_TRANSLATE_NOOP("PreviewState", "No damage in this face")
    FAILED = QT_TRANSLATE_NOOP("PreviewState", "Stopped by an error")


class LivePreview(QObject):
    """A preview that follows the edits of a layout. ``runner`` is its own; ``others`` is the one of the person's tasks,
    which go first; ``seed`` says what Generate would use. Nothing is ever cancelled for a preview: a newer edit waits
    for the one under way."""

    changed = Signal()
    failed = Signal(object)
    """A FaceRestoreError."""

    def __init__(
        self,
        document: Document,
        crops: FaceCrops,
        runner: TaskRunner,
        others: TaskRunner,
        seed: Callable[[], int],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._crops, self._runner, self._others = document, crops, runner, others
        self._seed = seed
        self.state = PreviewState.PAUSED
        self.shown: layout_calculations.Previewed | None = None
        """The preview of the current face, at its crop; None while there is none."""
        self._revision = 0
        self._begun_revision = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._begin)
        runner.failed.connect(self._on_failed)
        runner.ended.connect(self._go_on)
        others.ended.connect(self._go_on)
        document.opened.connect(self._forget)
        document.faces_changed.connect(self._forget)
        document.current_face_changed.connect(self._forget)
        document.mask_changed.connect(self._forget)
        document.hand_changed.connect(self._forget)
        document.references_changed.connect(self._forget)
        document.result_changed.connect(self._on_result)
        document.layout_changed.connect(self._on_edit)

    @property
    def is_on(self) -> bool:
        return self.state not in (PreviewState.PAUSED, PreviewState.FAILED)

    def set_on(self, *, on: bool) -> None:
        """Go on, or pause: then what was made is hidden, and nothing new is made."""
        if on == self.is_on:
            return
        self.shown = None
        self._timer.stop()
        self._tell(PreviewState.WAITING if on else PreviewState.PAUSED)
        if on:
            self._revision += 1
            self._timer.start()

    def _on_edit(self) -> None:
        self._revision += 1
        if self.is_on:
            self._timer.start()
            if self.state is not PreviewState.WORKING:
                self._tell(PreviewState.WAITING)

    def _forget(self) -> None:
        """What was shown is of another crop."""
        self.shown = None
        self._on_edit()
        self.changed.emit()

    def _on_result(self) -> None:
        """A result shows the same, and better; the next edit brings the preview back."""
        self.shown = None
        if self.is_on and self._document.result is not None:
            self._timer.stop()
            self._begun_revision = self._revision
            self._tell(PreviewState.CURRENT)

    def _begin(self) -> None:
        if not self.is_on or self._runner.is_busy or self._others.is_busy:
            return  # the end of either begins it
        self._begun_revision = self._revision
        work, project = self._document.work, self._document.project
        if project is None or work is None or work.layout is None:
            self._tell(PreviewState.NO_LAYOUT)
            return
        self._tell(PreviewState.WORKING)
        self._runner.start(self._made(work))

    def _made(self, work: FaceState) -> Steps:
        crop = yield from self._crops.of(work)
        if not crop.hole.any():
            self._tell(PreviewState.NO_DAMAGE)
            return
        assert work.layout is not None, "previews are begun for a layout"
        try:
            candidate: Candidate = yield TextureRequest(crop, work.layout, self._seed(), references=work.references)
        except Cancelled:
            # a task of the person's was cancelled, and with it all that waited
            self._revision += 1
            return
        before = self.shown
        made = yield Calculation("composite", lambda progress, cancel: layout_calculations.previewed(candidate, before))
        if self.is_on and self._crops.is_current(crop, self._document.work):
            self.shown = made
            self._tell(PreviewState.WAITING if self._is_behind else PreviewState.CURRENT)

    @property
    def _is_behind(self) -> bool:
        """Whether something changed since the last preview was begun."""
        return self._revision != self._begun_revision

    def _go_on(self) -> None:
        if self.is_on and self._is_behind and not self._runner.is_busy:
            self._timer.start()

    def _on_failed(self, error: FaceRestoreError) -> None:
        if self.is_on:
            self.shown = None
            self._timer.stop()
            self._tell(PreviewState.FAILED)
            self.failed.emit(error)

    def _tell(self, state: PreviewState) -> None:
        self.state = state
        self.changed.emit()
