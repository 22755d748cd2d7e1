"""The offer to recover what a program that ended unasked has left: a list with pictures, times and places."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from facerestore_gui.look.icons import untinted

if TYPE_CHECKING:
    from facerestore.documents.abandoned_journals import Abandoned

_PICTURE_PX = 96


class RecoveryDialog(QDialog):
    """A dialog that lists what was left behind. ``chosen`` is the journal to recover; None: later. ``discard`` is
    called for each that nobody wants."""

    def __init__(
        self, found: "Sequence[Abandoned]", discard: Callable[[Path], object], parent: QWidget | None = None
    ) -> None:
        from facerestore.documents.abandoned_journals import TRASH_DAYS  # the window opens without it

        super().__init__(parent)
        self.chosen: Path | None = None
        self._discard = discard
        self.setWindowTitle(self.tr("Recover unsaved work"))
        self.resize(560, 380)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Unsaved work"))
        self._list.setIconSize(QSize(_PICTURE_PX, _PICTURE_PX))
        self._list.setSpacing(4)
        self._list.setWordWrap(True)
        for one in found:
            self._list.addItem(_item(one))
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(self._recover)
        text = QLabel(self.tr("The program ended before this was saved. It can be recovered:"), self)
        text.setWordWrap(True)
        recover = QPushButton(self.tr("Recover"), self)
        recover.setDefault(True)
        recover.clicked.connect(self._recover)
        discard_button = QPushButton(self.tr("Discard"), self)
        discard_button.setToolTip(
            self.tr("Put the chosen one aside. File > Recover unsaved work has it for {days} days").format(
                days=TRASH_DAYS
            )
        )
        discard_button.clicked.connect(self._discard_chosen)
        later = QPushButton(self.tr("Later"), self)
        later.setToolTip(self.tr("Ask again at the next start"))
        later.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(discard_button)
        buttons.addStretch(1)
        buttons.addWidget(later)
        buttons.addWidget(recover)
        rows = QVBoxLayout(self)
        rows.addWidget(text)
        rows.addWidget(self._list, 1)
        rows.addLayout(buttons)

    def _recover(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.chosen = item.data(Qt.ItemDataRole.UserRole)
            self.accept()

    def _discard_chosen(self) -> None:
        item = self._list.takeItem(self._list.currentRow())
        if item is not None:
            self._discard(item.data(Qt.ItemDataRole.UserRole))
        if self._list.count() == 0:
            self.reject()


def _item(one: "Abandoned") -> QListWidgetItem:
    from facerestore.documents.abandoned_journals import TRASH_DAYS

    when = QDateTime.fromSecsSinceEpoch(int(one.changed_s))
    shown = QLocale().toString(when, QLocale.FormatType.ShortFormat)
    name = one.photo.name if one.project_file is None else f"{one.project_file.name} ({one.photo.name})"
    changed = QCoreApplication.translate("RecoveryDialog", "last changed {time}").format(time=shown)
    lines = [name, changed, str((one.project_file or one.photo).parent)]
    if one.discarded_s is not None:
        until = QDateTime.fromSecsSinceEpoch(int(one.discarded_s)).addDays(TRASH_DAYS).date()
        text = QCoreApplication.translate("RecoveryDialog", "discarded; it is here until {date}")
        lines.append(text.format(date=QLocale().toString(until, QLocale.FormatType.ShortFormat)))
    item = QListWidgetItem("\n".join(lines))
    if one.thumbnail is not None:
        item.setIcon(untinted(QPixmap(str(one.thumbnail))))
    item.setData(Qt.ItemDataRole.UserRole, one.folder)
    item.setSizeHint(QSize(0, _PICTURE_PX + 8))
    return item
