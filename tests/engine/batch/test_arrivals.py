"""Arrivals: when a file in a watched folder is taken for complete."""

import os
import time

import pytest
from pictures import noise_photo

from facerestore.batch.arrivals import Arrivals
from facerestore.files.writing import write_photo


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "a.png"
    write_photo(noise_photo(32, 24), path)
    return path


@pytest.fixture
def arrivals():
    return Arrivals(quiet_s=2, doubtful_s=30)


def at(path, seconds):
    """The file as if it had been written then."""
    os.utime(path, ns=(seconds * 10**9, seconds * 10**9))


def test_that_a_file_has_arrived_when_it_rested(photo, arrivals):
    assert not arrivals.has(photo, 10.0)
    assert not arrivals.has(photo, 11.9)
    assert arrivals.has(photo, 12.0)


def test_that_writing_begins_the_rest_anew(photo, arrivals):
    arrivals.has(photo, 10.0)
    at(photo, 5)
    assert not arrivals.has(photo, 12.0)
    assert not arrivals.has(photo, 13.9)
    assert arrivals.has(photo, 14.0)
    with photo.open("ab") as stream:
        stream.write(b"x")
    at(photo, 5)
    assert not arrivals.has(photo, 20.0)


def test_that_a_file_without_its_end_is_waited_for_longer_but_not_for_ever(photo, arrivals):
    photo.write_bytes(photo.read_bytes()[:500])
    arrivals.has(photo, 10.0)
    assert not arrivals.has(photo, 39.9)
    assert arrivals.has(photo, 40.0)


@pytest.mark.parametrize("name", ["a.png.part", "a.crdownload", "A.TMP", "a.png~", "a.filepart"])
def test_that_a_passing_name_never_has_arrived(photo, arrivals, name):
    passing = photo.rename(photo.with_name(name))
    arrivals.has(passing, 0.0)
    assert not arrivals.has(passing, 1000.0)


def test_that_a_file_that_is_gone_has_not_arrived_and_begins_anew_when_it_is_back(photo, arrivals):
    content = photo.read_bytes()
    arrivals.has(photo, 0.0)
    photo.unlink()
    assert not arrivals.has(photo, 5.0)
    photo.write_bytes(content)
    assert not arrivals.has(photo, 5.0)
    assert arrivals.has(photo, 7.0)


def test_that_what_lay_there_long_before_has_arrived_unless_its_end_is_missing(photo, arrivals):
    fresh, torn = photo.with_name("fresh.png"), photo.with_name("torn.png")
    fresh.write_bytes(photo.read_bytes())
    torn.write_bytes(photo.read_bytes()[:500])
    at(photo, 1000)
    at(torn, 1000)
    arrivals.take_as_arrived([photo, fresh, torn, photo.with_name("none.png")], older_than_s=time.time() - 600)
    assert [arrivals.has(path, 0.0) for path in (photo, fresh, torn)] == [True, False, False]


def test_that_what_is_forgotten_begins_anew(photo, arrivals):
    arrivals.has(photo, 0.0)
    arrivals.forget_others([])
    assert not arrivals.has(photo, 9.0)
