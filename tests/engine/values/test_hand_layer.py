"""The layer of pixels that were painted by hand."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore.values.damage_classes import DamageClass, HandClass, Policy
from facerestore.values.damage_table import DEFAULT_TABLE, DamageKind, class_shares, is_plane, region_plan
from facerestore.values.geometry import Box
from facerestore.values.hand_layer import NO_LAYER, TILE_PX, HandDiff, covers, is_seen, seen
from facerestore.values.photo import Photo
from facerestore.values.repair import RepairedPhoto, RepairKind

HEIGHT, WIDTH = 700, 900


def painted(rng, *, dtype=np.uint16, channels=3, count=4):
    """Random strokes: the layer, the plane, the photo's pixels with them, and the differences in their order."""
    inner = (channels,) if channels else ()
    pixels = rng.integers(0, np.iinfo(dtype).max, (HEIGHT, WIDTH, *inner), dtype=dtype)
    shown, plane, layer, diffs = pixels.copy(), np.zeros((HEIGHT, WIDTH), np.uint8), NO_LAYER, []
    for _ in range(count):
        left, top = int(rng.integers(0, WIDTH - 200)), int(rng.integers(0, HEIGHT - 200))
        box = Box(left, top, left + int(rng.integers(1, 200)), top + int(rng.integers(1, 200)))
        where = rng.random((box.height, box.width)) < 0.4
        where[0, 0] = True
        samples = rng.integers(0, np.iinfo(dtype).max, (int(where.sum()), *inner), dtype=dtype)
        one = HandDiff.of(layer, box, where, samples)
        if one is not None:
            diffs.append(one)
            layer = layer.flipped([one])
        shown[box.slices][where] = samples
        plane[box.slices][where] = rng.choice([int(kind) for kind in HandClass])
    return Photo(pixels), layer, plane, shown, diffs


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([(np.uint8, 0), (np.uint16, 3), (np.uint8, 3)]))
def test_that_what_is_painted_is_seen_and_nothing_else(seed, kind):
    photo, layer, plane, shown, _ = painted(np.random.default_rng(seed), dtype=kind[0], channels=kind[1])
    repaired = RepairedPhoto(photo, layer.repairs(plane))
    np.testing.assert_array_equal(repaired.photo.pixels, shown)
    np.testing.assert_array_equal(repaired.where(photo.extent.box), seen(plane))
    np.testing.assert_array_equal(repaired.where(photo.extent.box, RepairKind.CLONED), plane == HandClass.CLONED)
    box = Box(300, 200, 700, 650)
    np.testing.assert_array_equal(layer.over(photo.pixels[box.slices], plane[box.slices], box), shown[box.slices])
    assert covers(layer, plane)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000))
def test_that_undoing_all_differences_leaves_an_empty_layer(seed):
    _, layer, _, _, diffs = painted(np.random.default_rng(seed))
    again = layer
    for one in reversed(diffs):
        again = again.flipped([one])
    assert again.is_empty
    for one in diffs:
        again = again.flipped([one])
    assert again.equals(layer)


def test_that_an_edit_leaves_the_layer_before_as_it_was_and_shares_its_tiles():
    plane = np.zeros((HEIGHT, WIDTH), np.uint8)
    first = NO_LAYER.flipped([HandDiff.of(NO_LAYER, Box(0, 0, 2, 2), np.ones((2, 2), bool), np.full(4, 7, np.uint8))])
    far = Box(TILE_PX, TILE_PX, TILE_PX + 1, TILE_PX + 1)
    second = first.flipped([HandDiff.of(first, far, np.ones((1, 1), bool), np.full(1, 9, np.uint8))])
    assert first.tiles.keys() == {(0, 0)}
    assert second.tiles[0, 0] is first.tiles[0, 0]
    assert first.byte_count == TILE_PX**2
    assert not is_seen(second, plane)
    plane[0, 0] = HandClass.HEALED
    assert is_seen(second, plane)
    assert second.visible(plane).tiles.keys() == {(0, 0)}
    assert second.visible(plane).tiles[0, 0].sum() == 7


def test_that_another_class_over_it_hides_it():
    photo, layer, plane, _, _ = painted(np.random.default_rng(1))
    plane[seen(plane)] = DamageClass.ORIGINAL
    assert layer.repairs(plane) == ()
    np.testing.assert_array_equal(layer.over(photo.pixels, plane, photo.extent.box), photo.pixels)
    assert not covers(NO_LAYER, np.full((3, 3), HandClass.HEALED, np.uint8))


def test_that_every_plane_may_have_it_and_no_table_can_treat_it_otherwise():
    plane = np.array([[0, HandClass.HEALED, HandClass.CLONED, DamageClass.DUST]], np.uint8)
    assert is_plane(plane)
    plan = region_plan(plane)
    assert plan.restore.is_empty
    assert np.count_nonzero(plan.fill.coverage) == 1
    assert [(one.name, one.policy) for one in class_shares(plane)][1:] == [
        ("Healed by hand", Policy.HAND),
        ("Cloned by hand", Policy.HAND),
    ]
    for number, policy in ((int(HandClass.HEALED), Policy.RESTORE), (7, Policy.HAND)):
        with pytest.raises(ValueError, match="hand"):
            DEFAULT_TABLE.added(DamageKind(number=number, policy=policy, name="x", colour="#000000"))
