"""The real worker process: cancelled, killed, deaf, slow to start, and never in the window's way."""

import errno
import multiprocessing
import os
import signal
import sys
import tempfile
import threading
import time
from multiprocessing import heap

import fake_restorer
import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer

from facerestore.files.writing import write_photo
from facerestore.values.photo import Photo
from facerestore_gui.tasks import worker_client
from facerestore_gui.tasks.task_runner import Calculation

pytestmark = pytest.mark.gui


def test_that_an_unexpected_error_is_a_message_and_the_next_run_works(driver):
    driver.click(120, 100)
    driver.generate(fake_restorer.SEED_RAISE)
    driver.wait_idle()
    assert driver.message.title == "The restoration failed"
    driver.generate()
    driver.wait_idle()
    assert driver.document.result is not None


def test_that_a_worker_that_cannot_be_started_is_a_message_and_not_endless_work(driver, monkeypatch):
    def refuse(request):
        raise OSError("no more processes")

    monkeypatch.setattr(driver.window.worker, "submit", refuse)
    driver.trigger("predict_layout")
    driver.wait_idle()
    assert driver.message.title == "The restoration failed"
    monkeypatch.undo()
    driver.run("predict_layout")
    assert driver.document.work.layout is not None


def test_that_a_fault_between_two_steps_is_a_message_and_not_endless_work(driver):
    def steps():
        yield Calculation("read", lambda progress, cancel: None)
        raise ValueError("planted")

    driver.window.runner.start(steps())
    driver.wait_idle()
    assert driver.message.title == "The restoration failed"


def test_that_cancelling_ends_the_work_within_a_second(driver):
    driver.click(120, 100)
    driver.generate(fake_restorer.SEED_SLOW)
    driver.wait(lambda: driver.window.status.text.startswith("Painting"))
    began = time.monotonic()
    driver.key(Qt.Key.Key_Escape)
    driver.wait_idle()
    assert time.monotonic() - began < 1
    assert driver.document.result is None
    assert driver.message is None


def test_that_a_calculation_cancelled_ends_the_task_at_once_and_its_result_is_left_unused(driver):
    release, used = threading.Event(), []

    def steps():
        used.append((yield Calculation("composite", lambda progress, cancel: release.wait(10))))

    driver.window.runner.start(steps())
    driver.wait(lambda: driver.window.status.text.startswith("Putting"))
    driver.key(Qt.Key.Key_Escape)
    assert not driver.window.runner.is_busy
    release.set()
    driver.qtbot.wait(50)
    assert used == []


def test_that_a_worker_deaf_to_cancelling_is_ended_and_replaced(open_window, portrait):
    driver = open_window()
    driver.open(portrait)
    driver.click(120, 100)
    driver.generate(fake_restorer.SEED_DEAF)
    driver.wait(lambda: driver.window.status.text.startswith("Painting"))
    began, pid = time.monotonic(), driver.window.worker.worker_pid
    driver.window.cancel()
    driver.wait_idle()
    assert time.monotonic() - began < 1.5
    assert driver.message is None
    driver.generate()
    driver.wait_idle()
    assert driver.document.result is not None
    assert driver.window.worker.worker_pid != pid


def test_that_another_photo_opens_while_a_deaf_worker_is_being_ended(open_window, portrait, tmp_path):
    other = tmp_path / "other.png"
    write_photo(Photo(np.full((90, 80), 77, np.uint8)), other)
    driver = open_window()
    driver.open(portrait)
    driver.click(120, 100)
    driver.generate(fake_restorer.SEED_DEAF)
    driver.wait(lambda: driver.window.status.text.startswith("Painting"))
    driver.open(other)
    assert driver.project.photo.path == other
    assert len(driver.project.faces) == 1
    assert driver.message is None


def test_that_a_cancel_while_the_worker_still_starts_is_heard(open_window, portrait):
    driver = open_window("SlowStart")
    driver.window.files.open_photo(portrait)
    driver.wait(lambda: driver.window.worker.worker_pid is not None)
    began = time.monotonic()
    driver.window.cancel()
    driver.wait_idle()
    assert time.monotonic() - began < 1.5
    assert driver.project.faces == ()
    driver.run("find_faces")
    assert len(driver.project.faces) == 1


