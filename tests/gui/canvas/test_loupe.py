"""The loupe over the comparison."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facerestore_gui.look.images import rgb_pixels

pytestmark = pytest.mark.gui


@pytest.fixture
def comparing(driver):
    """A comparison with the loupe over it."""
    driver.stroke((60, 60), (100, 60))
    driver.generate()
    driver.wait_idle()
    driver.session.view.scale_loupe(1)
    driver.trigger("show_loupe")
    yield driver
    driver.session.view.show_loupe(shown=False)
    driver.session.view.scale_loupe(1)


def hover(driver, x, y):
    QTest.mouseMove(driver.viewport, driver.at(x + 2, y))
    QTest.mouseMove(driver.viewport, driver.at(x, y))
    QApplication.processEvents()


def panes(driver):
    """The pixels of both panes."""
    loupe = driver.window.canvas.loupe
    shown = rgb_pixels(loupe.grab().toImage())
    places = (pane.toRect() for pane in loupe.panes())
    return [shown[p.top() : p.top() + p.height(), p.left() : p.left() + p.width()] for p in places]


def expected(pixels, place, shape):
    """The photo's pixels round a place; a cross and a name lie over some of them."""
    top, left = round(place.y() - shape[0] / 2), round(place.x() - shape[1] / 2)
    return pixels[max(0, top) : top + shape[0], max(0, left) : left + shape[1]], max(0, -top), max(0, -left)


@pytest.mark.parametrize("scale", [1, 2])
def test_that_both_panes_show_the_pixels_of_one_place(comparing, scale):
    driver, loupe = comparing, comparing.window.canvas.loupe
    if scale == 2:
        driver.trigger("double_loupe")
    hover(driver, 120, 100)
    assert loupe.isVisible()
    place = loupe.place_photo
    sources = (driver.project.photo.pixels, driver.document.result.restoration.repaired.photo.pixels)
    for pane, pixels in zip(panes(driver), sources, strict=True):
        small = pane[::scale, ::scale]
        best = min(mismatch(small, pixels, place, down, right) for down in (-1, 0, 1) for right in (-1, 0, 1))
        assert best < 0.1


def mismatch(small, pixels, place, down, right):
    """The share of pixels that differ, with a pixel of play for where the middle falls."""
    height, width = small.shape[:2]
    top, left = int(place.y() - height / 2) + down, int(place.x() - width / 2) + right
    rows = slice(max(0, top), min(pixels.shape[0], top + height))
    columns = slice(max(0, left), min(pixels.shape[1], left + width))
    here = small[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]
    return (abs(here.astype(int) - pixels[rows, columns]).max(axis=2) > 2).mean()


def test_that_the_loupe_goes_with_the_pointer_and_with_the_comparison(comparing):
    driver, loupe = comparing, comparing.window.canvas.loupe
    hover(driver, 60, 60)
    first = loupe.pos()
    assert loupe.isVisible()
    hover(driver, 90, 60)
    assert loupe.pos() != first
    for x, y in ((5, 5), (235, 195), (235, 5), (5, 195)):
        hover(driver, x, y)
        assert driver.viewport.rect().contains(loupe.geometry())
        assert not loupe.geometry().contains(driver.at(x, y))
    driver.trigger("view_result")
    assert not loupe.isVisible()
    driver.trigger("view_compare")
    hover(driver, 60, 60)
    assert loupe.isVisible()
    driver.trigger("show_loupe")
    assert not loupe.isVisible()
    driver.trigger("show_loupe")


def test_that_the_divider_is_dragged_under_the_loupe(comparing):
    driver = comparing
    driver.window.canvas.set_divider(0.5)
    x = driver.window.canvas_scene.photo.divider_line[0].x()
    hover(driver, x, 60)
    QTest.mousePress(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(x, 60))
    QTest.mouseMove(driver.viewport, driver.at(x - 40, 60))
    QTest.mouseRelease(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(x - 40, 60))
    assert driver.window.canvas_scene.photo.divider_line[0].x() == pytest.approx(x - 40, abs=2)


def test_that_the_cursor_of_the_keyboard_has_a_loupe_too(comparing):
    driver, loupe = comparing, comparing.window.canvas.loupe
    driver.window.canvas.setFocus()
    driver.trigger("cursor_press")
    driver.key(Qt.Key.Key_Right)
    assert loupe.isVisible()
    assert loupe.place_photo.x() > 120
    driver.window.canvas.key_cursor.hide()


def test_that_without_a_comparison_it_is_said_why_there_is_no_loupe(driver):
    actions = driver.window.actions_table
    assert not actions.by_name["show_loupe"].isEnabled()
    assert actions.obstacle("show_loupe")
    assert not driver.window.canvas.loupe.isVisible()
    assert driver.window.canvas.loupe.place_photo is None or isinstance(driver.window.canvas.loupe.place_photo, QPointF)


def test_that_the_loupe_shows_what_was_healed_without_a_network(driver):
    from facerestore_gui.document.tool_settings import ToolKind

    driver.session.tool_settings.choose(ToolKind.HEAL)
    driver.session.tool_settings.set_brush_diameter(16)
    driver.stroke((102, 96), (103, 96))
    driver.wait_idle()
    driver.trigger("view_compare")
    driver.trigger("show_loupe")
    hover(driver, 102, 96)
    before, after = panes(driver)
    assert (before != after).any(), "an eye is healed away"
    driver.session.view.show_loupe(shown=False)
