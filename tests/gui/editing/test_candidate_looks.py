"""Candidates that are looked at over the photo before one is used: by the pointer, by keys, side by side."""

import numpy as np
import pytest
from drivers import Driver, begin_anew, close_window, new_window
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facerestore.values.candidate_mix import LEFT_EYE
from facerestore_gui.document.view_state import ViewMode

pytestmark = pytest.mark.gui

INSIDE, OUTSIDE = (120.5, 100.5), (20.5, 20.5)
"""Places of the photo in the hole and beside it, in the middle of a pixel."""
ALONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="module")
def by_seed(qapp):
    """A window whose candidates differ by seed, with one worker for all."""
    window = new_window("BySeed")
    yield window
    close_window(window)


@pytest.fixture
def made(qtbot, by_seed, portrait):
    """The window with a hole over most of the face, a result of seed 0 and two more candidates, the result in sight."""
    driver = Driver(qtbot, by_seed)
    begin_anew(driver, portrait)
    driver.session.tool_settings.set_brush_diameter(60)
    driver.session.results.selection.choose_part("Whole face")
    driver.stroke((120, 85), (120, 130))
    driver.generate(seed=0)
    settle(driver)
    driver.window.candidates_bar._count.setValue(2)
    driver.trigger("more_candidates")
    settle(driver)
    driver.trigger("view_result")
    driver.window.canvas.setFocus()
    point_away(driver)
    return driver


def settle(driver):
    """Wait until no task is under way, and none follows."""
    driver.wait(lambda: not driver.session.runner.is_busy and not driver.session.restore_tasks.following.is_planned)


def looks(driver):
    return driver.session.results.looks


def strip(driver):
    return driver.window.candidates_bar._list


def place_of(driver, number):
    shown = strip(driver)
    return shown.visualItemRect(shown.item(number - 1)).center()


def point_at(driver, number):
    """As a mouse does; QTest's own moves reach no window that another one has come before."""
    viewport, none = strip(driver).viewport(), Qt.MouseButton.NoButton
    for place in (QPointF(viewport.rect().bottomRight()), QPointF(place_of(driver, number))):
        far = viewport.mapToGlobal(place)
        QApplication.sendEvent(viewport, QMouseEvent(QEvent.Type.MouseMove, place, far, none, none, ALONE))


def point_away(driver):
    QApplication.sendEvent(strip(driver).viewport(), QEvent(QEvent.Type.Leave))


def click(driver, number):
    QTest.mouseClick(strip(driver).viewport(), Qt.MouseButton.LeftButton, ALONE, place_of(driver, number))


def seen(driver):
    """What the canvas shows of the photo's pixels, where nothing but photo and result lies."""

    def is_whole():
        # to be painted is what makes it known that something is missing
        driver.pixel(*INSIDE)
        return driver.window.canvas_scene.photo.is_settled

    driver.wait(is_whole)
    return np.array(driver.pixel(*INSIDE), int), np.array(driver.pixel(*OUTSIDE), int)


def restored(driver):
    return driver.document.result.restoration.photo.pixels


def far(one, other):
    return np.abs(one - other).max() > 20


def test_that_pointing_at_a_candidate_shows_it_and_leaving_brings_back_what_was(made):
    before, outside = seen(made)
    result = made.document.result
    point_at(made, 3)
    shown, still = seen(made)
    assert far(shown, before)
    assert (still == outside).all()
    assert made.document.result is result
    assert made.session.undo_label != "Use candidate 2"
    point_away(made)
    assert (seen(made)[0] == before).all()


def test_that_what_is_looked_at_is_what_using_it_gives(made):
    point_at(made, 2)
    shown, _ = seen(made)
    click(made, 2)
    made.trigger("use_candidate")
    settle(made)
    assert not looks(made).shown()
    used, _ = seen(made)
    assert np.abs(shown - used).max() <= 6
    kept = ~made.project.mask().restore
    assert (restored(made)[kept] == made.project.photo.pixels[kept]).all()


