"""The batch window: a folder restored in processes of its own while the person goes on working."""

import json
import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from facerestore.batch.ledger import NAME, Ledger
from facerestore.batch.names import DEFAULT_PATTERN
from facerestore.batch.outcomes import State
from facerestore.documents.kept_projects import own_place
from facerestore.documents.project_file import write_project
from facerestore.documents.saved_project import Original, SavedProject
from facerestore.files.provenance import file_hash
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_mask, write_photo
from facerestore.jobs.worker import WorkerSettings
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.review import Verdict
from facerestore_gui.dialogs.batch import BatchWindow
from facerestore_gui.files.batch_control import BatchControl
from facerestore_gui.files.batch_rows import BatchRow, BatchState

pytestmark = [pytest.mark.gui, pytest.mark.slow]

HALF = Mask.from_bool(np.tile(np.arange(32) < 16, (24, 1)))


@pytest.fixture
def folder(tmp_path):
    """Three photos with masks, one without, and a file that is none."""
    photos = tmp_path / "in"
    photos.mkdir()
    for number, name in enumerate(("a", "b", "c", "without")):
        write_photo(Photo(np.full((24, 32, 3), 150 + number, np.uint8)), photos / f"{name}.png")
        if name != "without":
            write_mask(HALF, photos / f"{name}_mask.png")
    (photos / "broken.png").write_bytes(b"nothing")
    write_mask(HALF, photos / "broken_mask.png")
    return photos


@pytest.fixture
def desk(driver, folder):
    """The batch window of a window with a photo, and the folder in it."""
    driver.trigger("batch")
    batch = driver.window.findChild(BatchWindow)
    batch.photos.set(folder)
    batch.names.setText(DEFAULT_PATTERN.text)
    batch.restorers.choose("semantic")
    return batch


def states(driver):
    return {row.photo.name: row.state for row in driver.session.batch.rows}


def finish(driver):
    driver.wait(lambda: driver.session.batch.state is BatchState.READY)


def words(batch, row, column):
    return batch.table.model().index(row, column).data()


def test_that_a_folder_is_listed_restored_and_reported(driver, desk, folder):
    assert desk.results.text == str(folder.with_name("in_restored"))
    desk.look.click()
    finish(driver)
    assert states(driver) == {
        "a.png": "waiting",
        "b.png": "waiting",
        "broken.png": "waiting",
        "c.png": "waiting",
        "without.png": "skipped",
    }
    assert not folder.with_name("in_restored").exists()
    # what is skipped is no part of what there is to do
    assert (driver.session.batch.to_do, driver.session.batch.done) == (4, 0)
    desk.start.click()
    finish(driver)
    assert states(driver) == {
        "a.png": "restored",
        "b.png": "restored",
        "broken.png": "failed",
        "c.png": "restored",
        "without.png": "skipped",
    }
    results = folder.with_name("in_restored")
    assert sorted(path.name for path in results.glob("*.png")) == ["a_restored.png", "b_restored.png", "c_restored.png"]
    assert (results / NAME).is_file()
    assert driver.session.batch.page.is_file()
    assert desk.report.isEnabled()
    assert words(desk, 0, 1) == "Restored"
    assert desk.table.model().index(0, 0).data(Qt.ItemDataRole.DecorationRole) is not None
    assert "picture" in words(desk, 2, 4)
    assert desk._says.text() == "3 restored, 1 failed, 1 skipped, 0 not begun."


def test_that_with_both_folders_chosen_it_no_longer_asks_for_them(qtbot, folder):
    batch = BatchWindow(BatchControl(WorkerSettings()))
    qtbot.addWidget(batch)
    assert batch._says.text().startswith("Choose the folder")
    batch.photos.set(folder)
    assert batch._says.text() == "List the photos to see what would be done, or start."
    batch.results.set(None)
    assert batch._says.text().startswith("Choose the folder")


