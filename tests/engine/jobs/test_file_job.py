"""One file: read, restore, write with its record."""

import json

import numpy as np
import pytest
from fake_engine import FakeEngine, alignment_at
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pictures import box_mask, noise_photo

from facerestore.files.layout_file import read_layout, write_layout
from facerestore.files.plane_file import write_plane
from facerestore.files.provenance import array_hash, changed_kept_pixels, file_hash, kept_pixels_hash, pixels_hash
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_mask, write_photo
from facerestore.jobs.file_job import FileJob, layout_file, restore_file, restored_name
from facerestore.jobs.file_masks import MaskFiles
from facerestore.values.alignment import Alignment
from facerestore.values.damage_classes import DamageClass, Policy
from facerestore.values.damage_table import DEFAULT_TABLE, DamageKind
from facerestore.values.errors import MaskUnreadable, NoFaceFound, OutputRefused, UsageError
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask


@pytest.fixture
def job(tmp_path):
    photo = noise_photo(64, 48, bits=16)
    write_photo(photo, tmp_path / "scan.tif")
    write_mask(box_mask(photo.extent, 20, 10, 40, 30), tmp_path / "mask.png")
    return FileJob(
        photo=tmp_path / "scan.tif", masks=MaskFiles(tmp_path / "mask.png"), output=tmp_path / "out" / "scan.tif"
    )


def changed(job, **fields):
    return FileJob(**{**job.__dict__, **fields})


def test_that_the_result_equals_the_photo_bit_for_bit_outside_the_mask(job):
    restored = restore_file(job, FakeEngine())
    source, result = read_photo(job.photo), read_photo(restored.output)
    mask = box_mask(source.extent, 20, 10, 40, 30)
    assert result.bits == 16
    assert changed_kept_pixels(source, result, mask) == 0
    assert (result.pixels[mask.restore] != source.pixels[mask.restore]).any()


def test_that_the_record_beside_the_result_says_what_it_was_made_from(job):
    restored = restore_file(job, FakeEngine())
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
    restored = restore_file(job, FakeEngine())
    assert b"compositeWithTrainedAlgorithmicMedia" in (read_photo(restored.output).metadata.xmp or b"")


def test_that_an_earlier_result_stays_unless_overwriting_is_allowed(job):
    restore_file(job, FakeEngine())
    before = job.output.read_bytes()
    engine = FakeEngine()
    with pytest.raises(OutputRefused, match="already"):
        restore_file(changed(job, seed=2), engine)
    assert job.output.read_bytes() == before
    assert engine.restored == []
    restore_file(changed(job, seed=2, overwrite=True), engine)
    assert json.loads(job.record.read_text())["faces"][0]["seed"] == 2


@pytest.mark.parametrize("original", ["photo", "mask"])
def test_that_an_original_is_never_overwritten_even_when_overwriting_is_allowed(job, original):
    path = job.photo if original == "photo" else job.masks.mask
    before = path.read_bytes()
    with pytest.raises(OutputRefused, match="original"):
        restore_file(changed(job, output=path, overwrite=True), FakeEngine())
    assert path.read_bytes() == before


def test_that_a_record_never_replaces_another_persons_json_file(job):
    job.output.parent.mkdir()
    job.record.write_text('{"mine": 1}')
    with pytest.raises(OutputRefused, match="something else"):
        restore_file(changed(job, overwrite=True), FakeEngine())
    assert job.record.read_text() == '{"mine": 1}'
    assert not job.output.exists()


def test_that_a_record_never_replaces_the_record_of_another_result(job):
    restore_file(job, FakeEngine())
    with pytest.raises(OutputRefused, match="something else"):
        restore_file(changed(job, output=job.output.with_suffix(".png")), FakeEngine())


def test_that_a_failed_restoration_leaves_nothing_behind(job):
    with pytest.raises(RuntimeError):
        restore_file(job, FakeEngine(fails_on={"scan.tif": RuntimeError("torn cable")}))
    assert not job.output.parent.exists() or list(job.output.parent.iterdir()) == []


def test_that_a_result_that_cannot_be_written_leaves_no_record(job):
    # WebP holds 8 bits, the photo has 16
    refused = changed(job, output=job.output.with_suffix(".webp"))
    with pytest.raises(OutputRefused):
        restore_file(refused, FakeEngine())
    assert list(refused.output.parent.iterdir()) == []


