"""The reports of crashes that are kept: to be read, copied, saved and removed. Nothing is sent."""

from pathlib import Path

from PySide6.QtCore import QDateTime, QFile, QLocale, QSignalBlocker, QTimeZone
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from facerestore.files.crash_reports import list_reports, remove_report

_TIME = "yyyyMMdd-HHmmss"


class CrashReportsDialog(QDialog):
    """A dialog with one report in sight, the newest first, and a list of the others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Crash reports"))
        self.resize(760, 560)
        told = QLabel(
            self.tr(
                "This is all that a report holds: no picture, and nothing by which you or your files are called. "
                "It is sent to nobody; you may copy it into a message, or save it and send it."
            ),
            self,
        )
        told.setWordWrap(True)
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("Report"))
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Text of the report"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.copy = QPushButton(self.tr("Copy"), self)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        self.save = QPushButton(self.tr("Save..."), self)
        self.save.clicked.connect(self._save)
        self.remove = QPushButton(self.tr("Remove"), self)
        self.remove.clicked.connect(self._remove)
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        for button in (self.copy, self.save, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        rows = QVBoxLayout(self)
        for widget in (told, self.choice):
            rows.addWidget(widget)
        rows.addWidget(self.text, 1)
        rows.addLayout(buttons)
        self.choice.currentIndexChanged.connect(self._show_chosen)
        self._list()

    def _list(self) -> None:
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for path in list_reports():
                self.choice.addItem(_time_of(path), path)
        self._show_chosen()

    def _show_chosen(self) -> None:
        path: Path | None = self.choice.currentData()
        for widget in (self.copy, self.save, self.remove, self.choice):
            widget.setEnabled(path is not None)
        try:
            self.text.setPlainText(self.tr("No report is kept.") if path is None else path.read_text("utf-8"))
        except OSError:
            self.text.setPlainText(self.tr("This report cannot be read."))

    def _save(self) -> None:
        suggested = Path.home() / f"facerestore-{self.choice.currentData().name}"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), str(suggested))
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Write the report in sight into a file; what is wrong with the place is said where its text stood."""
        file = QFile(str(path))
        if not file.open(QFile.OpenModeFlag.WriteOnly) or file.write(self.text.toPlainText().encode()) < 0:
            self.text.setPlainText(
                self.tr("The report cannot be saved there ({reason}).").format(reason=file.errorString())
            )
        file.close()

    def _remove(self) -> None:
        remove_report(self.choice.currentData())
        self._list()


def _time_of(path: Path) -> str:
    """When a report was written, in the person's own time and words."""
    written = QDateTime.fromString(path.stem.removeprefix("crash-")[: len("yyyyMMdd-HHmmss")], _TIME)
    written.setTimeZone(QTimeZone.utc())
    return QLocale().toString(written.toLocalTime(), QLocale.FormatType.ShortFormat)
