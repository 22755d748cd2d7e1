"""The candidates bar: versions of the current face to take parts from, strength, detail, and the results so far."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.identity_check import IdentityCheck, IdentityOutcome
from facerestore_gui.document.document import Document
from facerestore_gui.document.kept_results import KeptResults
from facerestore_gui.document.restore_settings import MOST_CANDIDATES, RestoreSettings
from facerestore_gui.editing.candidate_selection import PART_NAMES, CandidateSelection
from facerestore_gui.editing.restore_tasks import RestoreTasks
from facerestore_gui.look.icons import untinted
from facerestore_gui.look.images import owned_image
from facerestore_gui.look.translation import engine_words, part_name
from facerestore_gui.panels.flow_layout import FlowLayout
from facerestore_gui.panels.section import PercentSlider, name_choice, named_row, text_button, tip_with_keys

_THUMBNAIL_PX: Final = 76
_KEPT_PX: Final = 40
_ROLE: Final = Qt.ItemDataRole.UserRole


class CandidatesBar(QWidget):
    """The bar of candidates below the canvas. A click takes one in hand; Enter or a double click uses it for the part
    that is chosen beside it."""

    def __init__(
        self,
        document: Document,
        restore_tasks: RestoreTasks,
        selection: CandidateSelection,
        kept: KeptResults,
        settings: RestoreSettings,
        actions: dict[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._restore_tasks, self._selection, self._kept = document, restore_tasks, selection, kept
        self._gesture = 0
        self.setAccessibleName(self.tr("Candidates"))
        self._none = QLabel(self.tr("Versions of the chosen face appear here when it is restored."), self)
        self._none.setObjectName("faint")
        self._none.setWordWrap(True)
        tip = self.tr("Versions of the chosen face, by seed; Enter uses one")
        self._list = _strip(self.tr("Candidates"), tip, _THUMBNAIL_PX, self)
        tip_with_keys(self._list, tip, actions["previous_candidate"], actions["next_candidate"])
        self._list.currentItemChanged.connect(self._on_chosen)
        self._list.itemActivated.connect(lambda item: actions["use_candidate"].trigger())
        self._count = QSpinBox(self)
        self._count.setRange(1, MOST_CANDIDATES)
        self._count.setValue(settings.more_count)
        self._count.valueChanged.connect(settings.set_more_count)
        self._count.setAccessibleName(self.tr("How many more candidates"))
        self._count.setToolTip(self.tr("How many more candidates are made, one after the other"))
        self._part = QComboBox(self)
        for part in PART_NAMES:
            self._part.addItem(part_name(part), part)
        name_choice(self._part, self.tr("Part of the face"))
        self._part.setToolTip(self.tr("Which part takes the candidate in hand, and which part's strength is set"))
        self._part.currentIndexChanged.connect(lambda: selection.choose_part(self._part.currentData()))
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
        self._made_of = QLabel(self)
        self._made_of.setObjectName("faint")
        tip = self.tr("Results of this photo: Enter or a double click returns to one")
        self._results = _strip(self.tr("Results so far"), tip, _KEPT_PX, self)
        self._results.itemActivated.connect(self._on_result)
        self._results_label = QLabel(self.tr("Results so far"), self)
        self._results_label.setObjectName("section")
        self._results_label.setBuddy(self._results)
        self._arrange(actions)
        for signal in (restore_tasks.candidates_changed, document.current_face_changed, document.opened):
            signal.connect(self._refill)
        for signal in (selection.changed, document.choice_changed, document.result_changed, document.faces_changed):
            signal.connect(self._refresh)
        kept.changed.connect(self._refill_results)
        for signal in (restore_tasks.detail_changed, restore_tasks.restorer_changed):
            signal.connect(self._show_detail)
        self._refill()
        self._refill_results()

    def _arrange(self, actions: dict[str, QAction]) -> None:
        more, use, brush = (actions[name] for name in ("more_candidates", "use_candidate", "tool_choose"))
        left, middle, right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        results = self._results_label, self._results
        for column, widgets in ((left, (self._none, self._list)), (right, results)):
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(1)
        buttons = text_button(use, self, self.tr("Use")), text_button(brush, self, self.tr("Brush"))
        middle.addLayout(FlowLayout(text_button(more, self, self.tr("Make more")), self._count, self._made_of))
        middle.addLayout(named_row(self.tr("For"), self._part, *buttons))
        middle.addWidget(self.strength)
        middle.addWidget(self.detail)
        middle.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(14)
        row.addLayout(left, 3)
        row.addLayout(middle)
        row.addLayout(right, 2)

    def _refill(self) -> None:
        work, candidate_set = self._document.work, self._restore_tasks.candidate_set
        seeds = self._selection.seeds
        with QSignalBlocker(self._list):
            self._list.clear()
            for seed in seeds:
                assert work is not None and candidate_set is not None, "only then there are candidates"  # noqa: PT018
                pixels = candidate_set.pixels_of(work.alignment.key, seed)
                item = QListWidgetItem(_icon(np.asarray(pixels >> 8, np.uint8)), "")
                item.setData(_ROLE, seed)
                item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
                self._list.addItem(item)
        self._list.setVisible(bool(seeds))
        self._none.setVisible(not seeds)
        self._refresh()

    def _refresh(self) -> None:
        """Say which candidate is in hand, and which are in use."""
        selection = self._selection
        choice = selection.choice
        used = () if choice is None else choice.seeds
        with QSignalBlocker(self._list):
            for row in range(self._list.count()):
                item = self._list.item(row)
                seed = int(item.data(_ROLE))
                is_used = seed in used
                said = self.tr("Candidate of seed {seed}, in use") if is_used else self.tr("Candidate of seed {seed}")
                said = "\n".join((said.format(seed=seed), *self._compared(seed, choice)))
                item.setText(f"{seed}{self._doubt(seed)}" + (" \N{CHECK MARK}" if is_used else ""))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
                item.setToolTip(said)
                if seed == selection.seed:
                    self._list.setCurrentItem(item)
        with QSignalBlocker(self.strength):
            self.strength.set_share(selection.strength / 100)
        with QSignalBlocker(self._part):
            self._part.setCurrentIndex(PART_NAMES.index(selection.part))
        has_result = choice is not None and self._document.result is not None
        self.strength.setEnabled(has_result)
        self._part.setEnabled(has_result)
        mixed = choice is not None and choice.is_mixed
        seeds = " + ".join(map(str, used))
        self._made_of.setText(self.tr("made of {seeds}").format(seeds=seeds) if mixed else "")
        self._made_of.setVisible(mixed)

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

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._selection.take_in_hand(int(item.data(_ROLE)))

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


def _strip(name: str, tip: str, side_px: int, parent: QWidget) -> QListWidget:
    """Thumbnails in one row that scrolls."""
    strip = QListWidget(parent)
    strip.setViewMode(QListView.ViewMode.IconMode)
    strip.setFlow(QListView.Flow.LeftToRight)
    strip.setWrapping(False)
    strip.setMovement(QListView.Movement.Static)
    strip.setIconSize(QSize(side_px, side_px))
    strip.setSpacing(2)
    strip.setUniformItemSizes(True)
    strip.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    strip.setFixedHeight(side_px + strip.fontMetrics().height() + 26)
    strip.setAccessibleName(name)
    strip.setToolTip(tip)
    return strip


def _icon(pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> QIcon:
    image = owned_image(np.ascontiguousarray(pixels), QImage.Format.Format_RGB888)
    side = _THUMBNAIL_PX * 2
    return untinted(QPixmap.fromImage(image.scaled(side, side, mode=Qt.TransformationMode.SmoothTransformation)))
