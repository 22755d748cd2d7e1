"""LayoutController: what there is for the layout of the current face: its edits, alternatives and live preview."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from facerestore_gui.document.document import Document
from facerestore_gui.document.tool_settings import ToolSettings
from facerestore_gui.editing.face_crops import FaceCrops
from facerestore_gui.editing.layout_edits import LayoutEdits
from facerestore_gui.editing.layout_predictions import LayoutPredictions
from facerestore_gui.editing.live_preview import LivePreview
from facerestore_gui.tasks.task_runner import TaskRunner
from facerestore_gui.tasks.worker_client import WorkerClient


class LayoutController(QObject):
    """The parts for layouts. Each has a runner of its own, so that none ends what another began, nor what the person
    asked of ``others``."""

    failed = Signal(object)
    """A FaceRestoreError."""

    def __init__(
        self,
        document: Document,
        settings: ToolSettings,
        worker: WorkerClient,
        others: TaskRunner,
        seed: Callable[[], int],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.crops = FaceCrops(document, self)
        self._runners = [TaskRunner(worker, self) for _ in range(3)]
        for_edits, for_predictions, for_previews = self._runners
        self.edits = LayoutEdits(document, settings, self.crops, for_edits, self)
        self.predictions = LayoutPredictions(document, self.edits, self.crops, for_predictions, self)
        self.preview = LivePreview(document, self.crops, for_previews, others, seed, self)
        for_edits.failed.connect(self.failed)
        self.predictions.failed.connect(self.failed)
        self.preview.failed.connect(self.failed)

    @property
    def is_busy(self) -> bool:
        return any(runner.is_busy for runner in self._runners) or self.edits.is_busy

    def close(self) -> None:
        """End what is under way."""
        for runner in self._runners:
            runner.close()
