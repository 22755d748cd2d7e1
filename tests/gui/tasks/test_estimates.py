"""Estimates come from measured times, and are not given where there are none."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from facerestore.restoration.steps import PlannedStep
from facerestore_gui.tasks.estimates import Estimates
from facerestore_gui.tasks.ram_usage import RamUsage
from facerestore_gui.tasks.task_runner import _merged

pytestmark = pytest.mark.gui


def steps_of(size, masked, faces):
    """What a restoration of a photo comes to."""
    return [PlannedStep("crop", size), *[PlannedStep("texture")] * faces, PlannedStep("composite", size, masked, faces)]


class Machine:
    """A machine that takes so long once, and for each megapixel, masked megapixel and face; a little more or less each
    time."""

    def __init__(self, costs, noise=lambda: 1.0):
        self.costs, self._noise = costs, noise

    def seconds(self, step):
        once, size, masked, face = self.costs
        return self._noise() * (once + size * step.megapixels + masked * step.masked + face * step.faces)

    def run(self, estimates, steps):
        """What was said before it began, and what it took."""
        said = estimates.seconds(steps, "cpu")
        took = [self.seconds(step) for step in steps]
        for step, seconds in zip(steps, took, strict=True):
            estimates.note(step, seconds, "cpu")
        return said, sum(took)


_COST = st.floats(0, 10, allow_subnormal=False)
_PHOTO = st.tuples(st.floats(0.1, 100), st.floats(0.001, 1), st.integers(0, 4))


@given(st.tuples(st.floats(0.01, 2), _COST, _COST, _COST), st.lists(_PHOTO, min_size=4, max_size=10))
def test_that_what_is_said_is_never_off_by_more_than_two_whatever_the_machine_and_the_photos(costs, photos):
    estimates, machine = Estimates(None), Machine(costs)
    for size, share, faces in photos:
        said, took = machine.run(estimates, steps_of(size, size * share, faces))
        assert said is None or took / 2 <= said <= took * 2


@given(
    st.tuples(st.floats(0.01, 2), _COST, _COST, _COST),
    _PHOTO,
    st.lists(st.tuples(st.floats(0.8, 1.4), st.floats(0.7, 1.5)), min_size=4, max_size=8),
    st.integers(0, 2**32 - 1),
)
def test_that_after_the_third_run_on_like_photos_it_is_said_within_a_factor_of_two(costs, photo, likes, seed):
    estimates, drawn = Estimates(None), random.Random(seed)
    machine, (size, share, faces) = Machine(costs, lambda: drawn.uniform(0.85, 1.15)), photo
    runs = [
        machine.run(estimates, steps_of(size * larger, size * larger * share * more, faces)) for larger, more in likes
    ]
    for said, took in runs[3:]:
        assert said is not None
        assert took / 2 <= said <= took * 2


def test_that_nothing_is_said_of_what_was_never_measured_or_is_nothing_like_it():
    estimates = Estimates(None)
    estimates.note(PlannedStep("texture"), 2.0, "cpu")
    estimates.note(PlannedStep("composite", 1, 0.1, 1), 2.0, "cpu")
    assert estimates.seconds([PlannedStep("texture"), PlannedStep("crop", 1)], "cpu") is None
    assert estimates.seconds([PlannedStep("texture")], "cuda") is None
    assert estimates.seconds([PlannedStep("texture")] * 3, "cpu") == pytest.approx(6)
    # 80 megapixels may take as long or 80 times as long
    assert estimates.seconds([PlannedStep("composite", 80, 0.1, 1)], "cpu") is None


def test_that_two_times_tell_what_lies_between_them():
    estimates = Estimates(None)
    estimates.note(PlannedStep("composite", 1, 0.05, 1), 2.0, "cpu")
    assert estimates.seconds([PlannedStep("composite", 1, 0.5, 1)], "cpu") is None
    estimates.note(PlannedStep("composite", 1, 0.5, 1), 2.5, "cpu")
    assert estimates.seconds([PlannedStep("composite", 1, 0.2, 1)], "cpu") == pytest.approx(2.25, abs=0.25)


def test_that_times_outlive_the_program_and_the_oldest_are_forgotten(tmp_path):
    path = str(tmp_path / "kept.ini")
    estimates = Estimates(QSettings(path, QSettings.Format.IniFormat))
    for seconds in (99.0, *[4.0] * 8):
        estimates.note(PlannedStep("composite", 10), seconds, "cpu (2/4)")
    again = Estimates(QSettings(path, QSettings.Format.IniFormat))
    assert again.seconds([PlannedStep("composite", 10)], "cpu (2/4)") == pytest.approx(4)


@pytest.mark.parametrize(
    "entry", ["soon", "3.5", "[[1]]", "[[[1, 2], 3]]", "[[[1, 1, 1, NaN], 2]]", "[[[1, 0, 0, 0], -1]]"]
)
def test_that_a_kept_time_that_makes_no_sense_counts_as_none(tmp_path, entry):
    kept = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    kept.setValue("times/cpu/texture", entry)
    assert Estimates(kept).seconds([PlannedStep("texture")], "cpu") is None


def test_that_a_plan_that_is_told_later_takes_the_place_of_what_was_said_of_the_same_stages():
    crop, layout, texture, composite = (PlannedStep(name) for name in ("crop", "layout", "texture", "composite"))
    whole = [crop, layout, crop, texture, composite]
    assert _merged(whole, [crop]) == [crop, layout, texture, composite]
    assert _merged([layout, texture, composite], [texture, texture, composite]) == [texture, texture, composite]
    assert _merged([], [texture]) == [texture]


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
