"""The infrared of a scan in a file of its own: found by its name, checked, used, and never lost."""

from pathlib import Path

import numpy as np
import pytest
from infrared import drawn_scan

from facerestore.batch.crew import claimed_bytes
from facerestore.batch.plan import BatchRequest, planned
from facerestore.damage.infrared import infrared_damage
from facerestore.damage.proposals import Caution
from facerestore.files.infrared_file import ENDS, copy_infrared, infrared_path, read_infrared
from facerestore.files.memory_forecast import own_bytes_of
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_photo
from facerestore.jobs.damage_files import damage_jobs
from facerestore.values.photo import Photo


def put(folder: Path, name: str, samples: np.ndarray) -> Path:
    write_photo(Photo(samples), folder / name)
    return folder / name


@pytest.fixture
def scan(tmp_path: Path):
    """A scan of dye film, and its infrared apart from it."""
    drawn = drawn_scan()
    put(tmp_path, "film.tif", drawn.photo.pixels)
    return drawn


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("suffix", [".tif", ".tiff"])
def test_that_it_is_found_by_the_names_that_scanning_programs_give_it(tmp_path, scan, end, suffix):
    beside = put(tmp_path, f"film{end}{suffix}", scan.infrared)
    assert infrared_path(tmp_path / "film.tif") == beside


def test_that_it_shows_what_the_same_channel_within_the_file_shows(tmp_path, scan):
    put(tmp_path, "film_IR.tif", scan.infrared)
    within = infrared_damage(scan.photo)
    beside = infrared_damage(read_photo(tmp_path / "film.tif"))
    assert [one.region.box for one in beside.proposals] == [one.region.box for one in within.proposals]
    assert len(beside.proposals) > 20
    assert beside.notes == ("The infrared of this scan was read from film_IR.tif.",)


def test_that_a_channel_in_the_file_itself_goes_first(tmp_path, scan):
    put(tmp_path, "film_IR.tif", np.zeros_like(scan.infrared))
    write_photo(scan.photo, tmp_path / "both.tif")
    put(tmp_path, "both_IR.tif", np.zeros_like(scan.infrared))
    assert len(infrared_damage(read_photo(tmp_path / "both.tif")).proposals) > 20


def test_that_one_of_another_size_is_told_and_not_used(tmp_path, scan):
    put(tmp_path, "film_IR.tif", scan.infrared[:-8])
    found = infrared_damage(read_photo(tmp_path / "film.tif"))
    assert found.proposals == ()
    assert "was not used as its infrared" in found.notes[0]


def test_that_one_that_is_damaged_is_told_and_not_used(tmp_path, scan):
    beside = put(tmp_path, "film_IR.tif", scan.infrared)
    content = bytearray(beside.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 4000] = bytes(4000)
    beside.write_bytes(content)
    found = read_infrared(read_photo(tmp_path / "film.tif"))
    assert found is not None
    assert found.samples is None
    assert "film_IR.tif ought to be the infrared" in found.note


def test_that_the_infrared_of_a_silver_film_is_refused_with_its_reason(tmp_path):
    drawn = drawn_scan(film="silver")
    put(tmp_path, "film.tif", drawn.photo.pixels)
    put(tmp_path, "film_IR.tif", drawn.infrared)
    found = infrared_damage(read_photo(tmp_path / "film.tif"))
    assert found.proposals == ()
    assert len(found.notes) == 2


def test_that_a_folder_restores_it_with_its_scan_and_not_as_a_photo(tmp_path, scan):
    beside = put(tmp_path, "film_IR.tif", scan.infrared)
    # an infrared photograph in colours, and one of a scan that is not there, are photos
    put(tmp_path, "garden_IR.tif", scan.photo.pixels)
    put(tmp_path, "garden.tif", scan.photo.pixels)
    put(tmp_path, "alone_IR.tif", scan.infrared)
    names = ["alone_IR.tif", "film.tif", "garden.tif", "garden_IR.tif"]
    items = planned(BatchRequest(photos=tmp_path, results=tmp_path / "out", found_damage=Caution.USUAL))
    assert [item.photo.name for item in items] == names
    assert [item.job.infrared for item in items] == [None, beside, None, None]
    # it is read beside the scan
    assert claimed_bytes(items[1].job) == own_bytes_of(tmp_path / "film.tif") + own_bytes_of(beside)
    assert [photo.name for photo, _ in damage_jobs(tmp_path, tmp_path / "masks")] == names


def test_that_a_copy_lies_beside_the_result_and_nothing_else_is_written_over(tmp_path, scan):
    beside = put(tmp_path, "film_IR.tif", scan.infrared)
    result = tmp_path / "out" / "film_restored.png"
    result.parent.mkdir()
    told = copy_infrared(tmp_path / "film.tif", result, overwrite=False)
    copied = result.parent / "film_restored_IR.tif"
    assert told is not None
    assert copied.name in told
    assert copied.read_bytes() == beside.read_bytes()
    copied.write_bytes(b"another")
    assert "was not copied" in copy_infrared(tmp_path / "film.tif", result, overwrite=False)
    assert copied.read_bytes() == b"another"
    copy_infrared(tmp_path / "film.tif", result, overwrite=True)
    assert copied.read_bytes() == beside.read_bytes()
    # a result of the scan's own name in its folder has it already
    assert copy_infrared(tmp_path / "film.tif", tmp_path / "film.png", overwrite=True) is None
    assert copy_infrared(tmp_path / "nothing.tif", result, overwrite=True) is None
