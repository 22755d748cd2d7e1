"""Attention parts: learned positions for aligned faces, and attention that follows the layout."""

# B batch, C channels, D width, H W pixels, N queries, M keys, K classes

import torch
from torch import Tensor, nn
from torch.nn import functional as F


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


class DynamicAttention(nn.Module):
    """Contextual attention that prefers what is visible and of the same class.

    logits = q.k / sqrt(d) + a <S_q, S_k> + b visible_k, with learned a and b per head, after the contextual
    attention of Yu et al., CVPR 2018, and the semantic affinity of the two-stage GAN of arXiv 2512.05039 (our
    reconstruction; its code is not public). Keys and values are pooled by ``pool``. The output is gated by a
    convolution that sees the hole, and added to the input.
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
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)  # type: ignore[arg-type]

    def forward(self, x_BCHW: Tensor, hole_B1HW: Tensor, layout_BKHW: Tensor) -> Tensor:
        """``hole`` (0 kept ... 1 restore) and ``layout`` (probabilities) have the size of x."""
        normed = self.norm(x_BCHW)
        pooled = F.avg_pool2d(normed, self.pool) if self.pool > 1 else normed
        key, value = self.key_value(pooled).chunk(2, dim=1)
        attended = F.scaled_dot_product_attention(
            self._tokens(self.query(normed)),
            self._tokens(key),
            self._tokens(value),
            attn_mask=self._bias(hole_B1HW, layout_BKHW).to(key.dtype),
        )
        merged = attended.transpose(2, 3).reshape(x_BCHW.shape)
        gate = torch.sigmoid(self.gate(torch.cat([normed, hole_B1HW], dim=1)))
        change: Tensor = gate * self.out(merged)
        return x_BCHW + change

    def _tokens(self, x_BCHW: Tensor) -> Tensor:
        batch, chs, height, width = x_BCHW.shape
        return x_BCHW.reshape(batch, self.heads, chs // self.heads, height * width).transpose(2, 3)

    def _bias(self, hole_B1HW: Tensor, layout_BKHW: Tensor) -> Tensor:
        """(B, heads, N, M): what the layout and the hole add to the logits."""
        keys_layout = F.avg_pool2d(layout_BKHW, self.pool) if self.pool > 1 else layout_BKHW
        keys_hole = F.avg_pool2d(hole_B1HW, self.pool) if self.pool > 1 else hole_B1HW
        same_BNM = torch.einsum("bkn,bkm->bnm", layout_BKHW.flatten(2).float(), keys_layout.flatten(2).float())
        visible_BM = 1 - keys_hole.flatten(1).float()
        return (
            self.affinity.view(1, -1, 1, 1) * same_BNM[:, None]
            + self.visibility.view(1, -1, 1, 1) * visible_BM[:, None, None]
        )
