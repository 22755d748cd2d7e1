"""Changes of all damage of a plane, whatever its class."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facerestore.editing.mask_selection import grown, inverted, shrunk, without_holes
from facerestore.editing.mask_shapes import Region
from facerestore.editing.painting import PixelDiff
from facerestore.editing.plane_editing import changed_repairs, differences, in_tiles, repaired_regions
from facerestore.values.damage_classes import DamageClass
from facerestore.values.damage_table import is_plane

SCRATCH, DUST, ORIGINAL, DAMAGE = DamageClass.SCRATCH, DamageClass.DUST, DamageClass.ORIGINAL, DamageClass.DAMAGE


def plane_of(seed, shape=(60, 80)):
    random = np.random.default_rng(seed)
    plane = np.zeros(shape, np.uint8)
    for _ in range(8):
        top, left = random.integers(0, shape[0]), random.integers(0, shape[1])
        height, width = random.integers(1, 20, 2)
        plane[top : top + height, left : left + width] = random.choice([int(one) for one in DamageClass])
    return plane


def done(plane, patches):
    after = plane.copy()
    for patch in patches:
        patch.flip(after)
    return after


def test_that_each_class_grows_as_itself_and_two_meet_in_the_middle():
    plane = np.zeros((20, 40), np.uint8)
    plane[8:12, 4:8] = SCRATCH
    plane[8:12, 20:24] = DUST
    after = done(plane, changed_repairs(plane, lambda array: grown(array, 7), added=DAMAGE, reach_px=8))
    assert set(np.unique(after)) == {0, SCRATCH, DUST}
    assert (after[10, :14] == SCRATCH).all()
    assert (after[10, 14:31] == DUST).all()


@given(st.integers(0, 500), st.sampled_from(["grow", "shrink", "invert", "holes"]))
def test_that_a_change_keeps_what_is_protected_and_is_undone_by_itself(seed, name):
    plane = plane_of(seed)
    change = {
        "grow": lambda array: grown(array, 4),
        "shrink": lambda array: shrunk(array, 2),
        "invert": inverted,
        "holes": without_holes,
    }[name]
    patches = changed_repairs(plane, change, added=SCRATCH, reach_px=0 if name == "invert" else 8)
    after = done(plane, patches)
    assert is_plane(after)
    assert ((after == ORIGINAL) == (plane == ORIGINAL)).all()
    assert (done(after, reversed(patches)) == plane).all()
    together = np.where(plane > 127, DAMAGE, plane).astype(np.uint8)
    expected = change(together)
    if expected is not None:
        expected.flip(together)
    assert ((after > 127) == (together > 127)).all()


def test_that_a_change_of_nothing_makes_no_patch():
    assert changed_repairs(np.zeros((9, 9), np.uint8), lambda array: grown(array, 3), added=DAMAGE) == ()


def test_that_suggested_regions_are_put_where_nothing_is_and_the_first_of_two_counts():
    plane = np.zeros((10, 10), np.uint8)
    plane[0] = ORIGINAL
    plane[1] = DUST
    one, other = np.zeros((10, 10), np.bool_), np.zeros((10, 10), np.bool_)
    one[:, 2:6], other[:, 4:9] = True, True
    patches = repaired_regions(plane, [(Region.of(one), SCRATCH), (Region.of(other), DamageClass.TEAR)])
    after = done(plane, patches)
    assert (after[0] == ORIGINAL).all()
    assert (after[1] == DUST).all()
    assert (after[2:, 2:6] == SCRATCH).all()
    assert (after[2:, 6:9] == DamageClass.TEAR).all()
    assert not after[2:, 9:].any()


@given(st.integers(0, 50))
def test_that_a_patch_in_tiles_does_the_same(seed):
    random = np.random.default_rng(seed)
    before = np.zeros((1500, 2100), np.uint8)
    after = before.copy()
    for _ in range(3):
        top, left = random.integers(0, 1500), random.integers(0, 2100)
        after[top : top + 40, left : left + 60] = 255
    patch = PixelDiff.between(before, after)
    tiles = in_tiles(patch)
    assert (done(before, tiles) == after).all()
    assert sum(tile.byte_count for tile in tiles) <= patch.byte_count


def test_that_the_differences_of_two_planes_turn_one_into_the_other_and_back():
    before, after = plane_of(1, (1100, 1300)), plane_of(2, (1100, 1300))
    after[100:, 100:] = 0
    patches = differences(before, after)
    assert (done(before, patches) == after).all()
    assert (done(after, patches) == before).all()
    assert differences(before, before) == ()


@pytest.mark.parametrize(("width", "height"), [(3, 5), (8, 8), (7, 1)])
def test_that_a_patch_of_a_whole_box_changes_all_of_it_and_no_more(width, height):
    before = np.zeros((10, 12), np.uint8)
    after = before.copy()
    after[1 : 1 + height, 2 : 2 + width] = 255
    patch = PixelDiff.between(before, after)
    assert (done(before, [patch]) == after).all()
    after[1, 2] = 0 if width * height > 1 else 255
    patch = PixelDiff.of_shape(before, patch.box, after[patch.box.slices] > 0, 255)
    assert (done(before, [patch]) == after).all()
