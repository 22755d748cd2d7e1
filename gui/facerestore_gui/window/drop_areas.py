"""DropAreas: where to drop files that may be opened, or lent from: two halves of a widget, shown while dragging."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMargins, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from facerestore_gui.files.suggested_paths import PROJECT_SUFFIX

_GAP_PX: Final = 16
_RADIUS_PX: Final = 10
_VEIL: Final = 225
_LINE_PX: Final = 2


class DropAreas(QWidget):
    """Two labelled halves over a widget of the window: files dropped on the left one are opened, those dropped on the
    right one are further photographs of the person. The window takes the drop, and asks which half was meant."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over.window())
        self._over = over
        self._labels = ("", "")
        self._at = QPoint(-1, -1)
        self.setObjectName("drop_areas")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def offer(self, paths: Sequence[Path]) -> None:
        """Show the halves for these files, unless only opening makes sense of them."""
        if not paths or any(path.suffix.lower() == PROJECT_SUFFIX for path in paths):
            return
        is_folder = len(paths) == 1 and paths[0].is_dir()
        self._labels = (
            self.tr("Open"),
            self.tr("Look for this person in the folder")
            if is_folder
            else self.tr("Another photograph of this person")
            if len(paths) == 1
            else self.tr("Further photographs of this person"),
        )
        self.setGeometry(QRect(self._over.mapTo(self.window(), QPoint(0, 0)), self._over.size()))
        self._at = QPoint(-1, -1)
        self.show()
        self.raise_()

    def point(self, at_window: QPoint) -> None:
        """Light the half under a point of the window."""
        self._at = self.mapFrom(self.window(), at_window)
        self.update()

    def is_lent(self, at_window: QPoint) -> bool:
        """Whether what is dropped at a point of the window is a further photograph; the halves go away."""
        was_shown = self.isVisible()
        self.hide()
        return was_shown and self._halves()[1].contains(self.mapFrom(self.window(), at_window))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self.palette().window().color())
        veil.setAlpha(_VEIL)
        painter.fillRect(self.rect(), veil)
        font = painter.font()
        font.setPointSizeF(1.4 * font.pointSizeF())
        painter.setFont(font)
        for half, label in zip(self._halves(), self._labels, strict=True):
            is_lit = half.contains(self._at)
            line = self.palette().highlight().color() if is_lit else self.palette().windowText().color()
            painter.setPen(QPen(line, _LINE_PX, Qt.PenStyle.SolidLine if is_lit else Qt.PenStyle.DashLine))
            painter.drawRoundedRect(half, _RADIUS_PX, _RADIUS_PX)
            painter.setPen(self.palette().windowText().color())
            inside = half.marginsRemoved(QMargins(_GAP_PX, _GAP_PX, _GAP_PX, _GAP_PX))
            painter.drawText(inside, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, label)

    def _halves(self) -> tuple[QRect, QRect]:
        inside = self.rect().marginsRemoved(QMargins(_GAP_PX, _GAP_PX, _GAP_PX, _GAP_PX))
        width = (inside.width() - _GAP_PX) // 2
        left = QRect(inside.topLeft(), inside.size())
        left.setWidth(width)
        return left, left.translated(inside.width() - width, 0)
