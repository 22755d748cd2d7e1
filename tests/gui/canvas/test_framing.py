"""A photo turned, straightened and cropped in the window: with the mouse, the keys, and all tools over it."""

import numpy as np
import pytest
from drivers import SessionDriver
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from facerestore.values.framing import UNFRAMED, Framing
from facerestore.values.geometry import Box
from facerestore_gui.document.edits.framing import crop_photo, set_framing, straighten_photo
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.document.view_state import ViewMode

pytestmark = pytest.mark.gui

KEYS, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def photo(driver, settings):
    """The window with the portrait, 240 x 200, as the scan lies."""
    yield driver
    driver.window.canvas.key_cursor.hide()
    set_framing(driver.document, "back", UNFRAMED)


def frame(driver, framing):
    set_framing(driver.document, "frame", framing)


def framing_of(driver):
    return driver.project.framing


def generate(driver):
    """A result, of a stroke."""
    driver.session.tool_settings.choose(ToolKind.BRUSH)
    driver.stroke((70, 70), (85, 70))
    driver.generate()
    driver.wait_idle()


def shown(driver):
    """What the fitted view shows: its middle in the scan, and width and height in pixels of the scan."""
    canvas, rect = driver.window.canvas, driver.viewport.rect()
    inverse = canvas.viewportTransform().inverted()[0]
    return inverse.map(QPointF(rect.center()) + QPointF(0.5, 0.5)), canvas.scale_factor


def test_that_keys_turn_the_photo_and_undo_turns_it_back(photo):
    photo.window.canvas.setFocus()
    photo.key(KEYS.Key_Right, CTRL_SHIFT)
    assert framing_of(photo).quarter_turns == 1
    # what is up in the scan is at the right of the view
    assert photo.at(120, 20).x() > photo.at(120, 180).x()
    assert photo.at(120, 20).y() == photo.at(120, 180).y()
    photo.key(KEYS.Key_Left, CTRL_SHIFT)
    photo.key(KEYS.Key_Left, CTRL_SHIFT)
    assert framing_of(photo).quarter_turns == 3
    for _ in range(3):
        photo.trigger("undo")
    assert framing_of(photo) == UNFRAMED
    photo.trigger("redo")
    assert framing_of(photo).quarter_turns == 1


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_that_the_canvas_shows_the_scan_turned_pixel_for_pixel(photo, turns):
    canvas = photo.window.canvas
    photo.window.session.view.show_layout(shown=False)
    frame(photo, Framing(turns))
    photo.trigger("full_size")
    photo.wait(lambda: photo.window.canvas_scene.photo.is_settled)
    pixels = photo.project.photo.pixels
    image = photo.viewport.grab().toImage()
    for x, y in ((10, 10), (103, 97), (120, 142), (200, 30), (138, 92)):
        place = canvas.viewportTransform().map(QPointF(x + 0.5, y + 0.5))
        found = image.pixelColor(QPoint(int(place.x()), int(place.y())))
        assert found.getRgb()[:3] == tuple(pixels[y, x].tolist())


@pytest.mark.parametrize("framing", [Framing(1), Framing(2), Framing(3), Framing(1, 7.5), Framing(0, -3.0)])
def test_that_a_stroke_paints_where_it_is_seen(photo, framing):
    frame(photo, framing)
    photo.session.tool_settings.choose(ToolKind.BRUSH)
    photo.session.tool_settings.set_brush_diameter(12)
    photo.stroke((100, 80), (110, 80), (130, 80))
    painted = photo.project.coverage > 0
    box = Box.of_nonzero(painted)
    assert abs(box.left - 94) <= 2
    assert abs(box.right - 136) <= 2
    assert abs(box.top - 74) <= 2
    assert abs(box.bottom - 86) <= 2


def test_that_fit_shows_the_crop_as_large_as_the_view_allows(photo):
    frame(photo, Framing(1, 0.0, Box(40, 60, 140, 110)))
    photo.trigger("fit")
    rect = photo.viewport.rect()
    corners = framing_of(photo).corners_scan(Box(40, 60, 140, 110), photo.project.photo.extent)
    places = [photo.window.canvas.viewportTransform().map(QPointF(*corner)) for corner in corners.tolist()]
    left, right = places[0].x(), places[2].x()
    assert left == pytest.approx(16, abs=2)
    assert right == pytest.approx(rect.width() - 16, abs=2)
    assert (places[0].y() + places[2].y()) / 2 == pytest.approx(rect.height() / 2, abs=2)


