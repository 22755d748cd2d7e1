"""The checks of an installation: what is broken, what deserves attention, and what is told of it."""

import os
import shutil
import sys
import time
from collections import namedtuple

import psutil
import pytest

from facerestore.cli.main import main
from facerestore.files import writing
from facerestore.files.user_dirs import journal_folder, settings_folder
from facerestore.jobs import installation_check
from facerestore.jobs.examination_process import ExaminationProcess
from facerestore.jobs.installation_check import Finding, Verdict, examined, verdict_of
from facerestore.values.errors import OutputRefused


def finding(section, name):
    (found,) = (one for one in section() if one.name == name)
    return found


def test_that_each_folder_of_the_program_is_looked_at_with_its_room():
    found = {one.name: one for one in installation_check._places()}
    assert str(settings_folder()) in found["folder of settings"].found
    assert "MB free" in found["folder of unsaved work"].found
    assert not journal_folder().exists()  # looking makes nothing


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="whoever may write everywhere")
def test_that_a_folder_that_cannot_be_written_to_is_broken(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    tmp_path.chmod(0o500)
    assert finding(installation_check._places, "folder of unsaved work").verdict is Verdict.BROKEN


def test_that_a_file_in_place_of_a_folder_is_broken(tmp_path, monkeypatch):
    if sys.platform != "linux":
        pytest.skip("other systems have their folders elsewhere")
    (tmp_path / "facerestore").write_text("no folder")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    found = finding(installation_check._places, "folder of unsaved work")
    assert found.verdict is Verdict.BROKEN
    assert found.advice


def test_that_little_room_and_little_memory_deserve_attention_and_break_nothing(monkeypatch, capsys):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda place: usage(10**10, 10**10, 10**7))
    memory = namedtuple("memory", "available total")
    monkeypatch.setattr(psutil, "virtual_memory", lambda: memory(10**8, 10**9))
    for section, name in ((installation_check._places, "folder of projects"), (installation_check._system, "memory")):
        found = finding(section, name)
        assert found.verdict is Verdict.ATTENTION
        assert found.advice
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "  !  memory: 95 of 953 MB free. Close other programs" in out
    assert "deserves attention" in out


def test_that_a_file_type_that_cannot_be_written_is_named(monkeypatch):
    def refused(photo, path, **more):
        raise OutputRefused(path, "There is no codec.")

    monkeypatch.setattr(writing, "write_photo", refused)
    found = list(installation_check._file_types())
    assert {one.verdict for one in found} == {Verdict.BROKEN}
    assert found[0].found == "There is no codec."


def test_that_a_section_that_fails_is_a_finding_and_the_others_are_told(monkeypatch):
    def ill():
        raise RuntimeError("ill itself")
        yield

    monkeypatch.setattr(installation_check, "_system", ill)
    sections = list(examined())
    assert verdict_of(sections) is Verdict.BROKEN
    broken = [one for section in sections for one in section.findings if one.verdict is Verdict.BROKEN]
    assert [one.name for one in broken] == ["examination failed"]
    assert sections[-1].title == "Places"


def crashing():
    """As a driver that writes where it may not."""
    os._exit(11)
    yield


def hanging():
    time.sleep(600)
    yield


def well():
    yield Finding(name="process", found=str(os.getpid()))


def test_that_a_driver_that_crashes_is_a_finding_and_what_comes_after_it_is_examined():
    with ExaminationProcess() as process:
        (before,) = installation_check._apart(process, well, 600)
        (broken,) = installation_check._apart(process, crashing, 600)
        (after,) = installation_check._apart(process, well, 600)
    assert broken.verdict is Verdict.BROKEN
    assert broken.found == "the process that looked at this ended with 11"
    assert "driver" in broken.advice
    assert len({before.found, after.found, str(os.getpid())}) == 3


def test_that_a_driver_that_hangs_is_a_finding():
    with ExaminationProcess() as process:
        (found,) = installation_check._apart(process, hanging, 1)
    assert found.verdict is Verdict.BROKEN
    assert "no answer within 1 s" in found.found


def test_that_the_doctor_asks_devices_and_networks_in_another_process(monkeypatch):
    asked = []
    monkeypatch.setattr(ExaminationProcess, "asked", lambda process, examine, limit_s: asked.append(examine) or [])
    assert [section.title for section in examined()][2:6] == ["Engine", "Devices", "System", "Weights"]
    assert [one.args for one in asked] == [
        (installation_check._engine,),
        (installation_check._devices,),
        (installation_check._weights,),
    ]
