"""Files made to hang or to fill the memory are refused in a sentence, at once."""

import time
from pathlib import Path

import pytest

from facerestore.files import exif
from facerestore.files.inventory import Kind
from facerestore.files.reading import read_photo
from facerestore.values.errors import PhotoUnreadable
from tests.support import crafted_files
from tests.support.picture_files import put

LIMIT_S = 5
"""Of processor time; each takes a tenth of a second."""


@pytest.mark.parametrize("name", crafted_files.REFUSED)
def test_that_a_crafted_file_is_refused_at_once(tmp_path: Path, name: str) -> None:
    path = put(tmp_path, crafted_files.REFUSED[name]())
    began_s = time.process_time()
    with pytest.raises(PhotoUnreadable) as refused:
        read_photo(path)
    assert time.process_time() - began_s < LIMIT_S
    assert "cannot be decoded" not in str(refused.value), "it was decoded before it was refused"


def test_that_an_enormous_xmp_packet_is_left_out_and_told(tmp_path: Path) -> None:
    photo = read_photo(put(tmp_path, crafted_files.READ["XMP of 60 MB"]()))
    assert photo.metadata.xmp is None
    assert [item.kind for item in photo.metadata.items] == [Kind.XMP]


def test_that_tags_that_lie_over_one_another_are_no_directory() -> None:
    with pytest.raises(exif.DamagedBlock, match="over one another"):
        exif.read_directory(crafted_files.tiff_of_overlapping_tags())
    with pytest.raises(exif.DamagedBlock, match="over one another"):
        exif.read_directory(crafted_files.tiff_of_directories_in_themselves())
