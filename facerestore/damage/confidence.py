"""Damage confidence: how likely a candidate is damage, by what is measured of it.

A logistic regression on what ``features`` measures, its squares and products. Its numbers were fitted by
``tests/performance/damage_figures.py --fit`` to real damage shapes laid over undamaged faces and portraits.

Those shapes come in swarms, so the fit thinks little of a single clear scratch on a plain wall. What stands out in
every respect at once is therefore taken for damage whatever the fit says.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore.damage.features import FEATURES

_CLEAR: Final = {"contrast": 0.1, "contrast_to_lively": 4.5, "contrast_to_step": 2.5}
_CLEAR_CONFIDENCE: Final = 0.5


def confidences(features: NDArray[np.float64]) -> NDArray[np.float64]:
    """0...1 for each candidate (N,), from its features (N, F)."""
    # beyond what was seen in fitting, squares say nothing
    usual = np.clip((features - _MEAN) / _SPREAD, -3, 3)
    fitted = 1 / (1 + np.exp(-np.clip(terms(usual) @ _WEIGHTS, -30, 30)))
    columns = [FEATURES.index(name) for name in _CLEAR]
    is_clear = (features[:, columns] >= np.log(list(_CLEAR.values()))).all(axis=1)
    return np.asarray(np.where(is_clear, np.maximum(fitted, _CLEAR_CONFIDENCE), fitted), np.float64)


def terms(features: NDArray[np.float64]) -> NDArray[np.float64]:
    """The features (N, F), their squares and products, and one."""
    first, second = np.triu_indices(features.shape[1])
    return np.hstack([features, features[:, first] * features[:, second], np.ones((len(features), 1))])


# fmt: off
_MEAN: Final = np.array([0.759, 1.157, 0.517, 0.976, -1.827, 1.424, 0.966, -2.227, -3.243, 0.4, 0.53, -3.251, 0.812,
    0.023])
_SPREAD: Final = np.array([0.146, 1.084, 0.272, 0.068, 0.581, 0.439, 0.46, 0.662, 0.763, 0.254, 0.499, 0.561, 0.701,
    0.144])
_WEIGHTS: Final = np.array([0.501, -0.135, 0.645, -0.128, -0.204, -0.147, 0.712, 0.307, 0.193, -0.021, -0.021, 0.078,
    -0.328, 0.452, -0.112, 0.236, 0.125, 0.051, -0.082, -0.007, 0.057, 0.114, -0.135, -0.036, 0.002, 0.111, 0.338,
    -0.216, -0.109, -0.276, 0.058, 0.194, 0.345, -0.295, -0.124, 0.142, 0.169, 0.263, 0.078, 0.022, 0.202, -0.298,
    -0.046, -0.314, -0.005, 0.071, -0.017, 0.242, 0.083, 0.0, 0.182, -0.03, 0.008, -0.023, 0.175, -0.161, 0.016, -0.106,
    0.053, -0.059, 0.09, -0.174, 0.03, 0.014, -0.077, -0.13, -0.124, -0.43, -0.34, -0.025, 0.054, 0.04, -0.113, 0.047,
    -0.049, 0.059, -0.022, 0.045, 0.025, -0.076, 0.025, -0.113, -0.031, -0.153, 0.281, -0.002, -0.062, 0.063, -0.144,
    0.491, 0.123, 0.168, 0.007, -0.281, -0.125, 0.06, 0.006, 0.208, -0.111, -0.009, -0.046, -0.036, 0.036, -0.154,
    -0.113, 0.0, 0.042, 0.028, 0.05, -0.481, -0.015, -0.027, 0.019, 0.08, 0.006, 0.06, -0.23, 0.013, -0.236, -0.484])
# fmt: on
