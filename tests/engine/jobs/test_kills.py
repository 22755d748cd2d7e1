"""A run that is killed between any two steps: the next one finds both, a result and its record, or neither."""

import json
import time
from dataclasses import replace

import pytest
from fake_backend import FakeNetworks
from killed import Killed, killed_before

from facerestore.files.atomic_file import atomic_write, left_parts
from facerestore.files.process_mark import PREFIX, is_left, process_mark
from facerestore.files.provenance import kept_pixels_hash
from facerestore.files.reading import read_photo
from facerestore.files.record_file import clean_after_death, clean_folders, record_of_result, take_up_left
from facerestore.jobs.file_job import restore_file
from facerestore.jobs.file_masks import read_masks
from facerestore.values.errors import OutputRefused


def killed_at_each_step(job, monkeypatch, before):
    """Runs the job once for each step at which it can be killed; ``before`` is done first. Yields after each kill."""
    for step in range(200):
        before()
        try:
            with killed_before(step, monkeypatch):
                restore_file(job, FakeNetworks())
        except Killed:
            yield step
        else:
            assert step > 8, "not even all that a result and its record need"
            return
    raise AssertionError("never whole")


def pair(job):
    """The seed that the record says, where the record is the result's."""
    record = json.loads(record_of_result(job.output).read_text())
    mask = read_masks(job.masks, read_photo(job.photo).extent).changed
    assert record["kept_pixels_sha256"] == kept_pixels_hash(read_photo(job.output), mask)
    return record["faces"][0]["seed"]


def hidden(job):
    return [one.name for one in job.output.parent.iterdir() if one.name.startswith(".")]


def clear(job):
    for one in job.output.parent.glob("*") if job.output.parent.is_dir() else ():
        one.unlink()


def test_that_after_a_kill_at_any_step_the_same_command_ends_well_and_leaves_nothing_behind(job, monkeypatch):
    for _ in killed_at_each_step(job, monkeypatch, lambda: clear(job)):
        if record_of_result(job.output) is None:
            restore_file(job, FakeNetworks())
        else:  # nothing was missing any more
            clean_folders([job.output.parent, job.output / "no folder"])
        assert pair(job) == 0
        assert hidden(job) == []


def test_that_after_a_kill_at_any_step_the_next_writer_into_the_folder_leaves_both_or_neither(job, monkeypatch):
    seen = set()
    for _ in killed_at_each_step(job, monkeypatch, lambda: clear(job)):
        other = replace(job, output=job.output.with_name("other.tif"))
        restore_file(other, FakeNetworks())
        assert job.output.exists() == (record_of_result(job.output) is not None)
        seen.add(job.output.exists())
        assert hidden(job) == []
    assert seen == {False, True}


def test_that_a_kill_while_a_result_is_replaced_leaves_the_old_pair_or_the_new_one(job, monkeypatch):
    def begin():
        restore_file(replace(job, overwrite=True, seed=1), FakeNetworks())

    seen = set()
    again = replace(job, overwrite=True, seed=2)
    for _ in killed_at_each_step(again, monkeypatch, begin):
        take_up_left(job.output.parent)
        seen.add(pair(job))
        assert not [name for name in hidden(job) if name.endswith(".json.part")]
    assert seen == {1, 2}


def test_that_parts_of_a_process_that_is_at_work_stay(tmp_path):
    mine = tmp_path / f"{process_mark()}1234.part"
    mine.write_bytes(b"half")
    atomic_write(tmp_path / "a.bin", b"whole")
    assert mine.exists()
    assert left_parts(tmp_path) == []


def test_that_parts_of_another_computer_stay_for_a_day():
    name = f"{PREFIX}000000-1-1-abcd.part"
    assert not is_left(name, changed_s=time.time() - 3600)
    assert is_left(name, changed_s=time.time() - 25 * 3600)


def test_that_parts_of_another_computer_whose_process_is_known_to_have_ended_are_taken_up(job, monkeypatch):
    elsewhere, seen = f"{PREFIX}abcdef-77-1700000000-", set()
    for _ in killed_at_each_step(job, monkeypatch, lambda: clear(job)):
        left = list(job.output.parent.glob(".*"))
        for number, one in enumerate(left):
            one.rename(one.with_name(f"{elsewhere}{number}{'.json' * ('.json' in one.name)}.part"))
        clean_after_death(job.output.parent, f"{PREFIX}abcdef-78-1700000000-")
        assert len(left) == len(list(job.output.parent.glob(".*")))
        clean_after_death(job.output.parent, elsewhere)
        assert list(job.output.parent.glob(".*")) == []
        assert job.output.exists() == (record_of_result(job.output) is not None)
        seen.add((bool(left), job.output.exists()))
    assert {(True, False), (True, True)} <= seen


@pytest.mark.parametrize("name", [".part", "a.part", ".0123456789abcdef.part", f"{PREFIX}x-1-1-a.part", "scan.tif"])
def test_that_files_without_a_mark_are_nobodys_to_remove(tmp_path, name):
    assert not is_left(name, changed_s=0)
    (tmp_path / name).write_bytes(b"somebody's")
    atomic_write(tmp_path / "a.bin", b"whole")
    assert (tmp_path / name).read_bytes() == b"somebody's"


def test_that_a_result_without_any_record_is_still_somebodys(job):
    job.output.parent.mkdir()
    job.output.write_bytes(b"somebody's")
    with pytest.raises(OutputRefused, match="already"):
        restore_file(job, FakeNetworks())
    assert job.output.read_bytes() == b"somebody's"
