"""What painters lose that are judged in their hole: by pixels, gradients, frequencies, and as SqueezeNet sees them."""

# B batch, C channels, H W pixels

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import torch
from torch import Tensor

from facerestore_training.losses import equations
from facerestore_training.losses.perceptual import SqueezeNetDistance

JUDGED_SHARE: Final = 0.5
"""Of the steps that ask SqueezeNet, with as much more weight."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PaintingWeights:
    """Weights of the losses, for pictures 0...1; a loss of weight 0 is not calculated. ``hole`` and ``squared`` are
    divided by the hole's area. ``haar``: frequencies; ``features``: SqueezeNet's distance."""

    hole: float = 6.0
    squared: float = 20.0
    visible: float = 0.5
    edges: float = 1.0
    haar: float = 1.0
    features: float = 0.06


def painting_losses(
    painted_B3HW: Tensor,
    target_B3HW: Tensor,
    hole_B1HW: Tensor,
    weights: PaintingWeights,
    *,
    features: SqueezeNetDistance | None,
) -> tuple[Tensor, dict[str, Tensor]]:
    """(the weighed total, what it was made of). ``features``: None in steps that do not ask them."""
    error, hole = painted_B3HW - target_B3HW, hole_B1HW
    calculations: dict[str, Callable[[], Tensor]] = {
        "hole": lambda: equations.mean_in(error.abs(), hole),
        "squared": lambda: equations.mean_in(error.square(), hole),
        "visible": lambda: equations.mean_in(error.abs(), 1 - hole),
        "edges": lambda: equations.gradient_difference(error, hole),
        "haar": lambda: equations.haar_difference(_whole_fours(error), _whole_fours(hole)),
    }
    parts = {name: calculate() for name, calculate in calculations.items() if getattr(weights, name)}
    total = torch.stack([getattr(weights, name) * part for name, part in parts.items()]).sum()
    if features is not None and weights.features:
        composite = (hole * painted_B3HW + (1 - hole) * target_B3HW).clamp(0, 1)
        parts["features"] = features(composite, target_B3HW)
        total = total + weights.features / JUDGED_SHARE * parts["features"]
    return total, parts


def _whole_fours(values_BCHW: Tensor) -> Tensor:
    """Without the last rows and columns that make no four."""
    height, width = (side // 4 * 4 for side in values_BCHW.shape[-2:])
    return values_BCHW[..., :height, :width]
