"""The mask panel: the class that one paints, look of the overlay, and what is done to the whole mask."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QColorDialog, QComboBox, QLabel, QMenu, QSpinBox, QToolButton, QVBoxLayout, QWidget

from facerestore.values.damage_classes import DamageClass, Policy
from facerestore.values.damage_table import DEFAULT_TABLE, DamageKind, DamageTable
from facerestore_gui.document.overlay_settings import OverlaySettings
from facerestore_gui.document.tool_settings import LAYOUT_TOOLS, MASK_TOOLS, ToolSettings
from facerestore_gui.editing.damage_class_edits import DamageClassEdits
from facerestore_gui.look.damage_colours import (
    class_name,
    colour_of,
    policy_name,
    policy_tip,
    policy_words,
)
from facerestore_gui.look.icons import swatch
from facerestore_gui.panels.flow_layout import FlowLayout
from facerestore_gui.panels.section import (
    PercentSlider,
    Section,
    action_button,
    name_choice,
    named_row,
    text_button,
    tip_with_keys,
)

_LARGEST_REFINE_PX: Final = 100
CLASS_ACTIONS: Final = ("change_class", "add_class", "remove_class")
_REFINEMENTS: Final = ("grow_mask", "shrink_mask", "smooth_mask", "remove_specks", "fill_holes")


class MaskSection(Section):
    """The section of the mask. With a tool of the layout in hand only its look is shown."""

    def __init__(
        self,
        settings: ToolSettings,
        overlays: OverlaySettings,
        edits: DamageClassEdits,
        actions: dict[str, QAction],
        parent: QWidget,
    ) -> None:
        super().__init__(QCoreApplication.translate("MaskSection", "Mask"), parent)
        self._settings, self._overlays, self._edits = settings, overlays, edits
        self._shown: DamageTable | None = None
        self.add_head_button(actions["find_damage"])
        self.add_head_button(actions["show_mask"])
        self._class = self._class_choice()
        tip_with_keys(
            self._class, self.tr("What the tools of the mask paint, and what is done about it"), actions["next_damage"]
        )
        self._class_row = QWidget(self)
        menu = self._class_menu(actions)
        self._policy = self._policy_choice()
        rows = QVBoxLayout(self._class_row)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(5)
        rows.addLayout(named_row(self.tr("Paint as"), self._class, menu))
        rows.addLayout(named_row(self.tr("Treatment"), self._policy))
        self.rows.addWidget(self._class_row)
        self._opacity = PercentSlider(
            self.tr("Opacity"), overlays.mask_opacity, self.tr("Opacity of the mask overlay"), self
        )
        self._opacity.moved.connect(overlays.set_mask_opacity)
        self._colour_button = QToolButton(self)
        self._colour_button.setToolTip(self.tr("Colour of the mask overlay"))
        self._colour_button.setAccessibleName(self.tr("Overlay colour"))
        self._colour_button.clicked.connect(self._ask_colour)
        self.add_row(self._opacity, self._colour_button)
        self._radius = QSpinBox(self)
        self._radius.setRange(1, _LARGEST_REFINE_PX)
        self._radius.setSuffix(self.tr(" px"))
        self._radius.setAccessibleName(self.tr("Pixels to change the mask by"))
        self._radius.setToolTip(
            self.tr("By how much the mask is grown, shrunk or smoothed; specks are smaller than its square")
        )
        self._radius.valueChanged.connect(settings.set_refine_px)
        self._refine_row = QWidget(self)
        buttons = [action_button(actions[name], self) for name in _REFINEMENTS]
        label = QLabel(self.tr("Change by"), self)
        label.setBuddy(self._radius)
        self._refine_row.setLayout(FlowLayout(label, self._radius, *buttons))
        self.rows.addWidget(self._refine_row)
        names = ("clear_mask", "invert_mask", "import_mask", "export_mask")
        texts = (self.tr("Clear"), self.tr("Invert"), self.tr("Import..."), self.tr("Export..."))
        self._whole_row = QWidget(self)
        self._whole_row.setLayout(
            FlowLayout(*(text_button(actions[name], self, text) for name, text in zip(names, texts, strict=True)))
        )
        self.rows.addWidget(self._whole_row)
        settings.changed.connect(self._refresh)
        overlays.changed.connect(self._show_overlay)
        self._refresh()
        self._show_overlay()

    def _class_choice(self) -> QComboBox:
        choice = QComboBox(self)
        name_choice(choice, self.tr("Class of damage to paint"))
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.activated.connect(lambda index: self._settings.choose_damage(choice.itemData(index)))
        return choice

    def _policy_choice(self) -> QComboBox:
        choice = QComboBox(self)
        name_choice(choice, self.tr("What is done about this class"))
        for policy in (Policy.RESTORE, Policy.FILL, Policy.PROTECT, Policy.KEEP):
            choice.addItem(policy_name(policy), policy)
            choice.setItemData(choice.count() - 1, policy_tip(policy), Qt.ItemDataRole.ToolTipRole)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.activated.connect(lambda index: self._edits.set_policy(Policy(choice.itemData(index))))
        return choice

    def _class_menu(self, actions: dict[str, QAction]) -> QToolButton:
        button = text_button(actions[CLASS_ACTIONS[0]], self, self.tr("Edit..."))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        menu = QMenu(button)
        menu.addActions([actions[name] for name in CLASS_ACTIONS])
        button.setMenu(menu)
        return button

    def _refresh(self) -> None:
        with QSignalBlocker(self._class), QSignalBlocker(self._radius), QSignalBlocker(self._policy):
            if self._settings.classes != self._shown:
                self._show_classes()
            self._class.setCurrentIndex(self._class.findData(int(self._settings.damage_class)))
            policy = self._settings.classes.policies[self._settings.damage_class]
            self._policy.setCurrentIndex(self._policy.findData(policy))
            self._policy.setToolTip(policy_tip(policy))
            self._radius.setValue(self._settings.refine_px)
        for row in (self._class_row, self._refine_row):
            row.setVisible(self._settings.kind in MASK_TOOLS)
        self._whole_row.setVisible(self._settings.kind not in LAYOUT_TOOLS)

    def _ask_colour(self) -> None:
        chosen = QColorDialog.getColor(self._overlays.mask_colour, self, self.tr("Colour of the mask overlay"))
        if chosen.isValid():
            self._overlays.set_mask_colour(chosen)

    def _show_overlay(self) -> None:
        with QSignalBlocker(self._opacity):
            self._opacity.set_share(self._overlays.mask_opacity)
        shown = swatch(self._overlays.mask_colour)
        self._colour_button.setIcon(shown)
        self._class.setItemIcon(self._class.findData(int(DamageClass.DAMAGE)), shown)

    def _show_classes(self) -> None:
        self._shown = self._settings.classes
        self._class.clear()
        for one in self._shown.kinds:
            self._class.addItem(
                swatch(QColor(colour_of(one, self._overlays.mask_colour.name()))), _class_text(one), one.number
            )


def _class_text(one: DamageKind) -> str:
    is_said = one in DEFAULT_TABLE.kinds and one.policy is Policy.PROTECT
    return class_name(one) if is_said else f"{class_name(one)}: {policy_words(one.policy)}"
