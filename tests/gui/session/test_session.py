"""A session without a window: what it can do, what it says, and what it tells."""

import numpy as np
import pytest

from facerestore_gui.actions.action_spec import ActionSpec
from facerestore_gui.actions.action_table import ACTIONS
from facerestore_gui.actions.conditions import (
    CONDITIONS,
    CURSOR,
    FACE,
    IDLE,
    IDLE_OR_FINDING_FACES,
    PHOTO,
    REDOABLE,
    REFERENCES,
    SEVERAL_RESULTS,
    UNDOABLE,
)
from facerestore_gui.actions.conditions import those_that_hold as holding
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.document.view_state import ViewMode

pytestmark = pytest.mark.gui


def spec_of(name):
    return next(spec for spec in ACTIONS if spec.name == name)


def test_that_a_new_session_is_idle_and_restores_in_a_way_that_gives_several_results(open_session):
    assert holding(open_session().session) == {IDLE, IDLE_OR_FINDING_FACES, SEVERAL_RESULTS, REFERENCES}


def test_that_every_condition_is_in_the_table_after_what_must_hold_before_it():
    for at, condition in enumerate(CONDITIONS):
        assert all(CONDITIONS.index(before) < at for before in condition.after), condition.reason
    assert {need for spec in ACTIONS for need in spec.needs} == set(CONDITIONS)


def test_that_conditions_follow_what_is_done(desk):
    assert holding(desk.session) >= {PHOTO, FACE, IDLE, CURSOR}
    assert not holding(desk.session) & {UNDOABLE, REDOABLE}
    desk.click(60, 60)
    assert UNDOABLE in holding(desk.session)
    desk.trigger("undo")
    assert REDOABLE in holding(desk.session)
    desk.session.tool_settings.choose(ToolKind.HAND)
    assert CURSOR not in holding(desk.session)


def test_that_undo_is_named_after_its_step(desk):
    undo = spec_of("undo")
    assert undo.text_now(desk.session) == "&Undo"
    desk.click(60, 60)
    assert undo.text_now(desk.session) == "&Undo: Brush stroke"


@pytest.mark.parametrize(
    "name",
    ["show_mask", "show_layout", "show_origin", "show_candidates", "show_filmstrip", "live_preview", "skip_face"],
)
def test_that_a_switch_goes_to_the_other_side_and_back(desk, name):
    spec = spec_of(name)
    before = spec.checked(desk.session)
    spec.do(desk.session, None)
    assert spec.checked(desk.session) is not before
    spec.do(desk.session, None)
    assert spec.checked(desk.session) is before


def test_that_one_tool_and_one_view_are_checked_at_a_time(desk):
    for spec in ACTIONS:
        if spec.name.startswith("tool_"):
            spec.do(desk.session, None)
            checked = [one.name for one in ACTIONS if one.name.startswith("tool_") and one.checked(desk.session)]
            assert checked == [spec.name]
    views = [one.name for one in ACTIONS if one.name.startswith("view_") and one.checked(desk.session)]
    assert views == ["view_original"]


def test_that_a_tool_of_the_mask_shows_the_mask_and_one_of_the_layout_the_layout(desk):
    view = desk.session.view
    view.show_mask(shown=False)
    view.show_layout(shown=False)
    desk.trigger("tool_lasso")
    assert (view.mask_is_shown, view.layout_is_shown) == (True, False)
    view.show_mask(shown=False)
    desk.trigger("tool_fill")
    assert (view.mask_is_shown, view.layout_is_shown) == (False, True)


def test_that_an_action_acts_on_the_session_or_on_the_window_and_on_one_of_them():
    with pytest.raises(ValueError, match="one of them"):
        ActionSpec(name="idle", text="&Idle", menu="&File")
    with pytest.raises(ValueError, match="one of them"):
        ActionSpec(name="both", text="&Both", menu="&File", run=lambda session: 0, on_window=lambda window: 0)


def test_that_a_result_hides_the_overlays_and_an_edit_shows_its_own_again(desk):
    view = desk.session.view
    desk.click(120, 100)
    desk.generate()
    desk.wait_idle()
    assert view.mode is ViewMode.COMPARE
    assert (view.mask_is_shown, view.layout_is_shown) == (False, False)
    assert view.shows_candidates
    desk.click(60, 60)
    assert (view.mask_is_shown, view.layout_is_shown) == (True, False)


def shown(desk):
    return desk.session.view.mask_is_shown, desk.session.view.layout_is_shown


def test_that_the_original_shows_the_mask_again_and_compare_and_result_hide_it(desk):
    desk.click(120, 100)
    desk.generate()
    desk.wait_idle()
    for mode, expected in (("original", True), ("result", False), ("compare", False), ("original", True)):
        desk.trigger(f"view_{mode}")
        assert shown(desk) == (expected, expected)
    # what was put away there stays away, and comes back with the next edit
    desk.trigger("show_mask")
    desk.trigger("view_result")
    desk.trigger("show_layout")
    desk.trigger("view_original")
    assert shown(desk) == (False, True)
    desk.trigger("view_result")
    assert shown(desk) == (False, True)
    desk.trigger("view_original")
    desk.click(60, 60)
    assert shown(desk) == (True, True)