def test_that_of_two_projects_it_takes_the_one_that_the_window_opens_and_says_so(driver, desk, folder):
    photo = read_photo(folder / "a.png")
    rows = {"a.facerestore": slice(2, 5), "a.png.facerestore": slice(10, 14), "a (2).facerestore": slice(20, 22)}
    for written_s, (name, lines) in zip((1000, 3000, 2000), rows.items(), strict=True):
        coverage = np.zeros((24, 32), np.uint8)
        coverage[lines, 20:30] = 255
        write_project(SavedProject(Original.of(photo, file_hash(photo.path)), coverage), folder / name)
        os.utime(folder / name, (written_s, written_s))
    said = "The photo has 3 projects. The newest is used, a.png.facerestore, which the window opens, too."
    desk.look.click()
    finish(driver)
    assert words(desk, 0, 4) == said
    assert words(desk, 1, 4) == ""
    desk.start.click()
    driver.wait(lambda: driver.session.batch.page is not None)
    finish(driver)
    assert said in words(desk, 0, 4)
    restored = read_photo(folder.with_name("in_restored") / "a_restored.png").pixels
    driver.open_project(folder / "a.png")
    assert ((restored != photo.pixels).any(axis=2) <= (driver.project.coverage > 0)).all()
    assert driver.project.coverage[12, 25]


def test_that_a_project_that_could_not_be_written_beside_its_photo_is_taken(open_window, qtbot, folder, tmp_path):
    photo = read_photo(folder / "without.png")
    coverage = np.zeros((24, 32), np.uint8)
    coverage[2:5, 20:30] = 255
    place = own_place(photo.path, tmp_path / "projects")
    place.parent.mkdir()
    write_project(SavedProject(Original.of(photo, file_hash(photo.path)), coverage), place)
    driver = open_window(projects=tmp_path / "projects")
    driver.trigger("batch")
    batch = driver.window.findChild(BatchWindow)
    batch.photos.set(folder)
    batch.look.click()
    finish(driver)
    assert states(driver)["without.png"] == "waiting"


def test_that_start_alone_lists_and_restores_and_a_second_time_does_nothing(driver, desk):
    desk.start.click()
    driver.wait(lambda: driver.session.batch.page is not None)
    desk.start.click()
    driver.wait(lambda: driver.session.batch.state is BatchState.RUNNING)
    finish(driver)
    assert words(desk, 0, 1) == "Done before"
    assert states(driver)["a.png"] == "restored"


def test_that_what_was_noted_of_a_result_is_told_again_where_it_was_done_before(driver, desk):
    desk.start.click()
    driver.wait(lambda: driver.session.batch.page is not None)
    noted = words(desk, 0, 4)
    assert noted
    desk.look.click()
    finish(driver)
    assert words(desk, 0, 4) == noted
    desk.start.click()
    driver.wait(lambda: driver.session.batch.state is BatchState.RUNNING)
    finish(driver)
    assert (words(desk, 0, 1), words(desk, 0, 4)) == ("Done before", noted)


def test_that_a_mask_saved_since_is_used_when_one_starts_again(driver, desk, folder):
    desk.start.click()
    driver.wait(lambda: driver.session.batch.page is not None)
    assert states(driver)["without.png"] == "skipped"
    write_mask(HALF, folder / "without_mask.png")
    desk.start.click()
    driver.wait(lambda: driver.session.batch.page is not None)
    assert states(driver)["without.png"] == "restored"


def test_that_the_person_goes_on_working_beside_it(driver, desk):
    desk.start.click()
    driver.wait(lambda: driver.session.batch.state is BatchState.RUNNING)
    driver.stroke((60, 60), (80, 80))
    driver.generate()
    driver.wait_idle()
    assert driver.document.result is not None
    finish(driver)
    assert states(driver)["c.png"] == "restored"


def test_that_a_batch_pauses_goes_on_and_stops(driver, desk, monkeypatch):
    batch = driver.session.batch
    desk.start.click()
    driver.wait(lambda: batch.state is BatchState.RUNNING)
    desk.hold.click()
    assert batch.state is BatchState.PAUSED
    assert batch.seconds_left is None
    assert desk.hold.text() == "Go &on"
    desk.hold.click()
    assert batch.state is BatchState.RUNNING
    desk.stop.click()
    finish(driver)
    done = {name for name, state in states(driver).items() if state == "restored"}
    desk.start.click()
    driver.wait(lambda: batch.state is BatchState.RUNNING)
    finish(driver)
    assert {name for name, state in states(driver).items() if state == "restored"} == {"a.png", "b.png", "c.png"} | done


def test_that_a_window_is_not_closed_over_a_batch_unasked(driver, desk):
    desk.start.click()
    driver.wait(lambda: driver.session.batch.state is BatchState.RUNNING)
    driver.dialogs.answer = "stay"
    assert not driver.window.close()
    assert driver.dialogs.asked
    finish(driver)


def test_that_a_batch_that_never_began_is_closed_as_often_as_one_likes(open_window):
    batch = open_window().session.batch
    batch.close()
    batch.close()


