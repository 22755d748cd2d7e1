"""The batch window: a folder in, its restored photos out, while the person goes on working."""

import getpass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from facerestore.values.errors import FaceRestoreError
from facerestore.values.review import Verdict
from facerestore_gui.background.lazy_modules import batch_calculations
from facerestore_gui.dialogs.batch_table import BatchTable
from facerestore_gui.dialogs.restorers_button import RestorersButton
from facerestore_gui.files.batch_control import BatchControl, BatchState
from facerestore_gui.tasks.messages import message_of

_SIZE_PX: Final = (860, 640)


class BatchWindow(QDialog):
    """The window of a session's batch, beside the main window. Closing it stops nothing. ``photo_wanted``: the path of a photo to be opened in
    the editor."""

    photo_wanted = Signal(object)

    def __init__(self, batch: BatchControl, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._batch = batch
        self._suggested = ""
        self.setWindowTitle(self.tr("Restore a folder"))
        self.resize(*_SIZE_PX)
        self.photos = _Folder(self.tr("&Photos"), self.tr("The folder of the photos to restore"), self)
        self.results = _Folder(self.tr("&Results"), self.tr("Where results, records and the report go"), self)
        self.masks = _Folder(
            self.tr("&Masks"), self.tr("A folder of masks by the photos' names; empty: <photo>_mask beside each"), self
        )
        self.names = QLineEdit(batch_calculations.DEFAULT_PATTERN.text, self)
        self.names.setAccessibleName(self.tr("Names of the results"))
        self.names.setToolTip(
            self.tr(
                "{stem}: the photo's name, {number}: counted, {date}: today, {restorer}: the way to restore. "
                "The ending is added. A result that is there keeps its name."
            )
        )
        self.restorers = RestorersButton(self)
        self.recursive = QCheckBox(self.tr("Folders &below too"), self)
        self.projects = QCheckBox(self.tr("Use pro&jects beside photos"), self)
        self.projects.setToolTip(self.tr("With their mask, layouts, references and choices, as you saved them"))
        self.projects.setChecked(True)
        self.again = QCheckBox(self.tr("&Overwrite all earlier results"), self)
        self.again.setToolTip(self.tr("Without it only what is new or changed is restored"))
        self.retry = QCheckBox(self.tr("Try a&gain what failed"), self)
        self.watching = QCheckBox(self.tr("Go on watc&hing the folder"), self)
        self.watching.setToolTip(
            self.tr(
                "When all is done, photos and masks that arrive are restored too, and again when they change, until "
                "you stop it"
            )
        )
        self.table = BatchTable(batch, self)
        self.table.activated.connect(lambda index: self.photo_wanted.emit(batch.rows[index.row()].photo))
        self.table.setToolTip(self.tr("Enter or a double click opens the photo in the editor"))
        self.table.selectionModel().currentChanged.connect(self._show_state)
        self.reviewer = QLineEdit(getpass.getuser(), self)
        self.reviewer.setAccessibleName(self.tr("Reviewer"))
        self.reviewer.setToolTip(self.tr("Who gives the verdicts: it stands in the record of each result"))
        self.reviewer.setMaximumWidth(180)
        self.verdicts = {
            Verdict.ACCEPTED: self._verdict_button(self.tr("Accept"), Verdict.ACCEPTED, "A"),
            Verdict.CONSERVATIVE: self._verdict_button(self.tr("With caution"), Verdict.CONSERVATIVE, "C"),
            Verdict.REJECTED: self._verdict_button(self.tr("Reject"), Verdict.REJECTED, "R"),
        }
        self.table.reviewed.connect(self._on_reviewed)
        self._says = QLabel(self)
        self._says.setWordWrap(True)
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress"))
        self.look = self._button(self.tr("&List photos"), self._plan)
        self.start = self._button(self.tr("&Start"), self._start)
        self.start.setObjectName("primary")
        self.hold = self._button(self.tr("Pa&use"), self._pause)
        self.stop = self._button(self.tr("S&top"), batch.cancel)
        self.report = self._button(self.tr("Sho&w report"), self._show_report)
        self._arrange()
        for folder in (self.photos, self.results, self.masks):
            folder.chosen.connect(self._show_state)
        self.restorers.chosen.connect(self._show_state)
        self.photos.chosen.connect(self._suggest_results)
        batch.changed.connect(self._show_state)
        batch.failed.connect(self._say_failure)
        batch.ended.connect(self._on_ended)
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        # one that belongs to the main window stays above it, also above a photo that is opened from here
        handle = self.windowHandle()
        if handle is not None:
            handle.setTransientParent(None)
        super().showEvent(event)

    def suggest(self, photos: Path | None) -> None:
        """Begin with a folder, unless one was chosen."""
        if photos is not None and not self.photos.text:
            self.photos.set(photos)

    def _verdict_button(self, text: str, verdict: Verdict, key: str) -> QPushButton:
        button = self._button(text, lambda: self._give(verdict))
        button.setToolTip(self.tr("Key in the table: {key}").format(key=key))
        return button

    def _on_reviewed(self, row: int, verdict: Verdict) -> None:
        self._batch.review(row, verdict, self.reviewer.text().strip())

    def _give(self, verdict: Verdict) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            self.table.reviewed.emit(row, verdict)
            self.table.go_to_next(row)

    def _button(self, text: str, run: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    def _arrange(self) -> None:
        grid = QGridLayout()
        for row, folder in enumerate((self.photos, self.results, self.masks)):
            grid.addWidget(folder.label, row, 0)
            grid.addWidget(folder, row, 1)
        called = QLabel(self.tr("&Names"), self)
        called.setBuddy(self.names)
        grid.addWidget(called, 3, 0)
        grid.addWidget(self.names, 3, 1)
        options = QHBoxLayout()
        options.addWidget(self.restorers)
        for box in (self.recursive, self.projects, self.again, self.retry):
            options.addWidget(box)
        options.addStretch(1)
        more = QHBoxLayout()
        more.addWidget(self.watching)
        more.addStretch(1)
        review = QHBoxLayout()
        who = QLabel(self.tr("Re&viewer"), self)
        who.setBuddy(self.reviewer)
        for widget in (who, self.reviewer, *self.verdicts.values()):
            review.addWidget(widget)
        review.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.report)
        buttons.addStretch(1)
        for button in (self.look, self.hold, self.stop, self.start):
            buttons.addWidget(button)
        rows = QVBoxLayout(self)
        rows.addLayout(grid)
        rows.addLayout(options)
        rows.addLayout(more)
        rows.addWidget(self.table, 1)
        rows.addLayout(review)
        rows.addWidget(self._progress)
        rows.addWidget(self._says)
        rows.addWidget(self._note)
        rows.addLayout(buttons)

    # --- what is done

    def _wanted(self) -> "batch_calculations.BatchRequest":
        return batch_calculations.BatchRequest(
            photos=Path(self.photos.text),
            results=Path(self.results.text),
            masks=Path(self.masks.text) if self.masks.text else None,
            name=batch_calculations.NamePattern.parsed(self.names.text()),
            restorers=self.restorers.restorers,
            is_recursive=self.recursive.isChecked(),
            uses_projects=self.projects.isChecked(),
            overwrite=self.again.isChecked(),
        )

    def _plan(self) -> bool:
        """Whether it began to."""
        try:
            wanted = self._wanted()
        except FaceRestoreError as error:  # of the names
            self._say_failure(error)
            return False
        self._batch.plan(wanted, may_be_empty=self.watching.isChecked())
        return True

    def _start(self) -> None:
        # listed anew: a mask or a project may have been saved since
        self._batch.changed.connect(self._start_when_planned)
        if not self._plan():
            self._batch.changed.disconnect(self._start_when_planned)

    def _start_when_planned(self) -> None:
        if self._batch.state is BatchState.PLANNING:
            return
        self._batch.changed.disconnect(self._start_when_planned)
        begin = self._batch.watch if self.watching.isChecked() else self._batch.start
        begin(retry_failed=self.retry.isChecked())

    def _pause(self) -> None:
        self._batch.pause(on=self._batch.state is BatchState.RUNNING)

    def _show_report(self) -> None:
        if self._batch.page is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._batch.page)))

    def _suggest_results(self) -> None:
        """Beside the photos, until the person says where."""
        if self.photos.text and self.results.text in ("", self._suggested):
            photos = Path(self.photos.text)
            self._suggested = str(photos.with_name(f"{photos.name}_restored"))
            self.results.set(Path(self._suggested))

    # --- what is shown

    def _show_state(self) -> None:
        batch = self._batch
        can_begin = bool(self.photos.text and self.results.text) and not batch.is_under_way
        can_begin = can_begin and batch.state is not BatchState.PLANNING and bool(self.restorers.restorers)
        for field in (self.photos, self.results, self.masks, self.names, self.restorers):
            field.setEnabled(not batch.is_under_way)
        for box in (self.recursive, self.projects, self.again, self.retry, self.watching):
            box.setEnabled(not batch.is_under_way)
        chosen = self.table.currentIndex().row()
        can_judge = 0 <= chosen < len(batch.rows) and batch.rows[chosen].verdict is not None
        for button in self.verdicts.values():
            button.setEnabled(can_judge)
        self.look.setEnabled(can_begin)
        self.start.setEnabled(can_begin)
        self.hold.setEnabled(batch.state in (BatchState.RUNNING, BatchState.PAUSED))
        self.hold.setText(self.tr("Go &on") if batch.state is BatchState.PAUSED else self.tr("Pa&use"))
        self.stop.setEnabled(batch.state in (BatchState.RUNNING, BatchState.PAUSED))
        self.report.setEnabled(batch.page is not None)
        self._progress.setRange(0, 0 if batch.state is BatchState.PLANNING else max(1, len(batch.rows)))
        self._progress.setValue(batch.done if batch.is_under_way or batch.page else 0)
        self._says.setText(self._words())
        self._note.setText(batch.note)
        self._note.setVisible(bool(batch.note))

    def _words(self) -> str:
        batch = self._batch
        match batch.state:
            case BatchState.EMPTY:
                return self.tr("Choose the folder of the photos, and where the results go.")
            case BatchState.PLANNING:
                return self.tr("Looking through the folder ...")
            case BatchState.STOPPING:
                if batch.is_watching:
                    return self.tr("Stopping after the photos that are under way ...")
                return self.tr("Stopping after the present step ...")
            case BatchState.PAUSED if batch.is_watching:
                return self.tr("Paused; what arrives waits. {counts}").format(counts=self._watched_words())
            case BatchState.RUNNING if batch.is_watching:
                return self.tr("Watching. {counts}").format(counts=self._watched_words())
            case BatchState.PAUSED:
                return self.tr("Paused. {done} of {count} done.").format(done=batch.done, count=len(batch.rows))
            case BatchState.RUNNING:
                return self._running_words()
        counts = {state: sum(row.state == state for row in batch.rows) for state in ("restored", "failed", "set aside")}
        waiting = sum(row.state == "waiting" for row in batch.rows)
        if not any(counts.values()):
            return self.tr("{waiting} of {count} photos have a mask or a project.").format(
                waiting=waiting, count=len(batch.rows)
            )
        text = self.tr("{restored} restored, {failed} failed, {waiting} not begun.")
        failed = counts["failed"] + counts["set aside"]
        return text.format(restored=counts["restored"], failed=failed, waiting=waiting)

    def _watched_words(self) -> str:
        batch = self._batch
        count = {state: sum(row.state == state for row in batch.rows) for state in ("restored", "failed", "set aside")}
        text = self.tr(
            "{arrived} arrived. {restored} restored, {failed} failed, {under_way} under way, {rest} waiting."
        )
        return text.format(
            arrived=len(batch.arrived),
            restored=count["restored"],
            failed=count["failed"] + count["set aside"],
            under_way=sum(row.state == "working" for row in batch.rows),
            rest=sum(row.state in ("waiting", "skipped") for row in batch.rows),
        )

    def _running_words(self) -> str:
        batch, left_s = self._batch, self._batch.seconds_left
        text = self.tr("{done} of {count} done.").format(done=batch.done, count=len(batch.rows))
        if left_s is None:
            return text
        if left_s < 90:
            return text + " " + self.tr("About {n} s left.").format(n=f"{left_s:.0f}")
        if left_s < 5400:
            return text + " " + self.tr("About {n} min left.").format(n=f"{left_s / 60:.0f}")
        return text + " " + self.tr("About {n} h left.").format(n=f"{left_s / 3600:.1f}")

    def _say_failure(self, error: FaceRestoreError) -> None:
        self._says.setText(message_of(error).text)

    def _on_ended(self) -> None:
        self._show_state()
        if QApplication.activeWindow() is None:
            QApplication.alert(self)


class _Folder(QWidget):
    """A field for a folder, with a button that asks for it. ``chosen``: what it says has changed."""

    chosen = Signal()

    def __init__(self, name: str, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = QLineEdit(self)
        self._field.setToolTip(tip)
        self._field.setAccessibleName(name.replace("&", ""))
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(lambda: self.chosen.emit())
        self.label = QLabel(name, parent)
        self.label.setBuddy(self._field)
        browse = QPushButton(self.tr("Browse..."), self)
        browse.setAutoDefault(False)
        browse.setAccessibleName(self.tr("Browse: {name}").format(name=name.replace("&", "")))
        browse.clicked.connect(self._ask)
        self._title = tip
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._field, 1)
        row.addWidget(browse)

    @property
    def text(self) -> str:
        return self._field.text().strip()

    def set(self, folder: Path) -> None:
        self._field.setText(str(folder))

    def _ask(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self._title, self.text)
        if name:
            self._field.setText(name)
