"""Stage 2: texture for the crop's hole, following a layout."""

import numpy as np
import torch
from torch import nn

from facerestore.inference.borrowing import LendersOnce, shares_of
from facerestore.inference.conditioning import picture_array, texture_inputs
from facerestore.values.candidate import Candidate
from facerestore.values.request import TextureRequest
from facerestore_models.texture_generator import TextureGenerator

_LUMA = np.array([0.299, 0.587, 0.114], np.float32)


@torch.no_grad()
def generate_texture(network: nn.Module, request: TextureRequest, lenders_once: LendersOnce) -> Candidate:
    """The painted crop: visible pixels are the crop's own; a grey photo's stays grey."""
    crop = request.crop
    device = next(network.parameters()).device
    inputs = texture_inputs(crop, request.layout, request.seed, device)
    lent = None
    if isinstance(network, TextureGenerator):
        painted, lenders = network.painted(inputs), lenders_once.of(network, request, inputs)
        if lenders is not None:
            borrowed = network.borrowed(painted, inputs, lenders)
            painted, lent = borrowed.painted_B3HW, shares_of(borrowed)
    else:
        painted = network(inputs)
    pixels = picture_array(painted)
    if crop.is_grey:
        pixels = np.repeat((pixels @ _LUMA)[..., None], 3, axis=2)
    pixels = np.where(crop.hole[..., None], pixels, crop.pixels)
    return Candidate(pixels.astype(np.float32), crop, request.layout, request.seed, lent=lent)
