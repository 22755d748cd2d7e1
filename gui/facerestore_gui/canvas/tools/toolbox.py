"""ToolBox: one tool of each kind."""

from PySide6.QtCore import QObject

from facerestore_gui.canvas.tool_settings import ToolKind, ToolSettings
from facerestore_gui.canvas.tools.brushes import BrushTool
from facerestore_gui.canvas.tools.layout_tools import FillTool, PickTool
from facerestore_gui.canvas.tools.pointer import Pointer, Tool
from facerestore_gui.canvas.tools.points_tool import PointsTool
from facerestore_gui.canvas.tools.preview import Preview
from facerestore_gui.canvas.tools.shape_tools import BoxTool, LassoTool, PolygonTool
from facerestore_gui.canvas.tools.suggestions_tool import SuggestionsTool
from facerestore_gui.canvas.tools.wand_tool import WandTool
from facerestore_gui.document import Document
from facerestore_gui.mask_edits import MaskEdits
from facerestore_gui.suggestions import Suggestions


class ToolBox(QObject):
    """``current`` is the tool in hand, None for the hand that pans. ``preview``: what is drawn and not yet done."""

    def __init__(
        self, document: Document, settings: ToolSettings, edits: MaskEdits, suggestions: Suggestions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.preview = Preview(self)
        self.points = PointsTool(document)
        self.polygon = PolygonTool(document, settings, edits, self.preview)
        self._suggest = SuggestionsTool(suggestions)
        brush = BrushTool(document, settings, suggestions)
        edits.wait_while(lambda: brush.is_drawing)
        box = BoxTool(document, settings, edits, self.preview)
        self._tools: dict[ToolKind, Tool] = {
            ToolKind.BRUSH: brush,
            ToolKind.ERASER: brush,
            ToolKind.LASSO: LassoTool(document, settings, edits, self.preview),
            ToolKind.POLYGON: self.polygon,
            ToolKind.RECTANGLE: box,
            ToolKind.ELLIPSE: box,
            ToolKind.WAND: WandTool(settings, edits),
            ToolKind.SUGGEST: self._suggest,
            ToolKind.PAINT: brush,
            ToolKind.FILL: FillTool(document, settings),
            ToolKind.PICK: PickTool(document, settings),
            ToolKind.POINTS: self.points,
        }
        self._kind = settings.kind
        settings.changed.connect(self._on_settings_changed)

    @property
    def current(self) -> Tool | None:
        return self._tools.get(self._settings.kind)

    def hover(self, at: Pointer) -> None:
        """The pointer moves, and no button is held."""
        if self._settings.kind is ToolKind.POLYGON:
            self.polygon.hover(at)
        elif self._settings.kind is ToolKind.SUGGEST:
            self._suggest.hover(at)

    def abandon_drawing(self) -> bool:
        """Give up a shape that is drawn in several clicks; False if there is none."""
        is_drawing = self.polygon.is_drawing
        self.polygon.abandon()
        return is_drawing

    def _on_settings_changed(self) -> None:
        if self._settings.kind is not self._kind:
            self._kind = self._settings.kind
            self.abandon_drawing()
