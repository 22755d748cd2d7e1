"""Actions that cannot be used: their tips and their keys say why, and what to do."""

import pytest
from fake_restorer import SEED_SLOW
from PySide6.QtCore import Qt

from facerestore_gui.actions.action_table import ACTIONS
from facerestore_gui.actions.conditions import FACE, IDLE, LAYOUT, MASK, PHOTO, RESULT, obstacle
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.tasks.messages import notice

pytestmark = pytest.mark.gui

CTRL = Qt.KeyboardModifier.ControlModifier
HELD = {PHOTO, FACE, LAYOUT, MASK, RESULT, IDLE}


def test_that_every_action_that_cannot_be_used_says_what_it_lacks_and_the_others_nothing(qapp):
    for spec in ACTIONS:
        assert bool(obstacle(spec.needs, frozenset())) == bool(spec.needs), spec.name
        assert not obstacle(spec.needs, frozenset(spec.needs))


@pytest.mark.parametrize(
    ("name", "held", "word"),
    [
        ("save_layout", {IDLE}, "photo"),
        ("save_layout", {IDLE, PHOTO}, "face"),
        ("save_layout", {IDLE, PHOTO, FACE}, "Predict"),
        ("save_layout", {PHOTO, FACE, LAYOUT}, "Wait"),
        ("reset_layout", HELD, "as it was predicted"),
        ("cursor_press", {IDLE}, "photo"),
        ("cursor_press", HELD, "tool"),
        ("next_photo", HELD, "filmstrip"),
    ],
)
def test_that_what_comes_first_is_said_first(name, held, word, qapp):
    (spec,) = (spec for spec in ACTIONS if spec.name == name)
    assert word in obstacle(spec.needs, frozenset(held))


def test_that_a_tip_says_why_not_for_as_long_as_it_is_so(driver):
    action = driver.window.actions_table.by_name["view_result"]
    assert action.toolTip().endswith("heal something by hand first.")
    driver.session.tool_settings.choose(ToolKind.BRUSH)
    driver.stroke((100, 100), (130, 100))
    driver.generate()
    driver.wait(action.isEnabled)
    assert action.toolTip().endswith("(Alt+3)")


def test_that_keys_pressed_in_vain_are_answered_until_they_would_be_heard(driver):
    driver.session.tool_settings.choose(ToolKind.BRUSH)
    driver.stroke((100, 100), (130, 100))
    driver.generate(SEED_SLOW)
    driver.wait(lambda: driver.session.runner.is_busy)
    assert driver.message is None
    driver.key(Qt.Key.Key_Return, CTRL)
    assert driver.message.title == "Not now"
    assert "Esc" in driver.message.text
    driver.session.cancel_work()
    driver.wait_idle()
    assert driver.message is None


def test_that_a_message_that_waits_for_an_answer_stays(driver):
    question = notice("A question", "Which one?", ("This one", lambda: None))
    driver.window.message_bar.show_message(question)
    driver.key(Qt.Key.Key_U)
    assert driver.message is question
    driver.window.message_bar.clear()
    driver.key(Qt.Key.Key_U)
    assert driver.message.title == "Not now"
