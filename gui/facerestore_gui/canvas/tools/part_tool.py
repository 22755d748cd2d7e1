"""The tool that moves, scales and turns a part of the layout as a shape: an eye, a brow, the mouth."""

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from facerestore.editing.painting import PixelDiff
from facerestore_gui.background.lazy_modules import layout_calculations
from facerestore_gui.canvas.tools.pointer import Pointer
from facerestore_gui.document.document import Document
from facerestore_gui.document.edits.layout import edit_layout
from facerestore_gui.document.tool_settings import ToolKind, ToolSettings
from facerestore_gui.look.step_label import translate
from facerestore_gui.look.translation import face_class_in_sentence

_REACH_CANVAS_PX: Final = 10.0
"""How near to a handle the pointer must be to take it."""
_KNOB_AWAY_CANVAS_PX: Final = 26.0
"""How far above the box the knob is that turns."""
_SCALES: Final = (0.2, 5.0)
_TURN_STEP_DEGREES: Final = 15.0

_Floats = NDArray[np.float64]


class Grip(Enum):
    """What of the box the pointer holds."""

    INSIDE = auto()
    KNOB = auto()
    CORNER = auto()
    SIDE = auto()
    END = auto()
    """Top or bottom."""


@dataclass(frozen=True, eq=False)
class Selection:
    """A part as it was when it was picked, and where it has been taken since. ``start``: the labels (S, S) it was
    picked from; ``made``: those that the document has now because of it; ``centre``, ``half``: of the part's box in
    pixels of the layout, ``centre`` being what it turns about."""

    face: int
    start: NDArray[np.uint8]
    part: NDArray[np.bool_]
    made: NDArray[np.uint8]
    centre: _Floats
    low: _Floats
    high: _Floats
    movement: "layout_calculations.Movement"
    name: str

    def to_layout(self, places: _Floats) -> _Floats:
        """Places (N, 2) counted from the part's centre, as it was picked, to where they are now in the layout."""
        return places @ self._linear().T + self.centre + [self.movement.right_px, self.movement.down_px]

    def corners(self) -> _Floats:
        """Of the box (4, 2), from its top left corner clockwise, in pixels of the layout."""
        (left, top), (right, bottom) = self.low, self.high
        return self.to_layout(np.array([[left, top], [right, top], [right, bottom], [left, bottom]]))

    def knob(self, away_px: float) -> _Floats:
        """The place (2,) of the knob, so far from the middle of the upper side, and that middle (2,)."""
        corners = self.corners()
        middle = (corners[0] + corners[1]) / 2
        up = corners[0] - corners[3]
        return np.stack([middle + up / max(float(np.linalg.norm(up)), 1e-6) * away_px, middle])

    def _linear(self) -> _Floats:
        angle = np.deg2rad(self.movement.turn_degrees)
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        return np.asarray(turn @ np.diag([self.movement.scale_x, self.movement.scale_y]), np.float64)


@dataclass(frozen=True, eq=False)
class _Drag:
    grip: Grip
    gesture: int
    place: _Floats
    before: Selection


