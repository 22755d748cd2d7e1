"""Damage confidence: how likely a candidate is damage, by what is measured of it.

A logistic regression on the features of ``damage_features``, their squares and products. Its numbers were fitted by
``tests/performance/damage_figures.py --fit`` to real damage shapes laid over undamaged faces and portraits.

Those shapes come in swarms, so the fit thinks little of a single clear scratch on a plain wall. What stands out in
every respect at once is therefore taken for damage whatever the fit says.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore.damage_features import FEATURES

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
_MEAN: Final = np.array([0.758, 1.12, 0.516, 0.978, -1.816, 1.358, 0.962, -2.15, -3.197, 0.459, 0.55, -3.174, 0.786,
    0.019])
_SPREAD: Final = np.array([0.149, 1.042, 0.265, 0.064, 0.649, 0.508, 0.591, 0.68, 0.772, 0.268, 0.498, 0.571, 0.762,
    0.132])
_WEIGHTS: Final = np.array([0.381, -0.103, 0.585, -0.24, -0.109, -0.081, 0.493, 0.434, 0.364, 0.14, 0.191, 0.206,
    -0.495, 0.273, -0.052, 0.139, -0.019, -0.014, 0.028, 0.048, -0.08, -0.122, -0.218, -0.117, -0.008, 0.107, 0.266,
    -0.247, -0.157, -0.235, 0.061, 0.007, 0.321, -0.107, -0.043, 0.282, 0.095, 0.113, -0.028, 0.074, 0.214, -0.29,
    -0.044, -0.242, 0.108, 0.062, -0.015, 0.223, -0.037, 0.029, 0.097, -0.015, -0.122, -0.053, 0.303, -0.131, -0.027,
    -0.21, 0.105, -0.102, 0.105, -0.243, 0.041, -0.102, -0.108, -0.131, 0.023, -0.46, -0.221, -0.011, 0.015, 0.145,
    -0.079, 0.051, 0.07, 0.169, -0.066, 0.102, 0.023, -0.012, 0.009, 0.04, 0.005, -0.278, 0.134, 0.001, -0.021, 0.203,
    -0.043, 0.276, 0.055, 0.127, 0.064, -0.239, -0.227, 0.005, 0.233, 0.284, -0.135, -0.078, 0.086, -0.091, 0.088,
    -0.216, -0.026, 0.059, -0.02, 0.002, 0.009, -0.678, 0.016, 0.018, 0.04, 0.061, -0.004, -0.003, -0.175, 0.042,
    -0.196, -0.641])
# fmt: on
