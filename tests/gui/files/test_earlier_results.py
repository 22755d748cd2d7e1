"""Earlier results outlive the window: they are in the project, and in the journal of a window that was killed."""

import pytest
from left_journals import in_the_journal, killed

from facerestore.documents.project_file import read_project
from facerestore_gui.document import kept_results

pytestmark = pytest.mark.gui


@pytest.fixture
def worked_on(open_session, root, portrait):
    """A session with journals, and three results of a photo: of seeds 0 and 4, and of a larger mask."""
    driver = open_session("BySeed", journals=root)
    driver.open(portrait)
    driver.stroke((120, 90), (120, 120))
    for seed in (0, 4):
        driver.generate(seed=seed)
        settle(driver)
    driver.stroke((100, 140), (140, 140))
    driver.generate(seed=4)
    settle(driver)
    return driver


def settle(driver):
    driver.wait(lambda: not driver.session.runner.is_busy and not driver.session.restore_tasks.following.is_planned)


def kept(driver):
    return driver.session.results.kept


def pixels(driver):
    return driver.document.result.restoration.photo.pixels.copy()


def go_back(driver, at):
    driver.session.restore_tasks.go_back(kept(driver).results[at])
    settle(driver)


def assert_all_come_back(again, before):
    """Whether each result of a session can be returned to in another one, and is what it was, bit for bit."""
    assert [one.number for one in kept(again).results] == [1, 2, 3]
    assert [one.seed for one in kept(again).results] == [0, 4, 4]
    assert kept(again).shown == 2
    assert [one.candidates.live is None for one in kept(again).results] == [True, True, False]
    for at in (0, 1, 2):
        go_back(before, at)
        go_back(again, at)
        assert (pixels(again) == pixels(before)).all()
        assert kept(again).shown == at
        assert len(kept(again).results) == 3
        thumbnails = [kept(one).results[at].thumbnail for one in (again, before)]
        assert thumbnails[0].size() == thumbnails[1].size()
    assert again.document.result_is_current == before.document.result_is_current


def test_that_all_of_them_are_in_the_project_and_are_returned_to_bit_for_bit(worked_on, open_session, tmp_path):
    place = tmp_path / "work.facerestore"
    worked_on.session.project_tasks.save(place)
    settle(worked_on)
    again = open_session("BySeed")
    again.open_project(place)
    settle(again)
    assert_all_come_back(again, worked_on)
    # numbers go on, none is given twice, and saving it again loses none
    again.generate(seed=9)
    settle(again)
    assert [one.number for one in kept(again).results] == [1, 2, 3, 4]
    again.session.project_tasks.save(place)
    settle(again)
    assert [one.seed for one in read_project(place)[0].earlier.results] == [0, 4, 4]


def test_that_all_of_them_come_back_after_the_program_was_killed(worked_on, open_session, root):
    worked_on.session.autosave.keep_up()
    left = killed(worked_on, root)
    again = open_session("BySeed", journals=left)
    again.dialogs.recovers = True
    again.session.recovery.offer()
    again.wait(lambda: again.project is not None)
    settle(again)
    again.session.autosave.keep_up()
    # the journal that they came from is gone
    assert [path.name for path in left.iterdir()] == [again.session.autosave.folder.name]
    assert_all_come_back(again, worked_on)
    again.session.autosave.keep_up()
    assert [one.number for one in in_the_journal(again).project.earlier.results] == [1, 2]


def test_that_candidates_in_files_are_let_go_and_read_when_they_are_wanted(worked_on, monkeypatch):
    go_back(worked_on, 0)
    first = pixels(worked_on)
    go_back(worked_on, 2)
    worked_on.session.autosave.keep_up()
    monkeypatch.setattr(kept_results, "MOST_BYTES", 1)
    worked_on.generate(seed=6)
    settle(worked_on)
    results = kept(worked_on).results
    assert [one.number for one in results] == [1, 2, 3, 4]
    assert results[0].candidates.live is None
    go_back(worked_on, 0)
    assert (pixels(worked_on) == first).all()


def test_that_a_result_whose_candidates_are_lost_says_so_and_changes_nothing(worked_on, open_session, tmp_path):
    place = tmp_path / "work.facerestore"
    worked_on.session.project_tasks.save(place)
    settle(worked_on)
    again = open_session("BySeed")
    again.open_project(place)
    settle(again)
    shown = pixels(again)
    place.unlink()
    go_back(again, 0)
    assert "no longer there" in again.message.text
    assert (pixels(again) == shown).all()
    assert kept(again).shown == 2
    # what cannot be read is not in the way of what can be saved
    again.session.project_tasks.save(place)
    settle(again)
    assert read_project(place)[0].earlier.results == ()
    assert len(read_project(place)[0].results) == 1
