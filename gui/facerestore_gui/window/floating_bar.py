"""FloatingBar: a bar over the canvas that moves nothing: the photo stays where it is when it comes and when it goes."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

_WIDEST_PX: Final = 880
_MARGIN_PX: Final = 12


class FloatingBar(QFrame):
    """A bar at the upper or lower edge of ``over``. As wide as it may be, or, ``hugs``, as its contents are."""

    def __init__(self, over: QWidget, edge: Qt.Edge, *, hugs: bool = False) -> None:
        super().__init__(over)
        self._over, self._edge, self._hugs = over, edge, hugs
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 6, 6, 6)
        over.installEventFilter(self)
        self.hide()

    def float_up(self) -> None:
        """Show it, above what else is there."""
        self.take_place()
        self.show()
        # only what is shown knows how large its words are
        self.take_place()
        self.raise_()

    def natural_width(self) -> int:
        """Of its contents and frame, in one line."""
        return self.row.totalSizeHint().width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.take_place()
        return False

    def take_place(self) -> None:
        """In the middle of its edge, as high as its words need."""
        self.row.invalidate()
        room = self._over.width() - 2 * _MARGIN_PX
        width = min(self.natural_width() if self._hugs else _WIDEST_PX, _WIDEST_PX, room)
        # the totals count the frame, which the style draws, too
        wrapped = self.row.totalHeightForWidth(width) if self.row.hasHeightForWidth() else 0
        height = max(wrapped, self.row.totalMinimumSize().height())
        top = _MARGIN_PX if self._edge is Qt.Edge.TopEdge else self._over.height() - height - _MARGIN_PX
        self.setGeometry((self._over.width() - width) // 2, top, width, height)
