"""Zoom, pan, fingers and pens in the real window."""

import os
import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QInputDevice,
    QMouseEvent,
    QNativeGestureEvent,
    QPalette,
    QPointingDevice,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facerestore.files.writing import write_photo
from facerestore.values.photo import Photo
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.look.theme import DARK, LIGHT, palette_of

pytestmark = pytest.mark.gui

NO_BUTTON, NO_KEY = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier


def test_that_the_middle_stays_when_the_view_is_resized_and_a_fitted_photo_stays_fitted(driver):
    window, canvas = driver.window, driver.window.canvas
    size = window.size()
    canvas.zoom_to(5.3)
    canvas.centerOn(QPointF(91, 77))
    before = middle(canvas)
    try:
        for width, height in ((1013, 701), (1201, 853), (977, 699), (1100, 760)):
            window.resize(width, height)
            QApplication.processEvents()
            assert (middle(canvas) - before).manhattanLength() < 1.0
        driver.trigger("fit")
        window.resize(1000, 690)
        QApplication.processEvents()
        part = canvas.visible_part_photo()
        assert (part.width(), part.height()) == (240, 200)
    finally:
        window.resize(size)


def test_that_two_fingers_on_a_trackpad_pan_and_a_wheel_zooms(driver):
    canvas = driver.window.canvas
    canvas.zoom_to(6.0)
    before, under = canvas.scale_factor, canvas.mapToScene(300, 300)
    send_wheel(driver, pixels=QPoint(12, -30), phase=Qt.ScrollPhase.ScrollUpdate)
    assert canvas.scale_factor == before
    moved = canvas.mapToScene(312, 270) - under
    assert moved.manhattanLength() < 0.01
    send_wheel(driver, angle=QPoint(0, 120))
    assert canvas.scale_factor == pytest.approx(before * 1.25)


def test_that_a_pinch_zooms_at_the_pointer_and_a_double_tap_goes_to_full_size_and_back(driver):
    canvas = driver.window.canvas
    place = driver.at(60, 150)
    scale = canvas.scale_factor
    gesture(driver, Qt.NativeGestureType.ZoomNativeGesture, 0.5, place)
    assert canvas.scale_factor == pytest.approx(1.5 * scale)
    under = canvas.mapToScene(place)
    assert (under.x(), under.y()) == pytest.approx((60, 150), abs=1.0)
    driver.trigger("fit")
    gesture(driver, Qt.NativeGestureType.SmartZoomNativeGesture, 0.0, place)
    assert canvas.scale_factor == pytest.approx(1.0)
    gesture(driver, Qt.NativeGestureType.SmartZoomNativeGesture, 0.0, place)
    assert canvas.scale_factor == pytest.approx(scale)


def test_that_fractions_of_a_notch_change_the_brush_when_they_make_a_whole_one(driver):
    settings = driver.session.tool_settings
    settings.set_brush_diameter(40)
    for _ in range(3):
        send_wheel(driver, angle=QPoint(0, 30), keys=Qt.KeyboardModifier.ControlModifier)
        assert settings.brush_diameter_px == 40
    send_wheel(driver, angle=QPoint(0, 30), keys=Qt.KeyboardModifier.ControlModifier)
    assert settings.brush_diameter_px == 48
    send_wheel(driver, angle=QPoint(0, -120), keys=Qt.KeyboardModifier.ControlModifier)
    assert settings.brush_diameter_px == 40


def test_that_a_pen_paints_between_the_pixels_and_is_one_step(driver):
    driver.session.tool_settings.set_brush_diameter(10)
    down, move, up = QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease
    pen(driver, down, (50, 50), Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton)
    pen(driver, move, (90, 50), NO_BUTTON, Qt.MouseButton.LeftButton)
    assert driver.project.coverage[50, 50:70].all()
    pen(driver, up, (90, 50), Qt.MouseButton.LeftButton, NO_BUTTON)
    assert driver.project.coverage[50, 50:91].all()
    assert driver.window.canvas_scene.brush.isVisible()
    driver.trigger("undo")
    assert driver.document.mask_is_empty


