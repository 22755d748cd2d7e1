"""Estimates come from measured times, and are not given where there are none."""

import pytest
from PySide6.QtCore import QSettings

from facerestore.restoration.steps import PlannedStep
from facerestore_gui.tasks.estimates import Estimates
from facerestore_gui.tasks.ram_usage import RamUsage

pytestmark = pytest.mark.gui


def test_that_nothing_is_said_of_what_was_never_measured():
    estimates = Estimates(None)
    estimates.note(PlannedStep("texture"), 2.0, "cpu")
    assert estimates.seconds([PlannedStep("texture"), PlannedStep("composite", 4)], "cpu") is None
    assert estimates.seconds([PlannedStep("texture")], "cuda") is None
    assert estimates.seconds([PlannedStep("texture")] * 3, "cpu") == pytest.approx(6)


def test_that_times_grow_with_the_units_follow_the_newest_and_outlive_the_program(tmp_path):
    path = str(tmp_path / "kept.ini")
    estimates = Estimates(QSettings(path, QSettings.Format.IniFormat))
    estimates.note(PlannedStep("composite", 10), 20.0, "cpu (2/4)")
    estimates.note(PlannedStep("composite", 5), 5.0, "cpu (2/4)")
    assert estimates.seconds([PlannedStep("composite", 2)], "cpu (2/4)") == pytest.approx(3)
    again = Estimates(QSettings(path, QSettings.Format.IniFormat))
    assert again.seconds([PlannedStep("composite", 2)], "cpu (2/4)") == pytest.approx(3)


def test_that_a_kept_time_that_makes_no_sense_counts_as_none(tmp_path):
    kept = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    kept.setValue("times/cpu/texture", "soon")
    assert Estimates(kept).seconds([PlannedStep("texture")], "cpu") is None


def test_that_the_memory_of_both_processes_is_counted_and_a_dead_one_is_not(driver):
    driver.click(120, 100)
    driver.generate()
    driver.wait_idle()
    alone, both = RamUsage(lambda: None), RamUsage(lambda: driver.session.worker.worker_pid)
    assert both.byte_count() > alone.byte_count() > 0
    assert RamUsage(lambda: 2**22 + 1).byte_count() > 0
    assert "GB" in driver.window.status.memory.text()


def test_that_the_second_time_says_how_long_it_will_take(desk):
    desk.click(120, 100)
    left = []
    desk.session.runner.progressed.connect(lambda *report: left.append(desk.session.runner.seconds_left))
    desk.generate(seed=1)
    desk.wait_idle()
    left.clear()
    desk.generate(seed=2)
    desk.wait_idle()
    known = [seconds for seconds in left if seconds is not None]
    assert known
    assert all(0 <= seconds < 60 for seconds in known)
    assert desk.session.runner.seconds_left is None
