"""What is hidden in a photograph from which a face borrows, painted by hand."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from facerestore.values.file_names import shown
from facerestore.values.reference import Reference
from facerestore_gui.look.damage_colours import DEFAULT_COLOUR
from facerestore_gui.look.images import mask_film, owned_image

_ENLARGED: Final = 2
_BRUSH_PX: Final = (2, 80)
"""Narrowest and widest, in pixels of the crop."""
_FIRST_BRUSH_PX: Final = 24


class ReferenceMaskDialog(QDialog):
    """A dialog in which one paints over what a photograph must not lend. ``hidden``: that part of its crop, bool
    (S, S); None: they changed their mind."""

    def __init__(self, reference: Reference, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hidden: NDArray[np.bool_] | None = None
        self.setWindowTitle(self.tr("Mask of {file}").format(file=shown(reference.file_name)))
        text = QLabel(
            self.tr("Paint over what is damaged, or covered by a hand or a hat. The right button takes paint away."),
            self,
        )
        text.setWordWrap(True)
        self._plate = _Plate(reference, self)
        text.setFixedWidth(self._plate.width())
        self._plate.setAccessibleName(self.tr("The face in the photograph"))
        label = QLabel(self.tr("&Brush"), self)
        self._brush = QSlider(Qt.Orientation.Horizontal, self)
        self._brush.setRange(*_BRUSH_PX)
        self._brush.setAccessibleName(self.tr("Width of the brush"))
        self._brush.valueChanged.connect(self._plate.set_brush)
        self._brush.setValue(_FIRST_BRUSH_PX)
        label.setBuddy(self._brush)
        self._undo = self._button(self.tr("&Undo"), self._plate.undo)
        self._clear = self._button(self.tr("&Clear"), self._plate.clear)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        tools = QHBoxLayout()
        tools.addWidget(label)
        tools.addWidget(self._brush, 1)
        tools.addWidget(self._undo)
        tools.addWidget(self._clear)
        rows = QVBoxLayout(self)
        # a text that wraps does not say how high it will be
        rows.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        rows.addWidget(text)
        rows.addWidget(self._plate, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addLayout(tools)
        rows.addWidget(buttons)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._plate.undo)
        for key, step in (("[", -4), ("]", 4)):
            QShortcut(QKeySequence(key), self, lambda by=step: self._brush.setValue(self._brush.value() + by))
        self._plate.changed.connect(self._refresh)
        self._refresh()

    def _button(self, text: str, run: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    def _refresh(self) -> None:
        self._undo.setEnabled(self._plate.can_undo)
        self._clear.setEnabled(bool(self._plate.hidden.any()))

    def _accept(self) -> None:
        self.hidden = self._plate.hidden
        self.accept()


class _Plate(QWidget):
    """The face, enlarged, and the paint over it. ``hidden``: where that is, bool (S, S)."""

    changed = Signal()

    def __init__(self, reference: Reference, parent: QWidget) -> None:
        super().__init__(parent)
        whole = reference.whole
        pixels = np.asarray(np.clip(whole.pixels, 0, 1) * 255, np.uint8)
        self._picture = owned_image(np.ascontiguousarray(pixels), QImage.Format.Format_RGB888)
        self.hidden = np.zeros_like(whole.hole) if reference.beneath is None else reference.crop.hole & ~whole.hole
        self._before: list[NDArray[np.bool_]] = []
        self._last: QPointF | None = None
        self._pointer: QPointF | None = None
        self._brush_px = _FIRST_BRUSH_PX
        self.setFixedSize(self.sizeHint())
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def can_undo(self) -> bool:
        return bool(self._before)

    def set_brush(self, diameter_px: int) -> None:
        self._brush_px = diameter_px
        self.update()

    def undo(self) -> None:
        """Take the last stroke back."""
        if self._before:
            self.hidden = self._before.pop()
            self._tell()

    def clear(self) -> None:
        self._before.append(self.hidden)
        self.hidden = np.zeros_like(self.hidden)
        self._tell()

    def sizeHint(self) -> QSize:
        return self._picture.size() * _ENLARGED

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self._before.append(self.hidden)
            self.hidden = self.hidden.copy()
            self._last = event.position()
            self._paint_to(event.position(), hides=event.button() == Qt.MouseButton.LeftButton)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._last is not None:
            self._paint_to(event.position(), hides=bool(event.buttons() & Qt.MouseButton.LeftButton))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._last = None

    def leaveEvent(self, event: object) -> None:
        self._pointer = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._picture)
        painter.drawImage(self.rect(), mask_film(self.hidden, QColor(DEFAULT_COLOUR)))
        if self._pointer is not None:
            reach = self._brush_px * _ENLARGED / 2
            ring = QRectF(self._pointer.x() - reach, self._pointer.y() - reach, 2 * reach, 2 * reach)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for colour, width in ((QColor(0, 0, 0, 160), 3), (QColor(255, 255, 255), 1)):
                painter.setPen(QPen(colour, width))
                painter.drawEllipse(ring)
        painter.end()

    def _paint_to(self, place: QPointF, *, hides: bool) -> None:
        assert self._last is not None, "a stroke is under way"
        ends = [(int(one.x() / _ENLARGED), int(one.y() / _ENLARGED)) for one in (self._last, place)]
        plane = self.hidden.view(np.uint8)
        cv2.line(plane, ends[0], ends[1], int(hides), self._brush_px)
        self._last = place
        self._tell()

    def _tell(self) -> None:
        self.update()
        self.changed.emit()
