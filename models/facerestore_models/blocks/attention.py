"""Attention parts: learned positions for aligned faces, and attention that follows the layout."""

# B batch, C channels, D width, H W pixels, N queries, M keys, K classes, R references, h w cells of keys

from dataclasses import dataclass
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F

_BARRED: Final = -1e4
_STEP: Final = 50.0
_NEAR_STEP: Final = 500.0
"""By how much the parameters of a borrowed cell's bias are multiplied: a logit has to move by several units in a run
whose rate moves a parameter by hundredths."""
MIRROR_BIAS: Final = -4.0
REFERENCE_BIAS: Final = -4.0
"""Where the biases start: next to nothing is borrowed."""


class Positions(nn.Module):
    """Learned positions of an aligned face: added to (B, D, H, W), resized bilinearly to its size."""

    def __init__(self, width: int, side: int = 16) -> None:
        super().__init__()
        self.table = nn.Parameter(0.02 * torch.randn(1, width, side, side))

    def forward(self, x_BDHW: Tensor) -> Tensor:
        table: Tensor = self.table
        if table.shape[-2:] != x_BDHW.shape[-2:]:
            table = F.interpolate(table, size=x_BDHW.shape[-2:], mode="bilinear", align_corners=False)
        return x_BDHW + table


@dataclass(frozen=True, eq=False)
class BorrowedCells:
    """How the cells of other pictures lie, as keys: ``layout_BKM``, ``places_2M`` (x and y in the aligned frame, shares
    of the side from its middle), ``barred_BM``: 0, or a large negative number for what is hidden or absent."""

    layout_BKM: Tensor
    places_2M: Tensor
    barred_BM: Tensor

    @classmethod
    def of(cls, layout_BRKhw: Tensor, hole_BR1hw: Tensor, present_BR: Tensor | None = None) -> "BorrowedCells":
        """From layouts and holes of R pictures; ``present``: which of them count."""
        count = layout_BRKhw.shape[1]
        places = _places(layout_BRKhw).repeat(1, count)
        hidden_BRM = hole_BR1hw.flatten(2) > 0
        if present_BR is not None:
            hidden_BRM = hidden_BRM.logical_or(~present_BR[:, :, None])
        return cls(layout_BRKhw.transpose(1, 2).flatten(2).float(), places, hidden_BRM.flatten(1) * _BARRED)


class BorrowedBias(nn.Module):
    """What each head adds to the logits of borrowed cells: a bias, another where a hidden cell asks, and minus the
    squared distance in the aligned frame times a liking for the same place."""

    def __init__(self, heads: int, start: float) -> None:
        super().__init__()
        self.visible = nn.Parameter(torch.full((heads,), start / _STEP))
        self.hidden = nn.Parameter(torch.full((heads,), start / _STEP))
        self.near = nn.Parameter(torch.zeros(heads))

    def forward(self, cells: BorrowedCells) -> Tensor:
        """(B, heads, 5, M): what is multiplied by 1, hidden, x^2 + y^2, x and y of the cell that asks, and added up."""
        visible, hidden = (_STEP * p[:, None] for p in (self.visible, self.hidden))
        near = _NEAR_STEP * self.near[:, None]
        x, y = cells.places_2M
        parts = [
            visible - near * (x.square() + y.square()),
            (hidden - visible).expand(-1, len(x)),
            (-near).expand(-1, len(x)),
            2 * near * x,
            2 * near * y,
        ]
        bias = torch.stack(parts, dim=1)[None].repeat(len(cells.barred_BM), 1, 1, 1)
        bias[:, :, 0] += cells.barred_BM[:, None]
        return bias


