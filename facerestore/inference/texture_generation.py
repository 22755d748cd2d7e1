"""Stage 2: texture for the crop's hole, following a layout."""

import numpy as np
import torch
from torch import nn

from facerestore.inference.conditioning import crop_tensors, layout_tensor, picture_array, random_tensors
from facerestore.values.candidate import Candidate
from facerestore.values.request import TextureRequest

_LUMA = np.array([0.299, 0.587, 0.114], np.float32)


@torch.no_grad()
def generate_texture(network: nn.Module, request: TextureRequest) -> Candidate:
    """The painted crop: visible pixels are the crop's own; a grey photo's stays grey."""
    crop = request.crop
    device = next(network.parameters()).device
    side = crop.hole.shape[0] // 2
    painted = network(
        *crop_tensors(crop, device),
        layout_tensor(request.layout, side, device),
        *random_tensors(request.seed, side, device),
    )
    pixels = picture_array(painted)
    if crop.is_grey:
        pixels = np.repeat((pixels @ _LUMA)[..., None], 3, axis=2)
    pixels = np.where(crop.hole[..., None], pixels, crop.pixels)
    return Candidate(pixels.astype(np.float32), crop, request.layout, request.seed)
