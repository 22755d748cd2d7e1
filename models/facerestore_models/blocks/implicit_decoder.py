"""Implicit decoding: colour as a function of place, at any number of pixels."""

# B batch, C channels, F Fourier features, H W cells of a map, Y X pixels of a picture

import math
from dataclasses import dataclass
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F

_SLOPE = 0.2
BANDS: Final = 6
"""Frequencies 1/2, 1, 2, ... periods per side of a face box."""
AXIS_FEATURES: Final = 2 * BANDS + 2
_OFFSETS: Final = 4


@dataclass(frozen=True, eq=False)
class Places:
    """Where the pixels of a picture lie in its ground: a rectangle of ``height`` x ``width`` ground pixels, shown at
    ``rows`` x ``columns`` pixels. ``face_box_B4``: left, top, right, bottom in ground pixels; one without a width is no
    face."""

    height: int
    width: int
    rows: int
    columns: int
    face_box_B4: Tensor

    def centres(self) -> tuple[Tensor, Tensor]:
        """(y of each row, x of each column), in ground pixels."""
        device = self.face_box_B4.device
        down = (torch.arange(self.rows, device=device) + 0.5) * (self.height / self.rows)
        across = (torch.arange(self.columns, device=device) + 0.5) * (self.width / self.columns)
        return down, across

    def fourier(self) -> tuple[Tensor, Tensor]:
        """Features (B, F, Y) of each row and (B, F, X) of each column: sines and cosines of the place in the face box,
        the place itself (0 ... 1 inside), and 1; all 0 without a face."""
        down, across = self.centres()
        left, top, right, bottom = self.face_box_B4.float().unbind(1)
        return _fourier(down, top, bottom), _fourier(across, left, right)


def _fourier(centre_Y: Tensor, low_B: Tensor, high_B: Tensor) -> Tensor:
    is_face = (high_B > low_B).float()[:, None]
    side = (high_B - low_B)[:, None].clamp(min=1)
    place = (centre_Y[None] - low_B[:, None]) / side
    angles = place[:, None] * (math.pi * 2.0 ** torch.arange(BANDS, device=place.device))[None, :, None]
    # beyond the face it is only known that it is beyond
    linear = place.clamp(-1, 2)[:, None]
    return torch.cat([angles.sin(), angles.cos(), linear, torch.ones_like(linear)], dim=1) * is_face[:, None]


class ImplicitHead(nn.Module):
    """An MLP from place to colour: the features of the four nearest cells, weighted by area, the offset to the nearest
    cell's centre, a pixel's size in cells, and the Fourier bands of the place in the face (LIIF, Chen et al., CVPR
    2021, with one pass in place of four).

    All but the features depend on row or column alone, so that the first layer adds a row's share and a column's, and
    features are projected before they are enlarged. Starts as zero.
    """

    def __init__(self, chs: int, hidden: int, cell_px: int) -> None:
        super().__init__()
        self.cell_px = cell_px
        self.features = nn.Conv2d(chs, hidden, 1)
        self.rows = nn.Linear(AXIS_FEATURES + _OFFSETS, hidden, bias=False)
        self.columns = nn.Linear(AXIS_FEATURES + _OFFSETS, hidden, bias=False)
        self.hidden = nn.Conv2d(hidden, hidden, 1)
        self.colour = nn.Conv2d(hidden, 3, 1)
        nn.init.zeros_(self.colour.weight)
        nn.init.zeros_(self.colour.bias)  # type: ignore[arg-type]

    def forward(self, x_BCHW: Tensor, places: Places) -> Tensor:
        """(B, 3, Y, X). Cell (0, 0) begins where the ground does; cells may reach beyond its other two sides."""
        seen = resampled(self.features(F.leaky_relu(x_BCHW, _SLOPE)), self.cell_px, places)
        down, across = places.centres()
        fourier_down, fourier_across = places.fourier()
        rows_BYD = self.rows(self._axis(fourier_down, down, places.height / places.rows))
        columns_BXD = self.columns(self._axis(fourier_across, across, places.width / places.columns))
        x = seen + rows_BYD.transpose(1, 2)[..., None] + columns_BXD.transpose(1, 2)[:, :, None]
        x = F.leaky_relu(x.contiguous(memory_format=torch.channels_last), _SLOPE)
        colour: Tensor = self.colour(F.leaky_relu(self.hidden(x), _SLOPE))
        return colour.float()

    def _axis(self, fourier_BFY: Tensor, centre_Y: Tensor, pixel_px: float) -> Tensor:
        """(B, Y, features and offsets)."""
        cell = centre_Y / self.cell_px
        offset = cell - cell.floor() - 0.5
        bent = torch.stack([offset, (2 * math.pi * offset).sin(), (2 * math.pi * offset).cos()])
        size = torch.full_like(offset, math.log2(pixel_px / self.cell_px))[None]
        own = torch.cat([bent, size])[None].expand(len(fourier_BFY), -1, -1)
        return torch.cat([fourier_BFY, own], dim=1).transpose(1, 2)


def resampled(map_BCHW: Tensor, cell_px: int, places: Places) -> Tensor:
    """A map of cells at the pixels of a picture (B, C, Y, X), bilinear; beyond the outermost centres as at them."""
    height, width = map_BCHW.shape[-2:]
    if cell_px * places.rows % places.height == 0 and cell_px * places.columns % places.width == 0:
        times = (cell_px * places.rows // places.height, cell_px * places.columns // places.width)
        if times == (1, 1):
            return map_BCHW[..., : places.rows, : places.columns]
        large = F.interpolate(
            map_BCHW, size=(height * times[0], width * times[1]), mode="bilinear", align_corners=False
        )
        return large[..., : places.rows, : places.columns]
    down, across = places.centres()
    grid_x = (across / (cell_px * width) * 2 - 1).expand(places.rows, -1)
    grid_y = (down / (cell_px * height) * 2 - 1)[:, None].expand(-1, places.columns)
    grid = torch.stack([grid_x, grid_y], dim=-1)[None].expand(len(map_BCHW), -1, -1, -1)
    return F.grid_sample(map_BCHW.float(), grid, mode="bilinear", padding_mode="border", align_corners=False)
