"""One file with several masks, or with damage classes in one."""

import json
from dataclasses import replace

import numpy as np
import pytest
from fake_backend import FakeNetworks
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facerestore.files.plane_file import write_plane
from facerestore.files.provenance import array_hash, pixels_hash
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_mask
from facerestore.jobs.file_job import restore_file
from facerestore.jobs.file_masks import MaskFiles
from facerestore.values.damage_classes import DamageClass, Policy
from facerestore.values.damage_table import DEFAULT_TABLE, DamageKind
from facerestore.values.errors import MaskUnreadable
from facerestore.values.mask import Mask


class TestSeveralMasks:
    """What is restored, filled and protected, by masks of their own or by damage classes of one."""

    @pytest.fixture
    def asked(self, job, tmp_path):
        """Runs a job with masks by name, and gives its photo, result and record."""

        def run(networks=None, policies=(), **masks):
            paths = {}
            for name, mask in masks.items():
                paths[name] = tmp_path / f"{name}.png"
                write_plane(mask, paths[name], overwrite=True)
            files = MaskFiles(**paths, policies=policies)
            restored = restore_file(replace(job, masks=files, overwrite=True), networks or FakeNetworks())
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
        before, after, restored = asked(FakeNetworks(faces=()), fill=box(4, 4, 20, 20))
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
        restored = restore_file(replace(job, masks=MaskFiles(tmp_path / "exported.png")), FakeNetworks())
        before, after = read_photo(job.photo).pixels, read_photo(restored.output).pixels
        assert (after[plane != 254] == before[plane != 254]).all()
        assert (after[plane == 254] == 65535 // 4).all()

    def test_that_a_mask_whose_classes_were_lost_elsewhere_is_plain_and_the_person_is_told(self, job, tmp_path):
        tape = DamageKind(number=254, policy=Policy.FILL, name="Tape", colour="#804020")
        soft = box(30, 4, 40, 20, 254) | box(4, 4, 20, 20, 190)
        write_plane(soft, tmp_path / "soft.png", table=DEFAULT_TABLE.added(tape))
        restored = restore_file(replace(job, masks=MaskFiles(tmp_path / "soft.png")), FakeNetworks())
        before, after = read_photo(job.photo).pixels, read_photo(restored.output).pixels
        assert (after[soft == 0] == before[soft == 0]).all()
        assert (after[soft > 0] == 65535 // 2).all()
        assert any("plain mask" in note for note in restored.notes)

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
            restore_file(replace(job, masks=masks), FakeNetworks())


def box(left, top, right, bottom, value=255):
    plane = np.zeros((48, 64), np.uint8)
    plane[top:bottom, left:right] = value
    return plane
