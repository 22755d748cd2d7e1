"""CoachMark: a bubble that points at a widget of the window and stops nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facerestore_gui.look.theme import current_theme

_WIDTH_PX: Final = 360
_ARROW_PX: Final = 13
"""How far the arrow reaches beyond the bubble."""
_GAP_PX: Final = 3
_RADIUS_PX: Final = 8


@dataclass(frozen=True)
class Coaching:
    """What a mark says. ``helps``: the text of a button that does the step, and its call; ``goes_on``: the text of the
    button that goes on without it."""

    title: str
    text: str
    goes_on: str
    helps: tuple[str, Callable[[], object]] | None = None


class _Side(Enum):
    """Where the bubble stands, seen from what it points at."""

    LEFT = auto()
    RIGHT = auto()
    BELOW = auto()
    ABOVE = auto()


class CoachMark(QFrame):
    """A child of the window, above everything else in it. It takes the focus only when the person gives it."""

    next_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.said: Coaching | None = None
        self._side, self._tip = _Side.LEFT, QPoint()
        self._is_aside = False
        self.setFixedWidth(_WIDTH_PX)
        self._title = QLabel(self)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._title.setWordWrap(True)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._end = QPushButton(self.tr("End the tour"), self)
        self._help = QPushButton(self.tr("Do it for me"), self)
        self._next = QPushButton(self.tr("Next"), self)
        self._end.clicked.connect(self.close_wanted)
        self._help.clicked.connect(self._on_help)
        self._next.clicked.connect(self.next_wanted)
        buttons = QHBoxLayout()
        buttons.addWidget(self._end)
        buttons.addStretch(1)
        buttons.addWidget(self._help)
        buttons.addWidget(self._next)
        rows = QVBoxLayout(self)
        margin = _ARROW_PX + 11
        rows.setContentsMargins(margin, margin, margin, margin)
        rows.setSpacing(7)
        rows.addWidget(self._title)
        rows.addWidget(self._text)
        rows.addSpacing(3)
        rows.addLayout(buttons)
        self.hide()

    def step_aside(self) -> None:
        """Out of the way of a stroke, until something is said again."""
        self._is_aside = self._is_aside or self.isVisible()
        self.hide()

    def say(self, said: Coaching) -> None:
        """Show a step; one that is shown already is not read aloud again."""
        if said == self.said and (self.isVisible() or self._is_aside):
            self._is_aside = False
            self.show()
            return
        self._is_aside = False
        self.said = said
        self._title.setText(said.title)
        self._text.setText(said.text)
        self._next.setText(said.goes_on)
        self._help.setVisible(said.helps is not None)
        if said.helps is not None:
            self._help.setText(said.helps[0])
        self.setAccessibleName(f"{said.title}. {said.text}")
        # the words decide how high the bubble is
        self.setFixedHeight(self.heightForWidth(_WIDTH_PX))
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def stand_free(self, target: QRect, cost: Callable[[QRect], float]) -> None:
        """Stand beside a rectangle of the window as ``point_at`` does, but where ``cost``, of the bubble's own
        rectangle in the window, is least."""
        room, size = self.window().rect(), self.size()
        reach = QPoint(size.width() + _GAP_PX, size.height() + _GAP_PX)
        places = []
        for shift in (0.5, 0.2, 0.8):
            x = round(target.center().x() - size.width() * shift)
            y = round(target.center().y() - size.height() * shift)
            places += [
                (_Side.LEFT, QPoint(target.left() - reach.x(), y)),
                (_Side.RIGHT, QPoint(target.right() + _GAP_PX, y)),
                (_Side.BELOW, QPoint(x, target.bottom() + _GAP_PX)),
                (_Side.ABOVE, QPoint(x, target.top() - reach.y())),
            ]
        inside = [(side, corner) for side, corner in places if room.contains(QRect(corner, size))]
        if not inside:
            self.point_at(target)
            return
        side, corner = min(inside, key=lambda place: cost(QRect(place[1], size)))
        self._stand(side, corner, target)

    def point_at(self, target: QRect) -> None:
        """Stand beside a rectangle of the window where there is room, with the arrow on its edge."""
        room = self.window().rect()
        width, height = self.width(), self.height()
        if target.left() - room.left() >= width:
            side, corner = _Side.LEFT, QPoint(target.left() - width - _GAP_PX, target.center().y() - height // 2)
        elif room.right() - target.right() >= width:
            side, corner = _Side.RIGHT, QPoint(target.right() + _GAP_PX, target.center().y() - height // 2)
        elif room.bottom() - target.bottom() >= height:
            side, corner = _Side.BELOW, QPoint(target.center().x() - width // 2, target.bottom() + _GAP_PX)
        else:
            side, corner = _Side.ABOVE, QPoint(target.center().x() - width // 2, target.top() - height - _GAP_PX)
        x = min(max(corner.x(), room.left()), max(room.left(), room.right() - width))
        y = min(max(corner.y(), room.top()), max(room.top(), room.bottom() - height))
        self._stand(side, QPoint(x, y), target)

    def _stand(self, side: _Side, corner: QPoint, target: QRect) -> None:
        x, y = corner.x(), corner.y()
        tip = target.center() - corner
        if (x, y) != (self.x(), self.y()) or side is not self._side or tip != self._tip:
            self._side, self._tip = side, tip
            self.move(x, y)
            self.update()

    def event(self, event: QEvent) -> bool:
        # Esc is a shortcut of the window: here it ends the tour
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.close_wanted.emit()
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(_ARROW_PX, _ARROW_PX, -_ARROW_PX, -_ARROW_PX)
        outline = QPainterPath()
        outline.addRoundedRect(body, _RADIUS_PX, _RADIUS_PX)
        arrow = QPainterPath()
        arrow.addPolygon(QPolygonF(self._arrow(body)))
        painter.setPen(QPen(QColor(theme.highlight), 2))
        painter.setBrush(QColor(theme.base))
        painter.drawPath(outline.united(arrow))
        painter.end()

    def _arrow(self, body: QRectF) -> list[QPointF]:
        """Its tip at the edge of the widget, its foot in the body."""
        half, inset = _ARROW_PX - 2, _RADIUS_PX + _ARROW_PX
        along_x = min(max(float(self._tip.x()), body.left() + inset), body.right() - inset)
        along_y = min(max(float(self._tip.y()), body.top() + inset), body.bottom() - inset)
        match self._side:
            case _Side.LEFT:
                tip, foot = QPointF(self.width() - 1, along_y), QPointF(body.right() - 1, along_y)
            case _Side.RIGHT:
                tip, foot = QPointF(1, along_y), QPointF(body.left() + 1, along_y)
            case _Side.BELOW:
                tip, foot = QPointF(along_x, 1), QPointF(along_x, body.top() + 1)
            case _Side.ABOVE:
                tip, foot = QPointF(along_x, self.height() - 1), QPointF(along_x, body.bottom() - 1)
        across = QPointF(0, half) if self._side in (_Side.LEFT, _Side.RIGHT) else QPointF(half, 0)
        return [tip, foot + across, foot - across, tip]

    def _on_help(self) -> None:
        if self.said is not None and self.said.helps is not None:
            self.said.helps[1]()
