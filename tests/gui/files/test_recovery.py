"""What a killed window left is offered at the next start, and recovered."""

import shutil
import subprocess
import sys

import pytest
from left_journals import assert_all_in_the_journal, in_the_journal, killed
from PySide6.QtCore import Qt
from saved_projects import assert_equal_faces

from facerestore.documents.abandoned_journals import abandoned_journals, photos_gone_through
from facerestore.documents.earlier_versions import earlier_versions
from facerestore.documents.journal_reading import read_journal
from facerestore.documents.project_file import read_project
from facerestore.values.candidate_mix import CandidateMix
from facerestore_gui.dialogs.recovery import RecoveryDialog
from facerestore_gui.document.edits.choice import set_choice
from facerestore_gui.files.project_keeping import KeepState

pytestmark = pytest.mark.gui


def wait_kept(driver):
    driver.wait(lambda: driver.session.keeping.state is KeepState.KEPT)


def test_that_what_was_killed_is_offered_and_recovered(journalled, open_window, root, portrait):
    driver = journalled
    driver.stroke((100, 80), (140, 120))
    driver.run("predict_layout")
    driver.generate(seed=3)
    driver.wait_idle()
    driver.session.autosave.keep_up()
    left = killed(driver, root)
    second = open_window(journals=left)
    second.dialogs.recovers = True
    second.session.recovery.offer()
    second.wait(lambda: second.project is not None)
    second.wait_idle()
    (offered,) = second.dialogs.offered
    assert offered.photo == portrait
    assert offered.thumbnail is not None
    assert second.message.title == "Recovered"
    assert (second.project.coverage == driver.project.coverage).all()
    assert_equal_faces(second.project.faces, driver.project.faces)
    result, again = driver.document.result, second.session.document.result
    assert (again.restoration.photo.pixels == result.restoration.photo.pixels).all()
    assert second.session.document.result_is_current
    assert second.session.document.unsaved_parts()
    assert second.window.isWindowModified()
    # the old journal is gone, the new one holds all of it
    second.session.autosave.keep_up()
    assert [path.name for path in left.iterdir()] == [second.session.autosave.folder.name]
    assert in_the_journal(second).edit_count > 0
    assert_all_in_the_journal(second)


def test_that_a_result_that_was_put_away_does_not_come_back(journalled, open_window, root):
    driver = journalled
    driver.click(100, 80)
    driver.generate()
    driver.wait_idle()
    while not driver.document.mask_is_empty:
        driver.trigger("undo")
    driver.trigger("generate")
    driver.click(30, 30)
    driver.session.autosave.keep_up()
    left = killed(driver, root)
    second = open_window(journals=left)
    second.dialogs.recovers = True
    second.session.recovery.offer()
    second.wait(lambda: second.message is not None and second.message.title == "Recovered")
    assert second.project.coverage[30, 30] > 0
    assert second.document.result is None


def test_that_the_filmstrip_comes_back_with_what_is_recovered(journalled, open_window, root, portrait, other):
    driver = journalled
    driver.session.open_folders([portrait.parent])
    driver.wait(lambda: driver.session.photos.row >= 0 and not driver.session.is_busy)
    driver.stroke((10, 10), (30, 30))
    driver.session.autosave.keep_up()
    row, paths = driver.session.photos.row, driver.session.photos.paths
    left = killed(driver, root)
    second = open_window(journals=left)
    second.dialogs.recovers = True
    second.session.recovery.offer()
    second.wait(lambda: second.message is not None and second.message.title == "Recovered")
    assert (second.session.photos.row, second.session.photos.paths) == (row, paths)
    assert second.session.view.shows_filmstrip
    # and again after the next kill
    second.session.autosave.keep_up()
    assert photos_gone_through(second.session.autosave.folder) == (portrait.parent,)


@pytest.mark.parametrize("text", ["", "[", '{"a": 1}', "[1]", '["a\\u0000b"]', "[" * 100_000])
def test_that_a_damaged_list_of_photos_is_as_if_there_were_none(tmp_path, text):
    (tmp_path / "photos.json").write_text(text)
    assert photos_gone_through(tmp_path) == ()


def test_that_later_leaves_the_journal_and_goes_on(journalled_desk, open_session, root):
    journalled_desk.click(60, 60)
    left = killed(journalled_desk, root)
    second, gone_on = open_session(journals=left), []
    second.session.recovery.offer(otherwise=lambda: gone_on.append(True))
    second.wait(lambda: bool(gone_on))
    assert len(abandoned_journals(left)) == 1


def test_that_nothing_is_offered_where_nothing_was_left(journalled_desk, root):
    journalled_desk.click(60, 60)
    gone_on = []
    journalled_desk.session.recovery.offer(otherwise=lambda: gone_on.append(True))
    journalled_desk.wait(lambda: bool(gone_on))
    assert journalled_desk.dialogs.offered is None


