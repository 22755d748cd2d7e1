"""Where stage 2's mirror image starts: the linear map from features of a crop to those of its mirror image."""

# B batch, C channels, H W pixels, h w cells

from collections.abc import Iterable

import torch
from torch import Tensor

from facerestore_models.blocks.attention import DynamicAttention
from facerestore_models.texture_generator import TextureGenerator
from facerestore_resources.face_classes import FLIPPED

_RIDGE = 1e-3


@torch.no_grad()
def fit_mirror(network: TextureGenerator, faces: Iterable[tuple[Tensor, Tensor, Tensor]]) -> list[float]:
    """Set ``mirrored`` of every attention by least squares, and say how much of the variance each explains.

    ``faces``: batches of crops (B, 3, H, W), holes (B, 1, H, W) and layouts (B, 19, H/2, W/2). Each crop is read by the
    network twice, once as its mirror image with left and right classes exchanged. Visible cells count. Turning the
    features of a picture is not the same as the features of a turned picture: a curve to the left in a cell becomes one
    to the right. Which channel stands for which can be read off a hundred faces, and a run need not learn it.
    """
    attentions = [module for module in network.modules() if isinstance(module, DynamicAttention)]
    sums: list[tuple[Tensor, Tensor, Tensor]] = []
    for crop, hole, layout in faces:
        seen = network.encode_reference(crop, hole, layout)
        turned = network.encode_reference(crop.flip(3), hole.flip(3), layout.flip(3)[:, list(FLIPPED)])
        visible = (seen.hole_BR1hw[0].flip(3) == 0).flatten().double()
        for number, (mine, theirs) in enumerate(zip(seen.cells, turned.cells, strict=True)):
            given, wanted = _rows(mine[0].flip(3)), _rows(theirs[0])
            given = torch.cat([given, torch.ones_like(given[:, :1])], dim=1)
            weighted = given * visible[:, None]
            found = (weighted.T @ given, weighted.T @ wanted, (wanted.square() * visible[:, None]).sum(dim=0))
            if number == len(sums):
                sums.append(found)
            else:
                sums[number] = (sums[number][0] + found[0], sums[number][1] + found[1], sums[number][2] + found[2])
    explained = []
    for attention, (square, product, total) in zip(attentions, sums, strict=True):
        chs = product.shape[1]
        ridge = _RIDGE * square.diagonal().mean() * torch.eye(chs + 1, dtype=square.dtype)
        solved = torch.linalg.solve(square + ridge, product)
        attention.mirrored.weight.copy_(solved[:chs].T[..., None, None])
        assert attention.mirrored.bias is not None
        attention.mirrored.bias.copy_(solved[chs])
        left = total - 2 * (solved * product).sum(dim=0) + (solved * (square @ solved)).sum(dim=0)
        around = total - square[-1, -1] * (product[-1] / square[-1, -1]).square()
        explained.append(float(1 - left.sum() / around.sum()))
    return explained


def _rows(cells_BChw: Tensor) -> Tensor:
    return cells_BChw.permute(0, 2, 3, 1).flatten(0, 2).double()
