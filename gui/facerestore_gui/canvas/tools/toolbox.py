"""ToolBox: one tool of each kind."""

from PySide6.QtCore import QObject, Signal

from facerestore_gui.canvas.tools.brushes import BrushTool
from facerestore_gui.canvas.tools.choice_tool import ChoiceTool
from facerestore_gui.canvas.tools.crop_tool import CropTool, StraightenTool
from facerestore_gui.canvas.tools.hand_tools import CloneTool, HealTool
from facerestore_gui.canvas.tools.layout_shapes import ClassPolygonTool, SmartEdgeTool, WithEyedropper
from facerestore_gui.canvas.tools.layout_tools import FillTool, PickTool
from facerestore_gui.canvas.tools.part_tool import PartTool
from facerestore_gui.canvas.tools.pointer import Pointer, Tool
from facerestore_gui.canvas.tools.points_tool import PointsTool
from facerestore_gui.canvas.tools.preview import Preview
from facerestore_gui.canvas.tools.shape_tools import BoxTool, LassoTool, PolygonTool
from facerestore_gui.canvas.tools.suggestions_tool import SuggestionsTool
from facerestore_gui.canvas.tools.trace_tool import TraceTool
from facerestore_gui.canvas.tools.wand_tool import WandTool
from facerestore_gui.document.document import Document
from facerestore_gui.document.suggestions import Suggestions
from facerestore_gui.document.tool_settings import ToolKind, ToolSettings
from facerestore_gui.editing.candidate_selection import CandidateSelection
from facerestore_gui.editing.layout_edits import LayoutEdits
from facerestore_gui.editing.mask_edits import MaskEdits
from facerestore_gui.editing.scratch_search import ScratchSearch
from facerestore_gui.editing.wand_preview import WandPreview


class ToolBox(QObject):
    """All tools of the canvas. ``current`` is the tool in hand, None for the hand that pans. ``preview``: what is drawn
    and not yet done."""

    said = Signal(object)
    """A Message."""

    def __init__(
        self,
        document: Document,
        settings: ToolSettings,
        edits: MaskEdits,
        layout_edits: LayoutEdits,
        suggestions: Suggestions,
        selection: CandidateSelection,
        scratches: ScratchSearch,
        wand: WandPreview,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.preview = Preview(self)
        self.points = PointsTool(document)
        self.part = PartTool(document, settings, self)
        self._class_polygon = ClassPolygonTool(settings, layout_edits, self.preview)
        self._mask_polygon = PolygonTool(document, settings, edits, self.preview)
        self._trace = TraceTool(settings, edits, scratches, self.preview)
        self._suggest = SuggestionsTool(suggestions)
        self.choice = ChoiceTool(document, settings, selection)
        self.wand_preview = wand
        self._wand = WandTool(settings, edits, wand)
        brush = BrushTool(document, settings, suggestions)
        self.heal = HealTool(document, settings, self)
        self.clone = CloneTool(document, settings, self)
        for tool in (self.heal, self.clone):
            tool.said.connect(self.said)
        edits.wait_while(lambda: brush.is_drawing or self.heal.is_drawing or self.clone.is_drawing)
        layout_edits.wait_while(lambda: brush.is_drawing or self.part.is_drawing)
        picker = PickTool(document, settings)
        box = BoxTool(document, settings, edits, self.preview)
        self._tools: dict[ToolKind, Tool] = {
            ToolKind.BRUSH: brush,
            ToolKind.ERASER: brush,
            ToolKind.LASSO: LassoTool(document, settings, edits, self.preview),
            ToolKind.POLYGON: self._mask_polygon,
            ToolKind.RECTANGLE: box,
            ToolKind.ELLIPSE: box,
            ToolKind.WAND: self._wand,
            ToolKind.TRACE: self._trace,
            ToolKind.SUGGEST: self._suggest,
            ToolKind.HEAL: self.heal,
            ToolKind.CLONE: self.clone,
            ToolKind.PAINT: WithEyedropper(brush, picker),
            ToolKind.FILL: WithEyedropper(FillTool(document, settings), picker),
            ToolKind.PICK: picker,
            ToolKind.CLASS_POLYGON: self._class_polygon,
            ToolKind.SMART_EDGE: WithEyedropper(SmartEdgeTool(settings, layout_edits, self.preview), picker),
            ToolKind.PART: self.part,
            ToolKind.CHOOSE: self.choice,
            ToolKind.POINTS: self.points,
            ToolKind.CROP: CropTool(document),
            ToolKind.STRAIGHTEN: StraightenTool(document, self.preview),
        }
        self._kind = settings.kind
        document.opened.connect(self.abandon_drawing)
        settings.changed.connect(self._on_settings_changed)

    @property
    def clicked_shape(self) -> PolygonTool | ClassPolygonTool | TraceTool:
        """The shape that is being drawn in several clicks; where none is, any of them."""
        shapes = (self._class_polygon, self._trace, self._mask_polygon)
        return next((shape for shape in shapes if shape.is_drawing), self._mask_polygon)

    @property
    def current(self) -> Tool | None:
        return self._tools.get(self._settings.kind)

    def hover(self, at: Pointer) -> None:
        """The pointer moves, and no button is held."""
        if self._settings.kind in (ToolKind.POLYGON, ToolKind.CLASS_POLYGON, ToolKind.TRACE):
            self.clicked_shape.hover(at)
        elif self._settings.kind is ToolKind.SUGGEST:
            self._suggest.hover(at)
        elif self._settings.kind is ToolKind.CLONE:
            self.clone.hover(at)
        elif self._settings.kind is ToolKind.WAND:
            self._wand.hover(at)

    def leave(self) -> None:
        """The pointer is over the photo no more."""
        if not self._wand.is_drawing:
            self.wand_preview.clear()

    def abandon_drawing(self) -> bool:
        """Give up a shape drawn in several clicks, else let go of what is picked; False if there is neither."""
        is_drawing = self.clicked_shape.is_drawing
        self._wand.abandon()
        self._mask_polygon.abandon()
        self._class_polygon.abandon()
        self._trace.abandon()
        return is_drawing or self.part.let_go()

    def _on_settings_changed(self) -> None:
        if self._settings.kind is not self._kind:
            self._kind = self._settings.kind
            self.abandon_drawing()