def test_that_a_folder_that_cannot_be_is_said_where_one_looks(driver, desk, folder, tmp_path):
    desk.photos.set(tmp_path / "nowhere")
    desk.look.click()
    driver.wait(lambda: driver.session.batch.state is BatchState.EMPTY)
    assert "There is no folder" in desk._says.text()
    assert driver.session.batch.rows == []


def test_that_a_row_opens_its_photo_in_the_editor(driver, desk, folder):
    desk.look.click()
    finish(driver)
    desk.table.activated.emit(desk.table.model().index(1, 0))
    driver.wait_idle()
    assert driver.project.photo.path == folder / "b.png"
    assert (driver.project.photo.pixels == read_photo(folder / "b.png").pixels).all()


def test_that_results_are_reviewed_by_keys_one_after_the_other(driver, desk, folder):
    desk.start.click()
    driver.wait(lambda: driver.session.batch.page is not None)
    assert [words(desk, row, 3) for row in range(5)] == ["Needs review", "Needs review", "", "Needs review", ""]
    desk.reviewer.setText("A. Archivist")
    desk.table.setCurrentIndex(desk.table.model().index(0, 0))
    driver.qtbot.keyClick(desk.table, Qt.Key.Key_A)
    driver.wait(lambda: words(desk, 0, 3) == "Accepted")
    assert desk.table.currentIndex().row() == 1
    desk.verdicts[Verdict.REJECTED].click()
    driver.wait(lambda: words(desk, 1, 3) == "Rejected")
    assert desk.table.currentIndex().row() == 3
    record = json.loads((folder.with_name("in_restored") / "a_restored.json").read_text())
    assert (record["review"]["verdict"], record["review"]["name"]) == ("accepted", "A. Archivist")
    desk.look.click()
    finish(driver)
    assert [words(desk, row, 3) for row in range(5)] == ["Accepted", "Rejected", "", "Needs review", ""]
    write_mask(Mask(np.roll(HALF.coverage, 2, axis=1)), folder / "a_mask.png", overwrite=True)
    desk.start.click()
    driver.wait(lambda: driver.session.batch.page is not None)
    assert words(desk, 0, 3) == "Needs review"
    assert words(desk, 1, 3) == "Rejected"


def test_that_results_are_called_as_asked_and_names_that_cannot_be_are_said(driver, desk, folder):
    desk.names.setText("{year}_{stem}")
    desk.start.click()
    assert "no field {year}" in desk._says.text()
    assert driver.session.batch.state is not BatchState.PLANNING
    assert not folder.with_name("in_restored").exists()
    desk.names.setText("{number}_{stem}")
    desk.start.click()
    driver.wait(lambda: driver.session.batch.page is not None)
    results = folder.with_name("in_restored")
    assert sorted(path.name for path in results.glob("*.png")) == ["0001_a.png", "0002_b.png", "0004_c.png"]


def test_that_several_ways_to_restore_give_rows_pictures_and_reviews_of_their_own(driver, desk, folder):
    desk.restorers.choose("semantic", "telea")
    assert desk.restorers.text() == "Faces by layout + Surroundings (Telea)"
    desk.start.click()
    driver.wait(lambda: driver.session.batch.page is not None)
    assert [words(desk, row, 0) for row in range(2)] == [
        "a.png \N{MIDDLE DOT} Faces by layout",
        "a.png \N{MIDDLE DOT} Surroundings (Telea)",
    ]
    assert all(desk.table.model().index(row, 0).data(Qt.ItemDataRole.DecorationRole) for row in range(2))
    desk.table.setCurrentIndex(desk.table.model().index(1, 0))
    driver.qtbot.keyClick(desk.table, Qt.Key.Key_A)
    driver.wait(lambda: words(desk, 1, 3) == "Accepted")
    assert words(desk, 0, 3) == "Needs review"
    assert sorted(path.name for path in folder.with_name("in_restored").glob("a*.png")) == [
        "a_restored_semantic.png",
        "a_restored_telea.png",
    ]
    desk.restorers.choose()
    assert not desk.start.isEnabled()


def test_that_pauses_do_not_count_for_the_time_that_is_left(qapp, monkeypatch):
    batch = BatchControl(WorkerSettings())
    clock = [100.0]
    monkeypatch.setattr("facerestore_gui.files.batch_control.time.monotonic", lambda: clock[0])
    batch.rows = [BatchRow(Path(f"{number}.png"), "waiting") for number in range(5)]
    batch.state, batch._began_s, batch._restored = BatchState.RUNNING, 100.0, 4
    for row in batch.rows[:4]:
        row.state = "restored"
    clock[0] = 140.0
    assert batch.seconds_left == pytest.approx(10.0)
    batch.pause(on=True)
    clock[0] = 1140.0
    assert batch.seconds_left is None
    batch.pause(on=False)
    assert batch.seconds_left == pytest.approx(10.0)


