"""Records on the disk: whose they are, and what is no record."""

import json
import os

import pytest
from pictures import box_mask, noise_photo

from facerestore.files.provenance import array_hash, kept_pixels_hash, record_of
from facerestore.files.record_file import (
    is_record,
    move_record,
    read_record,
    record_beside,
    record_of_result,
    record_path_for,
)
from facerestore.values.errors import OutputRefused
from facerestore.values.repair import RepairedPhoto
from facerestore.values.result import RestorationResult


def record_for(photo, mask, *, result_name="r.png"):
    repaired = RepairedPhoto.of_planes(photo, photo.pixels, generated=mask.restore)
    result = RestorationResult(repaired, (), "cpu", 0.1, {"net": "ab"}, ("a note",))
    return record_of(result, source=photo, mask=mask, result_name=result_name)


def put_record(path, *, of):
    photo = noise_photo(4, 4)
    with record_beside(record_for(photo, box_mask(photo.extent, 0, 0, 2, 2), result_name=of), path):
        path.with_name(of).touch()


def test_that_a_record_reads_back_as_it_was_written(tmp_path):
    photo = noise_photo(20, 10, bits=16)
    mask = box_mask(photo.extent, 0, 0, 10, 10)
    record = record_for(photo, mask)
    with record_beside(record, tmp_path / "r.json"):
        pass
    content = read_record(tmp_path / "r.json")
    assert content["bits"] == 16
    assert content["mask_sha256"] == array_hash(mask.coverage)
    assert content["kept_pixels_sha256"] == kept_pixels_hash(photo, mask)
    assert content["weights"] == {"net": "ab"}


def test_that_a_record_is_put_into_place_only_after_the_result(tmp_path):
    photo = noise_photo(20, 10)
    record = record_for(photo, box_mask(photo.extent, 0, 0, 10, 10))
    context = record_beside(record, tmp_path / "r.json")
    context.__enter__()
    assert not (tmp_path / "r.json").exists()
    refusal = OutputRefused(tmp_path / "r.png", "The disk is full.")
    assert not context.__exit__(OutputRefused, refusal, None)
    assert list(tmp_path.iterdir()) == []


def test_that_a_record_in_a_folder_that_is_not_there_is_refused(tmp_path):
    photo = noise_photo(20, 10)
    record = record_for(photo, box_mask(photo.extent, 0, 0, 10, 10))
    with pytest.raises(OutputRefused), record_beside(record, tmp_path / "nowhere" / "r.json"):
        pytest.fail("the result must not be written")


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format": "other/1"}', "\x00", '{"format": 7}'])
def test_that_another_file_is_no_record(tmp_path, content):
    path = tmp_path / "r.json"
    path.write_text(content)
    assert not is_record(path)
    with pytest.raises(ValueError, match="not a record"):
        read_record(path)


def test_that_a_record_has_the_results_name_where_that_is_free_or_its_own(tmp_path):
    assert record_path_for(tmp_path / "out.png") == tmp_path / "out.json"
    put_record(tmp_path / "out.json", of="out.png")
    assert record_path_for(tmp_path / "out.png") == tmp_path / "out.json"
    assert record_of_result(tmp_path / "out.png") == tmp_path / "out.json"


def test_that_the_second_result_of_a_stem_has_its_suffix_in_the_records_name(tmp_path):
    put_record(tmp_path / "out.json", of="out.png")
    assert record_path_for(tmp_path / "out.jpg") == tmp_path / "out.jpg.json"
    assert record_of_result(tmp_path / "out.jpg") is None


def test_that_a_second_result_keeps_its_record_when_the_first_is_gone(tmp_path):
    put_record(tmp_path / "out.json", of="out.png")
    put_record(tmp_path / "out.jpg.json", of="out.jpg")
    (tmp_path / "out.json").unlink()
    assert record_path_for(tmp_path / "out.jpg") == tmp_path / "out.jpg.json"


def test_that_the_record_of_a_result_that_is_gone_gives_its_name_away(tmp_path):
    put_record(tmp_path / "out.json", of="out.png")
    (tmp_path / "out.png").unlink()
    assert record_path_for(tmp_path / "out.jpg") == tmp_path / "out.json"


@pytest.mark.parametrize("name", ["../x", "", ".", "..", "a/b", "a\0b", "a\\b", 7, None])
def test_that_a_record_that_names_no_file_beside_it_ends_nothing_and_stays(tmp_path, name):
    content = {"format": "facerestore-record/1", "result_name": name}
    (tmp_path / "out.json").write_text(json.dumps(content))
    assert record_path_for(tmp_path / "out.png") == tmp_path / "out.png.json"


def test_that_two_foreign_files_leave_no_name_for_a_record(tmp_path):
    (tmp_path / "out.json").write_text("{}")
    (tmp_path / "out.png.json").mkdir()
    with pytest.raises(OutputRefused, match="something else"):
        record_path_for(tmp_path / "out.png")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of POSIX")
def test_that_a_pipe_named_like_a_record_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "out.json")
    assert record_of_result(tmp_path / "out.png") is None
    assert record_path_for(tmp_path / "out.png") == tmp_path / "out.png.json"


def test_that_brackets_without_end_and_files_beyond_all_measure_are_no_records(tmp_path):
    (tmp_path / "out.json").write_text("[" * 200_000)
    assert not is_record(tmp_path / "out.json")
    with (tmp_path / "large.json").open("wb") as file:
        file.write(b'{"format": "facerestore-record/1", "a": "')
        file.truncate(2**40)
    assert not is_record(tmp_path / "large.json")


def test_that_a_result_whose_name_is_no_utf8_finds_its_record(tmp_path):
    output = tmp_path / os.fsdecode(b"gro\xdfmutter.png")
    photo = noise_photo(4, 4)
    record = record_for(photo, box_mask(photo.extent, 0, 0, 2, 2), result_name=output.name)
    with record_beside(record, tmp_path / "r.json"):
        pass
    (tmp_path / "r.json").rename(output.with_suffix(".json"))
    assert record_of_result(output) == output.with_suffix(".json")


def test_that_a_record_goes_with_its_result_and_stays_when_that_does_not_go(tmp_path):
    put_record(tmp_path / "r.json", of="r.png")
    before = read_record(tmp_path / "r.json")
    with (
        pytest.raises(OSError, match="busy"),
        move_record(tmp_path / "r.json", tmp_path / "new.png", source_name="p.png"),
    ):
        raise OSError("busy")
    assert record_of_result(tmp_path / "r.png") == tmp_path / "r.json"
    assert not (tmp_path / "new.json").exists()
    with move_record(tmp_path / "r.json", tmp_path / "new.png", source_name="p.png"):
        (tmp_path / "r.png").rename(tmp_path / "new.png")
    assert record_of_result(tmp_path / "new.png") == tmp_path / "new.json"
    assert read_record(tmp_path / "new.json") == before | {"result_name": "new.png", "source_name": "p.png"}
    assert not (tmp_path / "r.json").exists()
