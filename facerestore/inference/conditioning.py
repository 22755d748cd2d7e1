"""Crops, holes and layouts as tensors, and back. The one place where the engine's arrays meet the networks'."""

# B batch, C channels, H W pixels, K classes, N maps, Z latent length

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from facerestore.values.alignment import FaceCrop
from facerestore.values.layout import Layout
from facerestore_models import TextureInputs
from facerestore_models.semantic_layout import LAYOUT_LATENT_CHS
from facerestore_models.texture_generator import LATENT_CHS, NOISE_MAPS
from facerestore_resources.face_classes import CLASS_COUNT


def crop_tensors(crop: FaceCrop, device: torch.device) -> tuple[Tensor, Tensor]:
    """(crop (1, 3, S, S) 0...1 with zero in the hole, hole (1, 1, S, S) 1 = restore)."""
    hole = torch.from_numpy(crop.hole.astype(np.float32))[None, None]
    # copied, because the crop's array may be read-only
    pixels = torch.from_numpy(np.array(crop.pixels, np.float32)).permute(2, 0, 1)[None]
    pixels = (pixels * (1 - hole)).contiguous(memory_format=torch.channels_last)
    return pixels.to(device), hole.to(device)


def layout_tensor(layout: Layout, side_px: int, device: torch.device) -> Tensor:
    """The layout's labels averaged to probabilities (1, 19, side, side); larger or smaller layouts are resized."""
    labels = layout.labels
    if labels.shape != (2 * side_px, 2 * side_px):
        resized = cv2.resize(labels, (2 * side_px, 2 * side_px), interpolation=cv2.INTER_NEAREST)
        labels = np.asarray(resized, np.uint8)
    one_hot = F.one_hot(torch.from_numpy(labels.astype(np.int64)), CLASS_COUNT)
    averaged = F.avg_pool2d(one_hot.permute(2, 0, 1)[None].float(), 2)
    return averaged.contiguous(memory_format=torch.channels_last).to(device)


def random_tensors(seed: int, side_px: int, device: torch.device) -> tuple[Tensor, Tensor]:
    """(latent (1, Z), noise (1, N, side, side)), N(0, 1), the same for the same seed on every device."""
    generator = torch.Generator().manual_seed(seed)
    latent = torch.randn(1, LATENT_CHS, generator=generator)
    noise = torch.randn(1, NOISE_MAPS, side_px, side_px, generator=generator)
    return latent.to(device), noise.to(device)


def texture_inputs(crop: FaceCrop, layout: Layout, seed: int, device: torch.device) -> TextureInputs:
    """What stage 2 is given for one crop (B = 1): to paint it in the photograph's own tone."""
    side = crop.hole.shape[0] // 2
    pixels, hole = crop_tensors(crop, device)
    latent, noise = random_tensors(seed, side, device)
    return TextureInputs(crop=pixels, hole=hole, layout=layout_tensor(layout, side, device), latent=latent, noise=noise)


def layout_latent(alternative: int, device: torch.device) -> Tensor | None:
    """The latent (1, Z) of an alternative layout, N(0, 1); None for the best single guess, 0."""
    if alternative == 0:
        return None
    generator = torch.Generator().manual_seed(alternative)
    return torch.randn(1, LAYOUT_LATENT_CHS, generator=generator).to(device)


def picture_array(picture_13HW: Tensor) -> NDArray[np.float32]:
    """A network's picture as float32 (H, W, 3), clipped to 0...1."""
    clipped = picture_13HW[0].float().clamp(0, 1).permute(1, 2, 0)
    return np.ascontiguousarray(clipped.cpu().numpy())
