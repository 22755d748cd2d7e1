"""The tone of one photograph given to another, so that what is borrowed has the right colour."""

# B batch, H W pixels, K classes

from typing import Final

import torch
from torch import Tensor
from torch.nn import functional as F

from facerestore_resources.face_classes import FaceClass

_SKIN: Final = (int(FaceClass.SKIN), int(FaceClass.NOSE))
_LEAST_PX: Final = 200
_TO_OPPONENT: Final = ((0.299, 0.587, 0.114), (0.5, -0.5, 0.0), (-0.25, -0.25, 0.5))
"""Brightness, red against green, blue against both."""
_FROM_OPPONENT: Final = torch.linalg.inv(torch.tensor(_TO_OPPONENT)).tolist()
_SPREAD: Final = ((0.5, 2.0), (0.0, 2.0), (0.0, 2.0))
"""By how much the spread of each may change: a grey photo has none of the colours' at all."""


def toned_like(
    reference_B3HW: Tensor,
    reference_hole_B1HW: Tensor,
    reference_layout_BKHW: Tensor,
    crop_B3HW: Tensor,
    hole_B1HW: Tensor,
    layout_BKHW: Tensor,
) -> Tensor:
    """The references 0...1 with mean and spread of the crop's skin, zero in their own holes.

    After Reinhard et al., Color Transfer between Images, 2001, in opponent colours, so that a colour photograph turns
    grey beside a grey one. Skin is compared where it is visible; where one of the two shows too little of it, all that
    is visible. Layouts (B, 19, h, w) are of any size. No parameters, no gradient into the means.
    """
    size = crop_B3HW.shape[-2:]
    matrix = torch.tensor(_TO_OPPONENT, device=crop_B3HW.device)
    given, wanted = (torch.einsum("ij,bjhw->bihw", matrix, p.float()) for p in (reference_B3HW, crop_B3HW))
    seen_given, seen_wanted = 1 - reference_hole_B1HW, 1 - hole_B1HW
    skin_given, skin_wanted = (
        F.interpolate(layout[:, _SKIN].sum(dim=1, keepdim=True).float(), size=size, mode="nearest") * seen
        for layout, seen in ((reference_layout_BKHW, seen_given), (layout_BKHW, seen_wanted))
    )
    both = torch.minimum(skin_given.sum(dim=(2, 3)), skin_wanted.sum(dim=(2, 3)))[..., None, None] >= _LEAST_PX
    mean_given, spread_given = _moments(given, torch.where(both, skin_given, seen_given))
    mean_wanted, spread_wanted = _moments(wanted, torch.where(both, skin_wanted, seen_wanted))
    low, high = torch.tensor(_SPREAD, device=crop_B3HW.device).T[..., None, None]
    gain = (spread_wanted / spread_given.clamp(min=1e-3)).clamp(low, high)
    toned = (given - mean_given) * gain + mean_wanted
    back = torch.einsum("ij,bjhw->bihw", torch.tensor(_FROM_OPPONENT, device=crop_B3HW.device), toned)
    return back.clamp(0, 1) * seen_given


def _moments(picture_B3HW: Tensor, where_B1HW: Tensor) -> tuple[Tensor, Tensor]:
    """(mean, standard deviation) (B, 3, 1, 1) of the pixels that count."""
    total = where_B1HW.sum(dim=(2, 3), keepdim=True).clamp(min=1)
    mean = (picture_B3HW * where_B1HW).sum(dim=(2, 3), keepdim=True) / total
    square = ((picture_B3HW - mean).square() * where_B1HW).sum(dim=(2, 3), keepdim=True) / total
    return mean, square.sqrt()