def test_that_a_mask_of_another_size_is_refused_with_both_sizes(job, tmp_path):
    write_mask(Mask.from_bool(np.ones((10, 12), bool)), tmp_path / "small.png")
    with pytest.raises(MaskUnreadable, match="12 x 10"):
        restore_file(changed(job, masks=MaskFiles(tmp_path / "small.png")), FakeEngine())


def test_that_an_empty_mask_gives_the_same_photo_and_says_so(job, tmp_path):
    write_mask(Mask.from_bool(np.zeros((48, 64), bool)), tmp_path / "empty.png")
    restored = restore_file(changed(job, masks=MaskFiles(tmp_path / "empty.png")), FakeEngine(alignments=()))
    assert (read_photo(restored.output).pixels == read_photo(job.photo).pixels).all()
    assert any("empty" in note for note in restored.notes)


def test_that_an_aligned_photo_that_is_not_square_is_a_usage_error(job):
    with pytest.raises(UsageError, match="64 x 48"):
        restore_file(changed(job, is_aligned=True), FakeEngine())


def test_that_points_outside_the_photo_are_a_usage_error(job):
    points = np.array([[500, 10], [520, 10], [510, 20], [502, 30], [518, 30]], np.float64)
    with pytest.raises(UsageError, match="outside"):
        restore_file(changed(job, points_photo=points), FakeEngine())


def test_that_eyes_on_one_spot_are_a_usage_error(job):
    with pytest.raises(UsageError, match="eyes"):
        restore_file(changed(job, points_photo=np.full((5, 2), 20.0)), FakeEngine())


def test_that_a_jpeg_result_admits_that_it_cannot_hold_untouched_pixels(tmp_path, job):
    photo = noise_photo(64, 48)
    write_photo(photo, tmp_path / "eight.png")
    eight = changed(job, photo=tmp_path / "eight.png", output=tmp_path / "eight.jpg")
    restored = restore_file(eight, FakeEngine())
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
    left, right = alignment_at(16, 24, 30), alignment_at(48, 24, 40)
    labels = np.full((256, 256), 13, np.uint8)
    write_layout(Layout(labels, alignment_at(17, 25, 30)), tmp_path / "left.png")
    engine = FakeEngine(alignments=(right, left))
    restore_file(changed(job, layout=tmp_path / "left.png"), engine)
    (_, alignments, layouts, _) = engine.restored[0]
    by_place = {
        round(float(a.corners_photo().mean(axis=0)[0])): layout for a, layout in zip(alignments, layouts, strict=True)
    }
    assert by_place.keys() == {17, 48}
    assert (by_place[17].labels == 13).all()
    assert by_place[48] is None


def test_that_a_layout_finds_its_face_where_the_detector_found_none(job, tmp_path):
    write_layout(Layout(np.full((256, 256), 13, np.uint8), alignment_at(30, 24, 40)), tmp_path / "layout.png")
    engine = FakeEngine(alignments=())
    restore_file(changed(job, layout=tmp_path / "layout.png"), engine)
    assert len(engine.restored[0][1]) == 1


def test_that_a_layout_without_a_crop_is_used_for_the_largest_face_and_says_so(job, tmp_path):
    small, large = alignment_at(10, 24, 18), alignment_at(44, 24, 38)
    write_layout(Layout(np.full((64, 64), 13, np.uint8)), tmp_path / "layout.png")
    engine = FakeEngine(alignments=(small, large))
    restored = restore_file(changed(job, layout=tmp_path / "layout.png"), engine)
    (_, alignments, layouts, _) = engine.restored[0]
    assert alignments == (small, large)
    assert layouts[0] is None
    assert layouts[1].labels.shape == (256, 256)
    assert any("largest" in note for note in restored.notes)


def test_that_a_layout_of_another_place_than_the_given_face_is_refused(job, tmp_path):
    write_layout(Layout(np.zeros((256, 256), np.uint8), alignment_at(10, 10, 20)), tmp_path / "layout.png")
    points = alignment_at(50, 30, 24).to_photo(np.array([[97, 122], [159, 123], [128, 159], [100, 187], [154, 187]]))
    with pytest.raises(UsageError, match="another place"):
        restore_file(changed(job, layout=tmp_path / "layout.png", points_photo=points), FakeEngine())


