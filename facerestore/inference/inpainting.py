"""A region of a photo, painted where it has a hole, at its own shape."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from facerestore.inference.conditioning import picture_array
from facerestore.values.region import PaintedRegion
from facerestore.values.request import InpaintingRequest
from facerestore_models.in2 import read_size

_LEAST_PX = 64
"""Smaller regions are continued by their edges: the network was never shown any."""
_LUMA = np.array([0.299, 0.587, 0.114], np.float32)


@torch.no_grad()
def paint_region(network: nn.Module, request: InpaintingRequest) -> PaintedRegion:
    """The painted region: visible pixels are its own; a grey photo's stays grey."""
    region = request.region
    device = next(network.parameters()).device
    height, width = region.hole.shape
    hole = torch.from_numpy(region.hole.astype(np.float32))[None, None]
    crop = torch.from_numpy(np.array(region.pixels, np.float32)).permute(2, 0, 1)[None] * (1 - hole)
    beyond = (0, max(0, _LEAST_PX - width), 0, max(0, _LEAST_PX - height))
    crop, hole = (F.pad(one, beyond, mode="replicate").to(device) for one in (crop, hole))
    box = None if region.face_box is None else torch.tensor([region.face_box], device=device)
    pixels = picture_array(network(crop, hole, box, None, read_size(*hole.shape[-2:])))[:height, :width]
    if region.is_grey:
        pixels = np.repeat((pixels @ _LUMA)[..., None], 3, axis=2)
    pixels = np.where(region.hole[..., None], pixels, region.pixels)
    return PaintedRegion(region, np.ascontiguousarray(pixels, np.float32))
