"""The engine's random numbers as tensors, for training and its evaluations."""

# N maps, Z latent length

import torch
from torch import Tensor

from facerestore.inference import arrays


def random_tensors(seed: int, side_px: int, device: torch.device) -> tuple[Tensor, Tensor]:
    """(latent (1, Z), noise (1, N, side, side)), N(0, 1), the same for the same seed on every device."""
    latent, noise = (torch.from_numpy(array).to(device) for array in arrays.random_arrays(seed, side_px))
    return latent, noise


def layout_latent(alternative: int, device: torch.device) -> Tensor | None:
    """The latent (1, Z) of an alternative layout, N(0, 1); None for the best single guess, 0."""
    latent = arrays.layout_latent(alternative)
    return None if latent is None else torch.from_numpy(latent).to(device)
