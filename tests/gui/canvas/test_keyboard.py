"""Working without a mouse: the cursor that the keyboard moves, and the way of the focus through the window."""

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facerestore_gui.actions.action_table import DEFAULT_KEYS
from facerestore_gui.canvas.tools.part_tool import handle_places
from facerestore_gui.document.edits.layout import class_at
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.keys.shortcuts import Shortcuts
from facerestore_gui.window.window_keys import WindowKeys

pytestmark = pytest.mark.gui

KEYS = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
RIGHT, DOWN = KEYS.Key_Right, KEYS.Key_Down


@pytest.fixture
def keyboard(driver):
    """The window with the brush in hand and the keyboard's cursor put away."""
    canvas = driver.window.canvas
    canvas.key_cursor.hide()
    driver.session.tool_settings.choose(ToolKind.BRUSH)
    driver.session.tool_settings.set_brush_diameter(6)
    canvas.setFocus()
    canvas.zoom_to(2.0)
    yield driver
    canvas.key_cursor.hide()


def coverage(driver):
    return driver.document.project.coverage > 0


def place(driver):
    cursor = driver.window.canvas.key_cursor
    return cursor._place.x(), cursor._place.y()


def go(driver, x, y):
    """The cursor to a place of the photo, by its keys."""
    if not driver.window.canvas.key_cursor.is_shown:
        driver.key(KEYS.Key_A)
    for axis, keys in ((0, (KEYS.Key_Left, RIGHT)), (1, (KEYS.Key_Up, DOWN))):
        while abs(away := (x, y)[axis] - place(driver)[axis]) >= 1:
            modifier = Qt.KeyboardModifier.NoModifier if abs(away) >= 5 else CTRL
            driver.key(keys[int(away > 0)], modifier)


def test_that_the_first_press_shows_the_cursor_and_paints_nothing(keyboard):
    keyboard.key(KEYS.Key_A)
    assert keyboard.window.canvas.key_cursor.is_shown
    assert not coverage(keyboard).any()
    assert "cursor" in keyboard.window.status.text


def test_that_a_stroke_is_painted_along_the_way_of_the_cursor_and_is_one_step(keyboard):
    go(keyboard, 40, 50)
    keyboard.key(KEYS.Key_A)
    for _ in range(8):
        keyboard.key(RIGHT)
    keyboard.key(KEYS.Key_A)
    end_x, end_y = (int(part) for part in place(keyboard))
    painted = coverage(keyboard)
    assert painted[end_y, 41:end_x].all()
    assert not painted[end_y + 12 :].any()
    keyboard.trigger("undo")
    assert not coverage(keyboard).any()


def test_that_steps_are_fine_with_ctrl_and_long_with_shift(keyboard):
    keyboard.key(KEYS.Key_A)
    moved = []
    for modifier in (CTRL, Qt.KeyboardModifier.NoModifier, SHIFT):
        before = place(keyboard)[0]
        keyboard.key(RIGHT, modifier)
        moved.append(place(keyboard)[0] - before)
    assert moved == [1, 5, 25]


def test_that_enter_ends_the_stroke_and_esc_takes_it_back(keyboard):
    go(keyboard, 40, 50)
    keyboard.key(KEYS.Key_A)
    keyboard.key(RIGHT)
    keyboard.key(KEYS.Key_Return)
    first = coverage(keyboard).copy()
    assert first.any()
    keyboard.key(KEYS.Key_A)
    keyboard.key(DOWN, SHIFT)
    assert coverage(keyboard).sum() > first.sum()
    keyboard.key(KEYS.Key_Escape)
    assert np.array_equal(coverage(keyboard), first)
    assert not keyboard.window.canvas.key_cursor.is_down


def test_that_the_right_button_by_key_erases_and_shift_joins_to_the_last_stroke(keyboard):
    go(keyboard, 40, 50)
    keyboard.key(KEYS.Key_A)
    keyboard.key(KEYS.Key_A)
    go(keyboard, 90, 90)
    keyboard.key(KEYS.Key_A, SHIFT)
    keyboard.key(KEYS.Key_A)
    assert coverage(keyboard)[70, 65]
    go(keyboard, 65, 70)
    keyboard.key(KEYS.Key_Q)
    keyboard.key(KEYS.Key_Q)
    assert not coverage(keyboard)[70, 65]


@pytest.mark.parametrize("kind", [ToolKind.RECTANGLE, ToolKind.ELLIPSE])
def test_that_a_box_is_drawn_from_corner_to_corner(keyboard, kind):
    keyboard.session.tool_settings.choose(kind)
    go(keyboard, 40, 50)
    keyboard.key(KEYS.Key_A)
    for _ in range(4):
        keyboard.key(RIGHT)
        keyboard.key(DOWN)
    keyboard.key(KEYS.Key_A)
    keyboard.wait(lambda: coverage(keyboard)[60, 50])
    assert not coverage(keyboard)[45, 50]


