"""PlacingHint: says on the canvas which point of the face to click next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from facerestore_gui.canvas.placing import PointPlacer

_TOP_PX = 12


class PlacingHint(QLabel):
    """A label that says which point comes next. At the top of its parent, in the middle; shown while a face is
    placed."""

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
            number, name = len(self._placer.points) + 1, self._placer.next_name
            self.setText(self._text(number).format(number=number, name=name))
            self.setAccessibleName(self.tr("Click the {name}, {number} of 5").format(name=name, number=number))
        self.take_place()

    def _text(self, number: int) -> str:
        if number == 1:
            return self.tr(
                "{number} of 5: click the <b>{name}</b>. Or draw a box round the face. "
                "Backspace takes one back, Enter places all, Esc ends."
            )
        return self.tr("{number} of 5: click the <b>{name}</b>. Backspace takes one back, Enter places all, Esc ends.")

    def take_place(self) -> None:
        """To the middle of the parent, whose size has changed."""
        self.adjustSize()
        self.move(max(0, (self._parent.width() - self.width()) // 2), _TOP_PX)
