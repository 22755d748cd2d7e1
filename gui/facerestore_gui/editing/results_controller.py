"""ResultsController: everything about results, made and connected in one place."""

from PySide6.QtCore import QObject, Signal

from facerestore_gui.canvas.choice_item import ChoiceItem
from facerestore_gui.canvas.origin_item import OriginItem
from facerestore_gui.canvas.scene import CanvasScene
from facerestore_gui.canvas.tools import ToolBox
from facerestore_gui.canvas.tools.choice_tool import ChoiceTool
from facerestore_gui.document.document import Document
from facerestore_gui.document.kept_results import KeptResults
from facerestore_gui.document.tool_settings import ToolKind, ToolSettings
from facerestore_gui.editing.candidate_selection import CandidateSelection
from facerestore_gui.editing.restore_tasks import RestoreTasks
from facerestore_gui.tasks.task_runner import TaskRunner
from facerestore_gui.tasks.worker_client import WorkerClient

_ORIGIN_Z, _CHOICE_Z = 5, 25


class ResultsController(QObject):
    """The parts for results: ``restore_tasks`` makes candidates and results, ``kept`` keeps them, ``selection`` takes
    parts from candidates."""

    def __init__(
        self,
        document: Document,
        settings: ToolSettings,
        tools: ToolBox,
        worker: WorkerClient,
        runner: TaskRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.restore_tasks = RestoreTasks(document, runner, worker, self)
        self.kept = KeptResults(document, self)
        self.selection = CandidateSelection(document, self.restore_tasks, self)
        self.tool = ChoiceTool(document, settings, self.selection)
        tools.add(ToolKind.CHOOSE, self.tool)


class ResultOverlays(QObject):
    """What was invented, and which candidate is used where, over the photo."""

    changed = Signal()

    def __init__(
        self, scene: CanvasScene, document: Document, settings: ToolSettings, results: ResultsController
    ) -> None:
        super().__init__(scene)
        self._scene, self._document, self._settings, self._results = scene, document, settings, results
        self.shows_origin = False
        self._origin, self._choice = OriginItem(), ChoiceItem()
        self._origin.setZValue(_ORIGIN_Z)
        self._choice.setZValue(_CHOICE_Z)
        for item in (self._origin, self._choice):
            scene.addItem(item)
        results.tool.on_stroke = self._show_choice
        document.opened.connect(lambda: self.show_origin(shown=False))
        for signal in (scene.mode_changed, document.result_changed):
            signal.connect(self._show_origin)
        for signal in (
            scene.mode_changed,
            settings.changed,
            document.choice_changed,
            document.result_changed,
            document.current_face_changed,
            document.faces_changed,
        ):
            signal.connect(self._show_choice)

    def show_origin(self, *, shown: bool) -> None:
        """Where the result was generated, and where it was filled from its surroundings."""
        self.shows_origin = shown
        self._show_origin()
        self.changed.emit()

    def _show_origin(self) -> None:
        wanted = self.shows_origin and self._scene.shows_overlays
        self._origin.show_result(self._document.result if wanted else None)

    def _show_choice(self) -> None:
        work, choice = self._document.work, self._results.selection.choice
        wanted = self._settings.kind is ToolKind.CHOOSE and self._scene.shows_overlays and work is not None
        if not wanted or work is None:
            self._choice.show_choice(None, None, None)
        else:
            self._choice.show_choice(choice, work.alignment, self._results.tool.stroke)