def test_that_after_saving_the_project_there_is_nothing_to_recover(journalled_desk, root, tmp_path):
    desk = journalled_desk
    desk.click(60, 60)
    desk.dialogs.path = tmp_path / "a.facerestore"
    desk.run("save_project")
    assert abandoned_journals(killed(desk, root)) == []
    desk.click(90, 60)
    assert in_the_journal(desk).project_file == tmp_path / "a.facerestore"
    assert in_the_journal(desk).edit_count == 1


def test_that_a_point_moved_by_keys_and_saved_at_once_is_not_offered(journalled, root, tmp_path):
    driver = journalled
    driver.key(Qt.Key.Key_V)
    driver.key(Qt.Key.Key_Right)
    driver.dialogs.path = tmp_path / "a.facerestore"
    driver.run("save_project")
    driver.qtbot.wait(700)
    assert in_the_journal(driver).edit_count == 0
    assert_all_in_the_journal(driver)


def test_that_a_project_opened_and_edited_is_recovered_with_what_was_in_it(journalled_desk, root, tmp_path, portrait):
    desk = journalled_desk
    desk.click(60, 60)
    desk.run("predict_layout")
    desk.dialogs.path = tmp_path / "a.facerestore"
    desk.run("save_project")
    desk.open(portrait)
    desk.session.files.open_file(tmp_path / "a.facerestore")
    desk.wait_idle()
    assert in_the_journal(desk).edit_count == 0
    desk.click(90, 60)
    assert_all_in_the_journal(desk)


def test_that_the_recovery_dialog_discards_and_recovers(qtbot, journalled_desk, root, tmp_path):
    journalled_desk.click(60, 60)
    left = killed(journalled_desk, root)
    shutil.copytree(left / "abcdef", left / "bcdefa")
    found, gone = abandoned_journals(left), []
    dialog = RecoveryDialog(found, gone.append)
    qtbot.addWidget(dialog)
    dialog._discard_chosen()
    assert gone == [found[0].folder]
    assert dialog._list.count() == 1
    dialog._recover()
    assert dialog.chosen == found[1].folder


_NEXT_START = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from facerestore_gui.application import run
from facerestore_gui.dialogs.recovery import RecoveryDialog
from facerestore_gui.window.main_window import MainWindow

def look():
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, RecoveryDialog) and widget.isVisible():
            print("offered", widget._list.count(), flush=True)
            widget._recover()
        elif isinstance(widget, MainWindow):
            session = widget.session
            if session.document.project is not None and not session.runner.is_busy:
                print("recovered", int(session.document.project.coverage.sum()), flush=True)
                session.document.forget_unsaved()
                QApplication.exit()

if __name__ == "__main__":
    QApplication([])
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(50)
    sys.exit(run([]))
