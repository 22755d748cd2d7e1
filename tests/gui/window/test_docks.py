"""Panels that are moved, stacked, taken out, put away, brought back and remembered."""

import pytest
from PySide6.QtCore import QByteArray, QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QToolBar

from facerestore_gui.document.overlay_settings import MaskLook

pytestmark = pytest.mark.gui

RIGHT, LEFT = Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.LeftDockWidgetArea


@pytest.fixture
def own(open_window, portrait):
    """A window of one's own, with the portrait open."""
    driver = open_window()
    driver.open(portrait)
    return driver


def seen(window):
    bars = {bar.objectName(): bar for bar in window._bars} | {"menu": window.menuBar(), "status": window.status}
    docks = {dock.objectName(): dock for dock in window.docks._all}
    return {name for name, widget in (bars | docks).items() if widget.isVisible()}


def test_that_hiding_leaves_the_canvas_alone_and_everything_comes_back_where_it_was(own):
    window = own.window
    own.trigger("show_navigator")
    own.trigger("show_candidates")
    QApplication.processEvents()
    before, places = seen(window), {dock: dock.geometry() for dock in window.docks._all if dock.isVisible()}
    assert {"menu", "status", "main_bar", "tools", "other_tools", "column", "navigator", "candidates"} == before
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_F9)
    assert seen(window) == set()
    own.wait(lambda: window.canvas.size() == window.size())
    assert "F9" in own.message.text
    # what comes meanwhile waits
    own.click(120, 100)
    QTest.keyClick(window.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert own.document.mask_is_blank
    QTest.keyClick(window.canvas, Qt.Key.Key_F9)
    QApplication.processEvents()
    assert seen(window) == before
    assert {dock: dock.geometry() for dock in places} == places
    assert own.message is None


def test_that_esc_brings_the_panels_back_after_everything_else(own):
    own.trigger("canvas_alone")
    own.cancel()
    assert own.message is None
    assert own.session.view.is_canvas_alone
    own.cancel()
    assert "column" in seen(own.window)


def test_that_the_keyboard_is_with_the_canvas_when_the_panel_that_had_it_is_put_away(own):
    window = own.window
    own.trigger("show_navigator")
    window.navigator.setFocus()
    own.trigger("show_navigator")
    assert window.focusWidget() is window.canvas
    window.column.panels["tool"].brush._slider.setFocus()
    own.trigger("canvas_alone")
    assert window.focusWidget() is window.canvas


def test_that_f11_fills_the_screen_and_gives_it_back(own):
    window = own.window
    size = window.size()
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_F11)
    own.wait(window.isFullScreen)
    assert window.actions_table.by_name["full_screen"].isChecked()
    assert "column" in seen(window)
    own.cancel()
    own.wait(lambda: not window.isFullScreen())
    own.wait(lambda: window.size() == size)
    # the system may take it out of the full screen, too
    own.trigger("full_screen")
    window.showNormal()
    own.wait(lambda: not own.session.view.is_full_screen)


def test_that_the_cross_of_a_panel_puts_it_away_and_the_column_has_none(own):
    docks = own.window.docks
    for name in ("navigator", "history", "candidates"):
        own.trigger(f"show_{name}")
        dock = getattr(docks, name)
        dock.raise_()
        cross = dock.title.close_button
        own.wait(cross.isVisible)
        QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
        assert not dock.isVisible()
        assert not own.window.actions_table.by_name[f"show_{name}"].isChecked()
    assert not docks.column.title.close_button.isVisible()


def test_that_a_panel_is_taken_out_by_its_button_and_put_back(own):
    dock = own.window.docks.navigator
    own.trigger("show_navigator")
    QTest.mouseClick(dock.title.float_button, Qt.MouseButton.LeftButton)
    assert dock.isFloating()
    QTest.mouseClick(dock.title.float_button, Qt.MouseButton.LeftButton)
    assert not dock.isFloating()


def test_that_a_bar_dragged_wider_makes_the_column_wider_and_the_photo_narrower(own):
    window = own.window
    QApplication.processEvents()
    width, canvas = window.column.width(), window.canvas.width()
    edge = QPoint(window.docks.column.x() - 3, 300)
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(window, edge - QPoint(60, 0))
    own.wait(lambda: window.column.width() > width + 40)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=edge - QPoint(60, 0))
    assert window.canvas.width() < canvas - 40


