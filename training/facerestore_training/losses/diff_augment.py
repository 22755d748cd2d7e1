"""DiffAugment: what a critic sees is moved, mirrored and cut, real and painted alike, so that it cannot learn the
training faces by heart."""

# B batch, C channels, H W pixels, K classes

from collections.abc import Sequence
from typing import Final

import torch
from torch import Tensor
from torch.nn import functional as F

from facerestore_resources.face_classes import FLIPPED

TRANSLATION: Final = 1 / 8
CUTOUT: Final = 1 / 2


def diff_augment(
    pictures: Sequence[Tensor],
    hole_B1HW: Tensor,
    layout_BKHW: Tensor,
    generator: torch.Generator,
    *,
    cutout: float = CUTOUT,
) -> tuple[tuple[Tensor, ...], Tensor, Tensor]:
    """(pictures, hole, layout), each sample flipped, moved and cut in its own way, the same in all of its maps.

    Translation by up to 1/8 of each side, a box of ``cutout`` of each side cut out, and a flip of one sample in two,
    which changes left and right classes. What moves in or is cut out is zero. Differentiable once: gradient penalties
    are taken by the augmented pictures. The picture's sides are multiples of 16; maps may have a fraction of it.
    After Zhao et al., NeurIPS 2020; without its colour part, which would change the tone that stage 2 must follow.
    """
    count, device = len(hole_B1HW), hole_B1HW.device
    flip_B = torch.rand(count, generator=generator) < 0.5
    # sixteenths of the side: whole pixels in every map
    steps = round(TRANSLATION * 16)
    shift_B2 = torch.randint(-steps, steps + 1, (count, 2), generator=generator) / 16
    corner_B2 = torch.rand(count, 2, generator=generator) - cutout / 2
    flip_B, shift_B2, corner_B2 = flip_B.to(device), shift_B2.to(device), corner_B2.to(device)

    def changed(map_BCHW: Tensor) -> Tensor:
        return _cut(_moved(map_BCHW, flip_B, shift_B2), corner_B2, cutout)

    partner = torch.tensor(FLIPPED, device=device)
    layout = torch.where(flip_B.view(-1, 1, 1, 1), layout_BKHW[:, partner], layout_BKHW)
    return tuple(changed(picture) for picture in pictures), changed(hole_B1HW), changed(layout)


def _moved(map_BCHW: Tensor, flip_B: Tensor, shift_B2: Tensor) -> Tensor:
    """Each sample mirrored where ``flip`` says so, then moved right and down by shares of its side."""
    sign_B = 1 - 2 * flip_B.float()
    zero, one = torch.zeros_like(sign_B), torch.ones_like(sign_B)
    # where a pixel comes from, in coordinates -1...1; the shift is undone before the mirror
    across = torch.stack([sign_B, zero, -2 * sign_B * shift_B2[:, 0]], dim=1)
    down = torch.stack([zero, one, -2 * shift_B2[:, 1]], dim=1)
    grid = F.affine_grid(torch.stack([across, down], dim=1), list(map_BCHW.shape), align_corners=False)
    return F.grid_sample(map_BCHW.float(), grid, mode="nearest", padding_mode="zeros", align_corners=False)


def _cut(map_BCHW: Tensor, corner_B2: Tensor, size: float) -> Tensor:
    """Each sample with a box zeroed; its corner (x, y) and size are shares of the map's sides."""
    height, width = map_BCHW.shape[-2:]
    x_W = (torch.arange(width, device=map_BCHW.device) + 0.5) / width
    y_H = (torch.arange(height, device=map_BCHW.device) + 0.5) / height
    in_x_BW = (x_W >= corner_B2[:, :1]) & (x_W < corner_B2[:, :1] + size)
    in_y_BH = (y_H >= corner_B2[:, 1:]) & (y_H < corner_B2[:, 1:] + size)
    return map_BCHW * ~(in_y_BH[:, None, :, None] & in_x_BW[:, None, None, :])
