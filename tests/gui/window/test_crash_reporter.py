"""What nobody expected becomes a report that the person may read, copy, save and remove; the window lives on."""

import logging
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from fake_restorer import SEED_CRASH, SEED_RAISE
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication

from facerestore.files.crash_reports import list_reports, write_report
from facerestore.files.crash_watch import CrashWatch
from facerestore.files.user_dirs import crash_folder
from facerestore_gui.dialogs.crash_reports import CrashReportsDialog
from facerestore_gui.window.crash_reporter import CrashReporter

ROOT = Path(__file__).parents[3]


@pytest.fixture
def watch():
    made = CrashWatch()
    made.begin()
    yield made
    made.end()


@pytest.fixture
def kept(tmp_path):
    return QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def crashing(open_window, portrait, watch, kept):
    """A window of its own with a photo and its mask, a worker that misbehaves by seed, and the reporter."""
    driver = open_window("OneFace")
    driver.reporter = CrashReporter(driver.window, watch, kept=kept)
    driver.open(portrait)
    driver.wait_idle()
    return driver


def choices(driver):
    return [text for text, _ in driver.message.choices]


def planted(driver, name="Tante Erna"):
    try:
        raise KeyError(name)
    except KeyError as error:
        driver.reporter.catch(KeyError, error, error.__traceback__)


def test_that_an_unexpected_exception_is_logged_reported_and_said_and_the_window_stays(crashing, portrait, caplog):
    with caplog.at_level(logging.CRITICAL):
        planted(crashing)
    crashing.wait(lambda: crashing.message is not None)
    assert crashing.message.title == "Something unexpected happened"
    assert choices(crashing) == ["Show report"]
    assert "Tante Erna" in caplog.text
    (path,) = list_reports()
    text = path.read_text("utf-8")
    for words in ("KeyError: <...>", "in planted", "Qt: 6", "settings: device auto", "networks run on: fake processor"):
        assert words in text, words
    for name in ("Tante Erna", portrait.name, portrait.stem, str(portrait.parent)):
        assert name not in text, name
    assert crashing.window.isVisible()


def test_that_the_same_fault_of_every_paint_event_is_reported_once(crashing):
    for _ in range(5):
        planted(crashing)
    crashing.wait(lambda: crashing.message is not None)
    crashing.qtbot.wait(50)
    assert len(list_reports()) == 1


def test_that_a_fault_in_a_thread_is_reported(crashing, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    crashing.reporter.install()
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    crashing.wait(lambda: crashing.message is not None)
    assert "ZeroDivisionError: integer division or modulo by zero" in list_reports()[0].read_text("utf-8")


@pytest.mark.parametrize(
    ("seed", "words"), [(SEED_RAISE, "in _misbehave"), (SEED_CRASH, "Fatal Python error: Aborted")]
)
def test_that_a_fault_of_the_worker_is_reported_with_where_it_was(crashing, seed, words):
    if seed == SEED_CRASH and sys.platform != "linux":
        pytest.skip("how a process is ended differs")
    crashing.stroke((100, 100), (130, 110))
    crashing.session.restore_settings.set_seed(seed)
    crashing.trigger("generate")
    crashing.wait_idle()
    crashing.wait(lambda: bool(list_reports()))
    assert words in list_reports()[0].read_text("utf-8")
    assert crashing.message.title == "The restoration failed"
    assert choices(crashing) == ["Show report"]


def test_that_a_failure_that_the_program_knows_is_no_crash(crashing, tmp_path):
    (tmp_path / "no.png").write_text("no picture")
    crashing.open(tmp_path / "no.png")
    crashing.wait_idle()
    assert crashing.message is not None
    assert list_reports() == []


def test_that_what_ended_the_program_before_is_told_at_the_next_start_once(crashing):
    running = crash_folder() / "running"
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    (running / f"{done.pid}.fault").write_text('Fatal Python error: Aborted\n\n  File "/home/erna/x.py", line 3 in f\n')
    crashing.reporter.tell_last_time()
    assert crashing.message.title == "The program ended unexpectedly before"
    assert choices(crashing) == ["Show report"]
    assert "erna" not in list_reports()[0].read_text("utf-8")
    crashing.window.message_bar.clear()
    crashing.reporter.tell_last_time()
    assert crashing.message is None


def test_that_a_report_that_nobody_was_told_of_is_told(crashing):
    write_report("fault", circumstances={})
    crashing.reporter.tell_last_time()
    assert choices(crashing) == ["Show report"]


def test_that_a_report_can_be_read_copied_saved_and_removed(qtbot, tmp_path):
    write_report("the first fault", circumstances={})
    write_report("the second fault", circumstances={})
    dialog = CrashReportsDialog()
    qtbot.addWidget(dialog)
    assert "the second fault" in dialog.text.toPlainText()
    assert dialog.choice.count() == 2
    dialog.copy.click()
    assert "the second fault" in QGuiApplication.clipboard().text()
    dialog.save_to(tmp_path / "saved.txt")
    assert (tmp_path / "saved.txt").read_text("utf-8") == list_reports()[0].read_text("utf-8")
    dialog.remove.click()
    assert "the first fault" in dialog.text.toPlainText()
    dialog.remove.click()
    assert dialog.text.toPlainText() == "No report is kept."
    assert not dialog.remove.isEnabled()
    assert list_reports() == []


def test_that_a_place_where_a_report_cannot_be_saved_is_told(qtbot, tmp_path):
    write_report("fault", circumstances={})
    dialog = CrashReportsDialog()
    qtbot.addWidget(dialog)
    dialog.save_to(tmp_path)
    assert "cannot be saved there" in dialog.text.toPlainText()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="how a process is ended differs")
def test_that_a_program_that_was_ended_by_a_fault_says_so_when_it_is_started_again(nobodys_home):
    places = [ROOT, *(ROOT / name for name in ("gui", "models", "resources"))]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, places))}
    code = """
import ctypes, sys
from PySide6.QtCore import QTimer
from facerestore_gui.application import run
from facerestore_gui.window.main_window import MainWindow
def end(window):
    bar = window.message_bar.message
    print("said:", bar.title if bar else None, flush=True)
    ctypes.string_at(0) if sys.argv[1] == "crash" else window.close()
shown = MainWindow.show
def show(window):
    shown(window)
    QTimer.singleShot(1500, lambda: end(window))
MainWindow.show = show
run([])
"""
    said = [
        subprocess.run([sys.executable, "-c", code, end], env=environment, capture_output=True, text=True, check=False)
        for end in ("crash", "close", "close")
    ]
    assert [one.returncode for one in said] == [-11, 0, 0], [one.stderr for one in said]
    told = "The program ended unexpectedly before"
    assert [told in one.stdout for one in said] == [False, True, False]
