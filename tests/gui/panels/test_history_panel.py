"""The panel of the history in the real window, with a real mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

pytestmark = pytest.mark.gui

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def panel(driver):
    driver.session.view.show_history(shown=True)
    panel = driver.window.history_panel
    driver.wait(panel.isVisible)
    yield panel
    driver.session.view.show_history(shown=False)


def rows(panel):
    return [panel.item(row).data(ACCESSIBLE) for row in range(panel.count())]


def click(panel, row):
    place = panel.visualItemRect(panel.item(row)).center()
    QTest.mouseClick(panel.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_that_a_click_goes_to_a_step_and_the_present_one_is_marked(driver, panel):
    driver.click(60, 60)
    driver.click(100, 60)
    driver.wait(lambda: rows(panel) == ["Opened", "Brush stroke", "Brush stroke, the present state"])
    click(panel, 1)
    driver.wait(lambda: rows(panel) == ["Opened", "Brush stroke, the present state", "Brush stroke, undone"])
    assert driver.project.coverage[60, 60]
    assert not driver.project.coverage[60, 100]
    assert panel.currentRow() == 1
    click(panel, 0)
    driver.wait(lambda: driver.document.mask_is_blank)
    click(panel, 2)
    driver.wait(lambda: bool(driver.project.coverage[60, 100]))


def test_that_arrow_keys_only_look_and_enter_goes(driver, panel):
    driver.click(60, 60)
    driver.wait(lambda: len(rows(panel)) == 2)
    panel.setFocus()
    QTest.keyClick(panel, Qt.Key.Key_Up)
    assert panel.currentRow() == 0
    assert not driver.document.mask_is_blank
    QTest.keyClick(panel, Qt.Key.Key_Return)
    driver.wait(lambda: driver.document.mask_is_blank)


def test_that_a_panel_that_comes_later_knows_what_was_done(driver):
    driver.click(60, 60)
    driver.trigger("show_history")
    panel = driver.window.history_panel
    driver.wait(lambda: rows(panel) == ["Opened", "Brush stroke, the present state"])
    driver.trigger("show_history")
    assert not panel.isVisible()
