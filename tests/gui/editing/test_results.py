"""Candidates, parts taken from them, strength, views of a result, and the results so far, in the real window."""

import fake_restorer
import numpy as np
import pytest
from drivers import Driver, begin_anew, close_window, new_window
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facerestore.values.candidate_mix import LEFT_EYE, RIGHT_EYE, part_region
from facerestore_gui.document.view_state import ViewMode

pytestmark = pytest.mark.gui


@pytest.fixture(scope="module")
def by_seed(qapp):
    """A window whose candidates differ by seed, with one worker for all."""
    window = new_window("BySeed")
    yield window
    close_window(window)


@pytest.fixture
def painted(qtbot, by_seed, portrait):
    """The window with a hole over most of the face, and a first result of seed 0."""
    driver = Driver(qtbot, by_seed)
    begin_anew(driver, portrait)
    picks(driver).choose_part("Whole face")
    driver.session.tool_settings.set_brush_diameter(110)
    driver.stroke((120, 90), (120, 120))
    driver.generate(seed=0)
    settle(driver)
    return driver


def settle(driver):
    """Wait until no task is under way, and none follows."""
    driver.wait(lambda: not driver.session.runner.is_busy and not driver.session.restore_tasks.following.is_planned)


def restored(driver):
    return driver.document.result.restoration.photo.pixels.copy()


def picks(driver):
    return driver.session.results.selection


def more(driver, count=2):
    driver.window.candidates_bar._count.setValue(count)
    driver.trigger("more_candidates")
    settle(driver)


def test_that_candidates_come_one_after_the_other_and_are_shown_as_they_come(painted):
    seen = []
    painted.session.restore_tasks.candidates_changed.connect(
        lambda: seen.append(painted.window.candidates_bar._list.count())
    )
    before = restored(painted)
    more(painted, 3)
    assert picks(painted).seeds == (0, 1, 2, 3)
    assert {2, 3, 4} <= set(seen)
    assert (restored(painted) == before).all()
    assert painted.document.result_is_current


def test_that_a_part_is_taken_from_another_candidate_undone_and_redone(painted):
    more(painted)
    first = restored(painted)
    mask = painted.project.mask().restore
    picks(painted).take_in_hand(2)
    picks(painted).choose_part("Mouth")
    painted.trigger("use_candidate")
    settle(painted)
    mixed = restored(painted)
    work = painted.document.work
    assert work.choice.seeds == (0, 2)
    assert work.choice.region_of(2).sum() == part_region(work.layout, "Mouth").sum()
    changed = (mixed != first).any(axis=2)
    assert changed.any()
    assert not changed[~mask].any()
    assert painted.document.result_is_current
    assert "seeds 0, 2" in painted.document.result.restoration.notes[0]
    painted.trigger("undo")
    settle(painted)
    assert (restored(painted) == first).all()
    assert painted.document.result_is_current
    painted.trigger("redo")
    settle(painted)
    assert (restored(painted) == mixed).all()


def test_that_the_candidate_brush_takes_what_it_goes_over_and_shift_click_a_whole_part(painted):
    more(painted)
    painted.trigger("tool_choose")
    picks(painted).take_in_hand(1)
    painted.session.tool_settings.set_brush_diameter(20)
    painted.stroke((110, 90), (130, 90))
    settle(painted)
    choice = painted.document.work.choice
    x, y = painted.document.work.alignment.to_crop(np.array([[120.0, 90.0]]))[0].astype(int)
    assert choice.region_of(1)[y, x]
    assert choice.region_of(1).mean() < 0.2
    eye = painted.document.work.face.points_photo[0]
    picks(painted).take_in_hand(2)
    painted.stroke(tuple(eye), keys=Qt.KeyboardModifier.ShiftModifier)
    settle(painted)
    layout, taken = painted.document.work.layout, painted.document.work.choice.region_of(2)
    assert (taken == part_region(layout, LEFT_EYE)).all()
    assert not taken[part_region(layout, RIGHT_EYE)].any()
    for _ in range(2):
        painted.trigger("undo")
    settle(painted)
    assert painted.document.work.choice is None


def test_that_strength_zero_leaves_the_photo_and_a_drag_is_one_step(painted):
    slider = painted.window.candidates_bar.strength
    source = painted.project.photo.pixels
    full = restored(painted)
    slider.pressed.emit()
    for share in (0.7, 0.4, 0.5):
        slider.set_share(share)
    slider.released.emit()
    settle(painted)
    half = restored(painted).astype(int)
    inside = painted.document.result.restoration.repaired.generated
    assert np.abs(half - (full.astype(int) + source) / 2)[inside].max() <= 1
    painted.trigger("undo")
    settle(painted)
    assert (restored(painted) == full).all()
    slider.set_share(0.0)
    settle(painted)
    crop = painted.document.work.alignment.box_photo(painted.project.photo.extent)
    assert (restored(painted) == source)[crop.slices].all()
    assert not painted.document.result.restoration.repaired.generated.any()


