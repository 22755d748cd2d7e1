"""Earlier versions: what a save replaces is kept, in order, and a kill at any step loses nothing that was promised."""

import errno
import os
import shutil
from collections import namedtuple
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from saved_projects import drawn_project

from facerestore.documents.earlier_versions import MOST_VERSIONS, Keeping, earlier_versions, keep_version
from facerestore.documents.project_file import read_project, write_project
from facerestore.values.errors import OutputRefused

PROJECT = drawn_project(np.random.default_rng(0))


class Killed(BaseException):
    """The process is gone: nothing after this runs, and nobody catches it."""


@pytest.fixture
def place(tmp_path):
    return tmp_path / "portrait.facerestore"


def save(place, number):
    """Save a project that can be told from others by its seed."""
    return write_project(replace(PROJECT, seed=number), place, overwrite=True, keeps_version=True)


def saved(path):
    return read_project(path)[0].seed


def kept(place):
    return [saved(one.path) for one in earlier_versions(place)]


def test_that_the_last_three_versions_are_kept_the_latest_first(place):
    assert save(place, 1) is Keeping.NOTHING_TO_KEEP
    assert [save(place, number) for number in (2, 3, 4, 5, 6)] == [Keeping.KEPT] * 5
    assert saved(place) == 6
    assert kept(place) == [5, 4, 3]
    assert len(list(place.parent.iterdir())) == 1 + MOST_VERSIONS


def test_that_a_version_keeps_the_time_it_was_saved_at(place):
    save(place, 1)
    os.utime(place, (1e9, 1e9))
    save(place, 2)
    (only,) = earlier_versions(place)
    assert only.saved_s == 1e9
    assert only.byte_count == only.path.stat().st_size


def test_that_saving_again_without_a_change_pushes_no_version_out(place):
    for number in (1, 2, 3, 4):
        save(place, number)
    assert [save(place, 4) for _ in range(5)] == [Keeping.NOTHING_TO_KEEP] * 5
    assert kept(place) == [3, 2, 1]


def test_that_a_save_that_is_not_asked_to_keeps_nothing(place):
    for number in (1, 2):
        write_project(replace(PROJECT, seed=number), place, overwrite=True)
    assert earlier_versions(place) == []


def killed_at(step, monkeypatch):
    """Has the process die just before its step-th change to the folder."""
    counts = iter(range(1000))

    def dying(change):
        def call(*arguments, **keywords):
            if next(counts) == step:
                raise Killed
            return change(*arguments, **keywords)

        return call

    for name in ("replace", "link"):
        monkeypatch.setattr(os, name, dying(getattr(os, name)))


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("step", range(7))
def test_that_a_kill_between_any_two_steps_leaves_a_whole_project_and_loses_the_oldest_version_at_most(
    place, monkeypatch, step, links
):
    for number in (1, 2, 3, 4):
        save(place, number)
    with monkeypatch.context() as patch:
        if not links:
            patch.setattr(os, "link", without_links)
        killed_at(step, patch)
        with suppress(Killed):
            save(place, 5)
    assert saved(place) in (4, 5)
    held = kept(place)
    assert set(held) | {saved(place)} >= {2, 3, 4}
    assert sorted(held, reverse=True) == held
    save(place, 6)
    assert saved(place) == 6
    assert kept(place)[0] in (4, 5)
    assert set(kept(place)) >= {3, 4} - {saved(place)}
    assert len(kept(place)) == len(set(kept(place)))


def without_links(*arguments, **keywords):
    raise OSError(errno.EPERM, "no links here")


def test_that_versions_are_kept_where_the_disk_has_no_links(place, monkeypatch):
    monkeypatch.setattr(os, "link", without_links)
    for number in (1, 2, 3):
        save(place, number)
    assert (saved(place), kept(place)) == (3, [2, 1])
    assert not list(place.parent.glob(".*"))


def test_that_a_disk_that_is_nearly_full_is_not_filled_with_versions(place, monkeypatch):
    save(place, 1)
    save(place, 2)
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage(2**30, 2**30, 2**20))
    assert save(place, 3) is Keeping.NO_ROOM
    assert (saved(place), kept(place)) == (3, [1])


def test_that_a_version_that_cannot_be_kept_does_not_stop_the_save(place):
    for number in (1, 2):
        save(place, number)
    first = place.with_name(f"{place.name}.bak1")
    first.unlink()
    first.mkdir()
    (first / "in the way").touch()
    (place.with_name(f"{place.name}.bak2")).mkdir()
    (place.with_name(f"{place.name}.bak3")).touch()
    assert save(place, 3) is Keeping.REFUSED
    assert saved(place) == 3


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may write anywhere")
def test_that_a_folder_that_may_not_be_written_to_is_told_in_a_sentence(place):
    save(place, 1)
    place.parent.chmod(0o500)
    try:
        with pytest.raises(OutputRefused, match="The folder may not be written to"):
            save(place, 2)
    finally:
        place.parent.chmod(0o700)
    assert saved(place) == 1


def test_that_a_disk_that_was_made_read_only_is_told_in_a_sentence_and_nothing_changes(place, monkeypatch):
    save(place, 1)
    save(place, 2)

    def read_only(*arguments, **keywords):
        raise OSError(errno.EROFS, "Read-only file system")

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", read_only)
        with pytest.raises(OutputRefused, match="read-only"):
            save(place, 3)
    assert (saved(place), kept(place)) == (2, [1])


def test_that_a_project_that_is_not_there_has_no_versions(tmp_path):
    assert earlier_versions(tmp_path / "nowhere" / "a.facerestore") == []
    assert keep_version(Path(tmp_path / "a.facerestore"), tmp_path) is Keeping.NOTHING_TO_KEEP
