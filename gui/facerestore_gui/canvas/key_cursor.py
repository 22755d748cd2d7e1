"""KeyCursor: a pointer that the keyboard moves, for everything that a mouse does on the canvas."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsView, QStyleOptionGraphicsItem, QWidget

from facerestore_gui.canvas.navigation import Navigation
from facerestore_gui.canvas.placing import PointPlacer
from facerestore_gui.canvas.pointer_router import PointerRouter
from facerestore_gui.canvas.scene import CanvasScene
from facerestore_gui.document.tool_settings import ToolKind, ToolSettings

_STEP_CANVAS_PX: Final = 10
_FAR_STEP_CANVAS_PX: Final = 50
_MARGIN_CANVAS_PX: Final = 30
"""The view follows the cursor before it comes nearer than this to its border."""
_JITTER_CANVAS_PX: Final = 4
"""A mouse that moves less was only touched."""
_ARM_PX: Final = 11

CLICKING_TOOLS: Final = frozenset(
    {
        ToolKind.POLYGON,
        ToolKind.CLASS_POLYGON,
        ToolKind.WAND,
        ToolKind.TRACE,
        ToolKind.SUGGEST,
        ToolKind.FILL,
        ToolKind.PICK,
    }
)
"""Tools that are done when they are pressed; the others are pressed, moved and lifted."""


class KeyCursor(QObject):
    """A pointer for the keyboard. Shown by its first press, in the middle of the view; then arrow keys move it, one
    press puts the tool down, and the next lifts it. It tells the router what a mouse would, so every tool works alike.
    A mouse that moves takes over, unless the tool is down."""

    changed = Signal()

    def __init__(
        self,
        view: QGraphicsView,
        scene: CanvasScene,
        settings: ToolSettings,
        placer: PointPlacer,
        navigation: Navigation,
        pointer: PointerRouter,
    ) -> None:
        super().__init__(view)
        self._view, self._scene, self._settings, self._placer = view, scene, settings, placer
        self._navigation, self._pointer = navigation, pointer
        self._item = _CursorItem()
        self._item.setVisible(False)
        scene.addItem(self._item)
        self._place = QPointF()
        """In pixels of the photo."""
        self._mouse: QPointF | None = None
        """Where the mouse was, in the view, when the cursor was shown."""
        self._button = Qt.MouseButton.NoButton
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self._tool = settings.kind
        navigation.scale_changed.connect(self._follow_view)
        settings.changed.connect(self._on_settings)

    @property
    def is_shown(self) -> bool:
        return self._item.isVisible()

    @property
    def is_down(self) -> bool:
        return self._button is not Qt.MouseButton.NoButton and self._pointer.is_dragging

    def press(
        self,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Show the cursor, else put the tool down, else lift it; nothing while a mouse draws."""
        if self._pointer.is_dragging and not self.is_down:
            return
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.is_shown:
            self._show()
        elif self.is_down:
            self.lift()
        else:
            self._button, self._modifiers, self._tool = button, modifiers, self._settings.kind
            self._pointer.press(self._event(QEvent.Type.MouseButtonPress))
            if self._placer.is_active or self._settings.kind in CLICKING_TOOLS:
                self.lift()
            elif self.is_down:
                self._announce(self.tr("Down"))
            self.changed.emit()

    def lift(self) -> None:
        """End the stroke or the drag, if there is one."""
        if self.is_down:
            self._pointer.release(self._event(QEvent.Type.MouseButtonRelease))
            self._announce(self.tr("Lifted"))
        self._button = Qt.MouseButton.NoButton
        self.changed.emit()

    def step(self, direction: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """A step; with Shift a long one, with Ctrl one pixel of the photo."""
        scale = self._navigation.canvas_scale
        direction = self._navigation.direction_upright(direction)
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            step_px = 1.0
        else:
            is_far = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            step_px = max(1.0, round((_FAR_STEP_CANVAS_PX if is_far else _STEP_CANVAS_PX) / scale))
        right, down = self._scene.frame.direction_scan(direction.x() * step_px, direction.y() * step_px)
        self._go_to(self._place + QPointF(right, down))

    def hide(self) -> bool:
        """Lift the tool and put the cursor away; False if it was not shown."""
        was_shown = self.is_shown
        if not (was_shown or self.is_down):
            return False
        self.lift()
        self._item.setVisible(False)
        if was_shown:
            self._pointer.leave()
            self.changed.emit()
        return was_shown

    def yields_to(self, mouse: QPointF) -> bool:
        """Whether a mouse at a place of the view is to be heard; the cursor is put away when it is."""
        if not self.is_shown:
            return True
        if self._mouse is None:
            self._mouse = mouse
        if self.is_down or (mouse - self._mouse).manhattanLength() <= _JITTER_CANVAS_PX:
            return False
        self.hide()
        self._pointer.enter(mouse)
        return True

    def _show(self) -> None:
        self._mouse = None
        self._item.setVisible(True)
        self._go_to(self._navigation.to_photo(QPointF(self._view.viewport().rect().center())))
        place = self._place.toPoint()
        self._announce(self.tr("Cursor at {x}, {y}").format(x=place.x(), y=place.y()))
        self.changed.emit()

    def _go_to(self, place_photo: QPointF) -> None:
        frame = self._scene.frame
        bounds, place = frame.box, frame.to_turned.map(place_photo)
        x = min(max(place.x(), bounds.left()), bounds.right() - 0.5)
        y = min(max(place.y(), bounds.top()), bounds.bottom() - 0.5)
        self._place = frame.to_scan.map(QPointF(x, y))
        self._item.setPos(self._place)
        self._bring_into_view()
        self._follow_view()
        self._pointer.move(self._event(QEvent.Type.MouseMove))

    def _bring_into_view(self) -> None:
        room = (
            self._view.viewport()
            .rect()
            .adjusted(_MARGIN_CANVAS_PX, _MARGIN_CANVAS_PX, -_MARGIN_CANVAS_PX, -_MARGIN_CANVAS_PX)
        )
        place = self._view_place().toPoint()
        if not room.contains(place):
            wanted = QPoint(
                min(max(place.x(), room.left()), room.right()), min(max(place.y(), room.top()), room.bottom())
            )
            self._navigation.pan_by(wanted - place)

    def _follow_view(self) -> None:
        if self.is_shown:
            self._pointer.enter(self._view_place())

    def _view_place(self) -> QPointF:
        return self._view.viewportTransform().map(self._place)

    def _event(self, kind: QEvent.Type) -> QMouseEvent:
        place = self._view_place()
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else self._button
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else self._button
        in_world = self._view.viewport().mapToGlobal(place)
        return QMouseEvent(kind, place, in_world, button, held, self._modifiers)

    def _on_settings(self) -> None:
        if self.is_down and self._settings.kind is not self._tool:
            self.lift()

    def _announce(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, text))


class _CursorItem(QGraphicsItem):
    """A cross of one size at every zoom, dark and light so that it shows on every ground."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(45)

    def boundingRect(self) -> QRectF:
        reach = _ARM_PX + 3
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        for colour, width in ((QColor(0, 0, 0, 200), 4), (QColor(255, 255, 255), 1.6)):
            painter.setPen(QPen(colour, width))
            for sign in (-1, 1):
                painter.drawLine(QPointF(sign * 3, 0), QPointF(sign * _ARM_PX, 0))
                painter.drawLine(QPointF(0, sign * 3), QPointF(0, sign * _ARM_PX))