def test_that_a_stroke_whose_release_another_window_saw_ends_where_it_was(driver):
    driver.session.tool_settings.choose(ToolKind.BRUSH)
    driver.session.tool_settings.set_brush_diameter(10)
    move(driver, (50, 50), QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton)
    move(driver, (90, 50), QEvent.Type.MouseMove, Qt.MouseButton.LeftButton)
    # a dialog was opened by its keys, and closed
    move(driver, (90, 150), QEvent.Type.MouseMove, NO_BUTTON)
    move(driver, (190, 150), QEvent.Type.MouseMove, NO_BUTTON)
    assert not driver.window.canvas.is_dragging
    assert driver.project.coverage[50, 50:91].all()
    assert not driver.project.coverage[70:].any()
    driver.trigger("undo")
    assert driver.document.mask_is_empty


def test_that_a_stroke_under_way_ends_with_its_photo_and_is_kept_of_it(driver, tmp_path):
    other = tmp_path / "other.png"
    write_photo(Photo(np.full((200, 240), 90, np.uint8)), other)
    driver.session.tool_settings.set_brush_diameter(10)
    move(driver, (50, 50), QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton)
    move(driver, (90, 50), QEvent.Type.MouseMove, Qt.MouseButton.LeftButton)
    driver.session.files.open_file(other)
    driver.wait(lambda: driver.project.photo.path == other)
    driver.wait_idle()
    move(driver, (90, 150), QEvent.Type.MouseMove, Qt.MouseButton.LeftButton)
    move(driver, (90, 150), QEvent.Type.MouseButtonRelease, NO_BUTTON)
    assert driver.document.mask_is_empty
    assert driver.dialogs.asked == [["changes to the mask"]]