def test_that_a_fitted_photo_stays_fitted_when_it_is_turned_and_a_zoomed_one_keeps_middle_and_scale(photo):
    photo.trigger("fit")
    before = photo.window.canvas.scale_factor
    photo.trigger("turn_left")
    after = photo.window.canvas.scale_factor
    assert after != before
    photo.trigger("turn_right")
    assert photo.window.canvas.scale_factor == pytest.approx(before)
    photo.window.canvas.zoom_to(6.0)
    photo.window.canvas.centerOn(QPointF(91, 77))
    photo.trigger("turn_right")
    middle, scale = shown(photo)
    assert scale == pytest.approx(6.0)
    assert (middle.x(), middle.y()) == pytest.approx((91, 77), abs=0.5)


def test_that_what_a_crop_leaves_out_is_hidden_and_dimmed_while_the_crop_tool_is_in_hand(photo):
    photo.session.view.show_layout(shown=False)
    frame(photo, Framing(0, 0.0, Box(60, 20, 180, 180)))
    photo.trigger("tool_crop")
    photo.wait_for_colour(120, 80, (205, 170, 150))
    background = photo.project.photo.pixels[30, 20]
    dimmed = photo.pixel(20, 30)
    assert all(0 < seen < own for seen, own in zip(dimmed, background.tolist(), strict=True))
    photo.trigger("tool_brush")
    photo.window.canvas.zoom_to(2.0)
    around = photo.pixel(20, 30)
    assert around == photo.viewport.grab().toImage().pixelColor(photo.at(-30, -30)).getRgb()[:3]


def test_that_handles_change_the_crop_and_a_drag_is_one_step(photo):
    photo.trigger("tool_crop")
    photo.stroke((0, 0), (20, 10), (40, 30))
    assert framing_of(photo).crop == Box(40, 30, 240, 200)
    photo.stroke((240, 115), (200, 115))
    assert framing_of(photo).crop == Box(40, 30, 200, 200)
    photo.stroke((120, 100), (100, 90))
    assert framing_of(photo).crop == Box(20, 20, 180, 190)
    photo.trigger("undo")
    photo.trigger("undo")
    assert framing_of(photo).crop == Box(40, 30, 240, 200)
    photo.trigger("undo")
    assert framing_of(photo) == UNFRAMED


def test_that_a_crop_slides_along_the_border_and_never_reaches_beyond(photo):
    frame(photo, Framing(0, 0.0, Box(40, 30, 140, 130)))
    photo.trigger("tool_crop")
    photo.stroke((90, 80), (40, 40), (20, 60))
    assert framing_of(photo).crop == Box(0, 10, 100, 110)


def test_that_shift_keeps_the_ratio_of_the_sides(photo):
    frame(photo, Framing(0, 0.0, Box(20, 20, 120, 70)))
    photo.trigger("tool_crop")
    # a test's mouse holds no key while it moves
    SessionDriver.stroke(photo, (120, 70), (140, 72), (160, 75), keys=Qt.KeyboardModifier.ShiftModifier)
    crop = framing_of(photo).crop
    assert crop.width / crop.height == pytest.approx(2, abs=0.05)
    assert crop.width > 130


def test_that_a_new_crop_is_drawn_beyond_the_old_one_and_esc_takes_a_drag_back(photo):
    frame(photo, Framing(1, 0.0, Box(20, 20, 60, 60)))
    photo.trigger("tool_crop")
    start, end = framing_of(photo).to_scan(np.array([[100.0, 100.0], [170.0, 200.0]]), photo.project.photo.extent)
    photo.stroke(tuple(start), tuple((start + end) / 2), tuple(end))
    assert framing_of(photo).crop == Box(100, 100, 170, 200)
    QTest.mousePress(photo.viewport, Qt.MouseButton.LeftButton, NONE, photo.at(*((start + end) / 2)))
    QTest.mouseMove(photo.viewport, photo.at(*start))
    photo.key(KEYS.Key_Escape)
    QTest.mouseRelease(photo.viewport, Qt.MouseButton.LeftButton, NONE, photo.at(*start))
    assert framing_of(photo).crop == Box(100, 100, 170, 200)


def test_that_a_crop_of_a_straightened_photo_has_no_empty_corner(photo):
    extent = photo.project.photo.extent
    frame(photo, Framing(0, 10.0))
    photo.trigger("tool_crop")
    box = framing_of(photo).box(extent)
    grip, far = framing_of(photo).to_scan(np.array([[box.right, box.bottom], [400, 400]], np.float64), extent)
    photo.stroke(tuple(grip), tuple(grip + (far - grip) / 9))
    assert framing_of(photo).holds(framing_of(photo).box(extent), extent)


