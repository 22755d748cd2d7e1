"""The layout panel: predict and reset, alternatives, live preview, the overlay's look, and the legend."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from facerestore_gui.canvas.layout_item import DEFAULT_OPACITY
from facerestore_gui.canvas.tool_settings import LAYOUT_TOOLS, MASK_TOOLS, ToolSettings
from facerestore_gui.class_palettes import PALETTES
from facerestore_gui.document import Document
from facerestore_gui.layout_work import LayoutWork
from facerestore_gui.live_preview import LivePreview
from facerestore_gui.panels.alternatives_strip import AlternativesStrip
from facerestore_gui.panels.legend import ROW_PX, LegendModel, LegendView
from facerestore_gui.panels.section import (
    PercentSlider,
    Section,
    action_button,
    flow_row,
    name_choice,
    named_row,
    text_button,
)
from facerestore_resources.face_classes import CLASS_COUNT

_LEAST_ROWS: Final = 5
"""So few that a window of 640 pixels scrolls the legend alone, not the column with the legend in it."""


class LayoutSection(Section):
    """With a tool of the mask in hand only its head and what concerns the whole layout are shown."""

    opacity_changed = Signal(float)

    def __init__(
        self,
        document: Document,
        settings: ToolSettings,
        layouts: LayoutWork,
        actions: dict[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Layout", parent)
        self._settings = settings
        for name in ("show_uncertainty", "show_layout"):
            self.add_head_button(actions[name])
        texts = {
            "predict_layout": "Predict",
            "reset_layout": "Reset",
            "load_layout": "Load...",
            "save_layout": "Save...",
        }
        self.rows.addLayout(flow_row(*(text_button(actions[name], self, text) for name, text in texts.items())))
        self._class_row = QWidget(self)
        self._class_row.setLayout(
            flow_row(
                text_button(actions["reset_class"], self, "Reset class"),
                text_button(actions["find_alternatives"], self, "Alternatives"),
                action_button(actions["mirror_left"], self),
                action_button(actions["mirror_right"], self),
            )
        )
        self.rows.addWidget(self._class_row)
        self.alternatives = AlternativesStrip(layouts.predictions, settings, self)
        self.rows.addWidget(self.alternatives)
        self.preview_row = PreviewRow(layouts.preview, actions["live_preview"], self)
        self.rows.addWidget(self.preview_row)
        self._opacity = PercentSlider("Opacity", DEFAULT_OPACITY, "Opacity of the layout over the photo", self)
        self._opacity.moved.connect(self.opacity_changed)
        self.rows.addWidget(self._opacity)
        self._palette = self._palette_choice()
        self._palette_row = QWidget(self)
        self._palette_row.setLayout(named_row("Colours", self._palette))
        self.rows.addWidget(self._palette_row)
        self.model = LegendModel(document, settings, self)
        self.legend = LegendView(self.model, settings, self)
        self.legend.setMinimumHeight(_LEAST_ROWS * ROW_PX)
        self.legend.setMaximumHeight(CLASS_COUNT * ROW_PX + 2)
        self.rows.addWidget(self.legend, 1)
        # the legend grows to its last row; what is left then lies below it, not between the rows above
        self.rows.addStretch(0)
        margins = self.rows.contentsMargins()
        margins.setBottom(margins.bottom() - self.rows.spacing())
        self.rows.setContentsMargins(margins)
        settings.changed.connect(self._refresh)
        self._refresh()

    @property
    def opacity(self) -> float:
        """0...1."""
        return self._opacity.share

    def set_opacity(self, opacity: float) -> None:
        self._opacity.set_share(opacity)

    @property
    def palette_name(self) -> str:
        return self._settings.palette.name

    def set_palette(self, name: str) -> None:
        """By its name; an unknown one changes nothing."""
        if name in PALETTES:
            self._settings.choose_palette(PALETTES[name])

    def refresh_icons(self) -> None:
        self.model.refresh_icons()

    def _palette_choice(self) -> QComboBox:
        choice = QComboBox(self)
        name_choice(choice, "Colours of the classes")
        choice.setToolTip(
            "The second palette can be told apart with any colour vision; patterns help where colours run out"
        )
        for palette in PALETTES.values():
            choice.addItem(palette.text, palette.name)
        choice.activated.connect(lambda index: self._settings.choose_palette(PALETTES[choice.itemData(index)]))
        return choice

    def _refresh(self) -> None:
        with QSignalBlocker(self._palette):
            self._palette.setCurrentIndex(list(PALETTES).index(self._settings.palette.name))
        kind = self._settings.kind
        for row in (self._class_row, self._palette_row):
            row.setVisible(kind not in MASK_TOOLS)
        self.preview_row.setVisible(kind in LAYOUT_TOOLS)
        self.alternatives.allow(shown=kind not in MASK_TOOLS)


class PreviewRow(QWidget):
    """The switch of the live preview, and what it is at."""

    def __init__(self, preview: LivePreview, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._preview = preview
        self._button = text_button(action, self, "Live preview")
        self._state = QLabel(self)
        self._state.setObjectName("faint")
        self._state.setAccessibleName("State of the live preview")
        self.setLayout(flow_row(self._button, self._state))
        preview.changed.connect(self._refresh)
        self._refresh()

    @property
    def text(self) -> str:
        return self._state.text()

    def _refresh(self) -> None:
        self._state.setText(str(self._preview.state))
