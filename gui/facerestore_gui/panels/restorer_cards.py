"""The ways to restore as cards, to be read and chosen from."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from facerestore.restoration.restorer_cards import card_of, time_on_card
from facerestore.restoration.restorers import RESTORERS, Restorer, can_be_used
from facerestore_gui.look.translation import engine_words, number, restorer_title

_WIDTH_PX = 560
_ABOUT_IT = 3
"""Sentences of a card that say what a way does and what it is for; the others say what it reads and how long it
takes."""


class RestorerCards(QDialog):
    """A dialog with a card for each way that can be chosen; a click on one chooses it. ``seconds_of``: how long a way
    took on this computer."""

    chosen = Signal(object)
    """A Restorer."""

    def __init__(self, seconds_of: Callable[[Restorer], float | None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Ways to restore"))
        self._seconds_of = seconds_of
        self.cards: dict[str, QRadioButton] = {}
        self._small: dict[str, QLabel] = {}
        inner = QWidget(self)
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(14, 12, 14, 12)
        self._rows.setSpacing(3)
        for one in RESTORERS.values():
            if can_be_used(one):
                self._add_card(one)
        self._rows.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def show_for(self, current: Restorer) -> None:
        """Show the cards with the present choice ticked, as high as they need and the screen has room."""
        for name, label in self._small.items():
            label.setText(self._facts(RESTORERS[name]))
        if current.name in self.cards:
            self.cards[current.name].setChecked(True)
            self.cards[current.name].setFocus()
        needed = self._rows.heightForWidth(_WIDTH_PX)
        self.resize(_WIDTH_PX, min(needed + 8, self.screen().availableGeometry().height() - 80))
        self.open()

    def _add_card(self, one: Restorer) -> None:
        title = QRadioButton(restorer_title(one), self)
        about, small = QLabel(self), QLabel(self)
        for label in (about, small):
            label.setWordWrap(True)
            label.setIndent(20)
        about.setText(" ".join(map(engine_words, card_of(one)[:_ABOUT_IT])))
        small.setObjectName("faint")
        title.setAccessibleDescription(about.text())
        title.clicked.connect(lambda: self._choose(one))
        if self.cards:
            self._rows.addSpacing(10)
        for widget in (title, about, small):
            self._rows.addWidget(widget)
        self.cards[one.name], self._small[one.name] = title, small

    def _facts(self, one: Restorer) -> str:
        told = list(card_of(one)[_ABOUT_IT:])
        if not one.chooses:
            told.append(time_on_card(one, self._seconds_of(one), number))
        return " ".join(map(engine_words, told))

    def _choose(self, one: Restorer) -> None:
        self.chosen.emit(one)
        self.accept()