def test_that_a_new_crop_that_begins_or_ends_beyond_a_straightened_photo_reaches_to_its_border(photo):
    extent = photo.project.photo.extent
    straightened = Framing(0, 10.0, Box(140, 100, 180, 140))
    for drawn in ([[-30.0, 60.0], [100.0, 120.0]], [[100.0, 120.0], [-30.0, 60.0]]):
        frame(photo, straightened)
        photo.trigger("tool_crop")
        start, end = straightened.to_scan(np.array(drawn), extent)
        photo.stroke(tuple(start), tuple((start + end) / 2), tuple(end))
        crop = framing_of(photo).crop
        assert crop is not None
        assert (crop.right, crop.top, crop.bottom) == (100, 60, 120)
        assert framing_of(photo).holds(crop, extent)
        assert not framing_of(photo).holds(Box(crop.left - 1, crop.top, crop.right, crop.bottom), extent)


def test_that_a_line_that_should_be_level_turns_the_photo_so_that_it_is(photo):
    photo.trigger("tool_straighten")
    photo.stroke((40, 80), (100, 90), (180, 104))
    degrees = np.rad2deg(np.arctan2(24, 140))
    assert framing_of(photo).straightening_degrees == pytest.approx(-degrees, abs=0.3)
    assert photo.at(40, 80).y() == pytest.approx(photo.at(180, 104).y(), abs=2)
    # again, along something upright
    photo.trigger("undo")
    photo.stroke((100, 40), (104, 180))
    assert photo.at(100, 40).x() == pytest.approx(photo.at(104, 180).x(), abs=2)


def test_that_a_click_is_no_line(photo):
    photo.trigger("tool_straighten")
    photo.stroke((40, 80), (41, 80))
    assert framing_of(photo) == UNFRAMED


def test_that_the_angle_can_be_typed_and_follows_what_was_drawn(photo):
    page = photo.window.column.panels["tool"].framing
    photo.trigger("tool_straighten")
    page.angle.setFocus()
    page.angle.selectAll()
    QTest.keyClicks(page.angle, "2.5")
    QTest.keyClick(page.angle, KEYS.Key_Return)
    assert framing_of(photo).straightening_degrees == 2.5
    straighten_photo(photo.document, -1.25)
    assert page.angle.value() == -1.25
    photo.trigger("reset_framing")
    assert page.angle.value() == 0
    assert framing_of(photo) == UNFRAMED


def test_that_steps_of_the_angle_are_one_step_and_a_crop_shrinks_no_more_than_it_must(photo):
    crop = Framing(0, 0.0, Box(10, 10, 230, 190))
    frame(photo, crop)
    page = photo.window.column.panels["tool"].framing
    photo.trigger("tool_straighten")
    for degrees in (10.0, 20.0, 30.0):
        page.angle.setValue(degrees)
    assert framing_of(photo).crop.width < 200
    page.angle.setValue(0.0)
    assert framing_of(photo) == crop
    page.angle.setValue(5.0)
    photo.trigger("undo")
    assert framing_of(photo) == crop


