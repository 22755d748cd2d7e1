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

    def origin_shares(self) -> tuple[float, ...] | None:
        """How much of the hole each origin gave, 0...1, together 1: the network alone, the crop's mirror image, and
        the references in their order. The one measure of it: the record and the window say it, the map mixes its
        colours by it. None where it is not known, or nothing was hidden."""
        if self.lent is None or not self.crop.hole.any():
            return None
        # a share is kept in steps of 1/255
        lent = [float(one[self.crop.hole].mean()) / 255 for one in self.lent]
        return max(0.0, 1 - sum(lent)), *lent

    @property
    def alignment(self) -> Alignment:
        return self.crop.alignment
