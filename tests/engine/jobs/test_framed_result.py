"""A result as viewed: turned and cropped bit for bit, with what its file says; by default it lies as the scan does."""

import errno
import json
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import tifffile
from fake_backend import FakeNetworks
from pictures import box_mask, noise_photo
from PIL import Image

from facerestore.documents.project_file import write_project
from facerestore.documents.saved_project import Original, SavedProject
from facerestore.files.exif import orientation
from facerestore.files.provenance import file_hash, pixels_hash
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_mask, write_photo
from facerestore.jobs.file_job import FileJob, restore_file
from facerestore.jobs.file_masks import MaskFiles
from facerestore.jobs.framed_result import framed_layers, framed_photo
from facerestore.jobs.result_files import write_result
from facerestore.values.errors import OutputRefused
from facerestore.values.framing import Framing
from facerestore.values.geometry import Box, Extent
from facerestore.values.mask import Mask
from facerestore.values.photo import PhotoMetadata
from facerestore.values.repair import RepairedPhoto
from facerestore.values.result import RestorationResult


def exif_of(width, height):
    block = Image.Exif()
    block[256], block[257] = width, height
    block[282], block[283], block[296] = 300.0, 600.0, 2
    block[274] = 1
    block[271] = "A scanner"
    return block.tobytes().removeprefix(b"Exif\0\0")


@pytest.fixture
def make(tmp_path):
    """A job of a project whose photo is framed so."""

    def made(framing, *, bits=8, grey=False, suffix=".tif", **job):
        metadata = PhotoMetadata(exif=exif_of(64, 48), dpi=(300.0, 600.0), icc_profile=None)
        photo = noise_photo(64, 48, bits=bits, grey=grey, metadata=metadata)
        path = tmp_path / f"scan{suffix}"
        write_photo(photo, path)
        photo = read_photo(path)
        mask = box_mask(photo.extent, 20, 10, 40, 30)
        project = SavedProject(Original.of(photo, file_hash(path)), mask.coverage, framing=framing)
        write_project(project, tmp_path / "scan.facerestore")
        return FileJob(
            photo=path,
            masks=MaskFiles(),
            project=tmp_path / "scan.facerestore",
            output=tmp_path / f"out/result{suffix}",
            is_framed=True,
            **job,
        )

    return made


@pytest.mark.parametrize("turns", [1, 2, 3])
@pytest.mark.parametrize(("bits", "grey"), [(8, True), (8, False), (16, True), (16, False)])
@pytest.mark.parametrize("suffix", [".tif", ".png"])
def test_that_a_turned_result_is_the_result_turned_bit_for_bit(make, turns, bits, grey, suffix):
    job = make(Framing(turns), bits=bits, grey=grey, suffix=suffix)
    restored = restore_file(job, FakeNetworks())
    lying = restore_file(replace(job, is_framed=False, output=job.output.with_stem("lying")), FakeNetworks())
    framed, scan = read_photo(restored.output), read_photo(lying.output)
    assert scan.extent == read_photo(job.photo).extent
    assert framed.pixels.dtype == scan.pixels.dtype
    assert np.array_equal(framed.pixels, np.rot90(scan.pixels, -turns))
    assert (framed.pixels != np.rot90(read_photo(job.photo).pixels, -turns)).any()


@pytest.mark.parametrize("suffix", [".tif", ".png", ".webp"])
def test_that_resolution_size_and_orientation_are_those_of_the_turned_picture(make, suffix):
    framed = read_photo(restore_file(make(Framing(1), suffix=suffix), FakeNetworks()).output)
    block = Image.Exif()
    block.load(framed.metadata.exif)
    assert (framed.extent.width, framed.extent.height) == (48, 64)
    assert framed.metadata.dpi is None or framed.metadata.dpi == pytest.approx((600.0, 300.0), rel=1e-3)
    assert orientation(framed.metadata.exif) == 1
    assert block[271] == "A scanner"
    assert {block.get(256, 48), block.get(40962, 48)} == {48}


def test_that_a_cropped_result_keeps_its_resolution_and_says_its_size(make):
    framed = read_photo(restore_file(make(Framing(0, 0.0, Box(8, 4, 50, 44))), FakeNetworks()).output)
    block = Image.Exif()
    block.load(framed.metadata.exif)
    assert (framed.extent.width, framed.extent.height) == (42, 40)
    assert framed.metadata.dpi == pytest.approx((300.0, 600.0))
    assert (block.get(256, 42), block.get(257, 40)) == (42, 40)


def test_that_the_record_says_how_the_file_shows_the_result_and_hashes_it(make):
    restored = restore_file(make(Framing(3, 0.0, Box(2, 3, 40, 60))), FakeNetworks())
    record = json.loads(restored.record.read_text())
    framed = read_photo(restored.output)
    said = record["framing"]
    assert (said["quarter_turns_clockwise"], said["crop_px"], said["resampled_by"]) == (3, [2, 3, 40, 60], None)
    assert (said["width_px"], said["height_px"]) == (38, 57)
    assert said["pixels_sha256"] == pixels_hash(framed, np.ones(framed.pixels.shape[:2], bool))
    assert said["pixels_exact"]
    # all of the kept pixels are not in the file
    assert not record["kept_pixels_exact"]
    assert (record["width_px"], record["height_px"]) == (64, 48)


