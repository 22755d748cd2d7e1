"""Notes over the canvas: they are put away when the person goes on working, and can be read again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.tasks.messages import Message, Tone, notice

pytestmark = pytest.mark.gui

NOTE = notice("A note", "It asks nothing.")


@pytest.fixture
def noted(driver):
    """A window that has said something, and whose person has had time to see it."""
    driver.session.tool_settings.choose(ToolKind.BRUSH)
    driver.window.announcements._forget()
    driver.session.reports.said.emit(NOTE)
    QTest.qWait(10)
    assert driver.message is NOTE
    return driver


def titles(driver):
    return [action.text() for action in driver.window.status.notes.menu().actions()]


def test_that_a_note_is_put_away_by_a_press_on_the_canvas_and_read_again_from_the_status_bar(noted):
    notes = noted.window.status.notes
    assert not notes.isVisible()
    QTest.mousePress(noted.viewport, Qt.MouseButton.MiddleButton, pos=noted.at(100, 100))
    QTest.mouseRelease(noted.viewport, Qt.MouseButton.MiddleButton, pos=noted.at(100, 100))
    assert noted.message is None
    assert notes.isVisible()
    assert "A note" in notes.toolTip()
    (action,) = notes.menu().actions()
    action.trigger()
    assert noted.message is NOTE
    noted.click(60, 60)
    assert noted.message is None
    assert titles(noted) == ["A note"]


def test_that_a_note_is_put_away_by_a_step_without_the_pointer(noted):
    noted.trigger("invert_mask")
    noted.wait_idle()
    assert noted.message is None
    assert titles(noted) == ["A note"]


def test_that_a_note_of_a_step_outlives_that_step(noted):
    noted.click(60, 60)
    noted.session.reports.said.emit(notice("Another", "Said by a step."))
    noted.document.history_changed.emit()
    assert noted.message.title == "Another"


@pytest.mark.parametrize(
    "message",
    [notice("A question", "Which?", ("This one", lambda: None)), Message(Tone.ALARM, "An alarm", "It went wrong.")],
)
def test_that_a_question_and_an_alarm_stay_over_a_stroke(noted, message):
    noted.session.reports.said.emit(message)
    noted.click(60, 60)
    assert noted.message is message
    assert titles(noted) == ["A note"]


def test_that_what_no_longer_holds_and_what_was_of_another_photo_is_not_offered(noted, other):
    holds = [True]
    noted.session.reports.said.emit(notice("For a while", "So it is.", holds=lambda: holds[0]))
    noted.click(60, 60)
    assert titles(noted) == ["For a while", "A note"]
    holds[0] = False
    noted.click(90, 60)
    assert titles(noted) == ["A note"]
    noted.open(other)
    assert titles(noted) == []
    assert not noted.window.status.notes.isVisible()


def test_that_what_is_said_of_a_face_found_askew_ends_with_a_turn(driver):
    driver.window.announcements._forget()
    driver.session.file_tasks._say_how_it_lies(driver.project, ("It is uncertain.",))
    assert driver.message.title == "How the face lies"
    driver.trigger("turn_right")
    assert driver.message is None
    assert titles(driver) == []