def test_that_generating_keeps_a_mix_and_offers_the_new_seed(painted):
    more(painted)
    picks(painted).take_in_hand(1)
    picks(painted).choose_part("Eyes")
    painted.trigger("use_candidate")
    settle(painted)
    mixed = restored(painted)
    painted.generate(seed=9)
    settle(painted)
    assert painted.message.title == "Your choice stays"
    assert painted.document.work.choice.seeds == (0, 1)
    assert 9 in picks(painted).seeds
    assert (restored(painted) == mixed).mean() > 0.9  # the grain is of the new seed
    painted.message.choices[0][1]()
    settle(painted)
    assert painted.document.work.choice.seeds == (9,)


def test_that_a_mix_made_anew_says_which_numbers_its_candidates_have_now(painted):
    more(painted, 4)
    for seed, part in ((2, "Mouth"), (4, "Eyes")):
        picks(painted).take_in_hand(seed)
        picks(painted).choose_part(part)
        painted.trigger("use_candidate")
        settle(painted)
    assert (picks(painted).seeds, painted.document.work.choice.seeds) == ((0, 1, 2, 3, 4), (0, 2, 4))
    painted.generate(seed=0)
    settle(painted)
    assert painted.message is None or painted.message.title != "Candidates have other numbers"
    painted.trigger("tool_brush")
    painted.click(60, 160)
    painted.generate(seed=0)
    settle(painted)
    assert picks(painted).seeds == (0, 2, 4)
    assert painted.message.title == "Candidates have other numbers"
    assert "1, 3, 5" in painted.message.text
    assert "1, 2, 3" in painted.message.text


def test_that_the_candidate_in_use_is_in_hand_once_it_is_made_or_used_and_again_after_undo(painted):
    assert picks(painted).seed == 0
    painted.generate(seed=7)
    settle(painted)
    assert picks(painted).choice.seeds == (7,)
    assert picks(painted).seed == 7
    more(painted)
    assert picks(painted).seed == 7
    other = next(seed for seed in picks(painted).seeds if seed != 7)
    picks(painted).take_in_hand(other)
    painted.trigger("use_candidate")
    settle(painted)
    assert picks(painted).seed == other
    painted.trigger("undo")
    settle(painted)
    assert picks(painted).seed == 7


def test_that_a_candidate_that_is_used_for_a_part_stays_in_hand(painted):
    more(painted)
    picks(painted).take_in_hand(2)
    picks(painted).choose_part("Mouth")
    painted.trigger("use_candidate")
    settle(painted)
    assert picks(painted).choice.main_seed == 0
    assert picks(painted).seed == 2


def test_that_an_edit_of_the_mask_makes_the_chosen_candidates_anew(painted):
    more(painted)
    picks(painted).take_in_hand(1)
    picks(painted).choose_part("Eyes")
    painted.trigger("use_candidate")
    settle(painted)
    before = painted.session.restore_tasks.candidate_set
    painted.trigger("tool_brush")
    painted.click(60, 160)
    assert not painted.document.result_is_current
    painted.generate(seed=0)
    settle(painted)
    assert painted.session.restore_tasks.candidate_set is not before
    assert set(picks(painted).seeds) == {0, 1}
    assert painted.document.work.choice.seeds == (0, 1)
    assert painted.document.result_is_current


def test_that_one_can_return_to_an_earlier_result(painted):
    first = restored(painted)
    painted.generate(seed=4)
    settle(painted)
    second = restored(painted)
    assert (first != second).any()
    kept = painted.session.results.kept
    assert [one.seed for one in kept.results] == [0, 4]
    painted.session.restore_tasks.go_back(kept.results[0])
    settle(painted)
    assert (restored(painted) == first).all()
    assert painted.document.result_is_current
    assert kept.shown == 0
    assert len(kept.results) == 2


def test_that_results_beyond_the_limit_are_forgotten_but_never_the_one_in_sight(painted, monkeypatch):
    monkeypatch.setattr("facerestore_gui.document.kept_results.MOST_RESULTS", 3)
    for seed in range(1, 6):
        painted.generate(seed=seed)
        settle(painted)
    kept = painted.session.results.kept
    assert [one.seed for one in kept.results] == [3, 4, 5]
    assert kept.shown == 2


def test_that_the_views_show_what_they_say(painted):
    painted.trigger("view_difference")
    background = painted.pixel(10, 10)
    assert background == (0, 0, 0)
    assert max(painted.pixel(120, 100)) > 0
    painted.trigger("view_sides")
    companion = painted.window.companion
    assert companion.isVisible()
    assert companion.transform().m11() == painted.window.canvas.transform().m11()
    painted.window.canvas.zoom_to(3.0)
    assert companion.transform().m11() == painted.window.canvas.transform().m11()
    painted.trigger("view_result")
    assert not companion.isVisible()
    plain = painted.pixel(120, 100)
    painted.trigger("show_origin")
    assert painted.pixel(120, 100) != plain
    QTest.keyPress(painted.window.canvas, Qt.Key.Key_Tab)
    held = painted.pixel(120, 100)
    QTest.keyRelease(painted.window.canvas, Qt.Key.Key_Tab)
    assert held == pytest.approx(tuple(painted.project.photo.pixels[100, 120]), abs=2)