def test_that_a_polygon_takes_a_corner_for_every_press_and_enter_closes_it(keyboard):
    keyboard.session.tool_settings.choose(ToolKind.POLYGON)
    for corner in ((40, 40), (90, 40), (65, 90)):
        go(keyboard, *corner)
        keyboard.key(KEYS.Key_A)
    keyboard.key(KEYS.Key_Return)
    keyboard.wait(lambda: coverage(keyboard)[55, 65])


def test_that_the_wand_works_where_the_cursor_is(keyboard):
    keyboard.session.tool_settings.choose(ToolKind.WAND)
    go(keyboard, 20, 20)
    keyboard.key(KEYS.Key_A)
    keyboard.wait(lambda: coverage(keyboard)[180, 20])
    assert not coverage(keyboard)[100, 120]


def test_that_a_class_is_painted_and_filled_in_the_layout_by_keyboard(keyboard):
    keyboard.run("predict_layout")
    keyboard.session.tool_settings.choose_class(13)
    keyboard.session.tool_settings.choose(ToolKind.PAINT)
    go(keyboard, 120, 60)
    keyboard.key(KEYS.Key_A)
    keyboard.key(RIGHT)
    keyboard.key(KEYS.Key_A)
    assert class_at(keyboard.document, 122, 60) == 13
    keyboard.session.tool_settings.choose(ToolKind.FILL)
    keyboard.session.tool_settings.choose_class(14)
    keyboard.key(KEYS.Key_A)
    assert class_at(keyboard.document, 122, 60) == 14
    keyboard.session.tool_settings.choose(ToolKind.PICK)
    keyboard.session.tool_settings.choose_class(1)
    keyboard.key(KEYS.Key_A)
    assert keyboard.session.tool_settings.face_class == 14


def test_that_the_points_of_a_face_can_be_set_one_by_one(keyboard):
    faces = len(keyboard.document.project.faces)
    keyboard.trigger("add_face")
    for spot in ((102, 96), (138, 96), (120, 115), (105, 142), (135, 142)):
        go(keyboard, *spot)
        keyboard.key(KEYS.Key_A)
    assert len(keyboard.document.project.faces) == faces + 1


def draw(driver, *places):
    """Put the tool down, go through places, and lift it."""
    go(driver, *places[0])
    driver.key(KEYS.Key_A)
    for place in places[1:]:
        go(driver, *place)
    driver.key(KEYS.Key_A)


def test_that_the_lasso_takes_what_the_cursor_went_round(keyboard):
    keyboard.session.tool_settings.choose(ToolKind.LASSO)
    draw(keyboard, (40, 40), (90, 40), (90, 90), (40, 90))
    keyboard.wait(lambda: coverage(keyboard)[65, 65])
    assert not coverage(keyboard)[65, 120]


def test_that_a_class_polygon_and_a_smart_edge_are_drawn_by_keyboard(keyboard):
    keyboard.run("predict_layout")
    settings = keyboard.session.tool_settings
    settings.choose_class(14)
    settings.choose(ToolKind.CLASS_POLYGON)
    for corner in ((100, 50), (140, 50), (120, 80)):
        go(keyboard, *corner)
        keyboard.key(KEYS.Key_A)
    keyboard.key(KEYS.Key_Return)
    keyboard.wait(lambda: class_at(keyboard.document, 120, 58) == 14)
    settings.choose_class(15)
    settings.choose(ToolKind.SMART_EDGE)
    before = keyboard.document.work.layout
    draw(keyboard, (92, 86), (112, 86), (112, 106), (92, 106))
    keyboard.wait(lambda: keyboard.document.work.layout is not before)


def test_that_a_part_is_turned_at_its_knob_by_keyboard(keyboard):
    keyboard.run("predict_layout")
    window, tool = keyboard.window, keyboard.session.tools.part
    window.session.tool_settings.choose(ToolKind.PART)
    window.session.tool_settings.choose_class(2)
    keyboard.key(KEYS.Key_Return)
    scale = keyboard.document.work.alignment.scale / window.canvas.transform().m11()
    _, knob = handle_places(tool.selection, scale)
    x, y = keyboard.document.work.alignment.to_photo(knob[:1])[0]
    draw(keyboard, (x, y), (x + 12, y + 4))
    assert abs(tool.selection.movement.turn_degrees) > 5


def test_that_a_point_of_a_face_is_dragged_by_keyboard(keyboard):
    keyboard.session.tool_settings.choose(ToolKind.POINTS)
    x, y = keyboard.document.work.face.points_photo[2]
    draw(keyboard, (x, y), (x + 10, y + 5))
    assert keyboard.document.work.face.points_photo[2] == pytest.approx([x + 10, y + 5], abs=1.5)


def test_that_the_view_follows_the_cursor(keyboard):
    canvas = keyboard.window.canvas
    canvas.zoom_to(8.0)
    keyboard.key(KEYS.Key_A)
    for _ in range(12):
        keyboard.key(RIGHT, SHIFT)
    assert canvas.viewport().rect().contains(keyboard.at(*place(keyboard)))


