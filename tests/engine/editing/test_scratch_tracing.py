"""Scratches drawn over noise, traced."""

import cv2
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from facerestore.editing.ridge_levels import MOST_CELLS, RidgeLevels
from facerestore.editing.scratch_outline import scratch_line
from facerestore.editing.scratch_paths import Ridge, ScratchPaths
from facerestore.values.cancellation import Cancelled
from facerestore.values.geometry import Extent

REACH_PX = 5


def background(height, width, noise, seed):
    """A soft ground with an edge through its midst and grain, float64 (h, w)."""
    rng = np.random.default_rng(seed)
    rows, columns = np.indices((height, width))
    ground = 115 + 20 * np.sin(3 * columns / width) + 12 * np.cos(4 * rows / height)
    ground[:, width // 2 :] += 25
    return ground + rng.normal(0, noise, (height, width))


def bent(extent, angle, bend):
    """A bent line across a picture, float64 (200, 2)."""
    along = np.linspace(-1, 1, 200)[:, None]
    direction = np.array([np.cos(angle), np.sin(angle)])
    half = 0.4 * min(extent.width, extent.height)
    middle = np.array([extent.width, extent.height]) / 2
    return middle + half * along * direction + half * bend * np.sin(2 * along) * direction[::-1] * [-1, 1]


def scratched(ground, line, width_px, contrast):
    """The ground with a line of so many pixels, and where that is."""
    drawn = np.zeros(ground.shape, np.uint8)
    cv2.polylines(drawn, [np.rint(16 * line - 8).astype(np.int32)], False, 1, width_px, 8, 4)
    pixels = np.where(drawn > 0, ground + contrast, ground)
    return np.clip(np.rint(pixels), 0, 255).astype(np.uint8), drawn > 0


def found(region, shape):
    inside = np.zeros(shape, np.bool_)
    inside[region.box.slices] = region.inside
    return inside


def recall_and_precision(inside, truth, tolerance_px):
    near = cv2.dilate(truth.astype(np.uint8), np.ones((2 * tolerance_px + 1,) * 2, np.uint8)) > 0
    return inside[truth].mean(), near[inside].mean()


def traced(pixels, start, end, **options):
    levels = RidgeLevels.of(pixels)
    paths = ScratchPaths(levels, *start, reach_px=REACH_PX)
    way = paths.to(*end, reach_px=REACH_PX)
    return scratch_line(pixels, way, paths.ridge, cell_px=levels.cell_px, **options).region(Extent.of(pixels))


@settings(deadline=None, max_examples=25, derandomize=True)
@given(
    angle=st.floats(0, np.pi),
    bend=st.floats(-0.25, 0.25),
    width_px=st.sampled_from((1, 2, 3, 5, 9)),
    sign=st.sampled_from((1, -1)),
    noise=st.floats(0, 6),
    missed=st.tuples(st.floats(-2, 2), st.floats(-2, 2)),
    seed=st.integers(0, 9),
)
def test_that_a_scratch_between_two_clicks_is_traced_as_wide_as_it_is(angle, bend, width_px, sign, noise, missed, seed):
    line = bent(Extent(300, 260), angle, bend)
    pixels, truth = scratched(background(260, 300, noise, seed), line, width_px, sign * 60)
    region = traced(pixels, line[0] + missed, line[-1] - missed)
    recall, precision = recall_and_precision(found(region, truth.shape), truth, 2)
    assert recall >= 0.95
    assert precision >= 0.9


@settings(deadline=None, max_examples=25, derandomize=True)
@given(
    angle=st.floats(0, np.pi),
    bend=st.floats(-0.15, 0.15),
    width_px=st.sampled_from((1, 2, 4, 9)),
    sign=st.sampled_from((1, -1)),
    noise=st.floats(0, 5),
)
def test_that_a_clear_scratch_is_followed_from_one_click_to_both_its_ends(angle, bend, width_px, sign, noise):
    # along the edge amid the ground it does not stand out from one of its sides
    assume(abs(np.cos(angle)) > 0.25)
    line = bent(Extent(300, 260), angle, bend)
    pixels, truth = scratched(background(260, 300, noise, 3), line, width_px, sign * 70)
    levels = RidgeLevels.of(pixels)
    for place in (line[0], line[100]):
        paths = ScratchPaths(levels, *place, reach_px=REACH_PX)
        assert paths.followed is not None
        assert paths.ridge.is_bright == (sign > 0)
        region = scratch_line(pixels, paths.followed, paths.ridge, cell_px=1).region(Extent.of(pixels))
        recall, precision = recall_and_precision(found(region, truth.shape), truth, 2)
        assert recall >= 0.9
        assert precision >= 0.85


@pytest.mark.parametrize(("width_px", "contrast", "light"), [(3, 35, 200), (7, 35, 205), (7, 18, 225)])
def test_that_a_scratch_is_no_wider_where_it_has_a_knick_and_whole_in_its_corner(width_px, contrast, light):
    knick = np.array([160.0, 90.0])
    line = np.concatenate([np.linspace((70, 200), knick, 100), np.linspace(knick, (248, 162), 100)])
    ground = background(260, 320, 2, 0) - 115 + light
    ground[:, 160:] -= 25
    pixels, truth = scratched(ground, line, width_px, contrast)
    inside = found(traced(pixels, line[5], line[-5]), truth.shape)
    rows, columns = np.indices(truth.shape)
    near = np.hypot(columns - knick[0], rows - knick[1]) < 25
    assert inside[truth & near].mean() >= 0.99
    beyond = cv2.distanceTransform((~truth).astype(np.uint8), cv2.DIST_L2, 5)
    # as on its straight arms
    assert beyond[inside & near].max() <= 2.5
    assert (beyond[inside & near] <= 1.5).mean() >= 0.97


@pytest.mark.parametrize("sign", [1, -1])
def test_that_a_crack_of_a_thirtieth_of_the_photo_is_traced(sign):
    line = bent(Extent(900, 600), 0.5, 0.1)
    pixels, truth = scratched(background(600, 900, 8, 1), line, 20, sign * 60)
    recall, precision = recall_and_precision(found(traced(pixels, line[0], line[-1]), truth.shape), truth, 3)
    assert recall >= 0.98
    assert precision >= 0.93


def test_that_a_scratch_of_one_pixel_is_traced_through_a_photo_above_the_grid():
    line = bent(Extent(1800, 1500), 0.7, 0.1)
    pixels, truth = scratched(background(1500, 1800, 5, 2), line, 1, 90)
    levels = RidgeLevels.of(pixels)
    assert levels.cell_px == 2
    assert levels.strengths[0, 0].size <= MOST_CELLS
    recall, precision = recall_and_precision(found(traced(pixels, line[0], line[-1]), truth.shape), truth, 2)
    assert recall >= 0.97
    assert precision >= 0.95


def test_that_sixteen_bits_and_colours_are_traced_alike():
    line = bent(Extent(300, 260), 0.8, 0.1)
    pixels, _ = scratched(background(260, 300, 3, 4), line, 3, 60)
    grey = traced(pixels, line[0], line[-1])
    for other in (pixels.astype(np.uint16) * 257, np.stack([pixels] * 3, axis=2)):
        region = traced(other, line[0], line[-1])
        assert (found(region, pixels.shape) == found(grey, pixels.shape)).mean() > 0.999


def test_that_an_edge_is_no_scratch_and_a_flat_ground_has_none():
    for pixels in (background(260, 300, 3, 5), np.full((260, 300), 90.0)):
        samples = np.rint(pixels).astype(np.uint8)
        paths = ScratchPaths(RidgeLevels.of(samples), 149, 120, reach_px=REACH_PX)
        assert paths.followed is None


def test_that_where_nothing_stands_out_the_way_is_straight_and_thin():
    pixels = np.full((200, 300), 90, np.uint8)
    region = traced(pixels, (40.5, 100.5), (250.5, 100.5))
    inside = found(region, pixels.shape)
    assert inside[100, 41:250].all()
    assert not inside[90].any()


def test_that_a_straight_way_stays_straight():
    line = bent(Extent(300, 260), 0.0, 0.2)
    pixels, _ = scratched(background(260, 300, 0, 6), line, 2, 60)
    rough = np.array([line[0], line[-1]])
    middles = scratch_line(pixels, rough, Ridge(0, is_bright=True), cell_px=1, is_straight=True).middles
    direction = (rough[1] - rough[0]) / np.linalg.norm(rough[1] - rough[0])
    away = (middles - rough[0]) @ [-direction[1], direction[0]]
    assert np.abs(away).max() < 4


@settings(deadline=None, max_examples=30)
@given(
    height=st.integers(1, 40),
    width=st.integers(1, 40),
    places=st.tuples(*[st.floats(-5, 45)] * 4),
    seed=st.integers(0, 5),
)
def test_that_photos_of_any_size_and_places_beside_them_are_no_fault(height, width, places, seed):
    pixels = np.random.default_rng(seed).integers(0, 256, (height, width), np.uint8)
    region = traced(pixels, places[:2], places[2:])
    if region is not None:
        assert region.box.intersection(Extent.of(pixels).box) == region.box


def test_that_a_search_can_be_ended():
    class Ended:
        def is_set(self):
            return True

    with pytest.raises(Cancelled):
        RidgeLevels.of(np.zeros((50, 50), np.uint8), cancel=Ended())
