"""Observers of folders: what wakes them, what does not, and where they have to look by themselves."""

from types import SimpleNamespace

import pytest

from facerestore.batch import observing
from facerestore.batch.observing import FolderObserver, WatchedFolder, is_on_network

WAIT_S = 5.0
STILL_S = 0.4


@pytest.fixture
def observed(tmp_path):
    """Makes observers of a folder, which are stopped afterwards."""
    made = []

    def make(*, is_recursive=False, is_ours=lambda path: False, poll_s=None):
        observer = FolderObserver([WatchedFolder(tmp_path, is_recursive)], is_ours=is_ours, poll_s=poll_s)
        made.append(observer)
        observer.start()
        observer.wait(STILL_S)
        return observer

    yield make
    for observer in made:
        observer.stop()


@pytest.mark.parametrize("poll_s", [None, 0.1])
def test_that_writing_renaming_and_removing_wake_it(tmp_path, observed, poll_s):
    observer = observed(poll_s=poll_s)
    for change in (
        lambda: (tmp_path / "a.png").write_bytes(b"1"),
        lambda: (tmp_path / "a.png").rename(tmp_path / "b.png"),
        lambda: (tmp_path / "b.png").unlink(),
    ):
        change()
        assert observer.wait(WAIT_S)
        while observer.wait(STILL_S):
            pass


@pytest.mark.parametrize("poll_s", [None, 0.1])
def test_that_reading_wakes_nobody(tmp_path, observed, poll_s):
    (tmp_path / "a.png").write_bytes(b"1")
    observer = observed(poll_s=poll_s)
    (tmp_path / "a.png").read_bytes()
    list(tmp_path.iterdir())
    assert not observer.wait(STILL_S)


def test_that_what_is_ours_wakes_nobody_and_what_is_renamed_from_it_does(tmp_path, observed):
    observer = observed(is_ours=lambda path: path.suffix == ".part")
    (tmp_path / "a.part").write_bytes(b"1")
    assert not observer.wait(STILL_S)
    (tmp_path / "a.part").rename(tmp_path / "a.png")
    assert observer.wait(WAIT_S)


def test_that_folders_below_count_where_they_are_asked_for(tmp_path, observed):
    (tmp_path / "below").mkdir()
    alone, all_below = observed(), observed(is_recursive=True)
    (tmp_path / "below" / "a.png").write_bytes(b"1")
    assert all_below.wait(WAIT_S)
    assert not alone.wait(STILL_S)


def test_that_without_notices_of_the_system_it_looks_by_itself(tmp_path, observed, monkeypatch):
    class NoneLeft:
        def schedule(self, *arguments, **options):
            raise OSError(28, "inotify watch limit reached")

        def unschedule_all(self):
            pass

    monkeypatch.setattr(observing, "Observer", NoneLeft)
    monkeypatch.setattr(observing, "POLL_S", 0.1)
    observer = observed()
    (tmp_path / "a.png").write_bytes(b"1")
    assert observer.wait(WAIT_S)


def test_that_a_stopped_observer_begins_anew_with_a_folder_of_the_same_name(tmp_path, observed):
    folder = tmp_path / "photos"
    folder.mkdir()
    observer = FolderObserver([WatchedFolder(folder)], is_ours=lambda path: False)
    observer.start()
    folder.rename(tmp_path / "away")
    folder.mkdir()
    observer.start()
    observer.wait(STILL_S)
    (folder / "a.png").write_bytes(b"1")
    assert observer.wait(WAIT_S)
    observer.stop()
    observer.stop()


@pytest.mark.parametrize(
    ("mounts", "expected"),
    [
        ([("/", "ext4", "rw")], False),
        ([("/", "ext4", "rw"), ("/archive", "nfs4", "rw")], True),
        ([("/", "ext4", "rw"), ("/arch", "nfs4", "rw")], False),
        ([("/", "nfs", "rw"), ("/archive/scans", "xfs", "rw")], False),
        ([("/", "ext4", "rw"), ("/archive", "fuse.sshfs", "rw")], True),
        ([("/", "ext4", "rw"), ("/archive", "CIFS", "rw")], True),
        ([("/", "NTFS", "rw,remote")], True),
    ],
)
def test_that_folders_of_other_computers_are_known_by_their_file_system(monkeypatch, mounts, expected):
    found = [SimpleNamespace(mountpoint=point, fstype=kind, opts=options) for point, kind, options in mounts]
    monkeypatch.setattr("facerestore.batch.observing.psutil.disk_partitions", lambda all: found)
    monkeypatch.setattr("facerestore.batch.observing.os.path.realpath", lambda path: str(path))
    assert is_on_network("/archive/scans/1931") is expected
