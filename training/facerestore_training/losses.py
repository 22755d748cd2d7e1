"""Each loss a small callable with its equation."""

# B batch, C channels, H W pixels, K classes

import torch
from torch import Tensor
from torch.nn import functional as F


def label_probabilities(labels_BHW: Tensor, size_px: int, class_count: int) -> Tensor:
    """Integer labels averaged to probabilities (B, K, size, size)."""
    one_hot = F.one_hot(labels_BHW.long(), class_count).permute(0, 3, 1, 2).float()
    return F.adaptive_avg_pool2d(one_hot, size_px)


def layout_cross_entropy(
    logits_BKHW: Tensor,
    target_BKHW: Tensor,
    weight_BHW: Tensor,
    class_weight_K: Tensor,
    *,
    smoothing: float = 0.05,
) -> Tensor:
    """mean_b sum_hw w c(y) CE / sum_hw w c(y): per picture, so that a small hole counts like a large one."""
    smoothed = (1 - smoothing) * target_BKHW + smoothing / target_BKHW.shape[1]
    entropy = -(smoothed * logits_BKHW.float().log_softmax(dim=1)).sum(dim=1)
    weight = weight_BHW * torch.einsum("bkhw,k->bhw", target_BKHW, class_weight_K)
    return ((weight * entropy).sum(dim=(1, 2)) / weight.sum(dim=(1, 2)).clamp(min=1e-3)).mean()


def soft_dice(logits_BKHW: Tensor, target_BKHW: Tensor, weight_BHW: Tensor) -> Tensor:
    """1 - 2 sum w p t / (sum w p + sum w t), mean over the classes present in the batch."""
    probabilities = logits_BKHW.float().softmax(dim=1)
    weight = weight_BHW[:, None]
    both = (weight * probabilities * target_BKHW).sum(dim=(0, 2, 3))
    each = (weight * (probabilities + target_BKHW)).sum(dim=(0, 2, 3))
    present = (weight * target_BKHW).sum(dim=(0, 2, 3)) > 1
    dice = (2 * both + 1) / (each + 1)
    return ((1 - dice) * present).sum() / present.sum().clamp(min=1)


def mean_in(values_BCHW: Tensor, where_B1HW: Tensor) -> Tensor:
    """sum(values * where) / sum(where), mean over channels: per batch, so that small holes are not blown up."""
    return (values_BCHW * where_B1HW).sum() / (values_BCHW.shape[1] * where_B1HW.sum()).clamp(min=1)


def gradient_difference(error_BCHW: Tensor, hole_B1HW: Tensor) -> Tensor:
    """Mean absolute difference of horizontal and vertical gradients, in the hole and on its border."""
    near = F.max_pool2d(hole_B1HW, 3, 1, 1)
    across = (error_BCHW[..., :, 1:] - error_BCHW[..., :, :-1]).abs()
    down = (error_BCHW[..., 1:, :] - error_BCHW[..., :-1, :]).abs()
    return mean_in(across, near[..., :, 1:]) + mean_in(down, near[..., 1:, :])