def test_that_the_keyboards_cursor_goes_where_the_view_says(photo):
    frame(photo, Framing(1))
    photo.trigger("fit")
    cursor = photo.window.canvas.key_cursor
    photo.window.canvas.setFocus()
    photo.key(KEYS.Key_A)
    before = photo.window.canvas.viewportTransform().map(cursor._place)
    photo.key(KEYS.Key_Right)
    after = photo.window.canvas.viewportTransform().map(cursor._place)
    assert after.x() > before.x() + 5
    assert after.y() == pytest.approx(before.y(), abs=0.01)
    for _ in range(200):
        photo.key(KEYS.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    # to the right edge of the view, which is the upper one of the scan
    assert cursor._place.y() == pytest.approx(0.5, abs=0.01)


def test_that_the_divider_stands_upright_and_follows_the_mouse(photo):
    generate(photo)
    frame(photo, Framing(1, 4.0))
    photo.trigger("view_compare")
    photo.trigger("fit")
    canvas = photo.window.canvas
    canvas.set_divider(0.5)
    top, bottom = map(canvas.viewportTransform().map, photo.window.canvas_scene.photo.divider_line)
    assert top.x() == pytest.approx(bottom.x(), abs=0.01)
    assert bottom.y() > top.y() + 100
    middle = QPoint(round(top.x()), round((top.y() + bottom.y()) / 2))
    QTest.mousePress(photo.viewport, Qt.MouseButton.LeftButton, NONE, middle)
    QTest.mouseMove(photo.viewport, middle + QPoint(40, 0))
    QTest.mouseRelease(photo.viewport, Qt.MouseButton.LeftButton, NONE, middle + QPoint(40, 0))
    moved = canvas.viewportTransform().map(photo.window.canvas_scene.photo.divider_line[0])
    assert moved.x() == pytest.approx(top.x() + 40, abs=1.5)
    assert photo.session.view.mode is ViewMode.COMPARE


def test_that_both_sides_lie_alike(photo):
    generate(photo)
    frame(photo, Framing(3))
    photo.trigger("view_sides")
    assert photo.window.companion.transform() == photo.window.canvas.transform()


def test_that_turning_makes_no_result_old(photo):
    generate(photo)
    assert photo.document.result_is_current
    photo.trigger("turn_right")
    assert photo.document.result_is_current
    assert photo.document.unsaved_parts()[-1] == "how the photo is turned and cropped"


@pytest.mark.parametrize("kind", [ToolKind.RECTANGLE, ToolKind.ELLIPSE])
def test_that_a_box_stands_upright_in_a_straightened_view(photo, kind):
    extent = photo.project.photo.extent
    frame(photo, Framing(0, 15.0))
    photo.session.tool_settings.choose(kind)
    corners = framing_of(photo).to_scan(np.array([[90.0, 70.0], [150.0, 130.0]]), extent)
    photo.stroke(*map(tuple, corners))
    photo.wait(lambda: bool(photo.project.coverage.any()))
    ys, xs = np.nonzero(photo.project.coverage)
    turned = framing_of(photo).to_turned(np.stack([xs, ys], axis=1) + 0.5, extent)
    assert turned.min(axis=0) == pytest.approx([90, 70], abs=1.5)
    assert turned.max(axis=0) == pytest.approx([150, 130], abs=1.5)
    area = 3600 if kind is ToolKind.RECTANGLE else 3600 * np.pi / 4
    assert len(xs) == pytest.approx(area, rel=0.04)


def test_that_a_face_drawn_as_a_box_stands_upright_in_the_view(photo):
    extent = photo.project.photo.extent
    frame(photo, Framing(1))
    photo.trigger("add_face")
    start, end = framing_of(photo).to_scan(np.array([[60.0, 60.0], [140.0, 170.0]]), extent)
    photo.stroke(tuple(start), tuple((start + end) / 2), tuple(end))
    points = framing_of(photo).to_turned(photo.project.faces[-1].face.points_photo, extent)
    # eyes beside each other and above the mouth
    assert abs(points[0, 1] - points[1, 1]) < 3
    assert points[0, 0] < points[1, 0]
    assert points[3:, 1].min() > points[:2, 1].max() + 10


def test_that_arrow_keys_move_a_point_as_the_view_lies(photo):
    frame(photo, Framing(1))
    photo.session.tool_settings.choose(ToolKind.POINTS)
    photo.window.canvas.setFocus()
    before = photo.project.faces[0].face.points_photo[0].copy()
    photo.key(KEYS.Key_Right)
    after = photo.project.faces[0].face.points_photo[0]
    # the view's right is the scan's up
    assert (after - before).tolist() == [0, -1]


def test_that_nothing_is_cropped_without_a_photo(open_window):
    driver = open_window()
    driver.session.tool_settings.choose(ToolKind.CROP)
    QTest.mousePress(driver.viewport, Qt.MouseButton.LeftButton, NONE, QPoint(50, 50))
    QTest.mouseRelease(driver.viewport, Qt.MouseButton.LeftButton, NONE, QPoint(90, 90))
    crop_photo(driver.document, UNFRAMED, Box(0, 0, 5, 5))
    assert driver.document.project is None


def test_that_the_status_bar_says_how_much_of_the_scan_is_seen(photo):
    field = photo.window.status.photo
    frame(photo, Framing(quarter_turns=1))
    assert field.text() == "200 x 240, 8 bit RGB"
    assert field.toolTip()
    frame(photo, Framing(quarter_turns=1, crop=Box(10, 20, 100, 90)))
    assert field.text() == "90 x 70 of 200 x 240, 8 bit RGB"
    assert field.toolTip()
    frame(photo, UNFRAMED)
    assert field.text() == "240 x 200, 8 bit RGB"
    assert field.toolTip() == ""
