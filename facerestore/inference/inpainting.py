"""A region of a photo, painted where it has a hole, at its own shape."""

import numpy as np

from facerestore.inference.arrays import painted_into, picture_array, shown_arrays
from facerestore.inference.backends.interface import RegionNetwork
from facerestore.values.region import PaintedRegion
from facerestore.values.request import InpaintingRequest

_LEAST_PX = 64
"""Smaller regions are continued by their edges: the network was never shown any."""


def paint_region(network: RegionNetwork, request: InpaintingRequest) -> PaintedRegion:
    """The painted region: visible pixels are its own; a grey photo's stays grey."""
    region = request.region
    height, width = region.hole.shape
    beyond = ((0, 0), (0, 0), (0, max(0, _LEAST_PX - height)), (0, max(0, _LEAST_PX - width)))
    crop, hole = (np.pad(one, beyond, mode="edge") for one in shown_arrays(region.pixels, region.hole))
    painted = picture_array(network(crop, hole, region.face_box))[:height, :width]
    return PaintedRegion(region, painted_into(painted, region.pixels, region.hole, is_grey=region.is_grey))
