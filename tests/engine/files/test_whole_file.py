"""Files that have arrived to their end, and those that have not."""

import pytest
from pictures import noise_photo

from facerestore.files.whole_file import seems_whole
from facerestore.files.writing import write_photo

SUFFIXES = (".png", ".jpg", ".tif", ".webp")


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("is_compressed", [True, False])
def test_that_a_picture_seems_whole_at_its_full_length_only(tmp_path, suffix, is_compressed):
    path = tmp_path / f"a{suffix}"
    write_photo(noise_photo(64, 48), path, is_compressed=is_compressed or suffix not in (".png", ".tif"))
    content = path.read_bytes()
    assert seems_whole(path)
    for share in (0.0, 0.02, 0.5, 0.9):
        path.write_bytes(content[: int(share * len(content))])
        assert not seems_whole(path), share


@pytest.mark.parametrize("suffix", [".png", ".jpg"])
def test_that_a_file_made_at_its_full_length_before_its_content_comes_is_not_whole(tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    write_photo(noise_photo(64, 48), path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2].ljust(len(content), b"\0"))
    assert not seems_whole(path)


def test_that_bytes_after_the_end_are_no_reason_to_wait(tmp_path):
    for suffix in SUFFIXES:
        path = tmp_path / f"a{suffix}"
        write_photo(noise_photo(64, 48), path)
        with path.open("ab") as stream:
            stream.write(b"made by a scanner")
        assert seems_whole(path), suffix


def test_that_what_is_no_picture_is_whole_when_it_has_something_and_a_project_when_it_has_its_list(tmp_path):
    text = tmp_path / "a.txt"
    text.write_text("Dear all")
    assert seems_whole(text)
    text.write_text("")
    assert not seems_whole(text)
    assert not seems_whole(tmp_path / "nowhere")
    project = tmp_path / "a.facerestore"
    project.write_bytes(b"PK\x03\x04 and the rest is still coming")
    assert not seems_whole(project)
