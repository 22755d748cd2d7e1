"""CanvasScene: the photo with everything that lies over it, following the document."""

from PySide6.QtCore import QObject, QRectF
from PySide6.QtWidgets import QGraphicsScene

from facerestore.values.geometry import Box
from facerestore_gui.canvas.brush_item import BrushItem
from facerestore_gui.canvas.crop_item import CropItem
from facerestore_gui.canvas.face_item import PointsItem
from facerestore_gui.canvas.face_numbers_item import FaceNumbersItem
from facerestore_gui.canvas.hand_item import HandItem
from facerestore_gui.canvas.layout_item import LayoutItem
from facerestore_gui.canvas.mask_item import MaskItem
from facerestore_gui.canvas.outline_item import OutlineItem
from facerestore_gui.canvas.photo_frame import PhotoFrame
from facerestore_gui.canvas.photo_item import PhotoItem
from facerestore_gui.canvas.placing import PointPlacer
from facerestore_gui.canvas.source_item import SourceItem
from facerestore_gui.canvas.suggestions_item import SuggestionsItem
from facerestore_gui.canvas.tools import ToolBox
from facerestore_gui.canvas.wand_item import WandItem
from facerestore_gui.document.document import Document
from facerestore_gui.document.overlay_settings import MaskLook, OverlaySettings
from facerestore_gui.document.suggestions import Suggestions
from facerestore_gui.document.tool_settings import LAYOUT_TOOLS, ToolKind, ToolSettings
from facerestore_gui.document.view_state import ViewMode, ViewState

_HAND_Z, _MASK_Z, _LAYOUT_Z = 1, 10, 20


class CanvasScene(QGraphicsScene):
    """The scene of the canvas. What of it is seen, ``view_state`` says."""

    def __init__(
        self,
        document: Document,
        settings: ToolSettings,
        view_state: ViewState,
        overlays: OverlaySettings,
        tools: ToolBox,
        placer: PointPlacer,
        suggestions: Suggestions,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._settings, self._overlays = document, settings, overlays
        self._tools, self._placer = tools, placer
        self.view_state = view_state
        self.frame = PhotoFrame(document, settings, self)
        self.photo = PhotoItem(self, self.frame)
        self.hand = HandItem(self.photo)
        self.mask = MaskItem(self)
        self.brush = BrushItem()
        self.suggestions = SuggestionsItem(suggestions, settings)
        self._outline = OutlineItem(tools.preview)
        self._crop = CropItem(self.frame, settings)
        self._wand = WandItem(tools.wand_preview)
        self._layouts: list[LayoutItem] = []
        self._points: list[PointsItem] = []
        self._placed = PointsItem()
        self.face_numbers = FaceNumbersItem()
        self.addItem(self.face_numbers)
        self._has_outlines_only = False
        self.hand.setZValue(_HAND_Z)
        self.mask.setZValue(_MASK_Z)
        self._source = SourceItem(tools.clone, settings)
        shapes = self._crop, self._placed, self._outline, self._wand, self._source
        for item in (self.photo, self.hand, self.mask, self.suggestions, *shapes, self.brush):
            self.addItem(item)
        # items move with every pointer event: an index would cost more than it saves
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        document.opened.connect(self._on_opened)
        document.mask_changed.connect(self._on_mask_changed)
        document.hand_changed.connect(self._on_mask_changed)
        document.classes_changed.connect(self._on_classes_changed)
        document.layout_changed.connect(self._on_layout_changed)
        document.faces_changed.connect(self._on_faces_changed)
        document.current_face_changed.connect(self._on_faces_changed)
        document.history_changed.connect(self._refresh_face_numbers)  # a face may have been skipped
        document.result_changed.connect(self._on_result_changed)
        for signal in (settings.changed, placer.changed, view_state.mode_changed, view_state.overlays_changed):
            signal.connect(self._refresh)
        overlays.changed.connect(self._on_overlays_changed)
        self.frame.changed.connect(self.update)
        self._show_all()

    def _show_all(self) -> None:
        """What is there already: a scene may be made after its photo was opened."""
        if self._document.project is not None:
            self._on_opened()
            self._on_classes_changed()
            self._on_overlays_changed()
            self._on_faces_changed()
            self._crop.refresh()

    def _on_opened(self) -> None:
        project = self._document.project
        self.mask.show_coverage(None if project is None else project.coverage)
        self.hand.show_project(project, self._document.picture)
        self._show_pictures()
        self._refresh()

    def _on_classes_changed(self) -> None:
        project = self._document.project
        if project is not None:
            self.mask.set_classes(project.classes)

    def _on_result_changed(self) -> None:
        self._show_pictures()
        self._refresh()

    def _on_mask_changed(self, box: Box) -> None:
        self.mask.update_box(box)
        self.hand.update_box(box)

    def show_outlines_only(self, *, shown: bool) -> None:
        """Mask and layout as outlines, whatever the settings say: what lies below is to be looked at."""
        if shown != self._has_outlines_only:
            self._has_outlines_only = shown
            self._on_overlays_changed()

    @property
    def mask_look(self) -> MaskLook:
        """How the mask is drawn now."""
        return MaskLook.OUTLINE if self._has_outlines_only else self._overlays.mask_look

    def _on_overlays_changed(self) -> None:
        self.mask.set_look(self._overlays.mask_colour, self._overlays.mask_opacity, self.mask_look)
        self._refresh()

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

    def _refresh(self) -> None:
        """Bring what is visible in step with mode, tool and switches."""
        view = self.view_state
        self.photo.set_mode(view.mode_shown)
        overlays = view.shows_overlays
        shows_origin = view.shows_origin and self._document.has_changes
        shows_mask = overlays and view.mask_is_shown and not shows_origin
        self.mask.setVisible(shows_mask)
        is_plain_mask = shows_mask and self.mask_look is MaskLook.BLACK_WHITE
        self.suggestions.setVisible(overlays)
        # over a result alone a frame would pass for a part of it
        is_over_layout = view.layout_is_shown or view.mode is ViewMode.ORIGINAL
        in_hand = self._settings.kind
        has_frame = in_hand is ToolKind.POINTS or (in_hand in LAYOUT_TOOLS and is_over_layout)
        has_frame = has_frame and not self._placer.is_active
        current = self._document.current_face
        for index, item in enumerate(self._layouts):
            # a mask in black and white has no colours over it
            has_colours = view.layout_is_shown and not is_plain_mask
            wanted = 1.0 if self._has_outlines_only else self._overlays.layout_opacity
            opacity = wanted if has_colours else 0.0
            item.show_outlines(shown=self._has_outlines_only)
            item.set_look(self._settings.palette, self._settings.visible, opacity)
            item.show_frame(shown=has_frame and index == current)
            item.setVisible(overlays and (view.layout_is_shown or has_frame))
        self._refresh_points(shown=overlays)
        self._refresh_face_numbers()

    def _refresh_face_numbers(self) -> None:
        faces = () if self._document.project is None else self._document.project.faces
        self.face_numbers.show_faces(faces, self._document.current_face)
        view = self.view_state
        # over a result they would pass for a part of it
        is_over_photo = view.mode is ViewMode.ORIGINAL and view.shows_overlays
        self.face_numbers.setVisible(is_over_photo and not self._placer.is_active)

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
