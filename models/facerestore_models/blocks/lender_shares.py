"""How much each lender gives to each pixel of a painting."""

# B batch, R lenders of each picture, H W pixels

from typing import Final

from torch import Tensor
from torch.nn import functional as F

_AROUND_PX: Final = 17
_DECIDED: Final = 8
"""Among lenders: nine tenths go to one that has a third more than another."""


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
    near_BR2HW = _around(shares_BR2HW.flatten(0, 1)).reshape(shares_BR2HW.shape) * (shares_BR2HW > 0)
    weight = (near_BR2HW / near_BR2HW.amax(dim=1, keepdim=True).clamp(min=1e-12)) ** _DECIDED
    return shares_BR2HW.sum(dim=1, keepdim=True) * weight / weight.sum(dim=1, keepdim=True).clamp(min=1e-12)


def _around(plane_BCHW: Tensor) -> Tensor:
    """The mean of what lies within a square around each pixel: of columns, then of rows, which is the same in an eighth
    of the sums."""
    side, half = _AROUND_PX, _AROUND_PX // 2
    down = F.avg_pool2d(plane_BCHW, (side, 1), 1, (half, 0), count_include_pad=False)
    return F.avg_pool2d(down, (1, side), 1, (0, half), count_include_pad=False)