def move(driver, place, kind, held):
    """A mouse event on the canvas while buttons are held."""
    at = QPointF(driver.at(*place))
    button = Qt.MouseButton.LeftButton if kind is not QEvent.Type.MouseMove else NO_BUTTON
    event = QMouseEvent(kind, at, driver.viewport.mapToGlobal(at), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(driver.viewport, event)


def test_that_a_ring_that_was_hidden_comes_back_where_the_pointer_is(driver):
    driver.session.tool_settings.choose(ToolKind.BRUSH)
    ring = driver.window.canvas_scene.brush
    QTest.mouseMove(driver.viewport, driver.at(60, 60))
    driver.window.canvas.setFocus()
    QTest.keyPress(driver.window.canvas, Qt.Key.Key_Space)
    assert not ring.isVisible()
    QTest.mouseMove(driver.viewport, driver.at(150, 120))
    QTest.keyRelease(driver.window.canvas, Qt.Key.Key_Space)
    assert ring.isVisible()
    assert (ring.x(), ring.y()) == pytest.approx((150, 120), abs=1)


def test_that_one_finger_paints_and_two_zoom_and_paint_nothing(driver):
    screen = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    view, settings = driver.viewport, driver.session.tool_settings
    settings.set_brush_diameter(10)

    def touch(kind, *places):
        sequence = QTest.touchEvent(view, screen)
        for finger, place in enumerate(places):
            getattr(sequence, kind)(finger, place, view)
        sequence.commit()

    middle_px = driver.at(120, 100)
    scale = driver.window.canvas.scale_factor
    for step in range(8):
        apart = QPoint(40 + 12 * step, 0)
        touch("move" if step else "press", middle_px - apart, middle_px + apart)
    touch("release", middle_px - apart, middle_px + apart)
    assert driver.window.canvas.scale_factor > 1.5 * scale
    under = driver.window.canvas.mapToScene(middle_px)
    assert (under.x(), under.y()) == pytest.approx((120, 100), abs=1.5)
    assert driver.document.mask_is_empty
    touch("press", driver.at(120, 90))
    touch("move", driver.at(130, 90))
    touch("release", driver.at(130, 90))
    assert driver.project.coverage[90, 120:131].all()


def test_that_the_ground_around_the_photo_follows_dark_and_light(driver):
    driver.window.canvas.zoom_to(0.5)
    application = QApplication.instance()
    kept = application.palette()
    try:
        for theme in (DARK, LIGHT):
            application.setPalette(palette_of(theme))
            QApplication.processEvents()
            shown = driver.viewport.grab().toImage().pixelColor(5, 5)
            assert shown == QColor(theme.canvas)
    finally:
        application.setPalette(kept)
    assert application.palette().color(QPalette.ColorRole.Window) == kept.color(QPalette.ColorRole.Window)


def test_that_the_ring_of_the_brush_stays_under_the_pointer_when_the_photo_is_fitted_anew(driver):
    driver.session.tool_settings.choose(ToolKind.BRUSH)
    pen(driver, QEvent.Type.TabletMove, (62, 60), NO_BUTTON, NO_BUTTON)
    canvas, ring, place = driver.window.canvas, driver.window.canvas_scene.brush, driver.at(62, 60)
    for zoom in (lambda: canvas.zoom_to(3.0), canvas.fit, lambda: canvas.zoom_to(2.0)):
        zoom()
        under = canvas.mapToScene(place)
        assert (ring.x(), ring.y()) == pytest.approx((under.x(), under.y()), abs=1)


_ON_A_DENSE_SCREEN = """
import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from facerestore.values.photo import Photo
from facerestore.jobs.worker import WorkerSettings
from facerestore_gui.look.images import Picture, rgb_pixels
from facerestore_gui.window.main_window import MainWindow
application = QApplication([])
window = MainWindow(WorkerSettings())
window.show()
pixels = np.random.default_rng(0).integers(0, 256, (3000, 3000, 3)).astype(np.uint8)
photo = Photo(pixels)
window.session.document.open(photo, Picture(photo))
window.canvas.zoom_to(1.0)
QTest.qWait(50)
while not window.canvas_scene.photo.is_settled:
    QTest.qWait(10)
view = window.canvas.viewport()
shown = rgb_pixels(view.grab().toImage())
corner = window.canvas.mapToScene(0, 0)
ratio = view.devicePixelRatioF()
assert abs(shown.shape[1] - view.width() * ratio) < 1, (shown.shape, view.width(), ratio)
found = [
    (x, y)
    for x in range(int(corner.x()) - 2, int(corner.x()) + 3)
    for y in range(int(corner.y()) - 2, int(corner.y()) + 3)
    if (pixels[y + 100 : y + 300, x + 100 : x + 300] == shown[100:300, 100:300]).all()
]
print(ratio, len(found))
window.close()
"""


@pytest.mark.parametrize("ratio", ["1.5", "2"])
def test_that_full_size_on_a_dense_screen_shows_the_photos_own_pixels(ratio):
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{_ON_A_DENSE_SCREEN}"],
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "QT_SCALE_FACTOR": ratio},
        check=False,
    )
    assert done.stdout.split() == [str(float(ratio)), "1"], done.stderr


def middle(canvas):
    inverse, _ = canvas.viewportTransform().inverted()
    return inverse.map(QPointF(canvas.viewport().width() / 2, canvas.viewport().height() / 2))


def send_wheel(driver, *, pixels=None, angle=None, keys=NO_KEY, phase=Qt.ScrollPhase.NoScrollPhase):
    place = QPointF(300, 300)
    event = QWheelEvent(
        place,
        driver.viewport.mapToGlobal(place),
        pixels or QPoint(),
        angle or pixels,
        NO_BUTTON,
        keys,
        phase,
        False,
    )
    QApplication.sendEvent(driver.viewport, event)


def gesture(driver, kind, value, place):
    place = QPointF(place)
    far = driver.viewport.mapToGlobal(place)
    device = QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(kind, device, 2, place, place, far, value, QPointF())
    QApplication.sendEvent(driver.viewport, event)


def pen(driver, kind, place_photo, button, buttons):
    place = QPointF(driver.at(*place_photo))
    device = QPointingDevice(
        "pen",
        7,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position,
        1,
        2,
    )
    far = driver.viewport.mapToGlobal(place)
    event = QTabletEvent(kind, device, place, far, 0.6, 0, 0, 0, 0, 0, NO_KEY, button, buttons)
    QApplication.sendEvent(driver.viewport, event)
    assert event.isAccepted()
    QTest.qWait(1)
