"""What the tools are set to: which tool, how big, which class, what is locked and shown."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Signal

from facerestore.editing.mask_shapes import Combination
from facerestore.values.damage_classes import DamageClass
from facerestore.values.damage_table import DEFAULT_TABLE, DamageKind, DamageTable
from facerestore_gui.document.class_palettes import STANDARD, Palette
from facerestore_resources.face_classes import CLASS_COUNT, FaceClass

SMALLEST_BRUSH_PX: Final = 1.0
LARGEST_BRUSH_PX: Final = 1000.0
LARGEST_TOLERANCE: Final = 100
_BRUSH_STEP: Final = 1.2
_HARDNESS_STEP: Final = 0.1
_LEAST_PRESSURE: Final = 0.15
"""A pen that hardly touches still draws a line."""


class PressureCurve(StrEnum):
    """How the pressure of a pen becomes size: how hard one has to press."""

    SOFT = "soft"
    """A light touch paints broadly."""
    LINEAR = "linear"
    FIRM = "firm"
    """Only a strong one does."""

    def bent(self, pressure: float) -> float:
        """0...1 for a pressure of 0...1; what lies beyond is taken as the nearest."""
        return float(min(max(pressure, 0.0), 1.0) ** _EXPONENTS[self])


_EXPONENTS: Final = {PressureCurve.SOFT: 0.5, PressureCurve.LINEAR: 1.0, PressureCurve.FIRM: 2.0}


class ToolKind(StrEnum):
    """The tools, by the names that actions and icons have."""

    HAND = "hand"
    BRUSH = "brush"
    ERASER = "eraser"
    LASSO = "lasso"
    POLYGON = "polygon"
    RECTANGLE = "rectangle"
    ELLIPSE = "ellipse"
    WAND = "wand"
    TRACE = "trace"
    SUGGEST = "suggest"
    HEAL = "heal"
    CLONE = "clone"
    PAINT = "paint"
    FILL = "fill"
    PICK = "pick"
    CLASS_POLYGON = "class_polygon"
    SMART_EDGE = "smart_edge"
    PART = "part"
    CHOOSE = "choose"
    POINTS = "points"
    CROP = "crop"
    STRAIGHTEN = "straighten"


LAYOUT_TOOLS: Final = frozenset(
    {
        ToolKind.PAINT,
        ToolKind.FILL,
        ToolKind.PICK,
        ToolKind.CLASS_POLYGON,
        ToolKind.SMART_EDGE,
        ToolKind.PART,
    }
)
BRUSH_TOOLS: Final = frozenset(
    {ToolKind.BRUSH, ToolKind.ERASER, ToolKind.HEAL, ToolKind.CLONE, ToolKind.PAINT, ToolKind.CHOOSE}
)
HAND_TOOLS: Final = frozenset({ToolKind.HEAL, ToolKind.CLONE})
"""They paint pixels, and no mask."""
SHAPE_TOOLS: Final = frozenset({ToolKind.LASSO, ToolKind.POLYGON, ToolKind.RECTANGLE, ToolKind.ELLIPSE})
MASK_TOOLS: Final = SHAPE_TOOLS | {
    ToolKind.BRUSH,
    ToolKind.ERASER,
    ToolKind.WAND,
    ToolKind.TRACE,
    ToolKind.SUGGEST,
}


FRAMING_TOOLS: Final = frozenset({ToolKind.CROP, ToolKind.STRAIGHTEN})
"""While one of them is in hand, all of the scan is shown."""


class ToolSettings(QObject):
    """The settings of the tools. Set by panels and shortcuts, read by tools and items. Undo never changes them."""

    changed = Signal()
    kind_changed = Signal()
    """Another tool is in hand."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = ToolKind.BRUSH
        self.brush_diameter_px = 40.0
        self.hardness = 1.0
        """Share of the brush's radius that paints whatever is there; the rim paints what stands out."""
        self.pressure_sets_size = True
        self.pressure_curve = PressureCurve.LINEAR
        self.clone_is_aligned = True
        """The place that the clone brush copies from keeps its distance to the brush from stroke to stroke."""
        self.combination = Combination.ADD
        self.wand_tolerance = 12.0
        """Difference of colour, CIE 1976."""
        self.wand_is_contiguous = True
        self.refine_px = 3
        """By how much the whole mask is grown, shrunk or smoothed."""
        self.classes: DamageTable = DEFAULT_TABLE
        """The damage classes of the open photo, as its document says."""
        self.damage_class = int(DamageClass.DAMAGE)
        self._is_lent_scratch = False
        """Scratch is in hand because the tool that traces scratches is, and nobody chose another class."""
        self.face_class = int(FaceClass.SKIN)
        self._swapped_class = int(FaceClass.BACKGROUND)
        self.locked: frozenset[int] = frozenset()
        self.visible: frozenset[int] = frozenset(range(1, CLASS_COUNT))
        """Classes that the layout overlay shows; the background only when asked for."""
        self.palette: Palette = STANDARD
        self.snaps_to_areas = False
        """What the smart edge draws goes to whole areas of one colour, not to the edges near its line."""

    @property
    def kept_classes(self) -> frozenset[int]:
        """The classes of the mask that no tool changes: what is protected, unless that is what one paints."""
        return self.kept_from(self.damage_class)

    def kept_from(self, number: int) -> frozenset[int]:
        """The same for a tool that paints a class."""
        return self.classes.protected - {number}

    def brush_radius_px(self, pressure: float) -> float:
        """Of the brush in photo pixels, at a pressure of 0...1."""
        share = 1.0
        if self.pressure_sets_size:
            share = _LEAST_PRESSURE + (1 - _LEAST_PRESSURE) * self.pressure_curve.bent(pressure)
        return share * self.brush_diameter_px / 2

    def combination_of(self, *, takes_away: bool) -> Combination:
        """What a shape does to the mask."""
        return Combination.SUBTRACT if takes_away else self.combination

    def choose(self, kind: ToolKind) -> None:
        is_other, self.kind = kind is not self.kind, kind
        if is_other:
            self._lend_scratch()
        self.changed.emit()
        if is_other:
            self.kind_changed.emit()

    def _lend_scratch(self) -> None:
        """Who traces scratches marks scratches, unless another class than plain damage was chosen."""
        if self.kind is ToolKind.TRACE:
            if self.damage_class == DamageClass.DAMAGE and self.classes.kind(int(DamageClass.SCRATCH)) is not None:
                self.damage_class, self._is_lent_scratch = int(DamageClass.SCRATCH), True
        elif self._is_lent_scratch:
            self.damage_class, self._is_lent_scratch = int(DamageClass.DAMAGE), False

    def choose_class(self, face_class: int) -> None:
        self.face_class = face_class
        self.changed.emit()

    def choose_damage(self, damage_class: int) -> None:
        self.damage_class, self._is_lent_scratch = int(damage_class), False
        self.changed.emit()

    def kind_of(self, number: int) -> DamageKind:
        """A class that was suggested, or in hand some time ago; plain damage where the document has it no more."""
        kind = self.classes.kind(number) or self.classes.kind(int(DamageClass.DAMAGE))
        assert kind is not None, "every table has plain damage"
        return kind

    def set_classes(self, classes: DamageTable) -> None:
        """Other damage classes; if the one in hand is gone, that of plain damage is taken."""
        self.classes = classes
        if classes.kind(self.damage_class) is None:
            self.damage_class = int(DamageClass.DAMAGE)
        self.changed.emit()

    def next_damage(self) -> None:
        """The next class of damage, in their order."""
        numbers = [one.number for one in self.classes.kinds]
        self.choose_damage(numbers[(numbers.index(self.damage_class) + 1) % len(numbers)])

    def choose_combination(self, combination: Combination) -> None:
        self.combination = combination
        self.changed.emit()

    def set_wand(self, tolerance: float, *, is_contiguous: bool) -> None:
        self.wand_tolerance, self.wand_is_contiguous = min(max(tolerance, 0.0), LARGEST_TOLERANCE), is_contiguous
        self.changed.emit()

    def set_hardness(self, hardness: float) -> None:
        """0...1."""
        self.hardness = min(max(hardness, 0.0), 1.0)
        self.changed.emit()

    def harden_brush(self, steps: int) -> None:
        self.set_hardness(round(self.hardness + steps * _HARDNESS_STEP, 2))

    def set_pressure_sets_size(self, sets: bool) -> None:  # noqa: FBT001 - a check box calls it
        self.pressure_sets_size = sets
        self.changed.emit()

    def set_clone_is_aligned(self, is_aligned: bool) -> None:  # noqa: FBT001 - a check box calls it
        self.clone_is_aligned = is_aligned
        self.changed.emit()

    def choose_pressure_curve(self, curve: PressureCurve) -> None:
        self.pressure_curve = curve
        self.changed.emit()

    def set_refine_px(self, radius_px: int) -> None:
        self.refine_px = radius_px
        self.changed.emit()

    def swap_class(self) -> None:
        """The class in hand against the background, and back."""
        if self.face_class == FaceClass.BACKGROUND:
            self.face_class, self._swapped_class = self._swapped_class or int(FaceClass.SKIN), 0
        else:
            self.face_class, self._swapped_class = int(FaceClass.BACKGROUND), self.face_class
        self.changed.emit()

    def set_brush_diameter(self, diameter_px: float) -> None:
        """The brush's diameter in photo pixels, kept within its limits."""
        self.brush_diameter_px = min(max(diameter_px, SMALLEST_BRUSH_PX), LARGEST_BRUSH_PX)
        self.changed.emit()

    def grow_brush(self, steps: int) -> None:
        """Larger by a fifth per step, and by at least a pixel; smaller with negative steps."""
        new = self.brush_diameter_px * _BRUSH_STEP**steps
        if abs(new - self.brush_diameter_px) < 1:
            new = self.brush_diameter_px + steps
        self.set_brush_diameter(round(new))

    def toggle_lock(self, face_class: int) -> None:
        self.locked = self.locked ^ {face_class}
        self.changed.emit()

    def toggle_visible(self, face_class: int) -> None:
        self.visible = self.visible ^ {face_class}
        self.changed.emit()

    def choose_palette(self, palette: Palette) -> None:
        self.palette = palette
        self.changed.emit()

    def set_snaps_to_areas(self, snaps: bool) -> None:  # noqa: FBT001 - a choice calls it
        self.snaps_to_areas = snaps
        self.changed.emit()

    def show_classes(self, classes: frozenset[int]) -> None:
        self.visible = classes
        self.changed.emit()
