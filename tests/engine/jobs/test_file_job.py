"""One file: read, restore, write with its record."""

import json
import zipfile
from dataclasses import replace

import cv2
import numpy as np
import pytest
import tifffile
from fake_backend import FakeNetworks, alignment_at, face_at
from pictures import box_mask, noise_photo

from facerestore.files.layout_file import read_layout, write_layout
from facerestore.files.provenance import changed_kept_pixels, file_hash, kept_pixels_hash
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_mask, write_photo
from facerestore.jobs import result_files
from facerestore.jobs.file_job import FileJob, layout_file, restore_file
from facerestore.jobs.file_masks import MaskFiles
from facerestore.jobs.result_files import restored_name
from facerestore.values.alignment import Alignment
from facerestore.values.errors import MaskUnreadable, NoFaceFound, OutputRefused, UsageError
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo


def test_that_the_result_equals_the_photo_bit_for_bit_outside_the_mask(job):
    restored = restore_file(job, FakeNetworks())
    source, result = read_photo(job.photo), read_photo(restored.output)
    mask = box_mask(source.extent, 20, 10, 40, 30)
    assert result.bits == 16
    assert changed_kept_pixels(source, result, mask) == 0
    assert (result.pixels[mask.restore] != source.pixels[mask.restore]).any()


def test_that_the_record_beside_the_result_says_what_it_was_made_from(job):
    restored = restore_file(job, FakeNetworks())
    record = json.loads(restored.record.read_text())
    source = read_photo(job.photo)
    mask = box_mask(source.extent, 20, 10, 40, 30)
    assert restored.record == job.output.with_suffix(".json")
    assert record["source_sha256"] == file_hash(job.photo)
    assert record["kept_pixels_sha256"] == kept_pixels_hash(read_photo(restored.output), mask)
    assert record["kept_pixels_sha256"] == kept_pixels_hash(source, mask)
    assert record["generated_share"] == pytest.approx(400 / (64 * 48))
    assert record["faces"][0]["seed"] == 0


def test_that_the_result_tells_other_programs_that_parts_of_it_were_generated(job):
    restored = restore_file(job, FakeNetworks())
    assert b"compositeWithTrainedAlgorithmicMedia" in (read_photo(restored.output).metadata.xmp or b"")


@pytest.mark.parametrize("suffix", [".ora", ".tif"])
def test_that_layers_go_where_they_were_asked_for_and_never_on_an_original(job, suffix):
    layers = job.photo.parent / "layers" / f"result{suffix}"
    restored = restore_file(replace(job, layers=layers), FakeNetworks())
    result = read_photo(restored.output).pixels
    if suffix == ".tif":
        with tifffile.TiffFile(layers) as file:
            flat, scan, *_ = (page.asarray() for page in file.pages)
    else:
        with zipfile.ZipFile(layers) as archive:
            flat, scan = (
                cv2.imdecode(np.frombuffer(archive.read(name), np.uint8), cv2.IMREAD_UNCHANGED)[..., ::-1]
                for name in ("mergedimage.png", "data/layer0.png")
            )
    np.testing.assert_array_equal(flat, result)
    np.testing.assert_array_equal(scan, read_photo(job.photo).pixels)
    before = job.photo.read_bytes()
    for refused in (job.photo.with_suffix(".psd"), job.output, job.photo):
        with pytest.raises(OutputRefused):
            restore_file(replace(job, layers=refused, overwrite=True), FakeNetworks())
    assert job.photo.read_bytes() == before


def test_that_an_earlier_result_stays_unless_overwriting_is_allowed(job):
    restore_file(job, FakeNetworks())
    before = job.output.read_bytes()
    networks = FakeNetworks()
    with pytest.raises(OutputRefused, match="already"):
        restore_file(replace(job, seed=2), networks)
    assert job.output.read_bytes() == before
    assert networks.restored == []
    restore_file(replace(job, seed=2, overwrite=True), networks)
    assert json.loads(job.record.read_text())["faces"][0]["seed"] == 2


@pytest.mark.parametrize("original", ["photo", "mask"])
def test_that_an_original_is_never_overwritten_even_when_overwriting_is_allowed(job, original):
    path = job.photo if original == "photo" else job.masks.mask
    before = path.read_bytes()
    with pytest.raises(OutputRefused, match="original"):
        restore_file(replace(job, output=path, overwrite=True), FakeNetworks())
    assert path.read_bytes() == before