def test_that_a_reopened_project_shows_its_mask_over_the_original(desk, tmp_path, other):
    desk.click(120, 100)
    desk.generate()
    desk.wait_idle()
    desk.dialogs.path = tmp_path / "a.facerestore"
    desk.run("save_project")
    desk.open(other)
    desk.open_project(tmp_path / "a.facerestore")
    assert shown(desk) == (False, False)
    desk.trigger("view_original")
    assert shown(desk) == (True, True)


def test_that_steps_undone_and_redone_in_the_result_leave_the_view_as_it_was(desk):
    desk.click(120, 100)
    desk.click(60, 60)
    desk.run("predict_layout")
    desk.generate()
    desk.wait_idle()
    desk.trigger("view_result")
    steps = 0
    while desk.document.undo_label is not None:
        desk.trigger("undo")
        steps += 1
    assert shown(desk)[0]
    for _ in range(steps):
        desk.trigger("redo")
    assert shown(desk) == (False, False)
    # and an edit that is undone at once
    desk.click(180, 60)
    assert shown(desk) == (True, False)
    desk.trigger("undo")
    assert shown(desk) == (False, False)


def test_that_another_photo_is_shown_as_it_is_with_both_overlays_and_without_candidates(desk, other):
    view = desk.session.view
    desk.click(120, 100)
    desk.generate()
    desk.wait_idle()
    view.show_origin(shown=True)
    desk.open(other)
    assert view.mode is ViewMode.ORIGINAL
    assert (view.mask_is_shown, view.layout_is_shown, view.shows_origin) == (True, True, False)
    assert not view.shows_candidates


def test_that_without_a_result_there_is_only_the_original(desk):
    desk.session.view.set_mode(ViewMode.SIDES)
    assert desk.session.view.mode is ViewMode.ORIGINAL


def test_that_a_whole_restoration_needs_no_window(desk, tmp_path):
    desk.stroke((100, 80), (140, 120))
    desk.run("predict_layout")
    desk.generate(3)
    desk.wait_idle()
    result = desk.document.result
    keep = ~desk.project.mask().restore
    assert result.seed == 3
    assert (result.restoration.photo.pixels[keep] == desk.project.photo.pixels[keep]).all()
    assert not np.array_equal(result.restoration.photo.pixels, desk.project.photo.pixels)
    desk.dialogs.path = tmp_path / "restored.png"
    desk.run("save_as")
    assert (tmp_path / "restored.png").exists()
    assert desk.message.title == "Saved"


@pytest.mark.parametrize(("wanted", "kept"), [(-1, 0), (7, 7), (2**40, 2**31 - 1)])
def test_that_a_seed_is_kept_within_what_the_panel_can_show(desk, wanted, kept):
    desk.session.restore_settings.set_seed(wanted)
    assert desk.session.restore_settings.seed == kept


def test_that_changes_are_told_once_there_is_something_new_to_do(desk):
    told = []
    desk.session.changed.connect(lambda: told.append(len(told)))
    desk.click(60, 60)
    assert told


def test_that_the_brush_follows_the_photo_until_a_person_chooses_its_size(open_session, portrait, other):
    session = open_session()
    settings = session.session.tool_settings
    session.open(portrait)
    first = settings.brush_diameter_px
    session.open(other)
    assert settings.brush_diameter_px < first
    settings.set_brush_diameter(31)
    session.open(portrait)
    assert settings.brush_diameter_px == 31


def test_that_undo_after_generate_names_what_was_asked_for(desk):
    desk.stroke((90, 90), (150, 90))
    desk.generate()
    desk.wait_idle()
    assert desk.session.undo_label == "Generate"
    desk.trigger("undo")
    desk.run("predict_layout")
    assert desk.session.undo_label == "Predict layout"


def test_that_a_filmstrip_of_another_folder_is_put_away_when_a_photo_elsewhere_is_opened(desk, portrait, tmp_path):
    beside, elsewhere = portrait.with_name("beside.png"), tmp_path / "elsewhere" / "far.png"
    elsewhere.parent.mkdir()
    for path in (beside, elsewhere):
        path.write_bytes(portrait.read_bytes())
    session = desk.session
    session.photos.list_photos([portrait])
    session.view.show_filmstrip(shown=True)
    desk.open(beside)
    assert session.view.shows_filmstrip
    assert session.photos.paths == (portrait,)
    desk.open(elsewhere)
    assert not session.view.shows_filmstrip
    assert session.photos.paths == ()
    assert not session.photos.can_go(1)
