"""Tips of thumbnails: shown beside them, so that what one wants to look at is not covered."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

_BELOW_POINT_PX: Final = 26
"""How far below the place that it is told Qt may put a tip."""
_FRAME_PX: Final = 12
_TIP_ROLE: Final = Qt.ItemDataRole.ToolTipRole


class TipsBeside(QObject):
    """The tips of the items of a view, or of a button, above the whole of it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        watched = widget.viewport() if isinstance(widget, QAbstractItemView) else widget
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return False
        text = self._text_at(event.pos())
        lines = text.count("\n") + 1
        height = lines * QFontMetrics(QToolTip.font()).lineSpacing() + _FRAME_PX
        place = self._widget.mapToGlobal(QPoint(event.pos().x(), -height - _BELOW_POINT_PX))
        if text:
            QToolTip.showText(place, text, self._widget)
        else:
            QToolTip.hideText()
        return True

    def _text_at(self, place: QPoint) -> str:
        if isinstance(self._widget, QAbstractItemView):
            index = self._widget.indexAt(place)
            if index.isValid():
                return str(index.data(_TIP_ROLE) or "")
        return self._widget.toolTip()
