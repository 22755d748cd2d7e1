"""The page of suggested damage: how sure and how large it must be, how large dust may be, how much there is of each
kind, take all or none."""

from collections import Counter
from typing import Final

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QSpinBox, QVBoxLayout, QWidget

from facerestore_gui.document.suggestions import DEFAULT_THRESHOLD, Suggestions
from facerestore_gui.document.tool_settings import ToolSettings
from facerestore_gui.look.damage_colours import class_name
from facerestore_gui.panels.flow_layout import FlowLayout
from facerestore_gui.panels.section import PercentSlider, named_row, text_button

_MOST_DUST_PX: Final = 999
_MOST_SIZE_PX: Final = 99_999


class SuggestionsPage(QWidget):
    """The settings of suggested damage. Before a search it offers one; then it counts what is taken."""

    def __init__(
        self, suggestions: Suggestions, settings: ToolSettings, actions: dict[str, QAction], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._suggestions, self._settings = suggestions, settings
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setObjectName("faint")
        self._threshold = PercentSlider(
            self.tr("At least"),
            DEFAULT_THRESHOLD,
            self.tr("Show only what is as sure as this. By itself only what is certain, from 85%, is taken."),
            self,
        )
        self._threshold.moved.connect(suggestions.set_threshold)
        self._least = self._size(self.tr("Shortest suggestion in pixels"))
        self._most = self._size(self.tr("Longest suggestion in pixels"))
        self._sizes = QWidget(self)
        self._sizes.setLayout(named_row(self.tr("Length in px"), self._least, QLabel(self.tr("to"), self), self._most))
        self._dust = QSpinBox(self)
        self._dust.setRange(0, _MOST_DUST_PX)
        self._dust.setSuffix(self.tr(" px"))
        self._dust.setSpecialValueText(self.tr("automatic"))
        self._dust.setAccessibleName(self.tr("Largest speck of dust in pixels"))
        self._dust.setToolTip(self.tr("Larger specks are no dust and are not suggested; holds for the next search"))
        self._dust.valueChanged.connect(self._set_dust)
        find = text_button(actions["find_damage"], self, self.tr("Find damage"))
        accept = text_button(actions["accept_suggestions"], self, self.tr("Accept all"))
        reject = text_button(actions["reject_suggestions"], self, self.tr("Reject all"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(5)
        rows.addWidget(self._threshold)
        rows.addWidget(self._sizes)
        rows.addWidget(self._text)
        rows.addLayout(named_row(self.tr("Largest dust"), self._dust))
        rows.addLayout(FlowLayout(accept, reject, find))
        self._choices = (self._threshold, self._sizes, accept, reject)
        suggestions.changed.connect(self._refresh)
        self._refresh()

    def _size(self, name: str) -> QSpinBox:
        size = QSpinBox(self)
        size.setRange(0, _MOST_SIZE_PX)
        size.setSpecialValueText(self.tr("any"))
        size.setAccessibleName(name)
        size.setToolTip(self.tr("Show only what is as long as this in the photo; the rest is not accepted"))
        size.valueChanged.connect(self._set_sizes)
        return size

    def _set_sizes(self) -> None:
        self._suggestions.set_sizes(self._least.value() or None, self._most.value() or None)

    def _set_dust(self, value: int) -> None:
        self._suggestions.most_dust_px = value or None

    def _refresh(self) -> None:
        is_active = self._suggestions.is_active
        for widget in self._choices:
            widget.setVisible(is_active)
        self._threshold.set_share(self._suggestions.threshold)
        for box, size in zip((self._least, self._most), self._suggestions.sizes_px, strict=True):
            with QSignalBlocker(box):
                box.setValue(size or 0)
        offered = self.tr("Looks for scratches, creases, dust, stains and tears.")
        self._text.setText(self._summary() if is_active else offered)

    def _summary(self) -> str:
        shown, taken = self._suggestions.shown, self._suggestions.taken
        kinds = Counter(class_name(self._settings.kind_of(one.kind)) for one in taken)
        named = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
        text = self.tr("{taken} of {shown} taken. Click one to refuse or take it.")
        if named:
            text = self.tr("{taken} of {shown} taken: {kinds}. Click one to refuse or take it.")
        return text.format(taken=len(taken), shown=len(shown), kinds=named)
