"""ResultsController: everything about results, made and connected in one place."""

from PySide6.QtCore import QObject

from facerestore_gui.document.document import Document
from facerestore_gui.document.kept_results import KeptResults
from facerestore_gui.document.view_state import ViewState
from facerestore_gui.editing.candidate_looks import CandidateLooks
from facerestore_gui.editing.candidate_selection import CandidateSelection
from facerestore_gui.editing.restore_tasks import RestoreTasks
from facerestore_gui.tasks.task_runner import TaskRunner
from facerestore_gui.tasks.worker_client import WorkerClient


class ResultsController(QObject):
    """The parts for results: ``restore_tasks`` makes candidates and results, ``kept`` keeps them, ``selection`` takes
    parts from candidates, ``looks`` shows them before."""

    def __init__(
        self, document: Document, worker: WorkerClient, runner: TaskRunner, view: ViewState, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.restore_tasks = RestoreTasks(document, runner, worker, self)
        self.kept = KeptResults(document, self)
        self.selection = CandidateSelection(document, self.restore_tasks, self)
        self.looks = CandidateLooks(document, self.restore_tasks, self.selection, view, TaskRunner(worker, self), self)
