"""Whatever the tools of the mask do, undoing all of it gives the start and redoing all of it the end."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from facerestore.editing.mask_shapes import Combination, Region
from facerestore.values.damage_classes import DamageClass, is_plane
from facerestore_gui.canvas.tool_settings import MASK_TOOLS, PAINTED_CLASSES, ToolKind
from facerestore_gui.suggestions import Suggestion

pytestmark = pytest.mark.gui

CHANGES = ("grow_mask", "shrink_mask", "smooth_mask", "remove_specks", "fill_holes", "invert_mask", "clear_mask")
NO_KEY = Qt.KeyboardModifier.NoModifier

PLACES = st.lists(st.tuples(st.integers(-5, 245), st.integers(-5, 205)), min_size=2, max_size=5)
DRAWN = st.tuples(
    st.sampled_from(sorted(MASK_TOOLS - {ToolKind.SUGGEST})),
    st.sampled_from(PAINTED_CLASSES),
    st.sampled_from(list(Combination)),
    PLACES,
    st.sampled_from([NO_KEY, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier]),
    st.sampled_from([Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton]),
    st.sampled_from([0.3, 1.0]),
)
STEPS = st.lists(
    st.one_of(DRAWN, st.sampled_from(CHANGES), st.just("suggestions"), st.just("undo")), min_size=1, max_size=12
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_that_undoing_all_and_redoing_all_gives_identical_arrays(driver, steps):
    document, tool_settings = driver.document, driver.window.tool_settings
    start, start_position = driver.project.coverage.copy(), document.position
    states = [start]
    for step in steps:
        before = document.position
        kind = tool_settings.kind
        take(driver, step)
        driver.wait(lambda: not driver.window.mask_edits.is_busy)
        assert is_plane(driver.project.coverage)
        if step == "undo":
            assert tool_settings.kind is kind
            states = states[: max(1, len(states) - 1)]
        elif document.position is not before:
            states.append(driver.project.coverage.copy())
        assert (driver.project.coverage == states[-1]).all()
    for state in reversed(states):
        assert (driver.project.coverage == state).all()
        document.undo()
    assert document.position is start_position
    for state in states:
        assert (driver.project.coverage == state).all()
        document.redo()
    while document.position is not start_position:
        document.undo()
    put_back(tool_settings)


def take(driver, step):
    """One thing that a person does; drawn shapes are (tool, class, mode, places, keys, button, hardness)."""
    tool_settings = driver.window.tool_settings
    if step == "undo":
        driver.document.undo()
    elif step == "suggestions":
        inside = np.zeros((200, 240), np.bool_)
        inside[20:30, 30:200] = True
        driver.window.suggestions.begin([Suggestion.of(DamageClass.CREASE, Region.of(inside), 0.9)])
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
