"""The order of the five points."""

import numpy as np
import pytest

from facerestore.values.alignment import TEMPLATE
from facerestore.values.face_points import EXCHANGED, UPSIDE_DOWN, ordered_points

UPRIGHT = TEMPLATE * 100


def turned(degrees):
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return (UPRIGHT - 50) @ turn.T + 50


@pytest.mark.parametrize("degrees", [0, 30, 90, 180, 270, -40])
@pytest.mark.parametrize("order", [[0, 1, 2, 3, 4], [1, 0, 2, 4, 3], [1, 0, 2, 3, 4], [0, 1, 2, 4, 3]])
def test_that_exchanged_sides_are_put_into_the_frames_order_however_the_face_is_turned(degrees, order):
    points = turned(degrees)
    ordered, notes = ordered_points(points[order])
    np.testing.assert_array_equal(ordered, points)
    if degrees == 180:
        assert notes == (UPSIDE_DOWN,)
    else:
        assert notes == (() if order == [0, 1, 2, 3, 4] else (EXCHANGED,))


def test_that_a_mouth_above_the_eyes_is_said():
    assert ordered_points(UPRIGHT[[3, 4, 2, 0, 1]])[1] == (UPSIDE_DOWN,)


def test_that_the_persons_own_points_stay_as_they_were():
    given = UPRIGHT[[1, 0, 2, 4, 3]]
    before = given.copy()
    ordered_points(given)
    np.testing.assert_array_equal(given, before)