def test_that_a_result_that_is_only_turned_holds_all_kept_pixels(make):
    record = json.loads(restore_file(make(Framing(2)), FakeNetworks()).record.read_text())
    assert record["kept_pixels_exact"]


def test_that_straightening_is_said_to_the_person_and_in_the_record(make):
    restored = restore_file(make(Framing(0, -2.5)), FakeNetworks())
    record = json.loads(restored.record.read_text())
    (note,) = [note for note in restored.notes if "straightened by -2.5 degrees" in note]
    assert note in record["notes"]
    assert record["framing"]["resampled_by"] == "quintic B-spline"
    assert not record["framing"]["pixels_exact"]
    framed = read_photo(restored.output)
    assert framed.extent == Framing(0, -2.5).shown_extent(Extent(64, 48))


def test_that_without_being_asked_a_project_is_written_as_the_scan_lies(make):
    job = replace(make(Framing(1, 3.0)), is_framed=False)
    restored = restore_file(job, FakeNetworks())
    assert read_photo(restored.output).extent == read_photo(job.photo).extent
    assert json.loads(restored.record.read_text())["framing"] is None


def test_that_infrared_in_a_file_of_its_own_is_not_copied_beside_a_turned_result(make):
    job = make(Framing(1))
    tifffile.imwrite(job.photo.with_name("scan_IR.tif"), np.zeros((48, 64), np.uint8))
    restored = restore_file(job, FakeNetworks())
    assert not job.output.with_name("result_IR.tif").exists()
    assert any("does not lie as the scan does" in note for note in restored.notes)


def test_that_further_samples_and_alpha_turn_along():
    photo = noise_photo(20, 12, alpha=True)
    turned = framed_photo(RepairedPhoto(photo), Framing(3))
    assert np.array_equal(turned.alpha, np.rot90(photo.alpha, 1))


@pytest.mark.parametrize("framing", [Framing(1), Framing(2, 0.0, Box(5, 5, 50, 40)), Framing(0, 6.0)])
def test_that_framed_scan_and_patches_are_the_framed_result_bit_for_bit(make, framing):
    job = make(framing, bits=16)
    lying = restore_file(replace(job, is_framed=False), FakeNetworks()).result
    mask = box_mask(lying.repaired.extent, 20, 10, 40, 30)
    framed = framed_layers(lying.repaired, lying.candidates, mask, framing)
    whole = framed.repaired.extent.box
    over = np.zeros_like(framed.repaired.source.pixels)
    for layer in framed.layers:
        if layer.is_visible:
            rows = layer.spread(whole).rows(slice(0, whole.height))
            over = rows if rows.shape[-1] == 3 else np.where(rows[..., 3:] > 0, rows[..., :3], over)
    assert np.array_equal(over, framed_photo(lying.repaired, framing).pixels)


def test_that_a_face_in_framed_layers_lies_where_it_is_seen(make):
    job = make(Framing(1))
    lying = restore_file(replace(job, is_framed=False), FakeNetworks()).result
    mask = box_mask(lying.repaired.extent, 20, 10, 40, 30)
    framing = Framing(1, 4.0, Box(10, 12, 36, 44))
    framed = framed_layers(lying.repaired, lying.candidates, mask, framing)
    layout = next(one for one in framed.layers if one.name.startswith("Layout"))
    corners = framing.to_turned(lying.candidates[0].alignment.corners_photo(), lying.repaired.extent) - (10, 12)
    assert layout.box == Box.around(corners).clipped(framed.repaired.extent)


def test_that_layers_are_written_as_viewed_too(make, tmp_path):
    job = make(Framing(1), layers=tmp_path / "layers.tif")
    restore_file(job, FakeNetworks())
    with tifffile.TiffFile(tmp_path / "layers.tif") as pages:
        assert pages.pages[0].shape[:2] == (64, 48)


def test_that_a_mask_is_not_turned(make):
    """Its file lies as the scan does, whatever is shown."""
    job = make(Framing(1))
    write_mask(box_mask(read_photo(job.photo).extent, 20, 10, 40, 30), job.photo.with_name("mask.png"))
    plain = replace(job, project=None, masks=MaskFiles(job.photo.with_name("mask.png")))
    assert read_photo(restore_file(plain, FakeNetworks()).output).extent == read_photo(job.photo).extent


def test_that_a_read_only_disk_is_told_of_the_result_and_not_of_its_record(make, tmp_path, monkeypatch):
    job = make(Framing())
    job.output.parent.mkdir()
    opened = os.open

    def read_only(path, *arguments, **keywords):
        if Path(path).parent == job.output.parent:
            raise OSError(errno.EROFS, "Read-only file system")
        return opened(path, *arguments, **keywords)

    photo = read_photo(job.photo)
    result = RestorationResult(RepairedPhoto(photo), (), "cpu", 0.0)
    monkeypatch.setattr(os, "open", read_only)
    with pytest.raises(OutputRefused, match="read-only") as refused:
        write_result(
            result, job.output, source=photo, mask=Mask.empty(photo.extent), overwrite=False, originals=(job.photo,)
        )
    assert refused.value.path == job.output
