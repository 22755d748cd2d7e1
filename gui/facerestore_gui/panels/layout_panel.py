"""The layout panel: predict and reset, alternatives, live preview, the overlay's look, and the legend."""

from typing import Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtGui import QAction, QActionGroup, QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from facerestore_gui.document.class_palettes import PALETTES
from facerestore_gui.document.document import Document
from facerestore_gui.document.overlay_settings import OverlaySettings
from facerestore_gui.document.tool_settings import FRAMING_TOOLS, HAND_TOOLS, MASK_TOOLS, ToolSettings
from facerestore_gui.editing.layout_controller import LayoutController
from facerestore_gui.editing.live_preview import LivePreview, PreviewState
from facerestore_gui.panels.alternatives_strip import AlternativesStrip
from facerestore_gui.panels.flow_layout import FlowLayout
from facerestore_gui.panels.legend import ROW_PX, LegendModel, LegendView, painted_labels
from facerestore_gui.panels.section import (
    PercentSlider,
    Section,
    action_button,
    text_button,
)
from facerestore_resources.face_classes import CLASS_COUNT, FaceClass

_LEAST_ROWS: Final = 5
"""So few that a window on a screen of 768 pixels scrolls the legend alone, not the column with the legend in it."""

_SAMPLE: Final = np.repeat(
    np.repeat(np.array([[FaceClass.SKIN, FaceClass.HAIR], [FaceClass.CLOTH, FaceClass.UPPER_LIP]], np.uint8), 8, 0),
    8,
    1,
)
"""What shows a palette in small."""


class LayoutSection(Section):
    """The section of the layout. With a tool of the mask in hand only its head and what concerns the whole layout are
    shown."""

    def __init__(
        self,
        document: Document,
        settings: ToolSettings,
        overlays: OverlaySettings,
        layouts: LayoutController,
        actions: dict[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(QCoreApplication.translate("LayoutSection", "Layout"), parent)
        self._settings, self._overlays = settings, overlays
        for name in ("show_uncertainty", "show_layout"):
            self.add_head_button(actions[name])
        texts = {
            "predict_layout": self.tr("Predict"),
            "reset_layout": self.tr("Reset"),
            "load_layout": self.tr("Load..."),
            "save_layout": self.tr("Save..."),
        }
        whole = [text_button(actions[name], self, text) for name, text in texts.items()]
        mirrors = [action_button(actions[name], self) for name in ("mirror_left", "mirror_right")]
        both = QWidget(self)
        pair = QHBoxLayout(both)
        pair.setContentsMargins(0, 0, 0, 0)
        for button in mirrors:
            pair.addWidget(button)
        self.rows.addLayout(FlowLayout(*whole, both))
        texts = {
            "reset_class": self.tr("Reset class"),
            "find_alternatives": self.tr("Alternatives"),
            "live_preview": self.tr("Live preview"),
        }
        self._class_row = QWidget(self)
        self._class_row.setLayout(FlowLayout(*(text_button(actions[name], self, text) for name, text in texts.items())))
        self.rows.addWidget(self._class_row)
        self.preview_label = PreviewLabel(layouts.preview, self)
        self.rows.addWidget(self.preview_label)
        self.alternatives = AlternativesStrip(layouts.predictions, settings, self)
        self.rows.addWidget(self.alternatives)
        self._opacity = PercentSlider(
            self.tr("Opacity"), overlays.layout_opacity, self.tr("Opacity of the layout over the photo"), self
        )
        self._opacity.moved.connect(overlays.set_layout_opacity)
        overlays.changed.connect(self._show_opacity)
        self._palette = self._palette_choice()
        self.add_row(self._opacity, self._palette)
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

    def refresh_icons(self) -> None:
        self.model.refresh_icons()

    def _palette_choice(self) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(self.tr("Colours of the classes"))
        button.setToolTip(
            self.tr("Colours of the classes: as usual, or told apart with any colour vision, with patterns")
        )
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu, self._palettes = QMenu(button), QActionGroup(self)
        for palette in PALETTES.values():
            action = menu.addAction(QCoreApplication.translate("Palettes", palette.text))
            action.setCheckable(True)
            action.setData(palette.name)
            self._palettes.addAction(action)
        self._palettes.triggered.connect(lambda action: self._settings.choose_palette(PALETTES[action.data()]))
        button.setMenu(menu)
        return button

    def _show_opacity(self) -> None:
        with QSignalBlocker(self._opacity):
            self._opacity.set_share(self._overlays.layout_opacity)

    def _refresh(self) -> None:
        for action in self._palettes.actions():
            action.setChecked(action.data() == self._settings.palette.name)
        self._palette.setIcon(QIcon(QPixmap.fromImage(painted_labels(_SAMPLE, self._settings.palette))))
        is_for_layouts = self._settings.kind not in MASK_TOOLS | HAND_TOOLS | FRAMING_TOOLS
        self._class_row.setVisible(is_for_layouts)
        # without a tool of the layout it gives its room to the mask
        self.legend.setVisible(is_for_layouts)
        self.alternatives.allow(shown=is_for_layouts)


class PreviewLabel(QLabel):
    """What the live preview is at; hidden while it is paused, as its button says then."""

    def __init__(self, preview: LivePreview, parent: QWidget) -> None:
        super().__init__(parent)
        self._preview = preview
        self.setObjectName("faint")
        self.setAccessibleName(self.tr("State of the live preview"))
        preview.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self.setText(
            self.tr("Live preview: {state}").format(
                state=QCoreApplication.translate("PreviewState", self._preview.state)
            )
        )
        self.setVisible(self._preview.state is not PreviewState.PAUSED)