def test_that_a_record_never_replaces_another_persons_json_file(job):
    job.output.parent.mkdir()
    foreign = job.output.with_suffix(".json")
    foreign.write_text('{"mine": 1}')
    restored = restore_file(replace(job, overwrite=True), FakeNetworks())
    assert foreign.read_text() == '{"mine": 1}'
    assert restored.record.name == f"{job.output.name}.json"
    assert restored.record.is_file()


def test_that_the_same_photo_in_two_formats_has_two_results_and_two_records(job):
    first = restore_file(job, FakeNetworks())
    second = restore_file(replace(job, output=job.output.with_suffix(".png")), FakeNetworks())
    names = [json.loads(restored.record.read_text())["result_name"] for restored in (first, second)]
    assert names == [first.output.name, second.output.name]


def test_that_nothing_is_done_where_both_names_of_a_record_belong_to_something_else(job):
    job.output.parent.mkdir()
    for name in (job.output.with_suffix(".json").name, f"{job.output.name}.json"):
        job.output.with_name(name).write_text('{"mine": 1}')
    networks = FakeNetworks()
    with pytest.raises(OutputRefused, match="something else"):
        restore_file(job, networks)
    assert networks.restored == []


def test_that_a_failed_restoration_leaves_nothing_behind(job):
    with pytest.raises(RuntimeError):
        restore_file(job, FakeNetworks(fails_on={"scan.tif": RuntimeError("torn cable")}))
    assert not job.output.parent.exists() or list(job.output.parent.iterdir()) == []


def test_that_a_result_that_cannot_be_written_leaves_no_record(job, monkeypatch):
    def full(photo, path, **options):
        raise OutputRefused(path, "The disk is full.", advice="Free some space.")

    monkeypatch.setattr(result_files, "write_photo", full)
    with pytest.raises(OutputRefused):
        restore_file(job, FakeNetworks())
    assert list(job.output.parent.iterdir()) == []


def test_that_a_format_that_cannot_hold_the_depth_is_refused_before_the_work(job):
    # WebP holds 8 bits, the photo has 16
    refused = replace(job, output=job.output.with_suffix(".webp"))
    with pytest.raises(OutputRefused):
        restore_file(refused, FakeNetworks())
    assert not refused.output.parent.exists()


def test_that_a_mask_of_another_size_is_refused_with_both_sizes(job, tmp_path):
    write_mask(Mask.from_bool(np.ones((10, 12), bool)), tmp_path / "small.png")
    with pytest.raises(MaskUnreadable, match="12 x 10"):
        restore_file(replace(job, masks=MaskFiles(tmp_path / "small.png")), FakeNetworks())


def test_that_an_empty_mask_gives_the_same_photo_and_says_so(job, tmp_path):
    write_mask(Mask.from_bool(np.zeros((48, 64), bool)), tmp_path / "empty.png")
    restored = restore_file(replace(job, masks=MaskFiles(tmp_path / "empty.png")), FakeNetworks(faces=()))
    assert (read_photo(restored.output).pixels == read_photo(job.photo).pixels).all()
    assert any("empty" in note for note in restored.notes)


def test_that_an_aligned_photo_that_is_not_square_is_a_usage_error(job):
    with pytest.raises(UsageError, match="64 x 48"):
        restore_file(replace(job, is_aligned=True), FakeNetworks())


def test_that_points_outside_the_photo_are_a_usage_error(job):
    points = np.array([[500, 10], [520, 10], [510, 20], [502, 30], [518, 30]], np.float64)
    with pytest.raises(UsageError, match="outside"):
        restore_file(replace(job, points_photo=points), FakeNetworks())


def test_that_eyes_on_one_spot_are_a_usage_error(job):
    with pytest.raises(UsageError, match="eyes"):
        restore_file(replace(job, points_photo=np.full((5, 2), 20.0)), FakeNetworks())


