import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facerestore.values.geometry import Box, Extent

numbers = st.integers(-30, 30)
boxes = st.builds(Box, numbers, numbers, numbers, numbers)
extents = st.builds(Extent, st.integers(1, 30), st.integers(1, 30))


def cells(box: Box) -> set[tuple[int, int]]:
    return {(x, y) for x in range(box.left, box.right) for y in range(box.top, box.bottom)}


@pytest.mark.parametrize(("width", "height"), [(0, 1), (1, 0), (-1, 5)])
def test_that_an_extent_without_pixels_is_refused(width: int, height: int) -> None:
    with pytest.raises(ValueError, match="one pixel"):
        Extent(width, height)


def test_that_an_extent_counts_columns_first() -> None:
    assert Extent.of(np.zeros((3, 5, 2))) == Extent(width=5, height=3)
    assert Extent(5, 3).pixel_count == 15


@given(boxes, boxes)
def test_that_an_intersection_holds_exactly_the_common_cells(one: Box, other: Box) -> None:
    assert cells(one.intersection(other)) == cells(one) & cells(other)


@given(boxes, boxes)
def test_that_a_union_holds_both_and_an_empty_box_adds_nothing(one: Box, other: Box) -> None:
    union = one.union(other)
    assert cells(one) | cells(other) <= cells(union)
    if one.is_empty:
        assert cells(union) == cells(other)


@given(boxes)
def test_that_a_box_is_empty_exactly_when_it_has_no_cells(box: Box) -> None:
    assert box.is_empty == (box.width * box.height == 0) == (not cells(box))


@given(boxes, extents)
def test_that_the_slices_of_a_clipped_box_cut_out_its_cells(box: Box, extent: Extent) -> None:
    inside = box.clipped(extent)
    marked = np.zeros((extent.height, extent.width), np.bool_)
    marked[inside.slices] = True
    assert {(int(x), int(y)) for y, x in np.argwhere(marked)} == cells(inside)
    assert cells(Box.of_nonzero(marked)) == cells(inside)


@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=1, max_size=5))
def test_that_a_box_around_points_covers_them_and_not_a_pixel_more(points: list[tuple[float, float]]) -> None:
    box = Box.around(points)
    xs, ys = np.array(points).T
    assert box.left <= xs.min() < box.left + 1
    assert box.top <= ys.min() < box.top + 1
    assert box.right - 1 < xs.max() <= box.right
    assert box.bottom - 1 < ys.max() <= box.bottom


@given(boxes, st.integers(1, 200))
def test_that_strips_are_the_box_s_rows_in_their_order_and_no_larger_than_asked(box: Box, pixel_count: int) -> None:
    strips = list(box.strips(pixel_count))
    assert [row for one in strips for row in range(one.top, one.bottom)] == list(range(box.top, box.bottom))
    assert all((one.left, one.right) == (box.left, box.right) for one in strips)
    assert all(one.height == 1 or one.width * one.height <= pixel_count for one in strips)