def test_that_using_is_seen_at_once_and_is_one_step(made):
    before, _ = seen(made)
    steps = made.session.undo_label
    old = made.document.result
    looks(made).look_at(2)
    made.trigger("use_candidate")
    assert made.document.result is old
    assert made.session.undo_label == "Use candidate 2"
    assert far(seen(made)[0], before)
    made.trigger("undo")
    assert made.session.undo_label == steps
    assert (seen(made)[0] == before).all()
    settle(made)
    assert (seen(made)[0] == before).all()


def test_that_a_second_choice_overtakes_the_result_under_way(made):
    for seed, part in ((1, "Mouth"), (2, LEFT_EYE)):
        made.session.results.selection.choose_part(part)
        looks(made).look_at(seed)
        made.trigger("use_candidate")
    settle(made)
    assert set(made.document.result.choices[made.document.work.alignment.key].seeds) == {0, 1, 2}
    assert len(made.session.results.kept.results) == 2


def test_that_a_mouth_and_an_eye_take_three_actions_each_without_waiting(made):
    chips = made.window.candidates_bar.parts.buttons
    for number, part in ((3, "Mouth"), (2, "Eyes")):
        chips[part].click()
        click(made, number)
        made.trigger("use_candidate")
    work = made.document.work
    mouth = chips["Mouth"].accessibleName(), chips["Eyes"].accessibleName(), chips["Nose"].accessibleName()
    assert mouth == ("Mouth: from candidate 3", "Eyes: from candidate 2", "Nose: from candidate 1")
    assert set(work.choice.seeds) == {0, 1, 2}
    selection = made.session.results.selection
    for part, used in (("Mouth", 2), ("Eyes", 1), ("Nose", 0)):
        chips[part].click()
        assert [seed for seed in selection.seeds if selection.is_used(seed)] == [used], part
    settle(made)
    assert made.session.view.mode is ViewMode.RESULT


def test_that_a_part_of_which_nothing_is_restored_is_no_choice(made):
    chips = made.window.candidates_bar.parts.buttons
    assert chips["Whole face"].isVisible()
    assert chips["Nose"].isVisible()
    assert chips[LEFT_EYE].isVisible()
    assert not chips["Clothes and background"].isVisible()


def test_that_thumbnails_are_cut_to_what_is_restored_and_numbered_in_the_candidates_colours(made):
    items = [strip(made).item(row) for row in range(3)]
    pictures = [item.icon().pixmap(76, 76).toImage() for item in items]
    corners = [picture.pixelColor(3, 3).name() for picture in pictures]
    assert corners == ["#0072b2", "#e69f00", "#009e73"]
    assert items[1].toolTip() == "Candidate 2, seed 1"
    entry = next(made.window.candidates_bar._entries(looks(made)._selection.choice))
    left, top, side = entry.square
    hole = looks(made).restored
    assert side < hole.shape[0]
    inside = hole[top : top + side, left : left + side]
    assert inside.sum() == hole.sum()
    assert max(np.ptp(np.nonzero(hole)[0]), np.ptp(np.nonzero(hole)[1])) > 0.7 * side


def test_that_digits_arrows_and_the_key_for_two_step_through_candidates_over_the_photo(made):
    made.key(Qt.Key.Key_Period)
    assert looks(made).pinned == 1
    made.key(Qt.Key.Key_Right)
    assert looks(made).pinned == 2
    made.key(Qt.Key.Key_Right)
    assert looks(made).pinned == 0
    made.key(Qt.Key.Key_3)
    assert looks(made).pinned == 2
    made.key(Qt.Key.Key_Semicolon)
    assert looks(made).pinned == 0
    made.key(Qt.Key.Key_Semicolon)
    assert looks(made).pinned == 2
    made.key(Qt.Key.Key_Left)
    assert looks(made).pinned == 1
    face_class = made.session.tool_settings.face_class
    made.key(Qt.Key.Key_Escape)
    assert looks(made).pinned is None
    assert made.session.tool_settings.face_class == face_class
    made.key(Qt.Key.Key_3)
    assert made.session.tool_settings.face_class != face_class or face_class == 3


