"""Holes in the shape of a face's own parts, from its label map, on batches of tensors."""

# B batch, H W pixels, P parts, R radii, K classes

from typing import Final

import torch
from torch import Tensor
from torch.nn import functional as F

from facerestore_resources.face_classes import CLASS_COUNT, FaceClass

_EYES: Final = (FaceClass.LEFT_EYE, FaceClass.RIGHT_EYE)
_BROWS: Final = (FaceClass.LEFT_BROW, FaceClass.RIGHT_BROW)
_LIPS: Final = (FaceClass.MOUTH, FaceClass.UPPER_LIP, FaceClass.LOWER_LIP)
_FEATURES: Final = (*_EYES, *_BROWS, FaceClass.GLASSES, FaceClass.NOSE, *_LIPS)
_FACE: Final = (*_FEATURES, FaceClass.SKIN)
_HEAD: Final = (*_FACE, FaceClass.HAIR, FaceClass.HAT, FaceClass.LEFT_EAR, FaceClass.RIGHT_EAR)

PARTS: Final[tuple[tuple[FaceClass, ...], ...]] = (
    (FaceClass.LEFT_EYE, FaceClass.LEFT_BROW),
    (FaceClass.RIGHT_EYE, FaceClass.RIGHT_BROW),
    _EYES,
    (*_EYES, *_BROWS, FaceClass.GLASSES),
    (FaceClass.NOSE,),
    _LIPS,
    (FaceClass.NOSE, *_LIPS),
    _FEATURES,
    (FaceClass.HAIR, FaceClass.HAT),
    _FACE,
    _FACE,
    _FACE,
    _HEAD,
    _HEAD,
)
"""What is missing together."""
_SIDES: Final = (*(0,) * 9, 0, -1, 1, -1, 1)
"""-1: only what is left of the middle in the picture, 1: only what is right of it."""

_CELL_PX: Final = 4
_TRIED: Final = 4
_RADII: Final = 5
"""Parts are dilated by 1 to 5 cells: a person's brush goes over the edge."""


def part_holes(
    labels_BHW: Tensor, low_B: Tensor, high_B: Tensor, size_px: int, generator: torch.Generator
) -> tuple[Tensor, Tensor]:
    """(holes (B, 1, size, size) 0 or 1, found (B,)) that cover ``low <= share < high`` of each face, before
    their outline is rounded, which changes the share a little.

    ``labels``: uint8, sides a multiple of 4. Where no part of a face has such a share, nothing is found and its hole
    is empty. ``generator`` and the bounds are on the CPU, everything else on the labels' device.
    """
    device = labels_BHW.device
    # one cell in 4 x 4 pixels is enough for a shape that is dilated, and 16 times as fast
    cells_BHW = labels_BHW[:, _CELL_PX // 2 :: _CELL_PX, _CELL_PX // 2 :: _CELL_PX].long()
    side = cells_BHW.shape[-1]
    parts_BPHW = _membership().to(device)[cells_BHW].permute(0, 3, 1, 2)
    parts_BPHW = parts_BPHW * _sides(side).to(device)
    tried_BP = torch.rand(len(cells_BHW), len(PARTS), generator=generator).argsort(dim=1)[:, :_TRIED].to(device)
    parts_BPHW = parts_BPHW[torch.arange(len(cells_BHW), device=device)[:, None], tried_BP]
    grown = [parts_BPHW]
    for step in range(_RADII):
        # squares and crosses in turn: the dilation is nearly round
        last = grown[-1]
        across = _widened(last, 3)
        grown.append(_widened(across, 2) if step % 2 else torch.maximum(across, _widened(last, 2)))
    grown_BPRHW = torch.stack(grown[1:], dim=2)
    share_BPR = grown_BPRHW.mean(dim=(3, 4))
    low, high = (bound.to(device)[:, None, None] for bound in (low_B, high_B))
    fits_BPR = (share_BPR > 0) & (share_BPR >= low) & (share_BPR < high)
    score = torch.rand(fits_BPR.shape, generator=generator).to(device) * fits_BPR
    best_B = score.flatten(1).argmax(dim=1)
    found_B = fits_BPR.flatten(1).any(dim=1)
    sample_B = torch.arange(len(best_B), device=device)
    chosen_B1HW = grown_BPRHW.flatten(1, 2)[sample_B, best_B][:, None]
    part_B1HW = grown[0][sample_B, best_B // _RADII][:, None]
    # rounded, so that the hole does not show the outline of what is missing cell by cell
    rounded_B1HW = F.avg_pool2d(chosen_B1HW, 5, 1, 2, count_include_pad=False)
    smooth = F.interpolate(
        torch.maximum(rounded_B1HW, part_B1HW), size=(size_px, size_px), mode="bilinear", align_corners=False
    )
    return (smooth > 0.5).float() * found_B[:, None, None, None], found_B


def _widened(parts: Tensor, axis: int) -> Tensor:
    """Dilated by one cell along an axis; a few times as fast as max pooling on a CPU."""
    inner = parts.shape[axis] - 1
    wide = parts.clone()
    for source, target in ((0, 1), (1, 0)):
        edge = wide.narrow(axis, target, inner)
        torch.maximum(edge, parts.narrow(axis, source, inner), out=edge)
    return wide


def _membership() -> Tensor:
    """(K, P) 1 where a class belongs to a part."""
    table = torch.zeros(CLASS_COUNT, len(PARTS))
    for part, classes in enumerate(PARTS):
        table[list(map(int, classes)), part] = 1
    return table


def _sides(side: int) -> Tensor:
    """(P, 1, side) 1 in the columns that a part may have."""
    column = torch.linspace(-1, 1, side)[None, None]
    return (torch.tensor(_SIDES)[:, None, None] * column >= 0).float()
