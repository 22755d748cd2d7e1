"""The navigator in the real window, with a real mouse."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facerestore.values.photo import Photo
from facerestore_gui.look.images import Picture, rgb_pixels

pytestmark = pytest.mark.gui


@pytest.fixture
def navigator(driver):
    driver.session.view.show_navigator(shown=True)
    navigator = driver.window.navigator
    driver.wait(navigator.isVisible)
    driver.window.canvas.zoom_to(8.0)
    yield navigator
    driver.session.view.show_navigator(shown=False)
    driver.window.canvas.fit()


def at(navigator, x, y):
    return navigator.place_of(QPointF(x, y)).toPoint()


def middle(driver):
    place = driver.window.canvas.middle_photo()
    return place.x(), place.y()


def test_that_a_drag_in_the_navigator_moves_the_canvas_along(driver, navigator):
    scale = driver.window.canvas.scale_factor
    QTest.mousePress(navigator, Qt.MouseButton.LeftButton, pos=at(navigator, 60, 50))
    assert middle(driver) == pytest.approx((60, 50), abs=1.5)
    QTest.mouseMove(navigator, at(navigator, 180, 150))
    assert middle(driver) == pytest.approx((180, 150), abs=1.5)
    QTest.mouseMove(navigator, at(navigator, 900, -900))
    assert middle(driver) == pytest.approx((240, 0), abs=1.5)
    QTest.mouseRelease(navigator, Qt.MouseButton.LeftButton, pos=at(navigator, 900, -900))
    assert driver.window.canvas.scale_factor == scale


def test_that_arrow_keys_and_the_wheel_work_in_the_navigator(driver, navigator):
    canvas = driver.window.canvas
    canvas.centre_on(QPointF(100, 100))
    QTest.keyClick(navigator, Qt.Key.Key_Right)
    assert middle(driver) == pytest.approx((100 + canvas.visible_part_photo().width() / 10, 100), abs=1)
    place, scale = QPointF(20, 20), canvas.scale_factor
    event = QWheelEvent(
        place,
        navigator.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(navigator, event)
    assert canvas.scale_factor == pytest.approx(1.25 * scale)


def test_that_what_is_not_seen_is_darker_in_the_navigator(driver, navigator):
    driver.window.canvas.zoom_to(10.0)
    driver.window.canvas.centre_on(QPointF(20, 20))
    shown = navigator.grab().toImage()
    inside, outside = (shown.pixelColor(at(navigator, *place)) for place in ((20, 20), (220, 180)))
    assert (inside.red(), inside.green(), inside.blue()) == pytest.approx((90, 110, 140), abs=6)
    assert outside.blue() < 100
    driver.window.canvas.fit()
    shown = navigator.grab().toImage()
    assert shown.pixelColor(at(navigator, 220, 180)).blue() == pytest.approx(140, abs=6)


def test_that_the_overview_of_a_large_photo_is_small_and_covers_all_of_it():
    pixels = np.full((3001, 2000), 30, np.uint8)
    pixels[1500:] = 200
    picture = Picture(Photo(pixels))
    picture.build(lambda: False)
    image, step = picture.overview()
    assert max(image.width(), image.height()) <= 512
    assert image.height() * step >= 3001
    shown = rgb_pixels(image)
    assert shown[10, 10, 0] == 30
    assert shown[-10, 10, 0] == 200


def test_that_the_navigator_shows_the_photo_as_it_is_turned_and_moves_along_what_one_sees(driver, navigator):
    canvas = driver.window.canvas
    driver.trigger("turn_right")
    canvas.zoom_to(8.0)
    canvas.centre_on(QPointF(120, 100))
    # the upper left corner of the scan lies at the upper right now
    assert at(navigator, 0, 0).x() > at(navigator, 0, 200).x()
    assert at(navigator, 0, 0).y() < at(navigator, 240, 0).y()
    QTest.mouseClick(navigator, Qt.MouseButton.LeftButton, pos=at(navigator, 60, 50))
    assert middle(driver) == pytest.approx((60, 50), abs=1.5)
    QTest.keyClick(navigator, Qt.Key.Key_Right)
    x, y = middle(driver)
    assert x == pytest.approx(60, abs=1.5)
    assert y < 45
    driver.trigger("undo")
