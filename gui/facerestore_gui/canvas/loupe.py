"""The loupe over the comparison: before and after of one place, side by side, pixel by pixel."""

import math
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsView, QWidget

from facerestore_gui.canvas.drawing import degrees_of
from facerestore_gui.canvas.picture_painter import PicturePainter
from facerestore_gui.canvas.repainting import Portion
from facerestore_gui.canvas.scene import CanvasScene
from facerestore_gui.canvas.tiles import TileCache
from facerestore_gui.look.images import Picture
from facerestore_gui.look.theme import current_theme

_SIDE_PX: Final = 190
_FRAME_PX: Final = 2
_FROM_POINTER_PX: Final = 24
_LIMIT_BYTES: Final = 8 * 2**20
_REACH_PX: Final = 7


class Loupe(QWidget):
    """Two panes beside the pointer, original at the left and result at the right, with the place under the pointer in
    the middle of both. Seen while the two are compared and the pointer, or the keyboard's cursor, is over the photo. No
    event is for it: the pointer goes through to the canvas."""

    def __init__(self, view: QGraphicsView, scene: CanvasScene) -> None:
        super().__init__(view.viewport())
        self._view, self._scene = view, scene
        self._painter = PicturePainter(TileCache(_LIMIT_BYTES))
        self._shown: tuple[Picture | None, Picture | None] = (None, None)
        self._place_photo: QPointF | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Loupe"))
        self.resize(QSize(2 * _SIDE_PX + 3 * _FRAME_PX, _SIDE_PX + 2 * _FRAME_PX))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.update)
        state = scene.view_state
        for signal in (state.mode_changed, state.loupe_changed):
            signal.connect(self._refresh)
        self.hide()

    @property
    def place_photo(self) -> QPointF | None:
        """What is in the middle of both panes; None while nothing is pointed at."""
        return self._place_photo

    def point_at(self, place_photo: QPointF) -> None:
        """Show what is round a place of the photo."""
        self._place_photo = place_photo
        self._refresh()

    def leave(self) -> None:
        """Nothing is pointed at any more."""
        self._place_photo = None
        self._refresh()

    def follow_view(self) -> None:
        """The photo has moved under the loupe."""
        if self.isVisible():
            self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        place = self._place_photo
        if place is None:
            return
        pictures = self._scene.photo.pictures
        if pictures != self._shown:
            # a cache knows its pictures by their address, to which another may come
            self._painter.tiles.clear()
            self._shown = pictures
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(current_theme().canvas))
        portion, is_complete = Portion(), True
        before, after = pictures
        # what was filled by hand lies over either, also where nothing was generated
        for pane, picture, is_after in zip(self.panes(), (before, after or before), (False, True), strict=True):
            if picture is not None:
                is_complete &= self._draw_pane(painter, picture, pane, place, portion, has_hand=is_after)
        names = (QCoreApplication.translate("Divider", "Before"), QCoreApplication.translate("Divider", "After"))
        for pane, text in zip(self.panes(), names, strict=True):
            _draw_cross(painter, pane.center())
            _draw_name(painter, pane, text)
        painter.setPen(QPen(QColor(current_theme().text), _FRAME_PX))
        half = _FRAME_PX / 2
        painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))
        middle = self.width() / 2
        painter.drawLine(QPointF(middle, 0), QPointF(middle, self.height()))
        if not is_complete:
            self._later.start()

    def panes(self) -> tuple[QRectF, QRectF]:
        """Where before and after are in the widget."""
        return (
            QRectF(_FRAME_PX, _FRAME_PX, _SIDE_PX, _SIDE_PX),
            QRectF(2 * _FRAME_PX + _SIDE_PX, _FRAME_PX, _SIDE_PX, _SIDE_PX),
        )

    def _draw_pane(
        self, painter: QPainter, picture: Picture, pane: QRectF, place: QPointF, portion: Portion, *, has_hand: bool
    ) -> bool:
        """False if something coarse stands in for what is still to be made."""
        ratio = self.devicePixelRatioF()
        scale = self._scene.view_state.loupe_scale / ratio
        painter.save()
        painter.setClipRect(pane)
        # whole pixels of the screen, so that those of the photo stay sharp
        shift = pane.center() - QPointF(place.x(), place.y()) * scale
        painter.translate(round(shift.x() * ratio) / ratio, round(shift.y() * ratio) / ratio)
        painter.scale(scale, scale)
        # as the photo lies in the view
        painter.translate(place)
        painter.rotate(degrees_of(self._view.transform()))
        painter.translate(-place)
        reach = math.hypot(pane.width(), pane.height()) / 2 / scale + 1
        part = QRectF(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach)
        part = part.intersected(self._scene.photo.boundingRect())
        missing = self._painter.draw(painter, picture, part, portion)
        if has_hand:
            self._scene.hand.draw_part(painter, part)
        painter.restore()
        return missing.isEmpty()

    def _refresh(self) -> None:
        state, place = self._scene.view_state, self._place_photo
        is_wanted = state.shows_loupe and state.is_comparing and place is not None
        if not is_wanted or place is None or not self._scene.photo.boundingRect().contains(place):
            self.hide()
            return
        self._stand_beside(self._view.viewportTransform().map(place))
        self.show()
        self.update()

    def _stand_beside(self, pointer: QPointF) -> None:
        """At the lower right of the pointer, at another side where there is no room."""
        room, gap = self._view.viewport().rect(), _FROM_POINTER_PX
        x = pointer.x() + gap if pointer.x() + gap + self.width() <= room.width() else pointer.x() - gap - self.width()
        y = pointer.y() + gap
        if y + self.height() > room.height():
            y = pointer.y() - gap - self.height()
        x = min(max(x, 0), max(0, room.width() - self.width()))
        y = min(max(y, 0), max(0, room.height() - self.height()))
        self.move(round(x), round(y))


def _draw_cross(painter: QPainter, place: QPointF) -> None:
    """The place that is the same in both, with nothing over it."""
    for colour, width in ((QColor(0, 0, 0, 150), 3), (QColor(255, 255, 255, 220), 1)):
        painter.setPen(QPen(colour, width))
        for step in (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)):
            painter.drawLine(place + step * (_REACH_PX - 4), place + step * _REACH_PX)


def _draw_name(painter: QPainter, pane: QRectF, text: str) -> None:
    size = painter.fontMetrics().boundingRect(text).size()
    box = QRectF(pane.left(), pane.top(), size.width() + 10, size.height() + 4)
    painter.fillRect(box, QColor(0, 0, 0, 150))
    painter.setPen(QColor("#ffffff"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
