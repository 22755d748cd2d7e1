"""The tool panel: the settings of the tool in hand, and no others."""

import math
from typing import Final

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from facerestore.editing.mask_shapes import Combination
from facerestore_gui.document.brush_presets import BrushPresets
from facerestore_gui.document.document import Document
from facerestore_gui.document.suggestions import Suggestions
from facerestore_gui.document.tool_settings import (
    BRUSH_TOOLS,
    FRAMING_TOOLS,
    LARGEST_BRUSH_PX,
    LARGEST_TOLERANCE,
    SHAPE_TOOLS,
    SMALLEST_BRUSH_PX,
    PressureCurve,
    ToolKind,
    ToolSettings,
)
from facerestore_gui.look.translation import QT_TRANSLATE_NOOP
from facerestore_gui.panels.flow_layout import FlowLayout
from facerestore_gui.panels.framing_page import FramingPage
from facerestore_gui.panels.presets_button import PresetsButton
from facerestore_gui.panels.section import PercentSlider, Section, name_choice, named_row, tip_with_keys
from facerestore_gui.panels.smart_edge_page import SmartEdgePage
from facerestore_gui.panels.suggestions_panel import SuggestionsPage

_SLIDER_STEPS: Final = 200
_TITLES: Final = {
    ToolKind.HAND: QT_TRANSLATE_NOOP("ToolSection", "Hand"),
    ToolKind.BRUSH: QT_TRANSLATE_NOOP("ToolSection", "Brush"),
    ToolKind.ERASER: QT_TRANSLATE_NOOP("ToolSection", "Eraser"),
    ToolKind.LASSO: QT_TRANSLATE_NOOP("ToolSection", "Lasso"),
    ToolKind.POLYGON: QT_TRANSLATE_NOOP("ToolSection", "Polygon"),
    ToolKind.RECTANGLE: QT_TRANSLATE_NOOP("ToolSection", "Rectangle"),
    ToolKind.ELLIPSE: QT_TRANSLATE_NOOP("ToolSection", "Ellipse"),
    ToolKind.WAND: QT_TRANSLATE_NOOP("ToolSection", "Magic wand"),
    ToolKind.TRACE: QT_TRANSLATE_NOOP("ToolSection", "Trace scratch"),
    ToolKind.SUGGEST: QT_TRANSLATE_NOOP("ToolSection", "Suggested damage"),
    ToolKind.HEAL: QT_TRANSLATE_NOOP("ToolSection", "Heal brush"),
    ToolKind.CLONE: QT_TRANSLATE_NOOP("ToolSection", "Clone brush"),
    ToolKind.PAINT: QT_TRANSLATE_NOOP("ToolSection", "Class brush"),
    ToolKind.FILL: QT_TRANSLATE_NOOP("ToolSection", "Fill"),
    ToolKind.PICK: QT_TRANSLATE_NOOP("ToolSection", "Eyedropper"),
    ToolKind.CLASS_POLYGON: QT_TRANSLATE_NOOP("ToolSection", "Class polygon"),
    ToolKind.SMART_EDGE: QT_TRANSLATE_NOOP("ToolSection", "Smart edge"),
    ToolKind.PART: QT_TRANSLATE_NOOP("ToolSection", "Move part"),
    ToolKind.CHOOSE: QT_TRANSLATE_NOOP("ToolSection", "Candidate brush"),
    ToolKind.POINTS: QT_TRANSLATE_NOOP("ToolSection", "Face points"),
    ToolKind.CROP: QT_TRANSLATE_NOOP("ToolSection", "Crop"),
    ToolKind.STRAIGHTEN: QT_TRANSLATE_NOOP("ToolSection", "Straighten"),
}
_CURVES: Final = {
    PressureCurve.SOFT: QT_TRANSLATE_NOOP("BrushPage", "Soft"),
    PressureCurve.LINEAR: QT_TRANSLATE_NOOP("BrushPage", "Linear"),
    PressureCurve.FIRM: QT_TRANSLATE_NOOP("BrushPage", "Firm"),
}
_COMBINATIONS: Final = {
    Combination.ADD: QT_TRANSLATE_NOOP("ShapePage", "Add to the mask"),
    Combination.SUBTRACT: QT_TRANSLATE_NOOP("ShapePage", "Take from the mask"),
    Combination.INTERSECT: QT_TRANSLATE_NOOP("ShapePage", "Keep only what is inside"),
}


