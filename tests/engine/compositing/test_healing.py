"""Healing a small hole from what lies around it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore.compositing.healing import context_of, healed
from facerestore.values.geometry import Box, Extent

SIDE = 120


def disc(radius, *, side=SIDE):
    y, x = np.mgrid[:side, :side] - (side - 1) / 2
    return x**2 + y**2 <= radius**2


def noisy(level, *, spread=400, seed=0, channels=3):
    rng = np.random.default_rng(seed)
    return (level + rng.normal(0, spread, (SIDE, SIDE, channels))).astype(np.uint16)


def everywhere():
    return np.ones((SIDE, SIDE), np.bool_)


def test_that_a_hole_on_even_ground_gets_its_colour_and_its_grain():
    samples, hole = noisy(30_000), disc(12)
    samples[hole] = 65_535
    made = healed(samples, hole, everywhere(), everywhere())
    assert made.shape == (hole.sum(), 3)
    assert made.dtype == np.uint16
    assert made.mean() == pytest.approx(30_000, abs=200)
    assert made.std() == pytest.approx(400, rel=0.25)


def test_that_a_slope_goes_on_through_the_hole():
    y, x = np.mgrid[:SIDE, :SIDE]
    truth = (20_000 + 100 * x + 50 * y).astype(np.uint16)
    samples, hole = truth.copy(), disc(15)
    samples[hole] = 0
    made = healed(samples, hole, everywhere(), everywhere())
    assert np.abs(made.astype(int) - truth[hole]).max() < 400


def test_that_an_edge_goes_on_through_the_hole():
    truth = np.where(np.arange(SIDE) < 60, 15_000, 45_000).astype(np.uint16)[None].repeat(SIDE, axis=0)
    samples, hole = truth.copy(), disc(12)
    samples[hole] = 65_535
    made = healed(samples, hole, everywhere(), everywhere())
    assert np.abs(made.astype(int) - truth[hole]).max() < 3_000


@pytest.mark.parametrize("angle", [0.0, 0.3, 1.2])
def test_that_a_scratch_is_neither_continued_nor_copied_where_a_stroke_along_it_has_come_to(angle):
    samples, hole = noisy(30_000), disc(10)
    y, x = np.mgrid[:SIDE, :SIDE] - SIDE / 2
    samples[np.abs(x * np.sin(angle) - y * np.cos(angle)) < 2] = 60_000
    made = healed(samples, hole, everywhere(), everywhere())
    assert np.abs(made.astype(int) - 30_000).max() < 4_000


def test_that_nothing_comes_from_what_may_not_be_looked_at():
    samples, hole = noisy(30_000), disc(10)
    damaged = np.zeros((SIDE, SIDE), np.bool_)
    damaged[:, 64:] = True
    samples[damaged] = 1_000
    made = healed(samples, hole, ~damaged, ~damaged)
    assert made.mean() == pytest.approx(30_000, abs=600)


def test_that_a_border_with_nothing_like_it_near_by_is_carried_smoothly():
    samples, hole = noisy(30_000, spread=0), disc(10)
    # a stamp everywhere but around the hole: it may be seen, and is not copied
    made = healed(samples, hole, everywhere(), disc(18) & ~hole)
    assert np.abs(made.astype(int) - 30_000).max() <= 2


def test_that_where_nothing_is_known_nothing_is_made():
    assert healed(noisy(30_000), disc(5), np.zeros((SIDE, SIDE), np.bool_), everywhere()) is None


@settings(max_examples=25)
@given(
    st.integers(1, 30), st.integers(0, 119), st.integers(0, 119), st.sampled_from([np.uint8, np.uint16]), st.booleans()
)
def test_that_any_hole_at_any_edge_gets_as_many_samples_as_it_has_pixels_and_always_the_same(
    radius, x, y, dtype, has_colour
):
    rng = np.random.default_rng(radius)
    shape = (SIDE, SIDE, 3) if has_colour else (SIDE, SIDE)
    samples = rng.integers(0, np.iinfo(dtype).max, shape, dtype=dtype)
    row, column = np.mgrid[:SIDE, :SIDE]
    hole = (column - x) ** 2 + (row - y) ** 2 <= radius**2
    made = healed(samples, hole, everywhere(), everywhere())
    assert made.dtype == dtype
    assert made.shape == samples[hole].shape
    np.testing.assert_array_equal(made, healed(samples, hole, everywhere(), everywhere()))


def test_that_the_context_stays_within_the_photo_and_has_room_for_a_second_hole():
    extent = Extent(200, 100)
    around = context_of(Box(5, 5, 45, 45), extent)
    assert around == around.clipped(extent)
    assert around.right - 45 >= 45
