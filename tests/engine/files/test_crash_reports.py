"""Reports of crashes: what is in them and what never is, how many are kept, and what an end by the system leaves."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from facerestore.files.crash_reports import MOST_REPORTS, list_reports, remove_report, write_report
from facerestore.files.crash_watch import CrashWatch, native_crashes
from facerestore.files.user_dirs import crash_folder

ROOT = Path(__file__).parents[3]

ENDED = """
import ctypes, logging, sys
from facerestore.files.crash_watch import CrashWatch
watch = CrashWatch()
watch.begin()
log = logging.getLogger("facerestore")
log.setLevel(logging.INFO)
log.info("loaded %s in %d s", "/home/anna/Tante Erna.tif", 3)
{end}
"""


def process(end, folder):
    """A program that ends in some way, started in a folder that is named after a person."""
    folder.mkdir()
    (folder / "tante_erna.py").write_text(ENDED.format(end=end))
    environment = {**os.environ, "PYTHONPATH": str(ROOT) + os.pathsep + str(ROOT / "resources")}
    return subprocess.run([sys.executable, "tante_erna.py"], cwd=folder, env=environment, check=False)


def test_that_a_report_says_versions_circumstances_what_happened_and_the_log():
    path = write_report("ValueError: 3", circumstances={"Qt": "6.9"}, log=["12:00 INFO facerestore: began"])
    text = path.read_text("utf-8")
    for words in ("facerestore: 0", "Python: ", "torch: ", "Qt: 6.9", "ValueError: 3", "12:00 INFO facerestore: began"):
        assert words in text
    assert "sent to nobody" in text


def test_that_a_report_names_nobody_and_no_file_of_those_that_are_open(monkeypatch):
    monkeypatch.setenv("USER", "erna")
    path = write_report(
        "RuntimeError: cannot go on with Hochzeit, said Erna",
        circumstances={"settings": "of Erna"},
        log=[f"began in {Path.home()}/x"],
        names=[Path("/scans/Hochzeit.tif")],
    )
    text = path.read_text("utf-8")
    assert "Hochzeit" not in text
    assert "erna" not in text.lower().replace("internal", "")
    assert f"{Path.home()}/x" not in text or Path.home() == Path("/")


def test_that_the_last_ten_are_kept_the_newest_first_and_one_can_be_removed():
    written = [write_report(f"fault {number}", circumstances={}) for number in range(MOST_REPORTS + 2)]
    assert list_reports() == written[:1:-1]
    remove_report(written[-1])
    assert list_reports() == written[-2:1:-1]


def test_that_a_folder_that_cannot_be_written_to_has_no_report(tmp_path, monkeypatch):
    (tmp_path / "facerestore").write_text("a file where the folder would be")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    if sys.platform != "linux":
        pytest.skip("other systems have their folders elsewhere")
    assert write_report("fault", circumstances={}) is None
    watch = CrashWatch()
    watch.begin()
    watch.end()


@pytest.mark.skipif(sys.platform != "linux", reason="how a process is ended differs")
@pytest.mark.parametrize(
    ("end", "said"),
    [("ctypes.string_at(0)", "Segmentation fault"), ("import os; os.abort()", "Aborted")],
)
def test_that_an_end_by_the_system_is_found_once_with_where_and_after_what_and_without_names(tmp_path, end, said):
    process(end, tmp_path / "Tante Erna")
    (crash,) = native_crashes()
    assert said in crash.text
    assert "line 9, in <module>" in crash.text
    assert any("loaded <...> in 3 s" in entry for entry in crash.log)
    for text in (crash.text, *crash.log):
        assert "erna" not in text.lower()
        assert str(tmp_path) not in text
    assert list(native_crashes()) == []


def test_that_a_program_that_ends_as_it_should_or_is_killed_leaves_nothing_to_report(tmp_path):
    process("watch.end()", tmp_path / "one")
    assert not any((crash_folder() / "running").iterdir())
    if sys.platform == "linux":
        process("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", tmp_path / "two")
    assert list(native_crashes()) == []
    assert not any((crash_folder() / "running").iterdir())


def test_that_traces_of_a_program_that_still_runs_are_left_alone():
    watch = CrashWatch()
    watch.begin()
    try:
        fault = crash_folder() / "running" / f"{os.getpid()}.fault"
        fault.write_text("Fatal Python error: Segmentation fault\n")
        assert list(native_crashes()) == []
        assert fault.exists()
    finally:
        watch.end()
    assert not fault.exists()


def test_that_a_trail_keeps_the_last_entries_however_long_a_program_runs():
    watch = CrashWatch()
    watch.begin()
    try:
        log = logging.getLogger("facerestore")
        for number in range(1000):
            log.warning("entry %d", number)
        lines = (crash_folder() / "running" / f"{os.getpid()}.trail").read_text().splitlines()
        assert len(lines) <= 200
        assert lines[-1].endswith("facerestore: entry 999")
        assert list(watch.trail.entries) == lines[-100:]
    finally:
        watch.end()
