"""The rows of the shortcuts: where an action is, what it does, its keys."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from facerestore_gui.actions.action_spec import plain_text
from facerestore_gui.actions.action_table import ACTIONS
from facerestore_gui.keys.held_keys import HELD_KEYS, digit_of
from facerestore_gui.keys.keys_without_action import KEYS_WITHOUT_ACTION
from facerestore_gui.keys.shortcuts import Shortcuts, native

_ROW_PX: Final = 24
_KEYS_PX: Final = 210
_NAME: Final = Qt.ItemDataRole.UserRole


class ShortcutTable(QTableWidget):
    """One row for every action, every held key, and for what the canvas does by itself, which cannot be changed. Keys
    that are not the first ones are bold."""

    def __init__(self, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        self.setAccessibleName(self.tr("Shortcuts"))
        self.setColumnCount(3)
        self.setHorizontalHeaderLabels([self.tr("Where"), self.tr("What"), self.tr("Keys")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        # one row with many keys would leave the words of all others no room: what is long goes on in a second line
        self.setWordWrap(True)
        self.verticalHeader().setMinimumSectionSize(_ROW_PX)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setColumnWidth(0, 80)
        self.setColumnWidth(2, _KEYS_PX)
        self._fill()
        shortcuts.changed.connect(self._show_keys)

    @property
    def chosen(self) -> str | None:
        """The name of the chosen row; None for what cannot be changed, and without any."""
        rows = self.selectionModel().selectedRows()
        return self._name_in(rows[0].row()) if rows else None

    def choose_first(self) -> None:
        self.setCurrentCell(0, 0)

    def choose(self, name: str) -> None:
        for row in range(self.rowCount()):
            if self._name_in(row) == name:
                self.setCurrentCell(row, 0)

    def narrow(self, wanted: str) -> None:
        """Show the rows in which a text occurs, and choose the first of them."""
        for row in range(self.rowCount()):
            text = " ".join(self._cell(row, column).text() for column in range(3))
            self.setRowHidden(row, wanted.casefold() not in text.casefold())
        if self.isRowHidden(self.currentRow()):
            shown = (row for row in range(self.rowCount()) if not self.isRowHidden(row))
            self.setCurrentCell(next(shown, -1), 0)

    def _fill(self) -> None:
        canvas = self.tr("Canvas")
        rows: list[tuple[str, str, str, str | None]] = [
            *((plain_text(spec.shown_menu), what_of(spec.name), "", spec.name) for spec in ACTIONS),
            *((canvas, what_of(spec.name), "", spec.name) for spec in HELD_KEYS),
            *(
                (
                    canvas,
                    QCoreApplication.translate("KeysWithoutAction", text),
                    QCoreApplication.translate("KeysWithoutAction", keys),
                    None,
                )
                for keys, text in KEYS_WITHOUT_ACTION
            ),
        ]
        self.setRowCount(len(rows))
        for row, (where, what, keys, name) in enumerate(rows):
            for column, text in enumerate((where, what, keys)):
                item = QTableWidgetItem(text)
                item.setData(_NAME, name)
                item.setToolTip(text)
                self.setItem(row, column, item)
        self._show_keys()

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        item = self.item(row, column)
        assert item is not None, "every cell is filled"
        return item

    def _name_in(self, row: int) -> str | None:
        name: str | None = self._cell(row, 0).data(_NAME)
        return name

    def _show_keys(self) -> None:
        for row in range(self.rowCount()):
            item, name = self._cell(row, 2), self._name_in(row)
            if name is not None:
                item.setText(", ".join(map(native, self._shortcuts.keys_of(name))))
                font = QFont(self.font())
                font.setBold(not self._shortcuts.is_default(name))
                item.setFont(font)


def what_of(name: str) -> str:
    """What an action or a held key does, in words."""
    for held in HELD_KEYS:
        if held.name == name:
            return QCoreApplication.translate("HeldKeys", held.text).format(digit=digit_of(name))
    spec = next(spec for spec in ACTIONS if spec.name == name)
    return spec.what
