"""Planes of damage classes in files."""

import numpy as np
import pytest

from facerestore.files import png_chunks
from facerestore.files.plane_file import TABLE_KEYWORD, read_plane, write_plane
from facerestore.files.reading import read_mask
from facerestore.files.writing import write_mask
from facerestore.values.damage_classes import DamageClass, Policy
from facerestore.values.damage_table import DEFAULT_TABLE, DamageKind
from facerestore.values.errors import MaskUnreadable, OutputRefused
from facerestore.values.geometry import Extent
from facerestore.values.mask import Mask

EXTENT = Extent(8, 3)


def plane():
    return np.array([[int(one) for one in DamageClass]] * 3, np.uint8)


def test_that_classes_survive_a_file(tmp_path):
    write_plane(plane(), tmp_path / "mask.png")
    assert (read_plane(tmp_path / "mask.png", extent=EXTENT).plane == plane()).all()


def test_that_the_file_is_a_mask_to_others_in_which_repairs_are_white(tmp_path):
    write_plane(plane(), tmp_path / "mask.png")
    restored = read_mask(tmp_path / "mask.png").restore[0]
    assert [one.name for one, yes in zip(DamageClass, restored, strict=True) if not yes] == ["NONE", "ORIGINAL"]


def test_that_a_mask_with_other_greys_is_read_by_its_whiteness(tmp_path):
    write_plane(np.full((3, 8), 130, np.uint8), tmp_path / "grey.png")
    assert (read_plane(tmp_path / "grey.png", extent=EXTENT).plane == 255).all()


def test_that_a_mask_file_is_a_plane(tmp_path):
    write_mask(Mask(np.full((3, 8), 255, np.uint8)), tmp_path / "mask.png")
    assert (read_plane(tmp_path / "mask.png", extent=EXTENT).plane == DamageClass.DAMAGE).all()


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


TAPE = DamageKind(number=254, policy=Policy.FILL, name="Tape ü", colour="#804020")


def test_that_changed_classes_survive_a_file_and_are_a_mask_to_others(tmp_path):
    table = DEFAULT_TABLE.with_policy(DamageClass.STAIN, Policy.PROTECT).added(TAPE)
    painted = plane()
    painted[0, 0] = TAPE.number
    write_plane(painted, tmp_path / "mask.png", table=table)
    read = read_plane(tmp_path / "mask.png", extent=EXTENT)
    assert read.table == table
    assert (read.plane == painted).all()
    assert read_mask(tmp_path / "mask.png").restore[0, 0]


def test_that_a_file_without_classes_of_its_own_is_read_with_those_of_the_project(tmp_path):
    table = DEFAULT_TABLE.added(TAPE)
    write_plane(np.full((3, 8), TAPE.number, np.uint8), tmp_path / "mask.png")
    assert (read_plane(tmp_path / "mask.png", extent=EXTENT).plane == DamageClass.DAMAGE).all()
    assert (read_plane(tmp_path / "mask.png", extent=EXTENT, table=table).plane == TAPE.number).all()


@pytest.mark.parametrize("text", ["", "[]", "{", "[1]", '[{"number": 255}]', "[" * 70_000])
def test_that_a_file_whose_classes_make_no_sense_is_refused(tmp_path, text):
    write_plane(plane(), tmp_path / "mask.png")
    data = (tmp_path / "mask.png").read_bytes()
    chunk = png_chunks.text_chunk(TABLE_KEYWORD, text)
    (tmp_path / "mask.png").write_bytes(png_chunks.with_chunks(data, [chunk]))
    with pytest.raises(MaskUnreadable, match="classes"):
        read_plane(tmp_path / "mask.png", extent=EXTENT)


def test_that_a_mask_that_names_classes_and_has_further_greys_is_plain_and_says_what_it_lost(tmp_path):
    table = DEFAULT_TABLE.added(TAPE)
    held = np.full((3, 8), TAPE.number, np.uint8)
    write_plane(held, tmp_path / "mask.png", table=table)
    assert not read_plane(tmp_path / "mask.png", extent=EXTENT).has_lost_classes
    held[0, 0] = 190  # the rim of a soft brush, which another program painted
    write_plane(held, tmp_path / "soft.png", table=table)
    read = read_plane(tmp_path / "soft.png", extent=EXTENT)
    assert read.has_lost_classes
    assert (read.plane == DamageClass.DAMAGE).all()


@pytest.mark.parametrize("policy", [Policy.KEEP, Policy.PROTECT])
def test_that_a_mask_that_lost_its_classes_is_refused_where_a_light_one_was_to_be_kept(policy, tmp_path):
    table = DEFAULT_TABLE.with_policy(DamageClass.DAMAGE, policy)
    held = np.zeros((3, 8), np.uint8)
    held[:, 4:], held[0, 0] = DamageClass.DAMAGE, 77
    write_plane(held, tmp_path / "mask.png", table=table)
    with pytest.raises(MaskUnreadable, match="kept"):
        read_plane(tmp_path / "mask.png", extent=EXTENT)
    held[:, 4:] = 240
    write_plane(held, tmp_path / "mask.png", table=table, overwrite=True)
    np.testing.assert_array_equal(read_plane(tmp_path / "mask.png", extent=EXTENT).plane > 0, held == 240)
    held[:, 4:] = 0
    write_plane(held, tmp_path / "mask.png", table=table, overwrite=True)
    with pytest.raises(MaskUnreadable, match="no white"):
        read_plane(tmp_path / "mask.png", extent=EXTENT)
