"""How much each lender gives to each pixel of a painting."""

# B batch, R lenders of each picture, H W pixels

from typing import Final

import torch
from torch import Tensor

_AROUND_PX: Final = 17
_DOUBLINGS: Final = 3
"""How often their weight is squared, to the eighth power: nine tenths go to one that has a third more than another."""


def soft_shares(logits_BR2HW: Tensor, there_BR1HW: Tensor) -> Tensor:
    """(B, R, 2, H, W): softmax over the lenders and the painting, whose logit is 0. ``there``: how far each lender is
    visible, 0...1."""
    strength = logits_BR2HW.clamp(max=12).exp() * there_BR1HW
    return strength / (1 + strength.sum(dim=1, keepdim=True))


def decided(shares_BR2HW: Tensor) -> Tensor:
    """The same sum of shares at each pixel, nearly all of it from the lender that has most around there: an eye that is
    mixed from three photographs is pale, and half open if one of them blinks. One lender's shares stay as they are."""
    if shares_BR2HW.shape[1] == 1:
        return shares_BR2HW
    near_BR2HW = _around(shares_BR2HW) * (shares_BR2HW > 0)
    weight = near_BR2HW / near_BR2HW.amax(dim=1, keepdim=True).clamp(min=1e-12)
    for _ in range(_DOUBLINGS):
        weight = weight.square()
    return shares_BR2HW.sum(dim=1, keepdim=True) * weight / weight.sum(dim=1, keepdim=True).clamp(min=1e-12)


def _around(planes: Tensor) -> Tensor:
    """(..., H, W): the mean of what lies within a square around each pixel, of those that there are.

    Of columns and of rows by a matrix each, which takes a quarter of the time of pooling by so large a square.
    """
    with torch.autocast(planes.device.type, enabled=False):
        rows, columns = (_band(side, planes) for side in planes.shape[-2:])
        return torch.matmul(torch.matmul(rows, planes), columns.T)


def _band(side: int, like: Tensor) -> Tensor:
    """(side, side): each row the mean of the places around its own."""
    places = torch.arange(side, device=like.device)
    near = ((places[:, None] - places).abs() <= _AROUND_PX // 2).to(like.dtype)
    return near / near.sum(dim=1, keepdim=True)
