"""KID: do results as a set look like true faces? On the features of a network that the person gives."""

from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from facerestore_training.losses.perceptual import SqueezeNetFeatures

LEAST_PICTURES: Final = 2_000
"""Below this the figure says more of the sample than of the restorer."""
NAME: Final = "KID on SqueezeNet features"


@torch.no_grad()
def pooled_features(network: SqueezeNetFeatures, pictures: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(N, 384): SqueezeNet's last features for uint8 pictures (N, H, W, 3), averaged over the picture."""
    device = next(network.parameters()).device
    x = torch.from_numpy(np.array(pictures)).permute(0, 3, 1, 2).float().to(device)
    features: Tensor = network(x / 255)[-1]
    pooled: NDArray[np.float32] = features.float().mean(dim=(2, 3)).cpu().numpy()
    return pooled


def kernel_inception_distance(
    results_ND: NDArray[np.floating],
    truths_ND: NDArray[np.floating],
    *,
    subsets: int = 100,
    subset_size: int = 1_000,
    seed: int = 0,
) -> tuple[float, float]:
    """(mean, standard deviation over subsets) of the unbiased squared MMD with the kernel (x y / D + 1)^3.

    Binkowski et al., Demystifying MMD GANs, ICLR 2018. It may be below zero. Named after Inception, whose features it
    is computed on in papers: on other features the numbers cannot be compared with theirs. The kernel knows no scale,
    so features are divided by the root mean square of the true ones first.
    """
    rng = np.random.default_rng(seed)
    scale = float(np.sqrt(np.square(truths_ND, dtype=np.float64).mean())) or 1.0
    results_ND, truths_ND = results_ND / scale, truths_ND / scale
    size = min(subset_size, len(results_ND), len(truths_ND))
    found = []
    for _ in range(subsets):
        x = results_ND[rng.choice(len(results_ND), size, replace=False)].astype(np.float64)
        y = truths_ND[rng.choice(len(truths_ND), size, replace=False)].astype(np.float64)
        within = sum(k.sum() - np.trace(k) for k in (_kernel(x, x), _kernel(y, y))) / (size * (size - 1))
        found.append(within - 2 * _kernel(x, y).mean())
    return float(np.mean(found)), float(np.std(found))


def _kernel(x_ND: NDArray[np.float64], y_ND: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray((x_ND @ y_ND.T / x_ND.shape[1] + 1) ** 3, np.float64)
