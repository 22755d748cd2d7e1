"""A damage class: what it is called, its colour, and what is done about it."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from facerestore.values.damage_classes import DamageClass, Policy
from facerestore.values.damage_table import LONGEST_NAME, DamageKind
from facerestore_gui.actions.action_spec import plain_text
from facerestore_gui.look.damage_colours import class_name, colour_of, policy_name, policy_tip
from facerestore_gui.look.icons import swatch


class DamageClassDialog(QDialog):
    """A dialog for name, colour and treatment of a class of damage. ``chosen`` is the class as the person wants it;
    None: as it was. ``taken``: the names of the other classes, of which two could not be told apart."""

    def __init__(
        self, kind: DamageKind, *, is_new: bool, taken: Collection[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._taken = {name.casefold() for name in taken}
        self.chosen: DamageKind | None = None
        self._kind, self._colour = kind, QColor(colour_of(kind))
        self.setWindowTitle(self.tr("Add a class of damage") if is_new else self.tr("Change a class of damage"))
        self._name = QLineEdit(class_name(kind), self)
        self._name.setMaxLength(LONGEST_NAME)
        self._name.selectAll()
        self._policy = QComboBox(self)
        for policy in (Policy.RESTORE, Policy.FILL, Policy.PROTECT, Policy.KEEP):
            self._policy.addItem(policy_name(policy), policy)
        self._policy.setCurrentIndex(self._policy.findData(kind.policy))
        self._tip = QLabel(self)
        self._tip.setObjectName("faint")
        self._tip.setWordWrap(True)
        self._tip.setMinimumWidth(320)
        self._colour_button = QPushButton(self)
        self._colour_button.setAutoDefault(False)
        self._colour_button.clicked.connect(self._ask_colour)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        named = [(self.tr("&Name"), self._name), (self.tr("&Treatment"), self._policy)]
        # the colour of plain damage is the overlay's own, chosen in the panel
        self._colour_button.setVisible(kind.number != DamageClass.DAMAGE)
        if kind.number != DamageClass.DAMAGE:
            named.append((self.tr("&Colour"), self._colour_button))
        for text, widget in named:
            label = QLabel(text, self)
            label.setBuddy(widget)
            label.setMinimumWidth(label.sizeHint().width() + 3)  # letters overhang their own width
            widget.setAccessibleName(plain_text(text))
            form.addRow(label, widget)
        form.insertRow(2, "", self._tip)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.accepted.connect(self._accept)
        self._buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addLayout(form)
        rows.addStretch(1)
        rows.addWidget(self._buttons)
        self._name.textChanged.connect(self._refresh)
        self._policy.currentIndexChanged.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        named = self._name.text().strip()
        is_taken = named.casefold() in self._taken
        self._tip.setText(self.tr("Another class has this name.") if is_taken else policy_tip(self._chosen_policy()))
        self._colour_button.setIcon(swatch(self._colour))
        self._colour_button.setText(self._colour.name())
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(named) and named.isprintable() and not is_taken)

    def _chosen_policy(self) -> Policy:
        # what Qt gives back is a text
        return Policy(self._policy.currentData())

    def _ask_colour(self) -> None:
        chosen = QColorDialog.getColor(self._colour, self, self.tr("Colour of the class"))
        if chosen.isValid():
            self._colour = chosen
            self._refresh()

    def _accept(self) -> None:
        name, colour = self._name.text().strip(), self._colour.name()
        # what is as the program has it stays the program's, in whatever language that is
        self.chosen = replace(
            self._kind,
            policy=self._chosen_policy(),
            name=self._kind.name if name == class_name(self._kind) else name,
            colour=self._kind.colour if colour == colour_of(self._kind) else colour,
        )
        self.accept()