def test_that_a_jpeg_result_admits_that_it_cannot_hold_untouched_pixels(tmp_path, job):
    photo = noise_photo(64, 48)
    write_photo(photo, tmp_path / "eight.png")
    eight = replace(job, photo=tmp_path / "eight.png", output=tmp_path / "eight.jpg")
    restored = restore_file(eight, FakeNetworks())
    assert any("JPEG" in note for note in restored.notes)
    assert json.loads(restored.record.read_text())["kept_pixels_exact"] is False


@pytest.mark.parametrize(
    ("photo", "format", "expected"),
    [
        ("a.png", "keep", "a_restored.png"),
        ("a.TIF", "keep", "a_restored.tif"),
        ("a.jpg", "keep", "a_restored.png"),
        ("a.webp", "keep", "a_restored.webp"),
        ("a.b.jpeg", "tiff", "a.b_restored.tif"),
        ("a.png", "jpeg", "a_restored.jpg"),
    ],
)
def test_that_a_result_is_named_after_its_photo(tmp_path, photo, format, expected):
    assert restored_name(tmp_path / photo, format=format) == expected


def test_that_a_layout_that_knows_its_crop_is_used_for_the_face_there(job, tmp_path):
    left, right = face_at(16, 24, 30), face_at(48, 24, 40)
    labels = np.full((256, 256), 13, np.uint8)
    write_layout(Layout(labels, alignment_at(17, 25, 30)), tmp_path / "left.png")
    networks = FakeNetworks(faces=(right, left))
    restore_file(replace(job, layout=tmp_path / "left.png"), networks)
    (_, alignments, layouts, _) = networks.restored[0]
    by_place = {
        round(float(a.corners_photo().mean(axis=0)[0])): layout for a, layout in zip(alignments, layouts, strict=True)
    }
    assert by_place.keys() == {17, 48}
    assert (by_place[17].labels == 13).all()
    assert by_place[48] is None


def test_that_a_layout_finds_its_face_where_the_detector_found_none(job, tmp_path):
    write_layout(Layout(np.full((256, 256), 13, np.uint8), alignment_at(30, 24, 40)), tmp_path / "layout.png")
    networks = FakeNetworks(faces=())
    restore_file(replace(job, layout=tmp_path / "layout.png"), networks)
    assert len(networks.restored[0][1]) == 1


def test_that_a_layout_without_a_crop_is_used_for_the_largest_face_and_says_so(job, tmp_path):
    small, large = face_at(14, 24, 18), face_at(44, 24, 38)
    write_layout(Layout(np.full((64, 64), 13, np.uint8)), tmp_path / "layout.png")
    networks = FakeNetworks(faces=(small, large))
    restored = restore_file(replace(job, layout=tmp_path / "layout.png"), networks)
    (_, alignments, layouts, _) = networks.restored[0]
    assert [one.key for one in alignments] == [Alignment.of_face(one).key for one in (large, small)]
    assert layouts[0].labels.shape == (256, 256)
    assert layouts[1] is None
    assert any("largest" in note for note in restored.notes)


def test_that_a_layout_of_another_place_than_the_given_face_is_refused(job, tmp_path):
    write_layout(Layout(np.zeros((256, 256), np.uint8), alignment_at(10, 10, 20)), tmp_path / "layout.png")
    points = alignment_at(50, 30, 24).to_photo(np.array([[97, 122], [159, 123], [128, 159], [100, 187], [154, 187]]))
    with pytest.raises(UsageError, match="another place"):
        restore_file(replace(job, layout=tmp_path / "layout.png", points_photo=points), FakeNetworks())


def test_that_no_face_is_an_error_only_where_nothing_says_where_it_is(job):
    with pytest.raises(NoFaceFound):
        restore_file(job, FakeNetworks(faces=()))


def test_that_the_layout_of_an_aligned_photo_has_the_photos_size_and_goes_back_into_a_restoration(tmp_path):
    photo = noise_photo(100, 100)
    write_photo(photo, tmp_path / "crop.png")
    write_mask(box_mask(photo.extent, 20, 20, 50, 50), tmp_path / "mask.png")
    written = layout_file(tmp_path / "crop.png", tmp_path / "layout.png", FakeNetworks(), is_aligned=True)
    layout = read_layout(written.output)
    assert layout.labels.shape == (100, 100)
    assert isinstance(layout.alignment, Alignment)
    networks = FakeNetworks()
    job = FileJob(
        photo=tmp_path / "crop.png",
        masks=MaskFiles(tmp_path / "mask.png"),
        output=tmp_path / "out.png",
        layout=tmp_path / "layout.png",
        is_aligned=True,
    )
    restore_file(job, networks)
    used = networks.restored[0][2][0]
    assert used.labels.shape == (256, 256)
    assert {13, 1} == set(np.unique(used.labels))


