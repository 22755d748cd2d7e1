"""The damage that candidates were made for, packed; and how much of it is repaired."""

import tracemalloc

import numpy as np
import pytest

from facerestore.restoration.candidate_set import CandidateSet
from facerestore.restoration.restorers import RESTORERS
from facerestore.values.damage_classes import DamageClass
from facerestore.values.damage_table import DEFAULT_TABLE
from facerestore.values.hand_layer import NO_LAYER
from facerestore.values.photo import Photo
from facerestore_gui.background.candidate_calculations import Damaged, masked_megapixels
from facerestore_gui.document.candidate_set import DamageCandidateSet


def plane_with(*places):
    plane = np.zeros((60, 90), np.uint8)
    for place in places:
        plane[place] = DamageClass.SCRATCH
    return plane


def packed(plane):
    return DamageCandidateSet.of(CandidateSet((), RESTORERS["semantic"]), plane, DEFAULT_TABLE)


@pytest.mark.parametrize(
    "plane",
    [
        plane_with(),
        plane_with(np.s_[:, :]),
        plane_with(np.s_[0, 0]),
        plane_with(np.s_[59, 89]),
        plane_with(np.s_[10:20, 30:40], np.s_[40, 5]),
    ],
    ids=["none", "all", "first", "last", "some"],
)
def test_that_a_plane_comes_back_as_it_was_packed(plane):
    assert (packed(plane).coverage(plane.shape) == plane).all()


def test_that_the_same_damage_elsewhere_is_other_damage():
    one, other = plane_with(np.s_[10:20, 30:40]), plane_with(np.s_[10:20, 31:41])
    restorer = RESTORERS["semantic"]
    assert packed(one).is_for((), restorer, one, DEFAULT_TABLE, NO_LAYER)
    assert not packed(one).is_for((), restorer, other, DEFAULT_TABLE, NO_LAYER)


def test_that_counting_what_is_repaired_takes_no_memory_of_the_size_of_the_photo():
    plane = np.zeros((2000, 1000), np.uint8)
    plane[100:300, 500:600] = DamageClass.SCRATCH
    damaged = Damaged(photo=Photo(np.zeros((2000, 1000), np.uint8)), plane=plane, classes=DEFAULT_TABLE, hand=NO_LAYER)
    tracemalloc.start()
    try:
        megapixels = masked_megapixels(damaged)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert megapixels == pytest.approx(0.02)
    assert peak < plane.nbytes / 2
