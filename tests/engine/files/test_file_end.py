"""Files that break off are told by their ends."""

from pathlib import Path

import pytest

from facerestore.files.file_end import missing_end
from facerestore.files.writing import write_photo
from tests.support.pictures import noise_photo


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.tif", "a.webp"])
def test_that_whole_files_have_their_end_also_with_something_behind_it(tmp_path: Path, name: str):
    path = tmp_path / name
    write_photo(noise_photo(), path)
    assert missing_end(path) is None
    if name == "a.jpg":
        path.write_bytes(path.read_bytes() + b"\0" * 2**17)
        assert missing_end(path) is None


@pytest.mark.parametrize("name", ["a.png", "a.jpg"])
@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.9])
def test_that_what_breaks_off_is_said(tmp_path: Path, name: str, share: float):
    path = tmp_path / name
    write_photo(noise_photo(), path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    found = missing_end(path)
    assert found is not None
    assert "ends in the middle" in found.sentence


def test_that_what_is_not_there_is_no_broken_file(tmp_path: Path):
    assert missing_end(tmp_path / "none.png") is None
