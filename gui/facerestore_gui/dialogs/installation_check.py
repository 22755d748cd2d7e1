"""The check of this installation: what ``facerestore doctor`` prints, in the window and in the person's language."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStyle,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facerestore_gui.background.lazy_modules import installation_calculations
from facerestore_gui.look.translation import QT_TRANSLATE_NOOP, engine_words
from facerestore_gui.tasks.task_runner import Calculation, Steps, TaskRunner
from facerestore_gui.tasks.worker_client import WorkerClient

if TYPE_CHECKING:
    from facerestore.jobs.installation_check import Finding, Section

_STATES: Final = {
    "good": QT_TRANSLATE_NOOP("InstallationCheckDialog", "good"),
    "attention": QT_TRANSLATE_NOOP("InstallationCheckDialog", "attention"),
    "broken": QT_TRANSLATE_NOOP("InstallationCheckDialog", "broken"),
}
_WIDTHS: Final = (230, 110)
_PICTURES: Final = {
    "good": QStyle.StandardPixmap.SP_DialogApplyButton,
    "attention": QStyle.StandardPixmap.SP_MessageBoxWarning,
    "broken": QStyle.StandardPixmap.SP_MessageBoxCritical,
}


class InstallationCheckDialog(QDialog):
    """A dialog that examines the installation when it is made, beside whatever else is under way."""

    def __init__(self, worker: WorkerClient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Check this installation"))
        self.resize(820, 620)
        self.sections: list[Section] = []
        self.verdict = QLabel(self.tr("Looking at networks, memory, folders and files ..."), self)
        self.verdict.setWordWrap(True)
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([self.tr("What"), self.tr("State"), self.tr("Found")])
        self.tree.setAccessibleName(self.tr("What was found"))
        self.tree.setWordWrap(True)
        for column, width in enumerate(_WIDTHS):
            self.tree.header().resizeSection(column, width)
        self.tree.header().setStretchLastSection(True)
        self.copy = QPushButton(self.tr("Copy the report"), self)
        self.copy.setToolTip(self.tr("As text, for a message to those who help you; folders are named in it"))
        self.copy.setEnabled(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report()))
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        rows = QVBoxLayout(self)
        rows.addWidget(self.verdict)
        rows.addWidget(self._busy)
        rows.addWidget(self.tree, 1)
        rows.addLayout(buttons)
        self.runner = TaskRunner(worker, self)
        self.runner.failed.connect(lambda error: self.verdict.setText(engine_words(error.sentence)))
        self.runner.ended.connect(self._busy.hide)
        self.finished.connect(self.runner.close)
        self.runner.start(self._examine())

    def _examine(self) -> Steps:
        found: list[Section] = yield Calculation(
            "check", lambda progress, cancel: installation_calculations.examined_apart(cancel)
        )
        self.show_sections(found)

    def show_sections(self, sections: "Sequence[Section]") -> None:
        self.sections = list(sections)
        self.tree.clear()
        verdicts = [_worst(section) for section in sections]
        for section, worst in zip(sections, verdicts, strict=True):
            top = QTreeWidgetItem(self.tree, [engine_words(section.title)])
            self._say_state(top, worst)
            for one in section.findings:
                self._add(top, one)
            # what is good is read by who wants to
            top.setExpanded(worst != "good")
        self.verdict.setText(self._summary(verdicts))
        self.copy.setEnabled(True)

    def _say_state(self, item: QTreeWidgetItem, state: str) -> None:
        item.setText(1, QCoreApplication.translate("InstallationCheckDialog", _STATES[state]))
        item.setIcon(1, self.style().standardIcon(_PICTURES[state]))

    def _add(self, top: QTreeWidgetItem, one: "Finding") -> None:
        advice = f"\n{engine_words(one.advice)}" if one.advice else ""
        item = QTreeWidgetItem(top, [engine_words(one.name), "", f"{engine_words(one.found)}{advice}"])
        self._say_state(item, one.verdict.value)
        for column in (0, 2):
            item.setToolTip(column, item.text(column))

    def _summary(self, verdicts: Sequence[str]) -> str:
        if "broken" in verdicts:
            return self.tr("Something is broken; what to do stands beside it.")
        if "attention" in verdicts:
            return self.tr("Everything needed is here; something deserves attention.")
        return self.tr("Everything needed is here.")

    def report(self) -> str:
        """The lines of the window as text."""
        lines = []
        for section in self.sections:
            lines.append(engine_words(section.title))
            for one in section.findings:
                state = QCoreApplication.translate("InstallationCheckDialog", _STATES[one.verdict.value])
                lines.append(f"  [{state}] {engine_words(one.name)}: {engine_words(one.found)}")
        return "\n".join(lines) + "\n"


def _worst(section: "Section") -> str:
    found = [one.verdict.value for one in section.findings]
    return max(found, key=list(_STATES).index, default="good")
