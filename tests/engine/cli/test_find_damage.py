"""``find-damage``: what it says, where, and with which exit code."""

import numpy as np
import pytest

from facerestore.cli.main import main
from facerestore.damage.infrared import SHOWS_PICTURE
from facerestore.files.plane_file import read_plane
from facerestore.files.writing import write_photo
from facerestore.restoration.damage_search import BY_FILTERS_ONLY
from facerestore.values.errors import WeightsMissing
from facerestore.values.geometry import Extent
from facerestore.values.photo import Photo
from tests.support.infrared import drawn_scan


@pytest.fixture
def folder(tmp_path):
    """A scratched photo, a plain one, and one that cannot be read."""
    (tmp_path / "in").mkdir()
    pixels = np.full((120, 160), 90, np.uint8)
    write_photo(Photo(pixels), tmp_path / "in" / "plain.png")
    pixels = pixels.copy()
    pixels[60:62, 20:140] = 255
    write_photo(Photo(pixels), tmp_path / "in" / "scratched.png")
    (tmp_path / "in" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return tmp_path


def find(folder, *more):
    return main(["find-damage", str(folder / "in"), "-o", str(folder / "out"), *more])


def test_that_a_folder_gives_a_sentence_and_a_mask_for_each_photo_and_bad_ones_do_not_stop_it(fake, folder, capsys):
    fake.backend.faces = []
    assert find(folder) == 1
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert lines[0] == "plain.png: no damage found."
    assert lines[1].startswith("scratched.png: 1 places, ")
    assert "broken.png" in said.err
    assert read_plane(folder / "out" / "scratched_mask.png", extent=Extent(160, 120)).plane[60, 80] > 0


def test_that_one_photo_may_go_to_one_file_and_caution_and_dust_are_passed_on(fake, folder, capsys):
    fake.backend.faces = []
    photo, mask = folder / "in" / "scratched.png", folder / "m.png"
    options = ["--caution", "certain", "--most-dust-px", "5"]
    assert main(["find-damage", str(photo), "-o", str(mask), *options]) == 0
    assert mask.exists()
    assert main(["find-damage", str(photo), "-o", str(mask)]) == 1
    assert "--overwrite" in capsys.readouterr().err


def test_that_missing_weights_are_said_once_and_the_filters_go_on(fake, folder, capsys, monkeypatch):
    def missing(request, **options):
        raise WeightsMissing("There are none.", advice="Install them.")

    (folder / "in" / "broken.png").unlink()
    fake.backend.faces = []
    monkeypatch.setattr(fake.backend, "map_damage", missing)
    assert find(folder) == 0
    said = capsys.readouterr()
    assert said.err.count(BY_FILTERS_ONLY) == 1
    assert "scratched.png: 1 places" in said.out


def test_that_what_is_said_of_one_scan_names_it(fake, tmp_path, capsys):
    fake.backend.faces = []
    (tmp_path / "in").mkdir()
    for name in ("a.tif", "b.tif"):
        write_photo(drawn_scan(film="kodachrome").photo, tmp_path / "in" / name)
    assert find(tmp_path) == 0
    said = capsys.readouterr().err
    assert [line for line in said.splitlines() if SHOWS_PICTURE in line] == [
        f"note: a.tif: {SHOWS_PICTURE}",
        f"note: b.tif: {SHOWS_PICTURE}",
    ]


def test_that_folders_below_are_looked_into_when_asked_for_each_scan_alone(fake, folder, capsys):
    fake.backend.faces = []
    (folder / "in" / "broken.png").unlink()
    (folder / "in" / "1931").mkdir()
    (folder / "in" / "scratched.png").rename(folder / "in" / "1931" / "plain.png")
    assert find(folder, "--recursive") == 0
    assert (folder / "out" / "plain_mask.png").is_file()
    assert (folder / "out" / "1931" / "plain_mask.png").is_file()
    assert find(folder, "--recursive", "--repeated", str(folder / "places.json")) == 2
    assert "one folder" in capsys.readouterr().err