def test_that_no_face_is_an_error_only_where_nothing_says_where_it_is(job):
    with pytest.raises(NoFaceFound):
        restore_file(job, FakeEngine(alignments=()))


def test_that_the_layout_of_an_aligned_photo_has_the_photos_size_and_goes_back_into_a_restoration(tmp_path):
    photo = noise_photo(100, 100)
    write_photo(photo, tmp_path / "crop.png")
    write_mask(box_mask(photo.extent, 20, 20, 50, 50), tmp_path / "mask.png")
    written = layout_file(tmp_path / "crop.png", tmp_path / "layout.png", FakeEngine(), is_aligned=True)
    layout = read_layout(written.output)
    assert layout.labels.shape == (100, 100)
    assert isinstance(layout.alignment, Alignment)
    engine = FakeEngine()
    job = FileJob(
        photo=tmp_path / "crop.png",
        masks=MaskFiles(tmp_path / "mask.png"),
        output=tmp_path / "out.png",
        layout=tmp_path / "layout.png",
        is_aligned=True,
    )
    restore_file(job, engine)
    used = engine.restored[0][2][0]
    assert used.labels.shape == (256, 256)
    assert {13, 1} == set(np.unique(used.labels))


def test_that_the_layout_of_several_faces_is_the_largest_ones_and_says_so(tmp_path):
    write_photo(noise_photo(100, 60), tmp_path / "two.png")
    engine = FakeEngine(alignments=(alignment_at(20, 30, 20), alignment_at(70, 30, 50)))
    written = layout_file(tmp_path / "two.png", tmp_path / "layout.png", engine)
    centre = read_layout(written.output).alignment.corners_photo().mean(axis=0)
    assert centre == pytest.approx([70, 30], abs=0.5)
    assert "2 faces" in written.notes[0]


def test_that_a_layout_is_refused_any_other_name_than_png(tmp_path):
    write_photo(noise_photo(100, 60), tmp_path / "a.png")
    with pytest.raises(UsageError, match="PNG"):
        layout_file(tmp_path / "a.png", tmp_path / "layout.jpg", FakeEngine())


