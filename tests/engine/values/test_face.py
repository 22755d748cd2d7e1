from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facerestore.values.alignment import TEMPLATE
from facerestore.values.face import Face, usable_faces
from tests.support.fake_backend import face_at


def test_that_found_faces_come_largest_first_and_degenerate_ones_not_at_all():
    small, large = (Face.from_points(TEMPLATE * side, confidence=0.9) for side in (40, 90))
    spot = Face(np.full((5, 2), 3.0), (0, 0, 1, 1))
    assert usable_faces([small, spot, large]) == (large, small)


def test_that_a_face_placed_by_hand_is_not_said_to_be_found():
    assert Face.from_points(TEMPLATE * 40, confidence=0.9).is_found
    assert not Face.from_points(TEMPLATE * 40).is_found


@given(
    rows=st.integers(1, 5),
    columns=st.integers(3, 8),
    unevenness=st.lists(st.tuples(*[st.floats(-1, 1)] * 3), min_size=40, max_size=40),
    order=st.randoms(use_true_random=False),
)
def test_that_a_group_is_numbered_row_by_row_however_uneven_it_stands(rows, columns, unevenness, order):
    group = [
        face_at(100 * column + 10 * x, 130 * row + 12 * y, 80 + 10 * size)
        for (row, column), (x, y, size) in zip(np.ndindex(rows, columns), unevenness, strict=False)
    ]
    mixed = list(group)
    order.shuffle(mixed)
    assert list(usable_faces(mixed)) == group


def test_that_tall_and_short_people_side_by_side_are_one_row():
    group = [face_at(100 * column, 130 * row + (12, -12)[column % 2], 80) for row in range(3) for column in range(8)]
    assert list(usable_faces(group[::-1])) == group


@pytest.mark.parametrize("quarter_turns", range(4))
def test_that_a_group_on_its_side_is_numbered_as_it_is_read_once_it_stands_upright(quarter_turns):
    upright = [face_at(100 * column, 130 * row, 80) for row in range(2) for column in range(3)]
    lying = []
    for face in upright:
        left, top, right, bottom = face.box_xyxy
        # the photo lies turned to the right by as much
        for _ in range(quarter_turns):
            left, top, right, bottom = -bottom, left, -top, right
        lying.append(replace(face, box_xyxy=(left, top, right, bottom)))
    assert list(usable_faces(lying[::-1], quarter_turns=quarter_turns)) == lying


def test_that_a_face_much_larger_than_the_others_comes_first():
    small = [face_at(100 * place, 50, 60) for place in range(3)]
    large = face_at(500, 400, 300)
    assert usable_faces([*small, large])[0] is large
