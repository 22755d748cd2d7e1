"""CanvasScene: the photo with everything that lies over it, following the document."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsScene

from facerestore.values.geometry import Box
from facerestore_gui.canvas.brush_item import BrushItem
from facerestore_gui.canvas.face_item import PointsItem
from facerestore_gui.canvas.layout_item import DEFAULT_OPACITY, LayoutItem
from facerestore_gui.canvas.mask_item import MaskItem
from facerestore_gui.canvas.outline_item import OutlineItem
from facerestore_gui.canvas.photo_item import PhotoItem, ViewMode
from facerestore_gui.canvas.placing import PointPlacer
from facerestore_gui.canvas.suggestions_item import SuggestionsItem
from facerestore_gui.canvas.tools import ToolBox
from facerestore_gui.document.document import Document
from facerestore_gui.document.suggestions import Suggestions
from facerestore_gui.document.tool_settings import LAYOUT_TOOLS, ToolKind, ToolSettings

_MASK_Z, _LAYOUT_Z = 10, 20


class CanvasScene(QGraphicsScene):
    """Which overlays are seen: over the original and the result those that are switched on, over the
    comparison none, and none while the original is held. A new result switches them off, so that it can be
    seen; an edit switches its own on again."""

    mode_changed = Signal()
    overlays_changed = Signal()

    def __init__(
        self,
        document: Document,
        settings: ToolSettings,
        tools: ToolBox,
        placer: PointPlacer,
        suggestions: Suggestions,
    ) -> None:
        super().__init__(document)
        self._document, self._settings, self._tools, self._placer = document, settings, tools, placer
        self.photo = PhotoItem(self)
        self.mask = MaskItem(self)
        self.brush = BrushItem()
        self.suggestions = SuggestionsItem(suggestions, settings)
        self._outline = OutlineItem(tools.preview)
        self._layouts: list[LayoutItem] = []
        self._points: list[PointsItem] = []
        self._placed = PointsItem()
        self._layout_opacity = DEFAULT_OPACITY
        self.mode = ViewMode.ORIGINAL
        self.mask_is_shown = True
        self.layout_is_shown = True
        self._holds_original = False
        self.mask.setZValue(_MASK_Z)
        for item in (self.photo, self.mask, self.suggestions, self._placed, self._outline, self.brush):
            self.addItem(item)
        # items move with every pointer event: an index would cost more than it saves
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        document.opened.connect(self._on_opened)
        document.mask_changed.connect(self._on_mask_changed)
        document.classes_changed.connect(self._on_classes_changed)
        document.layout_changed.connect(self._on_layout_changed)
        document.faces_changed.connect(self._on_faces_changed)
        document.current_face_changed.connect(self._on_faces_changed)
        document.result_changed.connect(self._on_result_changed)
        settings.changed.connect(self._refresh)
        placer.changed.connect(self._refresh)

    @property
    def is_comparing(self) -> bool:
        return self.mode is ViewMode.COMPARE and self.photo.has_result and not self._holds_original

    @property
    def shows_overlays(self) -> bool:
        """Whether anything but pictures is seen."""
        return not self._holds_original and not self.is_comparing and self.mode is not ViewMode.DIFFERENCE

    def set_mode(self, mode: ViewMode) -> None:
        """Original, comparison or result; without a result there is only the original."""
        self.mode = mode if self.photo.has_result else ViewMode.ORIGINAL
        self._refresh()
        self.mode_changed.emit()

    def hold_original(self, *, held: bool) -> None:
        """Show the original alone for as long as a key is held."""
        if held != self._holds_original:
            self._holds_original = held
            self._refresh()
            self.mode_changed.emit()

    def show_mask(self, *, shown: bool) -> None:
        self.mask_is_shown = shown
        self._refresh()
        self.overlays_changed.emit()

    def show_layout(self, *, shown: bool) -> None:
        self.layout_is_shown = shown
        self._refresh()
        self.overlays_changed.emit()

    def set_mask_look(self, colour: QColor, opacity: float) -> None:
        self.mask.set_look(colour, opacity)

    def set_layout_opacity(self, opacity: float) -> None:
        self._layout_opacity = opacity
        self._refresh()

    def leave_comparison(self) -> None:
        """Painting happens on one picture: on the result, where two were compared."""
        if self.mode in (ViewMode.COMPARE, ViewMode.DIFFERENCE):
            self.set_mode(ViewMode.RESULT)

    def _on_opened(self) -> None:
        project = self._document.project
        self.mask.show_coverage(None if project is None else project.coverage)
        self._show_pictures()
        self.show_mask(shown=True)
        self.show_layout(shown=True)
        self.set_mode(ViewMode.ORIGINAL)

    def _on_classes_changed(self) -> None:
        project = self._document.project
        if project is not None:
            self.mask.set_classes(project.classes)

    def _on_result_changed(self) -> None:
        self._show_pictures()
        result = self._document.result
        if result is not None and result.is_rebuilt and self.mode is not ViewMode.ORIGINAL:
            self._refresh()
            return
        if self._document.result is not None:
            self.show_mask(shown=False)
            self.show_layout(shown=False)
        self.set_mode(ViewMode.COMPARE if self._document.result is not None else ViewMode.ORIGINAL)

    def _on_mask_changed(self, box: Box) -> None:
        self.mask.update_box(box)
        if not self.mask_is_shown:
            self.show_mask(shown=True)

    def _show_pictures(self) -> None:
        result = self._document.result
        self.photo.show_pictures(self._document.picture, None if result is None else result.picture)
        bounds = self.photo.boundingRect()
        # room to pan until an edge of the photo stands in the middle of the view
        self.setSceneRect(
            bounds.adjusted(-bounds.width(), -bounds.height(), bounds.width(), bounds.height())
            if not bounds.isEmpty()
            else QRectF(0, 0, 1, 1)
        )

    def _on_faces_changed(self) -> None:
        faces = () if self._document.project is None else self._document.project.faces
        while len(self._layouts) < len(faces):
            self._add_face_items()
        while len(self._layouts) > len(faces):
            self.removeItem(self._layouts.pop())
            self.removeItem(self._points.pop())
        for item, work in zip(self._layouts, faces, strict=True):
            item.show_layout(work.layout, work.alignment)
        self._refresh()

    def _add_face_items(self) -> None:
        layout, points = LayoutItem(), PointsItem()
        layout.setZValue(_LAYOUT_Z)
        self._layouts.append(layout)
        self._points.append(points)
        self.addItem(layout)
        self.addItem(points)

    def _on_layout_changed(self, face: int, box: Box) -> None:
        assert self._document.project is not None
        work = self._document.project.faces[face]
        item = self._layouts[face]
        if work.layout is not None and item.has_layout:
            item.show_labels(work.layout, box)
        else:
            item.show_layout(work.layout, work.alignment)
        if not self.layout_is_shown:
            self.show_layout(shown=True)

    def _refresh(self) -> None:
        """Bring what is visible in step with mode, tool and switches."""
        self.photo.set_mode(ViewMode.ORIGINAL if self._holds_original else self.mode)
        overlays = self.shows_overlays
        self.mask.setVisible(overlays and self.mask_is_shown)
        self.suggestions.setVisible(overlays)
        has_frame = self._settings.kind in LAYOUT_TOOLS | {ToolKind.POINTS} and not self._placer.is_active
        current = self._document.current_face
        for index, item in enumerate(self._layouts):
            opacity = self._layout_opacity if self.layout_is_shown else 0.0
            item.set_look(self._settings.palette, self._settings.visible, opacity)
            item.show_frame(shown=has_frame and index == current)
            item.setVisible(overlays and (self.layout_is_shown or has_frame))
        self._refresh_points(shown=overlays)

    def _refresh_points(self, *, shown: bool) -> None:
        faces = () if self._document.project is None else self._document.project.faces
        points_in_hand = self._settings.kind is ToolKind.POINTS and not self._placer.is_active
        for index, (item, work) in enumerate(zip(self._points, faces, strict=False)):
            is_current = index == self._document.current_face
            chosen = self._tools.points.chosen if is_current else -1
            item.show_points(work.face.points_photo, chosen=chosen, is_current=is_current)
            item.setVisible(shown and points_in_hand)
        self._placed.show_points(self._placer.points, chosen=-1, is_current=True)
        self._placed.setVisible(self._placer.is_active)
