"""Processes that restore: a photo that ends one ends no other, and a kill of all loses nothing."""

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest
from batches import entries, put_photos, run_batch, statuses

from facerestore.batch.crew import ProcessCrew, crew_size
from facerestore.batch.ledger import NAME
from facerestore.batch.outcomes import State
from facerestore.batch.plan import BatchRequest, planned
from facerestore.batch.room import refuse_lack_of_room
from facerestore.files.record_file import record_of_result
from facerestore.jobs.worker import WorkerSettings
from facerestore.values.errors import OutputRefused

pytestmark = pytest.mark.slow

SUPPORT = Path(__file__).parents[2] / "support"


@pytest.fixture
def put(tmp_path):
    """Puts photos of a brightness into the folder, with their masks."""
    (tmp_path / "in").mkdir()

    def make(**brightness):
        put_photos(tmp_path / "in", **brightness)
        return BatchRequest(photos=tmp_path / "in", results=tmp_path / "out")

    return make


@pytest.fixture
def crew():
    made = []

    def make(factory="Fatal", size=2):
        made.append(ProcessCrew(WorkerSettings(f"fake_restorer:{factory}"), size))
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_that_a_photo_that_ends_its_process_twice_is_set_aside_and_the_rest_go_on(put, crew):
    asked = put(a=150, fatal=250, c=160, d=170)
    report = run_batch(asked, crew=crew())
    assert statuses(report) == {"a.png": "restored", "fatal.png": "set aside", "c.png": "restored", "d.png": "restored"}
    (fatal,) = [one for one in report.outcomes if one.photo.name == "fatal.png"]
    assert "2 times" in fatal.message
    assert entries(asked)["fatal.png"].ended == 2
    again = run_batch(asked, crew=crew())
    assert statuses(again)["fatal.png"] == "set aside"
    assert again.outcomes[0].was_done
    tried = run_batch(asked, crew=crew(), retry_failed=True)
    assert statuses(tried)["fatal.png"] == "set aside"


def test_that_lack_of_memory_is_tried_again_alone_and_then_told(put, crew):
    asked = put(a=150, dark=5, c=160)
    report = run_batch(asked, crew=crew())
    assert statuses(report) == {"a.png": "restored", "c.png": "restored", "dark.png": "failed"}
    assert "memory" in report.outcomes[-1].message


def test_that_results_are_the_same_by_any_number_of_processes(put, crew, tmp_path):
    asked = put(a=150, b=160, c=170, d=180)
    run_batch(asked, crew=crew(size=1))
    one = {path.name: path.read_bytes() for path in asked.results.glob("*.png")}
    two = BatchRequest(photos=asked.photos, results=tmp_path / "two")
    run_batch(two, crew=crew(size=2))
    assert {path.name: path.read_bytes() for path in two.results.glob("*.png")} == one
    assert len(one) == 4


def test_that_a_cancelled_batch_stops_soon_and_leaves_whole_results(put, crew):
    asked = put(**{f"p{number}": 107 for number in range(6)})
    stop = threading.Event()
    report = run_batch(asked, crew=crew(), cancel=stop, on_outcome=lambda index, outcome: stop.set())
    assert report.is_cancelled
    assert 1 <= len(report.outcomes) < 6
    assert all(record_of_result(path) is not None for path in asked.results.glob("*.png"))
    rest = run_batch(asked, crew=crew("OneFace"))
    assert sorted(statuses(rest).values()).count("done") == len(report.outcomes)
    assert set(statuses(rest).values()) == {"done", "restored"}


def test_that_folders_that_are_out_of_reach_for_a_while_fail_no_photo(put, crew):
    asked = put(a=150, b=107, c=160)
    aside = asked.photos.with_name("unmounted")

    def vanish(index, outcome):
        if not aside.exists() and len(list(asked.results.glob("*.png"))) == 1:
            asked.photos.rename(aside)
            threading.Timer(1.5, lambda: aside.rename(asked.photos)).start()

    report = run_batch(asked, crew=crew(size=1), on_outcome=vanish, patience_s=20)
    assert set(statuses(report).values()) == {"restored"}


