"""Edge steps: whether a place ends where the picture takes a step, as what was spilled or brushed onto a print does."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

REACH_PX: Final = 4
"""How far the means on both sides of an outline reach."""

_LEAST_STEP: Final = 10.0
"""In 255ths of white."""
_LEAST_OUTSIDE: Final = 0.15
"""Of what is near a pixel of the outline: where less of it is outside, nothing can be compared."""


def step_share(grey: NDArray[np.uint8], inside: NDArray[np.bool_]) -> float:
    """At what share of a place's outline, 0...1, it is brighter than what lies beside it, or darker, whichever it is
    mostly. ``grey``, ``inside``: (h, w), with REACH_PX around the place but where the photo ends."""
    picture, within = grey.astype(np.float32), inside.astype(np.float32)
    near = (2 * REACH_PX + 1,) * 2
    own, other = (cv2.blur(share, near, borderType=cv2.BORDER_REPLICATE) for share in (within, 1 - within))
    mean_own, mean_other = (
        cv2.blur(picture * weight, near, borderType=cv2.BORDER_REPLICATE) / np.maximum(share, 1e-3)
        for weight, share in ((within, own), (1 - within, other))
    )
    shrunk = cv2.erode(inside.astype(np.uint8), np.ones((3, 3), np.uint8), borderType=cv2.BORDER_REPLICATE) > 0
    outline = inside & ~shrunk & (other >= _LEAST_OUTSIDE)
    if not outline.any():
        return 0.0
    steps = (mean_own - mean_other)[outline]
    return float((steps * np.sign(np.median(steps)) >= _LEAST_STEP).mean())