class ToolSection(Section):
    """The section of the tool in hand. Its heading is the tool's name. Tools without settings leave it with the heading
    alone."""

    def __init__(
        self,
        settings: ToolSettings,
        presets: BrushPresets,
        suggestions: Suggestions,
        document: Document,
        actions: dict[str, QAction],
        parent: QWidget,
    ) -> None:
        super().__init__(QCoreApplication.translate("ToolSection", _TITLES[settings.kind]), parent)
        self._settings = settings
        # a tool without settings leaves its room to the legend
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.brush = BrushPage(settings, presets, actions, self)
        self.shape = ShapePage(settings, self)
        self.wand = WandPage(settings, self)
        self.suggestions = SuggestionsPage(suggestions, settings, actions, self)
        self.framing = FramingPage(document, actions, self)
        self._pages: tuple[tuple[frozenset[ToolKind], QWidget], ...] = (
            (BRUSH_TOOLS, self.brush),
            (SHAPE_TOOLS | {ToolKind.WAND, ToolKind.TRACE}, self.shape),
            (frozenset({ToolKind.WAND}), self.wand),
            (frozenset({ToolKind.SUGGEST}), self.suggestions),
            (frozenset({ToolKind.SMART_EDGE}), SmartEdgePage(settings, self)),
            (FRAMING_TOOLS, self.framing),
        )
        for _, page in self._pages:
            self.rows.addWidget(page)
        settings.changed.connect(self._refresh)
        self._refresh()

    def sizeHint(self) -> QSize:
        """As high as its rows are at its width: the column gives it no more, and needs to know it."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(self.width())) if self.hasHeightForWidth() else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _refresh(self) -> None:
        kind = self._settings.kind
        self.set_title(self.tr(_TITLES[kind]))
        for kinds, page in self._pages:
            page.setVisible(kind in kinds)


class _Page(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(5)


class BrushPage(_Page):
    """The diameter that all brushes share, on a scale that grows by factors; whether a pen's pressure sets the size,
    and how; the hardness of the brush and of the clone brush, the presets of the brush, and whether the clone's source
    goes along."""

    def __init__(
        self, settings: ToolSettings, presets: BrushPresets, actions: dict[str, QAction], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setRange(0, _SLIDER_STEPS)
        self._slider.setAccessibleName(self.tr("Brush size"))
        tip_with_keys(
            self._slider,
            self.tr("Diameter of the brush in pixels of the photo; Ctrl and the wheel change it too"),
            actions["smaller_brush"],
            actions["larger_brush"],
        )
        self._number = QDoubleSpinBox(self)
        self._number.setRange(SMALLEST_BRUSH_PX, LARGEST_BRUSH_PX)
        self._number.setDecimals(0)
        self._number.setSuffix(self.tr(" px"))
        self._number.setAccessibleName(self.tr("Brush size in pixels"))
        self.rows.addLayout(named_row(self.tr("Size"), self._slider, self._number))
        self._hardness = PercentSlider(
            self.tr("Hardness"),
            1.0,
            self.tr(
                "How much of the brush paints whatever is there; its rim paints only what stands out from the photo"
            ),
            self,
            keys=(actions["softer_brush"], actions["harder_brush"]),
        )
        self.rows.addWidget(self._hardness)
        self._fading = PercentSlider(
            self.tr("Hardness"),
            1.0,
            self.tr("How much of the brush copies in full; its rim fades into the photo"),
            self,
            keys=(actions["softer_brush"], actions["harder_brush"]),
        )
        self.rows.addWidget(self._fading)
        self._pressure = QCheckBox(self.tr("Pen pressure sets the size"), self)
        self._pressure.setToolTip(self.tr("A pen that presses less paints a thinner line"))
        self._curve = QComboBox(self)
        name_choice(self._curve, self.tr("How pressure becomes size"))
        self._curve.setToolTip(
            self.tr("Soft: a light touch paints broadly. Firm: only a strong one does. Linear: in between")
        )
        for curve, text in _CURVES.items():
            self._curve.addItem(self.tr(text), curve)
        self._presets = PresetsButton(presets, settings, self)
        # side by side where a language's words leave room for both
        self.rows.addLayout(FlowLayout(self._pressure, self._curve, self._presets))
        self._aligned = QCheckBox(self.tr("Source goes along"), self)
        self._aligned.setToolTip(
            self.tr("The place to copy from keeps its distance to the brush; else each stroke begins there anew")
        )
        self.rows.addWidget(self._aligned)
        self._slider.valueChanged.connect(self._on_slider)
        self._number.valueChanged.connect(settings.set_brush_diameter)
        self._hardness.moved.connect(settings.set_hardness)
        self._fading.moved.connect(settings.set_hardness)
        self._pressure.toggled.connect(settings.set_pressure_sets_size)
        self._aligned.toggled.connect(settings.set_clone_is_aligned)
        self._curve.activated.connect(lambda index: settings.choose_pressure_curve(self._curve.itemData(index)))
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
        kind = self._settings.kind
        self._hardness.setVisible(kind in (ToolKind.BRUSH, ToolKind.HEAL))
        self._fading.setVisible(kind is ToolKind.CLONE)
        self._fading.set_share(self._settings.hardness)
        self._aligned.setVisible(kind is ToolKind.CLONE)
        self._aligned.setChecked(self._settings.clone_is_aligned)
        self._hardness.set_share(self._settings.hardness)
        self._pressure.setChecked(self._settings.pressure_sets_size)
        self._curve.setCurrentIndex(list(_CURVES).index(self._settings.pressure_curve))
        self._curve.setEnabled(self._settings.pressure_sets_size)
        self._presets.setVisible(self._settings.kind is ToolKind.BRUSH)


class ShapePage(_Page):
    """What a shape does to the mask."""

    def __init__(self, settings: ToolSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._mode = QComboBox(self)
        name_choice(self._mode, self.tr("What the shape does"))
        self._mode.setToolTip(
            self.tr("What is drawn does this to the mask; with Alt or the right button it takes away")
        )
        for combination, text in _COMBINATIONS.items():
            self._mode.addItem(self.tr(text), combination)
        self.rows.addLayout(named_row(self.tr("Mode"), self._mode))
        self._mode.activated.connect(self._on_mode)
        settings.changed.connect(self._refresh)
        self._refresh()

    def _on_mode(self, index: int) -> None:
        self._settings.choose_combination(Combination(self._mode.itemData(index)))

    def _refresh(self) -> None:
        self._mode.setCurrentIndex(list(_COMBINATIONS).index(self._settings.combination))


class WandPage(_Page):
    """The settings of the magic wand: how near a colour must be, and whether it must be connected to the clicked
    place."""

    def __init__(self, settings: ToolSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._tolerance = QSlider(Qt.Orientation.Horizontal, self)
        self._tolerance.setRange(0, LARGEST_TOLERANCE)
        self._tolerance.setAccessibleName(self.tr("Tolerance"))
        self._tolerance.setToolTip(
            self.tr("How far a colour may be from the clicked one: 1 is hardly seen, 100 is black and white")
        )
        self._value = QLabel(self)
        self._value.setMinimumWidth(self._value.fontMetrics().horizontalAdvance("100"))
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._contiguous = QCheckBox(self.tr("Connected only"), self)
        self._contiguous.setToolTip(
            self.tr("Only what is connected to the clicked place; else all of that colour in the photo")
        )
        self.rows.addLayout(named_row(self.tr("Tolerance"), self._tolerance, self._value))
        self.rows.addWidget(self._contiguous)
        self._tolerance.valueChanged.connect(self._tell)
        self._contiguous.toggled.connect(self._tell)
        settings.changed.connect(self._refresh)
        self._refresh()

    def _tell(self) -> None:
        self._settings.set_wand(self._tolerance.value(), is_contiguous=self._contiguous.isChecked())

    def _refresh(self) -> None:
        with QSignalBlocker(self._tolerance), QSignalBlocker(self._contiguous):
            self._tolerance.setValue(round(self._settings.wand_tolerance))
            self._contiguous.setChecked(self._settings.wand_is_contiguous)
        self._value.setText(str(round(self._settings.wand_tolerance)))
