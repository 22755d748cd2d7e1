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


def test_that_an_unexpected_error_is_a_message_and_the_next_run_works(desk):
    desk.click(120, 100)
    desk.generate(fake_restorer.SEED_RAISE)
    desk.wait_idle()
    assert desk.message.title == "The restoration failed"
    desk.generate()
    desk.wait_idle()
    assert desk.document.result is not None


def test_that_a_worker_that_cannot_be_started_is_a_message_and_not_endless_work(desk, monkeypatch):
    def refuse(request):
        raise OSError("no more processes")

    monkeypatch.setattr(desk.session.worker, "submit", refuse)
    desk.trigger("predict_layout")
    desk.wait_idle()
    assert desk.message.title == "The restoration failed"
    monkeypatch.undo()
    desk.run("predict_layout")
    assert desk.document.work.layout is not None


def test_that_a_fault_between_two_steps_is_a_message_and_not_endless_work(desk):
    def steps():
        yield Calculation("read", lambda progress, cancel: None)
        raise ValueError("planted")

    desk.session.runner.start(steps())
    desk.wait_idle()
    assert desk.message.title == "The restoration failed"


def test_that_cancelling_ends_the_work_within_a_second(driver):
    driver.click(120, 100)
    driver.generate(fake_restorer.SEED_SLOW)
    driver.wait_for_stage("texture")
    began = time.monotonic()
    driver.key(Qt.Key.Key_Escape)
    driver.wait_idle()
    assert time.monotonic() - began < 1
    assert driver.document.result is None
    assert driver.message is None


def test_that_a_calculation_cancelled_ends_the_task_at_once_and_its_result_is_left_unused(desk):
    release, used = threading.Event(), []

    def steps():
        used.append((yield Calculation("composite", lambda progress, cancel: release.wait(10))))

    desk.session.runner.start(steps())
    desk.wait_for_stage("composite")
    desk.cancel()
    assert not desk.session.runner.is_busy
    release.set()
    desk.session.runner.close()  # waits for the thread
    desk.wait_idle()
    assert used == []


def test_that_a_worker_deaf_to_cancelling_is_ended_and_replaced(desk):
    desk.click(120, 100)
    desk.generate(fake_restorer.SEED_DEAF)
    desk.wait_for_stage("texture")
    began, pid = time.monotonic(), desk.session.worker.worker_pid
    desk.cancel()
    desk.wait_idle()
    assert time.monotonic() - began < 1.5
    assert desk.message is None
    desk.generate()
    desk.wait_idle()
    assert desk.document.result is not None
    assert desk.session.worker.worker_pid != pid


def test_that_another_photo_opens_while_a_deaf_worker_is_being_ended(desk, tmp_path):
    other = tmp_path / "other.png"
    write_photo(Photo(np.full((90, 80), 77, np.uint8)), other)
    desk.click(120, 100)
    desk.generate(fake_restorer.SEED_DEAF)
    desk.wait_for_stage("texture")
    desk.open(other)
    assert desk.project.photo.path == other
    assert len(desk.project.faces) == 1
    assert desk.message is None


def test_that_a_cancel_while_the_worker_still_starts_is_heard(open_session, portrait):
    desk = open_session("SlowStart")
    desk.session.files.open_photo(portrait)
    desk.wait(lambda: desk.session.worker.worker_pid is not None)
    began = time.monotonic()
    desk.cancel()
    desk.wait_idle()
    assert time.monotonic() - began < 1.5
    assert desk.project.faces == ()
    desk.run("find_faces")
    assert len(desk.project.faces) == 1


@pytest.mark.parametrize("end", ["abort", "kill"])
def test_that_the_workers_death_leaves_mask_and_layout_and_the_next_run_works(desk, end):
    desk.run("predict_layout")
    desk.stroke((100, 80), (140, 120))
    coverage, labels = desk.project.coverage.copy(), desk.document.work.layout.labels
    if end == "abort":
        desk.generate(fake_restorer.SEED_CRASH)
    else:
        desk.generate(fake_restorer.SEED_SLOW)
        desk.wait_for_stage("texture")
        os.kill(desk.session.worker.worker_pid, signal.SIGKILL)
    desk.wait_idle()
    assert desk.message.title == "The restoration failed"
    assert "mask and the layout are untouched" in desk.message.text
    assert (desk.project.coverage == coverage).all()
    assert desk.document.work.layout.labels is labels
    desk.generate()
    desk.wait_idle()
    assert desk.document.result is not None


def test_that_a_worker_that_died_idle_is_replaced_without_a_word(desk):
    os.kill(desk.session.worker.worker_pid, signal.SIGKILL)
    desk.click(120, 100)
    desk.generate()
    desk.wait_idle()
    assert desk.document.result is not None


def test_that_the_window_stays_responsive_while_the_worker_starts_and_works(open_session, portrait):
    desk = open_session("SlowStart")
    gaps, last = [], [time.monotonic()]

    def tick():
        gaps.append(time.monotonic() - last[0])
        last[0] = time.monotonic()

    timer = QTimer()
    timer.timeout.connect(tick)
    desk.open(portrait)
    desk.click(120, 100)
    last[0] = time.monotonic()
    timer.start(5)
    desk.generate()
    desk.wait_idle()
    timer.stop()
    # a loaded machine may take any one tick away; most must come in time, and none may wait for the work
    assert np.quantile(gaps, 0.95) < 0.1
    assert max(gaps) < 0.5


def test_that_closing_while_the_worker_works_ends_it(open_session, portrait):
    desk = open_session()
    desk.open(portrait)
    desk.click(120, 100)
    desk.generate(fake_restorer.SEED_DEAF)
    desk.wait_for_stage("texture")
    pid = desk.session.worker.worker_pid
    began = time.monotonic()
    desk.session.close()
    assert time.monotonic() - began < 1
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_that_missing_weights_are_told_with_their_advice(open_session, portrait):
    desk = open_session("WithoutWeights")
    desk.open(portrait)
    assert desk.message.title == "A network is not installed"
    assert "Install it." in desk.message.text
    assert desk.project is not None


def test_that_a_worker_that_is_killed_while_idle_is_noticed_at_once(desk, caplog):
    desk.run("predict_layout")
    os.kill(desk.session.worker.worker_pid, signal.SIGTERM)
    desk.wait(lambda: desk.session.worker.worker_pid is None)
    assert "while it was idle" in caplog.text
    desk.click(120, 100)
    desk.generate()
    desk.wait_idle()
    assert desk.document.result is not None


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
