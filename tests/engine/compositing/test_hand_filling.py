"""What was filled by hand over what a restoration made."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from facerestore.compositing.hand_filling import changed_with_hand, with_hand
from facerestore.values.geometry import Box
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.repair import BY_HAND, Repair, RepairedPhoto, RepairKind


@given(st.integers(0, 10_000))
def test_that_the_hand_counts_where_both_have_samples_and_nothing_overlaps(seed):
    rng = np.random.default_rng(seed)
    photo = Photo(rng.integers(0, 50, (40, 50, 3), dtype=np.uint8))
    mask = rng.random((40, 50)) < 0.3
    made = RepairedPhoto.of_planes(photo, np.full((40, 50, 3), 100, np.uint8), generated=mask)
    hand = []
    for kind, box in zip(BY_HAND, (Box(0, 5, 20, 25), Box(20, 10, 45, 40)), strict=True):
        where = rng.random((box.height, box.width)) < 0.5
        hand.append(Repair.of(box, kind, where, np.full((int(where.sum()), 3), 200, np.uint8)))
    both = with_hand(made, hand)
    expected = made.photo.pixels.copy()
    for one in hand:
        expected[one.box.slices][one.where] = 200
    np.testing.assert_array_equal(both.photo.pixels, expected)
    whole = photo.extent.box
    counted = sum(both.where(whole, kind).astype(int) for kind in RepairKind)
    assert counted.max() <= 1
    np.testing.assert_array_equal(counted > 0, changed_with_hand(Mask.from_bool(mask), hand).restore)
    assert with_hand(made, ()) is made
