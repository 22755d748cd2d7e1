"""``batch --watch`` as a person starts it: a process, signals, real folders, shares and disks that fill up."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from batches import entries
from pictures import noise_photo, ramp
from PIL import Image

from facerestore.batch.outcomes import State
from facerestore.batch.plan import BatchRequest
from facerestore.files.record_file import record_of_result
from facerestore.files.writing import write_mask, write_photo
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="signals")]

ROOT = Path(__file__).parents[2]
SEARCH = os.pathsep.join(str(ROOT / place) for place in (".", "gui", "models", "training", "resources"))
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([SEARCH, os.environ.get("PYTHONPATH", "")])}
HALF = Mask.from_bool(np.tile(np.arange(32) < 16, (24, 1)))
BATCH = (sys.executable, "-u", "-m", "facerestore", "batch", "in", "-o", "out", "--restorer", "telea", "--workers", "1")
WATCH = (*BATCH, "--watch", "--quiet-for", "0.3")


class Program:
    """A command in a folder, and what it printed so far, both streams in one. Ended at the end of the block."""

    def __init__(self, folder, *command, shell=None):
        self.log = folder / "log.txt"
        self._stream = self.log.open("ab")
        self.process = subprocess.Popen(
            command, cwd=folder, env=ENVIRONMENT, stdout=self._stream, stderr=subprocess.STDOUT, stdin=subprocess.PIPE
        )

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()
        self._stream.close()

    @property
    def said(self):
        return self.log.read_text()

    def wait(self, *words, seconds=90):
        """Until all of them were printed."""
        until = time.monotonic() + seconds
        while not all(one in self.said for one in words):
            assert self.process.poll() is None, self.said
            assert time.monotonic() < until, self.said
            time.sleep(0.05)

    def tell(self, line):
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()

    def end(self, number=signal.SIGINT):
        self.process.send_signal(number)
        return self.process.wait(60)


@pytest.fixture
def asked(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "other").mkdir()
    return BatchRequest(photos=tmp_path / "in", results=tmp_path / "out")


def put(folder, name, *, seed=0, with_mask=True):
    write_photo(noise_photo(32, 24, seed=seed), folder / f"{name}.png")
    if with_mask:
        write_mask(HALF, folder / f"{name}_mask.png")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_that_what_arrives_is_restored_until_somebody_ends_it_well(asked, tmp_path, number):
    put(asked.photos, "a")
    with Program(tmp_path, *WATCH) as program:
        program.wait("Watching in", "restored  a.png -> a_restored.png")
        put(asked.photos, "b", seed=1, with_mask=False)
        program.wait("waiting   b.png: no mask yet")
        write_mask(HALF, asked.photos / "b_mask.png")
        program.wait("restored  b.png -> b_restored.png")
        (asked.photos / "a_mask.png").rename(asked.photos / "grandmother_mask.png")
        (asked.photos / "a.png").rename(asked.photos / "grandmother.png")
        program.wait("done      grandmother.png: already restored")
        assert program.end(number) == 0
        assert "restored         2" in program.said
        assert "Traceback" not in program.said
    assert sorted(path.name for path in asked.results.glob("*.png")) == ["b_restored.png", "grandmother_restored.png"]
    assert all(record_of_result(path) for path in asked.results.glob("*.png"))
    assert sorted(entries(asked)) == ["b.png", "grandmother.png"]
    again = subprocess.run(BATCH, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert again.returncode == 0
    assert again.stdout.count("already restored") == 2


def test_that_one_that_was_killed_is_gone_on_with_and_excludes_nobody(asked, tmp_path):
    put(asked.photos, "a")
    with Program(tmp_path, *WATCH) as program:
        program.wait("restored  a.png")
        assert program.end(signal.SIGKILL) == -signal.SIGKILL
    put(asked.photos, "b", seed=1)
    with Program(tmp_path, *WATCH) as program:
        program.wait("done      a.png: already restored", "restored  b.png")
        assert program.end() == 0


def test_that_a_second_one_on_the_same_results_is_refused(asked, tmp_path):
    put(asked.photos, "a")
    with Program(tmp_path, *WATCH) as program:
        program.wait("restored  a.png")
        other = subprocess.run(WATCH, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, check=False)
        assert other.returncode == 2
        assert "Another run" in other.stderr
        assert program.end() == 0


def _can_mount():
    try:
        tried = ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"]
        return subprocess.run(tried, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


mounts = pytest.mark.skipif(not _can_mount(), reason="no file systems of its own")


@mounts
@pytest.mark.parametrize("which", ["in", "out"])
def test_that_a_share_that_is_unmounted_and_mounted_again_is_gone_on_with(asked, tmp_path, which):
    put(tmp_path / "other", "a")
    put(tmp_path / "other", "b", seed=1)
    (tmp_path / "out").mkdir()
    (tmp_path / "disk").mkdir()
    with Program(tmp_path, "unshare", "-rm", "bash", "-e") as shell:
        # another file system, as a share is, that outlives being unmounted
        shell.tell(f"mount -t tmpfs none disk; mount --bind disk {which}; cp other/a* in/")
        shell.tell(f"{' '.join(WATCH)} & echo its number is $!")
        shell.wait("restored  a.png")
        # what is open there stays open: the ledger, as when a share breaks down
        shell.tell(f"umount -l {which}")
        shell.wait(f"note: {which} is out of reach. It goes on when it is back.")
        shell.tell(f"mount --bind disk {which}; cp other/b* in/")
        shell.wait(f"note: {which} is back.", "restored  b.png")
        shell.tell(f"kill -INT %1; wait %1; echo exit code $?; ls {which}; cp -r out kept")
        shell.wait("exit code 0")
        assert shell.said.count("out of reach") == 1
        assert "failed           0" in shell.said
        shell.tell("exit 0")
        shell.process.wait(30)
    kept = BatchRequest(photos=asked.photos, results=tmp_path / "kept")
    assert {name: entry.state for name, entry in entries(kept).items()} == {
        "a.png": State.RESTORED,
        "b.png": State.RESTORED,
    }


def lines_of(text, beginning):
    return sum(line.startswith(beginning) for line in text.splitlines())


@mounts
def test_that_a_disk_that_fills_up_in_the_middle_stops_no_other_photo_and_the_next_run_does_what_is_missing(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    for number in range(6):
        # a photo packed well, whose result is not: it takes more than was foreseen
        pixels = noise_photo(512, 512, seed=number).pixels
        Image.fromarray(pixels).save(tmp_path / "in" / f"p{number}.jpg", quality=30)
        write_mask(Mask.from_bool(np.tile(np.arange(512) < 9, (512, 1))), tmp_path / "in" / f"p{number}_mask.png")
    small = ramp(64, 48)
    write_photo(Photo(small), tmp_path / "in" / "small.png")
    write_mask(Mask.from_bool(np.tile(np.arange(64) < 9, (48, 1))), tmp_path / "in" / "small_mask.png")
    with Program(tmp_path, "unshare", "-rm", "bash") as shell:
        shell.tell("mount -t tmpfs -o size=2900k none out")
        shell.tell(f"{' '.join(BATCH)}; echo first: $?; df -k out")
        shell.wait("first: 1")
        first = shell.said
        assert "The disk is full" in first
        done = lines_of(first, "restored  p")
        assert 1 <= done < 6
        # smaller than what is left
        assert "restored  small.png" in first
        shell.tell("mount -o remount,size=30m out")
        shell.tell(f"{' '.join(BATCH)}; echo second: $?; {' '.join(BATCH)}; echo third: $?; ls -a out; exit")
        shell.wait("second: 0", "third: 0")
        second = shell.said[len(first) :]
        assert lines_of(second.split("third:")[0], "restored  p") == 6 - done
        assert second.count("already restored") == done + 1 + 7
        assert ".part" not in second


@mounts
def test_that_a_folder_that_may_not_be_written_fails_its_photos_alone_and_the_next_run_does_them(tmp_path):
    mask = Mask.from_bool(np.tile(np.arange(64) < 9, (48, 1)))
    for name in ("in/a/p0", "in/b/p1"):
        (tmp_path / name).parent.mkdir(parents=True)
        write_photo(Photo(ramp(64, 48)), tmp_path / f"{name}.png")
        write_mask(mask, tmp_path / f"{name}_mask.png")
    (tmp_path / "out" / "a").mkdir(parents=True)
    command = f"{' '.join(BATCH)} --recursive"
    with Program(tmp_path, "unshare", "-rm", "bash") as shell:
        shell.tell("mount -t tmpfs none out/a; mount -o remount,ro out/a")
        shell.tell(f"{command}; echo first: $?")
        shell.wait("first: 1")
        first = shell.said
        assert "The disk is read-only" in first
        assert "restored  b/p1.png" in first
        # nothing but the reason, where nothing at all may be written
        shell.tell(f"mkdir none; mount -t tmpfs none none; mount -o remount,ro none; {command} -o none; echo none: $?")
        shell.wait("none: ")
        nowhere = shell.said[len(first) :]
        assert "none: 0" not in nowhere
        assert "facerestore: " in nowhere
        assert "Traceback" not in nowhere
        shell.tell("mount -o remount,rw out/a")
        shell.tell(f"{command}; echo second: $?; exit")
        shell.wait("second: 0")
        second = shell.said.split("none: ")[-1]
        assert lines_of(second, "restored  a/p0.png") == 1
        assert lines_of(second, "restored  b/p1.png") == 0
