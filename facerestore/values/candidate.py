"""Candidate: one painted crop."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import Alignment, FaceCrop
from facerestore.values.identity_check import IdentityCheck
from facerestore.values.layout import Layout


@dataclass(frozen=True, eq=False)
class Candidate:
    """A painted crop: ``pixels`` float32 (S, S, 3) 0...1, meaningful in the crop's hole. ``notes``: for the person,
    about how it was made. ``lent``: uint8 (1 + R, S, S), how much of each pixel the crop's mirror image and each of R
    references gave, 0...255, what is missing to 255 being the network's own; None where that is not known. ``check``:
    how like it is to other photographs of the person; None where nobody looked."""

    pixels: NDArray[np.float32]
    crop: FaceCrop
    layout: Layout
    seed: int
    notes: tuple[str, ...] = ()
    lent: NDArray[np.uint8] | None = None
    check: IdentityCheck | None = None

    @property
    def alignment(self) -> Alignment:
        return self.crop.alignment
