"""CandidateGrid: all candidates of a face side by side, at one zoom and place, in place of the photo."""

import math
from collections.abc import Callable
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from facerestore_gui.canvas.picture_painter import PicturePainter
from facerestore_gui.canvas.preview_painter import PREVIEW_PORTION_S, PreviewPainter
from facerestore_gui.canvas.repainting import LaterRepaint, Portion
from facerestore_gui.document.document import Document
from facerestore_gui.document.view_state import ViewState
from facerestore_gui.editing.candidate_looks import CandidateLooks
from facerestore_gui.editing.candidate_selection import CandidateSelection
from facerestore_gui.look.candidate_colours import candidate_colour, text_colour_on
from facerestore_gui.look.theme import current_theme

_GAP_PX: Final = 4
_TITLE_PX: Final = 22
_ZOOM_STEP: Final = 1.25
_NOTCH: Final = 120
_MOST_SCALE: Final = 32.0
_CLICK_PX: Final = 5
_ARROWS: Final = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class CandidateGrid(QWidget):
    """A cell for each candidate, each as large as it can be, with what using it would give. The wheel zooms all of
    them, a drag moves all of them; a click takes one in hand, Enter and a double click use it."""

    def __init__(
        self,
        document: Document,
        selection: CandidateSelection,
        looks: CandidateLooks,
        view: ViewState,
        degrees: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        """``degrees``: by how much the canvas shows the photo turned clockwise; the cells show it so too."""
        super().__init__(parent)
        self._document, self._selection, self._looks, self._view = document, selection, looks, view
        self._degrees = degrees
        self._pictures, self._previews = PicturePainter(), PreviewPainter()
        self._later = LaterRepaint(lambda part: self.update(), self)
        self._scale, self._centre = 1.0, QPointF()
        self._pressed_at: QPointF | None = None
        self._drags = False
        self._hovered = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Candidates side by side"))
        self.setAccessibleDescription(
            self.tr("Arrow keys and numbers take a candidate in hand, Enter uses it, Esc goes back to the photo.")
        )
        document.result_changed.connect(self._begin_anew)
        document.current_face_changed.connect(self.fit)
        for signal in (looks.changed, selection.changed):
            signal.connect(self.update)

    def fit(self) -> None:
        """What is restored of the face, as large as a cell allows."""
        work, square, cells = self._document.work, self._looks.square, self.cells()
        if work is None or square is None or not cells:
            return
        left, top, side = square
        (middle,) = work.alignment.to_photo(np.array([[left + side / 2, top + side / 2]]))
        self._centre = QPointF(*middle)
        self._scale = min(cells[0].width(), cells[0].height()) * work.alignment.scale / side
        self.update()

    def cells(self) -> list[QRectF]:
        """The place of each candidate's picture, below its title."""
        count = len(self._selection.seeds)
        if not count:
            return []

        def side(columns: int) -> float:
            rows = math.ceil(count / columns)
            return min(self.width() / columns, self.height() / rows - _TITLE_PX)

        columns = max(range(1, count + 1), key=side)
        rows = math.ceil(count / columns)
        width, height = self.width() / columns, self.height() / rows
        places = [(number % columns * width, number // columns * height) for number in range(count)]
        gap = _GAP_PX / 2
        return [QRectF(x + gap, y + _TITLE_PX, width - 2 * gap, height - _TITLE_PX - gap) for x, y in places]

    def place_at(self, at: QPointF) -> int:
        """Which candidate is there, counted from 0; -1: none."""
        whole = [cell.adjusted(0, -_TITLE_PX, 0, 0) for cell in self.cells()]
        return next((place for place, cell in enumerate(whole) if cell.contains(at)), -1)

    def _unturned(self, across: QPointF) -> QPointF:
        """A way on the screen as one in the photo."""
        return QTransform().rotate(-self._degrees()).map(across)

    def _begin_anew(self) -> None:
        self._pictures.tiles.clear()
        self._previews.clear()
        if self._document.result is None:
            self._view.show_grid(shown=False)
        self.update()

    # --- events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()
        self.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at, self._drags = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            self._hovered = self.place_at(event.position())
            self.update()
            return
        moved = event.position() - self._pressed_at
        if self._drags or moved.manhattanLength() > _CLICK_PX:
            self._drags, self._pressed_at = True, event.position()
            self._centre -= self._unturned(moved / self._scale)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is not None and not self._drags:
            self._looks.look_at_place(self.place_at(event.position()))
        self._pressed_at, self._drags = None, False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._looks.look_at_place(self.place_at(event.position()))
        self._looks.use()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        place = self.place_at(event.position())
        cells = self.cells()
        factor = _ZOOM_STEP ** (event.angleDelta().y() / _NOTCH)
        scale = min(max(self._scale * factor, 0.01), _MOST_SCALE)
        if place >= 0:
            # what is under the pointer stays there, in every cell
            beside = event.position() - cells[place].center()
            self._centre += self._unturned(beside / self._scale - beside / scale)
        self._scale = scale
        self.update()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, seeds = Qt.Key(event.key()), self._selection.seeds
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_plain and event.text().isdecimal():
            self._looks.look_at_place(int(event.text()) - 1)
        elif is_plain and key in _ARROWS and seeds:
            across, down = _ARROWS[key]
            tops = [cell.top() for cell in self.cells()]
            columns = tops.count(tops[0])
            now = seeds.index(self._selection.seed) if self._selection.seed in seeds else 0
            self._looks.look_at_place(now + across + down * columns)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._looks.use()
        else:
            super().keyPressEvent(event)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, seeds = current_theme(), self._selection.seeds
        painter.fillRect(self.rect(), QColor(theme.canvas))
        portion, own_portion = Portion(), Portion(2 * PREVIEW_PORTION_S)
        for place, (cell, seed) in enumerate(zip(self.cells(), seeds, strict=True)):
            self._draw_picture(painter, cell, seed, portion, own_portion)
            self._draw_title(painter, cell, place, seed, is_used=self._selection.is_used(seed))
        painter.end()

    def _draw_picture(self, painter: QPainter, cell: QRectF, seed: int, portion: Portion, own_portion: Portion) -> None:
        result = self._document.result
        if result is None:
            return
        painter.save()
        painter.setClipRect(cell)
        painter.translate(cell.center())
        painter.scale(self._scale, self._scale)
        painter.rotate(self._degrees())
        painter.translate(-self._centre)
        extent = result.picture.extent
        part = painter.worldTransform().inverted()[0].mapRect(cell)
        part = part.intersected(QRectF(0, 0, extent.width, extent.height))
        missing = self._pictures.draw(painter, result.picture, part, portion)
        preview = self._looks.of_candidate(seed)
        if preview is not None:
            missing = missing.united(self._previews.draw(painter, preview, part, own_portion))
        painter.restore()
        if not missing.isEmpty():
            self._later.add(missing)

    def _draw_title(self, painter: QPainter, cell: QRectF, place: int, seed: int, *, is_used: bool) -> None:
        theme, colour = current_theme(), candidate_colour(place)
        title = QRectF(cell.left(), cell.top() - _TITLE_PX + 1, cell.width(), _TITLE_PX - 2)
        in_hand = seed == self._selection.seed
        if in_hand or place == self._hovered:
            painter.fillRect(title, colour)
            painter.setPen(QPen(colour, 3 if in_hand else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(cell.adjusted(1, 1, -1, -1))
        else:
            painter.fillRect(QRectF(title.left(), title.top(), title.height(), title.height()), colour)
        number = QRectF(title.left(), title.top(), title.height(), title.height())
        painter.setPen(text_colour_on(colour))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(place + 1))
        said = self.tr("seed {seed}, in use") if is_used else self.tr("seed {seed}")
        painter.setPen(text_colour_on(colour) if in_hand or place == self._hovered else QColor(theme.text))
        words = title.adjusted(title.height() + 4, 0, -4, 0)
        text = painter.fontMetrics().elidedText(said.format(seed=seed), Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
