"""The five points of a face as a person gives them, by left and right of the picture."""

import numpy as np
from numpy.typing import NDArray

_EYES, _MOUTH = (0, 1), (3, 4)
EXCHANGED = (
    "The points on the left and on the right were given in exchanged order, and were put in order: eye on the left, "
    "eye on the right, nose tip, left and right corner of the mouth as seen in the photo."
)
UPSIDE_DOWN = "By its points the mouth lies above the eyes, so the face was taken to be upside down."


def ordered_points(points_photo: NDArray[np.float64]) -> tuple[NDArray[np.float64], tuple[str, ...]]:
    """The points (5, 2) in the order of the crop's frame, in which a face is turned at most and never mirrored, and
    what there is to say about it.

    Seen along the way from the eyes to the mouth, the first of each pair lies on the right hand.
    """
    ordered = points_photo.copy()
    down = points_photo[list(_MOUTH)].mean(axis=0) - points_photo[list(_EYES)].mean(axis=0)
    is_changed = False
    for first, second in (_EYES, _MOUTH):
        across = points_photo[second] - points_photo[first]
        if across[0] * down[1] - across[1] * down[0] < 0:
            ordered[[first, second]] = points_photo[[second, first]]
            is_changed = True
    is_upside_down = down[1] < -abs(down[0])
    notes = (UPSIDE_DOWN,) if is_upside_down else (EXCHANGED,) if is_changed else ()
    return ordered, notes
