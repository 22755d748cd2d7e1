"""The magic wand shows what it would take before it goes into the mask."""

import numpy as np
import pytest
from drivers import Driver, begin_anew, close_window, new_window
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facerestore_gui.document.tool_settings import ToolKind

pytestmark = pytest.mark.gui

FACE, GROUND = (120, 110), (20, 20)
ALONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def shared(qapp):
    window = new_window("NoFace")
    yield window
    close_window(window)


@pytest.fixture
def wand(qtbot, shared, portrait):
    driver = Driver(qtbot, shared)
    begin_anew(driver, portrait)
    driver.session.placer.stop()
    driver.session.tool_settings.set_wand(12, is_contiguous=True)
    driver.trigger("tool_wand")
    return driver


def preview(driver):
    return driver.session.wand_preview


def rest_on_face(driver):
    """Until what is there is outlined."""

    def is_outlined():
        place, none = QPointF(driver.at(*FACE)), Qt.MouseButton.NoButton
        far = driver.viewport.mapToGlobal(place)
        event = QMouseEvent(QEvent.Type.MouseMove, place, far, none, none, ALONE)
        QApplication.sendEvent(driver.viewport, event)
        return bool(preview(driver).outlines)

    driver.wait(is_outlined)


def outlined(driver):
    """The box of what is outlined: left, top, right, bottom."""
    points = np.concatenate(preview(driver).outlines)
    return *points.min(axis=0), *points.max(axis=0)


def painted(driver):
    return int(driver.project.coverage.astype(bool).sum())


def test_that_what_would_be_taken_is_outlined_where_the_pointer_rests(wand):
    rest_on_face(wand)
    left, top, right, _ = outlined(wand)
    assert 60 < left < 75
    assert 165 < right < 180
    assert 30 < top < 45
    assert painted(wand) == 0
    assert wand.session.undo_label is None
    wand.window.canvas._pointer.leave()
    assert not preview(wand).outlines


def test_that_a_drag_changes_the_tolerance_and_the_mask_gets_it_when_it_is_let_go(wand):
    start = wand.at(*FACE)
    QTest.mousePress(wand.viewport, LEFT, ALONE, start)
    wand.wait(lambda: bool(preview(wand).outlines))
    before = outlined(wand)
    for step in range(0, 420, 30):
        QTest.mouseMove(wand.viewport, start + QPoint(step, 0))
    wand.wait(lambda: not preview(wand).is_under_way)
    assert wand.session.tool_settings.wand_tolerance > 80
    wider = outlined(wand)
    assert wider[0] < before[0]
    assert wider[2] > before[2]
    assert painted(wand) == 0
    QTest.mouseRelease(wand.viewport, LEFT, ALONE, start + QPoint(390, 0))
    wand.wait(lambda: painted(wand) > 0 and not wand.session.mask_edits.is_busy)
    wand.wait(lambda: not preview(wand).outlines)
    coverage = wand.project.coverage
    assert coverage[GROUND[1], GROUND[0]]
    assert wand.session.undo_label == "Magic wand"
    wand.trigger("undo")
    assert painted(wand) == 0


def test_that_what_was_outlined_is_what_the_mask_gets(wand):
    QTest.mousePress(wand.viewport, LEFT, ALONE, wand.at(*FACE))
    wand.wait(lambda: bool(preview(wand).outlines))
    left, top, right, bottom = outlined(wand)
    QTest.mouseRelease(wand.viewport, LEFT, ALONE, wand.at(*FACE))
    wand.wait(lambda: painted(wand) > 0)
    rows, columns = np.nonzero(wand.project.coverage)
    assert (columns.min() + 0.5, rows.min() + 0.5) == pytest.approx((left, top), abs=0.6)
    assert (columns.max() + 0.5, rows.max() + 0.5) == pytest.approx((right, bottom), abs=0.6)


def test_that_escape_gives_it_up_with_the_tolerance_as_it_was(wand):
    start = wand.at(*FACE)
    QTest.mousePress(wand.viewport, LEFT, ALONE, start)
    QTest.mouseMove(wand.viewport, start + QPoint(200, 0))
    assert wand.session.tool_settings.wand_tolerance > 12
    wand.trigger("cancel")
    assert wand.session.tool_settings.wand_tolerance == 12
    assert not preview(wand).outlines
    QTest.mouseRelease(wand.viewport, LEFT, ALONE, start)
    assert painted(wand) == 0


def test_that_another_tool_takes_the_outline_away(wand):
    rest_on_face(wand)
    wand.session.tool_settings.choose(ToolKind.BRUSH)
    assert not preview(wand).outlines
