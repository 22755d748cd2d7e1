"""Where a photo is damaged: the network for damage on overlapping tiles, in bounded memory."""

# B batch, G groups of damage and none, H W pixels

from typing import Final

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled
from facerestore.values.damage_map import DamageMap
from facerestore.values.events import OnProgress, no_progress
from facerestore.values.request import DamageRequest
from facerestore_resources.damage_groups import DamageGroup

TILE_PX: Final = 512
_HALO_PX: Final = 64
"""What a tile sees beyond the part that it answers for."""

_MULTIPLE: Final = 32
_LEAST_PX: Final = 64


@torch.no_grad()
def map_damage(
    network: nn.Module,
    request: DamageRequest,
    *,
    on_progress: OnProgress = no_progress,
    cancel: CancelToken = NEVER,
) -> DamageMap:
    """The map of the request's copy. Raises Cancelled between tiles."""
    pixels = request.pixels
    height, width = pixels.shape[:2]
    shares = np.empty((height, width, len(DamageGroup)), np.uint8)
    step = TILE_PX - 2 * _HALO_PX
    tiles = [(top, left) for top in range(0, height, step) for left in range(0, width, step)]
    for number, (top, left) in enumerate(tiles):
        raise_if_cancelled(cancel)
        on_progress("damage", number, len(tiles))
        bottom, right = min(top + step, height), min(left + step, width)
        # the same halo on all sides; beyond the photo its mirror image
        seen = _window(pixels, top - _HALO_PX, left - _HALO_PX, bottom + _HALO_PX, right + _HALO_PX)
        answer = _answer(network, seen)
        inner = answer[_HALO_PX : _HALO_PX + bottom - top, _HALO_PX : _HALO_PX + right - left]
        shares[top:bottom, left:right] = np.rint(255 * inner)
    on_progress("damage", len(tiles), len(tiles))
    return DamageMap(shares, request.scale)


def _window(pixels: NDArray[np.uint8], top: int, left: int, bottom: int, right: int) -> NDArray[np.uint8]:
    height, width = pixels.shape[:2]
    shown = pixels[max(0, top) : min(height, bottom), max(0, left) : min(width, right)]
    around = (max(0, -top), max(0, bottom - height), max(0, -left), max(0, right - width))
    return np.asarray(cv2.copyMakeBorder(shown, *around, cv2.BORDER_REFLECT), np.uint8)


def _answer(network: nn.Module, pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Probabilities float32 (h, w, G)."""
    height, width = pixels.shape[:2]
    below, beside = (max(_LEAST_PX, -(-side // _MULTIPLE) * _MULTIPLE) - side for side in (height, width))
    padded = cv2.copyMakeBorder(pixels, 0, below, 0, beside, cv2.BORDER_REFLECT)
    device = next(network.parameters()).device
    photo = torch.from_numpy(padded).permute(2, 0, 1)[None].to(device).float().div_(255)
    photo = photo.contiguous(memory_format=torch.channels_last)
    with torch.autocast(device.type, torch.bfloat16, enabled=_is_quick_with_bf16(device)):
        logits = network(photo, torch.zeros_like(photo[:, :1]))
    shares = logits.softmax(dim=1)[0, :, :height, :width].permute(1, 2, 0)
    return np.asarray(shares.cpu().numpy(), np.float32)


def _is_quick_with_bf16(device: torch.device) -> bool:
    """On CPUs with matrix units; others imitate it, and are slower than in float32."""
    return device.type == "cpu" and bool(torch.cpu._is_amx_tile_supported())