class PartTool(QObject):
    """A press picks the part under it; drags within its box move it, on handles scale it, on the knob turn it. With
    Shift both directions scale alike, and turns go in steps.

    While it stays picked, the part is always carried from where it was: what it covers for a moment comes back.
    """

    changed = Signal()

    def __init__(self, document: Document, settings: ToolSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self.selection: Selection | None = None
        self._drag: _Drag | None = None
        for signal in (document.layout_changed, document.faces_changed, document.current_face_changed, document.opened):
            signal.connect(self._drop_if_stale)
        settings.changed.connect(self._on_settings)

    @property
    def is_drawing(self) -> bool:
        return self._drag is not None

    def press(self, at: Pointer) -> None:
        place = self._to_layout(at)
        if place is None:
            return
        grip = None if self.selection is None else self._grip_at(self.selection, place, at)
        if grip is None:
            self._pick_at(place)
            grip = Grip.INSIDE
        if self.selection is not None:
            self._drag = _Drag(grip, self._document.next_gesture(), place, self.selection)

    def move(self, at: Pointer) -> None:
        drag, place = self._drag, self._to_layout(at)
        if drag is not None and place is not None and self.selection is not None:
            movement = _dragged(drag, place, is_straight=at.is_straight)
            self._carry(replace(drag.before, movement=movement), drag.gesture)

    def release(self, at: Pointer) -> None:
        if self._drag is not None:
            self._drag = None
            self._document.end_gesture()

    def abandon(self) -> None:
        drag, self._drag = self._drag, None
        if drag is not None:
            self._document.abandon_gesture(drag.gesture)

    def let_go(self) -> bool:
        """Nothing is picked any more; False if nothing was."""
        had = self.selection is not None
        self.selection, self._drag = None, None
        if had:
            self.changed.emit()
        return had

    # --- by keyboard

    def pick_class_in_hand(self) -> None:
        """The largest part of the class in hand, for the keyboard."""
        work = self._document.work
        if work is not None and work.layout is not None:
            part = layout_calculations.largest_part(
                work.layout.labels, self._settings.face_class, self._settings.locked
            )
            self._pick(part)

    def nudge(self, right_px: float, down_px: float) -> None:
        """By pixels of the layout; one step of the history each."""
        self._change(right_px=right_px, down_px=down_px)

    def scale(self, factor: float) -> None:
        self._change(factor=factor)

    def _change(self, *, right_px: float = 0.0, down_px: float = 0.0, factor: float = 1.0) -> None:
        if self.selection is None:
            self.pick_class_in_hand()
        if self.selection is None or self._drag is not None:
            return
        old = self.selection.movement
        movement = replace(
            old,
            right_px=old.right_px + right_px,
            down_px=old.down_px + down_px,
            scale_x=_within(old.scale_x * factor),
            scale_y=_within(old.scale_y * factor),
        )
        self._carry(replace(self.selection, movement=movement), self._document.next_gesture())
        self._document.end_gesture()

    # --- picking and carrying

    def _pick_at(self, place: _Floats) -> None:
        work = self._document.work
        if work is None or work.layout is None:
            return
        labels = work.layout.labels
        part = layout_calculations.movable_part(labels, float(place[0]), float(place[1]), self._settings.locked)
        self._pick(part)
        if part is not None:
            self._settings.choose_class(int(labels[int(place[1]), int(place[0])]))

    def _pick(self, part: NDArray[np.bool_] | None) -> None:
        work = self._document.work
        if part is None or work is None or work.layout is None:
            self.let_go()
            return
        labels, box = work.layout.labels, layout_calculations.part_box(part)
        centre = layout_calculations.centre_of(part)
        rows, columns = np.nonzero(part)
        self.selection = Selection(
            self._document.current_face,
            labels,
            part,
            labels,
            centre,
            np.array([box.left, box.top]) - centre,
            np.array([box.right, box.bottom]) - centre,
            layout_calculations.Movement(),
            face_class_in_sentence(int(labels[rows[0], columns[0]])),
        )
        self.changed.emit()

    def _carry(self, wanted: Selection, gesture: int) -> None:
        """The layout with the part where the selection says."""
        work = self._document.work
        if work is None or work.layout is None:
            return
        labels = layout_calculations.moved_labels(wanted.start, wanted.part, wanted.movement, self._settings.locked)
        patch = PixelDiff.between(work.layout.labels, labels)
        # what is made is noted first, so that the change is known as the tool's own
        self.selection = replace(wanted, made=labels)
        edit_layout(
            self._document,
            translate("PartTool", "Move {name}").filled(name=wanted.name),
            patch,
            gesture=gesture,
        )
        self.changed.emit()

    def _drop_if_stale(self) -> None:
        """Another edit, or undo: the part is not where the box says any more."""
        selection, work = self.selection, self._document.work
        if selection is None:
            return
        layout = None if work is None else work.layout
        is_same_face = selection.face == self._document.current_face
        if layout is None or not is_same_face or not np.array_equal(layout.labels, selection.made):
            self.let_go()

    def _on_settings(self) -> None:
        if self._settings.kind is not ToolKind.PART:
            self.let_go()
        elif self.selection is not None:
            present = np.unique(self.selection.start[self.selection.part]).tolist()
            if self._settings.locked & set(present):
                self.let_go()

    # --- where the pointer is

    def _to_layout(self, at: Pointer) -> _Floats | None:
        work = self._document.work
        return None if work is None else work.alignment.to_crop(np.array([at.place]))[0]

    def _grip_at(self, selection: Selection, place: _Floats, at: Pointer) -> Grip | None:
        """What is under the pointer, in pixels of the layout; None outside."""
        work = self._document.work
        assert work is not None, "something is picked"
        per_canvas_px = work.alignment.scale / at.scale
        reach, corners = _REACH_CANVAS_PX * per_canvas_px, selection.corners()
        knob = selection.knob(_KNOB_AWAY_CANVAS_PX * per_canvas_px)[0]
        sides = (corners + np.roll(corners, -1, axis=0)) / 2
        marks = ((knob[None], Grip.KNOB), (corners, Grip.CORNER), (sides[1::2], Grip.SIDE), (sides[::2], Grip.END))
        # near the middle a small part is moved, not scaled: handles would leave no room to take it
        distances = [(float(np.linalg.norm(places - place, axis=1).min()), grip) for places, grip in marks]
        nearest, grip = min(distances, key=lambda one: one[0])
        to_middle = float(np.linalg.norm(corners.mean(axis=0) - place))
        if nearest <= reach and nearest < to_middle:
            return grip
        edges = np.roll(corners, -1, axis=0) - corners
        to_place = place - corners
        crosses = edges[:, 0] * to_place[:, 1] - edges[:, 1] * to_place[:, 0]
        return Grip.INSIDE if (crosses >= 0).all() else None


def handle_places(selection: Selection, canvas_px: float) -> tuple[_Floats, _Floats]:
    """The eight handles (8, 2) and the knob with where it is fixed (2, 2), in pixels of the layout; ``canvas_px``: how
    many of them a pixel of the canvas is."""
    corners = selection.corners()
    sides = (corners + np.roll(corners, -1, axis=0)) / 2
    return np.concatenate([corners, sides]), selection.knob(_KNOB_AWAY_CANVAS_PX * canvas_px)


def _dragged(drag: _Drag, place: _Floats, *, is_straight: bool) -> "layout_calculations.Movement":
    old = drag.before.movement
    if drag.grip is Grip.INSIDE:
        right, down = place - drag.place
        if is_straight:
            right, down = (right, 0.0) if abs(right) >= abs(down) else (0.0, down)
        return replace(old, right_px=old.right_px + float(right), down_px=old.down_px + float(down))
    centre = drag.before.centre + np.array([old.right_px, old.down_px])
    before, now = drag.place - centre, place - centre
    if drag.grip is Grip.KNOB:
        turned = np.rad2deg(np.arctan2(now[1], now[0]) - np.arctan2(before[1], before[0]))
        degrees = old.turn_degrees + float(turned)
        if is_straight:
            degrees = round(degrees / _TURN_STEP_DEGREES) * _TURN_STEP_DEGREES
        return replace(old, turn_degrees=degrees)
    # along the box's own sides, which may be turned
    angle = np.deg2rad(old.turn_degrees)
    back = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    own_before, own_now = back @ before, back @ now
    factor_x, factor_y = (_ratio(float(to), float(of)) for to, of in zip(own_now, own_before, strict=True))
    if is_straight:
        factor_x = factor_y = _ratio(float(np.linalg.norm(now)), float(np.linalg.norm(before)))
    elif drag.grip is Grip.SIDE:
        factor_y = 1.0
    elif drag.grip is Grip.END:
        factor_x = 1.0
    return replace(old, scale_x=_within(old.scale_x * factor_x), scale_y=_within(old.scale_y * factor_y))


def _ratio(to: float, of: float) -> float:
    return to / of if abs(of) > 1e-6 else 1.0


def _within(scale: float) -> float:
    return min(max(scale, _SCALES[0]), _SCALES[1])
