"""Scratches traced in the real window, by a mouse and by keys."""

import cv2
import numpy as np
import pytest
from drivers import begin_anew
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facerestore.files.writing import write_photo
from facerestore.values.damage_classes import DamageClass
from facerestore.values.photo import Photo
from facerestore_gui.document.tool_settings import ToolKind

pytestmark = pytest.mark.gui

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
ENDS = (30, 40), (210, 150)


def bent_line():
    along = np.linspace(0, 1, 60)
    straight = np.array(ENDS[0]) + along[:, None] * np.subtract(ENDS[1], ENDS[0])
    return straight + (10 * np.sin(np.pi * along))[:, None] * [0.5, -0.85]


def drawn(width_px=2):
    """A grey ground with grain and one bent bright scratch, and where that is."""
    noise = np.random.default_rng(5).normal(0, 4, (200, 240))
    pixels = (105 + 20 * np.sin(np.arange(240) / 40) + noise).clip(0, 255).astype(np.uint8)
    scratch = np.zeros_like(pixels)
    cv2.polylines(scratch, [np.rint(16 * bent_line() - 8).astype(np.int32)], False, 1, width_px, 8, 4)
    pixels[scratch > 0] = 225
    return pixels, scratch > 0


@pytest.fixture
def scratched(driver, settings, tmp_path):
    """The window with a scratched photo, and the tool in hand."""
    pixels, driver.scratch = drawn()
    path = tmp_path / "scratched.png"
    write_photo(Photo(np.stack([pixels] * 3, axis=2)), path)
    begin_anew(driver, path)
    driver.trigger("fit")
    driver.trigger("tool_trace")
    driver.window.canvas.setFocus()
    yield driver
    settings.choose(ToolKind.BRUSH)


def marked(driver):
    return driver.document.project.coverage


def is_traced(driver):
    found = marked(driver) > 0
    near = cv2.dilate(driver.scratch.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    return driver.scratch[found].sum() >= 0.97 * driver.scratch.sum() and near[found].mean() >= 0.95


def hover(driver, x, y):
    QTest.mouseMove(driver.viewport, driver.at(x, y))


def wait_for_ways(driver):
    driver.wait(lambda: driver.session.scratches.is_ready)


def test_that_two_clicks_trace_a_scratch_as_one_step_of_the_class_scratch(scratched):
    before = scratched.document.revision
    for end in ENDS:
        scratched.click(*end)
    scratched.wait(lambda: not scratched.document.mask_is_blank)
    assert is_traced(scratched)
    assert set(np.unique(marked(scratched))) == {0, DamageClass.SCRATCH}
    assert scratched.document.history.undo_label == "Trace scratch"
    scratched.trigger("undo")
    assert scratched.document.revision is before
    assert scratched.document.mask_is_blank


def test_that_the_way_follows_the_pointer_before_the_second_click(scratched):
    scratched.click(*ENDS[0])
    wait_for_ways(scratched)
    hover(scratched, *ENDS[1])
    preview = scratched.session.tools.preview
    assert preview.has_start
    middle = bent_line()[30]
    assert np.hypot(*(np.array(preview.points) - middle).T).min() < 3
    assert scratched.document.mask_is_blank
    hover(scratched, *bent_line()[30])
    assert np.hypot(*np.subtract(preview.points[-1], middle)) < 2


@pytest.mark.parametrize("ending", ["enter", "double"])
def test_that_one_end_is_enough_where_the_scratch_is_clear(scratched, ending):
    scratched.click(*ENDS[0])
    if ending == "enter":
        wait_for_ways(scratched)
        assert len(scratched.session.tools.preview.points) > 5
        scratched.key(Qt.Key.Key_Return)
    else:
        QTest.mouseDClick(scratched.viewport, Qt.MouseButton.LeftButton, pos=scratched.at(*ENDS[0]))
    scratched.wait(lambda: not scratched.document.mask_is_blank)
    assert is_traced(scratched)


def test_that_a_drag_from_end_to_end_traces_too(scratched):
    QTest.mousePress(scratched.viewport, Qt.MouseButton.LeftButton, pos=scratched.at(*ENDS[0]))
    hover(scratched, 100, 80)
    QTest.mouseRelease(scratched.viewport, Qt.MouseButton.LeftButton, pos=scratched.at(*ENDS[1]))
    scratched.wait(lambda: not scratched.document.mask_is_blank)
    assert is_traced(scratched)


def test_that_shift_goes_straight(scratched):
    scratched.click(*ENDS[0])
    wait_for_ways(scratched)
    QTest.mouseClick(scratched.viewport, Qt.MouseButton.LeftButton, SHIFT, scratched.at(*ENDS[1]))
    scratched.wait(lambda: not scratched.document.mask_is_blank)
    x, y = np.mean(ENDS, axis=0).astype(int)
    assert marked(scratched)[y - 1 : y + 2, x - 1 : x + 2].any()


def test_that_alt_takes_away(scratched):
    coverage = scratched.document.project.coverage
    scratched.drag(ToolKind.RECTANGLE, (5, 5), (235, 195))
    scratched.trigger("tool_trace")
    QTest.mouseClick(scratched.viewport, Qt.MouseButton.LeftButton, ALT, scratched.at(*ENDS[0]))
    wait_for_ways(scratched)
    assert scratched.session.tools.preview.takes_away
    scratched.click(*ENDS[1])
    x, y = bent_line()[30].astype(int)
    scratched.wait(lambda: coverage[y, x] == 0)
    assert coverage[y + 30, x]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Backspace])
