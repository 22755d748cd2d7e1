"""The settings of the smart edge."""

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from facerestore_gui.document.tool_settings import ToolSettings
from facerestore_gui.panels.section import name_choice, named_row


class SmartEdgePage(QWidget):
    """What the line goes to."""

    def __init__(self, settings: ToolSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._choice = QComboBox(self)
        name_choice(self._choice, self.tr("What the line goes to"))
        self._choice.setToolTip(self.tr("Edges follow an outline; areas take small patches of one colour as a whole"))
        self._choice.addItems([self.tr("Edges near the line"), self.tr("Areas of one colour")])
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(named_row(self.tr("Follow"), self._choice))
        self._choice.activated.connect(lambda index: settings.set_snaps_to_areas(index == 1))
        settings.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self._choice.setCurrentIndex(int(self._settings.snaps_to_areas))
