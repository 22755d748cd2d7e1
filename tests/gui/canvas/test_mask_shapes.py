"""Rectangle, ellipse, lasso and polygon in the real window."""

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facerestore.editing.mask_shapes import Combination
from facerestore_gui.document.tool_settings import ToolKind

pytestmark = pytest.mark.gui

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
RIGHT = Qt.MouseButton.RightButton


def test_that_a_rectangle_covers_what_lies_between_its_corners_in_one_step(desk, settings):
    before = desk.document.revision
    desk.drag(ToolKind.RECTANGLE, (20, 30), (50, 40), (80, 70))
    coverage = desk.project.coverage
    rows, columns = np.nonzero(coverage)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == pytest.approx((30, 69, 20, 79), abs=1)
    assert coverage[32:68, 22:78].all()
    desk.trigger("undo")
    assert desk.document.revision is before
    assert desk.document.mask_is_blank


def test_that_shift_makes_a_square_and_a_circle(desk, settings):
    for kind in (ToolKind.RECTANGLE, ToolKind.ELLIPSE):
        desk.drag(kind, (20, 30), (50, 40), (100, 60), keys=SHIFT)
        rows, columns = np.nonzero(desk.project.coverage)
        assert abs(np.ptp(rows) - np.ptp(columns)) <= 1
        assert np.ptp(columns) == pytest.approx(80, abs=2)
        desk.trigger("undo")


def test_that_alt_and_the_right_button_take_away(desk, settings):
    desk.drag(ToolKind.RECTANGLE, (20, 30), (100, 90))
    desk.drag(ToolKind.ELLIPSE, (40, 40), (60, 60), keys=ALT)
    desk.drag(ToolKind.RECTANGLE, (80, 50), (90, 60), button=RIGHT)
    coverage = desk.project.coverage
    assert coverage[50, 50] == 0
    assert coverage[55, 85] == 0
    assert coverage[42, 42] == 255


def test_that_intersecting_keeps_only_what_is_inside(desk, settings):
    desk.drag(ToolKind.RECTANGLE, (20, 30), (100, 90))
    settings.choose_combination(Combination.INTERSECT)
    desk.drag(ToolKind.RECTANGLE, (60, 60), (200, 180))
    rows, columns = np.nonzero(desk.project.coverage)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == pytest.approx((60, 89, 60, 99), abs=1)


def test_that_the_lasso_takes_what_it_goes_round(desk, settings):
    ring = [(100 + 40 * np.cos(angle), 100 + 30 * np.sin(angle)) for angle in np.linspace(0, 6, 40)]
    desk.drag(ToolKind.LASSO, *ring)
    expected = cv2.ellipse(np.zeros((200, 240), np.uint8), (100, 100), (40, 30), 0, 0, 344, 255, -1)
    assert ((desk.project.coverage > 0) == (expected > 0)).mean() > 0.99


@pytest.mark.parametrize("ending", ["enter", "double", "first"])
def test_that_a_polygon_is_closed_by_enter_a_double_click_or_its_first_corner(driver, settings, ending):
    settings.choose(ToolKind.POLYGON)
    for place in ((30, 30), (90, 30), (90, 80), (30, 80)):
        driver.click(*place)
    assert driver.document.mask_is_blank
    if ending == "enter":
        driver.key(Qt.Key.Key_Return)
    elif ending == "double":
        QTest.mouseDClick(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(30, 80))
    else:
        driver.click(30, 30)
    assert driver.project.coverage[32:78, 32:88].all()
    assert not driver.session.tools.clicked_shape.is_drawing
    assert driver.document.history.undo_label == "Polygon"


def test_that_backspace_takes_a_corner_back_and_escape_gives_the_polygon_up(driver, settings):
    settings.choose(ToolKind.POLYGON)
    for place in ((30, 30), (90, 30), (200, 190), (90, 80), (30, 80)):
        driver.click(*place)
        if place == (200, 190):
            driver.key(Qt.Key.Key_Backspace)
    assert len(driver.session.tools.preview.points) == 5
    driver.key(Qt.Key.Key_Escape)
    assert not driver.session.tools.preview.points
    assert driver.document.mask_is_blank
    driver.key(Qt.Key.Key_Return)
    assert driver.document.mask_is_blank


def test_that_another_tool_gives_the_polygon_up(driver, settings):
    settings.choose(ToolKind.POLYGON)
    driver.click(30, 30)
    driver.click(90, 30)
    driver.key(Qt.Key.Key_B)
    assert not driver.session.tools.clicked_shape.is_drawing
    assert driver.document.mask_is_blank


def test_that_escape_during_a_drag_leaves_no_shape(driver, settings):
    settings.choose(ToolKind.RECTANGLE)
    QTest.mousePress(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(30, 30))
    QTest.mouseMove(driver.viewport, driver.at(90, 90))
    assert driver.session.tools.preview.points
    driver.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(90, 90))
    assert driver.document.mask_is_blank
