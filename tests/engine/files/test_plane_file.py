"""Planes of damage classes in files."""

import numpy as np
import pytest

from facerestore.files.plane_file import read_plane, write_plane
from facerestore.files.reading import read_mask
from facerestore.files.writing import write_mask
from facerestore.values.damage_classes import DamageClass
from facerestore.values.errors import MaskUnreadable, OutputRefused
from facerestore.values.geometry import Extent
from facerestore.values.mask import Mask

EXTENT = Extent(8, 3)


def plane():
    return np.array([[int(one) for one in DamageClass]] * 3, np.uint8)


def test_that_classes_survive_a_file(tmp_path):
    write_plane(plane(), tmp_path / "mask.png")
    assert (read_plane(tmp_path / "mask.png", extent=EXTENT) == plane()).all()


def test_that_the_file_is_a_mask_to_others_in_which_repairs_are_white(tmp_path):
    write_plane(plane(), tmp_path / "mask.png")
    restored = read_mask(tmp_path / "mask.png").restore[0]
    assert [one.name for one, yes in zip(DamageClass, restored, strict=True) if not yes] == ["NONE", "ORIGINAL"]


def test_that_a_mask_with_other_greys_is_read_by_its_whiteness(tmp_path):
    write_plane(np.full((3, 8), 130, np.uint8), tmp_path / "grey.png")
    assert (read_plane(tmp_path / "grey.png", extent=EXTENT) == 255).all()


def test_that_a_mask_file_is_a_plane(tmp_path):
    write_mask(Mask(np.full((3, 8), 255, np.uint8)), tmp_path / "mask.png")
    assert (read_plane(tmp_path / "mask.png", extent=EXTENT) == DamageClass.DAMAGE).all()


def test_that_another_size_is_refused(tmp_path):
    write_plane(plane(), tmp_path / "mask.png")
    with pytest.raises(MaskUnreadable):
        read_plane(tmp_path / "mask.png", extent=Extent(9, 3))


def test_that_only_png_is_written_and_never_over_an_original(tmp_path):
    with pytest.raises(OutputRefused):
        write_plane(plane(), tmp_path / "mask.jpg")
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"photo")
    with pytest.raises(OutputRefused):
        write_plane(plane(), photo, overwrite=True, originals=(photo,))
