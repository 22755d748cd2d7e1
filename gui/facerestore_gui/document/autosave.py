"""Autosave: writes every edit of the document into a journal, which outlives the program if it is killed."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from facerestore.editing.commands import Command, HandEdit, MaskEdit, SetClasses, SetFraming
from facerestore.editing.face_commands import LayoutEdit
from facerestore_gui.document.document import Document
from facerestore_gui.document.kept_results import KeptResults

if TYPE_CHECKING:
    from facerestore.documents.journal import Journal

_PAUSE_MS: Final = 500
"""After this long, what there is of a drag is written though it has not ended."""
_PATIENCE_S: Final = 30.0
"""How long after a failure to try again."""

_log = logging.getLogger(__name__)


class Autosave(QObject):
    """The writer of a document's journal. ``root``: where journals are kept; None: nowhere, and nothing is written.
    ``seed``: the window's seed; ``photos``: the photos, and folders of them, that are being gone through; ``kept``: the
    results made so far.

    The engine's journal is imported with the first photo: the window opens without it.
    """

    failed = Signal(str)
    _journal_failed = Signal(str)

    def __init__(
        self,
        document: Document,
        root: Path | None,
        seed: Callable[[], int],
        photos: Callable[[], Sequence[Path]],
        kept: KeptResults,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._root, self._seed, self._photos, self._kept = document, root, seed, photos, kept
        self._journal: Journal | None = None
        self._journal_is_of: object = None
        """The project of that journal."""
        self._has_earlier = False
        self._waiting: list[Command] = []
        self._try_again_s = float("inf")
        self._is_told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._flush)
        self._journal_failed.connect(self._on_failure)
        if root is not None:
            document.opened.connect(self._begin)
            document.edited.connect(self._on_edited)
            document.faces_found.connect(self._on_faces_found)
            document.gesture_ended.connect(self._flush)
            document.result_changed.connect(self.keep_result)
            kept.changed.connect(self.keep_earlier)

    @property
    def folder(self) -> Path | None:
        """Where the open document's journal is."""
        return None if self._journal is None else self._journal.folder

    def when_safe(self, call: Callable[[], object]) -> None:
        """Call, in another thread, when all that the document holds now is on the disk; never if it cannot be."""
        if self._journal is not None:
            self._journal.when_safe(call)

    def mark_saved(self, project_file: Path, *, is_all: bool = True) -> None:
        """The document's project file was written. ``is_all``: all that the document holds is in it."""
        self._flush()
        if self._journal is not None:
            self._journal.mark_saved(project_file, self._document.project_state, is_all=is_all)

    def keep_up(self) -> None:
        """Wait until all that was done is on the disk, the result and the thumbnail too."""
        self._flush()
        if self._journal is not None:
            self._journal.wait()

    def close(self) -> None:
        """The document is closed as the person wanted: nothing is to be recovered."""
        self._timer.stop()
        self._waiting = []
        journal, self._journal = self._journal, None
        if journal is not None:
            journal.discard()

    def _begin(self) -> None:
        """A journal for a document just opened; that of the one before is not wanted any more."""
        self.close()
        self._is_told = False
        self._journal = self._begun()
        self.keep_earlier()

    def _begin_again(self) -> None:
        """After a failure. What the old journal holds stays until the new one holds more."""
        # what waits is in the state that the new journal begins with
        self._waiting = []
        failed, begun = self._journal, self._begun()
        if begun is not None:
            self._journal, self._is_told = begun, False
            self.keep_result()
            self.keep_earlier()
            if failed is not None:
                failed.discard()

    def _begun(self) -> "Journal | None":
        from facerestore.documents.journal import Journal
        from facerestore.documents.saved_project import Original, SavedProject, thumbnail
        from facerestore.files.png_file import encoded
        from facerestore.values.photo import PhotoMetadata

        self._try_again_s = float("inf")
        document, project, root = self._document, self._document.project, self._root
        if project is None or project.photo.path is None or root is None:
            return None
        photo = project.photo
        saved = SavedProject(
            Original.of(photo),
            project.coverage,
            project.faces,
            document.current_face,
            min(self._seed(), 2**31),
            classes=project.classes,
            framing=project.framing,
            hand=project.hand,
            faces_are_sought=project.faces_are_sought,
        )
        try:
            journal = Journal.begin(
                root,
                saved,
                project_file=document.project_file,
                project_state=document.project_state,
                is_edited=bool(document.unsaved_parts()),
                on_failure=lambda error: self._journal_failed.emit(str(error)),
            )
        except OSError as error:
            self._on_failure(str(error))
            return None
        if journal.has_failed:
            journal.discard()
            return None
        self._journal_is_of, self._has_earlier = project, False
        if self._photos():
            journal.keep_photos(self._photos())
        journal.keep_thumbnail(lambda: encoded(thumbnail(photo), PhotoMetadata()))
        return journal

    def _on_failure(self, reason: str) -> None:
        _log.warning("Autosave: %s", reason)
        self._try_again_s = time.monotonic() + _PATIENCE_S
        if not self._is_told:
            self._is_told = True
            self.failed.emit(reason)

    def _on_edited(self, command: Command) -> None:
        if time.monotonic() > self._try_again_s:
            self._begin_again()
            return
        if self._waiting and command.gesture != self._waiting[-1].gesture:
            had_faces = not isinstance(self._waiting[-1], MaskEdit | HandEdit | LayoutEdit | SetFraming)
            self._flush()
            if had_faces and not isinstance(command, MaskEdit | HandEdit | SetClasses | SetFraming):
                return  # the faces just written are as this edit left them
        self._waiting.append(command)
        if not command.gesture:
            self._flush()
        elif not self._timer.isActive():
            self._timer.start()

    def _flush(self) -> None:
        """Write what waits: one record for the pieces of a drag, of which a brush may make hundreds."""
        self._timer.stop()
        journal, project, waiting = self._journal, self._document.project, self._waiting
        self._waiting = []
        if journal is None or project is None or not waiting:
            return
        from facerestore.documents.journal_records import record_of_command

        journal.write(record_of_command(_merged(waiting), project, self._document.current_face))
        journal.sync()

    def _on_faces_found(self) -> None:
        from facerestore.documents.journal_records import FacesSet

        self._flush()
        if self._journal is not None and self._document.project is not None:
            record = FacesSet(self._document.project.faces, self._document.current_face, is_edit=False)
            self._journal.write(record)
            self._journal.sync()

    def keep_photos(self) -> None:
        """Other photos are being gone through."""
        if self._journal is not None:
            self._journal.keep_photos(self._photos())

    def keep_result(self) -> None:
        """The result with all candidates that there are now, in place of the one before; none where there is none."""
        from facerestore.documents.saved_project import Original, SavedProject, SavedResult

        result, project = self._document.result, self._document.project
        if self._journal is None or project is None:
            return
        if result is None:
            self._journal.forget_result()
            self.keep_earlier()
            return
        photo, others = project.photo, result.others_now()
        self._journal.keep_result(
            lambda: SavedProject(
                Original.of(photo),
                result.mask.coverage,
                results=(SavedResult.of(result.restoration, result.mask, result.seed, others),),
            )
        )

    def keep_earlier(self) -> None:
        """The results before that, with the candidates that there are now."""
        state = self._kept.state
        # while another photo is being opened, the journal is still that of the one before
        if self._journal is None or self._journal_is_of is not self._document.project:
            return
        self._has_earlier = self._has_earlier or any(one is not state.shown for one in state.results)
        if self._has_earlier:
            self._journal.keep_earlier(state.earlier)


def _merged(commands: Sequence[Command]) -> Command:
    """One command for those of a gesture; the last one stands for those that replace the faces."""
    first = commands[0]
    if isinstance(first, MaskEdit):
        return replace(
            first, patches=tuple(patch for one in commands if isinstance(one, MaskEdit) for patch in one.patches)
        )
    if isinstance(first, HandEdit):
        parts = [one for one in commands if isinstance(one, HandEdit)]
        patches = tuple(patch for one in parts for patch in one.patches)
        return replace(first, patches=patches, pixels=tuple(diff for one in parts for diff in one.pixels))
    if isinstance(first, LayoutEdit):
        return replace(
            first, patches=tuple(patch for one in commands if isinstance(one, LayoutEdit) for patch in one.patches)
        )
    return commands[-1]
