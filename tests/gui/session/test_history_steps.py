"""The one list of what can be undone, and the way to any place in it."""

import numpy as np
import pytest

from facerestore.editing.mask_shapes import Region
from facerestore.values.damage_classes import DamageClass
from facerestore_gui.document.suggestions import Suggestion
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.session import history_steps

pytestmark = pytest.mark.gui


@pytest.fixture
def steps(desk):
    return desk.session.history_steps


def shown(steps):
    return [(step.label, step.is_done) for step in steps.listed()]


def dabs(desk, *places):
    for place in places:
        desk.drag(ToolKind.BRUSH, place)


def test_that_a_photo_just_opened_has_no_steps(steps):
    assert steps.listed() == []
    steps.go_to(3)
    steps.go_to(-1)
    assert steps.listed() == []


def test_that_going_to_a_step_is_undoing_or_redoing_until_it_is_there(desk, steps):
    dabs(desk, (40, 40), (80, 40), (120, 40), (160, 40))
    states = desk.project.coverage.copy()
    steps.go_to(1)
    desk.wait(lambda: not steps.is_walking)
    assert [is_done for _, is_done in shown(steps)] == [True, False, False, False]
    assert desk.project.coverage[40, 40]
    assert not desk.project.coverage[40, 80]
    steps.go_to(4)
    desk.wait(lambda: not steps.is_walking)
    assert (desk.project.coverage == states).all()
    steps.go_to(0)
    desk.wait(lambda: not steps.is_walking)
    assert desk.document.mask_is_blank
    dabs(desk, (100, 100))
    assert [is_done for _, is_done in shown(steps)] == [True]


def test_that_many_steps_are_taken_in_portions_and_end_when_something_else_is_done(desk, steps, monkeypatch):
    dabs(desk, *((x, 40) for x in range(20, 220, 20)))
    monkeypatch.setattr(history_steps, "_PORTION_S", 0.0)
    steps.go_to(2)
    assert steps.is_walking
    dabs(desk, (100, 150))
    count = sum(is_done for _, is_done in shown(steps))
    desk.wait(lambda: not steps.is_walking)
    assert sum(is_done for _, is_done in shown(steps)) == count
    assert desk.project.coverage[150, 100]


def test_that_a_walk_in_portions_arrives(desk, steps, monkeypatch, qtbot):
    dabs(desk, *((x, 40) for x in range(20, 220, 20)))
    monkeypatch.setattr(history_steps, "_PORTION_S", 1e-9)
    with qtbot.waitSignal(steps.changed):
        steps.go_to(2)
    desk.wait(lambda: sum(is_done for _, is_done in shown(steps)) == 2)
    assert not desk.project.coverage[40, 60]


def test_that_steps_of_suggestions_lie_where_undo_takes_them_back(desk, steps):
    inside = np.zeros((200, 240), np.bool_)
    inside[20:30, 20:220] = True
    dabs(desk, (40, 150))
    suggestions = desk.session.suggestions
    suggestions.begin([Suggestion.of(DamageClass.CREASE, Region.of(inside), 0.9)])
    suggestions.set_threshold(0.5)
    suggestions.toggle_at(100, 25, reach_px=1)
    dabs(desk, (80, 150))
    suggestions.toggle_at(100, 25, reach_px=1)
    expected = [step.label for step in steps.listed()]
    assert len(expected) == 4
    assert expected[1] == expected[3] != expected[0] == expected[2]
    for count in range(3, -1, -1):
        assert desk.session.undo_label == expected[count]
        desk.session.undo()
        assert [step.label for step in steps.listed()] == expected
        assert sum(is_done for _, is_done in shown(steps)) == count
    steps.go_to(2)
    desk.wait(lambda: not steps.is_walking)
    assert not suggestions.taken
    assert desk.project.coverage[150, 40]
    assert not desk.project.coverage[150, 80]
    suggestions.end()
