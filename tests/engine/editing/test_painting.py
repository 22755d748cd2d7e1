import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from facerestore.editing.painting import PixelDiff, StrokePath, fill_region, paint_stroke
from facerestore.values.geometry import Extent

LABELS = hnp.arrays(np.uint8, st.tuples(st.integers(1, 24), st.integers(1, 24)), elements=st.integers(0, 4))
POINTS = st.lists(st.tuples(st.floats(-8, 32), st.floats(-8, 32)), min_size=1, max_size=5)


@given(labels=LABELS, points=POINTS, radius=st.floats(0, 9), value=st.integers(0, 4))
def test_that_a_stroke_put_and_taken_back_leaves_the_array_as_it_was(labels, points, radius, value):
    before = labels.copy()
    patch = paint_stroke(labels, np.array(points), radius, value)
    assert (labels == before).all()
    if patch is not None:
        patch.flip(labels)
        assert (labels != before).sum() == patch.changed().sum() > 0
        patch.flip(labels)
    assert (labels == before).all()


@given(labels=LABELS)
def test_that_the_patch_of_all_pixels_inverts_every_one(labels):
    inverted = labels.copy()
    patch = PixelDiff.of_all(Extent.of(labels).box, 255)
    patch.flip(inverted)
    assert (inverted == 255 - labels).all()
    assert patch.changed().all()


@given(labels=LABELS, points=POINTS, radius=st.floats(0.5, 9))
def test_that_a_stroke_covers_the_pixels_whose_centres_are_within_its_radius(labels, points, radius):
    target = np.zeros_like(labels)
    patch = paint_stroke(target, np.array(points), radius, 1)
    if patch is not None:
        patch.flip(target)
    rows, columns = np.indices(labels.shape) + 0.5
    distance = np.full(labels.shape, np.inf)
    path = np.array(points)
    for start, end in zip(path, path[1:] if len(path) > 1 else path, strict=False):
        distance = np.minimum(distance, _distance(columns, rows, start, end))
    # the pixel under a point is painted however small the brush: only pixels farther away must stay
    assert target[distance <= radius - 1e-6].all()
    assert not target[(distance > radius + 1e-6) & (distance > 0.71)].any()


@given(labels=LABELS, points=POINTS, radius=st.floats(0, 9), locked=st.sets(st.integers(0, 4)))
def test_that_locked_classes_never_change(labels, points, radius, locked):
    before = labels.copy()
    for patch in (
        paint_stroke(labels, np.array(points), radius, 3, locked=locked),
        fill_region(labels, *points[0], 3, locked=locked),
        PixelDiff.between(labels, np.full_like(labels, 3), locked=locked),
    ):
        after = before.copy()
        if patch is not None:
            patch.flip(after)
        assert (after == before)[np.isin(before, list(locked))].all()


@given(before=LABELS, data=st.data())
def test_that_the_difference_of_two_arrays_turns_one_into_the_other(before, data):
    after = data.draw(hnp.arrays(np.uint8, before.shape, elements=st.integers(0, 4)))
    patch = PixelDiff.between(before, after)
    assert (patch is None) == bool((before == after).all())
    if patch is not None:
        array = before.copy()
        patch.flip(array)
        assert (array == after).all()
        patch.flip(array)
        assert (array == before).all()


def test_that_filling_stops_at_a_diagonal():
    labels = np.array([[1, 0, 1], [0, 1, 0], [1, 0, 1]], np.uint8)
    patch = fill_region(labels, 1.5, 1.5, 7)
    assert patch is not None
    patch.flip(labels)
    assert (labels == [[1, 0, 1], [0, 7, 0], [1, 0, 1]]).all()


@pytest.mark.parametrize("place", [(-0.1, 1), (1, -0.1), (3, 1), (1, 3)])
def test_that_filling_outside_the_array_changes_nothing(place):
    assert fill_region(np.zeros((3, 3), np.uint8), *place, 1) is None


def test_that_the_smallest_brush_marks_the_pixel_under_it():
    patch = paint_stroke(np.zeros((5, 5), np.uint8), np.array([[2.1, 3.9]]), 0.0, 1)
    assert patch is not None
    assert (patch.box.top + np.argwhere(patch.changed())[0, 0], patch.changed().sum()) == (3, 1)


def test_that_inverting_a_big_mask_takes_a_bit_per_pixel():
    mask = np.zeros((1000, 1000), np.uint8)
    mask[200:300] = 255
    patch = PixelDiff.between(mask, 255 - mask)
    assert patch is not None
    assert patch.byte_count == 1000 * 1000 // 8 + 1


@settings(max_examples=50)
@given(places=st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), min_size=2, max_size=8))
def test_that_a_smooth_path_is_connected_and_ends_where_the_pointer_ended(places):
    path = StrokePath(*places[0])
    pieces = [path.start(), *(path.extended(*place) for place in places[1:]), path.finished()]
    for earlier, later in itertools.pairwise(pieces):
        assert np.allclose(earlier[-1], later[0])
    assert np.allclose(pieces[0][0], places[0])
    assert np.allclose(pieces[-1][-1], places[-1])


def _distance(x, y, start, end):
    direction = end - start
    length_squared = (direction**2).sum()
    along = ((x - start[0]) * direction[0] + (y - start[1]) * direction[1]) / (length_squared or 1)
    along = np.clip(along, 0, 1)
    return np.hypot(x - start[0] - along * direction[0], y - start[1] - along * direction[1])
