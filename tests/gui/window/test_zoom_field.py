"""The zoom in the status bar: chosen, typed, given up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facerestore_gui.window.zoom_field import percent_of

pytestmark = pytest.mark.gui


@pytest.fixture
def field(driver):
    yield driver.window.status.zoom
    driver.window.canvas.fit()


def type_in(field, text):
    QTest.keyClicks(field.lineEdit(), text)


@pytest.mark.parametrize(("typed", "scale"), [("73", 0.73), ("150 %", 1.5), ("12,5%", 0.125), ("99999", 64.0)])
def test_that_a_typed_figure_is_the_zoom_and_the_keyboard_goes_back_to_the_canvas(driver, field, typed, scale):
    driver.trigger("type_zoom")
    assert field.hasFocus()
    type_in(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert driver.window.canvas.scale_factor == pytest.approx(scale)
    assert driver.window.focusWidget() is driver.window.canvas
    assert field.currentText() == f"{scale:.0%}"


def test_that_nonsense_and_esc_change_nothing(driver, field):
    canvas = driver.window.canvas
    canvas.zoom_to(0.5)
    for key, stays in ((Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)):
        driver.trigger("type_zoom")
        type_in(field, "large")
        QTest.keyClick(field, key)
        assert canvas.scale_factor == pytest.approx(0.5)
        assert field.currentText() == "50%"
        assert field.hasFocus() is stays


def test_that_the_list_has_usual_figures_and_fit(driver, field):
    canvas = driver.window.canvas
    fitted = canvas.scale_factor
    for index, scale in enumerate((0.25, 0.5, 1.0, 2.0, 4.0)):
        field.setCurrentIndex(index)
        field.activated.emit(index)
        assert canvas.scale_factor == pytest.approx(scale)
    field.activated.emit(field.count() - 1)
    assert canvas.scale_factor == pytest.approx(fitted)


def test_that_the_figure_follows_the_wheel_and_the_keys(driver, field):
    driver.trigger("full_size")
    assert field.currentText() == "100%"
    driver.trigger("zoom_in")
    assert field.currentText() == "125%"


@given(st.floats(0.5, 10_000, allow_nan=False))
def test_that_any_figure_is_read_as_it_is_written(percent):
    text = f"{percent:.2f}"
    assert percent_of(text) == pytest.approx(float(text))
    assert percent_of(f" {text.replace('.', ',')} % ") == pytest.approx(float(text))


@given(st.text(alphabet="abc%-0 ", max_size=5))
def test_that_what_is_no_figure_above_nothing_is_nonsense(text):
    assert percent_of(text) is None
