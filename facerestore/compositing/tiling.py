"""Pieces: how a large mask is worked through piece by piece, with the membrane of the whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.seam import Level, pulled, pushed, reach_px
from facerestore.values.geometry import Box
from facerestore.values.mask import Mask

PIECE_PX: Final = 512
COARSE_CELLS: Final = 2**20
"""The largest coarse grid on which the whole mask's surroundings are solved at once."""

_MARGIN_PX: Final = 64
_LEAST_REACH_PX: Final = 16
_CUTS: Final = (1 / 4, 1 / 2, 3 / 4)


@dataclass(frozen=True, slots=True)
class Piece:
    """``wanted``: the part of the photo that the piece gives; ``read``: what it looks at for that."""

    wanted: Box
    read: Box

    @property
    def inner(self) -> tuple[slice, slice]:
        """``wanted`` within arrays of ``read``."""
        rows = slice(self.wanted.top - self.read.top, self.wanted.bottom - self.read.top)
        return rows, slice(self.wanted.left - self.read.left, self.wanted.right - self.read.left)


@dataclass(frozen=True, slots=True)
class Plan:
    """The pieces that a mask needs. ``canvas``: the mask's box with a margin; ``levels``: how far each piece
    is reduced before the whole is solved."""

    canvas: Box
    levels: int
    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, mask: Mask, *, piece_px: int = PIECE_PX, coarse_cells: int = COARSE_CELLS) -> Self:
        canvas = mask.box.grown(_MARGIN_PX).clipped(mask.extent)
        levels = 0
        while (canvas.width >> levels) * (canvas.height >> levels) > coarse_cells:
            levels += 1
        side = canvas.width + canvas.height if levels == 0 else piece_px
        return cls(canvas, levels, tuple(_pieces(mask, canvas, levels, side)))


class PiecewiseMembrane:
    """Values known in some places of a canvas: first every piece is added, then every piece is pulled.

    The result of pulling is the membrane over the whole canvas, whatever the pieces.
    """

    def __init__(self, plan: Plan, chs: int) -> None:
        self._plan = plan
        cell = 1 << plan.levels
        shape = (-(-plan.canvas.height // cell), -(-plan.canvas.width // cell))
        self._coarse = Level(np.zeros((*shape, chs), np.float32), np.zeros(shape, np.float32))
        self._solution: NDArray[np.float32] | None = None

    def add(self, piece: Piece, level: Level) -> None:
        """Take in what is known (``level`` has the size of ``piece.read``)."""
        coarse = pushed(level, self._plan.levels)[-1]
        cells = self._cells(piece)
        # the outermost cells of a piece may be cut: the piece that saw more of a cell decides
        better = coarse.weight > self._coarse.weight[cells]
        self._coarse.values[cells][better] = coarse.values[better]
        self._coarse.weight[cells][better] = coarse.weight[better]

    def pull(self, piece: Piece, level: Level) -> NDArray[np.float32]:
        """Every value of ``piece.wanted`` (h, w, C); ``level`` as it was added."""
        if self._solution is None:
            self._solution = pulled([self._coarse])
        solution = self._solution[self._cells(piece)]
        if self._plan.levels == 0:
            return solution[piece.inner]
        wanted = piece.wanted.moved(-piece.read.left, -piece.read.top)
        return pulled(pushed(level, self._plan.levels), solution, part=wanted)

    def _cells(self, piece: Piece) -> tuple[slice, slice]:
        canvas, levels = self._plan.canvas, self._plan.levels
        top, left = (piece.read.top - canvas.top) >> levels, (piece.read.left - canvas.left) >> levels
        bottom = -(-(piece.read.bottom - canvas.top) // (1 << levels))
        right = -(-(piece.read.right - canvas.left) // (1 << levels))
        return slice(top, bottom), slice(left, right)


def _pieces(mask: Mask, canvas: Box, levels: int, side: int) -> Iterator[Piece]:
    """The tiles of the canvas that hold something to restore, each shrunk to what it holds, and divided where less is
    read for its parts than for all of it."""

    def piece(box: Box) -> Piece | None:
        held = Box.of_nonzero(mask.coverage[box.slices])
        if held.is_empty:
            return None
        wanted = held.moved(box.left, box.top)
        return Piece(wanted, _aligned(wanted.grown(max(_LEAST_REACH_PX, reach_px(levels))), canvas, 1 << levels))

    def divided(whole: Piece) -> Iterator[Piece]:
        divisions = [[part for box in pair if (part := piece(box))] for pair in _halves(whole.wanted)]
        parts = min(divisions, key=_pixels_read, default=[whole])
        if _pixels_read(parts) < _pixels_read([whole]):
            for part in parts:
                yield from divided(part)
        else:
            yield whole

    for top in range(canvas.top, canvas.bottom, side):
        for left in range(canvas.left, canvas.right, side):
            held = piece(Box(left, top, left + side, top + side).intersection(canvas))
            if held is not None:
                yield from [held] if levels == 0 else divided(held)


def _halves(box: Box) -> Iterator[tuple[Box, Box]]:
    """The box cut in two, some ways."""
    for share in _CUTS:
        if x := int(box.width * share):
            yield replace(box, right=box.left + x), replace(box, left=box.left + x)
        if y := int(box.height * share):
            yield replace(box, bottom=box.top + y), replace(box, top=box.top + y)


def _pixels_read(pieces: Sequence[Piece]) -> int:
    return sum(piece.read.width * piece.read.height for piece in pieces)


def _aligned(box: Box, canvas: Box, cell: int) -> Box:
    """The box grown to whole cells of the canvas, and cut at its edge."""
    left = canvas.left + (box.left - canvas.left) // cell * cell
    top = canvas.top + (box.top - canvas.top) // cell * cell
    right = canvas.left - (-(box.right - canvas.left) // cell * cell)
    bottom = canvas.top - (-(box.bottom - canvas.top) // cell * cell)
    return Box(left, top, right, bottom).intersection(canvas)
