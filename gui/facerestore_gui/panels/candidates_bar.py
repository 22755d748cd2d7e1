"""The candidates bar: versions of the current face to take parts from, strength, detail, and the results so far."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.identity_check import IdentityCheck, IdentityOutcome
from facerestore_gui.document.document import Document
from facerestore_gui.document.kept_results import KeptResults
from facerestore_gui.document.restore_settings import MOST_CANDIDATES, RestoreSettings
from facerestore_gui.editing.candidate_looks import CandidateLooks
from facerestore_gui.editing.candidate_selection import CandidateSelection
from facerestore_gui.editing.restore_tasks import RestoreTasks
from facerestore_gui.look.icons import untinted
from facerestore_gui.look.translation import engine_words
from facerestore_gui.panels.candidate_strip import CandidateStrip, Entry, set_up_strip
from facerestore_gui.panels.flow_layout import FlowLayout
from facerestore_gui.panels.part_chips import PartChips
from facerestore_gui.panels.section import PercentSlider, text_button, tip_with_keys

_KEPT_PX: Final = 40
_RESULTS_WIDE_PX: Final = 170


class _PartsArea(QScrollArea):
    """The room for the parts, which scroll where they do not fit. Qt's own bar, once shown, stays where it takes the
    width that makes it needed."""

    def __init__(self, parts: PartChips, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(parts.minimumSizeHint().height())
        self.setWidget(parts)
        self._parts = parts

    def fit(self) -> None:
        """Show the bar where the parts need it."""
        room = self.maximumViewportSize()
        fits = self._parts.heightForWidth(self.width()) <= room.height()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        self.setVerticalScrollBarPolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class CandidatesBar(QWidget):
    """The bar of candidates below the canvas. The one under the pointer is seen over the photo, one that is clicked
    stays there; Enter or a double click uses it for the part that is chosen beside it."""

    def __init__(
        self,
        document: Document,
        restore_tasks: RestoreTasks,
        selection: CandidateSelection,
        looks: CandidateLooks,
        kept: KeptResults,
        settings: RestoreSettings,
        actions: dict[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._restore_tasks, self._selection, self._kept = document, restore_tasks, selection, kept
        self._looks = looks
        self._gesture = 0
        self.setAccessibleName(self.tr("Candidates"))
        self._none = QLabel(self.tr("Versions of the chosen face appear here when it is restored."), self)
        self._none.setObjectName("faint")
        self._none.setWordWrap(True)
        self._list = CandidateStrip(self.tr("Candidates"), self)
        tip = self.tr("Point at a version of the chosen face to see it in the photo; Enter uses one")
        tip_with_keys(self._list, tip, actions["previous_candidate"], actions["next_candidate"])
        self._list.hovered.connect(looks.hover)
        self._list.looked.connect(looks.look_at)
        self._list.itemActivated.connect(lambda item: actions["use_candidate"].trigger())
        self._count = QSpinBox(self)
        self._count.setRange(1, MOST_CANDIDATES)
        self._count.setValue(settings.more_count)
        self._count.valueChanged.connect(settings.set_more_count)
        self._count.setAccessibleName(self.tr("How many more candidates"))
        self._count.setToolTip(self.tr("How many more candidates are made, one after the other"))
        self.parts = PartChips(document, selection, looks, self)
        # a face restored as a whole has more parts than a small window has lines beside the thumbnails
        self._parts_area = _PartsArea(self.parts, self)
        tip = self.tr("How much of the restoration is used for this part; at 0% it keeps the photo's own pixels")
        self.strength = PercentSlider(self.tr("Strength"), 1.0, tip, self)
        self.strength.pressed.connect(self._on_pressed)
        self.strength.moved.connect(self._on_strength)
        self.strength.released.connect(self._on_released)
        tip = self.tr(
            "How strong the fine detail is that a painted face borrows from visible skin and hair of the same photo, "
            "where the photo is finer than the networks paint; at 0% it has grain only"
        )
        self.detail = PercentSlider(self.tr("Detail"), restore_tasks.detail, tip, self)
        self.detail.moved.connect(restore_tasks.choose_detail)
        tip = self.tr("Results of this photo: Enter or a double click returns to one")
        self._results = QListWidget(self)
        set_up_strip(self._results, self.tr("Results so far"), _KEPT_PX)
        self._results.setToolTip(tip)
        self._results.setMaximumWidth(_RESULTS_WIDE_PX)
        self._results.itemActivated.connect(self._on_result)
        self._results_label = QLabel(self.tr("Results so far"), self)
        self._results_label.setObjectName("section")
        self._results_label.setBuddy(self._results)
        self._arrange(actions)
        for signal in (restore_tasks.candidates_changed, document.current_face_changed, document.opened):
            signal.connect(self._refresh)
        for signal in (selection.changed, document.choice_changed, document.result_changed, document.faces_changed):
            signal.connect(self._refresh)
        kept.changed.connect(self._refill_results)
        for signal in (restore_tasks.detail_changed, restore_tasks.restorer_changed):
            signal.connect(self._show_detail)
        self._refresh()
        self._refill_results()

    def _arrange(self, actions: dict[str, QAction]) -> None:
        left, middle, right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        more = text_button(actions["more_candidates"], self, self.tr("Make more"))
        names = {
            "use_candidate": self.tr("Use"),
            "flip_candidates": self.tr("Flip"),
            "candidate_grid": self.tr("Side by side"),
            "tool_choose": self.tr("Brush"),
        }
        buttons = [text_button(actions[name], self, text) for name, text in names.items()]
        for column, widgets in ((left, (self._none, self._list)), (right, (self._results_label, self._results))):
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(1)
        middle.addWidget(self._parts_area, 1)
        sliders = FlowLayout(self.strength, self.detail)
        sliders.setSpacing(8)
        middle.addLayout(sliders)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addLayout(left, 4)
        row.addLayout(middle, 3)
        row.addLayout(right)
        # over the whole width: in a column of their own they would take three lines of a small window
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 6, 10, 6)
        rows.addLayout(FlowLayout(*buttons, more, self._count))
        rows.addLayout(row)

    def _refresh(self) -> None:
        """Show the candidates, and say which one is in hand, and which are in use."""
        selection = self._selection
        choice = selection.choice
        entries = list(self._entries(choice))
        self._list.show_entries(entries, selection.seed)
        self._list.setVisible(bool(entries))
        self._none.setVisible(not entries)
        with QSignalBlocker(self.strength):
            self.strength.set_share(selection.strength / 100)
        self.strength.setEnabled(choice is not None and self._document.result is not None)
        self.parts.refresh()
        self._parts_area.fit()

    def _entries(self, choice: CandidateMix | None) -> Iterator[Entry]:
        work, candidate_set, square = self._document.work, self._restore_tasks.candidate_set, self._looks.square
        if work is None or candidate_set is None or square is None:
            return
        for place, seed in enumerate(self._selection.seeds, start=1):
            is_used = choice is not None and seed in choice.seeds
            said = self.tr("Candidate {number}, seed {seed}")
            if is_used:
                said = self.tr("Candidate {number}, seed {seed}, in use")
            said = "\n".join((said.format(number=place, seed=seed), *self._compared(seed, choice)))
            text = f"{seed}{self._doubt(seed)}" + (" \N{CHECK MARK}" if is_used else "")
            yield Entry(seed, candidate_set.pixels_of(work.alignment.key, seed), square, text, said)

    def _check(self, seed: int) -> IdentityCheck | None:
        work, candidate_set = self._document.work, self._restore_tasks.candidate_set
        if work is None or candidate_set is None or not candidate_set.has(work.alignment.key, seed):
            return None
        return candidate_set.check_of(work.alignment.key, seed)

    def _doubt(self, seed: int) -> str:
        """A mark beside a candidate that does not look like the photographs of the person."""
        check = self._check(seed)
        has_doubt = check is not None and check.outcome in (IdentityOutcome.DOUBTFUL, IdentityOutcome.UNLIKE)
        return " ?" if has_doubt else ""

    def _compared(self, seed: int, choice: CandidateMix | None) -> Iterator[str]:
        """What the comparison of a candidate with the photographs of the person says; nothing where there are none."""
        check = self._check(seed)
        if check is None or not check.photographs:
            return
        yield engine_words(check.sentence)
        used = None if choice is None or choice.is_mixed else self._check(choice.main_seed)
        if used is not None and used is not check:
            distance = f"{check.after.distance_to(used.after):.2f}"
            yield self.tr("{distance} away from the candidate in use").format(distance=distance)

    def _refill_results(self) -> None:
        with QSignalBlocker(self._results):
            self._results.clear()
            for kept in self._kept.results:
                item = QListWidgetItem(untinted(QPixmap.fromImage(kept.thumbnail)), str(kept.number))
                said = self.tr("Result {number}, seed {seed}").format(number=kept.number, seed=kept.seed)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
                item.setToolTip(said)
                item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
                self._results.addItem(item)
            self._results.setCurrentRow(self._kept.shown)
        for widget in (self._results, self._results_label):
            widget.setVisible(len(self._kept.results) > 1)

    def _show_detail(self) -> None:
        with QSignalBlocker(self.detail):
            self.detail.set_share(self._restore_tasks.detail)
        restorer = self._restore_tasks.restorer
        self.detail.setEnabled(restorer.needs_face or restorer.chooses)

    def _on_strength(self, share: float) -> None:
        self._selection.set_strength(round(share * 100), gesture=self._gesture)

    def _on_pressed(self) -> None:
        """One drag is one step of the history; each key is one of its own."""
        self._gesture = self._document.next_gesture()

    def _on_released(self) -> None:
        self._gesture = 0
        self._document.end_gesture()

    def _on_result(self, item: QListWidgetItem) -> None:
        self._restore_tasks.go_back(self._kept.results[self._results.row(item)])
