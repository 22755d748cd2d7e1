"""Records and the promise they hold."""

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pictures import box_mask, noise_photo, random_mask

from facerestore.files.provenance import (
    array_hash,
    changed_kept_pixels,
    file_hash,
    kept_pixels_hash,
    pixels_hash,
    record_of,
    source_type,
)
from facerestore.values.alignment import TEMPLATE, Alignment, cut_crop
from facerestore.values.candidate import Candidate
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.embedding import FaceEmbedding
from facerestore.values.face import Face
from facerestore.values.identity_check import ComparedPhotograph, IdentityCheck
from facerestore.values.layout import Layout
from facerestore.values.reference import Reference, ReferencePart
from facerestore.values.repair import RepairedPhoto
from facerestore.values.result import RestorationResult


def result_of(photo, mask, *, generated=None, filled=None):
    drawn = mask.restore if generated is None else generated
    rest = mask.restore & ~drawn if filled is None else filled
    repaired = RepairedPhoto.of_planes(photo, photo.pixels // 2, generated=drawn, filled=rest)
    return RestorationResult(repaired, (), "cpu", 0.1, {"net": "ab"}, ("a note",))


def record_for(photo, mask, **fields):
    return record_of(result_of(photo, mask, **fields), source=photo, mask=mask, result_name="r.png")


@given(
    bits=st.sampled_from([8, 16]),
    grey=st.booleans(),
    alpha=st.booleans(),
    share=st.floats(0.05, 0.95),
    seed=st.integers(0, 10_000),
)
def test_that_the_hash_of_kept_pixels_sees_a_change_of_one_sample_and_only_outside_the_mask(
    bits, grey, alpha, share, seed
):
    photo = noise_photo(13, 9, bits=bits, grey=grey, alpha=alpha, seed=seed)
    mask = random_mask(photo.extent, share=share, seed=seed)
    row, column = np.random.default_rng(seed).integers(0, [9, 13])
    pixels = photo.pixels.copy()
    pixels[row, column] ^= 1
    other = photo.with_pixels(pixels)
    is_kept = not mask.restore[row, column]
    assert (kept_pixels_hash(photo, mask) != kept_pixels_hash(other, mask)) == is_kept
    assert changed_kept_pixels(photo, other, mask) == int(is_kept)


def test_that_a_change_of_alpha_outside_the_mask_is_counted():
    photo = noise_photo(12, 10, alpha=True)
    mask = box_mask(photo.extent, 0, 0, 3, 3)
    alpha = photo.alpha.copy()
    alpha[5, 5] ^= 1
    alpha[1, 1] ^= 1
    other = type(photo)(photo.pixels.copy(), alpha)
    assert changed_kept_pixels(photo, other, mask) == 1
    assert kept_pixels_hash(photo, mask) != kept_pixels_hash(other, mask)


def test_that_photos_of_another_depth_are_not_compared():
    photo = noise_photo(12, 10)
    mask = box_mask(photo.extent, 0, 0, 3, 3)
    with pytest.raises(ValueError, match="depth"):
        changed_kept_pixels(photo, noise_photo(12, 10, bits=16), mask)


def test_that_hashes_do_not_depend_on_the_byte_order_of_the_machine():
    values = np.arange(6, dtype=np.uint16).reshape(2, 3)
    assert array_hash(values) == array_hash(values.astype(">u2"))
    assert array_hash(values) != array_hash(values.reshape(3, 2))
    assert array_hash(values) != array_hash(values.astype(np.uint8))


def test_that_the_shares_of_generated_and_filled_pixels_add_up_to_the_masked_share():
    photo = noise_photo(20, 10)
    mask = box_mask(photo.extent, 0, 0, 10, 10)
    generated = box_mask(photo.extent, 5, 0, 15, 10).restore
    record = record_for(photo, mask, generated=generated)
    assert record.generated_share == 0.25
    assert record.filled_share == 0.25
    assert record.masked_share == 0.5


@pytest.mark.parametrize(
    ("share", "expected"),
    [("all", "compositeWithTrainedAlgorithmicMedia"), ("none", "algorithmicallyEnhanced"), ("nothing", None)],
)
def test_that_the_source_type_says_generated_only_where_something_was(share, expected):
    photo = noise_photo(20, 10)
    mask = box_mask(photo.extent, 0, 0, 0 if share == "nothing" else 10, 10)
    generated = mask.restore.copy() if share == "all" else np.zeros_like(mask.restore)
    assert source_type(record_for(photo, mask, generated=generated)) == expected


def test_that_a_file_hash_is_the_sha256_of_its_bytes(tmp_path):
    (tmp_path / "a").write_bytes(b"abc")
    assert file_hash(tmp_path / "a") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert json.dumps(file_hash(tmp_path / "a"))


def test_that_areas_are_recorded_exactly_and_do_not_overlap():
    photo = noise_photo(20, 10)
    mask = box_mask(photo.extent, 0, 0, 10, 10)
    result = replace(
        result_of(
            photo,
            mask,
            generated=box_mask(photo.extent, 0, 0, 5, 10).restore,
            filled=box_mask(photo.extent, 5, 0, 8, 10).restore,
        ),
        protected=box_mask(photo.extent, 15, 0, 20, 10),
    )
    record = record_of(result, source=photo, mask=mask, result_name="r.png")
    assert {name: area.share for name, area in record.areas.items()} == {
        "generated": 0.25,
        "filled": 0.15,
        "healed": 0,
        "cloned": 0,
        "left": 0.1,
        "protected": 0.25,
    }
    assert record.filled_share == 0.15
    protected = box_mask(photo.extent, 15, 0, 20, 10)
    assert record.areas["protected"].where_sha256 == array_hash(protected.coverage)
    # what nothing changed is found in the source too
    for name in ("protected", "left"):
        area = protected.restore if name == "protected" else box_mask(photo.extent, 8, 0, 10, 10).restore
        source = photo if name == "protected" else result.photo
        assert record.areas[name].pixels_sha256 == pixels_hash(source, area)


def test_that_a_mix_of_candidates_is_recorded_with_parts_and_strengths():
    photo = noise_photo(64, 64)
    mask = box_mask(photo.extent, 0, 0, 64, 64)
    alignment = Alignment.of_aligned(photo.extent)
    crop = cut_crop(photo, mask, alignment)
    layout = Layout(np.zeros((256, 256), np.uint8), alignment)
    candidate = Candidate(np.zeros((256, 256, 3), np.float32), crop, layout, 3)
    top = np.zeros((256, 256), np.bool_)
    top[:64] = True
    choice = CandidateMix.whole(3, 256).with_seed(top, 8).with_strength(top, 50)
    result = replace(result_of(photo, mask), candidates=(candidate,), choices=(choice,))
    (face,) = record_of(result, source=photo, mask=mask, result_name="r.png").faces
    assert [(part.seed, part.share, part.mean_strength) for part in face.parts] == [(3, 0.75, 100), (8, 0.25, 50)]
    assert [part.full_strength_share for part in face.parts] == [1, 0]
    plain = replace(result, choices=())
    (one,) = record_of(plain, source=photo, mask=mask, result_name="r.png").faces
    assert [(part.seed, part.share, part.least_strength) for part in one.parts] == [(3, 1, 100)]
    assert one.parts_sha256 != face.parts_sha256


def test_that_the_record_says_how_strong_borrowed_detail_is():
    photo = noise_photo(8, 8)
    mask = box_mask(photo.extent, 0, 0, 4, 4)
    result = replace(result_of(photo, mask), detail=0.25)
    assert record_of(result, source=photo, mask=mask, result_name="r.png").detail == 0.25


def test_that_the_record_says_with_what_a_face_was_compared():
    photo = noise_photo(64, 64)
    mask = box_mask(photo.extent, 0, 0, 32, 64)
    alignment = Alignment.of_aligned(photo.extent)
    crop = cut_crop(photo, mask, alignment)
    layout = Layout(np.zeros((256, 256), np.uint8), alignment)
    before, after, known = (FaceEmbedding(np.full(128, value, np.float32), 0.3) for value in (0.0, 0.01, 0.04))
    check = IdentityCheck(before, after, (ComparedPhotograph("a.jpg", known),))
    candidate = Candidate(np.zeros((256, 256, 3), np.float32), crop, layout, 3, check=check)
    result = replace(result_of(photo, mask), candidates=(candidate,), embedder_sha256="e" * 64)
    identity = record_of(result, source=photo, mask=mask, result_name="r.png").faces[0].identity
    assert (identity.outcome, identity.words) == ("alike", str(check.sentence))
    (one,) = identity.photographs
    assert (one.file_name, one.distance) == ("a.jpg", pytest.approx(0.03 * np.sqrt(128), rel=1e-4))
    assert identity.moved_away == pytest.approx(-0.01 * np.sqrt(128), rel=1e-4)
    assert (identity.hidden_share, identity.embedder_sha256) == (0.3, "e" * 64)
    unseen = replace(result, candidates=(replace(candidate, check=None),))
    assert record_of(unseen, source=photo, mask=mask, result_name="r.png").faces[0].identity is None


def test_that_the_record_says_from_where_the_pixels_of_a_hole_are():
    photo = noise_photo(64, 64)
    mask = box_mask(photo.extent, 0, 0, 32, 64)
    alignment = Alignment.of_aligned(photo.extent)
    crop = cut_crop(photo, mask, alignment)
    layout = Layout(np.zeros((256, 256), np.uint8), alignment)
    lent = np.zeros((2, 256, 256), np.uint8)
    lent[0, crop.hole], lent[1, crop.hole] = 51, 102
    lent[:, ~crop.hole] = 255  # what is visible counts for nothing
    face = Face.from_points(TEMPLATE * 100)
    reference = Reference(
        crop=crop, face=face, file_name="a.jpg", sha256="a" * 64, parts=frozenset({ReferencePart.EYES})
    )
    candidate = Candidate(np.zeros((256, 256, 3), np.float32), crop, layout, 3, lent=lent)
    result = replace(result_of(photo, mask), candidates=(candidate,), references=((reference,),))
    (recorded,) = record_of(result, source=photo, mask=mask, result_name="r.png").faces
    origins = recorded.origins
    assert (origins.network_share, origins.mirror_share) == pytest.approx((0.4, 0.2))
    (one,) = origins.references
    assert (one.file_name, one.sha256, one.box_xyxy, one.parts) == ("a.jpg", "a" * 64, face.box_xyxy, ("eyes",))
    assert one.share == pytest.approx(0.4)
    unknown = replace(result, candidates=(replace(candidate, lent=None),), references=())
    assert record_of(unknown, source=photo, mask=mask, result_name="r.png").faces[0].origins is None
