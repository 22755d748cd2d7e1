"""PointerRouter: mouse and pen on their way to the tool, the divider, or the hand that pans."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPointingDevice, QPolygonF, QSinglePointEvent, QTabletEvent
from PySide6.QtWidgets import QGraphicsView

from facerestore_gui.canvas.divider import Divider
from facerestore_gui.canvas.navigation import Navigation
from facerestore_gui.canvas.placing import PointPlacer
from facerestore_gui.canvas.scene import CanvasScene
from facerestore_gui.canvas.tools import Pointer, Tool, ToolBox
from facerestore_gui.document.tool_settings import BRUSH_TOOLS, ToolKind, ToolSettings

_LEAST_BOX_PX: Final = 24
"""A shorter drag while placing is a click."""


class _Drag(Enum):
    NONE = auto()
    TOOL = auto()
    PAN = auto()
    DIVIDER = auto()
    FACE = auto()


class PointerRouter(QObject):
    """One drag at a time, from press to release. Shows what a press would do by the cursor and the brush's ring."""

    moved = Signal(QPointF)
    """A place of the photo."""

    def __init__(
        self,
        view: QGraphicsView,
        scene: CanvasScene,
        settings: ToolSettings,
        tools: ToolBox,
        placer: PointPlacer,
        navigation: Navigation,
        divider: Divider,
    ) -> None:
        super().__init__(view)
        self._view, self._scene, self._settings = view, scene, settings
        self._tools, self._placer = tools, placer
        self._navigation, self._divider, self._frame = navigation, divider, scene.frame
        self._drag = _Drag.NONE
        self._pan_from = QPoint()
        self._pressed_at = QPointF()
        self._pans_by_key = False
        self._place = QPointF()
        self._pressure = 1.0
        self._is_inside = False
        self._tool: Tool | None = None
        """The tool of the drag under way: another one may be chosen meanwhile."""
        self._tool_was: Pointer | None = None
        """Where the tool was last."""

    @property
    def is_dragging(self) -> bool:
        return self._drag is not _Drag.NONE

    def press(self, event: QSinglePointEvent) -> None:
        self._place = event.position()
        if self._drag is not _Drag.NONE or self._scene.photo.boundingRect().isEmpty():
            return
        is_middle = event.button() == Qt.MouseButton.MiddleButton
        hand = self._settings.kind is ToolKind.HAND and not self._placer.is_active
        if is_middle or self._pans_by_key or (hand and not self._divider.is_at(self._place)):
            self._drag, self._pan_from = _Drag.PAN, event.position().toPoint()
        elif self._divider.is_at(self._place):
            self._drag = _Drag.DIVIDER
        elif self._placer.is_active:
            self._drag, self._pressed_at = _Drag.FACE, self._place
        elif event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self._press_tool(event)
        self._scene.view_state.keep_still(still=self.is_dragging)
        self.show_cursor()

    def move(self, event: QSinglePointEvent) -> None:
        if not event.buttons():
            # what opened meanwhile saw the release
            self.let_go()
        self._place = event.position()
        match self._drag:
            case _Drag.PAN:
                self._navigation.pan_by(event.position().toPoint() - self._pan_from)
                self._pan_from = event.position().toPoint()
            case _Drag.DIVIDER:
                self._divider.follow(self._place)
            case _Drag.FACE if self._draws_box:
                corners = self._frame.to_scan.map(QPolygonF(self._box_turned())).toList()
                self._tools.preview.show([(one.x(), one.y()) for one in corners], takes_away=False)
            case _Drag.TOOL if self._tool is not None:
                self._tool_was = self._tool_pointer(event)
                self._tool.move(self._tool_was)
            case _Drag.NONE if not self._placer.is_active:
                self._tools.hover(self._tool_pointer(event))
        self.show_cursor()
        self.moved.emit(self._navigation.to_photo(self._place))

    def release(self, event: QSinglePointEvent) -> None:
        self._end(self._tool_pointer(event))

    def let_go(self) -> None:
        """End the drag under way, if there is one, where it was last."""
        if self.is_dragging:
            self._end(self._tool_was)

    def _end(self, at: Pointer | None) -> None:
        if self._drag is _Drag.TOOL and self._tool is not None and at is not None:
            self._tool.release(at)
        elif self._drag is _Drag.FACE:
            self._place_face()
        self._drag = _Drag.NONE
        self._scene.view_state.keep_still(still=False)
        self.show_cursor()

    def abandon(self) -> bool:
        """Take back the drag or the shape under way; False if there is none."""
        if self._drag is _Drag.NONE:
            return self._tools.abandon_drawing()
        if self._drag is _Drag.TOOL and self._tool is not None:
            self._tool.abandon()
        elif self._drag is _Drag.FACE:
            self._tools.preview.clear()
        self._drag = _Drag.NONE
        self._scene.view_state.keep_still(still=False)
        return True

    @property
    def _draws_box(self) -> bool:
        """Whether a drag while placing is long enough for a box; only before the first point."""
        is_long = (self._place - self._pressed_at).manhattanLength() > _LEAST_BOX_PX
        return is_long and self._placer.is_active and not self._placer.points

    def _box_turned(self) -> QRectF:
        """The box that is being drawn, which stands upright in the view, in pixels of the turned picture."""
        to_turned = self._frame.to_turned
        start, end = (to_turned.map(self._navigation.to_photo(one)) for one in (self._pressed_at, self._place))
        return QRectF(start, end).normalized()

    def _place_face(self) -> None:
        """A face in the box that was drawn, or the next of its points where the pointer was pressed."""
        self._tools.preview.clear()
        if not self._placer.is_active:
            return
        if self._draws_box:
            box = self._box_turned()
            self._placer.place_in_box(box.left(), box.top(), box.right(), box.bottom())
        else:
            place = self._navigation.to_photo(self._pressed_at)
            self._placer.add(place.x(), place.y())

    @property
    def is_inside(self) -> bool:
        """Whether the pointer is over the view."""
        return self._is_inside

    def enter(self, place: QPointF) -> None:
        self._is_inside, self._place = True, place
        self.show_cursor()

    def leave(self) -> None:
        self._is_inside = False
        self._scene.brush.setVisible(False)
        self._tools.leave()

    def pan_by_key(self, *, held: bool) -> None:
        """While Space is held, any button pans."""
        self._pans_by_key = held
        self.show_cursor()

    def show_cursor(self) -> None:
        viewport, shape = self._view.viewport(), self._cursor()
        if viewport.cursor().shape() != shape:
            viewport.setCursor(shape)
        self._scene.brush.setVisible(shape == Qt.CursorShape.BlankCursor and self._is_inside)
        # a ring that comes back must not come back where it went
        self.move_brush()

    def move_brush(self) -> None:
        """The ring to where the pointer is, at the size that the settings say."""
        if self._settings.kind in BRUSH_TOOLS and self._scene.brush.isVisible():
            pressure = self._pressure if self._drag is _Drag.TOOL else 1.0
            radius_px, scale = self._settings.brush_radius_px(pressure), self._navigation.canvas_scale
            self._scene.brush.show_at(self._navigation.to_photo(self._place), radius_px, scale)

    def _cursor(self) -> Qt.CursorShape:
        if self._drag is _Drag.PAN:
            return Qt.CursorShape.ClosedHandCursor
        if self._pans_by_key:
            return Qt.CursorShape.OpenHandCursor
        if self._drag is _Drag.DIVIDER or self._divider.is_at(self._place):
            return Qt.CursorShape.SplitHCursor if self._divider.is_steep else Qt.CursorShape.SplitVCursor
        if self._placer.is_active:
            return Qt.CursorShape.CrossCursor
        if self._settings.kind is ToolKind.HAND:
            return Qt.CursorShape.OpenHandCursor
        return Qt.CursorShape.BlankCursor if self._settings.kind in BRUSH_TOOLS else Qt.CursorShape.CrossCursor

    def _press_tool(self, event: QSinglePointEvent) -> None:
        if self._tools.current is None:
            return
        self._drag, self._tool = _Drag.TOOL, self._tools.current
        self._scene.view_state.leave_comparison()
        self._tool_was = self._tool_pointer(event)
        self._tool.press(self._tool_was)

    def _tool_pointer(self, event: QSinglePointEvent) -> Pointer:
        place = self._navigation.to_photo(event.position())
        buttons, keys = event.buttons() | event.button(), event.modifiers()
        is_eraser, self._pressure = False, 1.0
        if isinstance(event, QTabletEvent):
            is_eraser, self._pressure = event.pointerType() == QPointingDevice.PointerType.Eraser, event.pressure()
        return Pointer(
            place.x(),
            place.y(),
            scale=self._navigation.canvas_scale,
            is_secondary=bool(buttons & Qt.MouseButton.RightButton),
            is_straight=bool(keys & Qt.KeyboardModifier.ShiftModifier),
            is_subtracting=bool(keys & Qt.KeyboardModifier.AltModifier),
            is_double=event.type() == QEvent.Type.MouseButtonDblClick,
            pressure=self._pressure,
            is_eraser=is_eraser,
            x_view_px=event.position().x(),
        )
