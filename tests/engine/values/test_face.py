import numpy as np

from facerestore.values.alignment import TEMPLATE
from facerestore.values.face import Face, usable_faces


def test_that_found_faces_come_largest_first_and_degenerate_ones_not_at_all():
    small, large = (Face.from_points(TEMPLATE * side, confidence=0.9) for side in (40, 90))
    spot = Face(np.full((5, 2), 3.0), (0, 0, 1, 1))
    assert usable_faces([small, spot, large]) == (large, small)


def test_that_a_face_placed_by_hand_is_not_said_to_be_found():
    assert Face.from_points(TEMPLATE * 40, confidence=0.9).is_found
    assert not Face.from_points(TEMPLATE * 40).is_found
