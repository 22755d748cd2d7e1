"""The mask panel: size of the brush, look of the overlay, and what is done to the whole mask."""

import math

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPixmap
from PySide6.QtWidgets import QColorDialog, QDoubleSpinBox, QLabel, QSlider, QToolButton, QWidget

from facerestore_gui.canvas.mask_item import DEFAULT_COLOUR, DEFAULT_OPACITY
from facerestore_gui.canvas.tool_settings import LARGEST_BRUSH_PX, SMALLEST_BRUSH_PX, ToolSettings
from facerestore_gui.panels.section import PercentSlider, Section, text_button

_SLIDER_STEPS = 200


class BrushSection(Section):
    """The diameter that brush, eraser and class brush share, on a scale that grows by factors."""

    def __init__(self, settings: ToolSettings, parent: QWidget | None = None) -> None:
        super().__init__("Brush", parent)
        self._settings = settings
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setRange(0, _SLIDER_STEPS)
        self._slider.setAccessibleName("Brush size")
        self._slider.setToolTip("Diameter of the brush in pixels of the photo  ([ and ], or Ctrl and wheel)")
        self._number = QDoubleSpinBox(self)
        self._number.setRange(SMALLEST_BRUSH_PX, LARGEST_BRUSH_PX)
        self._number.setDecimals(0)
        self._number.setSuffix(" px")
        self._number.setAccessibleName("Brush size in pixels")
        label = QLabel("Size", self)
        label.setBuddy(self._slider)
        self.add_row(label, self._slider, self._number, stretch=1)
        self._slider.valueChanged.connect(self._on_slider)
        self._number.valueChanged.connect(settings.set_brush_diameter)
        settings.changed.connect(self._refresh)
        self._refresh()

    def _on_slider(self, value: int) -> None:
        span = math.log(LARGEST_BRUSH_PX / SMALLEST_BRUSH_PX)
        self._settings.set_brush_diameter(round(SMALLEST_BRUSH_PX * math.exp(span * value / _SLIDER_STEPS)))

    def _refresh(self) -> None:
        diameter = self._settings.brush_diameter_px
        span = math.log(LARGEST_BRUSH_PX / SMALLEST_BRUSH_PX)
        with QSignalBlocker(self._slider), QSignalBlocker(self._number):
            self._slider.setValue(round(_SLIDER_STEPS * math.log(diameter / SMALLEST_BRUSH_PX) / span))
            self._number.setValue(diameter)


class MaskSection(Section):
    """Overlay colour and opacity; clear, invert, import, export."""

    look_changed = Signal(QColor, float)

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__("Mask", parent)
        self.colour = QColor(DEFAULT_COLOUR)
        self.add_head_button(actions["show_mask"])
        self._colour_button = QToolButton(self)
        self._colour_button.setToolTip("Colour of the mask overlay")
        self._colour_button.setAccessibleName("Overlay colour")
        self._colour_button.clicked.connect(self._ask_colour)
        self._opacity = PercentSlider("Opacity", DEFAULT_OPACITY, "Opacity of the mask overlay", self)
        self._opacity.moved.connect(self._tell)
        self.add_row(self._opacity, self._colour_button)
        names = ("clear_mask", "invert_mask", "import_mask", "export_mask")
        texts = ("Clear", "Invert", "Import...", "Export...")
        buttons = [text_button(actions[name], self, text) for name, text in zip(names, texts, strict=True)]
        row = self.add_row(*buttons, stretch=-1)
        row.setSpacing(3)
        row.addStretch(1)
        self._show_colour()

    @property
    def opacity(self) -> float:
        """0...1."""
        return self._opacity.share

    def set_opacity(self, opacity: float) -> None:
        self._opacity.set_share(opacity)

    def set_colour(self, colour: QColor) -> None:
        self.colour = colour
        self._show_colour()
        self._tell()

    def _ask_colour(self) -> None:
        chosen = QColorDialog.getColor(self.colour, self, "Colour of the mask overlay")
        if chosen.isValid():
            self.set_colour(chosen)

    def _tell(self) -> None:
        self.look_changed.emit(self.colour, self._opacity.share)

    def _show_colour(self) -> None:
        swatch = QPixmap(16, 16)
        swatch.fill(self.colour)
        self._colour_button.setIcon(QIcon(swatch))
