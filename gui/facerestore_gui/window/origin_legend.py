"""OriginLegend: which colour says what, as long as what was invented is shown."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget

from facerestore.compositing.origins_picture import HAND_RGB, MIRROR_RGB, NETWORK_RGB, REFERENCES_RGB, SURROUNDINGS_RGB
from facerestore_gui.document.document import Document
from facerestore_gui.document.view_state import ViewState
from facerestore_gui.look.translation import QT_TRANSLATE_NOOP
from facerestore_gui.window.floating_bar import FloatingBar

_MEANINGS: Final = (
    (NETWORK_RGB, QT_TRANSLATE_NOOP("OriginLegend", "invented by the network")),
    (MIRROR_RGB, QT_TRANSLATE_NOOP("OriginLegend", "from the other half of the face")),
    (REFERENCES_RGB[0], QT_TRANSLATE_NOOP("OriginLegend", "from other photographs")),
    (SURROUNDINGS_RGB, QT_TRANSLATE_NOOP("OriginLegend", "filled from its surroundings")),
    (HAND_RGB, QT_TRANSLATE_NOOP("OriginLegend", "filled by hand")),
)
_MIXED: Final = QT_TRANSLATE_NOOP("OriginLegend", "mixed by share")
_ENTRY: Final = '<span style="color: {colour}">\N{BLACK SQUARE}</span>&nbsp;{words}'


class OriginLegend(FloatingBar):
    """A line at the upper edge of ``over`` with the colours of the overlay."""

    def __init__(self, document: Document, view: ViewState, over: QWidget) -> None:
        super().__init__(over, Qt.Edge.TopEdge, hugs=True)
        self._document, self._view = document, view
        self.setObjectName("notice")
        self.setAccessibleName(self.tr("Colours of what was invented"))
        self._text = text = QLabel(self)
        text.setTextFormat(Qt.TextFormat.RichText)
        entries = [_ENTRY.format(colour=QColor(*colour).name(), words=self.tr(words)) for colour, words in _MEANINGS]
        text.setText("&nbsp;&nbsp; ".join([*entries, self.tr(_MIXED)]))
        self.row.addWidget(text, 1)
        views = view.overlays_changed, view.mode_changed, view.bars_changed
        for signal in (*views, document.result_changed, document.gesture_ended):
            signal.connect(self._refresh)
        self._refresh()

    def natural_width(self) -> int:
        """Of the line; where there is less room its words go on below."""
        self._text.setWordWrap(False)
        width = super().natural_width()
        self._text.setWordWrap(True)
        # words that are wrapped are measured a little wider
        return width + self._text.fontMetrics().averageCharWidth() * 3

    def _refresh(self) -> None:
        if self._view.origin_is_seen and self._document.has_changes:
            self.float_up()
        else:
            self.hide()
