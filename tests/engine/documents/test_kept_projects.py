"""Where projects are kept by themselves, and found again."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from saved_projects import drawn_project

from facerestore.documents.kept_projects import (
    files_kept,
    has_chosen_name,
    own_place,
    place_beside,
    project_of,
    projects_of,
)
from facerestore.documents.project_file import read_original, write_project
from facerestore.files.provenance import file_hash


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "scans" / "scan.tif"
    path.parent.mkdir()
    path.write_bytes(b"a photo")
    return path


@pytest.fixture
def own(tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def project_at(place, photo, changed_s=None):
    write_project(drawn_project(np.random.default_rng(0), path=photo), place)
    if changed_s is not None:
        os.utime(place, (changed_s, changed_s))
    return place


def test_that_a_photo_without_a_project_has_none_and_gets_its_own_name(photo, own):
    assert project_of(photo, own) is None
    assert place_beside(photo) == photo.with_name("scan.facerestore")


def test_that_the_project_of_another_photo_is_neither_found_nor_replaced(photo, own):
    other = photo.with_name("scan.png")
    project_at(photo.with_name("scan.facerestore"), other)
    assert project_of(photo, own) is None
    assert place_beside(photo) == photo.with_name("scan.tif.facerestore")
    assert project_of(other, own) == place_beside(other) == photo.with_name("scan.facerestore")


def test_that_names_that_are_taken_are_left_alone_whatever_is_there(photo, own):
    photo.with_name("scan.facerestore").write_bytes(b"something else")
    photo.with_name("scan.tif.facerestore").mkdir()
    assert place_beside(photo) == photo.with_name("scan (2).facerestore")


def test_that_what_cannot_be_read_is_found_only_where_there_is_no_other(photo, own):
    broken = photo.with_name("scan.facerestore")
    broken.write_bytes(b"broken")
    assert project_of(photo, own) == broken
    whole = project_at(photo.with_name("scan.tif.facerestore"), photo)
    assert project_of(photo, own) == whole


def test_that_the_one_written_last_is_found_wherever_it_is(photo, own):
    beside = project_at(photo.with_name("scan.facerestore"), photo, 1000)
    inside = project_at(own_place(photo, own), photo, 2000)
    assert project_of(photo, own) == inside
    assert project_of(photo, None) == beside
    os.utime(beside, (3000, 3000))
    assert project_of(photo, own) == beside


def test_that_photos_of_one_name_in_two_folders_have_two_places_in_the_own_folder(photo, own, tmp_path):
    assert own_place(photo, own) != own_place(tmp_path / "scan.tif", own)


def test_that_beside_a_file_that_another_program_is_at_only_a_new_name_will_do(photo):
    taken = project_at(photo.with_name("scan.facerestore"), photo)
    project_at(photo.with_name("scan.tif.facerestore"), photo)
    assert place_beside(photo, but_not=taken) == photo.with_name("scan (2).facerestore")


def test_that_in_the_own_folder_too_only_a_new_name_will_do_beside_another_programs_file(photo, own):
    taken = project_at(own_place(photo, own), photo, 1000)
    free = own_place(photo, own, but_not=taken)
    assert (free.parent, free.stem) == (own, f"{taken.stem} (2)")
    # so is the one that is written there found again, and known to be named by itself
    assert project_of(photo, own) == taken
    project_at(free, photo, 2000)
    assert project_of(photo, own) == free
    assert not has_chosen_name(free, photo, own)
    assert set(files_kept(photo, own)) == {taken, free}


def test_that_there_is_an_end_of_names_in_the_own_folder(photo, own):
    taken = own_place(photo, own)
    while (place := own_place(photo, own, but_not=taken)) is not None:
        project_at(place, photo)
    assert len(files_kept(photo, own)) < 10


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="such a folder can be written by all")
def test_that_a_folder_that_cannot_be_written_has_no_place(photo):
    photo.parent.chmod(0o500)
    assert place_beside(photo) is None
    photo.parent.chmod(0o700)


def test_that_only_a_name_that_nobody_gave_by_itself_is_a_chosen_one(photo, own):
    for place in (photo.with_name("scan.facerestore"), photo.with_name("scan (3).facerestore"), own_place(photo, own)):
        assert not has_chosen_name(place, photo, own)
    assert has_chosen_name(photo.with_name("grandmother.facerestore"), photo, own)


def test_that_the_original_is_read_without_the_rest(photo, monkeypatch):
    place = project_at(photo.with_name("scan.facerestore"), photo)
    monkeypatch.setattr("facerestore.files.png_file.decoded", lambda *_, **__: pytest.fail("a picture was decoded"))
    assert read_original(place).path == photo


def test_that_all_of_a_photo_are_named_the_newest_first(photo):
    old = project_at(photo.with_name("scan.facerestore"), photo, 1000)
    new = project_at(photo.with_name("scan.tif.facerestore"), photo, 2000)
    project_at(photo.with_name("scan (2).facerestore"), photo.with_name("scan.png"), 3000)
    assert projects_of(photo, None) == (new, old)


def test_that_a_project_that_was_renamed_with_its_photo_is_found_by_the_photos_bytes(photo, own):
    before = photo.with_name("before.tif")
    drawn = drawn_project(np.random.default_rng(0), path=before)
    same = replace(drawn.original, byte_count=photo.stat().st_size, sha256=file_hash(photo))
    place = photo.with_name("scan.facerestore")
    write_project(replace(drawn, original=same), place)
    assert project_of(photo, own) == place == place_beside(photo)
    photo.write_bytes(b"another")
    assert project_of(photo, own) is None


def test_that_a_project_from_a_computer_that_writes_paths_otherwise_is_found(photo, own):
    place = project_at(photo.with_name("scan.facerestore"), Path(r"C:\scans\scan.tif"))
    assert project_of(photo, own) == place


def test_that_a_project_that_is_written_anew_is_looked_at_anew(photo, own):
    place = project_at(photo.with_name("scan.facerestore"), photo)
    assert project_of(photo, own) == place
    place.write_bytes(b"")
    write_project(drawn_project(np.random.default_rng(1), path=photo.with_name("b.tif")), place, overwrite=True)
    assert project_of(photo, own) is None