class TestSeveralMasks:
    """What is restored, filled and protected, by masks of their own or by damage classes of one."""

    @pytest.fixture
    def asked(self, job, tmp_path):
        """Runs a job with masks by name, and gives its photo, result and record."""

        def run(engine=None, policies=(), **masks):
            paths = {}
            for name, mask in masks.items():
                paths[name] = tmp_path / f"{name}.png"
                write_plane(mask, paths[name], overwrite=True)
            files = MaskFiles(**paths, policies=policies)
            restored = restore_file(changed(job, masks=files, overwrite=True), engine or FakeEngine())
            return read_photo(job.photo).pixels, read_photo(restored.output).pixels, restored

        return run

    def test_that_protection_wins_over_filling_and_filling_over_restoring(self, asked):
        mask, fill, protect = (box(left, 4, left + 20, 30) for left in (4, 14, 24))
        before, after, restored = asked(mask=mask, fill=fill, protect=protect)
        expected = np.full((48, 64), 0)
        for number, one in enumerate((mask, fill), 1):
            expected[one > 0] = number
        expected[protect > 0] = 0
        assert (after[expected == 0] == before[expected == 0]).all()
        assert (after[expected == 1] == 65535 // 2).all()
        assert (after[expected == 2] == 65535 // 4).all()
        record = json.loads(restored.record.read_text())
        shares = {name: area["share"] for name, area in record["areas"].items()}
        assert shares["generated"] == pytest.approx((expected == 1).mean())
        assert shares["filled"] == pytest.approx((expected == 2).mean())
        assert shares["protected"] == pytest.approx((protect > 0).mean())

    @given(seed=st.integers(0, 2**31))
    @settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    def test_that_what_is_protected_is_bit_identical_whatever_the_others_say(self, asked, seed):
        rng = np.random.default_rng(seed)
        masks = {name: (rng.random((48, 64)) < 0.4).astype(np.uint8) * 255 for name in ("mask", "fill", "protect")}
        before, after, restored = asked(**masks)
        protected = masks["protect"] > 0
        assert (after[protected] == before[protected]).all()
        record = json.loads(restored.record.read_text())
        where = np.asarray(protected, np.uint8) * np.uint8(255)
        assert record["areas"]["protected"]["where_sha256"] == array_hash(where)
        assert record["areas"]["protected"]["pixels_sha256"] == pixels_hash(read_photo(restored.output), protected)

    def test_that_what_is_only_filled_needs_neither_mask_nor_face(self, asked):
        before, after, restored = asked(FakeEngine(alignments=()), fill=box(4, 4, 20, 20))
        assert (after != before).any()
        assert json.loads(restored.record.read_text())["generated_share"] == 0

    def test_that_greys_of_a_mask_are_damage_classes_and_the_policies_are_recorded_and_told(self, asked):
        plane = box(4, 4, 20, 20, 200) | box(30, 4, 40, 20, 192) | box(44, 4, 60, 20, 64)
        before, after, restored = asked(mask=plane)
        assert (after[plane == 64] == before[plane == 64]).all()
        assert (after[plane == 192] == 65535 // 4).all()
        record = json.loads(restored.record.read_text())
        assert {one["name"]: one["policy"] for one in record["classes"]} == {
            "Scratch": "restore",
            "Dust": "fill",
            "Original, do not repair": "protect",
        }
        assert any("Dust: filled" in note for note in restored.notes)

    def test_that_a_policy_may_be_changed_by_name_or_number_and_one_without_its_class_is_told(self, asked):
        plane = box(4, 4, 20, 20, 200) | box(30, 4, 40, 20, 192)
        policies = (("DUST", Policy.KEEP), ("200", Policy.FILL))
        before, after, restored = asked(mask=plane, policies=(*policies, ("mould", Policy.FILL)))
        assert (after[plane == 192] == before[plane == 192]).all()
        assert (after[plane == 200] == 65535 // 4).all()
        assert [note for note in restored.notes if "mould" in note]
        assert not [note for note in restored.notes if "DUST" in note]

    def test_that_policies_of_a_mask_that_the_window_exported_are_obeyed(self, job, tmp_path):
        tape = DamageKind(number=254, policy=Policy.FILL, name="Tape", colour="#804020")
        table = DEFAULT_TABLE.with_policy(DamageClass.DAMAGE, Policy.PROTECT).added(tape)
        plane = box(4, 4, 20, 20) | box(30, 4, 40, 20, 254)
        write_plane(plane, tmp_path / "exported.png", table=table)
        restored = restore_file(changed(job, masks=MaskFiles(tmp_path / "exported.png")), FakeEngine())
        before, after = read_photo(job.photo).pixels, read_photo(restored.output).pixels
        assert (after[plane != 254] == before[plane != 254]).all()
        assert (after[plane == 254] == 65535 // 4).all()

    def test_that_all_protected_changes_nothing_and_says_why(self, asked):
        before, after, restored = asked(mask=box(4, 4, 20, 20), protect=box(0, 0, 30, 30))
        assert (after == before).all()
        assert any("protected" in note for note in restored.notes)

    def test_that_a_mask_that_asks_for_nothing_is_not_said_to_be_protected(self, asked):
        _, _, restored = asked(mask=box(0, 0, 0, 0), protect=box(0, 0, 30, 30))
        assert any("empty" in note for note in restored.notes)
        _, _, restored = asked(mask=box(0, 0, 30, 30, 200), policies=(("scratch", Policy.KEEP),))
        assert any("No class" in note for note in restored.notes)
        assert not any("empty" in note for note in restored.notes)

    @pytest.mark.parametrize("name", ["fill", "protect"])
    def test_that_a_further_mask_of_another_size_is_refused_with_both_sizes(self, job, tmp_path, name):
        write_mask(Mask.from_bool(np.ones((10, 12), bool)), tmp_path / "small.png")
        masks = MaskFiles(**{"mask": job.masks.mask, name: tmp_path / "small.png"})
        with pytest.raises(MaskUnreadable, match=r"small\.png.*12 x 10.*64 x 48"):
            restore_file(changed(job, masks=masks), FakeEngine())


def box(left, top, right, bottom, value=255):
    plane = np.zeros((48, 64), np.uint8)
    plane[top:bottom, left:right] = value
    return plane
