"""What comes and goes over the canvas moves nothing in it; the keyboard is with the canvas."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.document.view_state import ViewMode
from facerestore_gui.tasks.messages import notice

pytestmark = pytest.mark.gui


@pytest.fixture
def photo_place(driver):
    """Where the photo's corner is in the window, and how large it is shown."""

    def place():
        QApplication.processEvents()
        corner = driver.viewport.mapTo(driver.window, driver.at(0, 0))
        return corner, driver.window.canvas.scale_factor

    return place


def test_that_a_message_comes_and_goes_without_moving_the_photo(driver, photo_place):
    before, bar = photo_place(), driver.window.message_bar
    bar.show_message(notice("Planted", "a long text " * 40, ("One choice", lambda: None), ("Another", lambda: None)))
    assert photo_place() == before
    assert bar.isVisible()
    over = driver.window.canvas.mapTo(driver.window, QPoint()).y() + driver.window.canvas.height()
    assert bar.mapTo(driver.window, QPoint(0, bar.height())).y() <= over
    # all of the text is seen
    text = bar.findChild(QLabel)
    assert text.heightForWidth(text.width()) <= text.height()
    bar.clear()
    assert photo_place() == before


def test_that_a_message_stays_within_a_window_that_is_made_smaller(driver):
    window, bar = driver.window, driver.window.message_bar
    size = window.size()
    bar.show_message(notice("Planted", "a long text " * 20, ("One choice", lambda: None)))
    try:
        for width in (1000, 1300, 1100):
            window.resize(width, 700)
            QApplication.processEvents()
            assert bar.parentWidget().rect().contains(bar.geometry())
            assert all(bar.rect().contains(button.geometry()) for button in bar.findChildren(QPushButton))
    finally:
        window.resize(size)
        bar.clear()


def test_that_a_result_that_comes_during_a_stroke_shows_when_the_button_is_let_go(driver, photo_place):
    driver.stroke((120, 90), (120, 120))
    driver.generate()
    QTest.mousePress(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(40, 150))
    before = photo_place()
    driver.wait_idle()
    assert driver.document.result is not None
    assert photo_place() == before
    assert driver.session.view.mode is ViewMode.ORIGINAL
    assert driver.session.view.mask_is_shown
    QTest.mouseMove(driver.viewport, driver.at(60, 150))
    QTest.mouseRelease(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(60, 150))
    assert driver.project.coverage[150, 40:60].all()
    assert driver.session.view.mode is ViewMode.COMPARE
    assert driver.window.candidates_bar.isVisible()


@pytest.mark.parametrize("action", ["generate", "find_damage", "predict_layout"])
def test_that_the_keyboard_is_with_the_canvas_when_a_button_can_be_used_no_longer(driver, action):
    driver.click(120, 100)
    window = driver.window
    buttons = [
        one
        for one in window.findChildren(QPushButton)
        if action == "generate" and one.objectName() == "primary" and one.isVisible()
    ]
    tools = [one for one in window.column.findChildren(type(window.message_bar._close)) if one.isVisible()]
    buttons += [one for one in tools if one.defaultAction() is window.actions_table.by_name[action]]
    assert buttons
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(buttons[0], Qt.Key.Key_Space)
    driver.wait_idle()
    assert window.focusWidget() is window.canvas
    driver.session.damage_search.reject()


def hover(driver, x, y):
    place = driver.at(x, y)
    whole = driver.viewport.mapToGlobal(place)
    QApplication.sendEvent(driver.viewport, QEnterEvent(place, place, whole))
    driver.viewport.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QTest.mouseMove(driver.viewport, place)


def test_that_space_over_the_photo_moves_it_whatever_has_the_keyboard(driver):
    window = driver.window
    driver.click(120, 100)
    driver.window.canvas.zoom_to(6)
    slider = window.column.panels["tool"].brush._slider
    slider.setFocus()
    hover(driver, 120, 90)
    hover(driver, 120, 100)
    coverage, under = driver.project.coverage.copy(), window.canvas.mapToScene(300, 300)
    QTest.keyPress(slider, Qt.Key.Key_Space)
    start = driver.at(120, 100)
    QTest.mousePress(driver.viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(driver.viewport, start + QPoint(30, 20))
    QTest.mouseRelease(driver.viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(30, 20))
    QTest.keyRelease(window.canvas, Qt.Key.Key_Space)
    assert (driver.project.coverage == coverage).all()
    assert (window.canvas.mapToScene(330, 320) - under).manhattanLength() < 0.5
    driver.click(120, 100)
    assert window.focusWidget() is window.canvas


def test_that_space_presses_a_button_that_was_reached_by_keys(driver):
    window, pressed = driver.window, []
    hover(driver, 120, 90)
    button = window.column.panels["mask"]._colour_button
    button.clicked.disconnect()
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert pressed


def test_that_a_photo_without_a_mask_begins_with_the_mask_brush_and_a_tool_of_the_mask_stays(driver, portrait):
    settings = driver.session.tool_settings
    for before, after in ((ToolKind.PAINT, "brush"), (ToolKind.HAND, "brush"), (ToolKind.LASSO, "lasso")):
        settings.choose(before)
        driver.open(portrait)
        assert settings.kind == after
    settings.choose(ToolKind.BRUSH)
