"""The question about places that repeat across a folder: a picture of each, and whether it is damage."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facerestore.values.damage_classes import CLASS_NAMES
from facerestore_gui.background.lazy_modules import repeated_calculations
from facerestore_gui.look.images import owned_image

if TYPE_CHECKING:
    from facerestore_gui.background.repeated_calculations import Question

_SIZE_PX: Final = (760, 600)


class RepeatedDialog(QDialog):
    """A dialog with a row for each place. ``answers``: what was said of them, by the indexes of the questions; those
    that were left open are not in it, and are asked about another time."""

    def __init__(self, questions: "Sequence[Question]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Damage that repeats"))
        self.resize(*_SIZE_PX)
        text = QLabel(
            self.tr(
                "These places look damaged in many scans of one size. Dust on the glass and the line of a roller do; "
                "a stamp, a frame number or a border that is printed on each card are no damage. What is damage goes "
                "into every mask of that size, what is none goes out of them."
            ),
            self,
        )
        text.setWordWrap(True)
        self.rows = [_Row(one, self) for one in questions]
        inner = QWidget(self)
        places = QVBoxLayout(inner)
        for row in self.rows:
            places.addWidget(row)
        places.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        self.all_damage = self._button(self.tr("&All are damage"), lambda: self._say_of_all(is_damage=True))
        self.none_damage = self._button(self.tr("&None is"), lambda: self._say_of_all(is_damage=False))
        self.use = self._button(self.tr("&Use answers"), self.accept)
        self.use.setObjectName("primary")
        later = self._button(self.tr("&Later"), self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.all_damage)
        buttons.addWidget(self.none_damage)
        buttons.addStretch(1)
        buttons.addWidget(later)
        buttons.addWidget(self.use)
        column = QVBoxLayout(self)
        column.addWidget(text)
        column.addWidget(area, 1)
        column.addLayout(buttons)

    @property
    def answers(self) -> "dict[int, repeated_calculations.Decision]":
        decision = repeated_calculations.Decision
        said = {row.index: row.is_damage for row in self.rows}
        return {index: decision.YES if yes else decision.NO for index, yes in said.items() if yes is not None}

    def _button(self, text: str, run: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    def _say_of_all(self, *, is_damage: bool) -> None:
        for row in self.rows:
            row.say(is_damage=is_damage)


class _Row(QWidget):
    """One place: its pictures, what is known of it, and the answer."""

    def __init__(self, question: "Question", parent: QWidget) -> None:
        super().__init__(parent)
        self.index = question.index
        kind = QCoreApplication.translate("DamageClasses", CLASS_NAMES[question.kind])
        about = self.tr("{kind}, {x} from the left, {y} from the top; in {seen} of {searched} scans").format(
            kind=kind, x=question.box.left, y=question.box.top, seen=question.seen, searched=question.searched
        )
        label = QLabel(about, self)
        label.setWordWrap(True)
        self.damage = QRadioButton(self.tr("Damage"), self)
        self.no_damage = QRadioButton(self.tr("No damage"), self)
        self.open = QRadioButton(self.tr("Decide later"), self)
        self.open.setChecked(True)
        answers = QButtonGroup(self)
        said = QHBoxLayout()
        for button in (self.damage, self.no_damage, self.open):
            button.setAccessibleName(f"{button.text()}: {about}")
            answers.addButton(button)
            said.addWidget(button)
        said.addStretch(1)
        words = QVBoxLayout()
        words.addWidget(label)
        words.addLayout(said)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        side = repeated_calculations.PICTURE_PX
        for pixels in question.pictures:
            picture = QLabel(self)
            picture.setFixedSize(side, side)
            picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
            picture.setPixmap(QPixmap.fromImage(owned_image(pixels, QImage.Format.Format_RGB32)))
            picture.setAccessibleName(about)
            row.addWidget(picture)
        row.addLayout(words, 1)

    @property
    def is_damage(self) -> bool | None:
        """None: nothing was said."""
        return None if self.open.isChecked() else self.damage.isChecked()

    def say(self, *, is_damage: bool) -> None:
        (self.damage if is_damage else self.no_damage).setChecked(True)
