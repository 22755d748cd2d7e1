"""FileControl: which file to open or save, and whether work may be left. The files themselves are the
workflow's."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from facerestore_gui.dialogs.files import FileDialogs, suggested_layout, suggested_mask, suggested_result
from facerestore_gui.document import Document
from facerestore_gui.tasks import TaskRunner
from facerestore_gui.workflow import Workflow


class FileControl(QObject):
    """``dialogs`` may be replaced, as tests do."""

    opening = Signal()

    def __init__(
        self, document: Document, workflow: Workflow, runner: TaskRunner, dialogs: FileDialogs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document, self._workflow = document, workflow
        self.dialogs = dialogs
        self._once_saved: Callable[[], object] | None = None
        runner.ended.connect(self._on_task_ended)

    def ask_photo(self) -> None:
        path = self.dialogs.open_photo(self._folder())
        if path is not None:
            self.open_photo(path)

    def open_photo(self, path: Path, *, mask: Path | None = None, layout: Path | None = None) -> None:
        """Open a photo, unless the person wants to keep what is open."""
        go_on = partial(self._open, path, mask, layout)
        if self.may_leave(once_saved=go_on):
            go_on()

    def _open(self, path: Path, mask: Path | None, layout: Path | None) -> None:
        self.opening.emit()
        self._workflow.open(path, mask=mask, layout=layout)

    def save(self) -> bool:
        """The result to where it was saved last; the first time, ask where. False if the person does not say."""
        if self._workflow.result_path is None:
            return self.save_as()
        self._workflow.save_result(self._workflow.result_path)
        return True

    def save_as(self) -> bool:
        """The result to where the person says; False if they do not."""
        project = self._document.project
        if project is None or self._document.result is None:
            return False
        path = self.dialogs.save_result(self._workflow.result_path or suggested_result(project.photo))
        if path is not None:
            self._workflow.save_result(path)
        return path is not None

    def import_mask(self) -> None:
        path = self.dialogs.open_mask(self._folder())
        if path is not None:
            self._workflow.import_mask(path)

    def export_mask(self) -> None:
        if self._document.project is not None:
            path = self.dialogs.save_mask(suggested_mask(self._document.project.photo))
            if path is not None:
                self._workflow.export_mask(path)

    def load_layout(self) -> None:
        path = self.dialogs.open_layout(self._folder())
        if path is not None:
            self._workflow.load_layout(path)

    def save_layout(self) -> None:
        if self._document.project is not None:
            path = self.dialogs.save_layout(suggested_layout(self._document.project.photo))
            if path is not None:
                self._workflow.save_layout(path)

    def may_leave(self, *, once_saved: Callable[[], object]) -> bool:
        """Whether the open photo may be left: nothing is unsaved, or the person does not mind. Where they want
        it saved first, the answer is no, and ``once_saved`` is called when it is."""
        self._once_saved = None
        parts = self._document.unsaved_parts()
        if not parts:
            return True
        answer = self.dialogs.keep_unsaved(parts, can_save=self._document.has_unsaved_result)
        if answer == "save" and self.save():
            self._once_saved = once_saved
        return answer == "discard"

    def _folder(self) -> Path | None:
        project = self._document.project
        return None if project is None or project.photo.path is None else project.photo.path.parent

    def _on_task_ended(self) -> None:
        once_saved, self._once_saved = self._once_saved, None
        if once_saved is not None and not self._document.has_unsaved_result:
            # the others that listen to the end hear it before something new begins
            QTimer.singleShot(0, self, once_saved)
