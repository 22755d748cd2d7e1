"""How much of a photo's grain shows in one place: a retouched face in front of rough cloth has less of it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.seam import membrane
from facerestore.values.geometry import Box, Extent

BLOCK_PX: Final = 16
_CUT_PX: Final = 2
_NEIGHBOURHOOD: Final = 5
_LOW_SHARE: Final = 0.45
"""Structure makes blocks rougher, never smoother: of a neighbourhood the lower ones are believed."""
_MEASURED: Final = (0.0, 0.5, 0.85)
_BELIEVED: Final = (0.0, 0.5, 1.0)
"""A block's roughness is known to about 10 %: grain counts as weaker where it clearly is."""


@dataclass(frozen=True, eq=False)
class StrengthMap:
    """One cell for each block of the photo; ``relative`` float32 (rows, columns): roughness by what the
    photo's grain lets expect; ``weight``: 1 where a block is visible."""

    relative: NDArray[np.float32]
    weight: NDArray[np.float32]

    @cached_property
    def carried(self) -> NDArray[np.float32]:
        """The strength (rows, columns) 0...1 in every block, once all is taken in; 1 where nothing is known."""
        if not self.weight.any():
            return np.ones_like(self.weight)
        low = _low_percentile(np.where(self.weight > 0, self.relative, np.nan))
        known = ~np.isnan(low)
        low = np.interp(np.where(known, low, 0), _MEASURED, _BELIEVED)
        return membrane(low.astype(np.float32)[..., None], known)[..., 0]

    def at(self, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[np.float32]:
        """The strength (N,) at pixels of the photo, interpolated between the centres of blocks."""
        cells = self.carried
        y = np.clip((rows + 0.5) / BLOCK_PX - 0.5, 0, cells.shape[0] - 1)
        x = np.clip((columns + 0.5) / BLOCK_PX - 0.5, 0, cells.shape[1] - 1)
        top, left = y.astype(np.intp), x.astype(np.intp)
        bottom, right = np.minimum(top + 1, cells.shape[0] - 1), np.minimum(left + 1, cells.shape[1] - 1)
        upper = cells[top, left] + (x - left) * (cells[top, right] - cells[top, left])
        lower = cells[bottom, left] + (x - left) * (cells[bottom, right] - cells[bottom, left])
        return np.asarray(upper + (y - top) * (lower - upper), np.float32)

    @classmethod
    def unknown(cls, extent: Extent) -> "StrengthMap":
        shape = (-(-extent.height // BLOCK_PX), -(-extent.width // BLOCK_PX))
        return cls(np.zeros(shape, np.float32), np.zeros(shape, np.float32))

    def take_in(self, box: Box, relative: NDArray[np.float32], visible: NDArray[np.float32]) -> None:
        """Enter the whole blocks of a box of the photo: relative roughness and what is visible (h, w)."""
        top, left = -(-box.top // BLOCK_PX), -(-box.left // BLOCK_PX)
        bottom, right = box.bottom // BLOCK_PX, box.right // BLOCK_PX
        if bottom <= top or right <= left:
            return
        rows = slice(top * BLOCK_PX - box.top, bottom * BLOCK_PX - box.top)
        columns = slice(left * BLOCK_PX - box.left, right * BLOCK_PX - box.left)
        shape = (bottom - top, BLOCK_PX, right - left, BLOCK_PX)
        known = visible[rows, columns].reshape(shape).min(axis=(1, 3))
        inner = relative[rows, columns].reshape(shape)[:, _CUT_PX:-_CUT_PX, :, _CUT_PX:-_CUT_PX]
        self.relative[top:bottom, left:right] = inner.mean(axis=(1, 3)) * known
        self.weight[top:bottom, left:right] = known


def _low_percentile(cells: NDArray[np.floating]) -> NDArray[np.floating]:
    """A low percentile of each known cell's known neighbourhood; nan where a cell is unknown."""
    half = _NEIGHBOURHOOD // 2
    padded = np.pad(cells, half, constant_values=np.nan)
    around = np.lib.stride_tricks.sliding_window_view(padded, (_NEIGHBOURHOOD, _NEIGHBOURHOOD))
    low = np.full(cells.shape, np.nan)
    known = ~np.isnan(cells)
    # sorting puts the unknown ones last
    ordered = np.sort(around[known].reshape(-1, _NEIGHBOURHOOD**2), axis=1)
    counts = (~np.isnan(ordered)).sum(axis=1)
    low[known] = np.take_along_axis(ordered, (_LOW_SHARE * (counts - 1)).astype(int)[:, None], axis=1)[:, 0]
    return low