def test_that_escape_and_backspace_give_the_first_end_up(scratched, key):
    scratched.click(*ENDS[0])
    hover(scratched, *ENDS[1])
    scratched.key(key)
    tools = scratched.session.tools
    assert not tools.preview.points
    assert not tools.clicked_shape.is_drawing
    scratched.key(Qt.Key.Key_Return)
    assert scratched.document.mask_is_blank
    assert not scratched.session.scratches.runner.is_busy


def test_that_a_place_without_a_scratch_waits_for_the_other_end(scratched):
    scratched.click(60, 170)
    wait_for_ways(scratched)
    scratched.key(Qt.Key.Key_Return)
    assert scratched.session.tools.clicked_shape.is_drawing
    assert scratched.document.mask_is_blank
    scratched.click(90, 170)
    scratched.wait(lambda: not scratched.document.mask_is_blank)


def test_that_what_is_protected_stays(scratched, settings):
    settings.choose_damage(DamageClass.ORIGINAL)
    scratched.drag(ToolKind.RECTANGLE, (100, 60), (150, 130))
    protected = marked(scratched) == DamageClass.ORIGINAL
    settings.choose_damage(DamageClass.DAMAGE)
    scratched.trigger("tool_trace")
    for end in ENDS:
        scratched.click(*end)
    scratched.wait(lambda: (marked(scratched) == DamageClass.SCRATCH).any())
    assert np.array_equal(marked(scratched) == DamageClass.ORIGINAL, protected)


def test_that_the_class_in_hand_comes_back_and_a_chosen_one_is_kept(scratched, settings):
    assert settings.damage_class == DamageClass.SCRATCH
    settings.choose(ToolKind.BRUSH)
    assert settings.damage_class == DamageClass.DAMAGE
    settings.choose_damage(DamageClass.CREASE)
    settings.choose(ToolKind.TRACE)
    assert settings.damage_class == DamageClass.CREASE
    settings.choose(ToolKind.BRUSH)
    assert settings.damage_class == DamageClass.CREASE


def test_that_the_keyboards_cursor_traces(scratched):
    canvas = scratched.window.canvas
    cursor = canvas.key_cursor
    scratched.key(Qt.Key.Key_A)
    for x, y in ENDS:
        while (away := np.subtract((x, y), (cursor._place.x(), cursor._place.y()))).any() and np.abs(away).max() >= 1:
            axis = int(np.abs(away).argmax())
            keys = ((Qt.Key.Key_Left, Qt.Key.Key_Right), (Qt.Key.Key_Up, Qt.Key.Key_Down))[axis]
            control = Qt.KeyboardModifier.ControlModifier
            far = abs(away[axis]) >= 12
            scratched.key(keys[int(away[axis] > 0)], Qt.KeyboardModifier.NoModifier if far else control)
        scratched.key(Qt.Key.Key_A)
    scratched.wait(lambda: not scratched.document.mask_is_blank)
    cursor.hide()
    assert is_traced(scratched)
