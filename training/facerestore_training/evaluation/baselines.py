"""Restorers that learned nothing: every network is compared with them."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.diffusion import Method, inpainted_samples
from facerestore_training.data.shards import FaceSet

Pictures = NDArray[np.uint8]
Inpaint = Callable[[FaceSet, NDArray[np.uint8]], Pictures]
"""(faces, holes (N, 256, 256) 1 = restore) -> pictures (N, 256, 256, 3). What they hold outside the holes is judged as
the raw output; composites take it from the photo."""

BASELINE: Final = "telea"


def telea(faces: FaceSet, holes: NDArray[np.uint8]) -> Pictures:
    """Telea's fast marching (2004), radius 5."""
    return _continued(faces, holes, Method.TELEA)


def navier_stokes(faces: FaceSet, holes: NDArray[np.uint8]) -> Pictures:
    """Navier-Stokes inpainting (Bertalmio et al., 2001), radius 5."""
    return _continued(faces, holes, Method.NAVIER_STOKES)


def mean_fill(faces: FaceSet, holes: NDArray[np.uint8]) -> Pictures:
    """Every hole in the mean colour of what is visible."""
    filled = []
    for index, hole in enumerate(holes):
        picture = np.array(faces.pixels[index])
        picture[hole > 0] = picture[hole == 0].mean(axis=0).round().astype(np.uint8)
        filled.append(picture)
    return np.stack(filled)


def _continued(faces: FaceSet, holes: NDArray[np.uint8], method: Method) -> Pictures:
    continued = [inpainted_samples(faces.pixels[index], hole, method) for index, hole in enumerate(holes)]
    return np.asarray(np.stack(continued), np.uint8)
