"""The settings of the framing's tools: the angle by which the photo is straightened, turns, and the way back."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facerestore.values.framing import MOST_DEGREES, UNFRAMED
from facerestore_gui.document.document import Document
from facerestore_gui.document.edits.framing import straighten_photo
from facerestore_gui.panels.section import action_button, named_row, text_button


class FramingPage(QWidget):
    """The page of crop and straightening. The angle can be typed; what is shown is said in pixels."""

    def __init__(self, document: Document, actions: dict[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._gesture, self._start = 0, UNFRAMED
        self.angle = QDoubleSpinBox(self)
        self.angle.setRange(-MOST_DEGREES, MOST_DEGREES)
        self.angle.setDecimals(2)
        self.angle.setSingleStep(0.1)
        self.angle.setSuffix("\N{DEGREE SIGN}")
        self.angle.setKeyboardTracking(False)
        self.angle.setAccessibleName(self.tr("Angle of straightening in degrees"))
        self.angle.setToolTip(self.tr("How far the photo is turned clockwise to stand straight"))
        self._size = QLabel(self)
        self._size.setObjectName("faint")
        self._size.setWordWrap(True)
        turns = QHBoxLayout()
        turns.setSpacing(6)
        for name in ("turn_left", "turn_right"):
            turns.addWidget(action_button(actions[name], self))
        turns.addStretch(1)
        turns.addWidget(text_button(actions["reset_framing"], self, self.tr("Reset")))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(5)
        rows.addLayout(named_row(self.tr("Angle"), self.angle))
        rows.addLayout(turns)
        rows.addWidget(self._size)
        self.angle.valueChanged.connect(self._straighten)
        for signal in (document.opened, document.framing_changed):
            signal.connect(self._refresh)
        self._refresh()

    def _straighten(self, degrees: float) -> None:
        """Steps of the angle in a row are one step of the history, and a crop shrinks as far as the last one needs."""
        document = self._document
        if document.project is None or document.history is None:
            return
        if self._gesture == 0 or document.history.last_gesture != self._gesture:
            self._gesture, self._start = document.next_gesture(), document.project.framing
        straighten_photo(document, degrees, start=self._start, gesture=self._gesture)
        document.end_gesture()

    def _refresh(self) -> None:
        project = self._document.project
        self.angle.setEnabled(project is not None)
        if project is None:
            self._size.clear()
            return
        with QSignalBlocker(self.angle):
            self.angle.setValue(project.framing.straightening_degrees)
        shown = project.framing.shown_extent(project.photo.extent)
        extent = project.framing.turned_extent(project.photo.extent)
        self._size.setText(
            self.tr("{width} x {height} px of {all_width} x {all_height}").format(
                width=shown.width, height=shown.height, all_width=extent.width, all_height=extent.height
            )
        )