def test_that_places_sizes_and_looks_are_remembered(open_window, tmp_path, close):
    kept = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    first = open_window(kept=kept).window
    first.docks.column.setFloating(False)
    first.addDockWidget(LEFT, first.docks.column)
    first.resizeDocks([first.docks.column], [420], Qt.Orientation.Horizontal)
    view = first.session.view
    view.show_navigator(shown=True)
    view.show_loupe(shown=True)
    view.scale_loupe(2)
    first.session.overlays.set_mask_look(MaskLook.OUTLINE)
    QApplication.processEvents()
    width = first.docks.column.width()
    assert width > 380
    view.leave_canvas_alone(alone=True)
    view.fill_screen(filled=True)
    close(first)
    kept.sync()
    again = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    driver = open_window(kept=again)
    second = driver.window
    driver.wait(lambda: second.docks.column.width() == width)
    assert second.dockWidgetArea(second.docks.column) == LEFT
    assert seen(second) == {"menu", "status", "main_bar", "tools", "other_tools", "column", "navigator"}
    assert not second.isFullScreen()
    assert (second.session.view.shows_loupe, second.session.view.loupe_scale) == (True, 2)
    assert second.session.overlays.mask_look is MaskLook.OUTLINE
    driver.trigger("reset_panels")
    assert second.dockWidgetArea(second.docks.column) == RIGHT
    driver.wait(lambda: second.docks.column.width() < 340)
    assert "navigator" in seen(second)
    close(second)
    for nonsense in ("rubbish", QByteArray(b"rubbish")):
        again.setValue("panels", nonsense)
        again.setValue("mask/look", "rubbish")
        again.setValue("view/navigator", "rubbish")
        third = open_window(kept=again).window
        assert third.dockWidgetArea(third.docks.column) == RIGHT
        assert seen(third) == {"menu", "status", "main_bar", "tools", "other_tools", "column"}
        assert third.session.overlays.mask_look is MaskLook.OVERLAY
        close(third)


def test_that_keys_work_from_a_panel_that_floats_and_f6_goes_there_and_back(own):
    window = own.window
    own.trigger("show_navigator")
    window.docks.navigator.setFloating(True)
    own.wait(window.docks.navigator.isVisible)
    window.activateWindow()
    window.canvas.setFocus()
    own.trigger("next_panel")
    own.wait(lambda: QApplication.focusWidget() is window.navigator)
    QTest.keyPress(window.navigator, Qt.Key.Key_Backslash)
    assert own.session.view.holds_original
    QTest.keyRelease(window.navigator, Qt.Key.Key_Backslash)
    assert not own.session.view.holds_original
    own.trigger("next_panel")
    own.wait(lambda: window.column.isAncestorOf(QApplication.focusWidget()))
    own.trigger("reset_panels")
    assert not window.docks.navigator.isFloating()


def test_that_bars_of_stacked_panels_are_reached_only_where_there_are_several(own):
    def bars():
        return [bar for bar in own.window.findChildren(QTabBar) if bar.focusPolicy() & Qt.FocusPolicy.TabFocus]

    own.trigger("show_navigator")
    own.wait(lambda: bars() == [])
    own.trigger("show_history")
    own.wait(lambda: len(bars()) == 1)
    assert bars()[0].accessibleName()
    own.trigger("show_history")
    own.wait(lambda: bars() == [])


def test_that_with_all_panels_the_window_fits_a_small_screen_and_generate_is_in_sight(open_window, portrait):
    driver = open_window()
    window = driver.window
    window.resize(1366, 768)
    driver.open(portrait)
    driver.session.photos.list_photos([portrait.parent])
    for name in ("show_navigator", "show_history", "show_candidates"):
        driver.trigger(name)
    driver.session.view.show_filmstrip(shown=True)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1366, 768)
    restore = window.column.panels["restore"]
    assert restore.visibleRegion().boundingRect() == restore.rect()
    assert window.canvas.height() > 200
    assert window.canvas.width() > 600


def test_that_candidates_are_no_higher_when_the_filmstrip_goes(own, portrait):
    window, view = own.window, own.session.view
    own.session.photos.list_photos([portrait.parent])
    view.show_candidates(shown=True)
    QApplication.processEvents()
    canvas, bar = window.canvas.height(), window.candidates_bar.height()
    view.show_filmstrip(shown=True)
    own.wait(lambda: window.canvas.height() < canvas - 80)
    view.show_filmstrip(shown=False)
    own.wait(lambda: window.canvas.height() == canvas)
    assert window.candidates_bar.height() == bar


@pytest.mark.parametrize(("height", "columns"), [(640, 2), (1100, 1)])
def test_that_all_tools_are_in_sight_however_low_the_window_is(own, height, columns):
    window = own.window
    window.resize(1366, height)
    bars = [bar for bar in window.findChildren(QToolBar) if bar.objectName() in ("tools", "other_tools")]
    own.wait(lambda: len({bar.x() for bar in bars}) == columns)
    for bar in bars:
        for action in bar.actions():
            button = bar.widgetForAction(action)
            assert button.isVisible(), action.text()
            assert bar.rect().contains(button.geometry()), action.text()
