"""Each loss a small callable with its equation."""

# B batch, C channels, H W pixels, K classes

from typing import Final

import torch
from torch import Tensor
from torch.nn import functional as F

_SSIM_SIGMA: Final = 1.5
_SSIM_C1: Final = 0.01**2
_SSIM_C2: Final = 0.03**2
_ENERGY_WINDOW: Final = 8
_LEAST_ENERGY: Final = (1 / 255) ** 2


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


def clipped_log_mse(result_BCHW: Tensor, truth_BCHW: Tensor) -> Tensor:
    """mean_b log(MSE_b + 1e-4), natural, pictures 0...1: minus the PSNR, without its pull on nearly perfect pictures.

    The "PSNR" term of the hybrid loss of arXiv 2512.05039; the gradient grows like 1 / MSE, which 1e-4 (40 dB) ends.
    """
    squared = (result_BCHW.float() - truth_BCHW.float()).square().mean(dim=(1, 2, 3))
    return (squared + 1e-4).log().mean()


def ssim(result_BCHW: Tensor, truth_BCHW: Tensor) -> Tensor:
    """Structural similarity of each picture (B,), pictures 0...1 of at least 11 pixels a side.

    Wang et al., 2004: (2 m n + c1)(2 s_mn + c2) / (m^2 + n^2 + c1)(s_m^2 + s_n^2 + c2) of Gaussian-weighted means
    and covariances, window 11, sigma 1.5, c1 = 0.01^2, c2 = 0.03^2, where the window lies inside the picture. The
    same figure as ``metrics.ssim``. In float32 whatever the autocast: variances are small differences of squares.
    """
    with torch.autocast(result_BCHW.device.type, enabled=False):
        x, y = result_BCHW.float(), truth_BCHW.float()
        m, n, xx, yy, xy = _gaussian_means(torch.cat([x, y, x * x, y * y, x * y], dim=1)).chunk(5, dim=1)
        luminance = (2 * m * n + _SSIM_C1) / (m * m + n * n + _SSIM_C1)
        structure = (2 * (xy - m * n) + _SSIM_C2) / (xx - m * m + yy - n * n + _SSIM_C2)
        return (luminance * structure).mean(dim=(1, 2, 3))


def one_minus_ssim(result_BCHW: Tensor, truth_BCHW: Tensor) -> Tensor:
    """mean_b (1 - SSIM_b): the "SSIM" term of the hybrid loss of arXiv 2512.05039."""
    return 1 - ssim(result_BCHW, truth_BCHW).mean()


def _gaussian_means(maps_BCHW: Tensor) -> Tensor:
    """Means in a Gaussian window (B, C, H - 10, W - 10)."""
    chs = maps_BCHW.shape[1]
    offset = torch.arange(-5.0, 6.0, device=maps_BCHW.device)
    window = (-0.5 * (offset / _SSIM_SIGMA).square()).exp()
    window = (window / window.sum()).view(1, 1, 11, 1).expand(chs, -1, -1, -1)
    return F.conv2d(F.conv2d(maps_BCHW, window, groups=chs), window.transpose(2, 3), groups=chs)


def haar_difference(error_BCHW: Tensor, hole_B1HW: Tensor) -> Tensor:
    """mean over 2 levels and 3 bands of |Haar(error)| in the hole. The side is a multiple of 4.

    The orthonormal Haar transform is linear, so that bands of the error are differences of bands. Coarse cells
    that touch the hole count. Instead of the focal frequency loss (Jiang et al., ICCV 2021), because sums and
    differences of four pixels keep their meaning in bf16 and stay inside the hole, where a Fourier transform needs
    float32 and mixes the hole with all around it.
    """
    low, hole, parts = error_BCHW.float(), hole_B1HW, []
    for _ in range(2):
        top, bottom = low[..., ::2, :], low[..., 1::2, :]
        total, fall = (top + bottom) / 2, (top - bottom) / 2
        hole = F.max_pool2d(hole, 2)
        bands = (total[..., ::2] - total[..., 1::2], fall[..., ::2] + fall[..., 1::2], fall[..., ::2] - fall[..., 1::2])
        parts += [mean_in(band.abs(), hole) for band in bands]
        low = total[..., ::2] + total[..., 1::2]
    return torch.stack(parts).mean()


def energy_difference(result_BCHW: Tensor, truth_BCHW: Tensor, hole_B1HW: Tensor) -> Tensor:
    """mean over 4 bands of sum_w s |log((E_w(result) + c) / (E_w(truth) + c))| / sum_w s: is there as much detail?

    Bands are those of a Laplacian pyramid with 2 x 2 means (Burt and Adelson, 1983): at 256 px from about 8 cycles per
    crop up. E_w is a band's mean square over windows of 8 x 8 of its pixels, colours together, c = (1/255)^2, and s
    the window's share of hole. What differs by pixels is likely to be averaged away; how much of it there is in a place
    is not. (After texture statistics by local energies, Portilla and Simoncelli, IJCV 2000.) In float32: differences of
    neighbours are as small as bf16's steps. Pictures 0...1 with sides of at least 64 px.
    """
    with torch.autocast(result_BCHW.device.type, enabled=False):
        low, hole, parts = torch.cat([result_BCHW.float(), truth_BCHW.float()]), hole_B1HW.float(), []
        for _ in range(4):
            lower = F.avg_pool2d(low, 2)
            band = low - F.interpolate(lower, scale_factor=2, mode="bilinear", align_corners=False)
            share = F.avg_pool2d(hole, _ENERGY_WINDOW)
            energy = F.avg_pool2d(band.square().mean(dim=1, keepdim=True), _ENERGY_WINDOW)
            mine, theirs = (energy + _LEAST_ENERGY).log().chunk(2)
            parts.append(mean_in((mine - theirs).abs(), share))
            low, hole = lower, F.avg_pool2d(hole, 2)
        return torch.stack(parts).mean()


def layout_consistency(logits_BKHW: Tensor, asked_BKHW: Tensor, hole_B1HW: Tensor) -> Tensor:
    """Cross-entropy of a re-parsed composite against the layout that was asked for, in the hole.

    ``logits``: the frozen stage 1 on the composite without a hole; ``asked``: probabilities of the same size. A cell
    counts by its share of hole and by how certain the layout is there, from 0 (every class as likely: nothing was
    asked for) to 1. Per picture, so that a small hole counts like a large one.
    """
    classes = asked_BKHW.shape[1]
    certain_BHW = (asked_BKHW.amax(dim=1) - 1 / classes) / (1 - 1 / classes)
    share_BHW = F.adaptive_avg_pool2d(hole_B1HW, (logits_BKHW.shape[-2], logits_BKHW.shape[-1]))[:, 0]
    ones = torch.ones(classes, device=asked_BKHW.device)
    return layout_cross_entropy(logits_BKHW, asked_BKHW, certain_BHW * share_BHW, ones, smoothing=0.0)