"""


@pytest.mark.slow
def test_that_the_next_start_offers_what_a_killed_one_left(journalled_desk, root, tmp_path, nobodys_home):
    journalled_desk.stroke((50, 50), (90, 50))
    there = nobodys_home / "state" / "facerestore" / "journals"
    shutil.copytree(killed(journalled_desk, root), there)
    script = tmp_path / "start.py"
    script.write_text(f"import sys; sys.path[:0] = {sys.path!r}\n{_NEXT_START}")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=120, check=False)
    total = int(journalled_desk.project.coverage.sum())
    assert done.stdout.splitlines()[:2] == ["offered 1", f"recovered {total}"], done.stderr


def test_that_a_program_killed_before_the_result_followed_the_choice_makes_it_follow_when_it_is_recovered(
    journalled_desk, open_session, root
):
    desk = journalled_desk
    desk.stroke((100, 80), (140, 120))
    desk.run("predict_layout")
    desk.generate(seed=3)
    desk.wait_idle()
    before = desk.document.result.restoration
    choice = CandidateMix.whole(8, 256)
    set_choice(desk.document, 0, "Use candidate 8", choice)
    desk.session.autosave.keep_up()
    assert not read_journal(desk.session.autosave.folder).project.result_is_current
    left = killed(desk, root)
    second = open_session(journals=left)
    second.dialogs.recovers = True
    second.session.recovery.offer()
    second.wait(lambda: second.project is not None)
    second.wait(lambda: second.session.document.result_is_current)
    made = second.session.document.result.restoration
    assert [one.seed for one in before.candidates] == [3]
    assert [one.seed for one in made.candidates] == [8]


class TestWhereRecoveredWorkGoes:
    """A window that keeps projects and journals, killed between two of its savings, and the next one."""

    @pytest.fixture
    def place(self, portrait):
        return portrait.with_suffix(".facerestore")

    @pytest.fixture
    def open_keeper(self, open_session, tmp_path, monkeypatch):
        """Begins a session that keeps projects a moment after each change."""
        monkeypatch.setattr("facerestore_gui.files.project_keeping._PAUSE_S", 0.05)
        return lambda journals: open_session(projects=tmp_path / "own", journals=journals)

    @pytest.fixture
    def keeper(self, open_keeper, root, portrait):
        keeper = open_keeper(root)
        keeper.open(portrait)
        return keeper

    def kill(self, keeper, root, monkeypatch):
        """After a stroke that is in the journal and not yet in the project."""
        monkeypatch.setattr("facerestore_gui.files.project_keeping._PAUSE_S", 60.0)
        keeper.click(150, 60)
        keeper.session.autosave.keep_up()
        left = killed(keeper, root)
        keeper.session.close()
        monkeypatch.setattr("facerestore_gui.files.project_keeping._PAUSE_S", 0.05)
        return left

    def recover(self, second):
        said = []
        second.session.said.connect(lambda message: said.append(message.title))
        second.dialogs.recovers = True
        second.session.recovery.offer()
        second.wait(lambda: second.project is not None and second.session.keeping.state is KeepState.KEPT)
        second.wait_idle()
        return said

    def test_that_it_goes_back_into_its_project_and_nobody_is_suspected(
        self, keeper, open_keeper, root, portrait, place, monkeypatch
    ):
        keeper.click(60, 60)
        wait_kept(keeper)
        keeper.wait(lambda: in_the_journal(keeper).edit_count == 0)
        before = place.read_bytes()
        said = self.recover(second := open_keeper(self.kill(keeper, root, monkeypatch)))
        assert "Another window works on this project" not in said
        assert second.document.project_file == place
        assert list(portrait.parent.glob("*.facerestore")) == [place]
        assert read_project(place)[0].coverage[60, 60]
        assert read_project(place)[0].coverage[60, 150]
        (version,) = earlier_versions(place)
        assert version.path.read_bytes() == before

    def test_that_it_goes_back_also_if_the_program_was_killed_again_after_it_was_recovered(
        self, keeper, open_keeper, root, portrait, place, tmp_path, monkeypatch
    ):
        keeper.click(60, 60)
        wait_kept(keeper)
        left = self.kill(keeper, root, monkeypatch)
        monkeypatch.setattr("facerestore_gui.files.project_keeping._PAUSE_S", 60.0)
        second = open_keeper(left)
        second.dialogs.recovers = True
        second.session.recovery.offer()
        second.wait(lambda: second.project is not None)
        second.wait_idle()
        second.session.autosave.keep_up()
        again = killed(second, tmp_path / "second" / "journals")
        second.session.close()
        monkeypatch.setattr("facerestore_gui.files.project_keeping._PAUSE_S", 0.05)
        said = self.recover(third := open_keeper(again))
        assert "Another window works on this project" not in said
        assert third.document.project_file == place
        assert list(portrait.parent.glob("*.facerestore")) == [place]

    def test_that_a_file_written_while_strokes_went_on_is_known_too(
        self, keeper, open_keeper, root, portrait, place, monkeypatch
    ):
        # what was saved last was not all there was
        keeper.session.project_tasks.all_saved.disconnect(keeper.session.autosave.mark_saved)
        keeper.session.project_tasks.all_saved.connect(keeper.session.project_tasks.partly_saved)
        keeper.click(60, 60)
        wait_kept(keeper)
        said = self.recover(open_keeper(self.kill(keeper, root, monkeypatch)))
        assert "Another window works on this project" not in said
        assert list(portrait.parent.glob("*.facerestore")) == [place]

    def test_that_work_without_a_project_gets_one_beside_its_photo(
        self, keeper, open_keeper, root, portrait, place, monkeypatch
    ):
        said = self.recover(open_keeper(self.kill(keeper, root, monkeypatch)))
        assert "Another window works on this project" not in said
        assert list(portrait.parent.glob("*.facerestore")) == [place]
        assert earlier_versions(place) == []
        assert read_project(place)[0].coverage[60, 150]

    def test_that_what_another_window_wrote_since_is_left_to_it_and_told(
        self, keeper, open_keeper, root, portrait, place, monkeypatch
    ):
        keeper.click(60, 60)
        wait_kept(keeper)
        left = self.kill(keeper, root, monkeypatch)
        another = open_keeper(root)
        another.open(portrait)
        another.click(90, 60)
        wait_kept(another)
        theirs = place.read_bytes()
        said = self.recover(second := open_keeper(left))
        assert "Another window works on this project" in said
        assert place.read_bytes() == theirs
        assert second.document.project_file == portrait.with_name("portrait.png.facerestore")
        assert read_project(second.document.project_file)[0].coverage[60, 150]