def test_that_as_many_processes_are_taken_as_memory_allows(put, monkeypatch):
    items = planned(put(a=1, b=2, c=3))
    monkeypatch.setattr("facerestore.batch.crew.usable_cores", lambda: 8)
    monkeypatch.setattr("facerestore.batch.crew.free_bytes", lambda: 2_000_000_000)
    assert crew_size(items) == 2
    monkeypatch.setattr("facerestore.batch.crew.free_bytes", lambda: 64_000_000_000)
    assert crew_size(items) == 3
    monkeypatch.setattr("facerestore.batch.crew.free_bytes", lambda: 1)
    assert crew_size(items) == 1


def test_that_a_disk_without_room_is_said_before_anything_is_restored(put, monkeypatch):
    asked = put(a=1)
    monkeypatch.setattr("shutil.disk_usage", lambda path: SimpleNamespace(free=10))
    with pytest.raises(OutputRefused, match="free"):
        refuse_lack_of_room(planned(asked), asked.results)
    assert not asked.results.exists()


_RUN = """
import sys
from contextlib import closing
sys.path.insert(0, {support!r})
from batches import put_photos, run_batch
from facerestore.batch.crew import ProcessCrew
from facerestore.batch.plan import BatchRequest
from facerestore.jobs.worker import WorkerSettings
from pathlib import Path
from types import SimpleNamespace

if __name__ == "__main__":
    crew = ProcessCrew(WorkerSettings("fake_restorer:Fatal"), 2)
    with closing(crew):
        run_batch(BatchRequest(photos=Path({photos!r}), results=Path({results!r})), crew=crew)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_that_a_batch_killed_at_any_moment_and_begun_again_ends_as_one_that_was_not(put, crew, tmp_path):
    asked = put(**{f"p{number}": 140 + number for number in range(6)})
    run_batch(asked, crew=crew())
    undisturbed = {path.name: path.read_bytes() for path in asked.results.glob("*.png")}
    killed = BatchRequest(photos=asked.photos, results=tmp_path / "killed")
    script = tmp_path / "run.py"
    script.write_text(_RUN.format(support=str(SUPPORT), photos=str(killed.photos), results=str(killed.results)))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(SUPPORT), os.environ.get("PYTHONPATH", "")])}
    for delay_s in (0.0, 0.15):
        process = subprocess.Popen([sys.executable, str(script)], env=environment)
        count = len(list(killed.results.glob("*.png"))) if killed.results.exists() else 0
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and len(list(killed.results.glob("*.png"))) <= count:
            time.sleep(0.01)
        time.sleep(delay_s)
        children = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGKILL)
        process.wait()
        # they end by themselves, on a busy machine some time later; until then what they write is theirs
        assert psutil.wait_procs(children, timeout=60)[1] == []
    report = run_batch(killed, crew=crew())
    assert set(statuses(report).values()) <= {"done", "restored"}
    assert {path.name: path.read_bytes() for path in killed.results.glob("*.png")} == undisturbed
    assert all(entry.state is State.RESTORED for entry in entries(killed).values())
    hidden = [path for path in killed.results.iterdir() if path.name.startswith(".")]
    assert hidden == []
    assert (killed.results / NAME).is_file()


def test_that_a_crew_that_is_closed_leaves_no_process(put, crew):
    asked = put(a=150, b=160)
    with closing(crew()) as workers:
        run_batch(asked, crew=workers)
        processes = [worker.process for worker in workers._workers]
        assert processes
    assert not any(process.is_alive() for process in processes)


def test_that_folders_that_are_lost_for_good_are_waited_for_once(put, crew, monkeypatch):
    asked = put(**{f"p{number}": 150 + number for number in range(6)})

    def vanish(index, outcome):
        if asked.photos.exists():
            asked.photos.rename(asked.photos.with_name("lost"))

    # by a clock of its own: how long processes take to start is not what is asked
    slept: list[float] = []
    clock = SimpleNamespace(monotonic=lambda: sum(slept), sleep=slept.append)
    monkeypatch.setattr("facerestore.batch.engine.time", clock)
    report = run_batch(asked, crew=crew("OneFace", size=1), on_outcome=vanish, patience_s=30)
    assert sorted(statuses(report).values()) == ["failed"] * 5 + ["restored"]
    assert sum(slept) == 30
