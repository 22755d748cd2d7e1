"""The project of a photo is kept by itself, found again from everywhere, and no question is asked."""

import os
import shutil
from datetime import timedelta

import numpy as np
import pytest
from drivers import new_session
from left_journals import in_the_journal, killed

from facerestore.documents.abandoned_journals import abandoned_journals, discarded_journals, put_aside
from facerestore.documents.earlier_versions import earlier_versions
from facerestore.documents.project_file import read_project
from facerestore.files.writing import write_photo
from facerestore.values.photo import Photo
from facerestore_gui.files.project_keeping import KeepState

pytestmark = pytest.mark.gui


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    """Nobody waits for three seconds."""
    monkeypatch.setattr("facerestore_gui.files.project_keeping._PAUSE_S", 0.05)


@pytest.fixture
def own(tmp_path):
    """The program's own folder of projects; it is made when it is needed."""
    return tmp_path / "own"


@pytest.fixture
def keeper(open_session, own, portrait):
    """A session that keeps projects, with the portrait open."""
    keeper = open_session(projects=own)
    keeper.session.files.open_file(portrait)
    keeper.wait_idle()
    return keeper


def wait_kept(driver):
    driver.wait(lambda: driver.session.keeping.state is KeepState.KEPT)


def opened(driver, path):
    driver.session.files.open_file(path)
    driver.wait(lambda: driver.session.document.project is not None and driver.project.photo.path == path)
    driver.wait_idle()


def test_that_a_photo_that_is_only_looked_at_leaves_nothing(keeper, portrait, other, own):
    opened(keeper, other)
    assert not list(portrait.parent.glob("*.facerestore"))
    assert not own.exists()


def test_that_what_is_done_is_in_the_project_beside_the_photo_a_moment_later(keeper, portrait):
    keeper.click(60, 60)
    assert keeper.document.unsaved_parts()
    wait_kept(keeper)
    place = portrait.with_suffix(".facerestore")
    assert keeper.document.project_file == place
    assert keeper.document.unsaved_parts() == []
    assert (read_project(place)[0].coverage == keeper.project.coverage).all()
    keeper.click(150, 60)
    wait_kept(keeper)
    assert (read_project(place)[0].coverage == keeper.project.coverage).all()
    # what it wrote itself is no version
    assert earlier_versions(place) == []


def test_that_a_result_that_was_put_away_is_gone_from_the_project(keeper, portrait, other):
    keeper.click(100, 80)
    keeper.generate()
    keeper.wait_idle()
    while not keeper.document.mask_is_empty:
        keeper.trigger("undo")
    wait_kept(keeper)
    keeper.trigger("generate")
    assert keeper.document.result is None
    keeper.session.files.open_file(other)
    keeper.wait_idle()
    keeper.session.files.open_file(portrait)
    keeper.wait_idle()
    assert keeper.project.photo.path == portrait
    assert keeper.document.result is None


def test_that_exporting_a_picture_saves_the_picture_alone(desk, tmp_path):
    desk.click(120, 100)
    desk.run("predict_layout")
    desk.generate()
    desk.wait_idle()
    before = desk.document.unsaved_parts()
    assert len(before) == 3
    for action, name in (("save_as", "out.png"), ("export_mask", "mask.png"), ("save_layout", "layout.png")):
        desk.dialogs.path = tmp_path / name
        desk.run(action)
        assert (tmp_path / name).exists()
    assert desk.document.unsaved_parts() == before


def test_that_going_to_another_photo_asks_nothing_and_coming_back_finds_everything(keeper, portrait, other):
    keeper.click(120, 100)
    keeper.run("predict_layout")
    keeper.generate(seed=3)
    keeper.wait_idle()
    keeper.session.restore_tasks.generate_more(4, 1)
    keeper.wait_idle()
    coverage, result = keeper.project.coverage.copy(), keeper.document.result.restoration.photo.pixels
    opened(keeper, other)
    assert keeper.document.mask_is_blank
    opened(keeper, portrait)
    assert keeper.dialogs.asked == []
    assert (keeper.project.coverage == coverage).all()
    assert (keeper.document.result.restoration.photo.pixels == result).all()
    assert keeper.session.restore_tasks.seeds(keeper.document.work) == (3, 4)
    assert keeper.document.result_is_current
    assert keeper.document.unsaved_parts() == []
    assert keeper.session.recent.paths[:2] == [portrait, other]


