"""How certain it is that a line that can be followed is a scratch: a logistic regression on what is seen along it, and
the squares of that.

Its numbers were fitted by ``tests/performance/line_figures.py --fit`` to faint lines drawn over undamaged pictures, and
to what can be followed in undamaged portraits: collars, lapels and contours.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

FEATURES: Final = (
    "length",
    "reach",
    "straightness",
    "doubt",
    "least doubt",
    "doubt beside",
    "contrast",
    "least contrast",
    "clear",
    "liveliness",
    "sum",
    "edge-like",
    "changing",
    "steady",
    "width",
    "at the edge",
    "bright",
    "lightness",
    "doubted",
)


_PROBABILITIES: Final = (0.0, 0.35, 0.85, 1.0)
_CONFIDENCES: Final = (0.0, 0.4, 0.6, 0.69)
"""How sure a line is of those probabilities: worth a look from one in three on, and never taken without one."""


def certainties(features: NDArray[np.float64]) -> NDArray[np.float64]:
    """How sure each line (N, F) is, 0...1, as proposals are sure."""
    # beyond what was seen in fitting, squares say nothing
    usual = np.clip((features - _MEAN) / _SPREAD, -3, 3)
    probabilities = 1 / (1 + np.exp(-np.clip(terms(usual) @ _WEIGHTS, -30, 30)))
    return np.asarray(np.interp(probabilities, _PROBABILITIES, _CONFIDENCES))


def terms(usual: NDArray[np.float64]) -> NDArray[np.float64]:
    """One, the features (N, F) and their squares."""
    return np.concatenate([np.ones((len(usual), 1)), usual, usual**2], axis=1)


# fmt: off
_MEAN: Final = np.array([0.813, 0.296, 0.896, -3.251, -3.967, -3.868, 3.348, 0.471, 0.816, 2.313, 3.286, 1.086, 2.942,
    -0.503, 1.408, 0.06, 0.004, 0.455, 0.616])
_SPREAD: Final = np.array([0.578, 0.195, 0.122, 1.447, 1.266, 1.001, 0.672, 0.599, 0.188, 0.488, 0.693, 1.242, 0.709,
    0.518, 0.428, 0.164, 1.0, 0.215, 1.094])
_WEIGHTS: Final = np.array([-1.876, -0.283, 0.941, 0.987, 0.602, 0.106, -0.416, -0.88, 0.702, 0.019, -1.259, 0.037,
    0.322, 0.687, -0.324, -0.904, -0.047, 0.461, 0.562, 0.756, -0.249, 0.033, 0.216, 0.353, -0.331, -0.028, -0.564,
    -0.19, -0.566, -0.042, 0.066, 0.064, -0.072, -0.079, -0.234, -0.174, -1.88, -0.422, -0.232])
# fmt: on
