"""CanvasView: zoom, pan, and the pointer on its way to the tool."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QLabel, QWidget

from facerestore_gui.canvas.divider import draw_divider
from facerestore_gui.canvas.placing import PointPlacer
from facerestore_gui.canvas.scene import CanvasScene
from facerestore_gui.canvas.tool_settings import BRUSH_TOOLS, ToolKind, ToolSettings
from facerestore_gui.canvas.tools import Pointer, ToolBox
from facerestore_gui.theme import current_theme

_SMALLEST_SCALE: Final = 0.01
_LARGEST_SCALE: Final = 64.0
_ZOOM_STEP: Final = 1.25
_WHEEL_NOTCH: Final = 120
_FIT_MARGIN_PX: Final = 16
_DIVIDER_REACH_PX: Final = 10
_DIVIDER_STEP: Final = 0.02


class _Drag(Enum):
    NONE = auto()
    TOOL = auto()
    PAN = auto()
    DIVIDER = auto()


class CanvasView(QGraphicsView):
    """The photo and its overlays. The wheel zooms at the pointer, Space or the middle button pans."""

    scale_changed = Signal()
    pointer_moved = Signal(QPointF)

    def __init__(
        self,
        scene: CanvasScene,
        settings: ToolSettings,
        tools: ToolBox,
        placer: PointPlacer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(scene, parent)
        self._scene, self._settings, self._tools, self._placer = scene, settings, tools, placer
        self._drag = _Drag.NONE
        self._pan_from = QPoint()
        self._space_is_down = False
        self._is_fitted = True
        self._pointer = QPointF()
        self._pointer_is_inside = False
        self._hint = self._new_hint()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(False)
        self.setAccessibleName("Canvas")
        self.setAccessibleDescription("The photo with its mask and layout. Arrow keys move the view.")
        settings.changed.connect(self._on_settings_changed)
        scene.mode_changed.connect(self._on_mode_changed)
        placer.changed.connect(self._on_placing_changed)

    # --- zoom

    @property
    def scale_factor(self) -> float:
        """Screen pixels per photo pixel: 1 is 100 %."""
        return self.transform().m11() * self.devicePixelRatioF()

    def fit(self) -> None:
        """The whole photo, as large as the view allows; stays fitted when the view is resized."""
        bounds = self._scene.photo.boundingRect()
        if bounds.isEmpty():
            return
        width = max(1, self.viewport().width() - 2 * _FIT_MARGIN_PX)
        height = max(1, self.viewport().height() - 2 * _FIT_MARGIN_PX)
        scale = min(width / bounds.width(), height / bounds.height())
        self._set_scale(scale * self.devicePixelRatioF())
        self.centerOn(bounds.center())
        self._is_fitted = True

    def zoom_to(self, scale: float) -> None:
        """Screen pixels per photo pixel, about the middle of the view."""
        self._zoom_about(QPointF(self.viewport().rect().center()), scale)

    def zoom_by(self, steps: float) -> None:
        self.zoom_to(self.scale_factor * _ZOOM_STEP**steps)

    def visible_part_photo(self) -> QRectF:
        """The part of the photo that the view shows."""
        shown = self.mapToScene(self.viewport().rect()).boundingRect()
        return shown.intersected(self._scene.photo.boundingRect())

    def _zoom_about(self, place: QPointF, scale: float) -> None:
        before = self._to_photo(place)
        self._set_scale(scale)
        after = self._to_photo(place)
        centre = self.mapToScene(self.viewport().rect()).boundingRect().center()
        self.centerOn(centre + before - after)
        self._is_fitted = False
        self._move_brush()

    def _set_scale(self, scale: float) -> None:
        kept = min(max(scale, _SMALLEST_SCALE), _LARGEST_SCALE) / self.devicePixelRatioF()
        self.resetTransform()
        self.scale(kept, kept)
        self.scale_changed.emit()

    # --- events: wheel, size

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            self._settings.grow_brush(1 if delta > 0 else -1)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._pan_by(QPoint(delta // 2, 0))
        elif delta:
            self._zoom_about(event.position(), self.scale_factor * _ZOOM_STEP ** (delta / _WHEEL_NOTCH))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit()
        self._place_hint()

    # --- events: pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._drag is not _Drag.NONE or self._scene.photo.boundingRect().isEmpty():
            return
        is_middle = event.button() == Qt.MouseButton.MiddleButton
        hand = self._settings.kind is ToolKind.HAND and not self._placer.is_active
        if is_middle or self._space_is_down or (hand and not self._is_over_divider()):
            self._drag, self._pan_from = _Drag.PAN, event.position().toPoint()
        elif self._is_over_divider():
            self._drag = _Drag.DIVIDER
        elif self._placer.is_active:
            place = self._to_photo(self._pointer)
            self._placer.add(place.x(), place.y())
        elif event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self._press_tool(event)
        self._show_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        match self._drag:
            case _Drag.PAN:
                self._pan_by(event.position().toPoint() - self._pan_from)
                self._pan_from = event.position().toPoint()
            case _Drag.DIVIDER:
                width = max(1.0, self._scene.photo.boundingRect().width())
                self.set_divider(self._to_photo(self._pointer).x() / width)
            case _Drag.TOOL if self._tools.current is not None:
                self._tools.current.move(self._tool_pointer(event))
        self._move_brush()
        self._show_cursor()
        self.pointer_moved.emit(self._to_photo(self._pointer))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is _Drag.TOOL and self._tools.current is not None:
            self._tools.current.release(self._tool_pointer(event))
        self._drag = _Drag.NONE
        self._show_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # the second press of quick clicks is a press like any other: dabs must not be lost
        self.mousePressEvent(event)

    def abandon_drag(self) -> bool:
        """Take back the drag under way; False if there is none."""
        if self._drag is _Drag.NONE:
            return False
        if self._drag is _Drag.TOOL and self._tools.current is not None:
            self._tools.current.abandon()
        self._drag = _Drag.NONE
        return True

    def _press_tool(self, event: QMouseEvent) -> None:
        if self._tools.current is None:
            return
        self._drag = _Drag.TOOL
        self._scene.leave_comparison()
        self._tools.current.press(self._tool_pointer(event))

    def _tool_pointer(self, event: QMouseEvent) -> Pointer:
        place = self._to_photo(event.position())
        buttons = event.buttons() | event.button()
        return Pointer(
            place.x(),
            place.y(),
            scale=self.transform().m11(),
            is_secondary=bool(buttons & Qt.MouseButton.RightButton),
            is_straight=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier),
        )

    def _to_photo(self, place: QPointF) -> QPointF:
        inverse, _ = self.viewportTransform().inverted()
        return inverse.map(place)

    def _pan_by(self, delta: QPoint) -> None:
        self._is_fitted = False
        horizontal, vertical = self.horizontalScrollBar(), self.verticalScrollBar()
        horizontal.setValue(horizontal.value() - delta.x())
        vertical.setValue(vertical.value() - delta.y())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._pointer_is_inside, self._pointer = True, event.position()
        self._show_cursor()
        self._move_brush()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer_is_inside = False
        self._scene.brush.setVisible(False)
        super().leaveEvent(event)

    # --- events: keys

    def event(self, event: QEvent) -> bool:
        # Tab would move the focus before keyPressEvent sees it; Shift+Tab and F6 still leave the canvas
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab and not event.modifiers():
            if event.type() == QEvent.Type.KeyPress:
                self._scene.hold_original(held=True)
                return True
            if event.type() == QEvent.Type.KeyRelease:
                if not event.isAutoRepeat():
                    self._scene.hold_original(held=False)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self._space_is_down = True
            self._show_cursor()
        elif self._placer.is_active and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            part = self.visible_part_photo()
            side = 0.7 * min(part.width(), part.height())
            self._placer.place_all(part.center().x(), part.center().y(), side)
        elif self._placer.is_active and key == Qt.Key.Key_Backspace:
            self._placer.take_back()
        elif key in _ARROWS:
            self._on_arrow(_ARROWS[key], event.modifiers())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._settings.kind is ToolKind.POINTS:
            self._tools.points.choose_next()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_is_down = False
            self._show_cursor()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space_is_down = False
        self._scene.hold_original(held=False)
        super().focusOutEvent(event)

    def _on_arrow(self, direction: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        far = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if self._scene.is_comparing and direction.x():
            self.set_divider(self._scene.photo.divider + direction.x() * _DIVIDER_STEP * (5 if far else 1))
        elif self._settings.kind is ToolKind.POINTS:
            step = 10 if far else 1
            self._tools.points.nudge(direction.x() * step, direction.y() * step)
        else:
            self._pan_by(-direction * (200 if far else 40))

    # --- the comparison's divider

    def set_divider(self, share: float) -> None:
        """Move the divider to a share of the photo's width."""
        self._scene.photo.set_divider(share)
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        if not self._scene.is_comparing:
            return
        x, top, bottom = self._divider_on_canvas()
        draw_divider(painter, x, max(top, 0), min(bottom, self.viewport().height()))

    def _divider_on_canvas(self) -> tuple[float, float, float]:
        bounds = self._scene.photo.boundingRect()
        to_canvas = self.viewportTransform()
        top = to_canvas.map(QPointF(self._scene.photo.divider_x_photo, bounds.top()))
        return top.x(), top.y(), to_canvas.map(bounds.bottomRight()).y()

    def _is_over_divider(self) -> bool:
        return self._scene.is_comparing and abs(self._pointer.x() - self._divider_on_canvas()[0]) <= _DIVIDER_REACH_PX

    # --- cursor, brush, hint, ground

    def _on_settings_changed(self) -> None:
        self._show_cursor()
        self._move_brush()

    def _on_mode_changed(self) -> None:
        self.viewport().update()
        self._show_cursor()

    def _show_cursor(self) -> None:
        shape = Qt.CursorShape.CrossCursor
        if self._drag is _Drag.PAN:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._space_is_down:
            shape = Qt.CursorShape.OpenHandCursor
        elif self._drag is _Drag.DIVIDER or self._is_over_divider():
            shape = Qt.CursorShape.SplitHCursor
        elif self._placer.is_active:
            shape = Qt.CursorShape.CrossCursor
        elif self._settings.kind is ToolKind.HAND:
            shape = Qt.CursorShape.OpenHandCursor
        elif self._settings.kind in BRUSH_TOOLS:
            shape = Qt.CursorShape.BlankCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)
        self._scene.brush.setVisible(shape == Qt.CursorShape.BlankCursor and self._pointer_is_inside)

    def _move_brush(self) -> None:
        if self._settings.kind in BRUSH_TOOLS and self._scene.brush.isVisible():
            radius = self._settings.brush_diameter_px / 2
            self._scene.brush.show_at(self._to_photo(self._pointer), radius, self.transform().m11())

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, QColor(current_theme().canvas))

    def _new_hint(self) -> QLabel:
        hint = QLabel(self)
        hint.setStyleSheet("background: rgba(0, 0, 0, 200); color: white; padding: 7px 14px; border-radius: 5px;")
        hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        hint.setTextFormat(Qt.TextFormat.RichText)
        hint.hide()
        return hint

    def _on_placing_changed(self) -> None:
        self._hint.setVisible(self._placer.is_active)
        if self._placer.is_active:
            number = len(self._placer.points) + 1
            self._hint.setText(
                f"{number} of 5: click the <b>{self._placer.next_name}</b>."
                " &nbsp;Backspace takes one back, Enter places all, Esc ends."
            )
            self._hint.setAccessibleName(f"Click the {self._placer.next_name}, {number} of 5")
            self.setFocus()
        self._place_hint()
        self._show_cursor()

    def _place_hint(self) -> None:
        self._hint.adjustSize()
        self._hint.move(max(0, (self.width() - self._hint.width()) // 2), 12)


_ARROWS: Final = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
