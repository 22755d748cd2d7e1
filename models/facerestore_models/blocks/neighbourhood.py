"""Attention to a place's neighbours, for maps of any shape."""

# B batch, C channels, D width of a head, E heads, H W places, N windows, Q queries and K keys of a window

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from facerestore_models.blocks.fourier_convolution import ChannelAttention

_REACH = 3
_WINDOW = 8
_REACHED = _WINDOW + 2 * _REACH
_SLOPE = 0.2


class NeighbourhoodAttention(nn.Module):
    """Every place attends to those at most 3 rows and columns away: (B, H, W, C) -> the same, for any H and W.

    A place at the border has fewer neighbours, so that a map moved by any number of places gives the same, moved
    (in Hassani et al., CVPR 2023, it has as many, further inside). Queries are taken in windows of 8 x 8, keys from the
    same window with 3 more on each side, and what is no neighbour is masked. Gathering 49 keys for each query (an
    unfold) takes a CPU core 20 times as long, and 9 times with the backward pass (32 x 32 places, 192 channels, fp32).
    """

    def __init__(self, chs: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.query_key_value = nn.Linear(chs, 3 * chs)
        self.out = nn.Linear(chs, chs)
        self.nearness = nn.Parameter(torch.zeros(heads, (2 * _REACH + 1) ** 2))
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)
        self.register_buffer("offset_QK", _offsets(), persistent=False)

    def forward(self, x_BHWC: Tensor) -> Tensor:
        batch, height, width, chs = x_BHWC.shape
        rows, columns = -(-height // _WINDOW), -(-width // _WINDOW)
        margins = (0, 0, _REACH, columns * _WINDOW - width + _REACH, _REACH, rows * _WINDOW - height + _REACH)
        projected = F.pad(self.query_key_value(x_BHWC), margins)
        places = torch.arange(projected.shape[1] * projected.shape[2], device=x_BHWC.device)
        places = places.view(projected.shape[1:3])
        keyed = places.unfold(0, _REACHED, _WINDOW).unfold(1, _REACHED, _WINDOW).reshape(-1)
        asked = places[_REACH:-_REACH, _REACH:-_REACH].unfold(0, _WINDOW, _WINDOW).unfold(1, _WINDOW, _WINDOW)
        flat = projected.flatten(1, 2)
        query = self._heads(flat[..., :chs].index_select(1, asked.reshape(-1)), rows * columns)
        key_value = flat[..., chs:].index_select(1, keyed)
        key, value = (self._heads(part, rows * columns) for part in key_value.chunk(2, dim=2))
        inside = F.pad(torch.ones(1, 1, height, width, device=x_BHWC.device), margins[2:]).view(-1) > 0
        bias_NEQK = self._bias().masked_fill(~inside[keyed].view(-1, 1, 1, _REACHED**2), -1e4)
        # on a CPU half the time of scaled_dot_product_attention with a mask
        logits_BNEQK = (query * query.shape[-1] ** -0.5) @ key.transpose(-1, -2) + bias_NEQK.to(query.dtype)
        attended = logits_BNEQK.softmax(dim=-1).to(value.dtype) @ value
        # windows back to their places
        merged = attended.transpose(2, 3).reshape(batch, rows, columns, _WINDOW, _WINDOW, chs).transpose(2, 3)
        merged = merged.reshape(batch, rows * _WINDOW, columns * _WINDOW, chs)[:, :height, :width]
        changed: Tensor = self.out(merged)
        return changed

    def _heads(self, tokens_BXC: Tensor, windows: int) -> Tensor:
        """(B, N, E, Q or K, D)."""
        batch, count, chs = tokens_BXC.shape
        apart = tokens_BXC.reshape(batch, windows, count // windows, self.heads, chs // self.heads)
        return apart.transpose(2, 3)

    def _bias(self) -> Tensor:
        """(E, Q, K): what nearness adds to the logits, and -1e4 for what is no neighbour."""
        assert isinstance(self.offset_QK, Tensor)
        nearness = F.pad(self.nearness, (0, 1), value=-1e4)
        return nearness[:, self.offset_QK]


class HybridAttention(nn.Module):
    """Neighbourhood attention beside a convolution with channel attention, then an MLP: (B, C, H, W) of any shape.

    The neighbour hybrid attention block of arXiv 2401.10537, by our reconstruction. Starts as the identity.
    """

    def __init__(self, chs: int, heads: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(chs)
        self.attention = NeighbourhoodAttention(chs, heads)
        self.convolution = nn.Conv2d(chs, chs, 3, padding=1)
        self.channels = ChannelAttention(chs)
        self.norm_mlp = nn.LayerNorm(chs)
        self.widen, self.narrow = nn.Linear(chs, 2 * chs), nn.Linear(2 * chs, chs)
        for zeroed in (self.convolution, self.narrow):
            nn.init.zeros_(zeroed.weight)
            assert zeroed.bias is not None
            nn.init.zeros_(zeroed.bias)

    def forward(self, x_BCHW: Tensor) -> Tensor:
        x_BHWC = x_BCHW.permute(0, 2, 3, 1)
        normed = self.norm(x_BHWC)
        convolved = self.channels(self.convolution(normed.permute(0, 3, 1, 2))).permute(0, 2, 3, 1)
        x_BHWC = x_BHWC + self.attention(normed) + convolved
        hidden = F.leaky_relu(self.widen(self.norm_mlp(x_BHWC)), _SLOPE)
        change: Tensor = self.narrow(hidden)
        changed: Tensor = x_BHWC + change
        return changed.permute(0, 3, 1, 2)


def _offsets() -> Tensor:
    """(Q, K): which of the 49 neighbours of a query each key of its window is, 49 where it is none."""
    query, key = torch.arange(_WINDOW), torch.arange(_REACHED)
    away = key[None, :] - query[:, None]
    side = 2 * _REACH + 1
    is_near = (away >= 0) & (away < side)
    down, across = away[:, None, :, None], away[None, :, None, :]
    near = is_near[:, None, :, None] & is_near[None, :, None, :]
    return torch.where(near, down * side + across, torch.tensor(side**2)).reshape(_WINDOW**2, _REACHED**2)