def test_that_the_strip_takes_digits_and_arrows_itself(made):
    strip(made).setFocus()
    QTest.keyClick(strip(made), Qt.Key.Key_2)
    assert looks(made).pinned == 1
    QTest.keyClick(strip(made), Qt.Key.Key_Right)
    assert looks(made).pinned == 2


def test_that_a_stroke_on_the_photo_or_another_view_ends_the_look(made):
    looks(made).look_at(1)
    made.stroke((60, 160), (64, 160))
    assert looks(made).pinned is None
    assert not made.session.view.is_looking
    looks(made).look_at(1)
    made.trigger("view_original")
    assert looks(made).pinned is None


def test_that_in_a_comparison_the_candidate_is_seen_whole_and_the_divider_comes_back(made):
    made.trigger("view_compare")
    left_half = (105.5, 100.5)
    original = made.pixel(*left_half)
    looks(made).look_at(2)
    assert not made.session.view.is_comparing
    assert made.pixel(*left_half) != original
    looks(made).leave()
    assert made.session.view.is_comparing
    assert made.pixel(*left_half) == original


def test_that_the_bar_over_the_photo_names_what_is_seen_and_uses_it(made):
    bar = made.window.look_bar
    looks(made).look_at(2)
    made.session.results.selection.choose_part("Mouth")
    assert bar.isVisible()
    assert "seed 2, for: Mouth" in bar._text.text()
    use, flip, back = bar._buttons
    assert use.isVisible()
    assert flip.isEnabled()
    back.click()
    assert not bar.isVisible()
    looks(made).look_at(2)
    use.click()
    assert not bar.isVisible()
    assert made.document.work.choice.seeds == (0, 2)
    point_at(made, 2)
    assert bar.isVisible()
    assert not use.isVisible()


def test_that_side_by_side_a_click_takes_in_hand_keys_work_and_enter_uses(made):
    grid = made.window.candidate_grid
    made.trigger("candidate_grid")
    made.wait(grid.isVisible)
    assert grid.hasFocus()
    cells = grid.cells()
    assert len(cells) == 3
    made.wait(lambda: not grid._later.is_waiting)
    picture = grid.grab().toImage()
    centres = [picture.pixelColor(cell.center().toPoint()).getRgb()[:3] for cell in cells]
    assert len(set(centres)) == 3
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, ALONE, cells[2].center().toPoint())
    assert made.session.results.selection.seed == 2
    QTest.keyClick(grid, Qt.Key.Key_2)
    assert made.session.results.selection.seed == 1
    QTest.keyClick(grid, Qt.Key.Key_Left)
    assert made.session.results.selection.seed == 0
    QTest.keyClick(grid, Qt.Key.Key_3)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert made.document.work.choice.seeds == (2,)
    assert grid.isVisible()
    settle(made)
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    assert not grid.isVisible()
    assert made.window.canvas.hasFocus()


def test_that_the_grid_shows_one_place_at_one_zoom_in_every_cell(made):
    grid = made.window.candidate_grid
    made.trigger("candidate_grid")
    made.wait(grid.isVisible)
    scale, centre = grid._scale, QPointF(grid._centre)
    start = grid.cells()[1].center().toPoint()
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, ALONE, start)
    QTest.mouseMove(grid, start + QPoint(30, 0))
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, ALONE, start + QPoint(30, 0))
    assert grid._centre.x() == pytest.approx(centre.x() - 30 / scale)
    assert made.session.results.selection.seed == 0
    made.trigger("view_result")
    assert not grid.isVisible()


def test_that_candidates_of_a_saved_project_are_looked_at_too(made, tmp_path):
    looks(made).look_at(1)
    made.session.results.selection.choose_part("Mouth")
    made.trigger("use_candidate")
    settle(made)
    made.dialogs.path = tmp_path / "work.facerestore"
    made.run("save_project")
    made.open_project(tmp_path / "work.facerestore")
    settle(made)
    made.trigger("view_result")
    made.session.results.selection.choose_part("Whole face")
    before, _ = seen(made)
    looks(made).look_at(2)
    made.wait(lambda: bool(looks(made).shown()))
    assert far(seen(made)[0], before)
