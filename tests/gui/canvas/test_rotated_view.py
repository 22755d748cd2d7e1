"""A rotated view: the same photo under the same pointer, brush and keys."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facerestore_gui.canvas import drawing
from facerestore_gui.document.tool_settings import ToolKind

pytestmark = pytest.mark.gui

ANGLES = (15, -60, 90, 135, 180)


@pytest.fixture
def canvas(driver):
    canvas = driver.window.canvas
    yield canvas
    canvas.rotate_to(0)
    canvas.fit()


def rotated(driver, angle):
    driver.window.canvas.rotate_to(angle)
    QApplication.processEvents()


@pytest.mark.parametrize("angle", ANGLES)
def test_that_a_stroke_lies_where_the_pointer_went_and_the_photo_is_not_rotated(driver, canvas, angle):
    driver.session.tool_settings.set_brush_diameter(10)
    pixels = driver.project.photo.pixels.copy()
    rotated(driver, angle)
    driver.stroke((60, 60), (100, 120))
    coverage = driver.project.coverage
    for share in np.linspace(0, 1, 5):
        assert coverage[round(60 + 60 * share), round(60 + 40 * share)]
    rows, columns = np.nonzero(coverage)
    assert (columns.min(), columns.max(), rows.min(), rows.max()) == pytest.approx((55, 105, 55, 125), abs=2)
    assert (driver.project.photo.pixels == pixels).all()


@pytest.mark.parametrize("angle", ANGLES)
def test_that_zoom_and_middle_stay_when_the_view_is_rotated(driver, canvas, angle):
    canvas.zoom_to(3.0)
    canvas.centre_on(QPointF(80, 70))
    before = canvas.middle_photo()
    rotated(driver, angle)
    assert canvas.scale_factor == pytest.approx(3.0)
    assert (canvas.middle_photo() - before).manhattanLength() < 1.5
    assert canvas.angle == angle


@pytest.mark.parametrize("angle", ANGLES)
def test_that_a_fitted_photo_stays_fitted_and_shows_all_its_corners(driver, canvas, angle):
    canvas.fit()
    rotated(driver, angle)
    for corner in ((0, 0), (240, 0), (0, 200), (240, 200)):
        assert driver.viewport.rect().contains(driver.at(*corner))
    assert driver.window.status.zoom.currentText() == f"{canvas.scale_factor:.0%}"


@pytest.mark.parametrize("angle", ANGLES)
def test_that_the_ring_of_the_brush_is_under_the_pointer_and_of_its_size(driver, canvas, angle):
    driver.session.tool_settings.choose(ToolKind.BRUSH)
    driver.session.tool_settings.set_brush_diameter(40)
    rotated(driver, angle)
    place = QPointF(driver.at(80, 90))
    QApplication.sendEvent(canvas, QEnterEvent(place, place, driver.viewport.mapToGlobal(place)))
    QTest.mouseMove(driver.viewport, driver.at(62, 60))
    ring = driver.window.canvas_scene.brush
    assert (ring.x(), ring.y()) == pytest.approx((62, 60), abs=1.5)
    assert ring._radius == pytest.approx(20)


def test_that_keys_rotate_the_angle_is_shown_and_one_key_takes_it_back(driver, canvas):
    status = driver.window.status
    canvas.setFocus()
    assert not status.angle.isVisible()
    for _ in range(2):
        driver.key(Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert status.angle.text() == "30\N{DEGREE SIGN}"
    assert status.angle.isVisible()
    driver.key(Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert canvas.angle == 15
    driver.key(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert canvas.angle == 0
    assert not status.angle.isVisible()


def test_that_a_whole_turn_is_none_and_a_photo_is_opened_upright(driver, canvas, other):
    for _ in range(24):
        driver.trigger("rotate_view_right")
    assert canvas.angle == 0
    driver.trigger("rotate_view_left")
    assert canvas.angle == -15
    driver.open(other)
    assert canvas.angle == 0


@pytest.mark.parametrize("angle", [0, 90, 180, -90])
def test_that_an_arrow_key_moves_the_cursor_where_it_points_on_the_screen(driver, canvas, angle):
    rotated(driver, angle)
    canvas.setFocus()
    driver.trigger("cursor_press")
    cursor = canvas.key_cursor
    before = cursor._view_place()
    driver.key(Qt.Key.Key_Right)
    moved = cursor._view_place() - before
    assert moved.x() > 5
    assert abs(moved.y()) < 1
    cursor.hide()


@pytest.mark.parametrize("angle", [0, 30, 90, 180, -45])
def test_that_the_divider_is_dragged_along_the_rotated_photo(driver, canvas, angle):
    driver.stroke((60, 60), (100, 60))
    driver.generate()
    driver.wait_idle()
    rotated(driver, angle)
    canvas.set_divider(0.5)
    photo = driver.window.canvas_scene.photo
    x = photo.divider_line[0].x()
    QTest.mousePress(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(x, 120))
    QTest.mouseMove(driver.viewport, driver.at(x - 50, 100))
    QTest.mouseRelease(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(x - 50, 100))
    assert photo.divider_line[0].x() == pytest.approx(x - 50, abs=2)
    assert driver.session.view.mode == "compare"
    # drawn there, white
    shown = driver.viewport.grab().toImage()
    place = driver.at(x - 50, 30)
    around = [shown.pixelColor(place.x() + dx, place.y() + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    assert max(min(one.red(), one.green(), one.blue()) for one in around) > 180


@pytest.mark.parametrize("angle", [30, 77])
def test_that_a_rotated_photo_has_no_gaps_between_its_tiles(driver, canvas, tmp_path, angle):
    from facerestore.files.writing import write_photo
    from facerestore.values.photo import Photo

    path = tmp_path / "large.png"
    write_photo(Photo(np.full((1500, 1500), 200, np.uint8)), path)
    driver.open(path)
    canvas.zoom_to(1.0)
    rotated(driver, angle)
    driver.wait(lambda: driver.window.canvas_scene.photo.is_settled)
    driver.session.tool_settings.choose(ToolKind.HAND)
    shown = driver.viewport.grab().toImage()
    middle = driver.viewport.rect().center()
    values = {
        shown.pixelColor(middle.x() + dx, middle.y() + dy).red() for dx in range(-200, 200) for dy in range(-150, 150)
    }
    driver.session.tool_settings.choose(ToolKind.BRUSH)
    assert values == {200}


def test_that_nobody_takes_an_entry_of_the_transform_for_the_zoom():
    folder = Path(drawing.__file__).parents[1]
    found = [path.name for path in folder.rglob("*.py") if ".m11()" in path.read_text("utf-8")]
    assert found == ["drawing.py"]
