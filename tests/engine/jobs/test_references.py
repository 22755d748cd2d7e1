"""References as files: what is taken from where, what an album is, and what the record says."""

import json
from dataclasses import replace

import pytest
from fake_backend import FakeNetworks
from pictures import noise_photo

from facerestore.files.reading import read_photo
from facerestore.files.writing import write_photo
from facerestore.jobs.file_job import restore_file
from facerestore.jobs.reference_files import album_photos, named_photos
from facerestore.restoration.restorers import RESTORERS
from facerestore.values.errors import OutputRefused, PhotoUnreadable, UsageError


def test_that_a_named_photograph_twice_is_used_once(tmp_path):
    assert len(named_photos([tmp_path / "a.png", tmp_path / "a.png"])) == 1


def test_that_an_album_is_its_pictures_without_what_is_restored_and_without_results(job):
    folder = job.photo.parent
    write_photo(noise_photo(64, 48), folder / "another.png")
    (folder / "letter.txt").write_text("Dear all")
    restore_file(replace(job, output=folder / "result.png"), FakeNetworks())
    found = album_photos(folder, apart_from=job.originals)
    assert [one.file_name for one in found] == ["another.png"]


def test_that_an_album_that_is_no_folder_or_has_no_picture_is_refused(tmp_path):
    with pytest.raises(UsageError, match="no folder"):
        album_photos(tmp_path / "none")
    with pytest.raises(UsageError, match="no further photo"):
        album_photos(tmp_path)


def test_that_a_reference_that_cannot_be_read_stops_the_restoration_before_anything_is_written(job):
    broken = job.photo.parent / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n and no more")
    with pytest.raises(PhotoUnreadable, match="broken"):
        restore_file(replace(job, references=(broken,)), FakeNetworks())
    assert not job.output.exists()


def test_that_a_reference_is_never_overwritten(job):
    other = job.photo.parent / "other.tif"
    write_photo(noise_photo(64, 48), other)
    before = other.read_bytes()
    with pytest.raises(OutputRefused, match="original"):
        restore_file(replace(job, references=(other,), output=other, overwrite=True), FakeNetworks())
    assert other.read_bytes() == before


@pytest.mark.parametrize("asked", ["output", "origins"])
def test_that_a_photo_of_the_album_is_never_overwritten_and_an_earlier_result_in_it_is(job, asked):
    folder = job.photo.parent
    other = folder / "other.png"
    write_photo(noise_photo(64, 48), other)
    before = other.read_bytes()
    with pytest.raises(OutputRefused, match="original"):
        restore_file(replace(job, album=folder, overwrite=True, **{asked: other}), FakeNetworks())
    assert other.read_bytes() == before
    result = replace(job, album=folder, output=folder / "result.png")
    restore_file(result, FakeNetworks())
    restore_file(replace(result, overwrite=True), FakeNetworks())


def test_that_a_way_to_restore_that_borrows_nothing_refuses_references(job):
    other = job.photo.parent / "other.tif"
    write_photo(noise_photo(64, 48), other)
    with pytest.raises(UsageError, match="borrows from no other photograph"):
        restore_file(replace(job, references=(other,), restorer=RESTORERS["telea"]), FakeNetworks())


def test_that_the_result_is_told_with_its_references(job):
    other = job.photo.parent / "other.tif"
    write_photo(noise_photo(128, 128), other)
    restored = restore_file(replace(job, references=(other,)), FakeNetworks())
    (references,) = restored.result.references
    assert [one.file_name for one in references] == ["other.tif"]
    (face,) = json.loads(restored.record.read_text())["faces"]
    assert face["identity"]["photographs"][0]["file_name"] == "other.tif"
    told = [note for note in restored.notes if note.startswith("Face 1: ")]
    assert told == [f"Face 1: {face['identity']['words']}"]


def test_that_a_face_without_references_is_compared_with_nobody_and_only_its_record_says_so(job):
    restored = restore_file(job, FakeNetworks())
    (face,) = json.loads(restored.record.read_text())["faces"]
    assert face["identity"]["outcome"] == "not compared"
    assert "no other photograph" in face["identity"]["words"]
    assert not [note for note in restored.notes if "Face 1" in note]


def test_that_the_picture_of_origins_lies_where_it_was_asked_for_and_never_on_an_original(job):
    origins = job.photo.parent / "maps" / "origins.png"
    restore_file(replace(job, origins=origins), FakeNetworks())
    picture = read_photo(origins)
    assert picture.extent == read_photo(job.photo).extent
    assert picture.bits == 8
    with pytest.raises(OutputRefused, match="original"):
        restore_file(replace(job, origins=job.masks.mask, overwrite=True), FakeNetworks())
    with pytest.raises(UsageError, match="PNG"):
        restore_file(replace(job, origins=origins.with_suffix(".jpg"), overwrite=True), FakeNetworks())
