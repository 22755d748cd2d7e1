"""Whatever the tools of the mask do, undoing all of it gives the start and redoing all of it the end."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from facerestore.editing.mask_shapes import Combination, Region
from facerestore.values.damage_classes import CLASS_POLICIES, DamageClass
from facerestore.values.damage_table import DEFAULT_TABLE, DamageKind, is_plane
from facerestore_gui.document.edits.mask import set_classes
from facerestore_gui.document.suggestions import Suggestion
from facerestore_gui.document.tool_settings import MASK_TOOLS, ToolKind

pytestmark = pytest.mark.gui

CHANGES = ("grow_mask", "shrink_mask", "smooth_mask", "remove_specks", "fill_holes", "invert_mask", "clear_mask")
NO_KEY = Qt.KeyboardModifier.NoModifier

NUMBERS = [one.number for one in DEFAULT_TABLE.kinds]
PLACES = st.lists(st.tuples(st.integers(-5, 245), st.integers(-5, 205)), min_size=2, max_size=5)
DRAWN = st.tuples(
    st.sampled_from(sorted(MASK_TOOLS - {ToolKind.SUGGEST})),
    st.sampled_from(NUMBERS),
    st.sampled_from(list(Combination)),
    PLACES,
    st.sampled_from([NO_KEY, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier]),
    st.sampled_from([Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton]),
    st.sampled_from([0.3, 1.0]),
)
CLASSED = st.tuples(
    st.sampled_from(["policy", "remove", "add"]), st.sampled_from(NUMBERS), st.sampled_from(CLASS_POLICIES)
)
STEPS = st.lists(
    st.one_of(DRAWN, CLASSED, st.sampled_from(CHANGES), st.just("suggestions"), st.just("undo")),
    min_size=1,
    max_size=12,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_that_undoing_all_and_redoing_all_gives_identical_arrays(driver, steps):
    document, tool_settings = driver.document, driver.session.tool_settings
    start_position = document.revision
    states = [state_of(driver)]
    for step in steps:
        before = document.revision
        kind = tool_settings.kind
        take(driver, step)
        driver.wait(lambda: not driver.session.mask_edits.is_busy)
        assert is_plane(driver.project.coverage, driver.project.classes)
        assert tool_settings.classes is driver.project.classes
        if step == "undo":
            # suggestions whose acceptance is undone are in hand again
            are_back = driver.session.suggestions.is_active and tool_settings.kind is ToolKind.SUGGEST
            assert are_back or tool_settings.kind is kind
            states = states[: max(1, len(states) - 1)]
        elif document.revision is not before:
            states.append(state_of(driver))
        assert state_of(driver) == states[-1]
    for state in reversed(states):
        assert state_of(driver) == state
        document.undo()
    assert document.revision is start_position
    for state in states:
        assert state_of(driver) == state
        document.redo()
    while document.revision is not start_position:
        document.undo()
    driver.session.suggestions.end()
    put_back(tool_settings)


def state_of(driver):
    return driver.project.coverage.tobytes(), driver.project.classes


def take_class(driver, kind, number, policy):
    """What a person does to the classes themselves."""
    classes = driver.project.classes
    if kind == "add":
        added = DamageKind(number=classes.free_number(policy), policy=policy, name="Tape", colour="#804020")
        set_classes(driver.document, "Add class", classes.added(added))
        driver.session.tool_settings.choose_damage(added.number)
    elif kind == "remove" and number != DamageClass.DAMAGE:
        driver.session.mask_edits.remove_class(number)
    else:
        set_classes(driver.document, "Change class", classes.with_policy(number, policy))


def take(driver, step):
    """One thing that a person does; drawn shapes are (tool, class, mode, places, keys, button, hardness)."""
    tool_settings = driver.session.tool_settings
    if isinstance(step, tuple) and len(step) == 3:
        take_class(driver, *step)
    elif step == "undo":
        driver.document.undo()
    elif step == "suggestions":
        inside = np.zeros((200, 240), np.bool_)
        inside[20:30, 30:200] = True
        driver.session.suggestions.begin([Suggestion.of(DamageClass.CREASE, Region.of(inside), 0.9)])
        tool_settings.choose(ToolKind.ERASER)
        driver.stroke((100, 25), (120, 25))
        driver.trigger("accept_suggestions")
    elif isinstance(step, str):
        action = driver.window.actions_table.by_name[step]
        if action.isEnabled():
            action.trigger()
    else:
        kind, damage_class, combination, places, keys, button, hardness = step
        tool_settings.choose(kind)
        if tool_settings.classes.kind(damage_class) is not None:
            tool_settings.choose_damage(damage_class)
        tool_settings.choose_combination(combination)
        tool_settings.set_hardness(hardness)
        if kind is ToolKind.POLYGON:
            for place in places:
                driver.stroke(place, keys=keys, button=button)
            driver.key(Qt.Key.Key_Return)
            driver.window.canvas.abandon_drag()
        else:
            driver.stroke(*places, keys=keys, button=button)


def put_back(tool_settings):
    tool_settings.damage_class, tool_settings.combination = DamageClass.DAMAGE, Combination.ADD
    tool_settings.hardness = 1.0
    tool_settings.choose(ToolKind.BRUSH)