def test_that_the_layout_of_several_faces_is_the_largest_ones_and_says_so(tmp_path):
    write_photo(noise_photo(100, 60), tmp_path / "two.png")
    networks = FakeNetworks(faces=(face_at(20, 30, 20), face_at(70, 30, 50)))
    written = layout_file(tmp_path / "two.png", tmp_path / "layout.png", networks)
    centre = read_layout(written.output).alignment.corners_photo().mean(axis=0)
    assert centre == pytest.approx([70, 30], abs=0.5)
    assert "2 faces" in written.notes[0]


def test_that_a_layout_is_refused_any_other_name_than_png(tmp_path):
    write_photo(noise_photo(100, 60), tmp_path / "a.png")
    with pytest.raises(UsageError, match="PNG"):
        layout_file(tmp_path / "a.png", tmp_path / "layout.jpg", FakeNetworks())


def test_that_a_mask_of_nearly_the_whole_photo_is_said_to_be_inverted_perhaps(job, tmp_path):
    whole = np.ones((48, 64), bool)
    for share, is_said in ((40, True), (30, False)):
        mask = whole.copy()
        mask[share:] = False
        write_mask(Mask.from_bool(mask), tmp_path / "most.png", overwrite=True)
        for files in (MaskFiles(tmp_path / "most.png"), MaskFiles(fill=tmp_path / "most.png")):
            restored = restore_file(replace(job, masks=files, overwrite=True), FakeNetworks())
            assert any("inverted" in note for note in restored.notes) is is_said


def test_that_an_empty_mask_to_fill_is_not_said_to_be_protected(job, tmp_path):
    write_mask(Mask.from_bool(np.zeros((48, 64), bool)), tmp_path / "empty.png")
    restored = restore_file(replace(job, masks=MaskFiles(fill=tmp_path / "empty.png")), FakeNetworks(faces=()))
    assert [note for note in restored.notes if "empty" in note]
    assert not [note for note in restored.notes if "protected" in note]


@pytest.mark.parametrize("kind", ["depth", "alpha", "folder", "name"])
def test_that_a_result_that_cannot_be_written_is_refused_before_the_networks_work(job, tmp_path, kind):
    output = job.output.with_suffix(".webp")
    if kind == "alpha":
        photo = noise_photo(64, 48)
        write_photo(Photo(photo.pixels, np.full((48, 64), 9, np.uint8)), tmp_path / "alpha.png")
        job, output = replace(job, photo=tmp_path / "alpha.png"), job.output.with_suffix(".jpg")
    elif kind == "folder":
        (tmp_path / "file").write_text("no folder")
        output = tmp_path / "file" / "scan.tif"
    elif kind == "name":
        output = tmp_path / ("a" * 252 + ".tif")
    networks = FakeNetworks()
    with pytest.raises(OutputRefused) as refused:
        restore_file(replace(job, output=output), networks)
    assert refused.value.advice
    assert networks.restored == []
    assert not (output.parent.is_dir() and [one for one in output.parent.iterdir() if one.name.startswith(".")])


def test_that_the_format_of_a_result_is_that_of_the_photos_content_and_not_of_its_name(job, tmp_path):
    named_wrongly = tmp_path / "scan.webp"
    job.photo.rename(named_wrongly)
    assert restored_name(named_wrongly) == "scan_restored.tif"
    write_photo(noise_photo(8, 8), tmp_path / "jpeg.jpg")
    (tmp_path / "jpeg.jpg").rename(tmp_path / "jpeg.tif")
    assert restored_name(tmp_path / "jpeg.tif") == "jpeg_restored.png"
    job.photo.with_name("scan.tiff").write_bytes(named_wrongly.read_bytes())
    assert restored_name(tmp_path / "scan.tiff") == "scan_restored.tiff"
