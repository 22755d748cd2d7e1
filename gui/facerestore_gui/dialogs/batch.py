"""The batch window: a folder in, its restored photos out, while the person goes on working."""

import getpass
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
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
from facerestore_gui.dialogs.batch_words import batch_words
from facerestore_gui.dialogs.folder_field import FolderField
from facerestore_gui.dialogs.repeated import RepeatedDialog
from facerestore_gui.dialogs.restorers_button import RestorersButton
from facerestore_gui.files.batch_control import BatchControl
from facerestore_gui.files.batch_rows import BatchState
from facerestore_gui.files.suggested_paths import folder_beside
from facerestore_gui.tasks.messages import message_of

if TYPE_CHECKING:
    from facerestore_gui.background.repeated_calculations import Question

_SIZE_PX: Final = (860, 640)


class BatchWindow(QDialog):
    """The window of a session's batch, beside the main window. Closing it stops nothing. ``photo_wanted``: the path of
    a photo to be opened in the editor."""

    photo_wanted = Signal(object)

    def __init__(self, batch: BatchControl, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._batch = batch
        self._suggested = ""
        self.setWindowTitle(self.tr("Restore a folder"))
        self.resize(*_SIZE_PX)
        self.photos = FolderField(self.tr("&Photos"), self.tr("The folder of the photos to restore"), self)
        self.results = FolderField(self.tr("&Results"), self.tr("Where results, records and the report go"), self)
        self.masks = FolderField(
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
        self.projects = QCheckBox(self.tr("Use pro&jects of the photos"), self)
        self.projects.setToolTip(
            self.tr(
                "With their mask, layouts, references and choices, as you saved them: beside the photo, or in the "
                "program's own folder where the photo's may not be written"
            )
        )
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
        self.damage = QComboBox(self)
        self.damage.setAccessibleName(self.tr("Photos without a mask"))
        self.damage.setToolTip(
            self.tr("What is found is a guess: make the masks first and look at them, or review every result")
        )
        for text, caution in (
            (self.tr("Leave photos without a mask"), None),
            (self.tr("Find damage: only what is certain"), "CERTAIN"),
            (self.tr("Find damage: usual caution"), "USUAL"),
            (self.tr("Find damage: all"), "ALL"),
        ):
            self.damage.addItem(text, caution)
        self.make = self._button(self.tr("Ma&ke masks"), self._find)
        self.make.setToolTip(
            self.tr("Writes a mask of what looks damaged for each photo without one, to be looked at first")
        )
        self.ask = self._button("", self._ask)
        self.ask.setToolTip(self.tr("The same damage at one place of many scans: say once whether it is any"))
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
        self.damage.currentIndexChanged.connect(self._show_state)
        self.photos.chosen.connect(self._suggest_results)
        batch.changed.connect(self._show_state)
        batch.failed.connect(self._say_failure)
        batch.ended.connect(self._on_ended)
        batch.masks_found.connect(self._on_masks)
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        # one that belongs to the main window stays above it, also above a photo that is opened from here
        handle = self.windowHandle()
        if handle is not None:
            handle.setTransientParent(None)  # type: ignore[arg-type]
        super().showEvent(event)

    def suggest(self, photos: Path | None) -> None:
        """Begin with a folder, unless one was chosen."""
        if photos is not None and not self.photos.text:
            self.photos.set(photos)

    def continue_from(self, other: "BatchWindow") -> None:
        """Stand where another one stands, and say what was entered there."""
        self.setGeometry(other.geometry())
        self._suggested = other._suggested
        for mine, entered in ((self.masks, other.masks), (self.results, other.results), (self.photos, other.photos)):
            if entered.text:
                mine.set(Path(entered.text))
        self.names.setText(other.names.text())
        self.reviewer.setText(other.reviewer.text())
        self.restorers.choose(*(one.name for one in other.restorers.restorers))
        for box, ticked in zip(self._boxes, other._boxes, strict=True):
            box.setChecked(ticked.isChecked())
        self.damage.setCurrentIndex(other.damage.currentIndex())
        self.table.setCurrentIndex(self.table.model().index(other.table.currentIndex().row(), 0))
        self._show_state()

    @property
    def _boxes(self) -> tuple[QCheckBox, ...]:
        return self.recursive, self.projects, self.again, self.retry, self.watching

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
        for part in (self.damage, self.make, self.ask, self.watching):
            more.addWidget(part)
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
        caution = self.damage.currentData()
        return batch_calculations.BatchRequest(
            photos=Path(self.photos.text),
            results=Path(self.results.text),
            masks=Path(self.masks.text) if self.masks.text else None,
            name=batch_calculations.NamePattern.parsed(self.names.text()),
            restorers=self.restorers.restorers,
            found_damage=None if caution is None else batch_calculations.Caution[caution],
            is_recursive=self.recursive.isChecked(),
            uses_projects=self.projects.isChecked(),
            own_projects=self._batch.own_projects,
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
        begin = self._batch.watch if self.watching.isChecked() else self._batch.start
        self._when_planned(lambda: begin(retry_failed=self.retry.isChecked()))

    def _when_planned(self, begin: Callable[[], object]) -> None:
        """Listed anew first: a mask or a project may have been saved since."""
        batch = self._batch

        def go_on() -> None:
            if batch.state is not BatchState.PLANNING:
                batch.changed.disconnect(go_on)
                begin()

        batch.changed.connect(go_on)
        if not self._plan():
            batch.changed.disconnect(go_on)

    def _find(self) -> None:
        self._when_planned(self._find_when_planned)

    def _find_when_planned(self) -> None:
        batch = self._batch
        if batch.wanted is None or not batch.without_masks:
            return
        photos = batch.wanted.photos
        # where the batch looks for them; beside the photos only where masks lie already
        beside = photos if batch.has_masks else folder_beside(photos, "_masks") or photos
        folder = batch.wanted.masks or beside
        if folder != photos:
            self.masks.set(folder)
        batch.find_masks(folder)

    def _on_masks(self) -> None:
        if self._batch.questions:
            self._ask()

    def _ask(self) -> None:
        self._batch.ask(self._show_questions)

    def _show_questions(self, questions: "Sequence[Question]") -> None:
        dialog = RepeatedDialog(questions, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._batch.answer(dialog.answers))
        dialog.open()

    def _pause(self) -> None:
        self._batch.pause(on=self._batch.state is BatchState.RUNNING)

    def _show_report(self) -> None:
        if self._batch.page is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._batch.page)))

    def _suggest_results(self) -> None:
        """Beside the photos, until the person says where."""
        if self.results.text in ("", self._suggested):
            folder = folder_beside(Path(self.photos.text), "_restored")
            self._suggested = "" if folder is None else str(folder)
            self.results.set(folder)

    # --- what is shown

    def _show_state(self) -> None:
        batch = self._batch
        can_begin = bool(self.photos.text and self.results.text) and not batch.is_under_way
        can_begin = can_begin and batch.state is not BatchState.PLANNING and bool(self.restorers.restorers)
        for field in (self.photos, self.results, self.masks, self.names, self.restorers, self.damage):
            field.setEnabled(not batch.is_under_way)
        for box in self._boxes:
            box.setEnabled(not batch.is_under_way)
        chosen = self.table.currentIndex().row()
        can_judge = 0 <= chosen < len(batch.rows) and batch.rows[chosen].verdict is not None
        for button in self.verdicts.values():
            button.setEnabled(can_judge)
        self.make.setEnabled(can_begin and self.damage.currentData() is not None)
        self.ask.setText(self.tr("&Decide on repeated places ({count})").format(count=batch.questions))
        self.ask.setVisible(bool(batch.questions))
        self.ask.setEnabled(can_begin)
        self.look.setEnabled(can_begin)
        self.start.setEnabled(can_begin)
        self.hold.setEnabled(batch.state in (BatchState.RUNNING, BatchState.PAUSED))
        self.hold.setText(self.tr("Go &on") if batch.state is BatchState.PAUSED else self.tr("Pa&use"))
        self.stop.setEnabled(batch.state in (BatchState.RUNNING, BatchState.PAUSED, BatchState.FINDING))
        self.report.setEnabled(batch.page is not None)
        self._progress.setRange(0, 0 if batch.state is BatchState.PLANNING else max(1, batch.to_do))
        self._progress.setValue(batch.done if batch.is_under_way or batch.page else 0)
        self._says.setText(batch_words(batch, has_folders=bool(self.photos.text and self.results.text)))
        self._note.setText(batch.note)
        self._note.setVisible(bool(batch.note))

    def _say_failure(self, error: FaceRestoreError) -> None:
        self._says.setText(message_of(error).text)

    def _on_ended(self) -> None:
        self._show_state()
        if QApplication.activeWindow() is None:
            QApplication.alert(self)
