"""A batch on a Ray cluster: the same results and the same ledger, whoever dies; and nobody else hears of it."""

import importlib.util
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
import pytest
from batches import entries, put_photos, run_batch, statuses

from facerestore.batch.crew import ProcessCrew
from facerestore.batch.outcomes import State
from facerestore.batch.plan import BatchRequest
from facerestore.batch.shared_folders import SharedFolders
from facerestore.files.record_file import record_of_result
from facerestore.jobs.worker import WorkerSettings
from facerestore.values.errors import UsageError

SUPPORT = Path(__file__).parents[2] / "support"
pytestmark = [
    pytest.mark.slow,
    # Ray's own: pipes to its processes, and a folder of theirs
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def address():
    if importlib.util.find_spec("ray") is None:  # not imported before its variables are set
        pytest.skip("Ray is not installed")
    from ray_cluster import two_computers

    with (
        pytest.MonkeyPatch.context() as patched,
        TemporaryDirectory(prefix="fr-", dir="/tmp") as folder,
    ):
        for name in ("RAY_AUTH_MODE", "RAY_AUTH_TOKEN", "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER", "PYTHONPATH"):
            patched.setenv(name, os.environ.get(name, ""))
        with two_computers(folder) as at:
            yield at


@pytest.fixture
def put(tmp_path):
    """Puts photos of a brightness into the folder, with their masks."""
    (tmp_path / "in").mkdir()

    def make(**brightness):
        put_photos(tmp_path / "in", **brightness)
        return BatchRequest(photos=tmp_path / "in", results=tmp_path / "ray")

    return make


@pytest.fixture
def crew(address):
    from facerestore.batch.ray_crew import RayCrew
    from facerestore.batch.ray_session import RaySession
    from facerestore.batch.ray_share import Share

    made = []

    def make(asked, *, folders=None, most=2, device="auto"):
        asked.results.mkdir(exist_ok=True)
        settings = WorkerSettings("fake_restorer:Fatal", device=device)
        seen = folders or SharedFolders.of(asked, [])
        made.append(RayCrew(RaySession(address), settings, Share(1, 2**20), seen, most=most))
        return made[-1]

    yield make
    for one in made:
        one.close()


def locally(asked):
    """The same by processes of this computer."""
    there = BatchRequest(photos=asked.photos, results=asked.photos.with_name("local"))
    with closing(ProcessCrew(WorkerSettings("fake_restorer:Fatal"), 2)) as crew:
        run_batch(there, crew=crew)
    return there


def test_that_results_and_ledger_are_those_of_this_computer_although_a_worker_is_killed(put, crew):
    asked = put(**{f"p{number}": 107 if number == 2 else 140 + number for number in range(8)})
    workers, killed, under_way = crew(asked), [], []
    give = workers.give

    def counted_give(number, assignment):
        give(number, assignment)
        under_way.append(sum(one.number is not None for one in workers._workers))

    def kill(index, outcome):
        busy = [one for one in workers._workers if one.number is not None and one.greeting]
        if not killed and busy:
            killed.append(busy[0].number)
            os.kill(busy[0].greeting.process, signal.SIGKILL)

    workers.give = counted_give
    report = run_batch(asked, crew=workers, on_outcome=kill)
    workers.close()
    assert set(statuses(report).values()) == {"restored"}
    assert len(killed) == 1
    assert max(under_way) == 2  # no more than there are workers
    there = locally(asked)
    ours, theirs = ({path.name: path.read_bytes() for path in one.results.glob("*.png")} for one in (asked, there))
    assert ours == theirs
    assert len(ours) == 8
    known, wanted = (
        {name: (e.result_sha256, e.fingerprint, e.state, e.output) for name, e in entries(one).items()}
        for one in (asked, there)
    )
    assert known == wanted
    assert sorted(entry.ended for entry in entries(asked).values()) == [0] * 7 + [1]
    assert [path.name for path in asked.results.iterdir() if path.name.startswith(".")] == []


def test_that_a_photo_that_ends_its_worker_twice_is_set_aside_and_lack_of_memory_is_tried_alone(put, crew):
    asked = put(a=150, fatal=250, dark=5, c=160)
    report = run_batch(asked, crew=crew(asked))
    assert statuses(report) == {
        "a.png": "restored",
        "c.png": "restored",
        "fatal.png": "set aside",
        "dark.png": "failed",
    }
    assert entries(asked)["fatal.png"].ended == 2
    assert "memory" in entries(asked)["dark.png"].message


def test_that_a_batch_pauses_goes_on_and_stops_soon_when_it_is_cancelled(put, crew):
    asked = put(**{f"p{number}": 107 for number in range(6)})
    pause, stop, begun = threading.Event(), threading.Event(), []
    pause.set()
    threading.Timer(1.0, pause.clear).start()
    began = time.monotonic()
    report = run_batch(
        asked,
        crew=crew(asked),
        pause=pause,
        cancel=stop,
        on_item=lambda index, item: begun.append(time.monotonic() - began),
        on_outcome=lambda index, outcome: stop.set(),
    )
    assert min(begun) >= 0.9
    assert report.is_cancelled
    assert 1 <= len(report.outcomes) < 6
    assert all(record_of_result(path) is not None for path in asked.results.glob("*.png"))
    assert {entry.state for entry in entries(asked).values()} <= {State.RESTORED, State.STOPPED}


def test_that_a_computer_that_does_not_see_the_folders_is_left_out_and_told(put, crew):
    from ray_cluster import SeenByOne

    asked = put(a=150, b=160, c=170)
    asked.results.mkdir()
    workers = crew(asked, folders=SeenByOne.of(asked, []))
    report = run_batch(asked, crew=workers)
    assert set(statuses(report).values()) == {"restored"}
    (note,) = workers.notes
    assert "does not see the folder. It was left out." in note


def test_that_where_no_computer_sees_the_folders_the_batch_does_not_begin(put, crew, monkeypatch):
    asked = put(a=150)
    monkeypatch.setattr(SharedFolders, "leave_sign", lambda self: None)
    with pytest.raises(UsageError, match="not the same files"):
        run_batch(asked, crew=crew(asked))
    assert entries(asked) == {}


def test_that_a_cluster_without_graphics_devices_says_so(put, crew):
    with pytest.raises(UsageError, match="no graphics device"):
        crew(put(a=150), device="cuda")


_ALONE = """
import sys
sys.path.insert(0, {support!r})
from facerestore.batch.crews import RayCluster
from facerestore.batch.plan import BatchRequest, planned
from facerestore.batch.run import BatchOptions, run_batch
from facerestore.jobs.worker import WorkerSettings
from pathlib import Path

if __name__ == "__main__":
    request = BatchRequest(photos=Path("in"), results=Path("ray"))
    options = BatchOptions(workers=1, has_report=False, cluster=RayCluster())
    run_batch(request, planned(request), WorkerSettings("fake_restorer:Fatal"), options)
"""


def test_that_a_cluster_of_this_computer_alone_is_heard_by_nobody_else_and_ends_with_the_program(put, tmp_path):
    if importlib.util.find_spec("ray") is None:
        pytest.skip("Ray is not installed")
    asked = put(a=150, **{f"p{number}": 107 for number in range(30)})
    script = tmp_path / "run.py"
    script.write_text(_ALONE.format(support=str(SUPPORT)))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("RAY_")}
    environment |= {"PYTHONPATH": os.pathsep.join([str(SUPPORT), *sys.path]), "HOME": str(tmp_path)}
    place = TemporaryDirectory(prefix="fr-", dir="/tmp", ignore_cleanup_errors=True)
    environment["TMPDIR"] = place.name
    program = subprocess.Popen([sys.executable, str(script)], env=environment, cwd=tmp_path)
    try:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not list(asked.results.glob("*.png")):
            time.sleep(0.1)
        family = [psutil.Process(program.pid), *psutil.Process(program.pid).children(recursive=True)]
        heard_at = {at.laddr.ip for one in family for at in one.net_connections("inet") if at.status == "LISTEN"}
        workers = [one for one in family if one.name().startswith(("ray::RayWorker", "raylet", "gcs_server"))]
        told = {at.raddr.ip for one in family for at in one.net_connections("inet") if at.raddr}
    finally:
        program.send_signal(signal.SIGKILL)
        program.wait()
    assert heard_at
    assert heard_at | told <= {"127.0.0.1", "::ffff:127.0.0.1", "::1"}
    assert not (tmp_path / ".ray").exists()
    _, alive = psutil.wait_procs(workers, timeout=20)
    assert len(workers) == 3
    assert alive == []
    for agent in family[1:]:  # Ray's own look for their parent once in a while, and end without it
        with suppress(psutil.NoSuchProcess):
            agent.kill()
    place.cleanup()
    assert all(record_of_result(path) is not None for path in asked.results.glob("*.png"))
