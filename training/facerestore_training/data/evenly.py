"""Evenly: several sets of pictures as one, from which each set is drawn equally often."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import NDArray

Pictures = Sequence[NDArray[np.uint8]]


@dataclass(frozen=True, eq=False)
class Evenly(Sequence[NDArray[np.uint8]]):
    """Sets of pictures as one: the smaller ones come round again until each has as many as the largest."""

    sets: Sequence[Pictures]

    def __len__(self) -> int:
        return len(self.sets) * max(map(len, self.sets), default=0)

    @overload
    def __getitem__(self, index: int) -> NDArray[np.uint8]: ...
    @overload
    def __getitem__(self, index: slice) -> list[NDArray[np.uint8]]: ...
    def __getitem__(self, index: int | slice) -> NDArray[np.uint8] | list[NDArray[np.uint8]]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        number, which = divmod(index % len(self), len(self.sets))
        pictures = self.sets[which]
        return pictures[number % len(pictures)]