class DynamicAttention(nn.Module):
    """Contextual attention that prefers what is visible and of the same class, in the picture and in others.

    logits = q.k / sqrt(d) + a <S_q, S_k> + b visible_k, with learned a and b per head, after the contextual
    attention of Yu et al., CVPR 2018, and the semantic affinity of the two-stage GAN of arXiv 2512.05039 (our
    reconstruction; its code is not public). Keys and values are pooled by ``pool``. The output is gated by a
    convolution that sees the hole, and added to the input.

    Further keys and values come from the picture's own mirror image, whose features are a linear map of its own
    turned ones, and from references: other photographs of the person, read by the same network. Their visible cells
    count as the picture's own do, with a bias of their own (BorrowedBias); their hidden cells are never looked at.
    """

    def __init__(self, chs: int, heads: int, pool: int) -> None:
        super().__init__()
        self.heads = heads
        self.pool = pool
        self.norm = nn.GroupNorm(1, chs)
        self.query = nn.Conv2d(chs, chs, 1)
        self.key_value = nn.Conv2d(chs, 2 * chs, 1)
        self.out = nn.Conv2d(chs, chs, 1)
        self.gate = nn.Conv2d(chs + 1, chs, 1)
        self.affinity = nn.Parameter(torch.ones(heads))
        self.visibility = nn.Parameter(torch.full((heads,), 2.0))
        self.mirrored = nn.Conv2d(chs, chs, 1)
        self.mirror_bias = BorrowedBias(heads, MIRROR_BIAS)
        self.reference_bias = BorrowedBias(heads, REFERENCE_BIAS)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)  # type: ignore[arg-type]
        nn.init.dirac_(self.mirrored.weight)
        nn.init.zeros_(self.mirrored.bias)  # type: ignore[arg-type]

    def forward(
        self,
        x_BCHW: Tensor,
        hole_B1HW: Tensor,
        layout_BKHW: Tensor,
        mirror: BorrowedCells | None = None,
        references: tuple[Tensor, BorrowedCells] | None = None,
    ) -> Tensor:
        """``hole`` (0 kept ... 1 restore) and ``layout`` (probabilities) have the size of x.

        ``mirror``: how the cells of the mirror image lie, None to go without it. ``references``: (the ``cells`` of
        other pictures at this place of the network (B, R, C, h, w), how they lie).
        """
        normed = self.norm(x_BCHW)
        pooled = F.avg_pool2d(normed, self.pool) if self.pool > 1 else normed
        rows, given = [pooled], [self._own(hole_B1HW, layout_BKHW)]
        if mirror is not None:
            rows.append(self.mirrored(pooled.flip(3)))
            given.append(self._borrowed(mirror, self.mirror_bias))
        if references is not None:
            cells_BRChw, lie = references
            rows.append(cells_BRChw.transpose(1, 2).flatten(2, 3).to(pooled.dtype))
            given.append(self._borrowed(lie, self.reference_bias))
        key, value = self.key_value(torch.cat(rows, dim=2)).chunk(2, dim=1)
        with torch.autocast(x_BCHW.device.type, enabled=False):
            # squares of distances cancel: not in half precision
            bias = self._asking(hole_B1HW, layout_BKHW) @ torch.cat(given, dim=3)
        attended = F.scaled_dot_product_attention(
            self._tokens(self.query(normed)),
            self._tokens(key),
            self._tokens(value),
            attn_mask=bias.to(key.dtype),
        )
        merged = attended.transpose(2, 3).reshape(x_BCHW.shape)
        gate = torch.sigmoid(self.gate(torch.cat([normed, hole_B1HW], dim=1)))
        change: Tensor = gate * self.out(merged)
        return x_BCHW + change

    def cells(self, x_BCHW: Tensor) -> Tensor:
        """What another picture lends of its features at this place: (B, C, h, w)."""
        normed: Tensor = self.norm(x_BCHW)
        return F.avg_pool2d(normed, self.pool) if self.pool > 1 else normed

    def _tokens(self, x_BCHW: Tensor) -> Tensor:
        batch, chs, height, width = x_BCHW.shape
        return x_BCHW.reshape(batch, self.heads, chs // self.heads, height * width).transpose(2, 3)

    def _asking(self, hole_B1HW: Tensor, layout_BKHW: Tensor) -> Tensor:
        """(B, heads, N, K + 5): the asking cells' side of what layout, hole and place add to the logits."""
        liked = self.affinity.view(1, -1, 1, 1) * layout_BKHW.flatten(2).transpose(1, 2).float()[:, None]
        hidden_BN = hole_B1HW.flatten(1).float()
        x, y = (axis.expand_as(hidden_BN) for axis in _places(layout_BKHW))
        others = torch.stack([torch.ones_like(x), hidden_BN, x.square() + y.square(), x, y], dim=2)
        return torch.cat([liked, others[:, None].expand(-1, self.heads, -1, -1)], dim=3)

    def _own(self, hole_B1HW: Tensor, layout_BKHW: Tensor) -> Tensor:
        """(B, heads, K + 5, M): the other side of it, for the picture's own cells."""
        keys_layout = F.avg_pool2d(layout_BKHW, self.pool) if self.pool > 1 else layout_BKHW
        keys_hole = F.avg_pool2d(hole_B1HW, self.pool) if self.pool > 1 else hole_B1HW
        seen = self.visibility.view(1, -1, 1, 1) * (1 - keys_hole.flatten(1).float())[:, None, None]
        return torch.cat([self._per_head(keys_layout.flatten(2).float()), F.pad(seen, (0, 0, 0, 4))], dim=2)

    def _borrowed(self, cells: BorrowedCells, bias: BorrowedBias) -> Tensor:
        """(B, heads, K + 5, M): the same for borrowed cells."""
        added = bias(cells)
        added[:, :, 0] += self.visibility[:, None]
        return torch.cat([self._per_head(cells.layout_BKM), added], dim=2)

    def _per_head(self, layout_BKM: Tensor) -> Tensor:
        return layout_BKM[:, None].expand(-1, self.heads, -1, -1)


def _places(grid: Tensor) -> Tensor:
    """(2, H W): x and y of the centres of a grid's cells, shares of its sides from its middle."""
    height, width = grid.shape[-2:]
    y, x = ((torch.arange(side, device=grid.device) + 0.5) / side - 0.5 for side in (height, width))
    return torch.stack([x.repeat(height), y.repeat_interleave(width)])
