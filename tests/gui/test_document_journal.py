"""Autosave and recovery in the real window."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from saved_projects import assert_equal_faces

from facerestore.documents.journal_reading import abandoned_journals, read_journal
from facerestore.files.writing import write_photo
from facerestore.values.candidate_choice import Choice
from facerestore.values.damage_classes import DamageClass, Policy
from facerestore.values.photo import Photo
from facerestore_gui.canvas.tool_settings import ToolKind
from facerestore_gui.dialogs.recovery import RecoveryDialog

pytestmark = pytest.mark.gui


@pytest.fixture
def root(tmp_path):
    return tmp_path / "journals"


@pytest.fixture
def journalled(open_window, root, portrait):
    """A window that keeps journals, with the portrait open."""
    driver = open_window(journals=root)
    driver.open(portrait)
    return driver


def in_the_journal(driver):
    return read_journal(driver.window.autosave.folder)


def assert_all_in_the_journal(driver):
    recovered = in_the_journal(driver).project
    assert (recovered.coverage == driver.project.coverage).all()
    assert_equal_faces(recovered.faces, driver.project.faces)


def killed(driver, root):
    """The journals that would be left if the program were killed now."""
    left = root.with_name("left")
    shutil.copytree(driver.window.autosave.folder, left / "abcdef")
    lock = left / "abcdef" / "lock.json"
    lock.write_text(json.dumps(json.loads(lock.read_text()) | {"started": 1.0}))
    return left


def test_that_every_edit_is_in_the_journal_at_once(journalled):
    driver = journalled
    settings = driver.window.tool_settings
    driver.stroke((50, 50), (70, 55), (90, 50))
    assert_all_in_the_journal(driver)
    driver.run("predict_layout")
    assert_all_in_the_journal(driver)
    random = np.random.default_rng(4)
    tools = [ToolKind.BRUSH, ToolKind.ERASER, ToolKind.PAINT, ToolKind.FILL]
    for _ in range(12):
        settings.choose(tools[random.integers(len(tools))])
        settings.choose_class(int(random.integers(19)))
        driver.stroke(*[tuple(random.uniform((10, 10), (230, 190))) for _ in range(random.integers(1, 5))])
        if random.integers(3) == 0:
            driver.window.document.undo()
        if random.integers(5) == 0:
            driver.window.document.redo()
        assert_all_in_the_journal(driver)
    for name in ("invert_mask", "clear_mask", "undo", "remove_face", "undo", "reset_layout"):
        driver.trigger(name)
        assert_all_in_the_journal(driver)


def test_that_a_dragged_point_is_in_the_journal_when_the_drag_ends(journalled):
    driver = journalled
    driver.run("predict_layout")
    nose = tuple(driver.document.work.face.points_photo[2])
    driver.key(Qt.Key.Key_V)
    driver.stroke(nose, (nose[0] + 9, nose[1] + 6), (nose[0] + 20, nose[1] + 12))
    assert_all_in_the_journal(driver)
    driver.trigger("undo")
    assert_all_in_the_journal(driver)


def test_that_a_point_moved_by_keys_is_in_the_journal_soon(journalled):
    driver = journalled
    driver.key(Qt.Key.Key_V)
    driver.key(Qt.Key.Key_Right)
    driver.qtbot.wait(700)
    assert_all_in_the_journal(driver)
    driver.key(Qt.Key.Key_Right)
    driver.run("predict_layout")
    assert_all_in_the_journal(driver)


def test_that_a_long_drag_is_in_the_journal_before_it_ends(journalled):
    driver = journalled
    QTest.mousePress(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(50, 50))
    QTest.mouseMove(driver.viewport, driver.at(90, 50))
    assert not in_the_journal(driver).project.coverage.any()
    driver.qtbot.wait(700)
    assert_all_in_the_journal(driver)
    QTest.mouseMove(driver.viewport, driver.at(130, 80))
    QTest.mouseRelease(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(130, 80))
    assert_all_in_the_journal(driver)


def test_that_a_stroke_given_up_is_not_in_the_journal(journalled):
    driver = journalled
    QTest.mousePress(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(50, 50))
    QTest.mouseMove(driver.viewport, driver.at(90, 90))
    driver.window.cancel()
    QTest.mouseRelease(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(90, 90))
    assert not in_the_journal(driver).project.coverage.any()


def test_that_what_was_killed_is_offered_and_recovered(journalled, open_window, root, portrait):
    driver = journalled
    driver.stroke((100, 80), (140, 120))
    driver.run("predict_layout")
    driver.generate(seed=3)
    driver.wait_idle()
    driver.window.autosave.keep_up()
    left = killed(driver, root)
    second = open_window(journals=left)
    second.dialogs.recovers = True
    second.window.recovery.offer()
    second.wait(lambda: second.project is not None)
    second.wait_idle()
    (offered,) = second.dialogs.offered
    assert offered.photo == portrait
    assert offered.thumbnail is not None
    assert second.message.title == "Recovered"
    assert (second.project.coverage == driver.project.coverage).all()
    assert_equal_faces(second.project.faces, driver.project.faces)
    result, again = driver.document.result, second.document.result
    assert (again.restoration.photo.pixels == result.restoration.photo.pixels).all()
    assert second.document.result_is_current
    assert second.document.unsaved_parts()
    assert second.window.isWindowModified()
    # the old journal is gone, the new one holds all of it
    second.window.autosave.keep_up()
    assert [path.name for path in left.iterdir()] == [second.window.autosave.folder.name]
    assert in_the_journal(second).edit_count > 0
    assert_all_in_the_journal(second)


def test_that_later_leaves_the_journal_and_goes_on(journalled, open_window, root):
    journalled.click(60, 60)
    left = killed(journalled, root)
    second, gone_on = open_window(journals=left), []
    second.window.recovery.offer(otherwise=lambda: gone_on.append(True))
    second.wait(lambda: bool(gone_on))
    assert len(abandoned_journals(left)) == 1


def test_that_nothing_is_offered_where_nothing_was_left(journalled, root):
    journalled.click(60, 60)
    gone_on = []
    journalled.window.recovery.offer(otherwise=lambda: gone_on.append(True))
    journalled.wait(lambda: bool(gone_on))
    assert journalled.dialogs.offered is None


def test_that_closing_and_opening_leave_no_journal_of_the_old_photo(journalled, root, tmp_path):
    driver = journalled
    driver.click(60, 60)
    first = driver.window.autosave.folder
    other = tmp_path / "other.png"
    write_photo(Photo(np.full((50, 60), 77, np.uint8)), other)
    driver.open(other)
    assert not first.exists()
    driver.window.close()
    assert list(root.iterdir()) == []


def test_that_after_saving_the_project_there_is_nothing_to_recover(journalled, root, tmp_path):
    driver = journalled
    driver.click(60, 60)
    driver.dialogs.path = tmp_path / "a.facerestore"
    driver.run("save_project")
    assert abandoned_journals(killed(driver, root)) == []
    driver.click(90, 60)
    assert in_the_journal(driver).project_file == tmp_path / "a.facerestore"
    assert in_the_journal(driver).edit_count == 1


def test_that_a_point_moved_by_keys_and_saved_at_once_is_not_offered(journalled, root, tmp_path):
    driver = journalled
    driver.key(Qt.Key.Key_V)
    driver.key(Qt.Key.Key_Right)
    driver.dialogs.path = tmp_path / "a.facerestore"
    driver.run("save_project")
    driver.qtbot.wait(700)
    assert in_the_journal(driver).edit_count == 0
    assert_all_in_the_journal(driver)


def test_that_a_project_opened_and_edited_is_recovered_with_what_was_in_it(journalled, root, tmp_path, portrait):
    driver = journalled
    driver.click(60, 60)
    driver.run("predict_layout")
    driver.dialogs.path = tmp_path / "a.facerestore"
    driver.run("save_project")
    driver.open(portrait)
    driver.window.files.open_file(tmp_path / "a.facerestore")
    driver.wait_idle()
    assert in_the_journal(driver).edit_count == 0
    driver.click(90, 60)
    assert_all_in_the_journal(driver)


def test_that_a_full_disk_is_told_and_autosave_begins_again_when_there_is_room(journalled, monkeypatch):
    driver = journalled
    before = driver.window.autosave.folder
    with monkeypatch.context() as patch:

        def full(descriptor, data):
            raise OSError(28, "No space left on device")

        patch.setattr("facerestore.documents.journal.os.write", full)
        driver.click(60, 60)
        driver.wait(lambda: driver.message is not None)
    assert driver.message.title == "Autosave has stopped"
    driver.window.autosave._try_again_s = time.monotonic() - 1
    driver.click(90, 60)
    assert driver.window.autosave.folder != before
    assert not before.exists()
    assert_all_in_the_journal(driver)


def test_that_the_recovery_dialog_discards_and_recovers(qtbot, journalled, root, tmp_path):
    journalled.click(60, 60)
    left = killed(journalled, root)
    shutil.copytree(left / "abcdef", left / "bcdefa")
    found, gone = abandoned_journals(left), []
    dialog = RecoveryDialog(found, gone.append)
    qtbot.addWidget(dialog)
    dialog._discard_chosen()
    assert gone == [found[0].folder]
    assert dialog._list.count() == 1
    dialog._recover()
    assert dialog.chosen == found[1].folder


def test_that_autosave_costs_a_stroke_less_than_two_milliseconds(journalled):
    driver, autosave = journalled, journalled.window.autosave
    spent = [0.0]
    write = autosave._on_edited

    def timed(command):
        began = time.perf_counter()
        write(command)
        spent[-1] += time.perf_counter() - began

    driver.document.edited.disconnect(autosave._on_edited)
    driver.document.edited.connect(timed)
    driver.window.tool_settings.set_brush_diameter(60)
    for _ in range(15):
        driver.stroke((50, 50), (70, 55), (90, 50), (110, 90), (150, 120), (60, 150))
        driver.document.undo()
        spent.append(0.0)
    assert np.median(spent[:-1]) < 0.002


_PAINTING_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from facerestore.jobs.worker import WorkerSettings
from facerestore_gui.main_window import MainWindow

def main():
    application = QApplication([])
    window = MainWindow(WorkerSettings("fake_restorer:OneFace"), journals=Path(sys.argv[1]))
    window.show()
    window.files.open_photo(Path(sys.argv[2]))
    while window.document.project is None or window.runner.is_busy:
        QTest.qWait(10)
    print("worker", window.jobs.worker_pid, flush=True)
    window.tool_settings.set_brush_diameter(8)
    view, at = window.canvas.viewport(), lambda x, y: window.canvas.mapFromScene(QPointF(x, y))
    for count in range(10_000):
        y = 4 + 9 * (count % 21)
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at(20, y))
        for x in range(30, 211, 20):
            QTest.mouseMove(view, at(x, y))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at(210, y))
        print("stroke", y, flush=True)

if __name__ == "__main__":
    main()
"""