def test_that_a_new_result_of_a_pick_leaves_the_view_as_it_is(painted):
    more(painted)
    painted.trigger("view_result")
    picks(painted).take_in_hand(1)
    painted.trigger("use_candidate")
    settle(painted)
    assert painted.session.view.mode is ViewMode.RESULT


@pytest.fixture
def mixed_project(painted, tmp_path):
    """A result of two of three candidates, saved as a project and opened again."""
    more(painted)
    picks(painted).take_in_hand(2)
    picks(painted).choose_part("Nose")
    painted.trigger("use_candidate")
    settle(painted)
    before = restored(painted)
    painted.dialogs.path = tmp_path / "work.facerestore"
    painted.run("save_project")
    return painted, before


def jobs_of(driver):
    """What the worker is asked from now on."""
    asked = []
    driver.session.worker.happened.connect(asked.append)
    return asked


def test_that_a_project_keeps_all_candidates_and_another_is_used_without_making_it(mixed_project, tmp_path):
    driver, before = mixed_project
    driver.session.files.open_file(tmp_path / "work.facerestore")
    settle(driver)
    assert driver.document.work.choice.seeds == (0, 2)
    assert (restored(driver) == before).all()
    assert picks(driver).seeds == (0, 1, 2)
    assert driver.window.candidates_bar._list.count() == 3
    asked = jobs_of(driver)
    picks(driver).take_in_hand(1)
    driver.trigger("use_candidate")
    settle(driver)
    assert driver.document.work.choice.seeds == (0, 1)
    assert (restored(driver) != before).any()
    assert driver.document.result_is_current
    assert asked == []


def test_that_a_project_without_candidates_makes_them_again_when_they_are_needed(mixed_project, tmp_path, monkeypatch):
    driver, before = mixed_project
    monkeypatch.setattr("facerestore_gui.document.result.Result.others_now", lambda result: ())
    driver.dialogs.path = tmp_path / "older.facerestore"
    driver.run("save_project_as")
    driver.session.files.open_file(tmp_path / "older.facerestore")
    settle(driver)
    assert (restored(driver) == before).all()
    assert picks(driver).seeds == ()
    driver.window.candidates_bar.strength.set_share(0.5)
    settle(driver)
    assert set(picks(driver).seeds) == {0, 2}
    assert (restored(driver) != before).any()


def test_that_generating_the_result_in_sight_again_says_so_and_offers_another_seed(painted):
    asked, before = jobs_of(painted), painted.document.result
    painted.generate(seed=0)
    settle(painted)
    assert painted.message.title == "This is the result"
    assert (asked, painted.document.result) == ([], before)
    assert len(painted.session.results.kept.results) == 1
    ((text, go_on),) = painted.message.choices
    go_on()
    settle(painted)
    assert text == "Generate with seed 1"
    assert (painted.document.result.seed, painted.session.restore_settings.seed) == (1, 1)


def test_that_a_result_that_follows_a_choice_is_not_called_old_and_a_mix_says_what_it_is_made_of(painted):
    more(painted)
    state = painted.window.column.panels["restore"]._state
    said = []
    painted.session.runner.progressed.connect(lambda *_: said.append(state.text()))
    picks(painted).take_in_hand(2)
    picks(painted).choose_part("Nose")
    painted.trigger("use_candidate")
    said.append(state.text())
    settle(painted)
    assert set(said) == {"Putting together what you chose ..."}
    assert state.text().startswith("Mix of 0, 2, made in ")
    painted.session.tool_settings.set_brush_diameter(20)
    painted.stroke((60, 60), (70, 60))
    assert "changed since" in state.text()


def test_that_a_candidate_that_was_made_already_is_used_without_making_it_again(painted):
    more(painted)
    asked = jobs_of(painted)
    picks(painted).take_in_hand(2)
    painted.trigger("use_candidate")
    settle(painted)
    assert painted.document.work.choice.seeds == (2,)
    assert asked == []


def test_that_cancelling_keeps_the_candidates_made_so_far_and_takes_less_than_a_second(painted):
    quick = fake_restorer.SEED_SLOW - 1
    painted.session.restore_tasks.generate_more(quick, 2)
    painted.wait(lambda: quick in picks(painted).seeds)
    with painted.qtbot.waitSignal(painted.session.runner.ended, timeout=1000):
        painted.trigger("cancel")
    assert picks(painted).seeds == (0, quick)


def test_that_too_little_memory_for_a_result_is_said_and_loses_nothing(painted, monkeypatch):
    def refuse(*arguments, **keywords):
        raise MemoryError

    monkeypatch.setattr("facerestore.restoration.recipe.composite", refuse)
    before = painted.document.result
    painted.generate(seed=3)
    settle(painted)
    assert painted.message.title == "There is not enough memory"
    assert "megapixels" in painted.message.text
    assert painted.document.result is before
    key = painted.document.work.alignment.key
    assert painted.session.restore_tasks.candidate_set.has(key, 3)