@pytest.fixture
def watching(driver, desk):
    """A folder that is watched: what was in it has been restored. Stopped in the end."""
    desk.watching.setChecked(True)
    desk.start.click()
    driver.wait(lambda: driver.session.batch.is_watching and states(driver).get("c.png") == "restored")
    driver.wait(lambda: not driver.session.batch.is_at_work)
    yield driver.session.batch
    desk.stop.click()
    finish(driver)
    desk.watching.setChecked(False)


def put(folder, name, level):
    write_mask(HALF, folder / f"{name}_mask.png")
    write_photo(Photo(np.full((24, 32, 3), level, np.uint8)), folder / f"{name}.png")


def test_that_a_watched_folder_tells_what_arrived_and_restores_it(driver, desk, folder, watching):
    assert desk._says.text() == "Watching. 0 arrived. 3 restored, 1 failed, 0 under way, 1 waiting."
    assert words(desk, 4, 1) == "Waits for its mask"
    assert desk.report.isEnabled()
    desk.table.setCurrentIndex(desk.table.model().index(2, 0))
    put(folder, "ab", 99)
    driver.wait(lambda: states(driver).get("ab.png") == "restored")
    assert "1 arrived. 4 restored" in desk._says.text()
    # the row in hand is the same photo, wherever the new one came
    assert [words(desk, row, 0) for row in range(3)] == ["a.png", "ab.png", "b.png"]
    assert words(desk, desk.table.currentIndex().row(), 0) == "broken.png"
    write_mask(HALF, folder / "without_mask.png")
    driver.wait(lambda: states(driver)["without.png"] == "restored")
    assert "1 arrived. 5 restored" in desk._says.text()


def test_that_a_watch_is_held_and_goes_on(driver, desk, folder, watching):
    desk.hold.click()
    put(folder, "later", 99)
    driver.wait(lambda: "later.png" in states(driver))
    assert desk._says.text().startswith("Paused; what arrives waits. 1 arrived.")
    driver.qtbot.wait(3000)  # longer than a file must rest
    assert states(driver)["later.png"] == "waiting"
    desk.hold.click()
    driver.wait(lambda: states(driver)["later.png"] == "restored")


def test_that_a_watched_folder_out_of_reach_is_said_and_gone_on_with(driver, desk, folder, watching):
    away = folder.with_name("away")
    folder.rename(away)
    driver.wait(lambda: "out of reach" in desk._note.text())
    assert desk._note.isVisible()
    away.rename(folder)
    driver.wait(lambda: "is back" in desk._note.text())
    put(folder, "after", 99)
    driver.wait(lambda: states(driver).get("after.png") == "restored")
    assert states(driver)["a.png"] == "restored"


def test_that_an_empty_folder_may_be_watched(driver, desk, folder, tmp_path):
    (tmp_path / "empty").mkdir()
    desk.photos.set(tmp_path / "empty")
    desk.watching.setChecked(True)
    desk.start.click()
    driver.wait(lambda: driver.session.batch.state is BatchState.RUNNING)
    put(tmp_path / "empty", "first", 99)
    driver.wait(lambda: states(driver).get("first.png") == "restored")
    desk.stop.click()
    finish(driver)
    desk.watching.setChecked(False)


def test_that_closing_asks_nothing_while_a_folder_is_only_watched_and_nothing_is_lost(open_window, folder):
    driver = open_window()
    driver.trigger("batch")
    desk = driver.window.findChild(BatchWindow)
    desk.photos.set(folder)
    desk.watching.setChecked(True)
    desk.start.click()
    batch = driver.session.batch
    driver.wait(lambda: batch.is_watching and states(driver).get("c.png") == "restored")
    driver.wait(lambda: not batch.is_at_work)
    desk.close()
    assert batch.state is BatchState.RUNNING
    put(folder, "later", 99)
    driver.wait(lambda: states(driver).get("later.png") == "restored")
    driver.wait(lambda: not batch.is_at_work)
    assert driver.window.close()
    assert not driver.dialogs.asked
    with Ledger.opened(folder.with_name("in_restored")) as ledger:
        assert sum(entry.state is State.RESTORED for entry in ledger.entries()) == 4
        ledger.begin_run({})  # and nobody is at it any more
