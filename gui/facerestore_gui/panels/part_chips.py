"""PartChips: the parts of a face to choose from, each in the colour of the candidate that gives it now."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from facerestore.values.candidate_mix import CandidateMix, part_core
from facerestore.values.layout import Layout
from facerestore_gui.document.document import Document
from facerestore_gui.editing.candidate_looks import CandidateLooks
from facerestore_gui.editing.candidate_selection import PART_NAMES, WHOLE_FACE, CandidateSelection
from facerestore_gui.look.candidate_colours import candidate_colour
from facerestore_gui.look.icons import untinted
from facerestore_gui.look.translation import part_name
from facerestore_gui.panels.candidate_strip import draw_chip
from facerestore_gui.panels.flow_layout import FlowLayout

_CHIP_PX: Final = 15
_DENSITY: Final = 2
_MOST_COLOURS: Final = 4
_FEWEST_PX: Final = 12
_FEWEST_SHARE: Final = 0.04
"""A part of which fewer pixels of the crop, or less of its own, is restored is no choice."""
_LEAST_SHARE: Final = 0.1
"""A candidate gives a part from this share of it on: less is the rim of its neighbour."""


class PartChips(QWidget):
    """A button for each part of which something is restored. The one that is pressed is what *Use* and *Strength* are
    for; its number and colour are those of the candidate that gives the part, several colours of several."""

    def __init__(
        self, document: Document, selection: CandidateSelection, looks: CandidateLooks, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._document, self._selection, self._looks = document, selection, looks
        self._regions: dict[str, NDArray[np.bool_]] = {}
        self._made_for: tuple[Layout, NDArray[np.bool_]] | None = None
        self.setAccessibleName(self.tr("Part of the face"))
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        row = FlowLayout()
        for part in PART_NAMES:
            button = self._made(part)
            self.buttons[part] = button
            self._group.addButton(button)
            row.addWidget(button)
        self.setLayout(row)

    def _made(self, part: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("chip")
        button.setCheckable(True)
        button.setText(part_name(part))
        button.setIconSize(QSize(_CHIP_PX, _CHIP_PX))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._selection.choose_part(part))
        return button

    def refresh(self) -> None:
        """Show which parts there are, which one is in hand, and who gives what."""
        choice, work = self._selection.choice, self._document.work
        self._measure()
        has_result = choice is not None and self._document.result is not None
        for part, button in self.buttons.items():
            region = self._regions.get(part)
            in_hand = part == self._selection.part
            button.setVisible(part == WHOLE_FACE or in_hand or region is not None)
            button.setChecked(in_hand)
            button.setEnabled(has_result)
            least = 0.0 if part == WHOLE_FACE else _LEAST_SHARE
            givers = [] if choice is None or region is None or work is None else _givers(choice, region, least)
            self._show_givers(button, part, givers)
        self.updateGeometry()

    def _show_givers(self, button: QToolButton, part: str, givers: list[int]) -> None:
        seeds = self._selection.seeds
        places = [seeds.index(seed) for seed in givers if seed in seeds]
        button.setIcon(_icon(places))
        name = part_name(part)
        said = name
        if len(places) == 1:
            said = self.tr("{part}: from candidate {number}").format(part=name, number=places[0] + 1)
        elif places:
            numbers = ", ".join(str(place + 1) for place in sorted(places))
            said = self.tr("{part}: from candidates {numbers}").format(part=name, numbers=numbers)
        button.setAccessibleName(said)
        tip = self.tr("This part takes the candidate that is used, and this part's strength is set")
        button.setToolTip(f"{said}\n{tip}")

    def _measure(self) -> None:
        """Where each part is restored (S, S); parts of which nothing is are left out."""
        work, hole = self._document.work, self._looks.restored
        layout = None if work is None else work.layout
        if hole is None or layout is None:
            self._regions, self._made_for = {}, None
            return
        if self._made_for is not None and self._made_for[0] is layout and self._made_for[1] is hole:
            return
        self._made_for = (layout, hole)
        self._regions = {}
        for part in PART_NAMES:
            core = part_core(layout, part)
            restored = core & hole
            if int(restored.sum()) >= max(_FEWEST_PX, _FEWEST_SHARE * int(core.sum())):
                self._regions[part] = restored


def _givers(choice: CandidateMix, region: NDArray[np.bool_], least_share: float) -> list[int]:
    """The seeds that give a part, those of most pixels first."""
    counts = np.bincount(choice.plane[region], minlength=len(choice.seeds))
    order = [int(number) for number in np.argsort(-counts, kind="stable")]
    return [choice.seeds[number] for number in order if counts[number] > least_share * counts.sum()]


def _icon(places: list[int]) -> QIcon:
    """The number of one candidate on its colour, or the colours of several side by side."""
    side = _CHIP_PX * _DENSITY
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    if len(places) == 1:
        draw_chip(painter, QRectF(0, 0, side, side), places[0] + 1, candidate_colour(places[0]))
    for number, place in enumerate(places[:_MOST_COLOURS] if len(places) > 1 else ()):
        width = side / min(len(places), _MOST_COLOURS)
        painter.fillRect(QRectF(number * width, 0, width, side), candidate_colour(place))
    painter.end()
    return untinted(picture)
