"""Masks of found damage as files."""

import numpy as np
import pytest

from facerestore.damage.infrared import SHOWS_PICTURE
from facerestore.damage.proposals import Caution
from facerestore.files.plane_file import read_plane
from facerestore.files.writing import write_photo
from facerestore.jobs.damage_files import damage_jobs, find_in_file
from facerestore.restoration.local import LocalNetworks
from facerestore.values.damage_classes import DamageClass
from facerestore.values.errors import OutputRefused, UsageError
from facerestore.values.geometry import Extent
from facerestore.values.photo import Photo
from tests.support.fake_backend import FakeBackend
from tests.support.infrared import drawn_scan


@pytest.fixture
def networks():
    return LocalNetworks(make=lambda device: FakeBackend(faces=[]))


@pytest.fixture
def scratched(tmp_path):
    pixels = np.full((120, 160), 90, np.uint8)
    pixels[60:62, 20:140] = 255
    pixels[20:23, 30:33] = 255
    write_photo(Photo(pixels), tmp_path / "scratched.png")
    return tmp_path / "scratched.png"


def test_that_the_mask_holds_the_classes_of_what_was_found(scratched, networks, tmp_path):
    found = find_in_file(scratched, tmp_path / "masks" / "m.png", networks, caution=Caution.ALL)
    mask = read_plane(found.output, extent=Extent(160, 120))
    assert mask.plane[60, 80] in (DamageClass.SCRATCH, DamageClass.CREASE)
    assert mask.plane[21, 31] == DamageClass.DUST
    assert mask.plane[100, 80] == 0
    assert found.share == pytest.approx((mask.plane > 0).mean())
    sentence = found.sentence
    assert sentence.startswith("scratched.png: 2 places, ")
    assert "dust 1" in sentence
    assert "\n" not in sentence


def test_that_nothing_found_is_said(networks, tmp_path):
    write_photo(Photo(np.full((50, 60), 90, np.uint8)), tmp_path / "plain.png")
    found = find_in_file(tmp_path / "plain.png", tmp_path / "m.png", networks)
    assert found.sentence == "plain.png: no damage found."
    assert not read_plane(found.output, extent=Extent(60, 50)).plane.any()


def test_that_a_mask_is_not_overwritten_unasked_and_a_photo_never(scratched, networks, tmp_path):
    find_in_file(scratched, tmp_path / "m.png", networks)
    with pytest.raises(OutputRefused):
        find_in_file(scratched, tmp_path / "m.png", networks)
    find_in_file(scratched, tmp_path / "m.png", networks, overwrite=True)
    with pytest.raises(OutputRefused):
        find_in_file(scratched, scratched, networks, overwrite=True)


def test_that_a_folder_gives_a_mask_for_each_photo_and_none_for_masks(scratched, tmp_path):
    folder, out = scratched.parent, tmp_path / "out"
    for name in ("other.png", "other.jpg", "scratched_mask.png"):
        (folder / name).write_bytes(scratched.read_bytes())
    names = {photo.name: mask.name for photo, mask in damage_jobs(folder, out)}
    assert names == {
        "scratched.png": "scratched_mask.png",
        "other.png": "other.png_mask.png",
        "other.jpg": "other.jpg_mask.png",
    }
    assert damage_jobs(scratched, out) == [(scratched, out / "scratched_mask.png")]
    assert damage_jobs(scratched, tmp_path / "a.png") == [(scratched, tmp_path / "a.png")]


def test_that_a_folder_without_photos_is_said(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError):
        damage_jobs(tmp_path / "empty", tmp_path / "out")


def test_that_infrared_is_used_by_itself_and_that_is_said(networks, tmp_path):
    scan = drawn_scan(offset=(3, -2))
    write_photo(scan.photo, tmp_path / "scan.tif")
    found = find_in_file(tmp_path / "scan.tif", tmp_path / "m.png", networks, caution=Caution.CERTAIN)
    plane = read_plane(found.output, extent=scan.photo.extent).plane
    assert (plane[scan.dirt] > 0).mean() > 0.98
    assert found.by_infrared > 10
    assert f"; {found.by_infrared} of them by infrared." in found.sentence


def test_that_infrared_of_silver_film_is_not_used_and_that_is_said(networks, tmp_path):
    write_photo(drawn_scan(film="silver").photo, tmp_path / "scan.tif")
    found = find_in_file(tmp_path / "scan.tif", tmp_path / "m.png", networks)
    assert found.by_infrared == 0
    assert found.photo_notes == (SHOWS_PICTURE,)
