"""CanvasView: the widget that shows the photo and hands events on."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QCursor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPolygonF,
    QResizeEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGesture, QGestureEvent, QGraphicsView, QPinchGesture, QWidget

from facerestore_gui.canvas.canvas_keys import CanvasKeys
from facerestore_gui.canvas.divider import Divider
from facerestore_gui.canvas.key_cursor import KeyCursor
from facerestore_gui.canvas.loupe import Loupe
from facerestore_gui.canvas.navigation import Navigation, WheelNotches
from facerestore_gui.canvas.photo_frame import PhotoFrame
from facerestore_gui.canvas.placing import PointPlacer
from facerestore_gui.canvas.placing_hint import PlacingHint
from facerestore_gui.canvas.pointer_router import PointerRouter
from facerestore_gui.canvas.scene import CanvasScene
from facerestore_gui.canvas.tools import ToolBox
from facerestore_gui.document.tool_settings import ToolSettings
from facerestore_gui.keys.shortcuts import Shortcuts
from facerestore_gui.look.theme import current_theme

_BRUSH_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True)
class ViewPlace:
    """Where a view is: its scale, None for fitted; its angle; what is in its middle; where the divider is; whether the
    pointer is over it."""

    scale: float | None
    angle: float
    middle_photo: QPointF
    divider: float
    has_pointer: bool


class CanvasView(QGraphicsView):
    """The photo and its overlays. The wheel zooms at the pointer, Space or the middle button pans."""

    scale_changed = Signal()
    part_changed = Signal()
    """Another part of the photo is shown."""
    pointer_moved = Signal(QPointF)
    pointer_left = Signal()

    def __init__(
        self,
        scene: CanvasScene,
        settings: ToolSettings,
        tools: ToolBox,
        placer: PointPlacer,
        shortcuts: Shortcuts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(scene, parent)
        self._scene, self._settings, self._placer = scene, settings, placer
        self._navigation = Navigation(self, scene.frame)
        self._divider = Divider(self, scene)
        self._pointer = PointerRouter(self, scene, settings, tools, placer, self._navigation, self._divider)
        self.key_cursor = KeyCursor(self, scene, settings, placer, self._navigation, self._pointer)
        self._keys = CanvasKeys(
            scene, settings, tools, placer, self._navigation, self._divider, self._pointer, shortcuts, self.key_cursor
        )
        self._notches = WheelNotches()
        self._hint = PlacingHint(placer, self)
        self.loupe = Loupe(self, scene)
        self._shown_scale = 1.0
        self._set_up()
        self._navigation.scale_changed.connect(self._on_scale_changed)
        scene.frame.changed.connect(self._navigation.follow_frame)
        self._pointer.moved.connect(self.pointer_moved)
        self._pointer.moved.connect(self.loupe.point_at)
        self.part_changed.connect(self.loupe.follow_view)
        settings.changed.connect(self._show_tool)
        scene.view_state.mode_changed.connect(self._on_mode_changed)
        placer.changed.connect(self._on_placing_changed)
        self._hint.refresh()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setTabletTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setAcceptDrops(False)
        self.setAccessibleName(self.tr("Canvas"))
        self.setAccessibleDescription(
            self.tr("The photo with its mask and layout. Arrow keys move the view, or the cursor of the tools.")
        )

    # --- what others ask for

    @property
    def scale_factor(self) -> float:
        """Screen pixels per photo pixel: 1 is 100 %."""
        return self._navigation.scale

    def fit(self) -> None:
        """All of the photo that is shown, as large as the view allows; stays fitted when the view is resized."""
        self._navigation.fit()

    def zoom_to(self, scale: float) -> None:
        """Screen pixels per photo pixel, about the middle of the view."""
        self._navigation.zoom_to(scale)

    def zoom_by(self, steps: float) -> None:
        self._navigation.zoom_by(steps)

    @property
    def angle(self) -> float:
        """Degrees by which the view is rotated clockwise; the photo is not."""
        return self._navigation.angle

    @property
    def frame(self) -> PhotoFrame:
        """How the photo lies, and which part of it is shown."""
        return self._scene.frame

    def rotate_to(self, angle: float) -> None:
        """Rotate the view about its middle."""
        self._navigation.rotate_to(angle)

    def centre_on(self, place_photo: QPointF) -> None:
        """Bring a place of the photo into the middle of the view."""
        self._navigation.centre_on(place_photo)

    def place(self) -> ViewPlace:
        """What is seen and how large, to be gone back to in a view that is made anew."""
        scale = None if self._navigation.is_fitted else self._navigation.scale
        has_pointer = self._pointer.is_inside
        return ViewPlace(scale, self.angle, self.middle_photo(), self._scene.photo.divider, has_pointer)

    def go_to(self, place: ViewPlace) -> None:
        """See that again."""
        self.set_divider(place.divider)
        self.rotate_to(place.angle)
        if place.scale is None:
            self.fit()
        else:
            self.zoom_to(place.scale)
            self.centre_on(place.middle_photo)
        pointer = self.viewport().mapFromGlobal(QCursor.pos())
        # a view that is made under a pointer at rest is not told of it
        if place.has_pointer and self.viewport().rect().contains(pointer):
            self._pointer.enter(QPointF(pointer))

    def middle_photo(self) -> QPointF:
        """The place of the photo in the middle of the view."""
        return self._navigation.to_photo(QPointF(self.viewport().rect().center()))

    def visible_outline_photo(self) -> QPolygonF:
        """The border of the view, in pixels of the photo."""
        return self.mapToScene(self.viewport().rect())

    def set_divider(self, share: float) -> None:
        """Move the divider of the comparison to a share of the width of what is shown."""
        self._divider.move_to(share)

    def abandon_drag(self) -> bool:
        """Take back the drag under way; False if there is none."""
        return self._pointer.abandon()

    def let_go(self) -> None:
        """End the drag under way, if there is one, where it was last."""
        self._pointer.let_go()

    @property
    def is_dragging(self) -> bool:
        """Whether a stroke or another drag is under way."""
        return self._pointer.is_dragging

    def visible_part_photo(self) -> QRectF:
        """The part of the photo that the view shows."""
        frame = self._scene.frame
        shown = self.mapToScene(self.viewport().rect()).boundingRect()
        return shown.intersected(self._scene.photo.boundingRect()).intersected(frame.to_scan.mapRect(frame.box))

    # --- events: wheel, fingers, size, screen

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & _BRUSH_KEYS:
            self._settings.grow_brush(self._notches.add(event))
        else:
            self._navigation.turn_wheel(event)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._navigation.follow_size()
        self._hint.take_place()
        self.part_changed.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        match event:
            case QNativeGestureEvent():
                self._navigation.follow_gesture(event)
                return True
            case QTabletEvent():
                return self._on_pen(event)
            case QGestureEvent():
                return self._on_pinch(event.gesture(Qt.GestureType.PinchGesture))
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._navigation.follow_screen(self._shown_scale)
        # the first events come before there are keys
        return (isinstance(event, QKeyEvent) and self._keys.take_tab(event)) or super().event(event)

    # --- events: pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.key_cursor.is_down:
            self.key_cursor.hide()
            self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.key_cursor.yields_to(event.position()):
            self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.key_cursor.is_down:
            self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # the second press of quick clicks is a press like any other: dabs must not be lost
        self.mousePressEvent(event)

    def _on_pen(self, event: QTabletEvent) -> bool:
        """A pen in its own right, at its own rate and between the pixels; taken, so that no mouse event follows."""
        self.key_cursor.hide()
        match event.type():
            case QEvent.Type.TabletPress:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                self._pointer.press(event)
            case QEvent.Type.TabletMove:
                self._pointer.enter(event.position())
                self._pointer.move(event)
            case QEvent.Type.TabletRelease:
                self._pointer.release(event)
        event.accept()
        return True

    def _on_pinch(self, gesture: QGesture) -> bool:
        if not isinstance(gesture, QPinchGesture):
            return False
        if gesture.state() == Qt.GestureState.GestureStarted:
            # the first finger has begun a stroke
            self._pointer.abandon()
        self._navigation.follow_pinch(gesture)
        return True

    def enterEvent(self, event: QEnterEvent) -> None:
        if not self.key_cursor.is_shown:
            self._pointer.enter(event.position())
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.key_cursor.is_shown:
            self._pointer.leave()
            self.loupe.leave()
        self.pointer_left.emit()
        super().leaveEvent(event)

    # --- events: keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event, self.visible_part_photo()):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self._keys.release(event):
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._keys.leave()
        super().focusOutEvent(event)

    # --- keeping in step

    def _on_scale_changed(self) -> None:
        self._shown_scale = self._navigation.scale
        self._pointer.move_brush()
        self.scale_changed.emit()
        self.part_changed.emit()

    def _show_tool(self) -> None:
        self._pointer.show_cursor()

    def _on_mode_changed(self) -> None:
        self.viewport().update()
        self._pointer.show_cursor()

    def _on_placing_changed(self) -> None:
        self._hint.refresh()
        if self._placer.is_active:
            self.setFocus()
        self._pointer.show_cursor()

    # --- painting around the photo

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        # what is anchored to the view would be moved along with the picture of the photo, and leave a ghost
        self.viewport().update()
        self.part_changed.emit()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        self._divider.draw(painter)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, QColor(current_theme().canvas))
