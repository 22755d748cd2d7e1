import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from skimage.measure import points_in_poly

from facerestore.editing.mask_shapes import Combination, Region, combined, ellipse, lasso, polygon, rectangle
from facerestore.values.geometry import Box, Extent

EXTENT = Extent(30, 20)
POINT = st.integers(0, 2**31).map(lambda seed: tuple(np.random.default_rng(seed).uniform(-10, 40, 2)))
"""Drawn from a generator, so that no outline runs exactly through the centre of a pixel."""

OUTLINES = st.lists(POINT, min_size=3, max_size=7, unique=True)
MASKS = hnp.arrays(np.uint8, (20, 30), elements=st.sampled_from([0, 64, 255]))
SHAPES = st.one_of(
    st.lists(POINT, min_size=1, max_size=7).map(lambda points: polygon(np.array(points), EXTENT)),
    st.lists(POINT, min_size=1, max_size=7).map(lambda points: lasso(np.array(points), EXTENT)),
    st.tuples(POINT, POINT).map(lambda ends: rectangle(*ends, EXTENT)),
    st.tuples(POINT, POINT).map(lambda ends: ellipse(*ends, EXTENT)),
)


def inside(region):
    return np.zeros((20, 30), bool) if region is None else region.over(EXTENT.box)


def centres():
    rows, columns = np.indices((20, 30)) + 0.5
    return columns, rows


@given(points=OUTLINES)
def test_that_a_polygon_holds_the_pixels_whose_centres_are_in_it(points):
    columns, rows = centres()
    expected = points_in_poly(np.stack([columns.ravel(), rows.ravel()], axis=1), np.array(points))
    assert (inside(polygon(np.array(points), EXTENT)).ravel() == expected).all()


@given(points=OUTLINES)
def test_that_a_lasso_holds_the_pixels_that_its_line_winds_round(points):
    columns, rows = centres()
    path = np.array([*points, points[0]])
    angles = np.arctan2(path[:, 1, None, None] - rows, path[:, 0, None, None] - columns)
    turned = (np.diff(angles, axis=0) + np.pi) % (2 * np.pi) - np.pi
    assert (inside(lasso(np.array(points), EXTENT)) == (np.rint(turned.sum(axis=0) / (2 * np.pi)) != 0)).all()


def test_that_a_loop_of_a_lasso_belongs_to_it_and_a_twice_covered_part_of_a_polygon_does_not():
    twice_round = np.array([[2, 2], [18, 2], [18, 18], [2, 18], [2, 2], [6, 6], [12, 6], [12, 12], [6, 12], [6, 6]])
    assert inside(lasso(twice_round, EXTENT))[8, 8]
    assert not inside(polygon(twice_round, EXTENT))[8, 8]


@given(one=POINT, other=POINT)
def test_that_an_ellipse_holds_the_pixels_whose_centres_are_in_it(one, other):
    columns, rows = centres()
    (x0, y0), (x1, y1) = one, other
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        distance = ((columns - (x0 + x1) / 2) / abs(x1 - x0) * 2) ** 2 + (
            (rows - (y0 + y1) / 2) / abs(y1 - y0) * 2
        ) ** 2
    found = inside(ellipse(one, other, EXTENT))
    assert found[distance < 1 - 1e-6].all()
    assert not found[~(distance < 1 + 1e-6)].any()


@given(one=POINT, other=POINT, middle=st.floats(0, 1))
def test_that_two_halves_of_a_rectangle_leave_no_gap_and_do_not_overlap(one, other, middle):
    x = one[0] + middle * (other[0] - one[0])
    whole = inside(rectangle(one, other, EXTENT))
    halves = inside(rectangle(one, (x, other[1]), EXTENT)), inside(rectangle((x, one[1]), other, EXTENT))
    assert (halves[0] ^ halves[1] == whole).all()
    assert not (halves[0] & halves[1]).any()


@given(mask=MASKS, region=SHAPES, how=st.sampled_from(Combination), is_locked=st.booleans())
def test_that_shapes_add_subtract_and_intersect_as_sets_do_and_locked_pixels_stay(mask, region, how, is_locked):
    before, shape = mask.copy(), inside(region)
    patch = combined(mask, region, how, locked=(64,) if is_locked else ())
    assert (mask == before).all()
    if patch is not None:
        patch.flip(mask)
    selected = {
        Combination.ADD: np.where(shape, 255, before),
        Combination.SUBTRACT: np.where(shape, 0, before),
        Combination.INTERSECT: np.where(shape, before, 0),
    }[how]
    expected = np.where((before == 64) & is_locked, before, selected)
    assert (mask == expected).all()
    assert (patch is None) == bool((expected == before).all())
    if patch is not None:
        patch.flip(mask)
        assert (mask == before).all()


@pytest.mark.parametrize(
    "points", [[], [[1, 1]], [[1, 1], [9, 9]], [[1, 1], [9, 9], [5, 5]], [[50, 1], [60, 9], [55, 5]]]
)
def test_that_an_outline_without_a_pixel_gives_nothing(points):
    assert polygon(np.array(points, float).reshape(-1, 2), EXTENT) is None
    assert lasso(np.array(points, float).reshape(-1, 2), EXTENT) is None


def test_that_a_region_has_the_size_of_its_box():
    with pytest.raises(ValueError, match="its box"):
        Region(Box(0, 0, 3, 3), np.ones((2, 3), bool))


def test_that_a_small_shape_on_a_large_mask_costs_no_more_than_on_a_small_one():
    round_line = 200 + 90 * np.stack([np.cos(np.linspace(0, 6, 500)), np.sin(np.linspace(0, 6, 500))], axis=1)

    def seconds(side):
        mask = np.zeros((side, side), np.uint8)
        started = time.process_time()
        for _ in range(5):
            combined(mask, lasso(round_line, Extent.of(mask)), Combination.ADD)
        return time.process_time() - started

    seconds(500)
    assert seconds(8000) < 5 * seconds(500) + 0.05
