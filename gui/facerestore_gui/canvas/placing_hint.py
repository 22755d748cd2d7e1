"""PlacingHint: says on the canvas which point of the face to click next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from facerestore_gui.canvas.placing import PointPlacer

_TOP_PX = 12


class PlacingHint(QLabel):
    """At the top of its parent, in the middle; shown while a face is placed."""

    def __init__(self, placer: PointPlacer, parent: QWidget) -> None:
        super().__init__(parent)
        self._placer, self._parent = placer, parent
        self.setStyleSheet("background: rgba(0, 0, 0, 200); color: white; padding: 7px 14px; border-radius: 5px;")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.hide()

    def refresh(self) -> None:
        """Say what is wanted now."""
        self.setVisible(self._placer.is_active)
        if self._placer.is_active:
            number = len(self._placer.points) + 1
            box = " Or draw a box round the face." if number == 1 else ""
            self.setText(
                f"{number} of 5: click the <b>{self._placer.next_name}</b>.{box}"
                " &nbsp;Backspace takes one back, Enter places all, Esc ends."
            )
            self.setAccessibleName(f"Click the {self._placer.next_name}, {number} of 5")
        self.take_place()

    def take_place(self) -> None:
        """To the middle of the parent, whose size has changed."""
        self.adjustSize()
        self.move(max(0, (self._parent.width() - self.width()) // 2), _TOP_PX)
