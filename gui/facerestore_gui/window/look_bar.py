"""LookBar: which candidate is seen over the photo, and what can be done about it, as long as one is looked at."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from facerestore_gui.document.view_state import ViewState
from facerestore_gui.editing.candidate_looks import CandidateLooks
from facerestore_gui.editing.candidate_selection import CandidateSelection
from facerestore_gui.look.candidate_colours import candidate_colour, text_colour_on
from facerestore_gui.look.translation import part_name
from facerestore_gui.panels.section import text_button
from facerestore_gui.window.floating_bar import FloatingBar

_CHIP: Final = '<span style="background: {ground}; color: {colour}">&nbsp;<b>{number}</b>&nbsp;</span>&nbsp; '


class LookBar(FloatingBar):
    """A line at the upper edge of ``over``. Use, flip and back, for a candidate that stays; of one that is seen only
    while the pointer is over it, its name."""

    def __init__(
        self,
        looks: CandidateLooks,
        selection: CandidateSelection,
        view: ViewState,
        actions: dict[str, QAction],
        over: QWidget,
    ) -> None:
        super().__init__(over, Qt.Edge.TopEdge, hugs=True)
        self._looks, self._selection, self._view = looks, selection, view
        self.setObjectName("notice")
        self.setAccessibleName(self.tr("Candidate that is looked at"))
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        use = text_button(actions["use_candidate"], self, self.tr("Use"))
        flip = text_button(actions["flip_candidates"], self, self.tr("Flip"))
        back = QToolButton(self)
        back.setText(self.tr("Back"))
        back.setToolTip(self.tr("Show the result again  (Esc)"))
        back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        back.clicked.connect(looks.leave)
        self._buttons = (use, flip, back)
        for widget in (self._text, *self._buttons):
            self.row.addWidget(widget)
        for signal in (looks.changed, selection.changed, view.mode_changed, view.bars_changed):
            signal.connect(self._refresh)
        self._refresh()

    def natural_width(self) -> int:
        """Formatted words are measured a little narrower than they are."""
        return super().natural_width() + self._text.fontMetrics().averageCharWidth() * 3

    def _refresh(self) -> None:
        seed, seeds = self._looks.seed, self._selection.seeds
        if seed is None or seed not in seeds or self._view.shows_grid or self._view.holds_original:
            self.hide()
            return
        place = seeds.index(seed)
        text = self.tr("seed {seed}, for: {part}")
        if self._selection.is_used(seed):
            text = self.tr("seed {seed}, in use for: {part}")
        colour = candidate_colour(place)
        chip = _CHIP.format(ground=colour.name(), colour=text_colour_on(colour).name(), number=place + 1)
        self._text.setText(chip + text.format(seed=seed, part=part_name(self._selection.part)))
        stays = self._looks.pinned is not None
        for button in self._buttons:
            button.setVisible(stays)
        self.float_up()
