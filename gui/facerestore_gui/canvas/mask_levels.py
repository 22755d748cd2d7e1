"""MaskLevels: a mask for the screen at full, half, quarter ... size."""

import itertools
from collections.abc import Callable, Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from facerestore.values.geometry import Box, Extent
from facerestore_gui.look.images import coarsest_level, indexed_image, level_shapes

BLOCK_PX: Final = 1024
"""Side of the squares whose coarser levels are brought up to date in one go, in a fraction of a millisecond."""


class MaskLevels:
    """The first level is the coverage array itself. A coarser pixel is the largest of those under it, so that a
    fine scratch stays visible from afar; of damage classes, the one with the largest number.

    Small changes reach the coarser levels at once. Large ones (a mask opened, inverted, cleared) are noted block by
    block and carried out by ``refresh`` where the screen needs them.
    """

    def __init__(self, coverage: NDArray[np.uint8]) -> None:
        self._levels = [coverage, *(np.zeros(shape, np.uint8) for shape in level_shapes(*coverage.shape))]
        height, width = coverage.shape
        self._stale = np.ones((-(-height // BLOCK_PX), -(-width // BLOCK_PX)), np.bool_)

    @property
    def byte_count(self) -> int:
        """What is held besides the coverage."""
        return sum(level.nbytes for level in self._levels[1:])

    def change(self, box: Box) -> None:
        """The coverage changed inside the box."""
        if box.width * box.height <= BLOCK_PX**2:
            self._reduce(box)
        else:
            self._stale[_blocks(box)] = True

    def refresh(self, box: Box, may_go_on: Callable[[], bool]) -> Box:
        """Bring the coarser levels up to date inside the box, at least one block and as many as allowed. Returns the
        box of what is left to do, empty if nothing is."""
        left = Box(0, 0, 0, 0)
        may = True
        for block, row, column in self._stale_in(box.clipped(Extent.of(self._levels[0]))):
            if may:
                self._reduce(block)
                self._stale[row, column] = False
                may = may_go_on()
            else:
                left = left.union(block)
        return left

    def level_for(self, scale: float) -> int:
        """The level to draw at ``scale`` screen pixels per photo pixel; 0 is the coverage."""
        return coarsest_level(scale, len(self._levels))

    def plane(self, level: int) -> NDArray[np.uint8]:
        """A level itself (H, W), not to be changed."""
        return self._levels[level]

    def image(self, level: int, colours: list[int]) -> QImage:
        """A level in a table of 256 colours (ARGB). Shares its memory."""
        return indexed_image(self._levels[level], colours)

    def _stale_in(self, box: Box) -> Iterator[tuple[Box, int, int]]:
        if box.is_empty or len(self._levels) == 1:
            return
        rows, columns = _blocks(box)
        for found in np.argwhere(self._stale[rows, columns]):
            row, column = int(found[0]) + rows.start, int(found[1]) + columns.start
            left, top = column * BLOCK_PX, row * BLOCK_PX
            block = Box(left, top, left + BLOCK_PX, top + BLOCK_PX)
            yield block.clipped(Extent.of(self._levels[0])), row, column

    def _reduce(self, box: Box) -> None:
        for finer, coarser in itertools.pairwise(self._levels):
            box = Box(box.left // 2, box.top // 2, (box.right + 1) // 2, (box.bottom + 1) // 2)
            box = box.clipped(Extent.of(coarser))
            if box.is_empty:
                return
            part = finer[2 * box.top : 2 * box.bottom, 2 * box.left : 2 * box.right]
            missing = (2 * box.height - part.shape[0], 2 * box.width - part.shape[1])
            even = np.pad(part, ((0, missing[0]), (0, missing[1]))) if any(missing) else part
            rows = np.maximum(even[0::2], even[1::2])
            coarser[box.slices] = np.maximum(rows[:, 0::2], rows[:, 1::2])


def _blocks(box: Box) -> tuple[slice, slice]:
    """(rows, columns) of the blocks that a box touches."""
    return (
        slice(box.top // BLOCK_PX, -(-box.bottom // BLOCK_PX)),
        slice(box.left // BLOCK_PX, -(-box.right // BLOCK_PX)),
    )
