"""The ways to restore as cards, to be read and chosen from."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from facerestore.restoration.restorer_cards import card_of, time_on_card
from facerestore.restoration.restorers import RESTORERS, Restorer, can_be_used
from facerestore_gui.look.translation import engine_words, restorer_title

_WIDTH_PX = 400
_ABOUT_IT = 3
"""Sentences of a card that say what a way does and what it is for; the others say what it reads and how long it
takes."""


class RestorerCards(QFrame):
    """A card for each way that can be chosen, in a window of its own that goes when the person looks elsewhere.
    ``seconds_of``: how long a way took on this computer."""

    chosen = Signal(object)
    """A Restorer."""

    def __init__(self, seconds_of: Callable[[Restorer], float | None], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Ways to restore"))
        self._seconds_of = seconds_of
        self.cards: dict[str, QRadioButton] = {}
        self._small: dict[str, QLabel] = {}
        inner = QWidget(self)
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(12, 10, 12, 10)
        self._rows.setSpacing(3)
        for one in RESTORERS.values():
            if can_be_used(one):
                self._add_card(one)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._scroll)
        self._inner = inner

    def open_beside(self, widget: QWidget, current: Restorer) -> None:
        """Show the cards by the left of a widget, within its screen, with the present choice ticked."""
        for name, label in self._small.items():
            label.setText(self._facts(RESTORERS[name]))
        if current.name in self.cards:
            self.cards[current.name].setChecked(True)
        screen = widget.screen().availableGeometry()
        height = self._rows.heightForWidth(_WIDTH_PX - self._scroll.verticalScrollBar().sizeHint().width() - 4)
        self.resize(_WIDTH_PX, min(height + 6, screen.height() - 40))
        corner = widget.mapToGlobal(QPoint(0, widget.height()))
        left = max(screen.left(), min(corner.x() + widget.width(), screen.right()) - self.width())
        top = max(screen.top(), min(corner.y(), screen.bottom() - self.height()))
        self.move(left, top)
        self.show()
        if current.name in self.cards:
            self.cards[current.name].setFocus()

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
            self._rows.addSpacing(9)
        for widget in (title, about, small):
            self._rows.addWidget(widget)
        self.cards[one.name], self._small[one.name] = title, small

    def _facts(self, one: Restorer) -> str:
        told = list(card_of(one)[_ABOUT_IT:])
        if not one.chooses:
            told.append(time_on_card(one, self._seconds_of(one)))
        return " ".join(map(engine_words, told))

    def _choose(self, one: Restorer) -> None:
        self.chosen.emit(one)
        self.close()