def test_that_another_tool_ends_the_stroke_under_way(keyboard):
    go(keyboard, 40, 50)
    keyboard.key(KEYS.Key_A)
    keyboard.key(KEYS.Key_L)
    keyboard.key(RIGHT)
    assert coverage(keyboard)[50, 40]
    assert not keyboard.window.canvas.key_cursor.is_down
    keyboard.trigger("grow_mask")
    # which waits for the end of every stroke
    keyboard.wait(lambda: not keyboard.session.mask_edits.is_busy)
    assert coverage(keyboard)[50, 34]


def test_that_a_mouse_that_moves_takes_over_unless_the_tool_is_down(keyboard):
    cursor = keyboard.window.canvas.key_cursor
    go(keyboard, 40, 50)
    keyboard.key(KEYS.Key_A)
    for x in (150, 160, 170):
        QTest.mouseMove(keyboard.viewport, keyboard.at(x, 150))
    assert cursor.is_down
    keyboard.key(KEYS.Key_A)
    assert not coverage(keyboard)[150].any()
    for x in (150, 160, 170):
        QTest.mouseMove(keyboard.viewport, keyboard.at(x, 150))
    assert not cursor.is_shown


def test_that_a_press_while_a_mouse_draws_leaves_its_stroke_alone(keyboard):
    QTest.mousePress(keyboard.viewport, Qt.MouseButton.LeftButton, pos=keyboard.at(40, 50))
    before = coverage(keyboard)
    keyboard.key(KEYS.Key_A)
    assert (coverage(keyboard) == before).all()
    assert not keyboard.window.canvas.key_cursor.is_shown
    QTest.mouseRelease(keyboard.viewport, Qt.MouseButton.LeftButton, pos=keyboard.at(40, 50))


def test_that_the_original_goes_when_tab_is_let_go_with_shift_held(keyboard, qapp):
    scene, canvas = keyboard.window.canvas_scene, keyboard.window.canvas
    QTest.keyPress(canvas, KEYS.Key_Tab)
    assert not scene.mask.isVisible()
    release = QKeyEvent(QEvent.Type.KeyRelease, KEYS.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    qapp.sendEvent(canvas, release)
    assert scene.mask.isVisible()


def test_that_the_focus_leaving_the_canvas_ends_the_stroke(keyboard):
    go(keyboard, 40, 50)
    keyboard.key(KEYS.Key_A)
    keyboard.trigger("next_panel")
    assert not keyboard.window.canvas.key_cursor.is_down
    assert coverage(keyboard)[50, 40]


def test_that_with_the_hand_there_is_no_cursor_and_arrows_move_the_view(keyboard):
    keyboard.session.tool_settings.choose(ToolKind.HAND)
    assert not keyboard.window.actions_table.by_name["cursor_press"].isEnabled()
    before = keyboard.window.canvas.mapToScene(0, 0)
    keyboard.window.canvas.zoom_to(8.0)
    before = keyboard.window.canvas.mapToScene(0, 0)
    keyboard.key(RIGHT)
    assert keyboard.window.canvas.mapToScene(0, 0) != QPointF(before)


def key_event(kind, key, modifiers, *, place, text):
    return QKeyEvent(kind, key, modifiers, place, place, 0, text)


class TestAKeyThatShowsTheOriginal:
    @pytest.fixture
    def held(self):
        return []

    @pytest.fixture
    def keys(self, held):
        told = held.append
        view = SimpleNamespace(hold_original=lambda *, held: told(held))
        keys = WindowKeys(Shortcuts(DEFAULT_KEYS), None, view, None, None, lambda number: False)
        down = QEvent.Type.KeyPress
        assert keys.press(key_event(down, Qt.Key.Key_Backslash, Qt.KeyboardModifier.NoModifier, place=51, text="\\"))
        return keys

    def test_that_it_is_let_go_also_under_the_name_that_it_has_with_shift(self, keys, held):
        up, shift = QEvent.Type.KeyRelease, Qt.KeyboardModifier.ShiftModifier
        assert not keys.release(key_event(up, Qt.Key.Key_B, shift, place=56, text="B"))
        assert keys.release(key_event(up, Qt.Key.Key_Bar, shift, place=51, text="|"))
        assert held == [True, False]

    def test_that_it_is_let_go_when_another_window_comes_to_the_front(self, keys, held):
        keys.leave()
        assert held == [True, False]


def test_that_a_held_key_is_let_go_when_another_window_comes_to_the_front(driver, qtbot, monkeypatch):
    told = []
    driver.window.setFocus()  # the canvas would let go by itself
    monkeypatch.setattr(driver.session.view, "hold_original", lambda *, held: told.append(held))
    qtbot.keyPress(driver.window, "\\")
    assert told == [True]
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    driver.wait(lambda: told == [True, False])
    driver.window.activateWindow()
    driver.wait(driver.window.isActiveWindow)