@pytest.mark.slow
@pytest.mark.parametrize("strokes", [1, 5, 12])
def test_that_a_window_killed_while_a_person_paints_loses_no_finished_stroke(tmp_path, root, portrait, strokes):
    script = tmp_path / "paint.py"
    script.write_text(f"import sys; sys.path[:0] = {sys.path!r}\n{_PAINTING_WINDOW}")
    process = subprocess.Popen(
        [sys.executable, str(script), str(root), str(portrait)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    worker = int(process.stdout.readline().split()[1])
    rows = [int(process.stdout.readline().split()[1]) for _ in range(strokes)]
    process.send_signal(signal.SIGKILL)
    rows += [int(line.split()[1]) for line in process.stdout if line.endswith("\n")]
    process.wait()
    process.stdout.close()
    (found,) = abandoned_journals(root)
    coverage = read_journal(found.folder).project.coverage
    assert found.photo == Path(portrait)
    for y in rows:
        assert coverage[y, 22:205].all()
    # the stroke being drawn may be there in part; nothing is where nobody painted
    assert not coverage[:, :8].any()
    with suppress(ProcessLookupError):
        os.kill(worker, signal.SIGKILL)


_NEXT_START = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from facerestore_gui.application import run
from facerestore_gui.dialogs.recovery import RecoveryDialog
from facerestore_gui.main_window import MainWindow

def look():
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, RecoveryDialog) and widget.isVisible():
            print("offered", widget._list.count(), flush=True)
            widget._recover()
        elif isinstance(widget, MainWindow) and widget.document.project is not None and not widget.runner.is_busy:
            print("recovered", int(widget.document.project.coverage.sum()), flush=True)
            widget.document.forget_unsaved()
            QApplication.exit()

if __name__ == "__main__":
    QApplication([])
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(50)
    sys.exit(run([]))
"""


@pytest.mark.slow
def test_that_the_next_start_offers_what_a_killed_one_left(journalled, root, tmp_path, nobodys_home):
    journalled.stroke((50, 50), (90, 50))
    there = nobodys_home / "state" / "facerestore" / "journals"
    shutil.copytree(killed(journalled, root), there)
    script = tmp_path / "start.py"
    script.write_text(f"import sys; sys.path[:0] = {sys.path!r}\n{_NEXT_START}")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=120, check=False)
    total = int(journalled.project.coverage.sum())
    assert done.stdout.splitlines()[:2] == ["offered 1", f"recovered {total}"], done.stderr


def test_that_a_program_killed_before_the_result_followed_the_choice_makes_it_follow_when_it_is_recovered(
    journalled, open_window, root
):
    driver = journalled
    driver.stroke((100, 80), (140, 120))
    driver.run("predict_layout")
    driver.generate(seed=3)
    driver.wait_idle()
    before = driver.document.result.restoration
    choice = Choice.whole(8, 256)
    driver.document.set_choice(0, "Use candidate 8", choice)
    driver.window.autosave.keep_up()
    assert not read_journal(driver.window.autosave.folder).project.result_is_current
    left = killed(driver, root)
    second = open_window(journals=left)
    second.dialogs.recovers = True
    second.window.recovery.offer()
    second.wait(lambda: second.project is not None)
    second.wait(lambda: second.document.result_is_current)
    made = second.document.result.restoration
    assert [one.seed for one in before.candidates] == [3]
    assert [one.seed for one in made.candidates] == [8]


def test_that_classes_are_journalled_with_what_they_do_to_the_mask(journalled):
    driver = journalled
    driver.window.tool_settings.choose_damage(DamageClass.CREASE)
    driver.stroke((40, 40), (80, 40))
    driver.window.class_edits.set_policy(Policy.PROTECT)
    assert in_the_journal(driver).project.classes.policies[DamageClass.CREASE] is Policy.PROTECT
    driver.trigger("remove_class")
    driver.wait(lambda: not driver.window.mask_edits.is_busy)
    assert in_the_journal(driver).project.classes == driver.project.classes
    assert not in_the_journal(driver).project.coverage.any()
    driver.trigger("undo")
    recovered = in_the_journal(driver).project
    assert recovered.classes == driver.project.classes
    assert (recovered.coverage == driver.project.coverage).all()
    driver.window.tool_settings.choose_damage(DamageClass.DAMAGE)
