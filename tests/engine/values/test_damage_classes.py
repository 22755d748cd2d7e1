import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from facerestore.compositing.compositor import composite
from facerestore.editing.painting import paint_stroke
from facerestore.values.alignment import CROP_PX, Alignment, FaceCrop
from facerestore.values.candidate import Candidate
from facerestore.values.damage_classes import (
    CLASS_NAMES,
    CLASS_POLICIES,
    DEFAULT_POLICIES,
    DamageClass,
    Policy,
)
from facerestore.values.damage_table import DEFAULT_TABLE, is_plane, region_plan
from facerestore.values.geometry import Extent
from facerestore.values.layout import Layout
from facerestore.values.mask import THRESHOLD, Mask
from facerestore.values.photo import Photo
from tests.support.damage import astronaut, astronaut_alignment, damaged, decibels, face_hole, painting

PLANES = hnp.arrays(
    np.uint8, st.tuples(st.integers(1, 40), st.integers(1, 40)), elements=st.sampled_from([int(c) for c in DamageClass])
)


def noise_painting(rng: np.random.Generator, extent: Extent) -> Candidate:
    hole = rng.random((CROP_PX, CROP_PX)) > 0.5
    crop = FaceCrop(rng.random((CROP_PX, CROP_PX, 3), np.float32), hole, Alignment.of_aligned(extent))
    layout = Layout(np.zeros((CROP_PX, CROP_PX), np.uint8))
    return Candidate(rng.random((CROP_PX, CROP_PX, 3), np.float32), crop, layout, 0)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(plane=PLANES, data=st.data())
def test_that_only_what_its_policy_says_changes_and_protected_pixels_stay_bit_identical(plane, data):
    table = DEFAULT_TABLE
    for kind in table.kinds:
        table = table.with_policy(kind.number, data.draw(st.sampled_from(CLASS_POLICIES)))
    rng = np.random.default_rng(data.draw(st.integers(0, 2**31)))
    bits = data.draw(st.sampled_from([np.uint8, np.uint16]))
    photo = Photo(rng.integers(0, np.iinfo(bits).max, (*plane.shape, 3), bits))
    done = region_plan(plane, table)
    painted = [noise_painting(rng, photo.extent)]
    result = composite(photo, done.restore, painted, fill=done.fill, protected=done.protected)
    policy = np.array([table.policies[one] for one in plane.ravel()]).reshape(plane.shape)
    still = np.isin(policy, [Policy.PROTECT, Policy.KEEP])
    assert (result.photo.pixels[still] == photo.pixels[still]).all()
    assert (result.generated == (policy == Policy.RESTORE)).all()
    assert (result.filled == (policy == Policy.FILL)).all()


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), seed=st.integers(0, 2**31))
def test_that_protected_pixels_are_bit_identical_whatever_mask_and_fill_say_of_them(data, seed):
    rng = np.random.default_rng(seed)
    shape = tuple(rng.integers(1, 50, 2))
    mask, fill, protected = (Mask.from_bool(rng.random(shape) < share) for share in rng.random(3))
    photo = Photo(rng.integers(0, 255, shape, np.uint8))
    with_fill = fill if data.draw(st.booleans()) else None
    painted = [noise_painting(rng, photo.extent)] if data.draw(st.booleans()) else []
    result = composite(photo, mask, painted, fill=with_fill, protected=protected, seed=seed)
    assert (result.photo.pixels[protected.restore] == photo.pixels[protected.restore]).all()
    assert not (result.generated | result.filled)[protected.restore].any()
    outside = ~mask.restore if with_fill is None else ~(mask.restore | with_fill.restore)
    assert (result.photo.pixels[outside] == photo.pixels[outside]).all()


@settings(max_examples=15)
@given(plane=hnp.arrays(np.uint8, (30, 30), elements=st.sampled_from([0, 255])), seed=st.integers(0, 9))
def test_that_a_plane_of_keep_and_restore_is_treated_as_the_mask_that_it_is(plane, seed):
    photo = Photo(np.random.default_rng(seed).integers(0, 255, (30, 30, 3), np.uint8))
    painted = [noise_painting(np.random.default_rng(seed), photo.extent)]
    done = region_plan(plane)
    assert (done.restore.coverage == plane).all()
    assert done.fill is None
    assert done.protected is None
    result = composite(photo, done.restore, painted, fill=done.fill, protected=done.protected, seed=seed)
    assert (result.photo.pixels == composite(photo, Mask(plane), painted, seed=seed).photo.pixels).all()


def test_that_a_fill_inside_a_face_holds_no_trace_of_the_painting() -> None:
    pixels, mask = astronaut(), face_hole()
    rows = np.arange(300)[:, None] < 128
    fill = Mask.from_bool(mask.restore & rows)
    photo = damaged(pixels, mask)
    bright, dark = (painting(pixels, mask, astronaut_alignment(), shift=shift) for shift in (0.3, -0.3))
    results = [composite(photo, mask, [one], fill=fill).photo.pixels.astype(int) for one in (bright, dark)]
    deep = Mask.from_bool(mask.restore & ~rows).grown(-4).restore
    # what is left in the fill is the grain's strength alone, which looks at all that was painted
    assert np.abs(results[0] - results[1])[fill.restore].mean() < 0.5
    assert np.abs(results[0] - results[1])[deep].mean() > 2


def test_that_a_small_fill_inside_a_face_is_close_to_its_surroundings() -> None:
    pixels = astronaut()
    specks = np.zeros((300, 400), np.bool_)
    specks[100:160:12, 205:250:9] = True
    mask = Mask.from_bool(specks).grown(1)
    result = composite(damaged(pixels, mask), Mask.empty(mask.extent), [], fill=mask)
    assert decibels(result.photo.pixels, pixels, mask.restore) > 28


def test_that_masks_of_another_size_are_refused() -> None:
    photo, other = Photo(astronaut()), Mask.empty(Extent(3, 3))
    for masks in ({"fill": other}, {"protected": other}):
        with pytest.raises(ValueError, match="photo's size"):
            composite(photo, face_hole(), [], **masks)


def test_that_protected_classes_are_locked_for_the_brush() -> None:
    plane = np.full((9, 9), DamageClass.ORIGINAL, np.uint8)
    plane[:, 4:] = DamageClass.DUST
    patch = paint_stroke(plane, np.array([[4.0, 4.0]]), 20, DamageClass.DAMAGE, locked=DEFAULT_TABLE.protected)
    patch.flip(plane)
    assert (plane[:, :4] == DamageClass.ORIGINAL).all()
    assert (plane[:, 4:] == DamageClass.DAMAGE).all()


def test_that_a_program_that_knows_only_masks_reads_a_plane_as_its_default_policies_mean_it() -> None:
    for one, policy in DEFAULT_POLICIES.items():
        assert (one >= THRESHOLD) == (policy in (Policy.FILL, Policy.RESTORE))
    assert set(CLASS_NAMES) == set(DamageClass) == set(DEFAULT_POLICIES)


@pytest.mark.parametrize(
    "labels", [np.full((3, 3), 1, np.uint8), np.zeros((3, 3), np.uint16), np.zeros((3, 3, 3), np.uint8)]
)
def test_that_what_is_no_plane_is_refused(labels) -> None:
    assert not is_plane(labels)
    with pytest.raises(ValueError, match="plane"):
        region_plan(labels)
