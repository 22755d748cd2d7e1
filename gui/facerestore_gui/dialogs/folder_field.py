"""A field for a folder."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget


class FolderField(QWidget):
    """A field for a folder, with a button that asks for it. ``chosen``: what it says has changed."""

    chosen = Signal()

    def __init__(self, name: str, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = QLineEdit(self)
        self._field.setToolTip(tip)
        self._field.setAccessibleName(name.replace("&", ""))
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(lambda: self.chosen.emit())
        self.label = QLabel(name, parent)
        self.label.setBuddy(self._field)
        browse = QPushButton(self.tr("Browse..."), self)
        browse.setAutoDefault(False)
        browse.setAccessibleName(self.tr("Browse: {name}").format(name=name.replace("&", "")))
        browse.clicked.connect(self._ask)
        self._title = tip
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._field, 1)
        row.addWidget(browse)

    @property
    def text(self) -> str:
        return self._field.text().strip()

    def set(self, folder: Path | None) -> None:
        self._field.setText("" if folder is None else str(folder))

    def _ask(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self._title, self.text)
        if name:
            self._field.setText(name)
