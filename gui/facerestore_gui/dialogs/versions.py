"""The earlier versions of a project, to choose one from."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from facerestore.documents.earlier_versions import EarlierVersion


class VersionsDialog(QDialog):
    """A dialog that lists the earlier versions of a project. ``chosen`` is the file of the version to open; None: none
    of them."""

    def __init__(self, project: Path, found: "Sequence[EarlierVersion]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: Path | None = None
        self.setWindowTitle(self.tr("Open an earlier version"))
        self.resize(440, 260)
        text = QLabel(
            self.tr("{name} as it was saved before. Opening a version changes no file.").format(name=project.name)
        )
        text.setWordWrap(True)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Earlier versions"))
        for one in found:
            item = QListWidgetItem(self._line(one))
            item.setData(Qt.ItemDataRole.UserRole, one.path)
            item.setToolTip(str(one.path))
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(self._open)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self._open)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(text)
        rows.addWidget(self._list, 1)
        rows.addWidget(buttons)
        self._list.setFocus()

    def _line(self, one: "EarlierVersion") -> str:
        when, locale = QDateTime.fromSecsSinceEpoch(int(one.saved_s)), QLocale()
        return self.tr("Saved {date} at {time}, {size}").format(
            date=locale.toString(when.date(), QLocale.FormatType.LongFormat),
            time=locale.toString(when.time(), QLocale.FormatType.ShortFormat),
            size=locale.formattedDataSize(one.byte_count),
        )

    def _open(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.chosen = item.data(Qt.ItemDataRole.UserRole)
            self.accept()
