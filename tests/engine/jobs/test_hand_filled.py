"""A project that was filled by hand, restored by command line and batch."""

import json
from dataclasses import replace

import numpy as np
import pytest
from fake_backend import FakeNetworks

from facerestore.documents.project_file import write_project
from facerestore.documents.saved_project import Original, SavedProject
from facerestore.files.provenance import file_hash
from facerestore.files.reading import read_photo
from facerestore.jobs.file_job import restore_file
from facerestore.jobs.file_masks import MaskFiles
from facerestore.restoration.restorers import RESTORERS
from facerestore.values.damage_classes import DamageClass, HandClass
from facerestore.values.geometry import Box
from facerestore.values.hand_layer import NO_LAYER, HandDiff

RED = np.array([60_000, 2_000, 2_000], np.uint16)


@pytest.fixture
def filled(job, tmp_path):
    """The job with a project in which the place left of the mask was healed, and one below it cloned, in red."""
    photo = read_photo(job.photo)
    plane = np.zeros(photo.pixels.shape[:2], np.uint8)
    plane[10:30, 20:40] = DamageClass.DAMAGE
    plane[10:30, 5:20], plane[34:40, 20:40] = HandClass.HEALED, HandClass.CLONED
    box = photo.extent.box
    where = plane > 0
    samples = np.broadcast_to(RED, (int(where.sum()), 3)).copy()
    layer = NO_LAYER.flipped([HandDiff.of(NO_LAYER, box, where, samples)])
    project = tmp_path / "work.facerestore"
    original = Original.of(photo, file_hash(job.photo))
    write_project(SavedProject(original, plane, hand=layer), project)
    return replace(job, masks=MaskFiles(), project=project, restorer=RESTORERS["telea"]), photo, plane


def test_that_what_was_filled_by_hand_is_in_the_result_and_in_the_record(filled):
    job, photo, plane = filled
    restored = restore_file(job, FakeNetworks())
    result = read_photo(restored.output).pixels
    by_hand = (plane == HandClass.HEALED) | (plane == HandClass.CLONED)
    assert (result[by_hand] == RED).all()
    np.testing.assert_array_equal(result[plane == 0], photo.pixels[plane == 0])
    record = json.loads(restored.record.read_text())
    for name, number in (("healed", HandClass.HEALED), ("cloned", HandClass.CLONED)):
        assert record["areas"][name]["share"] == pytest.approx(np.mean(plane == number))
    assert record["filled_share"] == pytest.approx(np.mean(plane == DamageClass.DAMAGE))
    assert record["masked_share"] == pytest.approx(np.mean(plane > 0))


def test_that_a_restoration_sees_it_as_a_part_of_the_photo(filled):
    """The hole beside it is continued from the red, and the layer below the mask is not seen."""
    job, _, _ = filled
    result = read_photo(restore_file(job, FakeNetworks()).output).pixels
    beside = result[12:28, 20:22].reshape(-1, 3).astype(int)
    assert np.abs(beside - RED).mean() < 6_000


def test_that_layers_have_one_for_each_tool(filled, tmp_path):
    import zipfile

    job, _, _ = filled
    restore_file(replace(job, layers=tmp_path / "out.ora"), FakeNetworks())
    with zipfile.ZipFile(tmp_path / "out.ora") as archive:
        stack = archive.read("stack.xml").decode()
    assert "Healed by hand" in stack
    assert "Cloned by hand" in stack


def test_that_a_project_without_damage_gives_what_was_filled_by_hand(filled):
    job, photo, plane = filled
    plane[plane == DamageClass.DAMAGE] = 0
    where = plane > 0
    box = Box(0, 0, photo.extent.width, photo.extent.height)
    samples = np.broadcast_to(RED, (int(where.sum()), 3)).copy()
    layer = NO_LAYER.flipped([HandDiff.of(NO_LAYER, box, where, samples)])
    original = Original.of(photo, file_hash(job.photo))
    write_project(SavedProject(original, plane, hand=layer), job.project, overwrite=True)
    restored = restore_file(job, FakeNetworks())
    assert (read_photo(restored.output).pixels[where] == RED).all()
    assert not any("empty" in note for note in restored.notes)


def test_that_a_mask_alone_brings_no_pixels_and_says_so(job, tmp_path):
    from facerestore.files.plane_file import write_plane

    photo = read_photo(job.photo)
    plane = np.zeros(photo.pixels.shape[:2], np.uint8)
    plane[10:30, 20:40], plane[0:5] = DamageClass.DUST, HandClass.HEALED
    mask = tmp_path / "classes.png"
    write_plane(plane, mask)
    restored = restore_file(replace(job, masks=MaskFiles(mask)), FakeNetworks())
    np.testing.assert_array_equal(read_photo(restored.output).pixels[:5], photo.pixels[:5])
    assert any("project alone" in note for note in restored.notes)
    assert [one["name"] for one in json.loads(restored.record.read_text())["classes"]] == ["Dust"]