@pytest.mark.parametrize("end", ["abort", "kill"])
def test_that_the_workers_death_leaves_mask_and_layout_and_the_next_run_works(open_window, portrait, end):
    driver = open_window()
    driver.open(portrait)
    driver.run("predict_layout")
    driver.stroke((100, 80), (140, 120))
    coverage, labels = driver.project.coverage.copy(), driver.document.work.layout.labels
    if end == "abort":
        driver.generate(fake_restorer.SEED_CRASH)
    else:
        driver.generate(fake_restorer.SEED_SLOW)
        driver.wait(lambda: driver.window.status.text.startswith("Painting"))
        os.kill(driver.window.worker.worker_pid, signal.SIGKILL)
    driver.wait_idle()
    assert driver.message.title == "The restoration failed"
    assert "mask and the layout are untouched" in driver.message.text
    assert (driver.project.coverage == coverage).all()
    assert driver.document.work.layout.labels is labels
    driver.generate()
    driver.wait_idle()
    assert driver.document.result is not None


def test_that_a_worker_that_died_idle_is_replaced_without_a_word(open_window, portrait):
    driver = open_window()
    driver.open(portrait)
    os.kill(driver.window.worker.worker_pid, signal.SIGKILL)
    driver.click(120, 100)
    driver.generate()
    driver.wait_idle()
    assert driver.document.result is not None


def test_that_the_window_stays_responsive_while_the_worker_starts_and_works(open_window, portrait):
    driver = open_window("SlowStart")
    gaps, last = [], [time.monotonic()]

    def tick():
        gaps.append(time.monotonic() - last[0])
        last[0] = time.monotonic()

    timer = QTimer()
    timer.timeout.connect(tick)
    driver.open(portrait)
    driver.click(120, 100)
    last[0] = time.monotonic()
    timer.start(5)
    driver.generate()
    driver.wait_idle()
    timer.stop()
    # a loaded machine may take any one tick away; most must come in time, and none may wait for the work
    assert np.quantile(gaps, 0.95) < 0.1
    assert max(gaps) < 0.5


def test_that_closing_while_the_worker_works_ends_it(open_window, portrait):
    driver = open_window()
    driver.open(portrait)
    driver.click(120, 100)
    driver.generate(fake_restorer.SEED_DEAF)
    driver.wait(lambda: driver.window.status.text.startswith("Painting"))
    pid = driver.window.worker.worker_pid
    began = time.monotonic()
    assert driver.window.close()
    assert time.monotonic() - began < 1
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_that_missing_weights_are_told_with_their_advice(open_window, portrait):
    driver = open_window("WithoutWeights")
    driver.open(portrait)
    assert driver.message.title == "A network is not installed"
    assert "Install it." in driver.message.text
    assert driver.project is not None


def test_that_a_worker_that_is_killed_while_idle_is_noticed_at_once(driver, caplog):
    driver.run("predict_layout")
    os.kill(driver.window.worker.worker_pid, signal.SIGTERM)
    driver.wait(lambda: driver.window.worker.worker_pid is None)
    assert "while it was idle" in caplog.text
    driver.click(120, 100)
    driver.generate()
    driver.wait_idle()
    assert driver.document.result is not None


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/shm")
def test_that_without_shared_memory_a_temporary_file_takes_its_place(monkeypatch):
    made = tempfile.mkstemp
    places = []

    def refused(*arguments, **options):
        places.append(str(options.get("dir")))
        if places[-1].startswith("/dev/shm"):
            raise OSError(errno.EROFS, "Read-only file system")
        return made(*arguments, **options)

    monkeypatch.setattr(tempfile, "mkstemp", refused)
    monkeypatch.setattr(heap.BufferWrapper, "_heap", heap.Heap())
    number = worker_client._shared_number(multiprocessing.get_context("spawn"))
    number.value = 7
    assert number.value == 7
    assert [place.startswith("/dev/shm") for place in places] == [True, False]