def test_that_a_folder_with_masks_is_gone_through_without_a_question(keeper, portrait, tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    paths = [folder / f"{number}.png" for number in range(4)]
    for path in paths:
        write_photo(Photo(np.full((60, 70, 3), 90, np.uint8)), path)
    keeper.session.open_folders([folder])
    for path in paths:
        keeper.wait(lambda path=path: keeper.project.photo.path == path and not keeper.session.runner.is_busy)
        keeper.session.placer.stop()
        keeper.click(30, 30)
        keeper.session.photos.go(1)
    wait_kept(keeper)
    assert keeper.dialogs.asked == []
    assert all(read_project(path.with_suffix(".facerestore"))[0].coverage.any() for path in paths)


def test_that_a_window_that_is_closed_keeps_what_was_just_done(open_window, own, portrait):
    driver = open_window(projects=own)
    driver.session.files.open_file(portrait)
    driver.wait_idle()
    driver.click(60, 60)
    driver.window.close()
    driver.wait(lambda: not driver.window.isVisible())
    assert driver.dialogs.asked == []
    assert read_project(portrait.with_suffix(".facerestore"))[0].coverage[60, 60]


def test_that_the_window_says_quietly_that_it_is_saved_and_is_named_by_the_photo(open_window, own, portrait):
    driver = open_window(projects=own)
    driver.session.files.open_file(portrait)
    driver.wait_idle()
    assert driver.window.status.kept.text() == ""
    driver.click(60, 60)
    assert driver.window.status.kept.text() == "Not saved yet"
    assert driver.window.isWindowModified()
    wait_kept(driver)
    assert driver.window.status.kept.text() == "Saved"
    assert driver.window.status.kept.toolTip() == str(portrait.with_suffix(".facerestore"))
    assert driver.window.windowTitle().startswith("portrait.png")
    assert not driver.window.isWindowModified()
    assert driver.message is None


def test_that_a_place_that_cannot_be_written_gives_way_to_the_own_folder_and_is_found_there(
    keeper, portrait, other, own, monkeypatch
):
    monkeypatch.setattr("facerestore_gui.background.project_calculations.place_beside", lambda photo, but_not: None)
    keeper.click(60, 60)
    wait_kept(keeper)
    (place,) = own.iterdir()
    assert keeper.document.project_file == place
    assert not list(portrait.parent.glob("*.facerestore"))
    opened(keeper, other)
    opened(keeper, portrait)
    assert keeper.project.coverage[60, 60]
    assert keeper.session.named_file == portrait


def test_that_a_person_may_have_all_projects_in_the_own_folder(keeper, portrait, own):
    keeper.trigger("keep_beside")
    keeper.click(60, 60)
    wait_kept(keeper)
    assert [place.parent for place in own.iterdir()] == [own]
    assert not portrait.with_suffix(".facerestore").exists()


def test_that_what_cannot_be_kept_anywhere_is_told_once_and_asked_about_before_it_is_left(
    keeper, portrait, other, own, tmp_path
):
    portrait.with_suffix(".facerestore").mkdir()
    portrait.with_name("portrait.png.facerestore").mkdir()
    for number in range(2, 10):
        portrait.with_name(f"portrait ({number}).facerestore").mkdir()
    own.write_bytes(b"no folder")
    said = []
    keeper.session.said.connect(lambda message: said.append(message.title))
    keeper.click(60, 60)
    keeper.wait(lambda: keeper.session.keeping.state is KeepState.FAILED)
    keeper.click(150, 60)
    keeper.wait(lambda: keeper.session.keeping.state is KeepState.FAILED)
    assert said == ["The project cannot be kept"]
    keeper.dialogs.answer, keeper.dialogs.path = "save", tmp_path / "elsewhere.facerestore"
    opened(keeper, other)
    assert keeper.dialogs.asked == [["changes to the mask"]]
    assert read_project(tmp_path / "elsewhere.facerestore")[0].coverage[60, 150]


def test_that_what_a_person_saved_and_what_was_opened_stay_as_versions(keeper, portrait, other):
    place = portrait.with_suffix(".facerestore")
    keeper.click(60, 60)
    wait_kept(keeper)
    keeper.run("save_project")
    saved = place.read_bytes()
    for x in (90, 120, 150):
        keeper.click(x, 60)
        wait_kept(keeper)
    (version,) = earlier_versions(place)
    assert version.path.read_bytes() == saved
    opened(keeper, other)
    as_opened = place.read_bytes()
    opened(keeper, portrait)
    keeper.click(180, 60)
    wait_kept(keeper)
    assert [one.path.read_bytes() for one in earlier_versions(place)] == [as_opened, saved]


def test_that_an_earlier_version_that_is_only_looked_at_changes_no_file(keeper, portrait, other):
    place = portrait.with_suffix(".facerestore")
    keeper.click(60, 60)
    keeper.run("save_project")
    wait_kept(keeper)
    keeper.click(150, 60)
    wait_kept(keeper)
    before = place.read_bytes()
    keeper.dialogs.version = 0
    keeper.trigger("open_version")
    keeper.wait(lambda: not keeper.project.coverage[60, 150])
    keeper.qtbot.wait(200)
    opened(keeper, other)
    assert place.read_bytes() == before
    assert keeper.dialogs.asked == []


def test_that_beginning_anew_keeps_the_work_before_as_a_version(keeper, portrait):
    place = portrait.with_suffix(".facerestore")
    keeper.click(60, 60)
    wait_kept(keeper)
    before = place.read_bytes()
    keeper.dialogs.path = portrait
    keeper.run("new")
    assert keeper.document.mask_is_blank
    keeper.click(150, 60)
    wait_kept(keeper)
    (version,) = earlier_versions(place)
    assert version.path.read_bytes() == before


def test_that_two_windows_on_one_photo_do_not_write_over_each_other(keeper, open_session, own, portrait):
    keeper.click(60, 60)
    wait_kept(keeper)
    second = open_session(projects=own)
    opened(second, portrait)
    second.click(150, 60)
    wait_kept(second)
    keeper.click(90, 60)
    wait_kept(keeper)
    assert keeper.message.title == "Another window works on this project"
    assert keeper.document.project_file != second.document.project_file
    assert read_project(second.document.project_file)[0].coverage[60, 150]
    mine = read_project(keeper.document.project_file)[0].coverage
    assert mine[60, 90]
    assert not mine[60, 150]


def test_that_a_photo_opened_in_two_windows_before_it_had_a_project_gets_one_from_each(
    keeper, open_session, own, portrait
):
    second = open_session(projects=own)
    opened(second, portrait)
    keeper.click(60, 60)
    wait_kept(keeper)
    second.click(150, 60)
    wait_kept(second)
    assert second.message.title == "Another window works on this project"
    assert keeper.document.project_file == portrait.with_suffix(".facerestore")
    assert second.document.project_file == portrait.with_name("portrait.png.facerestore")
    first = read_project(keeper.document.project_file)[0].coverage
    assert first[60, 60]
    assert not first[60, 150]
    assert not earlier_versions(keeper.document.project_file)
    keeper.click(90, 60)
    wait_kept(keeper)
    assert keeper.document.project_file == portrait.with_suffix(".facerestore")


@pytest.fixture
def in_own_folder(keeper, open_session, own, portrait, monkeypatch):
    """Another session with the portrait open; the folder of the photo takes no project of either."""
    place_beside = "facerestore_gui.background.project_calculations.place_beside"
    monkeypatch.setattr(place_beside, lambda photo, but_not: None)
    second = open_session(projects=own)
    opened(second, portrait)
    return second


def test_that_two_windows_whose_projects_are_in_the_own_folder_get_one_each(keeper, in_own_folder, own):
    second = in_own_folder
    keeper.click(60, 60)
    wait_kept(keeper)
    second.click(150, 60)
    wait_kept(second)
    assert second.message.title == "Another window works on this project"
    first = keeper.document.project_file
    assert {first, second.document.project_file} == set(own.iterdir())
    assert first != second.document.project_file
    mine = read_project(first)[0].coverage
    assert mine[60, 60]
    assert not mine[60, 150]
    assert not earlier_versions(first)
    for window in (keeper, second):
        place = window.document.project_file
        window.click(90, 60)
        wait_kept(window)
        assert window.document.project_file == place


def test_that_a_project_of_the_own_folder_that_another_window_wrote_since_is_left_to_it(
    keeper, in_own_folder, open_session, own, portrait
):
    keeper.click(60, 60)
    wait_kept(keeper)
    place = keeper.document.project_file
    third = open_session(projects=own)
    opened(third, portrait)
    assert third.document.project_file == place
    third.click(150, 60)
    wait_kept(third)
    before = place.read_bytes()
    keeper.click(90, 60)
    wait_kept(keeper)
    assert keeper.message.title == "Another window works on this project"
    assert place.read_bytes() == before
    assert keeper.document.project_file.parent == own
    assert keeper.document.project_file != place
    assert not read_project(keeper.document.project_file)[0].coverage[60, 150]


def test_that_a_project_that_cannot_be_read_lets_the_photo_be_opened_without_it(keeper, portrait, other):
    opened(keeper, other)
    place = portrait.with_suffix(".facerestore")
    place.write_bytes(b"broken")
    keeper.session.files.open_file(portrait)
    keeper.wait_idle()
    assert keeper.project.photo.path == other
    dict(keeper.message.choices)["Open the photo without it"]()
    keeper.wait(lambda: keeper.project.photo.path == portrait)
    keeper.wait_idle()
    keeper.click(60, 60)
    wait_kept(keeper)
    assert place.read_bytes() == b"broken"


def test_that_a_photo_that_was_scanned_anew_can_be_opened_without_its_project(keeper, portrait, other):
    keeper.click(60, 60)
    wait_kept(keeper)
    opened(keeper, other)
    write_photo(Photo(np.full((20, 30), 50, np.uint8)), portrait, overwrite=True)
    keeper.session.files.open_file(portrait)
    keeper.wait_idle()
    assert keeper.message.title == "The photo does not fit the project"
    dict(keeper.message.choices)["Open the photo without it"]()
    keeper.wait(lambda: keeper.project.photo.path == portrait)


def test_that_nothing_is_to_be_recovered_of_what_was_kept(qtbot, open_session, own, root, portrait):
    keeper = open_session(projects=own, journals=root)
    opened(keeper, portrait)
    keeper.click(60, 60)
    assert in_the_journal(keeper).edit_count == 1
    wait_kept(keeper)
    keeper.wait(lambda: in_the_journal(keeper).edit_count == 0)
    keeper.click(90, 60)
    assert in_the_journal(keeper).edit_count == 1


class TestTheTrash:
    def test_that_a_discarded_recovery_is_there_when_it_is_asked_for(self, journalled_desk, open_session, root):
        journalled_desk.click(60, 60)
        left = killed(journalled_desk, root)
        put_aside(left / "abcdef")
        assert abandoned_journals(left) == []
        second = open_session(journals=left)
        second.session.recovery.offer()
        second.wait_idle()
        assert second.dialogs.offered is None
        second.dialogs.recovers = True
        second.session.recovery.offer(is_asked=True)
        second.wait(lambda: second.project is not None)
        assert [one.discarded_s is not None for one in second.dialogs.offered] == [True]
        assert second.project.coverage[60, 60]
        second.session.autosave.keep_up()
        assert discarded_journals(left) == []

    def test_that_it_goes_after_thirty_days_or_when_it_is_discarded_again(self, journalled_desk, root):
        journalled_desk.click(60, 60)
        left = killed(journalled_desk, root)
        for name in ("b", "c"):
            shutil.copytree(left / "abcdef", left / name)
        for name in ("abcdef", "b", "c"):
            put_aside(left / name)
        trash = left / ".discarded"
        for name, days in (("abcdef", 29), ("b", 31)):
            moment = (trash / name).stat().st_mtime - timedelta(days=days).total_seconds()
            os.utime(trash / name, (moment, moment))
        put_aside(trash / "c")
        assert [one.folder.name for one in discarded_journals(left)] == ["abcdef"]
        assert [path.name for path in trash.iterdir()] == ["abcdef"]


def test_that_a_session_without_a_folder_keeps_nothing(qtbot, portrait):
    session = new_session("OneFace")
    session.keeping.note_change()
    assert session.keeping.state is KeepState.EMPTY
    session.close()
