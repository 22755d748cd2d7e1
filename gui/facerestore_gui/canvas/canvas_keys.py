"""CanvasKeys: what the keyboard does while the canvas has the focus."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent

from facerestore_gui.canvas.divider import Divider
from facerestore_gui.canvas.key_cursor import KeyCursor
from facerestore_gui.canvas.navigation import Navigation
from facerestore_gui.canvas.placing import PointPlacer
from facerestore_gui.canvas.pointer_router import PointerRouter
from facerestore_gui.canvas.scene import CanvasScene
from facerestore_gui.canvas.tools import ToolBox
from facerestore_gui.document.tool_settings import ToolKind, ToolSettings
from facerestore_gui.keys.held_keys import HOLD_HAND, HOLD_ORIGINAL, HeldKey
from facerestore_gui.keys.shortcuts import Shortcuts

_TABS: Final = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS: Final = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
_PLACED_SHARE: Final = 0.7
"""How much of the view a face takes that is placed by Enter."""


class CanvasKeys:
    """The keys of the canvas. Held keys show the original and the hand; arrows move the cursor, the view, a point, a
    part or the divider; Enter and Backspace serve the cursor, placing and shapes drawn in several clicks. Each handler
    says whether it used the event."""

    def __init__(
        self,
        scene: CanvasScene,
        settings: ToolSettings,
        tools: ToolBox,
        placer: PointPlacer,
        navigation: Navigation,
        divider: Divider,
        pointer: PointerRouter,
        shortcuts: Shortcuts,
        cursor: KeyCursor,
    ) -> None:
        self._scene, self._settings, self._tools, self._placer = scene, settings, tools, placer
        self._navigation, self._divider, self._pointer = navigation, divider, pointer
        self._shortcuts, self._cursor = shortcuts, cursor
        self._hand_key: HeldKey | None = None
        self._holds_tab = False

    def take_tab(self, event: QKeyEvent) -> bool:
        """Tab would move the focus before ``press`` sees it; Shift+Tab and F6 still leave the canvas."""
        is_pressed = event.type() == QEvent.Type.KeyPress
        if is_pressed and event.key() == Qt.Key.Key_Tab and not event.modifiers():
            self._holds_tab = self._shortcuts.owner_of("Tab") == HOLD_ORIGINAL
        # with Shift it is another key, also when it is let go
        if not self._holds_tab or event.key() not in _TABS:
            return False
        if event.type() == QEvent.Type.KeyRelease and not event.isAutoRepeat():
            self._holds_tab = False
        self._scene.view_state.hold_original(held=self._holds_tab)
        return True

    def press(self, event: QKeyEvent, visible_part_photo: QRectF) -> bool:
        key = Qt.Key(event.key())
        if self._shortcuts.name_of(event) == HOLD_HAND:
            self._hand_key = HeldKey.of(event)
            self._pointer.pan_by_key(held=True)
        elif self._cursor.is_down and key in _ENTER:
            self._cursor.lift()
        elif self._placer.is_active and key in _ENTER:
            part = visible_part_photo
            side_px = _PLACED_SHARE * min(part.width(), part.height())
            self._placer.place_all(part.center().x(), part.center().y(), side_px)
        elif self._placer.is_active and key == Qt.Key.Key_Backspace:
            self._placer.take_back()
        elif self._tools.clicked_shape.is_drawing and key in _ENTER:
            self._tools.clicked_shape.finish()
        elif self._tools.clicked_shape.is_drawing and key == Qt.Key.Key_Backspace:
            self._tools.clicked_shape.take_back()
        elif key in _ARROWS:
            self._on_arrow(_ARROWS[key], event.modifiers())
        elif key in _ENTER and self._settings.kind is ToolKind.POINTS:
            self._tools.points.choose_next()
        elif key in _ENTER and self._settings.kind is ToolKind.PART:
            self._tools.part.pick_class_in_hand()
        else:
            return False
        return True

    def release(self, event: QKeyEvent) -> bool:
        if self._hand_key is None or not self._hand_key.is_let_go_by(event):
            return False
        self._hand_key = None
        self._pointer.pan_by_key(held=False)
        return True

    def leave(self) -> None:
        """The focus is gone: no key is held any more."""
        self._hand_key, self._holds_tab = None, False
        self._pointer.pan_by_key(held=False)
        self._scene.view_state.hold_original(held=False)
        self._cursor.lift()

    def _on_arrow(self, direction: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        far = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if self._cursor.is_shown:
            self._cursor.step(direction, modifiers)
        elif self._scene.view_state.is_looking and direction.x():
            self._scene.view_state.candidate_step_wanted.emit(direction.x())
        elif self._divider.is_shown and direction.x():
            self._divider.step(direction.x() * (5 if far else 1))
        elif self._settings.kind is ToolKind.POINTS:
            step = self._navigation.direction_upright(direction) * (10 if far else 1)
            self._tools.points.nudge(*self._scene.frame.direction_scan(step.x(), step.y()))
        elif self._settings.kind is ToolKind.PART:
            step = self._navigation.direction_upright(direction) * (10 if far else 1)
            self._tools.part.nudge(step.x(), step.y())
        else:
            self._navigation.pan_by(-direction * (200 if far else 40))
