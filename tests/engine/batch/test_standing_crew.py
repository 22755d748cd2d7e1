"""The crew of a watched batch: it stays as long as it fits, and knows what is under way."""

import threading

import numpy as np
import pytest

from facerestore.batch import crews as crews_module
from facerestore.batch.attempt import Stopped
from facerestore.batch.item import BatchItem
from facerestore.batch.plan import BatchRequest
from facerestore.batch.run import BatchOptions
from facerestore.batch.standing_crew import CountedCrew, StandingCrew
from facerestore.files.writing import write_photo
from facerestore.jobs.file_job import FileJob
from facerestore.jobs.file_masks import MaskFiles
from facerestore.jobs.worker import WorkerSettings
from facerestore.values.photo import Photo


class Crew:
    """Takes everything, and ends when it is told to."""

    notes = ()

    def __init__(self, size=2):
        self.size = self.free = size
        self.asked, self.ends, self.is_closed = [], [], False

    def weights(self, tasks):
        self.asked.append(tuple(tasks))
        return dict.fromkeys(tasks, "0")

    def give(self, number, assignment):
        pass

    def ended(self, timeout_s):
        ends, self.ends = self.ends, []
        return ends

    def listen_to(self, cancel):
        pass

    def close(self):
        self.is_closed = True


@pytest.fixture
def made(monkeypatch):
    crews = []
    monkeypatch.setattr(crews_module, "ProcessCrew", lambda settings, size: crews.append(Crew(size)) or crews[-1])
    return crews


@pytest.fixture
def item(tmp_path):
    def make(side):
        path = tmp_path / f"{side}.png"
        write_photo(Photo(np.zeros((side, side, 3), np.uint8)), path, overwrite=True)
        return BatchItem(path, FileJob(photo=path, masks=MaskFiles(), output=tmp_path / "out.png"))

    return make


def standing_crew(tmp_path, workers):
    request = BatchRequest(photos=tmp_path, results=tmp_path / "out")
    return StandingCrew(request, WorkerSettings(), BatchOptions(workers=workers))


def test_that_a_crew_stays_for_photos_that_need_no_more_memory(made, item, tmp_path):
    standing = standing_crew(tmp_path, 3)
    standing.for_items([item(20)])
    standing.for_items([item(10), item(20)])
    assert len(made) == 1
    standing.for_items([item(40)])
    assert [crew.is_closed for crew in made] == [True, False]
    standing.close()
    standing.close()
    assert made[1].is_closed
    standing.for_items([item(40)])
    assert len(made) == 3


def test_that_there_are_as_many_as_photos_may_come_at_a_time(made, item, tmp_path, monkeypatch):
    monkeypatch.setattr("facerestore.batch.standing_crew.usable_cores", lambda: 4)
    monkeypatch.setattr("facerestore.batch.crew.usable_cores", lambda: 4)
    monkeypatch.setattr("facerestore.batch.crew.free_bytes", lambda: 64_000_000_000)
    assert standing_crew(tmp_path, None).for_items([item(10)]).size == 4


def test_that_it_is_at_rest_when_all_that_was_given_has_ended():
    inner, stop = Crew(), threading.Event()
    crew = CountedCrew(inner)
    resting = crew.resting(stop)
    crew.give(0, None)
    stop.set()
    assert not resting.is_set()
    inner.ends = [(0, Stopped())]
    assert crew.ended(0) == [(0, Stopped())]
    assert resting.is_set()


def test_that_the_networks_are_looked_at_once_for_each_crew():
    inner = Crew()
    crew = CountedCrew(inner)
    assert crew.weights(["layout"]) == crew.weights(["layout"]) == {"layout": "0"}
    crew.weights([])
    assert inner.asked == [("layout",), ()]
