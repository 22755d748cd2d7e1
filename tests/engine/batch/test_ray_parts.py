"""What a batch on a Ray cluster is made of, without Ray: places, devices, folders, paths, and a worker's greeting."""

import os
import socket
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from pictures import noise_photo

from facerestore import __version__
from facerestore.batch import ray_session
from facerestore.batch.attempt import Assignment
from facerestore.batch.plan import BatchRequest, planned
from facerestore.batch.ray_crew import RayCrew, _Worker
from facerestore.batch.ray_session import RaySession
from facerestore.batch.ray_share import Share
from facerestore.batch.ray_worker import Greeting, RayWorker, rooted
from facerestore.batch.shared_folders import SharedFolders
from facerestore.files.writing import write_mask, write_photo
from facerestore.jobs.worker import WorkerSettings
from facerestore.values.errors import RestorationFailed, UsageError
from facerestore.values.mask import Mask


@pytest.fixture
def asked(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    write_photo(noise_photo(32, 24), tmp_path / "in" / "a.png")
    write_mask(Mask.from_bool(np.ones((24, 32), bool)), tmp_path / "in" / "a_mask.png")
    return BatchRequest(photos=tmp_path / "in", results=tmp_path / "out")


@pytest.fixture
def folders(asked):
    made = SharedFolders.of(asked, [asked.photos / "a.png"])
    made.leave_sign()
    return made


@pytest.mark.parametrize(
    ("share", "resources", "places"),
    [
        (Share(2, 10**9), {"CPU": 8, "memory": 64e9}, 4),
        (Share(2, 10**9), {"CPU": 8, "memory": 3e9}, 3),
        (Share(2, 10**9, devices=1), {"CPU": 64, "memory": 64e9, "GPU": 4}, 4),
        (Share(2, 10**9, devices=1), {"CPU": 4, "memory": 64e9, "GPU": 4}, 2),
        (Share(2, 10**9, devices=1), {"CPU": 64, "memory": 64e9}, 0),
        (Share(16, 10**9), {"CPU": 8, "memory": 64e9}, 0),
    ],
)
def test_that_a_computer_has_room_for_as_many_workers_as_its_cores_memory_and_devices_allow(share, resources, places):
    assert share.places(resources) == places


class DrawnCluster:
    """A session on computers with these resources, on which nothing can be started."""

    def __init__(self, *computers):
        self.is_closed = False
        nodes = [{"Alive": True, "NodeID": str(number), "Resources": one} for number, one in enumerate(computers)]
        exceptions = SimpleNamespace(RayError=RuntimeError)
        self.ray = SimpleNamespace(nodes=lambda: nodes, kill=lambda actor: None, exceptions=exceptions)

    def close(self):
        self.is_closed = True


CORES = {"CPU": 8, "memory": 64e9}
DEVICES = {**CORES, "GPU": 2}


@pytest.mark.parametrize(
    ("computers", "device", "chosen"),
    [
        ((CORES, CORES), "auto", ("cpu", 0)),
        ((CORES, DEVICES), "auto", ("cuda", 1)),
        ((CORES, DEVICES), "cuda", ("cuda", 1)),
        ((CORES, DEVICES), "cpu", ("cpu", 0)),
    ],
)
def test_that_all_workers_have_a_graphics_device_or_none_has(folders, computers, device, chosen):
    crew = RayCrew(DrawnCluster(*computers), WorkerSettings(device=device), Share(1, 10**9), folders, most=9)
    assert (crew._settings.device, crew._share.devices) == chosen


@pytest.mark.parametrize("device", ["cuda", "mps"])
def test_that_a_device_that_a_cluster_has_not_is_refused_and_the_cluster_left(folders, device):
    cluster = DrawnCluster(CORES)
    with pytest.raises(UsageError, match="device"):
        RayCrew(cluster, WorkerSettings(device=device), Share(1, 10**9), folders, most=9)
    assert cluster.is_closed


def test_that_a_photo_larger_than_every_computer_is_tried_on_the_largest(folders):
    crew = RayCrew(DrawnCluster(CORES), WorkerSettings(), Share(1, 10**12), folders, most=9)
    assert crew._share.places(CORES) == 1


def test_that_a_cluster_without_room_for_one_worker_says_what_each_asks_for(folders):
    crew = RayCrew(DrawnCluster(CORES), WorkerSettings(), Share(16, 10**9), folders, most=9)
    with pytest.raises(RestorationFailed, match="16 cores"):
        crew.weights([])


def test_that_a_computer_with_other_networks_than_the_first_is_left_out_and_told(folders):
    crew = RayCrew(DrawnCluster(CORES, CORES), WorkerSettings(), Share(1, 10**9), folders, most=9)
    first, second = _Worker(None, "0", None), _Worker(None, "1", None)
    crew._workers = [first, second]
    for worker, computer, sha256 in ((first, "node1", "a" * 64), (second, "node2", "b" * 64)):
        crew._hear(worker, Greeting(computer, 7, "", {"texture": sha256}))
    assert crew._workers == [first]
    assert crew.weights(["texture"]) == {"texture": "a" * 64}
    (note,) = crew.notes
    assert note.startswith("The computer node2 has other networks. It was left out.")


def test_that_folders_are_seen_where_they_are_the_same(folders):
    folders.refuse_unless_seen("here")
    folders.remove_sign()
    with pytest.raises(UsageError, match="not the same files"):
        folders.refuse_unless_seen("here")


def test_that_a_folder_that_is_not_seen_is_named_with_the_computer(folders):
    elsewhere = replace(folders, folders=(Path("/nowhere/scans"),))
    with pytest.raises(UsageError, match=r"computer node7 does not see the folder /nowhere/scans.*mounts"):
        elsewhere.refuse_unless_seen("node7")


def test_that_a_photo_of_another_length_is_another_photo(asked, folders):
    (asked.photos / "a.png").write_bytes(b"of another disk")
    with pytest.raises(UsageError, match="not the same files"):
        folders.refuse_unless_seen("node7")


def test_that_a_job_is_told_by_absolute_paths(asked, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (item,) = planned(replace(asked, photos=Path("in"), results=Path("out"), common_mask=Path("in/a_mask.png")))
    given = rooted(Assignment(item.job, (Path("out/pictures"), "a")))
    assert given.job.photo == tmp_path / "in" / "a.png"
    assert given.job.output == tmp_path / "out" / "a_restored.png"
    assert given.job.masks.mask == tmp_path / "in" / "a_mask.png"
    assert given.thumbnails == (tmp_path / "out" / "pictures", "a")
    assert all(path.is_absolute() for path in given.job.originals)


def test_that_a_worker_of_another_version_says_both(folders):
    worker = RayWorker(WorkerSettings("fake_restorer:OneFace"), cores=1)
    assert isinstance(worker.greeting(__version__, (), folders), Greeting)
    said = worker.greeting("99.0", (), folders)
    assert isinstance(said, UsageError)
    assert f"has facerestore {__version__}, and this one has 99.0" in said.sentence


def test_that_an_address_at_which_nobody_listens_is_told_at_once(monkeypatch):
    for name in ray_session._SILENT:
        monkeypatch.setenv(name, "0")
    monkeypatch.setattr(ray_session, "_imported", lambda: SimpleNamespace(shutdown=lambda: None))
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        with pytest.raises(RestorationFailed, match="cannot be used"):
            RaySession(f"127.0.0.1:{nobody.getsockname()[1]}")


def test_that_a_cluster_of_this_computer_tells_nobody_and_answers_only_who_has_its_token(monkeypatch):
    started = []

    def init(**options):
        started.append((options, {name: value for name, value in os.environ.items() if name.startswith("RAY_")}))

    for name in {**ray_session._SILENT, **ray_session._ALONE}:
        monkeypatch.setenv(name, "as the person had it")
    monkeypatch.setattr(ray_session, "_imported", lambda: SimpleNamespace(shutdown=lambda: None, init=init))
    for _ in range(2):
        session = RaySession(None)
        place = Path(started[-1][0]["_temp_dir"])
        assert place.stat().st_mode & 0o077 == 0
        session.close()
        assert not place.exists()
    (options, variables), (_, again) = started
    assert (options["address"], options["include_dashboard"]) == ("local", False)
    assert variables["RAY_USAGE_STATS_ENABLED"] == "0"
    assert variables["RAY_AUTH_MODE"] == "token"
    assert len(variables["RAY_AUTH_TOKEN"]) == 64
    # Ray keeps the first that it sees
    assert again["RAY_AUTH_TOKEN"] == variables["RAY_AUTH_TOKEN"]
