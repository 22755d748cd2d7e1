"""The list of shortcuts, made from the table of actions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facerestore_gui.actions import ACTIONS, KEYS_WITHOUT_ACTION


class ShortcutsDialog(QDialog):
    """All keys in one table, with a field to narrow it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        self.resize(720, 660)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText("Search")
        self._search.setAccessibleName("Search shortcuts")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._narrow)
        self._table = _table(_rows(), self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(self._search)
        rows.addWidget(self._table)
        rows.addWidget(buttons)

    def _narrow(self, wanted: str) -> None:
        for row in range(self._table.rowCount()):
            cells = [self._table.item(row, column) for column in range(3)]
            text = " ".join(cell.text() for cell in cells if cell is not None)
            self._table.setRowHidden(row, wanted.lower() not in text.lower())


def _rows() -> list[tuple[str, str, str]]:
    """Menu, what it does, keys."""
    rows = [
        (
            spec.menu.replace("&", ""),
            spec.tip or spec.text.replace("&", "").removesuffix("..."),
            ", ".join(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in spec.shortcuts),
        )
        for spec in ACTIONS
        if spec.shortcuts
    ]
    return rows + [("Canvas", text, keys) for keys, text in KEYS_WITHOUT_ACTION]


def _table(rows: list[tuple[str, str, str]], parent: QWidget) -> QTableWidget:
    table = QTableWidget(len(rows), 3, parent)
    table.setAccessibleName("Shortcuts")
    table.setHorizontalHeaderLabels(["Where", "What", "Keys"])
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(24)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.setColumnWidth(0, 80)
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            table.setItem(row, column, QTableWidgetItem(text))
    return table
