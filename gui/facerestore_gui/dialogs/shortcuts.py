"""The list of shortcuts, made from the table of actions, and the place to change them."""

from collections.abc import Mapping

from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from facerestore_gui.actions.action_spec import plain_text
from facerestore_gui.dialogs.shortcut_table import ShortcutTable, what_of
from facerestore_gui.keys.reserved_keys import note_on, refusal
from facerestore_gui.keys.shortcuts import Shortcuts, native, portable


class ShortcutsDialog(QDialog):
    """All keys in one table, with a field to narrow it, and below it what changes the chosen row. A change is made at
    once. Keys that something else has are only taken from it when the person says so. ``menu_keys``: the keys that
    open the menus of the window, with the menus' titles."""

    def __init__(
        self, shortcuts: Shortcuts, parent: QWidget | None = None, *, menu_keys: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(parent)
        self._shortcuts, self._menu_keys = shortcuts, menu_keys or {}
        self._wanted: tuple[str, ...] = ()
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(860, 700)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search shortcuts"))
        self._search.setClearButtonEnabled(True)
        self._table = ShortcutTable(shortcuts, self)
        self._keys = QKeySequenceEdit(self)
        self._keys.setMaximumSequenceLength(1)
        self._keys.setAccessibleName(self.tr("New keys"))
        field = self._keys.findChild(QLineEdit)
        assert field is not None, "Qt makes it of a line edit"
        # room for what Qt says in an empty one, in any language
        self._keys.setFixedWidth(max(150, field.fontMetrics().horizontalAdvance(field.placeholderText()) + 24))
        self._adds = QCheckBox(self.tr("&In addition"), self)
        self._adds.setToolTip(self.tr("Keep the present keys beside the new ones"))
        self._clear = self._button(self.tr("C&lear"), self.tr("Leave the chosen row without keys"))
        self._reset = self._button(self.tr("&Reset"), self.tr("Give the chosen row its first keys again"))
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        self._note.setMinimumHeight(2 * self._note.fontMetrics().lineSpacing())
        self._take = self._button(self.tr("&Take over"), self.tr("Give the keys to the chosen row"))
        self._leave = self._button(self.tr("Lea&ve them"), self.tr("Change nothing"))
        self._reset_all = self._button(self.tr("Reset &all..."), self.tr("Give every row its first keys again"))
        self._arrange()
        self._search.textChanged.connect(self._table.narrow)
        self._table.itemSelectionChanged.connect(self._on_chosen)
        self._keys.editingFinished.connect(self._on_keys)
        self._clear.clicked.connect(lambda: self._assign(()))
        self._reset.clicked.connect(lambda: self._want(shortcuts.defaults[self._name]))
        self._take.clicked.connect(lambda: self._assign(self._wanted))
        self._leave.clicked.connect(self._on_chosen)
        self._reset_all.clicked.connect(self._ask_reset_all)
        self._table.choose_first()

    @property
    def _name(self) -> str:
        return self._table.chosen or ""

    def choose(self, name: str) -> None:
        """Take a row in hand."""
        self._table.choose(name)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        return button

    def _arrange(self) -> None:
        label = QLabel(self.tr("&New keys"), self)
        label.setBuddy(self._keys)
        editor = QHBoxLayout()
        for widget in (label, self._keys, self._adds):
            editor.addWidget(widget)
        editor.addStretch(1)
        editor.addWidget(self._clear)
        editor.addWidget(self._reset)
        answer = QHBoxLayout()
        answer.addWidget(self._note, 1)
        answer.addWidget(self._take)
        answer.addWidget(self._leave)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._reset_all, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(self._search)
        rows.addWidget(self._table, 1)
        rows.addLayout(editor)
        rows.addLayout(answer)
        rows.addWidget(buttons)

    def _on_chosen(self) -> None:
        """Another row, or the end of a question."""
        is_changeable = bool(self._name)
        self._keys.clear()
        for widget in (self._keys, self._adds, self._clear, self._reset):
            widget.setEnabled(is_changeable)
        if is_changeable:
            self._clear.setEnabled(bool(self._shortcuts.keys_of(self._name)))
            self._reset.setEnabled(not self._shortcuts.is_default(self._name))
        self._say(
            self.tr("Choose the field and press the new keys.")
            if is_changeable
            else self.tr("What the canvas does with pointer and arrow keys stays as it is.")
        )

    def _on_keys(self) -> None:
        keys = portable(self._keys.keySequence())
        if not keys or not self._name:
            return
        menu = self._menu_keys.get(keys)
        refused = refusal(self._name, keys) or (
            None if menu is None else self.tr("{keys} is reserved: it opens the menu {menu}.")
        )
        if refused is not None:
            self._keys.clear()
            self._say(refused.format(keys=native(keys), menu=menu))
            return
        present = self._shortcuts.keys_of(self._name)
        if keys in present:
            self._say(self.tr("It has these keys already."))
        else:
            self._want((*present, keys) if self._adds.isChecked() else (keys,))

    def _want(self, wanted: tuple[str, ...]) -> None:
        """Give keys to the chosen row; if something else has them, ask first."""
        owners = {keys: owner for keys in wanted if (owner := self._shortcuts.owner_of(keys)) not in (None, self._name)}
        if not owners:
            self._assign(wanted)
            return
        self._wanted = wanted
        taken = [
            self.tr("{keys} belongs to “{action}”.").format(keys=native(keys), action=what_of(owner or ""))
            for keys, owner in owners.items()
        ]
        self._say(" ".join(taken), asks=True)

    def _assign(self, keys: tuple[str, ...]) -> None:
        self._shortcuts.assign(self._name, keys)
        self._on_chosen()
        notes = [note for note in map(note_on, keys) if note]
        self._say(" ".join([self.tr("Changed."), *notes]))

    def _ask_reset_all(self) -> None:
        buttons = QMessageBox.StandardButton
        question = self.tr("Give every action its first keys again?")
        if QMessageBox.question(self, self.windowTitle(), question) == buttons.Yes:
            self._shortcuts.reset_all()
            self._on_chosen()

    def _say(self, text: str, *, asks: bool = False) -> None:
        self._note.setText(text)
        self._note.setAccessibleName(text)
        self._take.setVisible(asks)
        self._leave.setVisible(asks)
        if asks:
            # not on "Take over": Enter must not take keys away
            self._leave.setFocus()
        QAccessible.updateAccessibility(QAccessibleEvent(self._note, QAccessible.Event.Alert))


def menu_keys_of(titles: list[str]) -> dict[str, str]:
    """The keys that open menus of these titles, with the titles as they are read."""
    found = {portable(QKeySequence.mnemonic(title)): plain_text(title) for title in titles}
    return {keys: title for keys, title in found.items() if keys}
