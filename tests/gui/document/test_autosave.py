"""Autosave in the real window, and a window killed while a person paints."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from left_journals import assert_all_in_the_journal, in_the_journal
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facerestore.documents.abandoned_journals import abandoned_journals
from facerestore.documents.journal_reading import read_journal
from facerestore.files.writing import write_photo
from facerestore.values.damage_classes import DamageClass, Policy
from facerestore.values.photo import Photo
from facerestore_gui.document.tool_settings import ToolKind

pytestmark = pytest.mark.gui


def test_that_every_edit_is_in_the_journal_at_once(journalled_desk):
    desk = journalled_desk
    settings = desk.session.tool_settings
    desk.stroke((50, 50), (70, 55), (90, 50))
    assert_all_in_the_journal(desk)
    desk.run("predict_layout")
    assert_all_in_the_journal(desk)
    random = np.random.default_rng(4)
    tools = [ToolKind.BRUSH, ToolKind.ERASER, ToolKind.PAINT, ToolKind.FILL]
    for _ in range(12):
        settings.choose(tools[random.integers(len(tools))])
        settings.choose_class(int(random.integers(19)))
        desk.stroke(*[tuple(random.uniform((10, 10), (230, 190))) for _ in range(random.integers(1, 5))])
        if random.integers(3) == 0:
            desk.session.document.undo()
        if random.integers(5) == 0:
            desk.session.document.redo()
        assert_all_in_the_journal(desk)
    for name in ("invert_mask", "clear_mask", "undo", "remove_face", "undo", "reset_layout"):
        desk.trigger(name)
        assert_all_in_the_journal(desk)


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
    driver.window.requests.cancel()
    QTest.mouseRelease(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(90, 90))
    assert not in_the_journal(driver).project.coverage.any()


def test_that_closing_and_opening_leave_no_journal_of_the_old_photo(journalled, root, tmp_path):
    driver = journalled
    driver.click(60, 60)
    first = driver.session.autosave.folder
    other = tmp_path / "other.png"
    write_photo(Photo(np.full((50, 60), 77, np.uint8)), other)
    driver.open(other)
    assert not first.exists()
    driver.window.close()
    assert list(root.iterdir()) == []


def test_that_a_full_disk_is_told_and_autosave_begins_again_when_there_is_room(journalled_desk, monkeypatch):
    desk = journalled_desk
    before = desk.session.autosave.folder
    with monkeypatch.context() as patch:

        def full(descriptor, data):
            raise OSError(28, "No space left on device")

        patch.setattr("facerestore.documents.journal.os.write", full)
        desk.click(60, 60)
        desk.wait(lambda: desk.message is not None)
    assert desk.message.title == "Autosave has stopped"
    desk.session.autosave._try_again_s = time.monotonic() - 1
    desk.click(90, 60)
    assert desk.session.autosave.folder != before
    assert not before.exists()
    assert_all_in_the_journal(desk)


def test_that_autosave_costs_a_stroke_less_than_two_milliseconds(journalled_desk):
    desk, autosave = journalled_desk, journalled_desk.session.autosave
    spent = [0.0]
    write = autosave._on_edited

    def timed(command):
        began = time.perf_counter()
        write(command)
        spent[-1] += time.perf_counter() - began

    desk.document.edited.disconnect(autosave._on_edited)
    desk.document.edited.connect(timed)
    desk.session.tool_settings.set_brush_diameter(60)
    for _ in range(15):
        desk.stroke((50, 50), (70, 55), (90, 50), (110, 90), (150, 120), (60, 150))
        desk.document.undo()
        spent.append(0.0)
    assert np.median(spent[:-1]) < 0.002


_PAINTING_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from facerestore.jobs.worker import WorkerSettings
from facerestore_gui.window.main_window import MainWindow

def main():
    application = QApplication([])
    window = MainWindow(WorkerSettings("fake_restorer:OneFace"), journals=Path(sys.argv[1]))
    window.show()
    window.session.files.open_photo(Path(sys.argv[2]))
    while window.session.document.project is None or window.session.runner.is_busy:
        QTest.qWait(10)
    print("worker", window.session.worker.worker_pid, flush=True)
    window.session.tool_settings.set_brush_diameter(8)
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


def test_that_classes_are_journalled_with_what_they_do_to_the_mask(journalled_desk):
    desk = journalled_desk
    desk.session.tool_settings.choose_damage(DamageClass.CREASE)
    desk.stroke((40, 40), (80, 40))
    desk.session.damage_class_edits.set_policy(Policy.PROTECT)
    assert in_the_journal(desk).project.classes.policies[DamageClass.CREASE] is Policy.PROTECT
    desk.trigger("remove_class")
    desk.wait(lambda: not desk.session.mask_edits.is_busy)
    assert in_the_journal(desk).project.classes == desk.project.classes
    assert not in_the_journal(desk).project.coverage.any()
    desk.trigger("undo")
    recovered = in_the_journal(desk).project
    assert recovered.classes == desk.project.classes
    assert (recovered.coverage == desk.project.coverage).all()
    desk.session.tool_settings.choose_damage(DamageClass.DAMAGE)
