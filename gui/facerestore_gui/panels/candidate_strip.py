"""CandidateStrip: the candidates of a face in one row, each as the part of the face that is restored."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHideEvent, QIcon, QImage, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from facerestore_gui.look.candidate_colours import candidate_colour, text_colour_on
from facerestore_gui.look.icons import untinted
from facerestore_gui.look.images import owned_image
from facerestore_gui.panels.tips_beside import TipsBeside

THUMBNAIL_PX: Final = 76
_DENSITY: Final = 2
"""Pixels of a thumbnail for each of the screen, for dense screens."""
_CHIP_PX: Final = 17
_ROLE: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, eq=False)
class Entry:
    """A candidate as it is shown: its crop (S, S, 3), the ``square`` (left, top, side) of it that is seen, the text
    below it and what is said of it."""

    seed: int
    pixels: NDArray[np.uint16]
    square: tuple[int, int, int]
    text: str = ""
    said: str = ""


class CandidateStrip(QListWidget):
    """Thumbnails in one row that scrolls, numbered in the colours of the candidates. What is under the pointer is
    looked at while it is there; a click, arrow keys and the numbers look at one for good."""

    hovered = Signal(object)
    """The seed under the pointer; None when it is over none any more."""
    looked = Signal(int)
    """A seed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_up_strip(self, name, THUMBNAIL_PX)
        self._drawn: list[tuple[NDArray[np.uint16], tuple[int, int, int]]] = []
        self.setMouseTracking(True)
        self.itemEntered.connect(lambda item: self.hovered.emit(int(item.data(_ROLE))))
        self.viewportEntered.connect(lambda: self.hovered.emit(None))
        self.itemPressed.connect(self._look)
        self.currentItemChanged.connect(self._look)

    def show_entries(self, entries: Sequence[Entry], in_hand: int | None) -> None:
        """``in_hand``: the seed that is marked."""
        with QSignalBlocker(self):
            while self.count() > len(entries):
                self.takeItem(self.count() - 1)
            del self._drawn[len(entries) :]
            for place, entry in enumerate(entries):
                self._show(place, entry)
                if entry.seed == in_hand:
                    self.setCurrentRow(place)

    def _show(self, place: int, entry: Entry) -> None:
        item = self.item(place)
        if item is None:
            item = QListWidgetItem()
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.addItem(item)
        drawn = self._drawn[place] if place < len(self._drawn) else None
        if drawn is None or drawn[0] is not entry.pixels or drawn[1] != entry.square:
            self._drawn[place : place + 1] = [(entry.pixels, entry.square)]
            left, top, side = entry.square
            item.setIcon(_numbered(entry.pixels[top : top + side, left : left + side], place))
        item.setData(_ROLE, entry.seed)
        item.setText(entry.text)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.said)
        item.setToolTip(entry.said)

    def _look(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.looked.emit(int(item.data(_ROLE)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text()
        if digit.isdecimal() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            item = self.item(int(digit) - 1)
            if item is not None:
                self.setCurrentItem(item)
            return
        super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.hovered.emit(None)
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The one that is marked stays in sight; a photo just opened marks it before the strip has any room."""
        super().resizeEvent(event)
        self.scrollToItem(self.currentItem())

    def hideEvent(self, event: QHideEvent) -> None:
        self.hovered.emit(None)
        super().hideEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Seeds are not looked up by typing: digits are places."""


def set_up_strip(strip: QListWidget, name: str, side_px: int) -> None:
    """Thumbnails in one row that scrolls."""
    strip.setViewMode(QListView.ViewMode.IconMode)
    strip.setFlow(QListView.Flow.LeftToRight)
    strip.setWrapping(False)
    strip.setMovement(QListView.Movement.Static)
    strip.setIconSize(QSize(side_px, side_px))
    strip.setSpacing(2)
    strip.setUniformItemSizes(True)
    strip.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    strip.setFixedHeight(side_px + strip.fontMetrics().height() + 26)
    strip.setAccessibleName(name)
    TipsBeside(strip)


def draw_chip(painter: QPainter, place: QRectF, number: int, colour: QColor) -> None:
    """A candidate's number on its colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(place, place.height() / 5, place.height() / 5)
    font = QFont(painter.font())
    font.setPixelSize(max(8, round(place.height() * 0.72)))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(text_colour_on(colour))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.restore()


def _numbered(pixels: NDArray[np.uint16], place: int) -> QIcon:
    image = owned_image(np.ascontiguousarray(pixels >> 8).astype(np.uint8), QImage.Format.Format_RGB888)
    side = THUMBNAIL_PX * _DENSITY
    picture = QPixmap.fromImage(image.scaled(side, side, mode=Qt.TransformationMode.SmoothTransformation))
    painter = QPainter(picture)
    chip = _CHIP_PX * _DENSITY
    wide = chip if place < 9 else round(chip * 1.4)
    draw_chip(painter, QRectF(0, 0, wide, chip), place + 1, candidate_colour(place))
    painter.end()
    return untinted(picture)
